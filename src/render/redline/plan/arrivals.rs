//! New paragraphs, rows and tables, and where they are put.

use super::super::ink::{Come, put_in_order};
use super::super::notes::{Noted, Reference};
use super::super::paragraph::{Anchor, What};
use super::super::template::{Template, form, is_annex, number_behind};
use super::super::{clean, rows};
use super::{Pair, Planner};
use crate::diff::WordOp;
use crate::read::docx::tree::Element;
use crate::report::NodeKind;

impl Planner<'_> {
    /// Puts a pair's new nodes in, behind `place`.
    pub(super) fn arrive(&mut self, pair: &Pair, come: Come, place: Option<u32>, next: Option<usize>) {
        let rows = pair.new.iter().all(|at| self.new.nodes[*at].kind == NodeKind::TableRow);
        if rows {
            for node in &pair.new {
                self.row(*node, place, next);
            }
            return;
        }
        self.close_table(place);
        let near = pair.old.first().copied().or(next).unwrap_or(self.old.nodes.len());
        // What each new node is made of: kept words come along, others are put in.
        let mut pieces: Vec<Vec<(Come, char)>> = vec![Vec::new()];
        let arrived = match come {
            Come::Ins => Vec::new(),
            Come::Move(_) => pair.words.clone(),
        };
        if arrived.is_empty() {
            pieces = pair
                .new
                .iter()
                .map(|node| {
                    let breaks = clean::breaks(&self.new.nodes[*node]);
                    let characters = self.new.nodes[*node].text.chars().enumerate();
                    characters
                        .map(|(at, c)| (Come::Ins, if breaks.contains(&at) { '\n' } else { c }))
                        .collect()
                })
                .collect();
        } else {
            for word in arrived.iter().filter(|word| word.op != WordOp::Delete) {
                let how = if word.op == WordOp::Equal { come } else { Come::Ins };
                for c in word.text.chars() {
                    if c == '\n' && pieces.len() < pair.new.len() {
                        pieces.push(Vec::new());
                    } else if let Some(piece) = pieces.last_mut() {
                        piece.push((how, c));
                    }
                }
            }
        }
        let ends = match come {
            Come::Ins => None,
            Come::Move(number) => Some(self.ink.range("moveTo", number)),
        };
        let mut blocks = Vec::new();
        for (order, (node, piece)) in pair.new.iter().zip(pieces).enumerate() {
            let start = ends.as_ref().filter(|_| order == 0).map(|ends| ends[0].clone());
            blocks.push(self.paragraph(*node, near, come, &piece, start));
        }
        blocks.extend(ends.map(|[_, end]| end));
        // Of the first page only these stand in the box at its top.
        let boxed = |at: &usize| {
            matches!(self.new.nodes[*at].id.as_str(), "f.symbol" | "f.organ" | "f.distr" | "f.lang")
        };
        let out_of_box = self.is_head(pair) && !pair.new.iter().any(boxed);
        self.put(place, blocks, out_of_box);
    }

    /// Puts blocks behind a paragraph, or behind the table of a row; before everything where there is
    /// nothing to stand behind.
    pub(super) fn put(&mut self, place: Option<u32>, blocks: Vec<Element>, out_of_box: bool) {
        match place {
            Some(place) => {
                let mut block = self.base.index.table.get(&place).copied().unwrap_or(place);
                if out_of_box && let Some(row) = self.base.index.row.get(&block) {
                    block = self.base.index.table.get(row).copied().unwrap_or(block);
                }
                self.plan.after.entry(block).or_default().extend(blocks);
            }
            None => {
                let first = (0..self.old.nodes.len())
                    .filter(|at| !matches!(self.old.nodes[*at].kind, NodeKind::Masthead | NodeKind::Footnote))
                    .filter_map(|at| self.base.spots[at].as_ref()?.paragraphs.first().copied())
                    .min();
                let Some(first) = first else { return };
                let table = self.base.index.row.get(&first).and_then(|row| self.base.index.table.get(row));
                self.plan.before.entry(table.copied().unwrap_or(first)).or_default().extend(blocks);
            }
        }
    }

    /// The form of a new node and its label.
    pub(super) fn form(&self, node: usize, near: usize) -> (Template, Option<String>) {
        let own = &self.new.nodes[node];
        let typed = self.lessons.typed.contains(&own.id);
        let model = self.templates.model(self.new, node, near);
        let mut template = model.map(|(at, _)| form(self.base, self.old, at)).unwrap_or_default();
        if let Some((_, false)) | None = model {
            match self.base.clean {
                true => template = clean::form(self.new, own, &self.ink),
                false => clean::dress(&mut template, own, &self.ink),
            }
        }
        if is_annex(own) {
            let properties = template.properties.get_or_insert_with(|| self.ink.element("pPr", ""));
            put_in_order(properties, self.ink.element("pageBreakBefore", ""));
        }
        let label = template.label_of(own, typed);
        if template.automatic && (typed || own.number.is_none()) {
            template.untie(&self.ink);
        }
        (template, label)
    }

    /// A new paragraph.
    fn paragraph(
        &mut self,
        node: usize,
        near: usize,
        come: Come,
        text: &[(Come, char)],
        start: Option<Element>,
    ) -> Element {
        let (template, label) = self.form(node, near);
        let mut paragraph = self.ink.element("p", "").with(template.properties.clone());
        // An end comes the way of the words before it: LibreOffice keeps one that is moved behind words that
        // are put in.
        let last = text.last().map_or(come, |(last, _)| *last);
        self.ink.mark_end(&mut paragraph, if last == Come::Ins { "ins" } else { "moveTo" });
        paragraph = paragraph.with(start);
        if let Some(label) = label {
            let run = self.ink.run(template.label_look.as_ref().or(template.look.as_ref()), &label);
            paragraph = paragraph.with([self.ink.come(come, vec![run])]);
        }
        let mut runs = self.runs(node, text, template.look.as_ref());
        if let Some(number) = number_behind(&self.new.nodes[node]) {
            let run = self.ink.run(template.look.as_ref(), &number);
            runs.push(self.ink.come(come, vec![run]));
        }
        paragraph.with(runs)
    }

    /// The runs of a new node, with its calls.
    fn runs(&mut self, node: usize, text: &[(Come, char)], look: Option<&Element>) -> Vec<Element> {
        let mut runs = Vec::new();
        let mut part = String::new();
        let mut how = Come::Ins;
        let calls = self.new.nodes[node].notes.clone();
        let mut calls = calls.iter().peekable();
        for (at, (come, c)) in text.iter().enumerate() {
            let called = calls.peek().is_some_and(|call| call.at <= at);
            if (called || *come != how) && !part.is_empty() {
                let run = self.ink.run(look, &part);
                runs.push(self.ink.come(how, vec![run]));
                part.clear();
            }
            while let Some(call) = calls.next_if(|call| call.at <= at) {
                let call = self.call(&call.id);
                runs.extend(call.placed(Come::Ins, &mut self.ink));
            }
            how = *come;
            part.push(*c);
        }
        if !part.is_empty() {
            let run = self.ink.run(look, &part);
            runs.push(self.ink.come(how, vec![run]));
        }
        for call in calls {
            let call = self.call(&call.id);
            runs.extend(call.placed(Come::Ins, &mut self.ink));
        }
        runs
    }

    /// What calls a note of NEW, which is made for its first call.
    pub(super) fn call(&mut self, id: &str) -> Reference {
        if let Some((first, last, [start, end])) = self.notes.bookmark(id, &mut self.ink)
            && let Some(paragraph) = self.base.index.paragraph.get(&first.element).copied()
        {
            self.insert(paragraph, Anchor::Before(first), What::Mark(start), None);
            self.insert(paragraph, Anchor::After(last), What::Mark(end), None);
        }
        let (new, called) = (self.new, self.called[1]);
        let noted = new.nodes.iter().find(|node| node.id == id).map(|note| Noted {
            note,
            typed: called.is_typed(note),
            again: called.count(id) > 1,
        });
        self.notes.call(noted, &mut self.ink)
    }

    /// A new row: behind the row before it, before the row after it, or in a table of its own.
    pub(super) fn row(&mut self, node: usize, place: Option<u32>, next: Option<usize>) {
        let behind = place.filter(|place| self.base.index.table.contains_key(place));
        let before = next.and_then(|next| {
            let is_row = self.old.nodes[next].kind == NodeKind::TableRow;
            self.base.spots[next].as_ref()?.row.filter(|_| is_row)
        });
        let Some(model) = behind.or(before) else {
            let name = self.new.nodes[node].id.rsplit_once('.').map_or("", |(table, _)| table).to_owned();
            match &mut self.table {
                Some((open, rows)) if *open == name => rows.push(node),
                _ => {
                    self.close_table(place);
                    self.table = Some((name, vec![node]));
                }
            }
            return;
        };
        let Some(model_row) = self.base.element(model).cloned() else { return };
        let row = rows::like(self, &model_row, node);
        match behind {
            Some(behind) => self.plan.after.entry(behind).or_default().push(row),
            None => self.plan.before.entry(model).or_default().push(row),
        }
    }

    /// Puts the new rows that were collected into a table of their own.
    pub(super) fn close_table(&mut self, place: Option<u32>) {
        let Some((_, nodes)) = self.table.take() else { return };
        let table = rows::table(self, &nodes);
        self.put(place, vec![table], false);
    }

    /// The text of a new row's cells as runs.
    pub(in super::super) fn cell(
        &mut self,
        node: usize,
        start: usize,
        text: &str,
        look: Option<&Element>,
    ) -> Vec<Element> {
        let mut runs = Vec::new();
        if !text.is_empty() {
            let run = self.ink.run(look, text);
            runs.push(self.ink.come(Come::Ins, vec![run]));
        }
        let end = start + text.chars().count();
        let calls = self.new.nodes[node].notes.clone();
        for call in calls.iter().filter(|call| (start..=end).contains(&call.at)) {
            let call = self.call(&call.id);
            runs.extend(call.placed(Come::Ins, &mut self.ink));
        }
        runs
    }
}
