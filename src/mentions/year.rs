//! The year of a date that does not say it: "on 9 June" in a report on a session of June 2025.
//!
//! The nearest authority wins: the same month with its year in the paragraph, a session that holds
//! the day, any year of the paragraph, of the section, of the session, of the issue.

use super::Context;
use super::date::Expression;
use crate::terms::date::{Dates, Run, Year};

/// How many dates away the year of a date is looked for: more would be another subject, and slow.
const NEAR: usize = 40;

/// The dates of an expression and, where its year is not written, who said it.
pub(super) fn with_year(
    expression: &Expression,
    index: usize,
    all: &[Expression],
    context: &Context,
) -> (Dates, Option<&'static str>) {
    if let Some(year) = expression.year {
        return (expression.resolve(year), None);
    }
    let (year, source) = missing_year(expression, index, all, context);
    (expression.resolve(year), Some(source))
}

fn missing_year(
    expression: &Expression,
    index: usize,
    all: &[Expression],
    context: &Context,
) -> (Year, &'static str) {
    let months: Vec<u8> = expression.months().collect();
    let dated = |other: &&Expression| other.year.is_some() && other.months().next().is_some();
    let known = |other: &Expression| match other.year {
        Some(Year::Known(year)) => Some(year),
        _ => None,
    };
    // The same month was named with its year just before.
    let before = || all[..index].iter().rev().take(NEAR).filter(dated);
    if let Some(year) =
        before().find(|other| other.months().any(|month| months.contains(&month))).and_then(known)
    {
        return (Year::Known(year), "paragraph");
    }
    // The day lies within the session: stronger than a year some clauses away.
    for run in &context.sessions {
        for year in run.ends().iter().filter_map(|point| match point.year {
            Year::Known(year) => Some(year),
            _ => None,
        }) {
            let dates = expression.resolve(Year::Known(year));
            let inside = dates.runs.iter().flat_map(Run::ends).all(|point| match point.date() {
                Some(date) => run.contains(date),
                None => point.month.is_some() && run.ends().iter().any(|end| end.month == point.month),
            });
            if inside {
                return (Year::Known(year), "session");
            }
        }
    }
    if let Some(year) =
        before().find_map(known).or_else(|| all[index + 1..].iter().take(NEAR).filter(dated).find_map(known))
    {
        return (Year::Known(year), "paragraph");
    }
    if let Some(year) = context.section_year {
        return (Year::Known(year), "section");
    }
    let session = context.sessions.last().and_then(|run| match run.ends()[1].year {
        Year::Known(year) => Some(year),
        _ => None,
    });
    if let Some(year) = session {
        return (Year::Known(year), "session");
    }
    if let Some((year, issued)) = context.issued {
        // A report tells of the months around its issue: "10 December" in one of January is last year's.
        let month = months.last().copied().unwrap_or(issued);
        let year = match i16::from(month) - i16::from(issued) {
            7.. => year - 1,
            ..=-7 => year + 1,
            _ => year,
        };
        return (Year::Known(year), "masthead");
    }
    match context.last_year {
        Some(year) => (Year::Known(year), "report"),
        None => (Year::Unknown, "unknown"),
    }
}
