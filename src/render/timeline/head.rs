//! What stands at the head and at the foot of a timeline: what it is of, whose events these are, and the
//! reports, by symbol or, where there are many, by number.

use crate::terms::english::calendar::in_full;
use crate::timeline::{Body, Event, Source, Timeline, Told, words};

/// More reports than these go by their numbers.
const BY_SYMBOL: usize = 3;

/// "Timeline of 2 reports, 2 bodies, 3 June 2031 to 12 July 2032".
pub fn heading(timeline: &Timeline) -> String {
    let days = timeline.events.iter().filter_map(Event::reach);
    let (first, last) = (days.clone().map(|(first, _)| first).min(), days.map(|(_, last)| last).max());
    let reports = match timeline.reports.len() {
        1 => "1 report".to_owned(),
        many => format!("{many} reports"),
    };
    let bodies = match timeline.bodies.len() {
        1 => " by 1 body".to_owned(),
        many => format!(", {many} bodies"),
    };
    let span = match (first, last) {
        (Some(first), Some(last)) => format!(", {} to {}", in_full(first), in_full(last)),
        _ => String::new(),
    };
    format!("Timeline of {reports}{bodies}{span}")
}

/// "A/AC.999 Open-ended Working Group on …".
pub fn body(body: &Body) -> String {
    let name = words::cut(&body.name, 300);
    if body.name == body.key { name } else { format!("{} {name}", words::cut(&body.key, 100)) }
}

/// The symbol of a report, or its path, and what else is known of it: ", Draft report, 10 Mar 2031".
pub fn report(report: &Told) -> (String, String) {
    let mut rest = String::new();
    if let Some(title) = &report.title {
        rest.push_str(&format!(", {}", words::cut(title, 300)));
    }
    if let Some(day) = &report.issued {
        rest.push_str(&format!(", {}", words::dates(day)));
    }
    if let Some(day) = &report.reissued {
        rest.push_str(&format!(", reissued {}", words::dates(day)));
    }
    (report.symbol.clone().unwrap_or_else(|| report.path.clone()), rest)
}

/// How the sources of events are told.
pub struct Telling<'a> {
    /// The symbols of all reports in their order; empty where reports go by symbol.
    numbers: Vec<&'a str>,
}

impl<'a> Telling<'a> {
    /// The way for all bodies of a timeline.
    pub fn new(timeline: &'a Timeline) -> Self {
        let reports = &timeline.reports;
        let symbols = reports.iter().map(|report| report.symbol.as_deref().unwrap_or(&report.path));
        let numbers = if reports.len() > BY_SYMBOL { symbols.collect() } else { Vec::new() };
        Telling { numbers }
    }

    /// "[3]" before the third report in the list of reports; nothing where reports go by symbol.
    pub fn number(&self, at: usize) -> String {
        if self.numbers.is_empty() { String::new() } else { format!("[{}] ", at + 1) }
    }

    /// Each report with its paragraphs.
    pub fn sources(&self, sources: &[Source], alone: bool) -> Vec<String> {
        if !self.numbers.is_empty() && !alone {
            return vec![words::numbered_sources(sources, &self.numbers)];
        }
        let reports = sources.chunk_by(|one, two| one.symbol == two.symbol);
        reports.map(|of_report| words::sources(of_report, alone)).collect()
    }
}

/// The report that alone tells all of these events: it is named once, and not again and again.
pub fn only_report<'a>(events: &[&'a Event]) -> Option<&'a str> {
    let mut symbols = events.iter().flat_map(|event| &event.sources).map(|source| source.symbol.as_str());
    let first = symbols.next()?;
    symbols.all(|other| other == first).then_some(first)
}
