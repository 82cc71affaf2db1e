//! Where something stands, as people cite it: `¶7, item 5 (a)`, `heading II.D`, `annex ¶2`.

use crate::report::{Node, NodeKind, Report};

/// The place of the node with this identifier; the identifier itself if there is no such node.
pub fn label(report: &Report, id: &str) -> String {
    report.index_of(id).map_or_else(|| id.to_owned(), |index| label_at(report, index))
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
            let number = node.number.clone().unwrap_or_else(|| bare(node).trim_start_matches('p').to_owned());
            format!("{}¶{number}", part(report, node, " "))
        }
        NodeKind::Item => item(report, index),
        NodeKind::Unnumbered => {
            if let Some(holder) = parent(report, index).filter(|&at| holds_text(&report.nodes[at])) {
                return format!("{}, unnumbered", label_at(report, holder));
            }
            let alone = report
                .nodes
                .iter()
                .filter(|other| other.kind == NodeKind::Unnumbered && other.part == node.part)
                .nth(1)
                .is_none();
            let number = bare(node).trim_start_matches('u').to_owned();
            let number = if alone { String::new() } else { format!(" {number}") };
            format!("{}unnumbered{number}", part(report, node, ", "))
        }
        NodeKind::TableRow => {
            let mut parts = bare(node).split('.');
            let mut next = |sign| parts.next().unwrap_or_default().trim_start_matches(sign).to_owned();
            let (table, row) = (next('t'), next('r'));
            format!("{}table {table}, row {row}", part(report, node, ", "))
        }
    }
}

/// The index of the node that holds the node at `index`.
///
/// Only nodes before it count: a parent that points forwards would make a circle.
fn parent(report: &Report, index: usize) -> Option<usize> {
    let id = report.nodes.get(index)?.parent.as_deref()?;
    report.nodes[..index].iter().rposition(|node| node.id == id)
}

fn holds_text(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Paragraph | NodeKind::Item)
}

/// The identifier without document and annex in front.
fn bare(node: &Node) -> &str {
    let mut id = node.id.as_str();
    while let Some((first, rest)) = id.split_once('.') {
        let numbered = |sign| first.strip_prefix(sign).is_some_and(|n: &str| n.parse::<u32>().is_ok());
        if !(numbered('d') || numbered('a')) {
            break;
        }
        id = rest;
    }
    id
}

/// "document 2, annex II" with what separates it from the rest; empty in the body.
fn part(report: &Report, node: &Node, separator: &str) -> String {
    let mut out = String::new();
    if let Some(number) = node.id.split('.').next().and_then(|first| first.strip_prefix('d'))
        && number.parse::<u32>().is_ok()
    {
        out.push_str(&format!("document {number}, "));
    }
    if node.part == "body" || node.part.is_empty() || node.part.ends_with("body") {
        return out;
    }
    out + &annex(report, &node.part) + separator
}

/// "annex", or "annex II" where the report has several.
fn annex(report: &Report, part: &str) -> String {
    let several = report.nodes.iter().any(|node| {
        node.kind == NodeKind::Heading && node.id != part && node.id == node.part && node.part != "body"
    });
    let number = report.index_of(part).and_then(|index| report.nodes[index].number.clone());
    match number {
        _ if !several => "annex".to_owned(),
        Some(number) if !number.to_lowercase().starts_with("annex") => format!("annex {number}"),
        Some(number) => number.to_lowercase(),
        None => format!("annex {}", part.rsplit('.').next().unwrap_or(part).trim_start_matches('a')),
    }
}

fn heading(report: &Report, node: &Node) -> String {
    let annexed = node.part != "body" && !node.part.is_empty();
    if annexed && node.id == node.part {
        return annex(report, &node.part);
    }
    let bare = bare(node);
    if bare == "title" {
        return format!("{}title", part(report, node, ", "));
    }
    format!("{}heading {}", part(report, node, ", "), bare.strip_prefix('h').unwrap_or(bare))
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
        None => {
            let siblings = report.nodes[..index]
                .iter()
                .filter(|other| {
                    other.kind == NodeKind::Item && other.parent == node.parent && other.number.is_none()
                })
                .count();
            joined(format!("line {}", siblings + 1), ", ")
        }
    }
}

/// The index of the paragraph (or other unit that people count) that holds the node at `index`.
pub(super) fn unit(report: &Report, index: usize) -> usize {
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

/// Labels as one phrase: "¶3, 5 and 7", "¶4–6", "annex I ¶1–40", "¶2 and heading II".
pub(super) fn enumerate(labels: &[String], ranges: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    let mut said = "";
    while at < labels.len() {
        let (stem, number) = stem_and_number(&labels[at]);
        let mut last = at;
        if ranges && let Some(first) = number {
            while labels
                .get(last + 1)
                .is_some_and(|label| stem_and_number(label) == (stem, Some(first + (last + 1 - at) as u32)))
            {
                last += 1;
            }
        }
        // What a list has said once it does not repeat.
        let short = |label: &str| label[stem.len()..].to_owned();
        let first = if number.is_some() && said == stem { short(&labels[at]) } else { labels[at].clone() };
        said = if number.is_some() { stem } else { "" };
        parts.push(if last > at { format!("{first}–{}", short(&labels[last])) } else { first });
        at = last + 1;
    }
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() && !ranges => format!("{} and {last}", rest.join(", ")),
        _ => parts.join(", "),
    }
}

/// "annex I ¶12" → ("annex I ¶", 12).
fn stem_and_number(label: &str) -> (&str, Option<u32>) {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    // A label that is nothing but a number has no stem to leave out.
    match label[stem.len()..].parse() {
        Ok(number) if !stem.is_empty() => (stem, Some(number)),
        _ => (label, None),
    }
}

/// "¶7 → ¶9", "¶7", "new ¶18", "gone ¶7".
pub(super) fn transition(old: Option<&str>, new: Option<&str>) -> String {
    match (old, new) {
        (Some(old), Some(new)) if old == new => new.to_owned(),
        (Some(old), Some(new)) => {
            // "unnumbered 24 → 25", but "¶7 → ¶9": the sign is short, and people look for it.
            let ((stem, from), (other, to)) = (stem_and_number(old), stem_and_number(new));
            let short = stem == other && !stem.ends_with('¶') && from.is_some() && to.is_some();
            format!("{old} → {}", if short { &new[stem.len()..] } else { new })
        }
        (None, Some(new)) => format!("new {new}"),
        (Some(old), None) => format!("gone {old}"),
        (None, None) => String::new(),
    }
}
