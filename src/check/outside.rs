//! What happened at a session on a day outside it: meetings, elections, adoptions, and the openings of several
//! sessions that one sentence lists.

use super::events::runs_backwards;
use super::finding::{Findings, Told};
use super::order::{self, naming};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::Node;
use crate::terms::english::calendar::{WEEKDAYS, in_full};
use crate::terms::english::editing::OPENINGS_OF_EACH;
use crate::timeline::{Clash, Event, Kind, Status, words};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// The places and days that were told.
pub(super) type Outside = HashSet<(String, String)>;

/// Tells each day once, whatever happened on it.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) -> Outside {
    let odd = order::odd(events);
    let sessions: HashMap<&str, &Event> = events.iter().map(|event| (event.id.as_str(), event)).collect();
    let mut told = Outside::new();
    for event in events {
        let session = event.part_of.as_deref().and_then(|id| sessions.get(id).copied());
        // A session whose own days are odd convicts no other.
        if session.is_none_or(|session| odd.contains(session.id.as_str()) || is_told_within(event, session)) {
            continue;
        }
        for clash in event.clashes.iter().filter(|clash| clash.field == "session") {
            self::clash(annotated, event, clash, &mut told, findings);
        }
    }
    openings(annotated, events, findings);
    told
}

/// Where the session is told in two ways, the other of them may be the right one.
fn is_told_within(event: &Event, session: &Event) -> bool {
    let Some((first, last)) = event.reach() else { return false };
    let ways = session.clashes.iter().filter(|clash| clash.field == "dates").flat_map(|clash| &clash.values);
    ways.map(|way| Event { dates: Some(way.value.clone()), ..session.clone() })
        .filter_map(|session| session.reach())
        .any(|(from, to)| from <= first && last <= to)
}

fn clash(
    annotated: &Annotated,
    event: &Event,
    clash: &Clash,
    told: &mut Outside,
    findings: &mut Findings<'_>,
) {
    let [first, .., last] = clash.values.as_slice() else { return };
    // Days that run backwards are told where they stand; nothing lies within them.
    if runs_backwards(&last.value) {
        return;
    }
    let at = naming(annotated, event, &first.value, findings).unwrap_or(&first.source);
    if !told.insert((at.id.clone(), first.value.clone())) {
        return;
    }
    let held = format!("{} ({})", words::dates(&last.value), findings.cited(&last.source.id));
    let also: Vec<String> = Some(last.source.id.clone()).filter(|id| *id != at.id).into_iter().collect();
    if let Some((day, weekday)) = of_session(annotated, &at.id, &first.value, &last.value, findings) {
        // The year was not written, and that of the session fits.
        let Some(right) = weekday else { return };
        let Some(written) = written_weekday(annotated, &at.id, &first.value, findings) else { return };
        let told = Told {
            text: written.clone(),
            what: format!("“{written}” stands with {}, which is a {right}", in_full(day)),
            why: format!("the year is that of the session, held {held}"),
            instead: Some(right.to_owned()),
            also,
            ..Told::default()
        };
        return findings.add("wrong-weekday", &at.id, told);
    }
    let told = Told {
        text: at.text.clone(),
        what: format!("{} is dated {}", order::subject(event), words::dates(&first.value)),
        why: format!("the session was held {held}"),
        also,
        ..Told::default()
    };
    findings.add("outside-session", &at.id, told);
}

/// The mention of a day of which the year was not written.
fn derived<'a>(
    annotated: &'a Annotated,
    at: &str,
    value: &str,
    findings: &Findings<'_>,
) -> Option<&'a Mention> {
    let mentions = annotated.mentions.by_node.get(findings.index_of(at)?)?;
    mentions.iter().find(|mention| {
        mention.kind == MentionKind::Date
            && mention.value == value
            && mention.attributes.contains_key("year_from")
    })
}

/// "on 14 May" at a session of May 2030, where the year was taken from a sentence before: the day in the year
/// of the session, where it lies in it, and the day of the week that the calendar has for it, where the text
/// has another.
fn of_session(
    annotated: &Annotated,
    at: &str,
    value: &str,
    session: &str,
    findings: &Findings<'_>,
) -> Option<(Date, Option<&'static str>)> {
    let mention = derived(annotated, at, value, findings)?;
    let day: Date = value.parse().ok()?;
    let (first, last) = session.split_once('/').unwrap_or((session, session));
    let (first, last): (Date, Date) = (first.parse().ok()?, last.parse().ok()?);
    let right = [first.year(), last.year()]
        .into_iter()
        .filter_map(|year| Date::new(year, day.month(), day.day()).ok())
        .find(|day| (first..=last).contains(day))?;
    let name = WEEKDAYS.get(usize::try_from(right.weekday().to_monday_zero_offset()).ok()?)?;
    let written = mention.attributes.get("weekday").filter(|written| !written.eq_ignore_ascii_case(name));
    Some((right, written.map(|_| *name)))
}

fn written_weekday(annotated: &Annotated, at: &str, value: &str, findings: &Findings<'_>) -> Option<String> {
    derived(annotated, at, value, findings)?.attributes.get("weekday").cloned()
}

/// "At the opening of each substantive session, that is, on 13 May and 9 December 2030": as many days as
/// sessions, each within its own.
fn openings(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let Some(own) = events.first().map(|event| event.body.as_str()) else { return };
    let mut sessions: Vec<&Event> = events
        .iter()
        .filter(|event| event.kind == Kind::Session && event.body == own && event.status == Status::Held)
        .filter(|event| event.reach().is_some_and(|(first, last)| first <= last))
        .collect();
    sessions.sort_by_key(|event| event.reach());
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        let Some((kind, days)) = listed(node, mentions) else { continue };
        let of_kind =
            |event: &&&Event| kind.is_empty() || event.types.as_deref().is_some_and(|types| types == kind);
        let held: Vec<&&Event> = sessions.iter().filter(of_kind).collect();
        if held.len() != days.len() || held.len() < 2 {
            continue;
        }
        let within = |(event, day): &(&&&Event, &Date)| {
            event.reach().is_some_and(|(first, last)| (first..=last).contains(day))
        };
        let pairs: Vec<(&&&Event, &Date)> = held.iter().zip(&days).collect();
        if !pairs.iter().any(within) {
            continue;
        }
        for (event, day) in pairs.into_iter().filter(|pair| !within(pair)) {
            let Some(source) = event.sources.iter().find(|source| source.id != node.id) else { continue };
            let dates = event.dates.as_deref().map(words::dates).unwrap_or_default();
            let told = Told {
                text: in_full(*day),
                what: format!(
                    "the opening of the {} is dated {}",
                    event.name,
                    words::dates(&day.to_string())
                ),
                why: format!("that session was held {dates} ({})", findings.cited(&source.id)),
                also: vec![source.id.clone()],
                ..Told::default()
            };
            findings.add("outside-session", &node.id, told);
        }
    }
}

/// "each substantive session": its kind, and the days behind it in the same sentence.
fn listed(node: &Node, mentions: &[Mention]) -> Option<(String, Vec<Date>)> {
    let (at, opening) = OPENINGS_OF_EACH.iter().find_map(|words| Some((node.text.find(words)?, words)))?;
    let rest = &node.text[at + opening.len()..];
    let (kind, behind) = rest.split_once("session")?;
    if kind.len() > 24 || kind.contains(['.', ',', ';']) {
        return None;
    }
    let sentence = behind.split(". ").next().unwrap_or_default();
    let from = node.text[..node.text.len() - behind.len()].chars().count();
    let to = from + sentence.chars().count();
    let mut days = Vec::new();
    let here = mentions.iter().filter(|mention| mention.kind == MentionKind::Date);
    for mention in here.filter(|mention| (from..to).contains(&mention.start)) {
        let value = mention.value.trim_matches(['{', '}']);
        for day in value.split(',') {
            days.push(day.parse().ok()?);
        }
    }
    Some((kind.trim().to_owned(), days))
}
