//! The chosen blocks → nodes with identifiers, parents and footnote calls.

use super::block::Block;
use super::footnote::Note;
use super::marker::{Marker, Style};
use super::masthead::Head;
use super::passage::{Passage, Words};
use super::search::{Choice, Choices, Level};
use crate::read::SourceText;
use crate::remark::Remark;
use crate::report::{Call, Node, NodeKind, Report};
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
        plain: 0,
        unnumbered: 0,
        tables: 0,
        rows: 0,
        last_number: None,
    };
    builder.lines =
        builder.nodes.iter().map(|node| node.places.last().map_or(0, |place| place.line)).collect();
    builder.calls = vec![Vec::new(); builder.nodes.len()];
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

/// Where in a text the figure `sign` stands as a call: behind punctuation, or glued to a word, or at
/// the end of a heading. Character index, at or after `after`.
fn glued_call(text: &str, sign: &str, after: usize, heading: bool) -> Option<usize> {
    let characters: Vec<char> = text.chars().collect();
    let digits: Vec<char> = sign.chars().collect();
    (after.max(1)..characters.len()).find(|at| {
        if !characters[*at..].starts_with(&digits) {
            return false;
        }
        let next = characters.get(at + digits.len());
        let ends = next.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')' | '”'));
        let blank = characters[at - 1] == ' ';
        let Some(before) =
            (if blank { at.checked_sub(2).map(|at| characters[at]) } else { Some(characters[at - 1]) })
        else {
            return false;
        };
        let stop = matches!(before, '.' | ',' | ';' | ':' | ')' | '”' | '’' | '"');
        let rest = || characters[at + digits.len()..].iter().find(|c| !c.is_whitespace());
        let new_sentence = rest().is_none_or(|c| c.is_uppercase() || matches!(before, ',' | ';'));
        // Not the "2" of "L.2" or of "11.2 per cent": a word stands before the full stop.
        let word = at
            .checked_sub(2)
            .is_some_and(|at| characters[at].is_lowercase() || matches!(characters[at], ')' | '”'));
        let glued = !blank && (before.is_lowercase() || (stop && word && new_sentence));
        ends && (glued
            || (blank && stop && new_sentence)
            || (heading && next.is_none() && before.is_alphabetic()))
    })
}

/// Where a figure stands in the middle of a sentence and counts nothing: "Punishment 3 and the Optional".
fn loose_call(text: &str, sign: &str, after: usize) -> Option<usize> {
    /// Words after which a figure belongs to the text.
    const TAKES_FIGURES: &[&str] = &[
        "item",
        "items",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "article",
        "articles",
        "rule",
        "rules",
        "annex",
        "chapter",
        "part",
        "section",
        "goal",
        "goals",
        "target",
        "targets",
        "decision",
        "resolution",
        "page",
        "option",
        "cluster",
        "of",
        "to",
        "and",
        "or",
        "the",
        "for",
        "on",
        "in",
        "at",
        "by",
        "from",
        "than",
        "least",
        "no",
        "level",
        "phase",
        "step",
        "table",
        "figure",
        "with",
        "all",
        "these",
        "its",
        "other",
        "some",
        "about",
        "over",
        "under",
        "between",
        "another",
    ];
    let characters: Vec<char> = text.chars().collect();
    let digits: Vec<char> = sign.chars().collect();
    (after.max(2)..characters.len()).find(|at| {
        if !characters[*at..].starts_with(&digits) || characters[at - 1] != ' ' {
            return false;
        }
        let next = &characters[at + digits.len()..];
        let goes_on = next.first().is_none_or(|c| *c == ' ') && next.get(1).is_none_or(|c| c.is_lowercase());
        let before: String = characters[..at - 1].iter().rev().take_while(|c| c.is_alphabetic()).collect();
        let word: String = before.chars().rev().collect::<String>().to_lowercase();
        let month = next.iter().skip(1).collect::<String>();
        goes_on && word.len() > 1 && !TAKES_FIGURES.contains(&word.as_str()) && !month.starts_with("per cent")
    })
}

/// "* Reissued for technical reasons on 14 March 2025."
fn reissued(nodes: &[Node]) -> Option<String> {
    nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Footnote && node.text.starts_with("Reissued"))
        .find_map(|node| super::masthead::plain_date(&node.text))
}

struct Builder<'a> {
    words: &'a Words<'a>,
    nodes: Vec<Node>,
    /// For each node, the index of its last line: where it stands among the notes.
    lines: Vec<usize>,
    /// For each node, its calls that are not yet matched with a note.
    calls: Vec<Vec<(usize, String)>>,
    remarks: Vec<Remark>,
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
    fn name(&mut self, id: &str) -> String {
        let count = self.used.entry(id.to_owned()).or_insert(0);
        *count += 1;
        if *count == 1 { id.to_owned() } else { format!("{id}~{count}") }
    }

    #[allow(clippy::too_many_arguments)] // One call for each field of the node; a struct would only repeat Node.
    fn push(
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
        if id != base && number == 1 {
            self.remarks.push(Remark::new(
                "numbering-restarts",
                id.clone(),
                "the paragraphs are numbered from 1 again",
            ));
        } else if id != base && self.last_number.is_none_or(|last| number != last + 1) {
            self.remarks.push(Remark::new(
                "number-repeated",
                id.clone(),
                format!("the number {number} is used again"),
            ));
        } else if let Some(last) = self.last_number
            && number > last + 1
        {
            let missing = if number == last + 2 {
                format!("{}", last + 1)
            } else {
                format!("{} to {}", last + 1, number - 1)
            };
            self.remarks.push(Remark::new(
                "number-skipped",
                id.clone(),
                format!("paragraph {missing} is not there"),
            ));
        }
        if marker.is_none() {
            self.remarks.push(Remark::new(
                "number-lost",
                id.clone(),
                format!("the number {number} is not printed; it was worked out"),
            ));
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

    /// Gives each note an identifier in the part that calls it, and turns signs into calls.
    fn attach_notes(&mut self, source: &SourceText, notes: Vec<Note>) {
        let mut matched: Vec<Option<(usize, usize)>> = vec![None; notes.len()];
        let mut free: Vec<(usize, usize)> = Vec::new();
        for (node, calls) in self.calls.iter().enumerate() {
            for call in 0..calls.len() {
                free.push((node, call));
            }
        }
        for (index, note) in notes.iter().enumerate() {
            let calls = |(node, call): &(usize, usize)| self.calls[*node][*call].1 == note.sign;
            let on_page = |(node, _): &(usize, usize)| {
                self.nodes[*node].places.iter().any(|place| source.lines[place.line].page == note.page)
            };
            let best = free
                .iter()
                .position(|at| calls(at) && on_page(at) && note.page > 0)
                .or_else(|| free.iter().position(calls));
            matched[index] = best.map(|at| free.remove(at));
        }
        if !source.is_printed() {
            self.glued_calls(source, &notes, &mut matched);
        }
        let first_note = self.nodes.len();
        let mut ids = Vec::with_capacity(notes.len());
        for (index, note) in notes.into_iter().enumerate() {
            let caller = matched[index].map(|(node, _)| node);
            let before = || (0..first_note).rev().find(|node| self.lines[*node] < note.line);
            let part = caller
                .or_else(before)
                .map_or_else(|| "body".to_owned(), |node| self.nodes[node].part.clone());
            let prefix = if part == "body" { String::new() } else { format!("{part}.") };
            let id = self.name(&format!("{prefix}fn{}", note.sign));
            if caller.is_none() && note.sign != "*" {
                self.remarks.push(Remark::new(
                    "note-not-called",
                    id.clone(),
                    format!("note {} is called nowhere", note.sign),
                ));
            }
            let parent = caller.map(|node| self.nodes[node].id.clone());
            ids.push(id.clone());
            let number = Some(note.sign);
            self.push(id, NodeKind::Footnote, number, false, parent, note.page, note.passage);
            if let Some(node) = self.nodes.last_mut() {
                node.part = part;
            }
        }
        for (index, place) in matched.iter().enumerate() {
            if let Some((node, call)) = place {
                let at = self.calls[*node][*call].0;
                self.nodes[*node].notes.push(Call { at, id: ids[index].clone() });
            }
        }
        self.orphan_calls(free, &ids);
        for node in &mut self.nodes {
            node.notes.sort_by_key(|call| call.at);
        }
    }

    /// In copied text a raised sign is a plain figure: "online. 2", "Agreement,2 and". It is a call
    /// where a note of that number is called nowhere else, and the figure can be nothing else.
    fn glued_calls(&mut self, source: &SourceText, notes: &[Note], matched: &mut [Option<(usize, usize)>]) {
        let mut from = (0, 0);
        for (note, matched) in notes.iter().zip(matched) {
            if matched.is_some() || !note.sign.chars().all(|c| c.is_ascii_digit()) {
                continue;
            }
            let found = (from.0..self.nodes.len()).find_map(|node| {
                let near = match note.page {
                    0 => self.lines[node] < note.line,
                    page => self.nodes[node].places.iter().any(|place| source.lines[place.line].page == page),
                };
                if !near {
                    return None;
                }
                let after = if node == from.0 { from.1 } else { 0 };
                let heading = self.nodes[node].kind == NodeKind::Heading;
                glued_call(&self.nodes[node].text, &note.sign, after, heading).map(|at| (node, at))
            });
            let found = found.or_else(|| {
                (from.0..self.nodes.len()).find_map(|node| {
                    let near = self.nodes[node]
                        .places
                        .iter()
                        .any(|place| source.lines[place.line].page == note.page);
                    let after = if node == from.0 { from.1 } else { 0 };
                    (near && note.page > 0)
                        .then(|| loose_call(&self.nodes[node].text, &note.sign, after))
                        .flatten()
                        .map(|at| (node, at))
                })
            });
            let Some((node, at)) = found else { continue };
            let length = note.sign.len();
            let text: Vec<char> = self.nodes[node].text.chars().collect();
            let blank = usize::from(at > 0 && text[at - 1] == ' ');
            self.nodes[node].text = text[..at - blank].iter().chain(&text[at + length..]).collect();
            for call in &mut self.calls[node] {
                if call.0 > at {
                    call.0 -= length + blank;
                }
            }
            self.calls[node].push((at - blank, note.sign.clone()));
            *matched = Some((node, self.calls[node].len() - 1));
            from = (node, at - blank);
        }
    }

    /// Calls without a note of their own: a second call of the same note, or a note that is not there.
    fn orphan_calls(&mut self, free: Vec<(usize, usize)>, ids: &[String]) {
        for (node, call) in free {
            let (at, sign) = self.calls[node][call].clone();
            let prefix = if self.nodes[node].part == "body" {
                String::new()
            } else {
                format!("{}.", self.nodes[node].part)
            };
            let wanted = format!("{prefix}fn{sign}");
            let known = ids
                .iter()
                .find(|id| **id == wanted)
                .or_else(|| ids.iter().find(|id| **id == format!("fn{sign}")));
            if let Some(id) = known {
                self.nodes[node].notes.push(Call { at, id: id.clone() });
                continue;
            }
            // Not a call at all (an exponent, a raised ordinal): the characters go back into the text.
            let text = &mut self.nodes[node].text;
            let byte = text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
            text.insert_str(byte, &sign);
            let length = sign.chars().count();
            for (other, _) in self.calls[node].iter_mut().skip(call + 1) {
                *other += length;
            }
            for call in &mut self.nodes[node].notes {
                if call.at > at {
                    call.at += length;
                }
            }
            let id = self.nodes[node].id.clone();
            self.remarks.push(Remark::new(
                "call-without-note",
                id,
                format!("the raised “{sign}” calls no note that is there"),
            ));
        }
    }
}
