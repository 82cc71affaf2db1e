//! [`Dates`]: what one expression of a text says about days, printed in ISO 8601-2 (EDTF).

use jiff::civil::Date;
use std::fmt;

/// A year as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// Given, or taken from the context.
    Known(i16),
    /// `20XX`: the century is given.
    Century(i16),
    /// `202X`: the decade is given.
    Decade(i16),
    /// Neither written nor to be had from the context.
    Unknown,
}

impl Year {
    /// The year in full, where it is known.
    pub fn known(self) -> Option<i16> {
        match self {
            Year::Known(year) => Some(year),
            Year::Century(_) | Year::Decade(_) | Year::Unknown => None,
        }
    }
}

/// A day of the month as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Written.
    Known(u8),
    /// A blank stands where the day will be.
    Blank,
    /// The expression speaks of the whole month or year.
    Whole,
}

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: Year,
    /// The month, from 1; `None` where the whole year is meant.
    pub month: Option<u8>,
    /// The day.
    pub day: Day,
}

impl Point {
    /// The day in the calendar, where the point is one and exists.
    pub fn date(&self) -> Option<Date> {
        match (self.year, self.month, self.day) {
            (Year::Known(year), Some(month), Day::Known(day)) => {
                Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
            }
            _ => None,
        }
    }

    /// False for the 31st of June. Without a year the 29th of February gets the benefit of the doubt.
    pub fn exists(&self) -> bool {
        match (self.year, self.month, self.day) {
            (Year::Known(_), Some(_), Day::Known(_)) => self.date().is_some(),
            (_, Some(month), Day::Known(day)) => {
                Point { year: Year::Known(2000), month: Some(month), day: Day::Known(day) }.date().is_some()
            }
            _ => true,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Known(year) => write!(f, "{year:04}")?,
            Year::Century(century) => write!(f, "{century:02}XX")?,
            Year::Decade(decade) => write!(f, "{decade:03}X")?,
            Year::Unknown => f.write_str("XXXX")?,
        }
        let Some(month) = self.month else { return Ok(()) };
        write!(f, "-{month:02}")?;
        match self.day {
            Day::Known(day) => write!(f, "-{day:02}"),
            Day::Blank => f.write_str("-XX"),
            Day::Whole => Ok(()),
        }
    }
}

/// A point, or all the days from one point to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first day.
    pub first: Point,
    /// The last day; `None` where there is only one.
    pub last: Option<Point>,
}

impl Run {
    /// Whether the run ends before it begins.
    pub fn is_backwards(&self) -> bool {
        match (self.first.date(), self.last.and_then(|last| last.date())) {
            (Some(first), Some(last)) => last < first,
            _ => false,
        }
    }

    /// Whether the day falls within the run.
    pub fn contains(&self, date: Date) -> bool {
        match (self.first.date(), self.last) {
            (Some(first), None) => first == date,
            (Some(first), Some(last)) => first <= date && last.date().is_some_and(|last| date <= last),
            (None, _) => false,
        }
    }

    /// First and last point; the same twice where there is only one.
    pub fn ends(&self) -> [Point; 2] {
        [self.first, self.last.unwrap_or(self.first)]
    }
}

/// The runs of one expression, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// Never empty where it was read from text.
    pub runs: Vec<Run>,
}

impl Dates {
    /// What is wrong with the expression, in words; `None` if it can be so.
    pub fn fault(&self) -> Option<&'static str> {
        if self.runs.iter().any(|run| run.ends().iter().any(|point| !point.exists())) {
            Some("no such day")
        } else if self.runs.iter().any(Run::is_backwards) {
            Some("ends before it begins")
        } else {
            None
        }
    }
}

impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [run] = self.runs.as_slice() {
            write!(f, "{}", run.first)?;
            return run.last.map_or(Ok(()), |last| write!(f, "/{last}"));
        }
        f.write_str("{")?;
        for (index, run) in self.runs.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{}", run.first)?;
            if let Some(last) = run.last {
                write!(f, "..{last}")?;
            }
        }
        f.write_str("}")
    }
}
