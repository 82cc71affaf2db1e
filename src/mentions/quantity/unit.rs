//! What is counted: the noun in the plural and the words before it, "plenary meetings".

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::counting::{AFTER_ONE, ATTRIBUTIVE, ENDING, NO_PLURALS, PARTICIPLES, PLURALS};
use crate::terms::english::sitting::{KINDS, MANNERS, spelling};

/// The noun has at most so many words before it.
const LONGEST: usize = 5;

/// The unit that begins with the token at `index`, and the token after it.
pub(super) fn plural(passage: &Passage<'_>, index: usize) -> Option<(String, usize)> {
    let mut words: Vec<String> = Vec::new();
    let mut at = index;
    loop {
        if words.len() > LONGEST {
            return None;
        }
        let word = word(passage, at)?;
        let small = word.to_lowercase();
        // "weapons-related" describes, "provided" tells what somebody did.
        let verb = small.ends_with("ed") && !small.contains('-');
        if ends(&small) || verb && PARTICIPLES.binary_search(&small.as_str()).is_err() {
            return None;
        }
        let is_plural = is_plural(&small);
        words.push(spelling(&word).to_owned());
        at += 1;
        if is_plural {
            break;
        }
    }
    // "fisheries management organizations".
    let attributive = words.last().is_some_and(|last| ATTRIBUTIVE.contains(&last.to_lowercase().as_str()));
    if attributive
        && words.len() <= LONGEST
        && !passage.word(at).first().is_some_and(|c| c.is_uppercase())
        && let Some((more, next)) = one_noun(passage, at)
    {
        words.extend(more);
        at = next;
    }
    // "States Parties", "human rights defenders": a noun in the plural before another one.
    while let Some(word) = word(passage, at)
        && words.len() <= LONGEST
        && is_plural(&word.to_lowercase())
        && !ends(&word.to_lowercase())
    {
        words.push(word);
        at += 1;
    }
    Some((words.join(" "), at))
}

/// A noun in the plural, with one word before it at most.
fn one_noun(passage: &Passage<'_>, index: usize) -> Option<(Vec<String>, usize)> {
    let mut words = Vec::new();
    for at in index..index + 2 {
        let word = word(passage, at)?;
        let small = word.to_lowercase();
        if ends(&small) || small.ends_with("ed") {
            return None;
        }
        words.push(word);
        if is_plural(&small) {
            return Some((words, at + 1));
        }
    }
    None
}

/// What "one" counts: "one plenary meeting".
pub(super) fn singular(passage: &Passage<'_>, index: usize) -> Option<(String, usize)> {
    let mut words = Vec::new();
    for at in index..index + 4 {
        let word = word(passage, at)?;
        let small = word.to_lowercase();
        let adjective =
            KINDS.binary_search(&small.as_str()).is_ok() || MANNERS.binary_search(&small.as_str()).is_ok();
        words.push(spelling(&word).to_owned());
        if AFTER_ONE.contains(&small.as_str()) {
            return Some((words.join(" "), at + 1));
        }
        if !adjective {
            return None;
        }
    }
    None
}

/// The word at `index` with plain hyphens; none where another mention or a mark stands.
fn word(passage: &Passage<'_>, index: usize) -> Option<String> {
    let token = passage.tokens.get(index)?;
    if token.kind != TokenKind::Word || passage.is_taken(index) || passage.is_glued(index) {
        return None;
    }
    // A name is long, but no name of a thing is.
    if token.end - token.start > 40 {
        return None;
    }
    let plain = |c: &char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { *c };
    let word: String = passage.word(index).iter().map(plain).collect();
    // Only names keep their capitals: "States", "Member States".
    Some(word)
}

fn ends(small: &str) -> bool {
    ENDING.binary_search(&small).is_ok()
}

fn is_plural(small: &str) -> bool {
    PLURALS.contains(&small)
        || small.len() > 3
            && small.ends_with('s')
            && !["ss", "us", "is", "'s", "’s"].iter().any(|ending| small.ends_with(ending))
            && !NO_PLURALS.contains(&small)
}
