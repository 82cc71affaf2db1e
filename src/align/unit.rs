//! A [`Unit`] is a node with what alignment knows of it before any comparison.

use super::heading;
use super::text::{Forms, Vector, char_grams, hashed, vectors, with_pairs};
use crate::report::{NodeKind, Report};
use std::collections::HashMap;

/// What may answer to what: a heading never answers to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    /// Headings and titles.
    Heading,
    /// Paragraphs, items and unnumbered paragraphs.
    Prose,
    /// Rows of tables.
    Row,
    /// Footnotes.
    Note,
}

impl Class {
    fn of(kind: NodeKind) -> Option<Self> {
        Some(match kind {
            NodeKind::Masthead => return None,
            NodeKind::Heading => Class::Heading,
            NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered => Class::Prose,
            NodeKind::TableRow => Class::Row,
            NodeKind::Footnote => Class::Note,
        })
    }
}

/// A node as alignment sees it. `parent` and `heading` are indices of units of the same list.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Index into `Report::nodes`.
    pub node: usize,
    /// The identifier, for explanations.
    pub id: String,
    /// What the node is.
    pub kind: NodeKind,
    /// What may answer to it.
    pub class: Class,
    /// The label as a number.
    pub number: Option<i64>,
    /// Numbers are compared within the same scope: the paragraphs of a part, the items of a parent.
    pub scope: Option<u64>,
    /// The part of the report.
    pub part: String,
    /// What holds it.
    pub parent: Option<usize>,
    /// The nearest heading above it in the tree.
    pub heading: Option<usize>,
    /// The normal forms of its text.
    pub forms: Forms,
    /// Words and pairs of words, as written.
    pub raw: Vector,
    /// Four characters at a time.
    pub grams: Vector,
    /// Words and pairs of words, masked.
    pub masked: Vector,
}

/// The units of both reports: body and footnotes apart, because notes follow their calls.
pub(super) struct Units {
    /// Everything but footnotes, of OLD and NEW.
    pub body: [Vec<Unit>; 2],
    /// Footnotes, of OLD and NEW.
    pub notes: [Vec<Unit>; 2],
}

impl Units {
    /// The units of two reports.
    pub fn of(old: &Report, new: &Report) -> Self {
        let sides = [old, new];
        let body = sides.map(|report| list(report, |class| class != Class::Note));
        let notes = sides.map(|report| list(report, |class| class == Class::Note));
        Units { body: weigh(body), notes: weigh(notes) }
    }
}

fn list(report: &Report, wanted: impl Fn(Class) -> bool) -> Vec<Unit> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut out: Vec<Unit> = Vec::new();
    for (at, node) in report.nodes.iter().enumerate() {
        let Some(class) = Class::of(node.kind).filter(|class| wanted(*class)) else { continue };
        let parent = node.parent.as_deref().and_then(|id| by_id.get(id).copied());
        let heading = parent.and_then(|parent| match out[parent].class {
            Class::Heading => Some(parent),
            _ => out[parent].heading,
        });
        let scope = match node.kind {
            NodeKind::Paragraph => Some(0),
            NodeKind::Item => Some(1 + parent.map_or(0, |parent| parent as u64 + 1)),
            _ => None,
        };
        let forms = match class {
            Class::Heading => Forms::of(&heading::plain(&node.text)),
            _ => Forms::of(&node.text),
        };
        by_id.entry(&node.id).or_insert(out.len());
        out.push(Unit {
            node: at,
            id: node.id.clone(),
            kind: node.kind,
            class,
            number: node.number.as_deref().and_then(super::numbering::value),
            scope,
            part: node.part.clone(),
            parent,
            heading,
            forms,
            raw: Vector::new(),
            grams: Vector::new(),
            masked: Vector::new(),
        });
    }
    out
}

/// Gives the units of both sides their vectors, over one common count of texts.
fn weigh(mut sides: [Vec<Unit>; 2]) -> [Vec<Unit>; 2] {
    type Terms = fn(&Forms) -> Vec<u64>;
    type Slot = fn(&mut Unit) -> &mut Vector;
    let views: [(Terms, Slot); 3] = [
        (|forms| with_pairs(&hashed(&forms.words)), |unit| &mut unit.raw),
        (|forms| char_grams(&forms.key), |unit| &mut unit.grams),
        (|forms| with_pairs(&forms.masked), |unit| &mut unit.masked),
    ];
    for (terms, slot) in views {
        let texts = sides.iter().flatten().map(|unit| terms(&unit.forms)).collect();
        for (unit, vector) in sides.iter_mut().flatten().zip(vectors(texts)) {
            *slot(unit) = vector;
        }
    }
    sides
}
