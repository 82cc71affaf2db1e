//! Symbols that look wrong beside the masthead, the session and their neighbours.

use super::finding::{Findings, Told};
use super::paper;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::timeline::{Event, Kind};
use jiff::civil::Date;
use std::collections::HashMap;

/// Looks at every symbol.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    adopted(annotated, events, findings);
    bodies(annotated, findings);
    not_yet(annotated, findings);
}

/// Every document symbol with the node that cites it, in the order of the text.
fn symbols(annotated: &Annotated) -> impl Iterator<Item = (&str, &Mention)> {
    let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
    nodes.flat_map(|(node, mentions)| {
        mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Document)
            .filter(|mention| mention.attributes.get("type").is_some_and(|kind| kind == "symbol"))
            .map(|mention| (node.id.as_str(), mention))
    })
}

/// Papers of a session that were adopted in another year than the one in their symbol.
fn adopted(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    for event in events.iter().filter(|event| event.kind == Kind::Adoption) {
        let session = event.part_of.as_ref().and_then(|id| events.iter().find(|other| other.id == *id));
        let Some((first, last)) = reach(event).or_else(|| session.and_then(reach)) else { continue };
        for (at, mention) in symbols(annotated) {
            let symbol = mention.value.as_str();
            let told = event.documents.iter().any(|document| document == symbol)
                && event.sources.iter().any(|source| source.id == at);
            let Some(year) = paper::year(symbol).filter(|_| told && paper::is_of_a_session(symbol)) else {
                continue;
            };
            if (first.year()..=last.year()).contains(&year) {
                continue;
            }
            let own = annotated.report.masthead.symbol.as_deref();
            let instead = paper::with_year(&mention.text, last.year());
            let why = if own == Some(paper::with_year(symbol, last.year()).as_str()) {
                format!(
                    "this report is {}, and the adoption that is told took place in {}",
                    own.unwrap_or_default(),
                    last.year()
                )
            } else {
                format!("it was adopted in {}, and such papers bear the year of their session", last.year())
            };
            let told = Told {
                text: mention.text.clone(),
                what: format!("{} is of {year}", mention.text),
                why,
                instead: Some(instead),
                ..Told::default()
            };
            findings.add("symbol-of-another-year", at, told);
        }
    }
}

fn reach(event: &Event) -> Option<(Date, Date)> {
    event.reach()
}

/// A body that is named once and whose number is that of the report's own, or of all its neighbours, but for
/// the order of two digits or for one digit.
fn bodies(annotated: &Annotated, findings: &mut Findings<'_>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, mention) in symbols(annotated) {
        if let Some(body) = paper::body(&mention.value) {
            *counts.entry(body).or_default() += 1;
        }
    }
    let own = annotated.report.masthead.symbol.as_deref().and_then(paper::body);
    let known = |body: &str| own == Some(body) || counts.get(body).is_some_and(|count| *count > 2);
    let all: Vec<(&str, &Mention)> = symbols(annotated).collect();
    for (index, (at, mention)) in all.iter().enumerate() {
        let Some(body) = paper::body(&mention.value).filter(|body| counts.get(body) == Some(&1)) else {
            continue;
        };
        if own == Some(body) {
            continue;
        }
        let beside = |other: Option<usize>| {
            other
                .and_then(|index| all.get(index))
                .filter(|(node, _)| node == at)
                .and_then(|(_, m)| paper::body(&m.value))
        };
        let neighbours = [beside(index.checked_sub(1)), beside(Some(index + 1))];
        let other = counts.keys().copied().chain(own).filter(|other| known(other));
        let close = other
            .filter(|other| {
                // Bodies with like numbers exist: one digit counts only between neighbours of one body.
                paper::transposed(body, other)
                    || paper::one_digit_apart(body, other)
                        && neighbours.iter().all(|neighbour| *neighbour == Some(*other))
            })
            .min();
        let Some(other) = close else { continue };
        let why = match own == Some(other) {
            true => format!("it is the only document of that body, and {other} is the body of this report"),
            false => format!("it is the only document of that body, and its neighbours are of {other}"),
        };
        let told = Told {
            text: mention.text.clone(),
            what: format!("{} is a document of {body}", mention.text),
            why,
            instead: Some(mention.value.replacen(body, other, 1)),
            ..Told::default()
        };
        findings.add("symbol-digits", at, told);
    }
}

/// A year, or a session of the General Assembly, that had not come when the report was issued.
fn not_yet(annotated: &Annotated, findings: &mut Findings<'_>) {
    let masthead = &annotated.report.masthead;
    let Some(issued) = masthead.reissued.as_deref().or(masthead.issued.as_deref()) else { return };
    let Some(now) = issued.get(..4).and_then(|year| year.parse::<i16>().ok()) else { return };
    for (at, mention) in symbols(annotated) {
        let symbol = mention.value.as_str();
        let what = match (paper::year(symbol), paper::assembly_session(symbol)) {
            (Some(year), _) if year > now + 1 => format!("{} is of {year}", mention.text),
            // The eightieth session began in September 2025.
            (None, Some(session)) if session > now - 1945 + 1 => {
                format!("{} is of the Assembly’s session of {}", mention.text, session + 1945)
            }
            _ => continue,
        };
        let own = masthead.symbol.as_deref().and_then(paper::year).filter(|_| paper::year(symbol).is_some());
        let told = Told {
            text: mention.text.clone(),
            what,
            why: format!("this report was issued in {now}"),
            instead: own.map(|year| paper::with_year(symbol, year)),
            ..Told::default()
        };
        findings.add("symbol-digits", at, told);
    }
}
