//! [`Reading`]: goes through a sentence from left to right and hands each verb, and each office
//! without one, to its rule.

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
                Piece::Elect(act) => self.elected(at, act),
                Piece::Chair(act) => self.chaired(at, act),
                Piece::Serve => self.served(at),
                Piece::Replace => self.replaced(at),
                Piece::Be => self.was(at),
                Piece::Office(..) => self.office_without_verb(at),
                _ => at + 1,
            };
        }
    }

    fn office_without_verb(&mut self, at: usize) -> usize {
        let (offices, next) = self.offices_at(at);
        if next < self.to && self.is_colon(next) {
            self.labelled(&offices, next)
        } else {
            self.apposition(at, &offices, next)
        }
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
}
