//! Numbered meetings on a day on which no session of the report sat, where the text does not name the session:
//! the numbers before and behind tell which one it is.

use super::finding::{Findings, Sure, Told};
use super::order::{self, naming};
use crate::mentions::Annotated;
use crate::timeline::{Event, Kind, Status, words};
use jiff::civil::Date;

/// With fewer meetings inside their sessions the numbers prove nothing.
const FEWEST: usize = 4;

/// A session farther away is none that the meeting belongs to.
const NEAR: i32 = 31;

/// Between the number of the meeting and the last one that has a session.
const GAP: u32 = 4;

/// One finding where all meetings that have no session are told in one place or on one day.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let Some(own) = events.first().map(|event| event.body.as_str()) else { return };
    let held = || events.iter().filter(|event| event.body == own && event.status == Status::Held);
    let sessions: Vec<&Event> =
        held().filter(|event| event.kind == Kind::Session && !event.days.is_empty()).collect();
    let odd = order::odd(events);
    // A session told in two ways may have sat on the other days.
    let doubtful = |session: &&Event| odd.contains(session.id.as_str()) || !session.clashes.is_empty();
    if sessions.is_empty() || sessions.iter().any(doubtful) {
        return;
    }
    let meetings = || {
        let numbered = |event: &&Event| event.kind == Kind::Meeting && event.ordinal.is_some();
        held().filter(numbered).filter(|event| event.clashes.is_empty())
    };
    let inside: Vec<&Event> = meetings().filter(|event| event.part_of.is_some()).collect();
    let lost: Vec<&Event> =
        meetings().filter(|event| event.part_of.is_none() && event.reach().is_some()).collect();
    let Some(first) = lost.first().copied().filter(|_| inside.len() >= FEWEST) else { return };
    let alike = |event: &&Event| {
        event.dates == first.dates
            || event.sources.first().map(|source| &source.id)
                == first.sources.first().map(|source| &source.id)
    };
    if !lost.iter().all(alike) || findings.has_code("outside-session") {
        return;
    }
    let low = lost.iter().filter_map(|event| event.ordinal).min().unwrap_or_default();
    let high = lost.iter().filter_map(|event| event.ordinal).max().unwrap_or_default();
    // One row of numbers: the one before has a session, and no other kind of meeting is counted by itself.
    let before = inside.iter().filter(|event| event.ordinal < Some(low)).max_by_key(|event| event.ordinal);
    let Some(before) = before.filter(|event| event.ordinal.is_some_and(|number| low - number <= GAP)) else {
        return;
    };
    if lost.iter().chain(&inside).any(|event| event.types != first.types) {
        return;
    }
    let Some((from, to)) = lost
        .iter()
        .filter_map(|event| event.reach())
        .reduce(|(from, to), (first, last)| (from.min(first), to.max(last)))
    else {
        return;
    };
    let Some(session) = sessions.iter().find(|session| before.part_of.as_ref() == Some(&session.id)) else {
        return;
    };
    let Some((opened, closed)) = session.reach() else { return };
    let touches = |(opened, closed): (Date, Date)| opened <= from && to <= closed;
    if sessions.iter().filter_map(|session| session.reach()).any(touches)
        || apart(closed, from) > NEAR
        || apart(to, opened) > NEAR
    {
        return;
    }
    // A meeting with a higher number sat earlier, or one with a lower number later: the day cannot be right.
    let behind = inside
        .iter()
        .any(|event| event.ordinal > Some(high) && event.reach().is_some_and(|(_, last)| last <= to));
    let ahead = before.reach().is_some_and(|(day, _)| from < day);
    let days = first.dates.as_deref().map(words::dates).unwrap_or_default();
    let Some(source) = first
        .dates
        .as_deref()
        .and_then(|days| naming(annotated, first, days, findings))
        .or(first.sources.first())
    else {
        return;
    };
    let (name, days) = match lost.len() {
        1 => (format!("{} is", first.name), days),
        _ if from < to => (several(&lost), words::dates(&format!("{from}/{to}"))),
        _ => (several(&lost), days),
    };
    let held = session.dates.as_deref().map(words::dates).unwrap_or_default();
    let named = session.dates.as_deref().and_then(|days| naming(annotated, session, days, findings));
    let told = Told {
        text: source.text.clone(),
        what: format!("the {name} dated {days}"),
        why: format!("the {} has its session, held {held}", before.name),
        sure: (!behind && !ahead).then_some(Sure::Hint),
        also: named.map(|source| source.id.clone()).into_iter().filter(|id| *id != source.id).collect(),
        ..Told::default()
    };
    findings.add("outside-session", &source.id, told);
}

/// "17th and 18th meetings are", "136th to 139th meetings are".
fn several(lost: &[&Event]) -> String {
    let mut lost = lost.to_vec();
    lost.sort_by_key(|event| event.ordinal);
    let number = |event: Option<&&Event>| {
        event.and_then(|event| event.name.split(' ').next()).unwrap_or_default().to_owned()
    };
    let between = if lost.len() == 2 { "and" } else { "to" };
    format!("{} {between} {} meetings are", number(lost.first()), number(lost.last()))
}

/// Days from the first to the second; none where the second is not later.
fn apart(one: Date, two: Date) -> i32 {
    i32::try_from(one.duration_until(two).as_hours() / 24).unwrap_or(i32::MAX).max(0)
}
