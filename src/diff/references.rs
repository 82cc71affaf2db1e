//! Cross-references in the light of the new numbers: each is followed by itself, with those that
//! stand beside it in one list or range.
//!
//! ```text
//! ¶2 is now ¶3, ¶3 is now ¶4
//! paragraphs 2 and 3 above → paragraphs 3 and 4 above     both follow
//! paragraphs 2 and 3 above → paragraphs 2 and 3 above     neither does, although there is a ¶3
//! ```

use super::digest::place::Places;
use super::facts::{Facts, Whereto, end};
use super::joined::{Found, Joined};
use super::placeholders::whereabouts;
use super::words::Edit;
use super::{Change, ChangeOp, Weight};
use crate::mentions::{Annotated, MentionKind};
use crate::remark::Remark;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a reference of OLD should name in NEW.
pub(crate) struct References<'a> {
    places: [Places<'a>; 2],
    /// By annex of OLD.
    annexes: HashSet<&'a str>,
    /// By identifier of OLD; nothing for what is gone or was never there.
    now: Whereto,
    /// By identifier of NEW, where it stood in OLD.
    before: HashMap<String, String>,
}

impl<'a> References<'a> {
    /// Follows the places of two reports; an annex is what it holds, whatever its letter.
    pub fn new(old: &'a Annotated, new: &'a Annotated, whereto: &Whereto) -> References<'a> {
        let mut now = whereto.clone();
        let parts: HashMap<&str, &str> =
            new.report.nodes.iter().map(|node| (node.id.as_str(), node.part.as_str())).collect();
        // By annex of OLD: all its letters, and those in each part of NEW.
        let mut weights: BTreeMap<&str, (usize, BTreeMap<&str, usize>)> = BTreeMap::new();
        for node in old.report.nodes.iter().filter(|node| node.part != "body" && node.id != node.part) {
            let weight = weights.entry(&node.part).or_default();
            let letters = node.text.chars().count();
            weight.0 += letters;
            let target = whereto.get(&node.id).and_then(|ids| parts.get(ids.first()?.as_str()));
            if let Some(part) = target {
                *weight.1.entry(part).or_default() += letters;
            }
        }
        let mut taken: Vec<(&str, &str)> = Vec::new();
        for (annex, (all, to)) in &weights {
            if let Some((part, most)) = to.iter().max_by_key(|(_, letters)| **letters)
                && most * 2 >= *all
                && *part != "body"
            {
                now.insert((*annex).to_owned(), vec![(*part).to_owned()]);
                taken.push((annex, part));
            }
        }
        // Where another annex stands now, this one does not.
        for (annex, (all, _)) in weights.iter().filter(|(_, (all, _))| *all > 0) {
            let moved = taken.iter().any(|(other, _)| other == annex);
            let is_other = |id: &String| taken.iter().any(|(other, part)| other != annex && part == id);
            if *all > 0 && !moved && now.get(*annex).is_some_and(|ids| ids.iter().any(is_other)) {
                now.remove(*annex);
            }
        }
        let mut before = HashMap::new();
        for node in &old.report.nodes {
            for id in now.get(&node.id).into_iter().flatten() {
                before.entry(id.clone()).or_insert_with(|| node.id.clone());
            }
        }
        let annexes = old.report.nodes.iter().filter(|node| node.id == node.part);
        let annexes = annexes.map(|node| node.id.as_str()).collect();
        References { places: [Places::new(&old.report), Places::new(&new.report)], annexes, now, before }
    }

    /// The index of the node with this identifier, in OLD (0) or NEW (1).
    pub fn index_of(&self, side: usize, id: &str) -> Option<usize> {
        self.places.get(side)?.index_of(id)
    }

    /// True for a node of NEW that OLD had too.
    pub fn was_there(&self, id: &str) -> bool {
        self.before.contains_key(id)
    }

    fn follows(&self, old: &Found, new: &Found) -> bool {
        self.now.get(&old.mention.value).is_some_and(|ids| ids.contains(&new.mention.value))
    }

    /// Why a reference that kept its words says something else now; `None` where it does not.
    fn fault(&self, value: &str) -> Option<String> {
        let [old, new] = &self.places;
        let was = old.label(value);
        match (self.now.get(value), self.before.get(value)) {
            (Some(ids), _) if ids.iter().any(|id| id == value) => None,
            (Some(ids), _) => Some(format!("{was} is now {}", new.label(ids.first()?))),
            (None, Some(other)) => {
                Some(format!("{was} is gone, and what bears its number was {}", old.label(other)))
            }
            (None, None) => self.annexes.contains(value).then(|| format!("{was} is gone")),
        }
    }
}

/// Whether a reference of NEW stands for one of OLD.
type Stands<'a> = &'a dyn Fn(&Found, &Found) -> bool;

/// Takes the references out of the facts of both sides: one that names its place by the new number is
/// no edit; one that kept a number which now belongs to another place is worth a remark.
pub(crate) fn follow(
    facts: &mut Facts,
    [olds, news]: [&mut Vec<&Found>; 2],
    [old, new]: [&Joined; 2],
    edits: &[Edit],
    references: &References,
) {
    let is_reference = |found: &&&Found| found.mention.kind == MentionKind::CrossReference;
    let from: Vec<&Found> = olds.iter().filter(is_reference).copied().collect();
    if from.is_empty() {
        return;
    }
    let to: Vec<&Found> = news.iter().filter(is_reference).copied().collect();
    let (lists, places) = (lists(&from, old), lists(&to, new));
    // Of each reference of OLD the one of NEW that stands for it, by index.
    let mut partner: Vec<Option<usize>> = vec![None; from.len()];
    let mut taken = vec![false; to.len()];
    for list in &lists {
        let span = from[list.start].span.start..from[list.end - 1].span.end;
        let place = whereabouts(&span, edits);
        let here = places.iter().find(|other| {
            let (start, end) = (to[other.start].span.start, to[other.end - 1].span.end);
            start < place.end && place.start < end && !taken[other.start]
        });
        let Some(here) = here.cloned() else { continue };
        let alike = |fits: &dyn Fn(&Found, &Found) -> bool| {
            let mut next = here.start;
            let mut out = Vec::new();
            for at in list.clone() {
                if let Some(other) = (next..here.end).find(|other| fits(from[at], to[*other])) {
                    next = other + 1;
                    out.push((at, other));
                }
            }
            out
        };
        let following = alike(&|old, new| references.follows(old, new));
        let kept = alike(&|old, new| old.mention.value == new.mention.value);
        for (at, other) in if following.len() >= kept.len() { following } else { kept } {
            partner[at] = Some(other);
            taken[other] = true;
        }
    }
    // What stands elsewhere in the paragraph now.
    let by: [Stands; 2] =
        [&|old, new| references.follows(old, new), &|old, new| old.mention.value == new.mention.value];
    for fits in by {
        for at in 0..from.len() {
            let free = |other: &usize| !taken[*other] && fits(from[at], to[*other]);
            if partner[at].is_none()
                && let Some(other) = (0..to.len()).find(free)
            {
                partner[at] = Some(other);
                taken[other] = true;
            }
        }
    }
    for list in &lists {
        tell(facts, list.clone(), (&from, &to), &partner, new, (edits, references));
    }
    let is_done = |found: &Found, all: &[&Found], done: &dyn Fn(usize) -> bool| {
        all.iter().position(|other| std::ptr::eq(*other, found)).is_some_and(done)
    };
    let follows = |at: usize| partner[at].is_some_and(|other| references.follows(from[at], to[other]));
    olds.retain(|found| !is_done(found, &from, &follows));
    let followed = |other: usize| (0..from.len()).any(|at| partner[at] == Some(other) && follows(at));
    news.retain(|found| !is_done(found, &to, &followed));
}

/// What became of one list of references.
fn tell(
    facts: &mut Facts,
    list: std::ops::Range<usize>,
    (from, to): (&[&Found], &[&Found]),
    partner: &[Option<usize>],
    new: &Joined,
    (edits, references): (&[Edit], &References),
) {
    let mut faults = Vec::new();
    // Where the list stands in NEW.
    let (mut first, mut last) = (usize::MAX, 0);
    for at in list {
        let was = from[at];
        let Some(now) = partner[at].map(|other| to[other]) else {
            // The same words, of which NEW knows no place: "annex II" where one annex is left.
            let resolved = was.mention.attributes.get("resolved").is_some_and(|resolved| resolved == "true");
            let kept = |edit: &Edit| edit.old.end <= was.span.start || was.span.end <= edit.old.start;
            if resolved
                && edits.iter().all(kept)
                && let Some(fault) = references.fault(&was.mention.value)
            {
                let place = whereabouts(&was.span, edits);
                (first, last) = (first.min(place.start), last.max(place.end));
                faults.push(fault);
            }
            continue;
        };
        (first, last) = (first.min(now.span.start), last.max(now.span.end));
        if references.follows(was, now) {
            if now.mention.value != was.mention.value {
                facts.changes.push(Change {
                    kind: "cross_reference",
                    op: ChangeOp::Renumbered,
                    weight: Weight::Renumbering,
                    rule: "reference-follows",
                    old: Some(end(was)),
                    new: Some(end(now)),
                    note: None,
                });
                facts.old.push(was.span.clone());
                facts.new.push(now.span.clone());
            } else if now.mention.text != was.mention.text {
                facts.same.push((was.span.clone(), now.span.clone(), "same-target"));
            }
        } else if now.mention.value == was.mention.value
            && let Some(fault) = references.fault(&was.mention.value)
        {
            faults.push(fault);
        }
    }
    faults.dedup();
    if faults.is_empty() {
        return;
    }
    let message = format!("“{}” did not follow the new numbers: {}", new.cut(first..last), faults.join(", "));
    facts.remarks.push(
        Remark::new("stale-reference", new.id_at(first), message)
            .hinted("check whether the reference should follow the renumbering"),
    );
}

/// References under one noun, with nothing but "and", a comma, "to" or "above" between them, by index.
fn lists(all: &[&Found], side: &Joined) -> Vec<std::ops::Range<usize>> {
    let chars: Vec<char> = side.text.chars().collect();
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, found) in all.iter().enumerate() {
        // "and annex II" begins anew, "and II" does not.
        let noun = found.mention.text.split_whitespace().next().unwrap_or_default();
        let noun = noun.starts_with(char::is_alphabetic) && noun.contains(char::is_lowercase);
        let goes_on = at > 0 && !noun && {
            let before = all[at - 1];
            let gap = before.span.end..found.span.start.max(before.span.end);
            let between: String = chars.get(gap).unwrap_or_default().iter().collect();
            between.len() <= " above, and ".len()
                && before.node == found.node
                && between
                    .split(|c: char| !c.is_alphanumeric())
                    .all(|word| matches!(word, "" | "and" | "or" | "to" | "through" | "above" | "below"))
                && !between.contains(['.', ';'])
        };
        match out.last_mut() {
            Some(list) if goes_on => list.end = at + 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}
