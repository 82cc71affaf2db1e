//! Text → tokens: the units in which two texts are compared.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// A word or a mark of punctuation, with the space before it.
///
/// Spaces are kept apart from the comparison: a space is never a match by itself, so a lone space
/// can never hold two edits apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// White space before it.
    pub lead: &'a str,
    /// The word or the mark; empty only for the last token, which holds the trailing space.
    pub text: &'a str,
}

impl Token<'_> {
    /// True for words and figures, false for marks.
    pub fn is_word(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }

    /// True for words that carry meaning of their own.
    pub fn is_content(&self) -> bool {
        self.is_word() && !is_stop_word(self.text)
    }
}

/// Cuts a text into tokens; joined with their leads they give the text again.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    tokens_with(text, &[])
}

/// The same, where each of `holes` (sorted ranges of characters) is one token, whatever it holds.
pub(crate) fn tokens_with<'a>(text: &'a str, holes: &[Range<usize>]) -> Vec<Token<'a>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |at: usize| chars.get(at).map_or(text.len(), |&(position, _)| position);
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let lead = at;
        while at < chars.len() && chars[at].1.is_whitespace() {
            at += 1;
        }
        let start = at;
        if at < chars.len() {
            let hole = holes.iter().find(|hole| hole.end > at);
            at = match hole {
                Some(hole) if hole.start <= at => hole.end.min(chars.len()),
                // What stands before a hole ends there.
                Some(hole) => token_end(&chars, at).min(hole.start),
                None => token_end(&chars, at),
            };
        }
        out.push(Token { lead: &text[byte(lead)..byte(start)], text: &text[byte(start)..byte(at)] });
        if start == chars.len() {
            return out;
        }
    }
}

/// Where the token that begins at `start` ends.
fn token_end(chars: &[(usize, char)], start: usize) -> usize {
    let first = chars[start].1;
    let mut at = start + 1;
    if stands_alone(first) {
        return at;
    }
    if is_word_char(first) {
        while let Some(&(_, c)) = chars.get(at) {
            let joins = is_joiner(c)
                && chars.get(at + 1).is_some_and(|&(_, next)| is_word_char(next) && !stands_alone(next));
            if !(joins || (is_word_char(c) && !stands_alone(c))) {
                break;
            }
            at += 1;
        }
    } else if first == '_' || first == '.' {
        // A blank or an ellipsis is one thing.
        while chars.get(at).is_some_and(|&(_, c)| c == first) {
            at += 1;
        }
    }
    at
}

fn is_word_char(c: char) -> bool {
    // Combining marks belong to their letter, the soft hyphen to its word.
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// Inside a symbol, a number or a possessive these do not end the word.
fn is_joiner(c: char) -> bool {
    matches!(c, '/' | '.' | '\'' | '’')
}

/// Scripts without spaces between words are compared character by character.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Words that say nothing when they stand alone between two edits.
const STOP_WORDS: &str = "a an and any are as at be been being both but by for from had has have he her his \
    if in into is it its of on or other she such that the their them there these they this those to under \
    upon was were which who whose with";

/// True for articles, prepositions, pronouns and auxiliaries.
pub(crate) fn is_stop_word(word: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| STOP_WORDS.split_whitespace().collect());
    SET.contains(word.to_lowercase().as_str())
}
