//! [`Digest`] → [`Letter`]: what the terminal shows of a comparison, as a text to be sent.
//!
//! In its facts, its text and its folded part bold words were put in and struck ones taken out, and nothing
//! else there is bold.

use super::letter::{Block, Letter, Span};
use crate::diff::digest::{Digest, Entry, FactRow, Folded, FoldedEdit, MastheadLine, Piece, Repeated};
use crate::diff::{ChangeOp, Weight, WordOp};

/// The letter of a comparison.
pub fn letter(digest: &Digest) -> Letter {
    let mut blocks = header(digest);
    blocks.extend(if digest.other_report { then_now(digest) } else { facts(digest) });
    blocks.extend(text(digest));
    blocks.extend(folded(&digest.folded));
    Letter { blocks }
}

fn heading(level: usize, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

fn prose(text: impl Into<String>) -> Block {
    Block::Prose(vec![Span::plain(text)])
}

fn labelled(label: &str, text: &str) -> Vec<Span> {
    vec![Span::plain(format!("{label}: {text}"))]
}

fn header(digest: &Digest) -> Vec<Block> {
    let header = &digest.header;
    let between = if digest.other_report { "and" } else { "→" };
    let mut blocks = vec![heading(1, format!("{} {between} {}", header.old, header.new))];
    blocks.extend(digest.warnings.iter().map(|told| prose(format!("Read first: {}", told.sentence()))));
    let about: Vec<&str> = header
        .about
        .iter()
        .chain([&header.relation])
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    if !about.is_empty() {
        blocks.push(prose(format!("{}.", about.join(", "))));
    }
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for row in &header.rows {
        let value = match (&row.old, &row.new) {
            (Some(old), Some(new)) if digest.other_report => format!("then {old}; now {new}"),
            (Some(old), None) if digest.other_report => format!("then {old}"),
            (None, Some(new)) if digest.other_report => format!("now {new}"),
            (Some(old), Some(new)) => format!("{old} → {new}"),
            (Some(old), None) => format!("{old} → none"),
            (None, new) => new.clone().unwrap_or_default(),
        };
        rows.push(labelled(row.label, &value));
    }
    let [was, now] = header.numbered;
    if digest.other_report {
        rows.push(labelled("Paragraphs", &format!("then {was}, now {now}")));
    } else {
        rows.push(labelled("Paragraphs", &header.paragraphs));
        let more =
            [&header.counts, &header.which, &header.elsewhere].into_iter().filter(|list| !list.is_empty());
        rows.extend(more.map(|list| vec![Span::plain(list.join(" · "))]));
    }
    blocks.push(Block::Items(rows));
    blocks
}

fn facts(digest: &Digest) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !digest.facts.is_empty() {
        blocks.push(Block::Items(digest.facts.iter().map(fact).collect()));
    }
    if !digest.unlisted.is_empty() {
        blocks.push(prose(digest.unlisted.as_str()));
    }
    let told = format!("{} {}", same(digest), digest.blanks);
    if !told.trim().is_empty() {
        blocks.push(prose(told.trim()));
    }
    // Nothing was asked of the facts.
    if !blocks.is_empty() {
        blocks.insert(0, heading(2, "Facts"));
    }
    blocks
}

fn same(digest: &Digest) -> String {
    let same: Vec<&str> = digest.same.iter().map(|same| same.phrase.as_str()).collect();
    let same: Vec<&str> = same.into_iter().filter(|phrase| !phrase.is_empty()).collect();
    if same.is_empty() { String::new() } else { format!("The same in both: {}.", same.join(", ")) }
}

/// "¶4: date: ~~2 July 2030~~ **3 July 2030** (changed)".
fn fact(row: &FactRow) -> Vec<Span> {
    let aside = |meaning: &str| match meaning {
        "" | "new" => String::new(),
        meaning => format!(" ({meaning})"),
    };
    match (&row.old, &row.new) {
        (Some(old), Some(new)) if old == new => {
            let meaning = if row.op == ChangeOp::Moved { "moved" } else { row.meaning.as_str() };
            vec![Span::plain(format!("{}: {old}{}", row.place, aside(meaning)))]
        }
        (old, new) => {
            let mut spans = vec![Span::plain(format!("{}: {}: ", row.place, row.what))];
            spans.extend(old.as_ref().map(Span::struck));
            if old.is_some() && new.is_some() {
                spans.push(Span::plain(" "));
            }
            spans.extend(new.as_ref().map(Span::strong));
            spans.push(Span::plain(aside(&row.meaning)));
            spans
        }
    }
}

/// The facts of two different reports, under the headings that answer to one another.
fn then_now(digest: &Digest) -> Vec<Block> {
    let mut blocks = vec![heading(2, "Facts, then and now")];
    for group in &digest.then_now {
        blocks.extend(group.headings.iter().map(|above| heading(above.level + 2, above.text.as_str())));
        let mut items = Vec::new();
        for facts in &group.lines {
            for (word, values) in [("then", &facts.then), ("now", &facts.now)] {
                if !values.is_empty() {
                    items.push(labelled(&format!("{}, {word}", facts.what), &values.join("; ")));
                }
            }
        }
        blocks.push(Block::Items(items));
    }
    if digest.then_now.is_empty() {
        blocks.push(prose("No fact differs."));
    }
    blocks.extend(Some(same(digest)).filter(|same| !same.is_empty()).map(prose));
    blocks
}

fn text(digest: &Digest) -> Vec<Block> {
    let mut blocks = vec![heading(2, "Text")];
    let mut entries = digest.sections.iter().flat_map(|section| &section.entries);
    let any_shown = entries.any(|entry| matches!(entry, Entry::Shown(_)));
    if digest.other_report && digest.sections.is_empty() {
        blocks.push(prose(
            "Two different reports: their texts are not set against one another (--all does so).",
        ));
    } else if digest.identical {
        blocks.push(prose("The two texts are the same, word for word."));
    } else if digest.quiet {
        blocks.push(prose("Nothing but small differences."));
    } else if digest.sections.is_empty() {
        blocks.push(prose("Nothing of this kind in the text."));
    } else if any_shown {
        blocks.push(Block::Prose(vec![
            Span::struck("taken out"),
            Span::plain(" "),
            Span::strong("put in"),
            Span::plain(" … unchanged"),
        ]));
    }
    // Where nothing changed, a list of headings over paragraphs that are the same says nothing more.
    let sections = if digest.quiet && !any_shown { &[][..] } else { &digest.sections[..] };
    for section in sections {
        blocks.extend(section.headings.iter().map(|above| {
            let note = above.note.map(|note| format!(" ({note})")).unwrap_or_default();
            heading(above.level + 2, format!("{}{note}", above.text))
        }));
        let items: Vec<Vec<Span>> = section.entries.iter().map(entry).collect();
        match blocks.last_mut() {
            // Two lists that touch would be one.
            Some(Block::Items(before)) => before.extend(items),
            _ if items.is_empty() => {}
            _ => blocks.push(Block::Items(items)),
        }
    }
    blocks
}

fn entry(entry: &Entry) -> Vec<Span> {
    match entry {
        Entry::Run(run) => labelled(&run.place, &run.text),
        Entry::Shown(shown) => {
            let label: Vec<&str> =
                std::iter::once(shown.place.as_str()).chain(shown.tags.iter().copied()).collect();
            let mut spans = vec![Span::plain(format!("{}: ", label.join(", ")))];
            spans.extend(words(&shown.pieces));
            if !shown.notes.is_empty() {
                spans.push(Span::plain(format!(" ({})", shown.notes.join("; "))));
            }
            spans
        }
    }
}

fn words(pieces: &[Piece]) -> Vec<Span> {
    let span = |(at, piece): (usize, &Piece)| match piece {
        Piece::Text(WordOp::Equal, text) => Span::plain(text.as_str()),
        Piece::Text(WordOp::Delete, text) => Span::struck(text.as_str()),
        Piece::Text(WordOp::Insert, text) => Span::strong(text.as_str()),
        Piece::Begins(place) => Span::plain(format!("{place}: ")),
        Piece::Elided(_) => Span::plain(if at > 0 { " … " } else { "… " }),
    };
    pieces.iter().enumerate().map(span).collect()
}

fn folded(folded: &Folded) -> Vec<Block> {
    let mut items: Vec<Vec<Span>> = Vec::new();
    for (label, edits, weight) in [
        ("Reworded", &folded.reworded, Weight::Reworded),
        ("Editorial", &folded.editorial, Weight::Editorial),
    ] {
        let repeated = folded.repeated.iter().filter(|edit| edit.weight == weight).map(repeated);
        let single = edits.iter().map(single);
        items.extend(
            repeated
                .chain(single)
                .map(|spans| std::iter::once(Span::plain(format!("{label}: "))).chain(spans).collect()),
        );
    }
    items.extend(folded.masthead.iter().filter_map(masthead));
    items.extend(folded.one_sided.iter().map(|line| labelled("Masthead", line)));
    let numbers = |runs: &[crate::diff::digest::NumberRun]| -> Vec<String> {
        runs.iter().map(|run| run.text.clone()).collect()
    };
    for (label, parts) in [
        ("Headings", folded.headings.clone()),
        ("Numbers", numbers(&folded.numbers)),
        ("Notes", numbers(&folded.notes)),
    ] {
        if !parts.is_empty() {
            items.push(labelled(label, &parts.join(" · ")));
        }
    }
    match folded.references_followed {
        0 => {}
        1 => items.push(labelled("References", "1 cross-reference follows the new numbers")),
        count => {
            items.push(labelled("References", &format!("{count} cross-references follow the new numbers")))
        }
    }
    items.extend(
        folded
            .set_aside
            .iter()
            .map(|aside| labelled("Set aside", &format!("{}: {}", aside.document, aside.text))),
    );
    items.extend(folded.remarks.iter().map(|told| labelled("Remark", &told.sentence())));
    if items.is_empty() {
        return Vec::new();
    }
    vec![heading(2, "Folded"), Block::Items(items)]
}

fn repeated(edit: &Repeated) -> Vec<Span> {
    if edit.hyphens {
        return vec![Span::plain(format!("hyphens of another kind in {}", edit.place))];
    }
    let before = edit.before.as_ref().map(|word| format!(" before “{word}”")).unwrap_or_default();
    vec![
        Span::struck(edit.deleted.as_str()),
        Span::plain(if edit.deleted.is_empty() || edit.inserted.is_empty() { "" } else { " " }),
        Span::strong(edit.inserted.as_str()),
        Span::plain(format!("{before} in {}", edit.place)),
    ]
}

fn single(edit: &FoldedEdit) -> Vec<Span> {
    std::iter::once(Span::plain(format!("{} ", edit.place))).chain(words(&edit.pieces)).collect()
}

fn masthead(line: &MastheadLine) -> Option<Vec<Span>> {
    let note = line.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
    let words = match (&line.old, &line.new) {
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (Some(old), None) => format!("“{old}” is gone"),
        (None, Some(new)) => format!("“{new}” is new"),
        (None, None) => return None,
    };
    Some(labelled("Masthead", &format!("{}: {words}{note}", line.label)))
}
