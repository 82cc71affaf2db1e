//! "United Nations, Treaty Series, vol. 1760, No. 30619" and "Ibid., vol. 1760, No. 30619".

use super::Name;
use crate::mentions::passage::{Passage, TokenKind};

/// The reference that begins at this token.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<Name> {
    let (series, mut next) = collection(passage, index)?;
    if passage.is_mark(next, ',') {
        next += 1;
    }
    if !passage.is_any(next, &["vol", "vols"]) {
        return None;
    }
    next += 1 + usize::from(passage.is_mark(next + 1, '.'));
    let volume = number(passage, next)?;
    next += 1;
    // "vol. 1155, No. 18232", "vol. XCIV (1929), No. 2138", "vol. 500, p. 95".
    if passage.is_mark(next, '(') && passage.is_mark(next + 2, ')') {
        next += 3;
    }
    let mut serial = None;
    if passage.is_mark(next, ',') && passage.is_any(next + 1, &["no", "nos", "i"]) {
        let at = next + 2 + usize::from(passage.is_mark(next + 2, '.'));
        let at = if passage.is(at, "I") && passage.is_dash(at + 1) { at + 2 } else { at };
        serial = number(passage, at);
        if serial.is_some() {
            next = at + 1;
        }
    }
    // Without its number, "Ibid., vol. 2" is a place in some other book.
    if serial.is_none() && passage.is(index, "Ibid") {
        return None;
    }
    let value = match serial {
        Some(serial) => format!("{series} {volume}/{serial}"),
        None => format!("{series} {volume}"),
    };
    Some(Name { end: next, value, rule: "treaty-series" })
}

/// The series and the token after its name.
fn collection(passage: &Passage<'_>, index: usize) -> Option<(&'static str, usize)> {
    if passage.is(index, "Ibid") {
        return passage.is_mark(index + 1, '.').then_some(("UNTS", index + 2));
    }
    let (series, mut next) = match passage.word(index) {
        ['U', 'n', 'i', 't', 'e', 'd'] if passage.is(index + 1, "Nations") => ("UNTS", index + 2),
        ['L', 'e', 'a', 'g', 'u', 'e'] if passage.is(index + 1, "of") && passage.is(index + 2, "Nations") => {
            ("LNTS", index + 3)
        }
        ['T', 'r', 'e', 'a', 't', 'y'] => ("UNTS", index),
        _ => return None,
    };
    if passage.is_mark(next, ',') {
        next += 1;
    }
    (passage.is(next, "Treaty") && passage.is(next + 1, "Series")).then_some((series, next + 2))
}

/// Digits or a Roman numeral.
fn number(passage: &Passage<'_>, at: usize) -> Option<String> {
    let token = passage.tokens.get(at)?;
    let word = passage.word(at);
    let roman = token.kind == TokenKind::Word
        && word.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
    (token.kind == TokenKind::Number && word.len() <= 6 || roman).then(|| word.iter().collect())
}
