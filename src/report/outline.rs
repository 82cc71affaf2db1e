//! Prints a report as an indented outline: the debug view, and the form that goldens keep.

use super::Report;
use std::fmt::Write as _;

/// One line for each node: depth, identifier, a tilde where the number was inferred, text.
pub fn outline(report: &Report) -> String {
    let mut depths: Vec<usize> = Vec::with_capacity(report.nodes.len());
    let mut out = String::new();
    for (index, node) in report.nodes.iter().enumerate() {
        let depth = node
            .parent
            .as_deref()
            .and_then(|parent| report.nodes[..index].iter().rposition(|other| other.id == parent))
            .map_or(0, |at| depths[at] + 1);
        depths.push(depth);
        let inferred = if node.number_inferred { "~" } else { "" };
        let _ = write!(out, "{}{inferred}{}", "  ".repeat(depth), node.id);
        let mut at = 0;
        out.push_str("  ");
        for (position, character) in node.text.chars().enumerate() {
            while at < node.notes.len() && node.notes[at].at == position {
                let _ = write!(out, "[^{}]", node.notes[at].id.trim_start_matches("fn"));
                at += 1;
            }
            out.push(character);
        }
        for note in &node.notes[at..] {
            let _ = write!(out, "[^{}]", note.id.trim_start_matches("fn"));
        }
        out.push('\n');
    }
    for furniture in &report.furniture {
        let _ = writeln!(out, "- {} (page {}): {}", furniture.what, furniture.page, furniture.text);
    }
    for remark in &report.remarks {
        let _ = writeln!(out, "! {} {}: {}", remark.code, remark.at, remark.message);
    }
    out
}
