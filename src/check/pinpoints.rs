//! "paragraph 1 (f) above" where the list of paragraph 1 ends at (d): the paragraph is there, the letter is not.

use super::finding::{Findings, Told};
use super::numbers::is_printed;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{Node, NodeKind};

/// Looks at every reference of which only the beginning was found.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes = &annotated.report.nodes;
    for (node, mentions) in nodes.iter().zip(&annotated.mentions.by_node) {
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::CrossReference) {
            let Some((letter, last)) = missing(nodes, mention, findings) else { continue };
            let told = Told {
                text: mention.text.clone(),
                what: format!("“{}” points nowhere: there is no {letter}", mention.text),
                why: format!("the list of {} ends with {last}", findings.cited(&mention.value)),
                also: vec![mention.value.clone()],
                ..Told::default()
            };
            findings.add("points-nowhere", &node.id, told);
        }
    }
}

/// The letter that is not there, and the last that is.
fn missing<'a>(nodes: &'a [Node], mention: &Mention, findings: &Findings<'_>) -> Option<(String, &'a str)> {
    let pinpoint = mention.attributes.get("pinpoint")?;
    let letter = pinpoint.split_inclusive(')').next().filter(|letter| letter.len() == 3)?;
    let at = findings.index_of(&mention.value)?;
    let target = nodes.get(at)?;
    let below = nodes[at + 1..].iter().take_while(|node| {
        matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered | NodeKind::TableRow)
            && node.part == target.part
    });
    let below: Vec<&Node> = below.collect();
    let is_letter = |label: &&str| label.len() == 3 && label.starts_with('(') && !label.starts_with("(i");
    let labels: Vec<&str> = below.iter().filter_map(|node| node.number.as_deref()).collect();
    // Letters may stand in the running text as well: "to (a) meet, (b) report".
    let bare = letter.trim_matches(['(', ')']);
    let written = |node: &&Node| is_printed(&node.text, bare);
    let there = labels.contains(&letter) || written(&target) || below.iter().any(written);
    let last = labels.iter().copied().rfind(is_letter)?;
    (!there && labels.contains(&"(a)") && letter > last).then(|| (letter.to_owned(), last))
}
