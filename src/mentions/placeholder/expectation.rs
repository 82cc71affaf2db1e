//! What will stand in the place of a placeholder, by what stands around it.

use super::brackets::VALUE_NOUNS;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::calendar;

/// Nouns that take a number after them.
const NUMBERED: &[&str] = &[
    "paragraph",
    "paragraphs",
    "page",
    "pages",
    "article",
    "annex",
    "decision",
    "resolution",
    "item",
    "items",
    "section",
    "chapter",
    "table",
    "footnote",
    "rule",
];

/// What an instruction asks for, by a word in it.
const ASKED: &[(&str, &str)] = &[
    ("document", "symbol"),
    ("symbol", "symbol"),
    ("date", "date"),
    ("dates", "date"),
    ("name", "name"),
    ("names", "name"),
    ("number", "number"),
    ("venue", "place"),
    ("place", "place"),
];

/// What stands between a blank and "meeting" or "session".
const ADJECTIVES: &[&str] = &[
    "plenary",
    "formal",
    "informal",
    "closed",
    "open",
    "substantive",
    "regular",
    "resumed",
    "special",
    "annual",
    "organizational",
    "virtual",
];

pub(super) fn expects(passage: &Passage<'_>, start: usize, end: usize, kind: &str) -> Option<&'static str> {
    // A bracketed symbol begins one character after its bracket.
    if let Some(document) = passage.document_around(start).or_else(|| passage.document_around(start + 1)) {
        let prose = document.attributes.get("type").is_some_and(|kind| kind != "symbol");
        return Some(if prose && kind != "bracketed_value" { "number" } else { "symbol" });
    }
    if kind == "instruction" {
        let inside = &passage.chars[start..end];
        let says = |word: &str| contains_word(inside, word);
        return Some(ASKED.iter().find(|(word, _)| says(word)).map_or("text", |(_, asked)| asked));
    }
    if kind == "bracketed_text" {
        return Some("text");
    }
    let own = passage.token_from(start) + 1;
    if let Some((_, named)) = VALUE_NOUNS.iter().find(|(noun, _)| passage.is_any(own, &[noun]))
        && kind == "variable"
    {
        return Some(named);
    }
    let century = |at: usize| passage.chars.get(at..at + 2) == Some(&['2', '0']);
    if kind == "variable" && (century(start) || century(start + 1)) {
        return Some("year");
    }
    let mut next = passage.token_from(end);
    next += usize::from(passage.is_ordinal_ending(next));
    if month_follows(passage, next) {
        return Some("day");
    }
    next += usize::from(passage.is_any(next, ADJECTIVES));
    if passage.is_any(next, &["meeting"]) {
        return Some("meeting ordinal");
    }
    if passage.is_any(next, &["session"]) {
        return Some("session ordinal");
    }
    if passage.is_any(next, &["date"]) {
        return Some("date");
    }
    if passage.is_mark(next, '%') || passage.is_any(next, &["per"]) && passage.is_any(next + 1, &["cent"]) {
        return Some("number");
    }
    if passage.number(next).is_some_and(|year| (1900..2200).contains(&year)) && kind != "bracketed_value" {
        return Some("date");
    }
    if let Some(person) = person(passage, start, next, kind) {
        return Some(person);
    }
    if is_plural(passage, next) {
        return Some("number");
    }
    let first = passage.token_from(start);
    if first == 0 && next >= passage.tokens.len() {
        return Some("text");
    }
    (first > 0 && passage.is_any(first - 1, NUMBERED)).then_some("number")
}

/// "Ms. ___ (___)": a name and its country.
fn person(passage: &Passage<'_>, start: usize, next: usize, kind: &str) -> Option<&'static str> {
    let first = passage.token_from(start);
    if kind == "bracketed_value" || first == 0 {
        return None;
    }
    let back = first - 1;
    let title = back - usize::from(back > 0 && passage.is_mark(back, '.'));
    if passage.is_any(title, &["mr", "ms", "mrs", "dr", "ambassador"]) {
        return Some("name");
    }
    let blank_before = || back > 0 && matches!(passage.chars[passage.tokens[back - 1].start], '_' | ']');
    (passage.is_mark(back, '(') && passage.is_mark(next, ')') && blank_before()).then_some("country")
}

/// "___ March", and "___ to ___ March": the first day stands before a dash or "to".
fn month_follows(passage: &Passage<'_>, next: usize) -> bool {
    let mut ahead = next;
    if passage.is_any(ahead, &["to", "and"]) || passage.is_dash(ahead) {
        ahead += 1;
        while ahead < next + 6
            && (passage.tokens.get(ahead).is_some_and(|t| t.kind != TokenKind::Word)
                || passage.is_any(ahead, &["x", "xx"]))
        {
            ahead += 1;
        }
    }
    calendar::month(passage.word(next)).is_some() || calendar::month(passage.word(ahead)).is_some()
}

/// A word in small letters that ends in s: things that are counted.
fn is_plural(passage: &Passage<'_>, index: usize) -> bool {
    passage.tokens.get(index).is_some_and(|token| {
        token.kind == TokenKind::Word
            && passage.chars[token.start].is_lowercase()
            && passage.word(index).ends_with(&['s'])
    })
}

fn contains_word(chars: &[char], word: &str) -> bool {
    let length = word.len();
    (0..chars.len().saturating_sub(length - 1)).any(|at| {
        word.chars().zip(&chars[at..]).all(|(a, b)| a.eq_ignore_ascii_case(b))
            && !chars.get(at + length).is_some_and(|c| c.is_alphanumeric())
            && (at == 0 || !chars[at - 1].is_alphanumeric())
    })
}
