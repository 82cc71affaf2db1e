//! The part "Facts": a table whose places lead to the text, or the facts of two reports then and now.

use super::pieces::marked;
use super::text::Anchors;
use super::{Sources, headings, kind_name};
use crate::diff::ChangeOp;
use crate::diff::digest::{Digest, FactRow, FactsThenNow};
use crate::render::markup::text as escaped;

/// The part "Facts"; empty where nothing was asked of them.
pub(super) fn section(sources: &Sources, anchors: &Anchors) -> String {
    let digest = sources.digest;
    let body = match digest.other_report {
        true => then_now(digest),
        false => table(sources, anchors) + &beside(digest),
    };
    if body.is_empty() {
        return String::new();
    }
    let title = if digest.other_report { "Facts, then and now" } else { "Facts" };
    format!(
        "<section id=\"facts\" aria-labelledby=\"h-facts\">\n<h2 id=\"h-facts\">{title}</h2>\n{body}</section>\n"
    )
}

// The roles say again what the tags say: on a narrow screen the rows are laid out as blocks, and some
// browsers then no longer take them for a table.
fn table(sources: &Sources, anchors: &Anchors) -> String {
    let digest = sources.digest;
    if digest.facts.is_empty() {
        return String::new();
    }
    let heads: String = ["What", "Where", digest.sides[0], digest.sides[1]]
        .into_iter()
        .map(|name| format!("<th scope=\"col\" role=\"columnheader\">{name}</th>"))
        .collect();
    let rows: String = digest.facts.iter().map(|row| self::row(row, sources, anchors)).collect();
    format!(
        "<table class=\"facts\" role=\"table\" aria-labelledby=\"h-facts\">\n<thead role=\"rowgroup\"><tr role=\"row\">{heads}</tr></thead>\n\
         <tbody role=\"rowgroup\">\n{rows}</tbody>\n</table>\n"
    )
}

fn row(row: &FactRow, sources: &Sources, anchors: &Anchors) -> String {
    let digest = sources.digest;
    let same = row.old.is_some() && row.old == row.new;
    let moved = same && row.op == ChangeOp::Moved;
    let word = |text: &str, tag: &str| match same {
        true => escaped(text),
        false => marked(tag, text),
    };
    let aside = |text: &str| format!("<span class=\"meaning\">{}</span>", escaped(text));
    let meaning = Some(row.meaning.as_str()).filter(|meaning| !meaning.is_empty());
    let mut what = escaped(if moved { row.old.as_deref().unwrap_or_default() } else { &row.what });
    let dash = || "<span class=\"quiet\">–</span>".to_owned();
    let mut old = row.old.as_deref().map_or_else(dash, |text| word(text, "del"));
    let new = match (&row.new, meaning) {
        _ if moved => {
            let ends = row.place.split_once(" → ");
            old = ends.map_or_else(|| old.clone(), |(from, _)| aside(&format!("in {from}")));
            aside(&ends.map_or("moved".to_owned(), |(_, to)| format!("moved, now in {to}")))
        }
        (Some(new), meaning) => {
            let meaning = meaning.filter(|meaning| *meaning != "new");
            what.push_str(&meaning.map(|meaning| format!(" {}", aside(meaning))).unwrap_or_default());
            word(new, "ins")
        }
        (None, Some(meaning)) => aside(meaning),
        (None, None) => dash(),
    };
    let cell = |name: &str, html: &str| format!("<td role=\"cell\" data-name=\"{name}\">{html}</td>");
    // A reference is called so: to say it twice tells those who listen nothing.
    let kind = kind_name(row.kind);
    let kind = match !moved && row.what == kind {
        true => String::new(),
        false => format!("<span class=\"vh\">{kind}: </span>"),
    };
    let mut kinds = row.kinds();
    if row.op == ChangeOp::Moved {
        kinds.push("moved");
    }
    format!(
        "<tr role=\"row\" data-marks=\"{}\"><th scope=\"row\" role=\"rowheader\">{kind}{what}</th>{}{}{}</tr>\n",
        kinds.iter().map(|kind| format!("{kind}:substantive")).collect::<Vec<_>>().join(" "),
        cell("Where", &places(row, sources, anchors)),
        cell(digest.sides[0], &old),
        cell(digest.sides[1], &new),
    )
}

/// The place as a way into the text; several, each its own. What moved has two: where it stood, and where it
/// stands.
fn places(row: &FactRow, sources: &Sources, anchors: &Anchors) -> String {
    let link = |text: &str, at: Option<&usize>| match at.filter(|at| anchors.has(**at)) {
        Some(at) => format!("<a href=\"#c{at}\">{}</a>", escaped(text)),
        None => escaped(text),
    };
    if row.op == ChangeOp::Moved
        && let ([from], Some((was, now))) = (&row.pairs[..], row.place.split_once(" → "))
        && let Some(to) = moved_to(row, sources, *from)
    {
        return format!("{} → {}", link(was, Some(from)), link(now, Some(&to)));
    }
    match row.pairs.len() == row.places.len() && row.places.len() > 1 {
        true => {
            let links = row.places.iter().zip(&row.pairs).map(|(place, at)| link(place, Some(at)));
            links.collect::<Vec<_>>().join(", ")
        }
        false => link(&row.place, row.pairs.first()),
    }
}

/// The pair where a fact stands now that went from this one.
fn moved_to(row: &FactRow, sources: &Sources, from: usize) -> Option<usize> {
    let change = sources.comparison.pairs[from].changes.iter().find(|change| {
        let text = change.old.as_ref().map(|end| &end.text);
        change.op == ChangeOp::Moved && change.kind == row.kind && text == row.old.as_ref()
    });
    sources.pair_of[1].get(change?.new.as_ref()?.id.as_str()).copied()
}

/// What is to be said of facts without a row.
fn beside(digest: &Digest) -> String {
    let mut out = String::new();
    if !digest.unlisted.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", escaped(&digest.unlisted)));
    }
    let told = format!("{} {}", same(digest), digest.blanks);
    if !told.trim().is_empty() {
        out.push_str(&format!("<p>{}</p>\n", escaped(told.trim())));
    }
    out
}

fn same(digest: &Digest) -> String {
    let same: Vec<&str> = digest.same.iter().map(|same| same.phrase.as_str()).collect();
    let same: Vec<&str> = same.into_iter().filter(|phrase| !phrase.is_empty()).collect();
    if same.is_empty() { String::new() } else { format!("The same in both: {}.", same.join(", ")) }
}

/// The facts of two different reports, under the headings that answer to one another.
fn then_now(digest: &Digest) -> String {
    let mut out = String::from("<p class=\"quiet\">Only what differs.</p>\n");
    for group in &digest.then_now {
        out.push_str(&headings(&group.headings, |_| String::new()));
        out.push_str("<dl class=\"rows\">\n");
        out.extend(group.lines.iter().map(line));
        out.push_str("</dl>\n");
    }
    if digest.then_now.is_empty() {
        out.push_str("<p>No fact differs.</p>\n");
    }
    let same = same(digest);
    if !same.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", escaped(&same)));
    }
    out
}

fn line(facts: &FactsThenNow) -> String {
    let side = |name: &str, values: &[String]| match values.is_empty() {
        true => String::new(),
        false => format!("<dd><span class=\"quiet\">{name}</span> {}</dd>", escaped(&values.join("; "))),
    };
    format!("<div><dt>{}</dt>{}{}</div>\n", facts.what, side("then", &facts.then), side("now", &facts.now))
}
