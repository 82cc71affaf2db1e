//! The whole in a few sentences.

use super::blanks::is_blank;
use super::whereabouts::{grouped, in_order, now};
use super::{Group, Length, Options, Part, Rank};
use super::{counts, head, quote};
use crate::diff::digest::folded::field_label;
use crate::diff::digest::{Digest, HeaderRow};
use crate::diff::{ChangeOp, Comparison, Status};
use crate::mentions::{Annotated, MentionKind};
use crate::report::{NodeKind, Report};

/// Words of a line of the first page, at most.
const ROW: usize = 40;

/// More than these are counted.
const LISTED: usize = 8;

/// Words of a value.
const VALUE: usize = 8;

/// What became of the paragraphs, which facts and verbs changed, what became of the blanks, what is the
/// same. Each figure can be found below.
pub(super) fn brief(
    comparison: &Comparison,
    new: &Report,
    digest: &Digest,
    groups: &[Group],
    options: &Options,
) -> Vec<String> {
    let mut out = Vec::new();
    let nothing = groups.iter().all(|group| group.lines.is_empty());
    if digest.identical {
        out.push("The two texts are the same, word for word.".to_owned());
    } else if digest.quiet {
        out.push("No change of substance.".to_owned());
    } else if nothing && digest.facts.iter().all(|row| row.pairs.is_empty()) && !options.only.is_empty() {
        out.push("Nothing of this kind changed in the text.".to_owned());
    }
    out.extend(counts::paragraphs(comparison, &digest.header, new, digest.identical, options.length));
    // In the short form the lines below say it.
    if options.length == Length::Full {
        out.extend(facts(comparison, digest));
        // What the list of verbs ranks is not all that a reader may find stronger or weaker.
        for (word, rank) in [("Stronger", Rank::Stronger), ("Weaker", Rank::Weaker)] {
            let places = strengths(groups, rank);
            if !places.is_empty() {
                out.push(format!("{word} by verb or qualifier: {}.", grouped(&places)));
            }
        }
    }
    if options.asked("placeholder") {
        out.push(blanks(comparison));
    }
    let same = same(digest, options);
    if !same.is_empty() {
        out.push(format!("The same in both: {}.", listed(&same)));
    }
    // Where only one number is given.
    if !digest.folded.numbers.is_empty() {
        out.push(format!(
            "Numbers without “old” are those of {}.",
            head::name(&digest.header.new, &comparison.new)
        ));
    }
    if !options.only.is_empty() {
        let kinds: Vec<String> = options.only.iter().map(|kind| kind.replace('_', " ")).collect();
        out.push(format!("Only changes of these kinds are listed: {}.", listed(&kinds)));
    }
    out
}

/// "Facts that changed: date (¶4), Vice-Chair (¶8). Added: “6 July 2017” (¶49)." What came or went with a
/// whole paragraph is told with that.
fn facts(comparison: &Comparison, digest: &Digest) -> Vec<String> {
    let is_whole =
        |pair: &usize| matches!(comparison.pairs[*pair].status, Status::Inserted | Status::Deleted);
    let rows = digest.facts.iter().filter(|row| {
        let told = row.kind != "strength" && row.op != ChangeOp::Moved && !is_blank(row);
        told && row.pairs.first().is_some_and(|pair| !is_whole(pair))
    });
    // What, and where; those that came and those that went by their values.
    let mut told: [Vec<(String, Vec<String>)>; 3] = Default::default();
    for row in rows {
        // A number or a reference that came with its clause is no fact that somebody looks for.
        let is_small = matches!(row.kind, "quantity" | "cross_reference");
        let value =
            |text: &Option<String>| quote::quoted(&quote::brief(text.as_deref().unwrap_or(""), VALUE));
        let (list, what) = match (&row.old, &row.new) {
            (Some(_), Some(_)) => (0, row.what.clone()),
            _ if is_small => continue,
            (None, _) => (1, value(&row.new)),
            (_, None) => (2, value(&row.old)),
        };
        let list = &mut told[list];
        let places = row.places.iter().map(|place| without_row(&now(place)).to_owned());
        let at = list.iter().position(|(other, _)| *other == what || *other == format!("{what}s"));
        let at = at.unwrap_or_else(|| {
            list.push((what, Vec::new()));
            list.len() - 1
        });
        for place in places {
            if !list[at].1.contains(&place) {
                list[at].1.push(place);
            }
        }
    }
    let names = ["Facts that changed", "Added", "No longer there"];
    let said = names.iter().zip(&told).filter(|(_, list)| (1..=LISTED).contains(&list.len()));
    said.map(|(name, list)| {
        let list: Vec<String> =
            list.iter().map(|(what, places)| format!("{what} ({})", grouped(places))).collect();
        format!("{name}: {}.", listed(&list))
    })
    .collect()
}

/// "annex IV" of "annex IV, table row 19": nobody counts rows.
pub(super) fn without_row(place: &str) -> &str {
    place.split_once(", table").map_or(place, |(part, _)| part)
}

/// Where wording became stronger, or weaker.
fn strengths(groups: &[Group], rank: Rank) -> Vec<String> {
    let word = if rank == Rank::Stronger { "stronger" } else { "weaker" };
    let is_it = |part: &Part| matches!(part, Part::Changed { note: Some(note), .. } if note == word);
    let lines = groups.iter().flat_map(|group| &group.lines);
    let lines = lines.filter(|line| line.parts.iter().any(is_it));
    let mut places: Vec<String> = lines.map(|line| now(&line.place)).collect();
    in_order(&mut places);
    places
}

/// What became of the blanks and brackets, in figures.
fn blanks(comparison: &Comparison) -> String {
    let ledger = &comparison.placeholders;
    let of = |state: &str| ledger.iter().filter(|line| line.state == state).count();
    let total = ledger.len() - of("new");
    let states = [
        ("filled", "filled"),
        ("lifted", "kept without brackets"),
        ("dropped", "dropped"),
        ("still_open", "still open"),
    ];
    let parts: Vec<String> = states
        .iter()
        .filter(|(state, _)| of(state) > 0)
        .map(|(state, word)| format!("{} {word}", of(state)))
        .collect();
    let settled = of("still_open") + of("new") == 0;
    let mut said = match (total, settled) {
        (0, true) => return "No blanks in either.".to_owned(),
        (0, false) => return format!("No blanks in the older text, {} in the new one.", of("new")),
        (1, _) => {
            let word = states.iter().find(|(state, _)| of(state) > 0).map_or("", |(_, word)| word);
            format!("The one blank or bracket is {word}")
        }
        (total, true) => format!("All {total} blanks and brackets are settled: {}", listed(&parts)),
        (total, false) => format!("{total} blanks and brackets: {}", listed(&parts)),
    };
    if of("new") > 0 {
        said.push_str(&format!("; {} new", of("new")));
    }
    said + "."
}

/// What is wholly the same, kind by kind; of what changed the lines below tell. How many sessions and
/// meetings a text names is nothing that a reader could count again.
fn same(digest: &Digest, options: &Options) -> Vec<String> {
    let differs = |kind: &str| {
        digest.facts.iter().any(|row| row.kind == kind && row.op != ChangeOp::Moved && !row.pairs.is_empty())
    };
    let asked = |kind: &str| options.only.iter().any(|only| only == kind);
    let told = digest.same.iter().filter(|same| {
        let some = same.phrase.split_whitespace().nth(1) == Some("of");
        let counted = !matches!(same.kind, "quantity" | "session");
        asked(same.kind) || (counted && (same.all || !(some || differs(same.kind))))
    });
    told.map(|same| same.phrase.clone()).filter(|phrase| !phrase.is_empty()).collect()
}

/// "date", "date and officer", "date, officer and document".
pub(super) fn listed(parts: &[String]) -> String {
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.join(""),
    }
}

/// What is to be known of two different reports.
pub(super) fn then_now(old: &Annotated, new: &Annotated, listed: bool, options: &Options) -> Vec<String> {
    let mut out = vec!["These are two different reports.".to_owned()];
    if listed {
        let how = "What follows sets their facts side by side under the headings that answer to one \
                   another; nothing here is an edit, and what both have alike is left out.";
        out.push(how.to_owned());
    }
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
    let told = ["organ", "body", "session", "dates", "agenda_item"];
    let changes = comparison.masthead.iter().filter(|change| told.contains(&change.field));
    let rows_of = changes.map(|change| {
        let cut = |text: &Option<String>| {
            let text = quote::brief(text.as_deref()?, ROW);
            Some(if change.field == "agenda_item" { head::parted(&text) } else { text })
        };
        HeaderRow { label: field_label(change.field), old: cut(&change.old), new: cut(&change.new) }
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
