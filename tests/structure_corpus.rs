//! Runs `tests/corpus/structure/{clean,damaged}/*.md` and `*.txt`: a short document, and beside it
//! the outline that it must have. Nothing may be odd about a clean one; something must be about a
//! damaged one.
//!
//! To add a case, add a file, run with `UPDATE=1`, and read the outline before you keep it.

use std::path::Path;

mod support;

datatest_stable::harness! {
    { test = clean, root = "tests/corpus/structure/clean", pattern = r"\.(md|txt)$" },
    { test = damaged, root = "tests/corpus/structure/damaged", pattern = r"\.(md|txt)$" },
}

fn clean(path: &Path) -> datatest_stable::Result<()> {
    let remarks = outlined(path);
    assert!(remarks.is_empty(), "{}: a clean document raised {remarks:?}", path.display());
    Ok(())
}

fn damaged(path: &Path) -> datatest_stable::Result<()> {
    let remarks = outlined(path);
    assert!(!remarks.is_empty(), "{}: nothing was found odd in a damaged document", path.display());
    Ok(())
}

/// Compares the outline with the one that was kept; the codes of the remarks.
fn outlined(path: &Path) -> Vec<&'static str> {
    let source = travaux::read::read(path).unwrap_or_else(|error| panic!("{error}"));
    let report = travaux::structure::structure(&source);
    let golden = path.with_extension("outline");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let golden = golden.strip_prefix("tests/corpus").or_else(|_| golden.strip_prefix(&root)).unwrap();
    support::golden(golden.to_str().unwrap(), &travaux::report::outline::outline(&report));
    report.remarks.iter().map(|remark| remark.code).collect()
}
