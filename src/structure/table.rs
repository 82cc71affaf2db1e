//! Finds tables: lines that keep the same columns.
//!
//! ```text
//! Symbol            Description            <- two cells, second at x = 280
//! A/1/2             The plan of work,      <- a row
//!                   first part             <- no text in the first column: the row goes on
//! ```

use crate::read::{Line, SourceText};

/// Columns whose left edges differ by less than this, in points (PDF), are one.
const SAME_COLUMN: f32 = 6.0;
/// A table has at least this many rows.
const FEWEST_ROWS: usize = 3;

/// The row that a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// First line of the row.
    pub first: usize,
    /// Left edge of the second column.
    pub column: f32,
}

/// For each line of `free`: the row that it belongs to; `None` outside tables.
pub fn rows(source: &SourceText, free: &[usize]) -> Vec<Option<Row>> {
    let mut rows = vec![None; free.len()];
    let mut at = 0;
    while at < free.len() {
        let line = &source.lines[free[at]];
        if line.row {
            // The format knows its rows, however few: one line is one row.
            let column = line.cells.first().map_or(line.left, |cell| cell.1);
            rows[at] = Some(Row { first: free[at], column });
            at += 1;
            continue;
        }
        match columns(&source.lines[free[at]]) {
            Some(column) => {
                let end = table_end(source, free, at, column);
                let starts = (at..end).filter(|row| columns(&source.lines[free[*row]]).is_some()).count();
                if starts >= FEWEST_ROWS {
                    mark(source, free, at..end, column, &mut rows);
                }
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    rows
}

/// The left edge of the second column, where a line has one that is not merely set off from a label.
fn columns(line: &Line) -> Option<f32> {
    let (start, left) = line.cells.first()?;
    let first: String = line.text.chars().take(*start).collect();
    let label = super::marker::markers(first.trim())
        .iter()
        .any(|marker| marker.length >= first.trim().chars().count());
    (!label && line.left < *left).then_some(*left)
}

/// Where the run of lines that keep the column ends, exclusive.
fn table_end(source: &SourceText, free: &[usize], start: usize, column: f32) -> usize {
    let mut end = start + 1;
    for (at, index) in free.iter().enumerate().skip(start + 1) {
        let line = &source.lines[*index];
        let keeps = match columns(line) {
            _ if line.row => false,
            Some(other) => (other - column).abs() < SAME_COLUMN,
            // A long entry leaves only a narrow space before the second column.
            None if at_column(line, column).is_some() => true,
            // A line of one cell goes on in the second column, or (a wrapped symbol) in the first.
            None => {
                (line.left - column).abs() < SAME_COLUMN
                    || (line.right < column && !line.gap && line.page > 0)
            }
        };
        if !keeps {
            break;
        }
        end = at + 1;
    }
    end
}

fn mark(
    source: &SourceText,
    free: &[usize],
    range: std::ops::Range<usize>,
    column: f32,
    rows: &mut [Option<Row>],
) {
    let mut first = range.start;
    for at in range {
        let line = &source.lines[free[at]];
        let new = columns(line).is_some_and(|other| (other - column).abs() < SAME_COLUMN)
            || at_column(line, column).is_some();
        if new || (line.left + SAME_COLUMN < column && line.gap) {
            first = at;
        }
        rows[at] = Some(Row { first: free[first], column });
    }
}

/// Where a line has a word that begins at the column after a wide space, though not a gap.
pub fn at_column(line: &Line, column: f32) -> Option<usize> {
    line.stops.iter().find(|(_, left)| (left - column).abs() < 1.5).map(|(at, _)| *at)
}
