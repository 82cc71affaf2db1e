//! Appositions: "the President of the Meeting, X (C)", "Chair X (C)", "X (C), Chair of the Group".

use super::body;
use super::grant::SaidOffice;
use super::piece::{Holder, Piece};
use super::reading::{REACH, Reading};
use crate::terms::office::Office;

const RULE: &str = "in-apposition";

impl<'a> Reading<'a> {
    /// Gives the offices at `at` to whom they stand beside. Returns the piece to read on from.
    pub(super) fn apposition(&mut self, at: usize, offices: &[SaidOffice], next: usize) -> usize {
        let Piece::Office(office, token) = self.pieces[at].0 else { return next };
        // These have others beside them who are no officers.
        if matches!(
            office,
            Office::Secretary | Office::SecretaryGeneral | Office::Coordinator | Office::Facilitator
        ) {
            return next;
        }
        if let Some(holder) = self.beside_before(at, next) {
            self.give(&[holder], offices, "named", RULE);
            return next;
        }
        let past = ["outgoing", "former", "previous", "past", "elect"];
        if token > 0 && self.passage.is_any(token - 1, &past) {
            return next;
        }
        self.beside_after(token, offices, next)
    }

    /// A person right before: "X (C), Chair of …".
    fn beside_before(&self, at: usize, next: usize) -> Option<&'a Holder> {
        let holder = match &self.pieces[self.from..at] {
            [.., (Piece::Person(holder), _), (Piece::Comma, _)]
            | [.., (Piece::Person(holder), _), (Piece::Comma, _), (Piece::Article, _)] => holder,
            _ => return None,
        };
        // Not the last of a list before another's office: "X (C), Vice-Chair Y (D)".
        let alone = !matches!(self.piece(next), Some(Piece::Person(_)));
        (alone && holder.country.is_some()).then_some(holder)
    }

    /// A person right after: "the Chair of the Working Group, X (C)", "Chair X (C)".
    fn beside_after(&mut self, office: usize, offices: &[SaidOffice], next: usize) -> usize {
        let own_body = body::is_own(self.passage, office);
        let between = |at: &usize| matches!(self.pieces[*at].0, Piece::Other | Piece::Article);
        let words = (next..self.to).take(REACH).take_while(between).count();
        let comma = self.piece(next + words) == Some(&Piece::Comma);
        // With words between, the office must be this body's.
        if words > 0 && !(own_body && comma) {
            return next;
        }
        let mut at = next + words + usize::from(comma);
        let mut read_to = next;
        while at < self.to {
            let Some(Piece::Person(holder)) = self.piece(at) else { break };
            // A bare name is believed only for an office of this body, said with its article.
            let bare = comma
                && own_body
                && words > 0
                && holder.name_start == holder.start
                && self.closes_apposition(at);
            // "the outgoing Chair, X (C), Y (D) was elected": X holds it no more, which the words before say.
            let acts_otherwise = matches!(self.piece(at + 1), Some(Piece::Elect(_)));
            if !(holder.country.is_some() || bare) || acts_otherwise {
                break;
            }
            self.give(&[holder], offices, "named", RULE);
            read_to = at;
            if self.piece(at + 1) != Some(&Piece::And) {
                break;
            }
            at += 2;
            read_to = at;
        }
        read_to
    }

    fn closes_apposition(&self, person: usize) -> bool {
        matches!(
            self.piece(person + 1),
            None | Some(Piece::Comma | Piece::Semicolon | Piece::Stop | Piece::And)
        )
    }
}
