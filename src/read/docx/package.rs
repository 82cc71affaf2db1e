//! The ZIP archive: which parts there are, read under limits.

use super::xml::{self, Element};
use crate::error::ErrorKind;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// All parts together may inflate to no more than this many times the limit for one part.
const PARTS_AT_FULL_SIZE: u64 = 4;
/// Text of a word processor shrinks to a tenth or a fiftieth; what shrinks more than this was made to.
const HIGHEST_RATIO: u64 = 300;
/// Below this many bytes any ratio is harmless.
const SMALL_PART: u64 = 4 * 1024 * 1024;
/// A document with a picture on each page has some hundreds.
const MOST_ENTRIES: usize = 20_000;
/// A section has six headers and footers at most; this many different ones are read.
const MOST_EDGES: usize = 120;

/// A document's parts.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    main: String,
    relations: Vec<Relation>,
    inflated: u64,
    /// The parts that were read: name, number of the first element.
    pub read: Vec<(String, u32)>,
    /// The number of the next element.
    next: u32,
    /// No part may inflate to more than this many bytes.
    largest: u64,
}

/// A line of a `.rels` part.
struct Relation {
    id: String,
    /// The last word of its type: `footnotes`, `header`.
    kind: String,
    /// Path inside the archive.
    target: String,
}

fn damaged(why: impl Into<String>) -> ErrorKind {
    ErrorKind::Damaged(why.into())
}

impl<'a> Package<'a> {
    /// Bytes to which all parts together may inflate.
    fn total(&self) -> u64 {
        self.largest.saturating_mul(PARTS_AT_FULL_SIZE)
    }

    /// Opens the archive and finds the main part.
    pub fn open(bytes: &'a [u8], largest: u64) -> Result<Self, ErrorKind> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            // The list of its parts stands at the end of an archive.
            .map_err(|_| match bytes.windows(4).any(|window| window == b"PK\x05\x06") {
                true => damaged("its ZIP archive is broken"),
                false => ErrorKind::Cut,
            })?;
        if archive.len() > MOST_ENTRIES {
            return Err(damaged(format!("its ZIP archive has more than {MOST_ENTRIES} entries")));
        }
        let mut package = Package {
            archive,
            main: String::new(),
            relations: Vec::new(),
            inflated: 0,
            read: Vec::new(),
            next: 1,
            largest,
        };
        let main = package
            .relations_of("")?
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map(|relation| relation.target);
        // A package without its list of relations can still be read where everyone keeps the text.
        package.main = match main.filter(|main| package.has(main)) {
            Some(main) => main,
            None if package.has("word/document.xml") => "word/document.xml".into(),
            None => return Err(package.foreign()),
        };
        package.relations = package.relations_of(&package.main.clone())?;
        Ok(package)
    }

    fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// What else it is.
    fn foreign(&self) -> ErrorKind {
        let names: Vec<String> = self.archive.file_names().flatten().map(|name| name.into_owned()).collect();
        let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
        if holds("word/") || holds("[Content_Types].xml") && !holds("xl/") && !holds("ppt/") {
            return damaged("its ZIP archive has no main part (word/document.xml)");
        }
        ErrorKind::Unsupported(
            match (holds("xl/"), holds("ppt/"), holds("content.xml")) {
                (true, ..) => "an Excel workbook (save it as PDF or text first)",
                (_, true, _) => "a PowerPoint presentation (save it as PDF first)",
                (.., true) => "an OpenDocument file (save it as DOCX or PDF first)",
                _ => "a ZIP archive, but no Word document (take the report out of it, or save it as PDF or text first)",
            }
            .into(),
        )
    }

    /// The main part.
    pub fn document(&mut self) -> Result<Element, ErrorKind> {
        let main = self.main.clone();
        self.part(&main)?.ok_or_else(|| damaged(format!("its part {main} is missing")))
    }

    /// The part of this kind that belongs to the main part, where there is one.
    pub fn related(&mut self, kind: &str) -> Result<Option<Element>, ErrorKind> {
        let target = self.relations.iter().find(|relation| relation.kind == kind);
        match target.map(|relation| relation.target.clone()) {
            Some(target) => self.part(&target),
            None => Ok(None),
        }
    }

    /// All headers and footers, each with the identifier by which sections call it.
    pub fn edges(&mut self) -> Result<Vec<(String, Element)>, ErrorKind> {
        let edges = self.relations.iter().filter(|relation| matches!(&*relation.kind, "header" | "footer"));
        let named: Vec<(String, String)> =
            edges.take(MOST_EDGES).map(|relation| (relation.id.clone(), relation.target.clone())).collect();
        let mut found = Vec::new();
        for (id, target) in named {
            if let Some(part) = self.part(&target)? {
                found.push((id, part));
            }
        }
        Ok(found)
    }

    fn part(&mut self, name: &str) -> Result<Option<Element>, ErrorKind> {
        match self.bytes(name)? {
            Some(bytes) => {
                let (root, next) = xml::parse_from(name, &bytes, self.next)?;
                self.read.push((name.to_owned(), self.next));
                self.next = next;
                Ok(Some(root))
            }
            None => Ok(None),
        }
    }

    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ErrorKind> {
        let broken = |error: &dyn std::fmt::Display| damaged(format!("its part {name} is broken ({error})"));
        let total = self.total();
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ErrorKind::Encrypted);
            }
            Err(error) => return Err(broken(&error)),
        };
        let packed = file.compressed_size().max(1);
        let mut bytes = Vec::new();
        let room = self.largest.min(total.saturating_sub(self.inflated));
        // What the archive says of its sizes may be a lie: only what really comes out counts.
        file.take(room.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        let length = bytes.len() as u64;
        if length > room || (length > SMALL_PART && length / packed > HIGHEST_RATIO) {
            return Err(damaged(format!(
                "its part {name} inflates to more than a document can need (a ZIP bomb?); \
                 the limits are {} MiB for a part and {} MiB for all (--max-inflated raises them)",
                self.largest >> 20,
                total >> 20
            )));
        }
        self.inflated += length;
        Ok(Some(bytes))
    }

    /// The relations of a part; of the package itself where the name is empty.
    fn relations_of(&mut self, name: &str) -> Result<Vec<Relation>, ErrorKind> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let base = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let Some(root) = self.part(&format!("{base}_rels/{file}.rels"))? else { return Ok(Vec::new()) };
        let inside = root.elements().filter(|relation| relation.attribute("TargetMode") != Some("External"));
        let relation = |element: &Element| {
            let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
            let id = element.attribute("Id")?.to_owned();
            Some(Relation { id, kind, target: resolve(folder, element.attribute("Target")?) })
        };
        Ok(inside.filter_map(relation).collect())
    }
}

/// A target that is relative to a folder, as a path from the root of the archive.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            other => path.push(other),
        }
    }
    path.join("/")
}
