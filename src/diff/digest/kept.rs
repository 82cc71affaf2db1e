//! What stayed the same, what became of the blanks, and what has no row: the lines below the facts.

use super::place::{enumerate, label};
use super::{Options, SameFacts};
use crate::diff::same::{days, is_own_fact, same_person};
use crate::diff::{Comparison, Weight};
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
        for mention in mentions.iter().filter(|mention| is_own_fact(mention)) {
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
