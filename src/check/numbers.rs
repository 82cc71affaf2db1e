//! Letters and numbers of lists and headings that leave one out.
//!
//! Paragraph numbers are followed by the structure stage itself, which remarks on them.

use super::finding::{Findings, Told};
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
                fits.then(|| roman(&label.to_ascii_uppercase())).flatten()
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
            Series::Roman { capital: true } => roman_of(place),
            Series::Roman { capital: false } => roman_of(place).to_ascii_lowercase(),
        }
    }
}

/// The last label of a list.
struct Last {
    series: Series,
    place: u32,
}

/// Follows the items of each paragraph and the headings of each level.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let mut lasts: HashMap<(NodeKind, &str, &str), Option<Last>> = HashMap::new();
    for node in &annotated.report.nodes {
        let code = match node.kind {
            NodeKind::Item => "letter-skipped",
            NodeKind::Heading => "heading-skipped",
            _ => continue,
        };
        let key = (node.kind, node.part.as_str(), node.parent.as_deref().unwrap_or_default());
        let last = lasts.entry(key).or_default();
        let Some(label) = node.number.as_deref().map(bare) else {
            // A line without a label may hold the item that is missed.
            *last = if node.kind == NodeKind::Item { None } else { last.take() };
            continue;
        };
        *last = follow(node, label, last.take(), code, findings);
    }
}

fn follow(
    node: &Node,
    label: &str,
    last: Option<Last>,
    code: &'static str,
    findings: &mut Findings<'_>,
) -> Option<Last> {
    let begun = Series::begun_by(label).map(|series| Last { series, place: 1 });
    let Some(Last { series, place }) = last else { return begun };
    let Some(here) = series.place(label) else { return begun };
    if here > place + 1 && here <= place + 1 + WIDEST {
        let sign =
            |place: u32| node.number.as_deref().unwrap_or_default().replace(label, &series.label(place));
        let what = match here - place {
            2 => format!("{} follows {}: there is no {}", sign(here), sign(place), sign(place + 1)),
            _ => format!(
                "{} follows {}: there are no {} to {}",
                sign(here),
                sign(place),
                sign(place + 1),
                sign(here - 1)
            ),
        };
        let told = Told {
            text: node.number.clone().unwrap_or_default(),
            what,
            why: "the labels before it follow one another".to_owned(),
            instead: Some(sign(place + 1)),
            ..Told::default()
        };
        findings.add(code, &node.id, told);
    }
    Some(Last { series, place: here })
}

/// "(a)" → "a"; "Chapter II" → "II".
fn bare(label: &str) -> &str {
    let word = label.rsplit(' ').next().unwrap_or(label);
    word.trim_matches(['(', ')', '.'])
}
