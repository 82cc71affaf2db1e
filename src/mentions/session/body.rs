//! The body whose sitting it is, where it is named beside it.

use crate::mentions::passage::{Passage, TokenKind};

/// Small words inside the name of a body.
const INSIDE: &[&str] = &["of", "the", "for", "on", "to", "and", "against"];

/// A name has at most so many words.
const LONGEST: usize = 30;

/// The body of the sitting whose words begin with the token `first` and whose noun is at `noun`:
/// "… session of the Commission on Fisheries", "the Commission, at its …".
pub(super) fn of(passage: &Passage<'_>, first: usize, noun: usize) -> Option<String> {
    after(passage, noun + 1).or_else(|| before(passage, first))
}

fn after(passage: &Passage<'_>, index: usize) -> Option<String> {
    if !passage.is(index, "of") {
        return None;
    }
    let first = index + 1 + usize::from(passage.is(index + 1, "the"));
    if !is_capital(passage, first) {
        return None;
    }
    let mut last = first;
    let mut at = first + 1;
    while at < first + LONGEST {
        if is_capital(passage, at) {
            last = at;
        } else if !passage.is_any(at, INSIDE) || passage.is(at, "and") && passage.is(at + 1, "the") {
            break;
        }
        at += 1;
    }
    Some(passage.text(passage.tokens[first].start, passage.tokens[last].end))
}

/// "the Committee on Fisheries, at its".
fn before(passage: &Passage<'_>, first: usize) -> Option<String> {
    let its = first.checked_sub(1)?;
    let preposition = its.checked_sub(1)?;
    if !passage.is_any(its, &["its", "their"])
        || !passage.is_any(preposition, &["at", "on", "during", "of", "in", "from"])
    {
        return None;
    }
    let mut last = preposition.checked_sub(1)?;
    if passage.is_mark(last, ',') {
        last = last.checked_sub(1)?;
    }
    if !is_capital(passage, last) || passage.is(last, "Also") {
        return None;
    }
    let mut start = last;
    let mut at = last;
    while at > 0 && last - at < LONGEST {
        at -= 1;
        // "on the Status of Women" goes on; "the Commission on" has begun.
        let goes_on = at > 0 && passage.is_any(at - 1, &["of", "on", "for", "to"]);
        if passage.is_any(at, &["the"]) && !goes_on || !is_capital(passage, at) && !passage.is_any(at, INSIDE)
        {
            break;
        }
        // "Report of the Panel on its third session".
        if passage.is(at, "Report") {
            break;
        }
        if is_capital(passage, at) {
            start = at;
        }
    }
    Some(passage.text(passage.tokens[start].start, passage.tokens[last].end))
}

fn is_capital(passage: &Passage<'_>, index: usize) -> bool {
    passage.tokens.get(index).is_some_and(|token| {
        token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase() && !passage.is_taken(index)
    })
}
