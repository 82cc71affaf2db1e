//! "Report of the Commission on its eleventh session" above the account of the twelfth.

use super::finding::{Findings, Told};
use super::order::naming;
use crate::mentions::{Annotated, MentionKind};
use crate::report::NodeKind;
use crate::timeline::{Event, Kind, Status};

/// Behind these words a title names the session whose report it is.
const ON_ITS: &str = " on its ";

/// Looks at the title on the first page, where the report tells of one session of its body and no other.
pub(super) fn find(annotated: &Annotated, events: &[Event], findings: &mut Findings<'_>) {
    let Some(own) = events.first().map(|event| event.body.as_str()) else { return };
    let mut sessions = events.iter().filter(|event| {
        event.kind == Kind::Session
            && event.body == own
            && event.status == Status::Held
            && !event.days.is_empty()
    });
    let (Some(session), None) = (sessions.next(), sessions.next()) else { return };
    let (Some(held), Some((_, kind))) = (session.ordinal, session.name.split_once(' ')) else { return };
    // The first page has its own line for it as well.
    let line = annotated.report.masthead.session.as_deref().unwrap_or_default().to_lowercase();
    if line != session.name.to_lowercase() {
        return;
    }
    let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
    for (node, mentions) in nodes.filter(|(node, _)| node.kind == NodeKind::Masthead) {
        let titled = annotated.report.masthead.title.as_deref() == Some(node.text.as_str());
        for mention in mentions.iter().filter(|mention| titled && mention.kind == MentionKind::Session) {
            let before: String = node.text.chars().take(mention.start).collect();
            let ends = node.text.chars().count() == mention.end;
            let ordinal = mention.attributes.get("ordinal").and_then(|ordinal| ordinal.parse().ok());
            let another = ordinal.is_some_and(|other: u32| other != held);
            // "the eleventh session" and "the second regular session" are counted by themselves.
            let same = mention.value.split_once(' ').is_some_and(|(_, own)| own == kind);
            if !(another && same && ends && before.ends_with(ON_ITS)) {
                continue;
            }
            let dates = session.dates.as_deref().unwrap_or_default();
            let also = naming(annotated, session, dates, findings).map(|source| source.id.clone());
            let told = Told {
                text: mention.text.clone(),
                what: format!("the title is that of a report on the {}", mention.text),
                why: format!("the first page and the text have the {}", session.name),
                instead: Some(session.name.clone()),
                also: also.into_iter().collect(),
                ..Told::default()
            };
            findings.add("told-in-two-ways", &node.id, told);
        }
    }
}
