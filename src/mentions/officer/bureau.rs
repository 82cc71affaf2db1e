//! The Bureau by its members: "The Bureau was composed of X (C), Y (D) and Z (E)".

use super::grant::SaidOffice;
use super::piece::{Holder, Piece, Placed};
use super::reading::Reading;
use crate::mentions::passage::Passage;
use crate::terms::office::Office;

/// Words by which a text says of what the Bureau consists.
const CONSISTS: &[&str] = &[
    "consist",
    "consists",
    "consisted",
    "consisting",
    "composed",
    "comprise",
    "comprises",
    "comprised",
    "comprising",
    "constituted",
    "composition",
    "membership",
];

/// No more words than these stand between the Bureau and the word that tells of what it consists.
const NEAR: usize = 14;

impl Reading<'_> {
    /// "The Bureau [of the Conference] would consist of X (C) and Y (D)". Returns the piece to read on from.
    pub(super) fn bureau_of(&mut self, at: usize) -> usize {
        let token = self.pieces[at].1;
        if !self.passage.is_any(token, &["bureau"]) {
            return at + 1;
        }
        let consists =
            (at + 1..self.to.min(at + NEAR)).find(|at| self.passage.is_any(self.pieces[*at].1, CONSISTS));
        let Some(consists) = consists else { return at + 1 };
        // "At the invitation of the Bureau, X (C) spoke on the membership": the Bureau is not what is told of.
        if self.pieces[at..consists]
            .iter()
            .any(|(piece, _)| matches!(piece, Piece::Person(_) | Piece::State(_)))
        {
            return at + 1;
        }
        let small = |at: &usize| {
            matches!(self.pieces[*at].0, Piece::Other | Piece::Article | Piece::By | Piece::Colon | Piece::As)
        };
        let names = consists + (consists..self.to.min(consists + 8)).take_while(small).count();
        let mut holders: Vec<&Holder> = Vec::new();
        for at in names..self.to {
            match &self.pieces[at].0 {
                Piece::Person(holder) if holder.is_certain() => holders.push(holder),
                Piece::State(holder) if holders.iter().all(|holder| holder.is_state) => holders.push(holder),
                Piece::Comma | Piece::And | Piece::Article | Piece::Semicolon => {}
                // With offices among the names each has its own.
                Piece::Office(..) => return at,
                _ => break,
            }
        }
        self.give(&holders, &[SaidOffice::unnamed(Office::BureauMember)], "listed", "bureau-of");
        at + 1
    }
}

/// Whether this token tells of what something consists.
pub(super) fn consists(passage: &Passage<'_>, token: usize) -> bool {
    passage.is_any(token, CONSISTS)
}

/// Whether a text that ends in a colon opens a list of the Bureau's members: it says that they were elected
/// to it, or of whom it consists.
pub(super) fn opens(passage: &Passage<'_>, pieces: &[Placed]) -> bool {
    let word = |at: usize, words: &[&str]| passage.is_any(pieces[at].1, words);
    let Some(bureau) = (0..pieces.len()).find(|at| word(*at, &["bureau"])) else { return false };
    let elected = pieces[..bureau].iter().any(|(piece, _)| matches!(piece, Piece::Elect(_)));
    let passive = (bureau + 1..pieces.len().min(bureau + NEAR))
        .any(|at| matches!(pieces[at].0, Piece::Elect(_)) && pieces[at - 1].0 == Piece::Be);
    let to_be = pieces[bureau..].windows(3).any(|three| {
        three[0].0 == Piece::Be
            && passage.is_any(three[1].1, &["as"])
            && passage.is_any(three[2].1, &["follows"])
    });
    elected || passive || to_be || (0..pieces.len()).any(|at| word(at, CONSISTS))
}
