//! The country of a person: "(Iran (Islamic Republic of))" after the name, "Ambassador … of Fiji".

use crate::mentions::passage::Passage;
use crate::terms::english::institution::{ALSO_IN_COUNTRIES, INSTITUTIONS, SHORT_COUNTRIES};
use crate::terms::state;

/// How many tokens the longest name of a country takes with its parentheses.
const LONGEST: usize = 16;

/// The country in the parentheses after a name, and the token after them.
pub(super) fn in_parentheses(passage: &Passage<'_>, index: usize) -> (Option<(usize, usize)>, usize) {
    let found = closing(passage, index).and_then(|close| {
        let (start, end) = (passage.tokens[index].end, passage.tokens[close].start);
        is_country(&passage.chars[start..end]).then_some(((start, end), close + 1))
    });
    found.map_or((None, index), |(country, next)| (Some(country), next))
}

/// The token that closes the parenthesis at `open`.
fn closing(passage: &Passage<'_>, open: usize) -> Option<usize> {
    if !passage.is_mark(open, '(') {
        return None;
    }
    let mut depth = 0_u32;
    (open..open + LONGEST).find(|at| {
        if passage.is_mark(*at, '(') {
            depth += 1;
        } else if passage.is_mark(*at, ')') {
            depth -= 1;
        }
        depth == 0
    })
}

/// A State, or what has the look of one: every longer word but the joining ones has a capital.
fn is_country(chars: &[char]) -> bool {
    if state::is_name(chars) {
        return true;
    }
    let text: String = chars.iter().collect();
    if text.trim().is_empty() || chars.len() > 60 {
        return false;
    }
    // Short forms such as "US" and "EU" are countries; other capitals are bodies: "ASEAN", "WHO".
    if !text.contains(' ') && text.chars().all(|c| c.is_uppercase()) {
        return SHORT_COUNTRIES.contains(&text.as_str());
    }
    text.split_whitespace().all(|word| looks_of_country(word) && !is_institution(word))
}

fn looks_of_country(word: &str) -> bool {
    matches!(word, "the" | "of" | "and" | "&" | "de" | "la")
        || word.chars().next().is_some_and(|c| c.is_uppercase())
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '&'))
}

fn is_institution(word: &str) -> bool {
    let is_in = |table: &[&str]| table.iter().any(|name| word.eq_ignore_ascii_case(name));
    is_in(INSTITUTIONS) && !is_in(ALSO_IN_COUNTRIES)
}

/// "Ambassador Jane Doe of Fiji"
pub(super) fn of_ambassador(passage: &Passage<'_>, index: usize) -> Option<(usize, usize)> {
    if !passage.is(index, "of") {
        return None;
    }
    let article = usize::from(passage.is(index + 1, "the"));
    let token = passage.tokens.get(index + 1 + article)?;
    state::length_at(&passage.chars[token.start..]).map(|length| (token.start, token.start + length))
}
