//! Dates in other forms than "12 March 2021": "March 12, 2021", `2021-03-12`, "in 2021".

use super::before::weekday_before;
use super::day::{YEARS, day_at, day_number, year_at};
use super::expression::{Atom, Expression, Item};
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::date::{self, Day, Year};

/// "March 3, 2021" and "March 3-7, 2021": only with the year, for "March 12 States" is none.
pub(super) fn month_first(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let month = date::month(passage.word(index))?;
    let (first, mut end) = day_at(passage, index + 1)?;
    let mut last = None;
    if (passage.is_dash(end) || passage.is(end, "to"))
        && let Some((day, next)) = day_at(passage, end + 1)
    {
        last = Some(day);
        end = next;
    }
    if !passage.is_mark(end, ',') {
        return None;
    }
    let (year, end) = year_at(passage, end + 1)?;
    let atom = |day| Atom { day, month: Some(month), year: Some(year), end };
    let item = Item { first: atom(first), last: last.map(atom) };
    let weekday = weekday_before(passage, index);
    Some(Expression { weekday, ..Expression::new(passage, index, vec![item], Some(year), "month-first") })
}

/// `2021-03-12`
pub(super) fn iso(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let glued = (index + 1..=index + 4).all(|at| passage.is_glued(at));
    if !glued
        || !passage.is_mark(index + 1, '-')
        || !passage.is_mark(index + 3, '-')
        || passage.is_glued(index)
    {
        return None;
    }
    let widths = [index, index + 2, index + 4].map(|at| passage.word(at).len());
    if widths != [4, 2, 2] {
        return None;
    }
    let year = passage.number(index).filter(|year| YEARS.contains(year))?;
    let year = Some(Year::Known(i16::try_from(year).ok()?));
    let month = passage.number(index + 2).filter(|month| (1..=12).contains(month))?;
    let month = Some(u8::try_from(month).ok()?);
    let first = Atom { day: day_number(passage, index + 4)?, month, year, end: index + 5 };
    Some(Expression::new(passage, index, vec![Item { first, last: None }], year, "iso"))
}

/// "in 2019", "since 2021", "from 2021 to 2025": only after a word that makes it a time.
pub(super) fn bare_year(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let before = index.checked_sub(1)?;
    if passage.is_glued(index)
        || !passage.is_any(before, &["in", "since", "until", "from", "during", "by", "before", "after"])
    {
        return None;
    }
    let atom = |(year, end)| Atom { day: Day::Whole, month: None, year: Some(year), end };
    let first = atom(year_at(passage, index)?);
    let to = passage.is(first.end, "to") || passage.is_dash(first.end);
    let last = to.then(|| year_at(passage, first.end + 1)).flatten().map(atom);
    let item = Item { first, last };
    let rule = if last.is_some() { "year-range" } else { "bare-year" };
    stands_free(passage, item.final_atom().end)
        .then(|| Expression::new(passage, index, vec![item], first.year, rule))
}

/// "in 2030 levels", "by 2019 members": whether the number neither counts nor names what follows.
fn stands_free(passage: &Passage<'_>, next: usize) -> bool {
    const AFTER: &[&str] = &[
        "and", "or", "to", "in", "on", "at", "by", "for", "with", "of", "the", "a", "an", "as", "that",
        "which", "when", "through", "under", "pursuant", "until", "is", "was", "were", "are", "has", "had",
        "will", "would", "but",
    ];
    passage.tokens.get(next).is_none_or(|token| match token.kind {
        TokenKind::Mark => {
            !passage.is_glued(next)
                || matches!(passage.chars[token.start], '.' | ',' | ';' | ')' | ':' | ']' | '”' | '"')
        }
        TokenKind::Number => false,
        TokenKind::Word => passage.is_any(next, AFTER),
    })
}
