//! The timeline of the samples, from the files to the screen.

mod support;

use std::path::Path;
use std::process::Command;
use support::golden;

/// All samples as PDF: the drafts and reports of one body over two years.
const REPORTS: [&str; 4] = [
    "samples/working-group-2031/zero-draft.pdf",
    "samples/working-group-2031/draft.pdf",
    "samples/working-group-2031/adopted.pdf",
    "samples/working-group-2032/next-year.pdf",
];

fn timeline(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_travaux"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .arg("timeline")
        .args(REPORTS)
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_samples_on_screens_of_two_widths() {
    for width in ["80", "50"] {
        let text = timeline(&["--width", width]);
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= width.parse().ok(), "{text}");
        golden(&format!("render/timeline-{width}.txt"), &text);
    }
}

#[test]
fn the_samples_in_ascii() {
    let text = timeline(&["--ascii", "--kind", "session,gathering"]);
    assert!(text.is_ascii(), "{text}");
    golden("render/timeline-ascii.txt", &text);
}

/// The same reports as PDF, Markdown and Word tell the same, whatever the order of the files.
#[test]
fn the_form_and_the_order_of_the_files_do_not_matter() {
    let told = |end: &str, back: bool| {
        let mut paths: Vec<String> = REPORTS.iter().map(|path| path.replace("pdf", end)).collect();
        if back {
            paths.reverse();
        }
        let output = Command::new(env!("CARGO_BIN_EXE_travaux"))
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .args(["timeline", "--format", "json"])
            .args(paths)
            .output()
            .unwrap();
        let mut json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        for event in json["events"].as_array_mut().unwrap() {
            // Word has no running heads to tell the masthead's lines by: their words may differ.
            for source in event["sources"].as_array_mut().unwrap() {
                source["text"].take();
            }
            event["clashes"].take();
        }
        json["events"].clone()
    };
    assert_eq!(told("pdf", false), told("pdf", true));
    let ids = |events: serde_json::Value| {
        let id =
            |event: &serde_json::Value| format!("{} {} {}", event["id"], event["dates"], event["status"]);
        events.as_array().unwrap().iter().map(id).collect::<Vec<_>>()
    };
    assert_eq!(ids(told("pdf", false)), ids(told("md", false)));
    assert_eq!(ids(told("pdf", false)), ids(told("docx", false)));
}
