//! The events in their order: names that stay, what belongs to which session, the row by days.

use super::days;
use super::event::{Event, Kind, Status};
use super::merge::Gathered;
use super::telling::Key;
use crate::terms::english::number::ordinal_in_figures;
use jiff::civil::Date;
use std::collections::HashMap;

/// Names that stay the same from run to run.
pub fn number(events: &mut [Event]) {
    let mut used: HashMap<String, usize> = HashMap::new();
    for event in events.iter_mut() {
        let slug: String = event
            .name
            .chars()
            .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .take(60)
            .collect();
        let date = event.days.first().map(|(first, _)| format!(":{first}")).unwrap_or_default();
        let date = if event.kind == Kind::Session
            && event.ordinal.is_some()
            && event.status != Status::Cancelled
            && event.status != Status::Postponed
        {
            String::new()
        } else {
            date
        };
        let base = format!("{}:{}:{}{date}", event.body, event.kind.name(), slug.trim_matches('-'));
        let count = used.entry(base.clone()).or_default();
        *count += 1;
        event.id = if *count > 1 { format!("{base}~{count}") } else { base };
    }
}

/// Meetings, elections and adoptions belong to their session; gatherings to the one that the text names.
pub fn belong(events: &mut [Event], kept: &[Gathered]) {
    let mut sessions: HashMap<&str, Vec<(usize, &Key)>> = HashMap::new();
    for (at, one) in kept.iter().enumerate() {
        if let Some(first) = one.tellings.first().filter(|first| first.kind == Kind::Session) {
            sessions.entry(first.body.key.as_str()).or_default().push((at, &first.key));
        }
    }
    let mut found: Vec<Option<String>> = Vec::new();
    for (at, one) in kept.iter().enumerate() {
        let session = one.tellings.iter().find_map(|telling| telling.session.as_ref());
        let candidates = one.tellings.first().and_then(|first| sessions.get(first.body.key.as_str()));
        let near = session.zip(candidates).and_then(|(session, candidates)| {
            let mut same: Vec<usize> =
                candidates.iter().filter(|(_, key)| key.may_be(session)).map(|(at, _)| *at).collect();
            same.retain(|session| !matches!(events[*session].status, Status::Cancelled | Status::Postponed));
            let holds = |session: &usize| match (events[at].reach(), events[*session].reach()) {
                (Some(day), Some(session)) => days::within(day, session),
                _ => false,
            };
            same.iter()
                .find(|session| holds(session))
                .or(same.first())
                .map(|session| events[*session].id.clone())
        });
        found.push(near.filter(|_| events[at].kind != Kind::Session));
    }
    let names: HashMap<String, String> = events
        .iter()
        .filter(|event| event.kind == Kind::Session)
        .map(|event| (event.id.clone(), event.name.clone()))
        .collect();
    for ((event, part_of), one) in events.iter_mut().zip(found).zip(kept) {
        if matches!(event.kind, Kind::Election | Kind::Adoption | Kind::Gathering) {
            let meetings = || one.tellings.iter().filter_map(|telling| telling.meeting);
            let meeting = meetings().find(Option::is_some).or_else(|| meetings().next());
            let session = part_of.as_ref().and_then(|session| names.get(session));
            let meeting = meeting.map(|ordinal| match ordinal {
                Some(ordinal) => {
                    format!("{} meeting", ordinal_in_figures(ordinal))
                }
                None => "___ meeting".to_owned(),
            });
            event.at = match (meeting, session) {
                (Some(meeting), Some(session)) => Some(format!("{meeting} of the {session}")),
                (meeting, session) => meeting.or(session.cloned()),
            };
        }
        event.part_of = part_of;
    }
}

/// By body, then by day; what has no day follows the session that it belongs to, and sessions known by
/// name alone come first, by their numbers.
pub fn sort(events: &mut [Event], order: &HashMap<String, usize>) {
    let reach: HashMap<String, (Date, Date)> =
        events.iter().filter_map(|event| Some((event.id.clone(), event.reach()?))).collect();
    let day = |event: &Event| {
        let session = || event.part_of.as_ref().and_then(|session| reach.get(session));
        let of = || session().map(|(_, last)| *last);
        // Officers are elected when a session opens.
        let opens = event.kind == Kind::Election;
        match event.reach() {
            // A blank day is somewhere in its month: at the end, or with its session.
            Some((_, last))
                if event.days.is_empty()
                    && !event.dates.as_deref().is_some_and(|dates| dates.starts_with('[')) =>
            {
                Some(of().map_or(last, |session| session.min(last)))
            }
            Some((first, _)) => Some(first),
            None if opens => session().map(|(first, _)| *first),
            None => of(),
        }
    };
    events.sort_by_cached_key(|event| {
        let alone = event.kind == Kind::Session && event.dates.is_none();
        let kind = event.kind;
        (
            order.get(&event.body).copied(),
            !alone,
            day(event).is_none(),
            day(event),
            kind,
            event.ordinal,
            event.name.clone(),
        )
    });
}
