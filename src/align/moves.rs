//! What left its place: strong pairs that no increasing chain can hold.

use super::candidates::Candidates;
use super::chain::{Cell, heaviest};
use super::gap::Context;
use super::links::{Links, Reason};
use super::score::Scorer;
use super::unit::{Class, Unit};
use super::vector::{cosine, shared};
use crate::report::NodeKind;

/// The least likeness of a moved text, and of a short one.
const MOVED: f64 = 0.65;
const MOVED_SHORT: f64 = 0.85;
/// A text with fewer words is short: such texts recur by chance.
const SHORT: usize = 5;
/// How much better a move must be than the pairs that it breaks.
const BETTER: f64 = 0.15;
/// A moved text must stand out by so much among its rivals: one template sentence that went and
/// another that came elsewhere are no move.
const MARGIN: f64 = 0.05;

/// From this masked cosine on two texts may be of one template.
const TEMPLATE_MOVED: f64 = 0.6;

/// What nothing else lays claim to may have been rewritten as well as moved, if it stands out
/// clearly: under its own heading any likeness that makes a pair will do, elsewhere a little more.
const NEARBY: (f64, f64) = (0.42, 0.15);
const FAR: (f64, f64) = (0.5, 0.2);
/// The same where both hold a symbol, an ordinal or a figure that nothing else has.
const SIGNED: (f64, f64) = (0.42, MARGIN);

/// Joins what moved. Best first; ties by place.
pub(super) fn join_moved(scorer: &mut Scorer, candidates: &Candidates, context: &Context, links: &mut Links) {
    let (old, new) = (scorer.old, scorer.new);
    let mut wanted: Vec<(f64, usize, usize)> = Vec::new();
    for (i, row) in candidates.rows.iter().enumerate() {
        let least = if old[i].forms.words.len() < SHORT { MOVED_SHORT } else { MOVED };
        for &(j, rank) in row.iter().take_while(|candidate| candidate.1 >= NEARBY.0) {
            let free = links.new_of(i).is_none() && links.old_of(j).is_none();
            let (least_free, margin) = match context.same_heading(i, j) {
                _ if shared(&old[i].signs, &new[j].signs) > 0 => SIGNED,
                true => NEARBY,
                false => FAR,
            };
            let alone = free
                && old[i].forms.words.len() >= SHORT
                && rank >= least_free
                && rank - rival(scorer, candidates, links, i, j) >= margin;
            if rank < least && !alone {
                continue;
            }
            if links.new_of(i) != Some(j) && stands_out(scorer, candidates, context, links, i, j) {
                wanted.push((rank, i, j));
            }
        }
    }
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (rank, i, j) in wanted {
        let other = links.new_of(i).map_or(0.0, |other| scorer.score(i, other).rank());
        let another = links.old_of(j).map_or(0.0, |another| scorer.score(another, j).rank());
        let breaks = f64::max(other, another);
        if rank >= BETTER + breaks && (rank >= MOVED || breaks == 0.0) {
            links.join(i, j, Reason::Words);
        }
    }
}

/// The best other candidate of either unit that might want it: one that has a clearly better partner
/// of its own is no rival. Of one template without a sign in common every other is: one sentence went,
/// and another came elsewhere.
fn rival(scorer: &mut Scorer, candidates: &Candidates, links: &Links, i: usize, j: usize) -> f64 {
    let (a, b) = (&scorer.old[i], &scorer.new[j]);
    if shared(&a.signs, &b.signs) == 0 && cosine(&a.masked, &b.masked) >= TEMPLATE_MOVED {
        return candidates.rival(i, j).0;
    }
    let mut most = 0.0;
    for &(other, rank) in candidates.rows[i].iter().filter(|other| other.0 != j) {
        let own = links.old_of(other).filter(|own| *own != i);
        if own.is_none_or(|own| scorer.score(own, other).rank() < rank + MARGIN) {
            most = f64::max(most, rank);
            break;
        }
    }
    for &(other, rank) in candidates.columns[j].iter().filter(|other| other.0 != i) {
        let own = links.new_of(other).filter(|own| *own != j);
        if own.is_none_or(|own| scorer.score(other, own).rank() < rank + MARGIN) {
            most = f64::max(most, rank);
            break;
        }
    }
    most
}

fn stands_out(
    scorer: &mut Scorer,
    candidates: &Candidates,
    context: &Context,
    links: &Links,
    i: usize,
    j: usize,
) -> bool {
    let (old, new) = (scorer.old, scorer.new);
    let unit = &old[i];
    if unit.forms.blank || new[j].forms.blank {
        return false;
    }
    let same = unit.forms.key == new[j].forms.key;
    // A State's or a person's name that goes from one list and comes to another has not moved: two
    // lists changed.
    let short = unit.forms.words.len() < SHORT || unit.country.is_some();
    if short && unit.class == Class::Prose && !context.same_parent(i, j) {
        return false;
    }
    if same {
        return candidates.copies[i] == (1, 1) || context.same_parent(i, j);
    }
    let rank = candidates.rows[i].iter().find(|candidate| candidate.0 == j).map_or(0.0, |found| found.1);
    rank - rival(scorer, candidates, links, i, j) >= MARGIN
}

/// The links that kept their order: the heaviest increasing chain over all of them.
pub(super) fn in_order(
    old: &[Unit],
    new: &[Unit],
    links: &Links,
    scorer: &mut Scorer,
) -> Vec<(usize, usize)> {
    let cells: Vec<Cell> = links
        .all()
        .into_iter()
        .map(|(i, j)| Cell::new(i, j, weight(&old[i], &new[j], scorer.score(i, j).text)))
        .collect();
    heaviest(&cells).iter().map(|cell| (cell.i, cell.j)).collect()
}

/// What a pair weighs against those that it crosses: each paragraph about the same, so that one
/// paragraph that jumps over three short ones is one move and not three; between two that change
/// places, the longer and the more alike stays. Items and rows follow what holds them.
pub(super) fn weight(old: &Unit, new: &Unit, text: f64) -> f64 {
    // More than any one paragraph, so that a paragraph which crosses a heading has moved, not the
    // heading; a section that moved crosses more than itself and is seen by its paragraphs.
    if old.kind == NodeKind::Heading {
        return 2.0;
    }
    let length = old.forms.words.len().min(new.forms.words.len()) as f64;
    let replaced = old.country.is_some() && old.forms.key != new.forms.key;
    let one = match old.kind {
        NodeKind::Item | NodeKind::TableRow => 0.1,
        _ if replaced => 0.1, // who came goes where there is room
        _ => 1.0,
    };
    one * (1.0 + 0.9 * text * length / (length + 50.0)) + 1e-6
}
