//! The order of lines under a heading: facts, stronger, weaker, other wording, added, removed.

use super::{Line, Part, Rank};
use crate::diff::Status;

/// Says of a line what it tells first, and marks it where that is all it tells.
pub(super) fn sort_in(line: &mut Line, status: Status) {
    let rank = |part: &Part| match part {
        Part::Fact { .. } => Rank::Fact,
        Part::Changed { note, .. } => match note.as_deref() {
            Some("stronger") => Rank::Stronger,
            Some("weaker") => Rank::Weaker,
            _ => Rank::Changed,
        },
        Part::Added { .. } => Rank::Added,
        Part::Removed { .. } => Rank::Removed,
        Part::MovedTo { .. } => Rank::Moved,
        _ => Rank::Said,
    };
    let first = line.parts.iter().map(rank).min().unwrap_or_default();
    line.rank = match (status, first) {
        (Status::Inserted, _) => Rank::Added,
        (Status::Deleted, _) => Rank::Removed,
        (_, Rank::Said) if line.tags.contains(&"moved") => Rank::Moved,
        (_, first) => first,
    };
    let edits: Vec<&Part> = line.parts.iter().filter(|part| rank(part) != Rank::Said).collect();
    if let [Part::Changed { note: Some(note), .. }] = edits.as_slice() {
        line.tags.push(if note == "stronger" { "stronger" } else { "weaker" });
    }
}

/// In the order of their ranks; those of one rank in the order of the text.
pub(super) fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| line.rank);
    lines
}
