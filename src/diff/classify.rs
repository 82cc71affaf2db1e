//! How much an edit of words matters, and the rule that says so.
//!
//! The rules are asked in order; the first that fits decides. Each has an example and a
//! counter-example in `tests/diff_stage.rs`.

use super::Options;
use super::Weight;
use super::actors::{
    beside_capital, is_generic, is_number_word, listed_actors_differ, names_differ, numbers,
};
use super::strength::{Shift, is_feeling, negations, shift};
use super::tokens::{Token, tokens};
use super::words::Edit;
use std::collections::{BTreeSet, HashSet};
use unicode_normalization::UnicodeNormalization;

/// So many words of content, new on one side, are more than a turn of phrase.
const CLAUSE: usize = 4;

/// In a passage of so many words a verb is one of many things that changed.
const PASSAGE: usize = 7;

/// What an edit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// `wording` or `strength`.
    pub kind: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// The rule that decided.
    pub rule: &'static str,
    /// "weaker", "stronger".
    pub note: Option<String>,
}

impl Verdict {
    fn wording(weight: Weight, rule: &'static str) -> Self {
        Verdict { kind: "wording", weight, rule, note: None }
    }
}

/// True where two texts differ in nothing but style: hyphens, dashes, quotation marks, spaces,
/// upper and lower case.
pub(crate) fn same_in_style(old: &str, new: &str) -> bool {
    skeleton(old) == skeleton(new)
}

/// Weighs one edit. `deleted` and `inserted` are its words without those that a fact explains.
pub(crate) fn weigh(
    edit: &Edit,
    [deleted, inserted]: [&str; 2],
    [old, new]: [&str; 2],
    options: &Options,
) -> Verdict {
    use Weight::{Editorial, Reworded, Substantive};
    // Where nobody asked for strength, a word that binds is a word.
    let strength = |rule, note: Option<String>| Verdict {
        kind: if options.strength { "strength" } else { "wording" },
        weight: Substantive,
        rule,
        note: note.filter(|_| options.strength),
    };
    let around = |text: &str, range: &std::ops::Range<usize>, words: &str| {
        let before = text.chars().nth(range.start.wrapping_sub(1)).filter(|c| c.is_alphanumeric());
        let after = text.chars().nth(range.end).filter(|c| c.is_alphanumeric());
        format!("{}{words}{}", before.unwrap_or(' '), after.unwrap_or(' '))
    };
    if same_in_style(&around(old, &edit.old, deleted), &around(new, &edit.new, inserted)) {
        return Verdict::wording(Editorial, "style");
    }
    if !has_letters(deleted) && !has_letters(inserted) {
        // A bracket is more than a mark: what stands in it is not agreed.
        let bracket = |text: &str| text.contains(['[', ']', '_']);
        let weight = if bracket(deleted) || bracket(inserted) { Reworded } else { Editorial };
        return Verdict::wording(weight, "punctuation");
    }
    let feeling = |one: &str, other: &str| is_feeling(one) && !has_letters(other);
    if feeling(deleted, inserted) || feeling(inserted, deleted) {
        return strength("qualifier", None);
    }
    let joint = |words: &str| -> Vec<String> {
        tokens(words)
            .iter()
            .map(|token| token.text.to_lowercase())
            .filter(|word| word.chars().any(char::is_alphabetic))
            .collect()
    };
    let (one, two) = (joint(deleted), joint(inserted));
    let is_joint = |words: &[String]| {
        words.iter().all(|word| matches!(word.as_str(), "and" | "or")) && !words.is_empty()
    };
    // Who may come, "States and observers" or "States or observers", is no turn of phrase.
    if is_joint(&one) && is_joint(&two) && one != two {
        return Verdict::wording(Substantive, "and-or");
    }
    let hedges = (options.ladder.hedges(deleted), options.ladder.hedges(inserted));
    if hedges.0 != hedges.1 && content(deleted).len().max(content(inserted).len()) < PASSAGE {
        let note = if hedges.0 < hedges.1 { "weaker" } else { "stronger" };
        return strength("hedge", Some(note.to_owned()));
    }
    let (old_numbers, new_numbers) = (numbers(deleted), numbers(inserted));
    if old_numbers != new_numbers {
        return Verdict::wording(Substantive, "number");
    }
    if !old_numbers.is_empty() && without_numbers(deleted) == without_numbers(inserted) {
        return Verdict::wording(Editorial, "number-spelled");
    }
    if negations(deleted) != negations(inserted) {
        return Verdict::wording(Substantive, "negation");
    }
    if decision_modes(old, &edit.old) != decision_modes(new, &edit.new) {
        return Verdict::wording(Substantive, "decision-mode");
    }
    let reported = is_reported(old, edit.old.start);
    let long = content(deleted).len().max(content(inserted).len());
    if options.strength
        && long < PASSAGE
        && let Some(Shift::Strength(note)) = shift(&options.ladder, deleted, inserted, reported)
    {
        return strength("obligation", note.map(str::to_owned));
    }
    match shift(&options.binding, deleted, inserted, reported) {
        Some(Shift::Tense) if long < CLAUSE => return Verdict::wording(Reworded, "tense-shift"),
        Some(Shift::Strength(_)) => {
            let rule = if long >= PASSAGE { "clause-changed" } else { "obligation" };
            return Verdict::wording(Substantive, rule);
        }
        Some(Shift::OneSided) if long < CLAUSE => {
            return Verdict::wording(Substantive, "obligation");
        }
        _ => {}
    }
    if names_differ(edit, deleted, inserted, old, new) {
        return Verdict::wording(Substantive, "actor-or-name");
    }
    if listed_actors_differ(edit, old, new) {
        return Verdict::wording(Substantive, "actor-list");
    }
    let (gone, come) = (content(deleted), content(inserted));
    // Set off by a comma, three words are a clause already: ", thenceforth considering biennalization,".
    let set_off = |words: &str| words.trim_start().starts_with(',');
    let least = |words: &str, other: &str| {
        if other.trim().is_empty() && set_off(words) { CLAUSE - 1 } else { CLAUSE }
    };
    if come.difference(&gone).count() >= least(inserted, deleted) {
        return Verdict::wording(
            Substantive,
            if gone.is_empty() { "clause-added" } else { "clause-changed" },
        );
    }
    if gone.difference(&come).count() >= least(deleted, inserted) {
        return Verdict::wording(
            Substantive,
            if come.is_empty() { "clause-removed" } else { "clause-changed" },
        );
    }
    let (left, right) = (light(deleted, old, &edit.old), light(inserted, new, &edit.new));
    // "it" for the body named before, "they" for the delegations; "their" is another matter.
    let stands_for = |words: &str, own: &BTreeSet<String>, other: &BTreeSet<String>| {
        let is_pronoun =
            |token: &Token| matches!(token.text, "it" | "It" | "they" | "They" | "them" | "he" | "she");
        own.is_empty() && other.len() <= 2 && tokens(words).iter().any(is_pronoun)
    };
    let pronoun = stands_for(deleted, &left, &right) || stands_for(inserted, &right, &left);
    // "lay it before the Assembly", "submit it to the Assembly".
    let is_to = |words: &str, other: &str| words.trim() == "before" && other.trim() == "to";
    if left == right || pronoun || is_to(deleted, inserted) || is_to(inserted, deleted) {
        return Verdict::wording(Reworded, "turn-of-phrase");
    }
    Verdict::wording(
        Substantive,
        match (gone.is_empty(), come.is_empty()) {
            (true, _) => "words-added",
            (_, true) => "words-removed",
            _ => "words-changed",
        },
    )
}

/// Words that link sentences or point at what was said, and the body's own sittings, of which the
/// whole report speaks ("the list of documents for the session"); they carry nothing of their own.
const LINKS: &str = "also further furthermore moreover again additionally addition above below \
    plenary session meeting meetings \
    thereof therein thereby herein hereby here there then thus hence therefore accordingly same said such \
    aforementioned following respective respectively namely while when where because since so than \
    i do does did done can could will would shall should may might must not only you your our us we";

/// Words that drafters and editors put in one another's place without another meaning.
const SYNONYMS: [&str; 24] = [
    "call convene",
    "lay submit present",
    "utilize use",
    "begin commence start open",
    "finish conclude",
    "regarding concerning regard concern about relating pertaining respect",
    "accordance according pursuant",
    "hear listen",
    "assist help aid support",
    "before prior",
    "after following",
    "during course throughout",
    "within inside",
    "through via",
    "contain set",
    "write wrote written",
    "show indicate",
    "many several numerous",
    "make made making",
    "give gave given giving",
    "hold held take took taken taking place",
    "become became",
    "meet met",
    "participate attend",
];

/// The words of a stretch that say something of their own, each by the first of its synonyms.
fn light(words: &str, text: &str, range: &std::ops::Range<usize>) -> BTreeSet<String> {
    // "the −General− Assembly": a shorter name of the same body; other names are asked before.
    let beside = beside_capital(text, range);
    let is_link = |word: &str| LINKS.split_whitespace().any(|link| link == word);
    tokens(words)
        .iter()
        .filter(|token| token.is_content() && !is_link(&token.text.to_lowercase()))
        .filter(|token| {
            let capital = token.text.starts_with(char::is_uppercase);
            !(beside && capital && is_generic(&token.text.to_lowercase()))
        })
        .map(|token| {
            let word = token.text.to_lowercase();
            if is_generic(&word) {
                return word;
            }
            let stem = stem(&word);
            let same = SYNONYMS.iter().find_map(|row| {
                let mut words = row.split_whitespace().map(self::stem);
                let first = words.next()?;
                (first == stem || words.any(|word| word == stem)).then_some(first)
            });
            same.unwrap_or(stem)
        })
        .collect()
}

/// How a decision was taken, where the edit says it: "by acclamation", "by a recorded vote",
/// "unanimously". A vote that is no manner ("the right to vote") is none.
fn decision_modes(text: &str, range: &std::ops::Range<usize>) -> Vec<&'static str> {
    const MODES: [&str; 7] =
        ["acclamation", "consensus", "vote", "ballot", "objection", "unanimity", "unanimously"];
    let all = tokens(text);
    let mut out = Vec::new();
    let mut at = 0;
    for (index, token) in all.iter().enumerate() {
        let start = at + token.lead.chars().count();
        at = start + token.text.chars().count();
        let word = token.text.to_lowercase();
        let Some(mode) = MODES.into_iter().find(|mode| *mode == word) else { continue };
        let by = all[index.saturating_sub(3)..index]
            .iter()
            .any(|before| matches!(before.text.to_lowercase().as_str(), "by" | "without" | "through"));
        if range.contains(&start) && (by || mode == "unanimously") {
            out.push(mode);
        }
    }
    out.sort_unstable();
    out
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// What is left of a text when style is taken away.
fn skeleton(text: &str) -> String {
    let chars: Vec<char> = text.nfkc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')).collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        let droppable = c.is_whitespace() || is_dash(c) || is_quote(c);
        if !droppable {
            out.extend(c.to_lowercase());
            continue;
        }
        // "3–7" is not "37": between figures a dash or a space stands for itself, but all dashes
        // are one.
        let is_figure = |c: Option<&char>| c.is_some_and(|c| c.is_numeric());
        if is_figure(at.checked_sub(1).and_then(|i| chars.get(i))) && is_figure(chars.get(at + 1)) {
            out.push(if is_dash(c) { '-' } else { ' ' });
        }
    }
    out
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›')
}

/// The words in lower case without figures and number words.
fn without_numbers(text: &str) -> Vec<String> {
    tokens(text)
        .iter()
        .filter(|token| token.is_word() && !is_number_word(token.text))
        .map(|token| token.text.to_lowercase())
        .collect()
}

/// The words that carry meaning, cut to their stems so that "undertake" and "undertaking" are one.
pub(crate) fn content(text: &str) -> HashSet<String> {
    tokens(text).iter().filter(|token| token.is_content()).map(|token| stem(token.text)).collect()
}

/// A word in lower case without its ending.
pub(crate) fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let endings = ["ations", "ation", "ing", "ies", "ed", "es", "ly", "s", "e", "y"];
    let found =
        endings.iter().find_map(|end| word.strip_suffix(end).filter(|stem| stem.chars().count() >= 4));
    found.map(str::to_owned).unwrap_or(word)
}

/// True where the sentence reports a decision: "decided that …", "agreed that …".
fn is_reported(text: &str, at: usize) -> bool {
    let before: String = text.chars().take(at).collect();
    let all = tokens(&before);
    let sentence: Vec<&Token> =
        all.iter().rev().take_while(|token| !matches!(token.text, "." | ";")).collect();
    sentence.windows(2).any(|pair| {
        // The tokens run backwards.
        pair[0].text == "that" && pair[1].text.ends_with("ed")
            || matches!(pair[1].text, "that") && pair[0].text == ","
    })
}
