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
    let source =
        Source { symbol: symbol.to_owned(), id: node.map_or("f.distr", |node| &node.id).to_owned(), text };
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
        let mut meeting = Telling::new(Kind::Meeting, bodies.own.clone(), name, adoption.source.clone());
        meeting.key.ordinal = Some(ordinal);
        (meeting.dates, meeting.how) = (adoption.dates.clone(), How::Held);
        meeting
    });
    meeting.into_iter().chain([adoption]).collect()
}

fn adopted(annotated: &Annotated, bodies: &Bodies, symbol: &str) -> Option<Telling> {
    let (at, node) = annotated.report.nodes.iter().enumerate().find(|(_, node)| node.id == "f.adoption")?;
    let mentions = annotated.mentions.by_node.get(at)?;
    let mut dates = mentions.iter().filter(|mention| mention.kind == MentionKind::Date);
    let date =
        days::read(&dates.next()?.value).filter(|date| days::is_exact(date) && dates.next().is_none())?;
    let source = Source { symbol: symbol.to_owned(), id: node.id.clone(), text: quote(&node.text) };
    let what = if node.text.contains("ecision") { "decision" } else { "resolution" };
    let named = annotated.report.masthead.symbol.clone();
    let name = named
        .as_ref()
        .map_or_else(|| format!("adoption of the {what}"), |symbol| format!("adoption of {symbol}"));
    let mut telling = Telling::new(Kind::Adoption, bodies.own.clone(), name, source);
    telling.documents.extend(named);
    telling.dates = Some(date);
    telling.how = How::Held;
    let meeting = mentions
        .iter()
        .find(|mention| mention.kind == MentionKind::Session && mention.value.ends_with("meeting"));
    telling.meeting =
        meeting.map(|mention| mention.attributes.get("ordinal").and_then(|ordinal| ordinal.parse().ok()));
    Some(telling)
}
