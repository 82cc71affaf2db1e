//! [`Sentence`]: a sentence as words, signs and the facts found in it, for the rules of events.

use crate::mentions::{Annotated, Mention, MentionKind, Token, TokenKind, tokenize};
use std::cell::OnceCell;

/// What a [`Piece`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A word or number that belongs to no fact.
    Word,
    /// A sign.
    Mark(char),
    /// A fact: its index among the mentions of the node.
    Fact(usize),
}

/// A word, a sign or a fact.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Which.
    pub what: What,
    /// In small letters.
    pub word: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// First character in the node's text, inclusive.
    pub start: usize,
    /// Last character, exclusive.
    pub end: usize,
}

/// One sentence of a node.
pub struct Sentence<'a> {
    /// The characters of the node.
    pub chars: &'a [char],
    /// All mentions of the node.
    pub mentions: &'a [Mention],
    /// The pieces in order.
    pub pieces: Vec<Piece>,
}

/// Kinds of fact that are one piece each; of those that begin together the first in this list.
const WHOLE: &[MentionKind] = &[
    MentionKind::Date,
    MentionKind::Session,
    MentionKind::AgendaItem,
    MentionKind::Document,
    MentionKind::Quantity,
    MentionKind::Officer,
    MentionKind::Participant,
];

/// Words with a full stop that end no sentence.
const SHORT: &[&str] = &[
    "mr", "mrs", "ms", "dr", "no", "nos", "st", "art", "para", "paras", "prof", "amb", "gen", "col", "lt",
    "sr", "jr", "vol", "p", "pp", "cf", "e", "g", "i", "a", "m", "al", "vs", "inc", "ltd", "h",
];

/// No text of a report is cut into more sentences of one node than this; the rest is passed over.
const MOST: usize = 4000;

/// A sentence of so many pieces is cut at its next semicolon, and at last anywhere: rules look to and fro in
/// one, and must not do so in a whole book.
const LONG: usize = 300;
const LONGEST: usize = 600;

/// A report whose texts are cut into sentences once, whoever reads them: the first time that one is asked for.
pub struct Sentences<'a> {
    /// The report.
    pub annotated: &'a Annotated,
    chars: &'a [Vec<char>],
    cut: Vec<OnceCell<Vec<Sentence<'a>>>>,
}

impl<'a> Sentences<'a> {
    /// `chars`: the characters of each node, as [`characters`] gives them.
    pub fn new(annotated: &'a Annotated, chars: &'a [Vec<char>]) -> Self {
        let cut = chars.iter().map(|_| OnceCell::new()).collect();
        Self { annotated, chars, cut }
    }

    /// Those of the node at this index.
    pub fn of(&self, node: usize) -> &[Sentence<'a>] {
        self.cut[node].get_or_init(|| sentences(&self.chars[node], &self.annotated.mentions.by_node[node]))
    }
}

/// The characters of each node of a report.
pub fn characters(annotated: &Annotated) -> Vec<Vec<char>> {
    annotated.report.nodes.iter().map(|node| node.text.chars().collect()).collect()
}

/// Cuts the text of a node into sentences.
fn sentences<'a>(chars: &'a [char], mentions: &'a [Mention]) -> Vec<Sentence<'a>> {
    let mut tokens = Vec::new();
    tokenize(chars, &mut tokens);
    let pieces = pieces(chars, &tokens, mentions);
    let mut sentences = Vec::new();
    let mut from = 0;
    for at in 0..pieces.len() {
        let length = at + 1 - from;
        let cut = length >= LONGEST || length >= LONG && pieces[at].what == What::Mark(';');
        if cut || at + 1 == pieces.len() || ends(&pieces, at) {
            sentences.push(Sentence { chars, mentions, pieces: pieces[from..=at].to_vec() });
            from = at + 1;
            if sentences.len() == MOST {
                break;
            }
        }
    }
    sentences
}

fn ends(pieces: &[Piece], at: usize) -> bool {
    if !matches!(pieces[at].what, What::Mark('.' | '?' | '!')) {
        return false;
    }
    let goes_on = pieces.get(at + 1).is_some_and(|next| {
        matches!(next.what, What::Mark('.' | ',' | ';' | ')'))
            || next.what == What::Word && !next.capital
            || pieces[at].end == next.start
    });
    let short = at > 0 && pieces[at - 1].what == What::Word && SHORT.contains(&pieces[at - 1].word.as_str());
    !goes_on && !short
}

fn pieces(chars: &[char], tokens: &[Token], mentions: &[Mention]) -> Vec<Piece> {
    // Of the facts that begin at a place the one of the first kind, then the longest.
    let mut facts: Vec<usize> = (0..mentions.len())
        .filter(|at| rank(mentions[*at].kind).is_some() && mentions[*at].end > mentions[*at].start)
        .collect();
    facts.sort_by_key(|at| {
        (mentions[*at].start, rank(mentions[*at].kind), std::cmp::Reverse(mentions[*at].end))
    });
    let mut next = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut to = 0;
    for token in tokens {
        if token.start < to {
            continue;
        }
        while next < facts.len() && mentions[facts[next]].start < token.start {
            next += 1;
        }
        let fact = facts.get(next).copied().filter(|at| mentions[*at].start < token.end);
        let (what, end) = match fact {
            Some(at) => (What::Fact(at), end_of(&mentions[at]).max(token.end)),
            None if token.kind == TokenKind::Mark => (What::Mark(chars[token.start]), token.end),
            None => (What::Word, token.end),
        };
        to = end;
        let word = chars[token.start..end.min(chars.len())].iter().flat_map(|c| c.to_lowercase()).collect();
        pieces.push(Piece {
            what,
            word,
            capital: chars[token.start].is_uppercase(),
            start: token.start,
            end,
        });
    }
    pieces
}

/// Where the words of a fact end, exclusive: "twenty-second (3–7 February 2031) sessions" holds days that are
/// a fact of their own.
fn end_of(mention: &Mention) -> usize {
    let listed = mention.kind == MentionKind::Session && mention.rule == "ordinal-list";
    let bracket = mention.text.chars().position(|c| c == '(').filter(|_| listed);
    bracket.map_or(mention.end, |at| mention.start + at)
}

fn rank(kind: MentionKind) -> Option<usize> {
    WHOLE.iter().position(|whole| *whole == kind)
}

impl Sentence<'_> {
    /// The fact at `at`, if it is of this kind.
    pub fn fact(&self, at: usize, kind: MentionKind) -> Option<&Mention> {
        match self.pieces.get(at)?.what {
            What::Fact(index) => self.mentions.get(index).filter(|mention| mention.kind == kind),
            What::Word | What::Mark(_) => None,
        }
    }

    /// The facts of this kind with their places, in order.
    pub fn facts(&self, kind: MentionKind) -> impl Iterator<Item = (usize, &Mention)> {
        (0..self.pieces.len()).filter_map(move |at| Some((at, self.fact(at, kind)?)))
    }

    /// The word at `at` in small letters; empty for signs and facts.
    pub fn word(&self, at: usize) -> &str {
        self.pieces.get(at).filter(|piece| piece.what == What::Word).map_or("", |piece| piece.word.as_str())
    }

    /// Whether the word at `at` is one of these.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    /// Whether this sign stands at `at`.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.what == What::Mark(mark))
    }

    /// Whether a word with a capital stands at `at`.
    pub fn is_capital(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.what == What::Word && piece.capital)
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The characters of the pieces `from..to`.
    pub fn text(&self, from: usize, to: usize) -> String {
        let (Some(first), Some(last)) =
            (self.pieces.get(from), to.checked_sub(1).and_then(|at| self.pieces.get(at)))
        else {
            return String::new();
        };
        if first.start >= last.end {
            return String::new();
        }
        self.chars[first.start..last.end.min(self.chars.len())].iter().collect()
    }

    /// The whole sentence, cut at a word where it is longer than `longest` characters.
    pub fn quote(&self, longest: usize) -> String {
        let whole = self.text(0, self.len());
        if whole.chars().count() <= longest {
            return whole;
        }
        let cut: String = whole.chars().take(longest).collect();
        let end = cut.rfind(' ').unwrap_or(cut.len());
        format!("{} …", cut[..end].trim_end_matches([',', ';', ' ']))
    }
}
