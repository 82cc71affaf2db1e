//! Results to standard output, or to a file: whole or not at all.

use super::exit::Trouble;
use crate::render::clean;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Where a result goes.
pub struct Place<'a>(Option<&'a Path>);

impl<'a> Place<'a> {
    /// Standard output, or a file in a folder that exists and that is none of those to be read. Asked before
    /// any work is done, so that nobody waits for a result that has nowhere to go.
    pub fn new<'b>(
        path: Option<&'a Path>,
        read: impl IntoIterator<Item = &'b Path>,
    ) -> Result<Self, Trouble> {
        // As for what is read, "-" is the standard stream.
        let path = path.filter(|path| path.as_os_str() != "-");
        let read: Vec<&Path> = read.into_iter().collect();
        if let Some(path) = path
            && let Some(folder) =
                path.parent().map(|folder| if folder == Path::new("") { Path::new(".") } else { folder })
            && let Ok(folder) = fs::canonicalize(folder)
            && read
                .iter()
                .any(|other| other.is_dir() && fs::canonicalize(other).is_ok_and(|other| other == folder))
        {
            return Err(Trouble::Usage(format!(
                "{}: its folder is to be read as one version, and the result would be part of it; give another path after -o",
                clean::one_line(&path.display().to_string())
            )));
        }
        if let Some(path) = path
            && let Ok(own) = fs::canonicalize(path)
            && own.is_file()
            && read.into_iter().any(|other| fs::canonicalize(other).is_ok_and(|other| other == own))
        {
            return Err(Trouble::Usage(format!(
                "{}: is to be read, and the result would take its place; give another path after -o",
                clean::one_line(&path.display().to_string())
            )));
        }
        let folder = path.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
        match (path, folder) {
            (Some(path), Some(folder)) if !folder.is_dir() => {
                let cause = io::Error::from(ErrorKind::NotFound);
                Err(Trouble::Write(path.to_path_buf(), cause))
            }
            _ => Ok(Place(path)),
        }
    }

    /// Writes a result. A reader who closed the pipe (`travaux … | head`) has seen enough: that is
    /// no trouble.
    pub fn write(&self, text: &str) -> Result<(), Trouble> {
        self.write_bytes(text.as_bytes())?;
        if let Some((path, ending)) = self.0.and_then(|path| Some((path, path.extension()?.to_str()?)))
            && promises_other(ending, text)
        {
            say(&format!(
                "{}: its name ends in .{ending}, but what was written is {}; --format says the form",
                path.display(),
                held(text)
            ));
        }
        Ok(())
    }

    /// The same for a result that is no text.
    pub fn write_bytes(&self, bytes: &[u8]) -> Result<(), Trouble> {
        match self.0 {
            Some(path) => to_file(bytes, path).map_err(|cause| {
                // The folder is there, as we asked before: some (/proc) take no file and say "not found".
                let there = path.parent().is_some_and(Path::is_dir);
                let cause = match cause.kind() {
                    ErrorKind::NotFound if there => io::Error::other("no file can be made in that folder"),
                    _ => cause,
                };
                Trouble::Write(path.to_path_buf(), cause)
            }),
            None => {
                let mut out = io::stdout().lock();
                match out.write_all(bytes).and_then(|()| out.flush()) {
                    Err(cause) if cause.kind() != ErrorKind::BrokenPipe => {
                        Err(Trouble::Write(PathBuf::from("standard output"), cause))
                    }
                    _ => Ok(()),
                }
            }
        }
    }
}

/// A word on standard error, which may be closed.
pub fn say(message: &str) {
    let _ = writeln!(io::stderr(), "travaux: {}", clean::one_line(message));
}

/// What a result is, by how it begins.
fn held(text: &str) -> &'static str {
    match text.trim_start() {
        start if start.starts_with("<!") || start.starts_with("<html") => "a page of HTML",
        start if start.starts_with('{') => "JSON",
        start if start.starts_with("<svg") || start.starts_with("<?xml") => "a picture in SVG",
        start if start.starts_with("BEGIN:VCALENDAR") => "a calendar",
        _ => "plain text",
    }
}

/// True where the ending of a file promises another form: whoever opens it would be told that it is broken.
fn promises_other(ending: &str, text: &str) -> bool {
    let promised = match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => "a page of HTML",
        "json" | "sarif" => "JSON",
        "svg" => "a picture in SVG",
        "ics" => "a calendar",
        "doc" | "docx" | "odt" | "rtf" | "pdf" | "xls" | "xlsx" | "ods" => "",
        _ => return false,
    };
    promised != held(text)
}

/// Writes beside the file and renames, so that nobody ever sees half a result and an earlier one
/// stays until the new one is whole.
fn to_file(bytes: &[u8], path: &Path) -> io::Result<()> {
    // A link keeps pointing where it did: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let existing = fs::metadata(&target).ok();
    if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder"));
    }
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        // A device or a pipe (/dev/null, <(…)) cannot be replaced, only written to.
        return OpenOptions::new().write(true).open(&target)?.write_all(bytes);
    }
    let (draft, mut file) = beside(&target)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| existing.map_or(Ok(()), |existing| file.set_permissions(existing.permissions())))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&draft, &target));
    if written.is_err() {
        // The first error is the one to tell; a leftover that cannot be removed adds nothing.
        let _ = fs::remove_file(&draft);
    }
    written
}

/// A new file in the folder of `target`: only there is a rename a single step.
fn beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let name =
        target.file_name().ok_or_else(|| io::Error::new(ErrorKind::InvalidInput, "it names no file"))?;
    let mut attempt = 0;
    loop {
        let mut draft_name = std::ffi::OsString::from(".");
        draft_name.push(name);
        draft_name.push(format!(".{}-{attempt}.part", std::process::id()));
        let draft = target.with_file_name(draft_name);
        match OpenOptions::new().write(true).create_new(true).open(&draft) {
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists && attempt < 16 => attempt += 1,
            opened => return opened.map(|file| (draft, file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of its own for each test.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("travaux-write-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = folder("replace");
        let file = folder.join("changes.txt");
        for text in ["first\n", "second\n"] {
            to_file(text.as_bytes(), &file).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(names(&folder), ["changes.txt"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_folder_is_refused_and_nothing_left_behind() {
        let folder = folder("refuse");
        fs::create_dir(folder.join("results")).unwrap();
        assert!(to_file(b"text", &folder.join("results")).is_err());
        assert!(Place::new(Some(&folder.join("missing/changes.txt")), []).is_err());
        assert_eq!(names(&folder), ["results"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_read_is_never_replaced() {
        let folder = folder("read");
        let (draft, report) = (folder.join("draft.md"), folder.join("report.md"));
        fs::write(&draft, "1. Text.").unwrap();
        let crooked = folder.join("../").join(folder.file_name().unwrap()).join("draft.md");
        assert!(Place::new(Some(&crooked), [draft.as_path(), &report]).is_err());
        assert!(Place::new(Some(&report), [draft.as_path()]).is_ok());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_result_stays_out_of_a_folder_that_is_read() {
        let folder = folder("version");
        let results = folder.join("results");
        fs::create_dir(&results).unwrap();
        assert!(Place::new(Some(&folder.join("changes.txt")), [folder.as_path()]).is_err());
        assert!(Place::new(Some(&results.join("changes.txt")), [folder.as_path()]).is_ok());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_ending_that_promises_another_form_is_seen() {
        for (ending, text) in [("pdf", "A/86/31"), ("DOCX", "{}"), ("json", "# What changed"), ("ics", "{}")]
        {
            assert!(promises_other(ending, text), "{ending} {text}");
        }
        for (ending, text) in
            [("txt", "A/86/31"), ("html", "<!doctype html>"), ("sarif", "{}"), ("log", "<svg")]
        {
            assert!(!promises_other(ending, text), "{ending} {text}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_still_points_where_it_did() {
        let folder = folder("link");
        fs::write(folder.join("real.txt"), "old").unwrap();
        std::os::unix::fs::symlink("real.txt", folder.join("link.txt")).unwrap();
        to_file(b"new", &folder.join("link.txt")).unwrap();
        assert_eq!(fs::read_to_string(folder.join("real.txt")).unwrap(), "new");
        assert!(fs::symlink_metadata(folder.join("link.txt")).unwrap().is_symlink());
        fs::remove_dir_all(folder).unwrap();
    }
}
