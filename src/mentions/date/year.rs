//! The year of a date that does not say it: "on 9 June" in a report on a session of June 2025.
//!
//! The nearest authority wins: the same month with its year in the paragraph, the year with which the
//! paragraph begins, the year of a session
//! that the heading names, the session of the masthead that holds the day, any year of the paragraph,
//! of the section, of the session, of the issue. The date of a document that is cited, "resolution
//! 85/1 of 3 March 2031", is no day of the report and lends its year to none.

use super::expression::Expression;
use super::odd::wrong_weekdays;
use crate::mentions::Context;
use crate::terms::date::{Dates, Run, Year};

/// How many dates away the year of a date is looked for: more would be another subject, and slow.
const NEAR: usize = 40;

/// The dates of an expression and, where its year is not written, who said it.
pub(super) fn with_year(
    expression: &Expression,
    index: usize,
    all: &[Expression],
    leading: Option<i16>,
    context: &Context,
) -> (Dates, Option<&'static str>) {
    if let Some(year) = expression.year {
        return (expression.resolve(year), None);
    }
    let (year, source) = missing_year(expression, index, all, leading, context);
    let dates = expression.resolve(year);
    if let Year::Known(known) = year
        && source != "session"
        && wrong_weekdays(expression, &dates).next().is_some()
    {
        // The day of the week knows better: a neighbouring year has it.
        for near in [known - 1, known + 1] {
            let other = expression.resolve(Year::Known(near));
            if wrong_weekdays(expression, &other).next().is_none() {
                return (other, Some("weekday"));
            }
        }
    }
    (dates, Some(source))
}

fn missing_year(
    expression: &Expression,
    index: usize,
    all: &[Expression],
    leading: Option<i16>,
    context: &Context,
) -> (Year, &'static str) {
    let months: Vec<u8> = expression.months().collect();
    let dated = |other: &&Expression| other.year.is_some() && other.months().next().is_some() && !other.cites;
    let written = |other: &Expression| other.year.and_then(Year::known);
    // "19 and 20 June; 3 July 2021": one list, whose year stands at its end.
    let list = all[index..].iter().take_while(|part| part.year.is_none() && part.joined).take(NEAR).count();
    if list > 0
        && let Some(last) = all.get(index + list).filter(dated)
        && let (Some(year), Some(own), Some(next)) = (written(last), months.last(), last.months().next())
    {
        return (Year::Known(if *own > next { year - 1 } else { year }), "paragraph");
    }
    // The same month was named with its year just before.
    let before = || all[..index].iter().rev().take(NEAR).filter(dated);
    if let Some(year) =
        before().find(|other| other.months().any(|month| months.contains(&month))).and_then(written)
    {
        return (Year::Known(year), "paragraph");
    }
    if let Some(year) = leading.filter(|_| before().next().is_none()) {
        return (Year::Known(year), "paragraph");
    }
    // The day lies within the session: stronger than a year some clauses away, unless the section
    // tells of another one.
    if let Some(year) = context.headings.session_year()
        && !context.sessions.iter().any(|session| year_within(expression, session) == Some(year))
    {
        let near = before().find_map(written);
        return near.map_or((Year::Known(year), "section"), |near| (Year::Known(near), "paragraph"));
    }
    if let Some(year) = context.sessions.iter().find_map(|session| year_within(expression, session)) {
        return (Year::Known(year), "session");
    }
    if let Some(year) = before()
        .find_map(written)
        .or_else(|| all[index + 1..].iter().take(NEAR).filter(dated).find_map(written))
    {
        return (Year::Known(year), "paragraph");
    }
    if let Some(year) = context.section_year {
        return (Year::Known(year), "section");
    }
    if let Some(year) = context.sessions.last().and_then(|session| session.ends()[1].year.known()) {
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

/// The year of the session in which all the days of the expression fall within it.
fn year_within(expression: &Expression, session: &Run) -> Option<i16> {
    let ends = session.ends();
    ends.iter().filter_map(|end| end.year.known()).find(|year| {
        let dates = expression.resolve(Year::Known(*year));
        dates.runs.iter().flat_map(Run::ends).all(|point| match point.date() {
            Some(date) => session.contains(date),
            None => point.month.is_some() && ends.iter().any(|end| end.month == point.month),
        })
    })
}
