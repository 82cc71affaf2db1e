//! The calls of notes in a pair that stays where it is: which stay, which go, which are new.

use super::super::paragraph::Anchor;
use super::{Step, Walk};
use crate::diff::{WordOp, Words};

impl Walk<'_, '_> {
    /// Which calls of OLD stay: those whose note has its partner called at the same place.
    pub(super) fn kept_calls(&self, words: &[Words]) -> Vec<((usize, usize), (usize, usize))> {
        let [old, new] = self.planner.sides();
        let positions = |nodes: &[usize], side: usize| -> Vec<((usize, usize), usize, usize)> {
            let report = if side == 0 { old } else { new };
            let mut base = 0;
            let mut found = Vec::new();
            for (order, node) in nodes.iter().enumerate() {
                let node = &report.nodes[*node];
                for (number, call) in node.notes.iter().enumerate() {
                    if let Some(note) = report.index_of(&call.id) {
                        found.push(((order, number), base + call.at, note));
                    }
                }
                base += node.text.chars().count() + 1;
            }
            found
        };
        let mut news = positions(self.news, 1);
        let mut kept = Vec::new();
        for (call, at, note) in positions(self.olds, 0) {
            let Some(answer) = self.planner.answer(note) else { continue };
            let Some(atoms) = self.planner.call_atoms(self.olds[call.0], call.1) else { continue };
            if atoms.is_empty() {
                continue;
            }
            let (low, high) = opposite(words, at);
            let twin =
                news.iter().position(|(_, there, other)| *other == answer && (low..=high).contains(there));
            if let Some(twin) = twin {
                kept.push((call, news.remove(twin).0));
            }
        }
        kept
    }

    /// The calls that stand at this place of NEW; with `rest` all that the node still has.
    pub(super) fn calls(&mut self, rest: bool) {
        let [old, new] = self.planner.sides();
        let Some(&node) = self.news.get(self.new.0) else { return };
        let calls = &new.nodes[node].notes;
        for (order, call) in calls.iter().enumerate() {
            let here = if rest { call.at >= self.new.1 } else { call.at == self.new.1 };
            let key = (self.new.0, order);
            if !here || self.marking.called.contains(&key) {
                continue;
            }
            self.marking.called.push(key);
            let stays = self.kept.iter().find(|(_, there)| *there == key).map(|(here, _)| *here);
            match stays {
                Some((order, number)) => {
                    let atoms = self.planner.call_atoms(self.olds[order], number);
                    if let Some(atoms) = atoms
                        && let Some(last) = atoms.last().copied()
                    {
                        self.marking.stays.push((call.id.clone(), atoms.clone()));
                        self.at(Anchor::After(last), last);
                    }
                }
                None => self.push(None, Step::Call(call.id.clone())),
            }
        }
        // Those of OLD that do not stay.
        if rest && self.new.0 + 1 >= self.news.len() {
            for (order, &node) in self.olds.iter().enumerate() {
                for number in 0..old.nodes[node].notes.len() {
                    if self.kept.iter().any(|(here, _)| *here == (order, number)) {
                        continue;
                    }
                    for origin in self.planner.call_atoms(node, number).into_iter().flatten() {
                        self.goes(*origin);
                    }
                }
            }
        }
    }
}

/// Between which places of NEW a place of OLD lies.
fn opposite(words: &[Words], at: usize) -> (usize, usize) {
    let (mut old, mut new) = (0, 0);
    let mut low = None;
    for word in words {
        let length = word.text.chars().count();
        match word.op {
            WordOp::Equal => {
                if old + length >= at && low.is_none() {
                    low = Some(new + (at - old));
                }
                if old + length > at {
                    // It may lie in what went just before.
                    let here = new + at.saturating_sub(old);
                    return (low.unwrap_or(here), here);
                }
                (old, new) = (old + length, new + length);
            }
            WordOp::Delete => {
                if old + length >= at && low.is_none() {
                    low = Some(new);
                }
                old += length;
            }
            WordOp::Insert => {
                if old == at && low.is_none() {
                    low = Some(new);
                }
                new += length;
            }
        }
    }
    (low.unwrap_or(new), new)
}
