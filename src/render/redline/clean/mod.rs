//! OLD as a clean Word document in the layout of the United Nations, where it is no Word document itself.

mod first_page;
mod styles;

use super::base::Base;
use super::found::{Set, loose, spots};
use super::ink::{Ink, put_in_order};
use super::parts;
use super::template::{is_annex, number_behind, plain_label};
use crate::error::ErrorKind;
use crate::read::docx::draft::Draft;
use crate::read::docx::tree::Element;
use crate::report::{NodeKind, Report};
use std::collections::HashSet;
use styles::style;

pub(super) use first_page::breaks;
pub(super) use styles::{dress, form, row_shell, table_shell};

struct Setter<'a> {
    report: &'a Report,
    ink: Ink,
    /// Paragraphs so far in the text, and in the notes.
    count: [usize; 2],
    sets: [Vec<Set>; 2],
    body: Vec<Element>,
    notes: Vec<Element>,
    /// Numbers of notes: node, identifier in the file.
    called: Vec<(usize, usize)>,
    /// Notes that no text calls, and whether they are called by now.
    loose: Vec<usize>,
    has_loose: bool,
    /// The first number of each list, and the number that comes next in the last.
    lists: Vec<u32>,
    next: u32,
}

/// Makes the document.
///
/// # Errors
/// The parts cannot be put together, which would be a mistake of this program.
pub(super) fn base(report: &Report) -> Result<Base, ErrorKind> {
    let ink = Ink::new("w:".into(), "", "", 1);
    let mut setter = Setter {
        report,
        ink,
        count: [0; 2],
        sets: [Vec::new(), Vec::new()],
        body: Vec::new(),
        notes: Vec::new(),
        called: Vec::new(),
        loose: uncalled(report),
        has_loose: false,
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
    let files = parts::package(&write(&setter.body), &write(&setter.notes), &setter.lists, &symbol, &job);
    let draft = Draft::from_parts(&files)?;
    let mut base = Base::of(draft, &Report::default());
    base.clean = true;
    base.spots = spots(&base, report, &setter.sets);
    base.loose = loose(&base, &setter.loose);
    Ok(base)
}

fn uncalled(report: &Report) -> Vec<usize> {
    let called: HashSet<&str> =
        report.nodes.iter().flat_map(|node| &node.notes).map(|call| call.id.as_str()).collect();
    let notes = report.nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Footnote);
    notes.filter(|(_, node)| !called.contains(node.id.as_str())).map(|(at, _)| at).collect()
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
        } else if node.kind == NodeKind::Heading && style(node).starts_with('H') && style(node) != "HNo" {
            // Without a label the title stands where others have theirs.
            put_in_order(
                &mut own,
                self.ink.element("ind", "w:left=\"1267\" w:right=\"1267\" w:firstLine=\"0\""),
            );
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
        // What no text calls is called behind the first part, which is the symbol.
        if range.end == node.text.chars().count() && node.kind != NodeKind::Footnote && !self.has_loose {
            self.has_loose = true;
            for note in self.loose.clone() {
                let id = self.report.nodes[note].id.clone();
                runs.extend(self.call(&id));
            }
        }
        runs
    }

    /// The call of a note, and the note itself at its first call.
    fn call(&mut self, id: &str) -> Option<Element> {
        let at = self.report.index_of(id)?;
        let look = || self.ink.element("rPr", "").with([self.ink.value("rStyle", "FootnoteReference")]);
        let number = self.report.nodes[at].number.clone().unwrap_or_default();
        let own = !number.is_empty() && !number.chars().all(|c| c.is_ascii_digit());
        let known = self.called.iter().find(|(node, _)| *node == at).map(|(_, id)| *id);
        let id = known.unwrap_or(self.called.len() + 1);
        let custom = if own { "w:customMarkFollows=\"1\" " } else { "" };
        let mut call = self
            .ink
            .element("r", "")
            .with([look(), self.ink.element("footnoteReference", &format!("{custom}w:id=\"{id}\""))]);
        if own {
            call = call.with([self.ink.element("t", "").with_text(&number)]);
        }
        if known.is_none() {
            self.called.push((at, id));
            let mut sign = self.ink.element("r", "").with([look()]);
            sign = sign.with([match own {
                true => self.ink.element("t", "").with_text(&number),
                false => self.ink.element("footnoteRef", ""),
            }]);
            let mut note = self.paragraph(at, 1, &[]);
            let tab = self.ink.run(None, "\t");
            use crate::read::docx::tree::Piece;
            note.children.splice(1..1, [Piece::Element(sign), Piece::Element(tab)]);
            if let Some(set) = self.sets[1].last_mut() {
                set.label = 1 + if own { number.chars().count() } else { 0 };
            }
            self.notes.push(self.ink.element("footnote", &format!("w:id=\"{id}\"")).with([note]));
        }
        Some(call)
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
