//! A call that stands where it stood and now calls another note: the paragraph cites something else,
//! though none of its words changed and both notes stand in both versions.

use super::classify::same_in_style;
use super::facts::Whereto;
use super::joined::Joined;
use super::references::References;
use super::words::Edit;
use super::{Change, ChangeOp, End, Weight};
use crate::mentions::{Annotated, MentionKind};
use crate::terms::english::reference::EMPTY_NOTES;
use std::collections::{BTreeMap, BTreeSet};

/// The calls of NEW at one place, each with its node and its note, and the notes of OLD called there.
type Here = (Vec<(String, String)>, Vec<String>);

/// The calls of a pair whose note was exchanged for another.
pub(crate) fn changes(
    [old, new]: [&Joined; 2],
    sides: [&Annotated; 2],
    edits: &[Edit],
    (whereto, references): (&Whereto, &References),
) -> Vec<Change> {
    // By the character of NEW behind which they stand.
    let mut here: BTreeMap<usize, Here> = BTreeMap::new();
    for (at, node, note) in new.calls() {
        let (calls, _) = here.entry(at).or_default();
        calls.push((node, note));
    }
    for (at, _, note) in old.calls() {
        if let Some((_, notes)) = stands(at, edits).and_then(|at| here.get_mut(&at)) {
            notes.push(note);
        }
    }
    let mut out = Vec::new();
    for (calls, mut notes) in here.into_values() {
        let mut calls = calls;
        notes.retain(|note| {
            let Some(targets) = whereto.get(note) else { return true };
            let Some(at) = calls.iter().position(|(_, now)| targets.contains(now)) else { return true };
            calls.remove(at);
            false
        });
        out.extend(notes.iter().zip(&calls).filter_map(|(was, (node, now))| {
            // A note that came or went is told with the notes: what was cited first further on is often
            // cited here and there by now.
            whereto.get(was).filter(|_| references.was_there(now))?;
            exchanged([was, now], node, sides, references)
        }));
    }
    out
}

/// The character of NEW behind which a call stands that stood behind this one of OLD, where the word
/// before it is the same.
fn stands(at: usize, edits: &[Edit]) -> Option<usize> {
    let mut shift = 0isize;
    for edit in edits {
        if edit.old.start > at {
            break;
        }
        // Words put in just here may belong to the call, "the plan[1]" → "the plan and the pact[2]".
        if edit.old.end >= at {
            return None;
        }
        shift = edit.new.end as isize - edit.old.end as isize;
    }
    Some(at.saturating_add_signed(shift))
}

fn exchanged(
    [was, now]: [&str; 2],
    node: &str,
    sides: [&Annotated; 2],
    references: &References,
) -> Option<Change> {
    let read = |side: usize, id: &str| {
        let index = references.index_of(side, id)?;
        let text = sides[side].report.nodes.get(index)?.text.trim();
        let mentions = sides[side].mentions.by_node.get(index).map_or(&[][..], Vec::as_slice);
        let documents = mentions.iter().filter(|mention| mention.kind == MentionKind::Document);
        Some((text, documents.map(|of| (of.value.clone(), of.text.clone())).collect::<BTreeMap<_, _>>()))
    };
    let ((old_text, old_documents), (new_text, new_documents)) = (read(0, was)?, read(1, now)?);
    let says_nothing = |text: &str| {
        let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
        first.is_none_or(|word| EMPTY_NOTES.contains(&word.to_lowercase().as_str()))
    };
    if says_nothing(old_text) || says_nothing(new_text) || same_in_style(old_text, new_text) {
        return None;
    }
    let cites = !old_documents.is_empty() && !new_documents.is_empty();
    if cites && old_documents.keys().collect::<BTreeSet<_>>() == new_documents.keys().collect::<BTreeSet<_>>()
    {
        return None;
    }
    let end = |text: &str, own: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
        let differ: Vec<_> = own.iter().filter(|(value, _)| !other.contains_key(*value)).collect();
        if !cites || differ.is_empty() {
            return End { id: node.to_owned(), text: text.to_owned(), value: None };
        }
        let join = |words: Vec<&str>| words.join(", ");
        End {
            id: node.to_owned(),
            text: join(differ.iter().map(|(_, text)| text.as_str()).collect()),
            value: Some(join(differ.iter().map(|(value, _)| value.as_str()).collect())),
        }
    };
    let number = now.rsplit('.').next().unwrap_or(now).trim_start_matches("fn");
    Some(Change {
        kind: if cites { "document" } else { "wording" },
        op: ChangeOp::Changed,
        weight: Weight::Substantive,
        rule: "note-exchanged",
        old: Some(end(old_text, &old_documents, &new_documents)),
        new: Some(end(new_text, &new_documents, &old_documents)),
        note: Some(format!("note {number}")),
    })
}
