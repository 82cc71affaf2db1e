//! Events that a report tells as past and that lie behind its own date.

use super::finding::{Findings, Sure, Told};
use super::{order, paper};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::timeline::{Event, Kind, Status, reach_of, words};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashSet};

/// Names that the finding spells out; the rest is counted.
const NAMED: usize = 3;

/// One finding for what is later: at the paragraph that tells it, or, where several do, of the date of issue.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let masthead = &annotated.report.masthead;
    let Some(date) = masthead.reissued.as_deref().or(masthead.issued.as_deref()) else { return };
    // A day outside its session is told by itself.
    let strayed = |event: &&Event| {
        event.sources.iter().any(|source| findings.has("outside-session", &source.id))
            && event.kind != Kind::Session
    };
    let issued: Option<Date> = date.parse().ok();
    let told: Vec<&Event> = events
        .iter()
        .filter(|event| event.status == Status::ToldAhead)
        .filter(|event| !strayed(event))
        .filter(|event| is_later(event, issued))
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
    let mut names: Vec<String> = main.iter().take(NAMED).map(|event| named(event, issued)).collect();
    if main.len() > NAMED {
        names.push(format!("{} more", main.len() - NAMED));
    }
    let also = places(annotated, &told, issued, findings);
    let (date, names) = (words::dates(date), names.join("; "));
    let document = ["f.distr", "f.issued", "f.symbol"].into_iter().find(|id| findings.index_of(id).is_some());
    // A draft is always written ahead of the session: what has to be looked at is what it tells.
    if paper::is_draft(masthead) {
        let told = Told {
            text: date.clone(),
            what: format!("the draft is dated {date} and tells as past what is later"),
            why: format!("{names}; before it is adopted, see that it happened as told"),
            sure: Some(Sure::Hint),
            also,
            ..Told::default()
        };
        return findings.add("told-ahead", document.unwrap_or(""), told);
    }
    match also.as_slice() {
        // One day is a slip of the pen, sooner than the date of the document.
        [only] => {
            let told = Told {
                text: names.clone(),
                what: format!("what is told as past is later than the report: {names}"),
                why: format!("the report was issued on {date}"),
                ..Told::default()
            };
            findings.add("told-ahead", &only.clone(), told);
        }
        several => {
            let at = several.first().map_or(document.unwrap_or(""), String::as_str).to_owned();
            let told = Told {
                text: date.clone(),
                what: format!("what is told as past is later than the report: {names}"),
                why: format!("the report was issued on {date}"),
                instead: Some(format!("a date of issue not before {}", words::dates(&last.to_string()))),
                also: several.iter().skip(1).cloned().collect(),
                ..Told::default()
            };
            findings.add("told-ahead", &at, told);
        }
    }
}

/// Whether a day of it is later for certain.
fn is_later(event: &Event, issued: Option<Date>) -> bool {
    let Some(issued) = issued else { return true };
    match event.days.iter().map(|(_, last)| *last).max() {
        Some(last) => last > issued,
        None => event.reach().is_some_and(|(first, _)| first > issued),
    }
}

/// Its name with those of its days that are later.
fn named(event: &Event, issued: Option<Date>) -> String {
    let Some(dates) = event.dates.as_deref() else { return event.name.clone() };
    let later: Vec<String> = event
        .days
        .iter()
        .filter(|(_, last)| issued.is_none_or(|issued| *last > issued))
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}..{last}") })
        .collect();
    let days = match later.as_slice() {
        [] => words::dates(dates),
        // Each of them is one that it may have been.
        _ if later.len() == event.days.len() => words::dates(dates),
        [only] => words::dates(&only.replace("..", "/")),
        several => words::dates(&format!("{{{}}}", several.join(","))),
    };
    format!("{}, {days}", event.name)
}

/// The paragraphs that tell a later day as past; where none names the day, those that tell of the event.
fn places(
    annotated: &Annotated,
    told: &[&Event],
    issued: Option<Date>,
    findings: &Findings<'_>,
) -> Vec<String> {
    let sources = told.iter().flat_map(|event| &event.sources).filter(|source| !source.id.starts_with("f."));
    let all: BTreeMap<usize, &str> =
        sources.filter_map(|source| Some((findings.index_of(&source.id)?, source.id.as_str()))).collect();
    let later = |mention: &Mention| {
        // Of a month or of a blank day nobody knows which it was.
        let vague = mention.value.len() < 10 || mention.value.contains('X');
        let last = reach_of(&mention.value).map(|(first, last)| if vague { first } else { last });
        mention.kind == MentionKind::Date && last.zip(issued).is_some_and(|(last, issued)| last > issued)
    };
    let named = |at: &usize| {
        let node = &annotated.report.nodes[*at];
        let mentions = annotated.mentions.by_node.get(*at).map_or(&[][..], Vec::as_slice);
        mentions.iter().any(|mention| later(mention) && !order::is_coming(node, mention))
    };
    let those: Vec<String> = all.iter().filter(|(at, _)| named(at)).map(|(_, id)| (*id).to_owned()).collect();
    if those.is_empty() { all.into_values().map(str::to_owned).collect() } else { those }
}
