//! Tables: rows of data become lines with cells; what is a table only for its layout is taken apart.

use super::body::Body;
use super::notes::joined;
use super::text::columns;
use super::xml::Element;
use crate::read::{Line, Origin};

/// The head of the first page begins within so many lines.
const HEAD: usize = 12;

/// A cell: where it begins, and its paragraphs.
struct Cell {
    left: f32,
    lines: Vec<Line>,
}

impl<'a> Body<'a> {
    /// Reads a table and puts it among the lines.
    pub fn table(&mut self, table: &'a Element) {
        let widths: Vec<i32> = table
            .child("tblGrid")
            .into_iter()
            .flat_map(Element::elements)
            .map(|column| column.attribute("w").and_then(super::styles::twips).unwrap_or(0).max(0))
            .collect();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        self.rows(table, &widths, &mut rows);
        let outside = self.lines.len() + self.base;
        self.make_gap();
        if outside < HEAD && is_masthead(&rows) || is_layout(&rows) {
            for cell in rows.into_iter().flatten() {
                self.lines.extend(cell.lines);
            }
        } else {
            // A column of labels ("1.", "(a)") makes paragraphs, not rows.
            let labels = rows.iter().all(|cells| first_is_label(cells));
            self.lines.extend(rows.into_iter().filter_map(|cells| row(cells, !labels)));
        }
        self.make_gap();
    }

    fn rows(&mut self, parent: &'a Element, widths: &[i32], rows: &mut Vec<Vec<Cell>>) {
        for element in parent.elements() {
            match element.name() {
                "tr" => {
                    if !self.is_out(element.child("trPr")) {
                        let mut cells = Vec::new();
                        let before = element.child("trPr").and_then(|own| own.child_value("gridBefore"));
                        let mut column = before.and_then(|count| count.parse().ok()).unwrap_or(0);
                        self.cells(element, widths, &mut column, &mut cells);
                        rows.push(cells);
                    }
                }
                other if other.ends_with("Pr") || other == "tblGrid" => {}
                _ => self.rows(element, widths, rows),
            }
        }
    }

    fn cells(&mut self, parent: &'a Element, widths: &[i32], column: &mut usize, cells: &mut Vec<Cell>) {
        for element in parent.elements() {
            match element.name() {
                "tc" => {
                    let own = element.child("tcPr");
                    let left =
                        widths.iter().take(*column).fold(0_i32, |sum, width| sum.saturating_add(*width));
                    let span =
                        own.and_then(|own| own.child_value("gridSpan")).and_then(|span| span.parse().ok());
                    *column = column.saturating_add(span.unwrap_or(1));
                    if !self.is_out(own) {
                        let outer = std::mem::take(&mut self.lines);
                        let base = self.base;
                        self.base += outer.len();
                        self.blocks(element);
                        self.flush();
                        self.base = base;
                        let lines = std::mem::replace(&mut self.lines, outer);
                        cells.push(Cell { left: columns(left), lines });
                    }
                }
                other if other.ends_with("Pr") => {}
                _ => self.cells(element, widths, column, cells),
            }
        }
    }

    /// A row or cell that a tracked change puts in or takes out, in the version where it is not.
    fn is_out(&mut self, properties: Option<&Element>) -> bool {
        let mut out = false;
        for change in properties.into_iter().flat_map(Element::elements) {
            self.note_change(change);
            out |= self.is_gone(change.name());
        }
        out
    }
}

/// The box at the top of the first page.
fn is_masthead(rows: &[Vec<Cell>]) -> bool {
    rows.iter().flatten().flat_map(|cell| &cell.lines).any(|line| {
        let text = line.text.as_str();
        text.starts_with("Distr")
            || text.starts_with("Original:")
            || text == "United Nations"
            || (text.ends_with(" only") && text.split(' ').count() == 2)
    })
}

/// A frame around text, or text set beside nothing.
fn is_layout(rows: &[Vec<Cell>]) -> bool {
    rows.iter().all(|cells| cells.iter().filter(|cell| !cell.lines.is_empty()).count() <= 1)
}

/// "1.", "(a)", "IV." in a cell of its own.
fn first_is_label(cells: &[Cell]) -> bool {
    let Some(first) = cells.iter().find(|cell| !cell.lines.is_empty()) else { return true };
    let text: String = first.lines.iter().map(|line| line.text.as_str()).collect();
    let bare = text.trim_matches(['(', ')', '.', '[', ']']);
    text.ends_with(['.', ')', ']'])
        && (1..=5).contains(&bare.len())
        && bare.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The cells of a row in one line; empty cells leave nothing.
fn row(cells: Vec<Cell>, is_row: bool) -> Option<Line> {
    let mut whole: Option<Line> = None;
    let mut bold = true;
    for cell in cells.into_iter().filter(|cell| !cell.lines.is_empty()) {
        let gap = cell.lines[0].gap;
        let line = joined(cell.lines);
        bold &= line.bold;
        match &mut whole {
            None => whole = Some(Line { left: cell.left, heading: 0, bullet: false, gap, ..line }),
            Some(whole) => {
                if !whole.text.is_empty() {
                    whole.text.push(' ');
                    whole.from.push(Origin::default());
                }
                let base = whole.text.chars().count();
                whole.cells.push((base, cell.left.max(whole.left + 1.0)));
                whole.text.push_str(&line.text);
                whole.from.extend(line.from);
                whole.calls.extend(line.calls.into_iter().map(|(at, sign)| (base + at, sign)));
            }
        }
    }
    let mut line = whole?;
    line.bold = bold;
    line.row = is_row;
    line.right = line.left + line.text.chars().count() as f32;
    Some(line)
}
