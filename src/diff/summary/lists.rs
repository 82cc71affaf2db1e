//! Lines that belong together as one: members of a list, items under one number, short new lines.

use super::changes::Telling;
use super::whereabouts::{NEW, NEW_IN, NEW_LINES};
use super::{Line, Part};
use crate::diff::Status;
use crate::diff::digest::pieces::count;
use crate::diff::digest::place::unit;
use crate::report::NodeKind;

/// Short lines that came one after the other, as one: "64th plenary meeting", "15 December 2025".
pub(super) fn joined(lines: Vec<Line>) -> Vec<Line> {
    const SHORT: usize = 6;
    let is_short = |line: &Line| {
        let short = |part: &Part| matches!(part, Part::Whole(text) if count(text) <= SHORT);
        let place = line.place.as_str();
        (matches!(place, NEW | NEW_LINES) || place.starts_with(NEW_IN)) && line.parts.iter().all(short)
    };
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut().filter(|last| is_short(last) && is_short(&line)) {
            Some(last) => {
                last.place = NEW_LINES.to_owned();
                last.parts.extend(line.parts);
            }
            None => out.push(line),
        }
    }
    out
}

impl Telling<'_> {
    /// The lines of a list without labels that came or went, as one with the paragraph or the line above
    /// them: "Vice-Chairs:", "Tomás Quiroga (Chile)".
    pub(super) fn lists(&self, lines: Vec<(usize, Line)>) -> Vec<Line> {
        let mut out: Vec<Line> = Vec::new();
        // The paragraph of the line before, by side and node, where that line came or went.
        let mut above: Option<(usize, usize)> = None;
        let mut row: Option<(usize, String)> = None;
        for (at, line) in lines {
            let pair = &self.comparison.pairs[at];
            let end = match (pair.status, pair.new.first(), pair.old.first()) {
                (Status::Inserted, Some(id), _) => self.places[1].index_of(id).map(|index| (1, index)),
                (Status::Deleted, _, Some(id)) => self.places[0].index_of(id).map(|index| (0, index)),
                _ => None,
            };
            let top = end.map(|(side, index)| (side, unit(self.reports[side], index)));
            let is_member = end != top
                && end.is_some_and(|(side, index)| {
                    let node = &self.reports[side].nodes[index];
                    node.number.is_none() && matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered)
                });
            // The parent of an item with a label, by side.
            let items = end.and_then(|(side, index)| {
                let node = &self.reports[side].nodes[index];
                let labelled = node.kind == NodeKind::Item && node.number.is_some();
                Some((side, node.parent.clone().filter(|_| labelled)?))
            });
            match out.last_mut() {
                Some(last) if is_member && above == top => last.parts.extend(line.parts),
                // "annex ¶1 (a)–(d)": items that came or went one after the other.
                Some(last) if items.is_some() && row == items => {
                    let label = end.map(|(side, at)| self.reports[side].nodes[at].number.clone());
                    let first = last.place.split('–').next().unwrap_or_default().to_owned();
                    last.place = format!("{first}–{}", label.flatten().unwrap_or_default());
                    last.parts.extend(line.parts);
                }
                _ => out.push(line),
            }
            above = top;
            row = items;
        }
        out
    }
}
