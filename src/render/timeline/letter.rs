//! A timeline → [`Letter`]: for each body a list by date, each event in one item.

use super::{details, head};
use crate::render::letter::{Block, Letter, Span};
use crate::timeline::{Event, Timeline, words};

/// The letter of a timeline.
pub fn letter(timeline: &Timeline) -> Letter {
    let telling = head::Telling::new(timeline);
    let mut blocks = vec![Block::Heading { level: 1, text: head::heading(timeline) }];
    for remark in &timeline.remarks {
        let text = format!(" {}", remark.message);
        blocks.push(Block::Prose(vec![Span::strong("Note:"), Span::plain(text)]));
    }
    if timeline.events.is_empty() {
        blocks.push(Block::Prose(vec![Span::plain("No events.")]));
    }
    for body in &timeline.bodies {
        let events: Vec<&Event> = timeline.events.iter().filter(|event| event.body == body.key).collect();
        if events.is_empty() {
            continue;
        }
        blocks.push(Block::Heading { level: 2, text: head::body(body) });
        let only = head::only_report(&events);
        if let Some(report) = only {
            blocks.push(Block::Prose(vec![Span::plain(format!("Told in {report}."))]));
        }
        let alone = only.is_some();
        blocks
            .push(Block::Items(events.iter().map(|event| item(event, timeline, &telling, alone)).collect()));
    }
    let reports: Vec<Vec<Span>> = timeline
        .reports
        .iter()
        .enumerate()
        .map(|(at, report)| {
            let (symbol, rest) = head::report(report);
            vec![Span::plain(telling.number(at)), Span::strong(symbol), Span::plain(rest)]
        })
        .collect();
    if !reports.is_empty() {
        blocks.push(Block::Heading { level: 2, text: "Reports".to_owned() });
        blocks.push(Block::Items(reports));
    }
    Letter { blocks }
}

/// "**9–13 Sep 2031:** Third session, Geneva; items 3–5, nine meetings. (¶3, 9)".
fn item(event: &Event, timeline: &Timeline, telling: &head::Telling, alone: bool) -> Vec<Span> {
    let days = event.dates.as_deref().map_or_else(|| "No date".to_owned(), words::dates);
    let mut told = vec![words::title(event)];
    told.extend(details(event, timeline));
    let sources = telling.sources(&event.sources, alone).join("; ");
    let mut item =
        vec![Span::strong(format!("{days}:")), Span::plain(format!(" {} ({})", told.join("; "), sources))];
    for clash in &event.clashes {
        item.push(Span::plain(" "));
        item.push(Span::strong("Told in two ways:"));
        item.push(Span::plain(format!(" {}.", words::clash(&clash.field, &clash.values, alone))));
    }
    item
}
