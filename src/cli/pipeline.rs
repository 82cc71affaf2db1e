//! The stages in a row, from a path to a comparison.

use super::exit::Trouble;
use super::folder;
use super::input::Input;
use super::ticker::watched;
use crate::align::{self, Alignment};
use crate::diff::digest::{self, Digest, Options};
use crate::diff::{self, Comparison};
use crate::error::{Error, ErrorKind};
use crate::mentions::{self, Annotated};
use crate::read::docx::draft::Draft;
use crate::read::limits::Progress;
use crate::read::{self, Reading, SourceText, Tracked};
use crate::remark::Remark;
use crate::render::clean;
use crate::structure;
use crate::version;
use std::io::Write as _;
use std::path::{Path, PathBuf};
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
pub fn source(path: &Path, input: &Input, tracked: Tracked) -> Result<SourceText, Trouble> {
    let reading = input.reading(tracked);
    let work = || on_thread(path, || read::read_with(path, &reading));
    let source = watched(std::slice::from_ref(&reading.progress), work)?;
    say_cut(path, &source);
    Ok(source)
}

/// A file, or all documents of a folder, as a report with its mentions.
pub fn annotated(path: &Path, input: &Input, tracked: Tracked) -> Result<Annotated, Trouble> {
    let version = Version::of(path, input, tracked)?;
    watched(&version.progress(), || version.annotate())
}

/// Two files, read at the same time, then aligned.
pub fn aligned(old: &Path, new: &Path, input: &Input, tracked: Tracked) -> Result<Aligned, Trouble> {
    if old == Path::new("-") && new == Path::new("-") {
        let message = "OLD and NEW cannot both be standard input; give a file for one of them";
        return Err(Trouble::Usage(message.to_string()));
    }
    let (one, two) = (Version::of(old, input, tracked)?, Version::of(new, input, tracked)?);
    let both = || {
        thread::scope(|scope| {
            let other = scope.spawn(|| two.annotate());
            let old = one.annotate();
            (old, other.join().unwrap_or_else(|_| Err(stopped(new).into())))
        })
    };
    let progress: Vec<Progress> = [one.progress(), two.progress()].concat();
    let (old, new) = watched(&progress, both);
    Ok(pair(old?, new?))
}

/// The same, with OLD's own document where it is one that can be marked up: a single Word file.
pub fn aligned_with_draft(
    old: &Path,
    new: &Path,
    input: &Input,
    tracked: Tracked,
) -> Result<(Aligned, Option<Draft>), Trouble> {
    if old.is_dir() || (old == Path::new("-") && new == Path::new("-")) {
        return Ok((aligned(old, new, input, tracked)?, None));
    }
    let reading = input.reading(tracked);
    let bytes = read::load(old, &reading)?;
    let Some(draft) = on_thread(old, || Draft::open(old, &bytes, &reading))? else {
        // Standard input can be read only once.
        let old = on_thread(old, || annotate_bytes(old, bytes, &reading))?;
        return Ok((pair(old, annotated(new, input, tracked)?), None));
    };
    let old = on_thread(old, || Ok(annotate_source(&draft.source)))?;
    Ok((pair(old, annotated(new, input, tracked)?), Some(draft)))
}

/// What a path names: one document, or the folder that holds those of one version.
pub struct Version<'a> {
    path: &'a Path,
    documents: Vec<(PathBuf, Reading)>,
    remark: Option<Remark>,
}

impl<'a> Version<'a> {
    /// The documents that the path names.
    pub fn of(path: &'a Path, input: &Input, tracked: Tracked) -> Result<Version<'a>, Trouble> {
        let (paths, remark) =
            if path.is_dir() { folder::documents(path)? } else { (vec![path.to_path_buf()], None) };
        let documents = paths.into_iter().map(|path| (path, input.reading(tracked))).collect();
        Ok(Version { path, documents, remark })
    }

    fn progress(&self) -> Vec<Progress> {
        self.documents.iter().map(|(_, reading)| reading.progress.clone()).collect()
    }

    /// Reads them and finds their mentions.
    pub fn annotate(&self) -> Result<Annotated, Trouble> {
        let paths: Vec<&Path> = self.documents.iter().map(|(path, _)| path.as_path()).collect();
        folder::each_once(self.path, &paths)?;
        let mut whole = version::join(&self.path.display().to_string(), self.annotate_each()?);
        whole.report.remarks.extend(self.remark.clone());
        Ok(whole)
    }

    /// The same where the documents may be of several reports: those of one report are made one.
    pub fn annotate_reports(&self) -> Result<Vec<Annotated>, Trouble> {
        let path = self.path.display().to_string();
        Ok(version::reports(self.annotate_each()?).into_iter().map(|one| version::join(&path, one)).collect())
    }

    fn annotate_each(&self) -> Result<Vec<Annotated>, Trouble> {
        let read = |(path, reading): &(PathBuf, Reading)| on_thread(path, || annotate(path, reading));
        let at_once = thread::available_parallelism().map_or(1, usize::from);
        let mut documents = Vec::with_capacity(self.documents.len());
        for some in self.documents.chunks(at_once) {
            // One document costs no further thread.
            let results: Vec<Result<Annotated, Error>> = match some {
                [one] => vec![read(one)],
                several => thread::scope(|scope| {
                    let running: Vec<_> = several.iter().map(|one| scope.spawn(|| read(one))).collect();
                    let ended = running.into_iter().zip(several);
                    ended.map(|(one, (path, _))| one.join().unwrap_or_else(|_| Err(stopped(path)))).collect()
                }),
            };
            for document in results {
                documents.push(document?);
            }
        }
        Ok(documents)
    }
}

/// One file before and after its tracked changes, aligned.
pub fn before_and_after(path: &Path, input: &Input) -> Result<Aligned, Trouble> {
    let (before, after) = (input.reading(Tracked::Reject), input.reading(Tracked::Accept));
    // Standard input can be read only once.
    let bytes = read::load(path, &before)?;
    let one = |reading| on_thread(path, || annotate_bytes(path, bytes.clone(), reading));
    let (old, new) = (one(&before)?, one(&after)?);
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
pub fn compared(aligned: &Aligned, how: &diff::Options, options: &Options) -> (Comparison, Digest) {
    let Aligned { old, new, alignment } = aligned;
    let comparison = diff::diff_with(old, new, alignment, how);
    let digest = digest::digest_with(&comparison, old, new, options);
    (comparison, digest)
}

fn annotate(path: &Path, reading: &Reading) -> Result<Annotated, Error> {
    annotate_bytes(path, read::load(path, reading)?, reading)
}

fn annotate_bytes(path: &Path, bytes: Vec<u8>, reading: &Reading) -> Result<Annotated, Error> {
    let source = read::read_bytes_with(path, bytes, reading)?;
    say_cut(path, &source);
    Ok(annotate_source(&source))
}

/// A file of which the end is missing is no ground for any result: said at once, in whatever form that comes.
fn say_cut(path: &Path, source: &SourceText) {
    if let Some(remark) = source.remarks.iter().find(|remark| remark.code == "file-cut") {
        let message = format!("{}: {}", path.display(), remark.message);
        // Nothing is lost where it cannot be written: the result says it too.
        let _ = writeln!(std::io::stderr(), "travaux: {}", clean::one_line(&message));
    }
}

fn annotate_source(source: &SourceText) -> Annotated {
    let report = structure::structure(source);
    let mentions = mentions::find(&report);
    Annotated { report, mentions }
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
