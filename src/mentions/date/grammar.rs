//! The grammar of an expression whose days stand before their months.
//!
//! ```text
//! expression := item (("," | "and" | ", and" | "or") ["on" | "from"] item)*
//! item       := atom [("to" | dash) atom]
//! atom       := day [["of"] month [year]] | month [year] | month day "," year
//! day        := 1..31 ["st" | "nd" | "rd" | "th"] | placeholder
//! ```
//! Items are read from the left and given their month and year from the right, since a text says
//! "15, 17 and 19 June and 2 July 2020".

use super::before::{is_number_of_noun, may_begin, weekday_before};
use super::day::{day_at, year_at};
use super::expression::{Atom, Expression, Item};
use super::other_forms::month_first;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::date;
use crate::terms::date::Day;

/// How many items may follow one another without a month: a list of bare numbers is not a date,
/// and reading on would be slow.
const WITHOUT_MONTH: usize = 12;

/// Reads the longest expression from `start` that has a month.
pub(super) fn expression(passage: &Passage<'_>, start: usize) -> Option<Expression> {
    if !may_begin(passage, start) {
        return None;
    }
    if let Some(expression) = month_first(passage, start) {
        return Some(expression);
    }
    let mut items = items_from(passage, start);
    let mut first = start;
    if is_number_of_noun(passage, start) {
        first = without_numbers_of_noun(passage, &mut items)?;
    }
    let final_atom = *items.last()?.final_atom();
    // A month alone, "in March", says too little; "May" and "March" are words besides.
    let whole_months = items.iter().all(|item| item.first.day == Day::Whole);
    if whole_months && final_atom.year.is_none() {
        return None;
    }
    let between = first > 0 && passage.is_any(first - 1, &["between"]);
    if between
        && let [from, to] = items[..]
        && from.last.is_none()
        && to.last.is_none()
    {
        items = vec![Item { first: from.first, last: Some(to.first) }];
    }
    let rule = match items.as_slice() {
        [item] if item.last.is_some() => "day-range",
        [_] if whole_months => "month",
        [_] => "day",
        _ => "day-set",
    };
    let weekday = weekday_before(passage, first);
    Some(Expression { weekday, ..Expression::new(passage, first, items, final_atom.year, rule) })
}

/// The items up to the last that has a month.
fn items_from(passage: &Passage<'_>, start: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut without_month = 0;
    let mut next = Some(start);
    while let Some(item) = next.and_then(|index| item(passage, index)) {
        let last = *item.final_atom();
        without_month = if last.month.is_some() { 0 } else { without_month + 1 };
        items.push(item);
        if last.year.is_some() || without_month > WITHOUT_MONTH {
            break;
        }
        next = separator(passage, last.end);
    }
    while items.last().is_some_and(|item| item.final_atom().month.is_none()) {
        items.pop();
    }
    items
}

/// "paragraphs 3 and 5, 12 March": drops the numbers of the other noun, which come first, and
/// returns the token at which the date begins.
fn without_numbers_of_noun(passage: &Passage<'_>, items: &mut Vec<Item>) -> Option<usize> {
    let own = items.iter().position(|item| item.first.month.is_some() || item.last.is_some())?;
    let first = separator(passage, items[own.checked_sub(1)?].final_atom().end)?;
    items.drain(..own);
    Some(first)
}

/// The token after `, and on`.
fn separator(passage: &Passage<'_>, index: usize) -> Option<usize> {
    // "1,500" and "3,5" are numbers.
    if passage.is_mark(index, ',') && passage.is_glued(index + 1) && passage.number(index + 1).is_some() {
        return None;
    }
    let next = passage.separator_end(index)?;
    Some(next + usize::from(passage.is_any(next, &["on", "from"])))
}

fn item(passage: &Passage<'_>, index: usize) -> Option<Item> {
    let first = atom(passage, index)?;
    Some(Item { first, last: range_end(passage, &first) })
}

/// The atom after "to" or a dash.
fn range_end(passage: &Passage<'_>, first: &Atom) -> Option<Atom> {
    let to = first.end;
    if !(passage.is_any(to, &["to", "until", "till", "through"]) || passage.is_dash(to)) {
        return None;
    }
    let mut next = to + 1;
    if passage.is_dash(to) && passage.is_dash(next) {
        next += 1;
    }
    // "to Friday, 7 March"
    if date::weekday(passage.word(next)).is_some() {
        next += if passage.is_mark(next + 1, ',') { 2 } else { 1 };
    }
    // "3 to March 2021" and "June to 5 July" are mixed up, and no range.
    atom(passage, next).filter(|last| (first.day == Day::Whole) == (last.day == Day::Whole))
}

fn atom(passage: &Passage<'_>, index: usize) -> Option<Atom> {
    if passage.is_taken(index) {
        return None;
    }
    if let Some(month) = date::month(passage.word(index)) {
        // A month without a year or a day is of use only where the year comes later.
        return Some(with_year(passage, Day::Whole, month, index + 1));
    }
    let (day, day_end) = day_at(passage, index)?;
    let month_at = day_end + usize::from(passage.is(day_end, "of"));
    let whole_name = date::month(passage.word(month_at)).filter(|_| !passage.is_taken(month_at));
    if let Some(month) = whole_name {
        let mut end = month_at + 1;
        // "3 March, 2021" has its year after the comma; "3 March, 2021 participants" has not.
        if passage.is_mark(end, ',')
            && year_at(passage, end + 1).is_some()
            && passage.tokens.get(end + 2).is_none_or(|token| token.kind == TokenKind::Mark)
        {
            end += 1;
        }
        return Some(with_year(passage, day, month, end));
    }
    let Some(month) = date::month_abbreviated(passage.word(month_at)) else {
        return Some(Atom { day, month: None, year: None, end: day_end });
    };
    let stop = passage.is_mark(month_at + 1, '.') && passage.is_glued(month_at + 1);
    // An abbreviation is believed only with its year.
    Some(with_year(passage, day, month, month_at + 1 + usize::from(stop))).filter(|atom| atom.year.is_some())
}

/// A day and its month with the year that may stand at `index`.
fn with_year(passage: &Passage<'_>, day: Day, month: u8, index: usize) -> Atom {
    let (year, end) = year_at(passage, index).map_or((None, index), |(year, end)| (Some(year), end));
    Atom { day, month: Some(month), year, end }
}
