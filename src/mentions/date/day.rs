//! The numbers of a date: the day of the month and the year, or what a draft has in their place.

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::date::{Day, Year};
use crate::terms::english::{calendar, number};
use std::ops::Range;

/// A number within these is a year; reports cite treaties of the nineteenth century.
pub(super) const YEARS: Range<u32> = 1800..2200;

/// The number at `index`, if a month can have such a day.
pub(super) fn day_number(passage: &Passage<'_>, index: usize) -> Option<Day> {
    let day = passage.number(index).filter(|day| (1..=31).contains(day))?;
    Some(Day::Known(u8::try_from(day).ok()?))
}

/// A day of the month: digits, digits in brackets, or what the placeholder finder has found.
pub(super) fn day_at(passage: &Passage<'_>, index: usize) -> Option<(Day, usize)> {
    let token = passage.tokens.get(index)?;
    if token.kind == TokenKind::Number {
        let day = day_number(passage, index).filter(|_| token.end - token.start <= 2)?;
        let end = index + 1;
        if passage.is_ordinal_ending(end) {
            // "the 3rd day of March"
            let day_word = passage.is(end + 1, "day") && passage.is(end + 2, "of");
            return Some((day, end + 1 + usize::from(day_word)));
        }
        return (!goes_on(passage, end)).then_some((day, end));
    }
    if token.kind == TokenKind::Word
        && let Some(day) = day_in_words(passage, index)
    {
        return Some(day);
    }
    let placeholder = passage.placeholder_at(token.start)?;
    let mut end = passage.token_from(placeholder.end);
    if passage.is_ordinal_ending(end) {
        end += 1;
    }
    match placeholder.attributes.get("type").map(String::as_str) {
        Some("blank" | "ellipsis" | "variable") => Some((Day::Blank, end)),
        Some("bracketed_value") => {
            let day = day_number(passage, index + 1)?;
            (end == index + 3).then_some((day, end))
        }
        _ => None,
    }
}

/// "third of March", "twenty-ninth day of March": the token of "of" comes next.
fn day_in_words(passage: &Passage<'_>, index: usize) -> Option<(Day, usize)> {
    let end = index + 1 + usize::from(passage.is(index + 1, "day"));
    if !passage.is(end, "of") || calendar::month(passage.word(end + 1)).is_none() {
        return None;
    }
    let day = number::ordinal(passage.word(index)).filter(|day| (1..=31).contains(day))?;
    Some((Day::Known(u8::try_from(day).ok()?), end))
}

/// "5G", "5/7", "5.2", "5%": what follows makes another thing of the number.
fn goes_on(passage: &Passage<'_>, next: usize) -> bool {
    let month = || calendar::month(passage.word(next)).is_some();
    passage.is_glued(next)
        && (passage.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word) && !month()
            || passage.is_mark(next, '/') && !is_next_day(passage, next)
            || passage.is_mark(next, '.') && passage.is_glued(next + 1)
            || passage.is_mark(next, '%'))
}

/// "30/31 March": the slash at `slash` stands between two days that follow one another.
pub(super) fn is_next_day(passage: &Passage<'_>, slash: usize) -> bool {
    passage.is_mark(slash, '/')
        && passage.is_glued(slash)
        && passage.is_glued(slash + 1)
        && passage.number(slash.wrapping_sub(1)).map(|day| day + 1) == passage.number(slash + 1)
        && calendar::month(passage.word(slash + 2)).is_some()
}

/// The digits of a year.
pub(super) const YEAR_DIGITS: usize = 4;

/// "3 March 202117": the call of a note is glued to the year. Only after a month, and only where the
/// rest can be a call; the date then ends inside the token.
pub(super) fn year_with_call(passage: &Passage<'_>, index: usize) -> Option<(Year, usize)> {
    let word = passage.word(index);
    let called = (YEAR_DIGITS + 1..=YEAR_DIGITS + 2).contains(&word.len()) && word[YEAR_DIGITS] != '0';
    let number = passage.number(index).filter(|_| called && !passage.is_taken(index))?;
    let year = if word.len() == YEAR_DIGITS + 1 { number / 10 } else { number / 100 };
    let closed = !passage.is_glued(index + 1)
        || !(passage.is_mark(index + 1, '/') || passage.tokens[index + 1].kind == TokenKind::Word);
    let near = (1945..2100).contains(&year) && closed;
    near.then_some((Year::Known(i16::try_from(year).ok()?), index + 1))
}

/// `2021`, `[2021]`, `20XX`, `20__`, `202X`.
pub(super) fn year_at(passage: &Passage<'_>, index: usize) -> Option<(Year, usize)> {
    if passage.is_mark(index, '[') && passage.is_mark(index + 2, ']') {
        return year_at(passage, index + 1).map(|(year, _)| (year, index + 3));
    }
    let token = passage.tokens.get(index)?;
    let length = token.end - token.start;
    let number = passage.number(index)?;
    if passage.is_taken(index) {
        return None;
    }
    if number == 20 && length == 2 && passage.is_glued(index + 1) {
        if passage.is_any(index + 1, &["xx"]) {
            return Some((Year::Century(20), index + 2));
        }
        if passage.is_mark(index + 1, '_')
            && passage.is_mark(index + 2, '_')
            && !passage.is_mark(index + 3, '_')
        {
            return Some((Year::Century(20), index + 3));
        }
    }
    if (200..210).contains(&number)
        && length == 3
        && passage.is_glued(index + 1)
        && passage.is_any(index + 1, &["x"])
    {
        return Some((Year::Decade(i16::try_from(number).ok()?), index + 2));
    }
    let closed = !passage.is_glued(index + 1)
        || !(passage.is_mark(index + 1, '/') || passage.tokens[index + 1].kind == TokenKind::Word);
    let year = length == 4 && YEARS.contains(&number) && closed;
    year.then_some((Year::Known(i16::try_from(number).ok()?), index + 1))
}
