//! The two versions that `diff` and `summary` compare, and the options that say how.

use super::exit::Trouble;
use super::input::Input;
use super::pipeline::{self, Aligned};
use crate::read;
use clap::ValueEnum;
use std::path::Path;

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
