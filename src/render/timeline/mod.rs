//! A [`Timeline`](crate::timeline::Timeline) in the forms that people send on or open elsewhere.
//!
//! ```text
//! Timeline ┬─ sheet ──────────────→ CSV
//!          ├─ letter → markdown ──→ Markdown
//!          ├─ calendar ───────────→ iCalendar
//!          ├─ layout → picture ───→ SVG ┐
//!          └─ page ←────────────────────┴→ HTML
//! ```
//! Each is a pure function of the timeline: no clock, no network, the same bytes from run to run.

pub mod calendar;
pub(super) mod head;
mod label;
mod layout;
pub mod letter;
pub mod page;
pub mod picture;
mod scale;
pub mod sheet;

use crate::timeline::{Event, Status, Timeline, words};

/// What is known of an event beside its name and place; what became of it is always among it.
fn details(event: &Event, timeline: &Timeline) -> Vec<String> {
    let mut lines = words::details(event, timeline);
    // The words say so only of the session that an event belongs to; here it may stand alone.
    if event.status == Status::ToldAhead && !lines.iter().any(|line| line.starts_with("told as past")) {
        lines.push("told as past before its day".to_owned());
    }
    lines
}
