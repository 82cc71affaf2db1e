//! [`Comparison`] → rows: each part of both reports with its two places, for spreadsheets.
//!
//! The status is told in the five words that conferences of the ITU mark their proposals with.

use super::digest::place::Places;
use super::{ComparedPair, Comparison, Relation, Status, Weight, WordOp, digest};
use crate::mentions::Annotated;
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
    /// The kinds of change, by name: "date", "wording", "editorial", "new number".
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

/// The comparison table, in the order of NEW; first the lines of the first page that differ. With `only`,
/// the rows with a change of one of these kinds.
pub fn rows(comparison: &Comparison, old: &Annotated, new: &Annotated, only: &[String]) -> Vec<Row> {
    let places = [Places::new(&old.report), Places::new(&new.report)];
    let other = comparison.relation == Relation::OtherReport;
    let mut rows: Vec<Row> = Vec::new();
    if only.is_empty() {
        rows.extend(comparison.masthead.iter().map(|field| {
            let name = format!("first page, {}", digest::folded::field_label(field.field).to_lowercase());
            let place = |text: &Option<String>| text.as_ref().map(|_| name.clone()).unwrap_or_default();
            Row {
                old: place(&field.old),
                new: place(&field.new),
                status: match (&field.old, &field.new) {
                    _ if other => "",
                    (None, _) => "ADD",
                    (_, None) => "SUP",
                    _ => "MOD",
                },
                old_text: field.old.clone().unwrap_or_default(),
                new_text: field.new.clone().unwrap_or_default(),
                ..Row::default()
            }
        }));
    }
    let asked = |pair: &&ComparedPair| {
        only.is_empty()
            || pair.changes.iter().any(|change| {
                change.weight > Weight::Editorial && only.iter().any(|kind| kind == change.kind)
            })
    };
    rows.extend(comparison.pairs.iter().filter(asked).map(|pair| {
        let label = |side: usize, ids: &[String]| -> String {
            let labels: Vec<String> = ids.iter().map(|id| places[side].label(id)).collect();
            digest::place::enumerate(&labels, true)
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
            row.notes = notes(pair);
        }
        row
    }));
    rows
}

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
    for change in &pair.changes {
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
    kinds.into_iter().collect()
}

fn notes(pair: &ComparedPair) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    match pair.status {
        Status::Split => notes.push("split".to_owned()),
        Status::Merged => notes.push("merged".to_owned()),
        _ => {}
    }
    for note in pair.changes.iter().filter_map(|change| change.note.clone()) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// Every part of OLD in its order with its place in NEW; what is new stands behind what it follows in NEW.
/// A part that was split has a row for each of its parts.
pub fn concordance(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Vec<Link> {
    let sides = [&old.report, &new.report];
    let places = sides.map(Places::new);
    let node = |side: usize, id: &str| places[side].index_of(id).map(|at| &sides[side].nodes[at]);
    let page = |side: usize, id: &str| node(side, id).map(|node| node.page).filter(|page| *page > 0);
    let mut links: Vec<(usize, Link)> = Vec::new();
    let mut behind = 0;
    for pair in &comparison.pairs {
        let none = [String::new()];
        let olds = if pair.old.is_empty() { &none[..] } else { &pair.old[..] };
        let news = if pair.new.is_empty() { &none[..] } else { &pair.new[..] };
        for from in olds {
            // A row of OLD stands where it stood; a new one keeps behind the row before it.
            if let Some(at) = places[0].index_of(from) {
                behind = at;
            }
            for to in news {
                let label = |side: usize, id: &str| match id.is_empty() {
                    true => String::new(),
                    false => places[side].label(id),
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
