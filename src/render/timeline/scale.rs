//! Days → places on a horizontal line, and the marks of the calendar along it.

use crate::timeline::{Event, words};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// The narrowest and the widest line, in units of the picture.
const NARROWEST: f64 = 960.0;
const WIDEST: f64 = 3000.0;
/// What a year has where there is room between the two.
const YEAR: f64 = 180.0;
/// Up to so many days a line begins and ends at days; a longer one at months.
const FEW_DAYS: i64 = 62;
/// A line of a single day would have no scale.
const FEWEST_DAYS: i64 = 10;

/// A line of time, drawn to scale.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    first: Date,
    /// Days of the line; at least one.
    days: i64,
    /// Units from its left end.
    pub width: f64,
}

/// What a mark of the calendar begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Year,
    Month,
    Day,
}

/// A mark of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Units from the left end.
    pub x: f64,
    pub unit: Unit,
    /// Empty where there is no room for words.
    pub label: String,
}

impl Scale {
    /// The line that holds all events; `None` where nothing has a date.
    pub fn over<'a>(events: impl Iterator<Item = &'a Event> + Clone) -> Option<Scale> {
        let reach = events.filter_map(Event::reach);
        let first = reach.clone().map(|(first, _)| first).min()?;
        let last = reach.map(|(_, last)| last).max()?;
        let (mut first, mut last) = if days(first, last) < FEW_DAYS {
            (first.yesterday().unwrap_or(first), last.tomorrow().unwrap_or(last))
        } else {
            (first.first_of_month(), last.last_of_month())
        };
        let missing = FEWEST_DAYS - 1 - days(first, last);
        if missing > 0 {
            first = first.checked_sub((missing / 2).days()).unwrap_or(first);
            last = last.checked_add((missing - missing / 2).days()).unwrap_or(last);
        }
        let days = (days(first, last) + 1).max(1);
        let width = (days as f64 / 365.25 * YEAR).clamp(NARROWEST, WIDEST).round();
        Some(Scale { first, days, width })
    }

    /// Where a day begins.
    pub fn x(&self, date: Date) -> f64 {
        (days(self.first, date) as f64 * self.day()).clamp(0.0, self.width)
    }

    /// Where a day ends.
    pub fn end(&self, date: Date) -> f64 {
        ((days(self.first, date) + 1) as f64 * self.day()).clamp(0.0, self.width)
    }

    /// Units of a day.
    fn day(&self) -> f64 {
        self.width / self.days as f64
    }

    /// The marks along the line: years, months where there is room, days where there is much.
    pub fn ticks(&self) -> Vec<Tick> {
        let mut ticks = self.years();
        ticks.extend(self.months());
        ticks.extend(self.single_days());
        // Words at the very end would stand outside.
        ticks.iter_mut().filter(|tick| tick.x > self.width - 12.0).for_each(|tick| tick.label.clear());
        ticks
    }

    fn last(&self) -> Date {
        self.first.checked_add((self.days - 1).days()).unwrap_or(self.first)
    }

    fn years(&self) -> Vec<Tick> {
        let year = self.day() * 365.25;
        let step = [1_i16, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
            .into_iter()
            .find(|step| f64::from(*step) * year >= 44.0)
            .unwrap_or(5000);
        let mut ticks = Vec::new();
        for year in self.first.year()..=self.last().year() {
            let start = Date::new(year, 1, 1).ok().filter(|start| *start >= self.first);
            // The first year begins before the line does; it is named there all the same.
            if (start.is_none() && year == self.first.year()) || year % step == 0 {
                let x = start.map_or(0.0, |start| self.x(start));
                ticks.push(Tick { x, unit: Unit::Year, label: year.to_string() });
            }
        }
        spaced(ticks, 40.0)
    }

    fn months(&self) -> Vec<Tick> {
        let month = self.day() * 30.44;
        // Marks may stand closer than words.
        let Some(step) = [1, 3].into_iter().find(|step| f64::from(*step) * month >= 9.0) else {
            return Vec::new();
        };
        let named = [1, 3, 6].into_iter().find(|step| f64::from(*step) * month >= 30.0);
        let mut ticks = Vec::new();
        let mut at = self.first.first_of_month();
        let last = self.last();
        while at <= last {
            let number = i32::from(at.month()) - 1;
            if number % step == 0 {
                let label = named.filter(|named| number % named == 0).map(|_| words::month(at));
                let x = self.x(at.max(self.first));
                ticks.push(Tick { x, unit: Unit::Month, label: label.unwrap_or_default().to_owned() });
            }
            match at.checked_add(1.month()) {
                Ok(next) => at = next,
                Err(_) => break,
            }
        }
        spaced(ticks, 28.0)
    }

    fn single_days(&self) -> Vec<Tick> {
        let Some(step) = [1_i8, 5, 10].into_iter().find(|step| f64::from(*step) * self.day() >= 22.0) else {
            return Vec::new();
        };
        let mut ticks = Vec::new();
        let mut at = self.first;
        for _ in 0..self.days {
            // The 30th would stand under the name of the next month.
            if at.day() % step == 0 && (step == 1 || at.day() < 30) {
                let label = at.day().to_string();
                ticks.push(Tick { x: self.x(at), unit: Unit::Day, label });
            }
            match at.tomorrow() {
                Ok(next) => at = next,
                Err(_) => break,
            }
        }
        ticks
    }
}

/// Without the words of what stands too close to the next that has words.
fn spaced(mut ticks: Vec<Tick>, room: f64) -> Vec<Tick> {
    let mut next: Option<f64> = None;
    for tick in ticks.iter_mut().rev().filter(|tick| !tick.label.is_empty()) {
        if next.is_some_and(|next| next - tick.x < room) {
            tick.label.clear();
        } else {
            next = Some(tick.x);
        }
    }
    ticks
}

/// Days from one to the other.
fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(first: &str, last: &str) -> Scale {
        let (first, last): (Date, Date) = (first.parse().unwrap(), last.parse().unwrap());
        let days = days(first, last) + 1;
        let width = (days as f64 / 365.25 * YEAR).clamp(NARROWEST, WIDEST).round();
        Scale { first, days, width }
    }

    fn labels(scale: &Scale, unit: Unit) -> Vec<String> {
        let ticks = scale.ticks().into_iter().filter(|tick| tick.unit == unit);
        ticks.map(|tick| tick.label).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn the_finer_the_scale_the_finer_its_marks() {
        let week = scale("2031-03-01", "2031-03-10");
        assert_eq!(labels(&week, Unit::Year), ["2031"]);
        assert_eq!(labels(&week, Unit::Month), ["Mar"]);
        assert_eq!(labels(&week, Unit::Day).len(), 10);
        let years = scale("2031-03-01", "2033-06-30");
        assert_eq!(labels(&years, Unit::Year), ["2031", "2032", "2033"]);
        assert_eq!(labels(&years, Unit::Month)[..3], ["Mar", "Apr", "May"]);
        assert!(labels(&years, Unit::Day).is_empty());
        let lives = scale("1971-01-01", "2031-12-31");
        assert!(labels(&lives, Unit::Year).len() > 50);
        assert!(labels(&lives, Unit::Month).is_empty());
        let ages = scale("0800-01-01", "2031-12-31");
        assert!(labels(&ages, Unit::Year).len() < 70);
    }

    #[test]
    fn a_day_has_its_width() {
        let scale = scale("2031-03-01", "2031-03-10");
        let day: Date = "2031-03-03".parse().unwrap();
        assert_eq!((scale.x(day), scale.end(day)), (192.0, 288.0));
    }
}
