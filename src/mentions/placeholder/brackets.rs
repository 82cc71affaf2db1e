//! Square brackets, by what they hold.

use super::instructions::is_instruction;
use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::{Passage, TokenKind, is_dash};
use crate::terms::english::calendar;

/// Everything from the `[` at the token `from` to its `]` at `to`.
pub(super) fn find(passage: &Passage<'_>, from: usize, to: usize, quoted: bool, found: &mut Vec<Mention>) {
    let (start, end) = (passage.tokens[from].start, passage.tokens[to].end);
    let inside = &passage.chars[start + 1..end - 1];
    let kind_and_rule = if is_blank(inside) {
        Some(("blank", "empty-brackets"))
    } else if inside.iter().all(|c| matches!(c, '.' | '…' | ' ')) {
        // "[…]" between quotation marks is an omission.
        (!quoted).then_some(("ellipsis", "bracketed-ellipsis"))
    } else if is_letter_for_number(inside) {
        Some(("variable", "bracketed-letter"))
    } else if is_value(passage, from, to) {
        (!is_note_call(passage, from, to)).then_some(("bracketed_value", "bracketed-value"))
    } else if is_instruction(passage, from, to) {
        Some(("instruction", "bracketed-instruction"))
    } else {
        let kept = quoted || is_editorial(passage, from, to);
        (!kept).then_some(("bracketed_text", "bracketed-wording"))
    };
    if let Some((kind, rule)) = kind_and_rule {
        push(passage, found, (start, end), kind, rule);
    }
}

fn is_blank(inside: &[char]) -> bool {
    inside.iter().all(|c| c.is_whitespace() || is_dash(*c) || matches!(c, '_' | '•' | '●' | '*' | '#'))
}

/// `[x]`, `[XX]`, `[nn]`, `[20XX]`.
fn is_letter_for_number(inside: &[char]) -> bool {
    let letters = match inside {
        ['2', '0', rest @ ..] => rest,
        all => all,
    };
    let Some(first) = letters.first() else { return false };
    matches!(first, 'x' | 'X' | 'y' | 'Y' | 'z' | 'Z' | 'n' | 'N')
        && letters.len() <= 4
        && letters.iter().all(|letter| letter == first)
}

/// Numbers, dates and symbols, and the words that join them.
fn is_value(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let mut solid = false;
    for index in from + 1..to {
        let token = passage.tokens[index];
        let value = passage.is_taken(index)
            || token.kind == TokenKind::Number
            || calendar::month(passage.word(index)).is_some()
            || calendar::weekday(passage.word(index)).is_some()
            || passage.is_ordinal_ending(index);
        let joint =
            passage.is_any(index, &["to", "and", "or", "from", "on"]) || token.kind == TokenKind::Mark;
        if !(value || joint) {
            return false;
        }
        solid |= value;
    }
    solid
}

/// "[1]" right after a word is the call of a footnote; "[8] to [12] March" stands free.
fn is_note_call(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let (start, end) = (passage.tokens[from].start, passage.tokens[to].end);
    let after_word = start > 0
        && !passage.chars[start - 1].is_whitespace()
        && !matches!(passage.chars[start - 1], '(' | '-' | '–' | '/' | '.');
    let alone = end == passage.chars.len()
        || start == 0
        || passage.is_any(from.saturating_sub(1), &["note", "notes", "footnote", "reference"]);
    let digits = passage.chars[start + 1..end - 1].iter().all(|c| c.is_ascii_digit());
    digits && (after_word || alone)
}

/// What the brackets that a finished text keeps begin with.
const EDITORIAL: &[&[&str]] = &[
    &["sic"],
    &["original"],
    &["emphasis"],
    &["ibid"],
    &["see"],
    &["on", "the", "report", "of"],
    &["without", "reference", "to"],
    &["adopted"],
    &["agenda", "item"],
    &["item"],
    &["signed"],
    &["in"],
    &["resolution"],
    &["footnote"],
    &["footnotes"],
    &["translation"],
    &["translated"],
    &["end"],
    &["start"],
    &["english"],
    &["french"],
    &["spanish"],
    &["russian"],
    &["arabic"],
    &["chinese"],
];

/// Brackets that the finished text keeps.
fn is_editorial(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    // "decide[d]", "[T]he", "member[s]": letters changed by an editor.
    let (start, end) = (passage.tokens[from].start, passage.tokens[to].end);
    if start > 0 && passage.chars[start - 1].is_alphanumeric()
        || passage.chars.get(end).is_some_and(|c| c.is_alphabetic())
    {
        return true;
    }
    let first = from + 1;
    // "[A]", "[iii]": a mark of reference.
    if to - first == 1 && passage.word(first).len() == 1 && passage.tokens[first].kind == TokenKind::Word {
        return true;
    }
    let opens =
        |phrase: &[&str]| phrase.iter().enumerate().all(|(at, word)| passage.is_any(first + at, &[word]));
    // "[in English]" and "[In the 12-month period]" part at the length.
    let short = to - first <= 3;
    EDITORIAL.iter().any(|phrase| opens(phrase) && (*phrase != ["in"] || short))
}
