//! The whole in a few sentences.

use super::Options;
use crate::diff::Comparison;
use crate::diff::digest::folded::field_label;
use crate::diff::digest::{Digest, Header, HeaderRow};
use crate::mentions::{Annotated, MentionKind};
use crate::report::NodeKind;

/// What became of the paragraphs, what stayed the same, what became of the blanks.
pub(super) fn brief(digest: &Digest, nothing: bool, options: &Options) -> Vec<String> {
    let mut out = Vec::new();
    if digest.identical {
        out.push("The two texts are the same, word for word.".to_owned());
    } else if digest.quiet {
        out.push("No change of substance.".to_owned());
    } else if nothing && digest.facts.is_empty() && !options.only.is_empty() {
        out.push("Nothing of this kind changed.".to_owned());
    }
    out.extend(paragraphs(&digest.header, digest.identical));
    // Of what changed the lines below tell; a count of the rest would say little.
    let whole = |phrase: &str| phrase.split_whitespace().nth(1) != Some("of");
    let same = digest.same.iter().filter(|same| same.all || whole(&same.phrase) || !options.only.is_empty());
    let same: Vec<&str> = same.map(|same| same.phrase.as_str()).filter(|s| !s.is_empty()).collect();
    if !same.is_empty() {
        out.push(format!("The same in both: {}.", listed(&same)));
    }
    if !digest.blanks.is_empty() {
        out.push(digest.blanks.clone());
    }
    if !options.only.is_empty() {
        let kinds: Vec<String> = options.only.iter().map(|kind| kind.replace('_', " ")).collect();
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        out.push(format!("Only changes of these kinds are listed: {}.", listed(&kinds)));
    }
    out
}

/// "16 numbered paragraphs became 18: 2 new, 4 changed (1 of them moved), 6 reworded, 6 the same. An
/// annex was added. Annex: 2 new."
fn paragraphs(header: &Header, identical: bool) -> Vec<String> {
    let [was, now] = header.numbered;
    let noun = |count: usize| if count == 1 { "paragraph" } else { "paragraphs" };
    let numbered = match (was, now) {
        (was, now) if was == now => format!("{now} numbered {} in both", noun(now)),
        (was, now) => format!("{was} numbered {} became {now}", noun(was)),
    };
    // "4 changed, 1 of them moved" is one member of the list.
    let whole = |part: &String| match part.split_once(", ") {
        Some((all, some)) => format!("{all} ({some})"),
        None => part.clone(),
    };
    let mut out = Vec::new();
    if was + now > 0 {
        let which = |part: String| match part.split_once(' ') {
            // "2 new" → "2 new (¶4 and 18)": told at once where the list is short.
            Some((_, word)) => {
                let list = header.which.iter().find_map(|list| list.strip_prefix(word)?.strip_prefix(": "));
                list.map_or(part.clone(), |list| format!("{part} ({list})"))
            }
            None => part,
        };
        let counts = header.counts.iter().filter(|_| !identical);
        let parts: Vec<String> = counts.map(whole).map(which).collect();
        let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
        out.push(format!("{numbered}{parts}."));
    }
    let [before, after] = header.annexes;
    match (before, after) {
        (before, after) if before == after => {}
        (0, 1) => out.push("An annex was added.".to_owned()),
        (1, 0) => out.push("The annex is gone.".to_owned()),
        (before, after) => out.push(format!("There were {before} annexes, now there are {after}.")),
    }
    if !identical {
        out.extend(header.elsewhere.iter().map(|part| format!("{}.", capital(part))));
    }
    out
}

/// "date", "date and officer", "date, officer and document".
fn listed(parts: &[&str]) -> String {
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.join(""),
    }
}

/// With a capital first letter.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// What is to be known of two different reports.
pub(super) fn then_now(old: &Annotated, new: &Annotated, options: &Options) -> Vec<String> {
    let mut out = vec![
        "These are two different reports. What follows sets their facts side by side under the headings \
         that answer to one another; nothing here is an edit, and what both have alike is left out."
            .to_owned(),
    ];
    let numbered = |side: &Annotated| {
        let nodes = side.report.nodes.iter();
        nodes.filter(|node| node.kind == NodeKind::Paragraph && node.part == "body").count()
    };
    let (then, now) = (numbered(old), numbered(new));
    if then + now > 0 {
        out.push(format!("Numbered paragraphs: then {then}, now {now}."));
    }
    let blanks = |side: &Annotated| {
        let all = side.mentions.by_node.iter().flatten();
        all.filter(|mention| mention.kind == MentionKind::Placeholder).count()
    };
    let (then, now) = (blanks(old), blanks(new));
    if options.asked("placeholder") && then + now > 0 {
        out.push(format!("Blanks and brackets: then {then}, now {now}."));
    }
    out
}

/// The lines of the first page that differ and that the header does not show.
pub(super) fn first_page(comparison: &Comparison, rows: &[HeaderRow]) -> Vec<HeaderRow> {
    let told = ["organ", "body", "session", "dates", "agenda_item", "submitted_by"];
    let changes = comparison.masthead.iter().filter(|change| told.contains(&change.field));
    let rows_of = changes.map(|change| HeaderRow {
        label: field_label(change.field),
        old: change.old.clone(),
        new: change.new.clone(),
    });
    let mut out: Vec<HeaderRow> = Vec::new();
    for row in rows_of {
        // One line of the first page may hold the session and its dates.
        let again = |other: &HeaderRow| (&other.old, &other.new) == (&row.old, &row.new);
        if !rows.iter().chain(&out).any(again) {
            out.push(row);
        }
    }
    out
}
