//! The root of a symbol: the body that issues documents with such symbols.

use crate::mentions::{Annotated, MentionKind};
use crate::report::NodeKind;
use std::collections::BTreeMap;

/// Parts of a symbol that name a kind of paper; the body stands before them.
const PAPERS: &[&str] =
    &["INF", "RES", "DEC", "NGO", "PRST", "L", "CRP", "WP", "PV", "SR", "R", "Add", "Rev", "Corr"];

/// Parts whose number is that of a session: `INC.5`.
const SESSIONAL: &[&str] = &["INC", "COP", "OEWG", "EA", "MOP", "CMA", "CMP"];

/// `A/AC.290` of `A/AC.290/2021/L.1`: the body that issues documents with such symbols.
pub fn root(symbol: &str) -> Option<String> {
    let mut root: Vec<&str> = Vec::new();
    for part in symbol.split('/') {
        let part = part.split([' ', '(']).next().unwrap_or(part);
        let (kind, number) = part.split_once('.').map_or((part, None), |(kind, number)| (kind, Some(number)));
        if PAPERS.contains(&kind) || part.chars().all(|c| c.is_ascii_digit() || c == '?') {
            break;
        }
        if SESSIONAL.contains(&kind) && number.is_some() {
            root.push(kind);
            break;
        }
        // "EC-108/4", "IDB.48/2": the session is part of the first part.
        if root.is_empty() {
            let end = kind.find('-').filter(|at| kind[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
            if let Some(end) = end {
                root.push(&kind[..end]);
                break;
            }
        }
        root.push(part);
    }
    (!root.is_empty()).then(|| root.join("/"))
}

/// Whether many bodies issue their reports under this root.
pub fn is_shared(root: &str) -> bool {
    matches!(root, "A" | "E" | "S" | "ST" | "A/C" | "A/S-" | "ST/SGB" | "T")
}

/// The root, other than a shared one, that the papers of the report's session have.
pub fn cited_root(annotated: &Annotated) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let body = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
    for (node, mentions) in body {
        if !matches!(node.kind, NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered) {
            continue;
        }
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Document) {
            let paper = mention.value.split('/').any(|part| {
                part.split_once('.').is_some_and(|(kind, _)| kind == "L" || kind == "CRP" || kind == "WP")
                    || part == "INF"
            });
            if let Some(root) = root(&mention.value).filter(|root| paper && !is_shared(root)) {
                *counts.entry(root).or_default() += 1;
            }
        }
    }
    let most = counts.values().copied().max().filter(|count| *count > 1)?;
    let mut leading = counts.into_iter().filter(|(_, count)| *count == most);
    leading.next().filter(|_| leading.next().is_none()).map(|(root, _)| root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_a_symbol_is_its_body() {
        let cases = [
            ("A/AC.999/2031/L.1", "A/AC.999"),
            ("A/AC.999/2031/INF/4/Rev.1", "A/AC.999"),
            ("XYZ/MSP/2031/11", "XYZ/MSP"),
            ("A/98/19", "A"),
            ("A/HRC/RES/99/25", "A/HRC"),
            ("S/RES/3779 (2031)", "S"),
            ("UNEP/PP/INC.5/4", "UNEP/PP/INC"),
            ("EC-108/4", "EC"),
            ("A/CONF.999/2031/L.2", "A/CONF.999"),
        ];
        for (symbol, expected) in cases {
            assert_eq!(root(symbol).as_deref(), Some(expected), "{symbol}");
        }
    }
}
