//! The nodes of one side of a pair, read as one text.

use super::Words;
use super::words;
use crate::mentions::{Annotated, Mention, MentionKind};
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

    /// The node that holds this character, and how many of its characters stand before it.
    pub fn place_at(&self, at: usize) -> (&'a str, usize) {
        let index = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or_default();
        (self.id_at(at), at.saturating_sub(start))
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

    /// The stretches that are one word to a reader: a placeholder, with the symbol that it is part
    /// of. Contested wording of some length is compared word by word.
    pub fn holes(&self) -> Vec<Range<usize>> {
        const WORDING: usize = 6;
        let chars: Vec<char> = self.text.chars().collect();
        let is_short = |span: &Range<usize>| {
            let text: String = chars[span.clone()].iter().collect();
            text.split_whitespace().count() <= WORDING
        };
        let mut out: Vec<Range<usize>> = Vec::new();
        for found in self.mentions.iter().filter(|found| found.mention.kind == MentionKind::Placeholder) {
            let mut span = found.span.start..found.span.end.min(chars.len());
            let wording = found.mention.attributes.get("type").is_some_and(|kind| kind == "bracketed_text");
            if span.is_empty() || (wording && !is_short(&span)) {
                continue;
            }
            let symbols = self.mentions.iter().filter(|other| other.mention.kind == MentionKind::Document);
            for symbol in symbols {
                let (start, end) = (symbol.span.start, symbol.span.end.min(chars.len()));
                if start > span.start || end < span.end {
                    continue;
                }
                let space = |at: &usize| chars[*at].is_whitespace();
                let before = (start..span.start).rev().find(space).map_or(start, |at| at + 1);
                span = before..(span.end..end).find(space).unwrap_or(end);
            }
            out.push(span);
        }
        out.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        out.retain(|span| {
            let apart = span.start >= end;
            end = end.max(span.end);
            apart
        });
        out
    }

    /// The words of two sides, compared.
    pub fn words(&self, new: &Joined) -> Vec<Words> {
        words::compare_with(&self.text, &new.text, &self.holes(), &new.holes())
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
