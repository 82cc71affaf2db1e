//! Lines → blocks: printed lines that surely belong together.
//!
//! Where it is not sure, a new block begins; the search may still join it to the one before.
//! The best sign is the forced break: a line that stops where the next word would still have fitted
//! was ended on purpose.

mod full;

use super::marker::{self, Marker};
use super::passage::{Passage, Words};
use super::state::{Ending, without_call};
use super::table::{self, Row};
use crate::read::{Line, SourceText};
use crate::report::Place;
use full::{is_broken_by_call, is_forced, margins, strict_width};

/// Lines that belong together, with what the search needs to know of their look.
#[derive(Debug, Clone)]
pub struct Block {
    /// The text with its label.
    pub passage: Passage,
    /// Readings of the label.
    pub markers: Vec<Marker>,
    /// Page of its first line.
    pub page: u32,
    /// Left edge of its first line.
    pub left: f32,
    /// Bold, or marked as a heading.
    pub styled: bool,
    /// The first line is set in from the second: a paragraph begins here.
    pub set_in: bool,
    /// A Markdown heading.
    pub heading: bool,
    /// A bullet was taken off.
    pub bullet: bool,
    /// A page ends, or furniture stands, between the block before and this one.
    pub broken: bool,
    /// The line before was full: the text may go on here.
    pub forced: bool,
    /// White space above.
    pub gap: bool,
    /// For a row of a table. The cells are in the passage, set off by tabs.
    pub row: Option<Row>,
    /// The source has printed lines, several to a paragraph.
    pub wrapped: bool,
    /// The source has printed lines whose positions can be trusted.
    pub layout: bool,
}

/// Puts the free lines together.
pub fn blocks(
    source: &SourceText,
    free: &[usize],
    aside: &[Option<&'static str>],
    words: &Words,
) -> Vec<Block> {
    let rows = table::rows(source, free);
    // The width of text that a program wrapped; print has margins instead, and proportional type neither.
    let wrapped_at = if source.is_printed() { None } else { strict_width(source, free) };
    let margins = margins(source, free, wrapped_at);
    let pitch = pitch(source, free);
    let layout = source.is_printed();
    let mut blocks: Vec<Block> = Vec::new();
    let mut second_left: Option<f32> = None;
    for (order, at) in free.iter().enumerate() {
        let line = &source.lines[*at];
        let before = order.checked_sub(1).map(|order| free[order]);
        let broken = before.is_some_and(|before| {
            line.page != source.lines[before].page
                || (before + 1..*at).any(|between| aside[between].is_some())
        });
        let compound = before.is_some_and(|before| ends_in_compound(&source.lines[before].text, &line.text));
        let forced = compound
            || source.wrapped
                && before.is_some_and(|before| {
                    is_forced(&source.lines[before], line, margins[before], wrapped_at.is_some())
                        || (!layout && is_broken_by_call(source, free, order, margins[before]))
                });
        let gap = before.is_none_or(|before| gap_between(&source.lines[before], line, pitch));
        let joins = match (blocks.last(), before) {
            (Some(block), _) if rows[order].is_some() => rows[order] == block.row,
            (Some(block), Some(before)) if rows[order].is_none() && block.row.is_none() => {
                let link =
                    Link { before: &source.lines[before], line, block, second_left, broken, forced, gap };
                (source.wrapped || compound) && link.holds()
            }
            _ => false,
        };
        if joins {
            if let Some(block) = blocks.last_mut() {
                if block.row.is_some() {
                    push_cells(&mut block.passage, line, *at, rows[order], words);
                } else {
                    let end = line.text.chars().count();
                    block.passage.push(line, Place { line: *at, start: 0, end }, words);
                }
                if second_left.is_none() {
                    second_left = Some(line.left);
                    block.set_in = block.left > line.left + if layout { 8.0 } else { 1.5 };
                }
            }
            continue;
        }
        second_left = None;
        let mut passage = Passage::default();
        if rows[order].is_some() {
            push_cells(&mut passage, line, *at, rows[order], words);
        } else {
            passage.push(line, Place { line: *at, start: 0, end: line.text.chars().count() }, words);
        }
        blocks.push(Block {
            markers: Vec::new(),
            passage,
            page: line.page,
            left: line.left,
            styled: line.bold,
            set_in: false,
            heading: line.heading > 0,
            bullet: line.bullet,
            broken,
            forced,
            gap,
            row: rows[order],
            wrapped: source.wrapped,
            layout,
        });
    }
    for block in &mut blocks {
        if block.row.is_none() {
            block.markers = marker::markers(&block.passage.text);
        }
    }
    blocks
}

/// A line and the block that it may continue.
struct Link<'a> {
    before: &'a Line,
    line: &'a Line,
    block: &'a Block,
    second_left: Option<f32>,
    broken: bool,
    forced: bool,
    gap: bool,
}

impl Link<'_> {
    fn holds(&self) -> bool {
        let (before, line) = (self.before, self.line);
        if self.broken || line.heading > 0 || before.heading > 0 || line.bullet {
            return false;
        }
        if before.bold != line.bold || (before.size - line.size).abs() > 0.6 {
            return false;
        }
        let markers = marker::markers(&line.text);
        let starts_anew = markers.iter().any(|marker| marker.whole);
        if line.bold && !self.gap {
            // A heading over several lines: set by hand, so its lines need not be full.
            let bare = marker::markers(&self.block.passage.text)
                .iter()
                .any(|marker| marker.length >= self.block.passage.text.chars().count());
            return !starts_anew && !bare;
        }
        let open = matches!(Ending::of(&before.text), Ending::Open | Ending::Comma);
        // In plain text a heading over two lines shows only by its small letter.
        let lower = line.size == 0.0 && open && line.text.starts_with(|c: char| c.is_lowercase());
        if self.gap {
            return false;
        }
        // "… March / 2025. By": a figure that a sentence waits for; behind a comma it begins a paragraph.
        if starts_anew && !(self.forced && Ending::of(&before.text) == Ending::Open) {
            return false;
        }
        // "Composition of the Special Committee on / Lakes": no line ends its text with such a word.
        let dangling = line.size == 0.0 && ends_dangling(&before.text);
        if !self.forced && !lower && !dangling && !self.hangs() {
            return false;
        }
        // A preamble goes on with a participle: "…, / Recalling its resolution …".
        if line.size == 0.0
            && without_call(&before.text).ends_with(',')
            && super::cost::begins_preambular(&line.text)
        {
            return false;
        }
        // What a colon announces begins a line of its own.
        let short = line.text.chars().count() < 60 && line.text.starts_with(|c: char| c.is_uppercase());
        if line.size == 0.0 && before.text.ends_with(':') && (short || (line.left - before.left).abs() > 1.5)
        {
            return false;
        }
        // Set in from the lines above: a new paragraph, unless these hang from a label.
        let margin = self.second_left.unwrap_or(self.block.left);
        let indent = if line.size > 0.0 { 8.0 } else { 1.5 };
        let hanging = self.second_left.is_none() && !marker::markers(&self.block.passage.text).is_empty();
        line.left <= margin + indent || hanging
    }
}

impl Link<'_> {
    /// "V. Decisions adopted in the period between Meetings of States / Parties in accordance with rule 45":
    /// in text with columns a heading goes on right below its own words, and is no wider there.
    fn hangs(&self) -> bool {
        /// A heading of fewer characters had room on its line.
        const LONG: usize = 40;
        let (before, line) = (self.before, self.line);
        let label = marker::markers(&before.text).iter().map(|marker| marker.length).max().unwrap_or(0);
        line.size == 0.0
            && label > 0
            && self.block.passage.text.chars().count() <= before.text.chars().count()
            && before.text.chars().count() >= LONG
            && Ending::of(&before.text) == Ending::Open
            && !line.text.ends_with(['.', ',', ';', ':'])
            && (before.left + label as f32 - line.left).abs() <= 1.5
            && line.right <= before.right + 3.0
    }
}

/// True for a line that ends in the first half of a compound: a letter, then a hyphen.
fn ends_in_compound(before: &str, line: &str) -> bool {
    let mut ending = before.trim_end().chars().rev();
    ending.next().is_some_and(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}'))
        && ending.next().is_some_and(char::is_alphabetic)
        && line.starts_with(char::is_alphabetic)
}

/// True for a line that ends in a word that asks for another.
fn ends_dangling(text: &str) -> bool {
    const WORDS: [&str; 14] =
        ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.ends_with('–') || (text.contains(' ') && WORDS.contains(&last))
}

/// The usual distance of two lines of a paragraph, in sizes of type; 0 where there are no positions.
fn pitch(source: &SourceText, free: &[usize]) -> f32 {
    let mut counts: Vec<(i32, usize)> = Vec::new();
    for pair in free.windows(2) {
        let (a, b) = (&source.lines[pair[0]], &source.lines[pair[1]]);
        if a.page != b.page || a.size <= 0.0 || (a.size - b.size).abs() > 0.1 || b.top <= a.top {
            continue;
        }
        let key = ((b.top - a.top) / a.size * 20.0).round() as i32;
        match counts.iter_mut().find(|(step, _)| *step == key) {
            Some((_, count)) => *count += 1,
            None => counts.push((key, 1)),
        }
    }
    counts.iter().max_by_key(|(step, count)| (*count, -*step)).map_or(0.0, |(step, _)| *step as f32 / 20.0)
}

fn gap_between(before: &Line, line: &Line, pitch: f32) -> bool {
    if pitch > 0.0 && line.page == before.page && line.size > 0.0 {
        return line.top - before.top > 1.3 * pitch * line.size.max(before.size) || line.top < before.top;
    }
    line.gap
}

/// Adds a table line to its row: the cells are set off by tabs.
fn push_cells(passage: &mut Passage, line: &Line, at: usize, row: Option<Row>, words: &Words) {
    let length = line.text.chars().count();
    let mut starts: Vec<usize> = vec![0];
    starts.extend(line.cells.iter().map(|cell| cell.0));
    if starts.len() == 1 {
        starts.extend(row.and_then(|row| table::at_column(line, row.column)));
    }
    for (order, start) in starts.iter().enumerate() {
        let end = starts.get(order + 1).copied().unwrap_or(length);
        let place = Place { line: at, start: *start, end };
        if order == 0 {
            passage.push(line, place, words);
        } else {
            let mut cell = Passage::default();
            cell.push(line, place, words);
            passage.text.push('\t');
            let base = passage.text.chars().count();
            passage.text.push_str(&cell.text);
            passage.calls.extend(cell.calls.iter().map(|(at, sign)| (base + at, sign.clone())));
            passage.places.extend(cell.places);
        }
    }
}
