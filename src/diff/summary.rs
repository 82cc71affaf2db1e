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
mod hunks;
mod opening;
mod quote;
mod rest;

use super::digest::{self, HeaderRow, MastheadLine, SectionHeading, Told};
use super::{Comparison, Relation};
use crate::mentions::Annotated;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// Quotations of a few words; what is only editorial is counted.
    Short,
    /// Quotations of a sentence or two.
    #[default]
    Full,
}

/// What to say and what to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How much is said.
    pub length: Length,
    /// Words quoted on each side of a change.
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
    /// Symbol of OLD, with the asterisk of a reissue; its file where it has no symbol.
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
    /// What became of each blank and bracket of OLD, and which are new.
    pub blanks: Vec<Line>,
    /// What changed in substance, under the headings of the text.
    pub groups: Vec<Group>,
    /// What is only wording, editorial or a new number.
    pub rest: Vec<Rest>,
    /// What is not settled in NEW.
    pub open: Vec<Line>,
}

/// What changed under one heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// The headings that the group before did not have, outermost first. Without any: the first page,
    /// or text before the first heading.
    pub headings: Vec<SectionHeading>,
    /// What changed, in the order of the text; facts first in each line.
    pub lines: Vec<Line>,
}

/// What is to be said of one place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// "¶16 → ¶17", "new ¶18", "“Recalling the decision …”".
    pub place: String,
    /// "moved", "split", "merged".
    pub tags: Vec<&'static str>,
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
    /// A line of the first page.
    Masthead(MastheadLine),
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
    let other = comparison.relation == Relation::OtherReport;
    let (groups, shown) = match other {
        true => (then_now_groups(comparison, [old, new], options), Default::default()),
        false => changes::groups(comparison, old, new, &digest, options),
    };
    let brief = match other {
        true => opening::then_now(old, new, options),
        false => opening::brief(&digest, groups.iter().all(|group| group.lines.is_empty()), options),
    };
    let mut rows = digest.header.rows.clone();
    if other {
        rows.extend(opening::first_page(comparison, &rows));
    }
    Summary {
        relation: comparison.relation,
        brief,
        blanks: if other { Vec::new() } else { blanks::settled(&digest) },
        rest: if other { Vec::new() } else { rest::rest(comparison, old, new, &digest, &shown, options) },
        open: if other { Vec::new() } else { blanks::open(comparison, new, &digest, options) },
        old: digest.header.old,
        new: digest.header.new,
        about: digest.header.about,
        kinds: digest.header.relation,
        rows,
        warnings: digest.warnings,
        groups,
    }
}

/// The facts of two different reports under the headings that answer to one another.
fn then_now_groups(comparison: &Comparison, sides: [&Annotated; 2], options: &Options) -> Vec<Group> {
    let most = match options.length {
        Length::Short => 4,
        Length::Full => 10,
    };
    let line = |facts: digest::FactsThenNow| Line {
        place: facts.what.to_owned(),
        parts: vec![Part::ThenNow { then: facts.then, now: facts.now }],
        ..Line::default()
    };
    let group = |then_now: digest::ThenNow| Group {
        headings: then_now.headings,
        lines: then_now.lines.into_iter().map(line).collect(),
    };
    digest::then_now(comparison, sides, &options.only, most).into_iter().map(group).collect()
}
