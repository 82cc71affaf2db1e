//! Rows of cells as CSV (RFC 4180), safe to open in a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, wherever it came from.
//! Such a cell gets an apostrophe before it, which a spreadsheet reads as "this is text".

use super::clean;

/// Before the first row: without it Excel reads UTF-8 as the code page of the machine.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// The line end of RFC 4180.
const LINE_END: &str = "\r\n";

/// Adds a row.
pub fn row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (at, text) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&cell(text));
    }
    out.push_str(LINE_END);
}

/// One cell: on one line, no formula, in quotation marks where it holds what separates cells.
fn cell(text: &str) -> String {
    let text = clean::one_line(text);
    let mut text = text.trim().to_owned();
    if text.starts_with(is_formula) {
        text.insert(0, '\'');
    }
    // A semicolon separates cells where the comma is the decimal sign.
    if text.contains(['"', ',', ';', '\'']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

/// Whether a cell that begins so is calculated; the wide forms are read as the others where people write
/// Chinese or Japanese.
fn is_formula(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_cells_is_quoted() {
        let mut out = String::new();
        row(&mut out, ["plain", "a,b", "the \"Group\"", "", "two\nlines"]);
        assert_eq!(out, "plain,\"a,b\",\"the \"\"Group\"\"\",,two lines\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\u{200b}=1", "＝1"] {
            let cell = cell(text);
            let inside = cell.trim_start_matches('"');
            assert!(inside.starts_with('\''), "{text:?} → {cell}");
        }
        assert_eq!(cell("A/AC.1/L.2"), "A/AC.1/L.2");
        assert_eq!(cell("9–13 May"), "9–13 May");
    }
}
