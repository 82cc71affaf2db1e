//! [`Ink`]: the marks of tracked changes, each with its own number, author and date.

use crate::read::docx::tree::{Element, Piece, escaped};

/// Makes marks.
pub(super) struct Ink {
    /// `w:`, or whatever the document calls it.
    pub prefix: String,
    author: String,
    date: String,
    next: u64,
}

/// What becomes of something that stands in OLD.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Keep,
    Del,
    /// It goes elsewhere: the number of the move.
    Move(usize),
}

/// Whether something is put in, or comes from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Come {
    Ins,
    /// The number of the move.
    Move(usize),
}

/// The order of the properties of a paragraph in the standard (CT_PPr): Word refuses any other.
const PARAGRAPH: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

impl Ink {
    /// Marks of this author and date (as XML has it), numbered from `first`.
    pub fn new(prefix: String, author: &str, date: &str, first: u64) -> Ink {
        Ink { prefix, author: escaped(author), date: escaped(date), next: first }
    }

    /// An element of the document's own vocabulary.
    pub fn element(&self, local: &str, attributes: &str) -> Element {
        Element::new(&format!("{}{local}", self.prefix), attributes)
    }

    /// A property with a value.
    pub fn value(&self, local: &str, value: &str) -> Element {
        self.element(local, &format!("{}val=\"{}\"", self.prefix, escaped(value)))
    }

    /// A number that no other annotation has.
    pub fn number(&mut self) -> u64 {
        self.next += 1;
        self.next - 1
    }

    /// A mark: `ins`, `del`, `moveFrom`, `pPrChange`, …
    pub fn mark(&mut self, local: &str) -> Element {
        let id = self.number();
        let prefix = self.prefix.clone();
        let attributes =
            format!("{prefix}id=\"{id}\" {prefix}author=\"{}\" {prefix}date=\"{}\"", self.author, self.date);
        self.element(local, &attributes)
    }

    /// Wraps runs in what becomes of them.
    pub fn gone(&mut self, state: State, runs: Vec<Element>) -> Vec<Element> {
        match state {
            State::Keep => runs,
            State::Del => vec![self.mark("del").with(runs)],
            State::Move(_) => vec![self.mark("moveFrom").with(runs)],
        }
    }

    /// Wraps runs that are put in.
    pub fn come(&mut self, come: Come, runs: Vec<Element>) -> Element {
        match come {
            Come::Ins => self.mark("ins").with(runs),
            Come::Move(_) => self.mark("moveTo").with(runs),
        }
    }

    /// The two ends of the range of a move: `moveFrom` or `moveTo`.
    pub fn range(&mut self, local: &str, number: usize) -> [Element; 2] {
        let id = self.number();
        let prefix = self.prefix.clone();
        let start = format!(
            "{prefix}id=\"{id}\" {prefix}author=\"{}\" {prefix}date=\"{}\" {prefix}name=\"move{number}\"",
            self.author, self.date
        );
        let end = format!("{prefix}id=\"{id}\"");
        [self.element(&format!("{local}RangeStart"), &start), self.element(&format!("{local}RangeEnd"), &end)]
    }

    /// A run with these characters; tabs and line breaks become what they are in Word.
    pub fn run(&self, look: Option<&Element>, text: &str) -> Element {
        let mut run = self.element("r", "").with(look.cloned());
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            if end > 0 {
                run = run.with([self.element("t", "xml:space=\"preserve\"").with_text(&rest[..end])]);
                rest = &rest[end..];
                continue;
            }
            let local = if rest.starts_with('\t') { "tab" } else { "br" };
            run = run.with([self.element(local, "")]);
            rest = &rest[1..];
        }
        run
    }

    /// Marks the end of a paragraph: `ins`, `del`, `moveFrom` or `moveTo`.
    pub fn mark_end(&mut self, paragraph: &mut Element, local: &str) {
        let mark = self.mark(local);
        let own = self.properties(paragraph);
        if own.child("rPr").is_none() {
            let look = Element::new(&format!("{}rPr", self.prefix), "");
            put_in_order(own, look);
        }
        if let Some(look) = own.child_mut("rPr") {
            // The marks come first.
            look.children.insert(0, Piece::Element(mark));
        }
    }

    /// The properties of a paragraph, made where it has none.
    pub fn properties<'a>(&self, paragraph: &'a mut Element) -> &'a mut Element {
        let is_own = |piece: &Piece| matches!(piece, Piece::Element(own) if own.local() == "pPr");
        let at = match paragraph.children.iter().position(is_own) {
            Some(at) => at,
            None => {
                let own = Piece::Element(self.element("pPr", ""));
                paragraph.children.insert(0, own);
                0
            }
        };
        match &mut paragraph.children[at] {
            Piece::Element(own) => own,
            Piece::Raw(_) => unreachable!("an element was looked for"),
        }
    }
}

/// Puts a property among those of a paragraph, where the standard wants it.
pub(super) fn put_in_order(properties: &mut Element, own: Element) {
    let rank = |local: &str| PARAGRAPH.iter().position(|name| *name == local).unwrap_or(0);
    let place = rank(own.local());
    let later = |piece: &Piece| matches!(piece, Piece::Element(other) if rank(other.local()) > place);
    let at = properties.children.iter().position(later).unwrap_or(properties.children.len());
    properties.children.insert(at, Piece::Element(own));
}
