//! Years without month: "in 2031", "by the end of 2031", "in 2030 and 2031", "the biennium 2030–2031".
//!
//! A number of four digits is a year only after a word that makes it a time, and only where it does
//! not name or count what follows: "the 2030 Agenda", "its 2031 session", "relative to 2019 levels".

use super::before;
use super::day::{YEARS, year_at};
use super::expression::{Atom, Expression, Item};
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::date::{Day, Year};
use crate::terms::english::calendar::{
    ACTORS_AFTER_A_YEAR, AFTER_A_YEAR, BEFORE_A_YEAR, PAIRS_BEFORE_A_YEAR, PARTS_OF_A_YEAR, PARTS_TIED,
    PERIODS, PROCLAIMING,
};

/// The rule for years that are part of a name.
pub(super) const IN_NAME: &str = "years-in-name";

/// How many years a list may have.
const LONGEST: usize = 12;

/// How many years a short second year ("2030–31") may be after the first.
const SHORT_RANGE: u32 = 20;

/// One expression for each year or run of years of the list that begins at `index`.
pub(super) fn years(passage: &Passage<'_>, index: usize) -> Vec<Expression> {
    let mut found = Vec::new();
    // Most numbers are no year.
    if passage.number(index).is_none_or(|year| !YEARS.contains(&year)) && !passage.is_mark(index, '[') {
        return found;
    }
    let between = index > 0 && passage.is_any(index - 1, &["between"]);
    let Some(item) = item(passage, index, between) else { return found };
    let named = item.last.is_some()
        && passage
            .tokens
            .get(item.final_atom().end)
            .is_some_and(|_| PERIODS.iter().any(|period| passage.is(item.final_atom().end, period)));
    if !named && !is_introduced(passage, index) {
        found.extend(in_name(passage, index, item));
        return found;
    }
    let mut end = item.final_atom().end;
    let mut add = |first: usize, item: Item| {
        let rule = if item.last.is_some() { "year-range" } else { "bare-year" };
        let year = item.final_atom().year;
        found.push(Expression::new(passage, first, vec![item], year, rule));
    };
    add(index, item);
    for _ in 1..LONGEST {
        let next = passage.separator_end(end);
        let Some((first, item)) =
            next.and_then(|next| self::item(passage, next, false).map(|item| (next, item)))
        else {
            break;
        };
        end = item.final_atom().end;
        add(first, item);
    }
    if !(named || stands_free(passage, end)) {
        found.clear();
    }
    found
}

/// "the Framework for Seeds 2030–2035": years that are part of a name, and so are a date that tells
/// nothing of when something happened.
fn in_name(passage: &Passage<'_>, index: usize, item: Item) -> Option<Expression> {
    let before = index.checked_sub(1)?;
    let is_name = |at: usize| {
        let word = passage.word(at);
        word.len() > 3 && word.iter().all(|c| c.is_alphabetic() || *c == '-')
    };
    let dashed = item.last.is_some() && passage.is_dash(item.first.end);
    let named =
        dashed && !passage.is_glued(index) && is_name(before) && !before::is_number_of_noun(passage, index);
    let end = item.final_atom().end;
    let ends =
        passage.tokens.get(end).is_none_or(|token| token.kind != TokenKind::Number) && !passage.is_dash(end);
    let year = item.final_atom().year;
    (named && ends).then(|| Expression::new(passage, index, vec![item], year, IN_NAME))
}

fn item(passage: &Passage<'_>, index: usize, between: bool) -> Option<Item> {
    let atom = |(year, end)| Atom {
        day: Day::Whole,
        month: None,
        year: Some(year),
        weekday: None,
        doubtful: false,
        end,
    };
    if passage.is_taken(index) {
        return None;
    }
    let first = atom(year_at(passage, index).or_else(|| half_year(passage, index))?);
    let joint = first.end;
    let next = joint + 1;
    let whole = if passage.is_any(joint, &["to", "through", "until"])
        || passage.is_dash(joint)
        || between && passage.is(joint, "and")
    {
        year_at(passage, next)
    } else if passage.is_mark(joint, '/') {
        year_at(passage, next).filter(|(year, _)| follows(first.year, *year))
    } else {
        None
    };
    let last = whole.or_else(|| short_year(passage, &first)).map(atom);
    let backwards = last.is_some_and(|last| match (first.year, last.year) {
        (Some(Year::Known(first)), Some(Year::Known(last))) => last <= first,
        _ => false,
    });
    (!backwards).then_some(Item { first, last })
}

/// The year before a slash, at which a year by itself does not end: "2030/31".
fn half_year(passage: &Passage<'_>, index: usize) -> Option<(Year, usize)> {
    let year = passage.number(index).filter(|year| YEARS.contains(year) && passage.word(index).len() == 4)?;
    let slash = passage.is_mark(index + 1, '/') && passage.is_glued(index + 1) && passage.is_glued(index + 2);
    let next = passage.number(index + 2)?;
    let follows = match passage.word(index + 2).len() {
        2 => (year + 1) % 100 == next,
        4 => year + 1 == next,
        _ => false,
    };
    // "2030/31/5" is a symbol.
    let ends = !(passage.is_mark(index + 3, '/') && passage.is_glued(index + 3));
    (slash && follows && ends).then_some((Year::Known(i16::try_from(year).ok()?), index + 1))
}

fn follows(first: Option<Year>, next: Year) -> bool {
    match (first, next) {
        (Some(Year::Known(first)), Year::Known(next)) => first + 1 == next,
        _ => false,
    }
}

/// The "31" of "2030/31" and "2030–31".
fn short_year(passage: &Passage<'_>, first: &Atom) -> Option<(Year, usize)> {
    let joint = first.end;
    if !(passage.is_mark(joint, '/') || passage.is_dash(joint))
        || !passage.is_glued(joint)
        || !passage.is_glued(joint + 1)
        || passage.word(joint + 1).len() != 2
    {
        return None;
    }
    let from = u32::try_from(first.year?.known()?).ok()?;
    let year = from - from % 100 + passage.number(joint + 1)?;
    // "2030-31-5" is a number of something else.
    let goes_on =
        passage.is_glued(joint + 2) && (passage.is_dash(joint + 2) || passage.is_mark(joint + 2, '/'));
    let near = year > from && year - from <= SHORT_RANGE && !goes_on;
    near.then_some((Year::Known(i16::try_from(year).ok()?), joint + 2))
}

/// Whether the words before the number make it a time.
fn is_introduced(passage: &Passage<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    if passage.is_glued(index) {
        // "mid-2031", "(2031"
        return passage.is_dash(before)
            && passage.is_glued(before)
            && before > 0
            && passage.is_any(before - 1, &PARTS_TIED);
    }
    if passage.is_any(before, &["for"]) {
        // "the Strategy for 2031–2035" is a name.
        return before > 0
            && !(before > 1
                && passage.tokens[before - 1].kind == TokenKind::Word
                && passage.chars[passage.tokens[before - 1].start].is_uppercase());
    }
    if passage.is_any(before, &BEFORE_A_YEAR)
        || passage.is_any(before, &PROCLAIMING)
        || PERIODS.iter().any(|period| passage.is(before, period))
    {
        return true;
    }
    let Some(earlier) = before.checked_sub(1) else { return false };
    // "Q3 2031"
    let quarter = passage.is(earlier, "Q")
        && passage.is_glued(before)
        && passage.number(before).is_some_and(|number| (1..=4).contains(&number));
    quarter
        || passage.is_any(before, &["of"]) && passage.is_any(earlier, &PARTS_OF_A_YEAR)
        || PAIRS_BEFORE_A_YEAR
            .iter()
            .any(|(first, second)| passage.is_any(earlier, &[first]) && passage.is_any(before, &[second]))
}

/// Whether the number neither counts nor names what follows.
fn stands_free(passage: &Passage<'_>, next: usize) -> bool {
    passage.tokens.get(next).is_none_or(|token| match token.kind {
        TokenKind::Mark => {
            let mark = passage.chars[token.start];
            !passage.is_glued(next)
                || matches!(mark, '.' | ',' | ';' | ')' | ':' | ']' | '”' | '"' | '?' | '!' | '*')
                    && !(passage.is_glued(next + 1) && passage.number(next + 1).is_some())
        }
        TokenKind::Number => false,
        TokenKind::Word => {
            let word = &passage.chars[token.start..token.end];
            passage.is_any(next, AFTER_A_YEAR)
                || ACTORS_AFTER_A_YEAR.iter().any(|actor| passage.is(next, actor))
                // "in 2031 included"
                || word.len() > 4 && word.ends_with(&['e', 'd']) && word[0].is_lowercase()
        }
    })
}
