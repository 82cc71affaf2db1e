//! The edits of one pair as quotations: "should continue its efforts" → "would continue its efforts".
//!
//! Edits that only a few words hold apart are quoted together, so that nobody reads word salad.

use super::quote::{MOST, brief, clause};
use super::texts::{Texts, alike};
use super::{Options, Part, Spot};
use crate::diff::carried;
use crate::diff::strength::is_feeling;
use crate::diff::{Change, ChangeOp, ComparedPair, Weight};

/// What is quoted of a pair, and which of its edits that holds.
pub(super) struct Quoted {
    pub parts: Vec<Part>,
    pub edits: Vec<usize>,
}

/// True for a change of words that a summary quotes.
pub(super) fn is_told(change: &Change, options: &Options) -> bool {
    change.weight == Weight::Substantive
        && matches!(change.kind, "wording" | "strength" | "heading")
        && !matches!(change.rule, "whole-added" | "whole-removed" | "masthead-note" | "note-repeated")
        // Who asks for wording asks for all of it.
        && (options.asked(change.kind) || (change.kind == "strength" && options.asked("wording")))
}

/// Quotes the edits of substance of a pair; `place` says where words are that moved away.
pub(super) fn quoted(pair: &ComparedPair, options: &Options, place: impl Fn(&str) -> String) -> Quoted {
    let texts = Texts::new(pair);
    let (mut moved, mut bare, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    let mut telling: Vec<(usize, &Change)> = Vec::new();
    for change in pair.changes.iter().filter(|change| is_told(change, options)) {
        let taken: Vec<usize> = telling.iter().map(|(at, _)| *at).chain(shown.iter().copied()).collect();
        // A phrase that changed its place inside the pair is told by what stands round it.
        if change.rule == "phrase-moved" {
            continue;
        }
        match (texts.find(change, &taken), change.op, &change.old, &change.new) {
            (found, ChangeOp::Moved, Some(old), Some(new)) => {
                let text = found.map_or(old.text.as_str(), |at| texts.edits[at].deleted.as_str());
                let mut place = place(&new.id);
                if change.rule == carried::EDITED {
                    place.push_str(", changed");
                }
                moved.push(Part::MovedTo { text: brief(&clause(text), MOST), place });
                shown.extend(found);
            }
            (Some(at), ..) => telling.push((at, change)),
            // Nothing of substance is lost, even where its place is not found.
            (None, ..) => bare.extend(without_context(change)),
        }
    }
    telling.sort_by_key(|(at, _)| *at);
    // A heading is short, and known by all of its words.
    let heading = telling.iter().any(|(_, change)| change.kind == "heading");
    let whole = heading || texts.is_rewritten(&telling);
    let mut hunks = if whole { vec![0..=texts.edits.len() - 1] } else { texts.hunks(&telling) };
    let asked = options.asked("wording");
    let shifts = pair.changes.iter().filter(|change| change.rule == "phrase-moved" && asked);
    let stayed: Vec<Part> = shifts.filter_map(|change| texts.shifted(change, &mut hunks)).collect();
    let hunks = texts.joined(hunks);
    let mut parts = Vec::new();
    for hunk in &hunks {
        let changes = telling.iter().filter(|(at, _)| hunk.contains(at)).map(|(_, change)| *change);
        let changes: Vec<&Change> = changes.collect();
        let note = one_direction(&changes);
        parts.push(match changes.as_slice() {
            _ if whole => Part::Changed {
                old: brief(&texts.old.iter().collect::<String>(), MOST),
                new: brief(&texts.new.iter().collect::<String>(), MOST),
                note,
            },
            [change] if change.rule == "qualifier" => texts.with_verb(hunk, note),
            // What is grave, or urgent?
            [change] if change.rule == "emphasis" => texts.with_noun(hunk, note),
            _ => texts.part(hunk, options.context, note),
        });
    }
    replaced(&mut parts);
    // What is left to be said is counted, but belongs to no small edit.
    shown.extend(hunks.into_iter().flatten());
    parts.extend(bare);
    parts.extend(stayed);
    parts.extend(moved);
    Quoted { parts, edits: shown }
}

/// "weaker" or "stronger", where the changes of one quotation agree.
fn one_direction(changes: &[&Change]) -> Option<String> {
    let direction = |change: &&Change| match change.note.as_deref() {
        Some("weaker") => Some("weaker"),
        Some("stronger") => Some("stronger"),
        // "Notes with appreciation" → "notes".
        None if change.rule == "qualifier" => {
            let words = |end: &Option<crate::diff::End>| {
                let text = end.as_ref().map(|end| end.text.clone()).unwrap_or_default();
                text.split_once(' ').is_some_and(|(_, feeling)| is_feeling(feeling))
            };
            match (words(&change.old), words(&change.new)) {
                (true, false) => Some("weaker"),
                (false, true) => Some("stronger"),
                _ => None,
            }
        }
        _ => None,
    };
    let mut all: Vec<&str> = changes.iter().filter_map(direction).collect();
    all.dedup();
    match all.as_slice() {
        [one] => Some((*one).to_owned()),
        _ => None,
    }
}

/// What was taken out here and put in there in other words, as one replacement.
fn replaced(parts: &mut Vec<Part>) {
    let found = parts.iter().enumerate().find_map(|(gone, part)| {
        let Part::Removed { text: was, .. } = part else { return None };
        let come =
            parts.iter().position(|part| matches!(part, Part::Added { text, .. } if alike(was, text)))?;
        let Part::Added { text: now, .. } = &parts[come] else { return None };
        Some((gone, come, Part::Changed { old: was.clone(), new: now.clone(), note: None }))
    });
    if let Some((gone, come, part)) = found {
        parts.remove(gone.max(come));
        parts[gone.min(come)] = part;
        replaced(parts);
    }
}

/// A change without words round it.
fn without_context(change: &Change) -> Option<Part> {
    let text = |end: &Option<crate::diff::End>| end.as_ref().map(|end| brief(&end.text, MOST));
    match (text(&change.old), text(&change.new)) {
        (Some(old), Some(new)) => Some(Part::Changed { old, new, note: one_direction(&[change]) }),
        (None, Some(text)) => Some(Part::Added { text, at: Spot::Somewhere }),
        (Some(text), None) => Some(Part::Removed { text, at: Spot::Somewhere }),
        (None, None) => None,
    }
}
