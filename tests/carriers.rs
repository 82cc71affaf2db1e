//! The same words in another carrier are the same report: PDF, wrapped text with page furniture,
//! other line ends, other encodings.

#[path = "support/papers.rs"]
mod papers;

use papers::{annotated, compared, files, from_bytes, short};
use std::path::PathBuf;
use travaux::diff::{Comparison, Status};
use travaux::mentions::Annotated;

fn reports() -> Vec<PathBuf> {
    let mut found = files("samples", &["md"]);
    found.retain(|path| !path.ends_with("README.md"));
    assert!(found.len() >= 4, "the samples are gone: {found:?}");
    found
}

/// What differs between two carriers of one text, masthead aside.
fn differences(comparison: &Comparison) -> Vec<String> {
    let shown = |pair: &&travaux::diff::ComparedPair| {
        pair.status != Status::Unchanged && pair.status != Status::Editorial
            || pair.old != pair.new
            || pair.moved
    };
    let pairs = comparison.pairs.iter().filter(shown).map(|pair| {
        let edits: Vec<String> = pair
            .words
            .iter()
            .filter(|words| words.op != travaux::diff::WordOp::Equal)
            .map(|words| format!("{:?} “{}”", words.op, words.text))
            .collect();
        format!("{:?} → {:?}: {:?} {}", pair.old, pair.new, pair.status, edits.join(", "))
    });
    pairs.collect()
}

/// Where the carrier shows through.
fn faults(name: &str, kept: &Annotated, now: &Annotated) -> Vec<String> {
    let (comparison, digest) = compared(kept, now);
    let mut faults = differences(&comparison);
    if !digest.quiet {
        faults.push("not quiet".to_owned());
    }
    let ids = |report: &Annotated| -> Vec<String> {
        let body = report.report.nodes.iter().filter(|node| !node.id.starts_with("f."));
        body.map(|node| node.id.clone()).collect()
    };
    if ids(kept) != ids(now) {
        faults.push("other identifiers".to_owned());
    }
    // A job number is printed on pages and nowhere else.
    let fields = comparison.masthead.iter().filter(|field| field.field != "job_number");
    faults.extend(fields.map(|field| format!("masthead: {field:?}")));
    faults.into_iter().map(|fault| format!("{name}: {fault}")).collect()
}

/// What does not hold yet, by the name of the case, and why. A case that holds by now is told on
/// standard error: take it out of this list.
const NOT_YET: &[(&str, &str)] = &[];

/// The faults of the cases that ought to hold.
fn judged(name: &str, faults: Vec<String>) -> Vec<String> {
    match NOT_YET.iter().find(|(known, _)| name.starts_with(known)) {
        Some((known, why)) => {
            if faults.is_empty() {
                eprintln!("{name} holds by now; look at {known} in NOT_YET ({why})");
            }
            Vec::new()
        }
        None => faults,
    }
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn markdown_and_pdf_are_the_same_report() {
    let mut found = Vec::new();
    for path in reports() {
        let pdf = path.with_extension("pdf");
        let name = format!("{} and its PDF", short(&path));
        found.extend(judged(&name, faults(&name, &annotated(&path), &annotated(&pdf))));
    }
    none(found);
}

/// Sets a sample's Markdown as plain text of 72 columns on pages of `height` lines. Notes are raised
/// figures, and stand at the end below a rule.
fn plain_pages(markdown: &str, symbol: &str, height: usize) -> String {
    let mut printed: Vec<String> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for line in markdown.lines() {
        let indent = line.len() - line.trim_start().len();
        let text = raised(&line.trim_start().trim_start_matches('#').trim().replace("**", ""));
        let text = text.replace("*Chair*", "Chair").replace("*Vice-Chairs*", "Vice-Chairs");
        let text = text.replace("*Rapporteur*", "Rapporteur").trim_matches('*').to_owned();
        if let Some((sign, note)) = text.split_once(": ").filter(|_| line.starts_with("[^")) {
            notes.extend(wrapped(&format!("{sign} {note}"), 0));
        } else if text.chars().all(|c| c == '-') {
            printed.push(String::new());
        } else {
            printed.extend(wrapped(&text, indent));
        }
    }
    let mut pages: Vec<Vec<String>> = printed.chunks(height).map(<[String]>::to_vec).collect();
    // Notes are never parted from their rule.
    let last = pages.last_mut().unwrap();
    last.push("____________".to_owned());
    last.extend(notes);
    let count = pages.len();
    let mut out = String::new();
    for (at, lines) in pages.iter().enumerate() {
        if at > 0 {
            out.push_str(&format!("\u{c}{symbol}\n\n"));
        }
        for line in lines {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        // Even and odd pages wear their foot the other way round.
        let page = at + 1;
        match page % 2 {
            0 => out.push_str(&format!("\n{page}/{count} 31-04417\n")),
            _ => out.push_str(&format!("\n31-04417 {page}/{count}\n")),
        }
    }
    out
}

/// `[^2]` as `²`.
fn raised(text: &str) -> String {
    let mut text = text.to_owned();
    for (digit, raised) in "0123456789".chars().zip("⁰¹²³⁴⁵⁶⁷⁸⁹".chars()) {
        text = text.replace(&format!("[^{digit}]"), &raised.to_string());
    }
    text
}

/// Lines of at most 72 columns, each set in.
fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let margin = " ".repeat(indent);
    let mut lines = vec![margin.clone()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        let empty = line.trim().is_empty();
        if !empty && line.chars().count() + 1 + word.chars().count() > 72 {
            lines.push(format!("{margin}{word}"));
        } else {
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[test]
fn wrapped_text_with_page_furniture_is_the_same_report() {
    let mut inside_a_sentence = 0;
    let mut found = Vec::new();
    for path in reports() {
        let markdown = std::fs::read_to_string(&path).unwrap();
        let kept = annotated(&path);
        let symbol = kept.report.masthead.symbol.clone().unwrap();
        // Pages of other lengths break at other lines, inside paragraphs too.
        for height in [28, 33, 39, 46] {
            let text = plain_pages(&markdown, &symbol, height);
            inside_a_sentence += text
                .match_indices('\u{c}')
                .filter(|(at, _)| {
                    let before = text[..*at].lines().rev().filter(|line| !line.is_empty()).nth(1);
                    before.is_some_and(|line| line.ends_with(|c: char| c.is_lowercase()))
                })
                .count();
            let name = format!("{} as wrapped text, {height} lines a page", short(&path));
            let now = from_bytes(&name, text.as_bytes()).unwrap();
            assert_eq!(now.report.source.format, "text", "{name}");
            found.extend(judged(&name, faults(&name, &kept, &now)));
        }
    }
    none(found);
    assert!(inside_a_sentence > 10, "only {inside_a_sentence} pages ended inside a sentence");
}

#[test]
fn line_ends_and_encodings_do_not_show() {
    for path in reports() {
        let text = std::fs::read_to_string(&path).unwrap();
        let kept = annotated(&path);
        let utf16 = |order: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
            let mark = mark.then_some(0xFEFF).into_iter();
            mark.chain(text.encode_utf16()).flat_map(order).collect()
        };
        let (latin, _, unmappable) = encoding_rs::WINDOWS_1252.encode(&text);
        assert!(!unmappable, "{}: not to be written in Windows-1252", short(&path));
        for (name, bytes, remark) in [
            ("with a byte order mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat(), None),
            ("with CRLF", text.replace('\n', "\r\n").into_bytes(), None),
            ("in UTF-16LE with a mark", utf16(u16::to_le_bytes, true), None),
            ("in UTF-16BE with a mark", utf16(u16::to_be_bytes, true), None),
            ("in UTF-16LE", utf16(u16::to_le_bytes, false), None),
            ("in UTF-16BE", utf16(u16::to_be_bytes, false), None),
            ("in Windows-1252", latin.into_owned(), Some("windows-1252")),
        ] {
            let name = format!("{} {name}", short(&path));
            let now = from_bytes(&name, &bytes).unwrap();
            assert_eq!(kept.report.nodes, now.report.nodes, "{name}");
            assert_eq!(kept.report.masthead, now.report.masthead, "{name}");
            let new: Vec<&str> = now
                .report
                .remarks
                .iter()
                .map(|remark| remark.code)
                .filter(|code| !kept.report.remarks.iter().any(|known| known.code == *code))
                .collect();
            assert_eq!(new, remark.into_iter().collect::<Vec<_>>(), "{name}");
        }
    }
}
