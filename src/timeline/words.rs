//! Events in words: days as people write them, a line for each event, sources in brief.

use super::days;
use super::event::{Event, Kind, Source, Status, Timeline, Value};
use crate::terms::date::{Dates, Day, Point, Run};
use crate::terms::english::number::CARDINALS;
use jiff::civil::Date;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Reports named for one event; the rest is counted.
const REPORTS_NAMED: usize = 4;

/// "9–13 Sep 2031", "15, 17, 19 Jun and 2 Jul 2031", "___ Mar 2031", "18 or 19 Feb 2031".
pub fn dates(edtf: &str) -> String {
    let (inside, last) = match edtf.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inside) => (format!("{{{inside}}}"), " or "),
        None => (edtf.to_owned(), " and "),
    };
    days::read(&inside).map_or_else(|| edtf.to_owned(), |dates| list(&dates, last))
}

fn list(dates: &Dates, last: &str) -> String {
    let runs = &dates.runs;
    let mut text = String::new();
    for (at, run) in runs.iter().enumerate() {
        if at > 0 {
            text.push_str(if at + 1 == runs.len() { last } else { ", " });
        }
        // What the next run says again is left out: the year, the month.
        let next = runs.get(at + 1).map(|next| next.first);
        text.push_str(&written(run, next));
    }
    text
}

fn written(run: &Run, next: Option<Point>) -> String {
    let last = run.last.unwrap_or(run.first);
    // "20 Feb–12 and 14 Mar" would puzzle: a run over two months says both.
    let spread = last.month != run.first.month;
    let month = spread || next.is_none_or(|next| next.month != last.month || next.year != last.year);
    let end = point(last, month, next.is_none_or(|next| next.year != last.year));
    if run.last.is_none() {
        return end;
    }
    let year = last.year != run.first.year;
    format!("{}–{end}", point(run.first, year || spread, year))
}

fn point(point: Point, month: bool, year: bool) -> String {
    let mut words = Vec::new();
    match point.day {
        Day::Known(day) => words.push(day.to_string()),
        Day::Blank => words.push("___".to_owned()),
        Day::Whole => {}
    }
    if let Some(name) = point
        .month
        .filter(|_| month || point.day == Day::Whole)
        .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)))
    {
        words.push((*name).to_owned());
    }
    if let Some(number) = point.year.known().filter(|_| year || point.month.is_none()) {
        words.push(number.to_string());
    }
    words.join(" ")
}

/// "Jun".
pub fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1]
}

/// What the event is and where, in one line.
pub fn title(event: &Event) -> String {
    let mut title = what(event);
    if let Some(place) = event.place.as_ref().filter(|place| {
        !(event.name.ends_with(place.as_str()) || *place == "virtual" && event.name.contains("virtual"))
    }) {
        title.push_str(&format!(", {place}"));
    }
    title
}

/// What the event is and what became of it, in one line.
pub fn what(event: &Event) -> String {
    let mut title = match (event.kind, event.documents.first()) {
        (Kind::Issue, Some(symbol)) => format!("Issued: {}, {symbol}", cut(&event.name, 60)),
        (Kind::Issue, None) => format!("Issued: {}", cut(&event.name, 60)),
        _ => upper(&cut(&event.name, 110)),
    };
    if event.kind == Kind::Gathering
        && let (Some(which), Some(of)) = (event.ordinal, event.of)
    {
        title.push_str(&format!(", {which} of {of}"));
    }
    match event.status {
        Status::Cancelled => title.push_str(": cancelled"),
        Status::Postponed => title.push_str(": postponed"),
        Status::Scheduled => title.push_str(", scheduled"),
        Status::Held | Status::ToldAhead => {}
    }
    title
}

/// The session that it belongs to.
pub fn session_of<'t>(event: &Event, timeline: &'t Timeline) -> Option<&'t Event> {
    event.part_of.as_ref().and_then(|id| timeline.events.iter().find(|other| other.id == *id))
}

/// What else is known of it, a line each.
pub fn details(event: &Event, timeline: &Timeline) -> Vec<String> {
    let mut lines = Vec::new();
    let mut about = Vec::new();
    match event.agenda_items.as_slice() {
        [] => {}
        [item] => about.push(format!("item {item}")),
        items => about.push(format!("items {}", runs(items))),
    }
    match event.meetings {
        Some(1) => about.push("one meeting".to_owned()),
        Some(count) => about.push(format!("{} meetings", in_words(count))),
        None => {}
    }
    if matches!(event.kind, Kind::Adoption | Kind::Election) {
        about.extend(event.at.as_ref().map(|at| format!("at the {at}")));
    }
    if !about.is_empty() {
        lines.push(about.join("; "));
    }
    if event.kind == Kind::Election && event.officers.len() > 1 {
        lines.extend(elected(event));
    }
    if event.kind != Kind::Election {
        for officer in &event.officers {
            let country = officer.country.as_ref().map(|country| format!(" ({country})")).unwrap_or_default();
            lines.push(format!("{} by {}{country}", officer.act, officer.name));
        }
    }
    if event.kind != Kind::Issue && !event.documents.is_empty() {
        let word = if event.kind == Kind::Session { "reported in " } else { "" };
        lines.push(cut(&format!("{word}{}", event.documents.join(", ")), 160));
    }
    if let Some(note) = &event.note {
        let reissued = note.strip_prefix("reissued ").map(|day| format!("reissued {}", dates(day)));
        lines.push(cut(&reissued.unwrap_or_else(|| note.clone()), 100));
    }
    let session = session_of(event, timeline);
    // A meeting of a session told ahead is so too; what was done there is marked by itself.
    let done = matches!(event.kind, Kind::Adoption | Kind::Election);
    let known = !done && session.is_some_and(|session| session.status == Status::ToldAhead);
    if event.status == Status::ToldAhead && !known {
        let dates: Vec<String> = timeline
            .reports
            .iter()
            .filter(|report| {
                event
                    .sources
                    .iter()
                    .any(|source| report.symbol.as_deref().unwrap_or(&report.path) == source.symbol)
            })
            .filter_map(|report| report.reissued.as_deref().or(report.issued.as_deref()))
            .map(dates)
            .collect();
        lines.push(format!(
            "told as past in a document dated {}",
            dates.first().map_or("earlier", String::as_str)
        ));
    }
    lines
}

/// "Vice-Chairs: Ada Example (Norway), Ben Sample (Chile)", a line for each office.
fn elected(event: &Event) -> Vec<String> {
    let mut offices: Vec<(&str, Vec<String>)> = Vec::new();
    for officer in &event.officers {
        let office = officer.office.as_deref().unwrap_or("Elected");
        let country = officer.country.as_ref().filter(|country| **country != officer.name);
        let name = match country {
            Some(country) => format!("{} ({country})", officer.name),
            None => officer.name.clone(),
        };
        match offices.iter_mut().find(|(other, _)| *other == office) {
            Some((_, names)) => names.push(name),
            None => offices.push((office, vec![name])),
        }
    }
    let line = |(office, names): (&str, Vec<String>)| {
        let several =
            names.len() > 1 && office != "Elected" && !office.contains(" of ") && !office.ends_with('s');
        format!("{office}{}: {}", if several { "s" } else { "" }, names.join(", "))
    };
    offices.into_iter().map(line).collect()
}

/// "dates: 9–13 May 2031 (¶3) or 10–14 May 2031 (A/98/19 ¶5)".
pub fn clash(field: &str, values: &[Value], alone: bool) -> String {
    let dated = matches!(field, "dates" | "session");
    let said: Vec<String> = values
        .iter()
        .map(|value| {
            let text = if dated { dates(&value.value) } else { cut(&value.value, 80) };
            format!("{text} ({})", sources(std::slice::from_ref(&value.source), alone))
        })
        .collect();
    match (field, said.as_slice()) {
        ("session", [own, session]) => format!("{own} is outside its session, {session}"),
        ("weekday", [told, actual]) => {
            format!("weekday: {told}, the calendar has {}", actual.split(" (").next().unwrap_or(actual))
        }
        ("count", [told, listed]) => {
            format!("count: {told}, but {} days are listed", listed.split(" (").next().unwrap_or(listed))
        }
        _ => match field.strip_prefix("agenda_item ") {
            Some(item) => format!("item {item}: {}", said.join(" or ")),
            None => format!("{field}: {}", said.join(" or ")),
        },
    }
}

/// "¶3, 6–8"; with the symbols where more than one report is on the page: "L.3 ¶2, 7; A/98/19 ¶2".
pub fn sources(sources: &[Source], alone: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut reports = 0;
    for of_report in sources.chunk_by(|one, two| one.symbol == two.symbol) {
        reports += 1;
        if reports > REPORTS_NAMED {
            continue;
        }
        let places = places(of_report);
        match (alone, of_report.first()) {
            (false, Some(first)) => parts.push(format!("{} {places}", first.symbol)),
            _ => parts.push(places),
        }
    }
    let more = reports.saturating_sub(REPORTS_NAMED);
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    parts.join("; ")
}

/// "[1] ¶2, 7; [2] ¶2, 9", "[1, 2] ¶5, 7–9": the same with the reports by the numbers that a page gives
/// them, in the order of `symbols`, from 1.
pub fn numbered_sources(sources: &[Source], symbols: &[&str]) -> String {
    let mut parts: Vec<(Vec<usize>, String)> = Vec::new();
    for of_report in sources.chunk_by(|one, two| one.symbol == two.symbol) {
        let places = places(of_report);
        let symbol = of_report.first().map_or("", |first| first.symbol.as_str());
        let number = symbols.iter().position(|other| *other == symbol).map_or(0, |at| at + 1);
        match parts.iter_mut().find(|(_, other)| *other == places) {
            Some((numbers, _)) => numbers.push(number),
            None => parts.push((vec![number], places)),
        }
    }
    let more = parts.len().saturating_sub(REPORTS_NAMED);
    let said = parts.into_iter().take(REPORTS_NAMED).map(|(numbers, places)| {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        format!("[{}]\u{a0}{places}", runs(&numbers))
    });
    let mut said: Vec<String> = said.collect();
    if more > 0 {
        said.push(format!("{more} more"));
    }
    said.join("; ")
}

/// "¶3, 6–8, annex I ¶4, masthead": each paragraph once, without its items.
fn places(sources: &[Source]) -> String {
    let mut stems: Vec<(&str, Vec<String>)> = Vec::new();
    for source in sources {
        let place = if source.place.is_empty() { source.id.as_str() } else { source.place.as_str() };
        let (stem, number) = match place.split_once('¶') {
            Some((stem, rest)) => (stem, rest.split([' ', ',', '.']).next().unwrap_or(rest)),
            None => (place, ""),
        };
        let at = stems
            .iter()
            .position(|(other, numbers)| *other == stem && numbers.is_empty() == number.is_empty());
        let at = at.unwrap_or_else(|| {
            stems.push((stem, Vec::new()));
            stems.len() - 1
        });
        let numbers = &mut stems[at].1;
        if !number.is_empty() && numbers.last().is_none_or(|last| last != number) {
            numbers.push(number.to_owned());
        }
    }
    // What stands in the text comes before annexes and first page.
    stems.sort_by_key(|(stem, numbers)| (!stem.is_empty(), numbers.is_empty()));
    let said = stems.into_iter().map(|(stem, numbers)| match numbers.as_slice() {
        [] => stem.to_owned(),
        numbers => format!("{stem}¶{}", runs(numbers)),
    });
    said.collect::<Vec<_>>().join(", ")
}

/// "3, 6–8" of single numbers in order; two that follow one another stay two.
fn runs(numbers: &[String]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let mut end = at;
        while let (Some(Ok(this)), Some(Ok(next))) =
            (numbers.get(end).map(|n| n.parse::<u32>()), numbers.get(end + 1).map(|n| n.parse::<u32>()))
        {
            if next != this + 1 {
                break;
            }
            end += 1;
        }
        if end > at + 1 {
            parts.push(format!("{}–{}", numbers[at], numbers[end]));
        } else {
            parts.extend(numbers[at..=end].iter().cloned());
        }
        at = end + 1;
    }
    parts.join(", ")
}

/// Numbers below ten in words, as the house style has it.
fn in_words(count: u32) -> String {
    let small = CARDINALS.get(count as usize).filter(|_| count < 10);
    small.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// At most so many characters, cut at a blank where there is one.
pub fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches([',', ' ']))
}

fn upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        let cases = [
            ("2031-06-03", "3 Jun 2031"),
            ("2031-09-09/2031-09-13", "9–13 Sep 2031"),
            ("2031-09-29/2031-10-01", "29 Sep–1 Oct 2031"),
            ("2031-12-29/2032-01-02", "29 Dec 2031–2 Jan 2032"),
            ("{2031-06-15,2031-06-17,2031-07-02}", "15, 17 Jun and 2 Jul 2031"),
            ("{2031-05-13..2031-05-17,2031-07-01}", "13–17 May and 1 Jul 2031"),
            ("{2031-02-20..2031-03-12,2031-03-14}", "20 Feb–12 Mar and 14 Mar 2031"),
            ("2031-03-XX", "___ Mar 2031"),
            ("2031-06", "Jun 2031"),
            ("[2031-02-18,2031-02-19]", "18 or 19 Feb 2031"),
        ];
        for (edtf, expected) in cases {
            assert_eq!(dates(edtf), expected);
        }
    }

    #[test]
    fn sources_are_told_in_brief() {
        let at = |symbol: &str, place: &str| Source {
            place: place.into(),
            ..Source::new(symbol, "", String::new())
        };
        let one = [at("A", "¶3"), at("A", "¶6"), at("A", "¶7"), at("A", "¶8 (a)"), at("A", "masthead")];
        assert_eq!(sources(&one, true), "¶3, 6–8, masthead");
        let two = [at("A/1", "¶2"), at("A/2", "¶2"), at("A/2", "annex ¶4"), at("A/2", "annex ¶7")];
        assert_eq!(sources(&two, false), "A/1 ¶2; A/2 ¶2, annex ¶4, 7");
        assert_eq!(numbered_sources(&two, &["A/2", "A/1"]), "[2]\u{a0}¶2; [1]\u{a0}¶2, annex ¶4, 7");
        let same = [at("A/1", "¶2"), at("A/2", "¶2")];
        assert_eq!(numbered_sources(&same, &["A/1", "A/2"]), "[1, 2]\u{a0}¶2");
    }
}
