//! A series: sentences of one template that stand in a row, "At its first session, ...", "At its
//! second session, ...". Ordinals, symbols and months tell them apart; where none of these is on the
//! other side too, the report of another year is before us, and the order in the section decides.

use super::candidates::Candidates;
use super::chain::{Cell, heaviest};
use super::gap::Context;
use super::links::{Links, Reason};
use super::score::{Scorer, TEMPLATE};
use super::text::telling;
use super::unit::{Class, Unit};
use super::vector::cosine;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter sentences are of one template by chance.
const FEWEST: usize = 8;
/// More alike sentences in a row are no longer read as a series.
const MOST: usize = 24;
/// If masked texts differ by more, the words say which is which.
const ALIKE: f64 = 0.1;

/// Joins the members of series that answer to one another, first to first.
pub(super) fn by_order(scorer: &Scorer, candidates: &Candidates, context: &Context, links: &mut Links) {
    let (old, new) = (scorer.old, scorer.new);
    let rows = [rows(old), rows(new)];
    let mut of_new: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, row) in rows[1].iter().enumerate() {
        row.iter().for_each(|j| {
            of_new.insert(*j, at);
        });
    }
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for olds in &rows[0] {
        let near: BTreeSet<usize> = olds
            .iter()
            .flat_map(|i| &candidates.rows[*i])
            .filter_map(|candidate| of_new.get(&candidate.0).copied())
            .collect();
        for at in near {
            let news = &rows[1][at];
            let one = olds.len().max(news.len()) < 2 || olds.len().max(news.len()) > MOST;
            if one || used.contains(&at) || !context.same_parent(olds[0], news[0]) {
                continue;
            }
            if let Some(pairs) = pairs(old, new, olds, news, links) {
                used.insert(at);
                for &(i, j) in &pairs {
                    if links.new_of(i) != Some(j) {
                        links.join(i, j, Reason::Order);
                    }
                }
                break;
            }
        }
    }
}

/// Neighbours under one parent that are of one template; most rows have one member.
fn rows(units: &[Unit]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut last: BTreeMap<Option<usize>, usize> = BTreeMap::new(); // the row of the last child
    for (at, unit) in units.iter().enumerate() {
        if unit.class != Class::Prose || unit.forms.words.len() < FEWEST {
            last.remove(&unit.parent);
            continue;
        }
        let row = last.get(&unit.parent).copied().filter(|row| {
            out[*row].last().is_some_and(|before| {
                units[*before].kind == unit.kind && cosine(&units[*before].masked, &unit.masked) >= TEMPLATE
            })
        });
        let row = row.unwrap_or_else(|| {
            out.push(Vec::new());
            out.len() - 1
        });
        out[row].push(at);
        last.insert(unit.parent, row);
    }
    out
}

/// The pairs of two series by order, if nothing but the order says which is which.
fn pairs(
    old: &[Unit],
    new: &[Unit],
    olds: &[usize],
    news: &[usize],
    links: &Links,
) -> Option<Vec<(usize, usize)>> {
    // Who has a partner outside the series is none of it.
    let inside = olds.iter().all(|i| links.new_of(*i).is_none_or(|j| news.contains(&j)))
        && news.iter().all(|j| links.old_of(*j).is_none_or(|i| olds.contains(&i)));
    if !inside || old[olds[0]].kind != new[news[0]].kind || told_apart(old, new, olds, news) {
        return None;
    }
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for &i in olds {
        alike.extend(news.iter().map(|&j| (cosine(&old[i].masked, &new[j].masked), i, j)));
    }
    let best = alike.iter().map(|cell| cell.0).fold(0.0, f64::max);
    if alike.iter().any(|cell| cell.0 < TEMPLATE || cell.0 < best - ALIKE) {
        return None;
    }
    let cells: Vec<Cell> = alike.iter().map(|&(_, i, j)| Cell::new(i, j, 1.0)).collect();
    Some(heaviest(&cells).iter().map(|cell| (cell.i, cell.j)).collect())
}

/// True where an ordinal, a symbol or a month that not all have stands on both sides, and where
/// there is none at all.
fn told_apart(old: &[Unit], new: &[Unit], olds: &[usize], news: &[usize]) -> bool {
    let clues = |unit: &'_ Unit| -> BTreeSet<String> {
        unit.forms.clues.iter().filter(|clue| telling(clue)).cloned().collect()
    };
    let olds: Vec<BTreeSet<String>> = olds.iter().map(|i| clues(&old[*i])).collect();
    let news: Vec<BTreeSet<String>> = news.iter().map(|j| clues(&new[*j])).collect();
    if olds.iter().chain(&news).any(BTreeSet::is_empty) {
        return true;
    }
    let in_all = |clue: &String| olds.iter().chain(&news).all(|set| set.contains(clue));
    olds.iter().flatten().any(|clue| news.iter().any(|set| set.contains(clue)) && !in_all(clue))
}
