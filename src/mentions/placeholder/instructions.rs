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
    if due && passage.is_mark(index + 4, ')') {
        let end = passage.tokens[index + 4].end;
        push(passage, found, (passage.tokens[index].start, end), "instruction", "instruction-in-parentheses");
    }
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
