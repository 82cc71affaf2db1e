//! The tree itself: stages in order, every file explained, no test material that no test reads.

#[path = "support/papers.rs"]
mod papers;

use papers::{files, root, short};
use std::collections::BTreeSet;
use std::path::Path;

/// Nouns: they know nothing of the stages.
const NOUNS: [&str; 4] = ["terms", "report", "remark", "error"];

/// Stages in the order of the work; each may use what stands before it.
const STAGES: [&str; 10] =
    ["read", "structure", "mentions", "version", "align", "diff", "timeline", "check", "render", "cli"];

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The module that a file of `src` belongs to: `align` for `src/align/gap.rs`.
fn module(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a line reaches through `crate::`. A text search: a path written through
/// `super` out of its folder would pass it.
fn reached(line: &str) -> Vec<String> {
    let line = line.split("//").next().unwrap_or("");
    let mut reached = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let names = rest.strip_prefix('{').map_or(rest, |group| group.split('}').next().unwrap_or(""));
        let many = rest.starts_with('{');
        for name in names.split(',').take(if many { usize::MAX } else { 1 }) {
            let name = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_');
            reached.push(name.collect());
        }
    }
    reached
}

#[test]
fn no_stage_uses_a_later_one() {
    assert_eq!(reached("use crate::{align::Pair, read};"), ["align", "read"]);
    assert_eq!(reached("    let x = crate::cli::run(); // crate::render"), ["cli"]);
    let rank = |name: &str| STAGES.iter().position(|stage| *stage == name);
    let mut faults = Vec::new();
    for path in files("src", &["rs"]) {
        let own = module(&path);
        if own == "lib" || own == "main" {
            continue;
        }
        let noun = NOUNS.contains(&own.as_str());
        assert!(noun || rank(&own).is_some(), "{}: {own} is neither noun nor stage", short(&path));
        for (number, line) in text(&path).lines().enumerate() {
            for other in reached(line) {
                let wrong = match (rank(&other), rank(&own)) {
                    (Some(_), None) => true,
                    (Some(other), Some(own)) => other > own,
                    (None, _) => false,
                };
                if wrong {
                    faults.push(format!("{}:{}: {own} uses {other}", short(&path), number + 1));
                }
            }
        }
    }
    none(faults);
}

#[test]
fn every_file_says_what_it_is_for() {
    let faults = files("src", &["rs"]).into_iter().chain(files("tests", &["rs"]));
    let faults = faults.filter(|path| !text(path).starts_with("//! "));
    none(faults.map(|path| format!("{} does not begin with //!", short(&path))).collect());
}

#[test]
fn no_drawer_for_anything() {
    const DRAWERS: [&str; 8] =
        ["util", "utils", "helper", "helpers", "common", "misc", "manager", "processor"];
    let is_drawer = |path: &Path| {
        path.strip_prefix(root()).unwrap().components().any(|part| {
            let name = part.as_os_str().to_string_lossy().to_lowercase();
            DRAWERS.contains(&name.trim_end_matches(".rs"))
        })
    };
    let faults = files("src", &["rs"]).into_iter().chain(files("tests", &["rs"]));
    none(faults.filter(|path| is_drawer(path)).map(|path| short(&path)).collect());
}

/// The tree must work on any machine: no path of one stands in it.
#[test]
fn no_path_of_one_machine() {
    // Put together here, so that this file does not name them itself.
    let paths =
        [["/wo", "rk/"], ["/t", "mp/"], ["/ho", "me/"], ["../sha", "red"]].map(|parts| parts.concat());
    let mut checked = 0;
    let mut faults = Vec::new();
    let kinds = ["rs", "md", "txt", "outline", "toml", "run", "json"];
    let folders = ["src", "tests", "samples"].iter().flat_map(|folder| files(folder, &kinds));
    let singles = ["README.md", "CHANGELOG.md", "Cargo.toml", ".ci/run"].map(|name| root().join(name));
    for path in folders.chain(singles) {
        checked += 1;
        for (number, line) in text(&path).lines().enumerate() {
            for wrong in paths.iter().filter(|wrong| line.contains(wrong.as_str())) {
                // The real documents stand beside the repository on some machines; only the last
                // step of the check looks for them, and does without.
                if path.ends_with(".ci/run") && *wrong == paths[3] {
                    continue;
                }
                faults.push(format!("{}:{}: {wrong}", short(&path), number + 1));
            }
        }
    }
    assert!(checked > 100, "only {checked} files");
    none(faults);
}

#[test]
fn the_changelog_has_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    let changelog = text(&root().join("CHANGELOG.md"));
    let first = changelog.lines().find(|line| line.starts_with("## ")).unwrap_or("no heading");
    assert!(
        first.contains(&format!("[{version}]")),
        "CHANGELOG.md begins with “{first}”, Cargo.toml has {version}"
    );
}

/// Each file of the corpus is a case of a folder that a test runs, or a golden that a test names.
#[test]
fn every_file_of_the_corpus_is_read_by_some_test() {
    let tests: String = files("tests", &["rs"]).iter().map(|path| text(path)).collect();
    let mut faults = Vec::new();
    let mut folders = BTreeSet::new();
    for path in files("tests/corpus", &["md", "txt", "outline", "json", "toml"]) {
        let below = path.strip_prefix(root().join("tests/corpus")).unwrap();
        let folder = below.parent().unwrap().display().to_string();
        let run = tests.contains(&format!("root = \"tests/corpus/{folder}\""));
        // A folder per story is run from the folder above.
        let above = Path::new(&folder).parent().map_or_else(String::new, |above| above.display().to_string());
        let story = !above.is_empty() && tests.contains(&format!("root = \"tests/corpus/{above}\""));
        // A golden may be named with its number put in: "render/show-{width}.txt".
        let name = below.display().to_string();
        let stem = name.split(|c: char| c.is_ascii_digit()).next().unwrap_or(&name);
        let named = tests.contains(&format!("\"{name}\"")) || tests.contains(&format!("\"{stem}{{"));
        if !run && !story && !named {
            faults.push(format!("{}: no test reads it", short(&path)));
        }
        let golden = path.extension().is_some_and(|extension| extension == "outline");
        if golden && !["md", "txt"].iter().any(|case| path.with_extension(case).exists()) {
            faults.push(format!("{}: its document is gone", short(&path)));
        }
        folders.insert(folder);
    }
    assert!(folders.len() >= 4, "folders of the corpus: {folders:?}");
    none(faults);
}

/// A test with a harness of its own must be told to Cargo, or its cases never run.
#[test]
fn tests_with_their_own_harness_are_in_the_manifest() {
    let manifest = text(&root().join("Cargo.toml"));
    let mut faults = Vec::new();
    for path in files("tests", &["rs"]).into_iter().filter(|path| path.parent().unwrap().ends_with("tests")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let own = text(&path).lines().any(|line| line.starts_with("datatest_stable::harness!"));
        let stanza = manifest.contains(&format!("name = \"{name}\"\nharness = false"));
        if own != stanza {
            faults.push(format!("{}: own harness {own}, in Cargo.toml {stanza}", short(&path)));
        }
    }
    none(faults);
}

/// Each sample is there in all three formats, and is named in the README of the samples.
#[test]
fn samples_are_complete() {
    let readme = text(&root().join("samples/README.md"));
    let samples = files("samples", &["md", "docx", "pdf"]);
    let faults = samples.iter().filter(|path| !path.ends_with("README.md")).flat_map(|path| {
        let missing = ["md", "docx", "pdf"].into_iter().filter(|end| !path.with_extension(end).exists());
        let name = path.strip_prefix(root().join("samples")).unwrap().display().to_string();
        let unnamed =
            (!readme.contains(&format!("]({name})"))).then(|| format!("{name} is not in the README"));
        missing.map(|end| format!("{}: no {end}", short(path))).chain(unnamed).collect::<Vec<_>>()
    });
    none(faults.collect());
}
