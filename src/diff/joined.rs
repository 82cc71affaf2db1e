//! The nodes of one side of a pair, read as one text.

use crate::mentions::{Annotated, Mention};
use crate::report::Node;
use std::ops::Range;

/// Several nodes, joined by line feeds, with the mentions at their places in the joined text.
#[derive(Debug, Default)]
pub(crate) struct Joined<'a> {
    /// The nodes.
    pub nodes: Vec<&'a Node>,
    /// Their texts.
    pub text: String,
    /// Where each node begins, in characters.
    starts: Vec<usize>,
    /// The mentions with their places in `text`.
    pub mentions: Vec<Found<'a>>,
}

/// A mention at its place in the joined text.
#[derive(Debug, Clone)]
pub(crate) struct Found<'a> {
    /// The mention.
    pub mention: &'a Mention,
    /// The node that holds it.
    pub node: &'a str,
    /// Characters of the joined text.
    pub span: Range<usize>,
}

impl<'a> Joined<'a> {
    /// Joins these nodes; indices that do not exist are left out.
    pub fn new(side: &'a Annotated, indices: &[usize]) -> Joined<'a> {
        let mut joined = Joined::default();
        let mut at = 0;
        for &index in indices {
            let Some(node) = side.report.nodes.get(index) else { continue };
            if !joined.nodes.is_empty() {
                joined.text.push('\n');
                at += 1;
            }
            joined.nodes.push(node);
            joined.starts.push(at);
            joined.text.push_str(&node.text);
            let found = side.mentions.by_node.get(index).map_or(&[][..], Vec::as_slice);
            joined.mentions.extend(found.iter().map(|mention| Found {
                mention,
                node: &node.id,
                span: at + mention.start..at + mention.end.max(mention.start),
            }));
            at += node.text.chars().count();
        }
        joined
    }

    /// The identifier of the node that holds this character.
    pub fn id_at(&self, at: usize) -> &'a str {
        let index = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        self.nodes.get(index).map_or("", |node| node.id.as_str())
    }

    /// The footnote calls: characters before it, its node, the note.
    pub fn calls(&self) -> Vec<(usize, String, String)> {
        let of = |(node, start): (&&Node, &usize)| {
            let (id, length, start) = (node.id.clone(), node.text.chars().count(), *start);
            let call =
                move |call: &crate::report::Call| (start + call.at.min(length), id.clone(), call.id.clone());
            node.notes.iter().map(call).collect::<Vec<_>>()
        };
        self.nodes.iter().zip(&self.starts).flat_map(of).collect()
    }

    /// The identifiers of all nodes.
    pub fn ids(&self) -> Vec<String> {
        self.nodes.iter().map(|node| node.id.clone()).collect()
    }

    /// The characters of this range, as far as they exist.
    pub fn cut(&self, range: Range<usize>) -> String {
        self.text.chars().skip(range.start).take(range.end.saturating_sub(range.start)).collect()
    }
}
