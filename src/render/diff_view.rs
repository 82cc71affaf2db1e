//! [`Digest`] → [`Page`]: what changed between two versions, from top to bottom as it is read.
//!
//! Who is compared with whom; the facts; the text under its headings; what was folded.

use super::view::{Block, Entry, Field, Page, Paragraph, Role, Run, Table, plain};
use crate::diff::digest::{self, Digest, Folded, Piece, Repeated, Shown, Told};
use crate::diff::{ChangeOp, Status, Weight, WordOp};

/// The page of a comparison.
pub fn page(digest: &Digest) -> Page {
    let mut blocks = header(digest);
    blocks.extend(if digest.other_report { then_now(digest) } else { facts(digest) });
    blocks.extend(text(digest));
    blocks.extend(folded(&digest.folded, digest.more_with_all));
    Page { blocks }
}

fn header(digest: &Digest) -> Vec<Block> {
    let header = &digest.header;
    // An arrow would make a version of the second report.
    let between = if digest.other_report { "and" } else { "→" };
    let mut lines = vec![format!("{} {between} {}", header.old, header.new)];
    lines.extend(header.about.iter().cloned());
    let aside = Some(header.relation.clone()).filter(|relation| !relation.is_empty());
    let mut blocks = vec![Block::Title { lines, aside }];
    blocks.extend(digest.warnings.iter().map(|told| Block::Warning(said(told, Role::Warning))));
    let mut fields: Vec<Field> = header
        .rows
        .iter()
        .map(|row| Field {
            label: row.label.to_string(),
            entries: match (&row.old, &row.new) {
                (old, new) if digest.other_report => side_by_side(old.as_deref(), new.as_deref()),
                // A draft has not been adopted yet: that goes without saying.
                (None, Some(new)) if matches!(row.label, "Adopted" | "Number" | "Title") => {
                    vec![Entry::Text(plain(new.as_str()))]
                }
                (old, new) => vec![Entry::Change { old: value(old), new: value(new) }],
            },
        })
        .collect();
    let [was, now] = header.numbered;
    let mut entries = match digest.other_report {
        true => vec![Entry::Text(plain(format!("then {was}, now {now}")))],
        false => vec![Entry::Text(plain(header.paragraphs.as_str()))],
    };
    for counts in [&header.counts, &header.which, &header.elsewhere] {
        if !counts.is_empty() && !digest.other_report {
            entries.push(Entry::Text(plain(unbroken(&counts.join(" · ")))));
        }
    }
    fields.push(Field { label: "Paragraphs".to_string(), entries });
    blocks.push(Block::Fields(fields));
    blocks
}

/// "then …" and "now …", a line each.
fn side_by_side(then: Option<&str>, now: Option<&str>) -> Vec<Entry> {
    let line = |word: &str, text: Option<&str>| {
        let mut runs = vec![Run::new(Role::Muted, word)];
        runs.extend(plain(text?));
        Some(Entry::Text(runs))
    };
    line("then\u{a0}", then).into_iter().chain(line("now\u{a0}\u{a0}", now)).collect()
}

/// The facts of two different reports, under the headings that answer to one another.
fn then_now(digest: &Digest) -> Vec<Block> {
    let mut blocks = vec![Block::Section {
        title: "FACTS, THEN AND NOW".to_string(),
        aside: vec![Run::new(Role::Muted, "only what differs")],
    }];
    for group in &digest.then_now {
        for heading in &group.headings {
            let runs = vec![Run::new(Role::Heading, heading.text.as_str())];
            blocks.push(Block::Heading { label: String::new(), note: None, runs });
        }
        let joined = |facts: &[String]| (!facts.is_empty()).then(|| facts.join("; "));
        let fields = group.lines.iter().map(|facts| Field {
            label: facts.what.to_string(),
            entries: side_by_side(joined(&facts.then).as_deref(), joined(&facts.now).as_deref()),
        });
        blocks.push(Block::Fields(fields.collect()));
    }
    if digest.then_now.is_empty() {
        blocks.push(Block::Prose(plain("No fact differs.")));
    }
    let same: Vec<&str> = digest.same.iter().map(|same| same.phrase.as_str()).collect();
    if !same.is_empty() {
        blocks.push(Block::Prose(plain(format!("The same in both: {}.", same.join(", ")))));
    }
    blocks
}

/// A number stays with the word that it counts.
fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        out.push(if c == ' ' && before.is_ascii_digit() { '\u{a0}' } else { c });
        before = c;
    }
    out.replace("the same", "the\u{a0}same")
}

/// A value, or a dash where there is none.
fn value(text: &Option<String>) -> Vec<Run> {
    match text {
        Some(text) => plain(text.as_str()),
        None => vec![Run::new(Role::Muted, "–")],
    }
}

fn facts(digest: &Digest) -> Vec<Block> {
    let mut blocks = vec![Block::Section { title: "FACTS".to_string(), aside: Vec::new() }];
    if !digest.facts.is_empty() {
        let columns = ["What", "Where", digest.sides[0], digest.sides[1]].map(str::to_string).to_vec();
        let rows = digest.facts.iter().map(fact).collect();
        blocks.push(Block::Table(Table { columns, rows }));
    }
    if !digest.unlisted.is_empty() {
        blocks.push(Block::Prose(plain(digest.unlisted.as_str())));
    }
    let mut same: Vec<&str> = digest.same.iter().map(|same| same.phrase.as_str()).collect();
    same.retain(|phrase| !phrase.is_empty());
    let mut told = String::new();
    if !same.is_empty() {
        told = format!("The same in both: {}.", same.join(", "));
    }
    if !digest.blanks.is_empty() {
        told = format!("{told} {}", digest.blanks).trim_start().to_string();
    }
    if !told.is_empty() {
        blocks.push(Block::Prose(plain(told)));
    }
    // Nothing was asked of the facts.
    if blocks.len() == 1 {
        return Vec::new();
    }
    blocks
}

/// What it means stands below the name; under "After" only where the fact went and nothing else
/// would stand there. That a fact without a "before" is new needs no word.
fn fact(row: &digest::FactRow) -> Vec<Vec<Run>> {
    let dash = || vec![Run::new(Role::Muted, "–")];
    let said = |text: &str| vec![Run::new(Role::Note, text)];
    let meaning = Some(row.meaning.as_str()).filter(|meaning| !meaning.is_empty());
    let mut what = plain(row.what.as_str());
    // What only moved is neither taken out nor put in: where it stands is the news.
    if let (Some(same), Some((from, to))) = (row.old.as_ref(), row.place.split_once(" → "))
        && row.old == row.new
        && row.op == ChangeOp::Moved
    {
        let what = vec![Run::new(Role::Equal, same.as_str())];
        let cells = [format!("in {from}"), format!("moved, now in {to}")];
        let [old, new] = cells.map(|text| vec![Run::new(Role::Note, text)]);
        return vec![what, plain(row.place.clone()), old, new];
    }
    let moved = row.old.is_some() && row.old == row.new;
    let of = |role: Role| if moved { Role::Equal } else { role };
    let old = match &row.old {
        Some(old) => vec![Run::new(of(Role::Deleted), old.as_str())],
        None => dash(),
    };
    let new = match (&row.new, meaning) {
        (Some(new), meaning) => {
            if let Some(meaning) = meaning.filter(|meaning| *meaning != "new") {
                // "brackets lifted" is not broken; a longer meaning may be.
                let meaning = match meaning.chars().count() {
                    ..=16 => meaning.replace(' ', "\u{a0}"),
                    _ => meaning.to_string(),
                };
                what.push(Run::new(Role::Note, format!("\n\u{a0}\u{a0}{meaning}")));
            }
            vec![Run::new(of(Role::Inserted), new.as_str())]
        }
        (None, Some(meaning)) => said(meaning),
        (None, None) => dash(),
    };
    let place = match row.place.chars().count() {
        ..=14 => row.place.replace(' ', "\u{a0}"),
        _ => row.place.clone(),
    };
    vec![what, plain(place), old, new]
}

fn text(digest: &Digest) -> Vec<Block> {
    if digest.other_report && digest.sections.is_empty() {
        let told = "Two different reports: their texts are not set against one another (--all does so).";
        return vec![
            Block::Section { title: "TEXT".to_string(), aside: Vec::new() },
            Block::Prose(plain(told)),
        ];
    }
    let legend = vec![
        Run::new(Role::Deleted, "taken out"),
        Run::new(Role::Equal, "\u{a0} "),
        Run::new(Role::Inserted, "put in"),
        Run::new(Role::Equal, "\u{a0} "),
        Run::new(Role::Elided, "… unchanged"),
    ];
    let mut shown = digest.sections.iter().flat_map(|section| &section.entries);
    let any_shown = shown.any(|entry| matches!(entry, digest::Entry::Shown(_)));
    let legend = if any_shown { legend } else { Vec::new() };
    let mut blocks = vec![Block::Section { title: "TEXT".to_string(), aside: legend }];
    if digest.identical {
        blocks.push(Block::Prose(plain("The two texts are the same, word for word.")));
    } else if digest.quiet {
        let folded = &digest.folded;
        let listed = !folded.editorial.is_empty()
            || !folded.repeated.is_empty()
            || !folded.masthead.is_empty()
            || !folded.headings.is_empty()
            || !folded.numbers.is_empty();
        let told = if listed {
            "Nothing but small differences, listed below."
        } else {
            "No difference in the text."
        };
        blocks.push(Block::Prose(plain(told)));
    }
    if digest.sections.is_empty() && !digest.quiet && !digest.identical {
        blocks.push(Block::Prose(plain("Nothing of this kind in the text.")));
    }
    // Where nothing changed, a list of headings over paragraphs that are the same says nothing more.
    let sections = if digest.quiet && !any_shown { &[][..] } else { &digest.sections[..] };
    for section in sections {
        for heading in &section.headings {
            let mut runs = vec![Run::new(Role::Heading, heading.text.as_str())];
            runs.extend(heading.note.map(|note| Run::new(Role::Note, format!("  ({note})"))));
            blocks.push(Block::Heading { label: String::new(), note: None, runs });
        }
        blocks.extend(section.entries.iter().map(|entry| {
            Block::Paragraph(match entry {
                digest::Entry::Shown(shown) => paragraph(shown),
                digest::Entry::Run(run) => Paragraph {
                    label: run.place.clone(),
                    runs: vec![Run::new(Role::Muted, run.text.as_str())],
                    ..Paragraph::default()
                },
            })
        }));
    }
    blocks
}

fn paragraph(shown: &Shown) -> Paragraph {
    // A sign at the first and the last word of a whole page would be missed between them.
    let whole = match shown.status {
        Status::Inserted => Some(Role::Inserted),
        Status::Deleted => Some(Role::Deleted),
        _ => None,
    };
    Paragraph {
        label: shown.place.clone(),
        label_note: Some(shown.tags.join(", ")).filter(|tags| !tags.is_empty()),
        runs: runs(&shown.pieces),
        whole,
        note: Some(shown.notes.join("; ")).filter(|notes| !notes.is_empty()),
        depth: 0,
    }
}

/// The words with their roles. An ellipsis keeps a blank on each side.
fn runs(pieces: &[Piece]) -> Vec<Run> {
    let mut out = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(op, text) => {
                let role = match op {
                    WordOp::Equal => Role::Equal,
                    WordOp::Delete => Role::Deleted,
                    WordOp::Insert => Role::Inserted,
                };
                out.push(Run::new(role, text.as_str()));
            }
            Piece::Begins(place) => out.push(Run::new(Role::Muted, format!("{place}: "))),
            Piece::Elided(_) => {
                if index > 0 {
                    out.push(Run::new(Role::Equal, " "));
                }
                out.push(Run::new(Role::Elided, "…"));
                out.push(Run::new(Role::Equal, " "));
            }
        }
    }
    out
}

fn folded(folded: &Folded, more_with_all: bool) -> Vec<Block> {
    let mut fields = Vec::new();
    let mut add = |label: &str, entries: Vec<Entry>| {
        if !entries.is_empty() {
            fields.push(Field { label: label.to_string(), entries });
        }
    };
    add("Reworded", edits(&folded.repeated, &folded.reworded, Weight::Reworded));
    add("Editorial", edits(&folded.repeated, &folded.editorial, Weight::Editorial));
    let one_sided = folded.one_sided.iter().map(|line| Entry::Text(plain(line.as_str())));
    add("Masthead", folded.masthead.iter().flat_map(masthead).chain(one_sided).collect());
    add("Headings", listed(folded.headings.iter().cloned()));
    add("Numbers", listed(folded.numbers.iter().map(|run| run.text.clone())));
    add("Notes", listed(folded.notes.iter().map(|run| run.text.clone())));
    if folded.references_followed > 0 {
        let words = match folded.references_followed {
            1 => "1 cross-reference follows the new numbers".to_string(),
            count => format!("{count} cross-references follow the new numbers"),
        };
        add("References", vec![Entry::Text(plain(words))]);
    }
    add("Set aside", set_aside(&folded.set_aside));
    add("Remarks", folded.remarks.iter().map(|told| Entry::Text(said(told, Role::Equal))).collect());
    if fields.is_empty() {
        return Vec::new();
    }
    let hint = more_with_all.then(|| Run::new(Role::Muted, "--all shows the text"));
    let aside = hint.into_iter().collect();
    vec![Block::Section { title: "FOLDED".to_string(), aside }, Block::Fields(fields)]
}

/// A list whose members are not broken over lines.
fn listed(parts: impl Iterator<Item = String>) -> Vec<Entry> {
    let whole = |part: String| match part.chars().count() {
        ..=20 => part.replace(' ', "\u{a0}"),
        _ => part,
    };
    let parts: Vec<String> = parts.map(whole).collect();
    if parts.is_empty() { Vec::new() } else { vec![Entry::Text(plain(parts.join(" · ")))] }
}

fn edits(repeated: &[Repeated], edits: &[digest::FoldedEdit], weight: Weight) -> Vec<Entry> {
    let repeated = repeated.iter().filter(|edit| edit.weight == weight).map(|edit| {
        if edit.hyphens {
            return Entry::Text(plain(format!("hyphens of another kind in {}", edit.place)));
        }
        let mut runs = Vec::new();
        if !edit.deleted.is_empty() {
            runs.push(Run::new(Role::Deleted, edit.deleted.as_str()));
        }
        if !edit.inserted.is_empty() {
            runs.push(Run::new(Role::Inserted, edit.inserted.as_str()));
        }
        let before = edit.before.as_ref().map(|word| format!(" before “{word}”")).unwrap_or_default();
        runs.push(Run::new(Role::Equal, format!("{before} in {}", edit.place)));
        Entry::Text(runs)
    });
    let single = edits.iter().enumerate().map(|(at, edit)| {
        // Opening words that stand above already are not said again.
        let again = edit.place.contains('“') && at > 0 && edits[at - 1].place == edit.place;
        let place = if again { String::new() } else { edit.place.clone() };
        Entry::Placed { place, runs: runs(&edit.pieces) }
    });
    repeated.chain(single).collect()
}

fn masthead(line: &digest::MastheadLine) -> Vec<Entry> {
    let label = Run::new(Role::Muted, format!("{}: ", line.label));
    let note = line.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
    let only = |text: &String, what: &str| {
        let words = Run::new(Role::Equal, format!("“{text}” is {what}{note}"));
        vec![Entry::Text(vec![label.clone(), words])]
    };
    match (&line.old, &line.new) {
        (Some(old), Some(new)) => {
            let old = vec![label, Run::new(Role::Equal, old.as_str())];
            vec![Entry::Change { old, new: plain(format!("{new}{note}")) }]
        }
        (Some(old), None) => only(old, "gone"),
        (None, Some(new)) => only(new, "new"),
        (None, None) => Vec::new(),
    }
}

fn set_aside(lines: &[digest::SetAside]) -> Vec<Entry> {
    let entry = |line: &digest::SetAside| {
        let document = Run::new(Role::Muted, format!("{}: ", line.document));
        Entry::Text(vec![document, Run::new(Role::Equal, line.text.as_str())])
    };
    lines.iter().map(entry).collect()
}

/// A remark as a sentence, with its document and place before and what to try after.
fn said(told: &Told, role: Role) -> Vec<Run> {
    let remark = &told.remark;
    let mut place: Vec<&str> = told.document.as_deref().into_iter().collect();
    if !told.place.is_empty() {
        place.push(&told.place);
    }
    let mut out = Vec::new();
    if !place.is_empty() {
        out.push(Run::new(Role::Muted, format!("{}: ", place.join(", "))));
    }
    out.push(Run::new(role, remark.message.as_str()));
    if let Some(hint) = &remark.hint {
        out.push(Run::new(Role::Equal, format!(" ({hint})")));
    }
    out
}
