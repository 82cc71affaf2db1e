//! Footnotes, told with the paragraphs that call them.

use super::changes::Telling;
use super::quote::{brief, quoted};
use crate::diff::{Comparison, Status};
use crate::report::{NodeKind, Report};
use std::collections::HashMap;

/// Words of a note, at most: what it cites stands at its beginning.
const NOTE: usize = 16;

/// Which notes belong to which pair.
pub(super) struct Notes {
    caller: HashMap<usize, usize>,
    of: HashMap<usize, Vec<usize>>,
}

impl Notes {
    pub fn new(comparison: &Comparison, reports: [&Report; 2]) -> Notes {
        let mut pair_of: [HashMap<&str, usize>; 2] = Default::default();
        for (at, pair) in comparison.pairs.iter().enumerate() {
            pair_of[0].extend(pair.old.iter().map(|id| (id.as_str(), at)));
            pair_of[1].extend(pair.new.iter().map(|id| (id.as_str(), at)));
        }
        let mut caller: HashMap<usize, usize> = HashMap::new();
        // Where both versions call a note, the new one says where.
        for side in [1, 0] {
            for node in &reports[side].nodes {
                let Some(calling) = pair_of[side].get(node.id.as_str()) else { continue };
                for note in node.notes.iter().filter_map(|call| pair_of[side].get(call.id.as_str())) {
                    if note != calling {
                        caller.entry(*note).or_insert(*calling);
                    }
                }
            }
        }
        let mut of: HashMap<usize, Vec<usize>> = HashMap::new();
        caller.iter().for_each(|(note, calling)| of.entry(*calling).or_default().push(*note));
        of.values_mut().for_each(|notes| notes.sort_unstable());
        Notes { caller, of }
    }

    /// The pair that calls this note.
    pub fn caller(&self, note: usize) -> Option<usize> {
        self.caller.get(&note).copied()
    }

    /// The notes that a pair calls.
    pub fn of(&self, pair: usize) -> &[usize] {
        self.of.get(&pair).map_or(&[], Vec::as_slice)
    }
}

impl Telling<'_> {
    pub(super) fn is_note(&self, at: usize) -> bool {
        let pair = &self.comparison.pairs[at];
        let ends = [(0, pair.old.first()), (1, pair.new.first())];
        ends.into_iter().any(|(side, id)| {
            let index = id.and_then(|id| self.places[side].index_of(id));
            index.is_some_and(|index| self.reports[side].nodes[index].kind == NodeKind::Footnote)
        })
    }

    /// "new note 20: “…”" for a note that came or went and says something new.
    pub(super) fn note(&self, at: usize) -> Option<String> {
        let pair = &self.comparison.pairs[at];
        // A note of the first page; one that repeats what both versions have is one all the same.
        if pair.changes.iter().any(|change| change.rule == "masthead-note") {
            return None;
        }
        let paragraph = self.notes.caller(at).map(|caller| self.comparison.pairs[caller].status);
        let text: String = pair.words.iter().map(|word| word.text.as_str()).collect();
        // An address is nothing to read.
        let words = text.trim().trim_start_matches("See ").trim_start_matches("Available at ");
        let is_link = words.contains("://") && !words.contains(char::is_whitespace);
        let said = quoted(brief(&text, NOTE).trim_end_matches('.'));
        match (pair.status, pair.old.first(), pair.new.first()) {
            (Status::Inserted, _, Some(id)) => {
                let label = self.places[1].label(id);
                let how = if paragraph == Some(Status::Inserted) { "with" } else { "new" };
                Some(if is_link {
                    format!("{how} {label} (a link)")
                } else {
                    format!("{how} {label}: {said}")
                })
            }
            // It went with its paragraph.
            (Status::Deleted, ..) if paragraph == Some(Status::Deleted) => None,
            (Status::Deleted, Some(id), _) => {
                let label = self.places[0].label(id);
                let said = if is_link { "a link".to_owned() } else { said };
                Some(format!("its {label} is out ({said})"))
            }
            _ => None,
        }
    }
}
