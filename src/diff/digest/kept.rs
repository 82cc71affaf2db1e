//! What stayed the same, what became of the blanks, and what has no row: the lines below the facts.

use super::facts::only_points;
use super::place::{enumerate, label};
use super::{Options, SameFacts};
use crate::diff::pair::is_masthead_note;
use crate::diff::same::{days, is_own_fact, last_word, same_person, unit};
use crate::diff::{Change, Comparison, End, Weight};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::number::ordinal_in_figures;
use std::collections::{BTreeMap, BTreeSet};

/// What both sides have, kind by kind, as far as the kind is asked for.
pub(super) fn same(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    options: &Options,
) -> Vec<SameFacts> {
    let (olds, news) = (values(old), values(new));
    let none = BTreeMap::new();
    let mut out = Vec::new();
    for ((kind, sort), mentions) in &news {
        let name = kind.name();
        if !options.only.is_empty() && !options.only.iter().any(|only| only == name) {
            continue;
        }
        let before = olds.get(&(*kind, *sort)).unwrap_or(&none);
        let mut shared: Vec<&Mention> =
            mentions.iter().filter(|(value, _)| before.contains_key(*value)).map(|(_, m)| *m).collect();
        if shared.is_empty() {
            continue;
        }
        // What differs is what the rows tell: one that another took the place of is one row.
        let alone = |values: &BTreeMap<String, &Mention>, others: &BTreeMap<String, &Mention>| {
            let only = values.iter().filter(|(value, _)| !others.contains_key(*value));
            only.map(|(_, mention)| mention.value.clone()).collect::<BTreeSet<String>>()
        };
        let (gone, come) = (alone(before, mentions), alone(mentions, before));
        let rows = comparison.pairs.iter().flat_map(|pair| {
            pair.changes.iter().filter(move |change| {
                change.weight == Weight::Substantive && change.kind == name && !only_points(change, pair)
            })
        });
        let rows: Vec<&Change> = rows.collect();
        let value = |end: &Option<End>| end.as_ref().and_then(|end| end.value.clone());
        let differing: BTreeSet<(Option<String>, Option<String>)> = rows
            .iter()
            .map(|change| {
                let (was, now) = (value(&change.old), value(&change.new));
                (was.filter(|was| gone.contains(was)), now.filter(|now| come.contains(now)))
            })
            .filter(|ends| *ends != (None, None))
            .collect();
        let all = gone.is_empty() && come.is_empty() && rows.is_empty();
        let mut total = shared.len() + differing.len();
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
        // What the first page and its notes say is told with the masthead.
        if node.kind == NodeKind::Masthead || is_masthead_note(node) {
            continue;
        }
        for mention in mentions.iter().filter(|mention| is_own_fact(mention)) {
            let Some(sort) = sort(mention) else { continue };
            let value = match mention.kind {
                MentionKind::Date => days(&mention.value).into_iter().collect::<Vec<_>>().join(","),
                MentionKind::Session => {
                    mention.attributes.get("ordinal").unwrap_or(&mention.value).to_lowercase()
                }
                MentionKind::Quantity => number_of(mention),
                _ => mention.value.to_lowercase(),
            };
            out.entry((mention.kind, sort)).or_default().entry(value).or_insert(mention);
        }
    }
    out
}

/// A number with what it counts: "1.5°C" and "1.5 degrees" are one.
fn number_of(mention: &Mention) -> String {
    let unit = unit(mention).to_lowercase();
    let unit =
        if unit.starts_with(['°', 'º']) || unit.starts_with("degree") { "degree".to_owned() } else { unit };
    match mention.attributes.get("number").filter(|number| *number != "?") {
        Some(number) => format!("{number} {}", last_word(&unit)),
        None => mention.value.to_lowercase(),
    }
}

/// What people count together: resolutions apart from other documents, meetings from sessions.
fn sort(mention: &Mention) -> Option<&'static str> {
    let kind = mention.attributes.get("type").map(String::as_str);
    Some(match (mention.kind, kind) {
        // A year alone is the year of something, seldom its date.
        (MentionKind::Date, _) if mention.value.len() <= 4 => return None,
        (MentionKind::Date, _) => "date",
        (MentionKind::Document, Some("resolution")) => "resolution",
        (MentionKind::Document, Some("decision")) => "decision",
        // Where a treaty is printed: the treaty itself counts by its name.
        (MentionKind::Document, _) if mention.rule == "treaty-series" => return None,
        (MentionKind::Document, Some("treaty")) => "treaty",
        (MentionKind::Document, Some("url")) => "link",
        (MentionKind::Document, _) => "document",
        (MentionKind::Officer, _) => "officer",
        (MentionKind::Session, _) if mention.value.contains("meeting") => "meeting",
        (MentionKind::Session, _) => "session",
        (MentionKind::Quantity, _) => "number",
        _ => return None,
    })
}

fn phrase(kind: MentionKind, sort: &str, shared: &[&Mention], all: bool, total: usize) -> String {
    let count = shared.len();
    if kind == MentionKind::Quantity {
        // Two of them say more than how many there are: two that count different things.
        let last = |mention: &Mention| last_word(unit(mention));
        let first = shared.first().copied();
        let other =
            shared.iter().skip(1).copied().find(|other| first.is_some_and(|one| last(one) != last(other)));
        let sample = first.into_iter().chain(other.or(shared.get(1).copied()));
        let sample: Vec<&str> = sample.map(|mention| mention.text.as_str()).collect();
        let more = if count > sample.len() { ", …" } else { "" };
        let noun = if total == 1 { "number" } else { "numbers" };
        return match total {
            _ if count == total && count <= 2 => sample.join(", "),
            _ if count == total => format!("{count} {noun} ({}{more})", sample.join(", ")),
            _ => format!("{count} of {total} {noun} ({}{more})", sample.join(", ")),
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
        // Facilitators and focal points are not officers of the body.
        ("officer", true) if count == 1 => "the one holder of an office".to_owned(),
        ("officer", true) => format!("all {count} holders of an office"),
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
    (complete && first < last)
        .then(|| format!("the {} to {} meetings", ordinal_in_figures(first), ordinal_in_figures(last)))
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
