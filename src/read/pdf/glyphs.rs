//! Collects the positioned glyphs of one page.

use crate::read::inline;
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Type smaller than this, in points, is a spacer of the word processor and not meant to be read.
const SMALLEST_TYPE: f64 = 2.0;

/// One glyph: a character (or several, for a ligature) at a place.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub text: String,
    /// Left edge, points from the left of the page.
    pub x: f64,
    /// Baseline, points from the top of the page.
    pub y: f64,
    /// Advance width in points.
    pub width: f64,
    /// Size of type in points.
    pub size: f64,
    pub bold: bool,
    /// Its place in the content stream.
    pub order: usize,
    /// Index of the shown string that it belongs to.
    run: usize,
}

impl Glyph {
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c.is_control())
    }
}

/// The glyphs of a page, in the order of the content stream.
#[derive(Debug, Default)]
pub struct Page {
    pub glyphs: Vec<Glyph>,
    /// Height of the page in points.
    pub height: f64,
    pub has_image: bool,
    runs: usize,
}

impl Page {
    /// Marks the bold glyphs; without effect where the two walks over the content disagree.
    pub fn apply_fonts(&mut self, bold: &Option<Vec<bool>>) {
        let Some(bold) = bold.as_ref().filter(|bold| bold.len() == self.runs) else { return };
        for glyph in &mut self.glyphs {
            glyph.bold = bold[glyph.run];
        }
    }
}

/// Receives what pdf-extract draws.
#[derive(Debug, Default)]
pub struct Collector {
    page: Page,
    top: f64,
}

impl Collector {
    pub fn page(self) -> Page {
        self.page
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.top = media_box.ury;
        self.page.height = media_box.ury - media_box.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let across = place.m11.hypot(place.m12);
        let size = font_size * place.m21.hypot(place.m22);
        let finite = place.m31.is_finite() && place.m32.is_finite() && size.is_finite() && width.is_finite();
        if !finite || size < SMALLEST_TYPE || text.is_empty() {
            return Ok(());
        }
        let text = text.chars().map(|c| inline::ligature(c).map_or(c.to_string(), str::to_owned)).collect();
        self.page.glyphs.push(Glyph {
            text,
            x: place.m31,
            y: self.top - place.m32,
            width: width * font_size * across,
            size,
            bold: false,
            order: self.page.glyphs.len(),
            run: self.page.runs.saturating_sub(1),
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.page.runs += 1;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
