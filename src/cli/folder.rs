//! A folder as a version: the documents in it, and what is no document.

use super::exit::Trouble;
use crate::error::{Error, ErrorKind};
use crate::remark::Remark;
use crate::version::natural;
use std::path::{Path, PathBuf};

/// The ends of the names of files that may be reports.
const FORMS: [&str; 6] = ["pdf", "docx", "md", "markdown", "txt", "text"];

/// How many names a remark gives.
const NAMED: usize = 3;

/// The files of a folder that may be documents, in the order of their names, and a remark on the
/// others. Hidden files are passed over in silence.
pub fn documents(folder: &Path) -> Result<(Vec<PathBuf>, Option<Remark>), Trouble> {
    let io = |cause| Error::new(folder, ErrorKind::Io(cause));
    let mut documents = Vec::new();
    let mut others = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let form = path.extension().map(|end| end.to_string_lossy().to_lowercase());
        if path.is_file() && form.is_some_and(|form| FORMS.contains(&form.as_str())) {
            documents.push(path);
        } else {
            others.push(name);
        }
    }
    if documents.is_empty() {
        return Err(Error::new(folder, ErrorKind::NoDocuments).into());
    }
    documents.sort_by(|one, two| natural(&one.to_string_lossy(), &two.to_string_lossy()));
    others.sort();
    let remark = (!others.is_empty()).then(|| {
        let rest = match others.len().saturating_sub(NAMED) {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        let names = others.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        Remark::new(
            "not-read",
            "",
            format!("not read, for it is no PDF, DOCX, Markdown or text: {names}{rest}"),
        )
    });
    Ok((documents, remark))
}

/// Stops where a folder has one document in several forms: they would be read as several documents of one
/// version, and all would be told twice.
pub fn each_once(folder: &Path, documents: &[&Path]) -> Result<(), Trouble> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for path in documents {
        let forms: Vec<String> = documents
            .iter()
            .filter(|other| other.file_stem() == path.file_stem() && other.parent() == path.parent())
            .map(|other| name(other))
            .collect();
        if let [first @ .., last] = forms.as_slice()
            && !first.is_empty()
        {
            return Err(Trouble::Usage(format!(
                "{}: {} and {last} look like one document in several forms; give one of them, or a folder with \
                 one form of each",
                folder.display(),
                first.join(", "),
            )));
        }
    }
    Ok(())
}
