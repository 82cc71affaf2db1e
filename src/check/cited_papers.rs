//! Symbols cited once that do not go with the rest of the report: a year in which the body did not sit, a paper
//! of another session, a body or a number that is a neighbour's but for its digits.

use super::finding::{Findings, Told};
use super::mistyped::Cited;
use super::paper;
use crate::mentions::{Annotated, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::editing::CONTAINED_IN;
use crate::terms::english::number::ordinal_in_words;
use crate::timeline::{Event, Kind, Status};
use std::collections::{BTreeSet, HashMap};

/// Looks at every document that is cited once.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let all = Cited::all(annotated);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for cited in &all {
        *counts.entry(cited.mention.value.as_str()).or_default() += 1;
    }
    let once: Vec<&Cited<'_>> =
        all.iter().filter(|cited| counts.get(cited.mention.value.as_str()) == Some(&1)).collect();
    masthead(annotated, findings);
    years(annotated, events, (&all, &once), findings);
    sessions(annotated, events, &once, findings);
    bodies(annotated, (&all, &once), findings);
    swapped(&counts, &once, findings);
}

/// "A/68/31" above "Eighty-sixth session": the symbol holds the session of the Assembly.
fn masthead(annotated: &Annotated, findings: &mut Findings<'_>) {
    let Some(symbol) = annotated.report.masthead.symbol.as_deref() else { return };
    let Some(session) = paper::assembly_session(symbol).and_then(|session| u32::try_from(session).ok())
    else {
        return;
    };
    let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
    let told: BTreeSet<u32> = nodes
        .filter(|(node, _)| node.kind == NodeKind::Masthead)
        .flat_map(|(_, mentions)| mentions)
        .filter(|mention| mention.kind == MentionKind::Session && mention.text.ends_with("ession"))
        .filter_map(|mention| mention.attributes.get("ordinal")?.parse().ok())
        // Other bodies do not count so far.
        .filter(|ordinal| *ordinal > FEW_SESSIONS)
        .collect();
    let Some(other) = told.first().filter(|_| told.len() == 1 && !told.contains(&session)) else { return };
    let at = ["f.symbol", "f.distr"].into_iter().find(|id| findings.index_of(id).is_some()).unwrap_or("");
    let told = Told {
        text: symbol.to_owned(),
        what: format!("{symbol} is a document of the {} session", ordinal_in_words(session)),
        why: format!("the first page has the {} session", ordinal_in_words(*other)),
        instead: Some(symbol.replacen(&format!("A/{session}/"), &format!("A/{other}/"), 1)),
        ..Told::default()
    };
    findings.add("symbol-digits", at, told);
}

/// A body of its own seldom has had as many sessions as the General Assembly.
const FEW_SESSIONS: u32 = 50;

/// Documents of the report's own body with a year before its first session, or after the report was issued.
fn years(
    annotated: &Annotated,
    events: &[Event],
    (all, once): (&[Cited<'_>], &[&Cited<'_>]),
    findings: &mut Findings<'_>,
) {
    /// With fewer documents beside it nothing is usual.
    const FEWEST: usize = 3;
    let Some(own) = own_body(annotated, all) else { return };
    let of_own = |cited: &&Cited<'_>| paper::body(&cited.mention.value) == Some(own.as_str());
    let held = events.iter().filter(|event| {
        event.kind == Kind::Session && event.status != Status::Cancelled && event.body == own
    });
    // Only a first session says when the body began.
    let first = held
        .clone()
        .filter(|event| {
            event.ordinal == Some(1)
                || event.types.as_deref().is_some_and(|kind| kind.contains("organizational"))
        })
        .filter_map(|event| Some(event.reach()?.0.year()))
        .min();
    let masthead = &annotated.report.masthead;
    let issued = masthead.reissued.as_deref().or(masthead.issued.as_deref());
    let issued: Option<i16> = issued.and_then(|day| day.get(..4)?.parse().ok());
    let told = |cited: &&&Cited<'_>| {
        paper::is_whole(cited.mention) && !paper::is_announced(&cited.node.text, cited.mention)
    };
    for cited in once.iter().filter(|cited| of_own(cited)).filter(told) {
        let symbol = cited.mention.value.as_str();
        let Some(year) = paper::year(symbol) else { continue };
        let others: BTreeSet<i16> = all
            .iter()
            .filter(of_own)
            .filter(|other| other.mention.value != symbol)
            .filter_map(|other| paper::year(&other.mention.value))
            .collect();
        let known = all.iter().filter(of_own).count();
        let (Some(low), Some(high)) = (others.first(), others.last()) else { continue };
        let why = match (first, issued) {
            _ if known <= FEWEST => continue,
            (Some(first), _) if year < first && year < *low => {
                format!("the first session was in {first}, and no other document is older than {low}")
            }
            (_, Some(issued)) if year > issued && year > *high => {
                format!("this report was issued in {issued}")
            }
            _ => continue,
        };
        let swapped = paper::transpositions(&year.to_string());
        let swapped = swapped.iter().filter_map(|year| year.parse().ok()).find(|year| others.contains(year));
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is of {year}", cited.mention.text),
            why,
            instead: swapped.map(|year| paper::with_year(&cited.mention.text, year)),
            ..Told::default()
        };
        if !findings.is_told(&cited.node.id, &cited.mention.text) {
            findings.add("symbol-of-another-year", &cited.node.id, told);
        }
    }
}

/// The body whose report it is: by its symbol, or, where the report goes to the Assembly, the body of nearly all
/// documents that it cites.
fn own_body(annotated: &Annotated, all: &[Cited<'_>]) -> Option<String> {
    let symbol = annotated.report.masthead.symbol.as_deref()?;
    if let Some(body) = paper::body(symbol) {
        return Some(body.to_owned());
    }
    let mut bodies: HashMap<&str, usize> = HashMap::new();
    for body in all.iter().filter_map(|cited| paper::body(&cited.mention.value)) {
        *bodies.entry(body).or_default() += 1;
    }
    let total: usize = bodies.values().sum();
    let (body, count) = bodies.into_iter().max_by_key(|(body, count)| (*count, *body))?;
    (count > 4 && count * 10 >= total * 8).then(|| body.to_owned())
}

/// "At its third session … The summary is contained in document A/AC.999/2030/CRP.3", of a session in 2031.
fn sessions(annotated: &Annotated, events: &[Event], once: &[&Cited<'_>], findings: &mut Findings<'_>) {
    for cited in once {
        let symbol = cited.mention.value.as_str();
        let (Some(year), true) = (paper::year(symbol), paper::is_of_a_session(symbol)) else { continue };
        if !before(cited, 4).is_some_and(|words| CONTAINED_IN.iter().any(|end| words.ends_with(end))) {
            continue;
        }
        let index = findings.index_of(&cited.node.id);
        let mentions = index.and_then(|at| annotated.mentions.by_node.get(at));
        let mut named = mentions.into_iter().flatten().filter(|mention| mention.kind == MentionKind::Session);
        let (Some(only), None) = (named.next(), named.next()) else { continue };
        let opens =
            cited.node.text.starts_with("At its ") && only.start < 12 && only.text.ends_with("session");
        let body = paper::body(symbol);
        // A session that was put off has two years.
        let held: Vec<(i16, i16)> = events
            .iter()
            .filter(|event| event.kind == Kind::Session && Some(event.body.as_str()) == body)
            .filter(|event| event.name == only.value)
            .filter_map(|event| Some((event.reach()?.0.year(), event.reach()?.1.year())))
            .collect();
        let [(first, last)] = held.as_slice() else { continue };
        if !opens || (*first..=*last).contains(&year) {
            continue;
        }
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is of {year}", cited.mention.text),
            why: format!("the {} was in {last}, and such papers bear the year of their session", only.value),
            instead: Some(paper::with_year(&cited.mention.text, *last)),
            ..Told::default()
        };
        findings.add("symbol-of-another-year", &cited.node.id, told);
    }
}

/// A paper of a body of which nothing else is cited, one digit from another, in the same words as that one's.
fn bodies(annotated: &Annotated, (all, once): (&[Cited<'_>], &[&Cited<'_>]), findings: &mut Findings<'_>) {
    /// Words before the symbol that are the same.
    const SAME: usize = 5;
    let Some(own) = own_body(annotated, all) else { return };
    for cited in once {
        let symbol = cited.mention.value.as_str();
        let Some(body) = paper::body(symbol).filter(|body| paper::one_digit_apart(body, &own)) else {
            continue;
        };
        let others = all.iter().filter(|other| paper::body(&other.mention.value) == Some(body)).count();
        let Some(words) = before(cited, SAME).filter(|_| others == 1 && paper::is_of_a_session(symbol))
        else {
            continue;
        };
        let alike = all.iter().filter(|other| {
            paper::body(&other.mention.value) == Some(own.as_str())
                && before(other, SAME).as_deref() == Some(words.as_str())
        });
        if alike.count() < 2 {
            continue;
        }
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is a document of {body}", cited.mention.text),
            why: format!("it is the only document of that body; in the same words others of {own} are cited"),
            instead: Some(cited.mention.text.replacen(body, &own, 1)),
            ..Told::default()
        };
        findings.add("symbol-digits", &cited.node.id, told);
    }
}

/// The words before the symbol in its text.
fn before(cited: &Cited<'_>, many: usize) -> Option<String> {
    let text: String = cited.node.text.chars().take(cited.mention.start).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    (words.len() >= many).then(|| words[words.len() - many..].join(" ").to_lowercase())
}

/// "A/58/PV.19" beside "A/85/214": a session of the Assembly that nothing else is of. Resolutions are left out,
/// for the Assembly has hundreds in a session, and 79/233 and 79/323 are both real.
fn swapped(counts: &HashMap<&str, usize>, once: &[&Cited<'_>], findings: &mut Findings<'_>) {
    let of_session = |value: &str| -> Option<String> {
        let rest = value.strip_prefix("A/RES/").or_else(|| value.strip_prefix("A/DEC/"));
        let rest = rest.or_else(|| value.strip_prefix("A/"))?;
        let session = rest.split('/').next()?;
        (session.len() == 2 && session.chars().all(|c| c.is_ascii_digit())).then(|| session.to_owned())
    };
    let mut sessions: HashMap<String, usize> = HashMap::new();
    for (value, count) in counts {
        if let Some(session) = of_session(value) {
            *sessions.entry(session).or_default() += count;
        }
    }
    for cited in once {
        let value = cited.mention.value.as_str();
        let Some(session) = of_session(value).filter(|_| paper::assembly_session(value).is_some()) else {
            continue;
        };
        let swapped = paper::transpositions(&session);
        let Some(other) = swapped.first().filter(|other| sessions.get(*other).is_some_and(|many| *many > 1))
        else {
            continue;
        };
        let beside = |near: &&&Cited<'_>| {
            near.node.id == cited.node.id && of_session(&near.mention.value).as_ref() == Some(other)
        };
        if sessions.get(&session) != Some(&1) || !once.iter().any(|near| beside(&near)) {
            continue;
        }
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is the only document of that session", cited.mention.text),
            why: format!("beside it stands one of session {other}: two digits may have changed places"),
            instead: Some(cited.mention.text.replacen(&session, other, 1)),
            ..Told::default()
        };
        findings.add("symbol-digits", &cited.node.id, told);
    }
}
