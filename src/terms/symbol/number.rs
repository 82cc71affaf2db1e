//! The numbers in symbols, and the blanks that a draft has in their place.

use super::part::Part;
use crate::terms::stretch::{digits_end, stretch_end};

/// A number, a number in brackets, or a blank that stands for one.
pub fn scan_number(chars: &[char], at: usize) -> Option<Part> {
    let blank = |end: usize| Part { end, text: "?".to_owned(), provisional: true };
    if let Some(end) = blank_end(chars, at) {
        return Some(blank(end));
    }
    if chars.get(at) == Some(&'[') {
        let close = digits_end(chars, at + 1);
        return (close > at + 1 && chars.get(close) == Some(&']')).then(|| Part {
            end: close + 1,
            text: chars[at + 1..close].iter().collect(),
            provisional: true,
        });
    }
    let mut end = digits_end(chars, at);
    if end == at || end - at > 6 {
        return None;
    }
    let runs_on = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric());
    // `20XX`, and `L.2A`; but "Add.1bis" and "2nd" end before their letters.
    let variable = stretch_end(chars, end, |c| c == 'X');
    if variable > end && !runs_on(variable) {
        return Some(blank(variable));
    }
    if chars.get(end).is_some_and(char::is_ascii_uppercase) && !runs_on(end + 1) {
        end += 1;
    }
    Some(Part { end, text: chars[at..end].iter().collect(), provisional: false })
}

/// The end of a blank that stands for a number inside a symbol.
fn blank_end(chars: &[char], at: usize) -> Option<usize> {
    let run = |wanted: fn(char) -> bool| stretch_end(chars, at, wanted) - at;
    match chars.get(at)? {
        '_' => {
            let length = run(|c| c == '_');
            (2..=12).contains(&length).then_some(at + length)
        }
        '…' => Some(at + 1),
        '.' => {
            let length = run(|c| c == '.');
            (length >= 3).then_some(at + length)
        }
        'X' | 'x' => {
            let length = run(|c| c == 'X' || c == 'x');
            let closed = !chars.get(at + length).is_some_and(|c| c.is_alphanumeric());
            (length <= 4 && closed).then_some(at + length)
        }
        '-' => {
            // "1/CP.-" and "[-/CP.21]" style dashes: only a double dash is unmistakable.
            let length = run(|c| c == '-');
            (length >= 2).then_some(at + length)
        }
        '[' => {
            let close = at + 1 + chars[at + 1..].iter().take(8).position(|c| *c == ']')?;
            let inside = &chars[at + 1..close];
            let blank =
                inside.iter().all(|c| matches!(c, '.' | '…' | '_' | '-' | '–' | '—' | ' ' | '•' | '●'));
            let variable = inside.iter().all(|c| matches!(c, 'x' | 'X' | 'n' | 'N'));
            (blank || variable).then_some(close + 1)
        }
        _ => None,
    }
}

/// A year that a symbol can have as its part: there were none before the United Nations.
pub(super) fn is_year(part: &str) -> bool {
    part.len() == 4 && matches!(part.parse::<u16>(), Ok(1945..=2100))
}
