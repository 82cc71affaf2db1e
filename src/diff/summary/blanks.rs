//! What became of the blanks and brackets, and what is still open.

use super::changes::{fact, is_blank};
use super::quote::one_line;
use super::{Line, Options, Part};
use crate::diff::Comparison;
use crate::diff::digest::Digest;
use crate::diff::digest::place::Places;
use crate::mentions::Annotated;

/// Words quoted on each side of an open blank.
const AROUND: usize = 5;

/// One line for each place.
pub(super) fn settled(digest: &Digest) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for row in digest.facts.iter().filter(|row| is_blank(row)) {
        let mut part = fact(row);
        if let Part::Fact { what, .. } = &mut part
            && matches!(what.as_str(), "text" | "placeholder")
        {
            what.clear();
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
    for line in ledger.filter(|line| matches!(line.state, "still_open" | "new")) {
        for end in &line.new {
            let text = places.index_of(&end.id).map_or("", |at| new.report.nodes[at].text.as_str());
            let mut parts = vec![Part::Whole(in_context(text, &end.text))];
            if line.state == "new" {
                parts.push(Part::Say("new".to_owned()));
            }
            out.push(Line { place: places.cited(&end.id), tags: Vec::new(), parts });
        }
    }
    let stale = digest.folded.remarks.iter().filter(|told| told.remark.code == "stale-reference");
    out.extend(stale.map(|told| Line {
        place: told.place.clone(),
        tags: Vec::new(),
        parts: vec![Part::Say(told.remark.message.clone())],
    }));
    out
}

/// A blank with a few words round it: "contained in document A/AC.999/2031/CRP.[...]".
fn in_context(text: &str, blank: &str) -> String {
    let Some(at) = text.find(blank) else { return one_line(blank) };
    let (before, after) = (&text[..at], &text[at + blank.len()..]);
    // A word that the blank is part of stays whole.
    let start = before.split_inclusive(char::is_whitespace).rev().take(AROUND).map(str::len).sum::<usize>();
    let end = after.split_inclusive(char::is_whitespace).take(AROUND).map(str::len).sum::<usize>();
    let (start, end) = (at - start, at + blank.len() + end);
    let (lead, trail) = (if start > 0 { "… " } else { "" }, if end < text.len() { " …" } else { "" });
    format!("{lead}{}{trail}", one_line(&text[start..end]))
}
