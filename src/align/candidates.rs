//! Which pairs are worth comparing: the ten nearest of each unit, both ways, over an inverted index.
//!
//! Ten are enough: on development pairs the true partner was among the first ten by word pairs in
//! every case (recall 1.000 synthetic, 0.9995 on essays). Everything here is capped, by rarity
//! (the rarest terms first) and by position (the nearest texts that hold a common term), so that
//! thousands of alike paragraphs cost no more than different ones.

use super::score::Scorer;
use super::unit::{Class, Unit};
use std::collections::HashMap;

/// How many candidates each unit proposes.
const NEAREST: usize = 10;
/// How many of a unit's terms are looked up, the weightiest first.
const TERMS: usize = 32;
/// How many texts that hold a term are looked at, those at the same relative place first.
const HOLDERS: usize = 64;
/// How many of a repeated text's copies are proposed on either side of the same rank.
const COPIES: usize = 4;

/// The scored candidates, by unit.
pub(super) struct Candidates {
    /// For each unit of OLD: units of NEW, best first.
    pub rows: Vec<Vec<(usize, f64)>>,
    /// For each unit of NEW: units of OLD, best first.
    pub columns: Vec<Vec<(usize, f64)>>,
    /// For each unit of OLD: how often its very text occurs in OLD and in NEW.
    pub copies: Vec<(usize, usize)>,
    /// For each unit of NEW: how often its very text occurs in NEW and in OLD.
    back: Vec<(usize, usize)>,
}

impl Candidates {
    /// Proposes and compares.
    pub fn of(scorer: &mut Scorer) -> Self {
        let (old, new) = (scorer.old, scorer.new);
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        let (copies, back) = same_text(old, new, &mut pairs);
        // A text that is the same, once on each side, looks for nothing else.
        let mut settled = (vec![false; old.len()], vec![false; new.len()]);
        for (i, j) in &pairs {
            if copies[*i] == (1, 1) {
                settled.0[*i] = true;
                settled.1[*j] = true;
            }
        }
        nearest(old, new, &settled.0, |i, j| pairs.push((i, j)));
        nearest(new, old, &settled.1, |j, i| pairs.push((i, j)));
        same_number(old, new, &mut pairs);
        pairs.sort_unstable();
        pairs.dedup();
        let mut rows = vec![Vec::new(); old.len()];
        let mut columns = vec![Vec::new(); new.len()];
        for (i, j) in pairs {
            let rank = scorer.score(i, j).rank();
            if rank > 0.0 {
                rows[i].push((j, rank));
                columns[j].push((i, rank));
            }
        }
        for list in rows.iter_mut().chain(&mut columns) {
            list.sort_by(|a: &(usize, f64), b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        }
        Candidates { rows, columns, copies, back }
    }

    /// The same with OLD and NEW in each other's place.
    pub fn flipped(self) -> Self {
        Candidates { rows: self.columns, columns: self.rows, copies: self.back, back: self.copies }
    }

    /// The best other candidate of either unit, and which: what a pair must beat.
    pub fn rival(&self, i: usize, j: usize) -> (f64, Option<Rival>) {
        let row = self.rows[i].iter().find(|other| other.0 != j).map(|o| (o.1, Rival::New(o.0)));
        let column = self.columns[j].iter().find(|other| other.0 != i).map(|o| (o.1, Rival::Old(o.0)));
        let best = [row, column].into_iter().flatten().reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map_or((0.0, None), |(score, which)| (score, Some(which)))
    }
}

/// A competing unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rival {
    /// In OLD.
    Old(usize),
    /// In NEW.
    New(usize),
}

fn nearest(from: &[Unit], to: &[Unit], settled: &[bool], mut found: impl FnMut(usize, usize)) {
    let terms = from.iter().chain(to).flat_map(|unit| &unit.raw).map(|term| term.0 as usize + 1).max();
    let mut holders: Vec<Vec<(u32, f32)>> = vec![Vec::new(); terms.unwrap_or(0)];
    for (j, unit) in to.iter().enumerate() {
        for (term, weight) in &unit.raw {
            holders[*term as usize].push((j as u32, *weight));
        }
    }
    let mut sums = vec![0.0_f32; to.len()];
    let mut touched: Vec<u32> = Vec::new();
    for (i, unit) in from.iter().enumerate().filter(|(i, _)| !settled[*i]) {
        let place = (i * to.len() / from.len()) as u32;
        let mut terms = unit.raw.clone();
        terms.retain(|term| !holders[term.0 as usize].is_empty());
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for (term, weight) in terms.iter().take(TERMS) {
            let list = &holders[*term as usize];
            let middle = list.partition_point(|holder| holder.0 < place);
            let start = middle.saturating_sub(HOLDERS / 2).min(list.len().saturating_sub(HOLDERS));
            for (j, other) in list.iter().skip(start).take(HOLDERS) {
                if to[*j as usize].class != unit.class {
                    continue;
                }
                if sums[*j as usize] == 0.0 {
                    touched.push(*j);
                }
                sums[*j as usize] += weight * other;
            }
        }
        touched.sort_by(|a, b| sums[*b as usize].total_cmp(&sums[*a as usize]).then(a.cmp(b)));
        touched.iter().take(NEAREST).for_each(|j| found(i, *j as usize));
        touched.drain(..).for_each(|j| sums[j as usize] = 0.0);
    }
}

/// Pairs of the same text: all where it is rare, those of about the same rank where it is not.
fn same_text(old: &[Unit], new: &[Unit], pairs: &mut Vec<(usize, usize)>) -> (Counts, Counts) {
    let mut groups: HashMap<(Class, &str), [Vec<usize>; 2]> = HashMap::new();
    for (side, units) in [old, new].into_iter().enumerate() {
        for (at, unit) in units.iter().enumerate() {
            groups.entry((unit.class, &unit.forms.key)).or_default()[side].push(at);
        }
    }
    let mut copies = vec![(0, 0); old.len()];
    let mut back = vec![(0, 0); new.len()];
    for [olds, news] in groups.values() {
        news.iter().for_each(|j| back[*j] = (news.len(), olds.len()));
        for (rank, i) in olds.iter().enumerate() {
            copies[*i] = (olds.len(), news.len());
            let middle = rank * news.len() / olds.len();
            let window = middle.saturating_sub(COPIES)..(middle + COPIES + 1).min(news.len());
            pairs.extend(news[window].iter().map(|j| (*i, *j)));
        }
    }
    (copies, back)
}

/// How often the text of each unit occurs on its own side and on the other.
type Counts = Vec<(usize, usize)>;

/// Numbers propose: the first unit of the same number, kind and part.
fn same_number(old: &[Unit], new: &[Unit], pairs: &mut Vec<(usize, usize)>) {
    let mut by_number = HashMap::new();
    for (j, unit) in new.iter().enumerate().rev() {
        if unit.scope == Some(0) {
            by_number.insert((unit.number, unit.part.as_str()), j);
        }
    }
    for (i, unit) in old.iter().enumerate() {
        if unit.scope == Some(0)
            && unit.number.is_some()
            && let Some(j) = by_number.get(&(unit.number, unit.part.as_str()))
        {
            pairs.push((i, *j));
        }
    }
}
