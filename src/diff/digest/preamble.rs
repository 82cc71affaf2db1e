//! The preamble of a resolution: paragraphs without a number that people still count.

use super::place::is_in_text;
use crate::report::{Node, NodeKind, Report};

/// A line that only names the organ has at most this many words: "The General Assembly,".
const ORGAN: usize = 8;

/// The number by which delegates know a preambular paragraph: 1 for the first behind the line that
/// names the organ, 0 for that line; `None` for what belongs to no preamble.
///
/// A preamble is what stands without a number before the first numbered paragraph of its part, at
/// least two paragraphs, where most of them end in a comma, as they do up to the operative part.
pub(in crate::diff) fn preambular(report: &Report, index: usize) -> Option<usize> {
    let node = report.nodes.get(index).filter(|node| may_be(report, node, index))?;
    let in_part = |other: &&(usize, &Node)| other.1.part == node.part;
    let nodes: Vec<(usize, &Node)> = report.nodes.iter().enumerate().filter(|at| in_part(&at)).collect();
    let end = nodes.iter().position(|(_, other)| other.kind == NodeKind::Paragraph)?;
    let preamble: Vec<(usize, &Node)> =
        nodes[..end].iter().filter(|(at, other)| may_be(report, other, *at)).copied().collect();
    let with_comma = preamble.iter().filter(|(_, other)| other.text.trim_end().ends_with(',')).count();
    if preamble.len() < 2 || with_comma * 2 <= preamble.len() {
        return None;
    }
    let at = preamble.iter().position(|(at, _)| *at == index)?;
    let named = preamble.first().is_some_and(|(_, first)| is_organ(&first.text));
    Some(if named { at } else { at + 1 })
}

fn may_be(report: &Report, node: &Node, index: usize) -> bool {
    node.kind == NodeKind::Unnumbered && !is_in_text(report, index)
}

/// "The Human Rights Council,".
fn is_organ(text: &str) -> bool {
    let text = text.trim();
    let count = text.split_whitespace().count();
    (2..=ORGAN).contains(&count) && text.starts_with("The ") && text.ends_with(',')
}
