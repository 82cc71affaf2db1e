//! Numbers of paragraphs that stand twice or in the wrong place: "21" printed as "12", "19" before "18". A
//! paragraph whose number fits nowhere is read as a line of the one above, with its number.

use super::finding::{Findings, Sure, Told};
use crate::report::{Node, NodeKind};
use std::collections::HashMap;

/// How far before a gap its number may stand.
const NEAR: usize = 30;

fn number_of(node: &Node) -> Option<u32> {
    node.number.as_deref().filter(|_| node.kind == NodeKind::Paragraph)?.parse().ok()
}

/// 3 of "3. It met once more."
pub(super) fn printed_number(text: &str) -> Option<u32> {
    let (number, rest) = text.split_once(". ")?;
    let short = number.len() < 4 && number.chars().all(|c| c.is_ascii_digit());
    (short && rest.starts_with(char::is_uppercase)).then(|| number.parse().ok()).flatten()
}

/// A line that bears the number of a paragraph.
fn stray(node: &Node) -> Option<u32> {
    (node.kind == NodeKind::Unnumbered).then(|| printed_number(&node.text)).flatten()
}

/// The number that must stand at `at`: the one between its neighbours, where just one is free.
pub(super) fn instead(nodes: &[Node], at: usize) -> Option<String> {
    let part = &nodes[at].part;
    let numbers = |mut nodes: Box<dyn Iterator<Item = &Node> + '_>| {
        nodes.find_map(|node| number_of(node).filter(|_| &node.part == part))
    };
    let before = numbers(Box::new(nodes[..at].iter().rev()))?;
    let after = numbers(Box::new(nodes[at + 1..].iter()))?;
    (after == before + 2).then(|| (before + 1).to_string())
}

/// Looks round a gap before the paragraph at `at`. `None` says that there is nothing round it; else the finding
/// belongs to the node with the identifier given, and where that is empty it is told of another place.
pub(super) fn skipped(nodes: &[Node], at: usize, told: &mut Told) -> Option<String> {
    let here = number_of(&nodes[at])?;
    let part = nodes[at].part.as_str();
    let above = || nodes[..at].iter().rev().take(NEAR).take_while(|node| node.part == part);
    let before = above().find_map(number_of)?;
    // "19" before "18": the missing one stands too high.
    if let Some(early) = above().find(|node| stray(node).is_some_and(|number| number + 1 == here)) {
        let number = here - 1;
        told.text = number.to_string();
        told.what = format!("paragraph {number} stands before paragraph {before}");
        told.why = "each of them has the other’s place".to_owned();
        told.also = vec![nodes[at].id.clone()];
        told.sure = None;
        return Some(early.id.clone());
    }
    if here != before + 2 {
        return None;
    }
    // "16, 16, 18" and "20, 12, 22": what stands in the gap has the number of another and is told there.
    let last = above().find(|node| number_of(node).is_some())?;
    let again = last.id.contains('~');
    let between = above().take_while(|node| node.id != last.id).filter_map(stray);
    if again || between.into_iter().any(|number| number <= before) {
        return Some(String::new());
    }
    // "25, 27, 27": the first of them is the one that is missing.
    let later = nodes[at + 1..].iter().take(NEAR).take_while(|node| number_of(node).is_none());
    if let Some(second) = later.into_iter().find(|node| stray(node) == Some(here)) {
        told.what = format!("{}, and {here} stands twice", told.what);
        told.instead = Some((here - 1).to_string());
        told.also = vec![second.id.clone()];
        return Some(nodes[at].id.clone());
    }
    None
}

/// A paragraph whose number another one bears.
pub(super) fn repeated(nodes: &[Node], findings: &mut Findings<'_>) {
    let mut seen: HashMap<(&str, u32), &str> = HashMap::new();
    let mut above: Option<&Node> = None;
    for (at, node) in nodes.iter().enumerate() {
        if node.kind == NodeKind::Paragraph {
            if let Some(number) = number_of(node) {
                seen.entry((&node.part, number)).or_insert(&node.id);
            }
            above = Some(node);
            continue;
        }
        let Some(paragraph) = above.filter(|above| above.part == node.part) else { continue };
        let number = match node.kind {
            // A list of its own begins with 1.
            NodeKind::Item
                if node.parent.as_deref() == Some(&paragraph.id) && nodes[at - 1].id == paragraph.id =>
            {
                node.number.as_deref().and_then(|number| number.parse().ok()).filter(|number| *number > 1)
            }
            _ => stray(node),
        };
        let Some((number, first)) =
            number.and_then(|number| Some((number, seen.get(&(node.part.as_str(), number))?)))
        else {
            continue;
        };
        // The gap before the first of them is told with it.
        if findings.has("number-skipped", first) {
            continue;
        }
        let told = Told {
            text: number.to_string(),
            what: format!("the number {number} stands here again"),
            why: format!("{} has it already", findings.cited(first)),
            instead: instead(nodes, at),
            also: vec![(*first).to_owned()],
            sure: Some(Sure::Likely),
        };
        findings.add("number-repeated", &node.id, told);
    }
}
