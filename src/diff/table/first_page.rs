//! The lines of the first page, as printed, each with its twin.

use super::{NEW_TEXT, Row, TEXT_GONE};
use crate::diff::classify::same_in_style;
use crate::diff::digest::folded::field_label;
use crate::diff::digest::place::document;
use crate::diff::{Comparison, Relation};
use crate::report::{Node, NodeKind, Report};

/// A row for each line of either first page: those of OLD in their order, then those that only NEW has.
pub(super) fn rows(comparison: &Comparison, sides: [&Report; 2]) -> Vec<Row> {
    let lines = sides.map(|report| -> Vec<&Node> {
        report.nodes.iter().filter(|node| node.kind == NodeKind::Masthead).collect()
    });
    let twin = |id: &str, side: usize| lines[side].iter().copied().find(|node| node.id == id);
    let paired = lines[0].iter().map(|node| (Some(*node), twin(&node.id, 1)));
    let come = lines[1].iter().filter(|node| twin(&node.id, 0).is_none()).map(|node| (None, Some(*node)));
    paired.chain(come).map(|(old, new)| row(comparison, sides, [old, new])).collect()
}

fn row(comparison: &Comparison, sides: [&Report; 2], line: [Option<&Node>; 2]) -> Row {
    let [old, new] = line.map(|node| node.map(|node| node.text.clone()).unwrap_or_default());
    let place = |side: usize| line[side].map(|node| place(sides[side], node)).unwrap_or_default();
    let mut row = Row { old: place(0), new: place(1), old_text: old, new_text: new, ..Row::default() };
    if comparison.relation == Relation::OtherReport {
        return row;
    }
    row.status = match line {
        [None, _] => "ADD",
        [_, None] => "SUP",
        _ if row.old_text == row.new_text => "NOC",
        _ => "MOD",
    };
    let part = line[1].or(line[0]).map(part).unwrap_or_default();
    let changed = comparison.masthead.iter().filter(|change| fields(part).contains(&change.field));
    for change in changed.filter(|_| row.status != "NOC") {
        let kind = match change.field {
            "issued" | "reissued" | "dates" => "date".to_owned(),
            "original" => "language".to_owned(),
            field => field_label(field).to_lowercase(),
        };
        if !row.kinds.contains(&kind) {
            row.kinds.push(kind);
        }
    }
    if row.kinds.is_empty() {
        let kind = match row.status {
            "ADD" => Some(NEW_TEXT),
            "SUP" => Some(TEXT_GONE),
            "MOD" if same_in_style(&row.old_text, &row.new_text) => Some("editorial"),
            "MOD" => Some("reworded"),
            _ => None,
        };
        row.kinds.extend(kind.map(str::to_owned));
    }
    row
}

/// `title` of `f.title` and of `d2.f.title`.
fn part(node: &Node) -> &str {
    node.id.rsplit('.').next().unwrap_or(&node.id)
}

/// "first page, title"; of several documents, with the document's name.
fn place(report: &Report, node: &Node) -> String {
    let name = match part(node) {
        "distr" => "first page, distribution",
        "lang" => "first page, language",
        "sessions" => "first page, session",
        "agenda" => "first page, agenda item",
        "by" => "first page, submitted by",
        "meeting" => "below the text, meeting",
        "adopted" => "below the text, day of adoption",
        "vote" => "below the text, vote",
        _ => "first page",
    };
    let name = match name {
        "first page" => format!("first page, {}", part(node)),
        name => name.to_owned(),
    };
    match document(&node.id).and_then(|number| report.source.short_name(number)) {
        Some(document) => format!("{document}, {name}"),
        None => name,
    }
}

/// The fields that are read off a line.
fn fields(part: &str) -> &'static [&'static str] {
    match part {
        "symbol" => &["symbol"],
        "distr" => &["distribution", "issued"],
        "lang" => &["original"],
        "organ" => &["organ"],
        "body" => &["body"],
        "sessions" => &["session", "dates"],
        "agenda" => &["agenda_item"],
        "title" => &["title"],
        "by" => &["submitted_by"],
        "adoption" | "meeting" | "adopted" | "vote" => &["adopted"],
        _ => &[],
    }
}
