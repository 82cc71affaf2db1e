//! The rows of the facts table.

use super::folded::{field_label, is_elsewhere};
use super::known::{Known, elsewhere};
use super::naming::{compare_note, meaning, plural, several, what};
use super::place::{Places, enumerate, transition};
use super::{FactRow, Options};
use crate::diff::actors::numbers;
use crate::diff::masthead;
use crate::diff::{Change, ChangeOp, ComparedPair, Comparison, End, FieldChange, Weight, WordOp};
use crate::mentions::Annotated;
use std::collections::BTreeSet;

/// The substantive changes of facts, one row for each edit as people see it: those of the first page,
/// then those of the text as it is read.
pub(super) fn rows(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    options: &Options,
) -> Vec<FactRow> {
    let mut rows: Vec<FactRow> = Vec::new();
    let asked = |kind: &str| options.only.is_empty() || options.only.iter().any(|only| only == kind);
    first_page(&mut rows, comparison, old, new, &asked);
    let known = [Known::new(old), Known::new(new)];
    let nodes = [Places::new(&old.report), Places::new(&new.report)];
    for at in super::sections::reading_order(comparison, old, new) {
        let pair = &comparison.pairs[at];
        let mut filled = inside_facts(&pair.changes);
        // A blank whose fact is not asked for is told as a blank.
        filled.retain(|(_, fact)| asked(pair.changes[*fact].kind));
        let mut of_pair: Vec<(usize, FactRow)> = Vec::new();
        for (at, change) in pair.changes.iter().enumerate() {
            let hidden = change.weight != Weight::Substantive
                || matches!(change.kind, "wording" | "heading")
                || filled.iter().any(|(placeholder, _)| *placeholder == at)
                || only_points(change, pair)
                || !asked(change.kind);
            if hidden {
                continue;
            }
            let settles = filled
                .iter()
                .find(|(_, fact)| *fact == at)
                .map(|(placeholder, _)| &pair.changes[*placeholder]);
            of_pair.push((position(change, pair), row(change, settles, pair, [old, new], &known, &nodes)));
        }
        of_pair.sort_by_key(|(position, _)| *position);
        for (_, mut row) in of_pair {
            row.pairs = vec![at];
            push(&mut rows, row);
        }
    }
    let mut joined: Vec<FactRow> = Vec::with_capacity(rows.len());
    for row in rows {
        match joined.iter_mut().find(|other| says_the_same(other, &row)) {
            Some(other) => {
                other.places.extend(row.places);
                other.pairs.extend(row.pairs);
            }
            None => joined.push(row),
        }
    }
    for row in &mut joined {
        row.place = enumerate(&row.places, false);
    }
    joined
}

/// A new paragraph may point where it likes, within the report and on the Internet: that is no row.
pub(super) fn only_points(change: &Change, pair: &ComparedPair) -> bool {
    let whole = pair.old.is_empty() || pair.new.is_empty();
    whole && (change.kind == "cross_reference" || is_link(change))
}

fn is_link(change: &Change) -> bool {
    let end = change.new.as_ref().or(change.old.as_ref());
    change.kind == "document" && end.is_some_and(|end| super::naming::document_kind(Some(end)) == "link")
}

/// True for two rows that differ in their places only.
fn says_the_same(one: &FactRow, other: &FactRow) -> bool {
    (one.kind, one.op, &one.what, &one.old, &one.new, &one.meaning)
        == (other.kind, other.op, &other.what, &other.old, &other.new, &other.meaning)
}

/// The rows of the first page.
fn first_page(
    rows: &mut Vec<FactRow>,
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    asked: &impl Fn(&str) -> bool,
) {
    let changes = masthead::changes(old, new);
    let mut filled = inside_facts(&changes);
    filled.retain(|(_, fact)| asked(changes[*fact].kind));
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (at, change) in changes.iter().enumerate() {
        let end = change.old.as_ref().or(change.new.as_ref());
        let line = end.and_then(|end| end.id.rsplit('.').next()).unwrap_or_default();
        told.insert(line);
        if filled.iter().any(|(placeholder, _)| *placeholder == at) || !asked(change.kind) {
            continue;
        }
        let settles =
            filled.iter().find(|(_, fact)| *fact == at).map(|(placeholder, _)| &changes[*placeholder]);
        let mut row = row_of(change, settles, new);
        row.places = vec![if line == "title" { "title" } else { "masthead" }.to_owned()];
        push(rows, row);
    }
    for change in comparison.masthead.iter().filter(|change| is_fact(change, comparison)) {
        let (kind, line) = match change.field {
            "agenda_item" => ("agenda_item", "agenda"),
            "dates" => ("date", "sessions"),
            _ => ("session", "sessions"),
        };
        if !asked(kind) || told.contains(line) {
            continue;
        }
        let row = FactRow {
            kind,
            op: ChangeOp::Changed,
            what: field_label(change.field).to_lowercase(),
            places: vec!["masthead".to_owned()],
            place: String::new(),
            old: change.old.clone(),
            new: change.new.clone(),
            meaning: "changed".to_owned(),
            pairs: Vec::new(),
            values: Vec::new(),
        };
        // One line of the first page may hold the session and its dates.
        if !rows.iter().any(|other| (&other.places, &other.old) == (&row.places, &row.old)) {
            rows.push(row);
        }
    }
}

/// Where in its pair a change stands: characters of NEW, of OLD where it went.
fn position(change: &Change, pair: &ComparedPair) -> usize {
    let (end, gone) = match (&change.new, &change.old) {
        (Some(end), _) if pair.new.contains(&end.id) => (end, WordOp::Delete),
        (_, Some(end)) => (end, WordOp::Insert),
        _ => return usize::MAX,
    };
    let side = pair.words.iter().filter(|word| word.op != gone);
    let text: String = side.map(|word| word.text.as_str()).collect();
    text.find(&end.text).unwrap_or(usize::MAX)
}

/// True for a line of the first page whose figures differ: other days, another session.
pub(super) fn is_fact(change: &FieldChange, comparison: &Comparison) -> bool {
    let figures = |text: &str| -> BTreeSet<String> { numbers(text).into_iter().collect() };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => {
            matches!(change.field, "session" | "dates" | "agenda_item")
                && figures(old) != figures(new)
                && !is_elsewhere(change, comparison)
        }
        _ => false,
    }
}

/// Placeholders that stand inside a changed fact: (placeholder, fact) by index.
fn inside_facts(changes: &[Change]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (at, placeholder) in changes.iter().enumerate() {
        let (true, Some(blank)) = (placeholder.kind == "placeholder", placeholder.old.as_ref()) else {
            continue;
        };
        let fact = changes.iter().position(|fact| {
            // "[...] meetings" was no number yet; "nine plenary meetings" is one, made of the value.
            if let (ChangeOp::Added, Some(new), Some(value)) = (fact.op, &fact.new, &placeholder.new) {
                return placeholder.op == ChangeOp::Filled
                    && fact.kind == "quantity"
                    && new.id == value.id
                    && new.text.split_whitespace().next() == Some(value.text.as_str());
            }
            let (Some(old), Some(new)) = (&fact.old, &fact.new) else { return false };
            fact.op == ChangeOp::Changed
                && !matches!(fact.kind, "wording" | "heading" | "strength" | "placeholder")
                && old.id == blank.id
                && old.text.contains(&blank.text)
                && placeholder
                    .new
                    .as_ref()
                    .is_some_and(|now| new.text.contains(&now.text) || now.text.contains(&new.text))
        });
        out.extend(fact.map(|fact| (at, fact)));
    }
    out
}

fn row(
    change: &Change,
    settles: Option<&Change>,
    pair: &ComparedPair,
    [old, new]: [&Annotated; 2],
    known: &[Known; 2],
    at: &[Places; 2],
) -> FactRow {
    // One end tells half of the place; the pair knows the other half.
    let was = change.old.as_ref().map(|end| &end.id).or(pair.old.first());
    let now = change.new.as_ref().map(|end| &end.id).or(pair.new.first());
    let was = was.map(|id| at[0].cited(id));
    let now = now.map(|id| at[1].cited(id));
    let mut row = row_of(change, settles, new);
    elsewhere(&mut row, change, old, new, known);
    row.places = vec![match (&was, &now) {
        // Opening words need no second version of themselves.
        (Some(was), Some(now)) if was.ends_with('”') && now.ends_with('”') => now.clone(),
        _ => transition(was.as_deref(), now.as_deref()),
    }];
    row
}

/// A row without its place.
fn row_of(change: &Change, settles: Option<&Change>, new: &Annotated) -> FactRow {
    let text = |end: &Option<End>| end.as_ref().map(|end| end.text.clone());
    let mut meaning = meaning(settles.unwrap_or(change));
    if let Some(note) = change.note.as_deref().and_then(|note| compare_note(note, new)) {
        meaning = format!("{meaning}; {note}");
    }
    let (mut before, mut after) = (text(&change.old), text(&change.new));
    before = before.or_else(|| settles.and_then(|blank| text(&blank.old)));
    // The person is the same; the office or the country is what changed.
    if matches!(change.rule, "office-changed" | "country-changed")
        && let Some((was, now)) = change.note.as_deref().and_then(|note| note.split_once(" → "))
    {
        (before, after) = (Some(was.to_owned()), Some(now.to_owned()));
    }
    FactRow {
        kind: change.kind,
        op: settles.map_or(change.op, |settles| settles.op),
        what: settles.and_then(|settles| settles.note.clone()).unwrap_or_else(|| what(change)),
        places: Vec::new(),
        place: String::new(),
        old: before,
        new: after,
        meaning,
        pairs: Vec::new(),
        values: Vec::new(),
    }
}

/// Appends, joining with a row that says the same of another place, or with one of the same kind
/// in the same place where both only came or only went.
fn push(rows: &mut Vec<FactRow>, row: FactRow) {
    if let Some(other) = rows.iter_mut().find(|other| says_the_same(other, &row)) {
        if !other.places.contains(&row.places[0]) {
            other.places.extend(row.places);
            other.pairs.extend(row.pairs);
        }
        return;
    }
    let one_way = matches!(row.op, ChangeOp::Added | ChangeOp::Removed);
    let list = rows.iter_mut().find(|other| {
        one_way
            && row.kind != "placeholder"
            && (other.kind, other.op, &other.meaning, &other.places)
                == (row.kind, row.op, &row.meaning, &row.places)
    });
    let Some(list) = list else { return rows.push(row) };
    if list.values.is_empty() {
        list.values.extend(list.old.clone().or(list.new.clone()));
    }
    list.values.extend(row.old.clone().or(row.new.clone()));
    let join = |mine: &mut Option<String>, more: Option<String>| {
        if let (Some(mine), Some(more)) = (mine, more) {
            mine.push_str(", ");
            mine.push_str(&more);
        }
    };
    if list.what != row.what && !list.what.ends_with('s') {
        list.what = plural(list.kind).to_owned();
    } else if list.what == row.what {
        list.what = several(&list.what);
    }
    join(&mut list.old, row.old);
    join(&mut list.new, row.new);
}
