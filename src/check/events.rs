//! What the timeline of the report alone shows: days outside their session, events told in two ways, and
//! events told as past before the document's own date.

use super::finding::{Findings, Sure, Told};
use super::outside::{self, Outside};
use super::paper;
use crate::mentions::Annotated;
use crate::timeline::{Clash, Event, Kind, Status, words};
use std::collections::{BTreeMap, HashSet};

/// Names that the finding about the date spells out; the rest is counted.
const NAMED: usize = 3;

/// Turns clashes and statuses into findings.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let outside = outside::find(annotated, events, findings);
    for event in events {
        for clash in &event.clashes {
            self::clash(event, clash, &outside, findings);
        }
    }
    ahead(annotated, events, findings);
}

/// `outside` holds the days, each with its place, that were told to lie outside their session.
fn clash(event: &Event, clash: &Clash, outside: &Outside, findings: &mut Findings<'_>) {
    let [first, .., last] = clash.values.as_slice() else { return };
    let dated = clash.field == "dates";
    let said = |value: &str| if dated { words::dates(value) } else { value.to_owned() };
    let (own, other) = (said(&first.value), said(&last.value));
    let name = &event.name;
    let (code, at, also, what, why) = match clash.field.as_str() {
        // The weekday is remarked on where it is read, the agenda is compared by itself.
        "weekday" | "session" => return,
        field if field.starts_with("agenda_item") => return,
        // Days that run backwards, or lie outside the session, are told where they stand.
        "dates" if clash.values.iter().any(|value| runs_backwards(&value.value)) => return,
        "dates"
            if [first, last]
                .iter()
                .any(|way| outside.contains(&(way.source.id.clone(), way.value.clone()))) =>
        {
            return;
        }
        "count" => (
            "count-differs",
            first,
            first,
            format!("“{own} {name}” and {other} days"),
            "there are more days than are counted".to_owned(),
        ),
        field => (
            "told-in-two-ways",
            last,
            first,
            format!("{}: {other}", subject(field, name)),
            format!("{} has {own}", findings.cited(&first.source.id)),
        ),
    };
    let at = &at.source;
    let told = Told {
        text: at.text.clone(),
        what,
        why,
        also: Some(also.source.id.clone()).filter(|id| *id != at.id).into_iter().collect(),
        ..Told::default()
    };
    findings.add(code, &at.id, told);
}

pub(super) fn runs_backwards(dates: &str) -> bool {
    dates.split_once('/').is_some_and(|(first, last)| first > last)
}

fn subject(field: &str, name: &str) -> String {
    match field {
        "dates" => format!("the days of the {name}"),
        "meetings" => format!("the meetings of the {name}"),
        other => format!("{other} of the {name}"),
    }
}

/// One finding for the document: of a report that is issued its date is what has to change.
fn ahead(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let masthead = &annotated.report.masthead;
    let Some(date) = masthead.reissued.as_deref().or(masthead.issued.as_deref()) else { return };
    // A day outside its session is told by itself.
    let strayed = |event: &&Event| {
        event.sources.iter().any(|source| findings.has("outside-session", &source.id))
            && event.kind != Kind::Session
    };
    let told: Vec<&Event> = events
        .iter()
        .filter(|event| event.status == Status::ToldAhead)
        .filter(|event| !strayed(event))
        .collect();
    // A blank day may be any of its month: it counts only where no day is whole.
    let whole = told.iter().flat_map(|event| event.days.iter().map(|(_, last)| *last)).max();
    let vague = || told.iter().filter_map(|event| event.reach()).map(|(_, last)| last).max();
    let Some(last) = whole.or_else(vague) else { return };
    let ids: HashSet<&str> = told.iter().map(|event| event.id.as_str()).collect();
    // What belongs to a session that is named already says nothing new.
    let by_itself = |event: &&&Event| {
        event.kind != Kind::Meeting && !event.part_of.as_ref().is_some_and(|id| ids.contains(id.as_str()))
    };
    let mut main: Vec<&&Event> = told.iter().filter(by_itself).collect();
    if main.is_empty() {
        main = told.iter().collect();
    }
    let mut names: Vec<String> = main
        .iter()
        .take(NAMED)
        .map(|event| {
            let days = event.dates.as_deref().map(words::dates);
            days.map_or_else(|| event.name.clone(), |days| format!("{}, {days}", event.name))
        })
        .collect();
    if main.len() > NAMED {
        names.push(format!("{} more", main.len() - NAMED));
    }
    let sources = told.iter().flat_map(|event| &event.sources).filter(|source| !source.id.starts_with("f."));
    let also: BTreeMap<usize, &str> =
        sources.filter_map(|source| Some((findings.index_of(&source.id)?, source.id.as_str()))).collect();
    let also: Vec<String> = also.into_values().map(str::to_owned).collect();
    let at = ["f.distr", "f.issued", "f.symbol"].into_iter().find(|id| findings.index_of(id).is_some());
    let (date, names) = (words::dates(date), names.join("; "));
    // A draft is always written ahead of the session: what has to be looked at is what it tells.
    let told = match paper::is_draft(masthead) {
        true => Told {
            text: date.clone(),
            what: format!("the draft is dated {date} and tells as past what is later"),
            why: format!("{names}; before it is adopted, see that it happened as told"),
            sure: Some(Sure::Hint),
            also,
            ..Told::default()
        },
        false => Told {
            text: date.clone(),
            what: format!("the document is dated {date} and tells as past what is later"),
            why: names,
            instead: Some(format!("a date of issue not before {}", words::dates(&last.to_string()))),
            also,
            ..Told::default()
        },
    };
    findings.add("told-ahead", at.unwrap_or(""), told);
}
