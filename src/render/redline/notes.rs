//! Footnotes that come with new calls.

use super::base::Base;
use super::ink::{Come, Ink};
use crate::read::docx::tree::{Element, Piece};
use crate::report::Node;

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
        let mut notes = Notes { next: 1, properties: None, sign: None, text: None, call: None, new: Vec::new() };
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

fn look_of_call(element: &Element) -> Option<Element> {
    if element.local() == "r" && element.child("footnoteReference").is_some() {
        return element.child("rPr").cloned();
    }
    element.elements().find_map(look_of_call)
}
