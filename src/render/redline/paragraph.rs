//! One paragraph of OLD with its changes marked: runs cut where a change begins, everything around them
//! kept.

use super::atoms::{Atom, Atoms, Inside, Kind, is_container, of_run};
use super::ink::{Come, Ink, State, put_in_order};
use crate::read::Origin;
use crate::read::docx::tree::{Element, Piece};
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
    Call(Box<Element>),
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
    match edit.end.filter(|_| !edit.keeps_end) {
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
            Kind::Call => Some(said(atom).unwrap_or(State::Keep)),
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

/// Where each thing is put in.
#[derive(Default)]
struct Inserts<'a> {
    start: Vec<&'a Insert>,
    before: HashMap<usize, Vec<&'a Insert>>,
    after: HashMap<usize, Vec<&'a Insert>>,
    end: Vec<&'a Insert>,
}

impl<'a> Inserts<'a> {
    fn of(atoms: &Atoms, states: &[State], edit: &'a Edit) -> Inserts<'a> {
        let places = atoms.places();
        let fields = atoms.fields();
        let count = atoms.all.len();
        let mut found = Inserts::default();
        for (anchor, insert) in &edit.inserts {
            let mut at = match anchor {
                Anchor::Start => 0,
                Anchor::End => count,
                Anchor::After(origin) => places.get(origin).map_or(count, |at| at + 1),
                Anchor::Before(origin) => places.get(origin).copied().unwrap_or(0),
            };
            // Inside out: what leaves the inner field may still be in the outer one.
            for [begin, separator, end] in &fields {
                if at <= *begin || at > *end {
                    continue;
                }
                let goes = states[*end] != State::Keep;
                if at <= separator + 1 {
                    at = *begin;
                } else if goes || (at == *end && states[at - 1] == State::Keep) {
                    at = end + 1;
                }
            }
            // On the shallower side, so that what is put in beside a link is no part of it.
            let depth = |at: usize| atoms.all[at].depth;
            let place = match at {
                0 if count > 0 && depth(0) == 0 => found.before.entry(0).or_default(),
                0 if count > 0 => &mut found.start,
                _ if at >= count && count > 0 && depth(count - 1) == 0 => {
                    found.after.entry(count - 1).or_default()
                }
                _ if at >= count => &mut found.end,
                _ if depth(at - 1) <= depth(at) => found.after.entry(at - 1).or_default(),
                _ => found.before.entry(at).or_default(),
            };
            place.push(insert);
        }
        found
    }
}

struct Emit<'a, 'b> {
    atoms: &'a Atoms,
    states: &'a [State],
    inserts: Inserts<'a>,
    /// The next atom.
    next: usize,
    ink: &'b mut Ink,
}

impl Emit<'_, '_> {
    /// What stands in the paragraph.
    fn paragraph(&mut self, paragraph: &Element, edit: &Edit) -> Vec<Piece> {
        let is_own = |piece: &Piece| matches!(piece, Piece::Element(own) if own.local() == "pPr");
        let at = paragraph.children.iter().position(is_own).map_or(0, |at| at + 1);
        let mut out: Vec<Piece> = paragraph.children[..at].to_vec();
        out.extend(edit.starts.clone().map(Piece::Element));
        if let Some(label) = &edit.typed {
            let look = self.atoms.looks.first().and_then(Option::as_ref);
            if !label.is_empty() {
                let run = self.ink.run(look, label);
                out.push(Piece::Element(self.ink.come(Come::Ins, vec![run])));
            }
        }
        let start = std::mem::take(&mut self.inserts.start);
        self.put(start, &mut out);
        self.inside(&paragraph.children[at..], &mut out);
        let end = std::mem::take(&mut self.inserts.end);
        self.put(end, &mut out);
        out
    }

    fn inside(&mut self, children: &[Piece], out: &mut Vec<Piece>) {
        for piece in children {
            match piece {
                Piece::Element(run) if run.local() == "r" => self.run(run, out),
                Piece::Element(child) if is_container(child.local()) => {
                    let mut own = child.clone();
                    own.children = Vec::new();
                    self.inside(&child.children, &mut own.children);
                    // The end of a paragraph cannot stand inside a link.
                    let cuts: Vec<Piece> =
                        own.children.iter().filter(|piece| is_cut(piece)).cloned().collect();
                    own.children.retain(|piece| !is_cut(piece));
                    out.push(Piece::Element(own));
                    out.extend(cuts);
                }
                _ => out.push(piece.clone()),
            }
        }
    }

    /// Writes what is put in.
    fn put(&mut self, inserts: Vec<&Insert>, out: &mut Vec<Piece>) {
        for insert in inserts {
            let look = insert.like.and_then(|like| self.look_of(like));
            let run = match &insert.what {
                What::Text(text) => self.ink.run(look.as_ref(), text),
                What::Call(call) => (**call).clone(),
                What::Split(label) => {
                    out.push(Piece::Element(Element::new(CUT, "")));
                    let Some(label) = label else { continue };
                    self.ink.run(look.as_ref(), label)
                }
            };
            out.push(Piece::Element(self.ink.come(insert.come, vec![run])));
        }
    }

    fn look_of(&self, origin: Origin) -> Option<Element> {
        let atom = self.atoms.all.iter().find(|atom| atom.origin == origin)?;
        self.atoms.looks.get(atom.run)?.clone()
    }

    /// A run, cut where the state of its atoms changes and where something is put in.
    fn run(&mut self, run: &Element, out: &mut Vec<Piece>) {
        let first = self.next;
        let mut shell = run.clone();
        shell.children.retain(|piece| matches!(piece, Piece::Element(look) if look.local() == "rPr"));
        let mut cutting = Cutting { shell, state: State::Keep, content: Vec::new() };
        for child in run.elements() {
            match of_run(child) {
                Some(Inside::One(_)) => {
                    self.one(&mut cutting, child, None, out);
                }
                Some(Inside::Text(text)) => {
                    for c in text.chars() {
                        self.one(&mut cutting, child, Some(c), out);
                    }
                }
                None => {}
            }
        }
        let whole = out.len();
        let untouched =
            self.states[first..self.next].iter().all(|state| *state == State::Keep) && cutting.is_whole(run);
        if untouched {
            out.push(Piece::Element(run.clone()));
        } else {
            cutting.flush(self.ink, out);
        }
        debug_assert!(out.len() >= whole, "nothing is taken back");
    }

    fn one(&mut self, cutting: &mut Cutting, child: &Element, c: Option<char>, out: &mut Vec<Piece>) {
        let at = self.next;
        self.next += 1;
        if let Some(inserts) = self.inserts.before.remove(&at) {
            cutting.flush(self.ink, out);
            self.put(inserts, out);
        }
        if cutting.state != self.states[at] {
            cutting.flush(self.ink, out);
            cutting.state = self.states[at];
        }
        cutting.push(child, c);
        if let Some(inserts) = self.inserts.after.remove(&at) {
            cutting.flush(self.ink, out);
            self.put(inserts, out);
        }
    }
}

/// A run that is being cut.
struct Cutting {
    /// The run without its content.
    shell: Element,
    state: State,
    /// The element of each piece, and its characters where it is text.
    content: Vec<(Element, Option<String>)>,
}

impl Cutting {
    fn push(&mut self, child: &Element, c: Option<char>) {
        match (c, self.content.last_mut()) {
            (Some(c), Some((last, Some(text)))) if last.id == child.id => text.push(c),
            (Some(c), _) => self.content.push((child.clone(), Some(c.to_string()))),
            (None, _) => self.content.push((child.clone(), None)),
        }
    }

    /// True where nothing was cut off the run.
    fn is_whole(&self, run: &Element) -> bool {
        let mut kept = self.content.iter();
        run.elements().filter(|child| child.local() != "rPr").all(|child| {
            let empty = child.local() == "t" && child.text().is_empty();
            empty
                || kept.next().is_some_and(|(own, text)| {
                    own.id == child.id && text.as_ref().is_none_or(|text| *text == child.text())
                })
        })
    }

    fn flush(&mut self, ink: &mut Ink, out: &mut Vec<Piece>) {
        if self.content.is_empty() {
            return;
        }
        let gone = self.state != State::Keep;
        let mut run = self.shell.clone();
        for (mut element, text) in self.content.drain(..) {
            let local = match element.local() {
                // What is moved away is no text that was deleted.
                "t" if self.state == State::Del => "delText",
                "instrText" if self.state == State::Del => "delInstrText",
                other => other,
            };
            let name = format!("{}{local}", ink.prefix);
            element.name = if gone { name } else { element.name };
            if let Some(text) = text {
                element.attributes = " xml:space=\"preserve\"".into();
                element.children.clear();
                element = element.with_text(&text);
            }
            run.children.push(Piece::Element(element));
        }
        out.extend(ink.gone(self.state, vec![run]).into_iter().map(Piece::Element));
    }
}

fn is_cut(piece: &Piece) -> bool {
    matches!(piece, Piece::Element(element) if element.name == CUT)
}

/// Cuts a paragraph where it ends anew; each part has its properties.
fn cut(paragraph: Element) -> Vec<Element> {
    if !paragraph.children.iter().any(is_cut) {
        return vec![paragraph];
    }
    let own: Option<Piece> = paragraph
        .children
        .iter()
        .find(|piece| matches!(piece, Piece::Element(own) if own.local() == "pPr"))
        .cloned();
    let shell = Element { children: Vec::new(), ..paragraph.clone() };
    let mut parts = vec![shell.clone()];
    for piece in paragraph.children {
        if is_cut(&piece) {
            let mut next = shell.clone();
            // An identifier of a paragraph is there once.
            next.attributes = String::new();
            next.children.extend(own.clone());
            parts.push(next);
        } else if let Some(part) = parts.last_mut() {
            part.children.push(piece);
        }
    }
    parts
}
