//! Appositions: "the President of the Meeting, X (C)", "Chair X (C)", "X (C), Chair of the Group".

use super::body;
use super::grant::SaidOffice;
use super::piece::{Holder, Piece};
use super::reading::{REACH, Reading};
use crate::terms::english::number;
use crate::terms::english::office::{LEAVING, OPENING, PAST};
use crate::terms::office::Office;

const RULE: &str = "in-apposition";

impl<'a> Reading<'a> {
    /// Gives the offices at `at` to whom they stand beside. Returns the piece to read on from.
    pub(super) fn apposition(&mut self, at: usize, offices: &[SaidOffice], next: usize) -> usize {
        let Piece::Office(office, token) = self.pieces[at].0 else { return next };
        let own_body = body::is_own(self.passage, token);
        // These have others beside them who are no officers.
        let of_staff = matches!(
            office,
            Office::Secretary
                | Office::SecretaryGeneral
                | Office::Coordinator
                | Office::Facilitator
                | Office::FocalPoint
        );
        if of_staff && !own_body {
            return next;
        }
        if token > 0 && self.passage.is_any(token - 1, PAST) {
            return self.opened_by_outgoing(at, offices, next);
        }
        if let Some((holder, act)) = self.beside_before(at, next, own_body) {
            let mut holders = vec![holder];
            // "Ms. X and Mr. Y, Co-Chairs of the Working Group"
            if self.passage.word(token).last() == Some(&'s') {
                let end = (self.from..at).rev().find(|at| matches!(self.pieces[*at].0, Piece::Person(_)));
                holders = self.holders_between(self.from, end.map_or(at, |end| end + 1));
                holders.retain(|other| other.is_certain() && other.post.is_none());
                if !holders.contains(&holder) {
                    holders = vec![holder];
                }
            }
            self.give(&holders, offices, act, RULE);
            return next;
        }
        self.beside_after(at, offices, next, own_body)
    }

    /// "The outgoing Chair, X (C), opened the session": who presides counts, though they leave.
    fn opened_by_outgoing(&mut self, at: usize, offices: &[SaidOffice], next: usize) -> usize {
        let outgoing = self.passage.is_any(self.pieces[at].1 - 1, &["outgoing"]);
        if let (true, Some(Piece::Comma), Some(Piece::Person(holder)), Some(Piece::Comma)) =
            (outgoing, self.piece(next), self.piece(next + 1), self.piece(next + 2))
            && holder.is_certain()
            && self.pieces.get(next + 3).is_some_and(|(_, token)| body::presides(self.passage, *token))
        {
            self.give(&[holder], offices, "left", RULE);
            return next + 2;
        }
        next
    }

    /// A person right before: "X (C), Chair of …", "X (C), Second Vice-Chair".
    fn beside_before(&self, at: usize, next: usize, own_body: bool) -> Option<(&'a Holder, &'static str)> {
        let token = self.pieces[at].1;
        let ordinal = token.checked_sub(1).and_then(|before| number::ordinal(self.passage.word(before)));
        let end = at - usize::from(ordinal.is_some() && at > self.from);
        let (person, joint) = match &self.pieces[self.from..end] {
            [.., (Piece::Person(holder), person), (joint @ (Piece::Comma | Piece::And), _)]
            | [
                ..,
                (Piece::Person(holder), person),
                (joint @ (Piece::Comma | Piece::And), _),
                (Piece::Article, _),
            ] => ((holder, *person), joint),
            _ => return None,
        };
        let (holder, name) = person;
        // "X, Under-Secretary-General and Secretary-General of the Conference", but not "X (C) and Chair Y".
        if *joint == Piece::And && (holder.post.is_none() || !own_body) {
            return None;
        }
        // "(Signed) X, Chair of the Panel" is a signature.
        if name >= 2 && self.passage.is_mark(name - 1, ')') && self.passage.is_any(name - 2, &["signed"]) {
            return None;
        }
        // "the resignation of X (C), Vice-Chair"
        let act = if self.is_leaving(name) { "left" } else { "named" };
        // Not the last of a list before another's office: "X (C), Vice-Chair Y (D)".
        let alone = !matches!(self.piece(next), Some(Piece::Person(_)));
        // "Ms. X, Rapporteur, introduced the report", but not "Ms. X, Chair, Net Makers of Fiji".
        let goes_on = self.piece(next) == Some(&Piece::Comma)
            && self.pieces.get(next + 1).is_some_and(|(piece, token)| {
                matches!(piece, Piece::Other | Piece::Chair(_))
                    && self.passage.word(*token).first().is_some_and(|c| c.is_lowercase())
            });
        let titled = holder.name_start > holder.start && holder.post.is_none();
        let known = holder.country.is_some() || holder.is_certain() && own_body || titled && goes_on;
        (alone && known).then_some((holder, act))
    }

    /// "the resignation of X", "to replace X": whether the words before the token say that its holder goes.
    pub(super) fn is_leaving(&self, name: usize) -> bool {
        let taken_over = name >= 2 && self.passage.is(name - 1, "from") && self.passage.is(name - 2, "over");
        taken_over || (name.saturating_sub(3)..name).any(|at| self.passage.is_any(at, LEAVING))
    }

    /// A person right after: "the Chair of the Working Group, X (C)", "Chair X (C)".
    fn beside_after(&mut self, at: usize, offices: &[SaidOffice], next: usize, own_body: bool) -> usize {
        let Piece::Office(office, _) = self.pieces[at].0 else { return next };
        let between = |at: &usize| {
            matches!(self.pieces[*at].0, Piece::Other | Piece::Article | Piece::And)
                // "the Subsidiary Body for Nets"
                || self.pieces[*at].0 == Piece::As && self.passage.is_any(self.pieces[*at].1, &["for"])
        };
        let words = (next..self.to).take(REACH).take_while(between).count();
        let comma = self.piece(next + words) == Some(&Piece::Comma);
        // With words between, the office must be this body's.
        if words > 0 && !(own_body && comma) {
            return next;
        }
        let opening = self.is_in_opening(at);
        let plural = comma && self.passage.word(self.pieces[at].1).last() == Some(&'s');
        let article = at > self.from && self.pieces[at - 1].0 == Piece::Article;
        let mut at = next + words + usize::from(comma);
        let mut read_to = next;
        while at < self.to {
            let Some(Piece::Person(holder)) = self.piece(at) else { break };
            let titled = holder.name_start > holder.start;
            // "In the absence of the Chair, X (C) spoke": X is not the Chair.
            if opening && !self.is_closed_off(at) {
                break;
            }
            // A bare name is believed only for an office of this body, said with its article; one with
            // an honorific also for "the Chair".
            let presides = self.piece(at + 1) == Some(&Piece::Comma)
                && self.pieces.get(at + 2).is_some_and(|(_, token)| body::presides(self.passage, *token));
            let bare = comma
                && !titled
                && (own_body && words > 0 && self.closes_apposition(at) || words == 0 && article && presides);
            let addressed =
                comma && titled && self.closes_apposition(at) && (own_body || words == 0 && article);
            // "Co-Chair X opened the meeting"
            let called = !comma
                && words == 0
                && matches!(
                    office,
                    Office::Chair | Office::CoChair | Office::ViceChair | Office::CoFacilitator
                )
                && !article
                && !matches!(self.piece(at + 1), Some(Piece::Comma | Piece::And | Piece::Office(..)));
            // "the outgoing Chair, X (C), Y (D) was elected": X holds it no more, which the words before say.
            let acts_otherwise = matches!(self.piece(at + 1), Some(Piece::Elect(_)));
            if !(holder.country.is_some() && (holder.post.is_none() || own_body || !opening)
                || bare
                || addressed
                || called)
                || acts_otherwise
            {
                break;
            }
            self.give(&[holder], offices, "named", RULE);
            read_to = at;
            if self.piece(at + 1) != Some(&Piece::And) && !(plural && self.lists_on(at + 1)) {
                break;
            }
            at += 2;
            read_to = at;
        }
        read_to
    }

    /// Whether a comma here goes on with a list of persons that "and" ends: ", Y (D) and Z (E)".
    fn lists_on(&self, comma: usize) -> bool {
        let certain =
            |at: usize| matches!(self.piece(at), Some(Piece::Person(holder)) if holder.country.is_some());
        let mut at = comma;
        while at < comma + 2 * REACH && self.piece(at) == Some(&Piece::Comma) && certain(at + 1) {
            at += 2;
        }
        at > comma && self.piece(at) == Some(&Piece::And) && certain(at + 1)
    }

    /// Whether the office stands in the phrase of time or manner that opens the sentence.
    fn is_in_opening(&self, office: usize) -> bool {
        let first = self.pieces[self.from].1;
        let comma = self.pieces[self.from..office].iter().any(|(piece, _)| *piece == Piece::Comma);
        self.passage.is_any(first, OPENING) && !comma
    }

    /// Commas on both sides, and then the subject: "At the proposal of the Chair, X (C), the Panel agreed".
    fn is_closed_off(&self, person: usize) -> bool {
        self.piece(person + 1) == Some(&Piece::Comma)
            && !matches!(
                self.piece(person + 2),
                Some(Piece::Office(..) | Piece::Be | Piece::Elect(_) | Piece::Chair(_))
            )
            && !(self.piece(person + 2) == Some(&Piece::Article) && self.is_office(person + 3))
    }

    fn closes_apposition(&self, person: usize) -> bool {
        matches!(
            self.piece(person + 1),
            None | Some(Piece::Comma | Piece::Semicolon | Piece::Stop | Piece::And)
        )
    }
}
