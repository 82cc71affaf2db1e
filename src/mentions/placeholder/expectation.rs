//! What will stand in the place of a placeholder, by what stands around it.

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::calendar;

/// Nouns that take a number after them.
const NUMBERED: &[&str] = &["paragraph", "paragraphs", "page", "article", "annex", "decision", "resolution"];

pub(super) fn expects(passage: &Passage<'_>, start: usize, end: usize, kind: &str) -> Option<&'static str> {
    // A bracketed symbol begins one character after its bracket.
    if let Some(document) = passage.document_around(start).or_else(|| passage.document_around(start + 1)) {
        let prose = document.attributes.get("type").is_some_and(|kind| kind != "symbol");
        return Some(if prose && kind != "bracketed_value" { "number" } else { "symbol" });
    }
    if kind == "instruction" {
        let inside = &passage.chars[start..end];
        let says = |word: &str| contains_word(inside, word);
        return Some(if says("document") || says("symbol") { "symbol" } else { "text" });
    }
    if kind == "bracketed_text" {
        return Some("text");
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
    next += usize::from(passage.is_any(next, &["plenary", "formal", "informal", "closed", "open"]));
    if passage.is_any(next, &["meeting"]) {
        return Some("meeting ordinal");
    }
    if passage.is_any(next, &["session"]) {
        return Some("session ordinal");
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
