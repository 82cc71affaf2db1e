//! A version issued in several documents, each from paragraph 1, given as a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for one test, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Folder {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("version-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        for (name, text) in files {
            fs::write(path.join(name), text).expect("a file for the test");
        }
        Folder(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path in Unicode")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn travaux(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_travaux")).args(arguments).output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text in UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text in UTF-8")
}

fn head(symbol: &str, below: &str) -> String {
    format!(
        "United Nations\n{symbol}\n\nDistr.: Limited\n3 March 2031\n\nOriginal: English\n\n\
         Committee on the Uses of Kites\n\n# Draft report\n\n{below}"
    )
}

const OPENING: &str =
    "1. The Committee on the Uses of Kites held its ninth session at Vienna from 3 to 7 March 2031.";
const CHAIR: &str = "2. The session was opened by the Chair, who recalled the accidents of the year before.";
const STRINGS: &str =
    "1. The Committee took note of the report of the Secretariat on strings and their strength.";
const TAILS: &str =
    "2. Some delegations wished to see longer tails; others feared for the birds of the coast.";
const CLOUDS: &str = "1. The Committee agreed that no kite should be flown in a cloud, whatever its colour.";

fn issued(test: &str) -> Folder {
    let first = head("A/AC.998/2031/L.2", &format!("## I. Introduction\n\n{OPENING}\n\n{CHAIR}\n"));
    let second =
        head("A/AC.998/2031/L.2/Add.2", &format!("## Addendum\n\n## II. Strings\n\n{STRINGS}\n\n{TAILS}\n"));
    let third = head("A/AC.998/2031/L.2/Add.10", &format!("## Addendum\n\n## III. Clouds\n\n{CLOUDS}\n"));
    // The names of the files sort otherwise than the symbols.
    Folder::new(
        test,
        &[
            ("c.md", &first),
            ("b.md", &second),
            ("a.md", &third),
            ("picture.png", "no report"),
            (".hidden", ""),
        ],
    )
}

#[test]
fn documents_are_read_in_the_order_of_their_symbols_and_stand_before_their_identifiers() {
    let folder = issued("order");
    let output = travaux(&["show", "--stage", "outline", folder.path()]);
    let outline = out(&output);
    let ids: Vec<&str> = outline.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let texts: Vec<&&str> = ids.iter().filter(|id| !id.contains(".f.") && id.starts_with('d')).collect();
    assert_eq!(texts, [&"d1.hI", &"d1.p1", &"d1.p2", &"d2.hII", &"d2.p1", &"d2.p2", &"d3.hIII", &"d3.p1"]);
    assert!(ids.contains(&"d2.f.addendum"), "the word “Addendum” is part of the masthead:\n{outline}");
    assert!(outline.contains("! several-documents"), "{outline}");
    assert!(outline.contains("picture.png") && !outline.contains(".hidden"), "{outline}");
}

#[test]
fn a_draft_in_parts_against_one_report_is_told_by_the_part_of_each_paragraph() {
    let folder = issued("compared");
    let number = |text: &str, number: u32| text.replacen(&text[..1], &number.to_string(), 1);
    let report = format!(
        "United Nations\nA/90/20\n\nDistr.: General\n9 May 2031\n\nOriginal: English\n\nCommittee on the Uses of Kites\n\n\
         # Report\n\n## I. Introduction\n\n{OPENING}\n\n{CHAIR}\n\n## II. Strings\n\n{}\n\n{}\n\n## III. Clouds\n\n{}\n",
        number(STRINGS, 3),
        number(TAILS, 4),
        number(&CLOUDS.replace("whatever its colour", "be it red or blue"), 5),
    );
    let adopted = Folder::new("adopted", &[("report.md", &report)]);
    let one = adopted.0.join("report.md");
    let output =
        travaux(&["diff", "--width", "100", folder.path(), one.to_str().expect("a path in Unicode")]);
    let text = out(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.starts_with("A/AC.998/2031/L.2 and 2 more → A/90/20"), "{text}");
    assert!(text.contains("Add.10 ¶1 → ¶5"), "{text}");
    assert!(text.contains("Add.2 1–2 → 3–4"), "{text}");
    assert!(!text.contains("gone  "), "nothing is gone:\n{text}");
    let same = travaux(&["diff", folder.path(), folder.path()]);
    assert_eq!(same.status.code(), Some(0), "{}", out(&same));
}

#[test]
fn a_folder_without_a_report_and_a_broken_document_are_trouble() {
    let empty = Folder::new("empty", &[("notes.xyz", "something")]);
    let output = travaux(&["show", empty.path()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no report is in this folder"), "{}", err(&output));
    let broken = Folder::new("broken", &[("a.md", "1. A paragraph.\n"), ("b.md", "")]);
    let output = travaux(&["show", broken.path()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("b.md: the file holds no text"), "{}", err(&output));
    assert!(output.stdout.is_empty(), "half a version is no version");
}

#[test]
fn what_does_not_go_together_is_said() {
    let text = |symbol: &str| head(symbol, &format!("{OPENING}\n"));
    let folder = Folder::new(
        "twice",
        &[
            ("a.md", &text("A/AC.998/2031/L.2")),
            ("b.md", &text("A/AC.998/2031/L.2")),
            ("c.md", &text("A/AC.998/2031/L.2/Rev.1")),
            ("d.md", &text("A/AC.998/2031/L.3/Corr.1")),
        ],
    );
    let outline = out(&travaux(&["show", "--stage", "outline", folder.path()]));
    for code in ["symbol-twice", "replaced-document", "corrigendum-not-applied"] {
        assert!(outline.contains(&format!("! {code} ")), "{code}:\n{outline}");
    }
}

#[test]
fn a_reference_into_another_document_points_there() {
    let fourth = "4. The rule of paragraph 2 above holds for each of those named in paragraph 9 above.";
    let folder = Folder::new(
        "pointers",
        &[
            ("one.md", &head("A/AC.999/2031/L.1", &format!("{OPENING}\n\n{CHAIR}"))),
            ("two.md", &head("A/AC.999/2031/L.1/Add.1", &format!("3. {}\n\n{fourth}", &CLOUDS[3..]))),
        ],
    );
    let output = travaux(&["show", folder.path(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let mentions = json["nodes"].as_array().expect("nodes").iter().flat_map(|node| {
        node["mentions"]
            .as_array()
            .expect("mentions")
            .iter()
            .filter(|mention| mention["kind"] == "cross_reference")
    });
    let pointed: Vec<(&str, &str)> = mentions
        .map(|mention| {
            let resolved = mention["attributes"]["resolved"].as_str().expect("whether it was found");
            (mention["value"].as_str().expect("a value"), resolved)
        })
        .collect();
    assert_eq!(pointed, [("d1.p2", "true"), ("d2.p9", "false")]);
    let remarks = json["remarks"].as_array().expect("remarks");
    let nowhere: Vec<&str> = remarks
        .iter()
        .filter(|remark| remark["code"] == "points-nowhere")
        .filter_map(|remark| remark["message"].as_str())
        .collect();
    assert_eq!(nowhere.len(), 1, "{nowhere:?}");
    assert!(nowhere[0].contains("paragraph 9 above"), "{nowhere:?}");
}
