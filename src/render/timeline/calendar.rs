//! A timeline → iCalendar (RFC 5545): an all-day entry for each run of days of an event.
//!
//! Imported again, an entry takes the place of the earlier one: its UID comes from the event, never from
//! the clock; its stamp is the day of the latest report.

use super::{details, head};
use crate::render::clean;
use crate::timeline::{Event, Kind, Source, Status, Timeline, words};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Octets of a line without its end (RFC 5545, 3.1).
const LINE: usize = 75;
/// Where no report has a date.
const NO_STAMP: &str = "19700101T000000Z";

/// The text of a file.
pub fn render(timeline: &Timeline) -> String {
    let mut out = Lines(String::new());
    let stamp = stamp(timeline);
    let left = timeline.events.iter().filter(|event| runs(event).is_empty()).count();
    let drawn = timeline.events.len() - left;
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//travaux//travaux timeline//EN");
    out.line("CALSCALE", "GREGORIAN");
    let heading = head::heading(timeline);
    out.text("X-WR-CALNAME", &heading);
    let mut about: Vec<String> = timeline.remarks.iter().map(|remark| remark.message.clone()).collect();
    about.extend(left_out(left));
    if !about.is_empty() {
        out.text("X-WR-CALDESC", &about.join("\n"));
    }
    for event in &timeline.events {
        for (at, run) in runs(event).into_iter().enumerate() {
            entry(&mut out, event, (at, run), timeline, &stamp);
        }
    }
    if drawn == 0 {
        // A calendar must hold something; a journal entry may be without a day.
        out.line("BEGIN", "VJOURNAL");
        out.line("UID", &uid("no events", 0));
        out.line("DTSTAMP", &stamp);
        out.text("SUMMARY", &heading);
        out.text("DESCRIPTION", left_out(left).as_deref().unwrap_or("No events."));
        out.line("END", "VJOURNAL");
    }
    out.line("END", "VCALENDAR");
    out.0
}

/// What the calendar cannot show.
fn left_out(events: usize) -> Option<String> {
    match events {
        0 => None,
        1 => Some("1 event without a day is left out.".to_owned()),
        many => Some(format!("{many} events without a day are left out.")),
    }
}

fn entry(
    out: &mut Lines,
    event: &Event,
    (at, (first, last)): (usize, (Date, Date)),
    timeline: &Timeline,
    stamp: &str,
) {
    out.line("BEGIN", "VEVENT");
    out.line("UID", &uid(&event.id, at));
    out.line("DTSTAMP", stamp);
    out.line("DTSTART;VALUE=DATE", &basic(first));
    // The end is the first day that no longer belongs to it.
    if let Ok(end) = last.tomorrow() {
        out.line("DTEND;VALUE=DATE", &basic(end));
    }
    // A calendar shows an entry by itself: "1st meeting" of which session?
    let session = words::session_of(event, timeline).filter(|_| event.kind == Kind::Meeting);
    let of = session.map(|session| format!(", {}", session.name)).unwrap_or_default();
    out.text("SUMMARY", &format!("{}: {}{of}", words::cut(&event.body, 60), words::what(event)));
    if let Some(place) = &event.place {
        out.text("LOCATION", place);
    }
    out.text("DESCRIPTION", &description(event, timeline));
    let status = match event.status {
        // On these days nothing took place.
        Status::Cancelled | Status::Postponed => "CANCELLED",
        Status::Scheduled | Status::ToldAhead => "TENTATIVE",
        Status::Held => "CONFIRMED",
    };
    out.line("STATUS", status);
    out.line("CATEGORIES", &format!("{},{}", event.kind.name(), escaped(&event.body)));
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

fn description(event: &Event, timeline: &Timeline) -> String {
    let mut lines = vec![event.body_name.clone()];
    if event.days.len() > 1 {
        lines.extend(event.dates.as_deref().map(words::dates));
    }
    lines.extend(details(event, timeline));
    let clashes = event.clashes.iter().map(|clash| words::clash(&clash.field, &clash.values, false));
    lines.extend(clashes.map(|clash| format!("Told in two ways: {clash}")));
    lines.extend(event.sources.iter().map(source));
    lines.join("\n")
}

/// "A/AC.999/2031/L.1 ¶3: “The Working Group held …”".
fn source(source: &Source) -> String {
    let place = words::sources(std::slice::from_ref(source), false);
    format!("{place}: “{}”", clean::one_line(&source.text))
}

/// The days of an event that iCalendar can write: its years have four figures.
fn runs(event: &Event) -> Vec<(Date, Date)> {
    event.days.iter().copied().filter(|(first, last)| first.year() > 0 && last >= first).collect()
}

/// `20310609`.
fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// The latest day that a report bears, at midnight.
fn stamp(timeline: &Timeline) -> String {
    let dated = timeline.reports.iter().flat_map(|report| [&report.issued, &report.reissued]).flatten();
    let days = dated.filter_map(|day| day.parse::<Date>().ok()).filter(|day| day.year() > 0);
    days.max().map_or_else(|| NO_STAMP.to_owned(), |day| format!("{}T000000Z", basic(day)))
}

/// A name that is the same from run to run and of one length, whatever the event is called.
fn uid(event: &str, run: usize) -> String {
    let mut uid = String::new();
    for byte in Sha256::digest(event.as_bytes()).iter().take(16) {
        let _ = write!(uid, "{byte:02x}");
    }
    format!("{uid}-{}@timeline.travaux", run + 1)
}

/// A value of type TEXT (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in clean::printable(text).chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}

/// Content lines.
struct Lines(String);

impl Lines {
    /// A value that is text.
    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// A line, folded: no piece is longer than [`LINE`] octets, and no character is split.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for character in format!("{name}:{value}").chars() {
            if used + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(character);
            used += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.text("SUMMARY", &"é–報".repeat(60));
        for line in lines.0.split_terminator("\r\n") {
            assert!(line.len() <= LINE, "{line}");
        }
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "é–報".repeat(60)));
    }

    #[test]
    fn what_separates_values_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\r\ne\u{7}"), "a\\, b\\; c\\\\d \\ne\u{fffd}");
    }
}
