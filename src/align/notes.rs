//! Footnotes: the same text, or one that is clearly nearer than any other, is the same note wherever
//! it is called. The others follow the paragraphs that call them: a note whose words all changed,
//! called at the same place of a paragraph that has its partner, is the same note.

use super::candidates::Candidates;
use super::links::{Links, Reason};
use super::score::Scorer;
use super::unit::Unit;
use crate::report::{Node, NodeKind, Report};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Paragraphs that answer to one another call both notes. Above what words add to tell two notes of
/// one template ("See A/...") apart; below what makes different words the same note.
const CALLED_TOGETHER: f64 = 0.35;
/// The same two words stand before both calls.
const SAME_PLACE: f64 = 0.15;
/// Words and calls together must reach this. A pair of calls without any word in common reaches it
/// only at the same place.
const ACCEPT: f64 = 0.42;

/// Notes whose calls do not answer to one another, or were lost in the file, must stand out among
/// their rivals: clearly, or a little where they are as alike as what moves must be.
const UNCALLED: [(f64, f64); 2] = [(0.45, 0.15), (0.65, 0.05)];

/// From this likeness on a note that is nearer than any other by so much is the same note, whatever
/// calls it: "Resolution 1/2, annex." and "Assembly resolution 1/2, annex.", not "Resolution 1/3".
const CLEARLY: (f64, f64) = (0.6, 0.15);
/// Notes that say nothing without their call.
const EMPTY: [&str; 6] = ["ibid", "ibidem", "idem", "id", "op", "loc"];

/// True for notes such as "Ibid., p. 3", whose text is no sign of which note they are.
fn says_nothing(unit: &Unit) -> bool {
    let words = &unit.forms.words;
    let only_word = words.len() < 2 && unit.forms.clues.is_empty();
    only_word || words.first().is_some_and(|word| EMPTY.contains(&word.as_str()))
}

/// Joins the notes that their words alone settle: the same text once on each side, and what is
/// clearly nearest from both sides.
fn by_words(scorer: &Scorer, candidates: &Candidates, links: &mut Links) {
    let (old, new) = (scorer.old, scorer.new);
    for (i, row) in candidates.rows.iter().enumerate() {
        let same = row.iter().find(|candidate| old[i].forms.key == new[candidate.0].forms.key);
        if let Some(&(j, _)) = same
            && candidates.copies[i] == (1, 1)
            && !says_nothing(&old[i])
        {
            links.join(i, j, Reason::Words);
        }
    }
    let mut clear: Vec<(usize, usize)> = Vec::new();
    for (i, row) in candidates.rows.iter().enumerate() {
        let Some(&(j, rank)) = row.first().filter(|best| best.1 >= CLEARLY.0) else { continue };
        let free = links.new_of(i).is_none() && links.old_of(j).is_none();
        let nearest = rank - candidates.rival(i, j).0 >= CLEARLY.1;
        if free && nearest && !says_nothing(&old[i]) && !says_nothing(&new[j]) {
            clear.push((i, j));
        }
    }
    clear.into_iter().for_each(|(i, j)| links.join(i, j, Reason::Words));
}

fn stands_out(candidates: &Candidates, i: usize, j: usize, rank: f64) -> bool {
    let margin = rank - candidates.rival(i, j).0;
    UNCALLED.iter().any(|(least, by)| rank >= *least && margin >= *by)
}

/// Joins the footnotes. `nodes` says which node of OLD answers to which of NEW.
pub(super) fn join(
    scorer: &mut Scorer,
    candidates: &Candidates,
    nodes: &[(usize, usize)],
    [old, new]: [&Report; 2],
) -> Links {
    let by_id = [ids(scorer.old), ids(scorer.new)];
    let mut calls: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for &(a, b) in nodes {
        let [ours, theirs] = [called(old, a, &by_id[0]), called(new, b, &by_id[1])];
        let even = ours.len() == theirs.len();
        for (rank, (i, before)) in ours.iter().enumerate() {
            for (other, (j, behind)) in theirs.iter().enumerate() {
                // More calls in one paragraph than anybody reads: only those of the same rank.
                if ours.len().max(theirs.len()) > 40 && rank != other {
                    continue;
                }
                let place = !before.is_empty() && before == behind || even && rank == other;
                let bonus = CALLED_TOGETHER + if place { SAME_PLACE } else { 0.0 };
                let known = calls.entry((*i, *j)).or_default();
                *known = known.max(bonus);
            }
        }
    }
    let called_somewhere = [(old, &by_id[0]), (new, &by_id[1])].map(|(report, by_id)| {
        let text = |node: &&Node| !matches!(node.kind, NodeKind::Masthead | NodeKind::Footnote);
        let calls = report.nodes.iter().filter(text).flat_map(|node| &node.notes);
        calls.filter_map(|call| by_id.get(call.id.as_str()).copied()).collect::<BTreeSet<usize>>()
    });
    let rows = candidates.rows.iter().enumerate();
    let mut places: BTreeSet<(usize, usize)> =
        rows.flat_map(|(i, r)| r.iter().map(move |c| (i, c.0))).collect();
    places.extend(calls.keys());
    let mut wanted: Vec<(f64, usize, usize)> = Vec::new();
    for (i, j) in places {
        let bonus = calls.get(&(i, j)).copied().unwrap_or(0.0);
        let order = 1e-6 / (1.0 + i.abs_diff(j) as f64); // of equal notes the nearest in order
        let score = scorer.score(i, j);
        // "Ibid." says nothing but what its call says; where calls were lost it gives way to all others.
        let empty = bonus == 0.0 && says_nothing(&scorer.old[i]);
        if empty && called_somewhere[0].contains(&i) && called_somewhere[1].contains(&j) {
            continue;
        }
        let sum = score.rank() * if empty { 0.5 } else { 1.0 } + bonus;
        if bonus == 0.0 && score.text < 1.0 && !stands_out(candidates, i, j, score.rank()) {
            continue;
        }
        if sum > ACCEPT {
            wanted.push((sum + order, i, j));
        }
    }
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut links = Links::none(scorer.old.len(), scorer.new.len());
    by_words(scorer, candidates, &mut links);
    for (_, i, j) in wanted {
        if links.new_of(i).is_none() && links.old_of(j).is_none() {
            let by_words = scorer.score(i, j).text > ACCEPT;
            links.join(i, j, if by_words { Reason::Words } else { Reason::Call });
        }
    }
    links
}

fn ids(units: &[Unit]) -> HashMap<&str, usize> {
    units.iter().enumerate().rev().map(|(at, unit)| (unit.id.as_str(), at)).collect()
}

/// The notes that a node calls, each with the two words before the call.
fn called(report: &Report, node: usize, by_id: &HashMap<&str, usize>) -> Vec<(usize, String)> {
    let node = &report.nodes[node];
    if node.notes.is_empty() {
        return Vec::new();
    }
    let text: Vec<char> = node.text.chars().collect();
    let before = |at: usize| {
        let head: String = text[..at.min(text.len())].iter().collect();
        let words = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut last: Vec<String> = words.rev().take(2).map(str::to_lowercase).collect();
        last.reverse();
        last.join(" ")
    };
    node.notes.iter().filter_map(|call| Some((*by_id.get(call.id.as_str())?, before(call.at)))).collect()
}
