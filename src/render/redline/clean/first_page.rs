//! The first page of a clean document: the box at its top, and what stands below.

use super::super::plan::printed;
use super::Setter;
use super::styles::WIDTH;
use crate::read::docx::tree::Element;
use crate::report::{Node, Place};

impl Setter<'_> {
    /// The head of the first page: symbol and distribution at the right, the organ at the left.
    pub(super) fn masthead(&mut self, end: usize) {
        let report = self.report;
        let at = |own: &str| (0..end).find(|at| report.nodes[*at].id == own);
        let [symbol, organ, distribution, language] = ["f.symbol", "f.organ", "f.distr", "f.lang"].map(at);
        // Where no organ is named, the body has its place: a conference of States stands for itself.
        let organ = organ.or_else(|| at("f.body"));
        let boxed = [symbol, organ, distribution, language];
        if symbol.is_some() || distribution.is_some() {
            const NAME: &str = "United Nations";
            let text = symbol.map_or("", |symbol| report.nodes[symbol].text.as_str());
            let (name, length) = (NAME.chars().count(), text.chars().count());
            // A symbol is read with the name that stands beside it.
            let named = text.strip_prefix(NAME).is_some_and(|rest| rest.starts_with(' '));
            let mut cells: [Vec<Element>; 4] = Default::default();
            for (order, cell) in cells.iter_mut().enumerate() {
                match (order, symbol) {
                    (0, Some(symbol)) if named => cell.push(self.stretch(symbol, 0..name, "MastUN")),
                    (1, Some(symbol)) if named => {
                        cell.push(self.stretch(symbol, name + 1..length, "MastSymbol"))
                    }
                    (1, Some(symbol)) => cell.push(self.paragraph(symbol, 0, &[])),
                    (2, _) => cell.extend(organ.map(|organ| self.paragraph(organ, 0, &[]))),
                    (3, _) => {
                        for node in [distribution, language].into_iter().flatten() {
                            let breaks = breaks(&report.nodes[node]);
                            cell.push(self.paragraph(node, 0, &breaks));
                        }
                    }
                    _ => {}
                }
                if cell.is_empty() {
                    cell.push(self.ink.element("p", ""));
                    self.count[0] += 1;
                }
            }
            let table = self.head_table(cells);
            self.body.push(table);
        }
        let boxed_too = symbol.is_none() && distribution.is_none();
        let rest = (0..end).filter(|node| boxed_too || !boxed.contains(&Some(*node))).collect();
        for node in printed(report, rest) {
            let breaks = breaks(&report.nodes[node]);
            let paragraph = self.paragraph(node, 0, &breaks);
            self.body.push(paragraph);
        }
    }

    fn head_table(&self, cells: [Vec<Element>; 4]) -> Element {
        let ink = &self.ink;
        let widths = [6720, 3120];
        let size = |local: &str, width: usize| ink.element(local, &format!("w:w=\"{width}\" w:type=\"dxa\""));
        let margins = ink.element("tblCellMar", "").with([size("left", 0), size("right", 0)]);
        let own = ink.element("tblPr", "").with([
            size("tblW", WIDTH),
            ink.element("tblLayout", "w:type=\"fixed\""),
            margins,
        ]);
        let grid = ink
            .element("tblGrid", "")
            .with(widths.map(|width| ink.element("gridCol", &format!("w:w=\"{width}\""))));
        let mut cells = cells.into_iter();
        let mut table = ink.element("tbl", "").with([own, grid]);
        for line in [6, 12] {
            let mut row = ink.element("tr", "");
            for width in widths {
                let border = ink.element(
                    "bottom",
                    &format!("w:val=\"single\" w:sz=\"{line}\" w:space=\"0\" w:color=\"auto\""),
                );
                let own = ink
                    .element("tcPr", "")
                    .with([size("tcW", width), ink.element("tcBorders", "").with([border])]);
                row = row.with([ink.element("tc", "").with([own]).with(cells.next().unwrap_or_default())]);
            }
            table = table.with([row]);
        }
        table
    }
}

/// Where the lines of a part of the first page end, as it was printed: those that were set as lines, not
/// those that only wrapped.
pub(in super::super) fn breaks(node: &Node) -> Vec<usize> {
    if !matches!(node.id.rsplit("f.").next(), Some("distr" | "sessions" | "agenda")) {
        return Vec::new();
    }
    /// A line shorter than this fills no measure.
    const MEASURE: usize = 45;
    let text: Vec<char> = node.text.chars().collect();
    let length = |place: &Place| place.end.saturating_sub(place.start);
    let longest = node.places.iter().map(length).max().unwrap_or(0);
    let mut at = 0;
    let mut found = Vec::new();
    for place in &node.places {
        at += length(place);
        if text.get(at) == Some(&' ') {
            let begins =
                text.get(at + 1).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || *c == '(');
            let goes_on = text[..at].ends_with(&[',']) || text[..at].ends_with(&['–']);
            // A line is full where the next word would hardly have had room.
            let next = text[at + 1..].iter().take_while(|c| !c.is_whitespace()).count();
            let is_full = longest >= MEASURE && (length(place) + 1 + next) * 10 > longest * 9;
            if begins && !goes_on && !is_full {
                found.push(at);
            }
            at += 1;
        }
    }
    found
}
