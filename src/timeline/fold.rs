//! One event out of the sentences that tell it: its days, status, place, officers, papers and sources.

use super::clash;
use super::days;
use super::event::{Event, Kind, Officer, Source, Status};
use super::merge::{Gathered, MOST_COMPARED};
use super::telling::{How, Telling};
use crate::terms::date::Dates;
use jiff::civil::Date;
use std::collections::HashSet;

/// The event; `None` where nothing names it. `issued` is the day that counts of each report.
pub fn event(gathered: &Gathered, issued: &[Option<Date>]) -> Option<Event> {
    let tellings = &gathered.tellings;
    let first = tellings.first()?;
    let chosen = chosen_dates(tellings);
    let named = tellings.iter().filter(|telling| !telling.name.is_empty());
    // The fullest of what it is called where it is told to have been held.
    let name = named
        .max_by_key(|telling| {
            (
                telling.how != How::Named,
                telling.key.year.is_some(),
                std::cmp::Reverse(telling.report),
                telling.name.len(),
            )
        })
        .map(|telling| telling.name.clone());
    let name = name.or_else(|| (first.kind == Kind::Election).then(String::new))?;
    let types =
        tellings.iter().filter_map(|telling| telling.types.as_ref()).min_by_key(|types| types.len()).cloned();
    let mut officers: Vec<Officer> = Vec::new();
    for officer in tellings.iter().flat_map(|telling| &telling.officers) {
        if !officers.iter().any(|other| other.name == officer.name && other.office == officer.office) {
            officers.push(officer.clone());
        }
    }
    let mut documents: Vec<String> = Vec::new();
    for document in tellings.iter().flat_map(|telling| &telling.documents) {
        if !documents.contains(document) {
            documents.push(document.clone());
        }
    }
    let one_of = chosen.is_some_and(|telling| telling.one_of);
    let dates = chosen.and_then(|telling| telling.dates.clone());
    let written = dates.as_ref().map(|dates| {
        let written = dates.to_string();
        match (one_of, written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))) {
            (true, Some(inside)) => format!("[{inside}]"),
            (true, None) => format!("[{}]", written.replace('/', "..")),
            _ => written,
        }
    });
    let mut event = Event {
        id: String::new(),
        body: first.body.key.clone(),
        body_name: first.body.name.clone(),
        kind: first.kind,
        name: if first.kind == Kind::Election { election_name(&officers) } else { name },
        ordinal: first.key.ordinal,
        of: tellings.iter().find_map(|telling| telling.of),
        types,
        days: if one_of { Vec::new() } else { dates.as_ref().map(days::spans).unwrap_or_default() },
        dates: written,
        status: status(tellings, dates.as_ref(), issued),
        place: place(tellings),
        meetings: tellings.iter().find_map(|telling| telling.meetings),
        agenda_items: items(tellings),
        officers,
        documents,
        at: None,
        part_of: None,
        note: note(tellings),
        sources: sources(tellings),
        clashes: Vec::new(),
    };
    if event.kind == Kind::Session
        && event.place.is_none()
        && event.types.as_deref().is_some_and(|types| types.contains("virtual"))
    {
        event.place = Some("virtual".to_owned());
    }
    event.clashes = clash::within(&event, tellings);
    Some(event)
}

/// The telling whose days are believed: of those told as held, the one that most others agree with.
pub fn chosen_dates(tellings: &[Telling]) -> Option<&Telling> {
    let dated: Vec<&Telling> = tellings.iter().filter(|telling| telling.dates.is_some()).collect();
    let single = |telling: &Telling| {
        let organizational = telling.key.kinds.iter().any(|kind| kind == "organizational");
        telling.kind != Kind::Session || organizational
    };
    let usable = dated.iter().filter(|telling| {
        telling.how != How::Within
            || single(telling)
            || telling
                .dates
                .as_ref()
                .is_some_and(|dates| dates.runs.len() == 1 && dates.runs[0].last.is_some())
    });
    usable
        .max_by_key(|telling| {
            let exact = telling.dates.as_ref().is_some_and(days::is_exact);
            let weight = match telling.how {
                How::Cancelled | How::Postponed | How::Held => 4,
                How::Nominal => 3,
                How::Scheduled => 2,
                How::Within | How::Named => 1,
            };
            let agreeing =
                dated.iter().take(MOST_COMPARED).filter(|other| other.dates == telling.dates).count();
            (
                !telling.one_of,
                exact,
                weight,
                // What was adopted corrects its drafts, and a revision what it revises.
                !is_draft(&telling.source.symbol),
                telling.source.symbol.contains("/Rev."),
                agreeing,
                telling.note.is_none(),
                std::cmp::Reverse((telling.report, telling.source.id.len())),
            )
        })
        .copied()
}

/// Whether the symbol is that of a draft.
pub fn is_draft(symbol: &str) -> bool {
    symbol.split('/').any(|part| ["L.", "CRP.", "WP."].iter().any(|kind| part.starts_with(kind)))
}

fn status(tellings: &[Telling], dates: Option<&Dates>, issued: &[Option<Date>]) -> Status {
    if tellings.iter().any(|telling| telling.how == How::Cancelled) {
        return Status::Cancelled;
    }
    if tellings.iter().any(|telling| telling.how == How::Postponed) {
        return Status::Postponed;
    }
    let last = dates.and_then(days::hull).map(|(_, last)| last);
    let ahead = |telling: &Telling| {
        let day = issued.get(telling.report).copied().flatten();
        day.zip(last).is_some_and(|(day, last)| day < last)
    };
    let past = |telling: &&Telling| {
        matches!(telling.how, How::Held | How::Within)
            || telling.how == How::Named && telling.dates.is_none() && !telling.documents.is_empty()
    };
    let mut told = tellings.iter().filter(past).peekable();
    if told.peek().is_some() {
        return if told.all(ahead) { Status::ToldAhead } else { Status::Held };
    }
    let nominal = |telling: &&Telling| {
        telling.how == How::Nominal && !ahead(telling)
            || telling.how == How::Named && telling.kind != Kind::Session
    };
    if tellings.iter().any(|telling| nominal(&telling)) { Status::Held } else { Status::Scheduled }
}

/// The first note; that a blank is to be filled only where the last report says so.
fn note(tellings: &[Telling]) -> Option<String> {
    let last = tellings.iter().map(|telling| telling.report).max();
    let holds = |telling: &&Telling| {
        let blank = telling.note.as_ref().is_some_and(|note| note.ends_with("to be filled"));
        !blank || Some(telling.report) == last
    };
    tellings.iter().filter(holds).find_map(|telling| telling.note.clone())
}

fn place(tellings: &[Telling]) -> Option<String> {
    let text = tellings.iter().filter(|telling| !telling.source.id.starts_with("f."));
    let masthead = tellings.iter().filter(|telling| telling.source.id.starts_with("f."));
    text.chain(masthead).find_map(|telling| telling.place.clone())
}

/// "3-5,7" as single items, in order.
fn items(tellings: &[Telling]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for (written, _) in tellings.iter().flat_map(|telling| &telling.items) {
        for item in expanded(written) {
            if !item.contains('?') && !items.contains(&item) {
                items.push(item);
            }
        }
    }
    items.sort_by(|one, two| crate::version::natural(one, two));
    items
}

/// Each item of "3-5,7 (a)".
pub fn expanded(written: &str) -> Vec<String> {
    let mut items = Vec::new();
    for piece in written.split(',') {
        let ends = piece
            .split_once('-')
            .and_then(|(first, last)| Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?)));
        match ends {
            Some((first, last)) if first < last && last - first < 60 => {
                items.extend((first..=last).map(|item| item.to_string()))
            }
            _ => items.push(piece.to_owned()),
        }
    }
    items
}

fn election_name(officers: &[Officer]) -> String {
    match officers {
        [one] => {
            let country = one
                .country
                .as_ref()
                .filter(|country| **country != one.name)
                .map(|country| format!(" ({country})"))
                .unwrap_or_default();
            let office = one.office.as_ref().map(|office| format!(" {office}")).unwrap_or_default();
            format!("{}{country} elected{office}", one.name)
        }
        _ => "election of officers".to_owned(),
    }
}

/// By report, and then as they stand there.
fn sources(tellings: &[Telling]) -> Vec<Source> {
    let mut order: Vec<&Telling> = tellings.iter().collect();
    let masthead = |id: &str| id.starts_with("f.");
    order.sort_by(|one, two| {
        let key = |telling: &Telling| (telling.report, masthead(&telling.source.id));
        key(one).cmp(&key(two)).then_with(|| crate::version::natural(&one.source.id, &two.source.id))
    });
    // One document may be given several times, or in three forms.
    let mut known: HashSet<(&str, &str)> = HashSet::new();
    let new = order.into_iter().map(|telling| &telling.source);
    new.filter(|source| known.insert((&source.symbol, &source.id))).cloned().collect()
}
