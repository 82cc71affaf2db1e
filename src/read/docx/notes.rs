//! Footnotes and endnotes: their signs, counted as Word does, and their text; comments.

use super::body::Body;
use super::numbering::number;
use super::xml::Element;
use crate::read::{Line, Origin, again, inline};
use crate::remark::Remark;
use std::collections::HashMap;

/// The two kinds of notes; they count apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Footnote,
    Endnote,
}

impl Kind {
    fn properties(self) -> &'static str {
        match self {
            Kind::Footnote => "footnotePr",
            Kind::Endnote => "endnotePr",
        }
    }
}

/// How notes are counted.
#[derive(Debug, Clone)]
struct Counting {
    format: String,
    start: u32,
    each_section: bool,
}

/// A note that is called.
#[derive(Debug)]
struct Called {
    kind: Kind,
    id: String,
    sign: String,
}

/// The notes that were called, in the order of their first calls.
#[derive(Debug, Default)]
pub struct Calls {
    called: Vec<Called>,
    known: HashMap<(Kind, String), usize>,
    counted: HashMap<Kind, u32>,
    /// What each section says of its notes; the section that is being read.
    sections: Vec<HashMap<Kind, Counting>>,
    section: usize,
    /// A note whose sign is the text that follows.
    own_mark: Option<usize>,
    /// Bookmarks that are open: identifier, name; and the note that is called first in each.
    open: Vec<(String, String)>,
    marked: HashMap<String, usize>,
}

/// As many bookmarks may be open at once.
const MOST_OPEN: usize = 64;

impl Calls {
    /// Learns how each section counts: a section's properties stand at its end.
    pub fn of(settings: Option<&Element>, document: &Element) -> Calls {
        let mut general = HashMap::new();
        general.insert(Kind::Footnote, Counting { format: "decimal".into(), start: 1, each_section: false });
        general
            .insert(Kind::Endnote, Counting { format: "lowerRoman".into(), start: 1, each_section: false });
        learn(settings, &mut general);
        let mut sections = Vec::new();
        let mut search = vec![document];
        while let Some(element) = search.pop() {
            if element.name() == "sectPr" {
                let mut own = general.clone();
                learn(Some(element), &mut own);
                sections.push(own);
            } else {
                let inner: Vec<&Element> = element.elements().collect();
                search.extend(inner.into_iter().rev());
            }
        }
        if sections.is_empty() {
            sections.push(general);
        }
        Calls { sections, ..Calls::default() }
    }

    /// A section has ended.
    pub fn next_section(&mut self) {
        self.section = (self.section + 1).min(self.sections.len().saturating_sub(1));
        let Some(section) = self.sections.get(self.section) else { return };
        self.counted.retain(|kind, _| section.get(kind).is_none_or(|counting| !counting.each_section));
    }

    /// The sign of a note that is called here; `None` where its own mark follows as text.
    pub fn call(&mut self, kind: Kind, id: &str, own_mark: bool) -> Option<String> {
        let key = (kind, id.to_owned());
        let at = self.known.get(&key).copied().unwrap_or(self.called.len());
        for (_, name) in &self.open {
            self.marked.entry(name.clone()).or_insert(at);
        }
        // The notes themselves may call others, when those of the text are handed out.
        if let Some(at) = self.known.get(&key) {
            return self.sign_again(*at);
        }
        self.known.insert(key, self.called.len());
        let mut sign = String::new();
        if own_mark {
            self.own_mark = Some(self.called.len());
        } else if let Some(counting) = self.sections.get(self.section).and_then(|section| section.get(&kind))
        {
            let count = self.counted.entry(kind).or_insert_with(|| counting.start.saturating_sub(1));
            *count = count.saturating_add(1);
            sign = number(*count, &counting.format);
        }
        self.called.push(Called { kind, id: id.to_owned(), sign: sign.clone() });
        (!own_mark).then_some(sign)
    }

    /// A bookmark begins: the note that is called in it may be called again by its name.
    pub fn bookmark_begins(&mut self, id: &str, name: &str) {
        if self.open.len() < MOST_OPEN {
            self.open.push((id.to_owned(), name.to_owned()));
        }
    }

    /// A bookmark ends.
    pub fn bookmark_ends(&mut self, id: &str) {
        self.open.retain(|(other, _)| other != id);
    }

    /// The sign of the note that is called in the bookmark of this name, as that of a repeated call.
    pub fn again(&self, name: &str) -> Option<String> {
        self.sign_again(*self.marked.get(name)?)
    }

    /// The sign of another call of a note: which of those with this sign it is, goes with it.
    fn sign_again(&self, at: usize) -> Option<String> {
        let sign = self.called.get(at).map(|called| called.sign.as_str()).filter(|sign| !sign.is_empty())?;
        let before = self.called[..at].iter().filter(|other| other.sign == sign).count();
        Some(again(sign, before))
    }

    /// Takes the own mark of a note off the text that follows its call: the mark, and the rest.
    pub fn take_mark<'a>(&mut self, text: &'a str) -> (Option<String>, &'a str) {
        let Some(at) = self.own_mark.filter(|_| !text.trim().is_empty()) else { return (None, text) };
        self.own_mark = None;
        let trimmed = text.trim_start();
        let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
        let mark: String = trimmed[..end].chars().take(4).collect();
        self.called[at].sign.clone_from(&mark);
        let rest = &trimmed[mark.len()..];
        (Some(mark), rest)
    }
}

fn learn(properties: Option<&Element>, counting: &mut HashMap<Kind, Counting>) {
    for (kind, counting) in counting.iter_mut() {
        let Some(own) = properties.and_then(|properties| properties.child(kind.properties())) else {
            continue;
        };
        if let Some(format) = own.child_value("numFmt") {
            counting.format = format.to_owned();
        }
        if let Some(start) = own.child_value("numStart").and_then(|start| start.parse().ok()) {
            counting.start = start;
        }
        // On which page a note stands is not told: what begins anew on each page counts through.
        if let Some(restart) = own.child_value("numRestart") {
            counting.each_section = restart == "eachSect";
        }
    }
}

impl<'a> Body<'a> {
    /// One line for each note that was called, its sign as the call at its start.
    pub fn note_lines(&mut self, footnotes: Option<&'a Element>, endnotes: Option<&'a Element>) -> Vec<Line> {
        let by_id = |root: Option<&'a Element>| -> HashMap<String, usize> {
            let notes = root.into_iter().flat_map(Element::elements).enumerate();
            notes.filter_map(|(at, note)| Some((note.attribute("id")?.to_owned(), at))).collect()
        };
        let (foot, end) = (by_id(footnotes), by_id(endnotes));
        let mut lines = Vec::new();
        for called in std::mem::take(&mut self.calls.called) {
            let (root, ids) = match called.kind {
                Kind::Footnote => (footnotes, &foot),
                Kind::Endnote => (endnotes, &end),
            };
            let note = root.zip(ids.get(&called.id)).and_then(|(root, at)| root.elements().nth(*at));
            let Some(note) = note else {
                self.remarks.push(Remark::new(
                    "note-missing",
                    "",
                    format!("note {} is called, but its text is not in the file", called.sign),
                ));
                continue;
            };
            lines.push(labelled(joined(self.story(note)), called.sign));
        }
        lines
    }
}

/// The paragraphs of a note, or of a cell, as one line.
pub fn joined(lines: Vec<Line>) -> Line {
    let mut whole = Line::default();
    let bold = !lines.is_empty() && lines.iter().all(|line| line.bold);
    for (order, line) in lines.into_iter().enumerate() {
        if order == 0 {
            whole = line;
            continue;
        }
        if !whole.text.is_empty() && !line.text.is_empty() {
            whole.text.push(' ');
            whole.from.push(Origin::default());
        }
        let base = whole.text.chars().count();
        whole.text.push_str(&line.text);
        whole.from.extend(line.from);
        whole.calls.extend(line.calls.into_iter().map(|(at, sign)| (base + at, sign)));
    }
    whole.cells.clear();
    whole.bold = bold;
    whole.right = whole.left + whole.text.chars().count() as f32;
    whole
}

fn labelled(mut line: Line, sign: String) -> Line {
    // A note with its own mark has it typed at its start, raised or not.
    if line.calls.first().is_some_and(|(at, typed)| *at == 0 && *typed == sign) {
        line.calls.remove(0);
    } else if !sign.chars().all(char::is_alphanumeric) && line.text.starts_with(&sign) {
        let length = sign.chars().count();
        let blanks = line.text.chars().skip(length).take_while(|c| c.is_whitespace()).count();
        inline::cut_front(&mut line, length + blanks);
    }
    line.calls.insert(0, (0, sign));
    line.heading = 0;
    line.bullet = false;
    line
}

/// Comments by their identifiers: who wrote, and what.
pub fn comments<'a>(root: Option<&'a Element>, body: &mut Body<'a>) -> HashMap<String, (String, String)> {
    let mut found = HashMap::new();
    for comment in root.into_iter().flat_map(Element::elements).take(10_000) {
        let Some(id) = comment.attribute("id") else { continue };
        let author = comment.attribute("author").unwrap_or("someone").to_owned();
        let text = joined(body.story(comment)).text;
        found.insert(id.to_owned(), (author, text));
    }
    found
}
