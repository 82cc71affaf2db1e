//! The first part of a symbol: `A`, `FCCC`, `EC-94`, `IDB.48`.

use super::vocabulary::{NUMBERED_ROOTS, ROOTS};
use crate::terms::stretch::stretch_end;

/// The first part, up to its stroke.
pub(super) struct Root {
    pub end: usize,
    pub text: String,
    /// Whether the vocabulary has it: others need more evidence after them.
    pub listed: bool,
}

pub(super) fn scan(chars: &[char], at: usize) -> Option<Root> {
    let end = stretch_end(chars, at, |c| c.is_ascii_uppercase());
    if end == at || end - at > 8 {
        return None;
    }
    let capitals: String = chars[at..end].iter().collect();
    if chars.get(end) == Some(&'/') {
        return Some(Root { end, listed: ROOTS.contains(&capitals.as_str()), text: capitals });
    }
    let listed = NUMBERED_ROOTS.contains(&capitals.as_str());
    let session_end = session_end(chars, end)?;
    if session_end == end || session_end - end > 12 || chars.get(session_end) != Some(&'/') {
        return None;
    }
    Some(Root { end: session_end, text: chars[at..session_end].iter().collect(), listed })
}

/// The end of a session inside the root: a hyphen or a full stop, then numbers and capitals; or
/// these in parentheses.
fn session_end(chars: &[char], at: usize) -> Option<usize> {
    let is_sign = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    match chars.get(at) {
        Some('-' | '.') => {
            let mut end = at;
            while matches!(chars.get(end), Some('-' | '.')) && chars.get(end + 1).is_some_and(|c| is_sign(*c))
            {
                end = stretch_end(chars, end + 1, is_sign);
            }
            Some(end)
        }
        Some('(') => {
            let close = stretch_end(chars, at + 1, is_sign);
            (chars.get(close) == Some(&')')).then_some(close + 1)
        }
        _ => None,
    }
}
