//! A timeline → CSV: a row for each event, the columns of [`COLUMNS`].

use crate::render::csv;
use crate::timeline::{Event, Officer, Source, Timeline, words};

/// The columns, in order; scripts depend on them. `start` and `end` are the first and the last day, both
/// inclusive, empty where a day is not known; `dates` has every day (EDTF). In a list of several values a
/// semicolon stands between two, between two clashes a bar.
pub const COLUMNS: [&str; 20] = [
    "body",
    "body name",
    "kind",
    "name",
    "ordinal",
    "type",
    "start",
    "end",
    "dates",
    "status",
    "place",
    "meetings",
    "agenda items",
    "officers",
    "documents",
    "sources",
    "clashes",
    "note",
    "session",
    "id",
];

/// The text of a file.
pub fn render(timeline: &Timeline) -> String {
    let mut out = String::from(csv::BYTE_ORDER_MARK);
    csv::row(&mut out, COLUMNS);
    for event in &timeline.events {
        let cells = cells(event, timeline);
        csv::row(&mut out, cells.iter().map(String::as_str));
    }
    out
}

fn cells(event: &Event, timeline: &Timeline) -> [String; COLUMNS.len()] {
    let start = event.days.iter().map(|(first, _)| first).min();
    let end = event.days.iter().map(|(_, last)| last).max();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let clashes = event.clashes.iter().map(|clash| words::clash(&clash.field, &clash.values, false));
    [
        event.body.clone(),
        event.body_name.clone(),
        event.kind.name().to_owned(),
        event.name.clone(),
        number(event.ordinal),
        text(&event.types),
        start.map(ToString::to_string).unwrap_or_default(),
        end.map(ToString::to_string).unwrap_or_default(),
        text(&event.dates),
        event.status.name().to_owned(),
        text(&event.place),
        number(event.meetings),
        event.agenda_items.join("; "),
        event.officers.iter().map(officer).collect::<Vec<_>>().join("; "),
        event.documents.join("; "),
        sources(&event.sources),
        clashes.collect::<Vec<_>>().join(" | "),
        text(&event.note),
        words::session_of(event, timeline).map(|session| session.name.clone()).unwrap_or_default(),
        event.id.clone(),
    ]
}

/// "Jane Doe (Norway), Chair, elected".
fn officer(officer: &Officer) -> String {
    let country = officer.country.as_ref().map(|country| format!(" ({country})")).unwrap_or_default();
    let office = officer.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
    format!("{}{country}{office}, {}", officer.name, officer.act)
}

/// Every report by its symbol, unlike on a screen, where only a few are named.
fn sources(sources: &[Source]) -> String {
    let reports = sources.chunk_by(|one, two| one.symbol == two.symbol);
    reports.map(|of_report| words::sources(of_report, false)).collect::<Vec<_>>().join("; ")
}
