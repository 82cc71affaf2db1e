//! Which edits of a pair are quoted together, and how much of the words round them.

use super::quote::{MOST, brief, clause, closed, one_line, quoted};
use super::{Part, Spot};
use crate::diff::digest::pieces::{count, group_end, group_start, last_sentence, sentence_end};
use crate::diff::digest::repeated::plain_hyphens;
use crate::diff::sense::content;
use crate::diff::tokens::{Token, tokens};
use crate::diff::words::{Edit, edits};
use crate::diff::{Change, ComparedPair, Weight, WordOp};
use std::ops::{Range, RangeInclusive};

/// Edits with at most so many unchanged words between them are quoted together.
const APART: usize = 4;

/// The same for edits of several words each.
const FAR: usize = 8;

/// A word that came or went so many words beside a quotation is quoted with it.
const CLOSE: usize = 2;

/// So few words on both sides say little by themselves.
const LONE: usize = 5;

/// Where so much of both texts is edited, they are quoted as a whole.
const REWRITTEN: f64 = 0.6;

/// The texts of a pair and what differs.
pub(super) struct Texts {
    pub old: Vec<char>,
    pub new: Vec<char>,
    pub edits: Vec<Edit>,
}

impl Texts {
    pub fn new(pair: &ComparedPair) -> Texts {
        let text = |gone: WordOp| -> Vec<char> {
            pair.words.iter().filter(|word| word.op != gone).flat_map(|word| word.text.chars()).collect()
        };
        Texts { old: text(WordOp::Insert), new: text(WordOp::Delete), edits: edits(&pair.words) }
    }

    /// The edit that a change is about.
    pub fn find(&self, change: &Change, taken: &[usize]) -> Option<usize> {
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
    pub fn is_rewritten(&self, telling: &[(usize, &Change)]) -> bool {
        let edited: usize = self.edits.iter().map(|edit| edit.old.len() + edit.new.len()).sum();
        telling.len() > 2 && edited as f64 >= REWRITTEN * (self.old.len() + self.new.len()) as f64
    }

    /// The edits that are quoted together: from the first that tells something to the last.
    pub fn hunks(&self, telling: &[(usize, &Change)]) -> Vec<RangeInclusive<usize>> {
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

    /// Lets a quotation of one place of a phrase that moved inside its text reach to the other place:
    /// half of it would tell the phrase as put in or as taken out. Where that is too far apart, says so,
    /// if nothing but the place changed.
    pub fn shifted(&self, change: &Change, hunks: &mut Vec<RangeInclusive<usize>>) -> Option<Part> {
        let (old, new) = (change.old.as_ref()?, change.new.as_ref()?);
        let from = self.edits.iter().position(|edit| edit.deleted.contains(&old.text))?;
        let to = self.edits.iter().position(|edit| edit.inserted.contains(&new.text))?;
        let same = one_line(&old.text) == one_line(&new.text);
        let half = hunks.iter().any(|hunk| hunk.contains(&from) != hunk.contains(&to));
        let tells = change.weight == Weight::Substantive;
        if !half && (!tells || hunks.iter().any(|hunk| hunk.contains(&from))) {
            return None;
        }
        // One replacement is easier to read than a long way from here to there.
        let (gone, come) = (&self.edits[from], &self.edits[to]);
        let apart = gone.inserted.is_empty() && come.deleted.is_empty();
        let both = [from, to].iter().all(|at| hunks.iter().any(|hunk| hunk.contains(at)));
        if both && apart && alike(&gone.deleted, &come.inserted) {
            return None;
        }
        let mut reach = from.min(to)..=from.max(to);
        for hunk in hunks.iter() {
            if hunk.start() <= reach.end() && reach.start() <= hunk.end() {
                reach = *reach.start().min(hunk.start())..=*reach.end().max(hunk.end());
            }
        }
        if self.words(&reach, Side::Old).max(self.words(&reach, Side::New)) > MOST {
            // Where both places are quoted, the reader sees it leave and arrive.
            let text = quoted(&brief(&clause(&old.text), APART * 3));
            let how = if tells { "moved" } else { "only moved" };
            return (same && !both).then(|| Part::Say(format!("{text} {how} within the text")));
        }
        hunks.retain(|hunk| hunk.end() < reach.start() || reach.end() < hunk.start());
        hunks.push(reach);
        hunks.sort_by_key(|hunk| *hunk.start());
        None
    }

    /// Words of one side from the first edit of a quotation to its last.
    fn words(&self, hunk: &RangeInclusive<usize>, side: Side) -> usize {
        let range = side.of(&self.edits[*hunk.start()]).start..side.of(&self.edits[*hunk.end()]).end;
        count(&self.text(side)[range].iter().collect::<String>())
    }

    /// Quotations that so little holds apart that they are read better as one clause.
    pub fn joined(&self, hunks: Vec<RangeInclusive<usize>>) -> Vec<RangeInclusive<usize>> {
        let edited = |hunk: &RangeInclusive<usize>| -> usize {
            self.edits[hunk.clone()].iter().map(|edit| count(&edit.deleted) + count(&edit.inserted)).sum()
        };
        let mut out: Vec<RangeInclusive<usize>> = Vec::new();
        for hunk in hunks {
            let both = out.last().map(|last| *last.start()..=*hunk.end());
            let close = out.last().zip(both.as_ref()).is_some_and(|(last, both)| {
                let from = self.edits[*last.end()].new.end;
                let between: String = self.new[from..self.edits[*hunk.start()].new.start].iter().collect();
                count(&between) <= APART.max(2 * edited(last).min(edited(&hunk))).min(FAR)
                    && !between.contains(['.', ';', '\n'])
                    && !self.is_apart(*last.end())
                    && self.words(both, Side::Old).max(self.words(both, Side::New)) <= MOST
            });
            match (close, both, out.last_mut()) {
                (true, Some(both), Some(last)) => *last = both,
                _ => out.push(hunk),
            }
        }
        out
    }

    /// "Takes note with appreciation" → "Takes note".
    pub fn with_verb(&self, hunk: &RangeInclusive<usize>, note: Option<String>) -> Part {
        let with = |side: Side| {
            let range = side.of(&self.edits[*hunk.start()]).start..side.of(&self.edits[*hunk.end()]).end;
            let words: String = self.text(side)[range].iter().collect();
            one_line(&format!("{}{words}", self.before(*hunk.start(), CLOSE, side)))
        };
        Part::Changed { old: with(Side::Old), new: with(Side::New), note }
    }

    /// "Expressing grave concern" → "Expressing concern": with the word before and those behind.
    pub fn with_noun(&self, hunk: &RangeInclusive<usize>, note: Option<String>) -> Part {
        let with = |side: Side| {
            let range = side.of(&self.edits[*hunk.start()]).start..side.of(&self.edits[*hunk.end()]).end;
            let words: String = self.text(side)[range].iter().collect();
            let (before, after) = (self.before(*hunk.start(), 1, side), self.after(*hunk.end(), CLOSE, side));
            clause(&format!("{before}{words}{after}"))
        };
        Part::Changed { old: with(Side::Old), new: with(Side::New), note }
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
        if self.is_apart(gap) {
            return false;
        }
        exchanged || (count(&between) <= CLOSE && (words(&edit.deleted) || words(&edit.inserted)))
    }

    /// True where the edit behind this one is no replacement for it, though nothing stands between them: a
    /// clause that was put in where a name was made short.
    fn is_apart(&self, at: usize) -> bool {
        let (Some(this), Some(next)) = (self.edits.get(at), self.edits.get(at + 1)) else { return false };
        this.new.end == next.new.start && this.inserted.is_empty() && next.deleted.is_empty()
    }

    /// True where the edit behind this one follows closely and in the same sentence.
    fn is_near(&self, at: usize) -> bool {
        let (Some(this), Some(next)) = (self.edits.get(at), self.edits.get(at + 1)) else { return false };
        let between: String = self.new[this.new.end..next.new.start].iter().collect();
        count(&between) <= APART && !between.contains(['.', '\n']) && !self.is_apart(at)
    }

    pub fn part(&self, hunk: &RangeInclusive<usize>, context: usize, note: Option<String>) -> Part {
        let (first, last) = (&self.edits[*hunk.start()], &self.edits[*hunk.end()]);
        let edits = &self.edits[hunk.clone()];
        let says_something = |text: &str| text.chars().any(char::is_alphanumeric);
        let signs = !edits.iter().any(|edit| says_something(&edit.deleted) || says_something(&edit.inserted));
        // A full stop that became a comma went nowhere.
        let gone = signs || edits.iter().any(|edit| says_something(&edit.deleted));
        let came = signs || edits.iter().any(|edit| says_something(&edit.inserted));
        let own = |side: Side| -> String {
            self.text(side)[side.of(first).start..side.of(last).end].iter().collect()
        };
        let spot = |side: Side| {
            let before = self.before(*hunk.start(), context, side);
            let after = self.after(*hunk.end(), context, side);
            let rest = &self.text(side)[side.of(last).end..];
            let ends = !rest.iter().any(|c| c.is_alphanumeric());
            match (!says_something(&before), !says_something(&after)) {
                (true, true) if ends => Spot::End,
                (true, true) => Spot::Somewhere,
                (true, false) => Spot::Before(clause(closed(&clause(&after)))),
                (false, true) if ends => Spot::End,
                (false, _) => Spot::After(clause(closed(&clause(&before)))),
            }
        };
        let words = |side: Side| brief(&clause(&own(side)), MOST);
        match (gone, came) {
            (false, true) if edits.len() == 1 => Part::Added { text: words(Side::New), at: spot(Side::New) },
            (true, false) if edits.len() == 1 => {
                Part::Removed { text: words(Side::Old), at: spot(Side::Old) }
            }
            _ => {
                // A quotation begins at the changed word where that says what it is about.
                let says = |side: Side| tokens(&own(side)).iter().any(Token::is_content);
                // A phrase ends at its comma.
                let after = |side: Side| {
                    let after = self.after(*hunk.end(), context, side);
                    let end = after.find([',', '(', '”']).unwrap_or(after.len());
                    after[..end].to_owned()
                };
                // A lone word at the end of its phrase needs what it belongs to.
                let lone = count(&own(Side::Old)) + count(&own(Side::New)) <= LONE
                    && after(Side::New).trim().is_empty();
                let lead = if says(Side::Old) && says(Side::New) && !lone { 0 } else { context };
                let with = |side: Side| {
                    let before = match lead {
                        0 => String::new(),
                        lead => self.before(*hunk.start(), lead, side),
                    };
                    brief(&clause(&format!("{before}{}{}", own(side), after(side))), MOST)
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

/// True for words taken out here that were put in there in other words: one replacement.
pub(super) fn alike(one: &str, other: &str) -> bool {
    /// So much they must have in common.
    const SHARE: f64 = 0.5;
    let (one, other) = (content(one), content(other));
    let shared = one.intersection(&other).count();
    shared >= 2 && shared as f64 >= SHARE * one.len().max(other.len()) as f64
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
