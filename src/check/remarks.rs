//! What the stages before remarked, as findings.

use super::finding::{Findings, Sure, Told};
use super::numbers::is_printed;
use super::rule;
use crate::mentions::Annotated;
use crate::remark::Remark;
use crate::report::{Node, NodeKind};

/// Why each is odd, and what it may be instead; the message of the remark says what.
const REASONS: &[(&str, &str)] = &[
    ("unbalanced-bracket", "nobody can tell how far the bracket goes"),
    ("number-lost", "its neighbours are numbered"),
    ("number-skipped", "the numbers on both sides are there"),
    ("number-repeated", "a paragraph of this part has it already"),
    ("points-nowhere", "the reference may be older than the numbering, or speak of another text"),
    ("points-the-wrong-way", "the word and the number do not agree"),
    ("stale-reference", "the number was kept while the paragraph was renumbered"),
    ("call-without-note", "a raised figure calls a note"),
    ("note-not-called", "a note belongs to a word of the text"),
    ("no-such-day", "the calendar does not have it"),
    ("ends-before-it-begins", "the second day is earlier than the first"),
    ("wrong-weekday", "the calendar has another day of the week"),
];

/// Said by `show`; a part that numbers its paragraphs anew is no fault.
const NO_FAULT: &str = "numbering-restarts";

/// One finding for each remark that a rule knows; `compared` holds those of a comparison.
pub(super) fn find(annotated: &Annotated, compared: &[Remark], findings: &mut Findings<'_>) {
    for remark in annotated.remarks().chain(compared) {
        let Some((_, why)) = REASONS.iter().find(|(code, _)| *code == remark.code) else { continue };
        let Some(sure) = believed(annotated, remark, findings.index_of(&remark.at)) else { continue };
        let instead = if remark.code == "stale-reference" {
            remark.message.rsplit_once(" is now ").map(|(_, place)| place.to_owned())
        } else {
            None
        };
        let told = Told {
            text: quoted(&remark.message),
            what: remark.message.clone(),
            why: (*why).to_owned(),
            instead,
            sure: Some(sure),
            ..Told::default()
        };
        findings.add(remark.code, &remark.at, told);
    }
}

/// How sure a remark is as a finding; `None` for what an editor need not see: there the file was read in a
/// way that its page does not bear out.
fn believed(annotated: &Annotated, remark: &Remark, at: Option<usize>) -> Option<Sure> {
    let report = &annotated.report;
    let usual = rule::rule(remark.code)?.sure;
    let quiet = match (remark.code, at) {
        ("call-without-note", Some(at)) => is_no_call(&report.nodes[at].text, &quoted(&remark.message)),
        // Where no paragraph was told from another, nothing says what is there.
        ("points-nowhere" | "points-the-wrong-way", _) => no_report(annotated).is_some(),
        // In plain text a call is a figure behind a word like any other.
        ("note-not-called", _) => report.source.format == "text",
        // The number stands inside this paragraph or the one before.
        ("number-lost", Some(at)) => {
            let number = report.nodes[at].number.clone().unwrap_or_default();
            report.nodes[at.saturating_sub(1)..=at].iter().any(|node| is_printed(&node.text, &number))
                || is_note(&report.nodes, at)
        }
        ("number-skipped", Some(at)) => {
            let missing = remark.message.split(' ').find(|word| word.parse::<u32>().is_ok());
            let held = |number: &str| {
                report.nodes[..at].iter().rev().take(NEAR).any(|n| is_printed(&n.text, number))
            };
            missing.is_some_and(held)
        }
        _ => false,
    };
    (!quiet).then_some(usual)
}

/// "1 See A/86/31." and "2 Ibid." at the end of a part: notes in a plain text, read as paragraphs.
fn is_note(nodes: &[Node], at: usize) -> bool {
    let figure = |node: &Node| -> Option<u32> {
        let (figure, rest) = node.text.split_once(' ')?;
        let told = node.number_inferred && rest.starts_with(|c: char| c.is_uppercase() || c == '“');
        told.then(|| figure.parse().ok()).flatten()
    };
    let part = nodes[at].part.as_str();
    let last = nodes[at..].iter().take_while(|node| node.part == part).count() + at;
    let begins = (0..=at).rev().take_while(|index| figure(&nodes[*index]).is_some()).last();
    let Some(first) = begins else { return false };
    nodes[first..last].iter().zip(1..).all(|(node, expected)| figure(node) == Some(expected))
}

/// Nodes before a gap in which the missing number may have been swallowed.
const NEAR: usize = 8;

/// "m²", "CO₂", "10⁶": a raised figure behind a unit or a number calls nothing.
fn is_no_call(text: &str, sign: &str) -> bool {
    let behind_unit = |at: usize| {
        let word = text[..at].rsplit(|c: char| c.is_whitespace() || "(/·".contains(c)).next();
        let word = word.unwrap_or_default();
        word.chars().count() <= 3 || word.ends_with(|c: char| c.is_ascii_digit())
    };
    sign.is_empty()
        || !sign.chars().all(|c| c.is_ascii_digit() || c == '*')
        || text.match_indices(sign).all(|(at, _)| behind_unit(at))
}

/// What stands between the first pair of quotation marks.
fn quoted(message: &str) -> String {
    let inside = message.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
    inside.map_or_else(String::new, |(inside, _)| inside.to_owned())
}

/// The remarks that are about the file and its reading and not about the text.
pub(super) fn others(annotated: &Annotated) -> Vec<Remark> {
    annotated
        .remarks()
        .filter(|remark| rule::rule(remark.code).is_none() && remark.code != NO_FAULT)
        .cloned()
        .collect()
}

/// Where nothing is numbered most questions have nothing to be asked of: "nothing found" would mislead.
pub(super) fn no_report(annotated: &Annotated) -> Option<Remark> {
    let report = &annotated.report;
    if report.nodes.iter().any(|node| node.kind == NodeKind::Paragraph) {
        return None;
    }
    let hint = "travaux show says how the file was read";
    let message = match report.masthead.symbol {
        Some(_) => "no numbered paragraph was found: numbers and references were not checked",
        None => "neither a numbered paragraph nor a symbol was found: this does not look like a report",
    };
    Some(Remark::new("nothing-numbered", "", message).hinted(hint))
}
