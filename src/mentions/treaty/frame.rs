//! Tells a treaty from a body that has its name in its own.

use crate::mentions::passage::Passage;

/// What is "of" or "to" a treaty and yet no part of it.
const BODIES: &[&str] = &[
    "assembly",
    "board",
    "bureau",
    "chair",
    "commission",
    "committee",
    "conference",
    "conferences",
    "coordinator",
    "forum",
    "fund",
    "mechanism",
    "meeting",
    "meetings",
    "office",
    "panel",
    "president",
    "secretariat",
    "secretariats",
    "secretary",
    "body",
    "bodies",
    "unit",
];

/// What follows the treaty's name in a body's.
const BODIES_AFTER: &[&str] = &[
    "Organization",
    "Organisation",
    "Secretariat",
    "Conference",
    "Committee",
    "Commission",
    "Review",
    "Fund",
    "Assembly",
    "Bureau",
    "Coordinator",
    "Council",
    "Meeting",
];

/// Whether the name in the tokens `first..end` belongs to a body's name.
pub(super) fn is_body(passage: &Passage<'_>, first: usize, end: usize) -> bool {
    let capital_follows = BODIES_AFTER.iter().any(|word| passage.is(end, word));
    capital_follows || follows_body(passage, first)
}

/// "Conference of the Parties to the ‹name›", "secretariat of the ‹name›"; also after "and", where
/// two treaties share a body, the first one told.
fn follows_body(passage: &Passage<'_>, first: usize) -> bool {
    let mut at = first;
    if at > 0 && passage.is_any(at - 1, &["the"]) {
        at -= 1;
    }
    if at < 2 || !passage.is_any(at - 1, &["of", "to", "for", "under", "on"]) {
        return false;
    }
    let before = at - 2;
    if passage.is_any(before, BODIES) {
        return true;
    }
    if !passage.is_any(before, &["parties"]) {
        return false;
    }
    // "States parties to the Treaty" are no body, "the Meeting of States Parties to it" is.
    let mut index = before;
    for _ in 0..4 {
        if index == 0 || !passage.is_any(index - 1, &["of", "the", "states", "high", "contracting"]) {
            break;
        }
        index -= 1;
    }
    index > 0 && index < before && passage.is_any(index - 1, BODIES)
}
