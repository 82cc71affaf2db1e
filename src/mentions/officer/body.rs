//! The body that an office belongs to: "of the Drafting Committee".

use crate::mentions::passage::{Passage, TokenKind};

/// What a text calls the body whose report it is.
const OWN_BODIES: &[&str] = &[
    "meeting",
    "conference",
    "committee",
    "commission",
    "group",
    "subcommittee",
    "session",
    "forum",
    "board",
];

/// What may stand before such a name.
const QUALIFIERS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "present",
    "main",
    "working",
    "preparatory",
    "ad",
    "hoc",
    "open-ended",
    "special",
    "review",
    "drafting",
    "credentials",
    "resumed",
    "informal",
    "expert",
];

/// The name of a body ends before these.
const AFTER_NAME: &[&str] =
    &["was", "were", "in", "by", "with", "for", "to", "who", "at", "from", "as", "and", "on"];

/// No name of a body has more words than this.
const LONGEST: usize = 9;

/// The name in "of the Drafting Committee" after the office whose name is the token `office`.
pub(super) fn named_after(passage: &Passage<'_>, office: usize) -> Option<String> {
    if !passage.is(office + 1, "of") || !passage.is(office + 2, "the") {
        return None;
    }
    let first = office + 3;
    let goes_on = |at: &usize| {
        passage.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word)
            && !passage.is_any(*at, AFTER_NAME)
    };
    let last = (first..first + LONGEST).take_while(goes_on).last()?;
    Some(passage.text(passage.tokens[first].start, passage.tokens[last].end))
}

/// "of the Meeting", "of the Working Group", "of the Conference" after the office whose name is the
/// token `office`: this body, not a named organ. "of the Committee on …" goes on, but of the
/// "Conference of the Parties" it is still the body.
pub(super) fn is_own(passage: &Passage<'_>, office: usize) -> bool {
    if !passage.is(office + 1, "of") || !passage.is_any(office + 2, &["the", "its", "this"]) {
        return false;
    }
    let name = (office + 3..office + 8).find(|at| !passage.is_any(*at, QUALIFIERS));
    name.is_some_and(|name| passage.is_any(name, OWN_BODIES))
}
