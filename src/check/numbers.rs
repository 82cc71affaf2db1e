//! Letters and numbers of lists and headings that leave one out.
//!
//! Paragraph numbers are followed by the structure stage itself, which remarks on them.

use super::finding::{Findings, Sure, Told};
use crate::mentions::Annotated;
use crate::report::{Node, NodeKind};
use crate::terms::roman::{roman, roman_of};
use std::collections::HashMap;

/// A gap wider than this is another list, not one with an item lost.
const WIDEST: u32 = 3;

/// What the labels of one list are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Series {
    Figures,
    Letters { capital: bool },
    Roman { capital: bool },
}

impl Series {
    /// The series that begins with this label.
    fn begun_by(label: &str) -> Option<Series> {
        Some(match label {
            "1" => Series::Figures,
            "a" => Series::Letters { capital: false },
            "A" => Series::Letters { capital: true },
            "i" => Series::Roman { capital: false },
            "I" => Series::Roman { capital: true },
            _ => return None,
        })
    }

    fn place(self, label: &str) -> Option<u32> {
        match self {
            Series::Figures => label.parse().ok(),
            Series::Letters { capital } => {
                let mut chars = label.chars();
                let first = chars.next().filter(|c| c.is_ascii_alphabetic())?;
                let base = if capital { 'A' } else { 'a' };
                (chars.next().is_none() && first.is_ascii_uppercase() == capital)
                    .then(|| u32::from(first) - u32::from(base) + 1)
            }
            Series::Roman { capital } => {
                let fits = label.chars().all(|c| c.is_ascii_uppercase() == capital);
                fits.then(|| roman(label)).flatten()
            }
        }
    }

    fn label(self, place: u32) -> String {
        match self {
            Series::Figures => place.to_string(),
            Series::Letters { capital } => {
                let base = if capital { 'A' } else { 'a' };
                char::from_u32(u32::from(base) + place - 1).map(String::from).unwrap_or_default()
            }
            Series::Roman { capital: true } => roman_of(place).to_ascii_uppercase(),
            Series::Roman { capital: false } => roman_of(place),
        }
    }
}

/// The last label of a list.
#[derive(Clone, Copy)]
struct Last {
    series: Series,
    place: u32,
    /// Index of its node.
    at: usize,
}

impl Last {
    fn begun_by(label: &str, at: usize) -> Option<Last> {
        Some(Last { series: Series::begun_by(label)?, place: 1, at })
    }

    /// The list after this label, and whether labels were left out before it; `None` where the label is
    /// not of its series.
    fn then(self, label: &str, at: usize) -> Option<(Last, bool)> {
        let place = self.series.place(label)?;
        let gap = place > self.place + 1 && place <= self.place + 1 + WIDEST;
        Some((Last { place, at, ..self }, gap))
    }
}

/// Follows the paragraphs, the items of each of them, and the headings of each level.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes = &annotated.report.nodes;
    items(nodes, findings);
    headings(nodes, findings);
    repeated(nodes, findings);
}

fn items(nodes: &[Node], findings: &mut Findings<'_>) {
    let mut lasts: HashMap<(&str, &str), Option<Last>> = HashMap::new();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Item) {
        let key = (node.part.as_str(), node.parent.as_deref().unwrap_or_default());
        let last = lasts.entry(key).or_default();
        // A line without a label may hold the item that is missed.
        let Some(label) = node.number.as_deref().map(bare) else {
            *last = None;
            continue;
        };
        let before = last.take();
        let next = before.and_then(|last| last.then(label, at));
        if let (Some(before), Some((now, true))) = (before, next) {
            gap(nodes, before, now, label, "letter-skipped", findings);
        }
        *last = next.map(|(now, _)| now).or_else(|| Last::begun_by(label, at));
    }
}

/// Chapters in Roman numerals, and below each of them sections in letters; which one a "C" is its place tells.
fn headings(nodes: &[Node], findings: &mut Findings<'_>) {
    let (mut chapter, mut section): (Option<Last>, Option<Last>) = (None, None);
    let mut part = "";
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Heading) {
        if node.part != part {
            (chapter, section) = (None, None);
            part = &node.part;
        }
        let Some(label) = node.number.as_deref().map(bare).or_else(|| printed_label(&node.text)) else {
            continue;
        };
        let follows = |last: Option<Last>| {
            last.and_then(|last| last.then(label, at))
                .filter(|(now, _)| last.is_some_and(|l| now.place == l.place + 1))
        };
        if let Some((now, _)) = follows(section) {
            section = Some(now);
        } else if let Some((now, _)) = follows(chapter) {
            (chapter, section) = (Some(now), None);
        } else if let Some(begun) = Last::begun_by(label, at) {
            match begun.series {
                Series::Roman { .. } => (chapter, section) = (Some(begun), None),
                _ => section = Some(begun),
            }
        } else if let Some((before, (now, true))) =
            chapter.and_then(|last| Some((last, last.then(label, at)?)))
        {
            gap(nodes, before, now, label, "heading-skipped", findings);
            (chapter, section) = (Some(now), None);
        } else if let Some((before, (now, true))) =
            section.and_then(|last| Some((last, last.then(label, at)?)))
        {
            gap(nodes, before, now, label, "heading-skipped", findings);
            section = Some(now);
        }
    }
}

/// "III" of "III. Proceedings": a heading whose number fits nowhere keeps it in its text.
fn printed_label(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(". ")?;
    let label =
        label.rsplit(' ').next().filter(|last| last.len() == label.len() || label.starts_with("Chapter "))?;
    (label.len() < 6 && label.chars().all(|c| c.is_ascii_uppercase()) && rest.starts_with(char::is_uppercase))
        .then_some(label)
}

fn gap(
    nodes: &[Node],
    before: Last,
    now: Last,
    label: &str,
    code: &'static str,
    findings: &mut Findings<'_>,
) {
    let node = &nodes[now.at];
    let sign = |place: u32| {
        let label_now = now.series.label(place);
        node.number.as_deref().map_or_else(|| label_now.clone(), |number| number.replace(label, &label_now))
    };
    let next = now.series.label(before.place + 1);
    if !nodes[before.at..now.at].iter().any(|node| is_printed(&node.text, &next)) {
        findings.add(code, &node.id, told(node, sign, before.place, now.place));
    }
}

/// A paragraph whose number another one bears is read as a line of the one above, with its number.
fn repeated(nodes: &[Node], findings: &mut Findings<'_>) {
    let mut seen: HashMap<(&str, u32), &str> = HashMap::new();
    let mut above: Option<&Node> = None;
    for (at, node) in nodes.iter().enumerate() {
        if node.kind == NodeKind::Paragraph {
            if let Some(number) = node.number.as_deref().and_then(|number| number.parse().ok()) {
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
            NodeKind::Unnumbered => printed_number(&node.text),
            _ => None,
        };
        let Some((number, first)) =
            number.and_then(|number| Some((number, seen.get(&(node.part.as_str(), number))?)))
        else {
            continue;
        };
        let told = Told {
            text: number.to_string(),
            what: format!("the number {number} stands here again"),
            why: format!("{} has it already", findings.cited(first)),
            also: vec![(*first).to_owned()],
            sure: Some(Sure::Likely),
            ..Told::default()
        };
        findings.add("number-repeated", &node.id, told);
    }
}

/// 3 of "3. It met once more."
fn printed_number(text: &str) -> Option<u32> {
    let (number, rest) = text.split_once(". ")?;
    let short = number.len() < 4 && number.chars().all(|c| c.is_ascii_digit());
    (short && rest.starts_with(char::is_uppercase)).then(|| number.parse().ok()).flatten()
}

fn told(node: &Node, sign: impl Fn(u32) -> String, before: u32, here: u32) -> Told {
    let (first, last) = (sign(before + 1), sign(here - 1));
    let missing = match here - before {
        2 => format!("there is no {first}"),
        _ => format!("there are no {first} to {last}"),
    };
    Told {
        text: node.number.clone().unwrap_or_default(),
        what: format!("{} follows {}: {missing}", sign(here), sign(before)),
        why: "the labels before it follow one another".to_owned(),
        instead: Some(first),
        ..Told::default()
    }
}

/// Whether a text holds the label inside, "22." or "(b)": then it was read as part of what stands before it
/// and is not lost.
pub(super) fn is_printed(text: &str, label: &str) -> bool {
    text.match_indices(label).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + label.len()..].chars();
        let closed = matches!(after.next(), Some('.' | ')')) && after.next().is_none_or(char::is_whitespace);
        closed && before.is_none_or(|c| c.is_whitespace() || c == '(')
    })
}

/// "(a)" → "a"; "Chapter II" → "II".
fn bare(label: &str) -> &str {
    let word = label.rsplit(' ').next().unwrap_or(label);
    word.trim_matches(['(', ')', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_places_in_their_series() {
        let place = |first: &str, label: &str| Series::begun_by(first).and_then(|series| series.place(label));
        assert_eq!(place("a", "c"), Some(3));
        assert_eq!(place("a", "C"), None);
        assert_eq!(place("i", "iv"), Some(4));
        assert_eq!(place("I", "iv"), None);
        assert_eq!(place("1", "12"), Some(12));
        assert_eq!(place("b", "c"), None);
        assert_eq!(Series::Roman { capital: true }.label(2), "II");
        assert_eq!(Series::Letters { capital: false }.label(3), "c");
    }

    #[test]
    fn a_label_inside_a_text_is_printed() {
        assert!(is_printed("Seeds 22. Bulbs", "22"));
        assert!(is_printed("seeds; (b) bulbs", "b"));
        assert!(!is_printed("in 22 ports", "22"));
        assert!(!is_printed("the year 2022.", "22"));
    }
}
