//! What became of the blanks and brackets, and what is still open.

use super::quote::{MOST, brief, one_line, quoted};
use super::{Line, Options, Part};
use crate::diff::digest::pieces::count;
use crate::diff::digest::place::Places;
use crate::diff::digest::{Digest, FactRow};
use crate::diff::{ChangeOp, Comparison};
use crate::mentions::{Annotated, MentionKind};
use std::ops::Range;

/// Words quoted on each side of an open blank.
const AROUND: usize = 5;

/// True for a row that is told with the blanks.
pub(super) fn is_blank(row: &FactRow) -> bool {
    row.kind == "placeholder"
        || matches!(row.op, ChangeOp::Filled | ChangeOp::Lifted | ChangeOp::Opened)
        || row.meaning.starts_with("still open")
}

/// What became of the blanks and brackets: first what was chosen between words, paragraph by paragraph;
/// then the values, each with its paragraph, in one line for all.
pub(super) fn settled(comparison: &Comparison, [old, new]: [&Annotated; 2], digest: &Digest) -> Vec<Line> {
    // With the text of its paragraph before and after.
    let mut chosen: Vec<(Line, String, String)> = Vec::new();
    let mut values: [(&str, Vec<Part>); 3] =
        [("filled", Vec::new()), ("brackets lifted", Vec::new()), ("proposed in brackets", Vec::new())];
    for row in digest.facts.iter().filter(|row| is_blank(row)) {
        let place = row.places.first().map(|place| without_blank(place)).unwrap_or_default();
        let is_text = matches!(row.what.as_str(), "text" | "placeholder");
        let which = match row.op {
            // New blanks are told with those that are open.
            ChangeOp::Opened => continue,
            _ if row.meaning.starts_with("still open") => 2,
            ChangeOp::Filled if !is_text && row.new.is_some() => 0,
            ChangeOp::Lifted if !is_text => 1,
            _ => {
                let pair = row.pairs.first().map(|pair| &comparison.pairs[*pair]);
                let printed = |side: &Annotated, ids: Option<&Vec<String>>| -> String {
                    let all = ids.into_iter().flatten().filter_map(|id| side.report.index_of(id));
                    all.map(|at| side.report.nodes[at].text.as_str()).collect()
                };
                let was = printed(old, pair.map(|pair| &pair.old));
                let (place, part) = match is_all(row, &was) {
                    // It stood for the annex, not for its first paragraph.
                    true if place.starts_with("annex ¶") => ("annex".to_owned(), whole(row)),
                    true => (place, whole(row)),
                    false => (place, text(row)),
                };
                match chosen.last_mut() {
                    Some((last, ..)) if last.place == place => last.parts.push(part),
                    _ => {
                        let now = printed(new, pair.map(|pair| &pair.new));
                        chosen.push((Line { place, parts: vec![part], ..Line::default() }, was, now));
                    }
                }
                continue;
            }
        };
        let value = one_line(row.new.as_deref().unwrap_or_default());
        let value = if which == 1 { day(&value, row, comparison, new).unwrap_or(value) } else { value };
        // What is proposed stands in brackets, and is said to.
        let value = if which == 2 { value.replace(['[', ']'], "") } else { value };
        let was = one_line(row.old.as_deref().unwrap_or_default());
        match values[which].1.last_mut() {
            Some(Part::Settled { was: all_were, now: all, place: last }) if *last == place => {
                all_were.push(was);
                all.push(value);
            }
            _ => values[which].1.push(Part::Settled { was: vec![was], now: vec![value], place }),
        }
    }
    let mut out: Vec<Line> = chosen
        .into_iter()
        .map(|(line, was, now)| {
            let mut parts = choices(line.parts, &one_line(&was));
            parts.extend(about(&parts, &one_line(&now)).map(Part::Say));
            Line { parts, ..line }
        })
        .collect();
    let values = values.into_iter().filter(|(_, parts)| !parts.is_empty());
    out.extend(values.map(|(name, parts)| Line { place: name.to_owned(), parts, ..Line::default() }));
    out
}

/// "annex, “[to be completed]” → annex ¶1" is known by what stands there now.
fn without_blank(place: &str) -> String {
    match place.split_once(" → ") {
        Some((was, now)) if was.ends_with('”') => now.to_owned(),
        _ => place.to_owned(),
    }
}

/// True where the blank was all that stood there.
fn is_all(row: &FactRow, printed: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let was = bare(row.old.as_deref().unwrap_or_default());
    !was.is_empty() && row.new.is_some() && was == bare(printed)
}

/// What stood for a text to come: the text itself is told with its paragraphs.
fn whole(row: &FactRow) -> Part {
    let words = |text: &Option<String>| quoted(&brief(text.as_deref().unwrap_or_default(), AROUND * 2));
    Part::Say(format!("{} has become text that begins {}", words(&row.old), words(&row.new)))
}

/// "in “The Working Group recommended that carriers …”": words of NEW round the first choice, without
/// which nobody knows what was chosen.
fn about(parts: &[Part], now: &str) -> Option<String> {
    /// Words of such a quotation.
    const WORDS: usize = 18;
    let word = parts.iter().find_map(|part| match part {
        Part::Chosen { words, .. } if !words.is_empty() => Some(words.as_str()),
        _ => None,
    })?;
    let at = now.find(word)?;
    let sentence = now[..at].rfind(". ").map_or(0, |stop| stop + 2);
    let lead: Vec<&str> = now[sentence..at].split_whitespace().collect();
    let first = lead.len().saturating_sub(AROUND);
    let lead = lead[first..].join(" ");
    let rest = &now[at..];
    let rest = rest.find(". ").map_or(rest, |stop| &rest[..stop]);
    let text = format!("{lead} {}", brief(rest, WORDS.saturating_sub(count(&lead))));
    let text = text.trim().trim_end_matches('.');
    let cut = if first > 0 { "… " } else { "" };
    (count(text) > count(word)).then(|| format!("in {}", quoted(&format!("{cut}{text}"))))
}

/// What became of words in brackets, or of a blank for words.
fn text(row: &FactRow) -> Part {
    let line = |text: &Option<String>| text.as_deref().map(|text| brief(text, MOST)).unwrap_or_default();
    let bare = |text: String| {
        let bare = text.trim_matches(['[', ']', ',', ' ']).to_owned();
        if bare.is_empty() { text } else { bare }
    };
    match row.op {
        ChangeOp::Lifted => Part::Chosen { words: bare(line(&row.new)), not: String::new() },
        _ if row.new.is_none() => Part::Chosen { words: String::new(), not: bare(line(&row.old)) },
        _ => Part::Fact {
            what: String::new(),
            old: Some(line(&row.old)),
            new: Some(line(&row.new)),
            meaning: String::new(),
        },
    }
}

/// Words that were kept and words that went, where they stood side by side: "recommended", not
/// "concluded".
fn choices(parts: Vec<Part>, printed: &str) -> Vec<Part> {
    let beside = |one: &str, other: &str| {
        [" ", "/", " / ", " or ", ""]
            .iter()
            .any(|joint| printed.contains(&format!("[{one}]{joint}[{other}]")))
    };
    let mut out: Vec<Part> = Vec::new();
    for part in parts {
        let joined = match (out.last(), &part) {
            (Some(Part::Chosen { words, not }), Part::Chosen { words: next, not: gone })
                if not.is_empty() && next.is_empty() && beside(words, gone) =>
            {
                Some((words.clone(), gone.clone()))
            }
            (Some(Part::Chosen { words, not }), Part::Chosen { words: next, not: gone })
                if words.is_empty() && gone.is_empty() && beside(not, next) =>
            {
                Some((next.clone(), not.clone()))
            }
            _ => None,
        };
        match joined {
            Some((words, not)) => {
                out.pop();
                out.push(Part::Chosen { words, not });
            }
            None => out.push(part),
        }
    }
    out
}

/// "7" in "on 7 April 2031": the day in full.
fn day(value: &str, row: &FactRow, comparison: &Comparison, new: &Annotated) -> Option<String> {
    let pair = &comparison.pairs[*row.pairs.first()?];
    let nodes = pair.new.iter().filter_map(|id| new.report.index_of(id));
    let mentions = nodes.flat_map(|at| &new.mentions.by_node[at]);
    let mut dates = mentions.filter(|mention| mention.kind == MentionKind::Date);
    let holds = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == value);
    dates.find(|date| holds(&date.text)).map(|date| one_line(&date.text))
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
            parts.push(Part::Say("new, not in the older text".to_owned()));
        }
        out.push(Line { place: places.cited(id), parts, ..Line::default() });
    }
    let stale = digest.folded.remarks.iter().filter(|told| told.remark.code == "stale-reference");
    out.extend(stale.map(|told| Line {
        place: told.place.clone(),
        parts: vec![Part::Say(told.remark.message.clone())],
        ..Line::default()
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
