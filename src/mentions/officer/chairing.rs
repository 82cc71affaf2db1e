//! Who sat in the chair: "was chaired by X (C)", "under the chairmanship of X (C)", "X (C) chaired
//! the meeting".

use super::body;
use super::grant::SaidOffice;
use super::piece::{Holder, Piece};
use super::reading::{REACH, Reading};
use crate::terms::english::institution::BODIES;
use crate::terms::office::Office;

const RULE: &str = "chaired-by";

impl<'a> Reading<'a> {
    /// "was chaired by [the Director of the Institute,] X (C)", "under the chairmanship of X (C)".
    pub(super) fn chaired(&mut self, verb: usize, act: &'static str) -> usize {
        let token = self.pieces[verb].1;
        let kerned = token >= 2 && self.passage.is_dash(token - 1) && self.passage.is_any(token - 2, &["co"]);
        let act = if kerned { "co-chaired" } else { act };
        let mut office = SaidOffice::unnamed(match act {
            "presided" => Office::President,
            "co-chaired" => Office::CoChair,
            "facilitated" => Office::Facilitator,
            "co-facilitated" => Office::CoFacilitator,
            _ => Office::Chair,
        });
        let led = self.passage.is_any(token, &["leadership"]);
        let noun = led || self.passage.is_any(token, &["chairmanship", "chairpersonship", "presidency"]);
        let by = self.by_after(verb);
        if noun || by.is_some() {
            let end = if noun { token.saturating_sub(2) } else { token };
            office.subject = body::subject(self.passage, end);
        }
        let (mut holders, mut next) = if noun {
            if !self.passage.is(token + 1, "of") || !self.is_shortly_before(verb, 3, &Piece::By) {
                return verb + 1;
            }
            // One leads much besides a meeting: here the body must be told, and the person right after.
            let person = matches!(self.piece(verb + 2), Some(Piece::Person(holder)) if holder.is_certain());
            if led && (office.subject.is_none() || !person) {
                return verb + 1;
            }
            self.chairs_from(verb + 2, noun)
        } else if let Some(by) = by {
            self.chairs_from(by + 1, noun)
        } else if self.is_passive(verb) {
            return verb + 1;
        } else if let Some((said, colon)) = self.office_and_colon(verb) {
            office = said;
            let names = self.pieces[colon..self.to].iter().filter_map(|(piece, _)| match piece {
                Piece::Person(holder) if holder.is_certain() => Some(holder),
                _ => None,
            });
            (names.collect(), self.to)
        } else {
            // "X (C) chaired the meeting"; an honorific is enough where a body was chaired.
            let object = |words: &[&str]| (token + 1..token + 7).any(|at| self.passage.is_any(at, words));
            let delegation = object(&["delegation", "mission", "company"]);
            let body = object(BODIES) && !delegation;
            let mut holders = self.holders_with_country_before(verb);
            holders.retain(|_| !delegation);
            if holders.is_empty() && body {
                holders = self.certain_holders_before(verb);
                holders.retain(|holder| holder.post.is_none());
            }
            (holders, verb + 1)
        };
        // "… and Main Committee III by Y (D)"
        while !holders.is_empty() {
            self.give(&holders, &[office], act, RULE);
            let Some(by) = self.further_by(next) else { break };
            office.subject = body::subject(self.passage, self.pieces[by].1);
            (holders, next) = self.chairs_from(by + 1, noun);
        }
        next
    }

    /// The "by" before which another body is named after "and".
    fn further_by(&self, from: usize) -> Option<usize> {
        let and = from.checked_sub(1).filter(|at| self.pieces[*at].0 == Piece::And);
        let first = and.unwrap_or(from);
        let joined = matches!(self.piece(first), Some(Piece::And | Piece::Semicolon | Piece::Comma));
        let by = (first + 1..self.to.min(first + 9)).find(|at| self.pieces[*at].0 == Piece::By)?;
        let plain = (first + 1..by)
            .all(|at| matches!(self.pieces[at].0, Piece::Other | Piece::Article | Piece::And | Piece::Be));
        let named = matches!(self.piece(by + 1), Some(Piece::Person(holder)) if holder.is_certain());
        (joined && plain && named).then_some(by)
    }

    /// "Two Coordinators chaired the groups: X of C on the first and Y of D on the second".
    fn office_and_colon(&self, verb: usize) -> Option<(SaidOffice, usize)> {
        let Piece::Office(office, token) = self.pieces[verb.checked_sub(1)?].0 else { return None };
        let colon = (verb + 1..self.to.min(verb + REACH)).find(|at| self.is_colon(*at))?;
        Some((SaidOffice::named(office, token), colon))
    }

    /// The "by" of "presided over by", "chaired jointly by".
    fn by_after(&self, verb: usize) -> Option<usize> {
        let last = self.to.min(verb + 4);
        (verb + 1..last).find(|at| self.pieces[*at].0 == Piece::By)
    }

    /// The persons or States from `start` on, and the piece after them.
    fn chairs_from(&self, start: usize, noun: bool) -> (Vec<&'a Holder>, usize) {
        let mut holders: Vec<&Holder> = Vec::new();
        let mut others = 0;
        let mut at = start;
        while at < self.to {
            match &self.pieces[at].0 {
                Piece::Person(holder) => {
                    if !self.is_further_chair(&holders, at, holder, noun) {
                        break;
                    }
                    holders.push(holder);
                    others = 0;
                }
                Piece::State(_) if self.is_appositive(at) => others += 1,
                Piece::State(holder) => {
                    if others > 0 || !self.continues_list(at) || holders.iter().any(|holder| !holder.is_state)
                    {
                        break;
                    }
                    holders.push(holder);
                }
                Piece::Comma | Piece::And | Piece::Article => {}
                // A title stands before the name, never after the list.
                Piece::Other | Piece::Office(..) if holders.is_empty() && others < REACH => others += 1,
                _ => break,
            }
            at += 1;
        }
        (holders, at)
    }

    /// After the first, only names as certain as it go on: others speak of something else.
    fn is_further_chair(&self, before: &[&Holder], at: usize, holder: &Holder, noun: bool) -> bool {
        let joint = &self.pieces[at - 1].0;
        let direct = noun
            || holder.is_certain()
            || matches!(joint, Piece::By | Piece::Comma | Piece::And | Piece::Office(..));
        let Some(first) = before.first() else { return direct };
        let as_certain = holder.is_certain() || !first.is_certain() && *joint == Piece::And;
        direct && as_certain && self.continues_list(at)
    }
}
