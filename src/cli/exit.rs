//! What the program answers with, and why.

use crate::error::{Error, plain_words};
use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

/// The exit status. Scripts depend on these numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done. For `diff`: nothing but editorial differences and new numbers; for `check`: nothing but
    /// hints.
    Fine,
    /// 1: `diff` found differences, `check` found something.
    Different,
    /// 2: trouble; one message on standard error says which.
    Trouble,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Fine => 0,
            Exit::Different => 1,
            Exit::Trouble => 2,
        })
    }
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Trouble {
    /// A file could not be read.
    Read(Error),
    /// The result could not be written there.
    Write(PathBuf, std::io::Error),
    /// The arguments contradict one another.
    Usage(String),
    /// A mistake of ours.
    Inside,
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Trouble::Read(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Read(error) => error.fmt(f),
            Trouble::Usage(message) => f.write_str(message),
            Trouble::Inside => f.write_str(
                "stopped by a mistake in travaux itself; nothing was written. \
                 Run again with RUST_BACKTRACE=1 to see where, and tell us",
            ),
            Trouble::Write(path, cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                let folder = path.parent().unwrap_or(path).display();
                write!(
                    f,
                    "{}: there is no folder {folder}; make it first, or give another path",
                    path.display()
                )
            }
            Trouble::Write(path, cause) if cause.kind() == std::io::ErrorKind::PermissionDenied => {
                write!(f, "{}: you may not write there; give another path after -o", path.display())
            }
            Trouble::Write(path, cause) => {
                let why = match cause.kind() {
                    std::io::ErrorKind::PermissionDenied => "you are not allowed to write there".to_owned(),
                    _ => plain_words(cause),
                };
                write!(f, "{}: cannot be written: {why}; give another path after -o", path.display())
            }
        }
    }
}
