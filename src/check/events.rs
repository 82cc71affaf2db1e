//! What the timeline of the report alone shows: days outside their session, events told in two ways, and
//! events told as past before the document's own date.

use super::ahead;
use super::finding::{Findings, Told};
use super::outside::{self, Outside};
use crate::mentions::Annotated;
use crate::timeline::{Clash, Event, words};

/// Turns clashes and statuses into findings.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let outside = outside::find(annotated, events, findings);
    for event in events {
        for clash in &event.clashes {
            self::clash(event, clash, &outside, findings);
        }
    }
    ahead::find(annotated, events, findings);
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
