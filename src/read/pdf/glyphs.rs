//! The seam: a page is positioned glyphs, whichever library found them.

use super::turn::{Direction, Frame};
use crate::read::inline;
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Type smaller than this, in points, is a spacer of the word processor and not meant to be read.
const SMALLEST_TYPE: f64 = 2.0;

/// More glyphs than this no sheet of paper holds; past it a page only eats the memory.
const MOST_GLYPHS: usize = 300_000;

/// One glyph: a character (or several, for a ligature) at a place.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub text: String,
    /// Left edge, points from the left of the page.
    pub x: f64,
    /// Baseline, points from the top of the page.
    pub y: f64,
    /// Where it stands on the page as shown, from the left, also after type was turned upright.
    pub shown_x: f64,
    /// Advance width in points.
    pub width: f64,
    /// Size of type in points.
    pub size: f64,
    pub bold: bool,
    /// Its place in the content stream.
    pub order: usize,
    /// Where the type runs to.
    pub direction: Direction,
    /// Index of the shown string (pdf-extract) or showing operator (hayro) that it belongs to.
    run: usize,
}

impl Glyph {
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c.is_control())
    }
}

/// A glyph as a library tells of it, in the page's own units.
pub struct Drawn<'a> {
    pub text: &'a str,
    /// Where its baseline begins.
    pub origin: (f64, f64),
    /// Where the type runs to, of any length.
    pub along: (f64, f64),
    pub width: f64,
    pub size: f64,
    pub bold: bool,
}

/// The glyphs of a page, in the order of the content stream.
#[derive(Debug, Default)]
pub struct Page {
    pub glyphs: Vec<Glyph>,
    /// Height of the page in points.
    pub height: f64,
    pub has_image: bool,
    /// Glyphs of which the file does not say what character they are.
    pub unreadable: usize,
    /// Those of them that a library says nothing at all for.
    pub unsaid: usize,
    /// Shown strings (pdf-extract) or showing operators (hayro).
    pub runs: usize,
    /// Parts of its content were damaged and cut out.
    pub mended: bool,
    /// More glyphs than [`MOST_GLYPHS`] were drawn.
    pub overfull: bool,
}

impl Page {
    /// True where nothing on it can be read.
    pub fn is_blank(&self) -> bool {
        self.glyphs.iter().all(Glyph::is_blank)
    }

    /// A new string begins.
    pub fn begin_run(&mut self) {
        self.runs += 1;
    }

    /// Takes a glyph up.
    pub fn push(&mut self, frame: &Frame, drawn: &Drawn<'_>) {
        let Drawn { text, origin, along, width, size, bold } = *drawn;
        let numbers = [origin.0, origin.1, along.0, along.1, width, size];
        if numbers.iter().any(|number| !number.is_finite()) || size < SMALLEST_TYPE {
            return;
        }
        if self.glyphs.len() >= MOST_GLYPHS {
            self.overfull = true;
            return;
        }
        // pdf-extract says nothing at all for a character that it does not know.
        if text.is_empty() || text.chars().any(|c| c == '\u{fffd}' || c == '\0') {
            self.unreadable += 1;
        }
        if text.is_empty() {
            self.unsaid += 1;
            return;
        }
        let text = text.chars().map(|c| inline::ligature(c).map_or(c.to_string(), str::to_owned)).collect();
        let (x, y) = frame.place(origin.0, origin.1);
        self.glyphs.push(Glyph {
            text,
            x,
            y,
            shown_x: x,
            width,
            size,
            bold,
            order: self.glyphs.len(),
            direction: frame.direction(along.0, along.1),
            run: self.runs.saturating_sub(1),
        });
    }

    /// Marks the bold glyphs by what the names of the fonts say; without effect where the walk over
    /// the content counted other runs than the library drew.
    pub fn apply_fonts(&mut self, bold: &[bool]) {
        if bold.len() == self.runs {
            for glyph in &mut self.glyphs {
                glyph.bold = bold[glyph.run];
            }
        }
    }
}

/// Receives what pdf-extract draws.
#[derive(Debug)]
pub struct Collector {
    page: Page,
    frame: Frame,
}

impl Collector {
    pub fn new(frame: Frame) -> Collector {
        Collector { page: Page { height: frame.height(), ..Page::default() }, frame }
    }

    pub fn page(self) -> Page {
        self.page
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        _media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
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
        // A negative size turns the type round; some producers turn it back by the matrix.
        let sign = font_size.signum();
        let size = font_size.abs() * place.m21.hypot(place.m22);
        let width = width * font_size.abs() * across;
        let along = (sign * place.m11, sign * place.m12);
        let origin = (place.m31, place.m32);
        self.page.push(&self.frame, &Drawn { text, origin, along, width, size, bold: false });
        // The only way to say stop.
        if self.page.overfull { Err(OutputError::FormatError(std::fmt::Error)) } else { Ok(()) }
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.page.begin_run();
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
