//! OLD as a clean Word document in the layout of the United Nations, where it is no Word document itself.

mod first_page;
mod styles;

use super::base::Base;
use super::called::Called;
use super::found::{Set, spots};
use super::ink::{Ink, put_in_order};
use super::notes::{again, named};
use super::parts;
use super::template::{is_annex, number_behind, plain_label};
use crate::error::ErrorKind;
use crate::read::docx::draft::Draft;
use crate::read::docx::tree::{Element, Piece};
use crate::report::{NodeKind, Report};
use std::collections::HashSet;
use styles::{has_bullet, is_bare_title, style, title_indent};

pub(super) use first_page::breaks;
pub(super) use styles::{dress, form, row_shell, table_shell};

struct Setter<'a> {
    called: &'a Called,
    report: &'a Report,
    ink: Ink,
    /// Paragraphs so far in the text, and in the notes.
    count: [usize; 2],
    sets: [Vec<Set>; 2],
    body: Vec<Element>,
    notes: Vec<Element>,
    /// Notes that were called: node, and the bookmark round the call where there are others.
    noted: Vec<(usize, Option<String>)>,
    /// Annexes with which notes begin to count anew, and where the sections before them end: the place of
    /// the paragraph in the text.
    restarts: HashSet<usize>,
    ends: Vec<(usize, usize)>,
    /// The first number of each list, and the number that comes next in the last.
    lists: Vec<u32>,
    next: u32,
}

/// Makes the document.
///
/// # Errors
/// The parts cannot be put together, which would be a mistake of this program.
pub(super) fn base(called: &Called) -> Result<Base, ErrorKind> {
    let report = &called.report;
    let ink = Ink::new("w:".into(), "", "", 1);
    let mut setter = Setter {
        called,
        report,
        ink,
        count: [0; 2],
        sets: [Vec::new(), Vec::new()],
        body: Vec::new(),
        notes: Vec::new(),
        noted: Vec::new(),
        restarts: restarts(report),
        ends: Vec::new(),
        lists: Vec::new(),
        next: 0,
    };
    setter.set();
    let write = |elements: &[Element]| {
        let mut out = String::new();
        elements.iter().for_each(|element| element.write(&mut out));
        out
    };
    let symbol = report.masthead.symbol.clone().unwrap_or_default();
    let job = report.masthead.job_number.clone().unwrap_or_default();
    let restarts = !setter.restarts.is_empty();
    let around =
        parts::Around { lists: &setter.lists, symbol: symbol.trim_end_matches('*'), job: &job, restarts };
    let body = write(&setter.body) + &parts::section(setter.ends.is_empty(), restarts);
    let files = parts::package(&body, &write(&setter.notes), &around);
    let draft = Draft::from_parts(&files)?;
    let mut base = Base::of(draft, &Report::default());
    base.clean = true;
    base.spots = spots(&base, report, &setter.sets);
    let main = base.draft.parts.iter().find(|(_, tree)| tree.root.local() == "document");
    let body = main.and_then(|(_, tree)| tree.root.child("body"));
    let blocks: Vec<u32> = body.into_iter().flat_map(Element::elements).map(|block| block.id).collect();
    base.sections = setter.ends.iter().filter_map(|(node, at)| Some((*node, *blocks.get(*at)?))).collect();
    Ok(base)
}

/// The annexes with which the notes begin to count anew.
fn restarts(report: &Report) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let (mut last, mut since) = (0, None);
    for (at, node) in report.nodes.iter().enumerate().filter(|(_, node)| node.kind != NodeKind::Footnote) {
        if is_annex(node) {
            since = Some(at);
        }
        for call in node.notes.iter().filter(|call| seen.insert(call.id.as_str())) {
            let note = report.index_of(&call.id).map(|note| &report.nodes[note]);
            let number =
                note.and_then(|note| note.number.as_deref()).and_then(|number| number.parse::<u32>().ok());
            let Some(number) = number else { continue };
            if number <= last {
                found.extend(since);
            }
            (last, since) = (number, None);
        }
    }
    found
}

impl Setter<'_> {
    fn set(&mut self) {
        let report = self.report;
        let kind = |at: usize| report.nodes[at].kind;
        let first = report
            .nodes
            .iter()
            .position(|node| node.kind != NodeKind::Masthead)
            .unwrap_or(report.nodes.len());
        self.masthead(first);
        let mut at = first;
        while at < report.nodes.len() {
            match kind(at) {
                NodeKind::Footnote => {}
                NodeKind::TableRow => {
                    let name = |at: usize| report.nodes[at].id.rsplit_once('.').map(|(table, _)| table);
                    let end = (at..report.nodes.len())
                        .find(|next| kind(*next) != NodeKind::TableRow || name(*next) != name(at))
                        .unwrap_or(report.nodes.len());
                    self.table(at..end);
                    at = end;
                    continue;
                }
                _ => {
                    if self.restarts.contains(&at) {
                        self.end_section(at);
                    }
                    let paragraph = self.paragraph(at, 0, &[]);
                    self.body.push(paragraph);
                }
            }
            at += 1;
        }
        // A document does not end in a table.
        if self.body.last().is_none_or(|last| last.local() == "tbl") {
            self.body.push(self.ink.element("p", ""));
            self.count[0] += 1;
        }
    }

    /// A stretch of a node as a paragraph without label.
    fn stretch(&mut self, node: usize, range: std::ops::Range<usize>, style: &str) -> Element {
        self.sets[0].push(Set { node, paragraph: self.count[0], label: 0, from: range.start, to: range.end });
        self.count[0] += 1;
        let own = self.ink.element("pPr", "").with([self.ink.value("pStyle", style)]);
        let runs = self.runs(node, range, &[]);
        self.ink.element("p", "").with([own]).with(runs)
    }

    /// A node as a paragraph, in the text (0) or in the notes (1). `breaks`: blanks at which a line ends.
    fn paragraph(&mut self, at: usize, story: usize, breaks: &[usize]) -> Element {
        let node = &self.report.nodes[at];
        let mut own = self.ink.element("pPr", "").with([self.ink.value("pStyle", style(node))]);
        if is_annex(node) {
            put_in_order(&mut own, self.ink.element("pageBreakBefore", ""));
        }
        if self.restarts.contains(&at) {
            put_in_order(&mut own, self.ink.value("outlineLvl", "0"));
        }
        let mut label = String::new();
        if let Some(number) = node.number.as_deref().filter(|_| node.kind != NodeKind::Footnote) {
            let plain = number.parse::<u32>().ok().filter(|_| node.kind == NodeKind::Paragraph);
            match plain {
                Some(plain) => {
                    if self.lists.is_empty() || plain != self.next {
                        self.lists.push(plain);
                    }
                    self.next = plain.saturating_add(1);
                    let list = self.ink.value("numId", &self.lists.len().to_string());
                    put_in_order(
                        &mut own,
                        self.ink.element("numPr", "").with([self.ink.value("ilvl", "0"), list]),
                    );
                }
                None => {
                    label = plain_label(node);
                    if node.kind == NodeKind::Heading && !number.contains(' ') {
                        label.insert(0, '\t');
                    }
                }
            }
        } else if has_bullet(self.report, node) {
            put_in_order(&mut own, parts::bullet(&self.ink));
        } else if is_bare_title(node) {
            put_in_order(&mut own, title_indent(&self.ink));
        }
        let count = label.chars().count();
        let length = node.text.chars().count();
        self.sets[story].push(Set {
            node: at,
            paragraph: self.count[story],
            label: count,
            from: 0,
            to: length,
        });
        self.count[story] += 1;
        let mut paragraph = self.ink.element("p", "").with([own]);
        if !label.is_empty() {
            paragraph = paragraph.with([self.ink.run(None, &label)]);
        }
        let runs = self.runs(at, 0..length, breaks);
        paragraph = paragraph.with(runs);
        match number_behind(node) {
            Some(number) => paragraph.with([self.ink.run(None, &number)]),
            None => paragraph,
        }
    }

    /// Characters of a node as runs, with the calls that stand among them.
    fn runs(&mut self, at: usize, range: std::ops::Range<usize>, breaks: &[usize]) -> Vec<Element> {
        let node = &self.report.nodes[at];
        let mut runs = Vec::new();
        let mut part = String::new();
        for (order, c) in node.text.chars().enumerate().skip(range.start).take(range.len()) {
            for call in
                node.notes.iter().filter(|call| call.at == order && (order > range.start || order == 0))
            {
                if !part.is_empty() {
                    runs.push(self.ink.run(None, &std::mem::take(&mut part)));
                }
                runs.extend(self.call(&call.id));
            }
            part.push(if breaks.contains(&order) && c == ' ' { '\n' } else { c });
        }
        if !part.is_empty() {
            runs.push(self.ink.run(None, &part));
        }
        for call in node.notes.iter().filter(|call| {
            call.at >= range.end && (call.at == range.end || range.end == node.text.chars().count())
        }) {
            runs.extend(self.call(&call.id));
        }
        runs
    }

    /// What calls a note, and at its first call the note itself.
    fn call(&mut self, id: &str) -> Vec<Element> {
        let Some(at) = self.report.index_of(id) else { return Vec::new() };
        let node = &self.report.nodes[at];
        let look = self.ink.element("rPr", "").with([self.ink.value("rStyle", "FootnoteReference")]);
        let number = node.number.clone().unwrap_or_default();
        if let Some((_, Some(name))) = self.noted.iter().find(|(other, _)| *other == at) {
            return again(&self.ink, &look, name, &number);
        }
        let own = self.called.is_typed(node);
        let id = self.noted.len() + 1;
        let custom = if own { "w:customMarkFollows=\"1\" " } else { "" };
        let mut call = self
            .ink
            .element("r", "")
            .with([look.clone(), self.ink.element("footnoteReference", &format!("{custom}w:id=\"{id}\""))]);
        if own {
            call = call.with([self.ink.element("t", "").with_text(&number)]);
        }
        let bookmark = (self.called.count(&node.id) > 1).then(|| named(&mut self.ink));
        let (name, ends) = bookmark.map_or((None, None), |(name, ends)| (Some(name), Some(ends)));
        self.noted.push((at, name));
        let sign = self.ink.element("r", "").with([look]).with([match own {
            true => self.ink.element("t", "").with_text(&number),
            false => self.ink.element("footnoteRef", ""),
        }]);
        let mut note = self.paragraph(at, 1, &[]);
        let tab = self.ink.run(None, "\t");
        note.children.splice(1..1, [Piece::Element(sign), Piece::Element(tab)]);
        if let Some(set) = self.sets[1].last_mut() {
            set.label = 1;
        }
        self.notes.push(self.ink.element("footnote", &format!("w:id=\"{id}\"")).with([note]));
        let [start, end] = ends.map_or([None, None], |ends| ends.map(Some));
        start.into_iter().chain([call]).chain(end).collect()
    }

    /// A section ends before a node, so that the notes count anew behind it: in a paragraph of its own,
    /// for one that holds text may go or be cut.
    fn end_section(&mut self, next: usize) {
        let properties = parts::section(self.ends.is_empty(), true);
        let small = ["before", "after"].map(|side| format!("w:{side}=\"0\" ")).concat();
        let own = self.ink.element("pPr", "").with([
            self.ink.element("spacing", &format!("{small}w:line=\"20\" w:lineRule=\"exact\"")),
            self.ink.element("rPr", "").with([self.ink.value("sz", "2")]),
        ]);
        let mut own = own;
        own.children.push(Piece::Raw(properties));
        self.ends.push((next, self.body.len()));
        self.body.push(self.ink.element("p", "").with([own]));
        self.count[0] += 1;
    }

    fn table(&mut self, rows: std::ops::Range<usize>) {
        let report = self.report;
        let columns = rows.clone().map(|at| report.nodes[at].text.split('\t').count()).max().unwrap_or(1);
        let mut table = table_shell(&self.ink, columns);
        for at in rows {
            let shell = row_shell(&self.ink, columns);
            let mut row = self.ink.element("tr", "");
            let mut start = 0;
            let texts: Vec<&str> = report.nodes[at].text.split('\t').collect();
            for (order, cell) in shell.elements().enumerate() {
                let text = texts.get(order).copied().unwrap_or_default();
                let length = text.chars().count();
                let own = self.ink.element("pPr", "").with([self.ink.value("pStyle", "Cell")]);
                let mut paragraph = self.ink.element("p", "").with([own]);
                if !text.is_empty() {
                    self.sets[0].push(Set {
                        node: at,
                        paragraph: self.count[0],
                        label: 0,
                        from: start,
                        to: start + length,
                    });
                    paragraph = paragraph.with(self.runs(at, start..start + length, &[]));
                }
                self.count[0] += 1;
                start += length + 1;
                row = row.with([self
                    .ink
                    .element("tc", "")
                    .with(cell.child("tcPr").cloned())
                    .with([paragraph])]);
            }
            table = table.with([row]);
        }
        self.body.push(table);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Call, Node};

    #[test]
    fn notes_count_anew_with_the_annex_that_they_begin_again_in() {
        let node = |id: &str, kind: NodeKind, number: &str, calls: &[&str]| Node {
            id: id.into(),
            kind,
            number: Some(number.into()),
            number_inferred: false,
            parent: None,
            part: "body".into(),
            text: "Text".into(),
            page: 1,
            notes: calls.iter().map(|id| Call { at: 4, id: id.to_string() }).collect(),
            places: Vec::new(),
        };
        let report = |last: &str| Report {
            nodes: vec![
                node("p1", NodeKind::Paragraph, "1", &["fn1"]),
                node("a1", NodeKind::Heading, "I", &[]),
                node("a1.p1", NodeKind::Paragraph, "1", &["fn1", "a1.fn"]),
                node("fn1", NodeKind::Footnote, "1", &[]),
                node("a1.fn", NodeKind::Footnote, last, &[]),
            ],
            ..Report::default()
        };
        assert_eq!(restarts(&report("1")), HashSet::from([1]));
        assert_eq!(restarts(&report("2")), HashSet::new());
    }
}
