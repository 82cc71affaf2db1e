//! What changed in substance, under the headings of the text.

use super::blanks::is_blank;
use super::hunks::{self, Quoted};
use super::notes::Notes;
use super::quote::{MOST, WHOLE, brief, essence};
use super::whereabouts::{now, without_line};
use super::{Group, Line, Options, Part, lists, order};
use crate::diff::digest::place::{Places, enumerate};
use crate::diff::digest::preamble::preambular;
use crate::diff::digest::{Digest, Entry, FactRow, SectionHeading, Shown};
use crate::diff::words::{Edit, edits};
use crate::diff::{ChangeOp, ComparedPair, Comparison, Status};
use crate::mentions::Annotated;
use crate::report::{NodeKind, Report};
use std::collections::{HashMap, HashSet};

/// The edits that a summary quotes: pair, number of the edit in it.
pub(super) type Edits = HashSet<(usize, usize)>;

pub(super) struct Telling<'a> {
    pub comparison: &'a Comparison,
    pub options: &'a Options,
    pub reports: [&'a Report; 2],
    pub places: [Places<'a>; 2],
    /// From where clauses came, by the node where they are now.
    pub from: HashMap<&'a str, String>,
    /// Where each node of OLD is in NEW.
    pub now_in: HashMap<&'a str, &'a [String]>,
    /// The facts that are no blanks, by their first pair.
    facts: HashMap<usize, Vec<&'a FactRow>>,
    pub notes: Notes,
}

/// What changed under each heading, and which edits that holds.
pub(super) fn groups(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    digest: &Digest,
    options: &Options,
) -> (Vec<Group>, Edits) {
    let reports = [&old.report, &new.report];
    let places = reports.map(Places::new);
    let mut from: HashMap<&str, String> = HashMap::new();
    // A phrase that only changed its place inside its pair came from nowhere else.
    let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
    for change in changes.filter(|change| change.rule != "phrase-moved") {
        if let (ChangeOp::Moved, Some(was), Some(now), true) =
            (change.op, &change.old, &change.new, matches!(change.kind, "wording" | "strength"))
        {
            from.insert(now.id.as_str(), places[0].cited(&was.id));
        }
    }
    let now_in =
        comparison.pairs.iter().flat_map(|pair| pair.old.iter().map(|id| (id.as_str(), &pair.new[..])));
    let now_in = now_in.collect();
    let mut facts: HashMap<usize, Vec<&FactRow>> = HashMap::new();
    for row in digest.facts.iter().filter(|row| !is_blank(row)) {
        row.pairs.first().iter().for_each(|pair| facts.entry(**pair).or_default().push(row));
    }
    let notes = Notes::new(comparison, reports);
    let telling = Telling { comparison, options, reports, places, from, now_in, facts, notes };
    let mut shown = Edits::new();
    let mut out: Vec<Group> = Vec::new();
    let entries = digest.sections.iter().flat_map(|section| &section.entries);
    let listed: HashSet<usize> = entries
        .filter_map(|entry| match entry {
            Entry::Shown(shown) => Some(shown.pair),
            Entry::Run(_) => None,
        })
        .collect();
    let wording = options.asked("wording");
    // That a note is called there says nothing beside the note itself.
    shown.extend(listed.iter().filter_map(|pair| Some((telling.notes.caller(*pair)?, usize::MAX))));
    // Headings are told once; those of groups without a line are not told at all.
    let mut chain: Vec<SectionHeading> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for section in &digest.sections {
        for heading in &section.headings {
            chain.retain(|above| above.level < heading.level);
            chain.push(heading.clone());
        }
        let mut lines: Vec<(usize, Line)> = Vec::new();
        for entry in &section.entries {
            let Entry::Shown(entry) = entry else { continue };
            let (quoted, line) = match telling.notes.caller(entry.pair) {
                // A note is told with its paragraph.
                Some(caller) if listed.contains(&caller) && telling.is_whole(entry.pair) && wording => {
                    continue;
                }
                Some(_) => telling.line_of_note(entry),
                None => telling.line(entry),
            };
            shown.extend(quoted.into_iter().map(|edit| (entry.pair, edit)));
            lines.extend(line.map(|line| (entry.pair, line)));
        }
        let is_news = section.headings.iter().any(|heading| heading.note.is_some());
        if lines.is_empty() && !(is_news && options.asked("heading")) {
            continue;
        }
        if chain.is_empty() {
            for group in telling.parts(lines) {
                match out.last_mut() {
                    // The same part goes on behind a section that has nothing to say.
                    Some(last) if last.headings == group.headings => last.lines.extend(group.lines),
                    _ => out.push(group),
                }
            }
            continue;
        }
        let ids: Vec<String> = chain.iter().map(|heading| heading.id.clone()).collect();
        let kept = ids.iter().zip(&seen).take_while(|(one, two)| one == two).count();
        let group = Group {
            headings: chain[kept..].to_vec(),
            lines: order::sorted(lists::joined(telling.lists(lines))),
        };
        seen = ids;
        match out.last_mut() {
            // The same heading goes on.
            Some(last) if group.headings.is_empty() => last.lines.extend(group.lines),
            _ => out.push(group),
        }
    }
    (out, shown)
}

/// A heading that the text does not have.
fn own_heading(text: &str) -> SectionHeading {
    SectionHeading { id: String::new(), level: 1, text: text.to_owned(), note: None }
}

impl Telling<'_> {
    /// What is to be said of a pair, and which of its edits that holds; its notes too.
    fn line(&self, shown: &Shown) -> (Vec<usize>, Option<Line>) {
        let pair = &self.comparison.pairs[shown.pair];
        let whole = matches!(pair.status, Status::Inserted | Status::Deleted);
        let wording = self.options.asked("wording");
        let text: String = pair.words.iter().map(|word| word.text.as_str()).collect();
        let Quoted { mut parts, mut edits } = match whole {
            true => Quoted {
                parts: wording.then(|| Part::Whole(essence(&text, WHOLE))).into_iter().collect(),
                edits: Vec::new(),
            },
            false => hunks::quoted(pair, self.options, |id| self.places[1].cited(id)),
        };
        let rows = self.facts.get(&shown.pair).map_or(&[][..], Vec::as_slice).iter();
        // Of a whole text that came or went, what stands elsewhere too is no news, nor what its quotation
        // says or leaves out.
        let is_news = |row: &FactRow| match (whole, wording) {
            (true, true) => row.kind == "officer",
            (true, false) => matches!(row.meaning.as_str(), "new" | "dropped") || row.kind == "officer",
            _ => true,
        };
        let rows = rows.filter(|row| row.kind != "strength" && is_news(row) && !is_quoted(row, pair, &parts));
        let rows: Vec<&FactRow> = rows.copied().collect();
        if !whole {
            edits.extend(told_by(&rows, pair));
        }
        let said = quotes(&parts).join("\n");
        // Of several that came or went, those that a quotation has are told.
        let is_told = |part: &Part| match part {
            Part::Fact { old: Some(value), new: None, .. }
            | Part::Fact { old: None, new: Some(value), .. } => said.contains(value.as_str()),
            _ => false,
        };
        let several =
            |row: &FactRow, part: &Part| row.values.len() > 1 && row.kind != "officer" && is_told(part);
        let told =
            |row: &&FactRow| fact(row).into_iter().filter(|part| !several(row, part)).collect::<Vec<_>>();
        let facts: Vec<Part> = rows.iter().flat_map(told).collect();
        // A whole text is read before what its quotation left out.
        let at = if whole { parts.len() } else { 0 };
        parts.splice(at..at, facts);
        let from = pair.new.iter().find_map(|id| self.from.get(id.as_str()));
        parts.extend(from.map(|from| Part::Say(format!("in part from old {from}"))));
        let compare = shown.notes.iter().filter(|note| note.starts_with("compare "));
        let told = |note: &String| {
            let says =
                |part: &Part| matches!(part, Part::Fact { meaning, .. } if meaning.contains(note.as_str()));
            parts.iter().any(says)
        };
        let compare: Vec<Part> = compare
            .filter(|note| !told(note))
            .map(|note| Part::Say(note.replacen("compare", "see", 1)))
            .collect();
        parts.extend(compare);
        if pair.status == Status::Split {
            parts.extend(self.halves(pair).map(Part::Say));
        }
        let mut line = Line { place: self.place(pair), tags: shown.tags.clone(), parts, ..Line::default() };
        without_line(&mut line);
        if pair.moved {
            self.say_moved(pair, &mut line);
        }
        if line.parts.is_empty() && matches!(pair.status, Status::Split | Status::Merged) {
            line.parts.push(Part::Say("nothing else of substance".to_owned()));
        }
        if !line.parts.is_empty() {
            order::sort_in(&mut line, pair.status);
        }
        if wording && !self.is_note(shown.pair) {
            let notes = self.notes.of(shown.pair);
            line.parts.extend(notes.iter().filter_map(|note| self.note(*note)).map(Part::Say));
        }
        (edits, Some(line).filter(|line| !line.parts.is_empty()))
    }

    /// The line for a note whose paragraph has none of its own: that of the paragraph.
    fn line_of_note(&self, shown: &Shown) -> (Vec<usize>, Option<Line>) {
        let pair = &self.comparison.pairs[shown.pair];
        let Some(caller) = self.notes.caller(shown.pair) else { return self.line(shown) };
        let place = self.place(&self.comparison.pairs[caller]);
        match self.note(shown.pair) {
            Some(said) if self.options.asked("wording") => {
                let parts = vec![Part::Say(said)];
                let mut line = Line { place, parts, ..Line::default() };
                order::sort_in(&mut line, pair.status);
                (Vec::new(), Some(line))
            }
            _ => {
                let (edits, line) = self.line(shown);
                let id = pair.new.first().map(|id| self.places[1].label(id));
                let id = id.or(pair.old.first().map(|id| self.places[0].label(id))).unwrap_or_default();
                (edits, line.map(|line| Line { place: format!("{place}, {id}"), ..line }))
            }
        }
    }

    /// True for what came or went as a whole.
    fn is_whole(&self, pair: usize) -> bool {
        matches!(self.comparison.pairs[pair].status, Status::Inserted | Status::Deleted)
    }

    /// Lines above any heading, by the parts that a resolution has without naming them.
    fn parts(&self, lines: Vec<(usize, Line)>) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        let part = |at: usize| self.part(&self.comparison.pairs[at]);
        let mut lines = lines.into_iter().peekable();
        while let Some(first) = lines.next() {
            let name = part(first.0);
            let mut of_part = vec![first];
            while let Some(next) = lines.next_if(|(at, _)| part(*at) == name) {
                of_part.push(next);
            }
            let headings = name.map(own_heading).into_iter().collect();
            out.push(Group { headings, lines: order::sorted(lists::joined(self.lists(of_part))) });
        }
        out
    }

    /// "Preamble" or "Operative paragraphs" for a pair of a resolution; a note stands with what calls it.
    fn part(&self, pair: &ComparedPair) -> Option<&'static str> {
        let side = usize::from(!pair.new.is_empty());
        let id = [&pair.old, &pair.new][side].first()?;
        let nodes = &self.reports[side].nodes;
        let at = self.places[side].index_of(id)?;
        let caller = || nodes.iter().position(|node| node.notes.iter().any(|call| call.id == *id));
        let at = if nodes[at].kind == NodeKind::Footnote { caller().unwrap_or(at) } else { at };
        let first = nodes.iter().position(|node| node.kind == NodeKind::Paragraph)?;
        let preamble =
            first.checked_sub(1).is_some_and(|last| preambular(self.reports[side], last).is_some());
        match preamble {
            true if at < first => Some("Preamble"),
            true => Some("Operative paragraphs"),
            false => None,
        }
    }
}

/// A row as parts: each value stands by itself.
pub(super) fn fact(row: &FactRow) -> Vec<Part> {
    let mut meaning = match row.meaning.as_str() {
        "changed" | "new" | "replaced" | "blank filled" | "brackets lifted" | "new blank" => String::new(),
        "moved" => row.places.first().map(|place| format!("moved to {}", now(place))).unwrap_or_default(),
        other => other.to_owned(),
    };
    if row.places.len() > 1 {
        let elsewhere = format!("the same in {}", enumerate(&row.places[1..], false));
        meaning = if meaning.is_empty() { elsewhere } else { format!("{meaning}; {elsewhere}") };
    }
    let part = |old: Option<&str>, new: Option<&str>| {
        let quote = |text: Option<&str>| text.map(|text| brief(text, MOST));
        Part::Fact { what: row.what.clone(), old: quote(old), new: quote(new), meaning: meaning.clone() }
    };
    match (row.values.len(), row.new.is_some()) {
        (..2, _) => vec![part(row.old.as_deref(), row.new.as_deref())],
        (_, true) => row.values.iter().map(|value| part(None, Some(value))).collect(),
        (_, false) => row.values.iter().map(|value| part(Some(value), None)).collect(),
    }
}

/// The edits that rows of facts tell.
fn told_by(rows: &[&FactRow], pair: &ComparedPair) -> Vec<usize> {
    let told = |edit: &Edit| {
        let (gone, come) = (edit.deleted.trim(), edit.inserted.trim());
        rows.iter().any(|row| match (&row.old, &row.new) {
            (Some(old), Some(new)) => {
                !gone.is_empty() && !come.is_empty() && old.contains(gone) && new.contains(come)
            }
            (Some(old), None) => gone.contains(old.as_str()),
            (None, Some(new)) => come.contains(new.as_str()),
            (None, None) => false,
        })
    };
    edits(&pair.words).iter().enumerate().filter(|(_, edit)| told(edit)).map(|(at, _)| at).collect()
}

/// The quotations of a line.
fn quotes<'a>(parts: &'a [Part]) -> Vec<&'a str> {
    let of = |part: &'a Part| match part {
        Part::Whole(text)
        | Part::Added { text, .. }
        | Part::Removed { text, .. }
        | Part::MovedTo { text, .. } => vec![text.as_str()],
        Part::Changed { old, new, .. } => vec![old.as_str(), new.as_str()],
        _ => Vec::new(),
    };
    parts.iter().flat_map(of).collect()
}

/// True where what came or went as a fact stands in a quotation already.
fn is_quoted(row: &FactRow, pair: &ComparedPair, parts: &[Part]) -> bool {
    let quotes = quotes(parts);
    let same = pair.changes.iter().filter(|change| (change.kind, change.op) == (row.kind, row.op));
    let mut ends = same.filter_map(|change| match row.op {
        ChangeOp::Added => change.new.as_ref(),
        ChangeOp::Removed | ChangeOp::Moved => change.old.as_ref(),
        _ => None,
    });
    // Who held another office before is told beside the name.
    let plain = !row.new.as_deref().unwrap_or_default().ends_with(')') || row.kind != "officer";
    if row.op == ChangeOp::Changed && plain && row.places.len() == 1 {
        let line = |text: &Option<String>| super::quote::one_line(text.as_deref().unwrap_or_default());
        let (was, now) = (line(&row.old), line(&row.new));
        return parts.iter().any(
            |part| matches!(part, Part::Changed { old, new, .. } if old.contains(&was) && new.contains(&now)),
        );
    }
    let one_way = matches!(row.op, ChangeOp::Added | ChangeOp::Removed | ChangeOp::Moved);
    one_way
        && plain
        && row.places.len() == 1
        && ends.all(|end| {
            let text = super::quote::one_line(&end.text);
            quotes.iter().any(|quote| quote.contains(&text))
        })
}
