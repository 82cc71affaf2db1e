//! Our letters against those of another reader of PDF, Poppler's `pdftotext`. Runs where the
//! environment has TRAVAUX_POPPLER=1, as `.ci/run` sets it; says so aloud where it does not.

#[path = "support/papers.rs"]
mod papers;

use papers::{files, short, source};
use std::collections::BTreeMap;
use std::process::Command;

/// How often each letter and figure occurs.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_default() += 1;
    }
    letters
}

#[test]
fn pdftotext_finds_the_same_letters_on_each_page_or_skipped_aloud() {
    if std::env::var_os("TRAVAUX_POPPLER").is_none_or(|value| value != "1") {
        eprintln!("skipped: TRAVAUX_POPPLER is not 1 (needs pdftotext of poppler-utils)");
        return;
    }
    let samples = files("samples", &["pdf"]);
    assert!(samples.len() >= 4, "the samples are gone: {samples:?}");
    for path in samples {
        let output =
            Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output();
        let output = output.unwrap_or_else(|error| panic!("pdftotext: {error}"));
        assert!(output.status.success(), "{}: {}", short(&path), String::from_utf8_lossy(&output.stderr));
        let theirs = String::from_utf8(output.stdout).unwrap();
        let ours = source(&path);
        for (at, theirs) in theirs.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
            let page = at as u32 + 1;
            let lines = ours.lines.iter().filter(|line| line.page == page);
            let ours: String = lines
                .flat_map(|line| {
                    [line.text.as_str()].into_iter().chain(line.calls.iter().map(|call| &*call.1))
                })
                .collect();
            let (kept, now) = (letters(theirs), letters(&ours));
            assert_eq!(kept, now, "{}, page {page}: pdftotext, ours", short(&path));
        }
    }
}
