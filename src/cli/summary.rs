//! `travaux summary`.

use super::exit::{Exit, Trouble};
use super::input::Input;
use super::look::Look;
use super::versions::{self, Kind, Strength, Tracked};
use super::write::Place;
use crate::diff;
use crate::diff::summary::{self, Options};
use crate::render::letter::Lines;
use crate::render::{letter_page, markdown, plain, summary_json, summary_view};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Say in a page what changed, ready to be sent on
///
/// First what the two documents are and what became of the blanks; then what changed in substance,
/// under the headings of the text, each line with both paragraph numbers and a short quotation: facts
/// first, then what is stronger, weaker, worded otherwise, moved, added, taken out; then what is only
/// wording or numbers; then what is still open.
///
/// Examples:
///
///   travaux summary draft.pdf report.pdf                  Markdown, to paste into a post
///   travaux summary draft.pdf report.pdf --format text    plain text, for a mail
///   travaux summary draft.pdf report.pdf --format html -o changes.html
///   travaux summary draft.pdf report.pdf --length short   a quarter of a page
///   travaux summary draft.md report.pdf --only date,officer -o changes.md
///
/// Two different reports are set side by side, then and now; nothing is called an edit there.
///
/// The exit status is 0, or 2 on trouble.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Summary {
    /// The earlier version: PDF, DOCX, Markdown or plain text; a folder is one version issued in several
    /// documents (L.1 and its addenda); - is standard input
    pub old: PathBuf,

    /// The later version; left out with --tracked both
    #[arg(required_unless_present = "tracked")]
    pub new: Option<PathBuf>,

    /// Form of the result
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    pub format: Format,

    /// How much is said
    #[arg(long, value_enum, default_value_t = Length::Full)]
    pub length: Length,

    /// Quote also what is only reworded or editorial
    #[arg(long)]
    pub all: bool,

    /// How to read tracked changes in a DOCX; both compares one file before and after them
    #[arg(long, value_enum)]
    pub tracked: Option<Tracked>,

    /// Only changes of these kinds, separated by commas
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    pub only: Vec<Kind>,

    /// Unchanged words to quote behind a change, and before it where its own words do not say what it is
    /// about
    #[arg(long, value_name = "N", default_value_t = Options::default().context)]
    pub context: usize,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub strength: Strength,

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
    /// For a post, an issue, a page; a paragraph is one line unless --width says otherwise.
    Markdown,
    /// For a mail.
    Text,
    /// For a browser or a printer: one page in one file.
    Html,
    /// For programs: one object, schema travaux/summary/1.
    Json,
}

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Length {
    /// A quarter of a page: every place of a change, quotations as far as there is room.
    Short,
    /// A line for each paragraph, under the headings of the text.
    Full,
}

/// Runs the command.
pub fn run(args: &Summary) -> Result<Exit, Trouble> {
    let place =
        Place::new(args.look.output.as_deref(), [args.old.as_path()].into_iter().chain(args.new.as_deref()))?;
    // The rank of the verbs is told by default: it is what a reader looks for.
    let mut strength = args.strength.options(&args.only)?;
    strength.strength = true;
    let aligned = versions::aligned(&args.old, args.new.as_deref(), args.tracked, &args.input)?;
    let options = Options {
        length: match args.length {
            Length::Short => summary::Length::Short,
            Length::Full => summary::Length::Full,
        },
        context: args.context,
        all: args.all,
        only: args.only.iter().map(|kind| kind.name().to_string()).collect(),
    };
    let comparison = diff::diff_with(&aligned.old, &aligned.new, &aligned.alignment, &strength);
    let summary = summary::summary(&comparison, &aligned.old, &aligned.new, &options);
    let letter = summary_view::letter(&summary);
    let ascii = args.look.ascii;
    let text = match args.format {
        // Lines broken here would be broken again where they are pasted; on a screen they help.
        Format::Markdown => markdown::render(&letter, &Lines { width: args.look.columns(), ascii }),
        Format::Html => letter_page::render(&letter),
        Format::Json => summary_json::render(&summary),
        Format::Text => plain::render(&letter, &Lines { width: Some(args.look.setting().width), ascii }),
    };
    place.write(&text)?;
    Ok(Exit::Fine)
}
