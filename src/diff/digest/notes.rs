//! What is said of a pair below its text: what moved and where to, and where to compare.

use super::naming::compare_note;
use super::place::label;
use crate::diff::{Change, ChangeOp, ComparedPair, Status, Weight, carried};
use crate::mentions::Annotated;
use std::collections::HashSet;

/// The notes of a pair, each once.
pub(in crate::diff) fn notes(pair: &ComparedPair, old: &Annotated, new: &Annotated) -> Vec<String> {
    let mut notes: Vec<String> =
        pair.changes.iter().filter_map(|change| of_change(change, old, new)).collect();
    let mut seen = HashSet::new();
    notes.retain(|note| seen.insert(note.clone()));
    if pair.moved && pair.status == Status::Unchanged {
        notes.push("the words are the same".to_owned());
    }
    // A clause that moved takes its facts along.
    let clauses: Vec<String> =
        notes.iter().filter_map(|note| note.strip_prefix("moved, ")).map(str::to_owned).collect();
    notes.retain(|note| note.starts_with("moved, ") || !clauses.iter().any(|there| note.ends_with(there)));
    notes
}

fn of_change(change: &Change, old: &Annotated, new: &Annotated) -> Option<String> {
    match (change.op, &change.new) {
        (ChangeOp::Moved, Some(end)) => {
            let there = label(&new.report, &end.id);
            let is_text = matches!(change.kind, "wording" | "strength" | "heading");
            Some(if change.rule == "phrase-moved" {
                let only = if change.weight < Weight::Substantive { "only moved" } else { "moved within" };
                format!("“{}” {only}", opening_words(&end.text))
            } else if change.rule == carried::EDITED {
                format!("moved to {there}, changed")
            } else if is_text {
                format!("moved, now in {there}")
            } else {
                format!("{} now in {there}", end.text)
            })
        }
        _ if change.rule == "note-exchanged" => Some("calls another note now".to_owned()),
        _ => change.note.as_deref().and_then(|note| other_place(note, old, new)),
    }
}

/// What a note says of another place: "in part from ¶3", "compare the annex".
fn other_place(note: &str, old: &Annotated, new: &Annotated) -> Option<String> {
    let from = note.strip_prefix(carried::PART_FROM).map(|id| label(&old.report, id));
    let to = note.strip_prefix(carried::PART_IN).map(|id| label(&new.report, id));
    match (from, to) {
        (Some(place), _) => Some(format!("in part from {place}")),
        (_, Some(place)) => Some(format!("in part now in {place}")),
        _ => compare_note(note, new),
    }
}

/// A phrase as a note names it: the first words.
fn opening_words(text: &str) -> String {
    const MOST: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..MOST) {
        Some(first) if words.len() > MOST + 1 => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}
