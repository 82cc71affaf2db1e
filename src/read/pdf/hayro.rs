//! The second road: hayro-interpret draws the page on a [`Device`] that only keeps the glyphs.
//!
//! It repairs broken files, follows forms and reads every operator; it never decodes a picture
//! here, because nobody asks it for the pixels.

use super::glyphs::{Drawn, Page};
use super::mend;
use super::turn::Frame;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::object::{
    Array, Dict, MaybeRef, Number, Object, Stream, String as PdfString,
};
use hayro_interpret::hayro_syntax::page::Page as SourcePage;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Glyphs are measured in thousandths of their size.
const UNITS: f64 = 1000.0;
/// A font of this weight or more is bold: 400 is regular, 700 bold, 600 what headings often use.
const BOLD: u32 = 600;

/// Why a file could not be opened.
pub enum Refusal {
    Password,
    Broken,
}

/// Opens a file, repairing its table of objects where that is broken.
pub fn open(bytes: Arc<Vec<u8>>) -> Result<Pdf, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Password,
        LoadPdfError::Invalid => Refusal::Broken,
    })?;
    if pdf.objects().into_iter().any(|object| is_poison(&object, 0)) {
        return Err(Refusal::Broken);
    }
    Ok(pdf)
}

/// Fonts written in place stand at most this deep: page, resources, fonts, font, its inner font.
const DEEPEST: usize = 6;
/// No font has more characters than this.
const MOST_CODES: i64 = 0xffff;

/// True where widths of a font are given for more characters than there are: hayro would lay out
/// a table of them all (`/W [0 4294967295 500]`, `/FirstChar 4294967295`) and fill the memory.
fn is_poison(object: &Object<'_>, depth: usize) -> bool {
    let dictionary = match object {
        Object::Dict(dictionary) => dictionary,
        Object::Stream(stream) => stream.dict(),
        Object::Array(objects) if depth < DEEPEST => {
            return objects.raw_iter().any(|object| match object {
                MaybeRef::NotRef(object) => is_poison(&object, depth + 1),
                MaybeRef::Ref(_) => false,
            });
        }
        _ => return false,
    };
    let number = |key: &[u8]| dictionary.get::<Number>(key).map(|number| number.as_f64());
    let too_many = |number: f64| number.abs() > MOST_CODES as f64;
    let (first, last) = (number(b"FirstChar"), number(b"LastChar"));
    if first.is_some_and(too_many) || last.is_some_and(too_many) {
        return true;
    }
    // Only font dictionaries have both; elsewhere /W is a width or the layout of a table.
    if dictionary.contains_key(b"CIDSystemInfo".as_slice()) || dictionary.contains_key(b"DW".as_slice()) {
        let codes = |key: &[u8]| dictionary.get::<Array<'_>>(key);
        let wide = |codes: Array<'_>| {
            codes
                .iter::<Object<'_>>()
                .any(|code| matches!(code, Object::Number(code) if too_many(code.as_f64())))
        };
        if codes(b"W").is_some_and(wide) || codes(b"W2").is_some_and(wide) {
            return true;
        }
    }
    // What is referred to comes by itself; only what is written in place is looked into.
    depth < DEEPEST
        && dictionary.entries().any(|(_, value)| match value {
            MaybeRef::NotRef(value) => is_poison(&value, depth + 1),
            MaybeRef::Ref(_) => false,
        })
}

/// The box of a page and how it is turned.
pub fn frame(page: &SourcePage<'_>) -> Frame {
    use hayro_interpret::hayro_syntax::page::Rotation;
    let edges = page.media_box();
    let rotation = match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 90,
        Rotation::Flipped => 180,
        Rotation::FlippedHorizontal => 270,
    };
    Frame::new([edges.x0, edges.y0, edges.x1, edges.y1], rotation)
}

/// Bytes of content that the page's streams come to together. hayro puts them into one piece, and
/// a thousand references to one stream are soon written; so each is measured once.
pub fn content_size(page: &SourcePage<'_>) -> u64 {
    let Some(parts) = page.raw().get::<Array<'_>>(b"Contents") else { return 0 };
    let mut known = HashMap::new();
    let mut total: u64 = 0;
    for part in parts.raw_iter() {
        let MaybeRef::Ref(id) = part else { continue };
        let size = *known.entry((id.obj_number, id.gen_number)).or_insert_with(|| {
            let stream = page.xref().get::<Stream<'_>>(id.into());
            stream.and_then(|stream| stream.decoded_data().ok().map(|data| data.len())).unwrap_or(0)
        });
        total = total.saturating_add(size as u64);
    }
    total
}

/// The glyphs of a page. Comments and stamps in its margin are no part of the report; pdf-extract
/// leaves them out, too. Panics are the caller's to catch.
pub fn page<'a>(page: &SourcePage<'a>, cache: &InterpreterCache<'a>) -> Page {
    let frame = frame(page);
    let settings = InterpreterSettings::default();
    let everything = Rect::new(-1e6, -1e6, 1e6, 1e6);
    let mut context = Context::new(Affine::IDENTITY, everything, cache, page.xref(), settings);
    let mut device =
        Collector { page: Page { height: frame.height(), ..Page::default() }, frame, ..Default::default() };
    let content = page.page_stream().unwrap_or_default();
    let mended = mend::mended(content);
    device.page.mended = mended.is_some();
    let operations = TypedIter::new(mended.as_deref().unwrap_or(content));
    interpret(operations, page.resources(), &mut context, &mut device);
    device.page
}

/// Receives what hayro draws.
#[derive(Default)]
struct Collector {
    page: Page,
    frame: Frame,
    /// For each open marked sequence what its glyphs stand for, where the file says so.
    marked: Vec<Option<Said>>,
    /// Where the last filled run began, and how long it was: outlined type comes twice.
    filled: Option<(Affine, usize)>,
}

/// What a panic carries where a page holds more characters than any page.
pub struct Overfull;

/// Text that stands for the glyphs of a marked sequence (`/ActualText`): hyphens at line ends,
/// ligatures, letters drawn as pictures.
struct Said {
    text: String,
    /// Index of the glyph that carries it, once drawn.
    at: Option<usize>,
}

impl Collector {
    fn glyph(&mut self, glyph: &Glyph<'_>, place: Affine, bold: bool) {
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let advance = f64::from(advance.unwrap_or(0.5 * UNITS as f32));
        let coefficients = place.as_coeffs();
        let origin = place * Point::ZERO;
        let along = (coefficients[0], coefficients[1]);
        let width = advance.abs() * along.0.hypot(along.1);
        let size = UNITS * coefficients[2].hypot(coefficients[3]);
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(characters)) => characters,
            None if glyph.char_code() == 32 => " ".to_owned(),
            None => '\u{fffd}'.to_string(),
        };
        let text = match self.marked.iter_mut().rev().find_map(Option::as_mut) {
            // The first glyph says it all, the others only make it wider.
            Some(said) => match said.at {
                None => {
                    said.at = Some(self.page.glyphs.len());
                    said.text.clone()
                }
                Some(at) => {
                    if let Some(first) = self.page.glyphs.get_mut(at) {
                        first.width += width;
                    }
                    return;
                }
            },
            None => text,
        };
        let origin = (origin.x, origin.y);
        self.page.push(&self.frame, &Drawn { text: &text, origin, along, width, size, bold });
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let glyphs = run.glyphs();
        let Some(first) = glyphs.first() else { return };
        let start = (props.transform * first.transform(), glyphs.len());
        match mode {
            DrawMode::Stroke(_) if self.filled.take() == Some(start) => return,
            DrawMode::Fill(_) => self.filled = Some(start),
            // Invisible type is what an OCR tool lays under the picture of a page: it is kept.
            _ => self.filled = None,
        }
        self.page.begin_run();
        let bold = match &**first {
            Glyph::Outline(outline) => outline.font_data().is_some_and(|font| {
                font.weight.is_some_and(|weight| weight >= BOLD)
                    || font.postscript_name.as_deref().is_some_and(super::fonts::is_bold_name)
            }),
            Glyph::Type3(_) => false,
        };
        if self.page.overfull {
            // hayro cannot be told to stop; unwinding leaves it, without a word from the panic hook.
            std::panic::resume_unwind(Box::new(Overfull));
        }
        for glyph in glyphs {
            self.glyph(glyph, props.transform * glyph.transform(), bold);
        }
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let said = properties.and_then(|properties| properties.get::<PdfString<'_>>(b"ActualText"));
        self.marked.push(said.map(|said| Said { text: text_string(said.as_bytes()), at: None }));
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.page.has_image = true;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
}

/// A text string of PDF: UTF-16 or UTF-8 with a mark at its head, else nearly Latin-1.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
