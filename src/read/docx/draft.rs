//! [`Draft`]: a document that is to be changed and written again.
//!
//! Its lines are those that the reader gives, each character with its place in the package
//! ([`Origin`](crate::read::Origin)); its parts are kept whole. Tracked changes that it carries are settled
//! first: a second layer of them over the first could not be told apart.

use super::package::Package;
use super::read_package;
use super::resolve;
use super::tree::{Element, Piece, Tree};
use crate::error::{Error, ErrorKind};
use crate::read::{Reading, SourceText};
use std::collections::HashSet;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use zip::{ZipArchive, ZipWriter};

/// A document opened for changing.
#[derive(Debug)]
pub struct Draft {
    /// Its lines, with the places of their characters.
    pub source: SourceText,
    /// The parts that hold text or say how it is numbered: name, content.
    pub parts: Vec<(String, Tree)>,
    /// True where it carried tracked changes, which were settled.
    pub was_tracked: bool,
    bytes: Vec<u8>,
}

impl Draft {
    /// Opens a document; `None` where the bytes are no Word document. `path` only names them.
    ///
    /// # Errors
    /// As for reading it.
    pub fn open(path: &Path, bytes: &[u8], reading: &Reading) -> Result<Option<Draft>, Error> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Ok(None);
        }
        let error = |kind| Error::new(path, kind);
        let mut draft = Draft::of(bytes.to_vec(), reading).map_err(error)?;
        let info = crate::read::read_bytes_with(path, bytes.to_vec(), reading)?;
        draft.source.info = info.info;
        if draft.was_tracked {
            let told = info.remarks.into_iter().filter(|remark| remark.code == "tracked-changes");
            draft.source.remarks.splice(0..0, told);
        }
        Ok(Some(draft))
    }

    fn of(bytes: Vec<u8>, reading: &Reading) -> Result<Draft, ErrorKind> {
        let mut draft = Draft::as_is(bytes, reading)?;
        if !draft.source.remarks.iter().any(|remark| remark.code == "tracked-changes") {
            return Ok(draft);
        }
        let mut touched = Vec::new();
        let before = draft.called();
        for (name, tree) in &mut draft.parts {
            if resolve::settle(&mut tree.root, reading.tracked) {
                touched.push(name.clone());
            }
        }
        // A note goes with what called it.
        let after = draft.called();
        let gone: HashSet<&(String, String)> = before.difference(&after).collect();
        for (name, tree) in draft.parts.iter_mut().filter(|_| !gone.is_empty()) {
            let count = tree.root.children.len();
            tree.root.children.retain(|piece| {
                let Piece::Element(note) = piece else { return true };
                !gone.contains(&(note.local().to_owned(), note.attribute("id").unwrap_or_default()))
            });
            if tree.root.children.len() < count && !touched.contains(name) {
                touched.push(name.clone());
            }
        }
        let changed: Vec<(String, String)> = draft
            .parts
            .iter()
            .filter(|(name, _)| touched.contains(name))
            .map(|(name, tree)| (name.clone(), tree.write()))
            .collect();
        let bytes = draft.with(&changed)?;
        Ok(Draft { was_tracked: true, ..Draft::as_is(bytes, reading)? })
    }

    fn as_is(bytes: Vec<u8>, reading: &Reading) -> Result<Draft, ErrorKind> {
        let mut package = Package::open(&bytes, reading.limits.inflated)?;
        let source = read_package(&mut package, reading.tracked)?;
        let mut parts = Vec::new();
        for (name, first) in package.read.clone() {
            // Relations and content types are read anew where they matter.
            if let Some(inside) = package.bytes(&name)? {
                parts.push((name.clone(), Tree::parse(&name, &inside, first)?));
            }
        }
        Ok(Draft { source, parts, was_tracked: false, bytes })
    }

    /// The notes that are called: `footnote` or `endnote`, and the identifier.
    fn called(&self) -> HashSet<(String, String)> {
        let mut called = HashSet::new();
        let mut search: Vec<&Element> = self.parts.iter().map(|(_, tree)| &tree.root).collect();
        while let Some(element) = search.pop() {
            if let Some(kind @ ("footnote" | "endnote")) = element.local().strip_suffix("Reference") {
                called.insert((kind.to_owned(), element.attribute("id").unwrap_or_default()));
            }
            search.extend(element.elements());
        }
        called
    }

    /// The text of a part that is not among [`Draft::parts`]: the list of content types.
    pub fn other_part(&self, name: &str) -> Option<String> {
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes)).ok()?;
        let mut text = String::new();
        archive.by_name(name).ok()?.take(1 << 20).read_to_string(&mut text).ok()?;
        Some(text)
    }

    /// The package with some parts changed or added; all others stay byte for byte.
    ///
    /// # Errors
    /// The archive cannot be copied.
    pub fn with(&self, changed: &[(String, String)]) -> Result<Vec<u8>, ErrorKind> {
        let broken = |error: &dyn std::fmt::Display| {
            ErrorKind::Damaged(format!("its ZIP archive cannot be copied ({error})"))
        };
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes)).map_err(|error| broken(&error))?;
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let mut written: Vec<&str> = Vec::new();
        for at in 0..archive.len() {
            let file = archive.by_index_raw(at).map_err(|error| broken(&error))?;
            let own = file.name().map(|name| name.into_owned()).unwrap_or_default();
            match changed.iter().find(|(name, _)| *name == own) {
                Some((name, text)) => {
                    let options = file.options().compression_method(zip::CompressionMethod::Deflated);
                    drop(file);
                    writer.start_file(name.as_str(), options).map_err(|error| broken(&error))?;
                    writer.write_all(text.as_bytes()).map_err(|error| broken(&error))?;
                    written.push(name);
                }
                None => writer.raw_copy_file(file).map_err(|error| broken(&error))?,
            }
        }
        for (name, text) in changed.iter().filter(|(name, _)| !written.contains(&name.as_str())) {
            writer.start_file(name.as_str(), entry()).map_err(|error| broken(&error))?;
            writer.write_all(text.as_bytes()).map_err(|error| broken(&error))?;
        }
        Ok(writer.finish().map_err(|error| broken(&error))?.into_inner())
    }

    /// A package put together from the texts of its parts, opened.
    ///
    /// # Errors
    /// The parts are no document.
    pub fn from_parts(parts: &[(String, String)]) -> Result<Draft, ErrorKind> {
        let broken = |error: &dyn std::fmt::Display| ErrorKind::Damaged(error.to_string());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(name.as_str(), entry()).map_err(|error| broken(&error))?;
            writer.write_all(text.as_bytes()).map_err(|error| broken(&error))?;
        }
        let bytes = writer.finish().map_err(|error| broken(&error))?.into_inner();
        Draft::as_is(bytes, &Reading::default())
    }
}

/// No clock: the same parts give the same bytes.
fn entry() -> zip::write::SimpleFileOptions {
    zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
}
