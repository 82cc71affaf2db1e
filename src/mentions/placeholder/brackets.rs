//! Square brackets, by what they hold.

use super::instructions::is_instruction;
use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::{Passage, TokenKind, is_dash};
use crate::terms::english::calendar;
use crate::terms::state;

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
    } else if names_a_value(passage, from, to) {
        (!quoted).then_some(("variable", "bracketed-noun"))
    } else if is_value(passage, from, to) {
        let kept = is_note_call(passage, from, to) || is_reference(passage, from, to);
        (!kept).then_some(("bracketed_value", "bracketed-value"))
    } else if is_instruction(passage, from, to) {
        Some(("instruction", "bracketed-instruction"))
    } else {
        let kept = quoted
            || is_editorial(passage, from, to)
            || is_attributed(passage, from, to)
            || is_inserted(passage, from, to);
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

/// What a bracket asks for by its bare name: "[date]", "[symbol]".
pub(super) const VALUE_NOUNS: &[(&str, &str)] = &[
    ("date", "date"),
    ("dates", "date"),
    ("day", "day"),
    ("month", "date"),
    ("year", "year"),
    ("name", "name"),
    ("names", "name"),
    ("country", "country"),
    ("symbol", "symbol"),
    ("venue", "place"),
    ("place", "place"),
    ("number", "number"),
    ("time", "time"),
];

fn names_a_value(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    to == from + 2 && VALUE_NOUNS.iter().any(|(noun, _)| passage.is_any(from + 1, &[noun]))
}

/// An address, "[A/98/L.2 (2)]" in a list of what is before each item, the date below "[Original: …]"
/// or by itself on a page of contents: brackets that a finished text keeps.
fn is_reference(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let address = |index: usize| {
        let at = passage.tokens[index].start;
        passage.is_taken(index) && passage.document_around(at).is_some_and(|document| document.rule == "url")
    };
    let item = to > from + 4
        && passage.is_mark(to - 1, ')')
        && passage.number(to - 2).is_some()
        && passage.is_mark(to - 3, '(')
        && passage.is_taken(to - 4)
        && !passage.is_taken(to - 2);
    let dated = (from + 1..to).any(|at| calendar::month(passage.word(at)).is_some())
        && (from + 1..to).any(|at| passage.number(at).is_some_and(|year| year > 1900));
    let alone = from == 0 && to + 1 == passage.tokens.len();
    let below_original = passage.is_mark(0, '[') && passage.is_any(1, &["original"]);
    address(from + 1) || item || dated && (alone || below_original)
}

/// "[USA: …]", "[EU, Japan and others: …]": who proposed it.
fn is_attributed(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let Some(colon) = (from + 2..to.min(from + 24)).find(|at| passage.is_mark(*at, ':')) else {
        return false;
    };
    let mut acronym = false;
    let named = (from + 1..colon).all(|at| {
        let word = passage.word(at);
        if passage.tokens[at].kind == TokenKind::Mark {
            return matches!(word[0], ',' | '/' | '&' | '+' | '-' | '(' | ')');
        }
        acronym |= word.len() > 1 && word.iter().all(|c| c.is_uppercase());
        word[0].is_uppercase() && passage.tokens[at].kind == TokenKind::Word
            || passage.is_any(at, &["and", "of", "the", "others", "by", "for", "on", "behalf"])
    });
    let state = || state::length_at(&passage.chars[passage.tokens[from + 1].start..]).is_some();
    named && (acronym || state() || passage.is_any(colon - 1, &["others"]))
}

/// Words that an editor puts in to make a sentence whole.
const INSERTED: &[&str] = &[
    "to", "of", "the", "a", "an", "he", "she", "it", "they", "his", "her", "its", "their", "them", "is",
    "are", "was", "were", "be", "been", "has", "have", "had", "that", "which", "who", "in", "on", "for",
    "with", "from", "by", "this",
];

/// "calls on the Government [to] report": one small word between two others, the only brackets of
/// the paragraph. Wording under negotiation seldom comes alone.
fn is_inserted(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let word_at = |index: usize| passage.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Word);
    to == from + 2
        && passage.is_any(from + 1, INSERTED)
        && from > 0
        && word_at(from - 1)
        && word_at(to + 1)
        && passage.chars.iter().filter(|c| **c == '[').count() == 1
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
    &["note", ":"],
    &["note", "by"],
    &["editor’s"],
    &["editors’"],
    &["italics"],
    &["underlining"],
    &["citation", "omitted"],
    &["citations", "omitted"],
    &["continued"],
    &["signature"],
    &["seal"],
    &["unofficial"],
    &["hereinafter"],
    &["formerly"],
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
