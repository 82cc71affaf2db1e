//! Small edits: those made in many places told once, the others listed in brief.

use super::pieces::one_edit;
use super::place::{Places, enumerate};
use super::{FoldedEdit, Piece, Repeated};
use crate::diff::words::{Edit, edits};
use crate::diff::{ComparedPair, Comparison, Weight, WordOp};
use crate::mentions::Annotated;
use std::collections::BTreeMap;

/// From so many pairs on, the same edit is told once.
const OFTEN: usize = 3;

/// Words of context round an edit that is listed in brief.
const CONTEXT: usize = 3;

/// A small edit that stands in a pair.
struct Small {
    pair: usize,
    /// Which edit of the pair.
    which: usize,
    weight: Weight,
    /// What it takes out and puts in, in lower case.
    key: (String, String),
    /// As first printed.
    printed: (String, String),
    /// The word that follows.
    next: String,
}

/// What is told once, then the reworded and the editorial edits that are not shown already: `shown` is
/// asked with a pair and the number of an edit in it, or `usize::MAX` for its calls of notes.
pub(in crate::diff) fn repeated(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    shown: impl Fn(usize, usize) -> bool,
) -> (Vec<Repeated>, Vec<FoldedEdit>, Vec<FoldedEdit>) {
    let small: Vec<Small> =
        comparison.pairs.iter().enumerate().flat_map(|(at, pair)| small_edits(at, pair)).collect();
    let places = [Places::new(&old.report), Places::new(&new.report)];
    let place = |pair: usize| {
        let pair = &comparison.pairs[pair];
        match (pair.new.first(), pair.old.first()) {
            (Some(id), _) => places[1].label(id),
            (None, Some(id)) => places[0].label(id),
            (None, None) => String::new(),
        }
    };
    let alone = |pair: usize| {
        let pair = &comparison.pairs[pair];
        match (pair.new.first(), pair.old.first()) {
            (Some(id), _) => places[1].cited(id),
            (None, Some(id)) => places[0].cited(id),
            (None, None) => String::new(),
        }
    };
    let mut groups: BTreeMap<&(String, String), Vec<&Small>> = BTreeMap::new();
    small.iter().for_each(|edit| groups.entry(&edit.key).or_default().push(edit));
    groups.retain(|_, edits| {
        let mut pairs: Vec<usize> = edits.iter().map(|edit| edit.pair).collect();
        pairs.dedup();
        let (gone, come) = &edits[0].printed;
        pairs.len() >= OFTEN || plain_hyphens(gone) == plain_hyphens(come)
    });
    let mut told: Vec<(usize, Repeated)> = Vec::new();
    for edits in groups.values() {
        let mut places: Vec<String> = edits.iter().map(|edit| place(edit.pair)).collect();
        places.dedup();
        let (deleted, inserted) = edits[0].printed.clone();
        // A hyphen for a hyphen: nobody sees which is which.
        let hyphens = plain_hyphens(&deleted) == plain_hyphens(&inserted);
        told.push((
            edits[0].pair,
            Repeated {
                deleted,
                inserted,
                hyphens,
                before: following(edits),
                place: enumerate(&places, false),
                places,
                weight: edits.iter().map(|edit| edit.weight).max().unwrap_or(Weight::Editorial),
            },
        ));
    }
    told.sort_by_key(|(first, repeated)| (std::cmp::Reverse(repeated.places.len()), *first));
    // With the pair, so that they come in the order of the text.
    let (mut reworded, mut editorial) = (Vec::new(), Vec::new());
    for edit in small.iter().filter(|edit| !groups.contains_key(&edit.key) && !shown(edit.pair, edit.which)) {
        let pieces = one_edit(&comparison.pairs[edit.pair].words, edit.which, CONTEXT);
        let list = if edit.weight == Weight::Reworded { &mut reworded } else { &mut editorial };
        // Where the excerpt begins with the paragraph, its opening words are there already.
        let begins = comparison.pairs[edit.pair].words.first().is_some_and(|word| {
            matches!(pieces.first(), Some(Piece::Text(_, text)) if word.text.starts_with(text.as_str()))
        });
        let place = if begins { place(edit.pair) } else { alone(edit.pair) };
        list.push((edit.pair, FoldedEdit { place, pieces }));
    }
    for (at, pair) in comparison.pairs.iter().enumerate().filter(|(at, _)| !shown(*at, usize::MAX)) {
        let calls = pair.changes.iter().filter(|change| change.rule == "note-call");
        let notes: Vec<String> = calls.filter_map(|change| change.note.clone()).collect();
        if !notes.is_empty() {
            let pieces = vec![Piece::Text(WordOp::Equal, notes.join(", "))];
            editorial.push((at, FoldedEdit { place: alone(at), pieces }));
        }
    }
    let in_order = |mut edits: Vec<(usize, FoldedEdit)>| {
        edits.sort_by_key(|(pair, _)| *pair);
        edits.into_iter().map(|(_, edit)| edit).collect()
    };
    (told.into_iter().map(|(_, repeated)| repeated).collect(), in_order(reworded), in_order(editorial))
}

/// The text with hyphens of the one plain kind.
pub(in crate::diff) fn plain_hyphens(text: &str) -> String {
    text.replace(['\u{2010}', '\u{2011}'], "-")
}

/// Notes that came or went and say nothing new: "notes 15, 16 and 33: repeat note 12".
pub(in crate::diff) fn notes(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Vec<FoldedEdit> {
    let places = [Places::new(&old.report), Places::new(&new.report)];
    let mut told: Vec<(WordOp, String, Vec<String>)> = Vec::new();
    for pair in &comparison.pairs {
        let Some(change) =
            pair.changes.iter().find(|change| change.rule == "note-repeated" && change.kind == "wording")
        else {
            continue;
        };
        let (op, place) = match (pair.new.first(), pair.old.first()) {
            (Some(id), _) => (WordOp::Insert, places[1].label(id)),
            (None, Some(id)) => (WordOp::Delete, places[0].label(id)),
            (None, None) => continue,
        };
        let of = change.note.as_deref().and_then(|note| note.strip_prefix("repeats "));
        let of = of.unwrap_or_default().to_owned();
        match told.iter_mut().find(|(other, note, _)| (*other, note) == (op, &of)) {
            Some((.., places)) => places.push(place),
            None => told.push((op, of, vec![place])),
        }
    }
    let line = |(op, of, places): (WordOp, String, Vec<String>)| {
        let one = places.len() == 1;
        let what = match (op, of.is_empty(), one) {
            (WordOp::Delete, false, _) => format!("gone, repeated {of}"),
            (WordOp::Delete, true, _) => "gone, only gave a source that both versions name".to_owned(),
            (_, false, true) => format!("new, repeats {of}"),
            (_, false, false) => format!("new, repeat {of}"),
            (_, true, true) => "new, only gives a source that both versions name".to_owned(),
            (_, true, false) => "new, only give a source that both versions name".to_owned(),
        };
        let place = enumerate(&places, false);
        // "notes 15 and 16", where all are notes of the body.
        let several = !one && places.iter().all(|place| place.starts_with("note "));
        let place = if several { place.replacen("note ", "notes ", 1) } else { place };
        FoldedEdit { place, pieces: vec![Piece::Text(WordOp::Equal, what)] }
    };
    told.into_iter().map(line).collect()
}

/// The edits of a pair that are wording of little weight.
fn small_edits(at: usize, pair: &ComparedPair) -> Vec<Small> {
    let text: Vec<char> = pair
        .words
        .iter()
        .filter(|word| word.op != WordOp::Delete)
        .flat_map(|word| word.text.chars())
        .collect();
    let weight = |edit: &Edit| {
        let is = |end: &Option<crate::diff::End>, words: &str| {
            end.as_ref().map_or("", |end| end.text.as_str()) == words.trim()
        };
        pair.changes
            .iter()
            .find(|change| {
                matches!(change.kind, "wording" | "heading" | "strength")
                    && is(&change.old, &edit.deleted)
                    && is(&change.new, &edit.inserted)
            })
            .map(|change| change.weight)
            .or_else(|| shifted(pair, edit))
    };
    edits(&pair.words)
        .into_iter()
        .enumerate()
        // A note on the document is told with the first page, one that says nothing new among the notes.
        .filter(|_| !pair.is_told_below())
        .filter_map(|(which, edit)| {
            let weight = weight(&edit).filter(|weight| *weight < Weight::Substantive)?;
            let printed = (edit.deleted.trim().to_owned(), edit.inserted.trim().to_owned());
            // A blank more or less: there is nothing to see.
            if printed.0.is_empty() && printed.1.is_empty() {
                return None;
            }
            let rest: String = text.get(edit.new.end..).unwrap_or_default().iter().take(60).collect();
            let next = rest.split_whitespace().next().unwrap_or_default();
            let next = next.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            let key = (printed.0.to_lowercase(), printed.1.to_lowercase());
            Some(Small { pair: at, which, weight, key, printed, next })
        })
        .collect()
}

/// The weight of the phrase that only moved out of this edit or into it.
fn shifted(pair: &ComparedPair, edit: &Edit) -> Option<Weight> {
    let holds = |words: &str, end: &Option<crate::diff::End>| {
        end.as_ref().is_some_and(|end| words.contains(end.text.as_str()))
    };
    let moved = pair.changes.iter().filter(|change| change.rule == "phrase-moved");
    moved
        .filter(|change| holds(&edit.deleted, &change.old) || holds(&edit.inserted, &change.new))
        .map(|change| change.weight)
        .max()
}

/// The word that follows everywhere: `meeting`, or `meeting(s)` where both numbers occur.
fn following(edits: &[&Small]) -> Option<String> {
    let first = edits[0].next.as_str();
    let stem = first.strip_suffix('s').unwrap_or(first);
    let fits = |edit: &&Small| edit.next.strip_suffix('s').unwrap_or(&edit.next) == stem;
    if stem.is_empty() || !edits.iter().all(fits) {
        return None;
    }
    let several = edits.iter().any(|edit| edit.next != first);
    Some(if several { format!("{stem}(s)") } else { first.to_owned() })
}
