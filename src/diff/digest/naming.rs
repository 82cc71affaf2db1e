//! What a row of the facts is called: the kind of thing, and what became of it.

use super::place::label;
use crate::diff::same::last_word;
use crate::diff::{Change, ChangeOp, End};
use crate::mentions::Annotated;
use crate::terms::english::measure::DURATIONS;

/// "compare a1" → "compare the annex".
pub(super) fn compare_note(note: &str, new: &Annotated) -> Option<String> {
    let id = note.strip_prefix("compare ")?;
    let place = label(&new.report, id);
    // Who looks for the annex does not count its paragraphs.
    let place =
        place.split(", unnumbered").next().filter(|place| place.starts_with("annex")).unwrap_or(&place);
    Some(if place.starts_with("annex") { format!("compare the {place}") } else { format!("compare {place}") })
}

pub(super) fn plural(kind: &str) -> &'static str {
    match kind {
        "date" => "dates",
        "document" => "documents",
        "officer" => "officers",
        "participant" => "persons",
        "session" => "sessions, meetings",
        "agenda_item" => "agenda items",
        "quantity" => "numbers",
        "cross_reference" => "references",
        _ => "placeholders",
    }
}

/// "date" → "dates".
pub(in crate::diff) fn several(what: &str) -> String {
    if what.ends_with('s') { what.to_owned() } else { format!("{what}s") }
}

/// What a row is about.
pub(in crate::diff) fn what(change: &Change) -> String {
    let end = change.new.as_ref().or(change.old.as_ref());
    let text = end.map(|end| end.text.clone()).unwrap_or_default();
    let value = end.and_then(|end| end.value.clone()).unwrap_or_default();
    match change.kind {
        "date" => "date".to_owned(),
        "document" => document_kind(end).to_owned(),
        "officer" if change.rule == "office-changed" => format!("office of {text}"),
        "officer" if change.rule == "country-changed" => format!("country of {text}"),
        "officer" => change.note.clone().unwrap_or_else(|| "officer".to_owned()),
        "participant" => "person".to_owned(),
        "placeholder" => change.note.clone().unwrap_or_else(|| "placeholder".to_owned()),
        "session" if value.contains("meeting") => "meeting".to_owned(),
        "session" => "session".to_owned(),
        "agenda_item" => "agenda item".to_owned(),
        "quantity" => match value.split_once(' ') {
            Some((_, unit)) if unit.starts_with(char::is_alphabetic) => counted(unit).to_owned(),
            _ => "number".to_owned(),
        },
        "cross_reference" => "reference".to_owned(),
        other => other.to_owned(),
    }
}

/// What a number of these is called: a stretch of time is a period, and how many sessions there were is
/// no session.
fn counted(unit: &str) -> &str {
    match last_word(unit).as_str() {
        last if DURATIONS.contains(&last) => "period",
        "session" | "meeting" => "number",
        _ => unit,
    }
}

/// A document by its kind: people look for a resolution as such.
pub(super) fn document_kind(end: Option<&End>) -> &'static str {
    let value = end.and_then(|end| end.value.as_deref()).unwrap_or_default();
    let text = end.map(|end| end.text.to_lowercase()).unwrap_or_default();
    match () {
        _ if value.contains("://") || text.contains("://") || text.starts_with("www.") => "link",
        _ if value.split('/').any(|part| part == "RES") || text.contains("resolution") => "resolution",
        _ if value.split('/').any(|part| part == "DEC") || text.contains("decision") => "decision",
        _ => "document",
    }
}

pub(in crate::diff) fn meaning(change: &Change) -> String {
    match (change.kind, change.op) {
        ("officer", ChangeOp::Changed) if change.rule != "officer-changed" => "changed".to_owned(),
        ("strength", _) => change.note.clone().unwrap_or_else(|| "changed".to_owned()),
        ("officer", ChangeOp::Changed) => "replaced".to_owned(),
        ("placeholder", ChangeOp::Changed) => {
            format!("still open, now {}", change.new.as_ref().map_or("", |end| end.text.as_str()))
        }
        _ => meaning_of(change).to_owned(),
    }
}

fn meaning_of(change: &Change) -> &'static str {
    match change.op {
        ChangeOp::Added => "new",
        ChangeOp::Removed => "dropped",
        ChangeOp::Changed => "changed",
        ChangeOp::Filled if change.rule == "brackets-replaced" => "bracketed text replaced",
        ChangeOp::Filled => "blank filled",
        ChangeOp::Lifted => "brackets lifted",
        ChangeOp::Opened => "new blank",
        ChangeOp::Moved => "moved",
        ChangeOp::Renumbered => "renumbered",
    }
}
