//! Footnotes that come with new calls, and calls of a note that was called before.
//!
//! A note is called once. What calls it again is a field (NOTEREF) that shows the number of that call,
//! which a bookmark holds: a second reference to the same note would be another note to Word.

use super::base::Base;
use super::ink::{Come, Ink};
use crate::read::Origin;
use crate::read::docx::tree::{Element, Piece};
use crate::report::Node;
use std::collections::HashMap;

/// The notes of the document, and those that are put in.
pub(super) struct Notes {
    next: i64,
    /// The form of a note's paragraph, of its sign, and of its text, as OLD has it.
    properties: Option<Element>,
    sign: Option<Element>,
    text: Option<Element>,
    /// The look of a call.
    call: Option<Element>,
    /// New notes, in the order of their calls.
    pub new: Vec<Element>,
    /// The calls of OLD that stay, by the notes of NEW that they call.
    pub kept: HashMap<String, Vec<Origin>>,
    /// The bookmarks round first calls, by the notes of NEW.
    named: HashMap<String, String>,
}

/// A call with the bookmark that is set round it.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub runs: Vec<Element>,
    pub bookmark: Option<[Element; 2]>,
}

impl Reference {
    /// As it is put in.
    pub fn placed(self, come: Come, ink: &mut Ink) -> Vec<Element> {
        let [start, end] = self.bookmark.map_or([None, None], |ends| ends.map(Some));
        start.into_iter().chain([ink.come(come, self.runs)]).chain(end).collect()
    }
}

/// What is known of a note that is called.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noted<'a> {
    pub note: &'a Node,
    /// Its sign is typed at both ends.
    pub typed: bool,
    /// It is called more than once.
    pub again: bool,
}

impl Notes {
    /// The forms that the notes of OLD have.
    pub fn of(base: &Base) -> Notes {
        let part = |local: &str| {
            base.draft.parts.iter().map(|(_, tree)| &tree.root).find(|root| root.local() == local)
        };
        let mut notes = Notes {
            next: 1,
            properties: None,
            sign: None,
            text: None,
            call: None,
            new: Vec::new(),
            kept: HashMap::new(),
            named: HashMap::new(),
        };
        for note in part("footnotes").into_iter().flat_map(Element::elements) {
            let id = note.attribute("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0);
            notes.next = notes.next.max(id + 1);
            if note.attribute("type").is_some_and(|kind| kind != "normal") || notes.sign.is_some() {
                continue;
            }
            let Some(paragraph) = note.child("p") else { continue };
            notes.properties = paragraph.child("pPr").cloned();
            // The text stands behind the sign; a sign that is typed does not show where it ends.
            for run in paragraph.elements().filter(|run| run.local() == "r") {
                if run.child("footnoteRef").is_some() {
                    notes.sign = run.child("rPr").cloned();
                } else if notes.sign.is_some() && run.child("t").is_some() {
                    notes.text = run.child("rPr").cloned();
                    break;
                }
            }
        }
        notes.call = part("document").and_then(look_of_call);
        notes
    }

    /// What calls a note: it is made for its first call.
    pub fn call(&mut self, noted: Option<Noted>, ink: &mut Ink) -> Reference {
        let raised = || ink.element("rPr", "").with([ink.value("vertAlign", "superscript")]);
        let call_look = self.call.clone().unwrap_or_else(raised);
        let number = noted.and_then(|noted| noted.note.number.clone()).unwrap_or_default();
        let known = noted.and_then(|noted| self.named.get(&noted.note.id));
        if let Some(name) = known {
            return Reference { runs: again(ink, &call_look, name, &number), bookmark: None };
        }
        let id = self.next;
        self.next += 1;
        let sign_look = self.sign.clone().unwrap_or_else(raised);
        let own = noted.is_some_and(|noted| noted.typed);
        let prefix = ink.prefix.clone();
        let mut call = ink.element("r", "").with([call_look]);
        let custom = if own { format!(" {prefix}customMarkFollows=\"1\"") } else { String::new() };
        let reference = ink.element("footnoteReference", format!("{} {prefix}id=\"{id}\"", custom).trim());
        call = call.with([reference]);
        let mut sign = ink.element("r", "").with([sign_look]);
        if own {
            let typed = || ink.element("t", "").with_text(&number);
            call = call.with([typed()]);
            sign = sign.with([typed()]);
        } else {
            sign = sign.with([ink.element("footnoteRef", "")]);
        }
        let text = noted.map_or("", |noted| noted.note.text.as_str());
        let run = ink.run(self.text.as_ref(), &format!("\t{text}"));
        let mut paragraph = ink.element("p", "").with(self.properties.clone());
        paragraph.children.push(Piece::Element(ink.come(Come::Ins, vec![sign, run])));
        self.new.push(ink.element("footnote", &format!("{prefix}id=\"{id}\"")).with([paragraph]));
        let mut bookmark = None;
        if let Some(noted) = noted.filter(|noted| noted.again) {
            let (name, ends) = named(ink);
            self.named.insert(noted.note.id.clone(), name);
            bookmark = Some(ends);
        }
        Reference { runs: vec![call], bookmark }
    }

    /// A bookmark round the call of OLD that stays, for a note of NEW that is called again; `None` where
    /// there is none, or no need of another.
    pub fn bookmark(&mut self, id: &str, ink: &mut Ink) -> Option<(Origin, Origin, [Element; 2])> {
        let atoms = self.kept.get(id).filter(|_| !self.named.contains_key(id))?;
        let (first, last) = (*atoms.first()?, *atoms.last()?);
        let (name, ends) = named(ink);
        self.named.insert(id.to_owned(), name);
        Some((first, last, ends))
    }
}

/// A bookmark of a name that no other has.
pub(super) fn named(ink: &mut Ink) -> (String, [Element; 2]) {
    let id = ink.number();
    let (prefix, name) = (ink.prefix.clone(), format!("_Note{id}"));
    let start = ink.element("bookmarkStart", &format!("{prefix}id=\"{id}\" {prefix}name=\"{name}\""));
    (name, [start, ink.element("bookmarkEnd", &format!("{prefix}id=\"{id}\""))])
}

/// The field that calls a note again: it shows the sign of the call in this bookmark.
pub(super) fn again(ink: &Ink, look: &Element, name: &str, sign: &str) -> Vec<Element> {
    let run = |inside: Element| ink.element("r", "").with([look.clone(), inside]);
    let control = |kind: &str| run(ink.element("fldChar", &format!("{}fldCharType=\"{kind}\"", ink.prefix)));
    let code =
        ink.element("instrText", "xml:space=\"preserve\"").with_text(&format!(" NOTEREF {name} \\f \\h "));
    let shown = ink.element("t", "").with_text(sign);
    vec![control("begin"), run(code), control("separate"), run(shown), control("end")]
}

/// Numbers notes in the order of their calls, in the text and in their own part: LibreOffice takes the
/// first note for the first call, whatever their numbers say.
pub(super) fn in_order(mut notes: Element, document: &mut Element) -> Element {
    let mut called = Vec::new();
    calls(document, &mut called);
    let is_line = |note: &Element| note.attribute("type").is_some_and(|kind| kind != "normal");
    let place = |piece: &Piece| match piece {
        Piece::Element(note) if !is_line(note) => {
            let id = note.attribute("id").unwrap_or_default();
            called.iter().position(|other| *other == id).map_or(usize::MAX, |at| at + 1)
        }
        _ => 0,
    };
    notes.children.sort_by_key(place);
    let lines = notes.elements().filter(|note| is_line(note)).filter_map(|note| note.attribute("id"));
    let mut next = lines.filter_map(|id| id.parse::<i64>().ok()).max().unwrap_or(0).max(0) + 1;
    let mut renumbered: HashMap<String, String> = HashMap::new();
    for piece in &mut notes.children {
        if let Piece::Element(note) = piece
            && !is_line(note)
        {
            let id = note.attribute("id").unwrap_or_default();
            note.set_attribute("id", &next.to_string());
            renumbered.insert(id, next.to_string());
            next += 1;
        }
    }
    renumber(document, &renumbered);
    notes
}

/// The notes that are called, in order.
fn calls(element: &Element, found: &mut Vec<String>) {
    if element.local() == "footnoteReference" {
        found.extend(element.attribute("id"));
    }
    element.elements().for_each(|child| calls(child, found));
}

fn renumber(element: &mut Element, renumbered: &HashMap<String, String>) {
    if element.local() == "footnoteReference"
        && let Some(id) = element.attribute("id").and_then(|id| renumbered.get(&id))
    {
        element.set_attribute("id", id);
    }
    for piece in &mut element.children {
        if let Piece::Element(child) = piece {
            renumber(child, renumbered);
        }
    }
}

fn look_of_call(element: &Element) -> Option<Element> {
    if element.local() == "r" && element.child("footnoteReference").is_some() {
        return element.child("rPr").cloned();
    }
    element.elements().find_map(look_of_call)
}
