//! `travaux diff`.

use super::exit::{Exit, Trouble};
use super::input::Input;
use super::look::Look;
use super::pipeline::Aligned;
use super::versions::{self, Kind, Strength, Tracked};
use super::write::{Place, say};
use super::{pipeline, redline, stages};
use crate::diff::digest::Options;
use crate::diff::{Comparison, table};
use crate::render::letter::Lines;
use crate::render::{diff_letter, diff_sheet, diff_view, json, markdown, page, terminal};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Say what changed between two versions of a report
///
/// Facts come first (dates, documents, officers, blanks), then the text, paragraph by paragraph,
/// each with its number in both versions. What does not matter to a reader (page furniture,
/// hyphens, quotation marks, numbers that moved because a paragraph was put in above) is folded
/// and counted at the end.
///
/// Words taken out stand between minus signs, words put in between plus signs:
///
///   −should− +would+ continue its efforts
///
/// Examples:
///
///   travaux diff draft.pdf report.pdf               what changed
///   travaux diff draft.pdf report.pdf --all         with the text of every paragraph
///   travaux diff draft.md report.pdf --only date,officer
///   travaux diff draft.pdf report.pdf --format html -o changes.html
///   travaux diff draft.pdf report.pdf --format csv -o changes.csv
///   travaux diff draft.pdf report.pdf --format json -o changes.json
///   travaux diff draft.docx report.docx --format docx -o redline.docx --author Secretariat
///   travaux diff --tracked both draft.docx          a document's own tracked changes
///   travaux diff draft.md report.pdf
///
/// The exit status is 0 where nothing but editorial differences and new numbers was found, 1 where
/// there are others (a rewording too), 2 on trouble; --strict makes any difference 1.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Diff {
    /// The earlier version: PDF, DOCX, Markdown or plain text; a folder is one version issued in several
    /// documents (L.1 and its addenda); - is standard input
    pub old: PathBuf,

    /// The later version; left out with --tracked both
    #[arg(required_unless_present = "tracked")]
    pub new: Option<PathBuf>,

    /// Form of the result [default: text, or what the ending of -o FILE says: docx, html, csv, json, md]
    #[arg(long, value_enum)]
    pub format: Option<Format>,

    /// Let the exit status be 1 for any difference, also an editorial one or a new number
    #[arg(long)]
    pub strict: bool,

    /// Unfold: show the text of every paragraph
    #[arg(long)]
    pub all: bool,

    /// How to read tracked changes in a DOCX; both compares one file before and after them
    #[arg(long, value_enum)]
    pub tracked: Option<Tracked>,

    /// Only changes of these kinds, separated by commas
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    pub only: Vec<Kind>,

    /// Unchanged words to keep on each side of a change
    #[arg(long, value_name = "N", default_value_t = Options::default().context)]
    pub context: usize,

    /// Print a stage on the way instead: how paragraphs were paired, and why
    #[arg(long, value_enum, conflicts_with = "format")]
    pub stage: Option<Stage>,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub sign: redline::Sign,

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
    /// For people.
    Text,
    /// For programs: one object, schema travaux/diff/1.
    Json,
    /// For a browser: one page in one file, with both texts side by side.
    Html,
    /// For a post or a mail: ~~taken out~~ **put in**.
    Markdown,
    /// For a spreadsheet: each paragraph old and new, with ADD, MOD, SUP, NOC or MOVED.
    Csv,
    /// For a spreadsheet: old numbers and new ones.
    Concordance,
    /// For Word: the old document with tracked changes that give the new one.
    Docx,
}

impl Format {
    /// The form that the name of a file asks for.
    fn by_ending(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "docx" => Some(Format::Docx),
            "html" | "htm" => Some(Format::Html),
            "csv" => Some(Format::Csv),
            "json" => Some(Format::Json),
            "md" => Some(Format::Markdown),
            _ => None,
        }
    }
}

/// Stages that `diff` can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Each pair of paragraphs, how sure it is, and why.
    Alignment,
}

/// Runs the command.
pub fn run(args: &Diff) -> Result<Exit, Trouble> {
    let output = args.look.output.as_deref();
    let place = Place::new(output, [args.old.as_path()].into_iter().chain(args.new.as_deref()))?;
    let format = args.format.or_else(|| output.and_then(Format::by_ending)).unwrap_or(Format::Text);
    let only: Vec<&str> = args.only.iter().map(|kind| kind.name()).collect();
    let options = Options {
        context: args.context,
        all: args.all,
        only: only.iter().map(|kind| kind.to_string()).collect(),
        texts: format == Format::Html,
    };
    let strength = args.strength.options(&args.only)?;
    if format == Format::Docx && args.stage.is_none() {
        let signature = redline::prepare(&args.sign, output, !args.only.is_empty())?;
        let (aligned, draft) =
            versions::aligned_with_draft(&args.old, args.new.as_deref(), args.tracked, &args.input)?;
        let (comparison, digest) = pipeline::compared(&aligned, &strength, &options);
        let told = redline::Told { comparison: &comparison, warnings: &digest.warnings };
        redline::write(&place, args, &told, &aligned, draft, &signature)?;
        let fine = if args.strict { digest.identical } else { digest.quiet };
        return Ok(if fine { Exit::Fine } else { Exit::Different });
    }
    let mut aligned = versions::aligned(&args.old, args.new.as_deref(), args.tracked, &args.input)?;
    if matches!(format, Format::Html | Format::Markdown | Format::Csv | Format::Concordance) {
        files_only(&mut aligned);
    }
    if let Some(Stage::Alignment) = args.stage {
        let (old, new) = (&aligned.old.report, &aligned.new.report);
        place.write(&stages::alignment(&aligned.alignment, old, new))?;
        return Ok(Exit::Fine);
    }
    let (mut comparison, digest) = pipeline::compared(&aligned, &strength, &options);
    let text = match format {
        Format::Text => terminal::render(&diff_view::page(&digest), &args.look.setting()),
        Format::Json => {
            keep_only(&mut comparison, &only);
            json::comparison(&comparison)
        }
        Format::Markdown => {
            let lines = Lines { width: args.look.columns(), ascii: args.look.ascii };
            markdown::render(&diff_letter::letter(&digest), &lines)
        }
        Format::Csv => {
            let kinds = &options.only;
            diff_sheet::comparison(&table::rows(&comparison, &aligned.old, &aligned.new, kinds))
        }
        Format::Concordance => {
            diff_sheet::concordance(&table::concordance(&comparison, &aligned.old, &aligned.new))
        }
        // Written above, for it needs OLD's own document.
        Format::Docx => String::new(),
        Format::Html => page::render(&digest, &comparison, [&aligned.old, &aligned.new], args.all),
    };
    place.write(&text)?;
    // A table has no place for what is to be read first; the other forms hold it.
    if matches!(format, Format::Csv | Format::Concordance) {
        digest.warnings.iter().for_each(|told| say(&told.sentence()));
    }
    let fine = if args.strict { digest.identical } else { digest.quiet };
    Ok(if fine { Exit::Fine } else { Exit::Different })
}

/// What is sent on names the files, not the folders of whoever made it; two files of one name are told apart
/// by a word.
fn files_only(aligned: &mut Aligned) {
    let sources = [&mut aligned.old.report.source, &mut aligned.new.report.source];
    let file = |path: &str| {
        let mut parts = path.split(['/', '\\']).filter(|part| !matches!(*part, "" | "."));
        parts.next_back().unwrap_or(path).to_owned()
    };
    let (old, new) = (file(&sources[0].path), file(&sources[1].path));
    let alike = old == new && sources[0].path != sources[1].path;
    for (source, (name, word)) in sources.into_iter().zip([(old, "old"), (new, "new")]) {
        source.path = if alike { format!("{name} ({word})") } else { name };
    }
}

/// The pairs stay, for they cover both reports; of their changes those of the kinds remain.
fn keep_only(comparison: &mut Comparison, kinds: &[&str]) {
    if !kinds.is_empty() {
        for pair in &mut comparison.pairs {
            pair.changes.retain(|change| kinds.contains(&change.kind));
        }
    }
}
