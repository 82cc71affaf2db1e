//! The ends of paragraphs at which others are put in or go: which of them is new, and which the old one.

use super::atoms::is_container;
use super::ink::{Ink, State, put_in_order};
use super::paragraph::Edit;
use crate::read::docx::tree::{Element, Piece};

/// True where the text of a paragraph ends in something that is put in.
pub(super) fn ends_new(paragraph: &Element) -> bool {
    let is_run = |child: &&Element| {
        matches!(child.local(), "r" | "ins" | "del" | "moveFrom" | "moveTo") || is_container(child.local())
    };
    paragraph.elements().filter(is_run).last().is_some_and(|last| last.local() == "ins")
}

/// Keeps apart what is put in at the end of a paragraph and at the beginning of the next: LibreOffice takes
/// both for one insertion with the end between them. What goes there then stands behind what comes.
pub(super) fn keep_apart(children: &mut [Piece]) {
    let is_run = |piece: &Piece| matches!(piece, Piece::Element(child) if !matches!(child.local(), "pPr" | "bookmarkStart" | "bookmarkEnd"));
    let is = |piece: Option<&Piece>, local: &str| matches!(piece, Some(Piece::Element(child)) if child.local() == local);
    for at in 1..children.len() {
        let (before, rest) = children.split_at_mut(at);
        let (Some(Piece::Element(one)), Some(Piece::Element(next))) = (before.last_mut(), rest.first())
        else {
            continue;
        };
        if one.local() != "p" || next.local() != "p" {
            continue;
        }
        // Where the end is new too, one insertion it is.
        if is_marked(one) {
            continue;
        }
        let begins = is(next.children.iter().find(|piece| is_run(piece)), "ins");
        let end = one.children.len();
        if begins && end > 1 && is(one.children.last(), "ins") && is(one.children.get(end - 2), "del") {
            one.children.swap(end - 2, end - 1);
        }
    }
}

/// New paragraphs behind one whose own end they take over: its end is new, theirs the old one, as if they
/// had been typed there.
pub(super) fn take_over(paragraph: &mut Element, new: &mut [Element], ink: &mut Ink) {
    if is_marked(paragraph) {
        return;
    }
    let count = new.iter().take_while(|one| is_new(one)).count();
    let Some(last) = count.checked_sub(1) else { return };
    let before = bare(paragraph, ink);
    ink.mark_end(paragraph, "ins");
    own_end(&mut new[last], before, ink);
}

/// A paragraph that goes but whose end cannot, for nothing stands behind it: the first new paragraph goes
/// on in it, and the last one takes its end. Where there is none, an end of its own is put behind it, so
/// that no number is left.
pub(super) fn give_over(paragraph: &mut Element, edit: &Edit, new: &mut Vec<Element>, ink: &mut Ink) {
    let count = new.iter().take_while(|one| is_new(one)).count();
    if count == 0 {
        if edit.automatic {
            let moved = matches!(edit.end, Some(State::Move(_)));
            ink.mark_end(paragraph, if moved { "moveFrom" } else { "del" });
            new.insert(0, ink.element("p", ""));
        }
        return;
    }
    let before = bare(paragraph, ink);
    let first = new.remove(0);
    let properties = |piece: &Piece| matches!(piece, Piece::Element(own) if own.local() == "pPr");
    let (own, runs): (Vec<Piece>, Vec<Piece>) = first.children.into_iter().partition(properties);
    paragraph.children.retain(|piece| !properties(piece));
    paragraph.children.splice(0..0, own);
    paragraph.children.extend(runs);
    match count {
        1 => own_end(paragraph, before, ink),
        _ => own_end(&mut new[count - 2], before, ink),
    }
}

/// True where the end of a paragraph comes or goes.
fn is_marked(paragraph: &Element) -> bool {
    let marked =
        |look: &Element| ["ins", "del", "moveFrom", "moveTo"].iter().any(|mark| look.child(mark).is_some());
    paragraph.child("pPr").and_then(|own| own.child("rPr")).is_some_and(marked)
}

/// True for a paragraph that is put in.
fn is_new(paragraph: &Element) -> bool {
    let look = paragraph.child("pPr").and_then(|own| own.child("rPr"));
    paragraph.local() == "p" && look.is_some_and(|look| look.child("ins").or(look.child("moveTo")).is_some())
}

/// The properties of a paragraph as the record of a change holds them.
fn bare(paragraph: &Element, ink: &Ink) -> Element {
    let mut own = paragraph.child("pPr").cloned().unwrap_or_else(|| ink.element("pPr", ""));
    for local in ["rPr", "sectPr", "pPrChange"] {
        own.remove(local);
    }
    own
}

/// Makes the end of a new paragraph the old one, whose properties were these.
fn own_end(paragraph: &mut Element, before: Element, ink: &mut Ink) {
    let own = ink.properties(paragraph);
    if let Some(look) = own.child_mut("rPr") {
        look.remove("ins");
        look.remove("moveTo");
        if look.children.is_empty() {
            own.remove("rPr");
        }
    }
    let mut now = own.clone();
    now.remove("rPr");
    let written = |element: &Element| {
        let mut out = String::new();
        element.write(&mut out);
        out
    };
    if written(&now) != written(&before) {
        let change = ink.mark("pPrChange").with([before]);
        put_in_order(ink.properties(paragraph), change);
    }
}
