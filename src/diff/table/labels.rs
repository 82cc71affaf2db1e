//! The places of one report, no two of them alike where words can tell them apart.

use crate::diff::digest::place::{Places, opening};
use crate::report::{NodeKind, Report};
use std::collections::HashMap;

/// The place of each node but those of the first page.
pub(super) struct Labels<'a> {
    places: Places<'a>,
    labels: HashMap<&'a str, String>,
}

impl<'a> Labels<'a> {
    pub fn new(report: &'a Report) -> Labels<'a> {
        let places = Places::new(report);
        let nodes = || report.nodes.iter().filter(|node| node.kind != NodeKind::Masthead);
        let mut labels: HashMap<&str, String> =
            nodes().map(|node| (node.id.as_str(), places.label(&node.id))).collect();
        let mut times: HashMap<String, usize> = HashMap::new();
        labels.values().for_each(|label| *times.entry(label.clone()).or_default() += 1);
        // The lines of a list under "Vice-Chairs:" are all called by that; a table needs to know which.
        for node in nodes() {
            let Some(label) = labels.get_mut(node.id.as_str()).filter(|label| times[label.as_str()] > 1)
            else {
                continue;
            };
            if let Some(words) = opening(&node.text).filter(|words| !label.contains(words.as_str())) {
                label.push_str(&format!(", “{words}”"));
            }
        }
        Labels { places, labels }
    }

    /// The place of the node with this identifier; the identifier itself if there is none.
    pub fn of(&self, id: &str) -> String {
        self.labels.get(id).cloned().unwrap_or_else(|| self.places.label(id))
    }

    /// The index of the node with this identifier.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.places.index_of(id)
    }
}
