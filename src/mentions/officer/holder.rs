//! Recognises who can hold an office: persons by the shape of their names, and States by name.

use super::country;
use super::office_name;
use super::piece::{Holder, Piece};
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::calendar;
use crate::terms::english::institution::INSTITUTIONS;
use crate::terms::english::person::{HONORIFICS, OPENERS, PARTICLES};
use crate::terms::state;

/// No name has more words than this.
const LONGEST_NAME: usize = 9;

/// A State or a person that begins at this token, and the token after it.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<(Piece, usize)> {
    let start = passage.tokens.get(index)?.start;
    if !passage.chars[start].is_uppercase() && !is_al(passage, index) {
        return None;
    }
    if let Some(length) = state::length_at(&passage.chars[start..]) {
        let end = start + length;
        let next = passage.token_from(end);
        // "Jordan Smith (Fiji)" is a person all the same.
        let name_goes_on = (is_name_word(passage, next) || is_initial(passage, next))
            && person_at(passage, index).is_some_and(|(person, _)| person.country.is_some());
        if !name_goes_on {
            let holder = Holder { start, name_start: start, end, country: None, post: None, is_state: true };
            return Some((Piece::State(holder), next));
        }
    }
    person_at(passage, index).map(|(holder, end)| (Piece::Person(holder), end))
}

fn person_at(passage: &Passage<'_>, index: usize) -> Option<(Holder, usize)> {
    let name_at = honorifics_end(passage, index);
    let titled = name_at > index;
    let name = name_from(passage, name_at, titled)?;
    if !titled {
        // "Also John Smith (Fiji)": the first word is the sentence's.
        if passage.is_any(name_at, OPENERS) && begins_clause(passage, name_at) {
            return None;
        }
        // "Working Group Chair" is no name; what comes after the institution gets its own turn.
        if (name_at..name.end).any(|at| passage.is_any(at, INSTITUTIONS)) {
            return None;
        }
    }
    let (mut country, mut next) = country::in_parentheses(passage, name.end);
    // Without honorific or country "I. Documentation" must not pass for a name.
    if !titled && (name.words < 2 || (country.is_none() && name.full_words < 2)) {
        return None;
    }
    if titled && (name_at..name.end).all(|at| passage.is_any(at, INSTITUTIONS)) {
        return None;
    }
    if titled
        && country.is_none()
        && let Some((start, end)) = country::of_ambassador(passage, name.end)
    {
        country = Some((start, end));
        next = passage.token_from(end);
    }
    let holder = Holder {
        start: passage.tokens[index].start,
        name_start: passage.tokens[name_at].start,
        end: passage.tokens[name.end - 1].end,
        country,
        post: None,
        is_state: false,
    };
    Some((holder, next))
}

/// Whether a word has its capital from the sentence: in the middle of one "He Wei" is a name.
fn begins_clause(passage: &Passage<'_>, index: usize) -> bool {
    index == 0 || passage.tokens[index - 1].kind == TokenKind::Mark && !passage.is_mark(index - 1, ',')
}

/// Whether the name of a State begins at this token.
pub(super) fn is_state(passage: &Passage<'_>, index: usize) -> bool {
    passage.tokens.get(index).is_some_and(|token| state::length_at(&passage.chars[token.start..]).is_some())
}

/// The extent of a name.
struct Name {
    /// The token after it.
    end: usize,
    /// Words and initials.
    words: usize,
    /// Words without the initials.
    full_words: usize,
}

/// The words with capitals, initials and particles from `from` on.
fn name_from(passage: &Passage<'_>, from: usize, titled: bool) -> Option<Name> {
    let mut name = Name { end: from, words: 0, full_words: 0 };
    let mut at = from;
    while name.words < LONGEST_NAME {
        if is_initial(passage, at) {
            at += 2;
        } else if is_name_word(passage, at) {
            at += 1;
            name.full_words += 1;
        } else {
            // A particle counts only with a name after it.
            let particles = (0..3)
                .take_while(|step| passage.is_any(at + step, PARTICLES) && !passage.is_taken(at + step))
                .count();
            if particles > 0 && (titled || name.words > 0) && is_name_word(passage, at + particles) {
                at += particles;
                continue;
            }
            break;
        }
        name.words += 1;
        name.end = at;
    }
    (name.words > 0).then_some(name)
}

/// The token after `H.E. Mr.`, `Her Excellency Ms.`, `Ambassador`; `from` where none stands there.
fn honorifics_end(passage: &Passage<'_>, from: usize) -> usize {
    // Every word of "Mr. Mr. Mr. …" is asked anew: reading on would be slow.
    const MOST: usize = 6;
    let mut at = from;
    for _ in 0..MOST {
        if passage.is_any(at, &["his", "her"]) && passage.is_any(at + 1, &["excellency"]) {
            at += 2;
        } else if passage.is(at, "H") && passage.is_mark(at + 1, '.') && passage.is(at + 2, "E") {
            at += 3 + usize::from(passage.is_mark(at + 3, '.'));
        } else if is_honorific(passage, at, at > from) {
            at += 1 + usize::from(passage.is_mark(at + 1, '.') && passage.is_glued(at + 1));
        } else {
            break;
        }
    }
    at
}

/// One word before a name; "General" only after another ("Lt. Gen."), for it opens many names of organs.
fn is_honorific(passage: &Passage<'_>, index: usize, titled: bool) -> bool {
    let named = passage.is_mark(index + 1, '.')
        || passage.tokens.get(index + 1).is_some_and(|token| token.kind == TokenKind::Word);
    named
        && passage.word(index).len() > 1
        && passage.is_any(index, HONORIFICS)
        && (titled || !passage.is_any(index, &["general"]))
}

fn is_initial(passage: &Passage<'_>, index: usize) -> bool {
    matches!(passage.word(index), [letter] if letter.is_uppercase()) && passage.is_mark(index + 1, '.')
}

fn is_name_word(passage: &Passage<'_>, index: usize) -> bool {
    let Some(token) = passage.tokens.get(index) else { return false };
    if token.kind != TokenKind::Word || passage.is_taken(index) {
        return false;
    }
    let word = passage.word(index);
    (word[0].is_uppercase() && (word.len() > 1 || passage.is_mark(index + 1, '.')) || is_al(passage, index))
        && calendar::month(word).is_none()
        && calendar::weekday(word).is_none()
        && !passage.is_any(index, &["mr", "ms", "mrs", "dr"])
        && office_name::at(passage, index).is_none()
}

/// `al-Masri`: a name that begins with a small letter.
fn is_al(passage: &Passage<'_>, index: usize) -> bool {
    matches!(passage.word(index), ['a', 'l' | 'n', '-', next, ..] if next.is_alphabetic())
}
