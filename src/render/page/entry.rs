//! One pair: its places, its text in both views, its notes, and why it was paired.

use super::pieces::{View, paragraphs};
use super::{Kinds, Mark, Sources, kind_name, spelled};
use crate::diff::digest::{Piece, Shown, kind_in_blank};
use crate::diff::{Change, ChangeOp, ComparedPair, End, Status, Weight};
use crate::render::markup::text as escaped;
use crate::report::{Node, NodeKind};
use std::collections::BTreeSet;

/// A pair as an article. `news`: it is shown from the start, and the keys stop at it.
pub(super) fn article(sources: &Sources, shown: &Shown, news: bool, kinds: &mut Kinds) -> String {
    let at = shown.pair;
    let pair = &sources.comparison.pairs[at];
    let marks = marks(sources, at);
    let names = marks.iter().flat_map(|(kind, weight)| [*kind, *weight]);
    for name in names.collect::<BTreeSet<_>>() {
        *kinds.entry(name).or_default() += 1;
    }
    let marks: Vec<String> = marks.iter().map(|(kind, weight)| format!("{kind}:{weight}")).collect();
    let mut classes = vec!["pair", status(pair.status), kind(sources, pair)];
    if news {
        classes.push("news");
    }
    if is_short(shown) {
        classes.push("short");
    }
    classes.retain(|class| !class.is_empty());
    let place = spelled(&shown.place);
    let mut label = format!("<a class=\"place\" id=\"l{at}\" href=\"#c{at}\">{}</a>", escaped(&place));
    for tag in &shown.tags {
        label.push_str(&format!(" <span class=\"tag\">{tag}</span>"));
    }
    label.push_str(&pages(sources, pair));
    let mut out = format!(
        "<article class=\"{}\" id=\"c{at}\" tabindex=\"-1\" aria-labelledby=\"l{at}\" data-marks=\"{}\">\n\
         <div class=\"label\">{label}</div>\n{}",
        classes.join(" "),
        marks.join(" "),
        text(sources, shown),
    );
    if !shown.notes.is_empty() {
        out.push_str(&format!("<p class=\"remark\">{}</p>\n", escaped(&shown.notes.join("; "))));
    }
    out.push_str(&calls(sources, pair));
    out.push_str(&why(sources, pair, &place));
    out.push_str("</article>\n");
    out
}

/// Few enough lines to stand on one sheet of paper without leaving much of it white.
fn is_short(shown: &Shown) -> bool {
    const LONGEST: usize = 900;
    let length = |piece: &Piece| if let Piece::Text(_, text) = piece { text.chars().count() } else { 0 };
    shown.pieces.iter().map(length).sum::<usize>() <= LONGEST
}

/// What the filter goes by: kind and weight of each change. A move is a kind of its own.
fn marks(sources: &Sources, at: usize) -> BTreeSet<Mark> {
    let pair = &sources.comparison.pairs[at];
    let changes = pair.changes.iter().map(|change| (change.kind, weight(change.weight)));
    let inside = pair.changes.iter().filter(|change| change.kind == "placeholder").filter_map(|change| {
        let kind = kind_in_blank(change.note.as_deref()?)?;
        Some((kind, weight(change.weight)))
    });
    let parts = pair.changes.iter().filter(|change| change.op == ChangeOp::Moved);
    let parts = parts.map(|change| ("moved", weight(change.weight)));
    let arrived = sources.arrived.get(&at).into_iter().flatten().copied();
    let moved = pair.moved.then_some(("moved", weight(Weight::Substantive)));
    let numbers = pair.renumbered.then_some(("new number", weight(Weight::Renumbering)));
    let all = changes.chain(inside).chain(parts).chain(arrived).chain(moved).chain(numbers);
    all.map(|(kind, weight)| (dashed(kind), weight)).collect()
}

/// Names in an attribute stand between blanks.
fn dashed(kind: &'static str) -> &'static str {
    if kind == "new number" { "new_number" } else { kind }
}

/// The text: one copy where both versions have the same words, or only one has any.
fn text(sources: &Sources, shown: &Shown) -> String {
    let both = paragraphs(&shown.pieces, View::Both);
    let one = |class: &str| format!("<div class=\"{class}\">\n{both}</div>\n");
    match shown.status {
        Status::Inserted => return one("text whole come"),
        Status::Deleted => return one("text whole gone"),
        _ if !both.contains("<ins>") && !both.contains("<del>") => return one("text"),
        _ => {}
    }
    let side = |at: usize, view: View, place: &Option<String>| {
        let name = sources.digest.sides[at];
        let place = place.as_deref().unwrap_or_default();
        format!(
            "<div class=\"side\"><p class=\"name\">{name} {}</p>\n{}</div>\n",
            escaped(place),
            paragraphs(&shown.pieces, view)
        )
    };
    // `hidden` keeps the second copy from those who read without our style.
    format!(
        "<div class=\"text inline\">\n{both}</div>\n<div class=\"sides\" hidden>\n{}{}</div>\n",
        side(0, View::Old, &shown.old_place),
        side(1, View::New, &shown.new_place),
    )
}

fn nodes<'a>(sources: &Sources<'a>, side: usize, ids: &[String]) -> Vec<&'a Node> {
    let at = ids.iter().filter_map(|id| sources.places[side].index_of(id));
    at.map(|at| &sources.reports[side].nodes[at]).collect()
}

/// "p. 3 → p. 4": the pages of the files on which the text begins, which seldom bear these numbers.
fn pages(sources: &Sources, pair: &ComparedPair) -> String {
    let page = |side: usize, ids: &[String]| {
        let page = nodes(sources, side, ids).first().map(|node| node.page).filter(|page| *page > 0)?;
        Some((page, format!("page {page} of the {} file", ["old", "new"][side])))
    };
    let (short, long) = match (page(0, &pair.old), page(1, &pair.new)) {
        (Some((from, old)), Some((to, new))) => (format!("p. {from} → p. {to}"), format!("{old}, {new}")),
        (Some((page, long)), None) | (None, Some((page, long))) => (format!("p. {page}"), long),
        (None, None) => return String::new(),
    };
    format!(
        " <span class=\"pages\" title=\"{long}\"><span aria-hidden=\"true\">{short}</span>\
         <span class=\"vh\">{long}</span></span>"
    )
}

/// The footnotes that the text calls, with the way to each; of two versions, which of them calls it.
fn calls(sources: &Sources, pair: &ComparedPair) -> String {
    let called = |side: usize, ids: &[String]| -> Vec<(usize, String)> {
        let calls = nodes(sources, side, ids).into_iter().flat_map(|node| &node.notes);
        let pairs = calls.filter_map(|call| {
            let at = *sources.pair_of[side].get(call.id.as_str())?;
            Some((at, sources.places[side].label(&call.id)))
        });
        pairs.collect()
    };
    let (old, new) = (called(0, &pair.old), called(1, &pair.new));
    let has = |calls: &[(usize, String)], at: usize| calls.iter().any(|(other, _)| *other == at);
    let two = !pair.old.is_empty() && !pair.new.is_empty();
    let mut both: Vec<String> = Vec::new();
    let mut single: [Vec<String>; 2] = Default::default();
    for (side, calls, other) in [(0, &old, &new), (1, &new, &old)] {
        for (at, label) in calls {
            let link = format!("<a href=\"#c{at}\">{}</a>", escaped(label));
            let list = if two && !has(other, *at) { &mut single[side] } else { &mut both };
            if !list.contains(&link) && (side == 1 || !two || !has(other, *at)) {
                list.push(link);
            }
        }
    }
    let mut out = String::new();
    if !both.is_empty() {
        out.push_str(&format!("<p class=\"calls\">See {}</p>\n", both.join(", ")));
    }
    for (name, links) in sources.digest.sides.iter().zip(&single).filter(|(_, links)| !links.is_empty()) {
        out.push_str(&format!("<p class=\"calls\">{name}: see {}</p>\n", links.join(", ")));
    }
    out
}

/// Why these two, how sure, and each change with its rule.
fn why(sources: &Sources, pair: &ComparedPair, place: &str) -> String {
    let sure = match pair.old.is_empty() || pair.new.is_empty() {
        true => String::new(),
        false => format!("Paired, {:.0}\u{a0}% sure: ", pair.confidence * 100.0),
    };
    let mut out = format!(
        "<details class=\"why\"><summary>Why<span class=\"vh\"> {}</span></summary>\n<p>{sure}{}.</p>\n",
        escaped(place),
        escaped(pair.why.trim_end_matches('.')),
    );
    if !pair.changes.is_empty() {
        out.push_str("<ul>\n");
        pair.changes.iter().for_each(|change| out.push_str(&self::change(sources, change)));
        out.push_str("</ul>\n");
    }
    out.push_str("</details>\n");
    out
}

fn change(sources: &Sources, change: &Change) -> String {
    const MOST: usize = 200;
    let end = |side: usize, end: &Option<End>| {
        let end = end.as_ref()?;
        let cut: String = end.text.chars().take(MOST).collect();
        let more = if cut.len() < end.text.len() { " …" } else { "" };
        Some(format!("“{}{more}” ({})", escaped(cut.trim()), escaped(&sources.places[side].label(&end.id))))
    };
    let ends: Vec<String> = [end(0, &change.old), end(1, &change.new)].into_iter().flatten().collect();
    let note = change.note.as_ref().map(|note| format!("; {}", escaped(note))).unwrap_or_default();
    format!(
        "<li>{} {}, {}: {}{note} <span class=\"quiet\">· rule {}</span></li>\n",
        kind_name(change.kind),
        op(change.op),
        weight(change.weight),
        ends.join(" → "),
        escaped(change.rule),
    )
}

fn kind(sources: &Sources, pair: &ComparedPair) -> &'static str {
    let side = usize::from(!pair.new.is_empty());
    let ids = if side == 1 { &pair.new } else { &pair.old };
    match nodes(sources, side, ids).first().map(|node| node.kind) {
        Some(NodeKind::Footnote) => "footnote",
        Some(NodeKind::Item) => "item",
        Some(NodeKind::Heading) => "title",
        _ => "",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Unchanged => "same",
        Status::Editorial => "editorial",
        Status::Reworded => "reworded",
        Status::Inserted => "added",
        Status::Deleted => "dropped",
        Status::Modified | Status::Split | Status::Merged => "changed",
    }
}

pub(super) fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Renumbering => "renumbering",
        Weight::Editorial => "editorial",
        Weight::Reworded => "reworded",
        Weight::Substantive => "substantive",
    }
}

fn op(op: ChangeOp) -> &'static str {
    match op {
        ChangeOp::Added => "added",
        ChangeOp::Removed => "removed",
        ChangeOp::Changed => "changed",
        ChangeOp::Filled => "filled",
        ChangeOp::Lifted => "lifted",
        ChangeOp::Opened => "opened",
        ChangeOp::Moved => "moved",
        ChangeOp::Renumbered => "renumbered",
    }
}
