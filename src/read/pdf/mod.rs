//! PDF → lines, by pdf-extract's positioned glyphs; lines and words are put together here.
//!
//! pdf-extract's own text puts false spaces into letter-spaced words ("Co -Chairs"), so only its
//! glyphs are used. It panics on some damaged files: each page is read under `catch_unwind`, and
//! the whole on a thread with a large stack. What it cannot see: rotated pages, tagged text,
//! text drawn as a picture.

mod fonts;
mod glyphs;
mod guard;
mod lines;

use super::SourceText;
use crate::error::ErrorKind;
use crate::remark::Remark;
use pdf_extract::{Document, ObjectId, output_doc_page};
use std::panic::AssertUnwindSafe;

/// Deeply nested objects are read by recursion.
const STACK: usize = 64 * 1024 * 1024;

/// Reads a PDF file from memory.
pub fn read(bytes: &[u8]) -> Result<SourceText, ErrorKind> {
    guard::silence_panics();
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new()
            .name("pdf".into())
            .stack_size(STACK)
            .spawn_scoped(scope, || guard::quietly(|| read_document(bytes)))
            .map_err(ErrorKind::Io)?;
        worker.join().unwrap_or_else(|_| Err(ErrorKind::Damaged("the PDF reader failed on it".into())))
    })
}

fn read_document(bytes: &[u8]) -> Result<SourceText, ErrorKind> {
    let loaded = std::panic::catch_unwind(|| Document::load_mem(bytes));
    let mut document = match loaded {
        Ok(Ok(document)) => document,
        Ok(Err(error)) if is_password(&error.to_string()) => return Err(ErrorKind::Encrypted),
        Ok(Err(error)) => return Err(ErrorKind::Damaged(format!("it is a broken PDF ({error})"))),
        Err(_) => return Err(ErrorKind::Damaged("it is a broken PDF".into())),
    };
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(ErrorKind::Encrypted);
    }
    let pages: Vec<(u32, ObjectId)> = document.get_pages().into_iter().collect();
    if pages.is_empty() {
        return Err(ErrorKind::Damaged("the PDF has no pages".into()));
    }
    let mut source = SourceText { wrapped: true, ..SourceText::default() };
    source.info.format = "pdf".into();
    source.info.pages = Some(pages.len() as u32);
    let mut silent = Vec::new();
    for (number, id) in &pages {
        match read_page(&document, *number, *id) {
            Ok(page) if page.glyphs.iter().any(|glyph| !glyph.is_blank()) => {
                source.lines.extend(lines::lines(page, *number));
            }
            Ok(page) if page.has_image => silent.push(*number),
            Ok(_) => {}
            Err(why) => source.remarks.push(
                Remark::new(
                    "page-not-read",
                    format!("page {number}"),
                    format!("page {number} was not read: {why}"),
                )
                .hinted("print the file to a new PDF from a viewer and try again"),
            ),
        }
    }
    if source.lines.is_empty() {
        return Err(if silent.is_empty() {
            match source.remarks.first() {
                Some(remark) => ErrorKind::Damaged(remark.message.clone()),
                None => ErrorKind::Empty,
            }
        } else {
            ErrorKind::NoTextLayer(pages.len())
        });
    }
    for page in silent {
        source.remarks.push(
            Remark::new("no-text-layer", format!("page {page}"), format!("page {page} has no text layer"))
                .hinted("run an OCR tool such as ocrmypdf first"),
        );
    }
    Ok(source)
}

fn is_password(message: &str) -> bool {
    let message = message.to_lowercase();
    message.contains("password") || message.contains("decrypt") || message.contains("encrypt")
}

/// One page's glyphs; the error says in words why there are none.
fn read_page(document: &Document, number: u32, id: ObjectId) -> Result<glyphs::Page, String> {
    guard::check_page(document, id)?;
    let mut collector = glyphs::Collector::default();
    let outcome =
        std::panic::catch_unwind(AssertUnwindSafe(|| output_doc_page(document, &mut collector, number)));
    let mut page = collector.page();
    page.has_image = guard::has_image(document, id);
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(error)) if page.glyphs.is_empty() => return Err(error.to_string()),
        Err(_) if page.glyphs.is_empty() => return Err("the PDF reader failed on it".into()),
        // A page that failed half-way has lost words; half a page is worse than a plain word.
        Ok(Err(_)) | Err(_) => return Err("the PDF reader failed in the middle of it".into()),
    }
    let names = std::panic::catch_unwind(AssertUnwindSafe(|| fonts::shown(document, id))).unwrap_or_default();
    page.apply_fonts(&names);
    Ok(page)
}
