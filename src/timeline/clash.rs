//! What is told in two ways, shown with both sources.

use super::days;
use super::event::{Clash, Event, Kind, Source, Status, Value};
use super::fold::{chosen_dates, expanded};
use super::merge::Gathered;
use super::telling::{How, Telling};
use std::collections::HashMap;

/// No clash lists more ways than this.
const MOST: usize = 8;

/// What the sentences about one event tell in two ways.
pub fn within(event: &Event, tellings: &[Telling]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let mut add = |field: &str, values: Vec<Value>| {
        if values.len() > 1 {
            clashes.push(Clash { field: field.to_owned(), values });
        }
    };
    add("dates", dates(tellings));
    add("meetings", distinct(tellings, |telling| telling.meetings.map(|count| count.to_string())));
    if matches!(event.kind, Kind::Session | Kind::Election) {
        for office in ["Chair", "President", "Rapporteur"] {
            add(&office.to_lowercase(), holders(tellings, office));
        }
    }
    if event.kind == Kind::Session {
        add("place", places(tellings));
    }
    for telling in tellings {
        for (field, told, actual) in &telling.faults {
            let value = |value: &String| Value { value: value.clone(), source: telling.source.clone() };
            add(field, vec![value(told), value(actual)]);
        }
    }
    clashes
}

/// Days that cannot be the same: each with the first that says so.
fn dates(tellings: &[Telling]) -> Vec<Value> {
    let Some(chosen) = chosen_dates(tellings) else { return Vec::new() };
    let Some(believed) = &chosen.dates else { return Vec::new() };
    let mut values = vec![Value { value: believed.to_string(), source: chosen.source.clone() }];
    for telling in tellings.iter().filter(|telling| telling.how != How::Named) {
        let Some(other) = &telling.dates else { continue };
        let inside = (telling.how == How::Within || telling.one_of || chosen.one_of)
            && days::hull(other)
                .zip(days::hull(believed))
                .is_some_and(|(a, b)| days::within(a, b) || days::within(b, a));
        let known = values.iter().any(|value| value.value == other.to_string());
        if !known && !inside && !days::agree(believed, other) && values.len() < MOST {
            values.push(Value { value: other.to_string(), source: telling.source.clone() });
        }
    }
    values
}

fn distinct(tellings: &[Telling], of: impl Fn(&Telling) -> Option<String>) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for telling in tellings {
        let Some(value) = of(telling) else { continue };
        if !values.iter().any(|known| known.value == value) && values.len() < MOST {
            values.push(Value { value, source: telling.source.clone() });
        }
    }
    values
}

/// Two people in one office, told by different reports; within one report the second may have followed the
/// first.
fn holders(tellings: &[Telling], office: &str) -> Vec<Value> {
    let mut values: Vec<(usize, Value)> = Vec::new();
    for telling in tellings {
        let own: Vec<_> =
            telling.officers.iter().filter(|officer| officer.office.as_deref() == Some(office)).collect();
        // Co-Chairs share the office.
        let [officer] = own.as_slice() else { continue };
        let family = officer.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let known = values
            .iter()
            .any(|(report, value)| value.value.to_lowercase().contains(&family) || *report == telling.report);
        if !known && values.len() < MOST {
            values.push((
                telling.report,
                Value { value: officer.name.clone(), source: telling.source.clone() },
            ));
        }
    }
    values.into_iter().map(|(_, value)| value).collect()
}

/// Two cities; Headquarters, and the country behind the city, are no other place.
fn places(tellings: &[Telling]) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for telling in tellings.iter().filter(|telling| telling.how != How::Within) {
        let Some(place) = &telling.place else { continue };
        let lower = place.to_lowercase();
        let vague = ["headquarters", "new york", "virtual", "centre", "center", "office", "palais", "hybrid"]
            .iter()
            .any(|word| lower.contains(word));
        let known = values.iter().any(|value| {
            let other = value.value.to_lowercase();
            other.contains(&lower) || lower.contains(&other)
        });
        if !vague && !known && values.len() < MOST {
            values.push(Value { value: place.clone(), source: telling.source.clone() });
        }
    }
    values
}

/// Meetings, elections and adoptions outside the days of their session.
pub fn outside(events: &mut [Event]) {
    let sessions: HashMap<String, (String, Source)> = events
        .iter()
        .filter(|event| event.kind == Kind::Session)
        .filter_map(|event| Some((event.id.clone(), (event.dates.clone()?, event.sources.first()?.clone()))))
        .collect();
    let reach: HashMap<String, _> =
        events.iter().filter_map(|event| Some((event.id.clone(), event.reach()?))).collect();
    for event in events.iter_mut() {
        if !matches!(event.kind, Kind::Meeting | Kind::Adoption | Kind::Election)
            || event.status == Status::Cancelled
        {
            continue;
        }
        let Some(session) = &event.part_of else { continue };
        let (Some(own), Some(of)) = (event.reach(), reach.get(session)) else { continue };
        // A blank day and a month reach farther than what they mean.
        let apart = own.1 < of.0 || of.1 < own.0;
        if let (true, Some((dates, source)), Some(first)) =
            (apart, sessions.get(session), event.sources.first())
        {
            let values = vec![
                Value { value: event.dates.clone().unwrap_or_default(), source: first.clone() },
                Value { value: dates.clone(), source: source.clone() },
            ];
            event.clashes.push(Clash { field: "session".to_owned(), values });
        }
    }
}

/// Agenda items that have two names in one report: told at the session and at what was adopted under the
/// item. `gathered` is parallel to the events.
pub fn agenda(events: &mut [Event], gathered: &[Gathered], agenda: &[Vec<(String, String, Source)>]) {
    for (event, gathered) in events.iter_mut().zip(gathered) {
        if event.kind != Kind::Adoption {
            continue;
        }
        let mut reports: Vec<usize> = gathered.tellings.iter().map(|telling| telling.report).collect();
        reports.sort_unstable();
        reports.dedup();
        for item in event.agenda_items.clone() {
            let mut values: Vec<Value> = Vec::new();
            let names = reports
                .iter()
                .filter_map(|report| agenda.get(*report))
                .flatten()
                .filter(|(number, _, _)| expanded(number).contains(&item));
            for (_, name, source) in names {
                let known = values.iter().any(|value| folded(&value.value) == folded(name));
                if !known && values.len() < MOST {
                    values.push(Value { value: name.clone(), source: source.clone() });
                }
            }
            if values.len() > 1 {
                event.clashes.push(Clash { field: format!("agenda_item {item}"), values });
            }
        }
    }
}

/// Case and signs apart.
fn folded(name: &str) -> String {
    super::name::words(name).join(" ")
}
