//! [`Reading`]: goes through a sentence from left to right and hands each verb, and each office
//! without one, to its rule.

use super::body;
use super::grant::{self, SaidOffice};
use super::piece::{Holder, Piece, Placed};
use crate::mentions::Mention;
use crate::mentions::passage::Passage;

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
                Piece::Elect(act) => {
                    let before = self.found.len();
                    let next = self.elected(at, act);
                    // "Elected a Bureau consisting of …" elects whom the Bureau is told to consist of.
                    let bureau =
                        (at + 1..next).find(|at| self.passage.is_any(self.pieces[*at].1, &["bureau"]));
                    match bureau {
                        Some(bureau) if self.found.len() == before => self.bureau_of(bureau).max(next),
                        _ => next,
                    }
                }
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

    /// Gives the holder the office of whom the sentence named last before the verb.
    pub fn succeed(&mut self, holder: &Holder, verb: usize) {
        if let Some(before) = self.last_officer(verb) {
            grant::inherit(self.passage, self.found, &[holder], &before, "replaced");
            return;
        }
        // "X, who had been elected as Vice-Chair, was replaced by Y (D)"
        let near = self.from.max(verb.saturating_sub(4 * REACH));
        let office = (near..verb).rev().find(|at| self.is_office(*at));
        if let Some(office) = office {
            let (offices, _) = self.offices_at(office);
            self.give(&[holder], &offices, "replaced", "replaced-as");
            let certain = |(piece, _): &'a Placed| match piece {
                Piece::Person(holder) if holder.is_certain() => Some(holder),
                _ => None,
            };
            let before: Vec<&Holder> = self.pieces[near..verb].iter().filter_map(certain).collect();
            if let [_] = before[..] {
                self.give(&before, &offices, "left", "replaced-as");
            }
        }
    }

    /// The officer found last before this piece in the sentence.
    pub fn last_officer(&self, before: usize) -> Option<Mention> {
        let first = self.passage.tokens[self.pieces.get(self.from)?.1].start;
        let end = self
            .pieces
            .get(before)
            .map_or(self.passage.chars.len(), |(_, token)| self.passage.tokens[*token].start);
        let within = |mention: &&Mention| (first..end).contains(&mention.start);
        self.found.iter().rev().take(4 * REACH).filter(within).max_by_key(|mention| mention.start).cloned()
    }

    /// Gives the holders the office of the officer found last before this piece.
    pub fn inherit(&mut self, holders: &[&Holder], before: usize, act: &'static str) {
        if let Some(model) = self.last_officer(before) {
            grant::inherit(self.passage, self.found, holders, &model, act);
        }
    }
}
