//! What left one pair and turned up in another: facts by their value, clauses by their words.

use super::same::office;
use super::sense::content;
use super::{Change, ChangeOp, ComparedPair, Weight, carried};
use std::collections::{HashMap, HashSet};

/// A clause has at least so many words of content; fewer turn up elsewhere by chance.
const CLAUSE: usize = 4;

/// Share of the words of a clause that must turn up in the other place.
const SHARE: f64 = 0.75;

/// Joins what was removed here and added there to one change `moved`, under the pair of OLD.
pub(crate) fn join(pairs: &mut [ComparedPair]) {
    join_facts(pairs);
    join_clauses(pairs);
    carried::link(pairs);
    compare_elsewhere(pairs);
}

/// A fact that was removed in one pair and added in another has moved.
fn join_facts(pairs: &mut [ComparedPair]) {
    let is_fact = |change: &Change| {
        change.old.as_ref().or(change.new.as_ref()).is_some_and(|end| end.value.is_some())
            && change.kind != "placeholder"
    };
    let mut added: HashMap<(&'static str, String), Vec<(usize, usize)>> = HashMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        for (index, change) in pair.changes.iter().enumerate() {
            if let (ChangeOp::Added, true, Some(end)) = (change.op, is_fact(change), &change.new) {
                let value = end.value.clone().unwrap_or_default();
                added.entry((change.kind, value)).or_default().push((at, index));
            }
        }
    }
    let mut gone: HashSet<(usize, usize)> = HashSet::new();
    for at in 0..pairs.len() {
        for index in 0..pairs[at].changes.len() {
            let change = &pairs[at].changes[index];
            let (ChangeOp::Removed, true, Some(old)) = (change.op, is_fact(change), &change.old) else {
                continue;
            };
            let key = (change.kind, old.value.clone().unwrap_or_default());
            let place = added.get_mut(&key).and_then(|places| {
                let at = places.iter().position(|place| place.0 != at)?;
                Some(places.remove(at))
            });
            let Some((there, new_index)) = place else { continue };
            let Change { new, note: now, .. } = pairs[there].changes[new_index].clone();
            gone.insert((there, new_index));
            let change = &mut pairs[at].changes[index];
            // A person who turns up elsewhere in another office has not just moved.
            match (&change.note, now) {
                (Some(was), Some(now)) if change.kind == "officer" && office(was) != office(&now) => {
                    change.note = Some(format!("{was} → {now}"));
                    (change.op, change.rule, change.new) = (ChangeOp::Changed, "office-changed", new);
                }
                _ => (change.op, change.rule, change.new) = (ChangeOp::Moved, "fact-moved", new),
            }
        }
    }
    for (at, pair) in pairs.iter_mut().enumerate() {
        let mut index = 0;
        pair.changes.retain(|_| {
            index += 1;
            !gone.contains(&(at, index - 1))
        });
    }
}

/// A clause that was taken out of one pair and put into another has moved; the words of both
/// pairs stay as they are, since each is an edit of its own paragraph.
fn join_clauses(pairs: &mut [ComparedPair]) {
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    let mut added: Vec<(usize, HashSet<String>, super::End)> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        for change in pair.changes.iter().filter(|change| is_wording(change)) {
            let Some(new) = &change.new else { continue };
            let words = content(&new.text);
            if words.len() >= CLAUSE {
                words.iter().for_each(|word| by_word.entry(word.clone()).or_default().push(added.len()));
                added.push((at, words, new.clone()));
            }
        }
    }
    for (at, pair) in pairs.iter_mut().enumerate() {
        for change in pair.changes.iter_mut().filter(|change| is_wording(change)) {
            let Some(old) = &change.old else { continue };
            let words = content(&old.text);
            if words.len() < CLAUSE || change.op == ChangeOp::Changed && change.weight < Weight::Substantive {
                continue;
            }
            // What was put in again in the same place has not left it.
            let own = added.partition_point(|(place, ..)| *place < at);
            let stayed = added[own..]
                .iter()
                .take_while(|(place, ..)| *place == at)
                .any(|(_, again, _)| words.intersection(again).count() as f64 >= SHARE * words.len() as f64);
            if stayed {
                continue;
            }
            let mut shared: HashMap<usize, usize> = HashMap::new();
            for place in words.iter().filter_map(|word| by_word.get(word)).flatten() {
                *shared.entry(*place).or_default() += 1;
            }
            let best = shared
                .into_iter()
                .filter(|(place, _)| added[*place].0 != at)
                .max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)));
            if let Some((place, count)) = best
                && count as f64 >= SHARE * words.len() as f64
                && stands_together(&words, &added[place].2.text, &old.text)
            {
                (change.op, change.rule) = (ChangeOp::Moved, "clause-moved");
                change.new = Some(added[place].2.clone());
            }
        }
    }
}

/// True where the words of a clause stand close to one another in a text: words that are strewn over a
/// long paragraph make no clause.
fn stands_together(words: &HashSet<String>, text: &str, clause: &str) -> bool {
    const ROOM: usize = 2;
    let all: Vec<&str> = text.split_whitespace().collect();
    let room = clause.split_whitespace().count().max(words.len()) * ROOM;
    let enough = |window: &[&str]| {
        let here = content(&window.join(" "));
        words.intersection(&here).count() as f64 >= SHARE * words.len() as f64
    };
    all.len() <= room
        || (0..=all.len() - room).step_by(room.div_ceil(4)).any(|at| enough(&all[at..at + room]))
        || enough(&all[all.len() - room..])
}

/// True for words that came or went and are not known to have moved.
pub(crate) fn is_wording(change: &Change) -> bool {
    // What only changed its place inside its pair is told there.
    matches!(change.kind, "wording" | "strength") && change.op != ChangeOp::Moved
}

/// A count dropped here ("five observers") whose things are named in a new text there.
fn compare_elsewhere(pairs: &mut [ComparedPair]) {
    let inserted: Vec<(String, HashSet<String>)> = pairs
        .iter()
        .filter(|pair| pair.old.is_empty())
        .filter_map(|pair| {
            let text: String = pair.words.iter().map(|word| word.text.as_str()).collect();
            Some((pair.new.first()?.clone(), content(&text)))
        })
        .collect();
    for change in pairs.iter_mut().flat_map(|pair| &mut pair.changes) {
        let dropped = change.kind == "quantity" && change.op == ChangeOp::Removed && change.note.is_none();
        let Some(old) = change.old.as_ref().filter(|_| dropped) else { continue };
        let things = content(old.text.split_once(' ').map_or("", |(_, things)| things));
        let place = inserted.iter().find(|(_, words)| !things.is_empty() && things.is_subset(words));
        change.note = place.map(|(id, _)| format!("compare {id}"));
    }
}
