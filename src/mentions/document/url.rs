//! Addresses on the web, also without scheme and broken over the end of a line.

use crate::mentions::passage::Passage;

/// What the name of a host ends with where no scheme and no "www" tells it.
const TOP_LEVEL: &[&str] = &["org", "int", "net", "com", "edu", "gov", "info", "eu"];

/// An address is broken at most so often.
const MOST_BREAKS: usize = 3;

/// The end of the address whose first word is the token at `index`.
pub(super) fn end(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let chars = passage.chars;
    let word = passage.word(index);
    let start = passage.tokens[index].start;
    let rest = &chars[start + word.len()..];
    let scheme = passage.is_any(index, &["http", "https", "ftp"]) && rest.starts_with(&[':', '/', '/']);
    let host = passage.is_any(index, &["www"]) && rest.first() == Some(&'.');
    if !(scheme || host || is_host(chars, start)) {
        return None;
    }
    let mut end = run_end(chars, start);
    for _ in 0..MOST_BREAKS {
        let Some(next) = goes_on_at(chars, end) else { break };
        end = run_end(chars, next);
    }
    // The full stop of the sentence is not the address's.
    while end > start && matches!(chars[end - 1], '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | ' ')
    {
        end -= 1;
    }
    (end > start + word.len() + 2).then_some(end)
}

/// The end of the characters from `at` that an address can have: a closing bracket only after its
/// opening one.
fn run_end(chars: &[char], at: usize) -> usize {
    let mut end = at;
    let mut open = 0_u32;
    while let Some(&c) = chars.get(end) {
        match c {
            '(' => open += 1,
            ')' if open == 0 => break,
            ')' => open -= 1,
            _ if c.is_whitespace() => break,
            '<' | '>' | '"' | '“' | '”' | '[' | ']' => break,
            _ => {}
        }
        end += 1;
    }
    end
}

/// Where an address goes on that a line's end broke at `end`.
fn goes_on_at(chars: &[char], end: usize) -> Option<usize> {
    let next = end + 1;
    if end == 0 || chars.get(end) != Some(&' ') {
        return None;
    }
    let first = *chars.get(next)?;
    let close = run_end(chars, next);
    let run = &chars[next..close];
    let small = first.is_ascii_lowercase() || first.is_ascii_digit();
    let path = |c: &char| matches!(c, '/' | '-' | '_' | '=' | '&' | '%') || c.is_ascii_digit();
    let whole = match chars[end - 1] {
        // No address ends so.
        '-' | '_' | '=' | '&' | '%' => first.is_ascii_alphanumeric() && (small || run.iter().any(path)),
        // Many end so: what follows must look like a path.
        '/' => small && run[1..].iter().any(|c| matches!(c, '/' | '-' | '_' | '=')),
        _ => first == '/' && run.len() > 2 && run[1].is_ascii_alphanumeric(),
    };
    whole.then_some(next)
}

/// Whether small letters, digits and full stops from `start` on name a host: `undocs.org`.
fn is_host(chars: &[char], start: usize) -> bool {
    let label = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    // Within a longer word the search has been made from its beginning.
    if start > 0 && (label(chars[start - 1]) || matches!(chars[start - 1], '@' | '/' | '_')) {
        return false;
    }
    let run = chars[start..].iter().take(80).take_while(|c| label(**c)).count();
    let after = chars.get(start + run);
    if after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '_')) {
        return false;
    }
    let mut name = &chars[start..start + run];
    while let [head @ .., '.' | '-'] = name {
        name = head;
    }
    let Some(dot) = name.iter().rposition(|c| *c == '.').filter(|dot| *dot > 1) else { return false };
    TOP_LEVEL.iter().any(|top| top.chars().eq(name[dot + 1..].iter().copied()))
}
