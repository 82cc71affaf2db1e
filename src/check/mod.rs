//! A report with its mentions → [`Checked`]: what is still open or does not add up.
//!
//! What an editor does by eye before adoption. Each question has a file of its own; each finding has a
//! [`Rule`] and says where, what, why, what it may be instead, and how sure that is.
//!
//! ```text
//! blanks, brackets         open                numbers and letters      numbers, misnumbered
//! remarks of other stages  remarks             references, notes        pinpoints, pointers
//! symbols                  symbols, cited_papers, mistyped, near, resolutions
//! agenda                   agenda              sessions and dates       events, ahead, outside, lost, titles, order
//! counts and lists         counts, lists, inline, totals, sittings
//! persons                  persons             full stops, quotations   editorial, signs, quotation
//! ```
//! A wrong finding costs more trust than a missed one: where the language allows a good reason, a rule is
//! silent, or its finding is only a hint.

mod agenda;
mod ahead;
mod calendar;
mod cited_papers;
mod counts;
mod editorial;
mod events;
mod finding;
mod inline;
mod lists;
mod lost;
mod misnumbered;
mod mistyped;
mod near;
mod numbers;
mod open;
mod order;
mod outside;
mod paper;
mod persons;
mod pinpoints;
mod pointers;
mod printed_agenda;
mod quotation;
mod remarks;
mod resolutions;
mod rule;
mod signs;
mod sittings;
mod symbols;
mod titles;
mod totals;

pub use finding::{Checked, Finding, Level, Spot, Sure};
pub use rule::{RULES, Rule, rule};

use crate::mentions::Annotated;
use crate::remark::Remark;
use crate::timeline;
use finding::Findings;

/// How to judge what is found.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The text is about to be adopted or issued: what is still open is an error.
    pub last: bool,
    /// What the comparison with an earlier version remarked; see [`crate::diff::Comparison::remarks`].
    pub compared: Vec<Remark>,
}

/// Whether there is anything that could be checked: a numbered paragraph or a symbol.
pub fn is_report(annotated: &Annotated) -> bool {
    annotated.report.masthead.symbol.is_some() || remarks::no_report(annotated).is_none()
}

/// Checks a report.
pub fn check(annotated: &Annotated, options: &Options) -> Checked {
    let events = timeline::timeline(vec![timeline::tell(annotated)]).events;
    let mut findings = Findings::of(annotated, options.last);
    open::find(annotated, &mut findings);
    remarks::find(annotated, &options.compared, &mut findings);
    numbers::find(annotated, &mut findings);
    symbols::find(annotated, &events, &mut findings);
    cited_papers::find(annotated, &events, &mut findings);
    mistyped::find(annotated, &mut findings);
    resolutions::find(annotated, &mut findings);
    pinpoints::find(annotated, &mut findings);
    pointers::find(annotated, &mut findings);
    agenda::find(annotated, &mut findings);
    order::find(annotated, &events, &mut findings);
    events::find(annotated, &events, &mut findings);
    order::after_issue(annotated, &mut findings);
    lost::find(annotated, &events, &mut findings);
    titles::find(annotated, &events, &mut findings);
    sittings::days(annotated, &mut findings);
    calendar::find(annotated, &mut findings);
    persons::find(annotated, &mut findings);
    counts::find(annotated, &mut findings);
    quotation::find(annotated, &mut findings);
    editorial::find(annotated, &mut findings);
    signs::find(annotated, &mut findings);
    let mut others = remarks::others(annotated);
    others.extend(remarks::no_report(annotated));
    findings.done(others)
}
