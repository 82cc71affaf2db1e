//! [`Summary`] as JSON, schema `travaux/summary/1`.
//!
//! Each line carries its sentence as the Markdown has it (`said`) beside what it is made of, so that a
//! program may show the one or take the other apart.

use super::clean;
use super::letter::Span;
use super::summary_view;
use crate::diff::Relation;
use crate::diff::digest::{HeaderRow, SectionHeading, Told};
use crate::diff::summary::{Group, Line, Part, Rank, Rest, Spot, Summary};
use crate::remark::Remark;
use serde::Serialize;

#[derive(Serialize)]
struct SummaryJson<'a> {
    schema: &'static str,
    old: &'a str,
    new: &'a str,
    relation: Relation,
    about: &'a [String],
    kinds: &'a str,
    rows: Vec<RowJson<'a>>,
    warnings: Vec<WarningJson<'a>>,
    brief: &'a [String],
    blanks: Vec<LineJson<'a>>,
    groups: Vec<GroupJson<'a>>,
    rest: Vec<RestJson>,
    open: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    label: &'static str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

#[derive(Serialize)]
struct WarningJson<'a> {
    document: Option<&'a str>,
    place: &'a str,
    remark: &'a Remark,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    headings: Vec<HeadingJson<'a>>,
    lines: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct HeadingJson<'a> {
    id: &'a str,
    level: usize,
    text: &'a str,
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct LineJson<'a> {
    place: &'a str,
    tags: &'a [&'static str],
    tells: &'static str,
    said: String,
    parts: Vec<PartJson<'a>>,
}

/// Every key is always there; which ones are filled goes by `kind`.
#[derive(Serialize, Default)]
struct PartJson<'a> {
    kind: &'static str,
    what: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    text: Option<&'a str>,
    note: Option<&'a str>,
    at: Option<SpotJson<'a>>,
    place: Option<&'a str>,
    then: Option<&'a [String]>,
    now: Option<&'a [String]>,
}

#[derive(Serialize)]
struct SpotJson<'a> {
    side: &'static str,
    words: Option<&'a str>,
}

#[derive(Serialize)]
struct RestJson {
    kind: &'static str,
    said: String,
}

/// The text of a file.
pub fn render(summary: &Summary) -> String {
    let value = SummaryJson {
        schema: "travaux/summary/1",
        old: &summary.old,
        new: &summary.new,
        relation: summary.relation,
        about: &summary.about,
        kinds: &summary.kinds,
        rows: summary.rows.iter().map(row).collect(),
        warnings: summary.warnings.iter().map(warning).collect(),
        brief: &summary.brief,
        blanks: summary.blanks.iter().map(line).collect(),
        groups: summary.groups.iter().map(group).collect(),
        rest: summary.rest.iter().map(rest).collect(),
        open: summary.open.iter().map(line).collect(),
    };
    // Strings, numbers and lists under string keys: there is nothing here that JSON cannot say.
    let json = serde_json::to_string_pretty(&value).expect("plain data is always JSON");
    clean::escaped_json(&json) + "\n"
}

fn row(row: &HeaderRow) -> RowJson<'_> {
    RowJson { label: row.label, old: row.old.as_deref(), new: row.new.as_deref() }
}

fn warning(told: &Told) -> WarningJson<'_> {
    WarningJson { document: told.document.as_deref(), place: &told.place, remark: &told.remark }
}

fn group(group: &Group) -> GroupJson<'_> {
    fn heading(heading: &SectionHeading) -> HeadingJson<'_> {
        HeadingJson { id: &heading.id, level: heading.level, text: &heading.text, note: heading.note }
    }
    GroupJson {
        headings: group.headings.iter().map(heading).collect(),
        lines: group.lines.iter().map(line).collect(),
    }
}

fn line(line: &Line) -> LineJson<'_> {
    LineJson {
        place: &line.place,
        tags: &line.tags,
        tells: tells(line.rank),
        said: sentence(&summary_view::line(line)),
        parts: line.parts.iter().map(part).collect(),
    }
}

fn tells(rank: Rank) -> &'static str {
    match rank {
        Rank::Fact => "fact",
        Rank::Stronger => "stronger",
        Rank::Weaker => "weaker",
        Rank::Changed => "changed",
        Rank::Moved => "moved",
        Rank::Added => "added",
        Rank::Removed => "removed",
        Rank::Said => "said",
    }
}

fn sentence(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn part(part: &Part) -> PartJson<'_> {
    let none = PartJson::default();
    match part {
        Part::Fact { what, old, new, meaning } => PartJson {
            kind: "fact",
            what: filled(what),
            old: old.as_deref(),
            new: new.as_deref(),
            note: filled(meaning),
            ..none
        },
        Part::Changed { old, new, note } => {
            PartJson { kind: "changed", old: Some(old), new: Some(new), note: note.as_deref(), ..none }
        }
        Part::Added { text, at } => PartJson { kind: "added", text: Some(text), at: Some(spot(at)), ..none },
        Part::Removed { text, at } => {
            PartJson { kind: "removed", text: Some(text), at: Some(spot(at)), ..none }
        }
        Part::MovedTo { text, place } => {
            PartJson { kind: "moved_to", text: Some(text), place: Some(place), ..none }
        }
        Part::Whole(text) => PartJson { kind: "whole", text: Some(text), ..none },
        Part::ThenNow { then, now } => {
            PartJson { kind: "then_now", then: Some(then), now: Some(now), ..none }
        }
        Part::Settled { was, now, place } => {
            PartJson { kind: "settled", then: Some(was), now: Some(now), place: Some(place), ..none }
        }
        Part::Chosen { words, not } => {
            PartJson { kind: "chosen", old: filled(not), new: filled(words), ..none }
        }
        // Where a clause went is more than where it stood.
        Part::At { place, part } => match self::part(part) {
            inner @ PartJson { place: Some(_), .. } => inner,
            inner => PartJson { place: Some(place), ..inner },
        },
        Part::Say(text) => PartJson { kind: "said", text: Some(text), ..none },
    }
}

/// Nothing where nothing is said.
fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn spot(spot: &Spot) -> SpotJson<'_> {
    let (side, words) = match spot {
        Spot::After(words) => ("after", Some(words.as_str())),
        Spot::Before(words) => ("before", Some(words.as_str())),
        Spot::End => ("end", None),
        Spot::Somewhere => ("somewhere", None),
    };
    SpotJson { side, words }
}

fn rest(rest: &Rest) -> RestJson {
    let kind = match rest {
        Rest::Repeated { .. } => "repeated",
        Rest::Quoted { .. } => "quoted",
        Rest::Told { .. } => "told",
        Rest::Listed { .. } => "listed",
    };
    RestJson { kind, said: sentence(&summary_view::rest(rest)) }
}
