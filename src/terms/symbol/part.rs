//! A part after the root: `80`, `L.5`, `CONF.230`, `PC.II`, `S-10`, `WG1`.

use super::number::scan_number;
use super::vocabulary::{BODIES, MIXED_WORDS, MODIFIERS, NATURES};
use crate::terms::stretch::{digits_end, stretch_end};

/// A part of a symbol as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it ends, exclusive.
    pub end: usize,
    /// Its canonical form.
    pub text: String,
    /// Whether it is a blank, or a number in square brackets.
    pub provisional: bool,
}

impl Part {
    fn fixed(end: usize, text: String) -> Self {
        Self { end, text, provisional: false }
    }

    /// The characters as they stand.
    fn verbatim(chars: &[char], at: usize, end: usize) -> Self {
        Self::fixed(end, chars[at..end].iter().collect())
    }
}

pub(super) fn scan(chars: &[char], at: usize) -> Option<Part> {
    if let Some(number) = scan_number(chars, at) {
        return Some(number);
    }
    let end = stretch_end(chars, at, |c| c.is_ascii_alphabetic());
    if end == at || end - at > 8 || !chars[at].is_ascii_uppercase() {
        return None;
    }
    let word = kind_in_house_style(&chars[at..end]);
    let mixed = word.contains(|c: char| c.is_ascii_lowercase());
    match chars.get(end) {
        Some('.') => with_full_stop(chars, end, word, mixed),
        // "L .5": a space that the page's typesetting left behind.
        Some(' ')
            if is_strong(&word)
                && chars.get(end + 1) == Some(&'.')
                && chars.get(end + 2).is_some_and(char::is_ascii_digit) =>
        {
            with_full_stop(chars, end + 1, word, mixed)
        }
        Some('(') if !mixed => {
            let inside = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-';
            let close = stretch_end(chars, end + 1, inside);
            let whole = close > end + 1 && chars.get(close) == Some(&')');
            Some(if whole { Part::verbatim(chars, at, close + 1) } else { Part::fixed(end, word) })
        }
        // S-10, ES-11: a special session stands where the session stands.
        Some('-') if !mixed && word.len() <= 2 => {
            let close = digits_end(chars, end + 1);
            Some(if close > end + 1 { Part::verbatim(chars, at, close) } else { Part::fixed(end, word) })
        }
        // PC2, WG1: some houses leave the full stop out.
        Some(c) if c.is_ascii_digit() && !mixed && word.len() <= 4 => {
            Some(Part::verbatim(chars, at, digits_end(chars, end)))
        }
        _ if mixed && !MIXED_WORDS.contains(&word.as_str()) => None,
        _ => Some(Part::fixed(end, word)),
    }
}

/// Whether the word says by itself that a number belongs to it.
fn is_strong(word: &str) -> bool {
    NATURES.contains(&word) || MODIFIERS.contains(&word)
}

/// `L.5`, `PC.II`: the word and what its full stop, at `stop`, parts from it.
fn with_full_stop(chars: &[char], stop: usize, word: String, mixed: bool) -> Option<Part> {
    let strong = is_strong(&word);
    if mixed && !strong && !MIXED_WORDS.contains(&word.as_str()) {
        return None;
    }
    let mut next = stop + 1;
    // "L. 5": a space that the page's typesetting left behind.
    if strong && chars.get(next) == Some(&' ') && chars.get(next + 1).is_some_and(char::is_ascii_digit) {
        next += 1;
    }
    // "AC. 290/2021": a body, only where the symbol goes on.
    if BODIES.contains(&word.as_str()) && chars.get(next) == Some(&' ') {
        let close = digits_end(chars, next + 1);
        if close > next + 1 && chars.get(close) == Some(&'/') {
            next += 1;
        }
    }
    if let Some(after) = scan_number(chars, next).or_else(|| dotted_name(chars, next)) {
        return Some(Part { text: format!("{word}.{}", after.text), ..after });
    }
    (!mixed).then_some(Part::fixed(stop, word))
}

/// `ADD.1/CORR.1` of older documents is the `Add.1/Corr.1` of today's.
fn kind_in_house_style(word: &[char]) -> String {
    let word: String = word.iter().collect();
    MODIFIERS.iter().find(|name| name.eq_ignore_ascii_case(&word)).map_or(word, |name| (*name).to_owned())
}

/// What follows the full stop of a part where it is no number: `PC.II`, `SER.B`, `OzL.Pro.34`.
fn dotted_name(chars: &[char], at: usize) -> Option<Part> {
    let end = stretch_end(chars, at, |c| c.is_ascii_alphabetic());
    if end == at || end - at > 5 {
        return None;
    }
    let word: String = chars[at..end].iter().collect();
    let capitals = word.chars().all(|c| c.is_ascii_uppercase());
    if !capitals && !MIXED_WORDS.contains(&word.as_str()) {
        return None;
    }
    if chars.get(end) == Some(&'.')
        && let Some(number) = scan_number(chars, end + 1).filter(|number| !number.provisional)
    {
        return Some(Part::fixed(number.end, format!("{word}.{}", number.text)));
    }
    Some(Part::fixed(end, word))
}
