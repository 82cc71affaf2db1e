//! What the stages before remarked, as findings.

use super::finding::{Findings, Sure, Told};
use super::misnumbered;
use super::numbers::is_printed;
use super::rule;
use crate::mentions::Annotated;
use crate::remark::Remark;
use crate::report::{Node, NodeKind};

/// Why each is odd, and what it may be instead; the message of the remark says what.
const REASONS: &[(&str, &str)] = &[
    (rule::CUT, "what stood there was not looked at, and what is found here may come of it"),
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
    let all: Vec<&Remark> = annotated.remarks().chain(compared).collect();
    for remark in &all {
        let Some((_, why)) = REASONS.iter().find(|(code, _)| *code == remark.code) else { continue };
        let at = findings.index_of(&remark.at);
        let Some(sure) = believed(annotated, remark, at) else { continue };
        let mut told = Told {
            text: quoted(&remark.message),
            what: remark.message.clone(),
            why: (*why).to_owned(),
            instead: instead(remark),
            sure: Some(sure),
            ..Told::default()
        };
        let nodes = &annotated.report.nodes;
        match (remark.code, at) {
            ("points-nowhere", _) => {
                let Some(whole) = whole(&all, remark) else { continue };
                told.what = whole;
            }
            ("number-repeated", Some(at)) => told.instead = misnumbered::instead(nodes, at),
            ("number-skipped", Some(_)) if sure == Sure::Hint => {
                "its number may stand inside the text before it".clone_into(&mut told.why);
            }
            ("number-skipped", Some(at)) => {
                if let Some(id) = misnumbered::skipped(nodes, at, &mut told) {
                    if !id.is_empty() {
                        findings.add(remark.code, &id, told);
                    }
                    continue;
                }
            }
            _ => {}
        }
        findings.add(remark.code, &remark.at, told);
    }
}

/// What it may be instead, where the remark itself leaves one answer.
fn instead(remark: &Remark) -> Option<String> {
    let behind = |sign: &str| remark.message.rsplit_once(sign).map(|(_, rest)| rest.to_owned());
    match remark.code {
        "stale-reference" => behind(" is now "),
        "wrong-weekday" => behind(", which is a "),
        "points-the-wrong-way" => {
            let text = quoted(&remark.message);
            let other = |from: &str, to: &str| text.strip_suffix(from).map(|rest| format!("{rest}{to}"));
            other("above", "below").or_else(|| other("below", "above"))
        }
        _ => None,
    }
}

/// "paragraphs 26–29" of which neither end is there is one reference; `None` for its first end, "paragraphs
/// 26", which the whole tells of.
fn whole(all: &[&Remark], remark: &Remark) -> Option<String> {
    let text = quoted(&remark.message);
    let near = || all.iter().filter(|other| other.code == remark.code && other.at == remark.at);
    let longer = |one: &str, two: &str| one.len() > two.len() && one.starts_with(two);
    if near().any(|other| longer(&quoted(&other.message), &text)) {
        return None;
    }
    let name = |remark: &Remark| remark.message.split_once(" has no ").map(|(_, name)| name.to_owned());
    let mut names: Vec<String> = near()
        .filter(|other| longer(&text, &quoted(&other.message)))
        .filter_map(|other| name(other))
        .chain(name(remark))
        .collect();
    names.dedup();
    if names.len() < 2 {
        return Some(remark.message.clone());
    }
    Some(format!("“{text}” points nowhere: this report has no {}", names.join(" and no ")))
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
        // It may have been swallowed by the text of another; the first page of findings is not silent on it.
        ("number-skipped", Some(at)) if is_swallowed(&report.nodes[..at], remark) => {
            return Some(Sure::Hint);
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

/// "… in boxes. 22. The Working Group": the number stands inside the text of a paragraph before the gap.
fn is_swallowed(before: &[Node], remark: &Remark) -> bool {
    let missing = remark.message.split(' ').find(|word| word.parse::<u32>().is_ok());
    let inside = |node: &Node, number: &str| {
        is_printed(&node.text, number) && misnumbered::printed_number(&node.text).is_none()
    };
    missing.is_some_and(|number| before.iter().rev().take(NEAR).any(|node| inside(node, number)))
}

/// "m²", "CO₂", "10⁶": a raised figure behind a unit or a number calls nothing.
fn is_no_call(text: &str, sign: &str) -> bool {
    let behind_unit = |at: usize| {
        let word = text[..at].rsplit(|c: char| c.is_whitespace() || "(/·".contains(c)).next();
        let word = word.unwrap_or_default();
        // Behind a full stop, "INF/1.³", it is a call.
        !word.ends_with(['.', ',', ';', ':', ')', '”'])
            && (word.chars().count() <= 3 || word.ends_with(|c: char| c.is_ascii_digit()))
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

/// Where nothing is numbered most questions have nothing to be asked of: "nothing found" would mislead. A file
/// without a symbol besides is none that can be checked; see [`super::is_report`].
pub(super) fn no_report(annotated: &Annotated) -> Option<Remark> {
    let report = &annotated.report;
    if report.nodes.iter().any(|node| node.kind == NodeKind::Paragraph) {
        return None;
    }
    let message = "no numbered paragraph was found: numbers and references were not checked";
    Some(Remark::new("nothing-numbered", "", message).hinted("travaux show says how the file was read"))
}
