//! What the README shows is what happens.

#[path = "support/papers.rs"]
mod papers;

use papers::root;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap_or_else(|error| panic!("README.md: {error}"))
}

/// Runs `travaux …` as a shell would, as far as the README needs one.
fn run(folder: &Path, command: &str) -> Output {
    let (arguments, input) = match command.split_once(" < ") {
        Some((arguments, file)) => (arguments, Stdio::from(std::fs::File::open(folder.join(file)).unwrap())),
        None => (command, Stdio::null()),
    };
    let mut words = arguments.split_whitespace();
    assert_eq!(words.next(), Some("travaux"), "README.md: {command}");
    Command::new(env!("CARGO_BIN_EXE_travaux"))
        .current_dir(folder)
        .args(words)
        .stdin(input)
        .env("NO_COLOR", "1")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .output()
        .unwrap()
}

/// Ended as the README says: with 0, or with 1 where there are differences or findings.
#[track_caller]
fn ended_well(command: &str, output: &Output) {
    let status = output.status.code();
    let message = String::from_utf8_lossy(&output.stderr);
    let fits = status == Some(0)
        || (status == Some(1)
            && ["travaux diff", "travaux check"].iter().any(|name| command.starts_with(name)));
    assert!(fits && message.is_empty(), "README.md: {command}\n  status {status:?}\n  {message}");
}

/// The commands after `$ ` in console blocks; `cargo run` is our program.
fn console(readme: &str) -> Vec<String> {
    let mut inside = false;
    let mut commands = Vec::new();
    for line in readme.lines() {
        if let Some(language) = line.strip_prefix("```") {
            inside = !inside && matches!(language, "console" | "sh" | "shell" | "bash");
        } else if inside {
            let line = line.strip_prefix("$ ").unwrap_or(line);
            commands.push(line.replace("cargo run --release --", "travaux"));
        }
    }
    commands.retain(|command| command.starts_with("travaux "));
    commands
}

#[test]
fn commands_in_console_blocks_run_in_the_folder_of_the_readme() {
    let commands = console(&readme());
    assert!(!commands.is_empty(), "README.md: no console block runs the program");
    for command in commands {
        ended_well(&command, &run(root(), &command));
    }
}

/// Commands inside the text name files that a reader would have: here they are samples.
#[test]
fn commands_in_the_text_run() {
    let desk = Desk::new();
    let readme = readme();
    let mut count = 0;
    for command in readme.split('`').skip(1).step_by(2).filter(|span| span.starts_with("travaux ")) {
        // Placeholders in capitals: "travaux diff OLD NEW" is a form, not a command.
        let form = command.split_whitespace().skip(2).any(|word| {
            !word.starts_with('-')
                && word.chars().all(|c| c.is_uppercase() || "[].…".contains(c))
                && word != "-"
        });
        if form || command.split_whitespace().count() < 3 {
            continue;
        }
        // In a table a vertical line inside a command is escaped.
        let command = command.replace("\\|", "|");
        ended_well(&command, &run(&desk.0, &command));
        count += 1;
    }
    assert!(count >= 5, "README.md: only {count} commands in the text");
}

/// `<!-- output of: travaux diff … -->` stands before a picture of that command's output; a line
/// that holds only `…` stands for lines left out.
#[test]
fn the_pictures_of_output_are_what_comes() {
    let readme = readme();
    let mut pictures = 0;
    for part in readme.split("<!-- output of: ").skip(1) {
        let (command, rest) = part.split_once(" -->").expect("README.md: a marker without end");
        let picture = rest.trim_start().strip_prefix("```text\n").and_then(|rest| rest.split_once("\n```"));
        let (picture, _) = picture.unwrap_or_else(|| panic!("README.md: no picture after {command}"));
        let output = run(root(), &format!("{command} --width 80"));
        ended_well(command, &output);
        let output = String::from_utf8(output.stdout).unwrap();
        if let Err(missing) = occurs(picture, &output) {
            panic!("README.md: {command}\n--- no longer comes:\n{missing}\n--- the output:\n{output}");
        }
        pictures += 1;
    }
    assert!(
        pictures > 0,
        "README.md shows no output: put <!-- output of: travaux diff … --> before a ```text block"
    );
}

/// Whether the parts of a picture come in order, each as whole lines one after the other.
fn occurs(picture: &str, output: &str) -> Result<(), String> {
    let output: Vec<&str> = output.lines().map(str::trim_end).collect();
    let picture: Vec<&str> = picture.lines().map(str::trim_end).collect();
    let mut from = 0;
    for (order, part) in picture.split(|line| *line == "…").enumerate() {
        if part.is_empty() {
            continue;
        }
        let found = output[from..].windows(part.len()).position(|window| window == part);
        match found {
            // The picture begins where the output begins, unless it says otherwise.
            Some(at) if order > 0 || at == 0 => from += at + part.len(),
            _ => return Err(part.join("\n")),
        }
    }
    let whole = picture.last() == Some(&"…") || output[from..].iter().all(|line| line.is_empty());
    if whole { Ok(()) } else { Err(format!("the end; it goes on with {:?}", output[from])) }
}

#[test]
fn a_picture_is_compared_line_by_line() {
    assert_eq!(occurs("a\nb", "a\nb\n"), Ok(()));
    assert_eq!(occurs("a\n…\nc", "a\nb\nc\n"), Ok(()));
    assert!(occurs("a\nc", "a\nb\nc\n").is_err());
    assert!(occurs("b", "a\nb\n").is_err());
    assert!(occurs("a\n…\nc\n…\nb", "a\nb\nc\n").is_err());
    assert!(occurs("a", "a\nb\n").is_err());
}

/// A folder with `draft` and `report` in Markdown and PDF, gone at the end of the test.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Self {
        let desk = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
        let _ = std::fs::remove_dir_all(&desk);
        std::fs::create_dir_all(&desk).unwrap();
        for (name, sample) in [("draft", "draft"), ("report", "adopted")] {
            for format in ["md", "pdf"] {
                let from = root().join(format!("samples/working-group-2031/{sample}.{format}"));
                std::fs::copy(&from, desk.join(format!("{name}.{format}"))).unwrap();
            }
        }
        Desk(desk)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
