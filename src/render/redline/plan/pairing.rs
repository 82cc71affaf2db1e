//! Which parts stay, go, come and move: the pairs by index, those of the first page among them.

use super::super::called::without_signs;
use super::super::{head, strokes};
use super::{Fate, Pair, Planner};
use crate::diff::Comparison;
use crate::report::{NodeKind, Report};
use std::collections::{HashMap, HashSet};

impl Planner<'_> {
    /// All pairs by index: those of the first page, which are no part of the comparison, among them.
    pub(super) fn pairs(&self, comparison: &Comparison) -> Vec<Pair> {
        let index = |report: &Report| -> HashMap<String, usize> {
            report.nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect()
        };
        let (olds, news) = (index(self.old), index(self.new));
        let is_head = |report: &Report, at: usize| report.nodes[at].kind == NodeKind::Masthead;
        let mut pairs: Vec<Pair> = comparison
            .pairs
            .iter()
            .map(|pair| {
                let of = |ids: &[String], index: &HashMap<String, usize>| {
                    ids.iter().filter_map(|id| index.get(id).copied()).collect::<Vec<usize>>()
                };
                let (old, new) = (of(&pair.old, &olds), of(&pair.new, &news));
                let note = old
                    .iter()
                    .map(|at| &self.old.nodes[*at])
                    .chain(new.iter().map(|at| &self.new.nodes[*at]))
                    .all(|node| node.kind == NodeKind::Footnote);
                let ids = [pair.old.as_slice(), pair.new.as_slice()];
                let words = strokes::fine(&without_signs(&pair.words, self.called, self.read, ids));
                Pair { old, new, words, moved: pair.moved, note }
            })
            .collect();
        let head = |at: usize| {
            let twin = olds.get(&self.new.nodes[at].id).copied().filter(|at| is_head(self.old, *at));
            let words = head::compared(twin.map(|twin| &self.old.nodes[twin]), &self.new.nodes[at]);
            Pair { old: twin.into_iter().collect(), new: vec![at], words, moved: false, note: false }
        };
        // Each where it stands in its report; on the first page in the order in which it is printed.
        let mut placed: Vec<Pair> = Vec::new();
        let (front, rest): (Vec<usize>, Vec<usize>) = (0..self.new.nodes.len())
            .filter(|at| is_head(self.new, *at))
            .partition(|at| *at < body_start(self.new));
        placed.extend(printed(self.new, front).into_iter().map(head));
        for at in rest {
            let behind = |pair: &Pair| pair.note || pair.new.first().is_some_and(|first| *first > at);
            let place = pairs.iter().position(behind).unwrap_or(pairs.len());
            pairs.insert(place, head(at));
        }
        let stays = |at: usize| news.get(&self.old.nodes[at].id).is_some_and(|at| is_head(self.new, *at));
        let gone = (0..self.old.nodes.len()).filter(|at| is_head(self.old, *at) && !stays(*at));
        let (front, rest): (Vec<usize>, Vec<usize>) = gone.partition(|at| *at < body_start(self.old));
        let pair =
            |at: usize| Pair { old: vec![at], new: Vec::new(), words: Vec::new(), moved: false, note: false };
        for at in printed(self.old, front) {
            let line = |at: usize| self.old.nodes[at].places.first().map(|place| place.line);
            let before = |other: &Pair| other.old.first().is_some_and(|other| line(*other) < line(at));
            let place = placed.iter().rposition(before).map_or(0, |place| place + 1);
            placed.insert(place, pair(at));
        }
        for at in rest {
            let behind = |pair: &Pair| pair.note || pair.old.first().is_some_and(|first| *first > at);
            let place = pairs.iter().position(behind).unwrap_or(pairs.len());
            pairs.insert(place, pair(at));
        }
        pairs.splice(0..0, placed);
        pairs
    }

    /// What stays where it is: pairs that are in the same order on both sides.
    pub(super) fn fates(&self, pairs: &[Pair]) -> Vec<Fate> {
        let is_body = |pair: &&Pair| !pair.note && !pair.old.is_empty() && !pair.new.is_empty();
        let head = |pair: &Pair| pair.new.iter().any(|at| self.new.nodes[*at].kind == NodeKind::Masthead);
        let mut highest = None;
        let mut in_order = HashSet::new();
        // On the first page what is printed in another order is set anew; the box at its top has none.
        let mut line = None;
        for (at, pair) in pairs.iter().enumerate().filter(|(_, pair)| head(pair) && is_body(pair)) {
            let node = &self.old.nodes[pair.old[0]];
            let own = node.places.first().map(|place| place.line);
            let boxed = matches!(node.id.as_str(), "f.symbol" | "f.organ" | "f.distr" | "f.lang");
            if boxed || own > line {
                in_order.insert(at);
                line = if boxed { line } else { own };
            }
        }
        for (at, pair) in
            pairs.iter().enumerate().filter(|(_, pair)| is_body(pair) && !pair.moved && !head(pair))
        {
            let (low, high) = (pair.old.iter().min(), pair.old.iter().max());
            if low > highest {
                in_order.insert(at);
                highest = high;
            }
        }
        let mut moves = 0;
        pairs
            .iter()
            .enumerate()
            .map(|(at, pair)| match (pair.old.is_empty(), pair.new.is_empty()) {
                (true, _) => Fate::Inserted,
                (_, true) => Fate::Deleted,
                _ if head(pair) && !in_order.contains(&at) => Fate::Replaced,
                _ if pair.note || in_order.contains(&at) => {
                    if self.is_whole(pair) {
                        Fate::Replaced
                    } else {
                        Fate::InPlace
                    }
                }
                _ => {
                    let rows = pair.old.iter().any(|at| self.old.nodes[*at].kind == NodeKind::TableRow)
                        || pair.new.iter().any(|at| self.new.nodes[*at].kind == NodeKind::TableRow);
                    if rows || self.is_whole(pair) {
                        return Fate::Replaced;
                    }
                    moves += 1;
                    Fate::Moved(moves)
                }
            })
            .collect()
    }

    fn is_whole(&self, pair: &Pair) -> bool {
        let taught = pair
            .old
            .iter()
            .any(|at| self.lessons.whole.contains(&(0, self.old.nodes[*at].id.clone())))
            || pair.new.iter().any(|at| self.lessons.whole.contains(&(1, self.new.nodes[*at].id.clone())));
        let spotted = pair.old.iter().all(|at| self.base.spots[*at].is_some());
        taught || !spotted
    }
}

/// "A/79/19 United Nations" beside "United Nations A/AC.121/2025/L.3": the name stands on one side of the
/// symbol or on the other, and stays where it is.
pub(in super::super) fn beside_name(old: &str, new: &str) -> String {
    const NAME: &str = "United Nations";
    match (old.strip_prefix(NAME), new.strip_suffix(NAME), old.strip_suffix(NAME), new.strip_prefix(NAME)) {
        (Some(_), Some(symbol), ..) if !symbol.is_empty() => format!("{NAME} {}", symbol.trim()),
        (_, _, Some(before), Some(symbol)) if !before.is_empty() => format!("{} {NAME}", symbol.trim()),
        _ => new.to_owned(),
    }
}

/// Where the first page ends.
fn body_start(report: &Report) -> usize {
    report.nodes.iter().position(|node| node.kind != NodeKind::Masthead).unwrap_or(report.nodes.len())
}

/// Parts of the first page in the order in which they are printed.
pub(in super::super) fn printed(report: &Report, mut nodes: Vec<usize>) -> Vec<usize> {
    nodes.sort_by_key(|at| report.nodes[*at].places.first().map(|place| (place.line, place.start)));
    nodes
}
