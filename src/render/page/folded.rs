//! The part "Folded": what was counted and listed in brief.

use super::pieces::{inline, marked};
use super::said;
use crate::diff::Weight;
use crate::diff::digest::{Digest, Folded, FoldedEdit, MastheadLine, Repeated};
use crate::render::markup::text as escaped;

/// The part "Folded"; empty where nothing was.
pub(super) fn section(digest: &Digest) -> String {
    let folded = &digest.folded;
    let fields: Vec<(&str, Vec<String>)> = vec![
        ("Reworded", edits(folded, &folded.reworded, Weight::Reworded)),
        ("Editorial", edits(folded, &folded.editorial, Weight::Editorial)),
        ("Masthead", {
            let lines = folded.masthead.iter().filter_map(masthead);
            lines.chain(folded.one_sided.iter().map(|line| escaped(line))).collect()
        }),
        ("Headings", joined(folded.headings.iter().map(String::as_str))),
        ("Numbers", joined(folded.numbers.iter().map(|run| run.text.as_str()))),
        ("Notes", joined(folded.notes.iter().map(|run| run.text.as_str()))),
        (
            "References",
            match folded.references_followed {
                0 => Vec::new(),
                1 => vec!["1 cross-reference follows the new numbers".to_owned()],
                count => vec![format!("{count} cross-references follow the new numbers")],
            },
        ),
        ("Set aside", {
            let line = |aside: &crate::diff::digest::SetAside| {
                format!("<span class=\"quiet\">{}:</span> {}", escaped(&aside.document), escaped(&aside.text))
            };
            folded.set_aside.iter().map(line).collect()
        }),
        ("Remarks", folded.remarks.iter().map(said).collect()),
    ];
    let mut body = String::new();
    for (label, lines) in fields.iter().filter(|(_, lines)| !lines.is_empty()) {
        let lines: String = lines.iter().map(|line| format!("<dd>{line}</dd>\n")).collect();
        body.push_str(&format!("<div><dt>{label}</dt>\n{lines}</div>\n"));
    }
    if body.is_empty() {
        return body;
    }
    format!(
        "<section id=\"folded\" aria-labelledby=\"h-folded\">\n<h2 id=\"h-folded\">Folded</h2>\n\
         <p class=\"quiet\">What is no change of substance, in brief.</p>\n<dl class=\"rows\">\n{body}</dl>\n</section>\n"
    )
}

fn edits(folded: &Folded, edits: &[FoldedEdit], weight: Weight) -> Vec<String> {
    let repeated = folded.repeated.iter().filter(|edit| edit.weight == weight).map(repeated);
    let single = edits.iter().map(|edit| {
        format!("<span class=\"quiet\">{}</span> {}", escaped(&edit.place), inline(&edit.pieces))
    });
    repeated.chain(single).collect()
}

fn repeated(edit: &Repeated) -> String {
    let place = escaped(&edit.place);
    if edit.hyphens {
        return format!("hyphens of another kind in {place}");
    }
    let mark = |tag: &str, words: &str| match words.is_empty() {
        true => String::new(),
        false => format!("{} ", marked(tag, words)),
    };
    let before = edit.before.as_ref().map(|word| format!("before “{}” ", escaped(word))).unwrap_or_default();
    format!("{}{}{before}in {place}", mark("del", &edit.deleted), mark("ins", &edit.inserted))
}

fn masthead(line: &MastheadLine) -> Option<String> {
    let note = line.note.as_ref().map(|note| format!("; {}", escaped(note))).unwrap_or_default();
    let words = match (&line.old, &line.new) {
        (Some(old), Some(new)) => format!("{} → {}", escaped(old), escaped(new)),
        (Some(old), None) => format!("“{}” is gone", escaped(old)),
        (None, Some(new)) => format!("“{}” is new", escaped(new)),
        (None, None) => return None,
    };
    Some(format!("<span class=\"quiet\">{}:</span> {words}{note}", line.label))
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let parts: Vec<String> = parts.map(escaped).collect();
    if parts.is_empty() { Vec::new() } else { vec![parts.join(" · ")] }
}
