//! Alternatives in brackets: of "[decided] [agreed]", "[decided/agreed]" or "[Alt 1: …] [Alt 2: …]" the
//! one whose words stand in NEW was adopted, and the others went with their brackets.

use super::joined::{Found, Joined};
use super::placeholders::{is_kept, replacement, whereabouts};
use super::tokens::tokens;
use super::words::Edit;
use crate::terms::english::alternative::{JOINTS, LABELS};
use std::ops::Range;

/// What became of one bracket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Its words stand at these characters of NEW.
    Adopted(Range<usize>),
    /// Another was adopted in its stead.
    Dropped,
}

/// The fates of the placeholders of OLD that are alternatives, by index, and the characters of OLD
/// between those. `open` are the indices that NEW still has as placeholders.
pub(crate) fn fates(
    olds: &[&Found],
    open: &dyn Fn(usize) -> bool,
    [old, new]: [&Joined; 2],
    edits: &[Edit],
) -> (Vec<Option<Fate>>, Vec<Range<usize>>) {
    let mut fates = vec![None; olds.len()];
    let mut between = Vec::new();
    if new.nodes.is_empty() {
        return (fates, between);
    }
    let chars: Vec<char> = old.text.chars().collect();
    let takes = |at: usize| {
        let kind = olds[at].mention.attributes.get("type").map_or("", String::as_str);
        kind.starts_with("bracketed") && !olds[at].span.is_empty() && !open(at) && !is_kept(olds[at], edits)
    };
    let mut at = 0;
    while at < olds.len() {
        let first = at;
        at += 1;
        if !takes(first) {
            continue;
        }
        let mut gaps = Vec::new();
        while at < olds.len() && takes(at) {
            let gap = olds[at - 1].span.end..olds[at].span.start;
            let words: String = chars.get(gap.clone()).unwrap_or_default().iter().collect();
            let is_joint = JOINTS.contains(&words.trim().to_lowercase().as_str());
            if gap.start > gap.end || !is_joint || olds[at].node != olds[first].node {
                break;
            }
            gaps.push(gap);
            at += 1;
        }
        let group = &olds[first..at];
        let Some(chosen) = choose(group, [old, new], edits) else { continue };
        between.extend(gaps);
        for (fate, chosen) in fates[first..at].iter_mut().zip(chosen) {
            *fate = chosen;
        }
    }
    (fates, between)
}

/// The fates of brackets that stand beside one another.
fn choose(group: &[&Found], [old, new]: [&Joined; 2], edits: &[Edit]) -> Option<Vec<Option<Fate>>> {
    let span = group.first()?.span.start..group.last()?.span.end;
    let place = whereabouts(&span, edits);
    let (range, passage) = replacement(&span, &place, old, new, edits);
    let text = new.cut(range.clone());
    let mut at = range.start;
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    for token in tokens(&text).iter().filter(|token| !token.text.is_empty()) {
        let start = at + token.lead.chars().count();
        at = start + token.text.chars().count();
        words.push((token.text.to_lowercase(), start..at));
    }
    // By bracket, what it offers; the longest first, as "a protocol or guidelines" holds "a protocol".
    let mut offers: Vec<(usize, Vec<String>)> = Vec::new();
    for (index, found) in group.iter().enumerate() {
        let each =
            if group.len() == 1 { single(&found.mention.text) } else { vec![bare(&found.mention.text).0] };
        for offer in each {
            let own = tokens(offer);
            offers
                .push((index, own.iter().map(|t| t.text.to_lowercase()).filter(|t| !t.is_empty()).collect()));
        }
    }
    offers.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
    let mut used = vec![false; words.len()];
    let mut fates: Vec<Option<Fate>> = vec![None; group.len()];
    for (index, offer) in offers.iter().filter(|(_, offer)| !offer.is_empty()) {
        if passage || fates[*index].is_some() {
            continue;
        }
        if let Some(found) = stands(offer, &words, &used) {
            used[found.clone()].fill(true);
            fates[*index] = Some(Fate::Adopted(words[found.start].1.start..words[found.end - 1].1.end));
        }
    }
    let adopted = used.iter().filter(|used| **used).count();
    if adopted > 0 && adopted * 2 >= words.len() {
        return Some(fates.into_iter().map(|fate| Some(fate.unwrap_or(Fate::Dropped))).collect());
    }
    // Other words stand there: they take the place of the first, and none is told twice.
    let first = whereabouts(&group.first()?.span, edits);
    let again = |found: &&Found| {
        let place = whereabouts(&found.span, edits);
        place.start < first.end && first.start < place.end
    };
    let later = group.iter().skip(1).map(|found| again(found).then_some(Fate::Dropped));
    (group.len() > 1).then(|| std::iter::once(None).chain(later).collect())
}

/// Where an offer stands among words that no other has taken; its last mark may differ.
fn stands(offer: &[String], words: &[(String, Range<usize>)], used: &[bool]) -> Option<Range<usize>> {
    let is_mark = |word: &String| !word.chars().any(char::is_alphanumeric);
    let lead = offer.iter().take_while(|word| is_mark(word)).count();
    let tail = offer.iter().rev().take_while(|word| is_mark(word)).count();
    let core = offer.get(lead..offer.len() - tail).filter(|core| !core.is_empty())?;
    let fits = |at: &usize| {
        core.iter()
            .zip(*at..)
            .all(|(word, at)| words.get(at).is_some_and(|(own, _)| own == word) && !used[at])
    };
    let start = (0..words.len().checked_sub(core.len() - 1)?).find(fits)?;
    let mut end = start + core.len();
    for mark in &offer[offer.len() - tail..] {
        if words.get(end).is_some_and(|(own, _)| own == mark) && !used[end] {
            end += 1;
        }
    }
    Some(start..end)
}

/// What one bracket offers by itself: the words behind its label, or each of "[decided/agreed]".
fn single(text: &str) -> Vec<&str> {
    let (inner, labelled) = bare(text);
    for joint in ["/", " or "] {
        let parts: Vec<&str> = inner.split(joint).map(str::trim).collect();
        // "and/or" and "A/80/1" are one thing.
        let words = |part: &&str| {
            part.chars().any(char::is_alphabetic) && !part.ends_with("and") && !part.starts_with("or ")
        };
        if parts.len() > 1 && parts.iter().all(words) && !inner.chars().any(|c| c.is_ascii_digit()) {
            return parts;
        }
    }
    if labelled { vec![inner] } else { Vec::new() }
}

/// The words inside the brackets without "Alt 1:" or "Option A:", and whether such a label stood there.
fn bare(text: &str) -> (&str, bool) {
    let inner = text.trim().trim_start_matches('[').trim_end_matches(']').trim();
    let Some((label, rest)) = inner.split_once(':') else { return (inner, false) };
    let label = label.to_lowercase();
    let mut words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let names = words
        .next()
        .is_some_and(|word| LABELS.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())));
    match names && words.count() <= 1 && !rest.trim().is_empty() {
        true => (rest.trim(), true),
        false => (inner, false),
    }
}
