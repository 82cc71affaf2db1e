//! The fields of the first page that differ.

use super::classify::same_in_style;
use super::facts::{self, Whereto};
use super::joined::Joined;
use super::placeholders::{self, Settled};
use super::{Change, ChangeOp, FieldChange, words};
use crate::mentions::Annotated;
use crate::report::{Masthead, Node, NodeKind, Report};

/// Every field by its name in the contract.
pub(crate) fn fields(masthead: &Masthead) -> [(&'static str, &Option<String>); 13] {
    [
        ("symbol", &masthead.symbol),
        ("distribution", &masthead.distribution),
        ("issued", &masthead.issued),
        ("reissued", &masthead.reissued),
        ("original", &masthead.original),
        ("organ", &masthead.organ),
        ("body", &masthead.body),
        ("session", &masthead.session),
        ("dates", &masthead.dates),
        ("agenda_item", &masthead.agenda_item),
        ("title", &masthead.title),
        ("submitted_by", &masthead.submitted_by),
        ("job_number", &masthead.job_number),
    ]
}

/// The fields that differ in more than style.
pub(crate) fn compare(old: &Masthead, new: &Masthead) -> Vec<FieldChange> {
    fields(old)
        .into_iter()
        .zip(fields(new))
        .filter(|((_, old), (_, new))| match (old, new) {
            (Some(old), Some(new)) => !same_in_style(old, new),
            (old, new) => old != new,
        })
        .map(|((field, old), (_, new))| FieldChange { field, old: old.clone(), new: new.clone() })
        .collect()
}

/// The same, with what the documents tell of their own adoption as the field `adopted`.
pub(crate) fn compare_all(old: &Report, new: &Report) -> Vec<FieldChange> {
    let mut out = compare(&old.masthead, &new.masthead);
    let (old, new) = (adopted(old), adopted(new));
    if old != new {
        out.push(FieldChange { field: "adopted", old, new });
    }
    out
}

/// Who adopted a text, where and how: the line of the first page, "Resolution adopted by the … on 8 July
/// 2025", and those below the text as far as they say more, "34th meeting", "[Adopted without a vote.]".
fn adopted(report: &Report) -> Option<String> {
    let line = |name: &str| {
        let is_it =
            |node: &&Node| node.kind == NodeKind::Masthead && node.id.rsplit('.').next() == Some(name);
        report.nodes.iter().find(is_it).map(|node| node.text.trim_end_matches('.').to_owned())
    };
    let mut parts: Vec<String> = line("adoption").into_iter().collect();
    for text in ["meeting", "adopted", "vote"].into_iter().filter_map(line) {
        let bare = text.trim_matches(['[', ']', '.', ' ']);
        if !parts.iter().any(|part| part.contains(bare)) {
            parts.push(bare.to_owned());
        }
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The lines of the first page that answer to one another: those with the same identifier, then
/// those that stand on one side only.
fn lines<'a>(old: &'a Annotated, new: &'a Annotated) -> Vec<(Joined<'a>, Joined<'a>)> {
    let indices = |side: &Annotated| -> Vec<usize> {
        let nodes = side.report.nodes.iter().enumerate();
        nodes.filter(|(_, node)| node.kind == NodeKind::Masthead).map(|(at, _)| at).collect()
    };
    let (olds, news) = (indices(old), indices(new));
    let twin = |id: &str, side: &Annotated, of: &[usize]| {
        of.iter().copied().find(|at| side.report.nodes[*at].id == id)
    };
    let mut out: Vec<(Joined, Joined)> = Vec::new();
    for &at in &olds {
        let answer = twin(&old.report.nodes[at].id, new, &news);
        out.push((Joined::new(old, &[at]), Joined::new(new, answer.as_slice())));
    }
    for &at in news.iter().filter(|at| twin(&new.report.nodes[**at].id, old, &olds).is_none()) {
        out.push((Joined::default(), Joined::new(new, &[at])));
    }
    out
}

/// What became of the placeholders of the first page.
pub(crate) fn settled(old: &Annotated, new: &Annotated) -> Settled {
    let mut all = Settled::default();
    for (was, now) in lines(old, new) {
        let edits = words::edits(&was.words(&now));
        let line = placeholders::settle(&was, &now, &edits);
        all.ledger.extend(line.ledger);
        all.changes.extend(line.changes);
    }
    all
}

/// The facts of the first page that changed where both sides give them: an officer, a number in the
/// title, a blank that was filled. Symbol, date of issue and the lines that have a field of their own
/// are told as fields.
pub(crate) fn changes(old: &Annotated, new: &Annotated) -> Vec<Change> {
    let mut out = Vec::new();
    for (was, now) in lines(old, new) {
        let edits = words::edits(&was.words(&now));
        let settled = placeholders::settle(&was, &now, &edits);
        if !was.nodes.is_empty() && !now.nodes.is_empty() {
            let found = facts::compare(
                &was,
                &now,
                &edits,
                &facts::Belongs {
                    whereto: &Whereto::new(),
                    references: None,
                    standing: None,
                    names: None,
                    symbols: [None; 2],
                },
            );
            let is_told = |change: &Change| {
                let blank = settled.changes.iter().any(|blank| {
                    let inside = |text: &str| change.old.as_ref().is_some_and(|end| end.text.contains(text));
                    blank.old.as_ref().is_some_and(|end| inside(&end.text))
                });
                change.op == ChangeOp::Changed && (change.kind == "officer" || blank)
            };
            out.extend(found.changes.into_iter().filter(is_told));
        }
        out.extend(settled.changes);
    }
    out
}
