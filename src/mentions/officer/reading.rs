//! [`Reading`]: goes through a sentence from left to right and hands each verb, and each office
//! without one, to its rule.

use super::body;
use super::grant::{self, SaidOffice};
use super::piece::{Holder, Piece, Placed};
use crate::mentions::passage::Passage;
use crate::mentions::{Mention, MentionKind};

/// How many other words may stand inside one pattern.
pub(super) const REACH: usize = 14;

/// One sentence, with the text around it.
pub(super) struct Reading<'a> {
    pub passage: &'a Passage<'a>,
    /// All of the text: what stands right beyond the sentence tells where a pattern ends.
    pub pieces: &'a [Placed],
    /// The first piece of the sentence.
    pub from: usize,
    /// The piece after its last.
    pub to: usize,
    found: &'a mut Vec<Mention>,
}

/// Reads every sentence.
pub(super) fn sentences(passage: &Passage<'_>, pieces: &[Placed], found: &mut Vec<Mention>) {
    let mut from = 0;
    while from < pieces.len() {
        let length = pieces[from..].iter().position(|(piece, _)| *piece == Piece::Stop);
        let to = length.map_or(pieces.len(), |length| from + length);
        Reading { passage, pieces, from, to, found }.sentence();
        from = to + 1;
    }
}

impl<'a> Reading<'a> {
    /// Each rule returns the piece at which to read on.
    fn sentence(&mut self) {
        let mut at = self.from;
        while at < self.to {
            at = match self.pieces[at].0 {
                Piece::Elect(act) => self.elected(at, act),
                Piece::Chair(act) => self.chaired(at, act),
                Piece::Serve => self.served(at),
                Piece::Replace => self.replaced(at),
                Piece::Be => self.was(at),
                Piece::Office(..) => self.office_without_verb(at),
                Piece::As => self.as_office(at),
                Piece::Other => {
                    let next = self.presiding(at);
                    if next > at + 1 { next } else { self.bureau_of(at) }
                }
                _ => at + 1,
            };
        }
    }

    fn office_without_verb(&mut self, at: usize) -> usize {
        let (offices, next) = self.offices_at(at);
        if self.in_the_chair(at) {
            return next;
        }
        if self.is_in_parentheses(at) || self.opens_parentheses(next) {
            return self.parenthesised(at, &offices, next);
        }
        if at == self.from && self.heads_names(at, next) {
            return self.labelled(&offices, self.names_from(next) - 1);
        }
        if next < self.to && self.is_colon(next) {
            self.labelled(&offices, next)
        } else {
            self.apposition(at, &offices, next)
        }
    }

    /// "Vice-Chairs of the Conference Ms. X (C) Mr. Y (D)": a heading that ran together with the names.
    fn heads_names(&self, at: usize, next: usize) -> bool {
        let names = self.names_from(next);
        names > next
            && body::is_own(self.passage, self.pieces[at].1)
            && matches!(self.piece(names), Some(Piece::Person(holder)) if holder.name_start > holder.start
                && holder.country.is_some())
            && matches!(self.piece(names + 1), None | Some(Piece::Person(_)))
    }

    /// The first piece from `next` on that is more than a word of a body's name.
    fn names_from(&self, next: usize) -> usize {
        let words = |at: &usize| matches!(self.pieces[*at].0, Piece::Other | Piece::Article);
        next + (next..self.to).take(REACH).take_while(words).count()
    }

    /// The piece at this place, within the sentence or beyond it.
    pub fn piece(&self, at: usize) -> Option<&'a Piece> {
        self.pieces.get(at).map(|(piece, _)| piece)
    }

    pub fn is_colon(&self, at: usize) -> bool {
        self.piece(at) == Some(&Piece::Colon)
    }

    pub fn is_office(&self, at: usize) -> bool {
        matches!(self.piece(at), Some(Piece::Office(..)))
    }

    /// Whether this piece is one of the `reach` before `at`.
    pub fn is_shortly_before(&self, at: usize, reach: usize, wanted: &Piece) -> bool {
        self.pieces[at.saturating_sub(reach)..at].iter().any(|(piece, _)| piece == wanted)
    }

    /// "… was elected": what was done is said of the persons before the verb.
    pub fn is_passive(&self, verb: usize) -> bool {
        self.is_shortly_before(verb, 4, &Piece::Be)
    }

    /// The last "was" between these places; `to` itself where there is none.
    pub fn last_be(&self, from: usize, to: usize) -> usize {
        (from..to).rev().find(|at| self.pieces[*at].0 == Piece::Be).unwrap_or(to)
    }

    /// Writes down that each of these holds the office.
    pub fn give(
        &mut self,
        holders: &[&Holder],
        offices: &[SaidOffice],
        act: &'static str,
        rule: &'static str,
    ) {
        grant::give(self.passage, self.found, holders, offices, act, rule);
    }

    /// Gives the holder the office of whom the text named last before the token `verb`.
    pub fn succeed(&mut self, holder: &Holder, verb: usize) {
        let start = self.passage.tokens[verb].start;
        let first = self.passage.tokens[self.pieces[self.from].1].start;
        let last = self
            .found
            .iter()
            .filter(|mention| (first..start).contains(&mention.start))
            .max_by_key(|mention| mention.start);
        if let Some(before) = last.cloned() {
            grant::inherit(self.passage, self.found, &[holder], &before, "replaced");
        }
    }

    /// Gives those who left the office of whom an election between these tokens put in their place.
    pub fn leave(&mut self, holders: &[&Holder], to: Option<usize>) {
        let first = self.passage.tokens[self.pieces[self.from].1].start;
        let elected = |mention: &&Mention| mention.start >= first && mention.kind == MentionKind::Officer;
        let end = to.map_or(self.passage.chars.len(), |to| self.passage.tokens[to].start);
        let last = self
            .found
            .iter()
            .filter(elected)
            .filter(|mention| mention.start < end)
            .max_by_key(|mention| mention.start);
        if let Some(new) = last.cloned() {
            grant::inherit(self.passage, self.found, holders, &new, "left");
        }
    }
}
