//! Where the parts of OLD stand in the clean document that was made of it.

use super::atoms::{Atoms, Kind};
use super::base::{Base, Spot};
use super::template::number_behind;
use crate::read::Origin;
use crate::read::docx::tree::Element;
use crate::report::Report;
use std::collections::HashSet;

/// Where a stretch of a node was set: the paragraph, by its order in its part; how many characters of label
/// stand before; which characters of the text.
pub(super) struct Set {
    pub node: usize,
    pub paragraph: usize,
    pub label: usize,
    pub from: usize,
    pub to: usize,
}

/// Finds again what was set.
pub(super) fn spots(base: &Base, report: &Report, sets: &[Vec<Set>; 2]) -> Vec<Option<Spot>> {
    let mut spots: Vec<Option<Spot>> = vec![None; report.nodes.len()];
    for (root, sets) in ["document", "footnotes"].iter().zip(sets) {
        let mut paragraphs = Vec::new();
        let trees = base.draft.parts.iter().map(|(_, tree)| &tree.root);
        trees.filter(|tree| tree.local() == *root).for_each(|tree| collect(tree, &mut paragraphs));
        for set in sets {
            let Some(paragraph) = paragraphs.get(set.paragraph) else { continue };
            let atoms = Atoms::of(paragraph);
            // The signs of notes are no text.
            let signs: HashSet<usize> = atoms.calls(&|_| false).into_iter().flatten().collect();
            let characters: Vec<Origin> = (0..atoms.all.len())
                .filter(|at| matches!(atoms.all[*at].kind, Kind::Char(_)) && !signs.contains(at))
                .map(|at| atoms.all[at].origin)
                .collect();
            let length = report.nodes[set.node].text.chars().count();
            let spot = spots[set.node]
                .get_or_insert_with(|| Spot { chars: vec![Origin::default(); length], ..Spot::default() });
            let label: Vec<(char, Origin)> = characters
                .iter()
                .take(set.label)
                .map(|origin| (character(paragraph, *origin).unwrap_or(' '), *origin))
                .collect();
            let is_numbered = paragraph.child("pPr").and_then(|own| own.child("numPr")).is_some();
            if number_behind(&report.nodes[set.node]).is_some() {
                let behind = characters.iter().skip(set.to - set.from);
                spot.label =
                    behind.map(|origin| (character(paragraph, *origin).unwrap_or(' '), *origin)).collect();
            } else if spot.label.is_empty() {
                // A bullet is no number.
                let is_numbered = is_numbered && report.nodes[set.node].number.is_some();
                spot.label = if is_numbered { vec![('1', Origin::default())] } else { label };
            }
            for (at, origin) in (set.from..set.to).zip(characters.iter().skip(set.label)) {
                spot.chars[at] = *origin;
            }
            spot.paragraphs.push(paragraph.id);
            spot.row = base.index.row.get(&paragraph.id).copied();
        }
    }
    spots
}

fn character(paragraph: &Element, origin: Origin) -> Option<char> {
    let atoms = Atoms::of(paragraph);
    atoms.all.iter().find(|atom| atom.origin == origin).and_then(|atom| match atom.kind {
        Kind::Char(c) => Some(c),
        _ => None,
    })
}

fn collect<'a>(element: &'a Element, paragraphs: &mut Vec<&'a Element>) {
    for child in element.elements() {
        // The lines above the notes are no notes.
        if child.attribute("type").is_some() && child.local() == "footnote" {
            continue;
        }
        if child.local() == "p" {
            paragraphs.push(child);
        }
        collect(child, paragraphs);
    }
}
