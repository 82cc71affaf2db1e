//! What is counted at the end: masthead, numbers, furniture, remarks.

use super::place::{label_at, unit};
use super::{MastheadLine, NumberRun, SetAside, Told};
use crate::diff::{Comparison, FieldChange};
use crate::mentions::{Annotated, MentionKind};
use crate::report::{NodeKind, Report};
use std::collections::BTreeMap;

/// Fields that the header shows.
pub(super) const IN_HEADER: [&str; 5] = ["symbol", "title", "issued", "reissued", "distribution"];

/// The other fields of the masthead that differ. The job number is never news.
pub(super) fn masthead(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Vec<MastheadLine> {
    // A line that holds session and dates is told once.
    let said_before = |change: &FieldChange| {
        change.field == "dates"
            && comparison.masthead.iter().any(|other| {
                other.field == "session" && (&other.old, &other.new) == (&change.old, &change.new)
            })
    };
    let folded = |change: &&FieldChange| {
        !IN_HEADER.contains(&change.field)
            && change.field != "job_number"
            && !said_before(change)
            && !super::facts::is_fact(change)
    };
    comparison
        .masthead
        .iter()
        .filter(folded)
        .map(|change| MastheadLine {
            label: field_label(change.field),
            old: change.old.clone(),
            new: change.new.clone(),
            note: still_officer(change, old, new),
        })
        .collect()
}

/// A field as people call it.
pub(super) fn field_label(field: &str) -> &'static str {
    match field {
        "symbol" => "Symbol",
        "distribution" => "Distribution",
        "issued" => "Date",
        "reissued" => "Reissued",
        "original" => "Original",
        "organ" => "Organ",
        "body" => "Body",
        "session" => "Session",
        "dates" => "Dates",
        "agenda_item" => "Agenda item",
        "title" => "Title",
        "submitted_by" => "Submitted by",
        _ => "Job number",
    }
}

/// The line "Rapporteur: …" goes when a report is issued; that is no change of officers if the
/// person still holds the office in the text.
fn still_officer(change: &FieldChange, old: &Annotated, new: &Annotated) -> Option<String> {
    let line = change.old.as_deref().filter(|_| change.field == "submitted_by" && change.new.is_none())?;
    let holder = |side: &Annotated| {
        side.report.nodes.iter().zip(&side.mentions.by_node).find_map(|(node, mentions)| {
            let officer = mentions.iter().find(|mention| {
                node.kind != NodeKind::Masthead
                    && mention.kind == MentionKind::Officer
                    && line.contains(&mention.value)
            })?;
            let office = officer.attributes.get("office").cloned()?;
            let index = side.report.index_of(&node.id)?;
            Some((office, label_at(&side.report, unit(&side.report, index))))
        })
    };
    let (office, now) = holder(new)?;
    let before = holder(old).filter(|(other, _)| *other == office);
    Some(match before {
        Some((_, before)) => format!("still {office} in {now}, as in {before} before"),
        None => format!("still {office} in {now}"),
    })
}

/// The fate of the numbers of one kind of node in the body, in runs; empty where all were kept.
pub(super) fn numbers(comparison: &Comparison, old: &Report, new: &Report, kind: NodeKind) -> Vec<NumberRun> {
    let number = |report: &Report, id: Option<&String>| -> Option<i64> {
        let node = &report.nodes[report.index_of(id?)?];
        let fits = node.kind == kind && (node.part == "body" || node.part.is_empty());
        node.number.as_deref().filter(|_| fits)?.parse().ok()
    };
    let mut runs: Vec<(Option<i64>, Option<i64>, i64)> = Vec::new();
    for pair in &comparison.pairs {
        let (from, to) = (number(old, pair.old.first()), number(new, pair.new.first()));
        // One that is paired with something else is neither new nor gone.
        let half = (from.is_none() && !pair.old.is_empty()) || (to.is_none() && !pair.new.is_empty());
        if half || (from.is_none() && to.is_none()) {
            continue;
        }
        match runs.last_mut() {
            Some((first, second, length))
                if continues(*first, from, *length) && continues(*second, to, *length) =>
            {
                *length += 1;
            }
            _ => runs.push((from, to, 1)),
        }
    }
    // A new note is told in its place; only the numbers that it shifts belong here.
    let one_sided =
        |from: &Option<i64>, to: &Option<i64>| kind == NodeKind::Footnote && (from.is_none() || to.is_none());
    if runs.iter().all(|(from, to, _)| from == to || one_sided(from, to)) {
        return Vec::new();
    }
    // In the order of the old numbers, as a reader looks them up; what is new stays behind what
    // stands before it.
    let mut last = 0;
    let mut keyed: Vec<_> = runs
        .into_iter()
        .map(|run| {
            last = run.0.map_or(last, |from| from + run.2 - 1);
            ((run.0.unwrap_or(last), run.0.is_none()), run)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed
        .into_iter()
        .map(|(_, (from, to, length))| {
            let span = |first: i64| {
                if length == 1 { first.to_string() } else { format!("{first}–{}", first + length - 1) }
            };
            let (old, new) = (from.map(span), to.map(span));
            let text = match (&old, &new) {
                (Some(old), Some(new)) if old == new => format!("{new} kept"),
                (Some(old), Some(new)) => format!("{old} → {new}"),
                (None, Some(new)) => format!("{new} new"),
                (Some(old), None) => format!("{old} gone"),
                (None, None) => String::new(),
            };
            NumberRun { old, new, text }
        })
        .collect()
}

fn continues(first: Option<i64>, next: Option<i64>, length: i64) -> bool {
    match (first, next) {
        (Some(first), Some(next)) => next == first + length,
        (None, None) => true,
        _ => false,
    }
}

/// Headings whose label changed: "I → Chapter I".
pub(super) fn headings(comparison: &Comparison, old: &Report, new: &Report) -> Vec<String> {
    let node = |report: &Report, id: Option<&String>| {
        let node = report.nodes[report.index_of(id?)?].clone();
        (node.kind == NodeKind::Heading).then_some(node)
    };
    comparison
        .pairs
        .iter()
        .filter_map(|pair| {
            let (old, new) = (node(old, pair.old.first())?, node(new, pair.new.first())?);
            let (from, to) = (old.number.unwrap_or_default(), new.number.unwrap_or_default());
            match (from.is_empty(), to.is_empty()) {
                _ if from == to => None,
                (true, _) => Some(format!("“{}” is now {to}", new.text)),
                (_, true) => Some(format!("“{}” was {from}", new.text)),
                _ => Some(format!("{from} → {to}")),
            }
        })
        .collect()
}

/// Furniture by document and kind, with its pages.
pub(super) fn set_aside(document: &str, report: &Report) -> Vec<SetAside> {
    let mut kinds: BTreeMap<&'static str, Vec<u32>> = BTreeMap::new();
    report.furniture.iter().for_each(|piece| kinds.entry(piece.what).or_default().push(piece.page));
    kinds
        .into_iter()
        .map(|(what, mut pages)| {
            let lines = pages.len();
            pages.sort_unstable();
            pages.dedup();
            pages.retain(|page| *page > 0);
            SetAside { document: document.to_owned(), what, lines, pages: page_ranges(&pages) }
        })
        .collect()
}

fn page_ranges(pages: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => runs.push((page, page)),
        }
    }
    let run = |(first, last): (u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

/// Remarks that must be read before anything else.
const FIRST: [&str; 4] = ["versions-swapped", "not-versions", "nothing-to-compare", "page-lost"];

/// All remarks: those to be said first, then the others.
pub(super) fn remarks(
    comparison: &Comparison,
    names: [&str; 2],
    sides: [&Report; 2],
) -> (Vec<Told>, Vec<Told>) {
    let own = comparison.remarks.iter().map(|remark| Told { document: None, remark: remark.clone() });
    let theirs = names.into_iter().zip(sides).flat_map(|(name, report)| {
        report
            .remarks
            .iter()
            .map(move |remark| Told { document: Some(name.to_owned()), remark: remark.clone() })
    });
    own.chain(theirs).partition(|told| {
        FIRST.contains(&told.remark.code)
            || (told.remark.code.contains("page") && told.remark.code.contains("words"))
    })
}
