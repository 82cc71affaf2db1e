//! Symbols that look wrong beside the masthead, the session and their neighbours.

use super::finding::{Findings, Told};
use super::paper;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::timeline::{Event, Kind};
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
    let by_id: HashMap<&str, &Event> = events.iter().map(|event| (event.id.as_str(), event)).collect();
    let mut cited: HashMap<&str, Vec<&Mention>> = HashMap::new();
    symbols(annotated).for_each(|(at, mention)| cited.entry(at).or_default().push(mention));
    let own = annotated.report.masthead.symbol.as_deref();
    for event in events.iter().filter(|event| event.kind == Kind::Adoption) {
        let session = event.part_of.as_deref().and_then(|id| by_id.get(id));
        let reach = event.reach().or_else(|| session.and_then(|session| session.reach()));
        let Some((first, last)) = reach else { continue };
        let (first, last) = (first.year(), last.year());
        // A day outside the session is told by itself; it proves nothing of a symbol that fits the session.
        let sat = session.and_then(|session| session.reach());
        let of_session = |year: i16| {
            sat.is_some_and(|(from, to)| (from.year()..=to.year()).contains(&year))
                && event.clashes.iter().any(|clash| clash.field == "session")
        };
        for source in &event.sources {
            let here = cited.get(source.id.as_str()).map_or(&[][..], Vec::as_slice);
            for mention in here.iter().filter(|mention| event.documents.contains(&mention.value)) {
                let symbol = mention.value.as_str();
                // What goes on from another symbol is wrong with it.
                let told = paper::is_of_a_session(symbol) && paper::is_whole(mention);
                let Some(year) = paper::year(symbol).filter(|_| told) else { continue };
                if (first..=last).contains(&year) || of_session(year) {
                    continue;
                }
                let why = match own.filter(|own| *own == paper::with_year(symbol, last)) {
                    Some(own) => format!("this report is {own}, and the adoption that is told was in {last}"),
                    None => {
                        format!("it was adopted in {last}, and such papers bear the year of their session")
                    }
                };
                let told = Told {
                    text: mention.text.clone(),
                    what: format!("{} is of {year}", mention.text),
                    why,
                    instead: Some(paper::with_year(&mention.text, last)),
                    ..Told::default()
                };
                findings.add("symbol-of-another-year", &source.id, told);
            }
        }
    }
}

/// A body that is named once and whose number is that of the report's own, or of all its neighbours, but for
/// the order of two digits or for one digit.
fn bodies(annotated: &Annotated, findings: &mut Findings<'_>) {
    let all: Vec<(&str, &Mention)> = symbols(annotated).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for body in all.iter().filter_map(|(_, mention)| paper::body(&mention.value)) {
        *counts.entry(body).or_default() += 1;
    }
    let own = annotated.report.masthead.symbol.as_deref().and_then(paper::body);
    let known = |body: &str| own == Some(body) || counts.get(body).is_some_and(|count| *count > 2);
    for (index, (at, mention)) in all.iter().enumerate() {
        let Some(body) =
            paper::body(&mention.value).filter(|body| counts.get(body) == Some(&1) && own != Some(*body))
        else {
            continue;
        };
        let beside = |other: Option<usize>| {
            let (_, other) = other.and_then(|index| all.get(index)).filter(|(node, _)| node == at)?;
            paper::body(&other.value)
        };
        // Bodies with like numbers exist: one digit counts only between two neighbours of one body.
        let neighbour = beside(index.checked_sub(1))
            .filter(|before| beside(Some(index + 1)) == Some(*before) && paper::one_digit_apart(body, before))
            .map(str::to_owned);
        let Some(other) = neighbour.into_iter().chain(paper::transpositions(body)).find(|other| known(other))
        else {
            continue;
        };
        let whose = if own == Some(other.as_str()) { "the body of this report" } else { "cited elsewhere" };
        let told = Told {
            text: mention.text.clone(),
            what: format!("{} is a document of {body}", mention.text),
            why: format!("it is the only document of that body, and {other} is {whose}"),
            instead: Some(mention.value.replacen(body, &other, 1)),
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
    // The eightieth session began in September 2025.
    let last = now - 1945 + 1;
    let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
    let documents = nodes.flat_map(|(node, mentions)| {
        let documents = mentions.iter().filter(|mention| {
            mention.kind == MentionKind::Document
                && (paper::is_whole(mention) || paper::resolved_at(&mention.value).is_some())
                && !paper::is_announced(&node.text, mention)
        });
        documents.map(|mention| (node.id.as_str(), mention))
    });
    for (at, mention) in documents {
        let symbol = mention.value.as_str();
        let resolved = paper::resolved_at(symbol);
        let session = resolved.or_else(|| paper::assembly_session(symbol));
        let is_symbol = mention.attributes.get("type").is_some_and(|kind| kind == "symbol");
        let what = match (paper::year(symbol).filter(|_| is_symbol), session) {
            (Some(year), _) if year > now + 1 => format!("{} is of {year}", mention.text),
            (None, Some(session)) if session > last && (is_symbol || resolved.is_some()) => {
                format!("{} is of the Assembly’s session of {}", mention.text, session + 1945)
            }
            _ => continue,
        };
        let own = masthead.symbol.as_deref().and_then(paper::year).filter(|_| paper::year(symbol).is_some());
        let swapped = || {
            let session = resolved?.to_string();
            let others = paper::transpositions(&session);
            let other = others.iter().find(|other| other.parse::<i16>().is_ok_and(|other| other <= last))?;
            Some(mention.text.replacen(&format!("{session}/"), &format!("{other}/"), 1))
        };
        let told = Told {
            text: mention.text.clone(),
            what,
            why: format!("this report was issued in {now}"),
            instead: own.map(|year| paper::with_year(symbol, year)).or_else(swapped),
            ..Told::default()
        };
        findings.add("symbol-digits", at, told);
    }
}
