//! `travaux schema`.

use super::exit::{Exit, Trouble};
use super::write::Place;
use crate::render::schema;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Print the JSON Schema of a command's JSON output
///
/// For programs that read what travaux writes: JSON Schema, draft 2020-12.
///
/// Example:
///
///   travaux schema diff -o diff.schema.json
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Schema {
    /// The command whose output is described
    #[arg(value_enum)]
    pub command: Of,

    /// Write to FILE instead of the screen; whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Commands that write JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Of {
    /// Schema travaux/check/1.
    Check,
    /// Schema travaux/diff/1.
    Diff,
    /// Schema travaux/report/1.
    Show,
    /// Schema travaux/summary/1.
    Summary,
    /// Schema travaux/timeline/1.
    Timeline,
}

/// Runs the command.
pub fn run(args: &Schema) -> Result<Exit, Trouble> {
    let place = Place::new(args.output.as_deref(), [])?;
    place.write(match args.command {
        Of::Check => schema::CHECK,
        Of::Diff => schema::DIFF,
        Of::Show => schema::SHOW,
        Of::Summary => schema::SUMMARY,
        Of::Timeline => schema::TIMELINE,
    })?;
    Ok(Exit::Fine)
}
