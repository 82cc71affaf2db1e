//! What a row says beside its texts, in words that stand alone.

use crate::diff::digest::naming::{meaning, what};
use crate::diff::digest::notes;
use crate::diff::{Change, ComparedPair, Status};
use crate::mentions::Annotated;

pub(super) fn notes(pair: &ComparedPair, old: &Annotated, new: &Annotated) -> Vec<String> {
    let word = match pair.status {
        Status::Split => Some("split"),
        Status::Merged => Some("merged"),
        _ => None,
    };
    let mut notes: Vec<String> = word.map(str::to_owned).into_iter().collect();
    let said = notes::notes(pair, old, new);
    for note in said.into_iter().chain(pair.changes.iter().filter_map(sentence)) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// "blank filled (day)", "brackets lifted"; that text was expected needs no word.
fn settled(change: &Change, expected: &str) -> String {
    let was = change.old.as_ref().map(|end| end.text.as_str()).unwrap_or_default();
    let said = match meaning(change).as_str() {
        "dropped" if was.chars().any(char::is_alphabetic) => "bracketed text dropped".to_owned(),
        "dropped" => "blank dropped".to_owned(),
        said => said.to_owned(),
    };
    if expected == "text" { said } else { format!("{said} ({expected})") }
}

/// What the facts of a page tell in their own columns.
fn sentence(change: &Change) -> Option<String> {
    let note = change.note.as_deref()?;
    let fact = || change.new.as_ref().or(change.old.as_ref()).map(|end| end.text.trim());
    match (change.kind, change.rule) {
        // The fact is nothing new, only its place is: which fact, the note does not say.
        (_, "named-elsewhere") => Some(format!("“{}” {note}", fact()?)),
        (_, "note-call" | "note-repeated") => Some(note.to_owned()),
        ("placeholder", _) => Some(settled(change, note)),
        ("officer", _) if note.contains(" → ") => Some(format!("{}: {note}", what(change))),
        ("officer", _) => Some(format!("{note}: {}", meaning(change))),
        ("strength", _) => Some(format!("wording: {note}")),
        _ => None,
    }
}
