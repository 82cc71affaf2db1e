//! A clause that went from one pair into another and was edited on its way.
//!
//! Words of a body turn up everywhere in its reports, so a clause is known again by a run of words that
//! stands once in OLD, where it was taken out, and once in NEW, where it was put in.

use super::moves::is_wording;
use super::sense::stem;
use super::tokens::tokens;
use super::words::{Edit, edits};
use super::{Change, ChangeOp, ComparedPair, WordOp};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many words of content in a row, no more between them than empty words.
const RUN: usize = 6;

/// Share of what was taken out that must be found again for the whole of it to have moved.
const MOST: f64 = 0.4;

/// The rule of a clause that moved and was edited.
pub(crate) const EDITED: &str = "clause-moved-edited";

/// What the notes begin with that name the other end of a clause of which a part was carried over.
pub(crate) const PART_IN: &str = "in part in ";
/// The same, seen from the new place.
pub(crate) const PART_FROM: &str = "in part from ";

/// An edit of a pair.
type Place = (usize, usize);

/// Links the clauses that were carried over from one pair to another with edits.
pub(crate) fn link(pairs: &mut [ComparedPair]) {
    let mut gone: HashMap<u64, Vec<Place>> = HashMap::new();
    let mut come: HashMap<u64, Vec<Place>> = HashMap::new();
    let all: Vec<Vec<Edit>> =
        pairs.iter().map(|pair| if is_prose(pair) { edits(&pair.words) } else { Vec::new() }).collect();
    for (at, edits) in all.iter().enumerate() {
        for (which, edit) in edits.iter().enumerate() {
            for (words, map) in [(&edit.deleted, &mut gone), (&edit.inserted, &mut come)] {
                runs(words).into_iter().for_each(|run| map.entry(run).or_default().push((at, which)));
            }
        }
    }
    let elsewhere =
        |(run, from): (&u64, &Vec<Place>)| match (from.as_slice(), come.get(run).map(Vec::as_slice)) {
            ([from], Some([to])) if from.0 != to.0 => Some((*run, *from, *to)),
            _ => None,
        };
    let mut found: Vec<(u64, Place, Place)> = gone.iter().filter_map(elsewhere).collect();
    if found.is_empty() {
        return;
    }
    let asked: HashSet<u64> = found.iter().map(|(run, ..)| *run).collect();
    let times = [WordOp::Insert, WordOp::Delete].map(|other| times(pairs, other, &asked));
    found.retain(|(run, ..)| times.iter().all(|times| times.get(run) == Some(&1)));
    let mut links: HashMap<(Place, Place), usize> = HashMap::new();
    found.iter().for_each(|(_, from, to)| *links.entry((*from, *to)).or_default() += 1);
    let mut links: Vec<((Place, Place), usize)> = links.into_iter().collect();
    // The longest first; of equals the first.
    links.sort_by_key(|(ends, count)| (std::cmp::Reverse(*count), *ends));
    let mut told: [HashSet<Place>; 2] = Default::default();
    for ((from, to), count) in links {
        if told[0].insert(from) && told[1].insert(to) {
            tell(pairs, [from, to], [&all[from.0][from.1], &all[to.0][to.1]], count);
        }
    }
}

/// Tells both ends of one clause.
fn tell(pairs: &mut [ComparedPair], [from, to]: [Place; 2], [went, came]: [&Edit; 2], runs: usize) {
    // What a fact explains is left out of a change, but not most of it.
    let is_of = |change: &Change, is_old: bool, words: &str| {
        let end = if is_old { &change.old } else { &change.new };
        let moved = is_old && change.rule == "clause-moved";
        let is_most = |text: &str| words.contains(text) && text.len() * 2 >= words.trim().len();
        (is_wording(change) || moved) && end.as_ref().is_some_and(|end| is_most(&end.text))
    };
    let old = pairs[from.0].changes.iter().position(|change| is_of(change, true, &went.deleted));
    let new = pairs[to.0].changes.iter().position(|change| is_of(change, false, &came.inserted));
    let (Some(old), Some(new)) = (old, new) else { return };
    let is_whole = pairs[from.0].new.is_empty();
    let (start, end) = (pairs[from.0].changes[old].old.clone(), pairs[to.0].changes[new].new.clone());
    let (Some(start), Some(end)) = (start, end) else { return };
    let all = content(&went.deleted).len().max(1);
    let change = &mut pairs[from.0].changes[old];
    if change.op == ChangeOp::Moved {
        // Known already, word for word.
    } else if !is_whole && (runs + RUN - 1) as f64 >= MOST * all as f64 {
        change.note = Some("edited".to_owned());
        (change.op, change.rule, change.new) = (ChangeOp::Moved, EDITED, Some(end));
    } else if change.kind == "wording" && change.note.is_none() {
        change.note = Some(format!("{PART_IN}{}", end.id));
    }
    let change = &mut pairs[to.0].changes[new];
    if change.kind == "wording" && change.note.is_none() {
        change.note = Some(format!("{PART_FROM}{}", start.id));
    }
}

/// How often each of these runs stands in the texts of one side.
fn times(pairs: &[ComparedPair], other: WordOp, asked: &HashSet<u64>) -> HashMap<u64, usize> {
    let mut out = HashMap::new();
    for pair in pairs {
        let words = pair.words.iter().filter(|word| word.op != other);
        let text: String = words.map(|word| word.text.as_str()).collect();
        for run in runs(&text).into_iter().filter(|run| asked.contains(run)) {
            *out.entry(run).or_default() += 1;
        }
    }
    out
}

/// Footnotes, tables and headings hold the same words by their nature.
fn is_prose(pair: &ComparedPair) -> bool {
    let is_prose = |id: &String| {
        let last = id.rsplit('.').next().unwrap_or(id);
        !last.starts_with("fn") && !last.starts_with('r') && !last.starts_with('h') && !last.starts_with('t')
    };
    pair.old.iter().chain(&pair.new).all(is_prose)
}

/// The runs of words of content of a text, each as one number.
fn runs(text: &str) -> Vec<u64> {
    content(text).windows(RUN).map(number).collect()
}

/// The words of content of a text, in their order, each as one number.
fn content(text: &str) -> Vec<u64> {
    tokens(text).iter().filter(|token| token.is_content()).map(|token| number(&stem(token.text))).collect()
}

fn number<T: Hash + ?Sized>(thing: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}
