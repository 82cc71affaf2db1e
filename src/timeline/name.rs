//! Names of bodies: where one stands in a sentence, what the first page calls the body, short names in
//! parentheses.

use super::sentence::Sentence;
use crate::report::{Masthead, Node, NodeKind};
use crate::terms::english::event::BODY_NOUNS;
use crate::terms::english::number;

/// A title that is nothing but the name of the body: "Subsidiary Body for Repair".
pub fn titled_name(title: &str) -> Option<String> {
    let first = words(title);
    let body = names_body(title);
    let paper =
        ["report", "draft", "agenda", "note", "letter", "resolution", "decision", "programme", "list"];
    let other = first.iter().any(|word| paper.contains(&word.as_str()));
    (body && !other && first.len() < 16).then(|| title.to_owned())
}

/// What follows the name of a body in a title.
const END_OF_NAME: &[&str] =
    &[" on its ", " on the work of its ", " for the period", " at its ", " for 2", " to the "];

/// The small words of a name.
const INSIDE: &[&str] = &["of", "the", "for", "on", "and", "to", "in", "against", "with", "at"];

/// A name has at most so many words.
const LONGEST: usize = 40;

/// The short and the full name that a parenthesis at `open` defines.
pub fn definition(sentence: &Sentence<'_>, open: usize) -> Option<(String, String)> {
    if !sentence.is_mark(open, '(') {
        return None;
    }
    let mut at = open + 1;
    while sentence.is(at, &["hereinafter", "referred", "to", "as", "the"])
        || sentence.is_mark(at, '“')
        || sentence.is_mark(at, '"')
    {
        at += 1;
    }
    let first = at;
    while at < first + 5 && (sentence.is_capital(at) || at > first && sentence.is(at, INSIDE)) {
        at += 1;
    }
    let closed = sentence.is_mark(at, ')') || sentence.is_mark(at, '”') || sentence.is_mark(at, '"');
    if at == first || first == open + 1 || !closed {
        return None;
    }
    let short = sentence.text(first, at);
    let noun = short.rsplit(' ').next()?.to_lowercase();
    if !BODY_NOUNS.contains(&noun.as_str()) {
        return None;
    }
    let mut start = open;
    while start > 0 && open - start < LONGEST {
        let before = start - 1;
        let goes_on = sentence.is_capital(before)
            || sentence.is(before, INSIDE)
                && before > 0
                && (sentence.is_capital(before - 1) || sentence.is(before - 1, INSIDE));
        if !goes_on {
            break;
        }
        start = before;
    }
    while start < open && (sentence.is(start, INSIDE) || !sentence.is_capital(start)) {
        start += 1;
    }
    let full = sentence.text(start, open);
    (full.to_lowercase().contains(&noun)).then_some((short.to_lowercase(), full))
}

/// An abbreviation in parentheses at `open` and the full name before it, whose initials it has: "the
/// Subsidiary Body for Repair (SBR)". The short name is in small letters.
pub fn acronym(sentence: &Sentence<'_>, open: usize) -> Option<(String, String)> {
    let short = sentence.text(open + 1, open + 2);
    let length = short.chars().count();
    let closed = sentence.is_mark(open, '(') && sentence.is_mark(open + 2, ')');
    if !closed || !(2..9).contains(&length) || !short.chars().all(char::is_uppercase) {
        return None;
    }
    // Back over as many words with capitals as the abbreviation has letters, and small words between.
    let mut start = open;
    let mut letters = 0;
    while start > 0 && letters < length && open - start < LONGEST {
        start -= 1;
        if sentence.is_capital(start) {
            letters += 1;
        } else if !sentence.is(start, INSIDE) {
            return None;
        }
    }
    let full = sentence.text(start, open);
    let telling = words(&full).iter().any(|word| BODY_NOUNS.contains(&word.as_str()));
    (telling && initials(&full) == short).then(|| (short.to_lowercase(), full))
}

/// The first letters of the words of a name, large, without those of small words.
pub fn initials(name: &str) -> String {
    let first = |word: String| word.chars().next();
    let tellings = words(name).into_iter().filter(|word| !INSIDE.contains(&word.as_str()));
    tellings.filter_map(first).flat_map(char::to_uppercase).collect()
}

/// The body of a report that a letter transmits: "Report of the Committee established pursuant to resolution
/// 1999 (2031)" as the first heading of its kind.
pub fn report_of(nodes: &[Node]) -> Option<String> {
    let headings = nodes.iter().filter(|node| node.part == "body" && node.kind == NodeKind::Heading);
    headings.take(3).find_map(|node| report_in(&node.text)).filter(|name| names_body(name))
}

/// "Seeds Board" of "Report of the Seeds Board on its third session".
pub fn report_in(title: &str) -> Option<String> {
    let (_, name) = title.split_once("eport of the ")?;
    let end = END_OF_NAME.iter().filter_map(|mark| name.find(mark)).min();
    Some(name[..end.unwrap_or(name.len())].to_owned())
}

/// Whether the words before the first small one hold the noun of a body: not "Chair of the Committee".
pub fn names_body(name: &str) -> bool {
    let words = words(name);
    let mut head = words.iter().take_while(|word| !INSIDE.contains(&word.as_str()));
    head.any(|word| BODY_NOUNS.contains(&word.as_str()))
}

/// The name that masthead or title gives, without the number of the conference that it is.
pub fn own_name(masthead: &Masthead) -> (Option<String>, Option<u32>) {
    let from_title = || report_in(masthead.title.as_deref()?);
    let Some(name) = masthead.body.clone().filter(|body| !body.is_empty()).or_else(from_title) else {
        return (None, None);
    };
    let (name, _) = without_sitting(&name);
    let mut rest = name.trim().trim_start_matches("The ").trim_start_matches("the ");
    let mut ordinal = None;
    while let Some((first, after)) = rest.split_once(' ') {
        let chars: Vec<char> = first.to_lowercase().chars().collect();
        let year = first.len() == 4 && first.chars().all(|c| c.is_ascii_digit());
        let number = number::ordinal(&chars).or_else(|| {
            let digits: String = first.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok().filter(|_| !year && first.len() > digits.len())
        });
        let follows = after.starts_with("Meeting")
            || after.starts_with("Conference")
            || after.starts_with("United Nations")
            || after.starts_with("Review")
            || after.starts_with("Summit")
            || after.starts_with("International");
        // The Second Committee is called so; the second Meeting is one of several.
        if !(year || number.is_some() && follows) {
            break;
        }
        ordinal = number.or(ordinal);
        rest = after;
    }
    (Some(rest.to_owned()), ordinal)
}

/// "Advisory Board on Rivers Fourth meeting" without the sitting, which is no part of the name; the number of
/// the meeting.
pub fn without_sitting(name: &str) -> (String, Option<u32>) {
    // "Twenty-fourth meeting (part I)".
    let name = match name.rsplit_once(" (") {
        Some((before, inside))
            if inside.to_lowercase().starts_with("part") || inside.to_lowercase().starts_with("resumed") =>
        {
            before
        }
        _ => name,
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    let count = words.len();
    let small = |at: usize| words[at].trim_end_matches([',', '.']).to_lowercase();
    if count < 4 || !matches!(small(count - 1).as_str(), "meeting" | "session") {
        return (name.to_owned(), None);
    }
    let meeting = small(count - 1) == "meeting";
    // "Fourth meeting", "Resumed second session", "Fourth open-ended meeting".
    let ordinal = (count.saturating_sub(4).max(2)..count - 1).rev().find(|at| {
        let word = small(*at);
        let chars: Vec<char> = word.chars().collect();
        let figures = word.trim_end_matches(char::is_alphabetic);
        number::ordinal(&chars).is_some()
            || !figures.is_empty() && figures.len() + 2 == word.len() && figures.parse::<u32>().is_ok()
    });
    let Some(mut end) = ordinal else { return (name.to_owned(), None) };
    let word: Vec<char> = small(end).chars().collect();
    let figures = small(end).trim_end_matches(char::is_alphabetic).parse().ok();
    let number = number::ordinal(&word).or(figures).filter(|_| meeting);
    while end > 2 && matches!(small(end - 1).as_str(), "resumed" | "reconvened" | "special" | "extraordinary")
    {
        end -= 1;
    }
    (words[..end].join(" ").trim_end_matches([',', ':', ' ']).to_owned(), number)
}

/// Words in small letters, without signs.
pub fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '’' || c == '\''))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The name of a body that begins at `at`, after "the": "Working Group", "General Assembly", "working
/// group"; the piece after it.
pub fn name_at(sentence: &Sentence<'_>, at: usize) -> Option<(String, usize)> {
    // "the Vice-President of the Assembly" is somebody there.
    if sentence.is(at + 1, &["of"]) && !sentence.is(at, BODY_NOUNS) {
        return None;
    }
    let capital = sentence.is_capital(at);
    let mut end = None;
    let mut to = at;
    while to < at + LONGEST && to < sentence.len() {
        let word = sentence.word(to);
        // "the working group": a few small words up to the noun; "the Working Group on Rivers": capitals.
        let small = !capital && to < at + 4 && !sentence.is_capital(to);
        let goes_on = capital && (sentence.is_capital(to) || INSIDE.contains(&word));
        if word.is_empty() || !(small || goes_on) {
            break;
        }
        let noun = BODY_NOUNS.contains(&word);
        if !capital && noun {
            end = Some(to + 1);
            break;
        }
        if noun && sentence.is_capital(to) || end.is_some() && sentence.is_capital(to) {
            end = Some(to + 1);
        } else if end.is_some() && word == "and" && sentence.is(to + 1, &["the", "its"]) {
            break;
        }
        to += 1;
    }
    let end = end?;
    Some((sentence.text(at, end), end))
}
