//! The options that say how files are read: what one file may cost.

use crate::read::limits::{Limits, Progress};
use crate::read::{Reading, Road, Tracked};
use clap::{Args, ValueEnum};
use std::time::Duration;

const MIB: u64 = 1 << 20;

/// What one file may cost. A file comes from outside and must not harm the machine.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Limits for each file")]
pub struct Input {
    /// Refuse files larger than this.
    #[arg(long, value_name = "MIB", default_value_t = Limits::SIZE / MIB)]
    pub max_size: u64,

    /// Refuse a PDF with more pages.
    #[arg(long, value_name = "N", default_value_t = Limits::PAGES)]
    pub max_pages: usize,

    /// Refuse a PDF or DOCX with a part that unfolds to more than this.
    #[arg(long, value_name = "MIB", default_value_t = Limits::INFLATED / MIB)]
    pub max_inflated: u64,

    /// Leave out pages of a PDF that hold more operations.
    #[arg(long, value_name = "N", default_value_t = Limits::OPERATIONS)]
    pub max_operations: usize,

    /// Give up after this time.
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::TIME.as_secs())]
    pub timeout: u64,

    /// Read all pages of a PDF by one library, to see where the other went wrong.
    #[arg(long, value_enum, hide = true)]
    pub road: Option<RoadName>,
}

/// The libraries that read PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RoadName {
    /// Leads.
    PdfExtract,
    /// Repairs.
    Hayro,
}

impl Input {
    /// A new reading of one file, in the chosen version of its tracked changes.
    pub fn reading(&self, tracked: Tracked) -> Reading {
        Reading {
            limits: Limits {
                size: self.max_size.saturating_mul(MIB),
                pages: self.max_pages,
                inflated: self.max_inflated.saturating_mul(MIB),
                operations: self.max_operations,
                time: Duration::from_secs(self.timeout),
            },
            road: self.road.map(|road| match road {
                RoadName::PdfExtract => Road::PdfExtract,
                RoadName::Hayro => Road::Hayro,
            }),
            tracked,
            progress: Progress::default(),
        }
    }
}
