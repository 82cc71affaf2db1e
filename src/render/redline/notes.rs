//! Footnotes that come with new calls.

use super::base::Base;
use super::ink::{Come, Ink};
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
}

impl Notes {
    /// The forms that the notes of OLD have.
    pub fn of(base: &Base) -> Notes {
        let part = |local: &str| {
            base.draft.parts.iter().map(|(_, tree)| &tree.root).find(|root| root.local() == local)
        };
        let mut notes =
            Notes { next: 1, properties: None, sign: None, text: None, call: None, new: Vec::new() };
        for note in part("footnotes").into_iter().flat_map(Element::elements) {
            let id = note.attribute("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0);
            notes.next = notes.next.max(id + 1);
            if note.attribute("type").is_some_and(|kind| kind != "normal") || notes.sign.is_some() {
                continue;
            }
            let Some(paragraph) = note.child("p") else { continue };
            notes.properties = paragraph.child("pPr").cloned();
            for run in paragraph.elements().filter(|run| run.local() == "r") {
                let look = run.child("rPr").cloned();
                if run.child("footnoteRef").is_some() {
                    notes.sign = look;
                } else if run.child("t").is_some() && notes.text.is_none() {
                    notes.text = look;
                }
            }
        }
        notes.call = part("document").and_then(look_of_call);
        notes
    }

    /// Makes a note and returns the run that calls it.
    pub fn call(&mut self, note: Option<&Node>, ink: &mut Ink) -> Element {
        let id = self.next;
        self.next += 1;
        let raised = || ink.element("rPr", "").with([ink.value("vertAlign", "superscript")]);
        let sign_look = self.sign.clone().unwrap_or_else(raised);
        let call_look = self.call.clone().unwrap_or_else(raised);
        let number = note.and_then(|note| note.number.clone()).unwrap_or_default();
        // An asterisk is no number: it is typed at both ends.
        let own = !number.is_empty() && !number.chars().all(|c| c.is_ascii_digit());
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
        let text = note.map_or("", |note| note.text.as_str());
        let run = ink.run(self.text.as_ref(), &format!("\t{text}"));
        let mut paragraph = ink.element("p", "").with(self.properties.clone());
        let inside = vec![ink.come(Come::Ins, vec![sign]), ink.come(Come::Ins, vec![run])];
        paragraph.children.extend(inside.into_iter().map(Piece::Element));
        self.new.push(ink.element("footnote", &format!("{prefix}id=\"{id}\"")).with([paragraph]));
        call
    }
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
