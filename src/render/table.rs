//! A [`Table`] as ruled lines; on a narrow screen, as one short list for each row.

use super::palette::{Ink, paint};
use super::terminal::Setting;
use super::view::{Role, Run, Table};
use super::wrap::{Measure, columns, shown, wrap};

/// Below this width four columns are four columns of single words.
const NARROW: usize = 60;
/// Blanks between two columns, and a few more where there is room to spare.
const GAP: usize = 2;
const WIDE_GAP: usize = 6;
/// A symbol is one word, and broken it cannot be searched for; only longer words (addresses) are
/// broken where a column would otherwise starve its neighbours. `A/AC.290/2021/INF/5/Rev.1` fits.
const LONGEST_WORD: usize = 26;

/// The table's own rule; it is as wide as the table and gives way to one as wide as the page.
const RULE: char = '─';

/// Sets a table, two blanks from the left edge.
pub fn render(table: &Table, setting: &Setting) -> String {
    let table = &without_empty(table);
    if setting.width < NARROW { stacked(table, setting) } else { ruled(table, setting) }
}

/// A column with nothing in any row takes no room from the others.
fn without_empty(table: &Table) -> Table {
    let is_blank = |cell: &Vec<Run>| cell.iter().all(|run| run.text.trim().is_empty());
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|index| table.rows.is_empty() || !table.rows.iter().all(|row| is_blank(&row[*index])))
        .collect();
    let pick = |row: &Vec<Vec<Run>>| kept.iter().map(|index| row[*index].clone()).collect();
    Table {
        columns: kept.iter().map(|index| table.columns[*index].clone()).collect(),
        rows: table.rows.iter().map(pick).collect(),
    }
}

fn ruled(table: &Table, setting: &Setting) -> String {
    let width = setting.width - 2;
    let count = table.columns.len();
    let all = |index: usize| table.rows.iter().map(move |row| &row[index]);
    let mut natural = Vec::with_capacity(count);
    let mut words = Vec::with_capacity(count);
    for (index, name) in table.columns.iter().enumerate() {
        let name = columns(&shown(name, setting.ascii));
        let texts: Vec<String> = all(index).map(|cell| text(cell, setting)).collect();
        let lines = texts.iter().flat_map(|text| text.split('\n'));
        natural.push(lines.map(columns).fold(name, usize::max));
        let parts = texts.iter().flat_map(|text| text.split([' ', '\n']));
        words.push(parts.map(columns).fold(name, usize::max));
    }
    let room = width.saturating_sub(GAP * count.saturating_sub(1));
    let widths = widths(&natural, &words, room);
    let spare = room.saturating_sub(widths.iter().sum());
    let gap = (GAP + spare / count.max(1)).min(WIDE_GAP);
    let mut grid = grid(&widths, gap, width);
    let names: Vec<Vec<Run>> =
        table.columns.iter().map(|name| vec![Run::new(Role::Label, name.as_str())]).collect();
    grid.set_header(cells(&names, &widths, setting));
    for row in &table.rows {
        grid.add_row(cells(row, &widths, setting));
    }
    let rule = paint(&shown(&"─".repeat(width), setting.ascii), Role::Muted, ink(setting));
    let mut out = String::new();
    for line in grid.trim_fmt().lines() {
        let line = if line.starts_with(RULE) { rule.as_str() } else { line };
        out += &format!("  {line}\n");
    }
    out + &format!("  {rule}\n")
}

/// An empty table of these column widths with a rule below the names, nothing else.
fn grid(widths: &[usize], gap: usize, width: usize) -> comfy_table::Table {
    use comfy_table::{ColumnConstraint, ContentArrangement, Width};
    let mut grid = comfy_table::Table::new();
    for part in comfy_table::TableComponent::iter() {
        grid.remove_style(part);
    }
    // The cells arrive wrapped: only here is it known that a symbol must stay whole and that an
    // address may break after a slash.
    grid.set_content_arrangement(ContentArrangement::Disabled);
    grid.set_style(comfy_table::TableComponent::HeaderLines, RULE);
    grid.set_header(vec![""; widths.len()]);
    let taken: usize = widths.iter().map(|width| width + gap).sum();
    for (index, column) in grid.column_iter_mut().enumerate() {
        let last = index + 1 == widths.len();
        let spare = if last { width.saturating_sub(taken) } else { 0 };
        let whole = widths[index] + if last { spare.max(gap) } else { gap };
        column.set_padding((0, 0));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(whole as u16)));
    }
    grid
}

/// Each cell wrapped to the width of its column.
fn cells(row: &[Vec<Run>], widths: &[usize], setting: &Setting) -> Vec<comfy_table::Cell> {
    row.iter()
        .zip(widths)
        .map(|(cell, width)| {
            let lines: Vec<String> =
                wrap(cell, measure(*width, setting)).iter().map(|line| line.paint(ink(setting))).collect();
            comfy_table::Cell::new(lines.join("\n"))
        })
        .collect()
}

/// As wide as the contents if they fit. Else all columns rise to the same level, like water: those
/// that want less get what they want, and no column is narrower than its longest word.
fn widths(natural: &[usize], words: &[usize], room: usize) -> Vec<usize> {
    let least: Vec<usize> = words.iter().map(|word| *word.min(&LONGEST_WORD)).collect();
    let least = risen(&least, &vec![0; least.len()], room);
    risen(natural, &least, room)
}

/// What each column gets of the room at the highest level that fits.
fn risen(wanted: &[usize], least: &[usize], room: usize) -> Vec<usize> {
    let at = |level: usize| -> Vec<usize> {
        wanted.iter().zip(least).map(|(wanted, least)| *wanted.min(&level.max(*least))).collect()
    };
    let level = (0..=room).rev().find(|level| at(*level).iter().sum::<usize>() <= room);
    at(level.unwrap_or(0))
}

/// ```text
///   meeting ordinal, ¶16
///     Before  ___ meeting
///     After   10th meeting
/// ```
fn stacked(table: &Table, setting: &Setting) -> String {
    let names: Vec<String> = table.columns.iter().skip(2).map(|name| shown(name, setting.ascii)).collect();
    let indent = names.iter().map(|name| columns(name)).max().unwrap_or(0) + 6;
    let mut out = String::new();
    for row in &table.rows {
        let cells: Vec<String> = row.iter().take(2).map(|cell| text(cell, setting)).collect();
        // A line of its own may be set in by blanks that do not break; the others are blanks like any.
        let parts: Vec<String> = cells
            .iter()
            .flat_map(|cell| cell.split('\n'))
            .map(|part| part.trim().replace('\u{a0}', " "))
            .collect();
        let title = [Run::new(Role::Label, parts.join(", "))];
        for line in wrap(&title, measure(setting.width.saturating_sub(2), setting)) {
            out += &format!("  {}\n", line.paint(ink(setting)));
        }
        for (name, cell) in names.iter().zip(row.iter().skip(2)) {
            if cell.iter().all(|run| run.text.is_empty()) {
                continue;
            }
            let lines = wrap(cell, measure(setting.width.saturating_sub(indent), setting));
            for (index, line) in lines.iter().enumerate() {
                let name = if index == 0 { name.as_str() } else { "" };
                let pad = indent - 4 - columns(name);
                out += &format!("    {name}{:pad$}{}\n", "", line.paint(ink(setting)));
            }
        }
    }
    out
}

fn text(cell: &[Run], setting: &Setting) -> String {
    cell.iter().map(|run| shown(&run.text, setting.ascii)).collect()
}

fn measure(width: usize, setting: &Setting) -> Measure {
    // "Before" and "After" say what a sign would.
    Measure { width: width.max(4), ascii: setting.ascii, unsigned: true }
}

fn ink(setting: &Setting) -> Ink {
    Ink::plain(setting.color)
}
