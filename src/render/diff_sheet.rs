//! Rows of a comparison as CSV: the comparison table and the concordance.

use super::csv;
use crate::diff::table::{Link, Row};

/// The comparison table: one row for each part of both reports.
pub fn comparison(rows: &[Row]) -> String {
    let mut out = String::from(csv::BYTE_ORDER_MARK);
    csv::row(&mut out, ["Old ¶", "New ¶", "Status", "Old text", "New text", "Kinds of change", "Note"]);
    for row in rows {
        let (kinds, notes) = (row.kinds.join("; "), row.notes.join("; "));
        csv::row(
            &mut out,
            [&row.old, &row.new, row.status, &row.old_text, &row.new_text, &kinds, &notes]
                .map(|cell: &str| cell),
        );
    }
    out
}

/// The concordance: each number of OLD and where it stands in NEW.
pub fn concordance(links: &[Link]) -> String {
    let mut out = String::from(csv::BYTE_ORDER_MARK);
    csv::row(&mut out, ["Old ¶", "New ¶", "Old PDF page", "New PDF page", "Old id", "New id"]);
    for link in links {
        let [from, to] = link.pages.map(|page| page.map(|page| page.to_string()).unwrap_or_default());
        csv::row(
            &mut out,
            [&link.old, &link.new, &from, &to, &link.ids[0], &link.ids[1]].map(|cell| cell.as_str()),
        );
    }
    out
}
