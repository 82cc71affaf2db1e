//! A [`Table`] as ruled lines; on a narrow screen, as one short list for each row.

use super::palette::{Ink, paint};
use super::terminal::Setting;
use super::view::{Role, Table, plain};
use super::wrap::{Measure, columns, shown, wrap};
use comfy_table::{ColumnConstraint, ContentArrangement, TableComponent, Width};

/// Below this width four columns are four columns of single words.
const NARROW: usize = 60;

/// Sets a table, two blanks from the left edge.
pub fn render(table: &Table, setting: &Setting) -> String {
    if setting.width < NARROW { stacked(table, setting) } else { ruled(table, setting) }
}

fn ruled(table: &Table, setting: &Setting) -> String {
    let rule = if setting.ascii { '-' } else { '─' };
    let mut sheet = comfy_table::Table::new();
    sheet.load_preset(comfy_table::presets::NOTHING);
    for part in [
        TableComponent::HeaderLines,
        TableComponent::MiddleHeaderIntersections,
        TableComponent::BottomBorder,
        TableComponent::BottomBorderIntersections,
    ] {
        sheet.set_style(part, rule);
    }
    sheet.set_content_arrangement(ContentArrangement::DynamicFullWidth);
    sheet.set_width((setting.width - 2) as u16);
    let show = |cell: &String| shown(cell, setting.ascii);
    sheet.set_header(table.columns.iter().map(show));
    for row in &table.rows {
        sheet.add_row(row.iter().map(show));
    }
    let widest = (setting.width - 2) / table.columns.len().max(1);
    for (index, column) in sheet.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        let words = table.rows.iter().flat_map(|row| row[index].split_whitespace());
        let longest = words.map(|word| columns(&shown(word, setting.ascii))).max().unwrap_or(0);
        // A symbol is one word; broken, it cannot be searched for.
        column
            .set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed((longest.min(widest) + 2) as u16)));
    }
    let mut out = String::new();
    for (index, line) in sheet.lines().enumerate() {
        let line = line.trim_end();
        let role = match index {
            0 => Role::Label,
            _ if line.starts_with(rule) && line.chars().all(|character| character == rule) => Role::Muted,
            _ => Role::Equal,
        };
        out += &format!("  {}\n", paint(line, role, Ink::full(setting.color)));
    }
    out
}

/// ```text
///   meeting ordinal, ¶16
///     Before  ___ meeting
///     After   10th meeting
/// ```
fn stacked(table: &Table, setting: &Setting) -> String {
    let show = |text: &str| shown(text, setting.ascii);
    let names: Vec<String> = table.columns.iter().skip(2).map(|name| show(name)).collect();
    let indent = names.iter().map(|name| columns(name)).max().unwrap_or(0) + 6;
    let set = |text: String, indent: usize, role: Role| -> Vec<String> {
        let width = setting.width.saturating_sub(indent).max(8);
        let mut runs = plain(text);
        runs[0].role = role;
        wrap(&runs, Measure { width, ascii: setting.ascii, unsigned: true })
            .iter()
            .map(|line| line.paint(Ink::full(setting.color)))
            .collect()
    };
    let mut out = String::new();
    for row in &table.rows {
        let title = row.iter().take(2).map(String::as_str).collect::<Vec<_>>().join(", ").replace('\n', ", ");
        for line in set(title, 2, Role::Label) {
            out += &format!("  {line}\n");
        }
        for (name, cell) in names.iter().zip(row.iter().skip(2)) {
            for (index, line) in set(cell.clone(), indent, Role::Equal).into_iter().enumerate() {
                let name = if index == 0 { name.as_str() } else { "" };
                out += &format!("    {name}{:pad$}{line}\n", "", pad = indent - 4 - columns(name));
            }
        }
    }
    out
}
