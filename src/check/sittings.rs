//! How many meetings a session is said to have had, beside the numbers of those that are told.

use super::finding::{Findings, Told};
use crate::mentions::{Annotated, MentionKind};
use crate::timeline::{Event, Kind, Source, words};
use jiff::civil::Date;
use std::collections::HashMap;

/// A meeting with its number and the first place that tells of it.
type Numbered<'a> = (u32, &'a Event, &'a Source);

/// Looks at every session whose meetings are counted.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let text = |source: &Source| -> &str {
        findings.index_of(&source.id).map_or("", |at| annotated.report.nodes[at].text.as_str())
    };
    let mut all: Vec<(&Event, u32, &Source, Vec<Numbered<'_>>)> = Vec::new();
    for session in events.iter().filter(|event| event.kind == Kind::Session) {
        let Some(many) = session.meetings else { continue };
        if session.clashes.iter().any(|clash| clash.field == "meetings") {
            continue;
        }
        let Some(counted) = session.sources.iter().find(|source| text(source).contains(" meetings")) else {
            continue;
        };
        // Closed and informal ones may be counted and numbered by themselves.
        let plenary = |text: &str| text.contains("plenary");
        let mut own: Vec<Numbered<'_>> = events
            .iter()
            .filter(|event| {
                event.kind == Kind::Meeting && event.part_of.as_deref() == Some(session.id.as_str())
            })
            .filter(|event| event.clashes.is_empty())
            .filter_map(|event| Some((event.ordinal?, event, event.sources.first()?)))
            .collect();
        own.retain(|(_, _, source)| plenary(text(source)) == plenary(text(counted)));
        own.sort_by_key(|(ordinal, ..)| *ordinal);
        all.push((session, many, counted, own));
    }
    for (session, many, counted, own) in all {
        beyond(session, (many, counted), &own, findings);
        span(events, session, (many, counted), &own, findings);
    }
}

/// One plenary meeting with two days near one another: "At its 10th plenary meeting, on 16 June" and "At the 10th
/// plenary meeting, on 13 June". Days farther apart are those of two sessions.
pub(super) fn days(annotated: &Annotated, findings: &mut Findings<'_>) {
    /// Longer than this is no session.
    const NEAR: i32 = 14;
    let mut known: HashMap<&str, Vec<(Date, &str, &str)>> = HashMap::new();
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        let pairs = mentions.windows(2).filter_map(|pair| match pair {
            [sitting, day] if sitting.kind == MentionKind::Session && day.kind == MentionKind::Date => {
                Some((sitting, day))
            }
            _ => None,
        });
        for (sitting, day) in pairs {
            let between: String = node.text.chars().take(day.start).skip(sitting.end).collect();
            let plenary = sitting.attributes.get("type").is_some_and(|kind| kind == "plenary");
            let opens = node.text.starts_with("At ") || node.text.starts_with("Also at ");
            if between != ", on " || !plenary || sitting.start > 12 || !opens {
                continue;
            }
            if let Ok(date) = day.value.parse() {
                known.entry(&sitting.value).or_default().push((date, &node.id, &day.text));
            }
        }
    }
    for (name, days) in known {
        let [(one, first, _), (two, second, text)] = days.as_slice() else { continue };
        let apart = one.duration_until(*two).as_hours() / 24;
        let told = [first, second]
            .iter()
            .any(|id| findings.has("told-in-two-ways", id) || findings.has("outside-session", id));
        if one == two || apart.abs() > i64::from(NEAR) || told {
            continue;
        }
        let told = Told {
            text: (*text).to_owned(),
            what: format!("the days of the {name}: {}", words::dates(&two.to_string())),
            why: format!("{} has {}", findings.cited(first), words::dates(&one.to_string())),
            also: vec![(*first).to_owned()],
            ..Told::default()
        };
        findings.add("told-in-two-ways", second, told);
    }
}

/// "the 12th meeting" of a session that is said to have had nine, where its meetings count from 1.
fn beyond(
    session: &Event,
    (many, counted): (u32, &Source),
    own: &[Numbered<'_>],
    findings: &mut Findings<'_>,
) {
    // Where more lie beyond, the meetings count on from the session before.
    let mut beyond = own.iter().filter(|(ordinal, ..)| *ordinal > many);
    let (Some((_, event, source)), None) = (beyond.next(), beyond.next()) else { return };
    if own.len() < 2 {
        return;
    }
    let told = Told {
        text: source.text.clone(),
        what: format!("the {} of the {}", event.name, session.name),
        why: format!("that session had {many} meetings ({})", findings.cited(&counted.id)),
        also: vec![counted.id.clone()],
        ..Told::default()
    };
    findings.add("count-differs", &source.id, told);
}

/// "It held six plenary meetings", of which the 280th opened it and the 283rd adopted the report.
fn span(
    events: &[Event],
    session: &Event,
    (many, counted): (u32, &Source),
    own: &[Numbered<'_>],
    findings: &mut Findings<'_>,
) {
    let ([first, ..], Some(last)) = (own, own.last()) else { return };
    let span = last.0 - first.0 + 1;
    let opens = first.1.sources.iter().any(|source| source.text.contains("(opening)"));
    let closes = events.iter().any(|event| {
        event.kind == Kind::Adoption
            && event.name.contains("report")
            && event.part_of.as_deref() == Some(session.id.as_str())
            && event.at.as_deref().is_some_and(|at| at.starts_with(&last.1.name))
    });
    if span == many || !opens || !closes {
        return;
    }
    let told = Told {
        text: counted.text.clone(),
        what: format!("{many} meetings of the {}", session.name),
        why: format!(
            "the {} opened it ({}) and the {} adopted the report: that makes {span}",
            first.1.name,
            findings.cited(&first.2.id),
            last.1.name
        ),
        instead: Some(span.to_string()),
        also: vec![first.2.id.clone(), last.2.id.clone()],
        ..Told::default()
    };
    findings.add("count-differs", &counted.id, told);
}
