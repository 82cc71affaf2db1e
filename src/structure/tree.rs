//! The chosen blocks → nodes with identifiers, parents and footnote calls.

use super::block::Block;
use super::footnote::Note;
use super::marker::{Marker, Style};
use super::masthead::Head;
use super::passage::{Passage, Words};
use super::search::{Choice, Choices, Level};
use crate::read::SourceText;
use crate::remark::Remark;
use crate::report::{Node, NodeKind, Report};
use std::collections::HashMap;

/// Builds the report.
pub fn build(
    source: &SourceText,
    head: Head,
    notes: Vec<Note>,
    blocks: Vec<Block>,
    choices: Choices,
    words: &Words,
) -> Report {
    let mut builder = Builder {
        words,
        nodes: head.nodes,
        lines: Vec::new(),
        calls: Vec::new(),
        remarks: Vec::new(),
        used: HashMap::new(),
        headings: Vec::new(),
        annexes: Vec::new(),
        items: Vec::new(),
        container: None,
        office: None,
        series: Vec::new(),
        plain: 0,
        unnumbered: 0,
        tables: 0,
        rows: 0,
        last_number: None,
    };
    builder.lines =
        builder.nodes.iter().map(|node| node.places.last().map_or(0, |place| place.line)).collect();
    builder.calls = head.calls;
    for (block, choice) in blocks.into_iter().zip(choices.choices) {
        builder.add(block, choice);
    }
    builder.attach_notes(source, notes);
    let mut report = Report { masthead: head.masthead, ..Report::default() };
    report.masthead.reissued = reissued(&builder.nodes);
    report.nodes = builder.nodes;
    report.remarks = builder.remarks;
    report
}

/// "* Reissued for technical reasons on 14 March 2025."
fn reissued(nodes: &[Node]) -> Option<String> {
    nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Footnote && node.text.starts_with("Reissued"))
        .find_map(|node| super::masthead::plain_date(&node.text))
}

pub(super) struct Builder<'a> {
    words: &'a Words<'a>,
    pub(super) nodes: Vec<Node>,
    /// For each node, the index of its last line: where it stands among the notes.
    pub(super) lines: Vec<usize>,
    /// For each node, its calls that are not yet matched with a note.
    pub(super) calls: Vec<Vec<(usize, String)>>,
    pub(super) remarks: Vec<Remark>,
    /// How often each identifier was given.
    used: HashMap<String, usize>,
    /// Open headings, outermost first: level, identifier.
    headings: Vec<(Level, String)>,
    /// Open annexes, outermost first.
    annexes: Vec<String>,
    /// Open items of the container: identifier at each depth.
    items: Vec<String>,
    /// The paragraph (numbered or not) that items belong to.
    container: Option<String>,
    /// The line ending in a colon ("Vice-Chairs:") that the next list lines belong to, and its left edge.
    office: Option<(String, f32)>,
    /// Headings without a label that bear a figure ("Decision 1"), by their other words, with the annex they stand in.
    series: Vec<(String, String)>,
    plain: usize,
    unnumbered: usize,
    tables: usize,
    rows: usize,
    /// The last paragraph number, to tell what is missing.
    last_number: Option<u32>,
}

impl Builder<'_> {
    fn add(&mut self, block: Block, choice: Choice) {
        if !matches!(choice, Choice::Row) {
            self.rows = 0;
        }
        if !matches!(choice, Choice::ListLine | Choice::Continuation) {
            self.office = None;
        }
        match choice {
            Choice::Continuation => self.continue_last(block),
            Choice::Paragraph { number, marker } => self.paragraph(block, number, marker),
            Choice::Item { depth, marker } => self.item(block, depth, &marker),
            Choice::ListLine => self.list_line(block),
            Choice::Unnumbered => {
                self.unnumbered += 1;
                let id = self.name(&format!("{}u{}", self.prefix(), self.unnumbered));
                self.items.clear();
                self.container = Some(id.clone());
                let parent = self.heading();
                self.push(id, NodeKind::Unnumbered, None, false, parent, block.page, block.passage);
            }
            Choice::Heading { level, marker } => self.heading_node(block, level, marker),
            Choice::Title => self.title(block),
            Choice::Annex { marker, inner } => self.annex(block, &marker, inner),
            Choice::Row => {
                if self.rows == 0 {
                    self.tables += 1;
                }
                self.rows += 1;
                let id = self.name(&format!("{}t{}.r{}", self.prefix(), self.tables, self.rows));
                let parent = self.heading();
                self.push(id, NodeKind::TableRow, None, false, parent, block.page, block.passage);
            }
        }
    }

    /// `a1.` inside an annex, nothing in the body.
    fn prefix(&self) -> String {
        self.annexes.iter().map(|id| format!("{id}.")).next_back().unwrap_or_default()
    }

    fn heading(&self) -> Option<String> {
        self.headings.last().map(|(_, id)| id.clone()).or_else(|| self.annexes.last().cloned())
    }

    /// The identifier, with `~2` where it was given before.
    pub(super) fn name(&mut self, id: &str) -> String {
        let count = self.used.entry(id.to_owned()).or_insert(0);
        *count += 1;
        if *count == 1 { id.to_owned() } else { format!("{id}~{count}") }
    }

    #[allow(clippy::too_many_arguments)] // One call for each field of the node; a struct would only repeat Node.
    pub(super) fn push(
        &mut self,
        id: String,
        kind: NodeKind,
        number: Option<String>,
        inferred: bool,
        parent: Option<String>,
        page: u32,
        passage: Passage,
    ) {
        self.lines.push(passage.places.last().map_or(0, |place| place.line));
        self.calls.push(passage.calls);
        self.nodes.push(Node {
            id,
            kind,
            number,
            number_inferred: inferred,
            parent,
            part: self.annexes.last().cloned().unwrap_or_else(|| "body".into()),
            text: passage.text,
            page,
            notes: Vec::new(),
            places: passage.places,
        });
    }

    fn continue_last(&mut self, block: Block) {
        let (Some(node), Some(calls)) = (self.nodes.last_mut(), self.calls.last_mut()) else {
            return self.add(block, Choice::Unnumbered);
        };
        let mut passage = Passage {
            text: std::mem::take(&mut node.text),
            calls: std::mem::take(calls),
            places: std::mem::take(&mut node.places),
        };
        passage.append(&block.passage, self.words);
        node.text = passage.text;
        node.places = passage.places;
        *calls = passage.calls;
        if let Some(line) = self.lines.last_mut() {
            *line = node.places.last().map_or(0, |place| place.line);
        }
    }

    fn paragraph(&mut self, mut block: Block, number: u32, marker: Option<Marker>) {
        let suffix = marker.as_ref().and_then(|marker| marker.suffix).unwrap_or("");
        let base = format!("{}p{number}{suffix}", self.prefix());
        let id = self.name(&base);
        self.remark_on_number(&base, &id, number);
        if marker.is_none() {
            let message = format!("the number {number} is not printed; it was worked out");
            self.remarks.push(Remark::new("number-lost", id.clone(), message));
        }
        self.last_number = Some(number);
        let label = marker.as_ref().map_or_else(|| number.to_string(), |marker| marker.label.clone());
        if let Some(marker) = &marker {
            block.passage.cut_label(marker.length);
        }
        self.items.clear();
        self.container = Some(id.clone());
        let parent = self.heading();
        self.push(id, NodeKind::Paragraph, Some(label), marker.is_none(), parent, block.page, block.passage);
    }

    /// Says what is odd about a number: used before, or not the next.
    fn remark_on_number(&mut self, base: &str, id: &str, number: u32) {
        let next = self.last_number.is_none_or(|last| number == last + 1);
        let (code, message) = match self.last_number {
            _ if id != base && number == 1 => {
                // Said once for each part: a part of decisions restarts with every one.
                let said =
                    |remark: &Remark| remark.code == "numbering-restarts" && remark.at.starts_with(base);
                if self.remarks.iter().any(said) {
                    return;
                }
                ("numbering-restarts", "the paragraphs are numbered from 1 again".to_owned())
            }
            _ if id != base && !next => ("number-repeated", format!("the number {number} is used again")),
            Some(last) if number == last + 2 => {
                ("number-skipped", format!("paragraph {} is not there", last + 1))
            }
            Some(last) if number > last + 2 => {
                ("number-skipped", format!("paragraphs {} to {} are not there", last + 1, number - 1))
            }
            _ => return,
        };
        self.remarks.push(Remark::new(code, id, message));
    }

    fn item(&mut self, mut block: Block, depth: usize, marker: &Marker) {
        self.items.truncate(depth);
        let parent = self.items.last().cloned().or_else(|| self.container.clone()).or_else(|| self.heading());
        let bare = marker.label.trim_matches(['(', ')']);
        let base = match &parent {
            Some(parent) => format!("{parent}.{bare}"),
            None => format!("{}u0.{bare}", self.prefix()),
        };
        let id = self.name(&base);
        block.passage.cut_label(marker.length);
        self.items.push(id.clone());
        self.push(id, NodeKind::Item, Some(marker.label.clone()), false, parent, block.page, block.passage);
    }

    /// A line of a list; one that ends in a colon ("Vice-Chairs:") holds the lines set in below it.
    fn list_line(&mut self, block: Block) {
        let opens = block.passage.text.trim_end().ends_with(':');
        let office = self
            .office
            .take()
            .filter(|(_, left)| !opens && (!block.layout || block.left > left + 2.0 || block.left == *left));
        let parent = match &office {
            Some((id, _)) => Some(id.clone()),
            None => self.items.last().cloned().or_else(|| self.container.clone()).or_else(|| self.heading()),
        };
        let scope = parent.clone().unwrap_or_else(|| self.prefix().trim_end_matches('.').to_owned());
        let count = self.used.entry(format!("{scope}.u")).or_insert(0);
        *count += 1;
        let base = if scope.is_empty() { format!("u0.u{count}") } else { format!("{scope}.u{count}") };
        let id = self.name(&base);
        self.office = if opens { Some((id.clone(), block.left)) } else { office };
        self.push(id, NodeKind::Item, None, false, parent, block.page, block.passage);
    }

    fn heading_node(&mut self, mut block: Block, level: Level, marker: Option<Marker>) {
        if marker.is_none() {
            self.rejoin_series(&block.passage.text);
        }
        // A heading without a label stands below the innermost labelled one.
        self.headings.retain(|(open, _)| *open < level);
        let parent = self.heading();
        let label = marker.as_ref().map(|marker| marker.label.clone());
        let path: Vec<String> = self
            .headings
            .iter()
            .filter(|(level, _)| *level != Level::Plain)
            .filter_map(|(_, id)| id.rsplit(['h', '.']).next())
            .map(|part| part.split('~').next().unwrap_or(part).to_owned())
            .collect();
        let own = match &marker {
            Some(marker) if marker.style == Style::Part => format!("P{}", marker.label),
            Some(marker) => marker.label.trim_matches(['(', ')']).to_owned(),
            None => {
                self.plain += 1;
                format!("x{}", self.plain)
            }
        };
        let path = if path.is_empty() { own } else { format!("{}.{own}", path.join(".")) };
        let id = self.name(&format!("{}h{path}", self.prefix()));
        if let Some(marker) = &marker {
            block.passage.cut_label(marker.length);
        }
        self.headings.push((level, id.clone()));
        self.items.clear();
        self.container = None;
        self.push(id, NodeKind::Heading, label, false, parent, block.page, block.passage);
    }

    /// "Decision 4" after an annex to decision 3 belongs beside decisions 1 to 3, not into that annex.
    fn rejoin_series(&mut self, text: &str) {
        let series: String = text.chars().take_while(|c| !c.is_ascii_digit()).collect();
        if series.is_empty() || series.len() == text.len() || series.len() > 40 {
            return;
        }
        let here = self.annexes.last().cloned().unwrap_or_default();
        match self.series.iter().find(|(other, _)| *other == series) {
            Some((_, home)) if *home != here && self.annexes.contains(home) => {
                let depth = self.annexes.iter().position(|annex| annex == home).map_or(0, |at| at + 1);
                self.annexes.truncate(depth);
                self.headings.clear();
                self.last_number = None;
            }
            Some(_) => {}
            None => self.series.push((series, here)),
        }
    }

    /// The title of "Chapter II" joins it; the title of an annex is a node of its own.
    fn title(&mut self, block: Block) {
        let annex =
            self.annexes.last().cloned().filter(|id| self.nodes.last().is_some_and(|node| node.id == *id));
        match annex {
            Some(annex) => {
                let id = self.name(&format!("{annex}.title"));
                self.push(id, NodeKind::Heading, None, false, Some(annex), block.page, block.passage);
            }
            None => self.continue_last(block),
        }
    }

    fn annex(&mut self, mut block: Block, marker: &Marker, inner: bool) {
        let number = if marker.value > 0 { marker.value as usize } else { 1 };
        let short = if marker.style == Style::Appendix { "app" } else { "a" };
        let (base, parent) = match self.annexes.first().cloned().filter(|_| inner) {
            Some(outer) => (format!("{outer}.{short}{number}"), Some(outer)),
            None => (format!("{short}{number}"), None),
        };
        let id = self.name(&base);
        let keep = if inner { 1 } else { 0 };
        self.annexes.truncate(keep);
        self.annexes.push(id.clone());
        self.headings.clear();
        self.items.clear();
        self.container = None;
        self.plain = 0;
        self.unnumbered = 0;
        self.last_number = None;
        let label = (!marker.label.is_empty()).then(|| marker.label.clone());
        // "Annex" alone keeps its word as text; "Annex II" keeps "Annex" and has its number apart.
        let rest: String = block.passage.text.chars().skip(marker.length).collect();
        if rest.trim_matches([' ', '.', ':', '*']).is_empty() {
            let word: String = block.passage.text.chars().take_while(|c| c.is_alphabetic()).collect();
            block.passage.text = word;
        } else {
            block.passage.cut_label(marker.length);
        }
        self.push(id, NodeKind::Heading, label, false, parent, block.page, block.passage);
    }
}
