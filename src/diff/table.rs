//! [`Comparison`] → rows: each part of both reports with its two places, for spreadsheets.
//!
//! The status is told in the five words that conferences of the ITU mark their proposals with.

mod first_page;
mod labels;
mod notes;

use super::digest::place::enumerate;
use super::{Change, ComparedPair, Comparison, Relation, Status, Weight, WordOp};
use crate::mentions::Annotated;
use labels::Labels;
use std::collections::BTreeSet;

/// One part of both reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// "¶7", "heading II.D", "note 3"; empty where it is new.
    pub old: String,
    /// The same in NEW; empty where it is gone.
    pub new: String,
    /// `ADD`, `MOD`, `SUP`, `NOC`, `MOVED` (the same words elsewhere), `MOVED, MOD`; empty for two different
    /// reports, where nothing is an edit.
    pub status: &'static str,
    /// The text in OLD; several nodes are joined by a line feed.
    pub old_text: String,
    /// The text in NEW.
    pub new_text: String,
    /// The kinds of change, by name: "date", "wording", "editorial", "new number"; "new text" where it is new
    /// and has no fact.
    pub kinds: Vec<String>,
    /// "split", "compare the annex", "was ¶7".
    pub notes: Vec<String>,
}

/// One number of OLD and what became of it, or a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// "¶7"; empty for what is new.
    pub old: String,
    /// "¶9"; empty for what is gone.
    pub new: String,
    /// The page of the file on which it begins, from 1; `None` where there are no pages.
    pub pages: [Option<u32>; 2],
    /// Identifiers; empty where the place is.
    pub ids: [String; 2],
}

/// The comparison table, in the order of NEW; first the lines of the first page. With `only`, the rows with a
/// change of one of these kinds.
pub fn rows(comparison: &Comparison, old: &Annotated, new: &Annotated, only: &[String]) -> Vec<Row> {
    let labels = [Labels::new(&old.report), Labels::new(&new.report)];
    let other = comparison.relation == Relation::OtherReport;
    let mut rows: Vec<Row> = Vec::new();
    if only.is_empty() {
        rows.extend(first_page::rows(comparison, [&old.report, &new.report]));
    }
    let asked = |pair: &&ComparedPair| {
        only.is_empty()
            || pair.changes.iter().any(|change| {
                change.weight > Weight::Editorial && only.iter().any(|kind| kind == change.kind)
            })
    };
    rows.extend(comparison.pairs.iter().filter(asked).map(|pair| {
        let label = |side: usize, ids: &[String]| -> String {
            let labels: Vec<String> = ids.iter().map(|id| labels[side].of(id)).collect();
            enumerate(&labels, true)
        };
        let text = |left_out: WordOp| -> String {
            let words = pair.words.iter().filter(|words| words.op != left_out);
            words.map(|words| words.text.as_str()).collect()
        };
        let mut row = Row {
            old: label(0, &pair.old),
            new: label(1, &pair.new),
            old_text: text(WordOp::Insert),
            new_text: text(WordOp::Delete),
            ..Row::default()
        };
        if !other {
            row.status = status(pair);
            row.kinds = kinds(pair);
            row.notes = notes::notes(pair, old, new);
        }
        row
    }));
    rows
}

/// The kind of a text that came and has no fact in it, and of one that went.
const NEW_TEXT: &str = "new text";
const TEXT_GONE: &str = "text gone";

fn status(pair: &ComparedPair) -> &'static str {
    match (pair.status, pair.moved) {
        (Status::Inserted, _) => "ADD",
        (Status::Deleted, _) => "SUP",
        (Status::Unchanged, false) => "NOC",
        (Status::Unchanged, true) => "MOVED",
        (_, false) => "MOD",
        (_, true) => "MOVED, MOD",
    }
}

fn kinds(pair: &ComparedPair) -> Vec<String> {
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    // Of a text that came or went whole the facts are news; its words cannot have been worded otherwise.
    let whole = matches!(pair.status, Status::Inserted | Status::Deleted);
    let tells = |change: &&Change| !whole || change.weight == Weight::Substantive && change.kind != "wording";
    for change in pair.changes.iter().filter(tells) {
        match change.weight {
            Weight::Substantive => kinds.insert(change.kind.replace('_', " ")),
            Weight::Reworded => kinds.insert("reworded".to_owned()),
            Weight::Editorial => kinds.insert("editorial".to_owned()),
            Weight::Renumbering => kinds.insert("reference renumbered".to_owned()),
        };
    }
    if pair.renumbered {
        kinds.insert("new number".to_owned());
    }
    if whole && kinds.is_empty() {
        kinds.insert(if pair.old.is_empty() { NEW_TEXT } else { TEXT_GONE }.to_owned());
    }
    kinds.into_iter().collect()
}

/// Every part of OLD in its order with its place in NEW; what is new stands behind what it follows in NEW.
/// A part that was split has a row for each of its parts.
pub fn concordance(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Vec<Link> {
    let sides = [&old.report, &new.report];
    let labels = sides.map(Labels::new);
    let node = |side: usize, id: &str| labels[side].index_of(id).map(|at| &sides[side].nodes[at]);
    let page = |side: usize, id: &str| node(side, id).map(|node| node.page).filter(|page| *page > 0);
    let mut links: Vec<(usize, Link)> = Vec::new();
    let mut behind = 0;
    for pair in &comparison.pairs {
        let none = [String::new()];
        let olds = if pair.old.is_empty() { &none[..] } else { &pair.old[..] };
        let news = if pair.new.is_empty() { &none[..] } else { &pair.new[..] };
        for from in olds {
            // A row of OLD stands where it stood; a new one keeps behind the row before it.
            if let Some(at) = labels[0].index_of(from) {
                behind = at;
            }
            for to in news {
                let label = |side: usize, id: &str| match id.is_empty() {
                    true => String::new(),
                    false => labels[side].of(id),
                };
                links.push((
                    behind,
                    Link {
                        old: label(0, from),
                        new: label(1, to),
                        pages: [page(0, from), page(1, to)],
                        ids: [from.clone(), to.clone()],
                    },
                ));
            }
        }
    }
    links.sort_by_key(|(at, _)| *at);
    links.into_iter().map(|(_, link)| link).collect()
}
