//! The documents that tests run on, and the stages in a row.

// Each test binary that includes this file needs another part of it.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use travaux::align::align;
use travaux::diff::digest::{Digest, digest};
use travaux::diff::{Comparison, diff};
use travaux::error::Error;
use travaux::mentions::{Annotated, find};
use travaux::read::{SourceText, read, read_bytes};
use travaux::structure::structure;

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder (relative to the root) with one of these extensions, sorted.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extensions.iter().any(|known| extension == *known))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A path as a failure message should print it.
pub fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The lines of a file.
#[track_caller]
pub fn source(path: &Path) -> SourceText {
    read(path).unwrap_or_else(|error| panic!("{error}"))
}

/// A file with structure and mentions.
#[track_caller]
pub fn annotated(path: &Path) -> Annotated {
    annotate(&source(path))
}

/// The same for lines that were read already.
pub fn annotate(source: &SourceText) -> Annotated {
    let report = structure(source);
    let mentions = find(&report);
    Annotated { report, mentions }
}

/// The same for bytes in memory.
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Annotated, Error> {
    Ok(annotate(&read_bytes(Path::new(name), bytes)?))
}

/// Two reports compared.
pub fn compared(old: &Annotated, new: &Annotated) -> (Comparison, Digest) {
    let comparison = diff(old, new, &align(old, new));
    let digest = digest(&comparison, old, new);
    (comparison, digest)
}
