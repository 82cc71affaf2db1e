//! [`Page`] → text for a terminal: hanging indents, signs in the margin, colour if asked for.
//!
//! ```text
//!   ¶1         … the Committee −should− +would+ continue its efforts+, review
//!            + the implementation of its previous proposals,+ and requested …
//!   └ label  └ margin sign                                    note at the right ┘
//! ```
//!
//! On a narrow screen the label takes a line of its own. On a wide one the words keep to a
//! measure that the eye can follow back, and notes stand in the margin beside them.

use super::palette::{self, Ink, paint};
use super::table;
use super::view::{Block, Entry, Field, Page, Paragraph, Role, Run, plain};
use super::wrap::{Line, Measure, columns, shown, wrap};

/// How a page is to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Columns of the page.
    pub width: usize,
    /// ASCII signs only.
    pub ascii: bool,
    /// Escape codes for colour.
    pub color: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Setting { width: 80, ascii: false, color: false }
    }
}

/// Below this width a label takes a line of its own.
const NARROW: usize = 60;
/// Where the words begin: two blanks, ten for the label ("¶7 → ¶9"), one for breath.
const BODY: usize = 13;
/// The same on a narrow screen.
const NARROW_BODY: usize = 4;
/// The longest line of running text; a longer one loses the reader on the way back.
const MEASURE: usize = 84;

/// Sets a page.
pub fn render(page: &Page, setting: &Setting) -> String {
    let mut press = Press { out: String::new(), setting: *setting };
    let mut previous: Option<&Block> = None;
    for block in &page.blocks {
        if previous.is_some_and(|previous| apart(previous, block)) {
            press.out.push('\n');
        }
        press.block(block);
        previous = Some(block);
    }
    press.out
}

/// A blank line stands between two blocks unless they read as one.
fn apart(above: &Block, below: &Block) -> bool {
    !matches!(
        (above, below),
        (Block::Heading { .. }, Block::Heading { .. })
            | (Block::Paragraph(_), Block::Paragraph(_))
            | (Block::Warning(_), Block::Warning(_))
            | (Block::Table(_) | Block::Prose(_), Block::Prose(_))
    )
}

struct Press {
    out: String,
    setting: Setting,
}

impl Press {
    fn narrow(&self) -> bool {
        self.setting.width < NARROW
    }

    fn shown(&self, text: &str) -> String {
        shown(text, self.setting.ascii)
    }

    fn wrap(&self, runs: &[Run], width: usize) -> Vec<Line> {
        wrap(runs, Measure { width: width.max(8), ascii: self.setting.ascii, unsigned: false })
    }

    fn paint(&self, text: &str, role: Role) -> String {
        paint(text, role, self.ink())
    }

    fn ink(&self) -> Ink {
        Ink::full(self.setting.color)
    }

    /// Writes a line; blanks at its end would only be selected by accident.
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end_matches(' '));
        self.out.push('\n');
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title { lines, aside } => self.title(lines, aside.as_deref()),
            Block::Warning(runs) => self.warning(runs),
            Block::Fields(fields) => self.fields(fields),
            Block::Table(table) => {
                let text = table::render(table, &self.setting);
                self.out.push_str(&text);
            }
            Block::Section { title, aside } => self.section(title, aside),
            Block::Heading { label, note, runs } if !label.is_empty() => {
                let (label, note, runs) = (label.clone(), note.clone(), runs.clone());
                self.paragraph(&Paragraph { label, note, runs, ..Paragraph::default() });
            }
            Block::Heading { runs, .. } => self.indented(runs, 2),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Prose(runs) => self.indented(runs, 2),
        }
    }

    fn indented(&mut self, runs: &[Run], indent: usize) {
        let width = (self.setting.width.saturating_sub(indent)).min(MEASURE + BODY - indent);
        for line in self.wrap(runs, width) {
            let text = line.paint(self.ink());
            self.line(&format!("{:indent$}{text}", ""));
        }
    }

    fn title(&mut self, lines: &[String], aside: Option<&str>) {
        for (index, title) in lines.iter().enumerate() {
            let role = if index == 0 { Role::Heading } else { Role::Equal };
            let aside = aside.filter(|_| index == 0).map(plain).unwrap_or_default();
            self.with_aside(&[Run::new(role, title)], &aside);
        }
    }

    fn section(&mut self, title: &str, aside: &[Run]) {
        self.with_aside(&[Run::new(Role::Heading, title)], aside);
    }

    /// Words from the left edge, and an aside at the right one: on the first line where there is
    /// room, else below.
    fn with_aside(&mut self, runs: &[Run], aside: &[Run]) {
        let width = self.setting.width;
        let lines = self.wrap(runs, width);
        let asides = if aside.is_empty() { Vec::new() } else { self.wrap(aside, width) };
        let beside =
            lines.len() == 1 && asides.len() == 1 && lines[0].width() + asides[0].width() + 2 <= width;
        for line in &lines {
            let mut text = line.paint(self.ink());
            if beside {
                let gap = width - line.width() - asides[0].width();
                text += &" ".repeat(gap);
                text += &asides[0].paint(self.ink());
            }
            self.line(&text);
        }
        for line in asides.iter().filter(|_| !beside) {
            let text = line.paint(self.ink());
            self.line(&text);
        }
    }

    fn warning(&mut self, runs: &[Run]) {
        let width = (self.setting.width - 2).min(MEASURE + BODY);
        for (index, line) in self.wrap(runs, width).iter().enumerate() {
            let sign = if index == 0 { self.paint("!", Role::Warning) } else { " ".to_string() };
            let text = line.paint(self.ink());
            self.line(&format!("{sign} {text}"));
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        let labels: Vec<String> = fields.iter().map(|field| self.shown(&field.label)).collect();
        let label_width = labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let beside = !self.narrow();
        let body = if beside { 2 + label_width + 2 } else { NARROW_BODY };
        for (field, label) in fields.iter().zip(labels) {
            let painted = self.paint(&label, Role::Label);
            let mut head = if beside {
                format!("  {painted}{:pad$}", "", pad = body - 2 - columns(&label))
            } else {
                if !label.is_empty() {
                    self.line(&format!("  {painted}"));
                }
                " ".repeat(body)
            };
            let places = field.entries.iter().filter_map(|entry| match entry {
                Entry::Placed { place, .. } => Some(columns(&self.shown(place))),
                _ => None,
            });
            // One long place must not push all the others to the right.
            let place_width = places.max().unwrap_or(0).min(self.setting.width / 6);
            for entry in &field.entries {
                self.entry(entry, &mut head, body, place_width);
            }
        }
    }

    /// `head` is what stands before the words of the first line: the label, once.
    fn entry(&mut self, entry: &Entry, head: &mut String, body: usize, place_width: usize) {
        let width = self.setting.width.saturating_sub(body).min(MEASURE);
        match entry {
            Entry::Text(runs) => self.hanging(&self.wrap(runs, width), head, body),
            Entry::Change { old, new } => {
                let arrow = self.shown("→");
                let mut runs = old.clone();
                runs.push(Run::new(Role::Equal, " → "));
                runs.extend(new.iter().cloned());
                let together = self.wrap(&runs, width);
                if together.len() == 1 {
                    return self.hanging(&together, head, body);
                }
                self.hanging(&self.wrap(old, width), head, body);
                let mut head = format!("{:>body$}", format!("{arrow} "));
                self.hanging(&self.wrap(new, width), &mut head, body);
            }
            Entry::Placed { place, runs } => {
                let place = self.shown(place);
                let indent = body + place_width + 2;
                if columns(&place) > place_width {
                    self.hanging(&self.wrap(&plain(place), width), head, body);
                    *head = " ".repeat(indent);
                } else {
                    *head += &format!("{place}{:pad$}", "", pad = place_width + 2 - columns(&place));
                }
                let width = self.setting.width.saturating_sub(indent).min(MEASURE);
                self.hanging(&self.wrap(runs, width), head, indent);
                *head = " ".repeat(body);
            }
        }
    }

    fn hanging(&mut self, lines: &[Line], head: &mut String, body: usize) {
        for line in lines {
            let text = line.paint(self.ink());
            let head = std::mem::replace(head, " ".repeat(body));
            let head = match self.margin(line.inside) {
                Some(sign) if head.trim().is_empty() => format!("{:pad$}{sign} ", "", pad = body - 2),
                _ => head,
            };
            self.line(&format!("{head}{text}"));
        }
        *head = " ".repeat(body);
    }

    fn margin(&self, role: Option<Role>) -> Option<String> {
        let role = role?;
        let signs = palette::signs(role, self.setting.ascii)?;
        (!signs.margin.is_empty()).then(|| paint(signs.margin, role, Ink::plain(self.setting.color)))
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let body = if self.narrow() { NARROW_BODY } else { BODY } + 2 * paragraph.depth;
        let width = self.setting.width.saturating_sub(body).clamp(8, MEASURE);
        let unsigned = paragraph.whole.is_some();
        let mut lines = wrap(&paragraph.runs, Measure { width, ascii: self.setting.ascii, unsigned });
        let labels = self.labels(paragraph, body);
        // A label with more lines than the words ("¶7", "moved") needs lines to stand beside.
        lines.resize(lines.len().max(labels.len()), Line::empty());
        let last = lines.len() - 1;
        let ink = if unsigned { Ink::plain(self.setting.color) } else { self.ink() };
        for (index, line) in lines.iter().enumerate() {
            let role = paragraph.whole.filter(|_| line.width() > 0).or(line.inside);
            let sign = self.margin(role).map_or_else(|| "  ".to_string(), |sign| format!("{sign} "));
            let mut text = match labels.get(index) {
                Some(Run { role, text }) => {
                    let used = 2 + columns(text);
                    let painted = self.paint(text, *role);
                    // A long label stands where there is no sign: "¶4–5 → 5–6".
                    let sign = if used > body - 2 { " " } else { &sign };
                    format!("  {painted}{:pad$}{sign}", "", pad = (body - 2).saturating_sub(used))
                }
                None => format!("{:pad$}{sign}", "", pad = body - 2),
            };
            text += &line.paint(ink);
            if let Some(note) = paragraph.note.as_ref().filter(|_| index == last) {
                self.note(&mut text, body + line.width(), note);
            }
            self.line(&text);
        }
    }

    /// Puts a note at the right edge of the line, or of a line of its own.
    fn note(&mut self, text: &mut String, used: usize, note: &str) {
        let note = self.shown(note);
        let width = self.setting.width;
        let painted = self.paint(&note, Role::Note);
        let gap = if used + 2 + columns(&note) <= width {
            width - used - columns(&note)
        } else {
            let full = std::mem::take(text);
            self.line(&full);
            width.saturating_sub(columns(&note))
        };
        *text += &" ".repeat(gap);
        *text += &painted;
    }

    /// The lines of the label column. A label that is too long for the column is written at
    /// once, on a line of its own.
    fn labels(&mut self, paragraph: &Paragraph, body: usize) -> Vec<Run> {
        let label = Run::new(Role::Label, self.shown(&paragraph.label));
        let mut labels = vec![label];
        labels.extend(paragraph.label_note.iter().map(|note| Run::new(Role::Note, self.shown(note))));
        // Two blanks before it and one behind; with a sign of its own, that and its blanks too.
        let room = body.saturating_sub(if paragraph.whole.is_some() { 5 } else { 3 });
        if !self.narrow() && labels.iter().all(|label| columns(&label.text) <= room) {
            return labels;
        }
        if let Some(note) = &paragraph.label_note {
            labels.insert(1, Run::new(Role::Note, ", "));
            labels[2].text = self.shown(note);
        }
        if !paragraph.label.is_empty() {
            self.indented(&labels, 2);
        }
        Vec::new()
    }
}
