//! Links → [`Pair`]s in reading order, each with its reason.
//!
//! ```text
//! OLD  1 2 3 4      2 went, 4 moved to the front      pairs  4-1  1-2  2-  3-3
//! NEW  4 1 3
//! ```

use super::candidates::{Candidates, Rival};
use super::gap::Context;
use super::links::{Links, Reason};
use super::score::Scorer;
use super::split::Parts;
use super::why::{But, Nearest};
use super::{Pair, why};

/// Everything known of one list of units, body or footnotes.
pub(super) struct Joined<'a> {
    /// Texts.
    pub scorer: Scorer<'a>,
    /// Rivals.
    pub candidates: Candidates,
    /// The links.
    pub links: Links,
    /// Those of the links that kept their order, ascending.
    pub in_order: Vec<(usize, usize)>,
    /// Splits and merges.
    pub parts: Parts,
}

/// A pair with its place in the order of NEW: after the nth node, and which after that.
pub(super) type Placed = ((usize, usize), Pair);

impl Joined<'_> {
    /// The same with OLD and NEW in each other's place.
    pub fn flipped(self) -> Self {
        let mut in_order: Vec<(usize, usize)> = self.in_order.into_iter().map(|(i, j)| (j, i)).collect();
        in_order.sort_unstable();
        Joined {
            scorer: self.scorer.flipped(),
            candidates: self.candidates.flipped(),
            links: self.links.flipped(),
            in_order,
            parts: self.parts.flipped(),
        }
    }

    /// The pairs of this list, not yet in order.
    pub fn pairs(mut self) -> Vec<Placed> {
        let (old, new) = (self.scorer.old, self.scorer.new);
        let context = Context::of(&self.scorer, &self.links);
        let mut split: Vec<Vec<usize>> = vec![Vec::new(); old.len()];
        let mut merged: Vec<Vec<usize>> = vec![Vec::new(); new.len()];
        let mut part_old = vec![false; old.len()];
        let mut part_new = vec![false; new.len()];
        for &(whole, piece) in &self.parts.split {
            split[whole].push(piece);
            part_new[piece] = true;
        }
        for &(whole, piece) in &self.parts.merged {
            merged[whole].push(piece);
            part_old[piece] = true;
        }
        // Who came in somebody's place has not moved, whatever the order of the list.
        let moved = |i: usize| {
            let replaced = self.links.reason(i) == Reason::Replaced;
            !replaced && self.links.new_of(i).is_some_and(|j| self.in_order.binary_search(&(i, j)).is_err())
        };
        let first = new.first().map_or(usize::MAX - 1, |unit| unit.node);
        let mut out: Vec<Placed> = Vec::new();
        let mut last: Option<usize> = None; // the last unit of OLD that has a partner
        let mut last_kept: Option<usize> = None; // the last one that did not move
        for (i, unit) in old.iter().enumerate() {
            let Some(j) = self.links.new_of(i) else {
                if part_old[i] {
                    continue;
                }
                let nearest = self.candidates.rows[i].first().map(|&(j, rank)| Nearest {
                    rank,
                    id: &new[j].id,
                    but: match self.links.old_of(j) {
                        Some(other) => But::Taken(&old[other].id),
                        None if part_new[j] => But::Piece,
                        None => self.apart(&context, i, j, rank),
                    },
                });
                let (why, confidence) = why::alone(nearest, "NEW");
                let pair = Pair { old: vec![unit.node], new: Vec::new(), moved: false, confidence, why };
                // What went stays beside its neighbours that stayed, unless its section moved too.
                let section = unit.heading.is_some_and(moved) || unit.parent.is_some_and(moved);
                let anchor = if section { last } else { last_kept };
                let after = anchor.and_then(|anchor| self.links.new_of(anchor));
                let after = after.map_or(first, |j| new[j].node + 1);
                out.push(((after, i + 1), pair));
                continue;
            };
            last = Some(i);
            if !moved(i) {
                last_kept = Some(i);
            }
            let (mut why, mut confidence) =
                why::pair(&mut self.scorer, &self.candidates, &context, &self.links, (i, j));
            if moved(i) {
                why.push_str(", out of the order of its neighbours");
            }
            let mut pair =
                Pair { old: vec![unit.node], new: vec![new[j].node], moved: moved(i), confidence: 0.0, why };
            let (what, verb, pieces, units) = match split[i].is_empty() {
                false => ("split", ["holds the rest", "hold the rest"], &split[i], new),
                true => ("merged", ["went into it", "went into it"], &merged[j], old),
            };
            if let Some(shortest) = pieces.iter().map(|piece| units[*piece].forms.words.len()).min() {
                let ids: Vec<&str> = pieces.iter().map(|piece| units[*piece].id.as_str()).collect();
                let nodes = pieces.iter().map(|piece| units[*piece].node);
                if what == "split" {
                    pair.new.extend(nodes)
                } else {
                    pair.old.extend(nodes)
                }
                let (possibly, most) = sure(shortest);
                let verb = verb[usize::from(ids.len() > 1)];
                pair.why += &format!(", {possibly}{what}: {} {verb}", ids.join(" and "));
                confidence = confidence.min(most);
            }
            pair.old.sort_unstable();
            pair.new.sort_unstable();
            pair.confidence = confidence;
            out.push(((pair.new[0] + 1, 0), pair));
        }
        for (j, unit) in new.iter().enumerate() {
            if self.links.old_of(j).is_some() || part_new[j] {
                continue;
            }
            let nearest = self.candidates.columns[j].first().map(|&(i, rank)| Nearest {
                rank,
                id: &old[i].id,
                but: match self.links.new_of(i) {
                    Some(other) => But::Taken(&new[other].id),
                    None if part_old[i] => But::Piece,
                    None => self.apart(&context, i, j, rank),
                },
            });
            let (why, confidence) = why::alone(nearest, "OLD");
            let pair = Pair { old: Vec::new(), new: vec![unit.node], moved: false, confidence, why };
            out.push(((unit.node + 1, 0), pair));
        }
        out
    }

    /// What keeps two units apart that are both free.
    fn apart(&self, context: &Context, i: usize, j: usize, rank: f64) -> But<'_> {
        if !context.same_parent(i, j) {
            return But::Elsewhere;
        }
        match self.candidates.rival(i, j) {
            (rival, Some(Rival::Old(other))) if why::narrow(rank - rival) => {
                But::AsLike(&self.scorer.old[other].id, "OLD")
            }
            (rival, Some(Rival::New(other))) if why::narrow(rank - rival) => {
                But::AsLike(&self.scorer.new[other].id, "NEW")
            }
            _ => But::Place,
        }
    }
}

/// A piece of fewer words is a "possible" split only: on short sentences 43 of 100 were right.
const SHORT_PIECE: usize = 12;

/// What is said of a split with a piece of so many words, and how far it is trusted at most.
fn sure(words: usize) -> (&'static str, f64) {
    if words < SHORT_PIECE { ("possibly ", 0.5) } else { ("", 0.8) }
}
