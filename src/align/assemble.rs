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
pub(super) struct Joined<'s, 'a> {
    /// Texts.
    pub scorer: &'s mut Scorer<'a>,
    /// Rivals.
    pub candidates: &'s Candidates,
    /// The links.
    pub links: &'s Links,
    /// Those of the links that kept their order, ascending.
    pub in_order: &'s [(usize, usize)],
    /// Splits and merges.
    pub parts: &'s Parts,
}

/// A pair with its place in the order of NEW: after the nth node, and which after that.
pub(super) type Placed = ((usize, usize), Pair);

impl Joined<'_, '_> {
    /// The pairs of this list, not yet in order.
    pub fn pairs(self) -> Vec<Placed> {
        let (old, new) = (self.scorer.old, self.scorer.new);
        let context = Context::of(self.scorer, self.links);
        let mut split: Vec<Option<usize>> = vec![None; old.len()];
        let mut merged: Vec<Option<usize>> = vec![None; new.len()];
        let mut part_old = vec![false; old.len()];
        let mut part_new = vec![false; new.len()];
        for &(whole, piece) in &self.parts.split {
            split[whole] = Some(piece);
            part_new[piece] = true;
        }
        for &(whole, piece) in &self.parts.merged {
            merged[whole] = Some(piece);
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
                why::pair(self.scorer, self.candidates, &context, self.links, (i, j));
            if moved(i) {
                why.push_str(", out of the order of its neighbours");
            }
            let mut pair =
                Pair { old: vec![unit.node], new: vec![new[j].node], moved: moved(i), confidence: 0.0, why };
            if let Some(piece) = split[i] {
                pair.new.push(new[piece].node);
                let (possibly, most) = sure(new[piece].forms.words.len());
                pair.why += &format!(", {possibly}split: {} holds the rest", new[piece].id);
                confidence = confidence.min(most);
            } else if let Some(piece) = merged[j] {
                pair.old.push(old[piece].node);
                let (possibly, most) = sure(old[piece].forms.words.len());
                pair.why += &format!(", {possibly}merged: {} went into it", old[piece].id);
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
