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
    ] {
        let (status, out, err) = run(&desk, &arguments);
        assert_eq!((status, err.as_str()), (0, ""));
        assert!(out.contains("Examples:") && out.contains(example), "{out}");
    }
    let (status, out, _) = run(&desk, &["--version"]);
    assert_eq!((status, out), (0, format!("travaux {}\n", env!("CARGO_PKG_VERSION"))));
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
