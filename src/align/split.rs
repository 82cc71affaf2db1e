//! One paragraph that became two, or two that became one.
//!
//! ```text
//! OLD  9  A B C D        9 answers to 8; 9 is free and holds what 8 left over of OLD 9
//! NEW  8  A B   9  C D
//! ```
//!
//! A piece may also have a weak partner of its own, with which it shares a formula and little else.
//! Then it yields: "At the same meeting, the Board adopted the plan" went into the paragraph before
//! it, and what stands in its place, "At the same meeting, the Board asked for a map", is new.

use super::links::{Links, Reason};
use super::score::Scorer;
use super::text::{bigrams, content, shared};
use super::unit::{Class, Unit};
use std::collections::HashSet;

/// How much of the free paragraph the other side must hold. The measured rule lowers this and the
/// next by 0.1 between neighbours; here it stays, because nothing but neighbours is looked at and a
/// wrong split hides an insertion.
const CONTAINED: f64 = 0.6;
/// How much the free paragraph must cover of what the partner leaves over.
const COVERED: f64 = 0.5;
/// Fewer pairs of words are no evidence: short clauses recur.
const FEWEST: usize = 6;

/// Where the sentence was built into another one, its words stay and their neighbours do not: of
/// the longer words so many must be held ...
const WORDS_CONTAINED: f64 = 0.8;
/// ... and cover so much of what the partner leaves over, this many at least.
const WORDS_COVERED: f64 = 0.6;
const FEWEST_WORDS: usize = 3;

/// A pair of lesser likeness yields to a merge or a split.
const WEAK: f64 = 0.5;

/// Free units that belong to a link of a neighbour: (link's unit, the free unit), per side, the free
/// units ascending.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Units of NEW that are a part of a unit of OLD which has its partner.
    pub split: Vec<(usize, usize)>,
    /// Units of OLD that went into a unit of NEW which has its partner.
    pub merged: Vec<(usize, usize)>,
}

impl Parts {
    /// True for a piece of OLD.
    pub fn hold_old(&self, i: usize) -> bool {
        self.merged.binary_search_by_key(&i, |part| part.1).is_ok()
    }

    /// True for a piece of NEW.
    pub fn hold_new(&self, j: usize) -> bool {
        self.split.binary_search_by_key(&j, |part| part.1).is_ok()
    }
}

/// Finds splits and merges around the links. Weak links of what turns out a piece are taken back.
pub(super) fn parts(scorer: &mut Scorer, links: &mut Links) -> Parts {
    let (old, new) = (scorer.old, scorer.new);
    let weak: HashSet<(usize, usize)> = links
        .all()
        .into_iter()
        .filter(|&(i, j)| links.reason(i) != Reason::Filled && scorer.score(i, j).text < WEAK)
        .collect();
    let split = side(old, new, &|j| links.old_of(j), &|j, i| weak.contains(&(i, j)));
    let yielding: Vec<usize> = split.iter().filter_map(|part| links.old_of(part.1)).collect();
    yielding.into_iter().for_each(|i| links.part(i));
    // A pair is split or merged, not both: what merges keeps off what splits.
    let taken: HashSet<usize> = split.iter().map(|part| part.0).collect();
    let mut merged = side(new, old, &|i| links.new_of(i), &|i, j| weak.contains(&(i, j)));
    merged.retain(|part| {
        let splits = |i: usize| taken.contains(&i);
        !splits(part.1) && links.old_of(part.0).is_none_or(|i| !splits(i))
    });
    merged.iter().for_each(|part| links.part(part.1));
    Parts { merged, split }
}

/// `whole` units and their possible `pieces`; `partner` leads from a piece to its whole, and `weak`
/// says of a piece and its own partner that they may part.
fn side(
    whole: &[Unit],
    pieces: &[Unit],
    partner: &dyn Fn(usize) -> Option<usize>,
    weak: &dyn Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<usize> = None; // the piece before, if it was found to be one
    for (free, unit) in pieces.iter().enumerate() {
        let own = partner(free);
        if unit.class != Class::Prose || own.is_some_and(|own| !weak(free, own)) {
            continue;
        }
        // What another piece was just found to belong to keeps its partner.
        if own.is_some() && out.last().is_some_and(|part| Some(part.0) == own) {
            continue;
        }
        // Only beside the partner: a piece that stands elsewhere is left to the facts.
        let before = free.checked_sub(1).filter(|at| last != Some(*at));
        let beside = [before, Some(free + 1).filter(|at| *at < pieces.len())];
        for at in beside.into_iter().flatten() {
            let Some(source) = partner(at) else { continue };
            // A unit's two neighbours come one after the other here, so the last entry tells enough.
            let split_already = out.last().is_some_and(|part| part.0 == source);
            if whole[source].class != Class::Prose || split_already {
                continue;
            }
            let here = content(&unit.forms.words);
            let held = |at: usize| shared(&here, &content(&whole[at].forms.words));
            let more = own.is_none_or(|own| held(source) > held(own));
            if more && is_piece(&whole[source], &pieces[at], unit) {
                out.push((source, free));
                last = Some(free);
                break;
            }
        }
    }
    out
}

/// True where `piece` is held by `whole` and covers what `other`, the partner of `whole`, leaves over.
fn is_piece(whole: &Unit, other: &Unit, piece: &Unit) -> bool {
    let units = [whole, piece, other];
    let [all, here, there] = units.map(|unit| bigrams(&unit.forms.words));
    let left = without(&all, &there);
    let enough = here.len() >= FEWEST && left.len() >= FEWEST;
    if enough && share(&here, &all) >= CONTAINED && share(&left, &here) >= COVERED {
        return true;
    }
    let [all, here, there] = units.map(|unit| content(&unit.forms.words));
    let left = without(&all, &there);
    let enough = here.len() >= FEWEST && shared(&here, &left) >= FEWEST_WORDS;
    let beside = piece.parent == other.parent;
    enough && beside && share(&here, &all) >= WORDS_CONTAINED && share(&left, &here) >= WORDS_COVERED
}
/// How much of a list another one holds.
fn share(of: &[u64], held_by: &[u64]) -> f64 {
    shared(of, held_by) as f64 / of.len().max(1) as f64
}

/// What a sorted list with repetition holds beyond another.
fn without(a: &[u64], b: &[u64]) -> Vec<u64> {
    let mut at = 0;
    let mut out = Vec::new();
    for item in a {
        while at < b.len() && b[at] < *item {
            at += 1;
        }
        if at < b.len() && b[at] == *item {
            at += 1;
        } else {
            out.push(*item);
        }
    }
    out
}
