//! Between anchors: a banded search for the best pairs that keep the order, with what the place says.
//!
//! ```text
//! OLD  a . . . b        cells: every candidate inside the gap, and a band along its diagonal
//! NEW  a . . . . b      weight: words + number shift + heading; the heaviest chain wins
//! ```

use super::candidates::Candidates;
use super::chain::{Cell, heaviest};
use super::links::{Links, Reason};
use super::score::Scorer;
use super::unit::{Class, Unit};
use crate::report::NodeKind;
use std::collections::HashMap;

/// A number that fits the local shift; off by one it says less, otherwise it speaks against.
/// Small: on development pairs numbers added 0.2 points at most, and number alone was wrong in
/// six of seven paragraphs once something was inserted.
const NUMBER: f64 = 0.06;
/// The same heading above.
const HEADING: f64 = 0.03;
/// The same paragraph around two items; another one speaks against.
const PARENT: f64 = 0.05;
/// Pairs below this are no pairs.
const ACCEPT: f64 = 0.42;
/// What a pair must bring beyond leaving both units alone: half of what it takes to be accepted.
const ALONE: f64 = ACCEPT / 2.0;
/// Half the width of the band.
const BAND: usize = 12;

/// What the place of two units says, beyond their words.
pub(super) struct Context<'a> {
    old: &'a [Unit],
    new: &'a [Unit],
    links: Links,
    /// The shift of numbers at the last and the next link in the same scope, for each unit of OLD.
    shifts: Vec<[Option<i64>; 2]>,
}

impl<'a> Context<'a> {
    /// Takes down what the links say about places.
    pub fn of(scorer: &Scorer<'a>, links: &Links) -> Self {
        let (old, new) = (scorer.old, scorer.new);
        let mut shifts = vec![[None; 2]; old.len()];
        let mut last: HashMap<(u64, &str), i64> = HashMap::new();
        for forwards in [true, false] {
            last.clear();
            for step in 0..old.len() {
                let i = if forwards { step } else { old.len() - 1 - step };
                let Some(scope) = old[i].scope else { continue };
                let scope = (scope, old[i].part.as_str());
                shifts[i][usize::from(!forwards)] = last.get(&scope).copied();
                if let Some(j) = links.new_of(i)
                    && let (Some(a), Some(b)) = (old[i].number, new[j].number)
                    && old[i].kind == new[j].kind
                {
                    last.insert(scope, b - a);
                }
            }
        }
        Context { old, new, links: links.clone(), shifts }
    }

    /// The shift of a pair's numbers, where both count in a scope.
    pub fn shift(&self, i: usize, j: usize) -> Option<i64> {
        let (a, b) = (&self.old[i], &self.new[j]);
        a.scope.and(b.scope)?;
        Some(b.number? - a.number?)
    }

    /// 1 where the number fits the shift, 0.3 off by one, -0.5 otherwise, 0 where one is missing.
    pub fn number(&self, i: usize, j: usize) -> f64 {
        let (a, b) = (&self.old[i], &self.new[j]);
        let (Some(from), Some(to)) = (a.number, b.number) else { return 0.0 };
        if a.scope.is_none() || a.kind != b.kind {
            return 0.0;
        }
        let [last, next] = self.shifts[i];
        let near = [last, next, if last.or(next).is_none() { Some(0) } else { None }];
        let off = near.iter().flatten().map(|shift| (to - from - shift).abs()).min();
        match off {
            Some(0) => 1.0,
            Some(1) => 0.3,
            _ => -0.5,
        }
    }

    /// True where the shift lies between those of the last and the next link: something came or went
    /// on either side.
    pub fn between(&self, i: usize, shift: i64) -> bool {
        match self.shifts[i] {
            [Some(last), Some(next)] => (last.min(next)..=last.max(next)).contains(&shift),
            _ => true,
        }
    }

    /// True where both stand under headings that answer to one another, or under none.
    pub fn same_heading(&self, i: usize, j: usize) -> bool {
        self.links.agree(self.old[i].heading, self.new[j].heading)
    }

    /// True where what holds the one answers to what holds the other.
    pub fn same_parent(&self, i: usize, j: usize) -> bool {
        self.links.agree(self.old[i].parent, self.new[j].parent)
    }

    /// What the place adds to the words.
    pub fn bonus(&self, i: usize, j: usize) -> f64 {
        let mut sum = NUMBER * self.number(i, j);
        if self.same_heading(i, j) {
            sum += HEADING;
        }
        if self.old[i].scope.is_some_and(|scope| scope > 0) {
            sum += if self.same_parent(i, j) { PARENT } else { -PARENT };
        }
        sum
    }
}

/// A stretch between two links of the chain: what is still free in it.
pub(super) struct Gap {
    /// Free units of OLD, in order.
    pub old: Vec<usize>,
    /// Free units of NEW, in order.
    pub new: Vec<usize>,
}

/// The gaps between the links of a chain, those with something free on both sides.
pub(super) fn gaps(chain: &[(usize, usize)], links: &Links, old: usize, new: usize) -> Vec<Gap> {
    let mut out = Vec::new();
    let mut from = (0, 0);
    for &(i, j) in chain.iter().chain([&(old, new)]) {
        let gap = Gap {
            old: (from.0..i).filter(|i| links.new_of(*i).is_none()).collect(),
            new: (from.1..j).filter(|j| links.old_of(*j).is_none()).collect(),
        };
        if !gap.old.is_empty() && !gap.new.is_empty() {
            out.push(gap);
        }
        from = (i + 1, j + 1);
    }
    out
}

/// The gaps that follow what moved, with what it holds: the items of a moved paragraph and the
/// paragraphs of a moved section come with it. Whatever else stands there has not moved.
pub(super) fn gaps_behind_moved(scorer: &Scorer, chain: &[(usize, usize)], links: &Links) -> Vec<Gap> {
    let (old, new) = (scorer.old, scorer.new);
    let moved = |i: usize| links.new_of(i).is_some_and(|j| chain.binary_search(&(i, j)).is_err());
    let mut out = Vec::new();
    for (i, j) in links.all() {
        if !moved(i) {
            continue;
        }
        let free = (i + 1..old.len()).take_while(|i| links.new_of(*i).is_none());
        let gap = Gap {
            old: free.filter(|i| old[*i].parent.is_some_and(moved)).collect(),
            new: (j + 1..new.len()).take_while(|j| links.old_of(*j).is_none()).collect(),
        };
        if !gap.old.is_empty() && !gap.new.is_empty() {
            out.push(gap);
        }
    }
    out
}

/// Joins what is free in the gaps, in order. No unit may stand in two gaps.
pub(super) fn join_in_order(
    scorer: &mut Scorer,
    candidates: &Candidates,
    context: &Context,
    gaps: &[Gap],
    links: &mut Links,
) {
    for gap in gaps {
        let mut cells: Vec<Cell> = Vec::new();
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (rank, i) in gap.old.iter().enumerate() {
            let inside = |j: &usize| gap.new.binary_search(j).is_ok();
            places.extend(candidates.rows[*i].iter().map(|c| c.0).filter(inside).map(|j| (*i, j)));
            let middle = rank * gap.new.len() / gap.old.len();
            let band = middle.saturating_sub(BAND)..(middle + BAND + 1).min(gap.new.len());
            places.extend(gap.new[band].iter().map(|j| (*i, *j)));
        }
        places.sort_unstable();
        places.dedup();
        for (i, j) in places {
            let rank = scorer.score(i, j).rank();
            if rank <= 0.0 {
                continue;
            }
            let weight = rank + context.bonus(i, j);
            if weight > ACCEPT {
                cells.push(Cell::new(i, j - gap.new[0], weight - ALONE));
            }
        }
        for cell in heaviest(&cells) {
            links.join(cell.i, cell.j + gap.new[0], Reason::Words);
        }
    }
}

/// The least likeness of a paragraph that was rewritten in place; below it one went, another came.
pub(super) const REWRITTEN: f64 = 0.18;
/// The same behind what moved, where the place says less.
pub(super) const REWRITTEN_BEHIND: f64 = ACCEPT;

/// Fills what is left in the gaps: rewritten in place, of at least this likeness, and blanks that were
/// filled.
pub(super) fn fill(scorer: &mut Scorer, context: &Context, gaps: &[Gap], least: f64, links: &mut Links) {
    let (old, new) = (scorer.old, scorer.new);
    for gap in gaps {
        blanks(old, new, context, gap, links);
        for kind in KINDS {
            let olds = gap.old.iter().filter(|i| old[**i].kind == kind && links.new_of(**i).is_none());
            let news = gap.new.iter().filter(|j| new[**j].kind == kind && links.old_of(**j).is_none());
            let pairs: Vec<(usize, usize)> = olds.clone().copied().zip(news.clone().copied()).collect();
            if olds.count() != pairs.len() || news.count() != pairs.len() {
                continue;
            }
            let in_place = |&(i, j): &(usize, usize)| match pairs.len() {
                1 => context.same_parent(i, j) || context.number(i, j) == 1.0,
                // Several items of one list that were all rewritten: each must keep its label.
                _ => kind == NodeKind::Item && context.same_parent(i, j) && context.number(i, j) == 1.0,
            };
            if pairs.len() > 1 && slots(scorer, context, &pairs) {
                pairs.iter().for_each(|pair| links.join(pair.0, pair.1, Reason::Slot));
                continue;
            }
            let mut alike = |&(i, j): &(usize, usize)| {
                // "Deputy: ..." answers to "Deputy: ...", whoever it is.
                let office = kind == NodeKind::Item && old[i].lead.is_some() && old[i].lead == new[j].lead;
                office || scorer.score(i, j).text >= least
            };
            if pairs.iter().all(in_place) && pairs.iter().all(&mut alike) {
                pairs.iter().for_each(|pair| links.join(pair.0, pair.1, Reason::Place));
            }
        }
    }
}

/// How many words must open both sentences for them to answer to one another by rank, ...
const OPENING: usize = 5;
/// ... and by how much each pair must be the closest.
const CLOSER: f64 = 0.03;

/// True where as many went as came in one place, and each, by rank, keeps the opening words of its
/// sentence ("A number of delegations pointed out that") and is like no other.
fn slots(scorer: &mut Scorer, context: &Context, pairs: &[(usize, usize)]) -> bool {
    let (old, new) = (scorer.old, scorer.new);
    if pairs.len() > BAND {
        return false;
    }
    pairs.iter().all(|&(i, j)| {
        let (ours, theirs) = (&old[i].forms.words, &new[j].forms.words);
        let opening = ours.iter().zip(theirs).take_while(|(a, b)| a == b).count();
        if opening < OPENING || !context.same_parent(i, j) {
            return false;
        }
        let text = scorer.score(i, j).text;
        let mut others = pairs.iter().filter(|pair| pair.0 != i);
        text >= REWRITTEN
            && others.all(|&(other, another)| {
                let most = scorer.score(i, another).text.max(scorer.score(other, j).text);
                text - most >= CLOSER
            })
    })
}

const KINDS: [NodeKind; 5] =
    [NodeKind::Heading, NodeKind::Paragraph, NodeKind::Item, NodeKind::Unnumbered, NodeKind::TableRow];

/// A blank that is a whole paragraph has no words to go by: it answers to what stands in its place,
/// under the same heading, by number first and then by rank. Either side may hold it.
fn blanks(old: &[Unit], new: &[Unit], context: &Context, gap: &Gap, links: &mut Links) {
    let is_blank = |unit: &Unit| unit.forms.blank && unit.class != Class::Heading;
    let near = |rank: usize| (rank.saturating_sub(BAND), 2 * BAND + 1);
    for (rank, &i) in gap.old.iter().enumerate().filter(|(_, i)| is_blank(&old[**i])) {
        let (skip, take) = near(rank);
        let free = |j: &usize| {
            links.old_of(*j).is_none() && new[*j].class == old[i].class && context.same_parent(i, *j)
        };
        let rivals: Vec<usize> = gap.new.iter().copied().skip(skip).take(take).filter(free).collect();
        let by_number = rivals.iter().find(|j| context.number(i, **j) == 1.0);
        if let Some(j) = by_number.or(rivals.first()).filter(|_| links.new_of(i).is_none()) {
            links.join(i, *j, Reason::Filled);
        }
    }
    for (rank, &j) in gap.new.iter().enumerate().filter(|(_, j)| is_blank(&new[**j])) {
        let (skip, take) = near(rank);
        let free = |i: &usize| {
            links.new_of(*i).is_none() && new[j].class == old[*i].class && context.same_parent(*i, j)
        };
        let rivals: Vec<usize> = gap.old.iter().copied().skip(skip).take(take).filter(free).collect();
        let by_number = rivals.iter().find(|i| context.number(**i, j) == 1.0);
        if let Some(i) = by_number.or(rivals.first()).filter(|_| links.old_of(j).is_none()) {
            links.join(*i, j, Reason::Filled);
        }
    }
}
