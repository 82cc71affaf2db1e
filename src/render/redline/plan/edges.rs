//! Heads and feet of the pages: no parts of the text, but the symbol and the job number stand there too.

use super::super::atoms::{Atoms, Kind};
use super::super::ink::State;
use super::super::paragraph::{Anchor, What};
use super::Planner;
use crate::diff::Comparison;
use crate::read::Origin;
use crate::read::docx::tree::Element;

impl Planner<'_> {
    /// Marks the symbol and the job number at the edges of the pages where NEW has others.
    pub(super) fn edges(&mut self, comparison: &Comparison) {
        let changed = replaced(comparison);
        let mut paragraphs = Vec::new();
        for (_, tree) in &self.base.draft.parts {
            if matches!(tree.root.local(), "hdr" | "ftr") && !changed.is_empty() {
                collect(&tree.root, &mut paragraphs);
            }
        }
        for paragraph in paragraphs {
            // A first page that is set in a header was read, and is changed with the others.
            if self.holds.contains_key(&paragraph.id) {
                continue;
            }
            let atoms = Atoms::of(paragraph);
            for (old, new) in &changed {
                for place in found(&atoms, old) {
                    let (Some(first), Some(last)) = (place.first().copied(), place.last().copied()) else {
                        continue;
                    };
                    let states = place.into_iter().map(|origin| (origin, State::Del));
                    self.edit(paragraph.id).states.extend(states);
                    self.insert(paragraph.id, Anchor::After(last), What::Text(new.clone()), Some(first));
                }
            }
        }
    }
}

/// What is printed at the edges and what is to stand in its place.
fn replaced(comparison: &Comparison) -> Vec<(String, String)> {
    let mut changed = Vec::new();
    for change in &comparison.masthead {
        let (Some(old), Some(new)) = (&change.old, &change.new) else { continue };
        let [old, new] = [old, new].map(|value| value.trim_end_matches('*').trim().to_owned());
        match change.field {
            _ if old.is_empty() || new.is_empty() || old == new => {}
            "symbol" => changed.push((old, new)),
            "job_number" => {
                // The bar code is the number without its hyphen.
                let bars = [&old, &new].map(|number| format!("*{}*", number.replace('-', "")));
                changed.push((old, new));
                changed.push(bars.into());
            }
            _ => {}
        }
    }
    changed
}

fn collect<'a>(element: &'a Element, paragraphs: &mut Vec<&'a Element>) {
    for child in element.elements() {
        if child.local() == "p" {
            paragraphs.push(child);
        }
        collect(child, paragraphs);
    }
}

/// Where a text stands by itself: "A/80/L.2" is no part of "A/80/L.2/Rev.1" or "A/80/L.20".
fn found(atoms: &Atoms, text: &str) -> Vec<Vec<Origin>> {
    let text: Vec<char> = text.chars().collect();
    let own = |at: usize| match atoms.all.get(at).map(|atom| atom.kind) {
        Some(Kind::Char(c)) => Some(c),
        _ => None,
    };
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '/');
    let mut places = Vec::new();
    let mut at = 0;
    while at + text.len() <= atoms.all.len() {
        let end = at + text.len();
        let same = (at..end).zip(&text).all(|(at, c)| own(at) == Some(*c));
        if same && !goes_on(at.checked_sub(1).and_then(own)) && !goes_on(own(end)) {
            places.push(atoms.all[at..end].iter().map(|atom| atom.origin).collect());
            at = end;
        } else {
            at += 1;
        }
    }
    places
}
