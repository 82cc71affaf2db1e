//! Blanks without letters or square brackets: `___`, "…", "??".

use super::brackets::VALUE_NOUNS;
use super::letters::COUNTED;
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
        // "….." is one; a single full stop behind it ends the sentence.
        let end = stretch_end(passage.chars, start + 1, |c| c == '.');
        return Some(if end > start + 2 { end } else { start + 1 });
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
    // "from ….. to ….. April"
    let run = passage.is_any(next, &["to", "and"])
        && passage.tokens.get(next + 1).is_some_and(|token| {
            let other = matches!(passage.chars[token.start], '…' | '.').then_some(token.start);
            let end = other.and_then(|start| ellipsis_end(passage, start));
            end.is_some_and(|end| calendar::month(passage.word(passage.token_from(end))).is_some())
        });
    counted || dated || run
}

/// "?? States", "*** States", "on -- April 2031", "{…} States", "<number> States", "INF/(…)": signs in the place
/// of a value, where the words around them want one.
pub(super) fn signs(passage: &Passage<'_>, index: usize, quoted: bool, found: &mut Vec<Mention>) {
    let start = passage.tokens[index].start;
    let sign = passage.chars[start];
    let free = start > 0 && !before_is(passage, start, |c| !c.is_whitespace() && c != '(');
    let end = match sign {
        '?' | '*' | '-' => stretch_end(passage.chars, start, |c| c == sign),
        '{' | '<' | '(' => match value_end(passage, index) {
            Some(end) => end,
            None => return,
        },
        _ => return,
    };
    let next = passage.token_from(end);
    let apart = passage.chars.get(end) == Some(&' ');
    let month = apart && calendar::month(passage.word(next)).is_some();
    let counted = apart && passage.is_any(next, COUNTED);
    let long = end - start;
    let is_blank = match sign {
        '?' => (free || start == 0) && (2..=4).contains(&long) && (counted || month),
        '*' => free && long == 3 && (counted || month),
        '-' => {
            let day = index > 0 && passage.is_any(index - 1, &["on", "from", "to", "of"]);
            free && day && (2..=3).contains(&long) && month
        }
        '(' => before_is(passage, start, |c| c == '/'),
        _ => free && (counted || month),
    };
    if is_blank && !quoted {
        push(passage, found, (start, end), "blank", "signs-for-value");
    }
}

/// The end of "{…}", "<number>", "(…)".
fn value_end(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let start = passage.tokens[index].start;
    let close = match passage.chars[start] {
        '{' => '}',
        '<' => '>',
        _ => ')',
    };
    let inside: Vec<char> =
        passage.chars[start + 1..].iter().copied().take(12).take_while(|c| *c != close).collect();
    let end = start + 1 + inside.len();
    let dots = !inside.is_empty() && inside.iter().all(|c| matches!(c, '…' | '.' | '_' | '#' | ' '));
    let noun = || {
        passage.is_mark(index + 2, close)
            && VALUE_NOUNS.iter().any(|(noun, _)| passage.is_any(index + 1, &[noun]))
    };
    (passage.chars.get(end) == Some(&close) && (dots || close != ')' && noun())).then_some(end + 1)
}

fn before_is(passage: &Passage<'_>, at: usize, wanted: impl Fn(char) -> bool) -> bool {
    at > 0 && wanted(passage.chars[at - 1])
}
