//! Words with long unchanged stretches left out.

use super::Piece;
use crate::diff::{WordOp, Words};

/// An elision that saves fewer words than this costs more than it saves.
const WORTH: usize = 4;

/// A new or deleted text longer than this is shown by its beginning and its end.
const LONG: usize = 120;
const LONG_HEAD: usize = 40;
const LONG_TAIL: usize = 12;

/// The words with at most `context` unchanged words on each side of an edit; all of them where
/// `context` is `None`.
pub(super) fn pieces(words: &[Words], context: Option<usize>) -> Vec<Piece> {
    let Some(context) = context else {
        return words.iter().map(|word| Piece::Text(word.op, word.text.clone())).collect();
    };
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let alone = words.len() == 1;
        if word.op != WordOp::Equal {
            if alone && count(&word.text) > LONG {
                elide(&mut out, word, LONG_HEAD, LONG_TAIL);
            } else {
                out.push(Piece::Text(word.op, word.text.clone()));
            }
            continue;
        }
        let head = if at == 0 && !alone { 0 } else { context };
        let tail = if at + 1 == words.len() { 0 } else { context };
        elide(&mut out, word, head, tail);
    }
    out
}

/// Only the edit number `which` of the words, with a few words round it.
pub(super) fn one_edit(words: &[Words], which: usize, context: usize) -> Vec<Piece> {
    let mut seen = 0;
    let mut inside = false;
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if word.op != WordOp::Equal {
            if !inside {
                seen += 1;
            }
            inside = true;
            if seen == which + 1 {
                out.push(Piece::Text(word.op, word.text.clone()));
            }
            continue;
        }
        inside = false;
        let (before, after) = (seen == which && at + 1 < words.len(), seen == which + 1);
        if after {
            elide(&mut out, word, context, 0);
            break;
        }
        if before {
            elide(&mut out, word, 0, context);
        }
    }
    out.retain(|piece| !matches!(piece, Piece::Elided(_)));
    out
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Keeps the first and last words of a text.
fn elide(out: &mut Vec<Piece>, word: &Words, head: usize, tail: usize) {
    let total = count(&word.text);
    if total < head + tail + WORTH {
        out.push(Piece::Text(word.op, word.text.clone()));
        return;
    }
    let (first, last) = (after_words(&word.text, head), before_words(&word.text, tail));
    if first > 0 {
        out.push(Piece::Text(word.op, word.text[..first].to_owned()));
    }
    out.push(Piece::Elided(total - head - tail));
    if last < word.text.len() {
        out.push(Piece::Text(word.op, word.text[last..].to_owned()));
    }
}

/// The byte after the first `count` words.
fn after_words(text: &str, count: usize) -> usize {
    let mut words = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if words == count && (count == 0 || (inside && c.is_whitespace())) {
            return at;
        }
        if !c.is_whitespace() && !inside {
            words += 1;
        }
        inside = !c.is_whitespace();
    }
    text.len()
}

/// The byte where the last `count` words begin.
fn before_words(text: &str, count: usize) -> usize {
    if count == 0 {
        return text.len();
    }
    let mut words = 0;
    let mut start = text.len();
    let mut inside = false;
    for (at, c) in text.char_indices().rev() {
        if !c.is_whitespace() {
            if !inside {
                words += 1;
            }
            if words > count {
                return start;
            }
            start = at;
        }
        inside = !c.is_whitespace();
    }
    0
}
