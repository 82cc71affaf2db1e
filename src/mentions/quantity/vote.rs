//! How a vote went: "by 120 votes to 3, with 12 abstentions", "31 in favour, none against".

use super::amount::{Amount, amount};
use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::Passage;

/// "none against", "none in favour" at `index`.
pub(super) fn none(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    if !passage.is_any(index, &["none"]) {
        return None;
    }
    find(passage, index, &nobody(index + 1), found)
}

/// What "none" counts; `next` is the token after it.
fn nobody(next: usize) -> Amount {
    Amount { number: "0".to_owned(), last: None, figures: false, next }
}

/// Finds the numbers of a vote that begins with the number at `index`.
pub(super) fn find(
    passage: &Passage<'_>,
    index: usize,
    number: &Amount,
    found: &mut Vec<Mention>,
) -> Option<usize> {
    let at = number.next;
    if passage.is_any(at, &["in"]) && passage.is_any(at + 1, &["favour", "favor"]) {
        push(passage, found, index, at + 2, number, "in favour", "votes");
        return Some(at + 2);
    }
    if passage.is_any(at, &["against"]) {
        push(passage, found, index, at + 1, number, "against", "votes");
        return Some(at + 1);
    }
    if passage.is_any(at, &["votes"]) && passage.is_any(at + 1, &["to"]) {
        let against = match amount(passage, at + 2) {
            Some(against) => against,
            None if passage.is_any(at + 2, &["none", "nil"]) => nobody(at + 3),
            None => return None,
        };
        push(passage, found, index, at + 1, number, "votes in favour", "votes");
        push(passage, found, at + 2, against.next, &against, "votes against", "votes");
        return Some(against.next);
    }
    None
}
