//! [`Expression`]: the days that one expression names, before it is known of which year.

use super::day::YEAR_DIGITS;
use crate::mentions::passage::{Passage, TokenKind};
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

    /// "7 April to 11 March 2031": nearly a year would lie between them, so that one of the months is wrong.
    /// "1 April to 31 March" is the year of an account.
    fn is_slip(&self) -> bool {
        let Some(last) = &self.last else { return false };
        let (Some(from), Some(to)) = (self.first.month, last.month) else { return false };
        let days = matches!((self.first.day, last.day), (Day::Known(2..), Day::Known(_)));
        days && self.first.year.is_none() && from == to + 1
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
    /// Whether it is the date of a document cited right before it: no day of the report is near it.
    pub cites: bool,
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
        let last = passage.tokens[end - 1];
        // A longer number is a year with the call of a note.
        let longer = last.kind == TokenKind::Number && last.end - last.start > YEAR_DIGITS;
        Self {
            start: passage.tokens[first].start,
            end: if longer { last.start + YEAR_DIGITS } else { last.end },
            items,
            year,
            joined: false,
            cites: dates_a_document(passage, first),
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
            let mut first = point(&item.first, &mut month, &mut year);
            if let Some(last) = last.filter(|_| item.is_slip()) {
                first.year = last.year;
                year = last.year;
            }
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

/// "resolution 85/1 of 3 March 2031", "A/85/1, 3 March 2031", "the Convention on Ponds (3 March 2031)".
fn dates_a_document(passage: &Passage<'_>, first: usize) -> bool {
    let Some(joint) = first.checked_sub(1) else { return false };
    let joined =
        passage.is_any(joint, &["of", "dated"]) || passage.is_mark(joint, ',') || passage.is_mark(joint, '(');
    let Some(before) = joint.checked_sub(1).filter(|_| joined) else { return false };
    let end = passage.tokens[before].end;
    passage.document_around(end).is_some_and(|document| document.end == end)
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
