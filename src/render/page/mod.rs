//! [`Digest`] → a page for a browser, in one file: what changed, with the text of both versions.
//!
//! What the terminal shows stands here too and in the same order; the digest must have been made with
//! [`digest::Options::texts`](crate::diff::digest::Options::texts). Beside that a page has room for what
//! a screen of text has not: both texts side by side, what is folded, the pages of both files, and why
//! each pair was paired. It can be read without its script; the script adds filter, search and keys.

mod entry;
mod facts;
mod folded;
mod head;
mod pieces;
mod shell;
mod text;
mod tools;

use super::markup;
use crate::diff::digest::place::Places;
use crate::diff::digest::{self, Digest, Told};
use crate::diff::{ChangeOp, Comparison};
use crate::mentions::Annotated;
use crate::report::Report;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub use shell::Shell;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What every part of the page looks things up in.
struct Sources<'a> {
    digest: &'a Digest,
    comparison: &'a Comparison,
    reports: [&'a Report; 2],
    places: [Places<'a>; 2],
    /// The pair of each node of OLD, and of NEW.
    pair_of: [HashMap<&'a str, usize>; 2],
    /// What moved into a pair from another one, as [`Mark`]s.
    arrived: HashMap<usize, BTreeSet<Mark>>,
    /// What is unfolded from the start.
    all: bool,
}

/// Kind and weight of a change.
type Mark = (&'static str, &'static str);

/// The page of a comparison, as the text of a file. `all`: what is folded is open from the start.
pub fn render(digest: &Digest, comparison: &Comparison, sides: [&Annotated; 2], all: bool) -> String {
    let reports = sides.map(|side| &side.report);
    let mut pair_of: [HashMap<&str, usize>; 2] = Default::default();
    for (at, pair) in comparison.pairs.iter().enumerate() {
        pair_of[0].extend(pair.old.iter().map(|id| (id.as_str(), at)));
        pair_of[1].extend(pair.new.iter().map(|id| (id.as_str(), at)));
    }
    let places = reports.map(Places::new);
    let arrived = arrivals(comparison, &pair_of[1]);
    let sources = Sources { digest, comparison, reports, places, pair_of, arrived, all };
    // The text first: the facts point only to what stands there.
    let mut kinds = Kinds::default();
    let mut anchors = text::Anchors::default();
    let text = text::section(&sources, &mut anchors, &mut kinds);
    let facts = facts::section(&sources, &anchors);
    let folded = folded::section(digest);
    let header = &digest.header;
    let between = if digest.other_report { "and" } else { "→" };
    // What a filter leaves out is said on paper too.
    let shown = "<p id=\"shown\" class=\"shown\" hidden></p>\n";
    let body = format!(
        "<a class=\"skip\" href=\"#text\">Skip to the text</a>\n{}{}<main id=\"main\">\n{shown}{facts}{text}{folded}</main>\n{}",
        head::header(&sources),
        tools::tools(&sources, &kinds, &anchors, !folded.is_empty()),
        head::footer(comparison),
    );
    let title = format!("{} {between} {}", header.old, header.new);
    Shell { title: &title, style: STYLE, script: SCRIPT, body: &body }.document()
}

/// How many texts have a change of each kind, and of each weight.
type Kinds = BTreeMap<&'static str, usize>;

/// The pairs where something stands now that another pair lost: it is found there too.
fn arrivals(comparison: &Comparison, pair_of: &HashMap<&str, usize>) -> HashMap<usize, BTreeSet<Mark>> {
    let mut arrived: HashMap<usize, BTreeSet<Mark>> = HashMap::new();
    for (at, pair) in comparison.pairs.iter().enumerate() {
        for change in pair.changes.iter().filter(|change| change.op == ChangeOp::Moved) {
            let there = change.new.as_ref().and_then(|end| pair_of.get(end.id.as_str()));
            if let Some(there) = there.filter(|there| **there != at) {
                let weight = entry::weight(change.weight);
                arrived.entry(*there).or_default().extend([(change.kind, weight), ("moved", weight)]);
            }
        }
    }
    arrived
}

/// A place with the word that it lacks: on a page "new" and "unnumbered" stand for themselves.
fn spelled(place: &str) -> String {
    match place.split_once("unnumbered") {
        None if matches!(place, "new" | "gone") => format!("{place} paragraph"),
        None => place.to_owned(),
        Some((before, numbers)) => {
            let behind = numbers.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
            let another = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
            let several = behind.starts_with('–') || behind.strip_prefix(", ").is_some_and(another);
            format!("{before}unnumbered {}{numbers}", if several { "paragraphs" } else { "paragraph" })
        }
    }
}

/// A kind as people call it.
fn kind_name(kind: &str) -> String {
    match kind {
        "participant" => "person".to_owned(),
        "quantity" => "number of things".to_owned(),
        "wording" => "words".to_owned(),
        "cross_reference" => "reference".to_owned(),
        kind => kind.replace('_', " "),
    }
}

/// A remark as a sentence, with its document and place before and what to try after.
fn said(told: &Told) -> String {
    let remark = &told.remark;
    let mut place: Vec<&str> = told.document.as_deref().into_iter().collect();
    if !told.place.is_empty() {
        place.push(&told.place);
    }
    let place = match place.is_empty() {
        true => String::new(),
        false => format!("<span class=\"quiet\">{}:</span> ", markup::text(&place.join(", "))),
    };
    let hint = remark.hint.as_ref().map(|hint| format!(" ({})", markup::text(hint))).unwrap_or_default();
    format!("{place}{}{hint}", markup::text(&remark.message))
}

/// The headings above a group; `id` gives each its anchor.
fn headings(
    above: &[digest::SectionHeading],
    mut id: impl FnMut(&digest::SectionHeading) -> String,
) -> String {
    let mut out = String::new();
    for heading in above {
        // Our own parts are `h2`.
        let level = (heading.level + 2).min(6);
        let note = heading.note.map(|note| format!(" <span class=\"tag\">{note}</span>")).unwrap_or_default();
        let words = markup::text(&heading.text);
        out.push_str(&format!("<h{level}{}>{words}{note}</h{level}>\n", id(heading)));
    }
    out
}
