//! `travaux show`.

use super::exit::{Exit, Trouble};
use super::input::Input;
use super::look::Look;
use super::write::Place;
use super::{pipeline, stages};
use crate::read;
use crate::render::{clean, json, show_view, terminal};
use crate::report::outline;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Show a report as it was read
///
/// The masthead, then headings and paragraphs with their identifiers, the facts found in them,
/// and everything that was set aside: running heads, page numbers, contents pages. Look here
/// first where a comparison surprises you.
///
/// Examples:
///
///   travaux show report.pdf                         the report and what was found in it
///   travaux show report.pdf --format json           the same for a program
///   travaux show report.pdf --stage outline         one line for each paragraph
///   travaux show report.pdf --stage source          the lines of the file with their places
///   travaux show - < report.md
///
/// The exit status is 0, or 2 on trouble.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Show {
    /// The report: PDF, DOCX, Markdown or plain text; a folder is one version issued in several
    /// documents; - is standard input
    pub report: PathBuf,

    /// Form of the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// How to read tracked changes in a DOCX
    #[arg(long, value_enum, default_value_t = Tracked::Accept)]
    pub tracked: Tracked,

    /// Print one stage on the way instead
    #[arg(long, value_enum, conflicts_with = "format")]
    pub stage: Option<Stage>,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub look: Look,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub input: Input,
}

/// Ways to read tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tracked {
    /// As if accepted.
    Accept,
    /// As if rejected: the text before them.
    Reject,
}

/// Forms of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: one object, schema travaux/report/1.
    Json,
}

/// Stages that `show` can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The lines of the file: page, left edge, size of type, bold, footnote calls.
    Source,
    /// The tree with every field of every part.
    Structure,
    /// The facts, one on a line.
    Mentions,
    /// The tree, one line for each part.
    Outline,
}

/// Runs the command.
pub fn run(args: &Show) -> Result<Exit, Trouble> {
    let place = Place::new(args.look.output.as_deref(), [args.report.as_path()])?;
    let tracked = match args.tracked {
        Tracked::Accept => read::Tracked::Accept,
        Tracked::Reject => read::Tracked::Reject,
    };
    let annotated = || pipeline::annotated(&args.report, &args.input, tracked);
    let text = match args.stage {
        Some(Stage::Source) => stages::source(&pipeline::source(&args.report, &args.input, tracked)?),
        Some(Stage::Structure) => stages::structure(&annotated()?.report),
        Some(Stage::Mentions) => stages::mentions(&annotated()?),
        Some(Stage::Outline) => {
            let outline = outline::outline(&annotated()?.report);
            clean::printable(&outline).into_owned()
        }
        None => {
            let annotated = annotated()?;
            match args.format {
                Format::Text => terminal::render(&show_view::page(&annotated), &args.look.setting()),
                Format::Json => json::report(&annotated),
            }
        }
    };
    place.write(&text)?;
    Ok(Exit::Fine)
}
