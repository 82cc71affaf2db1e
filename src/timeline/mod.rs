//! Reports with their mentions → [`Timeline`]: what happened when, and which paragraphs say so.
//!
//! ```text
//! Annotated ─tell→ Tale (what one report tells) ┐
//! Annotated ─tell→ Tale                         ┴─timeline→ Timeline
//! ```
//! A [`Tale`] keeps nothing of the report but its events and the sentences that tell them, so that hundreds
//! of reports can be read one after the other.

mod act;
mod adoption;
mod arrange;
mod bare;
mod body;
mod cited;
mod clash;
mod dated;
mod days;
mod election;
mod event;
mod fold;
mod gathering;
mod listed;
mod masthead;
mod merge;
mod met;
mod mood;
mod name;
mod named;
mod norm;
mod pairing;
mod phrase;
mod place;
mod reader;
mod referring;
mod resumed;
mod root;
mod same;
mod scene;
mod sentence;
mod settle;
mod sitting;
mod spoken;
pub mod strip;
mod telling;
mod unnumbered;
mod versions;
pub mod words;

pub use event::{Body, Clash, Event, Kind, Officer, Source, Status, Timeline, Told, Value};
pub use reader::{Tale, tell};

use crate::version::natural;
use std::cmp::Ordering;

/// Which events are wanted; what is empty asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words of a body's key or name, in any case.
    pub bodies: Vec<String>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// No event that ended before this day.
    pub from: Option<jiff::civil::Date>,
    /// No event that begins after this day.
    pub to: Option<jiff::civil::Date>,
}

/// The events of several reports, each event once. The order of the tales does not matter.
pub fn timeline(mut tales: Vec<Tale>) -> Timeline {
    tales.sort_by(order);
    merge::timeline(tales)
}

/// The earlier version first: by the day that counts, then by symbol.
fn order(one: &Tale, two: &Tale) -> Ordering {
    let key = |tale: &Tale| (tale.day.is_none(), tale.day);
    let symbol = |tale: &Tale| tale.told.symbol.clone().unwrap_or_default();
    // On one day the draft comes before what was adopted.
    let adopted = |tale: &Tale| !fold::is_draft(&symbol(tale));
    key(one)
        .cmp(&key(two))
        .then_with(|| adopted(one).cmp(&adopted(two)))
        .then_with(|| natural(&symbol(one), &symbol(two)))
        .then_with(|| one.told.path.cmp(&two.told.path))
}

impl Timeline {
    /// Keeps the events that are wanted. An event without days is kept only where no days are asked for.
    pub fn keep(&mut self, wanted: &Wanted) {
        // "S" is the Security Council where there is one, and no letter of a name.
        let roots: Vec<String> = self.bodies.iter().map(|body| body.key.to_lowercase()).collect();
        let body = |event: &Event| {
            wanted.bodies.is_empty()
                || wanted.bodies.iter().map(|body| body.to_lowercase()).any(|body| {
                    let named = || event.body_name.to_lowercase().contains(&body);
                    event.body.to_lowercase() == body || !roots.contains(&body) && named()
                })
        };
        let days = |event: &Event| {
            let (first, last) = match event.reach() {
                Some(reach) => reach,
                None => return wanted.from.is_none() && wanted.to.is_none(),
            };
            wanted.from.is_none_or(|from| last >= from) && wanted.to.is_none_or(|to| first <= to)
        };
        self.events.retain(|event| {
            body(event) && days(event) && (wanted.kinds.is_empty() || wanted.kinds.contains(&event.kind))
        });
        let events = &self.events;
        self.bodies.retain(|body| events.iter().any(|event| event.body == body.key));
    }
}

impl Event {
    /// The first and the last day that the event may have, both inclusive; `None` where nothing is known.
    pub fn reach(&self) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        reach_of(self.dates.as_deref()?)
    }
}

/// The first and the last day that dates in EDTF may mean.
pub fn reach_of(dates: &str) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let set =
        dates.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map(|inside| format!("{{{inside}}}"));
    days::hull(&days::read(set.as_deref().unwrap_or(dates))?)
}
