//! Which offices a sentence speaks of at a place, and of whom it says them.

use super::grant::SaidOffice;
use super::piece::Piece;
use super::reading::{REACH, Reading};

impl Reading<'_> {
    /// An office and those joined to it: "Chair and Vice-Chair", "Vice-Chair-cum-Rapporteur"; and
    /// the piece after them.
    pub(super) fn offices_at(&self, at: usize) -> (Vec<SaidOffice>, usize) {
        let mut offices = Vec::new();
        let mut next = at;
        while next < self.to {
            let Piece::Office(office, token) = self.pieces[next].0 else { break };
            offices.push(SaidOffice::named(office, token));
            next += 1;
            let article = usize::from(self.piece(next + 1) == Some(&Piece::Article));
            // "as Vice-Chair and Rapporteur" is joined; "Chair and two Vice-Chairs" is a new group.
            if self.piece(next) == Some(&Piece::And) && self.is_office(next + 1 + article) {
                next += 1 + article;
            } else if self.piece(next) == Some(&Piece::Comma)
                && self.is_office(next + 1)
                && !self.is_colon(next + 2)
                && self.goes_one_by_one(next)
            {
                next += 1;
            } else {
                break;
            }
        }
        (offices, next)
    }

    /// "The following [ex officio] Vice-Presidents were elected".
    pub(super) fn offices_before(&self, be: usize) -> Vec<SaidOffice> {
        let mut offices = Vec::new();
        for at in (self.from..be).rev().take(4) {
            match self.pieces[at].0 {
                Piece::Office(office, token) => offices.push((office, token)),
                Piece::And => {}
                _ => break,
            }
        }
        let listed = offices.last().is_some_and(|(_, token)| {
            (token.saturating_sub(5)..*token).any(|at| self.passage.is_any(at, &["following"]))
        });
        if !listed {
            return Vec::new();
        }
        let said = offices.into_iter().rev();
        said.map(|(office, token)| SaidOffice::named(office, token)).collect()
    }

    /// "(Chair)", "(Vice-Chairs)"
    pub(super) fn is_in_parentheses(&self, at: usize) -> bool {
        let Some((Piece::Office(..), token)) = self.pieces.get(at) else { return false };
        let close = self.pieces.get(at + 1).is_some_and(|(_, token)| self.passage.is_mark(*token, ')'));
        let opens = |token: usize| token > 0 && self.passage.is_mark(token - 1, '(');
        (opens(*token) || at > 0 && self.pieces[at - 1].0 == Piece::Article && opens(self.pieces[at - 1].1))
            && close
    }

    /// Whether "respectively" ends the list of offices that goes on here.
    fn goes_one_by_one(&self, at: usize) -> bool {
        self.pieces[at..self.to.min(at + REACH)]
            .iter()
            .any(|(_, token)| self.passage.is_any(*token, &["respectively"]))
    }

    /// Whether "as" or a comma right before makes the office that of the persons named before.
    pub(super) fn is_told(&self, at: usize, verb: usize) -> bool {
        if self.is_in_parentheses(at) {
            return true;
        }
        for step in (verb + 1..at).rev().take(7) {
            match self.pieces[step].0 {
                Piece::As | Piece::Be | Piece::Serve => return true,
                Piece::Other | Piece::Article => {}
                // "X (C), Chairman; Y (D), Vice-Chairman" but not "Chair: X (C), Vice-Chair: Y (D)".
                Piece::Comma => return !self.is_colon(at + 1) && self.names_no_one_next(at),
                Piece::Person(_) => return !self.is_colon(at + 1),
                _ => return false,
            }
        }
        false
    }

    /// After "X (C), Vice-Chair" a semicolon, a full stop or "and" follows, not a name.
    fn names_no_one_next(&self, at: usize) -> bool {
        match self.piece(at + 1) {
            Some(Piece::Person(_) | Piece::Colon) => false,
            Some(Piece::Comma) => {
                let named = matches!(self.piece(at + 2), Some(Piece::Person(holder)) if holder.is_certain());
                let goes_on = matches!(self.piece(at + 3), Some(Piece::Comma | Piece::And));
                !(named && goes_on) || (at + 3..at + 6).any(|at| self.is_office(at))
            }
            _ => true,
        }
    }
}
