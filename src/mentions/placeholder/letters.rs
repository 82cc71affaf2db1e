//! Letters that stand for a number: `CRP.X` in a symbol, `XX March`, `X plenary meetings`, `20XX`,
//! `paragraph X`.

use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::{Passage, TokenKind, is_dash};
use crate::terms::english::calendar;

/// What an X before it would count.
pub(super) const COUNTED: &[&str] = &[
    "meeting",
    "meetings",
    "plenary",
    "formal",
    "informal",
    "session",
    "sessions",
    "members",
    "states",
    "parties",
    "delegations",
    "observers",
    "participants",
    "statements",
    "days",
    "date",
    "countries",
    "organizations",
    "votes",
];

/// What takes a number after it.
const NUMBERED: &[&str] = &["paragraph", "paragraphs", "para", "page", "pages", "crp"];

/// The letters of "XX", "x", "N" and "XXth"; `None` for a word that is no such thing.
pub(super) fn in_word(word: &[char]) -> Option<&[char]> {
    let letters = match word {
        [letters @ .., 't', 'h'] => letters,
        all => all,
    };
    let alike = |sign: char| letters.iter().all(|c| *c == sign);
    let fit = (1..=4).contains(&letters.len()) && (alike('X') || alike('x') || letters == ['N']);
    fit.then_some(letters)
}

/// Finds the letters with which the token at `index` begins.
pub(super) fn find(passage: &Passage<'_>, index: usize, letters: &[char], found: &mut Vec<Mention>) {
    let token = passage.tokens[index];
    let end = token.start + letters.len();
    let start = if is_open_in_document(passage, token.start, end) {
        Some(with_kind(passage.chars, token.start))
    } else if is_year(passage, index, letters) {
        Some(passage.tokens[index - 1].start)
    } else {
        (stands_free(passage, index) && is_number(passage, index, letters)).then_some(token.start)
    };
    if let Some(start) = start {
        push(passage, found, (start, end), "variable", "letter-for-number");
    }
}

fn is_open_in_document(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    passage
        .document_around(start)
        .is_some_and(|document| end <= document.end && document.attributes.contains_key("provisional"))
}

/// The start of the part of a symbol to which an X belongs, since by itself it says little: "CRP.X".
fn with_kind(chars: &[char], start: usize) -> usize {
    let Some([before @ .., '.' | '/']) = chars.get(..start) else { return start };
    match before.iter().rev().take_while(|c| c.is_ascii_alphabetic()).count() {
        0 => start,
        kind => before.len() - kind,
    }
}

/// `20XX`, `202X`.
fn is_year(passage: &Passage<'_>, index: usize, letters: &[char]) -> bool {
    passage.is_glued(index)
        && matches!(passage.number(index - 1), Some(20 | 202))
        && letters[0] != 'x'
        && letters.len() == passage.word(index).len()
}

/// Not `[X]`, which is another rule's, and not glued to what is before it but by a dash or "(".
fn stands_free(passage: &Passage<'_>, index: usize) -> bool {
    let token = passage.tokens[index];
    let Some(before) = token.start.checked_sub(1).map(|at| passage.chars[at]) else { return true };
    let bracketed = before == '[' && passage.chars.get(token.end) == Some(&']');
    !bracketed && (!passage.is_glued(index) || is_dash(before) || before == '(')
}

/// Whether the words around the letters want a number in their place.
fn is_number(passage: &Passage<'_>, index: usize, letters: &[char]) -> bool {
    let end = passage.tokens[index].start + letters.len();
    let next = index + 1;
    let apart =
        passage.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word && token.start > end);
    let counted = apart && passage.is_any(next, COUNTED);
    // An N is a number only where it counts: it may be an initial.
    if letters == ['N'] {
        return counted;
    }
    let small = letters[0] == 'x';
    let ordinal = letters.len() < passage.word(index).len();
    counted
        || ordinal
        || (!small || letters.len() > 1) && is_day(passage, next)
        || is_numbered(passage, index, letters)
}

/// "XX March", "XX to XX March".
fn is_day(passage: &Passage<'_>, next: usize) -> bool {
    let month_at = |at: usize| calendar::month(passage.word(at)).is_some();
    let range = passage.is_any(next, &["to", "and"]) || passage.is_dash(next);
    month_at(next) || range && (next + 1..next + 4).any(month_at)
}

/// "paragraph x", "page X": a capital by itself may be the first of a word that goes on.
fn is_numbered(passage: &Passage<'_>, index: usize, letters: &[char]) -> bool {
    index > 0
        && passage.is_any(index - 1, NUMBERED)
        && (letters[0] == 'x' || letters.len() > 1 || !passage.is_glued(index + 1))
}
