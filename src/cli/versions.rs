//! The two versions that `diff` and `summary` compare, and the options that say how.

use super::exit::Trouble;
use super::input::Input;
use super::pipeline::{self, Aligned};
use crate::diff::{self, Ladder};
use crate::error::{Error, ErrorKind};
use crate::read;
use crate::read::docx::draft::Draft;
use crate::render::clean;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Ways to read tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tracked {
    /// As if accepted (the usual way).
    Accept,
    /// As if rejected: the text before them.
    Reject,
    /// The text before them against the text after them.
    Both,
}

/// Kinds of change, for `--only`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    Date,
    Document,
    Officer,
    Participant,
    Placeholder,
    Session,
    AgendaItem,
    Quantity,
    CrossReference,
    Wording,
    Strength,
    Heading,
}

impl Kind {
    /// The name that a change has.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Date => "date",
            Kind::Document => "document",
            Kind::Officer => "officer",
            Kind::Participant => "participant",
            Kind::Placeholder => "placeholder",
            Kind::Session => "session",
            Kind::AgendaItem => "agenda_item",
            Kind::Quantity => "quantity",
            Kind::CrossReference => "cross_reference",
            Kind::Wording => "wording",
            Kind::Strength => "strength",
            Kind::Heading => "heading",
        }
    }
}

/// Whether wording that became stronger or weaker is told as such.
#[derive(Debug, Clone, Args)]
pub struct Strength {
    /// Tell where wording became stronger or weaker (shall, should, may; decides, urges, invites; as
    /// appropriate): a rule of thumb, for there is no official scale
    #[arg(long)]
    pub strength: bool,

    /// The same by a list of words of your own, in the form of src/terms/english/strength.txt
    #[arg(long, value_name = "FILE")]
    pub strength_list: Option<PathBuf>,
}

impl Strength {
    /// How to compare; who asks for changes of this kind alone asks for it too.
    pub fn options(&self, only: &[Kind]) -> Result<diff::Options, Trouble> {
        let mut options = diff::Options::default();
        options.strength = self.strength || self.strength_list.is_some() || only.contains(&Kind::Strength);
        if let Some(path) = &self.strength_list {
            let io = |cause| Error::new(path, ErrorKind::Io(cause));
            let bytes = std::fs::read(path).map_err(io)?;
            let text = String::from_utf8(bytes).map_err(|_| {
                Trouble::Usage(format!("{}: is no text; expected a list of words that bind, as in src/terms/english/strength.txt", path.display()))
            })?;
            options.ladder = Ladder::read(&text).map_err(|(number, line)| {
                let shown = clean::one_line(&line);
                Trouble::Usage(format!(
                    "{}, line {number}: “{shown}” is no line of a list of strength; expected a rank from 0 to 99 or - for hedges, a colon, and words separated by commas, as in “8: decide, shall, must”",
                    path.display()
                ))
            })?;
            if options.ladder.is_empty() {
                let message = format!(
                    "{}: holds no words; expected a list of strength such as “8: decide, shall, must”",
                    path.display()
                );
                return Err(Trouble::Usage(message));
            }
        }
        Ok(options)
    }
}

/// Two files, read and aligned, with OLD's own document where it is a Word file that can be marked up.
pub fn aligned_with_draft(
    old: &Path,
    new: Option<&Path>,
    tracked: Option<Tracked>,
    input: &Input,
) -> Result<(Aligned, Option<Draft>), Trouble> {
    let tracked = match tracked {
        Some(Tracked::Both) => {
            let message = "--tracked both: the file already holds its tracked changes; for a document with new ones give OLD and NEW";
            return Err(Trouble::Usage(message.to_string()));
        }
        Some(Tracked::Reject) => read::Tracked::Reject,
        _ => read::Tracked::Accept,
    };
    match new {
        Some(new) => pipeline::aligned_with_draft(old, new, input, tracked),
        None => {
            Err(Trouble::Usage("NEW is missing; a document with tracked changes needs two versions".into()))
        }
    }
}

/// Two files, or one before and after its own tracked changes, read and aligned.
pub fn aligned(
    old: &Path,
    new: Option<&Path>,
    tracked: Option<Tracked>,
    input: &Input,
) -> Result<Aligned, Trouble> {
    match (new, tracked) {
        (None, Some(Tracked::Both)) => pipeline::before_and_after(old, input),
        (Some(_), Some(Tracked::Both)) => {
            let message =
                "--tracked both compares one file with itself; leave out NEW, or choose accept or reject";
            Err(Trouble::Usage(message.to_string()))
        }
        (None, _) => {
            let message = "NEW is missing; only --tracked both compares one file with itself";
            Err(Trouble::Usage(message.to_string()))
        }
        (Some(new), Some(Tracked::Reject)) => pipeline::aligned(old, new, input, read::Tracked::Reject),
        (Some(new), _) => pipeline::aligned(old, new, input, read::Tracked::Accept),
    }
}
