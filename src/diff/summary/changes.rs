//! What changed in substance, under the headings of the text.

use super::hunks::{self, Quoted};
use super::quote::{brief, most, most_of_whole};
use super::{Group, Length, Line, Options, Part};
use crate::diff::digest::pieces::count;
use crate::diff::digest::place::{Places, enumerate, is_in_text, opening, transition, unit};
use crate::diff::digest::preamble::preambular;
use crate::diff::digest::{Digest, Entry, FactRow, SectionHeading, Shown};
use crate::diff::{ChangeOp, ComparedPair, Comparison, Status};
use crate::mentions::Annotated;
use crate::report::{NodeKind, Report};
use std::collections::{HashMap, HashSet};

/// The edits that a summary quotes: pair, number of the edit in it.
pub(super) type Edits = HashSet<(usize, usize)>;

/// True for a row that is told with the blanks.
pub(super) fn is_blank(row: &FactRow) -> bool {
    row.kind == "placeholder"
        || matches!(row.op, ChangeOp::Filled | ChangeOp::Lifted | ChangeOp::Opened)
        || row.meaning.starts_with("still open")
}

/// Words of a paragraph that only moved: enough to know it again.
const MOVED: usize = 30;

/// What has neither a number nor known words.
const NEW: &str = "new paragraph";
const NEW_LINES: &str = "new lines";

struct Telling<'a> {
    comparison: &'a Comparison,
    digest: &'a Digest,
    options: &'a Options,
    reports: [&'a Report; 2],
    places: [Places<'a>; 2],
    /// From where clauses came, by the node where they are now.
    from: HashMap<&'a str, String>,
    /// Where each node of OLD is in NEW.
    now_in: HashMap<&'a str, &'a [String]>,
    /// The facts that are no blanks, by their first pair.
    facts: HashMap<usize, Vec<&'a FactRow>>,
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
    let telling = Telling { comparison, digest, options, reports, places, from, now_in, facts };
    let mut shown = Edits::new();
    let mut out = Vec::new();
    let first_page: Vec<Line> = telling.first_page();
    if !first_page.is_empty() {
        out.push(Group { headings: vec![own_heading("First page")], lines: first_page });
    }
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
            let (quoted, line) = telling.line(entry);
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
        let group =
            Group { headings: chain[kept..].to_vec(), lines: joined(telling.lists(lines).into_iter()) };
        seen = ids;
        match out.last_mut() {
            // The same heading goes on.
            Some(last) if group.headings.is_empty() => last.lines.extend(group.lines),
            _ => out.push(group),
        }
    }
    (out, shown)
}

/// Short lines that came one after the other, as one: "64th plenary meeting", "15 December 2025".
fn joined(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    const SHORT: usize = 6;
    let is_short = |line: &Line| {
        let short = |part: &Part| matches!(part, Part::Whole(text) if count(text) <= SHORT);
        matches!(line.place.as_str(), NEW | NEW_LINES) && line.parts.iter().all(short)
    };
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut().filter(|last| is_short(last) && is_short(&line)) {
            Some(last) => {
                last.place = NEW_LINES.to_owned();
                last.parts.extend(line.parts);
            }
            None => out.push(line),
        }
    }
    out
}

/// A heading that the text does not have.
fn own_heading(text: &str) -> SectionHeading {
    SectionHeading { id: String::new(), level: 1, text: text.to_owned(), note: None }
}

impl Telling<'_> {
    /// The facts of the first page.
    fn first_page(&self) -> Vec<Line> {
        let rows = self.digest.facts.iter().filter(|row| row.pairs.is_empty() && !is_blank(row));
        rows.map(|row| Line { place: row.place.clone(), parts: vec![fact(row)], ..Line::default() }).collect()
    }

    /// What is to be said of a pair, and which of its edits that holds.
    fn line(&self, shown: &Shown) -> (Vec<usize>, Option<Line>) {
        let pair = &self.comparison.pairs[shown.pair];
        let whole = matches!(pair.status, Status::Inserted | Status::Deleted);
        let text: String = pair.words.iter().map(|word| word.text.as_str()).collect();
        let longest = most_of_whole(self.options.length);
        let Quoted { mut parts, edits } = match whole {
            true => {
                let parts = vec![Part::Whole(brief(&text, longest))];
                Quoted {
                    parts: if self.options.asked("wording") { parts } else { Vec::new() },
                    edits: Vec::new(),
                }
            }
            false => hunks::quoted(pair, self.options, |id| self.places[1].cited(id)),
        };
        let rows = self.facts.get(&shown.pair).map_or(&[][..], Vec::as_slice).iter();
        // Of a whole text that came or went, what stands elsewhere too is no news.
        let is_news = |row: &FactRow| {
            !whole || matches!(row.meaning.as_str(), "new" | "dropped") || row.kind == "officer"
        };
        let rows = rows.filter(|row| row.kind != "strength" && is_news(row) && !is_quoted(row, pair, &parts));
        let facts: Vec<Part> = rows.map(|row| fact(row)).collect();
        // A whole text is read before what its quotation left out.
        let at = if whole { parts.len() } else { 0 };
        parts.splice(at..at, facts);
        let from = pair.new.iter().find_map(|id| self.from.get(id.as_str()));
        parts.extend(from.map(|from| Part::Say(format!("in part from {from}"))));
        parts.extend(pair.moved.then(|| self.section_left(pair)).flatten().map(Part::Say));
        let compare = shown.notes.iter().filter(|note| note.starts_with("compare "));
        let told = |note: &String| {
            let says =
                |part: &Part| matches!(part, Part::Fact { meaning, .. } if meaning.contains(note.as_str()));
            parts.iter().any(says)
        };
        let compare: Vec<Part> =
            compare.filter(|note| !told(note)).map(|note| Part::Say(note.clone())).collect();
        parts.extend(compare);
        if pair.moved && parts.iter().all(|part| matches!(part, Part::Say(_))) {
            let kept: String = pair
                .words
                .iter()
                .filter(|word| word.op != crate::diff::WordOp::Delete)
                .map(|w| w.text.as_str())
                .collect();
            parts.insert(0, Part::Whole(brief(&kept, most(self.options.length).min(MOVED))));
            if pair.status == Status::Unchanged {
                parts.push(Part::Say("the words are the same".to_owned()));
            }
        } else if parts.is_empty() && matches!(pair.status, Status::Split | Status::Merged) {
            parts.push(Part::Say("nothing else of substance".to_owned()));
        }
        let line = Line { place: self.place(pair), tags: shown.tags.clone(), parts };
        (edits, Some(line).filter(|line| !line.parts.is_empty()))
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
            out.push(Group { headings, lines: joined(self.lists(of_part).into_iter()) });
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

    /// The lines of a list without labels that came or went, as one with the paragraph or the line above
    /// them: "Vice-Chairs:", "Tomás Quiroga (Chile)".
    fn lists(&self, lines: Vec<(usize, Line)>) -> Vec<Line> {
        let mut out: Vec<Line> = Vec::new();
        // The paragraph of the line before, by side and node, where that line came or went.
        let mut above: Option<(usize, usize)> = None;
        for (at, line) in lines {
            let pair = &self.comparison.pairs[at];
            let end = match (pair.status, pair.new.first(), pair.old.first()) {
                (Status::Inserted, Some(id), _) => self.places[1].index_of(id).map(|index| (1, index)),
                (Status::Deleted, _, Some(id)) => self.places[0].index_of(id).map(|index| (0, index)),
                _ => None,
            };
            let top = end.map(|(side, index)| (side, unit(self.reports[side], index)));
            let is_member = end != top
                && end.is_some_and(|(side, index)| {
                    let node = &self.reports[side].nodes[index];
                    node.number.is_none() && matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered)
                });
            match out.last_mut() {
                Some(last) if is_member && above == top => last.parts.extend(line.parts),
                _ => out.push(line),
            }
            above = top;
        }
        out
    }

    /// "from “F. Proceedings”": the heading under which a text stood, where it stands under another now.
    fn section_left(&self, pair: &ComparedPair) -> Option<String> {
        let above = |at: usize, ids: &[String]| {
            let index = self.places[at].index_of(ids.first()?)?;
            self.reports[at].heading_of(index)
        };
        let (was, now) = (above(0, &pair.old)?, above(1, &pair.new)?);
        let (was, now) = (&self.reports[0].nodes[was], &self.reports[1].nodes[now]);
        let same = self.now_in.get(was.id.as_str()).is_some_and(|ids| ids.contains(&now.id));
        let name = if was.text.is_empty() { was.number.as_ref()? } else { &was.text };
        (!same).then(|| format!("from “{}”", brief(name, 12)))
    }

    /// "¶7 → ¶9", "new ¶18", "“Recalling the decision …”", "new paragraph".
    fn place(&self, pair: &ComparedPair) -> String {
        let side = |at: usize, ids: &[String]| {
            let labels: Vec<String> = ids.iter().map(|id| self.places[at].cited(id)).collect();
            (!labels.is_empty()).then(|| enumerate(&labels, true))
        };
        let is_bare = |at: usize, ids: &[String]| {
            ids.first().and_then(|id| self.places[at].index_of(id)).is_some_and(|index| {
                self.reports[at].nodes[index].kind == NodeKind::Unnumbered
                    && preambular(self.reports[at], index).is_none()
                    && !is_in_text(self.reports[at], index)
            })
        };
        let (old, new) = (side(0, &pair.old), side(1, &pair.new));
        match pair.status {
            Status::Inserted if is_bare(1, &pair.new) => NEW.to_owned(),
            Status::Deleted if is_bare(0, &pair.old) => "gone paragraph".to_owned(),
            _ => match (&old, &new) {
                // Opening words need no second version of themselves.
                (Some(was), Some(now)) if was.ends_with('”') && now.ends_with('”') => now.clone(),
                _ => transition(old.as_deref(), new.as_deref()) + &self.words_of_preamble(pair),
            },
        }
    }

    /// " “Welcoming the convening …”" behind the number of a preambular paragraph, which nobody counts.
    fn words_of_preamble(&self, pair: &ComparedPair) -> String {
        let whole = matches!(pair.status, Status::Inserted | Status::Deleted);
        let index = pair.new.first().filter(|_| !whole).and_then(|id| self.places[1].index_of(id));
        let index = index.filter(|&index| preambular(self.reports[1], index).is_some());
        let words = index.and_then(|index| opening(&self.reports[1].nodes[index].text));
        words.map(|words| format!(" “{words}”")).unwrap_or_default()
    }
}

/// A row as a part.
pub(super) fn fact(row: &FactRow) -> Part {
    let mut meaning = match row.meaning.as_str() {
        "changed" | "new" | "blank filled" | "brackets lifted" | "new blank" => String::new(),
        other => other.to_owned(),
    };
    if row.places.len() > 1 {
        let elsewhere = format!("the same in {}", enumerate(&row.places[1..], false));
        meaning = if meaning.is_empty() { elsewhere } else { format!("{meaning}; {elsewhere}") };
    }
    let quote = |text: &Option<String>| text.as_deref().map(|text| brief(text, most(Length::Full)));
    Part::Fact { what: row.what.clone(), old: quote(&row.old), new: quote(&row.new), meaning }
}

/// True where what came or went as a fact stands in a quotation already.
fn is_quoted(row: &FactRow, pair: &ComparedPair, parts: &[Part]) -> bool {
    let quotes: Vec<&str> = parts
        .iter()
        .flat_map(|part| match part {
            Part::Whole(text) | Part::Added { text, .. } | Part::Removed { text, .. } => vec![text.as_str()],
            Part::MovedTo { text, .. } => vec![text.as_str()],
            Part::Changed { old, new, .. } => vec![old.as_str(), new.as_str()],
            _ => Vec::new(),
        })
        .collect();
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
