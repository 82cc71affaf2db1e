//! Settles the tracked changes of a part, as accepted or as rejected: the way Word does it.

use super::tree::{Element, Piece};
use crate::read::Tracked;

/// Settles everything below an element; true where there was something.
pub fn settle(root: &mut Element, tracked: Tracked) -> bool {
    let (gone, stays): (&[&str], &[&str]) = match tracked {
        Tracked::Accept => (&["del", "moveFrom"], &["ins", "moveTo"]),
        Tracked::Reject => (&["ins", "moveTo"], &["del", "moveFrom"]),
    };
    Settling { gone, stays, reject: tracked == Tracked::Reject }.inside(root)
}

struct Settling {
    gone: &'static [&'static str],
    stays: &'static [&'static str],
    reject: bool,
}

/// The marks of where a move begins and ends.
const RANGES: [&str; 4] = ["moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"];

impl Settling {
    fn inside(&self, element: &mut Element) -> bool {
        let mut found = false;
        let mut children: Vec<Piece> = Vec::with_capacity(element.children.len());
        // Content of paragraphs whose mark is gone, which goes on in the next.
        let mut open: Vec<Piece> = Vec::new();
        for piece in std::mem::take(&mut element.children) {
            let mut child = match piece {
                Piece::Element(child) => child,
                raw => {
                    children.push(raw);
                    continue;
                }
            };
            let name = child.local().to_owned();
            let name = name.as_str();
            if RANGES.contains(&name) || self.gone.contains(&name) {
                found = true;
                continue;
            }
            if name.ends_with("Change") {
                found = true;
                continue;
            }
            if self.stays.contains(&name) {
                found = true;
                self.inside(&mut child);
                children.append(&mut child.children);
                continue;
            }
            if self.reject {
                found |= restore(&mut child);
            }
            let mark = child.child("pPr").and_then(|own| own.child("rPr"));
            let mark_gone = name == "p"
                && mark.is_some_and(|mark| self.gone.iter().any(|gone| mark.child(gone).is_some()));
            if matches!(name, "tr" | "tc") && self.is_out(&child) {
                found = true;
                continue;
            }
            found |= self.inside(&mut child);
            if name == "delText" || name == "delInstrText" {
                found = true;
                child.name = child.name.replace("delText", "t").replace("delInstrText", "instrText");
            }
            if name != "p" {
                children.push(Piece::Element(child));
                continue;
            }
            if mark_gone {
                found = true;
                child.remove("pPr");
                open.append(&mut child.children);
                continue;
            }
            if !open.is_empty() {
                let at = child
                    .children
                    .iter()
                    .position(|piece| matches!(piece, Piece::Element(own) if own.local() == "pPr"))
                    .map_or(0, |at| at + 1);
                child.children.splice(at..at, std::mem::take(&mut open));
            }
            children.push(Piece::Element(child));
        }
        if open.iter().any(|piece| matches!(piece, Piece::Element(_))) {
            // The last mark of a story cannot go.
            let prefix =
                element.name.rsplit_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
            let mut last = Element::new(&format!("{prefix}p"), "");
            last.children = open;
            children.push(Piece::Element(last));
        }
        element.children = children;
        found
    }

    /// A row or cell that the change put in or took out.
    fn is_out(&self, element: &Element) -> bool {
        let own = element.child("trPr").or_else(|| element.child("tcPr"));
        let gone = if self.reject { ["ins", "cellIns"] } else { ["del", "cellDel"] };
        own.is_some_and(|own| gone.iter().any(|gone| own.child(gone).is_some()))
    }
}

/// Puts properties back to what they were before their change.
fn restore(element: &mut Element) -> bool {
    let mut found = false;
    for properties in ["pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr"] {
        let change = format!("{properties}Change");
        let Some(own) = element.child_mut(properties) else { continue };
        let Some(before) = own.child(&change).and_then(|change| change.child(properties)).cloned() else {
            continue;
        };
        found = true;
        // What the record of a change leaves out was not changed.
        let kept: Vec<Piece> = own
            .children
            .iter()
            .filter(|piece| {
                matches!(piece, Piece::Element(kept) if properties == "pPr" && matches!(kept.local(), "rPr" | "sectPr"))
            })
            .cloned()
            .collect();
        own.children = before.children;
        own.children.extend(kept);
    }
    found
}
