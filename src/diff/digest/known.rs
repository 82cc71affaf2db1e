//! Where each fact stands in a report, and what a row says of a fact that stands elsewhere too.

use super::FactRow;
use super::place::{enumerate, label_at};
use crate::diff::{Change, ChangeOp, End};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::NodeKind;
use std::collections::{BTreeSet, HashMap};

/// Where each fact of the text (not of the first page) stands: node indices by kind and value.
pub(super) struct Known<'a>(HashMap<&'static str, Standing<'a>>);

type Standing<'a> = HashMap<&'a str, Vec<(usize, &'a Mention)>>;

impl<'a> Known<'a> {
    pub fn new(side: &'a Annotated) -> Known<'a> {
        let mut known: HashMap<&'static str, Standing<'a>> = HashMap::new();
        for (at, (node, mentions)) in side.report.nodes.iter().zip(&side.mentions.by_node).enumerate() {
            for mention in mentions.iter().filter(|_| node.kind != NodeKind::Masthead) {
                let of_kind = known.entry(mention.kind.name()).or_default();
                of_kind.entry(mention.value.as_str()).or_default().push((at, mention));
            }
        }
        Known(known)
    }

    pub fn of(&self, kind: &'static str, value: &str) -> &[(usize, &'a Mention)] {
        self.0.get(kind).and_then(|known| known.get(value)).map_or(&[], Vec::as_slice)
    }

    /// The places of a fact outside these nodes.
    pub fn places(&self, side: &Annotated, kind: &'static str, value: &str, but: &[String]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for (at, _) in self.of(kind, value) {
            let place = label_at(&side.report, *at);
            if !but.contains(&side.report.nodes[*at].id) && !out.contains(&place) {
                out.push(place);
            }
        }
        out
    }

    /// The offices that a person holds.
    fn offices(&self, person: &str) -> BTreeSet<String> {
        let held = self.of("officer", person).iter();
        held.filter_map(|(_, mention)| mention.attributes.get("office").cloned()).collect()
    }
}

/// Whether a text names a person as one who gives up an office: "to replace X".
fn leaves(annotated: &Annotated, id: &str, person: &str) -> bool {
    let node = annotated.report.nodes.iter().position(|node| node.id == id);
    node.and_then(|at| annotated.mentions.by_node.get(at)).is_some_and(|mentions| {
        mentions.iter().any(|mention| {
            mention.kind == MentionKind::Officer
                && mention.value == person
                && mention.attributes.get("act").is_some_and(|act| act == "left")
        })
    })
}

/// What came or went here, but stood or stands elsewhere too; and who held another office before.
pub(super) fn elsewhere(
    row: &mut FactRow,
    change: &Change,
    old: &Annotated,
    new: &Annotated,
    [before, after]: &[Known; 2],
) {
    // A list of more places says no more.
    const MOST: usize = 4;
    let of = |end: &Option<End>| {
        let end = end.as_ref()?;
        Some((end.value.clone()?, vec![end.id.clone()]))
    };
    let said = |places: &[String]| match places.len() {
        ..=MOST => enumerate(places, true),
        more => format!("{} and {} more places", enumerate(&places[..MOST - 1], true), more - MOST + 1),
    };
    if change.kind == "officer"
        && let (Some(person), Some(office)) =
            (change.new.as_ref().and_then(|end| end.value.as_deref()), &change.note)
        && matches!(change.rule, "fact-added" | "officer-changed")
    {
        let (was, now) = (before.offices(person), after.offices(person));
        let holds = |offices: &BTreeSet<String>| offices.iter().any(|other| same_office_name(other, office));
        let left: Vec<&String> = was.iter().filter(|office| !now.contains(*office)).collect();
        if !holds(&was)
            && let (Some(last), Some(text)) = (left.last(), &mut row.new)
        {
            text.push_str(&format!(" (was {last})"));
        } else if holds(&was) && change.op == ChangeOp::Added {
            let leaves = change.new.as_ref().is_some_and(|end| leaves(new, &end.id, person));
            row.meaning = if leaves { "left" } else { "listed again" }.to_owned();
        }
        return;
    }
    match (change.op, change.kind) {
        (_, "placeholder" | "quantity" | "cross_reference") => {}
        // A day that still stands elsewhere is the day of another thing there.
        (ChangeOp::Removed, "date") => {}
        // With a blank in it nobody knows whether it is the same.
        _ if [&change.old, &change.new]
            .into_iter()
            .flatten()
            .any(|end| end.value.as_deref().is_some_and(|value| value.contains('?'))) => {}
        (ChangeOp::Removed, _) => {
            let Some((value, _)) = of(&change.old) else { return };
            let places = after.places(new, change.kind, &value, &[]);
            if !places.is_empty() {
                row.meaning = row.meaning.replacen("dropped", &format!("still in {}", said(&places)), 1);
            }
        }
        (ChangeOp::Added, _) => {
            let Some((value, here)) = of(&change.new) else { return };
            let places = after.places(new, change.kind, &value, &here);
            if !places.is_empty() && !before.places(old, change.kind, &value, &[]).is_empty() {
                row.meaning = row.meaning.replacen("new", &format!("also in {}", said(&places)), 1);
            }
        }
        _ => {}
    }
}

fn same_office_name(one: &str, other: &str) -> bool {
    crate::diff::same::office(one) == crate::diff::same::office(other)
}
