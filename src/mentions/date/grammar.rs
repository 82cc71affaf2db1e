//! The grammar of an expression whose days stand before their months.
//!
//! ```text
//! expression := item (("," | "and" | ", and" | "or") ["on" | "from"] item)*
//! item       := atom [("to" | dash) atom] | "[" day ("to" | dash) day "]" month [year]
//! atom       := [weekday] (day [["of"] month [year]] | month [year] | month day "," year)
//! day        := 1..31 ["st" | "nd" | "rd" | "th"] | placeholder
//! ```
//! Items are read from the left and given their month and year from the right, since a text says
//! "15, 17 and 19 June and 2 July 2020".

use super::before::{after_weekday, is_number_of_noun, may_begin, weekdays_before};
use super::day::{day_at, is_next_day, year_at, year_with_call};
use super::expression::{Atom, Expression, Item};
use super::other_forms::month_first;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::date::Day;
use crate::terms::english::calendar::{self, PARTS_TIED};

/// How many items may follow one another without a month: a list of bare numbers is not a date,
/// and reading on would be slow.
const WITHOUT_MONTH: usize = 12;

/// Reads the longest expression from `start` that has a month.
pub(super) fn expression(passage: &Passage<'_>, start: usize) -> Option<Expression> {
    if let Some(expression) = tied_month(passage, start) {
        return Some(expression);
    }
    // The day of the week stands outside.
    if !may_begin(passage, start) || calendar::weekday(passage.word(start)).is_some() {
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
    if first > 0 && passage.is_any(first - 1, &["between"]) {
        between(passage, &mut items);
    }
    let final_atom = *items.last()?.final_atom();
    // A month alone, "in March", says too little; "May" and "March" are words besides. What is
    // shortened or in words is believed with its year.
    let whole_months = items.iter().all(|item| item.first.day == Day::Whole);
    let doubtful = items.iter().any(|item| item.first.doubtful || item.final_atom().doubtful);
    if (whole_months || doubtful) && final_atom.year.is_none() {
        return None;
    }
    let rule = match items.as_slice() {
        [_] if whole_months => "month",
        [item] if item.last.is_some() => "day-range",
        [_] => "day",
        _ => "day-set",
    };
    name_weekdays(passage, first, &mut items);
    Some(Expression::new(passage, first, items, final_atom.year, rule))
}

/// The days of the week that stand before all of it: one, or those of the first and the last day.
fn name_weekdays(passage: &Passage<'_>, first: usize, items: &mut [Item]) {
    let (mut begins, ends) = weekdays_before(passage, first);
    // "12 March 2031 (Wednesday)", "(a Wednesday)"
    if let [item] = items
        && item.last.is_none()
        && passage.is_mark(item.first.end, '(')
    {
        let at = item.first.end + 1 + usize::from(passage.is_any(item.first.end + 1, &["a"]));
        let closed = passage.is_mark(at + 1, ')');
        begins = begins.or_else(|| calendar::weekday(passage.word(at)).filter(|_| closed));
    }
    if let Some(item) = items.first_mut()
        && item.first.weekday.is_none()
    {
        item.first.weekday = begins;
    }
    if let (Some(ends), Some(item)) = (ends, items.last_mut()) {
        match &mut item.last {
            Some(last) => last.weekday = Some(ends),
            None => item.first.weekday = Some(ends),
        }
    }
}

/// "mid-March 2031": the month is part of a longer word.
fn tied_month(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let word = passage.word(index);
    let hyphen = word.iter().position(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}'))?;
    let tied = |name: &&str| name.chars().eq(word[..hyphen].iter().map(char::to_ascii_lowercase));
    if !PARTS_TIED.iter().any(tied) {
        return None;
    }
    let month = calendar::month(&word[hyphen + 1..])?;
    let atom = with_year(passage, Day::Whole, month, index + 1);
    atom.year?;
    let item = Item { first: atom, last: None };
    let start = passage.tokens[index].start + hyphen + 1;
    Some(Expression { start, ..Expression::new(passage, index, vec![item], atom.year, "month") })
}

/// "between 3 and 7 March", "between 24 May 2031 and 23 June 2031": two days are the ends of a run.
fn between(passage: &Passage<'_>, items: &mut Vec<Item>) {
    match items[..] {
        [from, to] if from.last.is_none() && to.last.is_none() => {
            *items = vec![Item { first: from.first, last: Some(to.first) }];
        }
        [from] if from.last.is_none() && from.first.year.is_some() && passage.is(from.first.end, "and") => {
            // The year closes an expression, but here it needs its other end.
            if let Some(to) = atom(passage, from.first.end + 1)
                && to.month.is_some()
                && to.year.is_some()
                && (to.day == Day::Whole) == (from.first.day == Day::Whole)
            {
                *items = vec![Item { first: from.first, last: Some(to) }];
            }
        }
        _ => {}
    }
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
    if let Some(item) = bracketed_range(passage, index) {
        return Some(item);
    }
    let (weekday, index) = after_weekday(passage, index);
    let index = after_article(passage, index);
    let mut first = Atom { weekday, ..atom(passage, index)? };
    if first.month.is_none() {
        first.end = after_half_day(passage, first.end);
    }
    Some(Item { first, last: range_end(passage, &first) })
}

/// "to the 5th of June": the token after "the".
fn after_article(passage: &Passage<'_>, index: usize) -> usize {
    let ordinal = passage.is(index, "the") && passage.is_ordinal_ending(index + 2);
    index + usize::from(ordinal)
}

/// "[6–10] July 2031"
fn bracketed_range(passage: &Passage<'_>, index: usize) -> Option<Item> {
    if !passage.is_mark(index, '[') {
        return None;
    }
    let (day, end) = day_at(passage, index + 1)?;
    let first = Atom { day, month: None, year: None, weekday: None, doubtful: false, end };
    if !(passage.is_any(end, &["to"]) || passage.is_dash(end)) {
        return None;
    }
    let (day, end) = day_at(passage, end + 1)?;
    let month_at = end + 1;
    let month = calendar::month(passage.word(month_at)).filter(|_| passage.is_mark(end, ']'))?;
    Some(Item { first, last: Some(with_year(passage, day, month, month_at + 1)) })
}

/// "10 (a.m.) and 12 March": the token after the bracket.
fn after_half_day(passage: &Passage<'_>, index: usize) -> usize {
    let inner = index + 1;
    if !passage.is_mark(index, '(') {
        return index;
    }
    let close = if passage.is_any(inner, &["am", "pm", "morning", "afternoon", "evening"])
        || calendar::weekday(passage.word(inner)).is_some()
    {
        inner + 1
    } else if passage.is_any(inner, &["a", "p"])
        && passage.is_mark(inner + 1, '.')
        && passage.is_any(inner + 2, &["m"])
    {
        inner + 3 + usize::from(passage.is_mark(inner + 3, '.'))
    } else {
        return index;
    };
    if passage.is_mark(close, ')') { close + 1 } else { index }
}

/// The atom after "to" or a dash.
fn range_end(passage: &Passage<'_>, first: &Atom) -> Option<Atom> {
    let to = first.end;
    let mut next = if passage.is_any(to, &["to", "until", "till", "through"]) || passage.is_dash(to) {
        to + 1
    } else if passage.is_any(to, &["up"]) && passage.is_any(to + 1, &["to"]) {
        to + 2
    } else if first.day == Day::Whole && first.month.is_some() && passage.is_mark(to, '/') {
        // "March/April 2031" are two months, one after the other.
        return atom(passage, to + 1)
            .filter(|last| last.day == Day::Whole && first.month.map(|month| month + 1) == last.month);
    } else if is_next_day(passage, to) {
        to + 1
    } else {
        return None;
    };
    if passage.is_dash(to) && passage.is_dash(next) || passage.is(to, "through") && passage.is(next, "to") {
        next += 1;
    }
    // "to and including 7 March"
    if passage.is(next, "and") && passage.is(next + 1, "including") {
        next += 2;
    }
    // "to Friday, 7 March"
    let (weekday, next) = after_weekday(passage, next);
    let next = after_article(passage, next);
    // "3 to March 2021" and "June to 5 July" are mixed up, and no range.
    let last = atom(passage, next).filter(|last| (first.day == Day::Whole) == (last.day == Day::Whole))?;
    Some(Atom { weekday, ..last })
}

fn atom(passage: &Passage<'_>, index: usize) -> Option<Atom> {
    if passage.is_taken(index) {
        return None;
    }
    if let Some((month, doubtful, next)) = month_at(passage, index) {
        // A month without a year or a day is of use only where the year comes later.
        return Some(Atom { doubtful, ..with_year(passage, Day::Whole, month, next) });
    }
    let (day, day_end) = day_at(passage, index)?;
    let in_words = matches!(day, Day::Known(_)) && passage.tokens[index].kind == TokenKind::Word;
    let mut at = day_end + usize::from(passage.is(day_end, "of"));
    // "8 to 12 [March] 2031"
    if passage.is_mark(at, '[') && calendar::month(passage.word(at + 1)).is_some() {
        at += 1;
    }
    let Some((month, short, mut end)) = month_at(passage, at) else {
        return Some(Atom { day, month: None, year: None, weekday: None, doubtful: false, end: day_end });
    };
    // "3 March, 2021" has its year after the comma; "3 March, 2021 participants" has not.
    if passage.is_mark(end, ',')
        && year_at(passage, end + 1).is_some()
        && passage.tokens.get(end + 2).is_none_or(|token| token.kind == TokenKind::Mark)
    {
        end += 1;
    }
    Some(Atom { doubtful: short || in_words, ..with_year(passage, day, month, end) })
}

/// A month, whether its name is shortened, and the token after it.
fn month_at(passage: &Passage<'_>, index: usize) -> Option<(u8, bool, usize)> {
    if passage.is_taken(index) {
        return None;
    }
    if let Some(month) = calendar::month(passage.word(index)) {
        return Some((month, false, index + 1));
    }
    let month = calendar::month_abbreviated(passage.word(index))?;
    let stop = passage.is_mark(index + 1, '.') && passage.is_glued(index + 1);
    Some((month, true, index + 1 + usize::from(stop)))
}

/// A day and its month with the year that may stand at `index`.
fn with_year(passage: &Passage<'_>, day: Day, month: u8, index: usize) -> Atom {
    // "8 [March] 2031", "[8 to 12 March] 2031"
    let after_bracket = passage.is_mark(index, ']').then(|| year_at(passage, index + 1)).flatten();
    let year = year_at(passage, index).or(after_bracket).or_else(|| year_with_call(passage, index));
    let (year, end) = year.map_or((None, index), |(year, end)| (Some(year), end));
    Atom { day, month: Some(month), year, weekday: None, doubtful: false, end }
}
