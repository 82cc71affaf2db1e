//! The laws of a comparison, as functions that list what breaks them.

// Each test binary that includes this file needs another part of it.
#![allow(dead_code)]

use crate::papers::compared;
use std::collections::{BTreeMap, BTreeSet};
use travaux::align::align;
use travaux::diff::{ComparedPair, Status, WordOp, diff};
use travaux::mentions::{Annotated, MentionKind};
use travaux::report::NodeKind;

/// What must hold for any comparison: pairs are complete, and words give both texts again.
pub fn faults(old: &Annotated, new: &Annotated) -> Vec<String> {
    let comparison = diff(old, new, &align(old, new));
    let mut faults = Vec::new();
    for (side, report, is_old) in [("OLD", old, true), ("NEW", new, false)] {
        let mut times: BTreeMap<&str, usize> = report
            .report
            .nodes
            .iter()
            .filter(|node| node.kind != NodeKind::Masthead)
            .map(|node| (node.id.as_str(), 0))
            .collect();
        for pair in &comparison.pairs {
            for id in if is_old { &pair.old } else { &pair.new } {
                match times.get_mut(id.as_str()) {
                    Some(times) => *times += 1,
                    None => faults.push(format!("{side} has no node {id} to pair")),
                }
            }
        }
        for (id, times) in times.iter().filter(|(_, times)| **times != 1) {
            faults.push(format!("{id} of {side} is in {times} pairs"));
        }
    }
    for pair in &comparison.pairs {
        let joined = |side: &Annotated, ids: &[String]| {
            let texts: Vec<&str> = ids
                .iter()
                .filter_map(|id| side.report.index_of(id))
                .map(|at| side.report.nodes[at].text.as_str())
                .collect();
            texts.join("\n")
        };
        let applied = |left_out: WordOp| -> String {
            let words = pair.words.iter().filter(|words| words.op != left_out);
            words.map(|words| words.text.as_str()).collect()
        };
        for (way, kept, now) in [
            ("backwards", joined(old, &pair.old), applied(WordOp::Insert)),
            ("forwards", joined(new, &pair.new), applied(WordOp::Delete)),
        ] {
            if kept != now {
                faults.push(format!("{:?} → {:?} {way}\n  kept: {kept}\n  now:  {now}", pair.old, pair.new));
            }
        }
    }
    faults.extend(ledger_faults(old, &comparison));
    faults
}

/// The ledger names each placeholder of OLD once, and none that is not there.
fn ledger_faults(old: &Annotated, comparison: &travaux::diff::Comparison) -> Vec<String> {
    let mut open: BTreeMap<(&str, &str), isize> = BTreeMap::new();
    for (node, mentions) in old.report.nodes.iter().zip(&old.mentions.by_node) {
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Placeholder) {
            *open.entry((&node.id, &mention.text)).or_default() += 1;
        }
    }
    for end in comparison.placeholders.iter().filter_map(|line| line.old.as_ref()) {
        *open.entry((&end.id, &end.text)).or_default() -= 1;
    }
    open.into_iter()
        .filter(|(_, count)| *count != 0)
        .map(|((id, text), count)| format!("ledger: “{text}” of {id} is out by {count}"))
        .collect()
}

/// A report has no differences from itself.
pub fn self_faults(report: &Annotated) -> Vec<String> {
    let (comparison, digest) = compared(report, report);
    let differs = |pair: &&ComparedPair| {
        pair.status != Status::Unchanged || pair.moved || pair.renumbered || pair.old != pair.new
    };
    let pairs = comparison.pairs.iter().filter(differs);
    let mut faults: Vec<String> =
        pairs.map(|pair| format!("{:?} → {:?} is {:?}", pair.old, pair.new, pair.status)).collect();
    if !digest.quiet || !comparison.masthead.is_empty() {
        faults.push(format!("not quiet; masthead {:?}", comparison.masthead));
    }
    faults
}

/// The way back is the way there: the same pairs, the same ones moved, what came went, what was split
/// merged, and the words the other way round.
pub fn mirror_faults(old: &Annotated, new: &Annotated) -> Vec<String> {
    let (there, back) = (diff(old, new, &align(old, new)), diff(new, old, &align(new, old)));
    let face = |pair: &ComparedPair, back: bool| {
        let status = match pair.status {
            Status::Inserted if back => Status::Deleted,
            Status::Deleted if back => Status::Inserted,
            Status::Split if back => Status::Merged,
            Status::Merged if back => Status::Split,
            status => status,
        };
        let ids = if back { (&pair.new, &pair.old) } else { (&pair.old, &pair.new) };
        let (old, new) = (ids.0.clone(), ids.1.clone());
        // Edits between two equal stretches: what went there, and what came.
        let mut words: Vec<[String; 2]> = vec![Default::default()];
        for word in &pair.words {
            let side = match word.op {
                WordOp::Equal => {
                    words.push([word.text.clone(), String::new()]);
                    words.push(Default::default());
                    continue;
                }
                WordOp::Delete => usize::from(back),
                WordOp::Insert => usize::from(!back),
            };
            words.last_mut().expect("there is one")[side].push_str(&word.text);
        }
        (old, new, format!("{status:?}"), pair.moved, pair.renumbered, words)
    };
    let there: BTreeSet<_> = there.pairs.iter().map(|pair| face(pair, false)).collect();
    let back: BTreeSet<_> = back.pairs.iter().map(|pair| face(pair, true)).collect();
    let only = |one: &BTreeSet<_>, other: &BTreeSet<_>, way: &str| -> Vec<String> {
        one.difference(other).map(|pair| format!("only {way}: {pair:?}")).collect()
    };
    let mut faults = only(&there, &back, "there");
    faults.extend(only(&back, &there, "back"));
    faults
}
