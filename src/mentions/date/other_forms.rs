//! Dates in other forms than "12 March 2021": "March 12, 2021" and `2021-03-12`.

use super::before::weekdays_before;
use super::day::{YEARS, day_at, day_number, year_at};
use super::expression::{Atom, Expression, Item};
use crate::mentions::passage::Passage;
use crate::terms::date::{Day, Year};
use crate::terms::english::calendar;

/// How many days a list in this form may have.
const LONGEST: usize = 12;

/// "March 3, 2021", "March 3-7, 2021", "March 30 to April 2, 2021", "March 3 and 5, 2021": with the
/// year, for "March 12 States" is none; "March 3rd" and "March 3rd and 5th" say themselves that they are days.
pub(super) fn month_first(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let mut items: Vec<Item> = Vec::new();
    let (mut month, mut next) = (None, index);
    for _ in 0..LONGEST {
        let Some(first) = month_and_day(passage, next, month) else { break };
        let mut item = Item { first, last: None };
        if (passage.is_dash(first.end) || passage.is_any(first.end, &["to", "through"]))
            && let Some(last) = month_and_day(passage, first.end + 1, first.month)
        {
            item.last = Some(last);
        }
        items.push(item);
        let end = item.final_atom().end;
        month = item.final_atom().month;
        // "March 3, 2021", "March 3 2021"
        let at = end + usize::from(passage.is_mark(end, ','));
        if let Some((year, after)) = year_at(passage, at) {
            let atom = items.last_mut().map(|item| item.last.as_mut().unwrap_or(&mut item.first))?;
            (atom.year, atom.end) = (Some(year), after);
            items.first_mut()?.first.weekday = weekdays_before(passage, index).0;
            return Some(Expression::new(passage, index, items, Some(year), "month-first"));
        }
        match passage.separator_end(end) {
            Some(further) => next = further,
            None => break,
        }
    }
    let ordinals = |atom: &Atom| passage.is_ordinal_ending(atom.end - 1);
    let wanted =
        items.iter().take_while(|item| ordinals(&item.first) && item.last.as_ref().is_none_or(ordinals));
    let days = wanted.count();
    items.truncate(days);
    items.first_mut()?.first.weekday = weekdays_before(passage, index).0;
    Some(Expression::new(passage, index, items, None, "month-first"))
}

/// "March 3" or, where the month has been said, "5".
fn month_and_day(passage: &Passage<'_>, index: usize, said: Option<u8>) -> Option<Atom> {
    if passage.is_taken(index) {
        return None;
    }
    let (month, at) = match calendar::month(passage.word(index)) {
        Some(month) => (month, index + 1),
        // "Mar. 3, 2021"
        None => match calendar::month_abbreviated(passage.word(index)) {
            Some(month) => (month, index + 1 + usize::from(passage.is_mark(index + 1, '.'))),
            None => (said?, index),
        },
    };
    let (day, end) = day_at(passage, at)?;
    Some(Atom { day, month: Some(month), year: None, weekday: None, doubtful: false, end })
}

/// `2021-03-12`
pub(super) fn iso(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    in_figures(passage, index, '-', [4, 2, 2], [0, 1, 2], "iso")
}

/// `12.03.2021`: with full stops the day always comes first; with strokes nobody can tell.
pub(super) fn dotted(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    in_figures(passage, index, '.', [2, 2, 4], [2, 1, 0], "dotted")
}

/// `12-Mar-2021`, `12-March-2021`
pub(super) fn hyphened(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let joined = passage.is_dash(index + 1)
        && passage.is_dash(index + 3)
        && (index + 1..=index + 4).all(|at| passage.is_glued(at))
        && !passage.is_glued(index)
        && !passage.is_dash(index + 5);
    if !joined {
        return None;
    }
    let word = passage.word(index + 2);
    let month = Some(calendar::month(word).or_else(|| calendar::month_abbreviated(word))?);
    let day = day_number(passage, index)?;
    let (year, end) = year_at(passage, index + 4)?;
    let first = Atom { day, month, year: Some(year), weekday: None, doubtful: false, end };
    Some(Expression::new(passage, index, vec![Item { first, last: None }], Some(year), "dotted"))
}

/// Three numbers of these `widths` with `mark` between them; `order` says which of them are year,
/// month and day.
fn in_figures(
    passage: &Passage<'_>,
    index: usize,
    mark: char,
    widths: [usize; 3],
    order: [usize; 3],
    rule: &'static str,
) -> Option<Expression> {
    let at = [index, index + 2, index + 4];
    let glued = (index + 1..=index + 4).all(|at| passage.is_glued(at));
    // "1.12.03.2021" and "12.03.2021.5" are numbers of something else.
    let goes_on =
        passage.is_glued(index + 5) && passage.is_mark(index + 5, mark) && passage.is_glued(index + 6);
    if !glued
        || goes_on
        || !passage.is_mark(index + 1, mark)
        || !passage.is_mark(index + 3, mark)
        || passage.is_glued(index) && !passage.is_mark(index - 1, '(')
        || at.map(|at| passage.word(at).len()) != widths
    {
        return None;
    }
    let [year, month, day] = order.map(|part| at[part]);
    let year = passage.number(year).filter(|year| YEARS.contains(year))?;
    let year = Some(Year::Known(i16::try_from(year).ok()?));
    let month = passage.number(month).filter(|month| (1..=12).contains(month))?;
    let month = Some(u8::try_from(month).ok()?);
    let day: Day = day_number(passage, day)?;
    let first = Atom { day, month, year, weekday: None, doubtful: false, end: index + 5 };
    Some(Expression::new(passage, index, vec![Item { first, last: None }], year, rule))
}
