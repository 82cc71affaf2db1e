//! Amounts with a unit that is no counted thing: per cent, money, measures, "a four-year term".

use super::amount::{Amount, amount};
use super::guard::may_count;
use super::push;
use crate::mentions::Mention;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::measure::{CURRENCIES, DURATIONS, FRACTIONS, MEASURES};
use crate::terms::english::number::cardinal;

/// "45 per cent", "45%", "1.5 °C", "30-day", "5 km", "two-thirds majority".
pub(super) fn find(
    passage: &Passage<'_>,
    index: usize,
    amount: &Amount,
    found: &mut Vec<Mention>,
) -> Option<usize> {
    let at = amount.next;
    let mut done = |next: usize, unit: &str, rule| {
        push(passage, found, index, next, amount, unit, rule);
        Some(next)
    };
    if passage.is_mark(at, '%') {
        return done(at + 1, "per cent", "percentage");
    }
    if passage.is_any(at, &["per"]) && passage.is_any(at + 1, &["cent"]) {
        return done(at + 2, "per cent", "percentage");
    }
    if passage.is_any(at, &["percent"]) {
        return done(at + 1, "per cent", "percentage");
    }
    if passage.is_any(at, &["percentage"]) && passage.is_any(at + 1, &["points", "point"]) {
        return done(at + 2, "percentage points", "percentage");
    }
    if passage.is_mark(at, '°') && passage.is_any(at + 1, &["c"]) {
        return done(at + 2, "°C", "measure");
    }
    if amount.figures
        && let Some(measure) = MEASURES.iter().find(|measure| passage.is(at, measure))
        && !passage.is_glued(at + 1)
    {
        return done(at + 1, measure, "measure");
    }
    if let Some((next, unit)) = named_money(passage, at) {
        return done(next, unit, "money");
    }
    if passage.is_dash(at) && passage.is_glued(at) && passage.is_glued(at + 1) {
        let duration = DURATIONS.iter().find(|duration| passage.is_any(at + 1, &[duration]))?;
        return done(at + 2, &format!("{duration}s"), "hyphenated");
    }
    if amount.number.contains('/') && passage.is_any(at, &["majority", "vote"]) {
        return done(at + 1, "majority", "fraction");
    }
    if amount.number.contains('/') && passage.is_any(at, &["of"]) {
        return done(at, "of the whole", "fraction");
    }
    None
}

/// "United States dollars", "euros" after the number: the token after them, and the unit.
fn named_money(passage: &Passage<'_>, at: usize) -> Option<(usize, &'static str)> {
    let at = match () {
        () if passage.is_any(at, &["united"]) && passage.is_any(at + 1, &["states"]) => at + 2,
        () if passage.is(at, "US") => at + 1,
        () if passage.is_any(at, &["euro", "euros"]) => return Some((at + 1, "euros")),
        () => at,
    };
    passage.is_any(at, &["dollar", "dollars"]).then_some((at + 1, "US dollars"))
}

/// "a four-year term", "two-thirds": the number and its unit are one token.
pub(super) fn hyphenated(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let word = passage.word(index);
    if word.len() > 30 {
        return None;
    }
    let hyphen = word.iter().rposition(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}'))?;
    let number = cardinal(&word[..hyphen])?;
    let behind: String = word[hyphen + 1..].iter().map(char::to_ascii_lowercase).collect();
    let next = index + 1;
    let mut amount = Amount { number: number.to_string(), last: None, figures: false, next };
    if DURATIONS.contains(&behind.as_str()) {
        let unit = if number == 1 { behind } else { format!("{behind}s") };
        push(passage, found, index, next, &amount, &unit, "hyphenated");
        return Some(next);
    }
    let (_, whole) = FRACTIONS.iter().find(|(name, _)| *name == behind)?;
    amount.number = format!("{number}/{whole}");
    find(passage, index, &amount, found)
}

/// "$3.2 million", "US$ 1,500,000", "EUR 5 million".
pub(super) fn money(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let dollar = passage.is(index, "US") && passage.is_mark(index + 1, '$');
    let at = index + 1 + usize::from(dollar);
    let (_, unit) =
        CURRENCIES.iter().find(|(sign, _)| passage.is(index, sign) || dollar && *sign == "US$")?;
    let token = passage.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    // "A$ 5": dollars of another State.
    let other = !dollar
        && passage.is_glued(index)
        && passage.chars[passage.tokens[index].start - 1].is_alphanumeric();
    if other || token.start > passage.tokens[at - 1].end + 1 {
        return None;
    }
    let amount = amount(passage, at)?;
    if !passage.is_glued(at) && !may_count(passage, at) {
        return None;
    }
    push(passage, found, index, amount.next, &amount, unit, "money");
    Some(amount.next)
}
