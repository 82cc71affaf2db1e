//! The rows of the facts table, and what stayed the same.

use super::folded::{field_label, is_elsewhere};
use super::place::{Places, enumerate, label, label_at, transition};
use super::{FactRow, Options, SameFacts};
use crate::diff::actors::numbers;
use crate::diff::masthead;
use crate::diff::same::{days, same_person};
use crate::diff::{Change, ChangeOp, ComparedPair, Comparison, End, FieldChange, Weight, WordOp};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::NodeKind;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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

/// What is to be said of the facts that have no row.
pub(super) fn unlisted(shown: usize, all: usize, options: &Options) -> String {
    let hidden = all - shown.min(all);
    let others = match hidden {
        0 => String::new(),
        1 => "1 other fact is not shown".to_owned(),
        _ => format!("{hidden} other facts are not shown"),
    };
    // Wording and headings have no rows among the facts.
    let of_facts = options.only.iter().filter(|kind| !matches!(kind.as_str(), "wording" | "heading"));
    let names: Vec<String> = of_facts
        .map(|kind| if kind == "strength" { "obligation".to_owned() } else { kind.replace('_', " ") })
        .collect();
    if names.is_empty() && !options.only.is_empty() {
        return match hidden {
            0 => String::new(),
            1 => "1 fact is not shown.".to_owned(),
            _ => format!("{hidden} facts are not shown."),
        };
    }
    let kind = match names.split_last() {
        None => "fact".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    };
    match (shown, others.is_empty()) {
        (0, true) => format!("No {kind} changed."),
        (0, false) => format!("No {kind} changed ({others})."),
        (_, true) => String::new(),
        (_, false) => format!("{others}."),
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

/// Where each fact of the text (not of the first page) stands: node indices by kind and value.
struct Known<'a>(HashMap<&'static str, Standing<'a>>);

type Standing<'a> = HashMap<&'a str, Vec<(usize, &'a Mention)>>;

impl<'a> Known<'a> {
    fn new(side: &'a Annotated) -> Known<'a> {
        let mut known: HashMap<&'static str, Standing<'a>> = HashMap::new();
        for (at, (node, mentions)) in side.report.nodes.iter().zip(&side.mentions.by_node).enumerate() {
            for mention in mentions.iter().filter(|_| node.kind != NodeKind::Masthead) {
                let of_kind = known.entry(mention.kind.name()).or_default();
                of_kind.entry(mention.value.as_str()).or_default().push((at, mention));
            }
        }
        Known(known)
    }

    fn of(&self, kind: &'static str, value: &str) -> &[(usize, &'a Mention)] {
        self.0.get(kind).and_then(|known| known.get(value)).map_or(&[], Vec::as_slice)
    }

    /// The places of a fact outside these nodes.
    fn places(&self, side: &Annotated, kind: &'static str, value: &str, but: &[String]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for (at, _) in self.of(kind, value) {
            let place = label_at(&side.report, *at);
            if !but.contains(&side.report.nodes[*at].id) && !out.contains(&place) {
                out.push(place);
            }
        }
        out
    }

    /// The offices that a person holds.
    fn offices(&self, person: &str) -> BTreeSet<String> {
        let held = self.of("officer", person).iter();
        held.filter_map(|(_, mention)| mention.attributes.get("office").cloned()).collect()
    }
}

/// What came or went here, but stood or stands elsewhere too; and who held another office before.
fn elsewhere(
    row: &mut FactRow,
    change: &Change,
    old: &Annotated,
    new: &Annotated,
    [before, after]: &[Known; 2],
) {
    // A list of more places says no more.
    const MOST: usize = 4;
    let of = |end: &Option<End>| {
        let end = end.as_ref()?;
        Some((end.value.clone()?, vec![end.id.clone()]))
    };
    let said = |places: &[String]| match places.len() {
        ..=MOST => enumerate(places, true),
        more => format!("{} and {} more places", enumerate(&places[..MOST - 1], true), more - MOST + 1),
    };
    if change.kind == "officer"
        && let (Some(person), Some(office)) =
            (change.new.as_ref().and_then(|end| end.value.as_deref()), &change.note)
        && matches!(change.rule, "fact-added" | "officer-changed")
    {
        let (was, now) = (before.offices(person), after.offices(person));
        let holds = |offices: &BTreeSet<String>| offices.iter().any(|other| same_office_name(other, office));
        let left: Vec<&String> = was.iter().filter(|office| !now.contains(*office)).collect();
        if !holds(&was)
            && let (Some(last), Some(text)) = (left.last(), &mut row.new)
        {
            text.push_str(&format!(" (was {last})"));
        } else if holds(&was) && change.op == ChangeOp::Added {
            row.meaning = "listed again".to_owned();
        }
        return;
    }
    match (change.op, change.kind) {
        (_, "placeholder" | "quantity" | "cross_reference") => {}
        // With a blank in it nobody knows whether it is the same.
        _ if [&change.old, &change.new]
            .into_iter()
            .flatten()
            .any(|end| end.value.as_deref().is_some_and(|value| value.contains('?'))) => {}
        (ChangeOp::Removed, _) => {
            let Some((value, _)) = of(&change.old) else { return };
            let places = after.places(new, change.kind, &value, &[]);
            if !places.is_empty() {
                row.meaning = row.meaning.replacen("dropped", &format!("still in {}", said(&places)), 1);
            }
        }
        (ChangeOp::Added, _) => {
            let Some((value, here)) = of(&change.new) else { return };
            let places = after.places(new, change.kind, &value, &here);
            if !places.is_empty() && !before.places(old, change.kind, &value, &[]).is_empty() {
                row.meaning = row.meaning.replacen("new", &format!("also in {}", said(&places)), 1);
            }
        }
        _ => {}
    }
}

fn same_office_name(one: &str, other: &str) -> bool {
    crate::diff::same::office(one) == crate::diff::same::office(other)
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
    }
}

/// "compare a1" → "compare the annex".
pub(super) fn compare_note(note: &str, new: &Annotated) -> Option<String> {
    let id = note.strip_prefix("compare ")?;
    let place = label(&new.report, id);
    // Who looks for the annex does not count its paragraphs.
    let place =
        place.split(", unnumbered").next().filter(|place| place.starts_with("annex")).unwrap_or(&place);
    Some(if place.starts_with("annex") { format!("compare the {place}") } else { format!("compare {place}") })
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

fn plural(kind: &str) -> &'static str {
    match kind {
        "date" => "dates",
        "document" => "documents",
        "officer" => "officers",
        "participant" => "persons",
        "session" => "sessions, meetings",
        "agenda_item" => "agenda items",
        "quantity" => "numbers",
        "cross_reference" => "references",
        _ => "placeholders",
    }
}

/// "date" → "dates".
pub(in crate::diff) fn several(what: &str) -> String {
    if what.ends_with('s') { what.to_owned() } else { format!("{what}s") }
}

/// What a row is about.
fn what(change: &Change) -> String {
    let end = change.new.as_ref().or(change.old.as_ref());
    let text = end.map(|end| end.text.clone()).unwrap_or_default();
    match change.kind {
        "date" => "date".to_owned(),
        "document" => document_kind(end).to_owned(),
        "officer" if change.rule == "office-changed" => format!("office of {text}"),
        "officer" if change.rule == "country-changed" => format!("country of {text}"),
        "officer" => change.note.clone().unwrap_or_else(|| "officer".to_owned()),
        "participant" => "person".to_owned(),
        "placeholder" => change.note.clone().unwrap_or_else(|| "placeholder".to_owned()),
        "session" if text.to_lowercase().contains("meeting") => "meeting".to_owned(),
        "session" => "session".to_owned(),
        "agenda_item" => "agenda item".to_owned(),
        "quantity" => text.split_once(' ').map_or("number".to_owned(), |(_, unit)| unit.to_owned()),
        "cross_reference" => "reference".to_owned(),
        other => other.to_owned(),
    }
}

/// A document by its kind: people look for a resolution as such.
fn document_kind(end: Option<&End>) -> &'static str {
    let value = end.and_then(|end| end.value.as_deref()).unwrap_or_default();
    let text = end.map(|end| end.text.to_lowercase()).unwrap_or_default();
    match () {
        _ if value.contains("://") || text.contains("://") || text.starts_with("www.") => "link",
        _ if value.split('/').any(|part| part == "RES") || text.contains("resolution") => "resolution",
        _ if value.split('/').any(|part| part == "DEC") || text.contains("decision") => "decision",
        _ => "document",
    }
}

fn meaning(change: &Change) -> String {
    match (change.kind, change.op) {
        ("officer", ChangeOp::Changed) if change.rule != "officer-changed" => "changed".to_owned(),
        ("strength", _) => change.note.clone().unwrap_or_else(|| "changed".to_owned()),
        ("officer", ChangeOp::Changed) => "replaced".to_owned(),
        ("placeholder", ChangeOp::Changed) => {
            format!("still open, now {}", change.new.as_ref().map_or("", |end| end.text.as_str()))
        }
        _ => meaning_of(change).to_owned(),
    }
}

fn meaning_of(change: &Change) -> &'static str {
    match change.op {
        ChangeOp::Added => "new",
        ChangeOp::Removed => "dropped",
        ChangeOp::Changed => "changed",
        ChangeOp::Filled if change.rule == "brackets-replaced" => "bracketed text replaced",
        ChangeOp::Filled => "blank filled",
        ChangeOp::Lifted => "brackets lifted",
        ChangeOp::Opened => "new blank",
        ChangeOp::Moved => "moved",
        ChangeOp::Renumbered => "renumbered",
    }
}

/// What both sides have, kind by kind, as far as the kind is asked for.
pub(super) fn same(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    options: &Options,
) -> Vec<SameFacts> {
    let changed: BTreeSet<&str> = comparison
        .pairs
        .iter()
        .flat_map(|pair| &pair.changes)
        .filter(|change| change.weight == Weight::Substantive)
        .map(|change| change.kind)
        .collect();
    let (olds, news) = (values(old), values(new));
    let mut out = Vec::new();
    for ((kind, sort), mentions) in &news {
        let name = kind.name();
        if !options.only.is_empty() && !options.only.iter().any(|only| only == name) {
            continue;
        }
        let Some(before) = olds.get(&(*kind, *sort)) else { continue };
        let mut shared: Vec<&Mention> =
            mentions.iter().filter(|(value, _)| before.contains_key(*value)).map(|(_, m)| *m).collect();
        if shared.is_empty() {
            continue;
        }
        let all = !changed.contains(name);
        let mut total = mentions.len().max(before.len());
        if *kind == MentionKind::Officer {
            shared = persons(shared.into_iter());
            total = persons(mentions.values().copied()).len().max(persons(before.values().copied()).len());
        }
        out.push(SameFacts {
            kind: name,
            count: shared.len(),
            all,
            phrase: phrase(*kind, sort, &shared, all, total),
        });
    }
    out
}

/// Each person once, however named: "Burhan Gafoor" and "Mr. Gafoor" are one.
fn persons<'a>(mentions: impl Iterator<Item = &'a Mention>) -> Vec<&'a Mention> {
    let mut out: Vec<&Mention> = Vec::new();
    // "Guinea" is no short form of "Equatorial Guinea".
    let is_state = |mention: &Mention| mention.attributes.get("country") == Some(&mention.value);
    for mention in mentions {
        let is_known = |other: &&Mention| match is_state(mention) || is_state(other) {
            true => other.value == mention.value,
            false => same_person(&other.value, &mention.value),
        };
        if !out.iter().any(is_known) {
            out.push(mention);
        }
    }
    out
}

type Values<'a> = BTreeMap<(MentionKind, &'static str), BTreeMap<String, &'a Mention>>;

/// The different values of the text (not of the first page) by kind and sort.
fn values(side: &Annotated) -> Values<'_> {
    let mut out = Values::new();
    for (node, mentions) in side.report.nodes.iter().zip(&side.mentions.by_node) {
        if node.kind == NodeKind::Masthead {
            continue;
        }
        for mention in mentions {
            let Some(sort) = sort(mention) else { continue };
            let value = match mention.kind {
                MentionKind::Date => days(&mention.value).into_iter().collect::<Vec<_>>().join(","),
                MentionKind::Session => {
                    mention.attributes.get("ordinal").unwrap_or(&mention.value).to_lowercase()
                }
                _ => mention.value.to_lowercase(),
            };
            out.entry((mention.kind, sort)).or_default().entry(value).or_insert(mention);
        }
    }
    out
}

/// What people count together: resolutions apart from other documents, meetings from sessions.
fn sort(mention: &Mention) -> Option<&'static str> {
    let kind = mention.attributes.get("type").map(String::as_str);
    Some(match (mention.kind, kind) {
        (MentionKind::Date, _) => "date",
        (MentionKind::Document, Some("resolution")) => "resolution",
        (MentionKind::Document, Some("decision")) => "decision",
        (MentionKind::Document, Some("treaty")) => "treaty",
        (MentionKind::Document, Some("url")) => "link",
        (MentionKind::Document, _) => "document",
        (MentionKind::Officer, _) => "officer",
        (MentionKind::Session, _) if mention.text.to_lowercase().contains("meeting") => "meeting",
        (MentionKind::Session, _) => "session",
        (MentionKind::Quantity, _) => "number",
        _ => return None,
    })
}

fn phrase(kind: MentionKind, sort: &str, shared: &[&Mention], all: bool, total: usize) -> String {
    let count = shared.len();
    if kind == MentionKind::Quantity {
        // Two of them say more than how many there are.
        let sample: Vec<&str> = shared.iter().take(2).map(|mention| mention.text.as_str()).collect();
        return match count {
            ..=2 => sample.join(", "),
            _ => format!("{count} numbers ({}, …)", sample.join(", ")),
        };
    }
    let plural = |count: usize| match sort {
        "treaty" if count != 1 => "treaties".to_owned(),
        _ if count == 1 => sort.to_owned(),
        _ => format!("{sort}s"),
    };
    if sort == "meeting"
        && let Some(run) = meeting_run(shared)
    {
        return run;
    }
    match (sort, all) {
        ("date", true) => format!("every date in the text ({count})"),
        ("officer", true) => format!("all officers ({count})"),
        _ if count < total => format!("{count} of {total} {}", plural(total)),
        _ => format!("{count} {}", plural(count)),
    }
}

/// "the 280th to 283rd meetings", where the ordinals have no gap.
fn meeting_run(shared: &[&Mention]) -> Option<String> {
    let ordinal = |m: &&Mention| m.attributes.get("ordinal")?.parse::<u32>().ok();
    let mut ordinals: Vec<u32> = shared.iter().filter_map(ordinal).collect();
    ordinals.sort_unstable();
    ordinals.dedup();
    let (first, last) = (*ordinals.first()?, *ordinals.last()?);
    let complete = ordinals.len() == shared.len() && (last - first) as usize + 1 == ordinals.len();
    (complete && first < last).then(|| format!("the {} to {} meetings", nth(first), nth(last)))
}

/// "283rd".
fn nth(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// One sentence on what became of the placeholders.
pub(super) fn blanks(comparison: &Comparison, new: &Annotated, options: &Options) -> String {
    if !options.only.is_empty() && !options.only.iter().any(|only| only == "placeholder") {
        return String::new();
    }
    let ledger = &comparison.placeholders;
    let of = |state: &str| ledger.iter().filter(|line| line.state == state).count();
    let (total, opened) = (ledger.len() - of("new"), of("new"));
    if ledger.is_empty() {
        return "No blanks.".to_owned();
    }
    let places = |state: &str| {
        let mut places: Vec<String> = Vec::new();
        for end in ledger.iter().filter(|line| line.state == state).flat_map(|line| &line.new) {
            let place = label(&new.report, &end.id);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.is_empty() { String::new() } else { format!(" ({})", enumerate(&places, false)) }
    };
    let mut parts = Vec::new();
    for (state, word) in
        [("filled", "filled"), ("lifted", "lifted"), ("dropped", "dropped"), ("still_open", "still open")]
    {
        if of(state) > 0 {
            let places = if state == "still_open" { places(state) } else { String::new() };
            parts.push(format!("{} {word}{places}", of(state)));
        }
    }
    let noun = if total == 1 { "placeholder" } else { "placeholders" };
    let mut sentence = if total == 0 {
        "No blanks in the older text".to_owned()
    } else {
        format!("{total} {noun}: {}", parts.join(", "))
    };
    if opened > 0 {
        sentence.push_str(&format!("; {opened} new{}", places("new")));
    }
    sentence + "."
}
