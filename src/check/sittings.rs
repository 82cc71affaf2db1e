//! How many meetings a session is said to have had, beside the numbers of those that are told.

use super::finding::{Findings, Told};
use crate::timeline::{Event, Kind, Source};

/// Looks at every session whose meetings are counted.
pub(super) fn find(events: &[Event], findings: &mut Findings<'_>) {
    for session in events.iter().filter(|event| event.kind == Kind::Session) {
        let Some(many) = session.meetings else { continue };
        if session.clashes.iter().any(|clash| clash.field == "meetings") {
            continue;
        }
        let Some(counted) = session.sources.iter().find(|source| source.text.contains("meetings")) else {
            continue;
        };
        // Closed and informal ones may be counted and numbered by themselves.
        let plenary = |text: &str| text.contains("plenary");
        let mut own: Vec<(u32, &Event, &Source)> = events
            .iter()
            .filter(|event| {
                event.kind == Kind::Meeting && event.part_of.as_deref() == Some(session.id.as_str())
            })
            .filter(|event| event.clashes.is_empty())
            .filter_map(|event| Some((event.ordinal?, event, event.sources.first()?)))
            .collect();
        own.retain(|(_, _, source)| plenary(&source.text) == plenary(&counted.text));
        own.sort_by_key(|(ordinal, ..)| *ordinal);
        beyond(session, (many, counted), &own, findings);
        span(events, session, (many, counted), &own, findings);
    }
}

/// "the 12th meeting" of a session that is said to have had nine, where its meetings count from 1.
fn beyond(
    session: &Event,
    (many, counted): (u32, &Source),
    own: &[(u32, &Event, &Source)],
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
    own: &[(u32, &Event, &Source)],
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
