//! What stands before a date: the day of the week, or what shows its number to be of something else.

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::date;

/// "Friday, 11 June": the name of the day stands outside the mention.
pub(super) fn weekday_before(passage: &Passage<'_>, first: usize) -> Option<&'static str> {
    let at = first.checked_sub(1)?;
    let at = if passage.is_mark(at, ',') { at.checked_sub(1)? } else { at };
    date::weekday(passage.word(at))
}

/// A number glued to what precedes it (`2/4`, `1.5`, `COVID-19`) begins no date.
pub(super) fn may_begin(passage: &Passage<'_>, index: usize) -> bool {
    // "from 3 to 7 May 2016 27 and from …": the call of a note stands after the year.
    let after_year = index > 0 && passage.number(index - 1).is_some_and(|year| year > 1000);
    if after_year && passage.tokens[index].kind == TokenKind::Number {
        return false;
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
    let Some(mut at) = index.checked_sub(1) else { return false };
    if passage.is_mark(at, '.') {
        let Some(before) = at.checked_sub(1) else { return false };
        if !passage.is_any(before, &["no", "nos", "para", "paras", "art"]) {
            return false;
        }
        at = before;
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
];
