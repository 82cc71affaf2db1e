//! The atoms of a paragraph: every character and object that stands in its runs, in order.

use crate::read::Origin;
use crate::read::docx::tree::Element;
use std::collections::HashMap;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Char(char),
    /// The call of a note; true where its sign follows as text.
    Call(bool),
    Begin,
    Separate,
    End,
    /// The instruction of a field.
    Code,
    /// A picture, a bookmark of Word's own, the place of a comment.
    Object,
    /// An object with text of its own inside.
    Box,
}

/// One atom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub origin: Origin,
    pub kind: Kind,
    /// How many links, fields or controls stand around its run.
    pub depth: usize,
    /// Its run, counted from 0.
    pub run: usize,
}

/// All atoms of a paragraph, and the looks of its runs.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    pub all: Vec<Atom>,
    /// The properties of each run.
    pub looks: Vec<Option<Element>>,
}

/// What may stand around runs.
pub(super) fn is_container(local: &str) -> bool {
    matches!(
        local,
        "hyperlink"
            | "sdt"
            | "sdtContent"
            | "smartTag"
            | "customXml"
            | "fldSimple"
            | "dir"
            | "bdo"
            | "ins"
            | "del"
    )
}

impl Atoms {
    /// Those of a paragraph.
    pub fn of(paragraph: &Element) -> Atoms {
        let mut atoms = Atoms::default();
        atoms.inside(paragraph, 0);
        atoms
    }

    fn inside(&mut self, element: &Element, depth: usize) {
        for child in element.elements() {
            match child.local() {
                "r" => self.run(child, depth),
                local if is_container(local) => self.inside(child, depth + 1),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element, depth: usize) {
        let number = self.looks.len();
        self.looks.push(run.child("rPr").cloned());
        for child in run.elements() {
            let first = Origin { element: child.id, at: 0 };
            match of_run(child) {
                Some(Inside::Text(text)) => {
                    for (c, at) in text.chars().zip(0..) {
                        let origin = Origin { at, ..first };
                        self.all.push(Atom { origin, kind: Kind::Char(c), depth, run: number });
                    }
                }
                Some(Inside::One(kind)) => self.all.push(Atom { origin: first, kind, depth, run: number }),
                None => {}
            }
        }
    }

    /// Where the atom with this origin stands.
    pub fn places(&self) -> HashMap<Origin, usize> {
        self.all.iter().enumerate().map(|(at, atom)| (atom.origin, at)).collect()
    }

    /// The complex fields: begin, separator (or end, where there is none), end.
    pub fn fields(&self) -> Vec<[usize; 3]> {
        let mut open: Vec<[usize; 3]> = Vec::new();
        let mut found = Vec::new();
        for (at, atom) in self.all.iter().enumerate() {
            match atom.kind {
                Kind::Begin => open.push([at, usize::MAX, 0]),
                Kind::Separate => {
                    if let Some(field) = open.last_mut() {
                        field[1] = at;
                    }
                }
                Kind::End => {
                    if let Some([begin, separator, _]) = open.pop() {
                        found.push([begin, separator.min(at), at]);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// The calls of notes: references, and raised figures that were typed and that the reader took off
    /// the text. `owned` are the characters that the reader kept.
    pub fn calls(&self, owned: &dyn Fn(Origin) -> bool) -> Vec<Vec<usize>> {
        let mut calls: Vec<Vec<usize>> = Vec::new();
        // Whether what was passed last is typed, and the run of the sign of a call that has its own.
        let mut typed = false;
        let mut sign: Option<Option<usize>> = None;
        for (at, atom) in self.all.iter().enumerate() {
            match atom.kind {
                Kind::Call(marked) => {
                    calls.push(vec![at]);
                    typed = false;
                    sign = marked.then_some(None);
                }
                Kind::Char(c)
                    if !owned(atom.origin)
                        && !c.is_whitespace()
                        && sign.is_some_and(|run| run.is_none_or(|run| run == atom.run)) =>
                {
                    sign = Some(Some(atom.run));
                    if let Some(call) = calls.last_mut() {
                        call.push(at);
                    }
                }
                Kind::Char(c) if !owned(atom.origin) && !c.is_whitespace() && self.is_raised(atom.run) => {
                    match calls.last_mut().filter(|_| typed) {
                        Some(call) => call.push(at),
                        None => calls.push(vec![at]),
                    }
                    (typed, sign) = (true, None);
                }
                _ => (typed, sign) = (false, None),
            }
        }
        calls
    }

    fn is_raised(&self, run: usize) -> bool {
        let look = self.looks.get(run).and_then(Option::as_ref);
        let value = |local| look.and_then(|look| look.child(local)).and_then(|own| own.attribute("val"));
        value("vertAlign").as_deref() == Some("superscript")
            || matches!(value("rStyle").as_deref(), Some("FootnoteReference" | "EndnoteReference"))
    }
}

/// What an element in a run is.
pub(super) enum Inside {
    Text(String),
    One(Kind),
}

/// The atoms of an element of a run; `None` for its properties.
pub(super) fn of_run(child: &Element) -> Option<Inside> {
    Some(match child.local() {
        "rPr" => return None,
        "t" => Inside::Text(child.text()),
        "tab" | "ptab" => Inside::One(Kind::Char('\t')),
        "br" | "cr" => Inside::One(Kind::Char('\n')),
        "noBreakHyphen" => Inside::One(Kind::Char('-')),
        "softHyphen" => Inside::One(Kind::Char('\u{ad}')),
        "sym" => Inside::One(Kind::Char('□')),
        "footnoteReference" | "endnoteReference" => Inside::One(Kind::Call(matches!(
            child.attribute("customMarkFollows").as_deref(),
            Some("1" | "true" | "on")
        ))),
        "instrText" => Inside::One(Kind::Code),
        "fldChar" => Inside::One(match child.attribute("fldCharType").as_deref() {
            Some("begin") => Kind::Begin,
            Some("separate") => Kind::Separate,
            Some("end") => Kind::End,
            _ => Kind::Object,
        }),
        _ if holds_text(child) => Inside::One(Kind::Box),
        _ => Inside::One(Kind::Object),
    })
}

fn holds_text(element: &Element) -> bool {
    element.local() == "txbxContent" || element.elements().any(holds_text)
}
