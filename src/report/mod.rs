//! The model: a report as plain data, without any knowledge of how it was read or compared.
//!
//! A [`Report`] is a flat list of [`Node`]s in reading order; the tree is in [`Node::parent`].
//! Everything of the source is in a node, in [`Furniture`] or in a [`Remark`]: each of them
//! holds the [`Place`]s that it was made of, and a test adds them up.

mod masthead;
pub mod outline;

pub use masthead::Masthead;

use crate::remark::Remark;
use serde::Serialize;

/// What was read, by name and fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SourceInfo {
    /// The path as the user gave it; `-` for standard input.
    pub path: String,
    /// `pdf`, `docx`, `markdown` or `text`.
    pub format: String,
    /// Number of pages; `None` where the format has none.
    pub pages: Option<u32>,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Where several documents make one version: their symbols, or the names of their files, in the
    /// order in which they were read. `d2.p3` stands in the second. Empty for a single document.
    pub documents: Vec<String>,
}

impl SourceInfo {
    /// What tells the document with this number, from 1, from the others: `L.1`, `Add.2`.
    pub fn short_name(&self, number: usize) -> Option<&str> {
        let name = self.documents.get(number.checked_sub(1)?)?;
        let base = self
            .documents
            .iter()
            .filter(|other| *other != name)
            .find_map(|other| name.strip_prefix(other.as_str()).and_then(|rest| rest.strip_prefix('/')));
        Some(base.unwrap_or_else(|| {
            // The last part that is not merely a number: `2031/4` says more than `4`.
            let start = name.rfind('/').map_or(0, |at| at + 1);
            let bare = name[start..].chars().all(|c| c.is_ascii_digit());
            if bare { name } else { &name[start..] }
        }))
    }
}

/// One report with its recovered structure.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The file.
    pub source: SourceInfo,
    /// The fields of the first page.
    pub masthead: Masthead,
    /// Masthead, headings, paragraphs, items, table rows, footnotes, in reading order.
    /// Footnotes stand after the body, in the order of their numbers.
    pub nodes: Vec<Node>,
    /// What was set aside: running heads, page numbers, contents pages.
    pub furniture: Vec<Furniture>,
    /// What was odd.
    pub remarks: Vec<Remark>,
    /// For each line of the source its number in the file, from 1, as an editor shows it; empty where the
    /// format has none.
    pub file_lines: Vec<u32>,
    /// The lines of the source, from 0 and in order, before which a bullet stood.
    pub bulleted: Vec<usize>,
}

impl Report {
    /// The index of the node with this identifier.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id == id)
    }

    /// True where the node begins with a bullet, which is no part of its text.
    pub fn is_bulleted(&self, node: &Node) -> bool {
        node.places.first().is_some_and(|place| self.bulleted.binary_search(&place.line).is_ok())
    }

    /// True where the node was put together from several lines of a text file, which may be lines of two
    /// paragraphs: such a file does not show where one ends.
    pub fn is_pieced(&self, node: &Node) -> bool {
        let lines = || node.places.iter().map(|place| place.line);
        !self.file_lines.is_empty() && lines().min() != lines().max()
    }

    /// The nearest heading above the node at `index`, as an index into `nodes`.
    pub fn heading_of(&self, index: usize) -> Option<usize> {
        let mut at = index;
        while let Some(parent) = self.nodes[at].parent.as_deref() {
            at = self.nodes[..at].iter().rposition(|node| node.id == parent)?;
            if self.nodes[at].kind == NodeKind::Heading {
                return Some(at);
            }
        }
        None
    }
}

/// What a [`Node`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    /// A part of the first page: symbol, distribution, body, sessions, title.
    Masthead,
    /// A heading, numbered or not; the heading of an annex and its title too.
    Heading,
    /// A paragraph with a number of the report's (or the annex's) own sequence.
    Paragraph,
    /// A list item inside a paragraph: `(a)`, `1.`, or a line of a list without labels.
    Item,
    /// A paragraph without a number: preambular, introductory, continuing.
    Unnumbered,
    /// A footnote.
    Footnote,
    /// One row of a table.
    TableRow,
}

/// A piece of the report with an identifier of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// `p12`, `p7.5.a`, `hII.D`, `u3`, `t1.r2`, `fn1`, `f.symbol`, `a1.p3`: unique in the report.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// The label without its full stop: `12`, `II`, `D`, `(a)`; `None` where there is none.
    pub number: Option<String>,
    /// True where the number was lost in the file and worked out.
    pub number_inferred: bool,
    /// The identifier of the heading, paragraph or item that holds this node.
    pub parent: Option<String>,
    /// `body`, or the annex that holds it: `a1`.
    pub part: String,
    /// The text without label and footnote calls, joined over lines and pages.
    pub text: String,
    /// The page on which it starts, from 1 (as the file counts them); 0 where there are no pages.
    pub page: u32,
    /// Footnote calls: where they stood in `text`, and the note that they call.
    pub notes: Vec<Call>,
    /// Where in the source it stands: label, text and calls together, in reading order.
    pub places: Vec<Place>,
}

impl Node {
    /// True for a heading that was printed as "Chapter I", where others have "I.": the number alone is kept,
    /// and that the word stood before it is seen from the length of what was read.
    pub fn names_chapter(&self) -> bool {
        const WORD: &str = "Chapter ";
        let Some(number) = self.number.as_ref().filter(|_| self.kind == NodeKind::Heading) else {
            return false;
        };
        // A blank stands between lines, and between label and text.
        let read: usize = self.places.iter().map(|place| place.end.saturating_sub(place.start) + 1).sum();
        let label = read.saturating_sub(self.text.chars().count() + 2);
        !number.contains(' ') && label == WORD.len() + number.chars().count()
    }
}

/// A footnote call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The call stood before the character with this index (Unicode scalar values) of the text.
    pub at: usize,
    /// The identifier of the note, `fn3`.
    pub id: String,
}

/// A stretch of one line of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of the line in the source text, from 0.
    pub line: usize,
    /// First character (Unicode scalar values), inclusive.
    pub start: usize,
    /// Last character, exclusive.
    pub end: usize,
}

/// Something of the page that is not text of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Furniture {
    /// The page, from 1; 0 where there are no pages.
    pub page: u32,
    /// As printed.
    pub text: String,
    /// `running head`, `page number`, `job number`, `bar code`, `contents`, `cover`, `rule`, …
    pub what: &'static str,
    /// Where it stands.
    pub places: Vec<Place>,
}
