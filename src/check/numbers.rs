//! Letters and numbers of lists and headings that leave one out.
//!
//! Paragraph numbers are followed by the structure stage itself, which remarks on them.

use super::finding::{Findings, Told};
use super::misnumbered;
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

    /// Whether the label is the last one once more. Figures may stand twice where changes are shown; "(i)" behind "(i)" may be the ninth letter and a Roman one.
    fn is_again(self, label: &str, at: usize) -> bool {
        let plain = !matches!(label, "i" | "I" | "a" | "A") && self.series != Series::Figures && at > self.at;
        plain && self.series.place(label) == Some(self.place)
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
    misnumbered::repeated(nodes, findings);
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
        if let Some(before) = before.filter(|last| last.is_again(label, at)) {
            let after = following(nodes, at).map(bare);
            *last = Some(again(nodes, before, at, label, after, findings));
            continue;
        }
        if let (Some(before), Some((now, true))) = (before, next) {
            let twice = swallowed_again(nodes, before, now, findings);
            if !twice {
                gap(nodes, before, now, label, "letter-skipped", findings);
            }
        }
        *last = next.map(|(now, _)| now).or_else(|| Last::begun_by(label, at));
    }
}

/// "(b) …; (b) …" in one item, and "(d)" behind it: the second (b) has the place of (c). Its line was read as a
/// part of the first.
fn swallowed_again(nodes: &[Node], before: Last, now: Last, findings: &mut Findings<'_>) -> bool {
    let letter = matches!(before.series, Series::Letters { .. }) && now.place == before.place + 2;
    let node = &nodes[before.at];
    let label = before.series.label(before.place);
    let inside = format!("; ({label}) ");
    let capital = |(at, sign): (usize, &str)| node.text[at + sign.len()..].starts_with(char::is_uppercase);
    let found = letter && node.text.match_indices(&inside).any(capital);
    if found {
        let next = before.series.label(before.place + 1);
        let told = Told {
            text: format!("({label})"),
            what: format!("({label}) stands here again"),
            why: "the one before has it already".to_owned(),
            instead: Some(format!("({next})")),
            sure: Some(super::finding::Sure::Likely),
            ..Told::default()
        };
        findings.add("number-repeated", &node.id, told);
    }
    found
}

/// The label of the next item of the same list.
fn following(nodes: &[Node], at: usize) -> Option<&str> {
    let parent = nodes[at].parent.as_deref();
    nodes[at + 1..]
        .iter()
        .take_while(|node| matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered))
        .find(|node| node.kind == NodeKind::Item && node.parent.as_deref() == parent)
        .and_then(|node| node.number.as_deref())
}

/// "(b)" behind "(b)": said once, at the second. Where "(d)" follows, it is the place of "(c)".
fn again(
    nodes: &[Node],
    before: Last,
    at: usize,
    label: &str,
    after: Option<&str>,
    findings: &mut Findings<'_>,
) -> Last {
    let node = &nodes[at];
    // A chapter whose title stands on a second page again is one.
    if node.kind == NodeKind::Heading && node.text == nodes[before.at].text {
        return Last { at, ..before };
    }
    let next = before.series.label(before.place + 1);
    let is_free = after.is_none_or(|after| before.series.place(after) != Some(before.place + 1));
    let printed = node.number.as_deref().unwrap_or(label);
    let told = Told {
        text: printed.to_owned(),
        what: format!("{printed} stands here again"),
        why: "the one before has it already".to_owned(),
        instead: is_free.then(|| printed.replacen(label, &next, 1)),
        sure: Some(super::finding::Sure::Likely),
        also: vec![nodes[before.at].id.clone()],
    };
    findings.add("number-repeated", &node.id, told);
    Last { place: before.place + u32::from(is_free), at, ..before }
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
        } else if let Some(before) = section.filter(|last| last.is_again(label, at)) {
            let after = later(nodes, at, before, &[1, 2]);
            section = Some(again(nodes, before, at, label, after.as_deref(), findings));
        } else if let Some(before) = chapter.filter(|last| last.is_again(label, at)) {
            let after = later(nodes, at, before, &[1, 2]);
            chapter = Some(again(nodes, before, at, label, after.as_deref(), findings));
            section = None;
        } else if let Some(begun) = Last::begun_by(label, at) {
            match begun.series {
                Series::Roman { .. } => (chapter, section) = (Some(begun), None),
                _ => section = Some(begun),
            }
        } else if let Some((before, (now, true))) =
            chapter.and_then(|last| Some((last, last.then(label, at)?)))
        {
            gap(nodes, before, now, label, "heading-skipped", findings);
            (chapter, section) = (Some(misprinted(nodes, before, now)), None);
        } else if let Some((before, (now, true))) =
            section.and_then(|last| Some((last, last.then(label, at)?)))
        {
            gap(nodes, before, now, label, "heading-skipped", findings);
            section = Some(misprinted(nodes, before, now));
        }
    }
}

/// The label, so many places behind the last one, that is first to come in the same row of headings.
fn later(nodes: &[Node], at: usize, last: Last, places: &[u32]) -> Option<String> {
    let labels: Vec<String> = places.iter().map(|more| last.series.label(last.place + more)).collect();
    let first = last.series.label(1);
    nodes[at + 1..]
        .iter()
        .take_while(|node| node.part == nodes[at].part)
        .filter(|node| node.kind == NodeKind::Heading)
        .filter_map(|node| node.number.as_deref().map(bare).or_else(|| printed_label(&node.text)))
        .take_while(|label| *label != first)
        .find(|label| labels.iter().any(|other| other == label))
        .map(str::to_owned)
}

/// "III, V, V, VI": the first V stands for IV, and the second is right.
fn misprinted(nodes: &[Node], before: Last, now: Last) -> Last {
    let one = now.place == before.place + 2;
    let again = now.series.label(now.place);
    let next = later(nodes, now.at, Last { place: before.place, ..now }, &[2, 3]);
    if one && next == Some(again) { Last { place: before.place + 1, ..now } } else { now }
}

/// "III" of "III. Proceedings": a heading whose number fits nowhere keeps it in its text.
fn printed_label(text: &str) -> Option<&str> {
    if let Some(alone) = text.strip_prefix("Chapter ").or_else(|| text.strip_prefix("CHAPTER ")) {
        let numeral = alone.trim_end_matches('.');
        if numeral.len() < 6 && !numeral.is_empty() && numeral.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) {
            return Some(numeral);
        }
    }
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
    let there = |node: &Node| is_printed(&node.text, &next) || opens_with(&node.text, &next);
    if !nodes[before.at..now.at].iter().any(there) {
        findings.add(code, &node.id, told(node, sign, before.place, now.place));
    }
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

/// "II Organization of work": a heading that lost its full stop, read as a line by itself or, where the file is
/// wrapped, behind the paragraph above it.
fn opens_with(text: &str, label: &str) -> bool {
    text.match_indices(label).any(|(at, _)| {
        let begins = at == 0 || label.len() > 1 && text[..at].ends_with(". ");
        let rest = text[at + label.len()..].strip_prefix(' ');
        begins && rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
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
