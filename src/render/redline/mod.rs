//! A comparison → a Word document with native tracked changes: rejecting all gives OLD, accepting all NEW.
//!
//! 1. `base` finds each part of OLD in its own document; `clean` makes one in the layout of the United
//!    Nations where OLD is none.
//!    `called` finds the calls of notes that were read as text.
//! 2. `plan` decides what becomes of each pair; `in_place` marks words where they stand, `template` and
//!    `rows` give new paragraphs and rows the form of their neighbours, `notes` makes footnotes.
//! 3. `paragraph` cuts runs (`atoms`) and marks them with `ink`; what is not touched stays byte for byte.
//! 4. The result is read again both ways. What does not say what OLD and NEW say is written anew, as a
//!    whole taken out and a whole put in, or with its number typed.

mod atoms;
mod base;
mod called;
mod clean;
mod ends;
mod found;
mod head;
mod in_place;
mod ink;
mod notes;
mod paragraph;
mod parts;
mod plan;
mod proof;
mod rows;
mod strokes;
mod template;

use crate::diff::Comparison;
use crate::error::ErrorKind;
use crate::mentions::Annotated;
use crate::read::docx::draft::Draft;
use crate::read::docx::tree::{Element, Piece, Tree};
use crate::report::Report;
use base::Base;
use called::Called;
use ink::Ink;
use plan::{Lessons, Plan, Planner};
use std::collections::HashSet;

/// How often the result is made anew after what was read in it.
const ATTEMPTS: usize = 4;

/// Who made the changes, and when.
#[derive(Debug, Clone)]
pub struct Signature {
    /// The name that Word shows beside each change.
    pub author: String,
    /// When, as Word has it: `2031-04-11T10:00:00Z`.
    pub date: String,
}

/// A document with tracked changes.
#[derive(Debug)]
pub struct Redline {
    /// The file.
    pub bytes: Vec<u8>,
    /// Parts of OLD (side 0) that do not come back when all is rejected, and of NEW (side 1) that do not
    /// come out when all is accepted, by their identifiers; normally none.
    pub faults: Vec<(usize, String)>,
}

/// Makes the document. `old`: OLD's own document, where it is one.
///
/// # Errors
/// The package cannot be written, or what was written cannot be read again.
pub fn render(
    comparison: &Comparison,
    sides: [&Annotated; 2],
    old: Option<Draft>,
    signature: &Signature,
) -> Result<Redline, ErrorKind> {
    let reports = sides.map(|side| &side.report);
    let new = Called::of(reports[1]);
    let (base, old) = match old {
        // In a Word document every note is called.
        Some(draft) => (Base::of(draft, reports[0]), Called::as_is(reports[0])),
        None => {
            let old = Called::of(reports[0]);
            (clean::base(&old)?, old)
        }
    };
    let called = [&old, &new];
    let mut lessons = Lessons::default();
    let mut best: Option<Redline> = None;
    for _ in 0..ATTEMPTS {
        let bytes = write(&base, comparison, called, reports, signature, &lessons)?;
        let faults = proof::faults(&bytes, called.map(|called| &called.report))?;
        let learned = lessons.learn(&faults);
        let faults: Vec<(usize, String)> = faults.into_iter().map(|fault| (fault.side, fault.id)).collect();
        if best.as_ref().is_none_or(|best| faults.len() < best.faults.len()) {
            best = Some(Redline { bytes, faults });
        }
        if !learned || best.as_ref().is_some_and(|best| best.faults.is_empty()) {
            break;
        }
    }
    best.ok_or_else(|| ErrorKind::Damaged("nothing was written".into()))
}

fn write(
    base: &Base,
    comparison: &Comparison,
    called: [&Called; 2],
    reports: [&Report; 2],
    signature: &Signature,
    lessons: &Lessons,
) -> Result<Vec<u8>, ErrorKind> {
    let ink = Ink::new(base.prefix(), &signature.author, &signature.date, base.index.highest + 1);
    let mut planner = Planner::new(base, called, reports, ink, lessons);
    planner.run(comparison);
    let Planner { mut ink, plan, notes, .. } = planner;
    let mut written: Vec<(String, Tree)> = Vec::new();
    for (name, tree) in &base.draft.parts {
        let local = tree.root.local();
        if !matches!(local, "document" | "footnotes" | "endnotes" | "hdr" | "ftr") {
            continue;
        }
        let mut writing = Writing { plan: &plan, ink: &mut ink, last: &base.index.last, touched: false };
        let root = writing.element(&tree.root);
        let touched = writing.touched || (local == "footnotes" && !notes.new.is_empty());
        if touched {
            written.push((name.clone(), Tree { head: tree.head.clone(), root }));
        }
    }
    let part =
        |local: &str, of: &[(String, Tree)]| of.iter().position(|(_, tree)| tree.root.local() == local);
    let mut changed = Vec::new();
    if let (false, Some(document)) = (notes.new.is_empty(), part("document", &written)) {
        let own = part("footnotes", &written);
        let shell = own.map_or_else(|| ink.element("footnotes", ""), |at| written[at].1.root.clone());
        let all = notes::in_order(shell.with(notes.new), &mut written[document].1.root);
        match own {
            Some(at) => written[at].1.root = all,
            None => changed = first_notes(base, &all),
        }
    }
    changed.extend(written.into_iter().map(|(name, tree)| (name, tree.write())));
    base.draft.with(&changed)
}

/// A part of footnotes for a document that had none, and the lines that make it known.
fn first_notes(base: &Base, notes: &Element) -> Vec<(String, String)> {
    let mut inside = parts::separators();
    notes.elements().for_each(|note| note.write(&mut inside));
    let mut changed = Vec::new();
    let main = base.draft.parts.iter().find(|(_, tree)| tree.root.local() == "document");
    let Some((main, _)) = main else { return changed };
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let path = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let add = |text: &str, end: &str, line: &str| {
        text.rfind(end).map(|at| format!("{}{line}{}", &text[..at], &text[at..]))
    };
    let part = path("footnotes.xml");
    let relations = path(&format!("_rels/{file}.rels"));
    if let Some(text) = base.draft.other_part(&relations) {
        let line = format!(
            "<Relationship Id=\"rIdTravauxNotes\" Type=\"{}\" Target=\"footnotes.xml\"/>",
            parts::FOOTNOTES_RELATION
        );
        changed.extend(add(&text, "</Relationships>", &line).map(|text| (relations, text)));
    }
    if let Some(text) = base.draft.other_part("[Content_Types].xml") {
        let line = format!("<Override PartName=\"/{part}\" ContentType=\"{}\"/>", parts::FOOTNOTES_TYPE);
        changed.extend(add(&text, "</Types>", &line).map(|text| ("[Content_Types].xml".to_owned(), text)));
    }
    changed.push((part, parts::part("footnotes", &inside)));
    changed
}

/// Writes a part by the plan.
struct Writing<'a> {
    plan: &'a Plan,
    ink: &'a mut Ink,
    /// The last paragraphs of cells.
    last: &'a HashSet<u32>,
    touched: bool,
}

impl Writing<'_> {
    fn element(&mut self, element: &Element) -> Element {
        let mut out = Element { children: Vec::with_capacity(element.children.len()), ..element.clone() };
        for piece in &element.children {
            let Piece::Element(child) = piece else {
                out.children.push(piece.clone());
                continue;
            };
            if let Some(before) = self.plan.before.get(&child.id) {
                self.touched = true;
                out.children.extend(before.iter().cloned().map(Piece::Element));
            }
            // What stands inside first: a text box has paragraphs of its own.
            let mut inner = self.element(child);
            if self.plan.rows.contains(&child.id) {
                self.touched = true;
                self.row_goes(&mut inner);
            }
            let mut parts = match self.plan.edits.get(&child.id) {
                Some(edit) if edit.changes() => {
                    self.touched = true;
                    paragraph::rewrite(&inner, edit, self.ink)
                }
                _ => vec![inner],
            };
            let mut after = self.plan.after.get(&child.id).cloned().unwrap_or_default();
            self.touched |= !after.is_empty();
            // In a cell and in the text the last end is not new, and LibreOffice takes what is put in at the end of a text
            // and a new paragraph behind it for one insertion, with the end between them.
            let is_last = self.last.contains(&child.id);
            let edit = self.plan.edits.get(&child.id).filter(|edit| edit.whole && edit.keeps_end);
            // Behind the last paragraph the end of a move may stand.
            if let Some(own) = parts.iter_mut().rfind(|own| own.local() == "p") {
                match edit {
                    Some(edit) => ends::give_over(own, edit, &mut after, self.ink),
                    None if is_last || ends::ends_new(own) => {
                        ends::take_over(own, &mut after, self.ink);
                    }
                    None => {}
                }
            }
            out.children.extend(parts.into_iter().chain(after).map(Piece::Element));
        }
        ends::keep_apart(&mut out.children);
        out
    }

    fn row_goes(&mut self, row: &mut Element) {
        let mark = self.ink.mark("del");
        if let Some(own) = row.child_mut("trPr") {
            let at = own
                .children
                .iter()
                .position(|piece| matches!(piece, Piece::Element(one) if one.local() == "trPrChange"))
                .unwrap_or(own.children.len());
            own.children.insert(at, Piece::Element(mark));
            return;
        }
        let at = row
            .children
            .iter()
            .position(|piece| matches!(piece, Piece::Element(one) if !matches!(one.local(), "tblPrEx")))
            .unwrap_or(0);
        let own = self.ink.element("trPr", "").with([mark]);
        row.children.insert(at, Piece::Element(own));
    }
}
