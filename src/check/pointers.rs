//! References that lead back to where they stand or to a table that is not there, and notes out of order.

use super::finding::{Findings, Sure, Told};
use crate::mentions::{Annotated, MentionKind};
use crate::report::{Node, NodeKind};
use std::collections::BTreeSet;

/// Looks at references, then at notes and their calls.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    to_itself(annotated, findings);
    tables(annotated, findings);
    notes_named(annotated, findings);
    notes(annotated, findings);
    calls(annotated, findings);
}

/// "paragraph 22 above" in paragraph 22.
fn to_itself(annotated: &Annotated, findings: &mut Findings<'_>) {
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::CrossReference) {
            let sided = mention.text.ends_with(" above") || mention.text.ends_with(" below");
            // "paragraph 5 (a) above" may well stand in paragraph 5.
            let whole = !mention.attributes.contains_key("pinpoint") && mention.rule == "paragraph-number";
            if node.kind != NodeKind::Paragraph || mention.value != node.id || !sided || !whole {
                continue;
            }
            let told = Told {
                text: mention.text.clone(),
                what: format!("“{}” is the paragraph in which it stands", mention.text),
                why: "a reference leads to another place".to_owned(),
                ..Told::default()
            };
            findings.add("points-the-wrong-way", &node.id, told);
        }
    }
}

/// "(see table 3)", "table 3 below" in a report in which no line begins with "Table 3".
fn tables(annotated: &Annotated, findings: &mut Findings<'_>) {
    let report = &annotated.report;
    for node in report.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Paragraph | NodeKind::Item)) {
        for (at, _) in node.text.match_indices("table ") {
            let rest = &node.text[at + "table ".len()..];
            let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let behind = &rest[number.len()..];
            let shown = node.text[..at].ends_with("(see ") && behind.starts_with(')');
            let sided = [" above", " below"].iter().find(|side| behind.starts_with(*side));
            if number.is_empty() || number.len() > 2 || !shown && sided.is_none() {
                continue;
            }
            // Its title may be part of what was read as a paragraph or a running head.
            let title = |text: &str| {
                text.match_indices("able ").chain(text.match_indices("ABLE ")).any(|(at, sign)| {
                    let capital = text[..at].ends_with('T');
                    let rest = &text[at + sign.len()..];
                    capital
                        && rest.starts_with(&number)
                        && !rest[number.len()..].starts_with(|c: char| c.is_ascii_digit())
                })
            };
            let there = report.nodes.iter().any(|node| title(&node.text))
                || report.furniture.iter().any(|furniture| title(&furniture.text));
            if there {
                continue;
            }
            let text = format!("table {number}{}", sided.unwrap_or(&""));
            let told = Told {
                what: format!("“{text}” points nowhere: this report has no table {number}"),
                why: "no title of such a table was read; it may be part of a picture".to_owned(),
                text,
                ..Told::default()
            };
            findings.add("points-nowhere", &node.id, told);
        }
    }
}

/// "(see note 12 above)" where the last note is 4. In printed pages a note may not have been told from the text.
fn notes_named(annotated: &Annotated, findings: &mut Findings<'_>) {
    let report = &annotated.report;
    let known: BTreeSet<u32> =
        report.nodes.iter().filter(|node| node.kind == NodeKind::Footnote).filter_map(number).collect();
    let Some(last) = known.last().filter(|_| matches!(report.source.format.as_str(), "markdown" | "docx"))
    else {
        return;
    };
    for node in report.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Paragraph | NodeKind::Item)) {
        for (at, _) in node.text.match_indices("(see note ") {
            let rest = &node.text[at + "(see note ".len()..];
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let Some(named) = rest[..end].parse::<u32>().ok().filter(|named| !known.contains(named)) else {
                continue;
            };
            let behind = &rest[end..];
            let side = [" above)", " below)", ")"].iter().find(|side| behind.starts_with(*side));
            let Some(side) = side.map(|side| side.trim_end_matches(')')) else { continue };
            let text = format!("note {named}{side}");
            let told = Told {
                what: format!("“{text}” points nowhere: this report has no note {named}"),
                why: format!("the last note is note {last}"),
                text,
                ..Told::default()
            };
            findings.add("points-nowhere", &node.id, told);
        }
    }
}

fn number(node: &Node) -> Option<u32> {
    node.number.as_deref()?.parse().ok()
}

/// Notes 1, 2, 3 and 5. Word numbers them itself, and where they stand at the foot of a page one may not have
/// been told from the text.
fn notes(annotated: &Annotated, findings: &mut Findings<'_>) {
    if annotated.report.source.format != "markdown" {
        return;
    }
    let nodes = &annotated.report.nodes;
    let notes: Vec<&Node> = nodes.iter().filter(|node| node.kind == NodeKind::Footnote).collect();
    for pair in notes.windows(2) {
        let [before, here] = pair else { continue };
        let (Some(first), Some(second)) = (number(before), number(here)) else { continue };
        if before.part != here.part || second != first + 2 {
            continue;
        }
        let missing = first + 1;
        let known = |node: &&Node| number(node) == Some(missing);
        // A note that could not be told from the text, or is called, is told otherwise.
        let called =
            nodes.iter().any(|node| node.notes.iter().any(|call| call.id.ends_with(&format!("fn{missing}"))));
        if notes.iter().any(known) || called || findings.has("note-not-called", &here.id) {
            continue;
        }
        let told = Told {
            text: second.to_string(),
            what: format!("note {second} follows note {first}: there is no note {missing}"),
            why: "notes follow one another".to_owned(),
            instead: Some(missing.to_string()),
            sure: Some(Sure::Likely),
            ..Told::default()
        };
        findings.add("number-skipped", &here.id, told);
    }
}

/// The call of note 2 before that of note 1.
fn calls(annotated: &Annotated, findings: &mut Findings<'_>) {
    let mut seen: BTreeSet<u32> = BTreeSet::new();
    let mut last: Option<(u32, &Node)> = None;
    let mut faults: Vec<(u32, u32, &Node, &Node)> = Vec::new();
    for node in annotated.report.nodes.iter().filter(|node| node.part == "body") {
        if matches!(node.kind, NodeKind::Footnote | NodeKind::Masthead | NodeKind::TableRow) {
            continue;
        }
        let mut here: Vec<(usize, u32)> = node
            .notes
            .iter()
            .filter_map(|call| Some((call.at, call.id.strip_prefix("fn")?.parse().ok()?)))
            .collect();
        here.sort_unstable();
        for (_, number) in here {
            if !seen.insert(number) {
                continue;
            }
            if let Some((before, at)) = last.filter(|(before, _)| number < *before) {
                faults.push((number, before, node, at));
            }
            last = Some((number, node));
        }
    }
    // One that stands wrong is a slip; where several do, the text was not read in its order.
    let [(number, before, node, at)] = faults.as_slice() else { return };
    let told = Told {
        text: number.to_string(),
        what: format!("note {number} is called behind note {before}"),
        why: format!(
            "notes are called in the order of their numbers; note {before} is called in {}",
            findings.cited(&at.id)
        ),
        sure: Some(Sure::Hint),
        also: vec![at.id.clone()],
        ..Told::default()
    };
    findings.add("out-of-order", &node.id, told);
}
