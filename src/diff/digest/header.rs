//! Who is compared with whom, and how much of it.

mod tally;

use super::folded::{field_label, is_in_header};
use super::place::{Places, enumerate, label_at, transition};
use super::{Header, HeaderRow};
use crate::diff::classify::same_in_style;
use crate::diff::relation::{base, is_draft};
use crate::diff::{Comparison, DocumentInfo, FieldChange, Relation, Status};
use crate::mentions::Annotated;
use crate::report::{Masthead, NodeKind, Report};
use crate::terms::english::calendar::in_full;
use std::collections::BTreeSet;
use tally::counts;

/// The symbol with the asterisk of a reissue, or the path; how many documents follow the first.
pub(super) fn name(document: &DocumentInfo) -> String {
    match &document.masthead.symbol {
        Some(symbol) if document.source.documents.len() > 1 => {
            format!("{symbol} and {} more", document.source.documents.len() - 1)
        }
        Some(symbol) if document.masthead.reissued.is_some() => format!("{symbol}*"),
        Some(symbol) => symbol.clone(),
        None => document.source.path.clone(),
    }
}

/// The names of both documents; their files where both have one symbol.
pub(in crate::diff) fn names(comparison: &Comparison) -> [String; 2] {
    let (old, new) = (&comparison.old, &comparison.new);
    let (was, now) = (name(old), name(new));
    if was != now {
        return [was, now];
    }
    let file = |document: &DocumentInfo| {
        let path = document.source.path.as_str();
        path.rsplit('/').next().unwrap_or(path).to_owned()
    };
    match (file(old), file(new)) {
        (was, now) if was == now => [old.source.path.clone(), new.source.path.clone()],
        (was, now) => [was, now],
    }
}

/// True for the symbol of a resolution.
fn is_resolution(document: &DocumentInfo) -> bool {
    document.masthead.symbol.as_deref().is_some_and(|symbol| symbol.split('/').any(|part| part == "RES"))
}

/// What the columns of the facts are called.
pub(in crate::diff) fn sides(comparison: &Comparison) -> [&'static str; 2] {
    match comparison.relation {
        Relation::Adoption if is_resolution(&comparison.new) => ["Draft", "Resolution"],
        Relation::Adoption => ["Draft", "Report"],
        Relation::OtherReport => ["Then", "Now"],
        _ => ["Before", "After"],
    }
}

/// The lines above the facts.
pub(super) fn header(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Header {
    let (was, now) = (&comparison.old.masthead, &comparison.new.masthead);
    let revises = match (&was.symbol, &now.symbol) {
        (Some(was), Some(now)) => base(was) == base(now),
        _ => false,
    };
    let relation = match comparison.relation {
        Relation::Adoption if is_resolution(&comparison.new) => "draft → resolution as adopted",
        Relation::Adoption => "draft → report as issued",
        Relation::Revision if was.symbol.is_some() && was.symbol == now.symbol => {
            let same = comparison.pairs.iter().all(|pair| pair.status == Status::Unchanged);
            if same { "two copies of one document" } else { "two texts under one symbol" }
        }
        Relation::Revision if is_draft(was) && is_draft(now) && revises => "draft → revised draft",
        Relation::Revision if is_draft(was) && is_draft(now) => "draft → later draft",
        Relation::Revision if revises => "report → revised report",
        Relation::Revision => "two versions",
        Relation::OtherReport => "two different reports",
    };
    let mut about: Vec<String> = Vec::new();
    if was.symbol.is_some() && name(&comparison.old) == name(&comparison.new) {
        about.push(names(comparison).join(" → "));
    }
    // The cover of a report has the body in its title, a draft on a line of its own.
    let both = [(&was.body, &now.body), (&was.session, &now.session), (&was.dates, &now.dates)];
    let titled = comparison.masthead.iter().any(|change| resolution_number(change).is_some());
    for (old, new) in both {
        let line = match (old, new) {
            (Some(old), Some(new)) if old == new => Some(new),
            (Some(_), Some(new)) if says(was, new) => Some(new),
            (Some(old), _) if says(now, old) => Some(old),
            (None, Some(new)) if says(was, new) => Some(new),
            _ => None,
        };
        about.extend(line.cloned());
    }
    // With its number told apart, the title is the same in both.
    let with_body = |title: &String| now.body.as_ref().is_some_and(|body| title.contains(body.as_str()));
    let same_title = titled || (was.title == now.title && !now.title.as_ref().is_some_and(with_body));
    about.extend(now.title.as_deref().filter(|_| same_title).map(|title| split_number(title).1.to_owned()));
    about.dedup();
    let mut rows: Vec<HeaderRow> = Vec::new();
    for change in &comparison.masthead {
        let row = match change.field {
            // One line for both dates.
            "issued" | "reissued" if rows.iter().any(|row| row.label == "Date") => continue,
            "issued" | "reissued" => HeaderRow { label: "Date", old: date(was), new: date(now) },
            "symbol" => continue,
            _ if !is_in_header(change) => continue,
            field => match resolution_number(change) {
                Some(number) => number,
                None => {
                    HeaderRow { label: field_label(field), old: change.old.clone(), new: change.new.clone() }
                }
            },
        };
        rows.push(row);
    }
    const ORDER: [&str; 6] = ["Number", "Title", "Submitted by", "Date", "Adopted", "Distribution"];
    rows.sort_by_key(|row| ORDER.iter().position(|label| *label == row.label));
    let (main, elsewhere) = counts(comparison, old, new);
    Header {
        old: name(&comparison.old),
        new: name(&comparison.new),
        relation: relation.to_owned(),
        about,
        rows,
        paragraphs: paragraphs(&old.report, &new.report),
        numbered: [numbered(&old.report), numbered(&new.report)],
        annexes: [annexes(&old.report), annexes(&new.report)],
        counts: main.parts(true),
        parted: main.parted,
        which: which(comparison, &old.report, &new.report),
        elsewhere,
    }
}

/// "80/118. Programme planning" → ("80/118", "Programme planning"); nothing before a title without a
/// number.
fn split_number(title: &str) -> (&str, &str) {
    let Some((first, rest)) = title.split_once(' ') else { return ("", title) };
    let number = first.trim_end_matches('.');
    let mut sides = number.split('/');
    let (Some(session), Some(serial), None) = (sides.next(), sides.next(), sides.next()) else {
        return ("", title);
    };
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let blank = |text: &str| text.chars().all(|c| matches!(c, '…' | '.' | '_' | '-' | '[' | ']' | 'x' | 'X'));
    // "59/...", whose points are the blank.
    let known = digits(session) && (digits(serial) || blank(&first[session.len() + 1..]));
    if known { (if digits(serial) { number } else { first }, rest.trim_start()) } else { ("", title) }
}

/// A title that differs in nothing but the number of the resolution in front of it.
fn resolution_number(change: &FieldChange) -> Option<HeaderRow> {
    let (old, new) = (change.old.as_deref()?, change.new.as_deref()?);
    let ((was, before), (now, after)) = (split_number(old), split_number(new));
    let number = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (change.field == "title" && was != now && same_in_style(before, after)).then(|| HeaderRow {
        label: "Number",
        old: number(was),
        new: number(now),
    })
}

/// True if the first page says these words in one of its lines on the document itself.
pub(super) fn says(masthead: &Masthead, words: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let all = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3 || w.contains(|c: char| c.is_ascii_digit()))
            .map(str::to_lowercase)
            .collect()
    };
    // "2025 substantive session" is said by "the substantive session of 2025".
    let (each, words) = (all(words), letters(words));
    let has_each = |line: &str| each.len() > 1 && each.iter().all(|word| all(line).contains(word));
    [&masthead.body, &masthead.session, &masthead.dates, &masthead.title, &masthead.organ]
        .into_iter()
        .flatten()
        .any(|line| !words.is_empty() && (letters(line).contains(&words) || has_each(line)))
}

/// "7 March 2025, reissued 14 March 2025".
fn date(masthead: &Masthead) -> Option<String> {
    match (&masthead.issued, &masthead.reissued) {
        (Some(issued), Some(reissued)) => {
            Some(format!("{}, reissued {}", in_words(issued), in_words(reissued)))
        }
        (Some(issued), None) => Some(in_words(issued)),
        (None, Some(reissued)) => Some(format!("reissued {}", in_words(reissued))),
        (None, None) => None,
    }
}

/// "2025-03-07" → "7 March 2025"; anything that is no plain day stays as it is.
fn in_words(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), in_full)
}

/// "16 → 18, and an annex".
fn paragraphs(old: &Report, new: &Report) -> String {
    let (was, now) = (numbered(old), numbered(new));
    let mut out = if was == now { now.to_string() } else { format!("{was} → {now}") };
    match (annexes(old), annexes(new)) {
        (was, now) if was == now => {}
        (0, 1) => out.push_str(", and an annex"),
        (was, now) => out.push_str(&format!("; annexes: {was} → {now}")),
    }
    out
}

/// "new: ¶4 and 18", "gone: ¶15", "moved: ¶7 → ¶9": what a reader looks for first.
fn which(comparison: &Comparison, old: &Report, new: &Report) -> Vec<String> {
    /// Of more than these nobody reads a list.
    const MOST: usize = 8;
    let places = [Places::new(old), Places::new(new)];
    let numbered = |at: usize, ids: &[String]| {
        let report = if at == 0 { old } else { new };
        let index = places[at].index_of(ids.first()?)?;
        let node = &report.nodes[index];
        (node.kind == NodeKind::Paragraph && is_body(&node.part)).then(|| label_at(report, index))
    };
    let mut lists: [(&str, Vec<String>); 5] =
        ["new", "gone", "split", "merged", "moved"].map(|word| (word, Vec::new()));
    for pair in &comparison.pairs {
        match (numbered(0, &pair.old), numbered(1, &pair.new)) {
            (None, Some(now)) if pair.old.is_empty() => lists[0].1.push(now),
            (Some(was), None) if pair.new.is_empty() => lists[1].1.push(was),
            (Some(_), Some(_)) if matches!(pair.status, Status::Split | Status::Merged) => {
                let all = |at: usize, ids: &[String]| {
                    let labels: Vec<String> = ids.iter().map(|id| places[at].label(id)).collect();
                    enumerate(&labels, true)
                };
                let which = if pair.status == Status::Split { 2 } else { 3 };
                lists[which].1.push(transition(Some(&all(0, &pair.old)), Some(&all(1, &pair.new))));
            }
            (Some(was), Some(now)) if pair.moved => lists[4].1.push(transition(Some(&was), Some(&now))),
            _ => {}
        }
    }
    let told = lists.into_iter().filter(|(_, places)| (1..=MOST).contains(&places.len()));
    told.map(|(word, places)| format!("{word}: {}", enumerate(&places, false))).collect()
}

/// How many numbered paragraphs the body has.
fn numbered(report: &Report) -> usize {
    report.nodes.iter().filter(|node| node.kind == NodeKind::Paragraph && is_body(&node.part)).count()
}

fn is_body(part: &str) -> bool {
    part == "body" || part.is_empty()
}

/// How many annexes a report has; those of an annex are part of it.
fn annexes(report: &Report) -> usize {
    let parts: BTreeSet<&str> =
        report.nodes.iter().map(|node| node.part.as_str()).filter(|part| !is_body(part)).collect();
    parts.iter().filter(|part| !parts.iter().any(|other| is_inside(part, other))).count()
}

/// True for `a3.a1` inside `a3`.
fn is_inside(part: &str, other: &str) -> bool {
    part.strip_prefix(other).is_some_and(|rest| rest.starts_with('.'))
}
