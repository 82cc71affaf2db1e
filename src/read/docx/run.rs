//! What stands inside a paragraph: runs of text, fields, notes, breaks, tracked changes.

use super::body::Body;
use super::notes::Kind;
use super::styles::{RunLook, run_look};
use super::symbol::symbol;
use super::text::Text;
use super::xml::Element;
use crate::read::{Origin, Tracked};
use crate::remark::Remark;

/// This much of the text that a comment is about is quoted.
const LONGEST_QUOTE: usize = 80;

/// A complex field that is open: its instruction comes first, then the result that people see.
#[derive(Debug, Default)]
pub struct Field {
    instruction: String,
    in_result: bool,
    /// The note that it calls again was called: its result may stand in several runs.
    has_called: bool,
}

impl Field {
    /// The table of contents.
    pub fn is_contents(&self) -> bool {
        self.in_result && self.instruction.split_whitespace().next() == Some("TOC")
    }
}

impl<'a> Body<'a> {
    /// True for a tracked change whose text is not in the version that is read.
    pub fn is_gone(&self, name: &str) -> bool {
        match self.tracked {
            Tracked::Accept => matches!(name, "del" | "moveFrom" | "cellDel"),
            Tracked::Reject => matches!(name, "ins" | "moveTo" | "cellIns"),
        }
    }

    /// Remembers that a change was seen.
    pub fn note_change(&mut self, element: &Element) {
        match element.name() {
            "ins" | "moveTo" | "cellIns" => self.changes.insertions += 1,
            "del" | "moveFrom" | "cellDel" => self.changes.deletions += 1,
            _ => return,
        }
        let author = element.attribute("author").unwrap_or("");
        let authors = &mut self.changes.authors;
        if !author.is_empty() && authors.len() < 20 && !authors.iter().any(|known| known == author) {
            authors.push(author.to_owned());
        }
    }

    /// Reads what is inside a paragraph or inside something in it.
    pub fn inline(&mut self, parent: &'a Element, text: &mut Text, paragraph: &RunLook) {
        for element in parent.elements() {
            let name = element.name();
            match name {
                "r" => self.run(element, text, paragraph),
                "ins" | "del" | "moveFrom" | "moveTo" => {
                    self.note_change(element);
                    if !self.is_gone(name) {
                        self.inline(element, text, paragraph);
                    }
                }
                // Letters that stand above others as a help to read them.
                "rt" => {}
                "t" => self.characters(&element.text(), text, &RunLook::default(), element.origin()),
                "commentRangeStart" => {
                    if let Some(id) = element.attribute("id").filter(|_| self.quotes.len() < 64) {
                        self.quotes.push((id.to_owned(), String::new(), true));
                    }
                }
                "commentRangeEnd" => {
                    let id = element.attribute("id").unwrap_or("");
                    self.quotes.iter_mut().filter(|quote| quote.0 == id).for_each(|quote| quote.2 = false);
                }
                "bookmarkStart" => {
                    let [id, name] = ["id", "name"].map(|name| element.attribute(name).unwrap_or(""));
                    self.calls.bookmark_begins(id, name);
                }
                "bookmarkEnd" => self.calls.bookmark_ends(element.attribute("id").unwrap_or("")),
                other if other.ends_with("Pr") || other.ends_with("Change") => {}
                _ => self.inline(element, text, paragraph),
            }
        }
    }

    fn run(&mut self, run: &'a Element, text: &mut Text, paragraph: &RunLook) {
        let mut properties = run.child("rPr");
        let before = properties.and_then(|own| own.child("rPrChange"));
        if let Some(before) = before.filter(|_| self.tracked == Tracked::Reject) {
            properties = before.child("rPr");
        }
        let named = self.styles.run(properties.and_then(|own| own.child_value("rStyle")));
        let mut look = self.styles.default_run();
        look.over(&paragraph.toggled(&named));
        look.over(&run_look(properties));
        for element in run.elements() {
            match element.name() {
                "t" => {
                    let mut characters = element.text();
                    let mut origin = element.origin();
                    if element.attribute("space") != Some("preserve") {
                        const BLANKS: [char; 4] = [' ', '\n', '\r', '\t'];
                        let length = characters.len();
                        characters = characters.trim_start_matches(BLANKS).to_owned();
                        // All that is trimmed is one byte wide.
                        origin.at = (length - characters.len()) as u32;
                        characters = characters.trim_end_matches(BLANKS).to_owned();
                    }
                    self.characters(&characters, text, &look, origin);
                }
                "delText" if self.tracked == Tracked::Reject => {
                    self.characters(&element.text(), text, &look, element.origin());
                }
                "tab" | "ptab" => self.characters("\t", text, &look, element.origin()),
                "noBreakHyphen" => self.characters("-", text, &look, element.origin()),
                "sym" => {
                    let value = |name| element.attribute(name).unwrap_or("");
                    let sign = symbol(value("font"), value("char"));
                    self.characters(sign.encode_utf8(&mut [0; 4]), text, &look, element.origin());
                }
                "br" | "cr" if self.is_shown(&look) => text.line_break(element.origin()),
                "fldChar" => self.field_sign(element.attribute("fldCharType").unwrap_or("")),
                "instrText" => {
                    // Its first word is what matters.
                    let open = self.fields.last_mut().filter(|field| !field.in_result);
                    if let Some(field) = open.filter(|field| field.instruction.len() < 100) {
                        field.instruction.push_str(&element.text());
                    }
                }
                "footnoteReference" if self.is_shown(&look) => self.note(Kind::Footnote, element, text),
                "endnoteReference" if self.is_shown(&look) => self.note(Kind::Endnote, element, text),
                "commentReference" => self.comment(element.attribute("id").unwrap_or("")),
                "ruby" => self.inline(element, text, paragraph),
                "delText" | "rPr" | "softHyphen" => {}
                _ if self.is_shown(&look) => self.find_boxes(element),
                _ => {}
            }
        }
    }

    fn is_shown(&self, look: &RunLook) -> bool {
        look.hidden != Some(true) && self.fields.iter().all(|field| field.in_result)
    }

    /// Characters that people see, or that are hidden; the first stands there in the package.
    fn characters(&mut self, characters: &str, text: &mut Text, look: &RunLook, first: Origin) {
        if !self.is_shown(look) {
            if look.hidden == Some(true) && !characters.trim().is_empty() {
                self.hidden.0 += characters.chars().count();
                if self.hidden.1.chars().count() < LONGEST_QUOTE {
                    self.hidden.1.push_str(characters);
                }
            }
            return;
        }
        for quote in self.quotes.iter_mut().filter(|quote| quote.2 && quote.1.chars().count() < LONGEST_QUOTE)
        {
            quote.1.push_str(characters);
        }
        let (mark, rest) = self.calls.take_mark(characters);
        if let Some(mark) = mark {
            text.call(mark);
        }
        let sign = rest.trim();
        let may_call = look.raised == Some(true)
            && (1..=3).contains(&sign.chars().count())
            && sign.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'));
        if let Some(again) = self.called_again().filter(|_| may_call) {
            if let Some(field) = self.fields.last_mut().filter(|field| !field.has_called) {
                field.has_called = true;
                text.call(again);
            }
            return;
        }
        if !may_call || !text.typed_call(sign) {
            let taken = characters.chars().count() - rest.chars().count();
            let first = Origin { at: first.at.saturating_add(taken as u32), ..first };
            text.push(rest, look.bold == Some(true), first);
        }
    }

    fn field_sign(&mut self, kind: &str) {
        // A field that is never closed would hide all that follows: then only instructions are left out.
        if !self.fields_are_closed {
            return;
        }
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// The sign of the note that the field calls again whose result is read: what the field shows may be
    /// older than the numbers of the notes.
    fn called_again(&self) -> Option<String> {
        let field = self.fields.last().filter(|field| field.in_result)?;
        let mut words = field.instruction.split_whitespace();
        let name = (words.next()? == "NOTEREF").then(|| words.next())??;
        self.calls.again(name)
    }

    fn note(&mut self, kind: Kind, reference: &Element, text: &mut Text) {
        let own_mark = matches!(reference.attribute("customMarkFollows"), Some("1" | "true" | "on"));
        if let Some(sign) = self.calls.call(kind, reference.attribute("id").unwrap_or(""), own_mark) {
            text.call(sign);
        }
    }

    fn comment(&mut self, id: &str) {
        let quote =
            self.quotes.iter().position(|quote| quote.0 == id).map(|at| self.quotes.swap_remove(at).1);
        let Some((author, said)) = self.comments.get(id) else { return };
        let quote: String = quote.unwrap_or_default().chars().take(LONGEST_QUOTE).collect();
        let about =
            if quote.trim().is_empty() { String::new() } else { format!(" on “{}”", quote.trim()) };
        self.remarks.push(Remark::new(
            "comment",
            format!("line {}", self.base + self.lines.len()),
            format!("comment by {author}{about}: {said}"),
        ));
    }

    /// Text boxes stand outside the run of the text; they are read after the paragraph that holds them.
    fn find_boxes(&mut self, element: &'a Element) {
        if element.name() == "txbxContent" {
            self.boxes.push(element);
            return;
        }
        for inner in element.elements() {
            self.find_boxes(inner);
        }
    }
}

/// True where every field of a text that begins also ends.
pub fn fields_are_closed(root: &Element) -> bool {
    let mut depth = 0_i64;
    let mut closed = true;
    let mut search = vec![root];
    while let Some(element) = search.pop() {
        match (element.name(), element.attribute("fldCharType")) {
            ("fldChar", Some("begin")) => depth += 1,
            ("fldChar", Some("end")) => depth -= 1,
            _ => {}
        }
        closed &= depth >= 0;
        let inner: Vec<&Element> = element.elements().collect();
        search.extend(inner.into_iter().rev());
    }
    closed && depth == 0
}
