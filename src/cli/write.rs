//! Results to standard output, or to a file: whole or not at all.

use super::exit::Trouble;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Writes a result. A reader who closed the pipe (`travaux … | head`) has seen enough: no trouble.
pub fn write(text: &str, path: Option<&Path>) -> Result<(), Trouble> {
    match path {
        None => {
            let mut out = io::stdout().lock();
            match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
                Err(cause) if cause.kind() != ErrorKind::BrokenPipe => {
                    Err(Trouble::Write(PathBuf::from("standard output"), cause))
                }
                _ => Ok(()),
            }
        }
        Some(path) => to_file(text, path).map_err(|cause| Trouble::Write(path.to_path_buf(), cause)),
    }
}

/// Writes beside the file and renames, so that nobody ever sees half a result and an earlier one
/// stays until the new one is whole.
fn to_file(text: &str, path: &Path) -> io::Result<()> {
    // A link keeps pointing where it did: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let existing = fs::metadata(&target).ok();
    if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder"));
    }
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        // A device or a pipe (/dev/null, <(…)) cannot be replaced, only written to.
        return OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes());
    }
    let (draft, mut file) = beside(&target)?;
    let written = file
        .write_all(text.as_bytes())
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
