//! The whole in a few sentences.

use super::blanks::is_blank;
use super::whereabouts::{grouped, in_order, now};
use super::{Group, Length, Options, Part, Rank};
use super::{head, quote};
use crate::diff::digest::folded::field_label;
use crate::diff::digest::{Digest, Header, HeaderRow};
use crate::diff::{ChangeOp, Comparison, Status};
use crate::mentions::{Annotated, MentionKind};
use crate::report::NodeKind;

/// Words of a line of the first page, at most.
const ROW: usize = 40;

/// More than these are counted.
const LISTED: usize = 8;

/// What became of the paragraphs, which facts and verbs changed, what became of the blanks, what is the
/// same. Each figure can be found below.
pub(super) fn brief(
    comparison: &Comparison,
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
    out.extend(paragraphs(&digest.header, digest.identical, options.length));
    // In the short form the lines below say it.
    if options.length == Length::Full {
        out.extend(facts(comparison, digest));
        for (word, rank) in [("Stronger", Rank::Stronger), ("Weaker", Rank::Weaker)] {
            let places = strengths(groups, rank);
            if !places.is_empty() {
                out.push(format!("{word} wording: {}.", grouped(&places)));
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
    if !options.only.is_empty() {
        let kinds: Vec<String> = options.only.iter().map(|kind| kind.replace('_', " ")).collect();
        out.push(format!("Only changes of these kinds are listed: {}.", listed(&kinds)));
    }
    out
}

/// "16 numbered paragraphs became 18: ¶4 and 18 are new; of the others, 4 changed (1 of them moved), 6
/// were only reworded and 6 are the same. An annex was added."
fn paragraphs(header: &Header, identical: bool, length: Length) -> Vec<String> {
    let [was, now] = header.numbered;
    let noun = |count: usize| if count == 1 { "paragraph" } else { "paragraphs" };
    let mut out = Vec::new();
    if was + now > 0 {
        let mut said = match (was, now) {
            (was, now) if was == now => format!("{now} numbered {} in both", noun(now)),
            (was, now) => format!("{was} numbered {} became {now}", noun(was)),
        };
        let counts = header.counts.iter().filter(|_| !identical);
        let (came, stayed): (Vec<&String>, Vec<&String>) =
            counts.partition(|part| part.ends_with(" new") || part.ends_with(" gone"));
        let came: Vec<String> = came.into_iter().map(|part| which(header, part)).collect();
        // In the short form the places below are as many as fit here.
        let stayed = stayed.into_iter().filter(|_| length == Length::Full || came.is_empty());
        let all_same = format!("{now} the same");
        let stayed: Vec<String> = stayed
            .map(|part| if *part == all_same { "all the same".to_owned() } else { stayed_as(part) })
            .collect();
        match (came.is_empty(), stayed.is_empty()) {
            (true, true) => {}
            (true, false) => said.push_str(&format!(": {}", listed(&stayed))),
            (false, true) => said.push_str(&format!(": {}", listed(&came))),
            (false, false) => {
                said.push_str(&format!(": {}; of the others, {}", listed(&came), listed(&stayed)));
            }
        }
        out.push(format!("{said}."));
    }
    let [before, after] = header.annexes;
    match (before, after) {
        (before, after) if before == after => {}
        (0, 1) => out.push("An annex was added.".to_owned()),
        (1, 0) => out.push("The annex is gone.".to_owned()),
        (before, after) => out.push(format!("There were {before} annexes, now there are {after}.")),
    }
    if !identical {
        let told = header.elsewhere.iter().filter_map(|part| elsewhere(part, before == after));
        out.extend(told);
    }
    out
}

/// "2 new" → "¶4 and 18 are new".
fn which(header: &Header, part: &str) -> String {
    let Some((count, word)) = part.split_once(' ') else { return part.to_owned() };
    let verb = if count == "1" { "is" } else { "are" };
    let list = header.which.iter().find_map(|list| list.strip_prefix(word)?.strip_prefix(": "));
    format!("{} {verb} {word}", list.unwrap_or(count))
}

/// "4 changed, 1 of them moved" → "4 changed (1 of them moved)"; "6 reworded" → "6 were only reworded".
fn stayed_as(part: &str) -> String {
    let (all, some) = part.split_once(", ").unwrap_or((part, ""));
    let Some((count, word)) = all.split_once(' ') else { return part.to_owned() };
    let one = count == "1";
    let said = match word {
        "reworded" => format!("{count} {} only reworded", if one { "was" } else { "were" }),
        "the same" => format!("{count} {} the same", if one { "is" } else { "are" }),
        "editorial" => format!("{count} {} only editorial changes", if one { "has" } else { "have" }),
        _ => all.to_owned(),
    };
    if some.is_empty() { said } else { format!("{said} ({some})") }
}

/// "preambular paragraphs: 2 new, 8 changed" as a sentence; what is told with its paragraph is left out.
fn elsewhere(part: &str, annexes_stayed: bool) -> Option<String> {
    let (what, counts) = part.split_once(": ")?;
    let annex = what.starts_with("annex");
    let told = what.starts_with("preambular") || what.starts_with("unnumbered") || (annex && annexes_stayed);
    let news =
        |count: &&str| ["new", "gone", "changed", "only moved"].iter().any(|word| count.contains(word));
    let counts: Vec<String> = counts.split(", ").filter(news).map(str::to_owned).collect();
    let mut what = what.chars();
    let what: String = what.next().into_iter().flat_map(char::to_uppercase).chain(what).collect();
    (told && !counts.is_empty()).then(|| format!("{what}: {}.", counts.join(", ")))
}

/// "Facts that changed: date (¶4), Vice-Chair (¶8)." What came or went with a whole paragraph is told
/// with that.
fn facts(comparison: &Comparison, digest: &Digest) -> Option<String> {
    let is_whole =
        |pair: &usize| matches!(comparison.pairs[*pair].status, Status::Inserted | Status::Deleted);
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    let rows = digest.facts.iter().filter(|row| {
        let told = row.kind != "strength" && row.op != ChangeOp::Moved && !is_blank(row);
        told && row.pairs.first().is_some_and(|pair| !is_whole(pair))
    });
    for row in rows {
        let places: Vec<String> = row.places.iter().map(|place| now(place)).collect();
        let at = kinds.iter().position(|(what, _)| *what == row.what || *what == format!("{}s", row.what));
        let at = at.unwrap_or_else(|| {
            kinds.push((row.what.clone(), Vec::new()));
            kinds.len() - 1
        });
        for place in places {
            if !kinds[at].1.contains(&place) {
                kinds[at].1.push(place);
            }
        }
    }
    let said: Vec<String> =
        kinds.iter().map(|(what, places)| format!("{what} ({})", grouped(places))).collect();
    (1..=LISTED).contains(&said.len()).then(|| format!("Facts that changed: {}.", listed(&said)))
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
            format!("One blank or bracket: {word}")
        }
        (total, true) => format!("All {total} blanks and brackets are settled: {}", listed(&parts)),
        (total, false) => format!("{total} blanks and brackets: {}", listed(&parts)),
    };
    if of("new") > 0 {
        said.push_str(&format!("; {} new", of("new")));
    }
    said + "."
}

/// What is wholly the same, kind by kind; of what changed the lines below tell.
fn same(digest: &Digest, options: &Options) -> Vec<String> {
    let differs = |kind: &str| {
        digest.facts.iter().any(|row| row.kind == kind && row.op != ChangeOp::Moved && !row.pairs.is_empty())
    };
    let asked = |kind: &str| options.only.iter().any(|only| only == kind);
    let told = digest.same.iter().filter(|same| {
        let some = same.phrase.split_whitespace().nth(1) == Some("of");
        asked(same.kind) || (same.kind != "quantity" && (same.all || !(some || differs(same.kind))))
    });
    told.map(|same| same.phrase.clone()).filter(|phrase| !phrase.is_empty()).collect()
}

/// "date", "date and officer", "date, officer and document".
fn listed(parts: &[String]) -> String {
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
