//! [`Expression`]: the days that one expression names, before it is known of which year.

use crate::mentions::passage::Passage;
use crate::terms::date::{Dates, Day, Point, Run, Year};
use crate::terms::english::calendar::WEEKDAYS;
use jiff::civil::Date;

/// The name of a day of the week, one of `WEEKDAYS`.
pub(super) type Weekday = &'static str;

/// A day and month as far as they are written at one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub day: Day,
    pub month: Option<u8>,
    pub year: Option<Year>,
    /// The day of the week that stands before it.
    pub weekday: Option<Weekday>,
    /// Whether it is believed only if the expression has a year: "8 Mar.", "the third of March".
    pub doubtful: bool,
    /// The token after it.
    pub end: usize,
}

/// An atom, or all the days from one atom to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub first: Atom,
    pub last: Option<Atom>,
}

impl Item {
    pub fn final_atom(&self) -> &Atom {
        self.last.as_ref().unwrap_or(&self.first)
    }
}

/// One expression, its months given, its year perhaps not.
#[derive(Debug, Clone)]
pub(super) struct Expression {
    /// First character, inclusive.
    pub start: usize,
    /// Last character, exclusive.
    pub end: usize,
    /// What is written, from left to right.
    pub items: Vec<Item>,
    /// The year that is written.
    pub year: Option<Year>,
    /// Whether only a comma, a semicolon or "and" stands between it and the expression after it.
    pub joined: bool,
    /// The name of the rule that found it.
    pub rule: &'static str,
}

impl Expression {
    /// What the items from the token `first` on say; `items` is not empty.
    pub fn new(
        passage: &Passage<'_>,
        first: usize,
        items: Vec<Item>,
        year: Option<Year>,
        rule: &'static str,
    ) -> Self {
        let end = items.last().map_or(first + 1, |item| item.final_atom().end);
        Self {
            start: passage.tokens[first].start,
            end: passage.tokens[end - 1].end,
            items,
            year,
            joined: false,
            rule,
        }
    }

    /// Month and year from the right; a day that would come after its right neighbour in the
    /// same year belongs to the year before ("28 December to 3 January 2021").
    pub fn resolve(&self, year: Year) -> Dates {
        let mut runs = Vec::with_capacity(self.items.len());
        let (mut month, mut year) = (None, year);
        for item in self.items.iter().rev() {
            let last = item.last.map(|atom| point(&atom, &mut month, &mut year));
            let first = point(&item.first, &mut month, &mut year);
            runs.push(Run { first, last });
        }
        runs.reverse();
        Dates { runs }
    }

    /// The day of the week that stands before the first day.
    pub fn weekday(&self) -> Option<Weekday> {
        self.items.first().and_then(|item| item.first.weekday)
    }

    /// Every day that has a day of the week by it, with the name that the calendar gives to it.
    pub fn weekdays<'a>(&'a self, dates: &'a Dates) -> impl Iterator<Item = (Weekday, Date, Weekday)> + 'a {
        let points = self.items.iter().zip(&dates.runs).flat_map(|(item, run)| {
            [Some((&item.first, run.first)), item.last.as_ref().zip(run.last)].into_iter().flatten()
        });
        points.filter_map(|(atom, point)| {
            let date = point.date()?;
            let true_name = WEEKDAYS.get(usize::try_from(date.weekday().to_monday_zero_offset()).ok()?)?;
            Some((atom.weekday?, date, *true_name))
        })
    }

    /// The months that are written.
    pub fn months(&self) -> impl Iterator<Item = u8> + '_ {
        self.items
            .iter()
            .flat_map(|item| [Some(&item.first), item.last.as_ref()])
            .flatten()
            .filter_map(|atom| atom.month)
    }
}

fn point(atom: &Atom, month: &mut Option<u8>, year: &mut Year) -> Point {
    if let Some(written) = atom.year {
        *year = written;
    } else if let (Some(own), Some(right), Year::Known(known)) = (atom.month, *month, *year)
        && own > right
    {
        *year = Year::Known(known - 1);
    }
    *month = atom.month.or(*month);
    Point { year: *year, month: *month, day: atom.day }
}
