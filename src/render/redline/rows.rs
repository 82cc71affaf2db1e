//! New rows and new tables.

use super::plan::Planner;
use crate::read::docx::tree::{Element, Piece};

/// A new row with the form of one of OLD.
pub(super) fn like(planner: &mut Planner, model: &Element, node: usize) -> Element {
    let text = planner.text(node);
    let mut cells: Vec<(usize, String)> = Vec::new();
    let mut start = 0;
    for cell in text.split('\t') {
        cells.push((start, cell.to_owned()));
        start += cell.chars().count() + 1;
    }
    let columns = model.elements().filter(|child| child.local() == "tc").count();
    // What has no column of its own stands in the last.
    while cells.len() > columns.max(1) {
        if let Some((_, extra)) = cells.pop()
            && let Some((_, last)) = cells.last_mut()
        {
            last.push(' ');
            last.push_str(&extra);
        }
    }
    let mut row = Element { id: 0, attributes: String::new(), children: Vec::new(), ..model.clone() };
    let mut own = planner.ink.element("trPr", "");
    if let Some(kept) = model.child("trPr") {
        own = Element { id: 0, ..kept.clone() };
        for local in ["tblHeader", "ins", "del", "trPrChange"] {
            own.remove(local);
        }
    }
    own.children.push(Piece::Element(planner.ink.mark("ins")));
    row.children.push(Piece::Element(own));
    let mut cells = cells.into_iter();
    for cell in model.elements().filter(|child| child.local() == "tc") {
        let (start, text) = cells.next().unwrap_or_default();
        let mut new = planner.ink.element("tc", "");
        if let Some(own) = cell.child("tcPr") {
            let mut own = own.clone();
            own.remove("vMerge");
            own.remove("tcPrChange");
            new = new.with([own]);
        }
        let first = cell.child("p");
        let properties = first.and_then(|first| first.child("pPr")).map(|own| {
            let mut own = own.clone();
            own.remove("sectPr");
            own.remove("pPrChange");
            own
        });
        let look = first.and_then(|first| first.child("r")).and_then(|run| run.child("rPr")).cloned();
        let runs = planner.cell(node, start, &text, look.as_ref());
        let mut paragraph = planner.ink.element("p", "").with(properties);
        planner.ink.mark_end(&mut paragraph, "ins");
        row.children.push(Piece::Element(new.with([paragraph.with(runs)])));
    }
    row
}

/// A new table of these rows.
pub(super) fn table(planner: &mut Planner, nodes: &[usize]) -> Element {
    let columns = nodes.iter().map(|node| planner.text(*node).split('\t').count()).max().unwrap_or(1);
    let table = super::clean::table_shell(&planner.ink, columns);
    let model = super::clean::row_shell(&planner.ink, columns);
    let rows: Vec<Element> = nodes.iter().map(|node| like(planner, &model, *node)).collect();
    table.with(rows)
}
