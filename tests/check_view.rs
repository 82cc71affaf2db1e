//! `travaux check` from the file to the screen, to programs and to editors.

mod support;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::golden;

const DRAFT: &str = "samples/working-group-2031/draft.pdf";
const ADOPTED: &str = "samples/working-group-2031/adopted.pdf";

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_travaux"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .arg("check")
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap()
}

#[track_caller]
fn text(arguments: &[&str], status: i32) -> String {
    let output = check(arguments);
    assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn json(arguments: &[&str], status: i32) -> Value {
    serde_json::from_str(&text(arguments, status)).unwrap()
}

/// A file in a folder of its own, gone at the end.
struct Paper(PathBuf);

impl Paper {
    fn new(name: &str, body: &str) -> Paper {
        let folder = std::env::temp_dir().join(format!("travaux-check-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("paper.md"), format!("# Draft report\n\n## I. Introduction\n\n{body}\n"))
            .unwrap();
        Paper(folder)
    }

    fn path(&self) -> String {
        self.0.join("paper.md").display().to_string()
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_draft_on_screens_of_two_widths() {
    for width in ["80", "44"] {
        let text = text(&[DRAFT, "--width", width], 1);
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= width.parse().ok(), "{text}");
        golden(&format!("render/check-{width}.txt"), &text);
    }
    let ascii = text(&[DRAFT, "--ascii", "--final"], 1);
    assert!(ascii.is_ascii() && ascii.contains("TO FILL"), "{ascii}");
}

/// The adopted sample is clean in every form of file.
#[test]
fn the_adopted_report_has_no_findings() {
    for end in ["pdf", "md", "docx"] {
        let found = json(&[&ADOPTED.replace("pdf", end), "--final", "--strict", "--format", "json"], 0);
        assert_eq!(found["findings"], serde_json::json!([]));
    }
}

#[test]
fn final_makes_the_same_findings_errors() {
    let draft = json(&[DRAFT, "--format", "json"], 1);
    let last = json(&[DRAFT, "--format", "json", "--final"], 1);
    assert_eq!(draft["schema"], "travaux/check/1");
    let open = |found: &Value, level: &str| {
        let of = |finding: &&Value| finding["code"] == "open-placeholder" && finding["level"] == level;
        found["findings"].as_array().unwrap().iter().filter(of).count()
    };
    assert!(open(&draft, "note") > 10);
    assert_eq!(open(&draft, "note"), open(&last, "error"));
    assert_eq!(open(&last, "note"), 0);
    let keys =
        ["code", "level", "sure", "at", "place", "page", "line", "text", "what", "why", "instead", "also"];
    for finding in draft["findings"].as_array().unwrap() {
        assert!(keys.iter().all(|key| finding.get(key).is_some()), "{finding}");
        assert!(finding["page"].is_u64() && finding["line"].is_null(), "{finding}");
    }
}

#[test]
fn hints_alone_are_no_failure_unless_asked() {
    let paper = Paper::new("hints", "1. The group met in the the hall.\n\n2. It closed the session.");
    assert!(text(&[&paper.path()], 0).contains("HINTS"));
    text(&[&paper.path(), "--strict"], 1);
    let clean = Paper::new("clean", "1. The group met in the hall.\n\n2. It closed the session.");
    assert!(text(&[&clean.path(), "--strict"], 0).contains("nothing"));
}

#[test]
fn trouble_is_two_and_leaves_no_file() {
    let out = std::env::temp_dir().join(format!("travaux-check-none-{}.json", std::process::id()));
    let output = check(&["no-such-file.pdf", "-o", &out.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty() && !out.exists());
}

/// What is no report has nothing that could be wrong; "nothing found" would mislead.
#[test]
fn a_text_that_is_no_report_is_said_to_be_none() {
    let folder = Paper::new("letter", "");
    let letter = folder.0.join("letter.txt");
    std::fs::write(&letter, "hello\n").unwrap();
    for form in ["text", "json", "sarif"] {
        let output = check(&[&letter.display().to_string(), "--format", form]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && said.contains("no report that can be checked"), "{said}");
    }
    // A symbol makes it one, of which little can be asked.
    std::fs::write(&letter, "A/AC.999/2031/L.1\n\nhello\n").unwrap();
    let shown = text(&[&letter.display().to_string()], 0);
    assert!(shown.contains("no paragraph is numbered"), "{shown}");
    let found = json(&[&letter.display().to_string(), "--format", "json"], 0);
    assert_eq!(found["remarks"][0]["code"], "nothing-numbered");
}

/// Every command says first that the end of a file is missing, and a check calls it an error.
#[test]
fn a_file_that_is_cut_is_said_to_be_cut() {
    let folder = Paper::new("cut", "");
    let cut = folder.0.join("cut.pdf");
    let path = cut.display().to_string();
    let whole = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(ADOPTED)).unwrap();
    let mut read = 0;
    for share in [30, 50, 70, 90, 95, 99] {
        std::fs::write(&cut, &whole[..whole.len() * share / 100]).unwrap();
        let output = check(&[&path, "--format", "json"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("the end of the file is missing") && said.lines().count() == 1, "{said}");
        if output.status.code() == Some(2) {
            continue;
        }
        read += 1;
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(found["findings"][0]["code"], "file-cut");
        assert_eq!(found["findings"][0]["level"], "error");
        let advice = found["remarks"].to_string();
        assert!(!advice.contains("OCR") && !advice.contains("ocrmypdf"), "{advice}");
    }
    println!("{read} of 6 could be read");
    std::fs::write(&cut, &whole).unwrap();
    text(&[&path, "--strict"], 0);
}

/// The call of a note that a copy glued to its word is no part of the sentence.
#[test]
fn a_suggestion_leaves_the_call_of_a_note_out() {
    let folder = Paper::new("calls", "");
    let paper = folder.0.join("paper.txt");
    let body = "A/AC.999/2031/L.1\n\nDraft report\n\nI. Introduction\n\n1. The group met in the port.\n\n2. It met again \
                in the hall and in the port.\n\n3. Who should bear the cost was not settled9\n\n4. It thanked its \
                host for the hall.\n\n5. It closed the session.\n";
    std::fs::write(&paper, body).unwrap();
    let found = json(&[&paper.display().to_string(), "--format", "json"], 0);
    assert_eq!(found["findings"][0]["instead"], "Who should bear the cost was not settled.");
}

/// In plain text nothing says that the last lines are notes, but for their own figures.
#[test]
fn notes_at_the_end_of_a_plain_text_lost_no_number() {
    let folder = Paper::new("notes", "");
    let paper = folder.0.join("paper.txt");
    let body = "A/AC.999/2031/L.1\n\nDraft report\n\nI. Introduction\n\n1. The group met in the port.1\n\n2. It met again \
                in the hall.2\n\n3. It closed the session.\n\n1 See A/86/31.\n\n2 The hall was cold.\n";
    std::fs::write(&paper, body).unwrap();
    let found = json(&[&paper.display().to_string(), "--strict", "--format", "json"], 0);
    assert_eq!(found["findings"], serde_json::json!([]));
}

/// A reference keeps its number while the paragraph that it means gets another.
#[test]
fn references_follow_the_renumbering_or_are_told() {
    let body = |new: &str, number: u32, reference: u32| {
        format!(
            "1. The group met in the port in spring.\n\n{new}{number}. Seeds were packed in dry boxes and every \
             box was labelled by hand.\n\n{}. The boxes (see paragraph {reference} above) were shown to the \
             inspectors.",
            number + 1
        )
    };
    let put_in = "2. The hall was opened by the mayor, who had brought a plant of his own.\n\n";
    let old = Paper::new("old", &body("", 2, 2));
    let stale = Paper::new("stale", &body(put_in, 3, 2));
    let followed = Paper::new("followed", &body(put_in, 3, 3));
    let codes = |paper: &Paper, status: i32| {
        let found = json(&[&paper.path(), "--against", &old.path(), "--format", "json"], status);
        let codes = found["findings"].as_array().unwrap().iter().map(|finding| finding["code"].clone());
        codes.collect::<Vec<_>>()
    };
    assert_eq!(codes(&stale, 1), ["stale-reference"]);
    assert_eq!(codes(&followed, 0), [""; 0]);
    assert_eq!(json(&[&stale.path(), "--format", "json"], 0)["findings"], serde_json::json!([]));
}

/// What SARIF 2.1.0 asks of a log, as far as ours uses it.
#[test]
fn sarif_has_rules_results_and_places() {
    let paper = Paper::new("sarif", "1. The group met on 31 June 2030.\n\n2. It met again on ___ July 2030.");
    let log = json(&[&paper.path(), "--format", "sarif"], 1);
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["id"].is_string() && rule["help"]["text"].is_string(), "{rule}");
        let level = rule["defaultConfiguration"]["level"].as_str();
        assert!(matches!(level, Some("error" | "warning" | "note")), "{rule}");
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for (result, (id, level, at, line)) in
        results.iter().zip([("no-such-day", "error", "p1", 5), ("open-placeholder", "note", "p2", 7)])
    {
        assert_eq!((&result["ruleId"], &result["level"]), (&id.into(), &level.into()));
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], id);
        assert!(result["message"]["text"].as_str().is_some_and(|text| text.len() > 20));
        let location = &result["locations"][0];
        assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], at);
        assert_eq!(location["physicalLocation"]["region"]["startLine"], line);
        let uri = location["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.ends_with("/paper.md") && !uri.contains(' '), "{uri}");
    }
    // A PDF has pages and no lines.
    let log = json(&[DRAFT, "--format", "sarif"], 1);
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let location = &result["locations"][0];
        assert!(location["physicalLocation"].get("region").is_none(), "{location}");
        assert!(location["properties"]["page"].is_u64(), "{location}");
    }
}
