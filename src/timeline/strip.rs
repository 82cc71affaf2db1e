//! [`Strip`]: the events of a body along a line of time, to scale.

use super::event::{Event, Kind, Status};
use jiff::civil::Date;

/// What stands at a place of the line; where several fall together, the first in this order is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Called off.
    Cancelled,
    /// Put off.
    Postponed,
    /// Told as past before its day.
    Ahead,
    /// To come.
    Scheduled,
    /// Held.
    Held,
    /// A gathering beside the sessions.
    Beside,
    /// The document itself.
    Issued,
}

/// The line of one body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strip {
    /// Years, each with the column at which it begins.
    pub years: Vec<(usize, i16)>,
    /// Months, each with the column at which it begins, where the line is shorter than a year.
    pub months: Vec<(usize, Date)>,
    /// Sessions.
    pub sessions: Vec<Option<Sign>>,
    /// Gatherings.
    pub others: Vec<Option<Sign>>,
}

/// The line in so many columns; `None` where nothing has a day.
pub fn strip(events: &[&Event], columns: usize) -> Option<Strip> {
    let drawn =
        |event: &&&Event| matches!(event.kind, Kind::Session | Kind::Gathering) && !event.days.is_empty();
    let days = || events.iter().filter(drawn).flat_map(|event| &event.days);
    let first = days().map(|(first, _)| *first).min()?.first_of_month();
    let last = days().map(|(_, last)| *last).max()?.last_of_month();
    let length = number(last) - number(first) + 1;
    if columns == 0 || length < 1 {
        return None;
    }
    let column = |date: Date| {
        let at = (number(date) - number(first)) * i64::try_from(columns).unwrap_or(1) / length;
        usize::try_from(at).unwrap_or(0).min(columns - 1)
    };
    let mut strip = Strip { sessions: vec![None; columns], others: vec![None; columns], ..Strip::default() };
    let mut month = first;
    while length < 366 && month <= last {
        strip.months.push((column(month), month));
        match month.last_of_month().tomorrow() {
            Ok(next) => month = next,
            Err(_) => break,
        }
    }
    for year in first.year()..=last.year() {
        let start = Date::new(year, 1, 1).ok().filter(|start| *start > first).unwrap_or(first);
        strip.years.push((column(start), year));
    }
    for event in events.iter().filter(drawn) {
        let sign = sign(event);
        let row = if event.kind == Kind::Session { &mut strip.sessions } else { &mut strip.others };
        for (from, to) in &event.days {
            for cell in &mut row[column(*from)..=column(*to)] {
                *cell = Some(cell.map_or(sign, |before| before.min(sign)));
            }
        }
    }
    Some(strip)
}

/// How an event is drawn.
pub fn sign(event: &Event) -> Sign {
    match (event.status, event.kind) {
        (_, Kind::Issue) => Sign::Issued,
        (Status::Cancelled, _) => Sign::Cancelled,
        (Status::Postponed, _) => Sign::Postponed,
        (Status::Scheduled, _) => Sign::Scheduled,
        (_, Kind::Gathering) => Sign::Beside,
        (Status::ToldAhead, _) => Sign::Ahead,
        (Status::Held, _) => Sign::Held,
    }
}

/// Days since an ancient one.
fn number(date: Date) -> i64 {
    let year = i64::from(date.year());
    let leap = |year: i64| year / 4 - year / 100 + year / 400;
    year * 365 + leap(year - 1) + i64::from(date.day_of_year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_the_turn_of_a_year() {
        let day = |text: &str| number(text.parse().unwrap());
        assert_eq!(day("2033-01-01") - day("2032-12-31"), 1);
        assert_eq!(day("2032-03-01") - day("2032-02-28"), 2);
        assert_eq!(day("2031-03-01") - day("2031-02-28"), 1);
    }
}
