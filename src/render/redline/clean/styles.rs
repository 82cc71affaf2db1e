//! The styles of a clean document, and the form of what is put into one.

use super::super::ink::{Ink, put_in_order};
use super::super::parts;
use super::super::template::{Template, is_annex};
use crate::read::docx::tree::{Element, Piece};
use crate::report::{Node, NodeKind, Report};

/// Width of the text, in twentieths of a point.
pub(super) const WIDTH: usize = 9840;

/// The style of a node's paragraph.
pub(super) fn style(node: &Node) -> &'static str {
    let own = node.id.rsplit('.').next().unwrap_or_default();
    match node.kind {
        NodeKind::Masthead => match own {
            "symbol" => "MastSymbol",
            "organ" => "MastOrgan",
            "distr" | "lang" => "MastRight",
            "body" => "MastBody",
            "title" => "Title",
            "by" => "ByLine",
            _ => "MastLine",
        },
        NodeKind::Heading if own == "title" => "H1",
        NodeKind::Heading if is_annex(node) => "HNo",
        NodeKind::Heading if node.number.as_ref().is_some_and(|number| number.contains(' ')) => "HNo",
        NodeKind::Heading => match node.id.rsplit('h').next().unwrap_or_default().matches('.').count() {
            0 if node.number.is_some() => "HCh",
            1 => "H1",
            _ => "H2",
        },
        NodeKind::Item => match depth(node) {
            0 | 1 => "Item1",
            2 => "Item2",
            _ => "Item3",
        },
        NodeKind::Footnote => "FootnoteText",
        NodeKind::TableRow => "Cell",
        NodeKind::Paragraph | NodeKind::Unnumbered => "SingleTxt",
    }
}

/// True for a heading without a label.
pub(super) fn is_bare_title(node: &Node) -> bool {
    let style = style(node);
    node.kind == NodeKind::Heading && node.number.is_none() && style.starts_with('H') && style != "HNo"
}

/// Without a label a title stands where others have theirs.
pub(super) fn title_indent(ink: &Ink) -> Element {
    ink.element("ind", "w:left=\"1267\" w:right=\"1267\" w:firstLine=\"0\"")
}

/// True for an item that a bullet stands before.
pub(super) fn has_bullet(report: &Report, node: &Node) -> bool {
    node.kind == NodeKind::Item && node.number.is_none() && report.is_bulleted(node)
}

/// How deep an item stands: `p7.5.a` is two deep.
fn depth(node: &Node) -> usize {
    let parts = node.id.split('.').skip_while(|part| part.starts_with(['a', 'd', 'h'])).count();
    parts.saturating_sub(1)
}

/// An empty table with lines between its rows.
pub(in super::super) fn table_shell(ink: &Ink, columns: usize) -> Element {
    let prefix = &ink.prefix;
    let size = |local: &str, width: usize| {
        ink.element(local, &format!("{prefix}w=\"{width}\" {prefix}type=\"dxa\""))
    };
    let line = |local: &str| {
        ink.element(
            local,
            &format!("{prefix}val=\"single\" {prefix}sz=\"4\" {prefix}space=\"0\" {prefix}color=\"auto\""),
        )
    };
    let own = ink.element("tblPr", "").with([
        size("tblW", WIDTH),
        ink.element("tblBorders", "").with(["top", "bottom", "insideH"].map(line)),
        ink.element("tblLayout", &format!("{prefix}type=\"fixed\"")),
    ]);
    let width = WIDTH / columns.max(1);
    let grid = (0..columns.max(1)).map(|_| ink.element("gridCol", &format!("{prefix}w=\"{width}\"")));
    ink.element("tbl", "").with([own, ink.element("tblGrid", "").with(grid)])
}

/// An empty row.
pub(in super::super) fn row_shell(ink: &Ink, columns: usize) -> Element {
    let prefix = &ink.prefix;
    let width = WIDTH / columns.max(1);
    let cell = || {
        let size = ink.element("tcW", &format!("{prefix}w=\"{width}\" {prefix}type=\"dxa\""));
        ink.element("tc", "").with([ink.element("tcPr", "").with([size]), ink.element("p", "")])
    };
    ink.element("tr", "").with((0..columns.max(1)).map(|_| cell()))
}

/// The form of a node in a clean document.
pub(in super::super) fn form(report: &Report, node: &Node, ink: &Ink) -> Template {
    let mut own = ink.element("pPr", "").with([ink.value("pStyle", style(node))]);
    if is_bare_title(node) {
        put_in_order(&mut own, title_indent(ink));
    }
    if has_bullet(report, node) {
        put_in_order(&mut own, parts::bullet(ink));
    }
    // The number of a heading stands between two tabs.
    let label =
        (node.kind == NodeKind::Heading && !is_annex(node)).then(|| ("\t#.\t".to_owned(), "#".to_owned()));
    Template { properties: Some(own), label, ..Template::default() }
}

/// Gives a new paragraph a form of its own, where OLD has none of its kind.
pub(in super::super) fn dress(template: &mut Template, node: &Node, ink: &Ink) {
    let prefix = &ink.prefix;
    let own = template.properties.get_or_insert_with(|| ink.element("pPr", ""));
    match node.kind {
        NodeKind::Heading => {
            own.remove("keepNext");
            put_in_order(own, ink.element("keepNext", ""));
            let look = template.look.get_or_insert_with(|| ink.element("rPr", ""));
            if look.child("b").is_none() {
                let bold = Piece::Element(ink.element("b", ""));
                let at = look.children.iter().take_while(|piece| matches!(piece, Piece::Element(one) if matches!(one.local(), "rStyle" | "rFonts"))).count();
                look.children.insert(at, bold);
            }
        }
        NodeKind::Item => {
            let left = 1742 + 476 * depth(node);
            own.remove("ind");
            put_in_order(
                own,
                ink.element("ind", &format!("{prefix}left=\"{left}\" {prefix}hanging=\"476\"")),
            );
        }
        _ => {}
    }
}
