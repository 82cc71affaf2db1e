//! [`Comparison`] → [`Summary`]: what changed, arranged to be sent on.
//!
//! First what the two documents are and what became of the blanks; then what changed in substance,
//! under the headings of the text; then what is only editorial or renumbered; then what is still open.
//! Where the two are no versions of one text, their facts stand side by side instead, "then" and
//! "now", and nothing is called an edit.
//!
//! Quotations are as printed but for white space and what `…` leaves out; a renderer must still
//! neutralise control characters and escape markup.

mod blanks;
mod changes;
mod counts;
mod head;
mod hunks;
mod lists;
mod notes;
mod opening;
mod order;
mod quote;
mod rest;
mod short;
mod texts;
mod whereabouts;

pub use quote::{capital, quoted};

use super::digest::{self, HeaderRow, SectionHeading, Told};
use super::{Comparison, Relation};
use crate::mentions::Annotated;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// A quarter of a page: what matters most, kind by kind, with every place and few quotations.
    Short,
    /// A line for each paragraph, under the headings of the text, with quotations of a clause or two.
    #[default]
    Full,
}

/// What to say and what to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How much is said.
    pub length: Length,
    /// Unchanged words quoted behind a change, and before it where its own words do not say what it is
    /// about.
    pub context: usize,
    /// Quote also what is only reworded or editorial.
    pub all: bool,
    /// Only changes of these kinds; empty means every kind.
    pub only: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options { length: Length::Full, context: 3, all: false, only: Vec::new() }
    }
}

impl Options {
    fn asked(&self, kind: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == kind)
    }
}

/// A comparison in brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// What the two documents are to one another.
    pub relation: Relation,
    /// Symbol of OLD, with the asterisk of a reissue; the name of its file where it has no symbol.
    pub old: String,
    /// The same for NEW.
    pub new: String,
    /// Body, session, place and dates where both agree.
    pub about: Vec<String>,
    /// "draft → report as issued".
    pub kinds: String,
    /// Title, date, distribution where they differ.
    pub rows: Vec<HeaderRow>,
    /// To be said before anything else.
    pub warnings: Vec<Told>,
    /// The whole in a few sentences.
    pub brief: Vec<String>,
    /// What became of the blanks and brackets of OLD: choices, then values.
    pub blanks: Vec<Line>,
    /// What changed in substance, under the headings of the text.
    pub groups: Vec<Group>,
    /// What is only wording, editorial or a new number.
    pub rest: Vec<Rest>,
    /// What is not settled in NEW.
    pub open: Vec<Line>,
    /// What is to be said in place of an empty list of what is open; `None` where nobody asked.
    pub nothing_open: Option<&'static str>,
    /// True for the short form: its one group is a list of kinds.
    pub short: bool,
}

/// What changed under one heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// The headings that the group before did not have, outermost first. Without any: the first page,
    /// or text before the first heading.
    pub headings: Vec<SectionHeading>,
    /// What changed: facts, then what is stronger, weaker, worded otherwise, added, removed; those of one
    /// kind in the order of the text.
    pub lines: Vec<Line>,
}

/// What a line tells first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Rank {
    Fact,
    Stronger,
    Weaker,
    Changed,
    Moved,
    Added,
    Removed,
    #[default]
    Said,
}

/// What is to be said of one place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// "¶16 → ¶17", "new ¶18", "“Recalling the decision …”".
    pub place: String,
    /// "moved", "split", "merged"; "stronger", "weaker" where it tells nothing else.
    pub tags: Vec<&'static str>,
    /// What it tells first.
    pub rank: Rank,
    /// What happened there. Values of two reports stand with their kind in the place of a place.
    pub parts: Vec<Part>,
}

/// One thing to be said.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A fact: at least one side is there.
    Fact {
        /// "date", "Chair", "meeting ordinal"; empty where the quotation says it.
        what: String,
        /// Before.
        old: Option<String>,
        /// After.
        new: Option<String>,
        /// "replaced", "dropped", "still in ¶7"; empty where the two values say it.
        meaning: String,
    },
    /// Words that became others.
    Changed {
        /// Before, with a few words round them.
        old: String,
        /// After.
        new: String,
        /// "weaker", "stronger".
        note: Option<String>,
    },
    /// Words that came.
    Added {
        /// The words.
        text: String,
        /// Where.
        at: Spot,
    },
    /// Words that went.
    Removed {
        /// The words.
        text: String,
        /// Where.
        at: Spot,
    },
    /// Words that stand in another paragraph now.
    MovedTo {
        /// The words.
        text: String,
        /// "¶8".
        place: String,
    },
    /// A whole text that came, went or moved.
    Whole(String),
    /// Values of one kind in two different reports.
    ThenNow {
        /// In OLD alone.
        then: Vec<String>,
        /// In NEW alone.
        now: Vec<String>,
    },
    /// Values that settle blanks of one place.
    Settled {
        /// The blanks, as printed.
        was: Vec<String>,
        /// The values.
        now: Vec<String>,
        /// "¶12".
        place: String,
    },
    /// Bracketed words that were kept, and those that went in their stead; one of them may be empty.
    Chosen {
        /// "recommended".
        words: String,
        /// "concluded".
        not: String,
    },
    /// One of several places that a line of the short form is about.
    At {
        /// "¶17 and 63".
        place: String,
        /// What is to be said of it.
        part: Box<Part>,
    },
    /// A remark in our own words.
    Say(String),
}

/// Where in its paragraph something came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Behind these words.
    After(String),
    /// Before these words.
    Before(String),
    /// At the end of the paragraph.
    End,
    /// Not to be said.
    Somewhere,
}

/// What is counted or told in brief.
#[derive(Debug, Clone, PartialEq)]
pub enum Rest {
    /// The same small edit in several places.
    Repeated {
        /// The words taken out; empty where none.
        old: String,
        /// The words put in; empty where none.
        new: String,
        /// The word that follows in all of the places.
        before: Option<String>,
        /// "¶3, 5 and 7".
        place: String,
    },
    /// A small edit, quoted.
    Quoted {
        /// "¶3".
        place: String,
        /// Before.
        old: String,
        /// After.
        new: String,
    },
    /// Something that is said, not quoted.
    Told {
        /// "¶3".
        place: String,
        /// "note 15 is called here".
        text: String,
    },
    /// "Old → new: 1–3 kept; 4–6 → 5–7": a label and what belongs to it.
    Listed {
        /// "Paragraphs, old → new".
        label: &'static str,
        /// To be joined by semicolons.
        members: Vec<String>,
    },
}

/// Arranges a comparison as a summary.
pub fn summary(comparison: &Comparison, old: &Annotated, new: &Annotated, options: &Options) -> Summary {
    let arranged = digest::Options { only: options.only.clone(), ..digest::Options::default() };
    let digest = digest::digest_with(comparison, old, new, &arranged);
    if comparison.relation == Relation::OtherReport {
        return two_reports(comparison, old, new, digest, options);
    }
    let (groups, shown) = changes::groups(comparison, old, new, &digest, options);
    let brief = opening::brief(comparison, &new.report, &digest, &groups, options);
    let rest = rest::rest(comparison, old, new, &digest, &shown, options);
    // Who asks for blanks alone wants them with what was filled in.
    let every = (!options.only.is_empty() && options.asked("placeholder"))
        .then(|| digest::digest_with(comparison, old, new, &digest::Options::default()));
    let blanks = blanks::settled(comparison, [old, new], every.as_ref().unwrap_or(&digest));
    let open = blanks::open(comparison, new, &digest, options);
    let full = Summary {
        brief,
        blanks,
        groups,
        rest,
        open,
        nothing_open: options.asked("placeholder").then_some("no blank and no bracket"),
        ..framed(comparison, digest)
    };
    match options.length {
        Length::Full => full,
        Length::Short => short::short(full),
    }
}

/// What any summary begins with.
fn framed(comparison: &Comparison, digest: digest::Digest) -> Summary {
    let documents = [&comparison.old, &comparison.new];
    let mut warnings = digest.warnings.clone();
    for told in &mut warnings {
        let document = told.document.as_mut();
        let path = document.filter(|name| documents.iter().any(|document| document.source.path == **name));
        if let Some(path) = path {
            *path = head::file_name(path).to_owned();
        }
    }
    Summary {
        relation: comparison.relation,
        old: head::name(&digest.header.old, documents[0]),
        new: head::name(&digest.header.new, documents[1]),
        about: head::about(comparison, &digest),
        kinds: head::kinds(comparison, &digest),
        rows: head::rows(comparison, &digest),
        warnings,
        brief: Vec::new(),
        blanks: Vec::new(),
        groups: Vec::new(),
        rest: Vec::new(),
        open: Vec::new(),
        nothing_open: None,
        short: false,
    }
}

/// Two different reports: their facts side by side, in the short form only what they are.
fn two_reports(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    digest: digest::Digest,
    options: &Options,
) -> Summary {
    let short = options.length == Length::Short;
    // Where nothing answers to anything there is nothing to set side by side.
    let strangers = comparison.pairs.iter().all(|pair| pair.old.is_empty() || pair.new.is_empty());
    let groups = match short || strangers {
        true => Vec::new(),
        false => then_now_groups(comparison, [old, new], options),
    };
    let told = framed(comparison, digest);
    let mut rows = told.rows.clone();
    rows.extend(opening::first_page(comparison, &rows));
    Summary { rows, brief: opening::then_now(old, new, !groups.is_empty(), options), groups, short, ..told }
}

/// The facts of two different reports under the headings that answer to one another.
fn then_now_groups(comparison: &Comparison, sides: [&Annotated; 2], options: &Options) -> Vec<Group> {
    /// Values of a kind under one heading.
    const MOST: usize = 10;
    let line = |facts: digest::FactsThenNow| Line {
        place: facts.what.to_owned(),
        parts: vec![Part::ThenNow { then: facts.then, now: facts.now }],
        ..Line::default()
    };
    let group = |then_now: digest::ThenNow| Group {
        headings: then_now.headings,
        lines: then_now.lines.into_iter().map(line).collect(),
    };
    digest::then_now(comparison, sides, &options.only, MOST).into_iter().map(group).collect()
}
