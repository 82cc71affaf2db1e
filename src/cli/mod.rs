//! The shell: arguments, dispatch, exit statuses. The only place that prints.

mod check;
mod diff;
mod exit;
mod folder;
mod input;
mod look;
mod many;
mod pipeline;
mod redline;
mod schema;
mod show;
mod stages;
mod summary;
mod ticker;
mod timeline;
mod versions;
mod write;

use clap::{Parser, Subcommand};
use exit::{Exit, Trouble};
use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

/// What really changed between two drafts of an intergovernmental report
///
/// Reads reports as PDF, DOCX, Markdown or plain text, without any connection to the outside.
///
/// Examples:
///
///   travaux diff draft.pdf report.pdf
///   travaux summary draft.pdf report.pdf
///   travaux timeline reports/*.pdf
///   travaux check report.pdf
///   travaux show report.pdf
///
/// In place of a file, - stands for standard input.
///
/// The exit status is 0 where all went well, 1 where `diff` found differences or `check`
/// found something, 2 on trouble (one message on standard error says which).
///
/// `travaux help diff` says more about one command.
#[derive(Debug, Parser)]
#[command(name = "travaux", version, verbatim_doc_comment, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// One file for each command, one line for each here and in [`dispatch`].
#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Diff(diff::Diff),
    Show(show::Show),
    Summary(summary::Summary),
    Timeline(timeline::Timeline),
    Schema(schema::Schema),
}

fn dispatch(command: &Command) -> Result<Exit, Trouble> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Show(args) => show::run(args),
        Command::Summary(args) => summary::run(args),
        Command::Timeline(args) => timeline::run(args),
        Command::Schema(args) => schema::run(args),
    }
}

/// Parses arguments, runs the command, says what went wrong, and returns the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and version come this way too; only they are no trouble. A closed pipe is none.
            let _ = told.print();
            return if told.use_stderr() { Exit::Trouble } else { Exit::Fine }.into();
        }
    };
    // A panic is told in our own one line; who wants to see where it was asks for a backtrace.
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
    let result = std::panic::catch_unwind(|| dispatch(&arguments.command));
    match result.unwrap_or(Err(Trouble::Inside)) {
        Ok(exit) => exit.into(),
        Err(trouble) => {
            let message = crate::render::clean::one_line(&trouble.to_string());
            // Not `eprintln!`, which panics where standard error is closed.
            let _ = writeln!(std::io::stderr(), "travaux: {message}");
            Exit::Trouble.into()
        }
    }
}
