//! The program from outside: exit statuses, messages, and what it leaves behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for each test, removed at the end.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("travaux-cli-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Desk(path)
    }

    /// What lies in the folder.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn travaux(desk: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_travaux"));
    command.args(arguments).current_dir(desk).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(variable);
    }
    command
}

fn run(desk: &Desk, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = travaux(&desk.0, arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// Trouble: status 2, nothing on standard output, one line on standard error that holds `words`.
#[track_caller]
fn trouble(desk: &Desk, arguments: &[&str], words: &[&str]) {
    let (status, out, err) = run(desk, arguments);
    assert_eq!(status, 2, "{err}");
    assert_eq!(out, "");
    assert!(err.starts_with("travaux: "), "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
    for word in words {
        assert!(err.contains(word), "{word:?} is not in: {err}");
    }
}

#[test]
fn help_teaches_by_example() {
    let desk = Desk::new("help");
    for (arguments, example) in [
        (vec!["--help"], "travaux diff draft.pdf report.pdf"),
        (vec!["help", "diff"], "travaux diff draft.pdf report.pdf --format json -o changes.json"),
        (vec!["diff", "--help"], "−should− +would+ continue its efforts"),
        (vec!["show", "--help"], "travaux show report.pdf --stage outline"),
        (vec!["summary", "--help"], "travaux summary draft.pdf report.pdf --format text"),
        (vec!["timeline", "--help"], "travaux timeline reports/*.pdf"),
    ] {
        let (status, out, err) = run(&desk, &arguments);
        assert_eq!((status, err.as_str()), (0, ""));
        assert!(out.contains("Examples:") && out.contains(example), "{out}");
    }
    let (status, out, _) = run(&desk, &["--version"]);
    assert_eq!((status, out), (0, format!("travaux {}\n", env!("CARGO_PKG_VERSION"))));
}

/// The result is the same on the screen and in a file, and it has no say in the exit status.
#[test]
fn every_form_goes_to_a_file_as_to_the_screen() {
    let desk = Desk::new("forms");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/working-group-2031");
    let (old, new) = (samples.join("draft.md"), samples.join("adopted.md"));
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    for (command, format, begins, expected) in [
        ("diff", "html", "<!doctype html>", 1),
        ("diff", "markdown", "# A/AC.999/2031/L.1 → A/86/31", 1),
        ("diff", "csv", "\u{feff}Old ¶,New ¶,Status,", 1),
        ("diff", "concordance", "\u{feff}Old ¶,New ¶,Old PDF page,", 1),
        ("summary", "html", "<!doctype html>", 0),
        ("summary", "json", "{\n  \"schema\": \"travaux/summary/1\"", 0),
    ] {
        let (status, out, err) = run(&desk, &[command, old, new, "--format", format]);
        assert_eq!((status, err.as_str()), (expected, ""), "{command} --format {format}");
        assert!(out.starts_with(begins), "{command} --format {format}: {out:.200}");
        let (status, nothing, _) = run(&desk, &[command, old, new, "--format", format, "-o", "result"]);
        assert_eq!((status, nothing.as_str()), (expected, ""));
        assert_eq!(fs::read_to_string(desk.0.join("result")).unwrap(), out);
        assert_eq!(desk.names(), ["result"]);
        // The same twice is the same: a page holds no clock and no chance.
        assert_eq!(run(&desk, &[command, old, new, "--format", format]).1, out);
    }
    let (status, ..) = run(&desk, &["diff", old, old, "--format", "html"]);
    assert_eq!(status, 0);
}

/// A page may be sent on, and tells nobody where it was made; a table has no place for a warning.
#[test]
fn files_are_named_without_folders_and_a_table_is_warned_of() {
    let desk = Desk::new("named");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/working-group-2031");
    for (folder, sample) in [("first", "draft.md"), ("second", "adopted.md")] {
        fs::create_dir(desk.0.join(folder)).unwrap();
        fs::copy(samples.join(sample), desk.0.join(folder).join("report.md")).unwrap();
    }
    let [old, new] = ["first", "second"].map(|folder| desk.0.join(folder).join("report.md"));
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    for format in ["html", "markdown", "csv", "concordance"] {
        let (_, out, err) = run(&desk, &["diff", new, old, "--format", format]);
        assert!(!out.contains(desk.0.to_str().unwrap()) && !out.contains("first/"), "{format}");
        let held = matches!(format, "html" | "markdown");
        assert_eq!(out.contains("swapped"), held, "{format}");
        assert_eq!(err.contains("the two look swapped"), !held, "{format}: {err}");
    }
    let (_, page, _) = run(&desk, &["diff", old, new, "--format", "html"]);
    assert!(page.contains("<dd>report.md (old) (markdown"), "the files are not told apart");
}

#[test]
fn wrong_arguments_are_trouble() {
    let desk = Desk::new("arguments");
    for arguments in [
        vec![],
        vec!["dif", "a", "b"],
        vec!["diff", "a"],
        vec!["diff", "a", "b", "--colour"],
        vec!["diff", "a", "b", "--format", "yaml"],
        vec!["diff", "a", "b", "--only", "dates"],
        vec!["diff", "a", "b", "--width", "3"],
        vec!["show", "a", "--stage", "outline", "--format", "json"],
    ] {
        let (status, out, err) = run(&desk, &arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(err.contains("Usage") || err.contains("--help"), "{err}");
    }
}

#[test]
fn standard_input_cannot_be_both() {
    trouble(&Desk::new("stdin"), &["diff", "-", "-"], &["standard input", "give a file"]);
}

#[test]
fn a_missing_folder_is_told_at_once_and_leaves_nothing_behind() {
    let desk = Desk::new("output");
    trouble(
        &desk,
        &["show", "report.md", "-o", "results/report.txt"],
        &["results/report.txt", "no folder results"],
    );
    assert!(desk.names().is_empty());
}

/// Three forms of one report are no version issued in three documents.
#[test]
fn one_document_in_several_forms_is_not_read_as_several() {
    let desk = Desk::new("folder-of-forms");
    fs::create_dir(desk.0.join("folder")).unwrap();
    for name in ["draft.md", "draft.txt", "draft.Add.1.md"] {
        fs::write(desk.0.join("folder").join(name), "1. The group met.\n\n2. It closed the session.\n")
            .unwrap();
    }
    trouble(&desk, &["check", "folder"], &["draft.md and draft.txt", "several forms"]);
    fs::remove_file(desk.0.join("folder/draft.txt")).unwrap();
    let output = travaux(&desk.0, &["check", "folder"]).output().unwrap();
    assert!(output.status.code() != Some(2), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A folder that takes no file is there all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_file_is_not_said_to_be_missing() {
    let desk = Desk::new("proc");
    fs::write(desk.0.join("report.md"), "1. The group met.\n").unwrap();
    trouble(
        &desk,
        &["show", "report.md", "-o", "/proc/report.txt"],
        &["/proc/report.txt", "cannot be written"],
    );
}

#[test]
fn a_closed_pipe_is_no_trouble() {
    let desk = Desk::new("pipe");
    let mut child =
        travaux(&desk.0, &["diff", "--help"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let Output { status, stderr, .. } = child.wait_with_output().unwrap();
    assert_eq!((status.code(), stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn trouble_leaves_an_earlier_result_alone() {
    let desk = Desk::new("earlier");
    fs::write(desk.0.join("report.txt"), "the earlier result\n").unwrap();
    trouble(&desk, &["show", "missing.md", "-o", "report.txt"], &["missing.md"]);
    assert_eq!(fs::read_to_string(desk.0.join("report.txt")).unwrap(), "the earlier result\n");
    assert_eq!(desk.names(), ["report.txt"]);
}

/// A short report, invented.
const DRAFT: &str = "\
A/AC.901/2031/L.7

Standing Committee on Lighthouses

Draft report

I. Introduction

1. The Standing Committee on Lighthouses met in Valletta from 5 to 16 May 2031 and held nine meetings.

2. The Committee should continue its survey of the fog signals of all coasts, as decided by the General Assembly.

3. The Committee adopted its report at its ___ meeting, on ___ May 2031.
";

fn desk_with_reports(name: &str) -> Desk {
    let desk = Desk::new(name);
    fs::write(desk.0.join("draft.md"), DRAFT).unwrap();
    let report = DRAFT
        .replace("should continue", "would continue")
        .replace("___ meeting, on ___ May", "9th meeting, on 16 May");
    fs::write(desk.0.join("report.md"), report).unwrap();
    fs::write(desk.0.join("quoted.md"), DRAFT.replace("survey of", "survey  of")).unwrap();
    desk
}

#[test]
fn a_file_that_is_not_there_or_is_a_folder_without_reports_is_trouble() {
    let desk = desk_with_reports("missing");
    trouble(&desk, &["show", "nowhere.pdf"], &["nowhere.pdf", "no such file"]);
    trouble(&desk, &["diff", "draft.md", "nowhere.pdf"], &["nowhere.pdf", "no such file"]);
    fs::create_dir(desk.0.join("folder")).unwrap();
    trouble(&desk, &["diff", "folder", "draft.md"], &["folder", "no report"]);
    trouble(&desk, &["show", "--stage", "source", "."], &["this is a folder", "one file"]);
    trouble(&desk, &["diff", "--tracked", "both", "."], &["this is a folder", "one file"]);
    trouble(&desk, &["summary", "draft.md", "nowhere.pdf"], &["nowhere.pdf", "no such file"]);
    trouble(&desk, &["summary", "draft.md", "draft.md", "--tracked", "both"], &["leave out NEW"]);
    fs::write(desk.0.join("empty.md"), "").unwrap();
    trouble(&desk, &["show", "empty.md"], &["empty.md", "no text"]);
    trouble(&desk, &["show", "\u{1b}[31m.md"], &["no such file"]);
    assert!(!run(&desk, &["show", "\u{1b}[31m.md"]).2.contains('\u{1b}'));
}

#[test]
fn a_list_of_strength_that_is_none_is_trouble() {
    let desk = desk_with_reports("strength");
    let with = |list: &'static str| ["diff", "draft.md", "report.md", "--strength-list", list];
    trouble(&desk, &with("nowhere.txt"), &["nowhere.txt", "no such file"]);
    fs::write(desk.0.join("empty.txt"), "# nothing\n").unwrap();
    trouble(&desk, &with("empty.txt"), &["empty.txt", "no words"]);
    fs::write(desk.0.join("wrong.txt"), "8: shall\nstrong words\n").unwrap();
    trouble(&desk, &with("wrong.txt"), &["wrong.txt", "line 2", "strong words"]);
    fs::write(desk.0.join("bytes.txt"), [0xff, 0xfe, 0xfd]).unwrap();
    trouble(&desk, &with("bytes.txt"), &["bytes.txt", "no text"]);
}

#[test]
fn the_status_of_diff_says_whether_anything_changed() {
    let desk = desk_with_reports("status");
    let (status, out, err) = run(&desk, &["diff", "draft.md", "draft.md"]);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    assert_eq!(run(&desk, &["diff", "draft.md", "draft.md", "--strict"]).0, 0);
    let (status, out, err) = run(&desk, &["diff", "draft.md", "report.md"]);
    assert_eq!((status, err.as_str()), (1, ""), "{out}");
    assert!(out.contains("−should− +would+"), "{out}");
}

#[test]
fn a_result_in_a_file_is_the_result_on_the_screen() {
    let desk = desk_with_reports("file");
    for arguments in [
        vec!["diff", "draft.md", "report.md"],
        vec!["show", "draft.md", "--format", "json"],
        vec!["summary", "draft.md", "report.md"],
        vec!["summary", "draft.md", "report.md", "--format", "text"],
    ] {
        let (status, shown, _) = run(&desk, &arguments);
        let (other, out, err) = run(&desk, &[arguments, vec!["-o", "result"]].concat());
        assert_eq!((status, "", ""), (other, out.as_str(), err.as_str()));
        assert_eq!(fs::read_to_string(desk.0.join("result")).unwrap(), shown);
        fs::remove_file(desk.0.join("result")).unwrap();
    }
    assert_eq!(desk.names(), ["draft.md", "quoted.md", "report.md"]);
}

#[test]
fn a_closed_pipe_keeps_the_status_of_diff() {
    let desk = desk_with_reports("closed");
    for (new, expected) in [("draft.md", 0), ("report.md", 1)] {
        let mut child = travaux(&desk.0, &["diff", "draft.md", new])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let Output { status, stderr, .. } = child.wait_with_output().unwrap();
        assert_eq!((status.code(), String::from_utf8(stderr).unwrap().as_str()), (Some(expected), ""));
    }
}

#[test]
fn a_summary_ends_well_whatever_changed_and_whoever_listens() {
    let desk = desk_with_reports("summary");
    for new in ["draft.md", "report.md"] {
        let (status, out, err) = run(&desk, &["summary", "draft.md", new]);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
        assert!(out.starts_with("# What changed: "), "{out}");
        let mut child = travaux(&desk.0, &["summary", "draft.md", new])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let Output { status, stderr, .. } = child.wait_with_output().unwrap();
        assert_eq!((status.code(), String::from_utf8(stderr).unwrap().as_str()), (Some(0), ""));
    }
    let longest = |arguments: &[&str]| run(&desk, arguments).1.lines().map(|l| l.chars().count()).max();
    // A paragraph is one line where it will be laid anew, and fits the page where it will be read.
    assert!(longest(&["summary", "draft.md", "report.md"]) > Some(80));
    assert!(longest(&["summary", "draft.md", "report.md", "--width", "60"]) <= Some(60));
    assert!(longest(&["summary", "draft.md", "report.md", "--format", "text"]) <= Some(80));
}

const SESSIONS: &str = "United Nations A/AC.999/2031/L.1\n\nDistr.: Limited\n1 December 2031\n\n\
    # Report of the Committee on Tides\n\n1. The Committee on Tides held its third session from 3 to 7 March \
    2031 and its fourth session from 4 to 8 August 2031.\n";

#[test]
fn one_bad_report_does_not_spoil_a_timeline() {
    let desk = Desk::new("timeline");
    fs::write(desk.0.join("report.md"), SESSIONS).unwrap();
    fs::write(desk.0.join("empty.md"), "").unwrap();
    let (status, out, err) = run(&desk, &["timeline", "none.pdf", "report.md", "empty.md"]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("3–7 Mar 2031") && out.contains("Fourth session"), "{out}");
    assert_eq!(err.lines().count(), 2, "{err}");
    assert!(err.contains("none.pdf") && err.contains("empty.md") && err.contains("left out"), "{err}");
    let (status, out, err) = run(&desk, &["timeline", "none.pdf", "empty.md"]);
    assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{err}");
    trouble(&desk, &["timeline", "-", "-"], &["standard input"]);
}

#[test]
fn a_timeline_shows_what_was_asked_for_and_fits_the_page() {
    let desk = Desk::new("timeline-asked");
    fs::write(desk.0.join("report.md"), SESSIONS).unwrap();
    let timeline = |arguments: &[&str]| {
        let (status, out, err) = run(&desk, &[&["timeline", "report.md"], arguments].concat());
        assert_eq!((status, err.as_str()), (0, ""));
        out
    };
    assert!(!timeline(&["--from", "2031-05-01"]).contains("Third session"));
    assert!(!timeline(&["--to", "2031-05-01"]).contains("Fourth session"));
    assert!(!timeline(&["--kind", "issue"]).contains("session"));
    assert!(timeline(&["--body", "tides"]).contains("Third session"));
    // Where nothing is left, it says by which filter.
    let (status, out, err) = run(&desk, &["timeline", "report.md", "--body", "rivers"]);
    assert!(status == 0 && !out.contains("Third session") && err.contains("--body rivers"), "{out}{err}");
    let json: serde_json::Value = serde_json::from_str(&timeline(&["--format", "json"])).unwrap();
    assert_eq!(json["schema"], "travaux/timeline/1");
    assert_eq!(json["events"][0]["dates"], "2031-03-03/2031-03-07");
    for width in [20, 40, 60, 80, 130] {
        let page = timeline(&["--width", &width.to_string(), "--ascii"]);
        assert!(page.is_ascii(), "{page}");
        assert!(page.lines().all(|line| line.len() <= width), "{width}\n{page}");
    }
}

#[test]
fn standard_input_is_a_report_like_any_other() {
    let desk = desk_with_reports("input");
    let input = fs::File::open(desk.0.join("draft.md")).unwrap();
    let output = travaux(&desk.0, &["diff", "-", "report.md"]).stdin(input).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn colour_is_for_those_who_asked() {
    let desk = desk_with_reports("colour");
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = travaux(&desk.0, &[&["diff", "draft.md", "report.md"], arguments].concat());
        let output = command.envs(variables.iter().copied()).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured(&[], &[]), "a pipe");
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    let (_, out, _) = run(&desk, &["diff", "draft.md", "report.md", "--ascii"]);
    assert!(out.is_ascii() && out.contains("[-should-] {+would+}"), "{out}");
}

#[test]
fn every_stage_can_be_printed() {
    let desk = desk_with_reports("stages");
    for (stage, words) in [
        ("source", "1. The Standing"),
        ("structure", "p1\n    paragraph"),
        ("outline", "p2  The Committee should"),
        ("mentions", ""),
    ] {
        let (status, out, err) = run(&desk, &["show", "draft.md", "--stage", stage]);
        assert_eq!((status, err.as_str()), (0, ""));
        assert!(out.contains(words), "{stage}: {out}");
    }
    let (_, out, _) = run(&desk, &["diff", "draft.md", "report.md", "--stage", "alignment"]);
    assert!(out.contains("p2 → p2"), "{out}");
}

#[test]
fn a_redline_is_asked_for_in_full_or_refused_in_one_line() {
    let desk = Desk::new("redline");
    let text = |last: &str| {
        format!(
            "1. The Committee met from 3 to 7 March 2031 and elected its officers.\n\n2. It adopted its report {last}.\n"
        )
    };
    fs::write(desk.0.join("old.md"), text("without a vote")).unwrap();
    fs::write(desk.0.join("new.md"), text("by consensus")).unwrap();
    let ask = ["diff", "old.md", "new.md", "--format", "docx"];
    let with = |more: &[&'static str]| [&ask[..], more].concat();
    trouble(&desk, &with(&["--only", "date"]), &["--only", "leave the option out"]);
    trouble(&desk, &with(&["--date", "yesterday"]), &["--date", "yesterday", "2031-04-11"]);
    trouble(&desk, &with(&["--author", " "]), &["--author", "name"]);
    trouble(&desk, &["diff", "old.md", "--tracked", "both", "--format", "docx"], &["--tracked both"]);
    assert_eq!(desk.names(), ["new.md", "old.md"]);
    // Into a file and into a pipe the same bytes.
    let (status, out, err) =
        run(&desk, &with(&["--date", "2031-04-11", "--author", "Secretariat", "-o", "redline.docx"]));
    assert_eq!((status, out.as_str(), err.as_str()), (1, "", ""));
    let piped =
        travaux(&desk.0, &with(&["--date", "2031-04-11", "--author", "Secretariat"])).output().unwrap();
    assert_eq!(piped.stdout, fs::read(desk.0.join("redline.docx")).unwrap());
    // The ending of the file asks for the form; a contradiction is told.
    for (name, begins) in [
        ("result.html", "<!doctype html>"),
        ("result.csv", "\u{feff}Old"),
        ("result.JSON", "{"),
        ("r.txt", ""),
    ] {
        let (status, _, err) = run(&desk, &["diff", "old.md", "new.md", "-o", name]);
        assert_eq!((status, err.as_str()), (1, ""));
        let text = fs::read_to_string(desk.0.join(name)).unwrap();
        assert!(
            text.starts_with(begins) && (name != "r.txt" || !text.starts_with(['<', '{'])),
            "{name}: {text:.80}"
        );
    }
    let (_, _, err) = run(&desk, &["diff", "old.md", "new.md", "-o", "result.docx"]);
    assert_eq!(err, "");
    assert!(fs::read(desk.0.join("result.docx")).unwrap().starts_with(b"PK"));
    let (_, _, err) = run(&desk, &with(&["-o", "result.pdf"]));
    assert!(err.contains("Word document") && err.contains(".pdf"), "{err}");
    // What is read is not written over.
    trouble(&desk, &with(&["-o", "new.md"]), &["new.md", "to be read", "-o"]);
    trouble(&desk, &["show", "old.md", "-o", "./old.md"], &["old.md", "to be read"]);
    // What a reader must know is told here too.
    let dated =
        |day: &str| format!("A/AC.999/2031/L.1\n\nDistr.: General\n{day}\n\n{}", text("by consensus"));
    fs::write(desk.0.join("late.md"), dated("21 July 2031")).unwrap();
    fs::write(desk.0.join("early.md"), dated("10 March 2031")).unwrap();
    let (_, _, err) = run(&desk, &["diff", "late.md", "early.md", "-o", "swapped.docx"]);
    assert!(err.contains("the two look swapped"), "{err}");
    // The clock can be set from outside.
    let epoch =
        |second: &str| travaux(&desk.0, &ask).env("SOURCE_DATE_EPOCH", second).output().unwrap().stdout;
    assert_eq!(epoch("1933632000"), epoch("1933632000"));
    // What it holds can be read as any document.
    let (_, shown, _) = run(&desk, &["show", "redline.docx", "--stage", "outline"]);
    assert!(shown.contains("by consensus") && !shown.contains("without a vote"), "{shown}");
}

/// Its tags would be a report of a thousand lines.
#[test]
fn a_page_of_html_is_no_report() {
    let desk = Desk::new("html");
    for page in ["<!DOCTYPE html>\n<p>1. The Group met.</p>", "\u{feff}\n<HTML><p>1. The Group met.</p>"] {
        std::fs::write(desk.0.join("page.html"), page).unwrap();
        let (status, out, err) = run(&desk, &["show", "page.html"]);
        assert_eq!((status, out.as_str()), (2, ""), "{err}");
        assert!(err.contains("a page of HTML") && err.contains("print it to PDF"), "{err}");
    }
    // A sign of Markdown is no page.
    std::fs::write(desk.0.join("report.md"), "<br>\n\n1. The Group met at the old hall.\n").unwrap();
    assert_eq!(run(&desk, &["show", "report.md"]).0, 0);
}

#[test]
fn an_ending_that_does_not_fit_is_told() {
    let desk = Desk::new("endings");
    std::fs::write(desk.0.join("a.md"), "1. The Group met at the old hall.\n").unwrap();
    std::fs::write(desk.0.join("b.md"), "1. The Group met at the new hall.\n").unwrap();
    let (_, _, err) = run(&desk, &["summary", "a.md", "b.md", "-o", "changes.docx"]);
    assert!(err.contains("ends in .docx") && err.contains("plain text") && err.contains("--format"), "{err}");
    let (_, _, err) = run(&desk, &["summary", "a.md", "b.md", "-o", "changes.txt"]);
    assert_eq!(err, "");
}
