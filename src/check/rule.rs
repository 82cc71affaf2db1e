//! [`Rule`]: the questions, by the names that scripts depend on.

use super::finding::Sure;

/// One question that is asked of every report.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stays the same over versions of the program.
    pub code: &'static str,
    /// In a few words: the title of the rule.
    pub title: &'static str,
    /// What is looked for, and what to do about it.
    pub help: &'static str,
    /// How sure a finding is unless it says otherwise.
    pub sure: Sure,
}

const fn new(code: &'static str, sure: Sure, title: &'static str, help: &'static str) -> Rule {
    Rule { code, title, help, sure }
}

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The code of what is not wrong but not finished.
pub(super) const OPEN: &str = "open-placeholder";

/// The code of a file that is cut off: nothing else is as urgent.
pub(super) const CUT: &str = "file-cut";

/// All of them, in the order of the documentation.
pub const RULES: &[Rule] = &[
    new(
        CUT,
        Sure::Certain,
        "The end of the file is missing",
        "A file that was not received whole. Get it again before anything else.",
    ),
    new(
        OPEN,
        Sure::Certain,
        "A blank or bracket is still open",
        "A blank, an ellipsis, a letter in place of a number, a value or wording in square brackets, or an \
         instruction to complete the text. Fill it, agree on it or take it out before the text is final.",
    ),
    new(
        "unbalanced-bracket",
        Sure::Certain,
        "A square bracket without its other half",
        "Brackets say what is not agreed; where one half is missing nobody can tell how far it goes. Wording \
         in brackets may go over several paragraphs. Put in the missing half or take out the other.",
    ),
    new(
        "number-lost",
        Sure::Certain,
        "A paragraph without its printed number",
        "The paragraphs before and after are numbered and one number between them is missing in the file; \
         the paragraph that must bear it was worked out. Print the number.",
    ),
    new(
        "number-skipped",
        Sure::Certain,
        "A number is left out",
        "Paragraph numbers follow one another. Number anew, or look for a paragraph that was lost.",
    ),
    new(
        "number-repeated",
        Sure::Certain,
        "A number is used twice",
        "Two paragraphs of one part, two items of one list or two headings bear the same number or letter, so \
         neither can be cited. Number anew.",
    ),
    new(
        "letter-skipped",
        Sure::Likely,
        "A letter or number of a list is left out",
        "The items of one list follow one another: (a), (b), (c). Letter anew, or look for an item that was \
         lost.",
    ),
    new(
        "heading-skipped",
        Sure::Likely,
        "A number of a heading is left out",
        "Headings of one kind follow one another: I, II, III; A, B, C. Number anew, or look for a heading \
         that was lost.",
    ),
    new(
        "points-nowhere",
        Sure::Likely,
        "A cross-reference to something that is not there",
        "The paragraph, section, annex or note that is named does not exist in this report. It may have been \
         renumbered, or belong to another text, which should then be named.",
    ),
    new(
        "points-the-wrong-way",
        Sure::Likely,
        "\"Above\" for what stands below, or the other way round",
        "Correct the word or the number. A paragraph that names its own number means another one.",
    ),
    new(
        "stale-reference",
        Sure::Likely,
        "A cross-reference that did not follow the renumbering",
        "With --against: the reference bears the same number as in the earlier version, but the paragraph \
         that it named has another number now.",
    ),
    new(
        "call-without-note",
        Sure::Likely,
        "A footnote call without its note",
        "A raised figure calls a note that is not there. Add the note or take out the call.",
    ),
    new(
        "note-not-called",
        Sure::Likely,
        "A note that nothing calls",
        "Put in the call or take out the note.",
    ),
    new(
        "symbol-of-another-year",
        Sure::Likely,
        "A symbol with another year than its report or session",
        "The report's own symbol with another year, or a draft or conference room paper that a session \
         adopted in another year than the one in its symbol. Compare the document itself.",
    ),
    new(
        "symbol-digits",
        Sure::Likely,
        "A symbol whose digits differ from its neighbours",
        "A symbol is cited once, and two of its digits change places with those of a body or document that \
         the report cites otherwise, or its body differs in one digit from all its neighbours. Compare the \
         document itself.",
    ),
    new(
        "resolution-date",
        Sure::Likely,
        "A resolution of another day than its number says",
        "The number of a resolution holds its session or year; the day beside it lies outside. One of the \
         two is wrong.",
    ),
    new(
        "agenda-item-title",
        Sure::Likely,
        "An agenda item with two titles, or with the title of another item",
        "Cite the title as the agenda as adopted has it.",
    ),
    new(
        "agenda-item-missing",
        Sure::Likely,
        "An agenda item that the printed agenda does not have",
        "The report prints its agenda, and the item or the letter that is named is not on it. It may belong to \
         the agenda of another body, which should then be named.",
    ),
    new(
        "no-such-day",
        Sure::Certain,
        "A day that the calendar does not have",
        "Such as 31 June, or a year far in the future. Correct the day, the month or the year.",
    ),
    new(
        "ends-before-it-begins",
        Sure::Certain,
        "A period that ends before it begins",
        "Correct one of its days.",
    ),
    new(
        "wrong-weekday",
        Sure::Certain,
        "A day of the week that does not fit its date",
        "Correct the day of the week or the date.",
    ),
    new(
        "outside-session",
        Sure::Likely,
        "Something that happened at a session on a day outside it",
        "A meeting, an election or an adoption is told on a day on which its session did not sit.",
    ),
    new(
        "out-of-order",
        Sure::Likely,
        "Sessions, meetings or notes out of the order of their numbers",
        "The session or meeting with the higher number lies before the one with the lower, a group reports before \
         it meets, or notes are called out of order. Correct a day or a number.",
    ),
    new(
        "told-in-two-ways",
        Sure::Likely,
        "One event with different days, counts or persons",
        "Two places of the report tell the same session, meeting or election otherwise.",
    ),
    new(
        "told-ahead",
        Sure::Likely,
        "Told as past before the document's own date",
        "A report is issued after the last event that it tells as past. A draft is often written ahead; there \
         it is a hint: before the text is adopted, what it tells has to be what happened.",
    ),
    new(
        "count-differs",
        Sure::Likely,
        "A count that does not fit its list",
        "A number says how many there are and the list that follows holds more or fewer.",
    ),
    new(
        "full-stop-missing",
        Sure::Hint,
        "No full stop at the end of a paragraph",
        "The other paragraphs end in one.",
    ),
    new(
        "list-punctuation",
        Sure::Hint,
        "An item that ends otherwise than its neighbours",
        "The items of one list end in the same sign, as a rule a semicolon, and the last one in a full stop.",
    ),
    new(
        "doubled-word",
        Sure::Hint,
        "A word, two words or a full stop that stand twice",
        "Take out one of the two.",
    ),
    new(
        "unbalanced-quotation",
        Sure::Hint,
        "A quotation mark without its other half",
        "A quotation that goes over several paragraphs opens in each and closes in the last.",
    ),
    new(
        "unbalanced-parenthesis",
        Sure::Hint,
        "A parenthesis without its other half",
        "Put in the missing half or take out the other.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_differ_and_are_found() {
        for (at, one) in RULES.iter().enumerate() {
            assert_eq!(RULES.iter().position(|other| other.code == one.code), Some(at), "{}", one.code);
            assert!(one.title.len() > 10 && one.help.ends_with('.') && !one.title.ends_with('.'));
            assert_eq!(rule(one.code), Some(one));
        }
        assert_eq!(rule("no-such-rule"), None);
    }
}
