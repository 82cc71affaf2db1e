//! Instructions to whoever completes the draft: "(to be completed)", "[insert date]", TBD.

use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::Passage;

/// Words with which an instruction begins.
const OPENERS: &[&str] = &[
    "insert",
    "placeholder",
    "tbd",
    "tbc",
    "pending",
    "reserved",
    "complete",
    "update",
    "indicate",
    "specify",
];

/// What is to be done: "to be …".
const DUE: &[&str] = &[
    "completed",
    "issued",
    "confirmed",
    "determined",
    "inserted",
    "added",
    "updated",
    "decided",
    "provided",
    "supplied",
    "filled",
    "announced",
    "finalized",
    "included",
    "specified",
    "assigned",
    "verified",
    "drafted",
];

/// TBD and TBC; in brackets they are the brackets'.
pub(super) fn to_be_decided(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let bracketed = index > 0 && passage.is_mark(index - 1, '[');
    if !bracketed && (passage.is(index, "TBD") || passage.is(index, "TBC")) {
        let token = passage.tokens[index];
        push(passage, found, (token.start, token.end), "instruction", "to-be-decided");
    }
}

/// "(to be completed)": only where the parentheses hold nothing else.
pub(super) fn in_parentheses(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let due = passage.is_any(index + 1, &["to"])
        && passage.is_any(index + 2, &["be"])
        && passage.is_any(index + 3, DUE);
    let end =
        if due && passage.is_mark(index + 4, ')') { Some(index + 4) } else { wording_due(passage, index) };
    if let Some(end) = end {
        let end = passage.tokens[end].end;
        push(passage, found, (passage.tokens[index].start, end), "instruction", "instruction-in-parentheses");
    }
}

/// "(text to be provided by the Rapporteur)": the closing parenthesis. "(details to be announced)" may stand in a
/// finished text.
fn wording_due(passage: &Passage<'_>, index: usize) -> Option<usize> {
    /// Tokens behind what is to be done.
    const LONGEST: usize = 8;
    let due = passage.is_any(index + 1, &["text", "wording", "paragraph", "section", "names"])
        && passage.is_any(index + 2, &["to"])
        && passage.is_any(index + 3, &["be"])
        && passage.is_any(index + 4, DUE);
    let close = (index + 5..passage.tokens.len()).take(LONGEST).find(|at| passage.is_mark(*at, ')'));
    close.filter(|_| due)
}

/// "[Note by the editor: check with the delegation]"; a note by the Secretariat may be printed.
fn is_note_to_editors(passage: &Passage<'_>, from: usize) -> bool {
    let whose = from + 3 + usize::from(passage.is_any(from + 3, &["the"]));
    passage.is_any(from + 1, &["note"])
        && passage.is_any(from + 2, &["by", "to", "from", "for"])
        && passage.is_any(whose, &["editor", "editors", "drafter", "drafters", "rapporteur"])
}

/// "{add the following to option 1}": braces hold notes to whoever edits.
pub(super) fn in_braces(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    const IN_BRACES: &[&str] =
        &["add", "move", "delete", "merge", "see", "note", "placed", "moved", "duplicate"];
    if !(passage.is_any(index + 1, OPENERS) || passage.is_any(index + 1, IN_BRACES)) {
        return;
    }
    let close = (index + 2..passage.tokens.len()).take(60).find(|at| passage.is_mark(*at, '}'));
    if let Some(close) = close {
        let end = passage.tokens[close].end;
        push(passage, found, (passage.tokens[index].start, end), "instruction", "instruction-in-braces");
    }
}

/// Whether the brackets at the tokens `from` and `to` hold an instruction.
pub(super) fn is_instruction(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    passage.is_any(from + 1, OPENERS)
        || is_note_to_editors(passage, from)
        || (from + 1..to).any(|at| {
            passage.is_any(at, &["to"]) && passage.is_any(at + 1, &["come", "follow"])
                || at > from + 1
                    && passage.is_any(at - 1, &["to", "will"])
                    && passage.is_any(at, &["be"])
                    && passage.is_any(at + 1, DUE)
                    // "[a fund to be provided each year by all Parties]" is wording.
                    && to - at <= 8
        })
}
