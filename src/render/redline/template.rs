//! What a new paragraph looks like: as its nearest neighbour of the same kind in OLD.

use super::atoms::{Atoms, Kind};
use super::base::Base;
use super::ink::{Ink, put_in_order};
use crate::read::docx::tree::Element;
use crate::report::{Node, NodeKind, Report};
use std::collections::HashMap;

/// The form of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Template {
    /// Its properties, without marks.
    pub properties: Option<Element>,
    /// The look of its text, and of its label.
    pub look: Option<Element>,
    pub label_look: Option<Element>,
    /// The label as typed, blanks included, with the number in it; `None` where Word puts it in.
    pub label: Option<(String, String)>,
    pub automatic: bool,
}

/// What counts as the same kind: headings and items of one depth, with a label or without.
type Class = (NodeKind, usize, char);

fn class(report: &Report, at: usize) -> Class {
    let node = &report.nodes[at];
    let sign = match node.number.as_deref() {
        None => '-',
        Some(number) if number.contains(' ') => 'w',
        Some(number) if number.starts_with('(') => '(',
        Some(_) => '1',
    };
    let last = node.id.rsplit('.').next().unwrap_or_default();
    let depth = match node.kind {
        NodeKind::Heading if last.starts_with('a') || last == "title" => 20 + usize::from(last == "title"),
        NodeKind::Heading => {
            // Headings of an annex look as those of the text.
            let path = node.id.rsplit('h').next().unwrap_or_default();
            path.matches('.').count()
        }
        NodeKind::Item => {
            let mut depth = 0;
            let mut parent = node.parent.clone();
            while let Some(above) = parent.and_then(|id| report.index_of(&id)) {
                if report.nodes[above].kind != NodeKind::Item {
                    break;
                }
                depth += 1;
                parent = report.nodes[above].parent.clone();
            }
            depth
        }
        // Each part of the first page is a kind of its own.
        NodeKind::Masthead => first_page(last),
        _ => 0,
    };
    (node.kind, depth, sign)
}

/// A number for each part of the first page, by its own name: `agenda`.
fn first_page(name: &str) -> usize {
    name.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)))
}

/// The forms of OLD, by kind.
pub(super) struct Templates {
    classes: HashMap<Class, Vec<usize>>,
    kinds: HashMap<NodeKind, Vec<usize>>,
}

impl Templates {
    /// Those of OLD.
    pub fn of(old: &Report, base: &Base) -> Templates {
        let mut templates = Templates { classes: HashMap::new(), kinds: HashMap::new() };
        for at in 0..old.nodes.len() {
            if base.spots[at].as_ref().is_some_and(|spot| spot.first().is_some()) {
                templates.classes.entry(class(old, at)).or_default().push(at);
                templates.kinds.entry(old.nodes[at].kind).or_default().push(at);
            }
        }
        templates
    }

    /// The node of OLD that a new one is to look like: the nearest of its class, or of its kind.
    pub fn model(&self, new: &Report, at: usize, near: usize) -> Option<(usize, bool)> {
        let class = class(new, at);
        let nearest = |of: &Vec<usize>| of.iter().copied().min_by_key(|other| other.abs_diff(near));
        let loose = |sign: char| self.classes.get(&(class.0, class.1, sign)).and_then(nearest);
        let same = loose(class.2)
            .or_else(|| (class.2 != '-').then(|| loose('1').or(loose('(')).or(loose('w'))).flatten());
        match same {
            Some(at) => Some((at, true)),
            None => {
                // A line of the first page that OLD has not looks like none of its neighbours, but session
                // and item are set alike.
                let twin = match new.nodes[at].id.rsplit('.').next() {
                    _ if class.0 != NodeKind::Masthead => None,
                    Some("agenda") => Some("sessions"),
                    Some("sessions") => Some("agenda"),
                    _ => None,
                };
                let twin = twin.and_then(|name| self.classes.get(&(class.0, first_page(name), class.2)));
                if let Some(at) = twin.and_then(nearest) {
                    return Some((at, true));
                }
                let of = self.kinds.get(&class.0).filter(|_| class.0 != NodeKind::Masthead);
                of.and_then(nearest).map(|at| (at, false))
            }
        }
    }
}

/// The form of a node of OLD.
pub(super) fn form(base: &Base, old: &Report, at: usize) -> Template {
    let Some(spot) = &base.spots[at] else { return Template::default() };
    let holder = spot.first().and_then(|first| base.index.paragraph.get(&first.element)).copied();
    let Some(paragraph) = holder.and_then(|id| base.element(id)) else { return Template::default() };
    let mut properties = paragraph.child("pPr").cloned();
    if let Some(own) = &mut properties {
        for local in ["sectPr", "pPrChange", "pageBreakBefore", "framePr"] {
            own.remove(local);
        }
    }
    let atoms = Atoms::of(paragraph);
    let places = atoms.places();
    // The look that most of its text has.
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for origin in &spot.chars {
        if let Some(place) = places.get(origin) {
            *counts.entry(atoms.all[*place].run).or_default() += 1;
        }
    }
    let most =
        counts.iter().max_by_key(|(run, count)| (**count, std::cmp::Reverse(**run))).map(|(run, _)| *run);
    let look = most.and_then(|run| atoms.looks[run].clone());
    let first = spot.first().and_then(|first| places.get(&first)).copied().unwrap_or(0);
    let before = &atoms.all[..first];
    let raw: String = before
        .iter()
        .filter_map(|atom| match atom.kind {
            Kind::Char(c) => Some(c),
            _ => None,
        })
        .collect();
    let number = old.nodes[at].number.clone().filter(|_| !spot.is_automatic());
    let label = number.filter(|number| raw.contains(number.as_str())).map(|number| (raw, number));
    let label_look = before
        .iter()
        .find(|atom| matches!(atom.kind, Kind::Char(c) if !c.is_whitespace()))
        .and_then(|atom| atoms.looks[atom.run].clone());
    Template { properties, look, label_look, label, automatic: spot.is_automatic() }
}

impl Template {
    /// The label that is to be typed for a node; `None` where it has none or Word puts it in.
    pub fn label_of(&self, node: &Node, typed: bool) -> Option<String> {
        let number = node.number.as_ref()?;
        if self.automatic && !typed {
            return None;
        }
        Some(match &self.label {
            // "(a)" is no "1" with other figures: its full stop would stay.
            Some((raw, old)) if is_like(number, old) => raw.replacen(old.as_str(), number, 1),
            _ => plain_label(node),
        })
    }

    /// Takes the automatic number off. Where a style gives it, only list 0 ends it; elsewhere that would
    /// take the indentation along in LibreOffice.
    pub fn untie(&mut self, ink: &Ink) {
        if let Some(own) = self.properties.as_mut().filter(|own| own.child("numPr").is_some()) {
            own.remove("numPr");
            return;
        }
        let none = ink.element("numPr", "").with([ink.value("ilvl", "0"), ink.value("numId", "0")]);
        let own = self.properties.get_or_insert_with(|| ink.element("pPr", ""));
        put_in_order(own, none);
    }
}

/// Both in brackets or neither, both with a word before the figure or neither.
pub(super) fn is_like(one: &str, other: &str) -> bool {
    one.contains(' ') == other.contains(' ') && one.starts_with('(') == other.starts_with('(')
}

/// The number of an annex that stands behind its word: "Annex II".
pub(super) fn number_behind(node: &Node) -> Option<String> {
    let number = node.number.as_ref().filter(|_| is_annex(node))?;
    node.text.chars().all(char::is_alphabetic).then(|| format!(" {number}"))
}

/// The heading of an annex or appendix.
pub(super) fn is_annex(node: &Node) -> bool {
    let own = node.id.rsplit('.').next().unwrap_or_default();
    let digits = own.trim_start_matches("app").trim_start_matches('a');
    node.kind == NodeKind::Heading
        && digits.len() < own.len()
        && digits.starts_with(|c: char| c.is_ascii_digit())
}

/// A label as it is typed where nothing shows how.
pub(super) fn plain_label(node: &Node) -> String {
    let number = node.number.as_deref().unwrap_or_default();
    match node.kind {
        _ if number_behind(node).is_some() => String::new(),
        _ if is_annex(node) => format!("Annex {number}\n"),
        // "Chapter II" stands on a line of its own.
        _ if number.contains(' ') => format!("{number}\n"),
        NodeKind::Heading | NodeKind::Paragraph | NodeKind::Item if !number.ends_with([')', ']']) => {
            format!("{number}.\t")
        }
        _ => format!("{number}\t"),
    }
}
