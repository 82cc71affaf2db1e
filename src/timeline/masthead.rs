//! What the first page tells: when the document was issued, and how a resolution was adopted.

use super::body::Bodies;
use super::days;
use super::event::{Kind, Source};
use super::reader::quote;
use super::telling::{How, Telling};
use crate::mentions::{Annotated, MentionKind};
use crate::terms::english::number::ordinal_in_figures;
use jiff::civil::Date;

/// The day that counts: of the reissue, else of the issue.
pub fn day(annotated: &Annotated) -> Option<Date> {
    let masthead = &annotated.report.masthead;
    let written = masthead.reissued.as_deref().or(masthead.issued.as_deref())?;
    days::hull(&days::read(written)?).map(|(_, last)| last)
}

/// The issue of the document.
pub fn issue(annotated: &Annotated, bodies: &Bodies, symbol: &str) -> Option<Telling> {
    let masthead = &annotated.report.masthead;
    let issued = masthead.issued.as_deref()?;
    let node = annotated.report.nodes.iter().find(|node| node.id == "f.distr");
    let text = node.map_or_else(|| issued.to_owned(), |node| quote(&node.text));
    let source = Source::new(symbol, node.map_or("f.distr", |node| &node.id), text);
    let title = masthead.title.clone().unwrap_or_else(|| "document".to_owned());
    let mut telling = Telling::new(Kind::Issue, bodies.own.clone(), title, source);
    telling.dates = days::read(issued);
    telling.documents.extend(masthead.symbol.clone());
    telling.how = How::Held;
    telling.note = masthead.reissued.as_ref().map(|day| format!("reissued {day}"));
    Some(telling)
}

/// "Resolution adopted by the General Assembly on 29 October 2031", "Adopted by the Council at its 99th
/// meeting, on 8 May 2031".
pub fn adoption(annotated: &Annotated, bodies: &Bodies, symbol: &str) -> Vec<Telling> {
    let Some(adoption) = adopted(annotated, bodies, symbol) else { return Vec::new() };
    let meeting = adoption.meeting.flatten().map(|ordinal| {
        let name = format!("{} meeting", ordinal_in_figures(ordinal));
        let line = annotated.report.nodes.iter().find(|node| node.id == "f.meeting");
        let source = line.map_or_else(
            || adoption.source.clone(),
            |node| Source { id: node.id.clone(), text: quote(&node.text), ..adoption.source.clone() },
        );
        let mut meeting = Telling::new(Kind::Meeting, bodies.own.clone(), name, source);
        meeting.key.ordinal = Some(ordinal);
        if line.is_some_and(|line| line.text.contains("(resumed)")) {
            meeting.name.push_str(" (resumed)");
        }
        (meeting.dates, meeting.how) = (adoption.dates.clone(), How::Held);
        meeting
    });
    meeting.into_iter().chain([adoption]).collect()
}

fn adopted(annotated: &Annotated, bodies: &Bodies, symbol: &str) -> Option<Telling> {
    // The line below the symbol; where there is none, the block at the end.
    let node = |id: &str| {
        let mut nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
        nodes.find(|(node, _)| node.id == id)
    };
    let (node_, mentions) = node("f.adoption").or_else(|| node("f.adopted"))?;
    let closing = node("f.meeting");
    let vote = node("f.vote").map(|(node, _)| node.text.as_str());
    let node = node_;
    let mut dates = mentions.iter().filter(|mention| mention.kind == MentionKind::Date);
    let date =
        days::read(&dates.next()?.value).filter(|date| days::is_exact(date) && dates.next().is_none())?;
    let source = Source::new(symbol, &node.id, quote(&node.text));
    let title = annotated.report.masthead.title.as_deref().unwrap_or_default();
    let decision = node.text.contains("ecision") || title.contains("ecision");
    let what = if decision { "decision" } else { "resolution" };
    let named = annotated.report.masthead.symbol.clone();
    let name = named
        .as_ref()
        .map_or_else(|| format!("adoption of the {what}"), |symbol| format!("adoption of {symbol}"));
    let mut telling = Telling::new(Kind::Adoption, bodies.own.clone(), name, source);
    telling.documents.extend(named);
    telling.dates = Some(date);
    telling.how = How::Held;
    telling.note = vote.and_then(manner);
    let meeting = mentions
        .iter()
        .chain(closing.into_iter().flat_map(|(_, mentions)| mentions))
        .find(|mention| mention.kind == MentionKind::Session && mention.value.ends_with("meeting"));
    telling.meeting =
        meeting.map(|mention| mention.attributes.get("ordinal").and_then(|ordinal| ordinal.parse().ok()));
    Some(telling)
}

/// "adopted without a vote" of "[Adopted without a vote.]", "adopted by a recorded vote of 30 to 12, with 5
/// abstentions".
fn manner(vote: &str) -> Option<String> {
    let inside = vote.trim().trim_start_matches('[');
    let first = inside.split(['.', ']', ':']).next().unwrap_or_default().trim();
    let rest = first.strip_prefix("Adopted").or_else(|| first.strip_prefix("adopted"))?;
    (!rest.is_empty() && rest.chars().count() < 120).then(|| format!("adopted{rest}"))
}
