//! Names that no table has: what they are, a preposition, and a title in capitals.

use super::Name;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::calendar::{MONTHS, WEEKDAYS};

/// What a treaty calls itself. "Agreement" and "Charter" alone say too little.
const HEADS: &[&str] = &["Convention", "Covenant", "Treaty", "Protocol"];

/// With them alone a title says nothing: "Optional Protocol to the Agreement".
const OTHER_HEADS: &[&str] = &["Agreement", "Charter", "Statute", "Constitution"];

/// What parts the head from the title.
const JOINTS: &[&str] = &["on", "for", "against", "concerning", "to", "regarding", "relating", "relative"];

/// Words without a capital that a title has between its capitals.
const SMALL: &[&str] = &["of", "the", "and", "on", "for", "or", "against", "their", "its", "other"];

/// The most words in a title, and before the head.
const LONGEST: usize = 30;
const MOST_BEFORE: usize = 4;

/// The name that begins at this token, a word in capitals.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<Name> {
    // The name begins with the first of the words in capitals: a word before the head is part of it.
    let goes_on = index > 0 && is_attribute(passage, index - 1);
    if goes_on && !passage.is_any(index - 1, &["and"]) {
        return None;
    }
    let head = (index..=index + MOST_BEFORE)
        .take_while(|at| *at == index || is_attribute(passage, at - 1))
        .find(|at| is_head(passage, *at))?;
    if index > 0 && passage.is_any(index - 1, &["draft", "proposed", "model", "future"]) {
        return None;
    }
    let joint = head + 1;
    if !JOINTS.iter().any(|word| passage.is(joint, word)) {
        return None;
    }
    let from = if passage.is_any(joint, &["relating", "relative"]) && passage.is(joint + 1, "to") {
        joint + 2
    } else {
        joint + 1
    };
    let end = title_end(passage, from);
    let capitals = (from..end).filter(|at| is_capital(passage, *at)).count();
    let named_only = (from..end).all(|at| !is_capital(passage, at) || names_kind(passage, at));
    // One word is a title only where the treaty has a name before it: "Minamata Convention on Mercury".
    if capitals == 0 || named_only || capitals == 1 && head == index {
        return None;
    }
    // "Protocol to Prevent …" is a name, "the Convention to France" is none.
    let value = (index..end).fold(String::new(), |mut value, at| {
        if at > index && !passage.is_glued(at) {
            value.push(' ');
        }
        value.extend(passage.word(at));
        value
    });
    Some(Name { end, value, rule: "treaty-title" })
}

fn is_head(passage: &Passage<'_>, at: usize) -> bool {
    HEADS.iter().any(|head| passage.is(at, head))
}

fn names_kind(passage: &Passage<'_>, at: usize) -> bool {
    is_head(passage, at) || OTHER_HEADS.iter().any(|head| passage.is(at, head))
}

/// A word in capitals that can stand before the head: "International", "Inter-American", "Optional".
fn is_attribute(passage: &Passage<'_>, at: usize) -> bool {
    const NONE: &[&str] = &[
        "the",
        "a",
        "an",
        "this",
        "that",
        "under",
        "in",
        "of",
        "on",
        "to",
        "by",
        "its",
        "each",
        "any",
        "no",
        "and",
        "or",
        "as",
        "for",
        "states",
        "parties",
        "party",
        "draft",
        "recalling",
        "noting",
        "welcoming",
        "reaffirming",
        "article",
        "annex",
        "see",
        "while",
        "since",
        "when",
        "all",
        "both",
        "also",
        "ratify",
        "accede",
        "conference",
    ];
    is_capital(passage, at) && !passage.is_any(at, NONE)
}

fn is_capital(passage: &Passage<'_>, at: usize) -> bool {
    passage
        .tokens
        .get(at)
        .is_some_and(|token| token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase())
}

/// The token after a title that begins at `from`: it ends with a word in capitals.
fn title_end(passage: &Passage<'_>, from: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while at < from + LONGEST {
        if is_capital(passage, at) {
            if is_other_name(passage, from, at) {
                break;
            }
            at += 1;
            end = at;
        } else if SMALL.iter().any(|word| passage.is(at, word)) {
            let two = passage.is(at, "and") && (passage.is(at + 1, "the") || names_another(passage, at + 1));
            // "Convention on X on 3 May", but "Protocol to the Charter on Rights".
            let on = passage.is(at, "on") && at > from;
            let ends = on && !passage.is(at - 1, "and") && !names_kind(passage, at - 1);
            if two || ends {
                break;
            }
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// A day or a month is no part of a title.
fn is_other_name(passage: &Passage<'_>, from: usize, at: usize) -> bool {
    at > from && (WEEKDAYS.iter().chain(&MONTHS).any(|name| passage.is(at, name)))
}

/// Whether a treaty or a body begins at `at`: the "and" before it joins two names.
fn names_another(passage: &Passage<'_>, at: usize) -> bool {
    const OTHERS: &[&str] = &[
        "Agreement",
        "Member",
        "Members",
        "States",
        "Secretary-General",
        "United",
        "International",
        "World",
    ];
    (at..at + 4).take_while(|at| is_capital(passage, *at)).any(|at| is_head(passage, at))
        || OTHERS.iter().any(|word| passage.is(at, word)) && !passage.is(at + 1, "of")
        || passage.is(at, "its") && is_capital(passage, at + 1)
}
