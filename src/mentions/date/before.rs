//! What stands before a date: the day of the week, or what shows its number to be of something else.

use super::expression::Weekday;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::calendar;

/// The days of the week that stand before a date: none, one, or the first and last of a run.
///
/// "Friday, 11 June": they stand outside the mention. "Monday to Friday, 3–7 March" names two.
pub(super) fn weekdays_before(passage: &Passage<'_>, first: usize) -> (Option<Weekday>, Option<Weekday>) {
    let before = |at: usize| {
        let at = at.checked_sub(1)?;
        // "Friday, the 11th of June", "Fri., 11 June"
        let at = if passage.is_any(at, &["the"]) { at.checked_sub(1)? } else { at };
        let at = if passage.is_mark(at, ',') { at.checked_sub(1)? } else { at };
        let at = if passage.is_mark(at, '.') && passage.is_glued(at) { at.checked_sub(1)? } else { at };
        calendar::weekday(passage.word(at)).map(|name| (name, at))
    };
    let Some((last, at)) = before(first) else { return (None, None) };
    let Some(joint) = at
        .checked_sub(1)
        .filter(|joint| passage.is_any(*joint, &["to", "and", "through"]) || passage.is_dash(*joint))
    else {
        return (Some(last), None);
    };
    match before(joint) {
        Some((first, _)) => (Some(first), Some(last)),
        None => (Some(last), None),
    }
}

/// The token after the day of the week at `index` and its comma; `index` itself where there is none.
pub(super) fn after_weekday(passage: &Passage<'_>, index: usize) -> (Option<Weekday>, usize) {
    let Some(name) = calendar::weekday(passage.word(index)) else { return (None, index) };
    let mut next = index + 1;
    if passage.is_mark(next, '.') && passage.is_glued(next) {
        next += 1;
    }
    if passage.is_mark(next, ',') {
        next += 1;
    }
    (Some(name), next)
}

/// A number glued to what precedes it (`2/4`, `1.5`, `COVID-19`) begins no date.
pub(super) fn may_begin(passage: &Passage<'_>, index: usize) -> bool {
    // "from 3 to 7 May 2016 27 and from …": the call of a note stands after the year.
    let after_year = index > 0 && passage.number(index - 1).is_some_and(|year| year > 1000);
    if after_year && passage.tokens[index].kind == TokenKind::Number {
        // "6 February 2025 9 June 2025": two lines of a masthead that run together.
        let range = passage.is_any(index + 1, &["to"]) || passage.is_dash(index + 1);
        let last = if range { index + 2 } else { index };
        return calendar::month(passage.word(last + 1)).is_some();
    }
    if passage.is_glued(index) {
        let before = passage.chars[passage.tokens[index].start - 1];
        return matches!(before, '(' | '[' | '“' | '"' | '‘' | '–' | '—' | ':' | ';' | ',' | '*')
            && !decimal_comma(passage, index);
    }
    true
}

fn decimal_comma(passage: &Passage<'_>, index: usize) -> bool {
    index >= 2
        && passage.is_mark(index - 1, ',')
        && passage.is_glued(index - 1)
        && passage.number(index - 2).is_some()
}

/// "paragraph 5", "item 3", "No. 7": the number is spoken for.
pub(super) fn is_number_of_noun(passage: &Passage<'_>, index: usize) -> bool {
    let Some(at) = index.checked_sub(1) else { return false };
    if passage.is_mark(at, '.') {
        let Some(before) = at.checked_sub(1) else { return false };
        if !passage.is_any(
            before,
            &["no", "nos", "para", "paras", "art", "vol", "vols", "p", "pp", "ch", "chap", "sect"],
        ) {
            return false;
        }
        return passage.tokens[index].kind == TokenKind::Number;
    }
    passage.tokens[index].kind == TokenKind::Number && passage.is_any(at, NUMBERED_NOUNS)
}

/// Nouns that take a number after them.
const NUMBERED_NOUNS: &[&str] = &[
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "article",
    "articles",
    "rule",
    "rules",
    "item",
    "items",
    "sub-items",
    "sub-item",
    "section",
    "sections",
    "chapter",
    "chapters",
    "annex",
    "annexes",
    "resolution",
    "resolutions",
    "decision",
    "decisions",
    "no",
    "nos",
    "page",
    "pages",
    "goal",
    "goals",
    "target",
    "targets",
    "part",
    "parts",
    "option",
    "options",
    "volume",
    "table",
    "figure",
    "meetings",
    "sessions",
    "room",
    "rooms",
    "footnote",
    "footnotes",
    "note",
    "notes",
    "principle",
    "principles",
    "recommendation",
    "recommendations",
    "question",
    "questions",
    "appendix",
    "cluster",
    "clusters",
    "phase",
    "level",
    "levels",
    "number",
    "numbers",
];
