//! The signs before numbers and between them: a minus is no hyphen, a range no list.
//!
//! ```text
//! fell to −-5− +5+             another number
//! paragraphs 3−-−+,+ 5         4 is left out
//! pages 3−-−+–+7               the same
//! ```

use super::tokens::{Token, tokens};
use super::words::Edit;
use crate::terms::english::number::ORDINAL_ENDINGS;

/// Prefixes that a printed line may part from their number: "mid -2030".
const PREFIXES: [&str; 4] = ["mid", "post", "pre", "non"];

/// How two numbers that stand beside one another are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Range,
    List,
    Other,
}

/// A number of a text: its sign, its figures, and how it is joined to the number before it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    sign: Option<char>,
    figures: String,
    link: Link,
}

/// The rule by which an edit changes a sign before a number or the sign between two of them.
pub(super) fn rule([old, new]: [&str; 2], edit: &Edit) -> Option<&'static str> {
    let digit = |text: &str, at: usize| text.chars().nth(at).is_some_and(|c| c.is_ascii_digit());
    let any = |text: &str| text.chars().any(|c| c.is_ascii_digit());
    let near =
        any(&edit.deleted) || any(&edit.inserted) || digit(old, edit.old.end) || digit(new, edit.new.end);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    // "and", "to", "through": words between numbers; a longer edit says more.
    if !(near || letters(&edit.deleted).max(letters(&edit.inserted)) <= 8) {
        return None;
    }
    let (was, now) = (numbers(old, &edit.old), numbers(new, &edit.new));
    let figures = |all: &[Number]| all.iter().map(|number| number.figures.clone()).collect::<Vec<_>>();
    if was.is_empty() || figures(&was) != figures(&now) {
        return None;
    }
    if was.iter().zip(&now).any(|(one, two)| one.sign != two.sign) {
        return Some("sign");
    }
    let apart = |at: usize| {
        let value = |number: &Number| number.figures.parse::<u32>().ok();
        let before = at.checked_sub(1).and_then(|before| value(&was[before]));
        matches!((before, value(&was[at])), (Some(one), Some(two)) if two > one + 1)
    };
    let turned =
        |one: Link, two: Link| matches!((one, two), (Link::Range, Link::List) | (Link::List, Link::Range));
    (0..was.len()).any(|at| turned(was[at].link, now[at].link) && apart(at)).then_some("range")
}

/// The numbers that an edit touches, with the one before it.
fn numbers(text: &str, range: &std::ops::Range<usize>) -> Vec<Number> {
    /// Characters on either side.
    const NEAR: usize = 30;
    let from = range.start.saturating_sub(NEAR);
    let around: String = text.chars().skip(from).take(range.end - from + NEAR).collect();
    let all = tokens(&around);
    let mut out: Vec<Number> = Vec::new();
    let mut last: Option<usize> = None;
    let mut before: Option<Number> = None;
    let mut here = from;
    for (at, token) in all.iter().enumerate() {
        let start = here + token.lead.chars().count();
        here = start + token.text.chars().count();
        let Some(figures) = figures(token.text) else { continue };
        let link = last.map_or(Link::Other, |last| link(&all, last, at));
        let number = Number { sign: sign(&all, at, from > 0), figures, link };
        last = Some(at);
        if here <= range.start {
            before = Some(Number { link: Link::Other, ..number });
        } else if start <= range.end || out.is_empty() && link != Link::Other {
            out.extend(before.take());
            out.push(number);
        } else {
            break;
        }
    }
    out
}

/// The figures of a number that stands for itself, "285th" among them.
fn figures(text: &str) -> Option<String> {
    let bare = ORDINAL_ENDINGS.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let is_figures = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_figures.then(|| bare.to_owned())
}

fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—" | "−")
}

/// The sign right before the number at this token. A hyphen of a name ("X-19"), of a range, of a line
/// of a list is none.
fn sign(all: &[Token], at: usize, inside: bool) -> Option<char> {
    let token = |back: usize| at.checked_sub(back).and_then(|at| all.get(at));
    let mark = token(1).filter(|_| all[at].lead.is_empty())?;
    let sign = match mark.text {
        "<" | ">" | "≤" | "≥" | "±" | "+" => mark.text.chars().next()?,
        text if is_dash(text) => '-',
        _ => return None,
    };
    let before = token(2);
    if matches!(sign, '-' | '+') {
        let Some(before) = before else { return inside.then_some(sign) };
        // "to -5", "(-5": a word or an opening bracket before it, and space.
        let opens = matches!(before.text, "(" | "[" | "$" | "€" | "£");
        let word = before.text.to_lowercase();
        let plain = before.text.chars().all(|c| c.is_lowercase()) && !PREFIXES.contains(&word.as_str());
        let free = !mark.lead.is_empty() && !mark.lead.contains('\n') && plain;
        return (opens || free).then_some(sign);
    }
    Some(sign)
}

/// How the numbers at two tokens are joined.
fn link(all: &[Token], from: usize, to: usize) -> Link {
    let between: Vec<String> = all[from + 1..to].iter().map(|token| token.text.to_lowercase()).collect();
    let between: Vec<&str> =
        between.iter().map(String::as_str).filter(|word| *word != "%" && *word != "$").collect();
    let is_between = || {
        let before = all[..from].iter().rev().take(2);
        before.into_iter().any(|token| token.text.eq_ignore_ascii_case("between"))
    };
    match between.as_slice() {
        [dash] if is_dash(dash) => Link::Range,
        ["to" | "through" | "until"] => Link::Range,
        ["and"] if is_between() => Link::Range,
        ["and" | "or" | "and/or" | ","] | [",", "and" | "or"] => Link::List,
        _ => Link::Other,
    }
}
