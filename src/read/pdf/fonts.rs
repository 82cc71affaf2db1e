//! What the fonts of a page are: their weight, and whether pdf-extract measures them truly.

use pdf_extract::{Dictionary, Document, Object};
use std::collections::HashMap;

/// What is known of a font.
#[derive(Debug, Clone, Copy)]
pub struct Font {
    pub bold: bool,
    /// What pdf-extract gets wrong about it, in words.
    pub fault: Option<&'static str>,
}

/// The fonts seen so far in one document, by where they are in memory: a page chooses the same few
/// a thousand times, and the pages share them.
#[derive(Debug, Default)]
pub struct Fonts(HashMap<*const Dictionary, Font>);

impl Fonts {
    /// Looks a font up, or at it.
    pub fn of(&mut self, document: &Document, font: &Dictionary) -> Font {
        let look = || Font { bold: is_bold(document, font), fault: fault(document, font) };
        *self.0.entry(std::ptr::from_ref(font)).or_insert_with(look)
    }
}

/// Told by the font's name, as PDF/A and Word write it: `TimesNewRomanPS-BoldMT`, `ABCDEF+Arial,Bold`.
fn is_bold(document: &Document, font: &Dictionary) -> bool {
    let name = font.get_deref(b"BaseFont", document).and_then(Object::as_name);
    name.is_ok_and(|name| is_bold_name(&String::from_utf8_lossy(name)))
}

/// The same for a name that is known.
pub fn is_bold_name(name: &str) -> bool {
    let name = name.to_lowercase();
    ["bold", "black", "heavy", "demi"].iter().any(|weight| name.contains(weight))
}

/// The fault on which pdf-extract would run out of memory.
pub const WIDE_CODES: &str = "a font with codes of four bytes";

/// What pdf-extract gets wrong about a font, in words.
fn fault(document: &Document, font: &Dictionary) -> Option<&'static str> {
    let name = |dictionary: &Dictionary, key: &[u8]| {
        let name = dictionary.get_deref(key, document).and_then(Object::as_name).ok();
        name.map(<[u8]>::to_vec)
    };
    if let Ok(names) = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream) {
        let content = names.decompressed_content().unwrap_or_else(|_| names.content.clone());
        if has_wide_codes(&content) {
            return Some(WIDE_CODES);
        }
    }
    match name(font, b"Subtype").as_deref() {
        Some(b"Type0") => {}
        Some(b"Type3") => return Some("a font of drawings"),
        Some(b"Type1" | b"TrueType" | b"MMType1") => return None,
        _ => return Some("a font of unknown kind"),
    }
    if !matches!(name(font, b"Encoding").as_deref(), Some(b"Identity-H")) {
        return Some("a font with an unusual encoding");
    }
    if font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).is_err() {
        return Some("a font that does not name its characters");
    }
    let inner = font
        .get_deref(b"DescendantFonts", document)
        .and_then(Object::as_array)
        .ok()
        .and_then(|fonts| document.dereference(fonts.first()?).ok()?.1.as_dict().ok());
    let Some(inner) = inner else { return Some("a font without its second half") };
    let widths = inner.get_deref(b"W", document).and_then(Object::as_array).ok();
    widths.is_some_and(|widths| has_ranges(document, widths)).then_some("widths given by range")
}

/// True where a table of characters speaks of codes longer than two bytes. pdf-extract counts
/// through each range that such a table gives: `<00000000> <ffffffff>` would fill any memory.
fn has_wide_codes(table: &[u8]) -> bool {
    let mut wide_before = false;
    for piece in table.split(|byte| *byte == b'<').skip(1) {
        let Some(end) = piece.iter().position(|byte| *byte == b'>') else { continue };
        let wide = piece[..end].iter().filter(|byte| byte.is_ascii_hexdigit()).count() > 4;
        // A code alone may stand for several characters; two in a row are the ends of a range.
        if wide && wide_before {
            return true;
        }
        wide_before = wide && piece[end + 1..].iter().all(u8::is_ascii_whitespace);
    }
    false
}

/// `first last width`, which pdf-extract misreads, beside `first [width width …]`.
fn has_ranges(document: &Document, widths: &[Object]) -> bool {
    let mut at = 0;
    while at + 1 < widths.len() {
        match document.dereference(&widths[at + 1]).map(|(_, object)| object) {
            Ok(Object::Array(_)) => at += 2,
            _ => return true,
        }
    }
    false
}
