//! [`Base`]: the document that is marked up, and where in it each part of OLD stands.

use super::atoms::{Atoms, Kind};
use super::template::number_behind;
use crate::read::docx::draft::Draft;
use crate::read::docx::tree::{Element, Piece};
use crate::read::{Line, Origin};
use crate::report::{Node, Report};
use std::collections::{HashMap, HashSet};

/// OLD as a Word document.
pub(super) struct Base {
    pub draft: Draft,
    /// For each node of OLD where its characters stand; `None` where that cannot be told.
    pub spots: Vec<Option<Spot>>,
    pub index: Index,
    /// True where the document was made here, with the styles of `styles.xml`.
    pub clean: bool,
    /// In a clean document the paragraphs that end a section, by the node that the next begins with.
    pub sections: HashMap<usize, u32>,
}

/// Where a node stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Spot {
    /// The place of each character of its text; number 0 for the blank between two lines of the file.
    pub chars: Vec<Origin>,
    /// The characters before the text: its label. Number 0 for what Word puts in by itself.
    pub label: Vec<(char, Origin)>,
    /// The paragraphs that hold it, in order.
    pub paragraphs: Vec<u32>,
    /// The row that holds it.
    pub row: Option<u32>,
}

impl Spot {
    /// True where Word puts in the label by itself.
    pub fn is_automatic(&self) -> bool {
        !self.label.is_empty() && self.label.iter().all(|(_, origin)| origin.element == 0)
    }

    /// The first character that stands somewhere.
    pub fn first(&self) -> Option<Origin> {
        self.chars.iter().find(|origin| origin.element != 0).copied()
    }
}

/// What holds what.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The paragraph that holds an element.
    pub paragraph: HashMap<u32, u32>,
    /// The row that holds a paragraph.
    pub row: HashMap<u32, u32>,
    /// The table of a row.
    pub table: HashMap<u32, u32>,
    /// Part and path of each paragraph, row and table.
    path: HashMap<u32, (usize, Vec<usize>)>,
    /// The highest identifier of an annotation.
    pub highest: u64,
    /// Paragraphs that are the last of their cell or story: their end cannot go.
    pub last: HashSet<u32>,
    /// What each paragraph stands in.
    container: HashMap<u32, u32>,
}

impl Base {
    /// A document that was opened, as OLD.
    pub fn of(draft: Draft, old: &Report) -> Base {
        let index = Index::of(&draft);
        let lines = &draft.source.lines;
        let spots = old.nodes.iter().map(|node| spot(node, lines, &index)).collect();
        let mut base = Base { draft, spots, index, clean: false, sections: HashMap::new() };
        base.find_breaks();
        base
    }

    /// The blank between two lines of one paragraph is the break that stands there.
    fn find_breaks(&mut self) {
        let mut spots = std::mem::take(&mut self.spots);
        for spot in spots.iter_mut().flatten() {
            let mut atoms: Option<(u32, Atoms)> = None;
            for at in 1..spot.chars.len().max(1) - 1 {
                let [before, own, after] = [at - 1, at, at + 1].map(|at| spot.chars[at]);
                let holder = |origin: Origin| self.index.paragraph.get(&origin.element).copied();
                let Some(paragraph) = holder(before).filter(|_| own.element == 0) else { continue };
                if holder(after) != Some(paragraph) {
                    continue;
                }
                if atoms.as_ref().is_none_or(|(id, _)| *id != paragraph) {
                    atoms = self.element(paragraph).map(|element| (paragraph, Atoms::of(element)));
                }
                let Some((_, atoms)) = &atoms else { continue };
                let between = atoms
                    .all
                    .iter()
                    .skip_while(|atom| atom.origin != before)
                    .take_while(|a| a.origin != after);
                let line_end = between.filter(|atom| atom.kind == Kind::Char('\n')).last();
                if let Some(atom) = line_end {
                    spot.chars[at] = atom.origin;
                }
            }
        }
        self.spots = spots;
    }

    /// A paragraph, row or table by its number.
    pub fn element(&self, id: u32) -> Option<&Element> {
        let (part, path) = self.index.path.get(&id)?;
        let mut element = &self.draft.parts.get(*part)?.1.root;
        for at in path {
            match element.children.get(*at) {
                Some(Piece::Element(child)) => element = child,
                _ => return None,
            }
        }
        Some(element)
    }

    /// True where another paragraph of the same form stands right behind one.
    pub fn is_before_its_like(&self, paragraph: u32) -> bool {
        let Some(next) = self.index.next(paragraph) else { return false };
        let form = |id: u32| {
            let mut own = self.element(id)?.child("pPr").cloned().unwrap_or_default();
            ["rPr", "pPrChange"].iter().for_each(|local| own.remove(local));
            let mut out = String::new();
            own.children.iter().for_each(|piece| match piece {
                Piece::Element(child) => child.write(&mut out),
                Piece::Raw(raw) => out.push_str(raw.trim()),
            });
            Some(out)
        };
        form(paragraph) == form(next)
    }

    /// The prefix of the names of elements: `w:`.
    pub fn prefix(&self) -> String {
        let root = self.draft.parts.iter().find(|(_, tree)| tree.root.local() == "document");
        let name = root.map_or("w:document", |(_, tree)| &tree.root.name);
        name.rsplit_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"))
    }
}

impl Index {
    fn of(draft: &Draft) -> Index {
        let mut index = Index::default();
        for (part, (_, tree)) in draft.parts.iter().enumerate() {
            let around = Around { part, paragraph: None, row: None, table: None };
            index.add(&tree.root, around, &mut Vec::new());
        }
        index
    }

    /// The paragraphs from one up to another, the second left out; `None` where they do not stand in one
    /// place.
    pub fn between(&self, one: u32, other: u32) -> Option<Vec<u32>> {
        let place = self.container.get(&one)?;
        if self.container.get(&other)? != place || one > other {
            return None;
        }
        let inside = self.container.iter().filter(|(id, own)| *own == place && (one..other).contains(*id));
        let mut found: Vec<u32> = inside.map(|(id, _)| *id).collect();
        found.sort_unstable();
        Some(found)
    }

    /// The paragraph right behind one in the same place; `None` where a table or nothing stands there.
    fn next(&self, paragraph: u32) -> Option<u32> {
        let place = self.container.get(&paragraph)?;
        let later = self.container.iter().filter(|(id, own)| **id > paragraph && *own == place);
        let next = later.map(|(id, _)| *id).min()?;
        let between = self.table.values().any(|table| (paragraph..next).contains(table));
        (!between).then_some(next)
    }

    fn add(&mut self, element: &Element, around: Around, path: &mut Vec<usize>) {
        let mut inside = around;
        match element.local() {
            "p" => {
                inside.paragraph = Some(element.id);
                if let Some(row) = around.row {
                    self.row.insert(element.id, row);
                }
            }
            "tbl" => (inside.table, inside.row) = (Some(element.id), None),
            "tr" => {
                inside.row = Some(element.id);
                if let Some(table) = around.table {
                    self.table.insert(element.id, table);
                }
            }
            "txbxContent" => (inside.row, inside.table) = (None, None),
            _ => {}
        }
        if matches!(element.local(), "p" | "tbl" | "tr") {
            self.path.insert(element.id, (around.part, path.clone()));
        }
        if let Some(paragraph) = inside.paragraph {
            self.paragraph.insert(element.id, paragraph);
        }
        if matches!(element.local(), "tc" | "body" | "footnote" | "endnote" | "hdr" | "ftr" | "txbxContent") {
            let blocks = element.elements().filter(|child| child.local() != "sectPr");
            self.last.extend(blocks.last().filter(|last| last.local() == "p").map(|last| last.id));
        }
        for child in element.elements().filter(|child| child.local() == "p") {
            self.container.insert(child.id, element.id);
        }
        let own = element.attribute("id").and_then(|id| id.parse().ok());
        self.highest = self.highest.max(own.filter(|id| *id < 1 << 30).unwrap_or(0));
        for (at, piece) in element.children.iter().enumerate() {
            if let Piece::Element(child) = piece {
                path.push(at);
                self.add(child, inside, path);
                path.pop();
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Around {
    part: usize,
    paragraph: Option<u32>,
    row: Option<u32>,
    table: Option<u32>,
}

/// Where a node stands: its text is laid over the lines that it was made of, from the end, for in front
/// of it stands its label.
fn spot(node: &Node, lines: &[Line], index: &Index) -> Option<Spot> {
    // Each character, and whether a line begins with it.
    let mut all: Vec<(char, Origin, bool)> = Vec::new();
    for place in &node.places {
        let line = lines.get(place.line)?;
        let characters = line.text.chars().zip(&line.from).skip(place.start);
        let characters = characters.take(place.end.saturating_sub(place.start)).enumerate();
        all.extend(characters.map(|(order, (c, origin))| (c, *origin, order == 0)));
    }
    let text: Vec<char> = node.text.chars().collect();
    let mut chars = vec![Origin::default(); text.len()];
    let (mut at, mut from) = (text.len(), all.len());
    // "Annex II": the number stands behind.
    if number_behind(node).is_some() && text.iter().zip(&all).all(|(c, (own, ..))| c == own) {
        from = text.len();
    }
    let behind: Vec<(char, Origin)> = all[from..].iter().map(|(c, origin, _)| (*c, *origin)).collect();
    // A line began behind what was laid last, blanks apart.
    let mut crossed = false;
    while at > 0 {
        let boundary = crossed || all.get(from).is_none_or(|next| next.2 || from == text.len());
        match from.checked_sub(1).map(|before| all[before]) {
            Some((c, origin, _)) if c == text[at - 1] => {
                chars[at - 1] = origin;
                (at, from, crossed) = (at - 1, from - 1, false);
            }
            Some((c, ..)) if c.is_whitespace() && (boundary || text[at - 1] != ' ') => {
                (from, crossed) = (from - 1, boundary);
            }
            _ if boundary && matches!(text[at - 1], ' ' | '\t') => (at, crossed) = (at - 1, boundary),
            // A hyphen at the end of a line was taken out.
            Some(('-' | '\u{ad}', ..)) if boundary => (from, crossed) = (from - 1, boundary),
            _ => return None,
        }
    }
    let mut label: Vec<(char, Origin)> = all[..from].iter().map(|(c, origin, _)| (*c, *origin)).collect();
    label.extend(behind);
    let mut paragraphs: Vec<u32> = Vec::new();
    for origin in label.iter().map(|(_, origin)| origin).chain(&chars) {
        if let Some(paragraph) = index.paragraph.get(&origin.element)
            && paragraphs.last() != Some(paragraph)
        {
            paragraphs.push(*paragraph);
        }
    }
    let row = paragraphs.first().and_then(|first| index.row.get(first)).copied();
    (!paragraphs.is_empty()).then_some(Spot { chars, label, paragraphs, row })
}
