//! `travaux check`.

use super::exit::{Exit, Trouble};
use super::input::Input;
use super::look::Look;
use super::pipeline;
use super::write::Place;
use crate::check::{self, Options};
use crate::read::Tracked;
use crate::render::{check_view, json, sarif, terminal};
use crate::{diff, mentions::Annotated};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Say what is still open in a report or does not add up
///
/// What an editor does by eye before adoption: blanks and brackets that are left, numbers that are
/// skipped, repeated or lost, references to paragraphs that are not there, symbols that look wrong,
/// agenda items with two titles, days that no calendar or session has, counts that do not fit their
/// lists, notes without calls; and hints for an editor, such as a missing full stop. Each finding says
/// where, what, why, what it may be instead and how sure it is.
///
/// Examples:
///
///   travaux check draft.pdf                         what is open or odd
///   travaux check report.pdf --final                what is still open is an error
///   travaux check report.pdf --against draft.pdf    also: did references follow the renumbering?
///   travaux check report.md --format sarif -o report.sarif
///
/// The exit status is 0 where nothing was found but hints, 1 where there are findings, 2 on trouble;
/// --strict makes hints count too.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Check {
    /// The report: PDF, DOCX, Markdown or plain text; a folder is one version issued in several
    /// documents; - is standard input
    pub report: PathBuf,

    /// Form of the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// The text is about to be adopted or issued: every open blank or bracket is an error
    #[arg(long = "final")]
    pub last: bool,

    /// An earlier version: also check that cross-references followed the renumbering
    #[arg(long, value_name = "OLD")]
    pub against: Option<PathBuf>,

    /// Let the exit status be 1 for hints alone
    #[arg(long)]
    pub strict: bool,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub look: Look,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub input: Input,
}

/// Forms of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: one object, schema travaux/check/1.
    Json,
    /// For editors and continuous integration: SARIF 2.1.0.
    Sarif,
}

/// Runs the command.
pub fn run(args: &Check) -> Result<Exit, Trouble> {
    let place = Place::new(
        args.look.output.as_deref(),
        [args.report.as_path()].into_iter().chain(args.against.as_deref()),
    )?;
    let mut options = Options { last: args.last, ..Options::default() };
    let annotated: Annotated = match &args.against {
        None => pipeline::annotated(&args.report, &args.input, Tracked::Accept)?,
        Some(old) => {
            let aligned = pipeline::aligned(old, &args.report, &args.input, Tracked::Accept)?;
            let comparison = diff::diff(&aligned.old, &aligned.new, &aligned.alignment);
            options.compared = comparison.remarks;
            aligned.new
        }
    };
    // "Found nothing" would mislead.
    if !check::is_report(&annotated) {
        return Err(Trouble::Usage(format!(
            "{}: this is no report that can be checked: it has neither a numbered paragraph nor a symbol; \
             travaux show says how the file was read",
            args.report.display()
        )));
    }
    let checked = check::check(&annotated, &options);
    let text = match args.format {
        Format::Text => terminal::render(&check_view::page(&checked), &args.look.setting()),
        Format::Json => json::check(&checked),
        Format::Sarif => sarif::render(&checked),
    };
    place.write(&text)?;
    let fine = if args.strict { checked.findings.is_empty() } else { checked.is_clean() };
    Ok(if fine { Exit::Fine } else { Exit::Different })
}
