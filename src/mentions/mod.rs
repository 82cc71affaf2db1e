//! [`Report`] → [`Mentions`]: dates, documents, officers, placeholders. Annotates, never alters.
//!
//! A [`Finder`] looks for one kind. They run in the order of [`FINDERS`], documents first, so that
//! 73/27 or a year inside a symbol is never taken for a date. A new kind is a new file and a line there.

mod agenda_item;
mod context;
mod cross_reference;
mod date;
mod document;
mod numeral;
mod officer;
mod passage;
mod pinpoint;
mod placeholder;
mod places;
mod quantity;
mod resolution;
mod session;
mod treaty;

pub use context::{Context, OpenList};
pub use passage::{Passage, Token, TokenKind, tokenize};

use crate::remark::Remark;
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

impl MentionKind {
    /// The name of the kind in JSON.
    pub fn name(self) -> &'static str {
        match self {
            MentionKind::Date => "date",
            MentionKind::Document => "document",
            MentionKind::Officer => "officer",
            MentionKind::Participant => "participant",
            MentionKind::Placeholder => "placeholder",
            MentionKind::Session => "session",
            MentionKind::AgendaItem => "agenda_item",
            MentionKind::Quantity => "quantity",
            MentionKind::CrossReference => "cross_reference",
        }
    }
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
    /// What is odd about them: a day that no calendar has, a pointer to nowhere.
    pub remarks: Vec<Remark>,
}

/// A report with its mentions: what the later stages work on.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    /// The structure.
    pub report: Report,
    /// The facts, parallel to `report.nodes`.
    pub mentions: Mentions,
}

impl Annotated {
    /// What was odd about the file and then about the facts in it.
    pub fn remarks(&self) -> impl Iterator<Item = &Remark> {
        self.report.remarks.iter().chain(&self.mentions.remarks)
    }
}

/// Looks for one kind of mention.
pub trait Finder: Sync {
    /// The kind that it finds.
    fn kind(&self) -> MentionKind;

    /// The names of its rules; each has cases for and against in the test corpus.
    fn rules(&self) -> &'static [&'static str];

    /// Adds what it finds in the passage, in any order, and tells the context what the nodes
    /// below will need.
    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>);

    /// Says, after the last node, what only the whole report shows.
    fn finish(&self, _context: &mut Context) {}
}

/// Every finder, in the order of finding.
pub const FINDERS: &[&dyn Finder] = &[
    &document::Documents,
    &placeholder::Placeholders,
    &date::DatesFinder,
    &officer::Officers,
    &officer::Participants,
    &session::Sessions,
    &agenda_item::AgendaItems,
    &cross_reference::CrossReferences,
    &quantity::Quantities,
];

/// Finds the mentions of every node.
pub fn find(report: &Report) -> Mentions {
    let mut context = Context::of(report);
    // One set of buffers serves all nodes: a node without mentions costs no allocation.
    let mut chars: Vec<char> = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut taken: Vec<bool> = Vec::new();
    let mut added: Vec<Mention> = Vec::new();
    let mut by_node = Vec::with_capacity(report.nodes.len());
    for node in &report.nodes {
        context.enter(node);
        chars.clear();
        chars.extend(node.text.chars());
        passage::tokenize(&chars, &mut tokens);
        taken.clear();
        taken.resize(chars.len(), false);
        let mut mentions: Vec<Mention> = Vec::new();
        for finder in FINDERS {
            let passage =
                Passage { kind: node.kind, chars: &chars, tokens: &tokens, taken: &taken, found: &mentions };
            finder.find(&passage, &mut context, &mut added);
            for mention in &added {
                if matches!(mention.kind, MentionKind::Document | MentionKind::Date) {
                    taken[mention.start..mention.end].fill(true);
                }
            }
            mentions.append(&mut added);
        }
        // In the order of the text; where two begin together the longer, which holds the other, first.
        mentions.sort_by_key(|mention| (mention.start, std::cmp::Reverse(mention.end), mention.kind));
        by_node.push(mentions);
    }
    officer::settle(&mut by_node, &context.officers);
    for finder in FINDERS {
        finder.finish(&mut context);
    }
    Mentions { by_node, remarks: context.remarks }
}
