//! Which persons and States a sentence lists at a place.

use super::piece::{Holder, Piece};
use super::reading::{REACH, Reading};

impl<'a> Reading<'a> {
    /// A name or State that stands where a holder can stand.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match self.pieces[before].0 {
            Piece::Comma
            | Piece::And
            | Piece::Colon
            | Piece::Semicolon
            | Piece::Elect(_)
            | Piece::Office(..)
            | Piece::Person(_)
            | Piece::State(_)
            | Piece::By
            | Piece::Chair(_) => true,
            Piece::Article => before > 0 && self.is_joined(before),
            _ => false,
        }
    }

    /// "…, Foreign Minister of Fiji": the State belongs to what a person is besides.
    pub(super) fn is_appositive(&self, at: usize) -> bool {
        let token = self.pieces[at].1;
        (token.saturating_sub(2)..token).any(|at| self.passage.is_any(at, &["of", "from"]))
    }

    /// "The representatives of Fiji, Kenya and Peru were elected": all of them.
    fn is_of_representatives(&self, at: usize) -> bool {
        let token = self.pieces[at].1;
        (token.saturating_sub(3)..token).any(|at| self.passage.is_any(at, &["representatives"]))
    }

    /// Whether a list of holders goes on here: only joints stand between it and the one before.
    pub(super) fn continues_list(&self, at: usize) -> bool {
        for (piece, token) in self.pieces[..at].iter().rev() {
            match piece {
                Piece::Comma | Piece::And | Piece::Article | Piece::Person(_) | Piece::State(_) => {}
                // "Fiji (Chair), Kenya"
                Piece::Other if self.passage.is_mark(*token, ')') => return true,
                Piece::Elect(_) | Piece::Colon | Piece::Office(..) | Piece::By | Piece::Semicolon => {
                    return true;
                }
                _ => return false,
            }
        }
        true
    }

    /// The list of holders that ends right before `end` and begins at `from` or after it.
    pub(super) fn holders_between(&self, from: usize, end: usize) -> Vec<&'a Holder> {
        let mut holders: Vec<&Holder> = Vec::new();
        let mut at = end;
        let mut want = true;
        let mut joined = false;
        while at > from {
            at -= 1;
            match &self.pieces[at].0 {
                // "the representative of Fiji was elected": no State was.
                Piece::State(_) if want && self.is_appositive(at) && !self.is_of_representatives(at) => break,
                Piece::Person(holder) | Piece::State(holder) if want => {
                    holders.push(holder);
                    want = false;
                    if !holder.is_certain() && !holder.is_state {
                        at = self.title_before(from, at);
                    }
                }
                Piece::Comma => want = true,
                Piece::And if !want => {
                    want = true;
                    joined = true;
                }
                Piece::Article if want && !holders.is_empty() => {}
                Piece::Other if holders.is_empty() && self.is_auxiliary(at) => {}
                _ => break,
            }
        }
        // "the outgoing Chair, X (C), Y (D) was elected": without an "and" it is no list.
        if !joined {
            holders.truncate(1);
        }
        holders.reverse();
        holders
    }

    /// The same, as far as honorific or country show that these are persons.
    pub(super) fn certain_holders_before(&self, end: usize) -> Vec<&'a Holder> {
        let mut holders = self.holders_between(self.from, end);
        holders.retain(|holder| holder.is_certain());
        holders
    }

    /// The same, as far as a country is given with the name.
    pub(super) fn holders_with_country_before(&self, end: usize) -> Vec<&'a Holder> {
        let mut holders = self.holders_between(self.from, end);
        holders.retain(|holder| holder.country.is_some());
        holders
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        self.passage.is_any(self.pieces[at].1, &["would", "will", "has", "have", "had", "shall", "also"])
    }

    /// "the President of Fiji, Jane Doe": from the name back to the title's article.
    fn title_before(&self, from: usize, name: usize) -> usize {
        if name == from || self.pieces[name - 1].0 != Piece::Comma {
            return name;
        }
        for at in (from..name - 1).rev().take(REACH) {
            match self.pieces[at].0 {
                Piece::Article => return at,
                Piece::Other | Piece::State(_) | Piece::Office(..) => {}
                _ => return name,
            }
        }
        name
    }
}
