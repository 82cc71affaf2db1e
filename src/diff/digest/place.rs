//! Where something stands, as people cite it: `¶7, item 5 (a)`, `heading II.D`, `annex ¶2`.

mod listed;

use super::preamble::preambular;
use crate::diff::tokens::is_stop_word;
use crate::report::{Node, NodeKind, Report};
use crate::terms::english::number::ordinal_in_words;
use std::collections::HashMap;

pub(in crate::diff) use listed::{enumerate, transition};

/// Before the number of a paragraph of the preamble.
pub(in crate::diff) const PREAMBULAR: &str = "preambular ¶";

/// The place of the node with this identifier; the identifier itself if there is no such node.
pub fn label(report: &Report, id: &str) -> String {
    report.index_of(id).map_or_else(|| id.to_owned(), |index| label_at(report, index))
}

/// A report with its identifiers at hand: to look one up takes no walk through all nodes.
pub struct Places<'a> {
    report: &'a Report,
    at: HashMap<&'a str, usize>,
}

impl<'a> Places<'a> {
    /// Looks through the nodes once.
    pub fn new(report: &'a Report) -> Places<'a> {
        // As `Report::index_of`: the first of several that share an identifier.
        let at = report.nodes.iter().enumerate().rev().map(|(at, node)| (node.id.as_str(), at)).collect();
        Places { report, at }
    }

    /// The index of the node with this identifier.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.at.get(id).copied()
    }

    /// As [`label`].
    pub fn label(&self, id: &str) -> String {
        self.index_of(id).map_or_else(|| id.to_owned(), |index| label_at(self.report, index))
    }

    /// The place as it is cited alone: a paragraph without a number by its opening words.
    pub fn cited(&self, id: &str) -> String {
        self.index_of(id).map_or_else(|| id.to_owned(), |index| cited_at(self.report, index))
    }
}

/// The place of the node at `index`; empty if there is none.
pub fn label_at(report: &Report, index: usize) -> String {
    let Some(node) = report.nodes.get(index) else { return String::new() };
    match node.kind {
        NodeKind::Masthead => "masthead".to_owned(),
        NodeKind::Footnote => {
            let number =
                node.number.clone().unwrap_or_else(|| bare(node).trim_start_matches("fn").to_owned());
            format!("{}note {number}", part(report, node, " "))
        }
        NodeKind::Heading => heading(report, node),
        NodeKind::Paragraph => {
            let bare = bare(node);
            let number = || bare.trim_start_matches('p').split('~').next().unwrap_or_default().to_owned();
            let number = node.number.clone().unwrap_or_else(number);
            // The run stands before the number, so that a list of numbers stays one.
            let place = part(report, node, " ");
            format!("{}¶{number}", format!("{}{} ", place.trim_end(), again(bare, " numbering")).trim_start())
        }
        NodeKind::Item => item(report, index),
        NodeKind::Unnumbered => {
            if is_in_text(report, index) || parent(report, index).is_some_and(|at| is_in_text(report, at)) {
                return line(report, index);
            }
            match preambular(report, index) {
                Some(0) => return format!("{}opening line", part(report, node, ", ")),
                Some(number) => return format!("{}{PREAMBULAR}{number}", part(report, node, ", ")),
                None => {}
            }
            let alone = report
                .nodes
                .iter()
                .filter(|other| other.kind == NodeKind::Unnumbered && other.part == node.part)
                .nth(1)
                .is_none();
            let bare = bare(node);
            let number = bare.trim_start_matches('u').split('~').next().unwrap_or_default();
            let number = if alone { String::new() } else { format!(" {number}{}", again(bare, "")) };
            format!("{}unnumbered{number}", part(report, node, ", "))
        }
        NodeKind::TableRow => {
            let mut parts = bare(node).split('.');
            let mut next = |sign| parts.next().unwrap_or_default().trim_start_matches(sign).to_owned();
            let (table, row) = (next('t'), next('r'));
            let is_other = |other: &Node| {
                other.kind == NodeKind::TableRow
                    && other.part == node.part
                    && bare(other).split('.').next() != bare(node).split('.').next()
            };
            // The only table of its part needs no number.
            let table = if report.nodes.iter().any(is_other) {
                format!("table {table}, row {row}")
            } else {
                format!("table row {row}")
            };
            format!("{}{table}", part(report, node, ", "))
        }
    }
}

/// The place as it is cited alone: a paragraph without a number by its opening words, for nobody
/// counts to forty-one.
pub(in crate::diff) fn cited(report: &Report, id: &str) -> String {
    report.index_of(id).map_or_else(|| id.to_owned(), |index| cited_at(report, index))
}

/// [`cited`]
pub(in crate::diff) fn cited_at(report: &Report, index: usize) -> String {
    let node = &report.nodes[index];
    match opening(&node.text) {
        Some(words)
            if node.kind == NodeKind::Unnumbered
                && !is_in_text(report, index)
                && preambular(report, index).is_none() =>
        {
            format!("{}“{words}”", part(report, node, ", "))
        }
        _ => label_at(report, index),
    }
}

/// The first words of a text: "Reaffirming the need …".
pub(in crate::diff) fn opening(text: &str) -> Option<String> {
    const WORDS: usize = 3;
    const LONGEST: usize = 32;
    let words: Vec<&str> = text.split_whitespace().collect();
    // A figure or an article is no place to stop.
    let dangles = |kept: usize| {
        let last = words[kept - 1];
        kept < words.len() && (is_stop_word(last) || last.chars().all(|c| c.is_numeric()))
    };
    let fits = |kept: &usize| {
        (1..=words.len()).contains(kept)
            && words[..*kept].join(" ").chars().count() <= LONGEST
            && !dangles(*kept)
    };
    let whole = if words.len() <= WORDS + 1 { words.len() } else { WORDS };
    let kept = [whole, WORDS, 2, WORDS + 1, WORDS + 2, 1].into_iter().find(fits)?;
    let first = words[..kept].join(" ");
    let first = first.trim_end_matches([',', ';', ':', '.']);
    let long = first.chars().count() > LONGEST;
    (!first.is_empty() && !long)
        .then(|| if kept == words.len() { first.to_owned() } else { format!("{first} …") })
}

/// The index of the node that holds the node at `index`.
///
/// Only nodes before it count: a parent that points forwards would make a circle.
fn parent(report: &Report, index: usize) -> Option<usize> {
    let id = report.nodes.get(index)?.parent.as_deref()?;
    report.nodes[..index].iter().rposition(|node| node.id == id)
}

/// True for what stands inside a paragraph.
pub(in crate::diff) fn is_in_text(report: &Report, index: usize) -> bool {
    parent(report, index).is_some_and(|at| holds_text(&report.nodes[at]))
}

fn holds_text(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Paragraph | NodeKind::Item)
}

/// The identifier without document and annex in front.
fn bare(node: &Node) -> &str {
    let mut id = node.id.as_str();
    while let Some((first, rest)) = id.split_once('.') {
        if !(is_numbered(first, 'd') || is_numbered(first, 'a')) {
            break;
        }
        id = rest;
    }
    id
}

fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// `a3`, `d2`, `a1~2`.
fn is_numbered(part: &str, sign: char) -> bool {
    let number = part.strip_prefix(sign).map(|rest| rest.split('~').next().unwrap_or(rest));
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}

/// " (second numbering)" for a number that came before in the same part, " (second)" for an annex; empty for
/// the first.
fn again(id: &str, what: &str) -> String {
    let number = id.split_once('~').map(|(_, rest)| rest.split('.').next().unwrap_or(rest));
    match number.and_then(|number| number.parse::<u32>().ok()) {
        Some(number @ 2..=9) => format!(" ({}{what})", ordinal_in_words(number)),
        Some(number) if number > 9 => format!(" (number {number})"),
        _ => String::new(),
    }
}

/// The number of the document in front of an identifier: 2 of `d2.p3`.
pub(in crate::diff) fn document(id: &str) -> Option<usize> {
    id.split_once('.')?.0.strip_prefix('d')?.parse().ok()
}

/// "Add.2, annex II" with what separates it from the rest; empty in the body of a single document.
fn part(report: &Report, node: &Node, separator: &str) -> String {
    let mut out = String::new();
    let in_body = node.part == "body" || node.part.is_empty();
    if let Some(number) = document(&node.id) {
        match report.source.short_name(number) {
            Some(name) => out.push_str(name),
            None => out.push_str(&format!("document {number}")),
        }
        out.push_str(if in_body { separator } else { ", " });
    }
    if in_body {
        return out;
    }
    // An annex may have annexes of its own.
    let whole = node.part.as_str();
    let mut ends: Vec<usize> = whole.match_indices('.').map(|(at, _)| at).collect();
    ends.push(whole.len());
    let parts: Vec<String> = ends
        .into_iter()
        .map(|end| &whole[..end])
        .filter(|part| !is_numbered(part, 'd') && is_numbered(part.rsplit('.').next().unwrap_or(part), 'a'))
        .map(|part| annex(report, part))
        .collect();
    let names = if parts.is_empty() { annex(report, whole) } else { parts.join(", ") };
    out + &names + separator
}

/// "annex", or "annex II" where the report has several.
fn annex(report: &Report, part: &str) -> String {
    let above = |part: &str| part.rsplit_once('.').map_or(String::new(), |(above, _)| above.to_owned());
    let several = report.nodes.iter().any(|node| {
        node.kind == NodeKind::Heading
            && node.id != part
            && node.id == node.part
            && node.part != "body"
            && above(&node.part) == above(part)
    });
    let heading = report.index_of(part).map(|index| &report.nodes[index]);
    let number = heading.and_then(|heading| heading.number.clone());
    let last = part.rsplit('.').next().unwrap_or(part);
    let word = heading.map_or("annex", |heading| annex_word(&heading.text));
    let name = match number {
        _ if !several => word.to_owned(),
        Some(number) if !number.to_lowercase().starts_with(word) => format!("{word} {number}"),
        Some(number) => number.to_lowercase(),
        None => format!("{word} {}", last.trim_start_matches('a').split('~').next().unwrap_or_default()),
    };
    name + &again(last, "")
}

/// What an annex calls itself.
fn annex_word(heading: &str) -> &'static str {
    let first = heading.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ["enclosure", "appendix", "attachment"]
        .into_iter()
        .find(|word| word.eq_ignore_ascii_case(first))
        .unwrap_or("annex")
}

fn heading(report: &Report, node: &Node) -> String {
    let annexed = node.part != "body" && !node.part.is_empty();
    if annexed && node.id == node.part {
        return part(report, node, "").trim_end_matches([',', ' ']).to_owned();
    }
    let bare = bare(node);
    if bare == "title" {
        return format!("{}title", part(report, node, ", "));
    }
    let label = bare.strip_prefix('h').unwrap_or(bare);
    // A heading without a number that fits is known by its words: "x1" stands on no page.
    let last = label.rsplit('.').next().unwrap_or(label);
    let unnumbered = last.strip_prefix('x').is_some_and(|rest| rest.split('~').next().is_some_and(is_figure));
    match opening(&node.text).filter(|_| unnumbered) {
        Some(words) => format!("{}heading “{words}”", part(report, node, ", ")),
        None => format!("{}heading {label}", part(report, node, ", ")),
    }
}

fn item(report: &Report, index: usize) -> String {
    let node = &report.nodes[index];
    let holder = parent(report, index);
    let above = match holder {
        Some(at) if report.nodes[at].kind != NodeKind::Heading => label_at(report, at),
        _ => part(report, node, "").trim_end_matches([',', ' ']).to_owned(),
    };
    let joined = |own: String, separator: &str| {
        if above.is_empty() { own } else { format!("{above}{separator}{own}") }
    };
    match node.number.as_deref() {
        Some(number) if number.starts_with('(') => joined(number.to_owned(), " "),
        Some(number) => joined(format!("item {number}"), ", "),
        None => line(report, index),
    }
}

/// A line of a list is known by what stands above it ("Vice-Chairs:") or by its own words.
fn line(report: &Report, index: usize) -> String {
    let node = &report.nodes[index];
    let holder = parent(report, index).filter(|&at| report.nodes[at].kind != NodeKind::Heading);
    let above = match holder {
        Some(at) => label_at(report, at),
        None => part(report, node, "").trim_end_matches([',', ' ']).to_owned(),
    };
    let introduced = holder.is_some_and(|at| {
        let up = &report.nodes[at];
        !matches!(up.kind, NodeKind::Paragraph) && introduction(up).is_some()
    });
    let own = match introduction(node) {
        Some(name) => name,
        None if introduced => return above,
        None => opening(&node.text).map_or("line".to_owned(), |words| format!("“{words}”")),
    };
    if above.is_empty() { own } else { format!("{above}, {own}") }
}

/// "Vice-Chairs" for a line without a number that begins "Vice-Chairs:".
fn introduction(node: &Node) -> Option<String> {
    let (name, _) = node.text.split_once(':').filter(|_| node.number.is_none())?;
    let short = name.split_whitespace().count() <= 4 && name.chars().count() <= 32;
    (short && !name.trim().is_empty()).then(|| name.trim().to_owned())
}

/// The index of the paragraph (or other unit that people count) that holds the node at `index`.
pub(in crate::diff) fn unit(report: &Report, index: usize) -> usize {
    let mut at = index;
    while let Some(node) = report.nodes.get(at) {
        match (node.kind, parent(report, at)) {
            (NodeKind::Item, Some(up)) if report.nodes[up].kind != NodeKind::Heading => at = up,
            (NodeKind::Unnumbered, Some(up)) if holds_text(&report.nodes[up]) => at = up,
            _ => break,
        }
    }
    at
}
