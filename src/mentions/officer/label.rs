//! Labels: "Rapporteur: X (C)", "Vice-Chairs: Austria, Cambodia and Kiribati".

use super::grant::SaidOffice;
use super::piece::Piece;
use super::reading::Reading;

impl Reading<'_> {
    /// Gives the offices to all who follow the colon. Returns the piece after the last of them.
    pub(super) fn labelled(&mut self, offices: &[SaidOffice], colon: usize) -> usize {
        let first = colon + 1;
        let mut next = first;
        for at in first..self.to {
            let holder = match &self.pieces[at].0 {
                Piece::Person(holder) if holder.is_certain() || at == first && self.ends_line(at) => holder,
                Piece::State(holder) if self.only_states(first) => holder,
                Piece::Comma | Piece::And | Piece::Semicolon | Piece::Article => continue,
                _ => break,
            };
            self.give(&[holder], offices, "listed", "office-label");
            next = at + 1;
        }
        next
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
