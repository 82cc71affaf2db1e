//! DOCX → lines: each paragraph and each row of a table is one line, with the number that Word
//! would print in front of it.
//!
//! 1. `package` opens the ZIP archive, under limits; `xml` makes trees of its parts.
//! 2. `styles` and `numbering` know what a paragraph inherits and how lists count.
//! 3. `body` walks through paragraphs, `table` through rows, `run` through what stands in them;
//!    `text` puts the characters together.
//! 4. `notes` brings the text of footnotes and endnotes behind the body.
//!
//! A document that is to be changed and written again is opened as a [`draft::Draft`], with its parts as
//! [`tree`]s that keep everything.

mod body;
pub mod draft;
mod notes;
mod numbering;
mod package;
mod resolve;
mod run;
mod styles;
mod symbol;
mod table;
mod text;
pub mod tree;
mod xml;

use super::{Line, Reading, SourceText, Tracked};
use crate::error::ErrorKind;
use crate::remark::Remark;
use body::Body;
use notes::Calls;
use numbering::Numbering;
use package::Package;
use styles::Styles;
use xml::Element;

/// Reads a document; `tracked` says which version of its tracked changes.
pub fn read(bytes: &[u8], reading: &Reading) -> Result<SourceText, ErrorKind> {
    read_package(&mut Package::open(bytes, reading.limits.inflated)?, reading.tracked)
}

fn read_package(package: &mut Package, tracked: Tracked) -> Result<SourceText, ErrorKind> {
    let document = package.document()?;
    let styles = Styles::of(package.related("styles")?.as_ref());
    let mut numbering = Numbering::of(package.related("numbering")?.as_ref());
    numbering.link(|style| styles.paragraph(Some(style)).list);
    let settings = package.related("settings")?;
    let footnotes = package.related("footnotes")?;
    let endnotes = package.related("endnotes")?;
    let comments = package.related("comments")?;
    let edges = package.edges()?;
    let Some(main) = document.child("body") else {
        return Err(ErrorKind::Damaged("its main part holds no text body".into()));
    };

    let calls = Calls::of(settings.as_ref(), main);
    let mut body = Body::new(&styles, numbering, calls, tracked);
    body.comments = notes::comments(comments.as_ref(), &mut body);
    let first = first_page_head(main, &edges);
    let mut lines = first.map_or_else(Vec::new, |head| body.story(head));
    // Only a masthead is text; what is repeated on each page is furniture.
    if !lines.iter().any(|line| line.text.starts_with("Distr") || line.text.contains("United Nations")) {
        lines.clear();
    }
    let taken = !lines.is_empty();
    body.base = lines.len();
    lines.extend(body.story(main));
    body.base = lines.len();
    lines.extend(body.note_lines(footnotes.as_ref(), endnotes.as_ref()));
    contents_title(&mut lines);
    let mut aside = Vec::new();
    for (_, edge) in &edges {
        if !(taken && first.is_some_and(|head| std::ptr::eq(head, edge))) {
            let what = if edge.name() == "hdr" { "running head" } else { "running foot" };
            aside.extend(body.story(edge).into_iter().map(|line| Line { aside: Some(what), ..line }));
        }
    }
    // Each section brings the same heads again.
    let mut seen = std::collections::HashSet::new();
    aside.retain(|line| seen.insert((line.aside, line.text.clone())));
    lines.append(&mut aside);
    lines.retain(|line| !line.text.is_empty());

    let mut source = SourceText { lines, remarks: remarks(body), ..SourceText::default() };
    source.info.format = "docx".into();
    Ok(source)
}

/// The header of the first page, where the document has one of its own: some offices set the masthead there.
fn first_page_head<'a>(main: &Element, edges: &'a [(String, Element)]) -> Option<&'a Element> {
    let inside = main.elements().filter_map(|element| match element.name() {
        "sectPr" => Some(element),
        "p" => element.child("pPr")?.child("sectPr"),
        _ => None,
    });
    let section = inside.into_iter().next()?;
    section.switch("titlePg").filter(|on| *on)?;
    let own = |element: &&Element| {
        element.name() == "headerReference" && element.attribute("type") == Some("first")
    };
    let id = section.elements().find(own)?.attribute("id")?;
    edges.iter().find(|(other, _)| other == id).map(|(_, edge)| edge)
}

/// "Contents" above a table of contents belongs to it.
fn contents_title(lines: &mut [Line]) {
    let Some(first) = lines.iter().position(|line| line.aside == Some("contents")) else { return };
    let is_title =
        |line: &Line| matches!(line.text.trim().to_lowercase().as_str(), "contents" | "table of contents");
    if let Some(title) = (first.saturating_sub(3)..first).find(|at| is_title(&lines[*at])) {
        lines[title..first].iter_mut().for_each(|line| line.aside = Some("contents"));
    }
}

fn remarks(body: Body) -> Vec<Remark> {
    let mut remarks = body.remarks;
    let (count, first) = body.hidden;
    if count > 0 {
        let first: String = first.chars().take(60).collect();
        let message = format!("{count} characters of hidden text are left out: “{}”", first.trim());
        remarks.push(Remark::new("hidden-text", "", message));
    }
    let changes = body.changes;
    if changes.insertions + changes.deletions > 0 {
        let by = if changes.authors.is_empty() {
            String::new()
        } else {
            format!(" by {}", changes.authors.join(", "))
        };
        let how = match body.tracked {
            Tracked::Accept => "as accepted",
            Tracked::Reject => "as rejected",
        };
        let message = format!(
            "the file holds {} tracked insertion(s) and {} deletion(s){by}; it was read with them {how}",
            changes.insertions, changes.deletions
        );
        remarks.insert(
            0,
            Remark::new("tracked-changes", "", message)
                .hinted("travaux diff --tracked both FILE compares the text before and after them"),
        );
    }
    remarks
}
