//! One paragraph of OLD with its changes marked: runs cut where a change begins, everything around them
//! kept.

mod emit;
mod inserts;

use super::atoms::{Atom, Atoms, Kind};
use super::ink::{Come, Ink, State, put_in_order};
use super::notes::Reference;
use crate::read::Origin;
use crate::read::docx::tree::Element;
use emit::{Emit, cut};
use inserts::Inserts;
use std::collections::{HashMap, HashSet};

/// What is to be done with a paragraph.
#[derive(Debug, Default, Clone)]
pub(super) struct Edit {
    /// Characters and calls that do not stay.
    pub states: HashMap<Origin, State>,
    /// Characters that were read, and so have a state of their own.
    pub owned: HashSet<Origin>,
    /// What is put in, in order.
    pub inserts: Vec<(Anchor, Insert)>,
    /// What becomes of its end.
    pub end: Option<State>,
    /// Everything in it goes that is not said to go otherwise.
    pub whole: bool,
    /// The marks of moves that begin and end with it.
    pub starts: Option<Element>,
    pub ends: Option<Element>,
    /// A label to be typed in place of the automatic one.
    pub typed: Option<String>,
    /// Its end cannot go: it is the last of a cell or of the text.
    pub keeps_end: bool,
    /// Word numbers it.
    pub automatic: bool,
}

impl Edit {
    /// True where there is something to do.
    pub fn changes(&self) -> bool {
        !self.states.is_empty() || !self.inserts.is_empty() || self.end.is_some() || self.typed.is_some()
    }
}

/// A place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    After(Origin),
    Before(Origin),
    /// At the beginning of the paragraph.
    Start,
    /// Behind all that stands in the paragraph.
    End,
}

/// Something that is put in.
#[derive(Debug, Clone)]
pub(super) struct Insert {
    pub what: What,
    pub come: Come,
    /// The character whose look it takes.
    pub like: Option<Origin>,
}

/// What is put in.
#[derive(Debug, Clone)]
pub(super) enum What {
    Text(String),
    /// A call, ready made.
    Call(Box<Reference>),
    /// One end of a bookmark, which is no change.
    Mark(Element),
    /// The paragraph ends here; a label for what follows.
    Split(Option<String>),
}

/// The name of what stands for a paragraph's new end until it is cut there.
const CUT: &str = "travaux-cut";

/// Makes the changes. What comes out is one paragraph or, where it is split, several, and the mark of the
/// end of a move.
pub(super) fn rewrite(paragraph: &Element, edit: &Edit, ink: &mut Ink) -> Vec<Element> {
    let atoms = Atoms::of(paragraph);
    let states = states(&atoms, edit);
    let inserts = Inserts::of(&atoms, &states, edit);
    let mut emit = Emit { atoms: &atoms, states: &states, inserts, next: 0, ink };
    let mut out = paragraph.clone();
    out.children = emit.paragraph(paragraph, edit);
    let mut parts = cut(out);
    let last = parts.len() - 1;
    for (order, part) in parts.iter_mut().enumerate() {
        if order < last {
            // The section ends with the last of them.
            ink.properties(part).remove("sectPr");
            ink.properties(part).remove("pPrChange");
            ink.mark_end(part, "ins");
        }
    }
    // An end goes the way of the words before it: LibreOffice loses one that is moved behind words that are
    // struck.
    let last_words = states.last().copied().filter(|state| *state == State::Del);
    match edit.end.filter(|_| !edit.keeps_end).map(|end| last_words.unwrap_or(end)) {
        Some(State::Del) => ink.mark_end(&mut parts[last], "del"),
        Some(State::Move(_)) => ink.mark_end(&mut parts[last], "moveFrom"),
        _ => {}
    }
    if edit.typed.is_some() {
        // The label stands at its beginning.
        untie(&mut parts[0], ink);
    }
    parts.extend(edit.ends.clone());
    parts
}

/// Takes the automatic number off a paragraph, as a tracked change of its properties.
fn untie(paragraph: &mut Element, ink: &mut Ink) {
    let mut before = ink.properties(paragraph).clone();
    for local in ["rPr", "sectPr", "pPrChange"] {
        before.remove(local);
    }
    let change = ink.mark("pPrChange").with([before]);
    let none = ink.element("numPr", "").with([ink.value("ilvl", "0"), ink.value("numId", "0")]);
    let own = ink.properties(paragraph);
    own.remove("numPr");
    own.remove("pPrChange");
    put_in_order(own, none);
    put_in_order(own, change);
}

/// What becomes of each atom.
fn states(atoms: &Atoms, edit: &Edit) -> Vec<State> {
    let rest = edit.end.filter(|_| edit.whole).unwrap_or(State::Keep);
    let said = |atom: &Atom| edit.states.get(&atom.origin).copied();
    let own: Vec<Option<State>> = atoms
        .all
        .iter()
        .map(|atom| match atom.kind {
            Kind::Box => Some(State::Keep),
            _ if edit.whole => Some(said(atom).unwrap_or(rest)),
            Kind::Call(_) => Some(said(atom).unwrap_or(State::Keep)),
            _ => said(atom).or_else(|| edit.owned.contains(&atom.origin).then_some(State::Keep)),
        })
        .collect();
    // What nobody read (a second blank, a tab, a picture) goes where both its neighbours go.
    let mut before = vec![State::Keep; own.len()];
    let mut last = State::Keep;
    for (at, state) in own.iter().enumerate() {
        before[at] = last;
        last = state.unwrap_or(last);
    }
    let mut states = before.clone();
    let mut next = State::Keep;
    for at in (0..own.len()).rev() {
        match own[at] {
            Some(state) => (states[at], next) = (state, state),
            None => states[at] = if before[at] == next { next } else { State::Keep },
        }
    }
    // A field goes as a whole or stays.
    for [begin, separator, end] in atoms.fields() {
        if edit.whole {
            continue;
        }
        let mut result = (separator..end).filter(|at| own[*at].is_some()).map(|at| states[at]);
        let first = result.next();
        let goes = first.filter(|first| *first != State::Keep && result.all(|state| state == *first));
        if first.is_some() {
            let control = |at: &usize| *at <= separator || *at == end || own[*at].is_none();
            (begin..=end).filter(control).for_each(|at| states[at] = goes.unwrap_or(State::Keep));
        }
    }
    states
}
