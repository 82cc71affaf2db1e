//! What became of the blanks and brackets, and what is still open.

use super::changes::{fact, is_blank};
use super::quote::one_line;
use super::{Line, Options, Part};
use crate::diff::digest::Digest;
use crate::diff::digest::place::Places;
use crate::diff::{ChangeOp, Comparison};
use crate::mentions::Annotated;
use std::ops::Range;

/// Words quoted on each side of an open blank.
const AROUND: usize = 5;

/// One line for each place.
pub(super) fn settled(digest: &Digest) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for row in digest.facts.iter().filter(|row| is_blank(row)) {
        let mut part = fact(row);
        if let Part::Fact { what, old, new, meaning } = &mut part {
            if matches!(what.as_str(), "text" | "placeholder") {
                what.clear();
            }
            // A new blank is no fact that was added.
            if row.op == ChangeOp::Opened {
                (*old, *meaning) = (new.clone(), "new".to_owned());
            }
        }
        let place = row.places.first().cloned().unwrap_or_default();
        match out.last_mut() {
            Some(last) if last.place == place => last.parts.push(part),
            _ => out.push(Line { place, tags: Vec::new(), parts: vec![part] }),
        }
    }
    out
}

/// What NEW leaves open: blanks, and references that name a paragraph by its old number.
pub(super) fn open(
    comparison: &Comparison,
    new: &Annotated,
    digest: &Digest,
    options: &Options,
) -> Vec<Line> {
    let mut out = Vec::new();
    let places = Places::new(&new.report);
    let ledger = comparison.placeholders.iter().filter(|_| options.asked("placeholder"));
    // The blanks of a node, in the order of the text; whether all of them are new.
    let mut nodes: Vec<(&str, Vec<&str>, bool)> = Vec::new();
    for line in ledger.filter(|line| matches!(line.state, "still_open" | "new")) {
        for end in &line.new {
            let is_new = line.state == "new";
            match nodes.iter_mut().rfind(|(id, ..)| *id == end.id) {
                Some((_, blanks, all_new)) => {
                    blanks.push(&end.text);
                    *all_new &= is_new;
                }
                None => nodes.push((&end.id, vec![&end.text], is_new)),
            }
        }
    }
    for (id, blanks, is_new) in nodes {
        let text = places.index_of(id).map_or("", |at| new.report.nodes[at].text.as_str());
        let mut parts: Vec<Part> = in_context(text, &blanks).into_iter().map(Part::Whole).collect();
        if is_new {
            parts.push(Part::Say("new".to_owned()));
        }
        out.push(Line { place: places.cited(id), tags: Vec::new(), parts });
    }
    let stale = digest.folded.remarks.iter().filter(|told| told.remark.code == "stale-reference");
    out.extend(stale.map(|told| Line {
        place: told.place.clone(),
        tags: Vec::new(),
        parts: vec![Part::Say(told.remark.message.clone())],
    }));
    out
}

/// The blanks with a few words round them; those that stand close together in one quotation:
/// "contained in document A/AC.999/2031/CRP.[...]".
fn in_context(text: &str, blanks: &[&str]) -> Vec<String> {
    // Bytes of the text; a blank that is written twice stands at two places.
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut unplaced = Vec::new();
    for blank in blanks {
        let free = |at: &usize| !places.iter().any(|other| (other.start..other.end).contains(at));
        match text.match_indices(blank).map(|(at, _)| at).find(free) {
            Some(at) => places.push(at..at + blank.len()),
            None => unplaced.push(one_line(blank)),
        }
    }
    places.sort_by_key(|place| place.start);
    let mut windows: Vec<Range<usize>> = Vec::new();
    for place in places {
        // A word that the blank is part of stays whole.
        let (before, after) = (&text[..place.start], &text[place.end..]);
        let lead: usize = before.split_inclusive(char::is_whitespace).rev().take(AROUND).map(str::len).sum();
        let trail: usize = after.split_inclusive(char::is_whitespace).take(AROUND).map(str::len).sum();
        let window = place.start - lead..place.end + trail;
        match windows.last_mut() {
            Some(last) if window.start <= last.end => last.end = last.end.max(window.end),
            _ => windows.push(window),
        }
    }
    let quote = |window: Range<usize>| {
        let lead = if window.start > 0 { "… " } else { "" };
        let trail = if window.end < text.len() { " …" } else { "" };
        format!("{lead}{}{trail}", one_line(&text[window]))
    };
    windows.into_iter().map(quote).chain(unplaced).collect()
}
