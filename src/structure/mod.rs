//! [`SourceText`] → [`Report`]: the true numbering from noisy text.
//!
//! 1. `furniture` sets aside running heads, page numbers, contents pages.
//! 2. `masthead` reads the first page's head.
//! 3. `footnote` lifts the notes out of the pages.
//! 4. `block` joins printed lines to blocks that surely belong together.
//! 5. `marker` lists what the start of each block may be a label of.
//! 6. `search` chooses, over the whole document, what each block is.
//! 7. `tree` gives the chosen blocks identifiers, parents and calls.
//! 8. `closing` takes the lines on the adoption below the text for what they are.
//!
//! Nothing is lost: every character of every line is in the places of a node or of furniture.

mod block;
mod calls;
mod closing;
mod cost;
mod footnote;
mod furniture;
mod marker;
mod masthead;
mod passage;
mod search;
mod state;
mod step;
mod table;
mod tree;

use crate::read::SourceText;
use crate::report::{Furniture, Place, Report};

/// Recovers the structure of a report. Never fails: what is odd becomes a remark.
pub fn structure(source: &SourceText) -> Report {
    let words = passage::Words::of(source);
    let mut aside = furniture::furniture(source);
    let head = masthead::masthead(source, &mut aside, &words);
    let notes = footnote::footnotes(source, &mut aside, head.body_start, &words);
    let free: Vec<usize> = (0..source.lines.len())
        .filter(|at| aside[*at].is_none() && !head.taken[*at] && !notes.taken[*at])
        .collect();
    let blocks = block::blocks(source, &free, &aside, &words);
    let choices = search::search(&blocks);
    let mut report = tree::build(source, head, notes.notes, blocks, choices, &words);
    closing::closing(&mut report.nodes);
    for (at, what) in aside.iter().enumerate() {
        if let Some(what) = what {
            let line = &source.lines[at];
            report.furniture.push(Furniture {
                page: line.page,
                text: line.text.clone(),
                what,
                places: vec![Place { line: at, start: 0, end: line.text.chars().count() }],
            });
        }
    }
    let bulleted = source.lines.iter().enumerate().filter(|(_, line)| line.bullet);
    report.bulleted = bulleted.map(|(at, _)| at).collect();
    report.source = source.info.clone();
    if matches!(source.info.format.as_str(), "text" | "markdown") {
        report.file_lines = source.lines.iter().map(|line| line.top as u32).collect();
    }
    report.remarks.splice(0..0, source.remarks.iter().cloned());
    report
}
