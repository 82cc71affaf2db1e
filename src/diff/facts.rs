//! The facts of a pair, compared by what they mean, in the light of the word comparison.

use super::joined::{Found, Joined};
use super::names::Names;
use super::references::{self, References};
use super::same::{agree, differs_in_numerals_only, is_own_fact, is_period, same, same_office, same_person};
use super::standing::Standing;
use super::words::Edit;
use super::{Change, ChangeOp, End, Weight};
use crate::mentions::{Mention, MentionKind};
use crate::remark::Remark;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

/// Where a node of OLD is in NEW: identifiers by identifier.
pub(crate) type Whereto = HashMap<String, Vec<String>>;

/// What a pair is part of.
pub(crate) struct Belongs<'a> {
    /// Where each node of OLD is in NEW.
    pub whereto: &'a Whereto,
    /// What the references of OLD should name; likewise nothing on the first page.
    pub references: Option<&'a References<'a>>,
    /// What stands in both versions; nothing is known of it on the first page.
    pub standing: Option<&'a Standing<'a>>,
    /// The names of both versions; likewise.
    pub names: Option<&'a Names<'a>>,
    /// The symbols of the two documents.
    pub symbols: [Option<&'a str>; 2],
}

/// The facts of one pair, compared, and the stretches that this explains.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Changes of facts.
    pub changes: Vec<Change>,
    /// Characters of OLD inside a fact that changed or that is the same otherwise written.
    pub old: Vec<Range<usize>>,
    /// Characters of NEW, likewise.
    pub new: Vec<Range<usize>>,
    /// Facts that are the same but written otherwise, with the rule that says so.
    pub same: Vec<(Range<usize>, Range<usize>, &'static str)>,
    /// Cross-references that did not follow the renumbering.
    pub remarks: Vec<Remark>,
}

/// Compares the facts of a pair that has both sides.
pub(crate) fn compare(old: &Joined, new: &Joined, edits: &[Edit], belongs: &Belongs) -> Facts {
    let mut facts = Facts::default();
    let mut olds = facts_of(old);
    let mut news = facts_of(new);
    if let Some(references) = belongs.references {
        references::follow(&mut facts, [&mut olds, &mut news], [old, new], edits, references);
    }
    take_equal(&mut facts, &mut olds, &mut news);
    take_alike(&mut facts, &mut olds, &mut news);
    take_changed(&mut facts, &mut olds, &mut news, edits);
    take_reassigned(&mut facts, &mut olds, &mut news, edits);
    take_due(&mut facts, &mut olds, &mut news, edits);
    for found in olds.into_iter().filter(|found| edits.iter().any(|edit| overlaps(&edit.old, &found.span))) {
        let change = one_sided_change(found, true, belongs.standing);
        // What is said of a fact that stands elsewhere too is told by the words.
        if change.weight == Weight::Substantive {
            facts.old.push(found.span.clone());
        }
        facts.changes.push(change);
    }
    for found in news.into_iter().filter(|found| edits.iter().any(|edit| overlaps(&edit.new, &found.span))) {
        let change = one_sided_change(found, false, belongs.standing);
        // What is said of a fact that stands elsewhere too is told by the words.
        if change.weight == Weight::Substantive {
            facts.new.push(found.span.clone());
        }
        facts.changes.push(change);
    }
    names_itself(&mut facts.changes, belongs.symbols);
    facts
}

/// A document that names itself has another symbol in its revision: no other document is cited.
fn names_itself(changes: &mut [Change], symbols: [Option<&str>; 2]) {
    let [Some(was), Some(now)] = symbols else { return };
    let is =
        |end: &Option<End>, symbol: &str| end.as_ref().and_then(|end| end.value.as_deref()) == Some(symbol);
    for change in changes.iter_mut().filter(|change| is(&change.old, was) && is(&change.new, now)) {
        (change.weight, change.rule) = (Weight::Reworded, "own-symbol");
    }
}

/// The facts of a pair that has only one side: all came or all went.
pub(crate) fn one_sided(side: &Joined, is_old: bool, standing: Option<&Standing>) -> Vec<Change> {
    facts_of(side).into_iter().map(|found| one_sided_change(found, is_old, standing)).collect()
}

fn facts_of<'j, 'a>(side: &'j Joined<'a>) -> Vec<&'j Found<'a>> {
    let is_fact = |mention: &Mention| mention.kind != MentionKind::Placeholder && is_own_fact(mention);
    side.mentions.iter().filter(|found| is_fact(found.mention)).collect()
}

fn overlaps(edit: &Range<usize>, span: &Range<usize>) -> bool {
    edit.start < span.end && edit.end > span.start
}

fn touches(edit: &Range<usize>, span: &Range<usize>) -> bool {
    edit.start <= span.end && edit.end >= span.start
}

/// Takes out what has the same normal form on both sides, first come, first served.
fn take_equal(facts: &mut Facts, olds: &mut Vec<&Found>, news: &mut Vec<&Found>) {
    let mut waiting: HashMap<(MentionKind, String), VecDeque<usize>> = HashMap::new();
    for (at, new) in news.iter().enumerate() {
        waiting.entry((new.mention.kind, key(new))).or_default().push_back(at);
    }
    let mut taken = vec![false; news.len()];
    olds.retain(|old| {
        let Some(at) = waiting.get_mut(&(old.mention.kind, key(old))).and_then(VecDeque::pop_front) else {
            return true;
        };
        taken[at] = true;
        keep_if_rewritten(facts, old, news[at]);
        false
    });
    let mut taken = taken.into_iter();
    news.retain(|_| !taken.next().unwrap_or(false));
}

/// The value, and for a person the office and the country too: the same person in another office is
/// a change.
fn key(found: &Found) -> String {
    let mention = found.mention;
    if !matches!(mention.kind, MentionKind::Officer | MentionKind::Participant) {
        return mention.value.clone();
    }
    let more = |name: &str| mention.attributes.get(name).map_or("", String::as_str);
    format!("{}\u{1f}{}\u{1f}{}", mention.value, more("office"), more("country"))
}

/// Takes out what means the same, otherwise written.
fn take_alike(facts: &mut Facts, olds: &mut Vec<&Found>, news: &mut Vec<&Found>) {
    olds.retain(|old| {
        let Some(at) = news.iter().position(|new| same(old.mention, new.mention)) else { return true };
        keep_if_rewritten(facts, old, news.remove(at));
        false
    });
}

fn keep_if_rewritten(facts: &mut Facts, old: &Found, new: &Found) {
    // "plenary" before "meeting" leaves the meeting the same, yet it is a word for the words to tell.
    let counted = matches!(old.mention.kind, MentionKind::Session | MentionKind::Quantity);
    if counted && !differs_in_numerals_only(&old.mention.text, &new.mention.text) {
        return;
    }
    if old.mention.text != new.mention.text {
        let rule = match old.mention.kind {
            MentionKind::Date => "same-days",
            MentionKind::Officer | MentionKind::Participant => "same-person",
            MentionKind::Document => "same-document",
            _ => "same-value",
        };
        facts.same.push((old.span.clone(), new.span.clone(), rule));
    }
}

/// Pairs what is left: another person in the same office, another value in the same edit.
fn take_changed(facts: &mut Facts, olds: &mut Vec<&Found>, news: &mut Vec<&Found>, edits: &[Edit]) {
    // A fact that overlaps the edit before one that only touches it: "June" → "June 2019" leaves
    // the old date whole, yet it is the old date that changed.
    for strict in [true, false] {
        olds.retain(|old| {
            let fits = |new: &&Found| {
                old.mention.kind == new.mention.kind
                    && (in_one_edit(old, new, edits, strict)
                        || (same_office(old.mention, new.mention)
                            && edits.iter().any(|edit| overlaps(&edit.old, &old.span))
                            && edits.iter().any(|edit| overlaps(&edit.new, &new.span))))
            };
            let Some(at) = news.iter().position(fits) else { return true };
            let new = news.remove(at);
            facts.old.push(old.span.clone());
            facts.new.push(new.span.clone());
            facts.changes.push(Change {
                kind: old.mention.kind.name(),
                op: ChangeOp::Changed,
                weight: Weight::Substantive,
                rule: changed_rule(old.mention.kind),
                old: Some(end(old)),
                new: Some(end(new)),
                note: new.mention.attributes.get("office").cloned(),
            });
            false
        });
    }
}

/// The same person with another office or of another country, also where no word of the pair
/// changed: the office may stand in the line above.
fn take_reassigned(facts: &mut Facts, olds: &mut Vec<&Found>, news: &mut Vec<&Found>, edits: &[Edit]) {
    olds.retain(|old| {
        let is_person = old.mention.kind == MentionKind::Officer;
        let same = |new: &&Found| {
            is_person
                && new.mention.kind == MentionKind::Officer
                && same_person(&old.mention.value, &new.mention.value)
        };
        let Some(at) = news.iter().position(same) else { return true };
        let new = news[at];
        let (rule, name) = if agree(old.mention, new.mention, "office") {
            ("country-changed", "country")
        } else {
            ("office-changed", "office")
        };
        let value = |found: &Found| found.mention.attributes.get(name).cloned();
        let (Some(was), Some(now)) = (value(old), value(new)) else { return true };
        // A State holds an office as a State: its country is its name.
        if was == now {
            return true;
        }
        news.remove(at);
        if edits.iter().any(|edit| overlaps(&edit.old, &old.span)) {
            facts.old.push(old.span.clone());
        }
        if edits.iter().any(|edit| overlaps(&edit.new, &new.span)) {
            facts.new.push(new.span.clone());
        }
        facts.changes.push(Change {
            kind: "officer",
            op: ChangeOp::Changed,
            weight: Weight::Substantive,
            rule,
            old: Some(end(old)),
            new: Some(end(new)),
            note: Some(format!("{was} → {now}")),
        });
        false
    });
}

/// A period that a day takes the place of, or the other way round: "within four years" → "by 2031",
/// "within six months" → "at its ninth session".
fn take_due(facts: &mut Facts, olds: &mut Vec<&Found>, news: &mut Vec<&Found>, edits: &[Edit]) {
    let kind = |found: &Found| match found.mention.kind {
        MentionKind::Date => Some(MentionKind::Date),
        MentionKind::Session => Some(MentionKind::Session),
        MentionKind::Quantity if is_period(found.mention) => Some(MentionKind::Quantity),
        _ => None,
    };
    olds.retain(|old| {
        let Some(was) = kind(old) else { return true };
        let fits = |new: &&Found| {
            let one_is_period = (was == MentionKind::Quantity) != (new.mention.kind == MentionKind::Quantity);
            kind(new).is_some() && one_is_period && in_one_edit(old, new, edits, true)
        };
        let Some(at) = news.iter().position(fits) else { return true };
        let new = news.remove(at);
        facts.old.push(old.span.clone());
        facts.new.push(new.span.clone());
        let told = if was == MentionKind::Quantity { new.mention.kind } else { was };
        facts.changes.push(Change {
            kind: told.name(),
            op: ChangeOp::Changed,
            weight: Weight::Substantive,
            rule: "due-changed",
            old: Some(end(old)),
            new: Some(end(new)),
            note: None,
        });
        false
    });
}

fn changed_rule(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Date => "date-changed",
        MentionKind::Document => "document-changed",
        MentionKind::Officer => "officer-changed",
        _ => "value-changed",
    }
}

fn in_one_edit(old: &Found, new: &Found, edits: &[Edit], strict: bool) -> bool {
    edits.iter().any(|edit| {
        let (one, two) = (overlaps(&edit.old, &old.span), overlaps(&edit.new, &new.span));
        if strict {
            one && two
        } else {
            (one || two) && touches(&edit.old, &old.span) && touches(&edit.new, &new.span)
        }
    })
}

pub(crate) fn end(found: &Found) -> End {
    End {
        id: found.node.to_owned(),
        text: found.mention.text.clone(),
        value: Some(found.mention.value.clone()),
    }
}

fn one_sided_change(found: &Found, is_old: bool, standing: Option<&Standing>) -> Change {
    let (op, rule) =
        if is_old { (ChangeOp::Removed, "fact-removed") } else { (ChangeOp::Added, "fact-added") };
    let this = Some(end(found));
    let (old, new) = if is_old { (this, None) } else { (None, this) };
    let elsewhere = standing.and_then(|standing| standing.named_elsewhere(found, is_old));
    let (weight, rule) = match elsewhere {
        Some(_) => (Weight::Reworded, "named-elsewhere"),
        None => (Weight::Substantive, rule),
    };
    let note = elsewhere.or_else(|| found.mention.attributes.get("office").cloned());
    Change { kind: found.mention.kind.name(), op, weight, rule, old, new, note }
}
