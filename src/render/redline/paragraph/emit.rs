//! Writes a paragraph with its changes: runs are cut where a change begins.

use super::super::atoms::{Atoms, Inside, is_container, of_run};
use super::super::ink::{Come, Ink, State};
use super::inserts::Inserts;
use super::{CUT, Edit, Insert, What};
use crate::read::Origin;
use crate::read::docx::tree::{Element, Piece};

pub(super) struct Emit<'a, 'b> {
    pub atoms: &'a Atoms,
    pub states: &'a [State],
    pub inserts: Inserts<'a>,
    /// The next atom.
    pub next: usize,
    pub ink: &'b mut Ink,
}

impl Emit<'_, '_> {
    /// What stands in the paragraph.
    pub fn paragraph(&mut self, paragraph: &Element, edit: &Edit) -> Vec<Piece> {
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
                What::Call(call) => {
                    let placed = (**call).clone().placed(insert.come, self.ink);
                    out.extend(placed.into_iter().map(Piece::Element));
                    continue;
                }
                What::Mark(mark) => {
                    out.push(Piece::Element(mark.clone()));
                    continue;
                }
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
pub(super) fn cut(paragraph: Element) -> Vec<Element> {
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
