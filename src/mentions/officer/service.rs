//! Who holds an office, however they came by it: "X (C) served as Vice-Chair", "X (C) replaced Y (D)
//! as Chair", "The Chair was X (C)".

use super::body;
use super::grant::SaidOffice;
use super::piece::{Holder, Piece};
use super::reading::Reading;
use crate::terms::office::Office;

impl<'a> Reading<'a> {
    /// "X (C) served as Vice-Chair [and Y (D) as Rapporteur]".
    pub(super) fn served(&mut self, verb: usize) -> usize {
        if self.piece(verb + 1) != Some(&Piece::As) {
            return verb + 1;
        }
        // "continued to serve", "agreed to serve", "was acting"
        let mut end = verb;
        while end > self.from && matches!(self.pieces[end - 1].0, Piece::Other | Piece::Be) && verb - end < 4
        {
            end -= 1;
        }
        let mut holders = self.certain_holders_before(end);
        let mut at = verb + 1;
        while at < self.to {
            match &self.pieces[at].0 {
                Piece::Office(..) => {
                    let (offices, next) = self.offices_at(at);
                    self.give(&holders, &offices, "served", "served-as");
                    holders.clear();
                    at = next;
                    continue;
                }
                Piece::Person(holder) if holder.is_certain() => holders.push(holder),
                // "The following served as Vice-Chairs: X (C) and Y (D)"
                Piece::Colon if holders.is_empty() && self.is_office(at - 1) => {
                    let (offices, _) = self.offices_at(at - 1);
                    return self.labelled(&offices, at);
                }
                Piece::As | Piece::And | Piece::Comma | Piece::Article => {}
                Piece::Other if at < verb + 6 || !holders.is_empty() => {}
                _ => break,
            }
            at += 1;
        }
        at.max(verb + 1)
    }

    /// "X (C) continued as Chair", "with X (C) as Chair", "X (C) and Y (D) as Vice-Chairs".
    pub(super) fn as_office(&mut self, at: usize) -> usize {
        let after = at + 1 + usize::from(self.piece(at + 1) == Some(&Piece::Article));
        if after >= self.to || !self.is_office(after) || !self.passage.is_any(self.pieces[at].1, &["as"]) {
            return at + 1;
        }
        let continued =
            at > self.from && self.passage.is_any(self.pieces[at - 1].1, &["continued", "remained"]);
        let (offices, next) = self.offices_at(after);
        if self.opens_with_capacity(at) {
            let token = self.pieces[after].1;
            if let (true, Some(holder)) = (
                body::is_own(self.passage, token) || self.piece(next) == Some(&Piece::Comma),
                self.subject_after(next),
            ) {
                self.give(&[holder], &offices, "named", "as-office");
            }
            return next;
        }
        if let Some(end) = self.in_capacity(at) {
            // "Ms. X, in her capacity as Chair": of this body, not of a group of States.
            let token = self.pieces[after].1;
            let own = body::is_own(self.passage, token) || !self.passage.is(token + 1, "of");
            if own {
                let holders = self.certain_holders_before(end);
                self.give(&holders, &offices, "named", "as-office");
            }
            return next;
        }
        let resigned = at > self.from && self.passage.is_any(self.pieces[at - 1].1, &["resigned", "retired"]);
        let stepped_down = at > self.from + 1
            && self.passage.is_any(self.pieces[at - 1].1, &["down"])
            && self.passage.is_any(self.pieces[at - 2].1, &["stepped", "stepping"]);
        let before = at - usize::from(continued || resigned) - 2 * usize::from(stepped_down);
        let holders = if body::is_own(self.passage, self.pieces[after].1) {
            self.certain_holders_before(
                before - usize::from(before > self.from && self.pieces[before - 1].0 == Piece::Comma),
            )
        } else {
            self.holders_with_country_before(before)
        };
        let leaving =
            holders.first().is_some_and(|holder| self.is_leaving(self.passage.token_from(holder.start)));
        self.give(
            &holders,
            &offices,
            if leaving || resigned || stepped_down { "left" } else { "named" },
            "as-office",
        );
        next
    }

    /// "In her capacity as Chair, …" at the start of a sentence, where `at` is "as".
    fn opens_with_capacity(&self, at: usize) -> bool {
        let said = |at: usize, words: &[&str]| self.passage.is_any(self.pieces[at].1, words);
        at == self.from + 3
            && said(self.from, &["in"])
            && said(self.from + 1, &["his", "her"])
            && said(self.from + 2, &["capacity", "role"])
    }

    /// The person after the comma that ends an opening phrase.
    fn subject_after(&self, next: usize) -> Option<&'a Holder> {
        let words = |at: &usize| matches!(self.pieces[*at].0, Piece::Other | Piece::Article | Piece::And);
        let comma = next + (next..self.to.min(next + 10)).take_while(words).count();
        match (self.piece(comma)?, self.piece(comma + 1)?) {
            (Piece::Comma, Piece::Person(holder)) if holder.is_certain() => Some(holder),
            _ => None,
        }
    }

    /// The piece before "in her capacity as", where `at` is "as": a comma there belongs to it.
    fn in_capacity(&self, at: usize) -> Option<usize> {
        let start = at.checked_sub(3).filter(|start| *start > self.from)?;
        let said = |at: usize, words: &[&str]| self.passage.is_any(self.pieces[at].1, words);
        let is = said(start, &["in"])
            && said(start + 1, &["his", "her", "their", "its"])
            && said(start + 2, &["capacity", "role", "function"]);
        let acting = start - usize::from(said(start - 1, &["acting", "speaking"]));
        let comma = usize::from(acting > self.from && self.pieces[acting - 1].0 == Piece::Comma);
        is.then_some(acting - comma)
    }

    /// "… took the chair", "with X (C) in the chair": whoever sits there chairs.
    pub(super) fn in_the_chair(&mut self, at: usize) -> bool {
        let token = self.pieces[at].1;
        if !self.passage.is(token, "chair") && !self.passage.is(token, "Chair") || token < 2 {
            return false;
        }
        let seat = self.passage.is(token - 1, "the")
            && self.passage.is_any(token - 2, &["in", "took", "takes", "occupied", "assumed", "resumed"]);
        if seat && self.is_colon(at + 1) {
            self.labelled(&[SaidOffice::unnamed(Office::Chair)], at + 1);
            return true;
        }
        if !seat || at < self.from + 2 {
            return false;
        }
        let mut end = at - 2;
        while end > self.from
            && self.passage.is_any(self.pieces[end - 1].1, &["then", "again", "subsequently", "was", "being"])
        {
            end -= 1;
        }
        let holders = self.certain_holders_before(end);
        self.give(&holders, &[SaidOffice::unnamed(Office::Chair)], "chaired", "in-the-chair");
        true
    }

    /// "Presiding: Mr. X (C)"
    pub(super) fn presiding(&mut self, at: usize) -> usize {
        let label =
            self.passage.is_any(self.pieces[at].1, &["presiding", "chairing"]) && self.is_colon(at + 1);
        if label {
            return self.labelled(&[SaidOffice::unnamed(Office::Chair)], at + 1);
        }
        at + 1
    }

    /// "X (C) replaced Y (D) as Chair": the first holds it now.
    pub(super) fn replaced(&mut self, verb: usize) -> usize {
        let office_at = (verb + 1..self.to.min(verb + 8))
            .find(|at| self.pieces[*at].0 == Piece::As)
            .and_then(|at| (at..self.to.min(at + 6)).find(|at| self.is_office(*at)));
        let by = self.piece(verb + 1) == Some(&Piece::By);
        let other = (verb + 1..self.to.min(verb + 6)).find_map(|at| match &self.pieces[at].0 {
            Piece::Person(holder) if holder.is_certain() => Some(holder),
            _ => None,
        });
        let Some(office_at) = office_at else {
            // "co-chaired by X (C), later replaced by Y (D)": Y in the same office.
            if let (true, Some(holder)) = (by, other) {
                self.succeed(holder, verb);
            }
            return verb + 1;
        };
        let be = self.last_be(verb.saturating_sub(3).max(self.from), verb);
        let holders = self.certain_holders_before(be);
        let (offices, next) = self.offices_at(office_at);
        let (now, past): (Vec<&Holder>, Vec<&Holder>) =
            if by { (other.into_iter().collect(), holders) } else { (holders, other.into_iter().collect()) };
        self.give(&now, &offices, "replaced", "replaced-as");
        if !now.is_empty() {
            self.give(&past, &offices, "left", "replaced-as");
        }
        next
    }

    /// "X (C) would be Chair", "The Chair of the Committee was X (C)".
    pub(super) fn was(&mut self, be: usize) -> usize {
        let next = be + 1;
        if matches!(self.piece(next), Some(Piece::Elect(_) | Piece::Chair(_))) {
            return next;
        }
        // "The members of the Bureau are: X (C) and Y (D)"
        if self.is_colon(next) && be > self.from && self.is_office(be - 1) {
            let (offices, _) = self.offices_at(be - 1);
            return self.labelled(&offices, next);
        }
        let after = next + usize::from(self.piece(next) == Some(&Piece::Article));
        if after < self.to && self.is_office(after) {
            let holders = self.holders_with_country_before(be);
            let (offices, next) = self.offices_at(after);
            self.give(&holders, &offices, "named", "office-was");
            return next;
        }
        let office = (self.from..be).rev().take(8).find_map(|at| match self.pieces[at].0 {
            Piece::Office(office, token) => Some(SaidOffice::named(office, token)),
            _ => None,
        });
        if let (Some(office), Some(Piece::Person(holder))) = (office, self.piece(next))
            && holder.country.is_some()
        {
            self.give(&[holder], &[office], "named", "office-was");
            let mut at = next + 1;
            // "Serving as Vice-Chairs were X (C) and Y (D)"
            while let Some(Piece::And | Piece::Comma) = self.piece(at)
                && let Some(Piece::Person(holder)) = self.piece(at + 1)
                && holder.country.is_some()
                && !self
                    .passage
                    .is_any(self.pieces.get(at + 2).map_or(usize::MAX, |piece| piece.1), &["was", "were"])
            {
                self.give(&[holder], &[office], "named", "office-was");
                at += 2;
            }
            return at;
        }
        next
    }
}
