//! [`Summary`] → [`Letter`]: the words between the quotations.

use super::letter::{Block, Letter, Span};
use crate::diff::Relation;
use crate::diff::digest::Told;
use crate::diff::summary::{Group, Line, Part, Rank, Rest, Spot, Summary, capital, quoted};

/// Names of facts whose values say what they are.
const PLAIN: [&str; 19] = [
    "date",
    "dates",
    "document",
    "documents",
    "resolution",
    "decision",
    "link",
    "symbol",
    "session",
    "meeting",
    "sessions, meetings",
    "number",
    "numbers",
    "period",
    "agenda item",
    "agenda items",
    "reference",
    "references",
    "day",
];

/// The letter of a summary.
pub fn letter(summary: &Summary) -> Letter {
    let other = summary.relation == Relation::OtherReport;
    let title = if other { "Then and now" } else { "What changed" };
    let mut blocks = vec![heading(1, format!("{title}: {} → {}", summary.old, summary.new))];
    blocks.extend(summary.warnings.iter().map(|told| Block::Prose(warning(told))));
    let mut about = summary.about.join(", ");
    if !about.is_empty() && !about.ends_with(['.', '…']) {
        about.push('.');
    }
    let about = format!("{about} {}.", capital(&summary.kinds));
    blocks.push(Block::Prose(vec![Span::plain(about.trim_start())]));
    let rows: Vec<Vec<Span>> = summary
        .rows
        .iter()
        .map(|row| {
            let values = match (&row.old, &row.new) {
                (Some(old), Some(new)) if other => format!("then {old}; now {new}"),
                (Some(old), Some(new)) => format!("{old} → {new}"),
                (Some(old), None) if other => format!("then {old}"),
                (Some(old), None) => format!("{old} → none"),
                (None, Some(new)) if other => format!("now {new}"),
                (None, new) => new.clone().unwrap_or_default(),
            };
            vec![Span::strong(format!("{}:", row.label)), Span::plain(format!(" {values}"))]
        })
        .collect();
    blocks.extend(items(rows));
    if !summary.brief.is_empty() {
        blocks.push(Block::Prose(vec![
            Span::strong("In short:"),
            Span::plain(format!(" {}", summary.brief.join(" "))),
        ]));
    }
    if summary.short {
        let all = summary.groups.iter().flat_map(|group| &group.lines).map(line);
        let all = all.chain(summary.rest.iter().map(rest)).chain(summary.open.iter().map(line));
        blocks.extend(items(all.collect()));
    } else {
        section(&mut blocks, "Blanks and brackets", lines(&summary.blanks));
        if !summary.groups.is_empty() {
            blocks.push(heading(2, if other { "Facts" } else { "Changes" }));
            blocks.extend(summary.groups.iter().flat_map(group));
        }
        section(&mut blocks, "Wording and numbers", summary.rest.iter().map(rest).collect());
        section(&mut blocks, "Still open", lines(&summary.open));
    }
    if let Some(nothing) = summary.nothing_open.filter(|_| summary.open.is_empty()) {
        blocks.push(Block::Prose(vec![Span::strong("Still open:"), Span::plain(format!(" {nothing}."))]));
    }
    // Two lists that touch would be one.
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (joined.last_mut(), block) {
            (Some(Block::Items(items)), Block::Items(more)) => items.extend(more),
            (_, block) => joined.push(block),
        }
    }
    Letter { blocks: joined }
}

fn heading(level: usize, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

fn items(items: Vec<Vec<Span>>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::Items(items))
}

fn section(blocks: &mut Vec<Block>, title: &str, lines: Vec<Vec<Span>>) {
    if let Some(list) = items(lines) {
        blocks.push(heading(2, title));
        blocks.push(list);
    }
}

fn warning(told: &Told) -> Vec<Span> {
    vec![Span::strong("Note:"), Span::plain(format!(" {}.", told.sentence()))]
}

fn group(group: &Group) -> Vec<Block> {
    // The chapters of the text stand below our own "Changes".
    let headings = group.headings.iter().map(|above| {
        let note = above.note.map(|note| format!(" ({note})")).unwrap_or_default();
        heading(2 + above.level.clamp(1, 4), format!("{}{note}", above.text))
    });
    let mut blocks: Vec<Block> = headings.collect();
    let runs: Vec<&[Line]> = group.lines.chunk_by(|one, next| one.rank == next.rank).collect();
    // The order of many lines is not seen by itself: they stand by what they tell, not by their numbers.
    let named = group.lines.len() >= MANY && runs.len() > 1;
    for run in if named { runs } else { vec![&group.lines[..]] } {
        if named {
            blocks.push(Block::Prose(vec![Span::strong(format!("{}:", name(run[0].rank)))]));
        }
        blocks.extend(items(lines(run)));
    }
    blocks
}

/// So many lines under one heading need names for their kinds.
const MANY: usize = 6;

/// What lines of one kind are called.
fn name(rank: Rank) -> &'static str {
    match rank {
        Rank::Fact => "Facts",
        Rank::Stronger => "Stronger",
        Rank::Weaker => "Weaker",
        Rank::Changed => "Worded otherwise",
        Rank::Moved => "Moved",
        Rank::Added => "Added",
        Rank::Removed => "Taken out",
        Rank::Said => "Other",
    }
}

fn lines(lines: &[Line]) -> Vec<Vec<Span>> {
    lines.iter().map(line).collect()
}

/// "¶7 → ¶9, moved: taken out: “Five observers …”".
pub(super) fn line(line: &Line) -> Vec<Span> {
    let mut spans = Vec::new();
    let label: Vec<&str> = std::iter::once(line.place.as_str())
        .filter(|place| !place.is_empty())
        .chain(line.tags.iter().copied())
        .collect();
    if !label.is_empty() {
        spans.push(Span::strong(format!("{}:", capital(&label.join(", ")))));
        spans.push(Span::plain(" "));
    }
    // A place is said once.
    let mut last = "";
    let parts: Vec<String> = line
        .parts
        .iter()
        .map(|said| match said {
            Part::At { place, part: inner } if place == last => part(inner, &line.tags),
            Part::At { place, .. } => {
                last = place;
                part(said, &line.tags)
            }
            _ => part(said, &line.tags),
        })
        .collect();
    spans.push(Span::plain(stopped(&parts.join("; "))));
    spans
}

/// With a full stop, unless a quotation brings one.
fn stopped(text: &str) -> String {
    let ended = ["…", ".", ".”", "…”", "!”", "?”"].iter().any(|end| text.ends_with(end));
    if ended { text.to_owned() } else { format!("{text}.") }
}

fn part(said: &Part, tags: &[&'static str]) -> String {
    match said {
        Part::Fact { what, old, new, meaning } => fact(what, old.as_deref(), new.as_deref(), meaning),
        Part::Changed { old, new, note } => {
            let note = note.as_ref().filter(|note| !tags.contains(&note.as_str()));
            let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
            format!("{} → {}{note}", quoted(old), quoted(new))
        }
        Part::Added { text, at } => format!("added{}: {}", spot(at), quoted(text)),
        Part::Removed { text, at } => format!("taken out{}: {}", spot(at), quoted(text)),
        Part::MovedTo { text, place } => format!("{} moved to {place}", quoted(text)),
        Part::Whole(text) => quoted(text),
        Part::Say(text) => text.clone(),
        Part::Settled { now, place, .. } => format!("{} ({place})", now.join(", ")),
        Part::Chosen { words, not } => match (words.is_empty(), not.is_empty()) {
            (true, _) => format!("{} is out", quoted(not)),
            (_, true) => format!("{} is kept", quoted(words)),
            _ => format!("{}, not {}", quoted(words), quoted(not)),
        },
        Part::At { place, part } => format!("{place} {}", self::part(part, tags)).trim_end().to_owned(),
        Part::ThenNow { then, now } => {
            let side = |name: &str, values: &[String]| {
                (!values.is_empty()).then(|| format!("{name}: {}", values.join("; ")))
            };
            let sides: Vec<String> = side("Then", then).into_iter().chain(side("Now", now)).collect();
            sides.join(". ")
        }
    }
}

fn fact(what: &str, old: Option<&str>, new: Option<&str>, meaning: &str) -> String {
    let said = |value: Option<&str>| value.is_some_and(|value| value.contains(what));
    let named = what.is_empty() || PLAIN.contains(&what) || said(new) || said(old);
    let name = if named { String::new() } else { format!("{what}: ") };
    let aside = if meaning.is_empty() { String::new() } else { format!(" ({meaning})") };
    match (old, new) {
        (Some(old), Some(new)) if old == new => format!("{name}{}{aside}", quoted(new)),
        (Some(old), Some(new)) => format!("{name}{} → {}{aside}", quoted(old), quoted(new)),
        (None, Some(new)) => format!("{name}{} added{aside}", quoted(new)),
        (Some(old), None) if meaning.is_empty() => format!("{name}{} dropped", quoted(old)),
        (Some(old), None) => format!("{name}{} {meaning}", quoted(old)),
        (None, None) => format!("{name}{meaning}"),
    }
}

fn spot(at: &Spot) -> String {
    match at {
        Spot::After(words) => format!(" after {}", quoted(words)),
        Spot::Before(words) => format!(" before {}", quoted(words)),
        Spot::End => " at the end".to_owned(),
        Spot::Somewhere => String::new(),
    }
}

pub(super) fn rest(rest: &Rest) -> Vec<Span> {
    let labelled = |label: &str, text: String| {
        vec![Span::strong(format!("{label}:")), Span::plain(format!(" {}", stopped(&text)))]
    };
    match rest {
        Rest::Repeated { old, new, before, place } => {
            let before = before.as_ref().map(|word| format!(" before {}", quoted(word))).unwrap_or_default();
            let what = match (old.is_empty(), new.is_empty()) {
                (true, _) => format!("{} added{before}", quoted(new)),
                (_, true) => format!("{} taken out{before}", quoted(old)),
                _ => format!("{} → {}{before}", quoted(old), quoted(new)),
            };
            vec![Span::plain(format!("{what} in {place}."))]
        }
        Rest::Quoted { place, old, new } => {
            labelled(&capital(place), format!("{} → {}", quoted(old), quoted(new)))
        }
        Rest::Told { place, text } => labelled(&capital(place), text.clone()),
        Rest::Listed { label, members } => labelled(label, members.join("; ")),
    }
}
