//! A name that is written out here and cut short there: "the 2030 Agenda" and "the 2030 Agenda for
//! Sustainable Development", "the Council" and "the Human Rights Council".
//!
//! A short name means the long one only where nothing else can be meant: its first words say enough
//! and go on in one way only, or the body was the last of its kind to be named.

use super::joined::Joined;
use super::tokens::tokens;
use super::words::Edit;
use crate::mentions::Annotated;
use crate::report::NodeKind;
use crate::terms::english::names::{HEADS, JOINS, LINKS, PLACED};
use crate::terms::state;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The longest name that is looked up, in words.
const LONGEST: usize = 12;

/// A word with its place, or a mark that ends a name.
#[derive(Debug, Clone)]
struct Word {
    /// Characters of the node before it.
    at: usize,
    /// As printed; empty for a mark.
    text: String,
}

impl Word {
    /// True for a word that can be the chief part of a name: a capital or a figure.
    fn is_chief(&self) -> bool {
        self.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }

    fn is(&self, list: &[&str]) -> bool {
        list.contains(&self.text.to_lowercase().as_str())
    }
}

/// The words of a text. Dashes and hyphens join, other marks part.
fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut at = 0;
    for token in tokens(text) {
        at += token.lead.chars().count();
        let dash = matches!(token.text, "-" | "‑" | "–" | "‐");
        if !dash && !token.text.is_empty() {
            let word = if token.is_word() { token.text.to_owned() } else { String::new() };
            out.push(Word { at, text: word });
        }
        at += token.text.chars().count();
    }
    out
}

/// Where a body was named in full, and how: its node, the characters before it, its name.
type Naming = (usize, usize, String);

/// The names of both versions.
pub(crate) struct Names<'a> {
    sides: [&'a Annotated; 2],
    /// How often these words stand in both versions together.
    often: HashMap<u64, u32>,
    /// How a name goes on, by its words; `None` where it goes on in several ways.
    onward: HashMap<u64, Option<u64>>,
    /// By side and kind of body: where a body was named in full.
    named: [HashMap<&'static str, Vec<Naming>>; 2],
    index: [HashMap<&'a str, usize>; 2],
}

fn hash<'w>(words: impl IntoIterator<Item = &'w Word>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for word in words {
        word.text.to_lowercase().hash(&mut hasher);
    }
    hasher.finish()
}

impl<'a> Names<'a> {
    /// Looks through both versions once.
    pub fn new(old: &'a Annotated, new: &'a Annotated) -> Names<'a> {
        let sides = [old, new];
        let index = sides.map(|side| {
            side.report.nodes.iter().enumerate().rev().map(|(at, n)| (n.id.as_str(), at)).collect()
        });
        let mut names =
            Names { sides, often: HashMap::new(), onward: HashMap::new(), named: Default::default(), index };
        for (side, annotated) in sides.into_iter().enumerate() {
            for (node, text) in annotated.report.nodes.iter().map(|node| &node.text).enumerate() {
                let words = words(text);
                for first in 0..words.len() {
                    if words[first].is_chief() {
                        names.note(&words, first);
                        names.note_body(&words, first, side, node);
                    }
                }
            }
        }
        names
    }

    /// Notes all that may be a name from this word on.
    fn note(&mut self, words: &[Word], first: usize) {
        let mut hasher = DefaultHasher::new();
        for (last, word) in words.iter().enumerate().skip(first).take(LONGEST) {
            if word.text.is_empty() {
                return;
            }
            word.text.to_lowercase().hash(&mut hasher);
            if !word.is_chief() {
                continue;
            }
            let name = hasher.clone().finish();
            *self.often.entry(name).or_default() += 1;
            if let Some(end) = goes_on(words, last + 1) {
                let next = hash(&words[last + 1..=end]);
                let known = self.onward.entry(name).or_insert(Some(next));
                if *known != Some(next) {
                    *known = None;
                }
            }
        }
    }

    /// Notes the body that is named here in full.
    fn note_body(&mut self, words: &[Word], at: usize, side: usize, node: usize) {
        let word = words[at].text.to_lowercase();
        let Some(head) = HEADS.iter().find(|head| **head == word) else { return };
        let full = full_name(words, at);
        if full.contains(' ') {
            self.named[side].entry(head).or_default().push((node, words[at].at, full));
        }
    }

    /// True where an edit does nothing but write a name out or cut it short.
    pub fn is_same(&self, edit: &Edit, [old, new]: [&Joined; 2]) -> bool {
        let (gone, come) = (edit.deleted.trim(), edit.inserted.trim());
        // What has the long name, what the short one.
        let (side, long, range, short, place) = match (gone.is_empty(), come.is_empty()) {
            (true, false) => (1, new, &edit.new, old, edit.old.start),
            (false, true) => (0, old, &edit.old, new, edit.new.start),
            _ => return false,
        };
        // A name is short; a window round it is enough.
        const ROUND: usize = 160;
        if range.len() > 2 * ROUND {
            return false;
        }
        let begin = range.start.saturating_sub(ROUND);
        let text = long.cut(begin..range.end + ROUND);
        let words = words(&text);
        let is_in = |word: &Word| range.contains(&(begin + word.at));
        let Some(first) = words.iter().position(|word| is_in(word) && !word.text.is_empty()) else {
            return false;
        };
        let count = words[first..].iter().take_while(|word| is_in(word)).count();
        let mut end = first + count;
        while end > first && words[end - 1].text.is_empty() {
            end -= 1;
        }
        // Marks inside the edit belong to it only round the name of a State and in a title.
        is_currency(&words, first, end)
            || is_country(&words, first, end)
            || (!text_has_marks(&edit.deleted, &edit.inserted) || is_titled(&words, first))
                && (self.is_longer(&words, first, end)
                    || self.is_last_named(&words, first, end, 1 - side, short.place_at(place)))
    }

    /// "the 2030 Agenda" + "for Sustainable Development".
    fn is_longer(&self, words: &[Word], first: usize, end: usize) -> bool {
        if goes_on(words, first).is_none() {
            return false;
        }
        let from = begins(words, first);
        let (short, extra) = (&words[from..first], &words[first..end]);
        let dated = short.first().is_some_and(|word| is_year(&word.text));
        if short.len() < 2 {
            return false;
        }
        let only = |name: &[Word]| self.onward.get(&hash(name)).is_some_and(Option::is_some);
        let is_name = extra.iter().all(|word| word.is_chief() || word.is(LINKS) || word.is(JOINS))
            && extra.last().is_some_and(Word::is_chief);
        let twice = || self.often.get(&hash(&words[from..end])).is_some_and(|times| *times > 1);
        only(short) && (is_name && twice() || dated && (is_name || is_titled(words, first)))
    }

    /// "the" + "Human Rights" + "Council", where no other council was named since.
    fn is_last_named(
        &self,
        words: &[Word],
        first: usize,
        end: usize,
        side: usize,
        (id, at): (&str, usize),
    ) -> bool {
        let extra = &words[first..end];
        let article = |at: usize| at.checked_sub(1).is_some_and(|at| words[at].is(&["the", "its", "this"]));
        let is_head = |at: usize| words.get(at).is_some_and(|word| word.is_chief() && word.is(HEADS));
        let before =
            extra.iter().all(|word| word.is_chief() || word.is(&["and"])) && is_head(end) && article(first);
        let after = first > 0
            && is_head(first - 1)
            && article(first - 1)
            && goes_on(words, first).is_some()
            && extra.iter().all(|word| word.is_chief() || word.is(LINKS) || word.is(JOINS));
        let (head, name) = match (before, after) {
            (true, _) => (end, &words[first..=end]),
            (_, true) => (first - 1, &words[first - 1..end]),
            _ => return false,
        };
        let name: Vec<String> = name.iter().map(|word| word.text.to_lowercase()).collect();
        let name = name.join(" ");
        let holds = |text: &str| is_within(&name, text);
        let head = words[head].text.to_lowercase();
        let node = self.index[side].get(id).copied().unwrap_or_default();
        let named = self.named[side].get(head.as_str()).map_or(&[][..], Vec::as_slice);
        let before = named.partition_point(|(other, place, _)| (*other, *place) < (node, at));
        match before.checked_sub(1).and_then(|last| named.get(last)) {
            Some((.., full)) => holds(full),
            // The body that the document is of, or the only one of its kind: its first mention spelled out.
            None if self.is_only(&head, &name) => true,
            None => self.sides.iter().any(|side| {
                let masthead = &side.report.masthead;
                [&masthead.body, &masthead.title]
                    .into_iter()
                    .flatten()
                    .any(|text| holds(&text.to_lowercase()))
            }),
        }
    }
}

impl Names<'_> {
    /// True where the text of both versions (not the notes) names no other body of this kind.
    fn is_only(&self, head: &str, name: &str) -> bool {
        self.named.iter().zip(self.sides).all(|(named, side)| {
            let in_text =
                |node: usize| side.report.nodes.get(node).is_some_and(|node| node.kind != NodeKind::Footnote);
            let named = named.get(head).map_or(&[][..], Vec::as_slice);
            named.iter().filter(|(node, ..)| in_text(*node)).all(|(.., full)| is_within(name, full))
        })
    }
}

/// True if these words stand in a text; both in lower case.
fn is_within(words: &str, text: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

/// Where a name that goes on from here has its next chief word: "of", "on the", … and a capital.
fn goes_on(words: &[Word], from: usize) -> Option<usize> {
    words.get(from).filter(|word| word.is(LINKS))?;
    let next = from + 1 + usize::from(words.get(from + 1).is_some_and(|word| word.is(&["the"])));
    words.get(next).filter(|word| word.text.starts_with(char::is_uppercase)).map(|_| next)
}

/// Where the run of chief words that ends before this one begins.
fn begins(words: &[Word], end: usize) -> usize {
    words[..end].iter().rposition(|word| !word.is_chief()).map_or(0, |at| at + 1)
}

/// The name round the word that says what kind of body it is, in lower case.
fn full_name(words: &[Word], head: usize) -> String {
    let mut first = begins(words, head);
    // "Economic and Social Council".
    if first > 1 && first < head && words[first - 1].is(&["and"]) && words[first - 2].is_chief() {
        first = begins(words, first - 1);
    }
    let mut last = head;
    while last < head + LONGEST {
        let next = goes_on(words, last + 1)
            .or_else(|| Some(last + 1).filter(|at| words.get(*at).is_some_and(|w| w.is_chief())))
            .or_else(|| {
                let joined = last > head && words.get(last + 1).is_some_and(|word| word.is(&["and"]));
                Some(last + 2).filter(|at| joined && words.get(*at).is_some_and(|w| w.is_chief()))
            });
        let Some(next) = next else { break };
        last = next;
    }
    let from = first.max(head.saturating_sub(LONGEST));
    let name: Vec<String> = words[from..=last].iter().map(|word| word.text.to_lowercase()).collect();
    name.join(" ")
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with(['1', '2']) && text.chars().all(|c| c.is_ascii_digit())
}

/// "to Accelerate the Implementation of …": the full title of a conference begins with capitals.
fn is_titled(words: &[Word], first: usize) -> bool {
    let from = begins(words, first);
    goes_on(words, first).is_some()
        && words.get(from).is_some_and(|word| is_year(&word.text))
        && from + 1 < first
}

fn text_has_marks(deleted: &str, inserted: &str) -> bool {
    let marks =
        |text: &str| text.trim().chars().any(|c| matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '“' | '”'));
    marks(deleted) || marks(inserted)
}

/// "4 trillion" + "United States" + "dollars".
fn is_currency(words: &[Word], first: usize, end: usize) -> bool {
    let extra: Vec<String> = words[first..end].iter().map(|word| word.text.to_lowercase()).collect();
    extra == ["united", "states"] && words.get(end).is_some_and(|word| word.is(&["dollar", "dollars"]))
}

/// "in Nice" + ", France,": the State of a town.
fn is_country(words: &[Word], first: usize, end: usize) -> bool {
    let name: Vec<&str> = words[first..end].iter().map(|word| word.text.as_str()).collect();
    let is_mark = |at: Option<&Word>| at.is_some_and(|word| word.text.is_empty());
    let state = |words: &str| state::is_name(&words.chars().collect::<Vec<char>>());
    if first < 2 || !is_mark(words.get(first - 1)) || !state(&name.join(" ")) {
        return false;
    }
    let town = begins(words, first - 1);
    let place: Vec<&str> = words[town..first - 1].iter().map(|word| word.text.as_str()).collect();
    let listed = words.get(end).is_some_and(|word| word.is(&["and", "or"]))
        || words
            .get(end + 1)
            .is_some_and(|word| is_mark(words.get(end)) && (word.is(&["and", "or"]) || word.is_chief()));
    !place.is_empty() && !listed && !state(&place.join(" ")) && town > 0 && words[town - 1].is(PLACED)
}
