//! One file, page by page, each by the road that reads it truly.

use super::fonts::Fonts;
use super::glyphs::{Collector, Page};
use super::hayro::{self, Refusal};
use super::turn::{self, Frame};
use super::{garble, guard, inflate, lines, road};
use crate::error::ErrorKind;
use crate::read::{PageInfo, Reading, Road, SourceText};
use crate::remark::Remark;
use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::Pdf;
use pdf_extract::{Document, ObjectId, output_doc_page};
use std::cell::{OnceCell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

/// hayro keeps the content of each page that it read; together they may be this many times as large
/// as one stream may be.
const CONTENT_OF_ALL: u64 = 4;

/// Reads a file on the thread that was made for it.
pub fn read(bytes: Arc<Vec<u8>>, reading: &Reading) -> Result<SourceText, ErrorKind> {
    let start = Instant::now();
    let limits = &reading.limits;
    if inflate::file_exceeds(&bytes, limits.inflated, true) {
        return Err(limits.too_large_inside());
    }
    let first = match open_first(&bytes) {
        Ok(document) => Some(document),
        Err(ErrorKind::Encrypted) => return Err(encrypted_or(&bytes)),
        // It will be repaired, so every stream is looked into.
        Err(_) if inflate::file_exceeds(&bytes, limits.inflated, false) => {
            return Err(limits.too_large_inside());
        }
        Err(_) => None,
    };
    let pdf = OnceCell::new();
    let file = File {
        bytes: &bytes,
        pages: first
            .as_ref()
            .map(|document| document.page_iter().take(limits.pages + 1).collect())
            .unwrap_or_default(),
        first: first.as_ref(),
        pdf: &pdf,
        cache: InterpreterCache::new(),
        fonts: RefCell::default(),
        reading,
    };
    let file = file.repaired()?;
    let count = file.count();
    if count > limits.pages {
        return Err(limits.too_many_pages());
    }
    let mut found = Found::default();
    found.source.wrapped = true;
    found.source.info.format = "pdf".into();
    found.source.info.pages = Some(count as u32);
    let (mut known, mut content) = (guard::Known::default(), 0);
    for index in 0..count {
        if start.elapsed() > limits.time {
            return Err(limits.too_slow());
        }
        if let (Some(document), Some(id)) = (file.first, file.pages.get(index))
            && guard::is_bomb(document, *id, limits.inflated, &mut known)
        {
            return Err(limits.too_large_inside());
        }
        found.take(index as u32 + 1, file.page(index, &mut content));
        reading.progress.tell(index as u32 + 1, count as u32);
    }
    found.finish(count)
}

/// Opens a file with lopdf, on which pdf-extract stands.
fn open_first(bytes: &[u8]) -> Result<Document, ErrorKind> {
    let broken = || ErrorKind::Damaged("it is a broken PDF".into());
    let opened = catch_unwind(|| {
        let mut document = Document::load_mem(bytes).map_err(|error| {
            let message = error.to_string().to_lowercase();
            let password = ["password", "decrypt", "encrypt"].iter().any(|word| message.contains(word));
            if password { ErrorKind::Encrypted } else { broken() }
        })?;
        if document.is_encrypted() && document.decrypt("").is_err() {
            return Err(ErrorKind::Encrypted);
        }
        Ok(document)
    });
    opened.unwrap_or_else(|_| Err(broken()))
}

/// The second opinion on a file that lopdf calls encrypted: a damaged one is called so, too.
fn encrypted_or(bytes: &Arc<Vec<u8>>) -> ErrorKind {
    match catch_unwind(AssertUnwindSafe(|| hayro::open(bytes.clone()))) {
        Ok(Err(Refusal::Broken)) | Err(_) => ErrorKind::Damaged("it is a broken PDF".into()),
        Ok(_) => ErrorKind::Encrypted,
    }
}

/// A file, open on one road or both.
struct File<'a> {
    bytes: &'a Arc<Vec<u8>>,
    /// The pages as lopdf sees them.
    pages: Vec<ObjectId>,
    /// `None` where lopdf cannot open it or sees no pages.
    first: Option<&'a Document>,
    /// Opened by hayro when a page first needs it.
    pdf: &'a OnceCell<Option<Pdf>>,
    cache: InterpreterCache<'a>,
    fonts: RefCell<Fonts>,
    reading: &'a Reading,
}

/// One page with how it was read.
struct Read {
    page: Page,
    frame: Frame,
    road: Road,
    why: String,
}

impl<'a> File<'a> {
    /// Leaves lopdf's view of the file where it is plainly wrong.
    fn repaired(mut self) -> Result<Self, ErrorKind> {
        if self.pages.is_empty() {
            let pdf = self.second().filter(|pdf| !pdf.pages().is_empty());
            if pdf.is_none() {
                let why = if self.first.is_some() { "the PDF has no pages" } else { "it is a broken PDF" };
                return Err(ErrorKind::Damaged(why.into()));
            }
            self.first = None;
        }
        Ok(self)
    }

    fn count(&self) -> usize {
        match self.first {
            Some(_) => self.pages.len(),
            None => self.second().map_or(0, |pdf| pdf.pages().len()),
        }
    }

    fn second(&self) -> Option<&'a Pdf> {
        let open = || catch_unwind(AssertUnwindSafe(|| hayro::open(self.bytes.clone()))).ok()?.ok();
        self.pdf.get_or_init(open).as_ref()
    }

    /// One page by the road that suits it; the error says in words why it cannot be read.
    fn page(&self, index: usize, content: &mut u64) -> Result<Read, String> {
        let wanted = self.reading.road;
        let Some((document, id)) = self.first.zip(self.pages.get(index).copied()) else {
            return self.by_hayro(index, None, "the file had to be repaired", content);
        };
        let limits = &self.reading.limits;
        let survey = catch_unwind(AssertUnwindSafe(|| {
            road::survey(document, id, limits, &mut self.fonts.borrow_mut())
        }));
        let survey = match survey {
            Ok(survey) => survey?,
            Err(_) => return self.by_hayro(index, None, "its content is damaged", content),
        };
        let fault = survey.fault.filter(|_| wanted != Some(Road::PdfExtract) || survey.never);
        let must = wanted == Some(Road::PdfExtract);
        let doubt = match fault {
            Some(why) => why,
            None if wanted == Some(Road::Hayro) => "as asked",
            None => match by_pdf_extract(document, index, &survey) {
                Ok(page) if page.unreadable == 0 || must => {
                    let frame = survey.frame;
                    return Ok(Read { page, frame, road: Road::PdfExtract, why: String::new() });
                }
                Ok(page) => {
                    // Both may be short of some characters: the one that names more of them is right.
                    let other = self.by_hayro(index, Some(&survey), "characters without a name", content);
                    return match other {
                        Ok(other) if other.page.unreadable < page.unreadable => Ok(other),
                        _ => {
                            let frame = survey.frame;
                            Ok(Read { page, frame, road: Road::PdfExtract, why: String::new() })
                        }
                    };
                }
                Err(why) => why,
            },
        };
        let read = self.by_hayro(index, Some(&survey), doubt, content);
        match read {
            // Nothing at all, although strings are shown: what the other sees is better than silence.
            Ok(Read { page, .. }) if page.is_blank() && !survey.strings.is_empty() && !survey.never => {
                let first = by_pdf_extract(document, index, &survey);
                let why = "hayro found nothing on it".to_owned();
                Ok(match first.ok().filter(|first| !first.is_blank()) {
                    Some(first) => {
                        let page = Page { has_image: page.has_image, ..first };
                        Read { page, frame: survey.frame, road: Road::PdfExtract, why }
                    }
                    None => Read { page, frame: survey.frame, road: Road::Hayro, why: doubt.to_owned() },
                })
            }
            read => read,
        }
    }

    fn by_hayro(
        &self,
        index: usize,
        survey: Option<&road::Survey>,
        why: &str,
        content: &mut u64,
    ) -> Result<Read, String> {
        let limits = &self.reading.limits;
        let failed = || "the PDF reader failed on it".to_owned();
        let pdf = self.second().ok_or_else(failed)?;
        let source = pdf.pages().get(index).ok_or("it is not where the file says")?;
        let drawn = catch_unwind(AssertUnwindSafe(|| {
            // With lopdf's view of the file this was measured before.
            if self.first.is_none() && hayro::content_size(source) > limits.inflated {
                return Err(format!(
                    "its content unfolds to more than {} MiB (--max-inflated)",
                    limits.inflated >> 20
                ));
            }
            let bytes = source.page_stream().unwrap_or_default();
            *content += bytes.len() as u64;
            if road::operations(bytes) > limits.operations {
                return Err(format!(
                    "it holds more than {} operations (--max-operations)",
                    limits.operations
                ));
            }
            if *content > CONTENT_OF_ALL * limits.inflated {
                return Err("the pages before it took all the memory that is allowed".to_owned());
            }
            Ok(hayro::page(source, &self.cache))
        }));
        let mut page = drawn.map_err(|panic| match panic.is::<hayro::Overfull>() {
            true => "it holds more characters than any page".to_owned(),
            false => failed(),
        })??;
        if let Some(survey) = survey {
            page.apply_fonts(&survey.shows);
        }
        Ok(Read { page, frame: hayro::frame(source), road: Road::Hayro, why: why.to_owned() })
    }
}

/// A page by pdf-extract. Half a page is worse than none: the error leads to the second road.
fn by_pdf_extract(document: &Document, index: usize, survey: &road::Survey) -> Result<Page, &'static str> {
    let mut collector = Collector::new(survey.frame);
    let number = index as u32 + 1;
    let outcome = catch_unwind(AssertUnwindSafe(|| output_doc_page(document, &mut collector, number)));
    let mut page = collector.page();
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(_)) => return Err("pdf-extract refuses it"),
        Err(_) => return Err("pdf-extract fails on it"),
    }
    if page.runs != survey.strings.len() || page.overfull {
        return Err("pdf-extract lost text of it");
    }
    page.apply_fonts(&survey.strings);
    Ok(page)
}

/// What has been read so far.
#[derive(Default)]
struct Found {
    source: SourceText,
    /// Pages that are only a picture.
    silent: Vec<u32>,
    /// Pages whose text is none, and why.
    garbled: Vec<(u32, String)>,
}

impl Found {
    fn take(&mut self, number: u32, read: Result<Read, String>) {
        let Read { page, frame, road, why } = match read {
            Ok(read) => read,
            Err(why) => {
                self.source.pages.push(PageInfo { number, road: None, why: why.clone() });
                let message = format!("page {number} was not read: {why}");
                self.source.remarks.push(
                    Remark::new("page-not-read", format!("page {number}"), message)
                        .hinted("print the file to a new PDF from a viewer and try again"),
                );
                return;
            }
        };
        self.source.pages.push(PageInfo { number, road: Some(road), why });
        let lost = page.unreadable;
        if page.mended {
            let message = format!("page {number}: parts of it are damaged and were left out");
            self.source.remarks.push(
                Remark::new("page-damaged", format!("page {number}"), message)
                    .hinted("words may be missing; get another copy of the file"),
            );
        }
        if page.is_blank() {
            if page.has_image {
                self.silent.push(number);
            }
        } else if let Some(why) = garble::garbled(&page) {
            self.garbled.push((number, why));
        } else {
            if lost > 0 {
                let message = format!("page {number}: {lost} characters cannot be read");
                self.source.remarks.push(
                    Remark::new("characters-lost", format!("page {number}"), message)
                        .hinted("look at the page; the file does not say what they are"),
                );
            }
            self.source.lines.extend(lines::of_page(turn::upright(page, &frame), number));
        }
    }

    fn finish(mut self, count: usize) -> Result<SourceText, ErrorKind> {
        if self.source.lines.is_empty() {
            return Err(if let Some((_, why)) = self.garbled.first() {
                ErrorKind::Garbled(why.clone())
            } else if !self.silent.is_empty() {
                ErrorKind::NoTextLayer(count)
            } else {
                match self.source.remarks.first() {
                    Some(remark) => ErrorKind::Damaged(remark.message.clone()),
                    None => ErrorKind::Empty,
                }
            });
        }
        for page in self.silent {
            self.source.remarks.push(
                Remark::new(
                    "no-text-layer",
                    format!("page {page}"),
                    format!("page {page} has no text layer"),
                )
                .hinted("run an OCR tool such as ocrmypdf first"),
            );
        }
        for (page, why) in self.garbled {
            let message = format!("page {page} was left out: its text cannot be read, {why}");
            self.source.remarks.push(
                Remark::new("garbled-text", format!("page {page}"), message)
                    .hinted("run an OCR tool that replaces the text, such as ocrmypdf --force-ocr"),
            );
        }
        Ok(self.source)
    }
}
