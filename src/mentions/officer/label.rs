//! Labels: "Rapporteur: X (C)", "Vice-Chairs: Austria, Cambodia and Kiribati".

use super::grant::SaidOffice;
use super::piece::Piece;
use super::reading::Reading;
use crate::terms::english::institution::REGIONS;
use crate::terms::english::office::TERMS;

impl Reading<'_> {
    /// Gives the offices to all who follow the colon. Returns the piece after the last of them.
    pub(super) fn labelled(&mut self, offices: &[SaidOffice], colon: usize) -> usize {
        let first = colon + 1;
        let mut next = first;
        let mut at = first;
        while at < self.to {
            let holder = match &self.pieces[at].0 {
                Piece::Person(holder) if holder.is_certain() || at == first && self.ends_line(at) => holder,
                Piece::State(holder) if self.only_states(first) => holder,
                Piece::Comma | Piece::And | Piece::Semicolon | Piece::Article => {
                    at += 1;
                    continue;
                }
                // "X (C), later Y (D)"
                Piece::Other if at > first && self.passage.is_any(self.pieces[at].1, &["later", "then"]) => {
                    at += 1;
                    continue;
                }
                // "Africa: X (C); Asia and the Pacific: Y (D)"
                Piece::Other | Piece::Colon if self.is_region(at) => {
                    at += 1;
                    continue;
                }
                Piece::As => match self.share_of_term(at) {
                    Some(end) => {
                        at = end;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            };
            self.give(&[holder], offices, "listed", "office-label");
            at += 1;
            next = at;
        }
        next
    }

    /// A word of a regional group's name that a colon ends, or that colon.
    fn is_region(&self, at: usize) -> bool {
        let word = |at: &usize| {
            matches!(self.pieces[*at].0, Piece::Other | Piece::And | Piece::Article)
                && (self.pieces[*at].0 != Piece::Other || self.passage.is_any(self.pieces[*at].1, REGIONS))
        };
        let colon = at + (at..self.to.min(at + 8)).take_while(word).count();
        self.is_colon(colon)
            && (colon > at || self.passage.is_any(self.pieces[at].1.saturating_sub(1), REGIONS))
    }

    /// The piece after "for the first half of the term", if that stands here and more names follow.
    fn share_of_term(&self, at: usize) -> Option<usize> {
        if !self.passage.is_any(self.pieces[at].1, &["for"]) {
            return None;
        }
        let of_it = |at: &usize| {
            let token = self.pieces[*at].1;
            self.pieces[*at].0 == Piece::Article
                || self.passage.is_any(token, TERMS)
                || self.passage.is(token, "of")
        };
        let end = at + 1 + (at + 1..self.to.min(at + 9)).take_while(of_it).count();
        (end > at + 2 && matches!(self.piece(end), Some(Piece::And | Piece::Comma | Piece::Semicolon)))
            .then_some(end)
    }

    /// Whether nothing but a full stop or semicolon follows: a label with a name may be all there is.
    fn ends_line(&self, at: usize) -> bool {
        match &self.pieces[at + 1..] {
            [] => true,
            [(piece, _)] => matches!(piece, Piece::Stop | Piece::Semicolon),
            _ => false,
        }
    }

    /// "Austria, Cambodia and Kiribati" and nothing else up to the end of the sentence or a new label.
    fn only_states(&self, from: usize) -> bool {
        self.pieces[from..]
            .iter()
            .take_while(|(piece, _)| !matches!(piece, Piece::Stop | Piece::Semicolon | Piece::Office(..)))
            .all(|(piece, _)| matches!(piece, Piece::State(_) | Piece::Comma | Piece::And | Piece::Article))
    }
}
