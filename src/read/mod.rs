//! Bytes → [`SourceText`]: lines with their pages and places. The only stage that opens files.

use crate::error::Error;
use crate::remark::Remark;
use crate::report::SourceInfo;
use std::path::Path;

/// What a reader found: lines in reading order, with what the format tells of their look.
#[derive(Debug, Clone, Default)]
pub struct SourceText {
    /// The file.
    pub info: SourceInfo,
    /// Every line that holds a visible character.
    pub lines: Vec<Line>,
    /// True where a line is one printed line of many that make a paragraph (PDF, wrapped text);
    /// false where it is a whole paragraph.
    pub wrapped: bool,
    /// What was odd: pages without text, bytes that were no characters.
    pub remarks: Vec<Remark>,
}

/// One line of the source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its text without the markup of the carrier format; never empty.
    pub text: String,
    /// The page, from 1; 0 where the format has no pages.
    pub page: u32,
    /// Where its first character stands: points from the left edge (PDF) or columns (text).
    pub left: f32,
    /// Where its last character ends, in the same unit.
    pub right: f32,
    /// Baseline in points from the top of the page (PDF); line number of the file (text).
    pub top: f32,
    /// Size of type in points; 0 where unknown.
    pub size: f32,
    /// Set in bold, or marked as a heading or bold in Markdown.
    pub bold: bool,
    /// Depth of the Markdown heading, 1 to 6; 0 for none.
    pub heading: u8,
    /// A list bullet (`-`, `*`, `•`) stood before it and was taken off.
    pub bullet: bool,
    /// Blank lines (text) or a gap wider than a line (PDF) stand above it.
    pub gap: bool,
    /// Superscript or marked footnote calls: character index in `text` before which each stood, and its sign.
    pub calls: Vec<(usize, String)>,
    /// Where columns or cells begin: character indices in `text` (after a wide gap or a tab).
    pub cells: Vec<usize>,
    /// Markup that was taken off, so that a test can add up the source.
    pub markup: Vec<String>,
}

/// Reads a file; `-` reads standard input.
pub fn read(_path: &Path) -> Result<SourceText, Error> {
    unimplemented!("written next")
}
