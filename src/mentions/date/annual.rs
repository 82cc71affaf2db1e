//! Days that come back every year ("World River Day, 22 March", "by 31 March of each year"), or are
//! said to be of another year ("30 June of the following year"): the year of the report is not theirs.

use super::expression::Expression;
use crate::mentions::passage::Passage;
use crate::terms::english::calendar::PROCLAIMING;

/// How many tokens away a word may stand that makes a day come back.
const NEAR: usize = 6;

/// How many tokens long the name of a Day may be.
const NAME: usize = 12;

/// Why a day has no year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Yearless {
    /// It comes back every year.
    EveryYear,
    /// It is of a year that is told from another one.
    AnotherYear,
}

/// Whether the expression, whose year is not written, shall have none.
pub(super) fn yearless(passage: &Passage<'_>, expression: &Expression) -> Option<Yearless> {
    let first = passage.token_from(expression.start);
    let next = passage.token_from(expression.end);
    let every = |at: usize| {
        passage.is_any(at, &["each", "every"]) && passage.is_any(at + 1, &["year"])
            || passage.is_any(at, &["annually", "yearly"])
    };
    let mut after = next + usize::from(passage.is_mark(next, ','));
    after += usize::from(passage.is_any(after, &["of", "in"]));
    if every(after) {
        return Some(Yearless::EveryYear);
    }
    let said = after + usize::from(passage.is_any(after, &["the"]));
    const OTHER: [&str; 8] =
        ["following", "next", "subsequent", "ensuing", "succeeding", "preceding", "previous", "last"];
    if passage.is_any(said, &OTHER) && passage.is_any(said + 1, &["year", "calendar", "financial"]) {
        return Some(Yearless::AnotherYear);
    }
    let sentence = |at: &usize| !(passage.is_mark(*at, '.') || passage.is_mark(*at, ';'));
    if (first.saturating_sub(NEAR)..first).rev().take_while(sentence).any(every) {
        return Some(Yearless::EveryYear);
    }
    let is_day = |from: usize| (from..from + NAME).take_while(sentence).any(|at| passage.is(at, "Day"));
    let proclaimed = (first.saturating_sub(2)..first).any(|at| passage.is_any(at, &PROCLAIMING));
    let called = proclaimed
        || passage.is_any(next, &["as"]) && passage.is_any(next + 1, &["the", "world", "international"]);
    (follows_a_day(passage, first) || called && is_day(next)).then_some(Yearless::EveryYear)
}

/// "World River Day, 22 March", "World River Day (22 March)", "the International Day of Rivers and
/// Lakes on 22 March": between the date and "Day" stands nothing but the rest of a name.
fn follows_a_day(passage: &Passage<'_>, first: usize) -> bool {
    const IN_NAMES: [&str; 10] = ["of", "the", "for", "in", "and", "on", "to", "against", "with", "a"];
    let Some(joint) = first.checked_sub(1) else { return false };
    let joined = passage.is(joint, "on")
        || passage.is_mark(joint, ',')
        || passage.is_mark(joint, '(')
        || passage.is_dash(joint);
    let name = |at: &usize| {
        let first = passage.word(*at).first();
        first.is_some_and(|c| c.is_uppercase()) || IN_NAMES.iter().any(|word| passage.is(*at, word))
    };
    joined
        && (joint.saturating_sub(NAME)..joint)
            .rev()
            .take_while(name)
            .any(|at| passage.is(at, "Day") && at > 0 && name(&(at - 1)))
}
