//! What follows an ordinal: adjectives, words in parentheses and the noun.

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::sitting::{ADJECTIVE_ENDINGS, KINDS, MANNERS, Noun, spelling};

/// No sitting has more words before its noun.
const LONGEST: usize = 7;

/// The adjectives and the noun.
#[derive(Debug)]
pub(super) struct Tail {
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
    let mut tail =
        Tail { kinds: Vec::new(), types: Vec::new(), noun: Noun::Session, plural: false, at: index };
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
            return is_noun.then_some(Tail { noun: Noun::Meeting, at: at - 1, ..tail });
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
        if !MANNERS.contains(&word) && (!aside || word == "resumed") {
            self.kinds.push(word.to_owned());
        }
    }

    /// Takes in a kind that stands before the ordinal.
    pub(super) fn lead(&mut self, passage: &Passage<'_>, index: usize) {
        let word = lower(passage, index);
        if !self.types.contains(&word) {
            self.types.insert(0, word.clone());
            self.kinds.insert(0, word);
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
