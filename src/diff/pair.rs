//! One pair: words, facts, placeholders, and the pair in one word.

use super::classify::{same_in_style, weigh};
use super::facts::{self, Belongs};
use super::joined::Joined;
use super::within::{self, Shift};
use super::words::{self, Edit};
use super::{
    Change, ChangeOp, ComparedPair, End, LedgerLine, Options, Status, Weight, WordOp, Words, calls,
    placeholders, recited, seam, sense, signs, window,
};
use crate::align::Pair;
use crate::mentions::Annotated;
use crate::remark::Remark;
use crate::report::{Node, NodeKind};
use std::ops::Range;

/// One pair with what belongs to the whole comparison.
pub(crate) struct Outcome {
    pub pair: ComparedPair,
    pub ledger: Vec<LedgerLine>,
    pub remarks: Vec<Remark>,
}

/// Compares one pair; `None` if none of its nodes exists.
pub(crate) fn compare(
    [old, new]: [&Annotated; 2],
    pair: &Pair,
    belongs: &Belongs,
    options: &Options,
) -> Option<Outcome> {
    let (olds, news) = (Joined::new(old, &pair.old), Joined::new(new, &pair.new));
    let compared = |status, words, changes| ComparedPair {
        status,
        moved: pair.moved,
        renumbered: is_renumbered(&olds.nodes, &news.nodes),
        old: olds.ids(),
        new: news.ids(),
        // More digits than two would claim more than anybody knows.
        confidence: match pair.confidence.is_finite() {
            true => (pair.confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0,
            false => 0.0,
        },
        why: why(&pair.why, olds.text == news.text),
        words,
        changes,
    };
    match (olds.nodes.is_empty(), news.nodes.is_empty()) {
        (true, true) => None,
        (true, false) | (false, true) => {
            let is_old = news.nodes.is_empty();
            let side = if is_old { &olds } else { &news };
            let settled = placeholders::one_sided(side, is_old);
            let mut changes = facts::one_sided(side, is_old, belongs.standing);
            changes.extend(settled.changes);
            let (status, op) =
                if is_old { (Status::Deleted, WordOp::Delete) } else { (Status::Inserted, WordOp::Insert) };
            changes.extend(whole(side, is_old));
            if side.nodes.iter().all(|node| is_masthead_note(node)) {
                // "Reissued for technical reasons", "On behalf of the States …", "Any changes to the list
                // of sponsors …": news of the document, not of its text.
                for change in &mut changes {
                    change.weight = Weight::Editorial;
                    change.rule = "masthead-note";
                }
            }
            let repeated: Option<Vec<String>> =
                side.nodes.iter().map(|node| belongs.standing?.repeats(node, is_old)).collect();
            if let Some(repeated) = repeated {
                for change in &mut changes {
                    change.weight = Weight::Editorial;
                    change.rule = "note-repeated";
                    let of = repeated.first().filter(|note| !note.is_empty());
                    change.note = of.map(|note| format!("repeats {note}"));
                }
            }
            let words = vec![Words { op, text: side.text.clone() }];
            let words = words.into_iter().filter(|word| !word.text.is_empty()).collect();
            let pair = compared(status, words, changes);
            Some(Outcome { pair, ledger: settled.ledger, remarks: Vec::new() })
        }
        (false, false) => {
            let words = olds.words(&news);
            let edits = words::edits(&words);
            let settled = placeholders::settle(&olds, &news, &edits);
            let mut found = facts::compare(&olds, &news, &edits, belongs);
            // What stands in brackets where a blank was is not certain yet, so it is no new fact.
            let open = |change: &Change| {
                let Some(end) = change.new.as_ref().filter(|_| change.op == ChangeOp::Added) else {
                    return false;
                };
                settled.changes.iter().any(|blank| {
                    let now = blank.new.as_ref().filter(|_| blank.rule == placeholders::STILL_OPEN);
                    now.is_some_and(|now| now.id == end.id && now.text.contains(&end.text))
                })
            };
            found.changes.retain(|change| !open(change));
            let mut explained = (settled.old, settled.new);
            explained.0.extend(found.old);
            explained.1.extend(found.new);
            let mut changes = found.changes;
            changes.extend(settled.changes);
            let same = |first: bool| found.same.iter().map(move |(a, b, _)| if first { a } else { b });
            let told = [
                explained.0.iter().chain(same(true)).cloned().collect::<Vec<_>>(),
                explained.1.iter().chain(same(false)).cloned().collect(),
            ];
            let shifts =
                within::shifts([&olds.text, &news.text], &edits, [&told[0], &told[1]], &options.binding);
            changes.extend(shifts.iter().map(|shift| shifted(shift, [&olds, &news])));
            explained.0.extend(shifts.iter().map(|shift| shift.old.clone()));
            explained.1.extend(shifts.iter().map(|shift| shift.new.clone()));
            let turned = sense::turned(&edits, &olds.text, &news.text);
            changes.extend(edits.iter().zip(turned).filter_map(|(edit, turned)| {
                let told = (&explained, found.same.as_slice());
                let change = wording(edit, [&olds, &news], told, belongs, options)?;
                let mut change = without_shifted(change, edit, &shifts)?;
                // A name that comes or goes is told, wherever it stood.
                let is_words = change.rule == "number"
                    || change.rule.starts_with("words-")
                    || change.rule.starts_with("clause-");
                if turned && is_words {
                    (change.weight, change.rule) = (Weight::Reworded, "turned-phrase");
                }
                Some(change)
            }));
            let mut marks = calls::compare(&olds, &news, belongs.whereto).changes();
            if let Some(references) = belongs.references {
                let told =
                    recited::changes([&olds, &news], [old, new], &edits, (belongs.whereto, references));
                changes.extend(told);
            }
            changes.append(&mut marks);
            super::strength::carried_out(&mut changes);
            let status = status(&olds, &news, &changes);
            let pair = compared(status, words, changes);
            Some(Outcome { pair, ledger: settled.ledger, remarks: found.remarks })
        }
    }
}

/// The reason for the pairing. To the aligner, texts that differ in style are the same text.
fn why(why: &str, same: bool) -> String {
    match why.strip_prefix("same text") {
        Some(rest) if !same => format!("same text but for style{rest}"),
        _ => why.to_owned(),
    }
}

/// The pair in one word.
fn status(old: &Joined, new: &Joined, changes: &[Change]) -> Status {
    match old.nodes.len().cmp(&new.nodes.len()) {
        std::cmp::Ordering::Less => return Status::Split,
        std::cmp::Ordering::Greater => return Status::Merged,
        std::cmp::Ordering::Equal => {}
    }
    match changes.iter().map(|change| change.weight).max() {
        Some(Weight::Substantive) => Status::Modified,
        Some(Weight::Reworded) => Status::Reworded,
        Some(Weight::Editorial | Weight::Renumbering) => Status::Editorial,
        None if old.text == new.text => Status::Unchanged,
        None => Status::Editorial,
    }
}

/// A note called by an asterisk: it speaks of the document.
pub(crate) fn is_masthead_note(node: &Node) -> bool {
    let number = node.number.as_deref().unwrap_or_default();
    node.kind == NodeKind::Footnote && !number.is_empty() && number.chars().all(|c| c == '*')
}

/// The change of a whole inserted or deleted pair.
fn whole(side: &Joined, is_old: bool) -> Option<Change> {
    let first = side.nodes.first()?;
    let this = Some(End { id: first.id.clone(), text: side.text.clone(), value: None });
    let (op, rule, old, new) = if is_old {
        (ChangeOp::Removed, "whole-removed", this, None)
    } else {
        (ChangeOp::Added, "whole-added", None, this)
    };
    Some(Change { kind: wording_kind(first), op, weight: Weight::Substantive, rule, old, new, note: None })
}

fn wording_kind(node: &Node) -> &'static str {
    if node.kind == NodeKind::Heading { "heading" } else { "wording" }
}

/// What facts explain of OLD and of NEW, and facts that are the same otherwise written.
type Explained<'a> =
    (&'a (Vec<Range<usize>>, Vec<Range<usize>>), &'a [(Range<usize>, Range<usize>, &'static str)]);

/// What an edit of words means, beyond the facts and placeholders that explain part of it.
fn wording(
    edit: &Edit,
    [old, new]: [&Joined; 2],
    (explained, same): Explained,
    belongs: &Belongs,
    options: &Options,
) -> Option<Change> {
    let end = |side: &Joined, range: &Range<usize>, text: &str| {
        // The line feed before a node is no part of the node before it.
        let lead = text.chars().take_while(|c| c.is_whitespace()).count();
        let text = text.trim();
        (!text.is_empty()).then(|| End {
            id: side.id_at(range.start + lead).to_owned(),
            text: text.to_owned(),
            value: None,
        })
    };
    let is_bare = |text: &str| !text.chars().any(char::is_alphanumeric);
    let mut deleted = outside(&edit.deleted, &edit.old, &explained.0);
    let mut inserted = outside(&edit.inserted, &edit.new, &explained.1);
    let told = deleted.len() < edit.deleted.len() || inserted.len() < edit.inserted.len();
    if told && is_bare(&deleted) && is_bare(&inserted) {
        return None;
    }
    // A fact that is the same, otherwise written: the rule is that of the fact.
    let mut rule_of_same = None;
    for (old_span, new_span, rule) in same {
        let rest_old = outside(&edit.deleted, &edit.old, std::slice::from_ref(old_span));
        let rest_new = outside(&edit.inserted, &edit.new, std::slice::from_ref(new_span));
        if rest_old.len() < edit.deleted.len() || rest_new.len() < edit.inserted.len() {
            rule_of_same = Some(*rule);
        }
    }
    if rule_of_same.is_some() {
        let spans = |first: bool, more: &[Range<usize>]| -> Vec<Range<usize>> {
            let of = same.iter().map(|(old, new, _)| if first { old } else { new });
            of.chain(more).cloned().collect()
        };
        deleted = outside(&edit.deleted, &edit.old, &spans(true, &explained.0));
        inserted = outside(&edit.inserted, &edit.new, &spans(false, &explained.1));
    }
    let (near, texts) = window::window(edit, &old.text, &new.text);
    // A day is told by its date, a fact that changed by what it is now.
    let sign = match told || rule_of_same == Some("same-days") {
        true => None,
        false => signs::rule(texts, &near),
    };
    let (kind, weight, rule, note) = match (sign, rule_of_same) {
        (Some(rule), _) => ("wording", Weight::Substantive, rule, None),
        _ if seam::is_seam(edit, [&deleted, &inserted], [&old.text, &new.text]) => {
            ("wording", Weight::Reworded, "seam", None)
        }
        (_, Some(rule)) if is_bare(&deleted) && is_bare(&inserted) => {
            ("wording", Weight::Editorial, rule, None)
        }
        _ => {
            let verdict = weigh(&near, [&deleted, &inserted], texts, options);
            let is_name = || belongs.names.is_some_and(|names| names.is_same(edit, [old, new]));
            match verdict.weight {
                Weight::Substantive if is_name() => ("wording", Weight::Editorial, "same-name", None),
                weight => (verdict.kind, weight, verdict.rule, verdict.note),
            }
        }
    };
    // What a fact or a blank has told already is not said again.
    let is_rest = |rest: &str, all: &str| told && rest.len() < all.len() && is_bare(rest);
    let (from, to) = match (is_rest(&deleted, &edit.deleted), is_rest(&inserted, &edit.inserted)) {
        (true, false) => (None, end(new, &edit.new, &inserted)),
        (false, true) => (end(old, &edit.old, &deleted), None),
        _ => (end(old, &edit.old, &edit.deleted), end(new, &edit.new, &edit.inserted)),
    };
    // A qualifier is told with its verb: "notes with appreciation".
    let (from, to) = if rule == "qualifier" {
        let with_verb = |side: &Joined, range: &Range<usize>, words: &str| {
            let before = side.cut(0..range.start);
            let verb = before.split_whitespace().next_back().unwrap_or_default().to_owned();
            end(side, range, format!("{verb} {}", words.trim()).trim_end_matches([' ', ',']))
        };
        (with_verb(old, &edit.old, &edit.deleted), with_verb(new, &edit.new, &edit.inserted))
    } else {
        (from, to)
    };
    let is_footnote = |side: &Joined| side.nodes.iter().all(|node| node.kind == NodeKind::Footnote);
    let heading = new.nodes.first().is_some_and(|node| node.kind == NodeKind::Heading);
    // Headings are names throughout: a capital says nothing there. A note that only differs in its
    // "Ibid." is house style.
    let weight = match rule {
        "turn-of-phrase" if is_footnote(new) && same_in_style(&edit.deleted, &edit.inserted) => {
            Weight::Editorial
        }
        _ => weight,
    };
    let op = match (&from, &to) {
        (None, Some(_)) => ChangeOp::Added,
        (Some(_), None) => ChangeOp::Removed,
        _ => ChangeOp::Changed,
    };
    // Words that were put in beside others that were taken out are words that changed.
    let rule = match rule {
        "words-added" | "words-removed" if op == ChangeOp::Changed => "words-changed",
        "clause-added" | "clause-removed" if op == ChangeOp::Changed => "clause-changed",
        rule => rule,
    };
    Some(Change {
        kind: if heading && kind == "wording" { "heading" } else { kind },
        op,
        weight,
        rule,
        old: from,
        new: to,
        note,
    })
}

/// The change of a phrase that only moved inside its pair.
fn shifted(shift: &Shift, [old, new]: [&Joined; 2]) -> Change {
    let end = |side: &Joined, span: &Range<usize>| {
        Some(End { id: side.id_at(span.start).to_owned(), text: side.cut(span.clone()), value: None })
    };
    Change {
        kind: "wording",
        op: ChangeOp::Moved,
        weight: if shift.in_order { Weight::Reworded } else { Weight::Substantive },
        rule: "phrase-moved",
        old: end(old, &shift.old),
        new: end(new, &shift.new),
        note: None,
    }
}

/// The change of an edit of which a part only moved: the rest, or `None` where that says little.
fn without_shifted(change: Change, edit: &Edit, shifts: &[Shift]) -> Option<Change> {
    let overlaps = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    let gone: Vec<_> =
        shifts.iter().map(|shift| shift.old.clone()).filter(|s| overlaps(s, &edit.old)).collect();
    let come: Vec<_> =
        shifts.iter().map(|shift| shift.new.clone()).filter(|s| overlaps(s, &edit.new)).collect();
    if gone.is_empty() && come.is_empty() {
        return Some(change);
    }
    let rest = |end: Option<End>, words: &str, range: &Range<usize>, spans: &[Range<usize>]| {
        let end = end?;
        if spans.is_empty() {
            return Some(end);
        }
        let text = outside(words, range, spans);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == ',');
        let text = [" and", " or"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        let text = ["and ", "or "].iter().find_map(|start| text.strip_prefix(start)).unwrap_or(text).trim();
        (text.chars().any(char::is_alphanumeric) && !matches!(text, "and" | "or"))
            .then(|| End { text: text.to_owned(), ..end })
    };
    let old = rest(change.old, &edit.deleted, &edit.old, &gone);
    let new = rest(change.new, &edit.inserted, &edit.new, &come);
    let op = match (&old, &new) {
        (None, None) => return None,
        (None, Some(_)) => ChangeOp::Added,
        (Some(_), None) => ChangeOp::Removed,
        _ => ChangeOp::Changed,
    };
    Some(Change { op, old, new, ..change })
}

/// The words of an edit that no span explains.
fn outside(words: &str, range: &Range<usize>, spans: &[Range<usize>]) -> String {
    words
        .chars()
        .zip(range.start..)
        .filter(|(_, at)| !spans.iter().any(|span| span.contains(at)))
        .map(|(c, _)| c)
        .collect()
}

/// True where the matched numbers differ. The number of a footnote is no number to cite.
fn is_renumbered(old: &[&Node], new: &[&Node]) -> bool {
    let (Some(old), Some(new)) = (old.first(), new.first()) else { return false };
    if old.kind == NodeKind::Footnote || new.kind == NodeKind::Footnote {
        return false;
    }
    match (&old.number, &new.number) {
        (Some(old), Some(new)) => label(old) != label(new),
        _ => false,
    }
}

/// A label without its brackets and without the word before it: `Chapter II` is `II`.
fn label(number: &str) -> String {
    let number = number.to_lowercase();
    let number = ["chapter", "section", "part", "annex"]
        .iter()
        .find_map(|word| number.strip_prefix(word))
        .unwrap_or(&number);
    number
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .collect::<String>()
        .trim_matches('.')
        .to_owned()
}
