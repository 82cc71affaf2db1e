//! [`Alignment`] and mentions → [`Comparison`]: what changed in each pair, in words and facts.

mod actors;
mod alternatives;
mod calls;
mod carried;
mod classify;
pub mod digest;
mod exchanged;
mod facts;
mod joined;
mod masthead;
mod moves;
mod names;
mod operative;
mod opposite;
mod pair;
mod placeholders;
mod recited;
mod references;
mod relation;
mod same;
mod scope;
mod seam;
mod sense;
mod signs;
mod standing;
mod strength;
pub mod summary;
pub mod table;
mod tokens;
mod window;
mod within;
pub mod words;

pub use strength::Ladder;

use crate::align::Alignment;
use crate::mentions::Annotated;
use crate::remark::Remark;
use crate::report::{Masthead, SourceInfo};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the two documents are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Two versions of one text.
    Revision,
    /// A draft and the text as adopted or issued.
    Adoption,
    /// Two different reports.
    OtherReport,
}

/// A pair in one word. `Split` and `Merged` arrive with several nodes on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Status {
    Unchanged,
    Editorial,
    Reworded,
    Modified,
    Inserted,
    Deleted,
    Split,
    Merged,
}

/// What happened to a fact or a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ChangeOp {
    Added,
    Removed,
    Changed,
    Filled,
    Lifted,
    Opened,
    Moved,
    Renumbered,
}

/// How much a change matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weight {
    Renumbering,
    Editorial,
    Reworded,
    Substantive,
}

/// One end of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct End {
    /// The node's identifier.
    pub id: String,
    /// The words, as printed.
    pub text: String,
    /// The normal form; `None` for wording.
    pub value: Option<String>,
}

/// A thing that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// A mention kind in snake case, or `wording`, `strength`, `heading`.
    pub kind: &'static str,
    /// What happened.
    pub op: ChangeOp,
    /// How much it matters.
    pub weight: Weight,
    /// The rule that decided.
    pub rule: &'static str,
    /// Before.
    pub old: Option<End>,
    /// After.
    pub new: Option<End>,
    /// A remark for the reader: "meeting ordinal", "compare the annex".
    pub note: Option<String>,
}

/// What a stretch of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum WordOp {
    Equal,
    Delete,
    Insert,
}

/// A stretch of words that stayed, went or came. Several nodes are joined by a line feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What happened.
    pub op: WordOp,
    /// The characters, spaces included.
    pub text: String,
}

/// One pair, compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedPair {
    /// The pair in one word.
    pub status: Status,
    /// Moved against its neighbours.
    pub moved: bool,
    /// The matched numbers differ.
    pub renumbered: bool,
    /// Identifiers in OLD.
    pub old: Vec<String>,
    /// Identifiers in NEW.
    pub new: Vec<String>,
    /// 0..=1.
    pub confidence: f64,
    /// The reason for the pairing.
    pub why: String,
    /// Forwards they give NEW's text, backwards OLD's.
    pub words: Vec<Words>,
    /// Facts first, then wording.
    pub changes: Vec<Change>,
}

impl ComparedPair {
    /// True for a note that is told at the end: one on the document itself, or one that repeats what
    /// both versions have.
    pub(crate) fn is_told_below(&self) -> bool {
        self.changes.iter().any(|change| matches!(change.rule, "masthead-note" | "note-repeated"))
    }
}

/// A field of the masthead that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct FieldChange {
    pub field: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// A file and its masthead.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentInfo {
    /// The file.
    #[serde(flatten)]
    pub source: SourceInfo,
    /// Its first page.
    pub masthead: Masthead,
}

/// What became of a placeholder of OLD, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerLine {
    /// `filled`, `lifted`, `dropped`, `still_open` or `new`.
    pub state: &'static str,
    /// The placeholder's type: `blank`, `ellipsis`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Where it stood.
    pub old: Option<End>,
    /// What stands there now.
    pub new: Vec<End>,
}

/// How many pairs of each status, and how many changes of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Counts {
    pub unchanged: usize,
    pub editorial: usize,
    pub reworded: usize,
    pub modified: usize,
    pub inserted: usize,
    pub deleted: usize,
    pub split: usize,
    pub merged: usize,
    pub moved: usize,
    pub renumbered: usize,
    /// Substantive changes by kind.
    pub by_kind: BTreeMap<&'static str, usize>,
}

/// The whole result of comparing two reports.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// OLD.
    pub old: DocumentInfo,
    /// NEW.
    pub new: DocumentInfo,
    /// What they are to one another.
    pub relation: Relation,
    /// Fields of the masthead that differ.
    pub masthead: Vec<FieldChange>,
    /// Totals.
    pub counts: Counts,
    /// Every node of both sides exactly once.
    pub pairs: Vec<ComparedPair>,
    /// The ledger of placeholders.
    pub placeholders: Vec<LedgerLine>,
    /// What the reader must know before trusting the rest.
    pub remarks: Vec<Remark>,
}

/// How two reports are compared.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether stronger and weaker wording is told as a kind of its own, `strength`; otherwise it is
    /// wording like any other.
    pub strength: bool,
    /// The words that bind, by which stronger and weaker are told.
    pub ladder: Ladder,
    /// The built-in list: what it holds is a matter of substance under any list of a user's own.
    binding: Ladder,
}

impl Options {
    /// Tells strength by this list.
    pub fn with_strength(ladder: Ladder) -> Options {
        Options { strength: true, ladder, ..Options::default() }
    }
}

/// Compares two reports along an alignment.
pub fn diff(old: &Annotated, new: &Annotated, alignment: &Alignment) -> Comparison {
    diff_with(old, new, alignment, &Options::default())
}

/// Compares two reports along an alignment, in the given way.
pub fn diff_with(old: &Annotated, new: &Annotated, alignment: &Alignment, options: &Options) -> Comparison {
    let whereto = whereto(old, new, alignment);
    let standing = standing::Standing::new(old, new, alignment);
    let names = names::Names::new(old, new);
    let symbols = [old, new].map(|side| side.report.masthead.symbol.as_deref());
    let references = references::References::new(old, new, &whereto);
    let belongs = facts::Belongs {
        whereto: &whereto,
        references: Some(&references),
        standing: Some(&standing),
        names: Some(&names),
        symbols,
    };
    let mut pairs = Vec::with_capacity(alignment.pairs.len());
    let mut placeholders = Vec::new();
    let mut told = Vec::new();
    for outcome in
        alignment.pairs.iter().filter_map(|pair| pair::compare([old, new], pair, &belongs, options))
    {
        pairs.push(outcome.pair);
        placeholders.extend(outcome.ledger);
        told.extend(outcome.remarks);
    }
    moves::join(&mut pairs);
    moves_into_text(&mut pairs);
    // The first page stands before the text.
    placeholders.splice(0..0, masthead::settled(old, new).ledger);
    let (relation, mut remarks) = relation::relate(&old.report, &new.report, &pairs);
    remarks.extend(relation::other_draft(old, new));
    remarks.extend(told);
    let document = |side: &Annotated| DocumentInfo {
        source: side.report.source.clone(),
        masthead: side.report.masthead.clone(),
    };
    Comparison {
        old: document(old),
        new: document(new),
        relation,
        masthead: masthead::compare_all(&old.report, &new.report),
        counts: count(&pairs),
        pairs,
        placeholders,
        remarks,
    }
}

/// A document that left its note and stands in the text now, or the other way round, is cited otherwise.
fn moves_into_text(pairs: &mut [ComparedPair]) {
    let is_note = |end: &Option<End>| {
        end.as_ref().and_then(|end| end.id.rsplit('.').next()).is_some_and(|id| id.starts_with("fn"))
    };
    for change in pairs.iter_mut().flat_map(|pair| &mut pair.changes) {
        if change.rule == "fact-moved" && is_note(&change.old) != is_note(&change.new) {
            change.weight = Weight::Reworded;
        }
    }
}

/// Where each node of OLD is in NEW, told by the pairs.
fn whereto_of(comparison: &Comparison) -> facts::Whereto {
    let pairs = comparison.pairs.iter().filter(|pair| !pair.new.is_empty());
    pairs.flat_map(|pair| pair.old.iter().map(|id| (id.clone(), pair.new.clone()))).collect()
}

/// The same, from the alignment.
fn whereto(old: &Annotated, new: &Annotated, alignment: &Alignment) -> facts::Whereto {
    let id = |side: &Annotated, index: &usize| side.report.nodes.get(*index).map(|node| node.id.clone());
    let mut whereto = facts::Whereto::new();
    for pair in alignment.pairs.iter().filter(|pair| !pair.new.is_empty()) {
        let news: Vec<String> = pair.new.iter().filter_map(|index| id(new, index)).collect();
        for from in pair.old.iter().filter_map(|index| id(old, index)) {
            whereto.insert(from, news.clone());
        }
    }
    whereto
}

fn count(pairs: &[ComparedPair]) -> Counts {
    let mut counts = Counts::default();
    for pair in pairs {
        *match pair.status {
            Status::Unchanged => &mut counts.unchanged,
            Status::Editorial => &mut counts.editorial,
            Status::Reworded => &mut counts.reworded,
            Status::Modified => &mut counts.modified,
            Status::Inserted => &mut counts.inserted,
            Status::Deleted => &mut counts.deleted,
            Status::Split => &mut counts.split,
            Status::Merged => &mut counts.merged,
        } += 1;
        counts.moved += usize::from(pair.moved);
        counts.renumbered += usize::from(pair.renumbered);
        for change in pair.changes.iter().filter(|change| change.weight == Weight::Substantive) {
            *counts.by_kind.entry(change.kind).or_default() += 1;
        }
    }
    counts
}
