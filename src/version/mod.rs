//! Several documents → one version: a draft issued as L.1 to L.9, or as L.1 with its addenda.
//!
//! Each document was read, structured and searched for facts by itself, for each has its own
//! masthead and starts at paragraph 1. Here they are put in order and made one [`Annotated`].

mod order;
mod pointers;
mod reports;

pub use order::natural;
pub use reports::reports;

use crate::mentions::{Annotated, Mention, MentionKind, Mentions};
use crate::remark::Remark;
use crate::report::{Node, NodeKind, Report, SourceInfo};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Makes one version of several documents, in the order of their symbols, of their files where a
/// symbol is missing. `path` is what the user gave for all of them.
///
/// Every identifier gets its document in front, `d2.p3`; the body of each is part of one body, in
/// which the numbers start again. The masthead is that of the first document. A single document
/// stays as it is.
pub fn join(path: &str, mut documents: Vec<Annotated>) -> Annotated {
    if documents.len() == 1 {
        return documents.remove(0);
    }
    let all_have_symbols = documents.iter().all(|document| symbol(document).is_some());
    documents.sort_by(|one, two| match (symbol(one), symbol(two)) {
        (Some(one), Some(two)) if all_have_symbols => natural(one, two),
        _ => natural(&one.report.source.path, &two.report.source.path),
    });
    let mut remarks = order_remarks(&documents, all_have_symbols);
    pointers::resolve(&mut documents);
    let mut whole = Report {
        source: source(path, &documents),
        masthead: documents.first().map(|first| first.report.masthead.clone()).unwrap_or_default(),
        ..Report::default()
    };
    // Notes stand after the body, also where there are several bodies.
    let (mut notes, mut found_in_notes) = (Vec::new(), Vec::new());
    let mut mentions = Mentions::default();
    let mut lines = 0;
    for (index, document) in documents.into_iter().enumerate() {
        let prefix = Prefix { sign: sign(index), name: name(&document), lines };
        let Annotated { report, mentions: found } = document;
        let mut last_line = None;
        let mut found_in = found.by_node.into_iter();
        for node in report.nodes {
            let node = prefix.node(node);
            last_line = last_line.max(node.places.iter().map(|place| place.line).max());
            let list = prefix.mentions(found_in.next().unwrap_or_default());
            if node.kind == NodeKind::Footnote {
                notes.push(node);
                found_in_notes.push(list);
            } else {
                whole.nodes.push(node);
                mentions.by_node.push(list);
            }
        }
        whole.bulleted.extend(report.bulleted.iter().map(|line| line + prefix.lines));
        for mut piece in report.furniture {
            piece.places.iter_mut().for_each(|place| place.line += prefix.lines);
            last_line = last_line.max(piece.places.iter().map(|place| place.line).max());
            whole.furniture.push(piece);
        }
        lines = last_line.map_or(lines, |last| last + 1);
        whole.remarks.extend(report.remarks.into_iter().map(|remark| prefix.remark(remark)));
        mentions.remarks.extend(found.remarks.into_iter().map(|remark| prefix.remark(remark)));
    }
    whole.nodes.append(&mut notes);
    mentions.by_node.append(&mut found_in_notes);
    remarks.append(&mut whole.remarks);
    whole.remarks = remarks;
    Annotated { report: whole, mentions }
}

/// What stands in front of the identifiers of the document at `index`.
fn sign(index: usize) -> String {
    format!("d{}.", index + 1)
}

fn symbol(document: &Annotated) -> Option<&str> {
    document.report.masthead.symbol.as_deref()
}

/// The symbol, or the file without its folder.
fn name(document: &Annotated) -> String {
    let path = document.report.source.path.as_str();
    symbol(document).unwrap_or_else(|| path.rsplit('/').next().unwrap_or(path)).to_owned()
}

/// What all files are together: pages are added up, fingerprints are a fingerprint of them all.
fn source(path: &str, documents: &[Annotated]) -> SourceInfo {
    let sources = || documents.iter().map(|document| &document.report.source);
    let formats: BTreeSet<&str> = sources().map(|source| source.format.as_str()).collect();
    let pages: u32 = sources().filter_map(|source| source.pages).sum();
    let mut digest = Sha256::new();
    sources().for_each(|source| digest.update(source.sha256.as_bytes()));
    let sha256 = digest.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    SourceInfo {
        path: path.to_owned(),
        format: formats.into_iter().collect::<Vec<_>>().join("+"),
        pages: (pages > 0).then_some(pages),
        sha256,
        documents: documents.iter().map(name).collect(),
    }
}

/// What was read in which order, and what does not go together.
fn order_remarks(documents: &[Annotated], by_symbol: bool) -> Vec<Remark> {
    let names: Vec<String> = documents.iter().map(name).collect();
    let order = if by_symbol { "in the order of their symbols" } else { "in the order of their files" };
    let count = names.len();
    let message = format!("{count} documents read as one version, {order}: {}", names.join(", "));
    let mut remarks = vec![Remark::new("several-documents", "", message)];
    for twins in names.chunk_by(|one, two| one.eq_ignore_ascii_case(two)).filter(|twins| twins.len() > 1) {
        let message = format!("{} files carry the symbol {}; all were read", twins.len(), twins[0]);
        let hint = "leave only one of them in the folder";
        remarks.push(Remark::new("symbol-twice", "", message).hinted(hint));
    }
    for name in &names {
        let replaced = name.rsplit_once("/Rev.").map(|(base, _)| base);
        if let Some(older) = replaced.and_then(|base| names.iter().find(|other| *other == base)) {
            let message = format!("{name} replaces {older}; both were read");
            let hint = "leave only the later one in the folder";
            remarks.push(Remark::new("replaced-document", "", message).hinted(hint));
        }
        if name.contains("/Corr.") {
            let message = format!("{name} corrects another document; it was read as one more");
            let hint = "apply the corrigendum by hand and take it out of the folder";
            remarks.push(Remark::new("corrigendum-not-applied", "", message).hinted(hint));
        }
    }
    remarks
}

/// Puts a document in front of its identifiers.
struct Prefix {
    sign: String,
    name: String,
    /// How many lines stand before those of this document.
    lines: usize,
}

impl Prefix {
    fn id(&self, id: &str) -> String {
        format!("{}{id}", self.sign)
    }

    fn node(&self, mut node: Node) -> Node {
        node.id = self.id(&node.id);
        node.parent = node.parent.map(|parent| self.id(&parent));
        // One body goes through all documents; their annexes stay apart.
        if node.part != "body" && !node.part.is_empty() {
            node.part = self.id(&node.part);
        }
        node.notes.iter_mut().for_each(|call| call.id = self.id(&call.id));
        node.places.iter_mut().for_each(|place| place.line += self.lines);
        node
    }

    fn mentions(&self, mut mentions: Vec<Mention>) -> Vec<Mention> {
        for mention in mentions.iter_mut().filter(|mention| mention.kind == MentionKind::CrossReference) {
            // What points into another document has its name already.
            if !mention.attributes.contains_key("document") {
                mention.value = self.id(&mention.value);
            }
        }
        mentions
    }

    fn remark(&self, mut remark: Remark) -> Remark {
        remark.at = match remark.at.as_str() {
            "" => self.name.clone(),
            page if page.starts_with("page ") || page.starts_with("line ") => {
                format!("{}, {page}", self.name)
            }
            id => self.id(id),
        };
        remark
    }
}
