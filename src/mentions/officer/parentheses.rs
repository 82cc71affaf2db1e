//! Parentheses: "X (C) (Chair)", "the Chair (Ms. X (C))".

use super::grant::SaidOffice;
use super::piece::Piece;
use super::reading::Reading;

const RULE: &str = "in-parentheses";

impl Reading<'_> {
    /// Whether "(" follows with a person in it.
    pub(super) fn opens_parentheses(&self, next: usize) -> bool {
        next + 1 < self.to
            && self.passage.is_mark(self.pieces[next].1, '(')
            && matches!(&self.pieces[next + 1].0, Piece::Person(holder) if holder.is_certain())
    }

    /// Gives the offices at `at` to whom the parentheses name. Returns the piece to read on from.
    pub(super) fn parenthesised(&mut self, at: usize, offices: &[SaidOffice], next: usize) -> usize {
        if !self.is_in_parentheses(at) {
            // "the Chair (Ms. X (C)) opened the meeting"
            let closed =
                self.pieces.get(next + 2).is_some_and(|(_, token)| self.passage.is_mark(*token, ')'));
            if closed && let Some(Piece::Person(holder)) = self.piece(next + 1) {
                self.give(&[holder], offices, "named", RULE);
            }
            return next + 1;
        }
        // "X (C) (Chair)"
        let article = usize::from(self.pieces[at - 1].0 == Piece::Article);
        let before = at.checked_sub(2 + article).filter(|before| *before >= self.from);
        if let Some(Piece::Person(holder)) = before.and_then(|before| self.piece(before))
            && holder.is_certain()
        {
            self.give(&[holder], offices, "named", RULE);
        }
        next
    }
}
