//! [`Piece`]: a sentence as officers need it — persons, States, offices, verbs and the joints
//! between them.

use super::{holder, office_name, post};
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::office::Office;

/// A person or a State that may hold an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Holder {
    /// First character of the mention: the honorific, where there is one.
    pub start: usize,
    /// First character of the name.
    pub name_start: usize,
    /// End of the name.
    pub end: usize,
    /// `Singapore`, from the parentheses or from "Ambassador … of …".
    pub country: Option<(usize, usize)>,
    /// A post outside the body that is said of a person: "Prime Minister of Fiji".
    pub post: Option<(usize, usize)>,
    /// A State, not a person.
    pub is_state: bool,
}

impl Holder {
    /// Whether honorific, post or country show that this is a person; a capitalised phrase may be anything.
    pub fn is_certain(&self) -> bool {
        self.country.is_some() || self.post.is_some() || self.name_start > self.start
    }
}

/// One piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A person, certain or by the look of the words.
    Person(Holder),
    /// The name of a State.
    State(Holder),
    /// An office; the index of its first token.
    Office(Office, usize),
    /// elected, re-elected, appointed, nominated …: the word for the act.
    Elect(&'static str),
    /// chaired, co-chaired, facilitated.
    Chair(&'static str),
    /// served, serving, acted as.
    Serve,
    /// replaced.
    Replace,
    /// replacing, vacated: the next name is that of who held the office before.
    Instead,
    /// was, were, been, be, is.
    Be,
    /// as, for: an office follows.
    As,
    /// by, under.
    By,
    /// "and", "&"
    And,
    /// ","
    Comma,
    /// ":"
    Colon,
    /// ";"
    Semicolon,
    /// The end of a sentence.
    Stop,
    /// "the", "its", "a".
    Article,
    /// Any other token.
    Other,
}

/// A piece and its first token.
pub(super) type Placed = (Piece, usize);

/// What a word is besides a name or an office. The words for an act stand with the word used in results.
const WORDS: &[(Piece, &[&str])] = &[
    (Piece::Elect("elected"), &["elected", "elect", "electing", "elects"]),
    (Piece::Elect("re-elected"), &["re-elected", "reelected"]),
    (Piece::Elect("appointed"), &["appointed", "appoint", "appoints", "appointing"]),
    (Piece::Elect("nominated"), &["nominated", "nominate"]),
    (Piece::Elect("designated"), &["designated", "designate"]),
    (Piece::Elect("confirmed"), &["confirmed"]),
    (Piece::Chair("chaired"), &["chaired", "chairmanship", "chairpersonship", "leadership"]),
    (Piece::Chair("co-chaired"), &["co-chaired", "cochaired"]),
    (Piece::Chair("presided"), &["presided", "presidency"]),
    (Piece::Chair("co-facilitated"), &["co-facilitated"]),
    (Piece::Serve, &["served", "serving", "serve", "acted", "acting", "act", "acts"]),
    (Piece::Chair("facilitated"), &["facilitated"]),
    (Piece::Replace, &["replaced", "succeeded"]),
    (Piece::Instead, &["replace", "replacing", "vacated", "succeed", "succeeding", "lieu", "instead"]),
    (Piece::Be, &["was", "were", "been", "be", "is", "are", "being"]),
    (Piece::As, &["as", "for"]),
    (Piece::By, &["by", "under"]),
    (Piece::And, &["and"]),
    (Piece::Article, &["the", "its", "a", "an"]),
];

/// Cuts the passage into pieces.
pub(super) fn cut(passage: &Passage<'_>) -> Vec<Placed> {
    let mut pieces = Vec::new();
    let mut index = 0;
    while index < passage.tokens.len() {
        let (piece, end) = piece_at(passage, index);
        pieces.push((piece, index));
        index = end.max(index + 1);
    }
    post::fold(passage, pieces)
}

/// The piece that begins at this token, and the token after it.
fn piece_at(passage: &Passage<'_>, index: usize) -> (Piece, usize) {
    let token = passage.tokens[index];
    if passage.is_taken(index) {
        return (Piece::Other, index + 1);
    }
    match token.kind {
        TokenKind::Mark => (of_mark(passage.chars[token.start]), index + 1),
        TokenKind::Number => (Piece::Other, index + 1),
        TokenKind::Word => {
            // "acting Chair": the word changes nothing in the pattern.
            if let Some(end) = office_name::stand_in_end(passage, index) {
                return (Piece::Article, end);
            }
            if let Some((office, end)) = office_name::at(passage, index) {
                return (Piece::Office(office, index), end);
            }
            holder::at(passage, index).unwrap_or_else(|| (of_word(passage, index), index + 1))
        }
    }
}

fn of_mark(mark: char) -> Piece {
    match mark {
        ',' => Piece::Comma,
        ':' => Piece::Colon,
        ';' => Piece::Semicolon,
        '.' => Piece::Stop,
        '&' => Piece::And,
        _ => Piece::Other,
    }
}

fn of_word(passage: &Passage<'_>, index: usize) -> Piece {
    let entry = WORDS.iter().find(|(_, words)| passage.is_any(index, words));
    entry.map_or(Piece::Other, |(piece, _)| piece.clone())
}
