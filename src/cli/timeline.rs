//! `travaux timeline`.

use super::exit::{Exit, Trouble};
use super::input::Input;
use super::look::Look;
use super::many;
use super::write::Place;
use crate::render::letter::Lines;
use crate::render::timeline::{calendar, letter, page, picture, sheet};
use crate::render::{clean, json, markdown, timeline_view};
use crate::timeline::{self, Wanted};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use std::io::Write as _;
use std::path::PathBuf;

/// Lay out what happened when, from one or many reports
///
/// Sessions, meetings, informal gatherings, elections, adoptions and the issue of the documents
/// themselves: held, scheduled, postponed or cancelled, each once, with the paragraphs that tell it.
/// What the reports tell in two ways is shown with both sources; what a draft tells as past before its
/// own date is marked as told ahead.
///
/// Examples:
///
///   travaux timeline report.pdf                     one report
///   travaux timeline reports/*.pdf                  many, merged
///   travaux timeline *.pdf --body "working group" --kind session
///   travaux timeline *.pdf --from 2031-01-01 --format json -o events.json
///   travaux timeline *.pdf --format html -o timeline.html
///   travaux timeline *.pdf --kind session --format ics -o sessions.ics
///
/// A report that cannot be read is named on standard error and the rest is laid out. The exit status
/// is 0, or 2 where no report could be read or the result could not be written.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Timeline {
    /// The reports: PDF, DOCX, Markdown or plain text; of a folder
    /// the documents of one report are put together (L.1 to L.9, addenda); - is standard input
    #[arg(required = true, value_name = "REPORT")]
    pub reports: Vec<PathBuf>,

    /// Form of the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Only events of this body: the root of its symbols, or words of its name; may be given again
    #[arg(long, value_name = "BODY")]
    pub body: Vec<String>,

    /// Only events of these kinds, separated by commas
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    pub kind: Vec<Kind>,

    /// Only events that end on this day or later (2031-05-03)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<Date>,

    /// Only events that begin on this day or earlier
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,

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
    /// For programs: one object, schema travaux/timeline/1.
    Json,
    /// For a spreadsheet: a row for each event.
    Csv,
    /// For a mail or a post: a list for each body.
    Markdown,
    /// For a calendar: iCalendar, an all-day entry for each run of days.
    Ics,
    /// A picture, to scale.
    Svg,
    /// One page with the picture, and tables with the sentences that tell each event.
    Html,
}

/// Kinds of event, for `--kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Kind {
    Session,
    Meeting,
    Gathering,
    Election,
    Adoption,
    Issue,
}

impl Kind {
    fn of(self) -> timeline::Kind {
        match self {
            Kind::Session => timeline::Kind::Session,
            Kind::Meeting => timeline::Kind::Meeting,
            Kind::Gathering => timeline::Kind::Gathering,
            Kind::Election => timeline::Kind::Election,
            Kind::Adoption => timeline::Kind::Adoption,
            Kind::Issue => timeline::Kind::Issue,
        }
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "expected a day such as 2031-05-03".to_owned())
}

/// The filters that were given, as they are written.
fn asked(args: &Timeline) -> Vec<String> {
    let mut asked: Vec<String> =
        args.body.iter().map(|body| format!("--body {}", clean::one_line(body))).collect();
    if !args.kind.is_empty() {
        let kinds: Vec<&str> = args.kind.iter().map(|kind| kind.of().name()).collect();
        asked.push(format!("--kind {}", kinds.join(",")));
    }
    asked.extend(args.from.map(|day| format!("--from {day}")));
    asked.extend(args.to.map(|day| format!("--to {day}")));
    asked
}

/// Runs the command.
pub fn run(args: &Timeline) -> Result<Exit, Trouble> {
    let place = Place::new(args.look.output.as_deref(), args.reports.iter().map(PathBuf::as_path))?;
    let mut timeline = timeline::timeline(many::tales(&args.reports, &args.input)?);
    timeline.keep(&Wanted {
        bodies: args.body.clone(),
        kinds: args.kind.iter().map(|kind| kind.of()).collect(),
        from: args.from,
        to: args.to,
    });
    if timeline.events.is_empty() {
        let asked = asked(args);
        let why = if asked.is_empty() {
            "no session, meeting or other event with a date was found".to_owned()
        } else {
            format!("no event is left by {}", asked.join(", "))
        };
        let _ = writeln!(std::io::stderr(), "travaux: {why}");
    }
    let text = match args.format {
        Format::Text => timeline_view::render(&timeline, &args.look.setting()),
        Format::Json => json::timeline(&timeline),
        Format::Csv => sheet::render(&timeline),
        Format::Markdown => {
            let lines = Lines { width: args.look.columns(), ascii: args.look.ascii };
            markdown::render(&letter::letter(&timeline), &lines)
        }
        Format::Ics => calendar::render(&timeline),
        Format::Svg => picture::render(&timeline),
        Format::Html => page::render(&timeline),
    };
    place.write(&text)?;
    Ok(Exit::Fine)
}
