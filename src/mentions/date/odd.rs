//! What the calendar says against a date: a day that no month has, a run that ends before it
//! begins, another day of the week than the one written. Each is a remark; the date stays as written.

use super::expression::{Expression, Weekday};
use crate::mentions::{Context, Mention};
use crate::terms::date::{Dates, Day, Point, Run, Year};
use crate::terms::english::calendar::{MONTHS, in_full};
use jiff::civil::Date;

/// Says what is odd about a date that was read as `mention`.
pub(super) fn remark(expression: &Expression, dates: &Dates, mention: &Mention, context: &mut Context) {
    let written = &mention.text;
    for point in dates.runs.iter().flat_map(|run| run.last.into_iter().chain([run.first])) {
        if let Some(reason) = no_such_day(point) {
            context.remark("no-such-day", format!("“{written}”: {reason}"));
        }
    }
    if dates.runs.iter().any(Run::is_backwards) {
        context.remark("ends-before-it-begins", format!("“{written}” ends before it begins"));
    }
    // Where the year is only guessed, the guess may be what is wrong.
    if expression.year.is_some() {
        for (name, date, true_name) in wrong_weekdays(expression, dates) {
            let message = format!("“{name}” stands with {}, which is a {true_name}", in_full(date));
            context.remark("wrong-weekday", message);
        }
    }
}

/// The days of the week that are not those of the calendar.
pub(super) fn wrong_weekdays<'a>(
    expression: &'a Expression,
    dates: &'a Dates,
) -> impl Iterator<Item = (Weekday, Date, Weekday)> + 'a {
    expression.weekdays(dates).filter(|(name, _, true_name)| name != true_name)
}

fn no_such_day(point: Point) -> Option<String> {
    if point.exists() {
        return None;
    }
    let (Some(month), Day::Known(_)) = (point.month, point.day) else { return None };
    let name = MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let known = point.year.known();
    let first = Date::new(known.unwrap_or(2000), i8::try_from(month).ok()?, 1).ok()?;
    let year = match point.year {
        Year::Known(year) if month == 2 => format!(" {year}"),
        _ => String::new(),
    };
    Some(format!("{name}{year} has {} days", first.days_in_month()))
}
