//! Words with long unchanged stretches left out.

use super::Piece;
use crate::diff::tokens::is_stop_word;
use crate::diff::{WordOp, Words};

/// An elision that saves fewer words than this costs more than it saves.
const WORTH: usize = 4;

/// Of a new or deleted text longer than this long lists are shown by their first and last members.
const WITH_LISTS: usize = 120;

/// One that is longer than this, and has no such list, by its beginning and its end: what it asks for
/// often stands at its end.
const LONG: usize = 250;
const LONG_HEAD: usize = 150;
const LONG_TAIL: usize = 40;

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
            if alone && count(&word.text) > WITH_LISTS {
                shorten(&mut out, word);
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

/// A long text that came or went as a whole: its lists by their first and last members, or, where
/// there are none, its beginning and its end.
fn shorten(out: &mut Vec<Piece>, word: &Words) {
    let spans = list_spans(&word.text);
    if spans.is_empty() && count(&word.text) > LONG {
        return elide(out, word, LONG_HEAD, LONG_TAIL);
    }
    let mut at = 0;
    for (start, end) in spans {
        out.push(Piece::Text(word.op, word.text[at..start].to_owned()));
        out.push(Piece::Elided(count(&word.text[start..end])));
        at = end;
    }
    out.push(Piece::Text(word.op, word.text[at..].to_owned()));
}

/// A list shorter than this is shown whole.
const LIST: usize = 8;
/// Members of a list have at most so many words; longer stretches between commas are clauses.
const MEMBER: usize = 7;
/// Members that are shown at its beginning.
const FIRST: usize = 3;

/// What to leave out of each long list: bytes from behind its third member to its last one.
pub(in crate::diff) fn list_spans(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    // Where members begin, as far as the list goes.
    let mut starts: Vec<usize> = Vec::new();
    let mut close = |starts: &mut Vec<usize>| {
        if starts.len() >= LIST {
            out.push((starts[FIRST], starts[starts.len() - 1]));
        }
        starts.clear();
    };
    for at in separators(text) {
        match starts.last() {
            Some(&last) if !is_member(&text[last..at]) => {
                close(&mut starts);
                starts.push(at);
            }
            // The first member stands before the first separator.
            None => starts.extend([first_member(&text[..at]), at]),
            _ => starts.push(at),
        }
    }
    close(&mut starts);
    out
}

/// A name may be long ("United Kingdom of Great Britain and Northern Ireland"); anything else of
/// that length is a clause.
fn is_member(text: &str) -> bool {
    let most = if text.starts_with(char::is_uppercase) { MEMBER + 3 } else { MEMBER };
    count(text) <= most && !has_end(text)
}

/// Where the member that ends this text begins: behind a colon, or three words back.
fn first_member(text: &str) -> usize {
    let bare = text.trim_end().trim_end_matches([',', ';']);
    let behind = bare.rfind(": ").map_or(0, |at| at + 2);
    behind.max(before_words(bare, FIRST))
}

/// True where a sentence ends inside.
fn has_end(text: &str) -> bool {
    text.contains(". ") || text.contains('\n')
}

/// The bytes behind each ", " and "; " that stands in no brackets.
fn separators(text: &str) -> Vec<usize> {
    let mut depth = 0usize;
    let mut out = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if c.is_whitespace() && depth == 0 && matches!(before, ',' | ';') => {
                out.push(at + c.len_utf8())
            }
            _ => {}
        }
        before = c;
    }
    out
}

/// Only the edit number `which` of the words, with a few words round it: as many of its own sentence
/// as make a word group.
pub(super) fn one_edit(words: &[Words], which: usize, context: usize) -> Vec<Piece> {
    let mut seen = 0;
    let mut inside = None;
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if word.op != WordOp::Equal {
            // As `edits` counts them: what is taken out behind something put in is another edit.
            if inside.is_none() || (inside == Some(WordOp::Insert) && word.op == WordOp::Delete) {
                seen += 1;
            }
            inside = Some(word.op);
            if seen == which + 1 {
                out.push(Piece::Text(word.op, word.text.clone()));
            }
            continue;
        }
        inside = None;
        let (before, after) = (seen == which && at + 1 < words.len(), seen == which + 1);
        if after {
            let sentence = &word.text[..sentence_end(&word.text)];
            let kept = &sentence[..group_end(sentence, context)];
            out.push(Piece::Text(WordOp::Equal, kept.to_owned()));
            break;
        }
        if before {
            let sentence = &word.text[last_sentence(&word.text)..];
            let kept = &sentence[group_start(sentence, context)..];
            out.push(Piece::Text(WordOp::Equal, kept.to_owned()));
        }
    }
    out.retain(|piece| !matches!(piece, Piece::Text(_, text) if text.is_empty()));
    out
}

/// The byte behind the first sentence, its full stop included.
pub(in crate::diff) fn sentence_end(text: &str) -> usize {
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        if matches!(c, '.' | ';' | ':' | '\n') && next.is_none_or(char::is_whitespace) {
            end = at + c.len_utf8();
            break;
        }
    }
    end
}

/// The byte where the last sentence begins.
pub(in crate::diff) fn last_sentence(text: &str) -> usize {
    let mut start = 0;
    let mut ended = false;
    for (at, c) in text.char_indices() {
        if ended && !c.is_whitespace() {
            start = at;
        }
        let space = c.is_whitespace();
        ended = matches!(c, '.' | ';' | ':' | '\n') || (ended && space);
        // "A/79/19", "1.5": no space follows.
        if ended && !space && text[at + c.len_utf8()..].chars().next().is_some_and(|c| !c.is_whitespace()) {
            ended = false;
        }
    }
    if ended && text.ends_with(char::is_whitespace) { text.len() } else { start }
}

/// The byte behind the first `count` words, or up to two more where the last one is an article or a
/// preposition.
pub(in crate::diff) fn group_end(text: &str, count: usize) -> usize {
    let ends = |at: usize| {
        let last = text[..at].split_whitespace().next_back().unwrap_or_default();
        at == text.len() || !is_stop_word(last)
    };
    let places: Vec<usize> = (count..=count + 2).map(|words| after_words(text, words)).collect();
    places.iter().copied().find(|at| ends(*at)).unwrap_or(places[0])
}

/// The byte where the last `count` words begin, or up to three words before, where a word group
/// begins: at an article or a preposition, behind a comma.
pub(in crate::diff) fn group_start(text: &str, count: usize) -> usize {
    let begins = |at: usize| {
        let first = text[at..].split_whitespace().next().unwrap_or_default();
        let before = text[..at].trim_end();
        before.is_empty() || before.ends_with([',', '(']) || is_stop_word(first)
    };
    let places = (count..=count + 3).map(|words| before_words(text, words));
    let places: Vec<usize> = places.collect();
    places.iter().copied().find(|at| begins(*at)).unwrap_or(places[0])
}

pub(in crate::diff) fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Keeps the first and last words of a text.
fn elide(out: &mut Vec<Piece>, word: &Words, head: usize, tail: usize) {
    let total = count(&word.text);
    if total < head + tail + WORTH {
        out.push(Piece::Text(word.op, word.text.clone()));
        return;
    }
    let (first, last) = whole_members(&word.text, head, tail);
    if first > 0 {
        out.push(Piece::Text(word.op, word.text[..first].to_owned()));
    }
    out.push(Piece::Elided(count(&word.text[first..last])));
    if last < word.text.len() {
        out.push(Piece::Text(word.op, word.text[last..].to_owned()));
    }
}

/// Where to cut behind the first `head` and before the last `tail` words. In a list no member is
/// cut: "Antigua and Barbuda, … Côte d’Ivoire, Cuba".
fn whole_members(text: &str, head: usize, tail: usize) -> (usize, usize) {
    let (first, last) = (after_words(text, head), before_words(text, tail));
    let separators = separators(text);
    // Three separators near the cut make a list.
    let near = |at: usize| {
        let (from, to) = (back(text, at, 12), forth(text, at, 12));
        separators.iter().filter(|place| (from..=to).contains(place)).count() >= 3
    };
    let mut ends = (first, last);
    if head > 0 && near(first) {
        let next = separators.iter().copied().find(|at| *at >= first);
        if let Some(next) = next.filter(|next| count(&text[first..*next]) <= MEMBER) {
            ends.0 = text[..next].trim_end().len();
        }
    }
    if tail > 0 && near(last) {
        let next = separators.iter().copied().find(|at| *at >= last);
        if let Some(next) = next.filter(|next| count(&text[last..*next]) < tail) {
            ends.1 = next;
        }
    }
    if ends.0 < ends.1 { ends } else { (first, last) }
}

/// The byte `words` words before this one.
fn back(text: &str, at: usize, words: usize) -> usize {
    before_words(&text[..at], words)
}

/// The byte `words` words behind this one.
fn forth(text: &str, at: usize, words: usize) -> usize {
    at + after_words(&text[at..], words)
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
