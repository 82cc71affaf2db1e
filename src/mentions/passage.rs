//! [`Passage`]: the text of one node, cut into tokens once for all finders.

use super::{Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::stretch::digits_end;
use std::collections::BTreeMap;

/// What a [`Token`] is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the hyphens and apostrophes inside them: `Vice-Chair`, `d’Ivoire`.
    Word,
    /// ASCII digits.
    Number,
    /// Any other character by itself.
    Mark,
}

/// A stretch of characters without white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First character, inclusive.
    pub start: usize,
    /// Last character, exclusive.
    pub end: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// What a finder sees of one node.
pub struct Passage<'a> {
    /// What the node is.
    pub kind: NodeKind,
    /// The text.
    pub chars: &'a [char],
    /// The text as tokens.
    pub tokens: &'a [Token],
    /// For every character whether an earlier finder made it part of a document or a date.
    pub taken: &'a [bool],
    /// What earlier finders found, in the order of finding.
    pub found: &'a [Mention],
}

impl Passage<'_> {
    /// The characters of the token at `index`; nothing beyond the last.
    pub fn word(&self, index: usize) -> &[char] {
        self.tokens.get(index).map_or(&[], |token| &self.chars[token.start..token.end])
    }

    /// Whether the token at `index` is exactly this.
    pub fn is(&self, index: usize, text: &str) -> bool {
        text.chars().eq(self.word(index).iter().copied())
    }

    /// Whether the token at `index` is one of these, whatever its case (ASCII).
    pub fn is_any(&self, index: usize, texts: &[&str]) -> bool {
        let word = self.word(index);
        !word.is_empty()
            && texts.iter().any(|text| {
                text.len() >= word.len() && text.chars().eq(word.iter().map(char::to_ascii_lowercase))
            })
    }

    /// Whether the token at `index` is this mark.
    pub fn is_mark(&self, index: usize, mark: char) -> bool {
        matches!(self.tokens.get(index), Some(token) if token.kind == TokenKind::Mark && self.chars[token.start] == mark)
    }

    /// Whether the token at `index` is a hyphen or dash.
    pub fn is_dash(&self, index: usize) -> bool {
        matches!(self.tokens.get(index), Some(token) if token.kind == TokenKind::Mark && is_dash(self.chars[token.start]))
    }

    /// The value of the number at `index`, if it has at most six digits.
    pub fn number(&self, index: usize) -> Option<u32> {
        let token = self.tokens.get(index)?;
        if token.kind != TokenKind::Number || token.end - token.start > 6 {
            return None;
        }
        Some(
            self.chars[token.start..token.end]
                .iter()
                .fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or(0)),
        )
    }

    /// Whether nothing stands between the token at `index` and the one before it.
    pub fn is_glued(&self, index: usize) -> bool {
        index > 0
            && match (self.tokens.get(index - 1), self.tokens.get(index)) {
                (Some(before), Some(token)) => before.end == token.start,
                _ => false,
            }
    }

    /// Whether the token at `index` makes the number before it an ordinal: the "th" of "4th".
    pub fn is_ordinal_ending(&self, index: usize) -> bool {
        self.is_glued(index) && self.is_any(index, ORDINAL_ENDINGS)
    }

    /// The token after `,`, `and`, `, and`, `or`, `&`, `as well as`; `None` where a list ends.
    pub fn separator_end(&self, index: usize) -> Option<usize> {
        let mut next = index;
        if self.is_mark(next, ',') {
            next += 1;
        }
        if self.is_any(next, &["and", "or", "&"]) {
            next += 1;
        } else if self.is(next, "as") && self.is(next + 1, "well") && self.is(next + 2, "as") {
            next += 3;
        }
        (next > index).then_some(next)
    }

    /// Whether the token at `index` belongs to a mention that later finders leave alone.
    pub fn is_taken(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| self.taken[token.start])
    }

    /// The index of the first token that starts at or after the character `at`.
    pub fn token_from(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.start < at)
    }

    /// The characters `start..end`.
    pub fn text(&self, start: usize, end: usize) -> String {
        self.chars[start..end].iter().collect()
    }

    /// The placeholder that begins at the character `start`; the innermost, if several do.
    pub fn placeholder_at(&self, start: usize) -> Option<&Mention> {
        let first = self.found.partition_point(|mention| mention.kind == MentionKind::Document);
        let placeholders = &self.found[first..];
        let at = placeholders.partition_point(|mention| mention.start <= start);
        placeholders[..at].last().filter(|mention| mention.start == start)
    }

    /// The document that holds the character `at` or ends right before it.
    pub fn document_around(&self, at: usize) -> Option<&Mention> {
        let documents = self.found.partition_point(|mention| mention.kind == MentionKind::Document);
        let before = self.found[..documents].partition_point(|mention| mention.start <= at);
        self.found[..before].last().filter(|mention| mention.end >= at)
    }

    /// A mention of the characters `start..end`.
    pub fn mention(
        &self,
        kind: MentionKind,
        start: usize,
        end: usize,
        value: String,
        rule: &'static str,
    ) -> Mention {
        Mention { kind, text: self.text(start, end), start, end, value, attributes: BTreeMap::new(), rule }
    }
}

/// What makes a number an ordinal.
pub const ORDINAL_ENDINGS: &[&str] = &["st", "nd", "rd", "th"];

/// Hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// Cuts `chars` into tokens, into a vector that is used again for every node.
pub fn tokenize(chars: &[char], tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let start = at;
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        let kind = if c.is_ascii_digit() {
            at = digits_end(chars, at);
            TokenKind::Number
        } else if is_letter(c) {
            at += 1;
            while let Some(&next) = chars.get(at) {
                let joins = matches!(next, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}')
                    && chars.get(at + 1).is_some_and(|c| is_letter(*c));
                if !(is_letter(next) || joins) {
                    break;
                }
                at += 1;
            }
            TokenKind::Word
        } else {
            at += 1;
            TokenKind::Mark
        };
        tokens.push(Token { start, end: at, kind });
    }
}

/// Letters and the marks that combine with them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}')
}
