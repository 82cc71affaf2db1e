//! Bytes → [`SourceText`]: lines with their pages and places. The only stage that opens files.
//!
//! A new format is a new file with a `read(&[u8]) -> Result<…>` and one line in [`read_bytes`].

mod decode;
pub mod docx;
mod inline;
pub mod limits;
mod pdf;
mod text;

use crate::error::{Error, ErrorKind};
use crate::remark::Remark;
use crate::report::SourceInfo;
use limits::{Limits, Progress};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;

/// How a file is to be read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What it may cost.
    pub limits: Limits,
    /// Reads every page of a PDF by this road, where it can be; `None` chooses for each page.
    pub road: Option<Road>,
    /// Which version of tracked changes is read.
    pub tracked: Tracked,
    /// Told of each page.
    pub progress: Progress,
}

/// The libraries that read pages of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Road {
    /// pdf-extract, which leads.
    PdfExtract,
    /// hayro-interpret, for what pdf-extract is known to read wrongly and for broken files.
    Hayro,
}

impl Road {
    /// The name of the library.
    pub fn name(self) -> &'static str {
        match self {
            Road::PdfExtract => "pdf-extract",
            Road::Hayro => "hayro",
        }
    }
}

/// How a page of a PDF was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageInfo {
    /// From 1.
    pub number: u32,
    /// By which library; `None` where it could not be read.
    pub road: Option<Road>,
    /// Why not by the one that leads, or why not at all; empty where there is nothing to say.
    pub why: String,
}

/// What a reader found: lines in reading order, with what the format tells of their look.
#[derive(Debug, Clone, Default)]
pub struct SourceText {
    /// The file.
    pub info: SourceInfo,
    /// Every line that holds a visible character.
    pub lines: Vec<Line>,
    /// True where a line is one printed line of many that make a paragraph (PDF, wrapped text);
    /// false where it is a whole paragraph.
    pub wrapped: bool,
    /// How each page was read (PDF).
    pub pages: Vec<PageInfo>,
    /// What was odd: pages without text, bytes that were no characters.
    pub remarks: Vec<Remark>,
}

impl SourceText {
    /// True where lines have positions on a page in points (PDF), false where they are characters.
    pub fn is_printed(&self) -> bool {
        self.info.format == "pdf"
    }
}

/// One line of the source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its text without the markup of the carrier format; may be empty only where `markup` is not.
    pub text: String,
    /// The page, from 1; 0 where the format has no pages.
    pub page: u32,
    /// Where its first character stands: points from the left edge (PDF) or columns (text).
    pub left: f32,
    /// Where its last character ends, in the same unit.
    pub right: f32,
    /// Baseline in points from the top of the page (PDF); number of the line in the file, from 1 (text).
    pub top: f32,
    /// Size of type in points; 0 where unknown.
    pub size: f32,
    /// Set in bold, or marked as a heading or bold in Markdown.
    pub bold: bool,
    /// Depth of the Markdown heading, 1 to 6; 0 for none.
    pub heading: u8,
    /// A list bullet (`-`, `*`, `•`) stood before it and was taken off.
    pub bullet: bool,
    /// Blank lines (text) or a gap wider than a line (PDF) stand above it.
    pub gap: bool,
    /// Footnote calls (superscript or marked): character index in `text` before which each stood,
    /// and its sign. A call at 0 of a line that is a note is the note's own label. Where the format tells
    /// that a call repeats an earlier one, the sign says so (see [`again`]).
    pub calls: Vec<(usize, String)>,
    /// Columns: character index in `text` where a cell begins, and its left edge; the first cell
    /// (index 0) is not listed.
    pub cells: Vec<(usize, f32)>,
    /// Wide spaces that are no columns by themselves: character index after each, and its left edge.
    pub stops: Vec<(usize, f32)>,
    /// Runs up or down (or across) the page beside the text: printed in the margin.
    pub turned: bool,
    /// Markup that was taken off, so that a test can add up the source.
    pub markup: Vec<String>,
    /// A row of a table, where the format says so; `cells` are its columns.
    pub row: bool,
    /// What the line is where the format itself tells that it is no text of the report:
    /// `running head`, `running foot`, `contents`.
    pub aside: Option<&'static str>,
    /// For each character of `text` where it stands in the package (DOCX); empty for other formats.
    pub from: Vec<Origin>,
}

/// What parts the sign of a repeated call from the note that it calls.
const AGAIN: char = '\u{21a9}';

/// The sign of a call that repeats an earlier one: of the notes with this sign, the one of that index.
pub fn again(sign: &str, index: usize) -> String {
    format!("{sign}{AGAIN}{index}")
}

/// The sign of a repeated call and the index of its note among those with this sign; `None` for a first call.
pub fn called_again(sign: &str) -> Option<(&str, usize)> {
    let (sign, index) = sign.split_once(AGAIN)?;
    Some((sign, index.parse().ok()?))
}

/// Where a character of a line stands in the package that it was read from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// The number of the element that holds it, from 1; 0 for what stands nowhere: an automatic
    /// number, the blank between two cells.
    pub element: u32,
    /// Which character of that element, from 0.
    pub at: u32,
}

/// Which version is read of a document that holds tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tracked {
    /// As if all were accepted: the text after them.
    #[default]
    Accept,
    /// As if all were rejected: the text before them.
    Reject,
}

/// Reads a file; `-` reads standard input.
///
/// # Errors
/// The file cannot be opened, is empty, is of a kind that is not read, is damaged, asks for a
/// password, holds pictures of pages only, or goes past a limit.
pub fn read(path: &Path) -> Result<SourceText, Error> {
    read_with(path, &Reading::default())
}

/// Reads a file in the given way.
///
/// # Errors
/// As [`read`].
pub fn read_with(path: &Path, reading: &Reading) -> Result<SourceText, Error> {
    read_bytes_with(path, load(path, reading)?, reading)
}

/// The bytes of a file; `-` is standard input.
///
/// # Errors
/// The file cannot be opened or is larger than the limit.
pub fn load(path: &Path, reading: &Reading) -> Result<Vec<u8>, Error> {
    let io = |cause| Error::new(path, ErrorKind::Io(cause));
    let most = reading.limits.size;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(io)?;
    } else {
        let file = std::fs::File::open(path).map_err(io)?;
        if file.metadata().map_err(io)?.is_dir() {
            return Err(Error::new(path, ErrorKind::Folder));
        }
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(io)?;
    }
    if bytes.len() as u64 > most {
        return Err(Error::new(path, reading.limits.too_large()));
    }
    Ok(bytes)
}

/// Reads bytes that are already in memory; `path` only names them.
///
/// # Errors
/// As [`read`], but for opening the file.
pub fn read_bytes(path: &Path, bytes: &[u8]) -> Result<SourceText, Error> {
    read_bytes_with(path, bytes.to_vec(), &Reading::default())
}

/// Reads bytes that are already in memory in the given way; `path` only names them.
///
/// # Errors
/// As [`read`], but for opening the file.
pub fn read_bytes_with(path: &Path, bytes: Vec<u8>, reading: &Reading) -> Result<SourceText, Error> {
    let error = |kind| Error::new(path, kind);
    if bytes.is_empty() {
        return Err(error(ErrorKind::Empty));
    }
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut source = match Carrier::of(&bytes) {
        Carrier::Pdf => pdf::read(bytes, reading).map_err(error)?,
        Carrier::Zip => docx::read(&bytes, reading).map_err(error)?,
        Carrier::Locked => return Err(error(ErrorKind::Encrypted)),
        Carrier::Other(what) => return Err(error(ErrorKind::Unsupported(what.into()))),
        Carrier::Text => {
            let (text, remarks) = decode::decode(&bytes).map_err(error)?;
            let mut source = text::read(&text);
            source.remarks.splice(0..0, remarks);
            source
        }
    };
    if !source.lines.iter().any(|line| line.text.chars().any(char::is_alphanumeric)) {
        return Err(error(ErrorKind::Empty));
    }
    source.info.path = path.display().to_string();
    source.info.sha256 = sha256;
    Ok(source)
}

/// What the first bytes say a file is. Names lie; content does not.
enum Carrier {
    Pdf,
    /// A ZIP archive: a Word document, or told what else by its parts.
    Zip,
    /// An Office document behind a password.
    Locked,
    Text,
    Other(&'static str),
}

impl Carrier {
    fn of(bytes: &[u8]) -> Carrier {
        // The header may stand behind junk (mail gateways add it): readers accept it in the first KiB.
        if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            return Carrier::Pdf;
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Carrier::Zip;
        }
        // Word puts what is encrypted into the old kind of container, under this name in UTF-16.
        let package: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        if bytes.starts_with(b"\xD0\xCF\x11\xE0")
            && bytes.windows(package.len()).any(|window| window == package)
        {
            return Carrier::Locked;
        }
        const SIGNATURES: &[(&[u8], &str)] = &[
            (b"\xD0\xCF\x11\xE0", "an old Office document, .doc or .xls (save it as DOCX or PDF first)"),
            (b"{\\rtf", "a rich text file (save it as PDF or text first)"),
            (b"\x1F\x8B", "a gzip archive"),
            (b"\x89PNG", "a picture"),
            (b"\xFF\xD8\xFF", "a picture"),
            (b"GIF8", "a picture"),
            (b"II*\0", "a picture"),
            (b"MM\0*", "a picture"),
        ];
        for (signature, what) in SIGNATURES {
            if bytes.starts_with(signature) {
                return Carrier::Other(what);
            }
        }
        // Read as text, its tags would be a report of a thousand lines.
        let start: String =
            bytes.iter().take(256).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
        let start = start.trim_start_matches("\u{ef}\u{bb}\u{bf}").trim_start();
        if start.starts_with("<!doctype html") || start.starts_with("<html") {
            return Carrier::Other("a page of HTML (print it to PDF, or save its text)");
        }
        if start.starts_with("<?xml") {
            return Carrier::Other("an XML file (save the report as PDF or text)");
        }
        Carrier::Text
    }
}
