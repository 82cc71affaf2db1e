//! The number of a quantity: figures, words, decimals, millions, fractions, runs and blanks.

use crate::mentions::numeral::cardinal_at;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::measure::{FRACTIONS, MULTIPLES};

/// The number, as it will stand in the value.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    /// `9`, `3.2`, `2/3`; `?` for a blank.
    pub(super) number: String,
    /// The other end of "5 to 10".
    pub(super) last: Option<String>,
    /// Written in figures.
    pub(super) figures: bool,
    /// The token after it.
    pub(super) next: usize,
}

/// The number at `index`.
pub(super) fn amount(passage: &Passage<'_>, index: usize) -> Option<Amount> {
    if let Some(blank) = blank(passage, index) {
        return Some(blank);
    }
    let bracket = usize::from(passage.is_mark(index, '['));
    let mut amount = plain(passage, index + bracket)?;
    if bracket == 1 {
        // "[9] meetings": a number to confirm.
        return passage.is_mark(amount.next, ']').then(|| Amount { next: amount.next + 1, ..amount });
    }
    let joined =
        passage.is_dash(amount.next) && passage.is_glued(amount.next) && passage.is_glued(amount.next + 1);
    if (passage.is_any(amount.next, &["to", "or"]) || joined)
        && let Some(last) = plain(passage, amount.next + 1)
    {
        (amount.last, amount.next) = (Some(last.number), last.next);
    }
    Some(amount)
}

fn blank(passage: &Passage<'_>, index: usize) -> Option<Amount> {
    let placeholder = passage.placeholder_at(passage.tokens.get(index)?.start)?;
    let kind = placeholder.attributes.get("type").map(String::as_str);
    if !matches!(kind, Some("blank" | "ellipsis" | "variable")) {
        return None;
    }
    let next = passage.token_from(placeholder.end);
    Some(Amount { number: "?".to_owned(), last: None, figures: false, next })
}

fn plain(passage: &Passage<'_>, index: usize) -> Option<Amount> {
    if passage.is_taken(index) {
        return None;
    }
    let figures = passage.tokens.get(index)?.kind == TokenKind::Number;
    let (whole, mut next) = match cardinal_at(passage, index) {
        Some(numeral) => numeral,
        // `cardinal_at` takes no figures behind a dash or a sign of money.
        None => (passage.number(index)?, index + 1),
    };
    // "zero emissions": nothing is counted.
    if !figures && whole == 0 {
        return None;
    }
    if !figures && let Some((parts, after)) = fraction(passage, whole, next) {
        return Some(Amount { number: parts, last: None, figures, next: after });
    }
    let mut decimals = String::new();
    if figures
        && passage.is_mark(next, '.')
        && passage.is_glued(next)
        && passage.is_glued(next + 1)
        && let Some(token) = passage.tokens.get(next + 1).filter(|token| token.kind == TokenKind::Number)
    {
        decimals = passage.text(token.start, token.end.min(token.start + 12));
        next += 2;
    }
    let mut digits = format!("{whole}{decimals}");
    let mut behind = decimals.len();
    if let Some((_, zeros)) = MULTIPLES.iter().find(|(name, _)| passage.is_any(next, &[name])) {
        let zeros = *zeros as usize;
        digits.extend(std::iter::repeat_n('0', zeros.saturating_sub(behind)));
        behind = behind.saturating_sub(zeros);
        next += 1;
    }
    let (whole, part) = digits.split_at(digits.len() - behind);
    let part = part.trim_end_matches('0');
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let number = if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") };
    Some(Amount { number, last: None, figures, next })
}

/// "two thirds", "one-third" is one token and found elsewhere.
fn fraction(passage: &Passage<'_>, parts: u32, index: usize) -> Option<(String, usize)> {
    let (name, whole) = FRACTIONS.iter().find(|(name, _)| passage.is_any(index, &[name]))?;
    ((parts > 1) == name.ends_with('s')).then(|| (format!("{parts}/{whole}"), index + 1))
}
