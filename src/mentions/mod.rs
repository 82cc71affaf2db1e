//! [`Report`] → [`Mentions`]: dates, documents, officers, placeholders. Annotates, never alters.

use crate::report::Report;
use serde::Serialize;
use std::collections::BTreeMap;

/// What kind of fact a mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// A date, range or set of dates.
    Date,
    /// A document: symbol, resolution, decision, treaty, URL.
    Document,
    /// A person or State that holds an office of the body.
    Officer,
    /// A person named who holds no office of the body.
    Participant,
    /// A blank, an ellipsis, bracketed text, an instruction.
    Placeholder,
    /// A session or meeting of the body.
    Session,
    /// An agenda item.
    AgendaItem,
    /// A counted thing: "nine plenary meetings".
    Quantity,
    /// A pointer to another paragraph.
    CrossReference,
}

/// A fact found in a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// The kind.
    pub kind: MentionKind,
    /// Exactly the characters `start..end` of the node's text.
    pub text: String,
    /// First character (Unicode scalar values), inclusive.
    pub start: usize,
    /// Last character, exclusive.
    pub end: usize,
    /// The normal form, as the contract has it for each kind.
    pub value: String,
    /// What else is known, by name, sorted.
    pub attributes: BTreeMap<&'static str, String>,
    /// The name of the rule that found it.
    pub rule: &'static str,
}

/// The mentions of a report: one list for each node, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Parallel to the report's nodes.
    pub by_node: Vec<Vec<Mention>>,
}

/// A report with its mentions: what the later stages work on.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    /// The structure.
    pub report: Report,
    /// The facts, parallel to `report.nodes`.
    pub mentions: Mentions,
}

/// Finds the mentions of every node.
pub fn find(report: &Report) -> Mentions {
    Mentions { by_node: vec![Vec::new(); report.nodes.len()] }
}
