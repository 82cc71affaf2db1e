//! Paragraphs, in the order in which they stand, each as one line.

use super::notes::Calls;
use super::numbering::{Label, Numbering};
use super::run::Field;
use super::styles::{ParagraphLook, RunLook, Styles, Tab, paragraph_look, run_look};
use super::text::Text;
use super::xml::Element;
use crate::read::{Line, Tracked};
use crate::remark::Remark;
use std::collections::HashMap;

/// Space between paragraphs from here on, in twentieths of a point, looks like white space.
const GAP: i32 = 60;
/// A heading longer than this is a paragraph whose style has an outline level by mistake.
const LONGEST_HEADING: usize = 400;

/// Tracked changes that were seen.
#[derive(Debug, Default)]
pub struct Changes {
    pub insertions: usize,
    pub deletions: usize,
    pub authors: Vec<String>,
}

/// Reads one story (the main text, a note, a header) after the other.
pub struct Body<'a> {
    pub styles: &'a Styles,
    pub numbering: Numbering,
    pub tracked: Tracked,
    pub calls: Calls,
    /// Author and text of each comment.
    pub comments: HashMap<String, (String, String)>,
    pub remarks: Vec<Remark>,
    /// Lines of the story so far.
    pub lines: Vec<Line>,
    /// Lines of the document before `lines`.
    pub base: usize,
    pub changes: Changes,
    /// How many characters are hidden, and the first of them.
    pub hidden: (usize, String),
    /// Open fields, outermost first.
    pub fields: Vec<Field>,
    pub fields_are_closed: bool,
    /// Comments whose text goes on: identifier, text, still open.
    pub quotes: Vec<(String, String, bool)>,
    /// Text boxes that wait for the end of their paragraph.
    pub boxes: Vec<&'a Element>,
    /// Paragraphs whose mark is not in the version that is read: the next one goes on with them.
    open: Option<Open>,
    /// Inside a table of contents.
    contents: usize,
    gap: bool,
    /// Space below the last paragraph, in twentieths of a point.
    below: i32,
}

/// A paragraph that goes on in the next.
struct Open {
    text: Text,
    form: Form,
}

/// What a paragraph's properties come to.
#[derive(Clone)]
struct Form {
    look: ParagraphLook,
    /// List and level.
    list: Option<(String, usize)>,
    run: RunLook,
    /// "toc 1", in small letters.
    style_name: String,
    mark_hidden: bool,
}

impl<'a> Body<'a> {
    /// Nothing is read yet.
    pub fn new(styles: &'a Styles, numbering: Numbering, calls: Calls, tracked: Tracked) -> Self {
        Body {
            styles,
            numbering,
            tracked,
            calls,
            comments: HashMap::new(),
            remarks: Vec::new(),
            lines: Vec::new(),
            base: 0,
            changes: Changes::default(),
            hidden: (0, String::new()),
            fields: Vec::new(),
            fields_are_closed: true,
            quotes: Vec::new(),
            boxes: Vec::new(),
            open: None,
            contents: 0,
            gap: true,
            below: 0,
        }
    }

    /// The lines of a story.
    pub fn story(&mut self, root: &'a Element) -> Vec<Line> {
        let outer = std::mem::take(&mut self.lines);
        self.fields.clear();
        self.fields_are_closed = super::run::fields_are_closed(root);
        self.gap = true;
        self.blocks(root);
        self.flush();
        std::mem::replace(&mut self.lines, outer)
    }

    /// Paragraphs and tables inside something.
    pub fn blocks(&mut self, parent: &'a Element) {
        for element in parent.elements() {
            let name = element.name();
            match name {
                "p" => self.paragraph(element),
                "tbl" => {
                    self.flush();
                    self.table(element);
                }
                "sdt" => {
                    let gallery = element.child("sdtPr").and_then(|own| own.child("docPartObj"));
                    let gallery = gallery.and_then(|own| own.child_value("docPartGallery"));
                    let contents = usize::from(gallery == Some("Table of Contents"));
                    self.contents += contents;
                    self.blocks(element);
                    self.contents -= contents;
                }
                "ins" | "del" | "moveFrom" | "moveTo" => {
                    self.note_change(element);
                    if !self.is_gone(name) {
                        self.blocks(element);
                    }
                }
                "altChunk" | "subDoc" => self.remarks.push(
                    Remark::new("part-not-read", "", "the file takes in another document, which is not read")
                        .hinted("open it in a word processor and save it anew"),
                ),
                other if other.ends_with("Pr") || other.ends_with("Change") => {}
                _ => self.blocks(element),
            }
        }
    }

    /// Ends a paragraph that found nothing to go on in.
    pub fn flush(&mut self) {
        if let Some(Open { text, form }) = self.open.take() {
            self.finish(text, &form);
        }
    }

    fn paragraph(&mut self, paragraph: &'a Element) {
        let properties = paragraph.child("pPr");
        let form = self.form(properties);
        let waiting = self.open.take();
        let mut own = form.clone();
        let mut before = None;
        let mut text = match waiting {
            // What is gone to the last character leaves no edge to begin at.
            Some(open) if !open.text.is_empty() => {
                before = Some(open.form);
                open.text
            }
            _ => Text::new(first_edge(&form.look), stops(&form.look)),
        };
        let count = text.count();
        let outer = std::mem::take(&mut self.boxes);
        self.inline(paragraph, &mut text, &form.run);
        let boxes = std::mem::replace(&mut self.boxes, outer);
        // The mark that stays gives its form to what it ends, unless nothing but the mark is left.
        if let Some(before) = before.filter(|_| text.count() == count) {
            own = before;
        }
        if self.mark_is_gone(properties) {
            self.open = Some(Open { text, form: own });
        } else {
            self.finish(text, &own);
        }
        for inside in boxes {
            // A text box has its own place: what goes on around it goes on behind it.
            let waiting = self.open.take();
            self.blocks(inside);
            self.flush();
            self.open = waiting;
        }
        if properties.is_some_and(|properties| properties.child("sectPr").is_some()) {
            self.calls.next_section();
        }
    }

    fn mark_is_gone(&mut self, properties: Option<&Element>) -> bool {
        let Some(mark) = properties.and_then(|properties| properties.child("rPr")) else { return false };
        let mut gone = false;
        for change in mark.elements() {
            self.note_change(change);
            gone |= self.is_gone(change.name());
        }
        gone
    }

    fn form(&self, properties: Option<&Element>) -> Form {
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let changed = properties.and_then(|properties| properties.child("pPrChange"));
        let properties = match changed.filter(|_| self.tracked == Tracked::Reject) {
            Some(before) => before.child("pPr"),
            None => properties,
        };
        let style = self.styles.paragraph_style(properties.and_then(|own| own.child_value("pStyle")));
        let inherited = self.styles.paragraph(style);
        let mut direct = paragraph_look(properties);
        let numbered = properties.and_then(|own| own.child("numPr"));
        if numbered.is_some_and(|numbered| numbered.elements().any(|change| self.is_gone(change.name()))) {
            (direct.list, direct.level) = (Some("0".into()), None);
        }
        let named = direct.list.is_some();
        let list = direct.list.clone().or_else(|| inherited.list.clone()).filter(|list| list != "0");
        let list = list.map(|list| {
            let of_style = style.and_then(|style| self.numbering.level_of_style(&list, style));
            let level = direct.level.or(if named { None } else { of_style.or(inherited.level) });
            (list, level.unwrap_or(0))
        });
        let mut look = inherited.clone();
        if let Some(own) = list.as_ref().and_then(|(list, level)| self.numbering.look(list, *level)) {
            // A list that a style names yields to that style's own indentation.
            if named || inherited.left.is_none() {
                look.over(&ParagraphLook { above: None, below: None, outline: None, ..own.clone() });
            }
        }
        look.over(&direct);
        let mut mark_look = self.styles.run(style);
        mark_look.over(&run_look(mark));
        Form {
            look,
            list,
            run: self.styles.run(style),
            style_name: self.styles.name(style).to_owned(),
            mark_hidden: mark_look.hidden == Some(true),
        }
    }

    /// Gives a paragraph its label and puts it among the lines.
    fn finish(&mut self, text: Text, form: &Form) {
        if text.is_empty() && form.mark_hidden {
            return;
        }
        let label = match &form.list {
            Some((list, level)) => self.numbering.count(list, *level),
            None => Label::None,
        };
        if text.is_empty() && !matches!(label, Label::Text(_)) {
            self.gap = true;
            return;
        }
        let level = form.look.outline.filter(|level| *level < 9 && text.count() < LONGEST_HEADING);
        let mut lines = text.lines(&label, level.map_or(0, |level| (level + 1).min(6)));
        let contents = self.contents > 0
            || form.style_name.starts_with("toc ")
            || self.fields.iter().any(Field::is_contents);
        if let Some(first) = lines.first_mut() {
            let space = self.below.max(form.look.above.unwrap_or(0));
            first.gap = std::mem::take(&mut self.gap) || space >= GAP;
        }
        for line in &mut lines {
            line.aside = contents.then_some("contents");
        }
        self.below = form.look.below.unwrap_or(0);
        self.lines.append(&mut lines);
    }

    /// White space stands before what comes next.
    pub fn make_gap(&mut self) {
        self.gap = true;
    }
}

/// Where the first line begins, in twentieths of a point.
fn first_edge(look: &ParagraphLook) -> i32 {
    look.left.unwrap_or(0) + look.first.unwrap_or(0)
}

/// The tab stops; the edge from which a first line hangs is one too.
fn stops(look: &ParagraphLook) -> Vec<Tab> {
    let mut tabs = look.tabs.clone();
    if let Some(left) = look.left.filter(|_| look.first.is_some_and(|first| first < 0)) {
        tabs.push(Tab { at: left, leader: None, clear: false });
        tabs.sort_by_key(|tab| tab.at);
    }
    tabs
}
