//! Blanks without letters or brackets: `___` and "…".

use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::{ORDINAL_ENDINGS, Passage};
use crate::terms::english::calendar;
use crate::terms::stretch::stretch_end;

/// A rule of underscores at the foot of a page is longer than a blank in a sentence.
const LONGEST_BLANK: usize = 12;

pub(super) fn underscores(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let start = passage.tokens[index].start;
    if before_is(passage, start, |c| c == '_' || c.is_alphanumeric()) {
        return;
    }
    let end = stretch_end(passage.chars, start, |c| c == '_');
    // A long run is a blank only in the middle of a sentence.
    let inside = || {
        passage.chars[..start].iter().any(|c| c.is_alphanumeric())
            && passage.chars[end..].iter().find(|c| !c.is_whitespace()).is_some_and(|c| c.is_lowercase())
    };
    if end - start >= 2 && (end - start <= LONGEST_BLANK || inside()) {
        push(passage, found, (start, end), "blank", "underscores");
    }
}

/// "the … meeting", "on … March", "of …" at the end, "59/…"; not an omission in a quotation.
pub(super) fn ellipsis(passage: &Passage<'_>, index: usize, quoted: bool, found: &mut Vec<Mention>) {
    let start = passage.tokens[index].start;
    let Some(end) = ellipsis_end(passage, start) else { return };
    let in_document = passage.document_around(start).is_some_and(|document| end <= document.end);
    let excluded = quoted || before_is(passage, start, |c| c == '[' || c.is_alphanumeric());
    if in_document || !excluded && is_awaited(passage, index, end) {
        push(passage, found, (start, end), "ellipsis", "bare-ellipsis");
    }
}

/// The end of `…` or of three full stops and more, of which the first stands at `start`.
fn ellipsis_end(passage: &Passage<'_>, start: usize) -> Option<usize> {
    if passage.chars[start] == '…' {
        return Some(start + 1);
    }
    let end = stretch_end(passage.chars, start, |c| c == '.');
    (end - start >= 3 && !before_is(passage, start, |c| c == '.')).then_some(end)
}

/// Whether the words around an ellipsis want a number or a date in its place.
fn is_awaited(passage: &Passage<'_>, index: usize, end: usize) -> bool {
    let next = passage.token_from(end);
    let counted = passage.is_any(next, &["meeting", "meetings", "plenary", "session"])
        || passage.is_any(next, ORDINAL_ENDINGS)
        || calendar::month(passage.word(next)).is_some();
    let dated = index > 0
        && next >= passage.tokens.len()
        && (passage.is_any(index - 1, &["of", "on", "dated"]) || passage.is_mark(index - 1, ','));
    counted || dated
}

fn before_is(passage: &Passage<'_>, at: usize, wanted: impl Fn(char) -> bool) -> bool {
    at > 0 && wanted(passage.chars[at - 1])
}
