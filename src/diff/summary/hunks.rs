//! The edits of one pair as quotations: "should continue its efforts" → "would continue its efforts".
//!
//! Edits that only a few words hold apart are quoted together, so that nobody reads word salad.

use super::quote::{brief, clause, most};
use super::{Options, Part, Spot};
use crate::diff::carried;
use crate::diff::digest::pieces::{count, group_end, group_start, last_sentence, sentence_end};
use crate::diff::digest::repeated::plain_hyphens;
use crate::diff::words::{Edit, edits};
use crate::diff::{Change, ChangeOp, ComparedPair, Weight, WordOp};
use std::ops::{Range, RangeInclusive};

/// Edits with at most so many unchanged words between them are quoted together.
const APART: usize = 4;

/// A word that came or went so many words beside a quotation is quoted with it.
const CLOSE: usize = 2;

/// A short summary quotes so many stretches of one paragraph.
const FEW: usize = 2;

/// Where so much of both texts is edited, they are quoted as a whole.
const REWRITTEN: f64 = 0.6;

/// What is quoted of a pair, and which of its edits that holds.
pub(super) struct Quoted {
    pub parts: Vec<Part>,
    pub edits: Vec<usize>,
}

/// The texts of a pair and what differs.
struct Texts {
    old: Vec<char>,
    new: Vec<char>,
    edits: Vec<Edit>,
}

/// True for a change of words that a summary quotes.
pub(super) fn is_told(change: &Change, options: &Options) -> bool {
    change.weight == Weight::Substantive
        && matches!(change.kind, "wording" | "strength" | "heading")
        && !matches!(change.rule, "whole-added" | "whole-removed" | "masthead-note" | "note-repeated")
        && options.asked(change.kind)
}

/// Quotes the edits of substance of a pair; `place` says where words are that moved away.
pub(super) fn quoted(pair: &ComparedPair, options: &Options, place: impl Fn(&str) -> String) -> Quoted {
    let text = |gone: WordOp| -> Vec<char> {
        pair.words.iter().filter(|word| word.op != gone).flat_map(|word| word.text.chars()).collect()
    };
    let texts = Texts { old: text(WordOp::Insert), new: text(WordOp::Delete), edits: edits(&pair.words) };
    let longest = most(options.length);
    let (mut parts, mut shown) = (Vec::new(), Vec::new());
    let mut telling: Vec<(usize, &Change)> = Vec::new();
    for change in pair.changes.iter().filter(|change| is_told(change, options)) {
        let taken: Vec<usize> = telling.iter().map(|(at, _)| *at).chain(shown.iter().copied()).collect();
        // A phrase that changed its place inside the pair leaves its edits to what else they say.
        if change.rule == "phrase-moved" {
            continue;
        }
        match (texts.find(change, &taken), change.op, &change.old, &change.new) {
            (found, ChangeOp::Moved, Some(old), Some(new)) => {
                let text = found.map_or(old.text.as_str(), |at| texts.edits[at].deleted.as_str());
                let mut place = place(&new.id);
                if change.rule == carried::EDITED {
                    place.push_str(", changed");
                }
                parts.push(Part::MovedTo { text: brief(&clause(text), longest), place });
                shown.extend(found);
            }
            (Some(at), ..) => telling.push((at, change)),
            // Nothing of substance is lost, even where its place is not found.
            (None, ..) => parts.extend(bare(change, longest)),
        }
    }
    telling.sort_by_key(|(at, _)| *at);
    let whole = texts.is_rewritten(&telling);
    let hunks = if whole { vec![0..=texts.edits.len() - 1] } else { texts.hunks(&telling) };
    let kept = if options.length == super::Length::Short { FEW } else { usize::MAX };
    for hunk in hunks.iter().take(kept) {
        let notes = telling.iter().filter(|(at, _)| hunk.contains(at));
        let notes: Vec<String> = notes.filter_map(|(_, change)| change.note.clone()).collect();
        let note = match notes.as_slice() {
            [note] if !note.contains("compare ") && !note.starts_with("in part ") => Some(note.clone()),
            _ => None,
        };
        parts.push(match whole {
            true => Part::Changed {
                old: brief(&texts.old.iter().collect::<String>(), longest),
                new: brief(&texts.new.iter().collect::<String>(), longest),
                note,
            },
            false => texts.part(hunk, options.context, longest, note),
        });
    }
    // Without this a quotation of its first or its last place would tell it as put in or taken out.
    let moved = pair.changes.iter().filter(|change| change.rule == "phrase-moved");
    let moved: Vec<String> = moved.filter_map(|change| Some(clause(&change.old.as_ref()?.text))).collect();
    let moved = if parts.is_empty() && telling.is_empty() && !is_modified(pair) { Vec::new() } else { moved };
    parts.extend(
        moved
            .into_iter()
            .map(|text| Part::Say(format!("“{}” only moved within the text", brief(&text, APART * 3)))),
    );
    // What is left to be said is counted, but belongs to no small edit.
    shown.extend(hunks.iter().cloned().flatten());
    if let Some(more) = hunks.len().checked_sub(kept).filter(|more| *more > 0) {
        parts.push(Part::Say(format!("and {more} more {}", if more == 1 { "change" } else { "changes" })));
    }
    Quoted { parts, edits: shown }
}

/// True where more than wording is told of a pair.
fn is_modified(pair: &ComparedPair) -> bool {
    pair.changes.iter().any(|change| change.weight == Weight::Substantive)
}

/// A change without words round it.
fn bare(change: &Change, longest: usize) -> Option<Part> {
    let text = |end: &Option<crate::diff::End>| end.as_ref().map(|end| brief(&end.text, longest));
    match (text(&change.old), text(&change.new)) {
        (Some(old), Some(new)) => Some(Part::Changed { old, new, note: change.note.clone() }),
        (None, Some(text)) => Some(Part::Added { text, at: Spot::Somewhere }),
        (Some(text), None) => Some(Part::Removed { text, at: Spot::Somewhere }),
        (None, None) => None,
    }
}

impl Texts {
    /// The edit that a change is about.
    fn find(&self, change: &Change, taken: &[usize]) -> Option<usize> {
        let of = |end: &Option<crate::diff::End>| end.as_ref().map_or("", |end| end.text.as_str()).to_owned();
        let (old, new) = (of(&change.old), of(&change.new));
        let free = |at: &usize| !taken.contains(at);
        let all = || (0..self.edits.len()).filter(free);
        let exact = |at: &usize| {
            let edit = &self.edits[*at];
            edit.deleted.trim() == old && edit.inserted.trim() == new
        };
        // A qualifier is told with its verb; what a fact explains is left out.
        let alike = |words: &str, told: &str| {
            let words = words.trim().trim_end_matches([' ', ',']);
            told.is_empty() || words.contains(told) || (!words.is_empty() && told.ends_with(words))
        };
        let near = |at: &usize| {
            let edit = &self.edits[*at];
            let (gone, come) = (edit.deleted.trim(), edit.inserted.trim());
            // "notes with appreciation" → "notes" is told with its verb, which stayed.
            let with_verb = (come.is_empty() && !gone.is_empty() && old == format!("{new} {gone}"))
                || (gone.is_empty() && !come.is_empty() && new == format!("{old} {come}"));
            with_verb || (alike(&edit.deleted, &old) && alike(&edit.inserted, &new))
        };
        // What a fact in its midst explains is left out, too.
        let holds = |words: &str, told: &str| {
            let mut words = words.chars();
            told.chars().all(|c| words.any(|other| other == c))
        };
        let around = |at: &usize| {
            let edit = &self.edits[*at];
            holds(&edit.deleted, &old) && holds(&edit.inserted, &new)
        };
        all().find(exact).or_else(|| all().find(near)).or_else(|| all().find(around))
    }

    /// True where little of the two texts is the same.
    fn is_rewritten(&self, telling: &[(usize, &Change)]) -> bool {
        let edited: usize = self.edits.iter().map(|edit| edit.old.len() + edit.new.len()).sum();
        telling.len() > 2 && edited as f64 >= REWRITTEN * (self.old.len() + self.new.len()) as f64
    }

    /// The edits that are quoted together: from the first that tells something to the last.
    fn hunks(&self, telling: &[(usize, &Change)]) -> Vec<RangeInclusive<usize>> {
        let mut out: Vec<RangeInclusive<usize>> = Vec::new();
        for (at, _) in telling {
            match out.last_mut() {
                Some(last) if (*last.end()..*at).all(|before| self.is_near(before)) => {
                    *last = *last.start()..=*at;
                }
                _ => out.push(*at..=*at),
            }
        }
        // A word that was exchanged close by belongs to the quotation: "should continue its efforts to".
        for at in 0..out.len() {
            let (mut first, mut last) = (*out[at].start(), *out[at].end());
            let lowest = if at == 0 { 0 } else { *out[at - 1].end() + 1 };
            let highest = out.get(at + 1).map_or(self.edits.len(), |next| *next.start());
            if first > lowest && self.is_near(first - 1) && self.belongs(first - 1, first - 1) {
                first -= 1;
            }
            if last + 1 < highest && self.is_near(last) && self.belongs(last + 1, last) {
                last += 1;
            }
            out[at] = first..=last;
        }
        out
    }

    /// True for an edit without which a quotation that ends beside it reads wrong: words exchanged, or
    /// put in right there, as the "of" of "continue the reform of". `gap` is the first of the two edits
    /// between which the unchanged words stand.
    fn belongs(&self, at: usize, gap: usize) -> bool {
        let words = |text: &str| text.chars().any(char::is_alphanumeric);
        let Some(edit) = self.edits.get(at) else { return false };
        let between = match (self.edits.get(gap), self.edits.get(gap + 1)) {
            (Some(this), Some(next)) => self.new[this.new.end..next.new.start].iter().collect::<String>(),
            _ => return false,
        };
        let exchanged = words(&edit.deleted) && words(&edit.inserted);
        exchanged || (count(&between) <= CLOSE && (words(&edit.deleted) || words(&edit.inserted)))
    }

    /// True where the edit behind this one follows closely and in the same sentence.
    fn is_near(&self, at: usize) -> bool {
        let (Some(this), Some(next)) = (self.edits.get(at), self.edits.get(at + 1)) else { return false };
        let between: String = self.new[this.new.end..next.new.start].iter().collect();
        count(&between) <= APART && !between.contains(['.', '\n'])
    }

    fn part(
        &self,
        hunk: &RangeInclusive<usize>,
        context: usize,
        longest: usize,
        note: Option<String>,
    ) -> Part {
        let (first, last) = (&self.edits[*hunk.start()], &self.edits[*hunk.end()]);
        let edits = &self.edits[hunk.clone()];
        let gone = edits.iter().any(|edit| !edit.deleted.trim().is_empty());
        let came = edits.iter().any(|edit| !edit.inserted.trim().is_empty());
        let around = |side: Side| {
            let (before, after) =
                (self.before(*hunk.start(), context, side), self.after(*hunk.end(), context, side));
            let range = side.of(first).start..side.of(last).end;
            (before, self.text(side)[range].iter().collect::<String>(), after)
        };
        let spot = |side: Side| match (around(side), side.of(last).end == self.text(side).len()) {
            ((before, _, after), _) if before.trim().is_empty() && after.trim().is_empty() => Spot::Somewhere,
            ((before, _, after), _) if before.trim().is_empty() => Spot::Before(clause(&after)),
            ((_, _, after), true) if after.trim().is_empty() => Spot::End,
            ((before, ..), _) => Spot::After(clause(&before)),
        };
        let words = |side: Side| brief(&clause(&around(side).1), longest);
        match (gone, came) {
            (false, true) if edits.len() == 1 => Part::Added { text: words(Side::New), at: spot(Side::New) },
            (true, false) if edits.len() == 1 => {
                Part::Removed { text: words(Side::Old), at: spot(Side::Old) }
            }
            _ => {
                let with = |side: Side| {
                    let (before, words, after) = around(side);
                    brief(format!("{before}{words}{after}").trim().trim_matches([',', ';']).trim(), longest)
                };
                Part::Changed { old: with(Side::Old), new: with(Side::New), note }
            }
        }
    }

    /// A few unchanged words of one side before an edit, of its own sentence.
    fn before(&self, at: usize, context: usize, side: Side) -> String {
        // A hyphen of another kind is no place to stop.
        let last = self.edits[..at].iter().rfind(|edit| !is_hyphen(edit));
        let from = last.map_or(0, |last| side.of(last).end);
        let text: String = self.text(side)[from..side.of(&self.edits[at]).start].iter().collect();
        let sentence = &text[last_sentence(&text)..];
        let start = group_start(sentence, context.min(count(sentence)));
        sentence[member_start(sentence, start)..].to_owned()
    }

    /// A few unchanged words of one side behind an edit, of its own sentence.
    fn after(&self, at: usize, context: usize, side: Side) -> String {
        let next = self.edits[at + 1..].iter().find(|edit| !is_hyphen(edit));
        let to = next.map_or(self.text(side).len(), |next| side.of(next).start);
        let text: String = self.text(side)[side.of(&self.edits[at]).end..to].iter().collect();
        let sentence = &text[..sentence_end(&text)];
        // Nor is the day of a date.
        let is_figure = |end: &usize| {
            let word = sentence[..*end].split_whitespace().next_back().unwrap_or_default();
            !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
        };
        let mut ends = (context..=context + 2).map(|words| group_end(sentence, words));
        let end = ends.find(|end| !is_figure(end)).unwrap_or(group_end(sentence, context));
        sentence[..end].to_owned()
    }

    fn text(&self, side: Side) -> &[char] {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Side {
    Old,
    New,
}

impl Side {
    /// The characters of an edit on this side.
    fn of(self, edit: &Edit) -> &Range<usize> {
        match self {
            Side::Old => &edit.old,
            Side::New => &edit.new,
        }
    }
}

/// The byte where the name begins in whose midst a quotation would: "the Congo, Dominica" is another
/// State than "Democratic Republic of the Congo, Dominica".
fn member_start(text: &str, start: usize) -> usize {
    /// A name in a list has at most so many words.
    const NAME: usize = 6;
    let Some(comma) = text[..start].rfind([',', ';']).filter(|_| text[start..].contains(',')) else {
        return start;
    };
    let member = comma + 1 + text[comma + 1..].len() - text[comma + 1..].trim_start().len();
    let lead = text.get(member..start).unwrap_or_default();
    if lead.starts_with(char::is_uppercase) && count(lead) <= NAME { member } else { start }
}

fn is_hyphen(edit: &Edit) -> bool {
    plain_hyphens(&edit.deleted) == plain_hyphens(&edit.inserted)
}
