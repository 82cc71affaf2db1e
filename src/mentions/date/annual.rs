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
    // "World River Day, 22 March", "World River Day (22 March)"
    let in_name = first > 1
        && passage.is(first - 2, "Day")
        && (passage.is_mark(first - 1, ',') || passage.is_mark(first - 1, '(') || passage.is_dash(first - 1));
    let is_day = |from: usize| (from..from + NAME).take_while(sentence).any(|at| passage.is(at, "Day"));
    let proclaimed = (first.saturating_sub(2)..first).any(|at| passage.is_any(at, &PROCLAIMING));
    let called = proclaimed
        || passage.is_any(next, &["as"]) && passage.is_any(next + 1, &["the", "world", "international"]);
    (in_name || called && is_day(next)).then_some(Yearless::EveryYear)
}
