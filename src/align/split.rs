//! One paragraph that became two, or two that became one.
//!
//! ```text
//! OLD  9  A B C D        9 answers to 8; 9 is free and holds what 8 left over of OLD 9
//! NEW  8  A B   9  C D
//! ```

use super::links::Links;
use super::text::{bigrams, shared};
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

#[derive(Debug, Default)]
/// Free units that belong to a link of a neighbour: (link's unit, the free unit), per side.
pub(super) struct Parts {
    /// Units of NEW that are a part of a unit of OLD which has its partner.
    pub split: Vec<(usize, usize)>,
    /// Units of OLD that went into a unit of NEW which has its partner.
    pub merged: Vec<(usize, usize)>,
}

/// Finds splits and merges around the links.
pub(super) fn parts(old: &[Unit], new: &[Unit], links: &Links) -> Parts {
    let split = side(old, new, |j| links.old_of(j));
    let merged = side(new, old, |i| links.new_of(i));
    // A pair is split or merged, not both: what merges keeps off what splits.
    let taken: HashSet<usize> = split.iter().map(|part| part.0).collect();
    let merged = merged.into_iter().filter(|part| links.old_of(part.0).is_none_or(|i| !taken.contains(&i)));
    Parts { merged: merged.collect(), split }
}

/// `whole` units and their possible `pieces`; `partner` leads from a piece to its whole.
fn side(whole: &[Unit], pieces: &[Unit], partner: impl Fn(usize) -> Option<usize>) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (free, unit) in pieces.iter().enumerate() {
        if partner(free).is_some() || unit.class != Class::Prose {
            continue;
        }
        let here = bigrams(&unit.forms.words);
        if here.len() < FEWEST {
            continue;
        }
        // Only beside the partner: a piece that stands elsewhere is left to the facts.
        let beside = [free.checked_sub(1), Some(free + 1).filter(|at| *at < pieces.len())];
        for at in beside.into_iter().flatten() {
            let Some(source) = partner(at) else { continue };
            // A unit's two neighbours come one after the other here, so the last entry tells enough.
            let split_already = out.last().is_some_and(|part| part.0 == source);
            if whole[source].class != Class::Prose || split_already {
                continue;
            }
            let all = bigrams(&whole[source].forms.words);
            let left = without(&all, &bigrams(&pieces[at].forms.words));
            if left.len() < FEWEST {
                continue;
            }
            let contained = shared(&here, &all) as f64 / here.len() as f64;
            let covered = shared(&here, &left) as f64 / left.len() as f64;
            if contained >= CONTAINED && covered >= COVERED {
                out.push((source, free));
                break;
            }
        }
    }
    out
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
