//! [`Comparison`] → [`Digest`]: everything that a reader's view shows, worked out once.
//!
//! A renderer for people (terminal, Markdown, HTML) walks a digest from top to bottom and
//! chooses letters and colours; it decides nothing. Strings that come from a document are kept
//! as printed, so a renderer must still neutralise control characters and escape markup.
//!
//! Our own words in a digest use `¶`, `→`, `–`, `…` and curly quotation marks; a renderer that
//! may only write ASCII translates these.

mod facts;
pub(in crate::diff) mod folded;
pub(in crate::diff) mod header;
mod kept;
mod known;
pub(in crate::diff) mod naming;
pub(in crate::diff) mod notes;
pub(in crate::diff) mod pieces;
pub mod place;
pub(in crate::diff) mod preamble;
pub(in crate::diff) mod repeated;
mod sections;
mod then_now;
mod told;

pub(super) use then_now::then_now;
pub use told::*;

use super::{Comparison, Relation, Status};
use crate::mentions::Annotated;
use crate::report::NodeKind;

/// Arranges a comparison for reading, with the default [`Options`].
pub fn digest(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Digest {
    digest_with(comparison, old, new, &Options::default())
}

/// Under one heading of two different reports so many facts of a kind are listed.
const MOST_VALUES: usize = 10;

/// Arranges a comparison for reading.
pub fn digest_with(comparison: &Comparison, old: &Annotated, new: &Annotated, options: &Options) -> Digest {
    let header = header::header(comparison, old, new);
    let every = Options { only: Vec::new(), ..options.clone() };
    let all_facts = facts::rows(comparison, old, new, &every);
    let (warnings, remarks) = folded::remarks(comparison, header::names(comparison), [old, new]);
    let slight = |pair: &super::ComparedPair| {
        pair.is_told_below() || matches!(pair.status, Status::Unchanged | Status::Editorial) && !pair.moved
    };
    let untouched =
        |pair: &super::ComparedPair| pair.status == Status::Unchanged && !pair.moved && !pair.renumbered;
    let quiet = all_facts.is_empty() && comparison.pairs.iter().all(slight);
    // Two reports stand side by side: what one has and the other has not is no edit.
    let other = comparison.relation == Relation::OtherReport;
    if other {
        let folded = match options.only.is_empty() {
            true => Folded { set_aside: set_aside(comparison, old, new), remarks, ..Folded::default() },
            false => Folded::default(),
        };
        return Digest {
            warnings,
            same: kept::same(comparison, old, new, options),
            sides: header::sides(comparison),
            other_report: true,
            then_now: then_now(comparison, [old, new], &options.only, MOST_VALUES),
            sections: match options.all {
                true => sections::sections(comparison, old, new, options),
                false => Vec::new(),
            },
            folded,
            more_with_all: !options.all,
            quiet,
            header,
            ..Digest::default()
        };
    }
    let facts =
        if options.only.is_empty() { all_facts.clone() } else { facts::rows(comparison, old, new, options) };
    let mut folded = folded(comparison, old, new, options);
    if options.only.is_empty() {
        folded.remarks = remarks;
    }
    let listed = !(folded.repeated.is_empty() && folded.reworded.is_empty() && folded.editorial.is_empty());
    Digest {
        warnings,
        same: kept::same(comparison, old, new, options),
        blanks: kept::blanks(comparison, new, options),
        unlisted: kept::unlisted(facts.len(), all_facts.len(), options),
        sides: header::sides(comparison),
        sections: sections::sections(comparison, old, new, options),
        more_with_all: listed && !options.all && options.only.is_empty(),
        folded,
        quiet,
        other_report: false,
        then_now: Vec::new(),
        // The job number is the printer's, not the text's.
        identical: comparison.pairs.iter().all(untouched)
            && comparison.masthead.iter().all(|change| change.field == "job_number"),
        facts,
        header,
    }
}

fn set_aside(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Vec<SetAside> {
    folded::set_aside(header::names(comparison), [&old.report, &new.report])
}

/// What is told in brief, as far as it belongs to the kinds asked for; without the remarks.
fn folded(comparison: &Comparison, old: &Annotated, new: &Annotated, options: &Options) -> Folded {
    let asked = |kind: &str| options.only.is_empty() || options.only.iter().any(|only| only == kind);
    let everything = options.only.is_empty();
    let is_shown = |at: usize| sections::is_shown(&comparison.pairs[at], options);
    let mut folded = Folded::default();
    if asked("wording") {
        (folded.repeated, folded.reworded, folded.editorial) =
            repeated::repeated(comparison, old, new, |at, _| is_shown(at));
        folded.editorial.extend(repeated::notes(comparison, old, new));
    }
    if asked("heading") {
        folded.headings = folded::headings(comparison, &old.report, &new.report);
    }
    if asked("cross_reference") {
        let followed = |change: &&super::Change| change.rule == "reference-follows";
        let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
        folded.references_followed = changes.filter(followed).count();
    }
    if everything {
        let numbers = |kind| folded::numbers(comparison, &old.report, &new.report, kind);
        let with_text = options.all && options.only.is_empty();
        (folded.masthead, folded.one_sided) = folded::masthead(comparison, old, new, with_text);
        folded.numbers = numbers(NodeKind::Paragraph);
        folded.notes = numbers(NodeKind::Footnote);
        folded.set_aside = set_aside(comparison, old, new);
    }
    folded
}
