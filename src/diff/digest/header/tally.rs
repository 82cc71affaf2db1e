//! What became of the units of a report, in figures.

use super::{annexes, is_body};
use crate::diff::digest::place::{Places, unit};
use crate::diff::digest::preamble::preambular;
use crate::diff::{ComparedPair, Comparison, Status, whereto_of};
use crate::mentions::Annotated;
use crate::report::{NodeKind, Report};
use std::collections::BTreeMap;

#[derive(Default)]
pub(super) struct Tally {
    new: usize,
    gone: usize,
    changed: usize,
    /// Paragraphs of NEW that were split or merged: changed as well.
    pub parted: usize,
    moved: usize,
    only_moved: usize,
    reworded_moved: usize,
    reworded: usize,
    editorial: usize,
    same: usize,
}

/// Counts of the numbered paragraphs of the body, then of everything else by what it is.
pub(super) fn counts(comparison: &Comparison, old: &Annotated, new: &Annotated) -> (Tally, Vec<String>) {
    /// Of an item that came or went its paragraph only changed.
    const CHANGED: u8 = 3;
    // A paragraph counts once, by what changed most in it and its items; those of the body are
    // counted once more as items. An annex is told in brief.
    let mut units: BTreeMap<(bool, usize), (&'static str, u8, bool)> = BTreeMap::new();
    let news_of_file =
        |pair: &&ComparedPair| pair.changes.iter().any(|change| change.rule == "masthead-note");
    let places = [Places::new(&old.report), Places::new(&new.report)];
    let whereto = whereto_of(comparison);
    for pair in comparison.pairs.iter().filter(|pair| !news_of_file(pair)) {
        let (side, at, ids) =
            if pair.new.is_empty() { (old, &places[0], &pair.old) } else { (new, &places[1], &pair.new) };
        let severity = match pair.status {
            Status::Unchanged => 0,
            Status::Editorial => 1,
            Status::Reworded => 2,
            Status::Modified => CHANGED,
            Status::Split | Status::Merged => 4,
            Status::Inserted => 5,
            Status::Deleted => 6,
        };
        for index in ids.iter().filter_map(|id| at.index_of(id)) {
            let gone = pair.new.is_empty();
            // An annex is told as such, its heading and its title with it.
            let node = &side.report.nodes[index];
            if node.kind == NodeKind::Heading
                && (node.id == node.part || node.id.ends_with(".title"))
                && pair.old.is_empty() != pair.new.is_empty()
            {
                continue;
            }
            let top = unit(&side.report, index);
            let what = what(&side.report, top);
            if top == index {
                let entry = units.entry((gone, top)).or_insert((what, 0, false));
                entry.1 = entry.1.max(severity);
                entry.2 |= pair.moved;
                continue;
            }
            if what != "annex" {
                units.insert((gone, index), ("items", severity, pair.moved));
            }
            // An item that came or went changes its paragraph; one that is new or gone stays that.
            let holder =
                || whereto.get(&side.report.nodes[top].id)?.iter().find_map(|id| places[1].index_of(id));
            let holder = if gone { holder().map(|top| (false, top)) } else { Some((false, top)) };
            let entry = units.entry(holder.unwrap_or((gone, top))).or_insert((what, 0, false));
            entry.1 = entry.1.max(severity.min(CHANGED));
        }
    }
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (what, severity, moved) in units.into_values() {
        let tally = tallies.entry(what).or_default();
        *match severity {
            0 | 1 if moved => &mut tally.only_moved,
            0 => &mut tally.same,
            1 => &mut tally.editorial,
            2 => &mut tally.reworded,
            CHANGED => &mut tally.changed,
            4 => &mut tally.parted,
            5 => &mut tally.new,
            _ => &mut tally.gone,
        } += 1;
        tally.moved += usize::from(moved && matches!(severity, CHANGED | 4));
        tally.reworded_moved += usize::from(moved && severity == 2);
    }
    let several = [old, new].iter().any(|side| annexes(&side.report) > 1);
    let main = tallies.remove("").unwrap_or_default();
    let elsewhere = tallies
        .into_iter()
        // An annex is a text of its own: what is the same there was compared like the rest.
        .map(|(what, tally)| (if what == "annex" && several { "annexes" } else { what }, tally))
        .map(|(what, tally)| (what, tally.parts(what.starts_with("annex"))))
        .filter(|(_, parts)| !parts.is_empty())
        .map(|(what, parts)| format!("{what}: {}", parts.join(", ")))
        .collect();
    (main, elsewhere)
}

/// What a unit is counted as; empty for the numbered paragraphs of the body.
fn what(report: &Report, index: usize) -> &'static str {
    let node = &report.nodes[index];
    match node.kind {
        NodeKind::Heading => "headings",
        NodeKind::Footnote => "notes",
        _ if !is_body(&node.part) => "annex",
        NodeKind::Paragraph => "",
        NodeKind::TableRow => "table rows",
        NodeKind::Item => "items",
        _ if preambular(report, index).is_some() => "preambular paragraphs",
        _ => "unnumbered paragraphs",
    }
}

impl Tally {
    pub fn parts(&self, with_same: bool) -> Vec<String> {
        let mut out = Vec::new();
        let mut part = |count: usize, word: &str| {
            if count > 0 {
                out.push(format!("{count} {word}"));
            }
        };
        part(self.new, "new");
        part(self.gone, "gone");
        let changed = self.changed + self.parted;
        if self.moved > 0 {
            part(changed, &format!("changed, {} of them moved", self.moved));
        } else {
            part(changed, "changed");
        }
        part(self.only_moved, "only moved");
        if self.reworded_moved > 0 {
            part(self.reworded, &format!("reworded, {} of them moved", self.reworded_moved));
        } else {
            part(self.reworded, "reworded");
        }
        if with_same {
            part(self.editorial, "editorial");
            part(self.same, "the same");
        }
        out
    }
}
