//! The stages in a row, from a path to a comparison.

use super::exit::Trouble;
use super::input::Input;
use super::ticker::watched;
use crate::align::{self, Alignment};
use crate::diff::digest::{self, Digest, Options};
use crate::diff::{self, Comparison};
use crate::error::{Error, ErrorKind};
use crate::mentions::{self, Annotated};
use crate::read::{self, Reading, SourceText, Tracked};
use crate::structure;
use std::path::Path;
use std::thread;

/// Room for a reader that follows deeply nested objects of a PDF; pages are only used if touched.
const STACK: usize = 64 << 20;

/// Two reports and which paragraph of one answers to which of the other.
pub struct Aligned {
    /// OLD.
    pub old: Annotated,
    /// NEW.
    pub new: Annotated,
    /// The pairs.
    pub alignment: Alignment,
}

/// The lines of a file.
pub fn source(path: &Path, reading: &Reading) -> Result<SourceText, Trouble> {
    let work = || on_thread(path, || read::read_with(path, read::load(path, &reading.limits)?, reading));
    Ok(watched(std::slice::from_ref(&reading.progress), work)?)
}

/// A file as a report with its mentions.
pub fn annotated(path: &Path, reading: &Reading) -> Result<Annotated, Trouble> {
    let work = || on_thread(path, || annotate(path, read::load(path, &reading.limits)?, reading));
    Ok(watched(std::slice::from_ref(&reading.progress), work)?)
}

/// Two files, read at the same time, then aligned.
pub fn aligned(old: &Path, new: &Path, input: &Input, tracked: Tracked) -> Result<Aligned, Trouble> {
    if old == Path::new("-") && new == Path::new("-") {
        let message = "OLD and NEW cannot both be standard input; give a file for one of them";
        return Err(Trouble::Usage(message.to_string()));
    }
    let readings = [input.reading(tracked), input.reading(tracked)];
    let one = |path: &Path, reading: &Reading| {
        on_thread(path, || annotate(path, read::load(path, &reading.limits)?, reading))
    };
    let both = || {
        thread::scope(|scope| {
            let other = scope.spawn(|| one(new, &readings[1]));
            (one(old, &readings[0]), other.join().unwrap_or_else(|_| Err(stopped(new))))
        })
    };
    let (old, new) = watched(&readings.each_ref().map(|reading| reading.progress.clone()), both);
    Ok(pair(old?, new?))
}

/// One file before and after its tracked changes, aligned.
pub fn before_and_after(path: &Path, input: &Input) -> Result<Aligned, Trouble> {
    let bytes = read::load(path, &input.reading(Tracked::Accept).limits)?;
    let one = |tracked| on_thread(path, || annotate(path, bytes.clone(), &input.reading(tracked)));
    let (old, new) = (one(Tracked::Reject)?, one(Tracked::Accept)?);
    if !new.report.remarks.iter().any(|remark| remark.code == "tracked-changes") {
        let message = format!("{}: holds no tracked changes; give a second file to compare", path.display());
        return Err(Trouble::Usage(message));
    }
    Ok(pair(old, new))
}

fn pair(old: Annotated, new: Annotated) -> Aligned {
    let alignment = align::align(&old, &new);
    Aligned { old, new, alignment }
}

/// What changed along an alignment, and the same arranged for reading.
pub fn compared(aligned: &Aligned, options: &Options) -> (Comparison, Digest) {
    let Aligned { old, new, alignment } = aligned;
    let comparison = diff::diff(old, new, alignment);
    let digest = digest::digest_with(&comparison, old, new, options);
    (comparison, digest)
}

fn annotate(path: &Path, bytes: Vec<u8>, reading: &Reading) -> Result<Annotated, Error> {
    let source = read::read_with(path, bytes, reading)?;
    let report = structure::structure(&source);
    let mentions = mentions::find(&report);
    Ok(Annotated { report, mentions })
}

/// Runs work on a file where a panic or a deep recursion ends in a message about that file.
fn on_thread<T: Send>(path: &Path, work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    thread::scope(|scope| match thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work) {
        Ok(running) => running.join().unwrap_or_else(|_| Err(stopped(path))),
        Err(cause) => Err(Error::new(path, ErrorKind::Io(cause))),
    })
}

fn stopped(path: &Path) -> Error {
    Error::new(path, ErrorKind::Damaged("reading stopped at something unexpected".to_string()))
}
