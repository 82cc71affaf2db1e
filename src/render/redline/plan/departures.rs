//! What goes: paragraphs, rows, notes, and what would be left of them.

use super::super::atoms::{Atom, Atoms, Kind};
use super::super::base::Spot;
use super::super::ink::State;
use super::super::paragraph::Edit;
use super::{Pair, Planner};
use crate::diff::WordOp;
use crate::read::Origin;
use crate::report::NodeKind;

impl Planner<'_> {
    /// Notes that go: those that are not in NEW, and those of which no call stays. Their calls go with the
    /// text around them, and with a note goes what it says.
    pub(super) fn notes_go(&mut self) {
        let stays = |planner: &Planner, key: &(usize, usize)| {
            let Some(atoms) = planner.calls.get(key) else { return true };
            atoms.iter().any(|origin| {
                let edit = planner.base.index.paragraph.get(&origin.element);
                let edit = edit.and_then(|paragraph| planner.plan.edits.get(paragraph));
                edit.is_none_or(|edit| {
                    let state = edit.states.get(origin).copied();
                    state.unwrap_or(if edit.whole { State::Del } else { State::Keep }) == State::Keep
                })
            })
        };
        let notes = (0..self.old.nodes.len()).filter(|at| self.old.nodes[*at].kind == NodeKind::Footnote);
        for note in notes.collect::<Vec<usize>>() {
            let id = &self.old.nodes[note].id;
            let calls: Vec<(usize, usize)> = (0..self.old.nodes.len())
                .flat_map(|at| (0..self.old.nodes[at].notes.len()).map(move |order| (at, order)))
                .filter(|(at, order)| self.old.nodes[*at].notes[*order].id == *id)
                .collect();
            if calls.is_empty() || calls.iter().any(|key| stays(self, key)) {
                continue;
            }
            for paragraph in self.base.spots[note].iter().flat_map(|spot| &spot.paragraphs) {
                self.plan.edits.remove(paragraph);
            }
            self.going.insert(note);
            self.gone(&[note], State::Del);
        }
    }

    /// A paragraph of a longer part goes with its end where all of its text goes: an empty line would stay.
    pub(super) fn emptied(&mut self) {
        let is_empty = |paragraph: &u32, edit: &Edit| {
            let bare = edit.end.is_none() && edit.typed.is_none() && edit.inserts.is_empty();
            if !bare || edit.owned.is_empty() || self.base.index.last.contains(paragraph) {
                return false;
            }
            let gone = |atom: &Atom| match atom.kind {
                Kind::Char(c) if c.is_whitespace() => true,
                Kind::Char(_) => edit.states.get(&atom.origin) == Some(&State::Del),
                _ => false,
            };
            self.base.element(*paragraph).is_some_and(|element| Atoms::of(element).all.iter().all(gone))
        };
        let emptied: Vec<u32> =
            self.plan.edits.iter().filter(|(id, edit)| is_empty(id, edit)).map(|(id, _)| *id).collect();
        for paragraph in emptied {
            let edit = self.edit(paragraph);
            (edit.whole, edit.end) = (true, Some(State::Del));
        }
    }

    /// Words that do not arrive with the rest are struck where they stood. LibreOffice keeps the form of a
    /// paragraph that goes in pieces for the one behind it: where that has another, all of it moves away.
    pub(super) fn left_behind(&mut self, pair: &Pair) {
        let paragraphs = || {
            pair.old
                .iter()
                .filter_map(|node| self.base.spots[*node].as_ref())
                .flat_map(|spot| &spot.paragraphs)
        };
        if !paragraphs().all(|paragraph| self.base.is_before_its_like(*paragraph)) {
            return;
        }
        let length = |at: &usize| self.old.nodes[*at].text.chars().count();
        let mut places = pair.old.iter().flat_map(|node| (0..=length(node)).map(move |at| (*node, at)));
        let mut struck = Vec::new();
        for word in pair.words.iter().filter(|word| word.op != WordOp::Insert) {
            for _ in word.text.chars() {
                let Some((node, at)) = places.next() else { break };
                let origin = self.base.spots[node].as_ref().and_then(|spot| spot.chars.get(at));
                struck.extend(origin.copied().filter(|_| word.op == WordOp::Delete));
            }
        }
        for origin in struck {
            if let Some(paragraph) = self.base.index.paragraph.get(&origin.element).copied() {
                self.edit(paragraph).states.insert(origin, State::Del);
            }
        }
    }

    /// The end of a section goes with what the next begins with.
    pub(super) fn section_goes(&mut self, nodes: &[usize]) {
        for paragraph in nodes.iter().filter_map(|node| self.base.sections.get(node)) {
            let edit = self.edit(*paragraph);
            (edit.whole, edit.end) = (true, Some(State::Del));
        }
    }

    /// Takes nodes out.
    pub(super) fn gone(&mut self, nodes: &[usize], state: State) {
        let rows: Vec<u32> = nodes
            .iter()
            .filter(|node| self.old.nodes[**node].kind == NodeKind::TableRow)
            .filter_map(|node| self.base.spots[*node].as_ref()?.row)
            .collect();
        let paragraphs: Vec<u32> = nodes
            .iter()
            .filter_map(|node| self.base.spots[*node].as_ref())
            .flat_map(|spot| spot.paragraphs.clone())
            .collect();
        for paragraph in &paragraphs {
            let all_go = self.holds[paragraph].iter().all(|node| self.going.contains(node));
            let in_row = self.base.index.row.get(paragraph).is_some_and(|row| rows.contains(row));
            let last = self.base.index.last.contains(paragraph) && !in_row;
            let mut inside = self.holds[paragraph].iter();
            let automatic =
                inside.any(|node| self.base.spots[*node].as_ref().is_some_and(Spot::is_automatic));
            let edit = self.edit(*paragraph);
            if all_go {
                (edit.whole, edit.end) = (true, Some(state));
                (edit.keeps_end, edit.automatic) = (last, automatic);
            }
        }
        self.plan.rows.extend(rows);
        // A paragraph that holds something else too loses only these characters.
        for node in nodes {
            let Some(spot) = self.base.spots[*node].clone() else { continue };
            let origins = spot.chars.iter().chain(spot.label.iter().map(|(_, origin)| origin));
            let calls: Vec<Origin> = (0..self.old.nodes[*node].notes.len())
                .filter_map(|order| self.calls.get(&(*node, order)).cloned())
                .flatten()
                .collect();
            for origin in origins.chain(&calls) {
                let Some(paragraph) = self.base.index.paragraph.get(&origin.element).copied() else {
                    continue;
                };
                self.edit(paragraph).states.insert(*origin, state);
            }
        }
        if let State::Move(number) = state {
            let [start, end] = self.ink.range("moveFrom", number);
            if let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) {
                self.edit(*first).starts = Some(start);
                self.edit(*last).ends = Some(end);
            }
        }
    }
}
