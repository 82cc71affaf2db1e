//! [`Error`]: why we had to stop. Always names the file, what was expected and what to try.

use std::fmt;
use std::path::{Path, PathBuf};

/// The one error of the crate. Only reading a file and writing a result can fail.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    kind: ErrorKind,
}

/// What went wrong with the file that the [`Error`] names.
#[derive(Debug)]
pub enum ErrorKind {
    /// The operating system refused.
    Io(std::io::Error),
    /// The file holds nothing at all, or nothing but blanks.
    Empty,
    /// The file is of a kind that is not read; the string names the kind ("a ZIP archive").
    Unsupported(String),
    /// The file is of a known kind but cannot be read; the string says what is wrong with it.
    Damaged(String),
    /// The end of the file is missing, and nothing before it could be read.
    Cut,
    /// A password is needed.
    Encrypted,
    /// Every page is a picture; the number counts the pages.
    NoTextLayer(usize),
    /// There is text, but not the text that is seen on the pages; the string says how that shows.
    Garbled(String),
    /// Reading it would go past a limit.
    TooMuch {
        /// Which limit, as a sentence about the file.
        what: String,
        /// The option that raises it.
        option: &'static str,
    },
    /// A folder was given where a file was expected.
    Folder,
    /// A folder holds no file that may be a report.
    NoDocuments,
}

impl Error {
    /// An error about `path`.
    pub fn new(path: impl AsRef<Path>, kind: ErrorKind) -> Self {
        Error { path: path.as_ref().to_path_buf(), kind }
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file's name comes from outside: its control characters must not reach a terminal.
        let path: String = self
            .path
            .display()
            .to_string()
            .chars()
            .map(|c| if c.is_control() { '\u{fffd}' } else { c })
            .collect();
        match &self.kind {
            ErrorKind::Io(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                write!(f, "{path}: there is no such file; check the path, or give - to read standard input")
            }
            ErrorKind::Io(cause) if cause.kind() == std::io::ErrorKind::PermissionDenied => {
                write!(
                    f,
                    "{path}: you are not allowed to read it; ask its owner, or copy it to a folder of your own"
                )
            }
            ErrorKind::Io(cause) => write!(f, "{path}: {}", plain_words(cause)),
            ErrorKind::Empty => {
                write!(
                    f,
                    "{path}: the file holds no text; expected a report as PDF, DOCX, Markdown or plain text"
                )
            }
            ErrorKind::Unsupported(what) => {
                write!(f, "{path}: this is {what}; expected a report as PDF, DOCX, Markdown or plain text")
            }
            ErrorKind::Damaged(why) => write!(
                f,
                "{path}: cannot be read: {why}; try opening it in the program that it was made for and saving or printing it to a new PDF"
            ),
            ErrorKind::Cut => write!(
                f,
                "{path}: cannot be read: the end of the file is missing; it was not received whole, get it again"
            ),
            ErrorKind::Encrypted => write!(
                f,
                "{path}: the file is protected by a password; save a copy without one (a PDF with qpdf --decrypt) and try again"
            ),
            ErrorKind::NoTextLayer(pages) => {
                let which = match pages {
                    1 => "its only page has no text layer".to_owned(),
                    _ => format!("none of its {pages} pages has a text layer"),
                };
                write!(f, "{path}: {which} (a scan?); run an OCR tool such as ocrmypdf first")
            }
            ErrorKind::Garbled(why) => write!(
                f,
                "{path}: its text cannot be read: {why}; run an OCR tool that replaces the text, such as ocrmypdf --force-ocr"
            ),
            ErrorKind::TooMuch { what, option } => {
                write!(f, "{path}: {what}; if you trust the file, raise the limit with {option}")
            }
            ErrorKind::Folder => {
                write!(f, "{path}: this is a folder; expected one file: name the report inside it")
            }
            ErrorKind::NoDocuments => {
                write!(
                    f,
                    "{path}: no report is in this folder; expected the documents of one version as PDF, DOCX, Markdown or plain text"
                )
            }
        }
    }
}

/// What the operating system says, without its number.
pub(crate) fn plain_words(cause: &std::io::Error) -> String {
    let words = cause.to_string();
    words.split(" (os error").next().unwrap_or(&words).to_owned()
}

impl std::error::Error for Error {}
