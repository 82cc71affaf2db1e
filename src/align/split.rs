//! One paragraph that became several, or several that became one.
//!
//! ```text
//! OLD  9  A B C D        9 answers to 8; 9 is free and says, in order, what 8 left over of OLD 9
//! NEW  8  A B   9  C D
//! ```
//!
//! A piece may also have a weak partner of its own, with which it shares a formula and little else.
//! Then it yields: "At the same meeting, the Board adopted the plan" went into the paragraph before
//! it, and what stands in its place, "At the same meeting, the Board asked for a map", is new.

use super::links::{Links, Reason};
use super::passage::{Passage, Rarity};
use super::score::Scorer;
use super::unit::{Class, Unit};
use super::vector::{content, shared};
use std::collections::HashSet;

/// How much of the free paragraph the other side must hold, in order, in what the other pieces leave
/// over. Words weigh by their rarity, so that formulas that everything shares are no evidence. A piece
/// with three words in ten edited keeps more than half.
const HELD: f64 = 0.5;
/// The same where other free paragraphs stand between: a clause recurs further off by chance.
const HELD_APART: f64 = 0.7;
/// The fewest words so held.
const FEWEST: usize = 5;
/// How many free paragraphs on either side are looked at.
const REACH: usize = 3;
/// What shares fewer of its longer words is not looked at.
const FAINT: f64 = 0.35;

/// Where a short sentence was built into another one, its words stay and their order does not: of the
/// longer words so many must be held, ...
const WORDS_HELD: f64 = 0.8;
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
    /// The same with OLD and NEW in each other's place.
    pub fn flipped(self) -> Self {
        Parts { split: self.merged, merged: self.split }
    }

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
    let rarity = Rarity::of([old, new]);
    let all = links.all();
    let weak: HashSet<(usize, usize)> = all
        .iter()
        .copied()
        .filter(|&(i, j)| links.reason(i) != Reason::Filled && scorer.score(i, j).text < WEAK)
        .collect();
    let side = |wholes,
                pieces,
                mains: &[(usize, usize)],
                partner: &dyn Fn(usize) -> Option<usize>,
                weak: &dyn Fn(usize, usize) -> bool| {
        Side { wholes, pieces, rarity: &rarity, partner, weak }.parts(mains)
    };
    let split = side(old, new, &all, &|j| links.old_of(j), &|j, i| weak.contains(&(i, j)));
    let yielding: Vec<usize> = split.iter().filter_map(|part| links.old_of(part.1)).collect();
    yielding.into_iter().for_each(|i| links.part(i));
    // A pair is split or merged, not both: what merges keeps off what splits.
    let taken: HashSet<usize> = split.iter().map(|part| part.0).collect();
    let mut back: Vec<(usize, usize)> = links.all().into_iter().map(|(i, j)| (j, i)).collect();
    back.retain(|main| !taken.contains(&main.1));
    let mut merged = side(new, old, &back, &|i| links.new_of(i), &|i, j| weak.contains(&(i, j)));
    merged.retain(|part| !taken.contains(&part.1));
    merged.iter().for_each(|part| links.part(part.1));
    Parts { merged, split }
}

/// Wholes on one side, their possible pieces on the other.
struct Side<'a> {
    wholes: &'a [Unit],
    pieces: &'a [Unit],
    rarity: &'a Rarity,
    /// Leads from a piece to its partner.
    partner: &'a dyn Fn(usize) -> Option<usize>,
    /// True of a piece and its own partner that may part.
    weak: &'a dyn Fn(usize, usize) -> bool,
}

/// A free unit beside a link, held by the link's unit.
struct Claim {
    held: f64,
    whole: usize,
    /// The partner of the whole.
    main: usize,
    piece: usize,
}

impl Side<'_> {
    /// The pieces of all wholes, each with the one that holds most of it.
    fn parts(&self, mains: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let mut claims: Vec<Claim> = Vec::new();
        for &(whole, main) in mains {
            self.claims(whole, main, &mut claims);
        }
        claims.sort_by(|a, b| b.held.total_cmp(&a.held).then((a.piece, a.main).cmp(&(b.piece, b.main))));
        let (mut pieces, mut whole): (HashSet<usize>, HashSet<usize>) = Default::default();
        let mut out: Vec<(usize, usize)> = Vec::new();
        for claim in claims {
            if !pieces.contains(&claim.main) && !whole.contains(&claim.piece) && pieces.insert(claim.piece) {
                whole.insert(claim.main);
                out.push((claim.whole, claim.piece));
            }
        }
        out.sort_unstable_by_key(|part| part.1);
        out
    }

    /// What stands beside the partner of a whole and is held by the whole: elsewhere it is left to the
    /// facts.
    fn claims(&self, whole: usize, main: usize, claims: &mut Vec<Claim>) {
        if self.wholes[whole].class != Class::Prose {
            return;
        }
        let may_be = |at: usize| {
            let own = (self.partner)(at);
            self.pieces[at].class == Class::Prose && own.is_none_or(|own| (self.weak)(at, own))
        };
        let beside = [main.checked_sub(1), Some(main + 1).filter(|at| *at < self.pieces.len())];
        if !beside.into_iter().flatten().any(may_be) {
            return;
        }
        let mut passage = Passage::new(&self.wholes[whole], self.rarity);
        passage.take(&self.pieces[main]);
        let all = content(&self.wholes[whole].forms.words);
        let backwards = (0..main).rev().take(REACH).take_while(|at| may_be(*at));
        let forwards = (main + 1..self.pieces.len()).take(REACH).take_while(|at| may_be(*at));
        let mut near: Vec<usize> = backwards.chain(forwards).collect();
        near.retain(|at| {
            let here = content(&self.pieces[*at].forms.words);
            let held = shared(&here, &all);
            let own = (self.partner)(*at).map(|own| shared(&here, &content(&self.wholes[own].forms.words)));
            held as f64 >= FAINT * here.len() as f64 && own.is_none_or(|own| held > own)
        });
        // The surest first: what it takes is no longer there for the others.
        let mut found = vec![main];
        while let Some((held, at)) = self.surest(&passage, &near, &found) {
            passage.take(&self.pieces[at]);
            near.retain(|other| *other != at);
            found.push(at);
            claims.push(Claim { held, whole, main, piece: at });
        }
        if let ([main], false) = (&found[..], near.is_empty()) {
            let beside = near.iter().filter(|at| at.abs_diff(*main) == 1);
            let built_in =
                beside.copied().find(|at| is_built_in(&all, &self.pieces[*main], &self.pieces[*at]));
            claims.extend(built_in.map(|piece| Claim { held: HELD, whole, main: *main, piece }));
        }
    }

    /// Which of the near ones is held most, if any is held.
    fn surest(&self, passage: &Passage, near: &[usize], found: &[usize]) -> Option<(f64, usize)> {
        let mut best: Option<(f64, usize)> = None;
        for &at in near {
            let held = passage.holds(&self.pieces[at]);
            let beside = found.iter().any(|other| other.abs_diff(at) == 1);
            let enough = held.words >= FEWEST && held.share >= if beside { HELD } else { HELD_APART };
            if enough && best.is_none_or(|best| held.share > best.0) {
                best = Some((held.share, at));
            }
        }
        best
    }
}

/// True where the longer words of a piece are held by the whole, and are what the partner of the whole
/// leaves over.
fn is_built_in(whole: &[u64], partner: &Unit, piece: &Unit) -> bool {
    let [here, there] = [piece, partner].map(|unit| content(&unit.forms.words));
    let left = without(whole, &there);
    piece.parent == partner.parent
        && shared(&here, &left) >= FEWEST_WORDS
        && share(&here, whole) >= WORDS_HELD
        && share(&left, &here) >= WORDS_COVERED
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
