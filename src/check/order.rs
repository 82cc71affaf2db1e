//! Sessions and meetings whose days do not follow their numbers, and days told as past after the report was
//! issued.

use super::events::runs_backwards;
use super::finding::{Findings, Told};
use super::paper;
use super::sittings;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{Node, NodeKind};
use crate::terms::english::editing::{REPORTED_ON, TOLD_AS_COMING, TOLD_AS_PAST};
use crate::timeline::{Event, Kind, Source, Status, words};
use std::collections::{BTreeMap, HashSet};

/// Compares events of one row with one another.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    for (before, event) in misordered(events) {
        tell(annotated, (before, event), findings);
    }
    meetings(annotated, events, findings);
    sittings::find(annotated, events, findings);
    alone(annotated, events, findings);
    reported(annotated, findings);
}

/// "the election of Einar Thoresen (Norway) as Vice-Chair", "the 9th meeting".
pub(super) fn subject(event: &Event) -> String {
    match event.name.split_once(" elected ").filter(|_| event.kind == Kind::Election) {
        Some((who, office)) => format!("the election of {who} as {office}"),
        None => format!("the {}", event.name),
    }
}

/// The sessions whose own days cannot be right.
pub(super) fn odd(events: &[Event]) -> HashSet<&str> {
    let pairs = misordered(events).into_iter().flat_map(|(one, two)| [one, two]);
    let backwards = events.iter().filter(|event| event.dates.as_deref().is_some_and(runs_backwards));
    pairs.chain(backwards).map(|event| event.id.as_str()).collect()
}

/// "a fourth session, from 2 to 6 February 2030" where the third was in April 2031.
fn misordered(events: &[Event]) -> Vec<(&Event, &Event)> {
    let mut rows: BTreeMap<(&str, &str), Vec<&Event>> = BTreeMap::new();
    for event in events.iter().filter(|event| event.kind == Kind::Session) {
        if event.ordinal.is_some() && event.status != Status::Cancelled && !event.days.is_empty() {
            let kind = event.types.as_deref().unwrap_or_default();
            rows.entry((event.body.as_str(), kind)).or_default().push(event);
        }
    }
    let mut pairs = Vec::new();
    for row in rows.values_mut() {
        row.sort_by_key(|event| event.ordinal);
        for pair in row.windows(2) {
            let [before, event] = pair else { continue };
            let (Some(first), Some(second)) = (before.reach(), event.reach()) else { continue };
            if second.0 < first.0 && before.ordinal != event.ordinal {
                pairs.push((*before, *event));
            }
        }
    }
    pairs
}

fn tell(annotated: &Annotated, (before, event): (&Event, &Event), findings: &mut Findings<'_>) {
    let (Some(one), Some(two)) = (&before.dates, &event.dates) else { return };
    if runs_backwards(one) || runs_backwards(two) {
        return;
    }
    // What is cited least often is more likely the one that is wrong; as a rule the one to come.
    let source = naming(annotated, event, two, findings).or(event.sources.first());
    let other = naming(annotated, before, one, findings).or(before.sources.first());
    let (Some(source), Some(other)) = (source, other) else { return };
    let told = Told {
        text: source.text.clone(),
        what: format!("the {} is dated {}", event.name, words::dates(two)),
        why: format!("the {} is dated {} ({})", before.name, words::dates(one), findings.cited(&other.id)),
        also: vec![other.id.clone()],
        ..Told::default()
    };
    findings.add("out-of-order", &source.id, told);
}

/// The 7th meeting of a session before its 6th.
fn meetings(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let odd = odd(events);
    let mut rows: BTreeMap<(&str, &str), Vec<&Event>> = BTreeMap::new();
    for event in events.iter().filter(|event| event.kind == Kind::Meeting && event.clashes.is_empty()) {
        let Some(session) = event.part_of.as_deref().filter(|id| !odd.contains(id)) else { continue };
        // A year that was only guessed proves nothing.
        let written = event.dates.as_deref().is_some_and(|dates| {
            event.sources.iter().any(|source| is_written(annotated, &source.id, dates, findings))
        });
        if event.ordinal.is_some() && event.status == Status::Held && !event.days.is_empty() && written {
            rows.entry((session, event.types.as_deref().unwrap_or_default())).or_default().push(event);
        }
    }
    for row in rows.values_mut() {
        row.sort_by_key(|event| event.ordinal);
        for pair in row.windows(2) {
            let [before, event] = pair else { continue };
            let (Some(first), Some(second)) = (before.reach(), event.reach()) else { continue };
            if second.1 < first.0 && before.ordinal != event.ordinal {
                tell(annotated, (before, event), findings);
            }
        }
    }
}

fn is_written(annotated: &Annotated, at: &str, dates: &str, findings: &Findings<'_>) -> bool {
    let mentions = findings.index_of(at).and_then(|at| annotated.mentions.by_node.get(at));
    mentions.into_iter().flatten().any(|mention| {
        mention.kind == MentionKind::Date
            && mention.value == dates
            && !mention.attributes.contains_key("year_from")
    })
}

/// "met on 8 and 9 May 2031 and reported on its work on 10 April 2031".
fn reported(annotated: &Annotated, findings: &mut Findings<'_>) {
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        let written: Vec<&Mention> = mentions
            .iter()
            .filter(|mention| {
                mention.kind == MentionKind::Date && !mention.attributes.contains_key("year_from")
            })
            .collect();
        for pair in written.windows(2) {
            let [met, told] = pair else { continue };
            let between: String =
                node.text.chars().take(told.start).skip(met.end).collect::<String>().trim().to_owned();
            let before: String = node.text.chars().take(met.start).collect();
            let reports = REPORTED_ON.iter().any(|words| between.ends_with(words));
            let meets = before.trim_end().ends_with(" met on") || before.trim_end().ends_with(" met from");
            let first = met.value.trim_start_matches('{').get(..10).filter(|day| is_day(day));
            let Some(first) = first.filter(|_| reports && meets && !between.contains(". ")) else { continue };
            if is_day(&told.value) && told.value.as_str() < first {
                let told = Told {
                    text: told.text.clone(),
                    what: format!("it reported on {} and met on {}", told.text, met.text),
                    why: "a group reports on its work when it has met".to_owned(),
                    ..Told::default()
                };
                findings.add("out-of-order", &node.id, told);
            }
        }
    }
}

fn is_day(value: &str) -> bool {
    value.len() == 10 && value.bytes().all(|b| b == b'-' || b.is_ascii_digit())
}

/// "At its 2nd meeting, on 15 March" in the report of one session, from 3 to 7 March.
fn alone(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let Some(own) = events.first().map(|event| event.body.as_str()) else { return };
    let mut sessions = events.iter().filter(|event| event.kind == Kind::Session && event.body == own);
    let (Some(session), None) = (sessions.next(), sessions.next()) else { return };
    let (Some((first, last)), Some(dates)) = (session.reach(), &session.dates) else { return };
    if session.days.is_empty() || first > last || session.status != Status::Held {
        return;
    }
    let meetings: Vec<&Event> = events
        .iter()
        .filter(|event| event.kind == Kind::Meeting && event.body == own && event.part_of.is_none())
        .collect();
    // Where others lie outside too, the meetings are those of a longer time.
    let outside = |event: &&&Event| event.reach().is_some_and(|(from, to)| to < first || from > last);
    let lost: Vec<&&Event> = meetings.iter().filter(outside).collect();
    let [event] = lost.as_slice() else { return };
    let Some(days) = &event.dates else { return };
    let Some(source) = naming(annotated, event, days, findings).or(event.sources.first()) else { return };
    let told = Told {
        text: source.text.clone(),
        what: format!("the {} is dated {}", event.name, words::dates(days)),
        why: format!("the only session that is told was held {}", words::dates(dates)),
        also: session.sources.first().map(|source| source.id.clone()).into_iter().collect(),
        ..Told::default()
    };
    findings.add("outside-session", &source.id, told);
}

/// The first paragraph that gives the days: an event may be named before its day is.
pub(super) fn naming<'e>(
    annotated: &Annotated,
    event: &'e Event,
    dates: &str,
    findings: &Findings<'_>,
) -> Option<&'e Source> {
    event.sources.iter().find(|source| {
        let mentions = findings.index_of(&source.id).and_then(|at| annotated.mentions.by_node.get(at));
        mentions.is_some_and(|mentions| {
            mentions.iter().any(|mention| mention.kind == MentionKind::Date && mention.value == dates)
        })
    })
}

/// "reported on 10 April 2032" in a report issued in July 2031. A draft is written ahead.
pub(super) fn after_issue(annotated: &Annotated, findings: &mut Findings<'_>) {
    let masthead = &annotated.report.masthead;
    let Some(issued) = masthead.reissued.as_deref().or(masthead.issued.as_deref()) else { return };
    if issued.len() != 10 || paper::is_draft(masthead) {
        return;
    }
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        if !matches!(node.kind, NodeKind::Paragraph | NodeKind::Item) || node.part != "body" {
            continue;
        }
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Date) {
            if is_day(&mention.value) && mention.value.as_str() > issued && is_told_as_past(node, mention) {
                let told = Told {
                    text: mention.text.clone(),
                    what: format!("{} is told as past", mention.text),
                    why: format!("the report was issued on {}", words::dates(issued)),
                    ..Told::default()
                };
                // What the timeline knows of is said already.
                if !findings.is_covered("told-ahead", &node.id) {
                    findings.add("told-ahead", &node.id, told);
                }
            }
        }
    }
}

/// The clause before the day has a verb of the past, and its sentence none of what is to come.
fn is_told_as_past(node: &Node, mention: &Mention) -> bool {
    let before: String = node.text.chars().take(mention.start).collect();
    let sentence = before.rsplit(". ").next().unwrap_or_default();
    if is_coming(node, mention) {
        return false;
    }
    let words: Vec<String> = sentence
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let last = words.last().is_some_and(|word| word == "on");
    let near = &words[words.len().saturating_sub(NEAR)..];
    let Some(verb) = near.iter().rposition(|word| TOLD_AS_PAST.contains(&word.as_str())) else {
        return false;
    };
    // "to be held on", "decided to meet on".
    let infinitive = near[verb.saturating_sub(1)..].iter().any(|word| word == "to" || word == "be");
    last && !infinitive
}

/// The sentence round the day has a word of what is to come.
pub(super) fn is_coming(node: &Node, mention: &Mention) -> bool {
    let before: String = node.text.chars().take(mention.start).collect();
    let after: String = node.text.chars().skip(mention.end).collect();
    let coming = |text: &str| {
        // "May" is a month.
        let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| *word != "May");
        words.any(|word| TOLD_AS_COMING.contains(&word.to_lowercase().as_str()))
    };
    coming(before.rsplit(". ").next().unwrap_or_default())
        || coming(after.split(". ").next().unwrap_or_default())
}

/// Words between the verb and the day.
const NEAR: usize = 8;
