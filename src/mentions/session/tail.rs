//! What follows an ordinal: adjectives, words in parentheses and the noun.

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::sitting::{ADJECTIVE_ENDINGS, KINDS, MANNERS, Noun, TAKEN_UP_AGAIN, spelling};

/// No sitting has more words before its noun.
const LONGEST: usize = 7;

/// The adjectives and the noun.
#[derive(Debug)]
pub(super) struct Tail {
    /// Kinds whose place is before the ordinal: "resumed".
    pub(super) kinds_before: Vec<String>,
    /// What tells it from other sittings of the body: "substantive".
    pub(super) kinds: Vec<String>,
    /// Everything said of it, the manner too: "closed", "plenary".
    pub(super) types: Vec<String>,
    pub(super) noun: Noun,
    pub(super) plural: bool,
    /// The token of the noun.
    pub(super) at: usize,
}

/// The tail that begins with the token at `index`.
pub(super) fn tail(passage: &Passage<'_>, index: usize) -> Option<Tail> {
    let mut tail = Tail {
        kinds_before: Vec::new(),
        kinds: Vec::new(),
        types: Vec::new(),
        noun: Noun::Session,
        plural: false,
        at: index,
    };
    let mut at = index;
    for _ in 0..LONGEST {
        if passage.is_mark(at, '(') {
            at = tail.aside(passage, at)?;
            continue;
        }
        if passage.is_mark(at, ']') || passage.is_any(at, &["ever"]) {
            at += 1;
            continue;
        }
        if passage.is_any(at, &["and"]) && is_manner(passage, at + 1) {
            at += 1;
            continue;
        }
        let is_word = passage.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        let word = if is_word && !passage.is_taken(at) { lower(passage, at) } else { String::new() };
        if let Some((noun, plural)) = Noun::of(&word) {
            return Some(Tail { noun, plural, at, ..tail });
        }
        if word == "plenaries" {
            return Some(Tail { noun: Noun::Meeting, plural: true, at, ..tail });
        }
        if !is_adjective(&word) {
            // "at its 5th plenary, on 3 May".
            let is_noun = tail.types.last().is_some_and(|last| last == "plenary");
            // "the fourth Plenary" of a body that is called so is its fourth session.
            let is_body = is_noun && at > index && passage.is(at - 1, "Plenary");
            let noun = if is_body { Noun::Session } else { Noun::Meeting };
            return is_noun.then_some(Tail { noun, at: at - 1, ..tail });
        }
        tail.push(&word, false);
        at += 1;
    }
    None
}

impl Tail {
    fn push(&mut self, word: &str, aside: bool) {
        let word = spelling(word);
        self.types.push(word.to_owned());
        // "(resumed)" is another session; "(closed)" is not.
        if aside && TAKEN_UP_AGAIN.contains(&word) {
            self.kinds_before.push(word.to_owned());
        } else if !MANNERS.contains(&word) && !aside {
            self.kinds.push(word.to_owned());
        }
    }

    /// "(closed)", "(opening)", "(resumed)": the token after the parenthesis.
    fn aside(&mut self, passage: &Passage<'_>, open: usize) -> Option<usize> {
        for at in open + 1..open + 6 {
            if passage.is_mark(at, ')') {
                return (at > open + 1).then_some(at + 1);
            }
            if passage.is_any(at, &["and"]) {
                continue;
            }
            let word = lower(passage, at);
            if !is_adjective(&word) {
                return None;
            }
            self.push(&word, true);
        }
        None
    }

    /// "fifth session (resumed)", "83rd meeting (Resumption 1)": the token after the parenthesis at
    /// `open`, which says that the sitting was taken up again.
    pub(super) fn taken_up_again(&mut self, passage: &Passage<'_>, open: usize) -> Option<usize> {
        if !passage.is_mark(open, '(') || !passage.is_any(open + 1, TAKEN_UP_AGAIN) {
            return None;
        }
        let close = open + 2 + usize::from(passage.number(open + 2).is_some());
        if !passage.is_mark(close, ')') {
            return None;
        }
        let word = lower(passage, open + 1);
        let word = if word == "resumption" { "resumed" } else { &word };
        self.types.push(word.to_owned());
        self.kinds_before.push(word.to_owned());
        Some(close + 1)
    }
}

/// The token in small letters, with plain hyphens.
pub(super) fn lower(passage: &Passage<'_>, index: usize) -> String {
    let plain = |c: &char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c.to_ascii_lowercase() };
    passage.word(index).iter().map(plain).collect()
}

pub(super) fn is_adjective(word: &str) -> bool {
    let word = spelling(word);
    KINDS.binary_search(&word).is_ok()
        || MANNERS.binary_search(&word).is_ok()
        || word.len() > 5 && ADJECTIVE_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn is_manner(passage: &Passage<'_>, index: usize) -> bool {
    MANNERS.binary_search(&lower(passage, index).as_str()).is_ok()
}

/// The year that the token at `index` is.
pub(super) fn year(passage: &Passage<'_>, index: usize) -> Option<u32> {
    let number = passage.number(index).filter(|_| passage.word(index).len() == 4)?;
    let alone = !passage.is_glued(index) && !passage.is_dash(index + 1) && !passage.is_mark(index + 1, '/');
    (alone && (1945..=2100).contains(&number)).then_some(number)
}
