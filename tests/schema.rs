//! Every JSON output fits the schema that the program prints.

#[path = "support/papers.rs"]
mod papers;
#[path = "support/schema.rs"]
mod schema;

use papers::{annotated, files, root, short};
use schema::faults;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use travaux::align::align;
use travaux::check;
use travaux::diff::diff;
use travaux::diff::summary::{Options, summary};
use travaux::mentions::Annotated;
use travaux::render::{json as written, summary_json};
use travaux::timeline::{tell, timeline};

/// A schema as the program prints it.
fn printed(command: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_travaux")).args(["schema", command]).output().unwrap();
    assert!(output.status.success(), "travaux schema {command}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("travaux schema {command}: {error}"))
}

#[track_caller]
fn fits(schema: &Value, json: &str, what: &str) {
    let value: Value = serde_json::from_str(json).unwrap();
    let faults = faults(schema, &value);
    assert!(
        faults.is_empty(),
        "{what}: {} faults\n{}",
        faults.len(),
        faults[..faults.len().min(10)].join("\n")
    );
}

/// Each report alone, each with the one before it, and all on one timeline.
fn all_fit(paths: &[PathBuf]) {
    let [show, checked, compared, summed, timed] =
        ["show", "check", "diff", "summary", "timeline"].map(printed);
    let mut before: Option<Annotated> = None;
    let mut tales = Vec::new();
    for path in paths {
        let report = annotated(path);
        fits(&show, &written::report(&report), &short(path));
        for last in [false, true] {
            let found = check::check(&report, &check::Options { last, ..check::Options::default() });
            fits(&checked, &written::check(&found), &format!("check of {}", short(path)));
        }
        for old in before.iter().chain([&report]) {
            let comparison = diff(old, &report, &align(old, &report));
            fits(&compared, &written::comparison(&comparison), &format!("diff to {}", short(path)));
            let told = summary(&comparison, old, &report, &Options::default());
            fits(&summed, &summary_json::render(&told), &format!("summary to {}", short(path)));
        }
        tales.push(tell(&report));
        before = Some(report);
    }
    fits(&timed, &written::timeline(&timeline(tales)), "timeline");
}

#[test]
fn outputs_over_the_samples_fit_their_schemas() {
    let samples: Vec<PathBuf> = files("samples", &["md", "docx", "pdf"])
        .into_iter()
        .filter(|path| !path.ends_with("README.md"))
        .collect();
    assert!(samples.len() >= 12, "the samples are gone: {samples:?}");
    all_fit(&samples);
}

#[test]
fn outputs_over_real_reports_fit_their_schemas_or_skipped_aloud() {
    let Some(folder) = std::env::var_os("TRAVAUX_REPORTS") else {
        eprintln!("skipped: TRAVAUX_REPORTS is not set (schemas)");
        return;
    };
    let mut reports = Vec::new();
    for entry in std::fs::read_dir(Path::new(&folder)).unwrap() {
        let Ok(inside) = std::fs::read_dir(entry.unwrap().path()) else { continue };
        reports.extend(inside.map(|entry| entry.unwrap().path()));
    }
    let is_report = |path: &PathBuf| path.extension().is_some_and(|end| end == "pdf" || end == "md");
    reports.retain(is_report);
    reports.sort();
    assert!(!reports.is_empty(), "no reports below {}", folder.display());
    all_fit(&reports);
}

#[test]
fn a_key_that_is_not_told_is_a_fault() {
    let schema = printed("diff");
    let report = annotated(&root().join("samples/working-group-2031/draft.md"));
    let json = written::comparison(&diff(&report, &report, &align(&report, &report)));
    let whole: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(faults(&schema, &whole), Vec::<String>::new());
    let altered = |alter: &dyn Fn(&mut Value)| {
        let mut value = whole.clone();
        alter(&mut value);
        faults(&schema, &value)
    };
    let pair = |value: &mut Value, key: &str, to: Value| value["pairs"][0][key] = to;
    assert_eq!(altered(&|value| value["more"] = json!(1)), [": more is not in the schema"]);
    assert_eq!(altered(&|value| pair(value, "status", json!("odd"))).len(), 1);
    assert_eq!(altered(&|value| pair(value, "confidence", json!(2))).len(), 1);
    assert_eq!(altered(&|value| pair(value, "moved", Value::Null)).len(), 1);
    let gone = altered(&|value| {
        value["pairs"][0].as_object_mut().unwrap().remove("why");
    });
    assert_eq!(gone, ["/pairs/0: why is missing"]);
}
