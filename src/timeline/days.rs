//! Days: what an EDTF value of a mention says, and whether two of them can mean the same.

use crate::terms::date::{Dates, Day, Point, Run, Year};
use jiff::civil::Date;

/// Reads what [`Dates`] prints; `None` for anything else.
pub fn read(edtf: &str) -> Option<Dates> {
    if let Some(set) = edtf.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let runs = set.split(',').map(|run| read_run(run, "..")).collect::<Option<Vec<Run>>>()?;
        return Some(Dates { runs });
    }
    Some(Dates { runs: vec![read_run(edtf, "/")?] })
}

fn read_run(text: &str, between: &str) -> Option<Run> {
    Some(match text.split_once(between) {
        Some((first, last)) => Run { first: read_point(first)?, last: Some(read_point(last)?) },
        None => Run { first: read_point(text)?, last: None },
    })
}

fn read_point(text: &str) -> Option<Point> {
    let mut parts = text.split('-');
    let year = Year::Known(parts.next()?.parse().ok()?);
    let month = parts.next().map(str::parse).transpose().ok()?;
    let day = match parts.next() {
        None => Day::Whole,
        Some("XX") => Day::Blank,
        Some(day) => Day::Known(day.parse().ok()?),
    };
    parts.next().is_none().then_some(Point { year, month, day })
}

/// The first and the last day that a point may mean.
fn reach(point: Point) -> Option<(Date, Date)> {
    let year = point.year.known()?;
    let Some(month) = point.month else {
        return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
    };
    if let Day::Known(_) = point.day {
        let date = point.date()?;
        return Some((date, date));
    }
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// The first and the last day that the dates may mean.
pub fn hull(dates: &Dates) -> Option<(Date, Date)> {
    let mut hull: Option<(Date, Date)> = None;
    for run in &dates.runs {
        let (first, _) = reach(run.first)?;
        let (_, last) = reach(run.last.unwrap_or(run.first))?;
        let (from, to) = hull.unwrap_or((first, last));
        hull = Some((from.min(first), to.max(last)));
    }
    hull
}

/// Whether every day is written.
pub fn is_exact(dates: &Dates) -> bool {
    !dates.runs.is_empty() && dates.runs.iter().all(|run| run.ends().iter().all(|end| end.date().is_some()))
}

/// The runs as days of a calendar; empty where one is not fully written.
pub fn spans(dates: &Dates) -> Vec<(Date, Date)> {
    if !is_exact(dates) {
        return Vec::new();
    }
    let span = |run: &Run| {
        let [first, last] = run.ends();
        Some((first.date()?, last.date()?)).filter(|(first, last)| first <= last)
    };
    dates.runs.iter().filter_map(span).collect()
}

/// Whether both can mean the same days: equal, or one is vague ("June 2031") and holds the other.
pub fn agree(one: &Dates, two: &Dates) -> bool {
    let (Some(a), Some(b)) = (hull(one), hull(two)) else { return one == two };
    match (is_exact(one), is_exact(two)) {
        (true, true) => a == b,
        (true, false) => within(a, b),
        (false, true) => within(b, a),
        (false, false) => within(a, b) || within(b, a),
    }
}

/// Whether the first stretch of days lies in the second.
pub fn within(inner: (Date, Date), outer: (Date, Date)) -> bool {
    outer.0 <= inner.0 && inner.1 <= outer.1
}

/// The days from a single day up to the Friday after it: "the week of 5 May". `None` for anything else, and
/// for a day at the end of a week.
pub fn working_week(dates: &Dates) -> Option<Dates> {
    let [run] = dates.runs.as_slice() else { return None };
    let first = run.first.date().filter(|_| run.last.is_none())?;
    let left = 5 - first.weekday().to_monday_one_offset();
    let last = first.checked_add(jiff::Span::new().try_days(left).ok()?).ok().filter(|last| *last > first)?;
    read(&format!("{first}/{last}"))
}

/// Every single day or run as dates of its own, in the order of the text.
pub fn each(dates: &Dates) -> Vec<Dates> {
    dates.runs.iter().map(|run| Dates { runs: vec![*run] }).collect()
}

/// All of them as one set, in the order of the text.
pub fn joined<'a>(several: impl IntoIterator<Item = &'a Dates>) -> Dates {
    Dates { runs: several.into_iter().flat_map(|dates| dates.runs.iter().copied()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_dates_print_is_read_again() {
        for edtf in [
            "2031-06-03",
            "2031-06",
            "2031",
            "2031-03-XX",
            "2031-09-09/2031-09-13",
            "{2031-05-13..2031-05-17,2031-07-01}",
        ] {
            assert_eq!(read(edtf).map(|dates| dates.to_string()).as_deref(), Some(edtf));
        }
        assert_eq!(read("XXXX-05-03"), None);
        assert_eq!(read("about 2031"), None);
    }

    #[test]
    fn a_month_agrees_with_its_days_and_two_weeks_do_not() {
        let agree = |one: &str, two: &str| agree(&read(one).unwrap(), &read(two).unwrap());
        assert!(agree("2031-06", "2031-06-03"));
        assert!(agree("2031-03-09/2031-03-13", "2031-03-09/2031-03-13"));
        assert!(!agree("2031-03-09/2031-03-13", "2031-03-16/2031-03-20"));
        assert!(!agree("2031-03-09/2031-03-13", "2031-03-10"));
    }
}
