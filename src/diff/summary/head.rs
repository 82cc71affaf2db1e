//! What the two documents are: names without folders, who hands them in, when and how one was adopted.

use super::quote::{brief, one_line};
use crate::diff::digest::folded::{field_label, is_elsewhere, is_said_before};
use crate::diff::digest::pieces::count;
use crate::diff::digest::{Digest, FactRow, HeaderRow, MastheadLine};
use crate::diff::summary::blanks::is_blank;
use crate::diff::{Comparison, DocumentInfo, Relation};

/// Words of a line of the first page, at most.
const LINE: usize = 40;

/// Words of a title, at most: it names the text.
const TITLE: usize = 90;

/// With so few words more a line says nothing beside another: "Draft report of the".
const BESIDE: usize = 4;

/// Between the two sentences of a line on the sponsors.
const ON_BEHALF: &str = "On behalf of ";

/// What stands before the name of a group.
const MEMBERS: [&str; 2] =
    ["the States Members of the United Nations that are members of ", "the States that are members of "];

/// The name of a file without its folders, which are nobody's business but the sender's.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().filter(|name| !name.is_empty()).unwrap_or(path)
}

/// The same for a name that is a symbol, or else the path of this document.
pub(super) fn name(name: &str, document: &DocumentInfo) -> String {
    if name == document.source.path { file_name(name).to_owned() } else { name.to_owned() }
}

/// Body, session and title where both agree; nothing twice.
pub(super) fn about(comparison: &Comparison, digest: &Digest) -> Vec<String> {
    let files = [&comparison.old, &comparison.new].map(|document| file_name(&document.source.path));
    let (was, now) = (&comparison.old.masthead, &comparison.new.masthead);
    let mut lines: Vec<String> = Vec::new();
    let mut told = digest.header.about.iter().peekable();
    // Two files under one symbol are known by their names.
    if was.symbol.is_some() && digest.header.old == digest.header.new {
        told.next();
        if files[0] != files[1] {
            lines.push(files.join(" → "));
        }
    }
    // "Eightieth session" of whom?
    let both = [(&was.body, &now.body), (&was.organ, &now.organ)];
    let same = both.into_iter().find_map(|(was, now)| was.as_ref().filter(|_| was == now));
    lines.extend(same.cloned());
    for line in told {
        let line = brief(line, TITLE);
        let says = |one: &str, other: &str| letters(one).contains(&letters(other));
        // "Report of the third Meeting" says nothing beside "Third Meeting".
        let little = |other: &str| says(&line, other) && count(&line) <= count(other) + BESIDE;
        if !lines.iter().any(|other| says(other, &line) || little(other)) {
            lines.push(line);
        }
    }
    lines
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// "draft resolution → resolution as adopted".
pub(super) fn kinds(comparison: &Comparison, digest: &Digest) -> String {
    let is_resolution = |document: &DocumentInfo| {
        let said = document.masthead.submitted_by.as_deref().unwrap_or_default().to_lowercase();
        said.contains("draft resolution")
    };
    let kinds = digest.header.relation.clone();
    match kinds.strip_prefix("draft → ") {
        Some("later draft") if is_resolution(&comparison.old) => {
            "draft resolution → later draft resolution".to_owned()
        }
        Some(now) if is_resolution(&comparison.old) => format!("draft resolution → {now}"),
        _ => kinds,
    }
}

/// The rows of the head.
pub(super) fn rows(comparison: &Comparison, digest: &Digest) -> Vec<HeaderRow> {
    let mut rows: Vec<HeaderRow> = Vec::new();
    let in_symbol = |number: &Option<String>| {
        number.as_ref().is_some_and(|number| digest.header.new.ends_with(&format!("/{number}")))
    };
    for row in &digest.header.rows {
        match row.label {
            // The symbol of the resolution says it.
            "Number" if in_symbol(&row.new) => {}
            "Title" if row.old.is_none() && in_symbol_too(&row.new, &digest.header.new) => {}
            "Submitted by" => {}
            "Adopted" => rows.push(HeaderRow {
                label: "Adopted",
                old: row.old.as_deref().map(adopted),
                new: row.new.as_deref().map(adopted),
            }),
            "Distribution" if row.old.is_none() && row.new.as_deref().is_some_and(is_records) => {
                rows.push(HeaderRow { label: "Issued as", old: None, new: row.new.clone() });
            }
            label => {
                let line = |text: &Option<String>| text.as_deref().map(|text| brief(text, LINE));
                rows.push(HeaderRow { label, old: line(&row.old), new: line(&row.new) });
            }
        }
    }
    let sponsors = sponsors(comparison);
    let at = rows.iter().position(|row| row.label != "Title").unwrap_or(rows.len());
    rows.splice(at..at, sponsors);
    let told = digest.facts.iter().filter(|row| row.pairs.is_empty() && !is_blank(row));
    rows.extend(told.map(first_page));
    rows
}

/// True for "Official Records, Seventy-ninth Session, Supplement No. 19".
fn is_records(text: &str) -> bool {
    text.starts_with("Official Records")
}

/// True for the title "Resolution 2779 (2025)" of S/RES/2779 (2025).
fn in_symbol_too(title: &Option<String>, symbol: &str) -> bool {
    title.as_deref().and_then(|title| title.strip_prefix("Resolution ")).is_some_and(|n| symbol.ends_with(n))
}

/// A fact of the first page.
fn first_page(row: &FactRow) -> HeaderRow {
    let label = match (row.kind, row.what.as_str()) {
        ("date", _) => "Session dates",
        ("session", _) => "Session",
        ("agenda_item", _) => "Agenda item",
        ("officer", _) => "Officer",
        _ => "First page",
    };
    HeaderRow { label, old: row.old.clone(), new: row.new.clone() }
}

/// Who hands in the text: "Iraq, on behalf of …" → "the Vice-Chair …".
fn sponsors(comparison: &Comparison) -> Option<HeaderRow> {
    let change = comparison.masthead.iter().find(|change| change.field == "submitted_by")?;
    let notes = |old: bool| {
        let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
        let ends = changes.filter(|change| change.rule == "masthead-note" && change.kind == "wording");
        let mut ends =
            ends.filter_map(move |change| if old { change.old.as_ref() } else { change.new.as_ref() });
        ends.find(|end| end.text.starts_with(ON_BEHALF)).map(|end| one_line(&end.text))
    };
    let side = |text: &Option<String>, old: bool| {
        let text = text.as_ref().filter(|text| !is_officer(text))?;
        let name = text.trim_end_matches('.');
        let name = name.strip_suffix(": draft resolution").unwrap_or(name);
        let name = name.strip_prefix("Draft resolution submitted by ").unwrap_or(name);
        let note = notes(old).map(|note| {
            // What they take into account is their affair.
            let whom = note[ON_BEHALF.len()..].split(',').next().unwrap_or_default();
            let whom = MEMBERS.iter().find_map(|phrase| whom.strip_prefix(phrase)).unwrap_or(whom);
            format!(", on behalf of {}", brief(whom.trim_end_matches('.'), LINE))
        });
        let short = brief(name, LINE);
        // Of a list that was cut, how long it is: the last two stand beside "and".
        let states = name.matches(", ").count() + 1 + usize::from(name.contains(" and "));
        let how_many = if short.contains('…') { format!(" ({states} in all)") } else { String::new() };
        Some(format!("{short}{how_many}{}", note.unwrap_or_default()))
    };
    let (old, new) = (side(&change.old, true), side(&change.new, false));
    match (&old, &new) {
        (None, None) => None,
        // A text that was adopted names nobody.
        (Some(_), None) if comparison.relation == Relation::Adoption => {
            Some(HeaderRow { label: "Draft submitted by", old: None, new: old })
        }
        _ => Some(HeaderRow { label: "Submitted by", old, new }),
    }
}

/// True for "Rapporteur: Ms. A (B)": who signs a report hands in no text of his own.
fn is_officer(text: &str) -> bool {
    ["Rapporteur", "Chair", "Co-Chair", "Vice-Chair", "Facilitator", "Co-Facilitator", "President"]
        .iter()
        .any(|office| text.split(':').next().is_some_and(|name| name.trim_end_matches('s') == *office))
}

/// "by the Human Rights Council on 8 July 2025, 34th meeting, without a vote".
fn adopted(text: &str) -> String {
    let text = text.strip_prefix("Resolution ").unwrap_or(text);
    let text = text
        .strip_prefix("adopted ")
        .or(text.strip_prefix("Adopted "))
        .unwrap_or(text)
        .replace("; Adopted ", "; ");
    let mut parts: Vec<&str> = text.split("; ").collect();
    // On whose report stands behind the day and the meeting.
    let mut first = parts.remove(0);
    let mut report = "";
    if let Some((day, bracket)) = first.split_once(" [") {
        (first, report) = (day, bracket.trim_end_matches(']'));
    }
    let all: Vec<&str> =
        std::iter::once(first).chain(parts).chain([report]).filter(|part| !part.is_empty()).collect();
    all.join(", ")
}

/// What else differs on the first page, as phrases: "the line “Rapporteur: …” is out (still Rapporteur
/// in ¶6, as in ¶5 before)".
pub(super) fn first_page_lines(comparison: &Comparison, digest: &Digest) -> Vec<String> {
    let mut out: Vec<String> = digest.folded.masthead.iter().filter_map(line).collect();
    for change in &comparison.masthead {
        // The organ of a resolution stands where the committee stood; the head tells the rest.
        let is_new =
            change.old.is_none() && !is_elsewhere(change, comparison) && !is_said_before(change, comparison);
        if is_new && change.field == "agenda_item" {
            let item = parted(change.new.as_deref().unwrap_or_default());
            out.push(format!("the agenda item is named: {item}"));
        }
    }
    for change in comparison.pairs.iter().flat_map(|pair| &pair.changes) {
        let (true, Some(end)) = (
            change.rule == "masthead-note" && change.kind == "wording",
            change.old.as_ref().or(change.new.as_ref()),
        ) else {
            continue;
        };
        // The row of the dates says so.
        let reissued = end.text.starts_with("Reissued") || end.text.starts_with("Re-issued");
        if !end.text.starts_with(ON_BEHALF) && !reissued {
            let what = if change.old.is_some() { "is out" } else { "is new" };
            out.push(format!("the note {} {what}", super::quote::quoted(&brief(&end.text, 20))));
        }
    }
    out
}

fn line(line: &MastheadLine) -> Option<String> {
    let note = line.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    let quoted = |text: &str| super::quote::quoted(&brief(text, LINE));
    let name = line.label.to_lowercase();
    Some(match (&line.old, &line.new) {
        _ if line.label == field_label("submitted_by") && line.note.is_none() => return None,
        (Some(old), None) => format!("the line {} is out{note}", quoted(old)),
        (None, Some(new)) => format!("the line {} is new{note}", quoted(new)),
        (Some(old), Some(new)) => format!("{name}: {} → {}{note}", quoted(old), quoted(new)),
        (None, None) => return None,
    })
}

/// The lines of an agenda item, which the first page sets below one another.
pub(super) fn parted(text: &str) -> String {
    let text = one_line(text).replacen(" Item ", ", item ", 1).replacen(" Agenda item ", ", agenda item ", 1);
    ["preliminary list ", "provisional agenda "]
        .iter()
        .fold(text, |text, end| text.replacen(end, &format!("{}, ", end.trim_end()), 1))
}
