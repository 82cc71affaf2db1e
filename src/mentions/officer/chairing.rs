//! Who sat in the chair: "was chaired by X (C)", "under the chairmanship of X (C)", "X (C) chaired
//! the meeting".

use super::grant::SaidOffice;
use super::piece::{Holder, Piece};
use super::reading::{REACH, Reading};
use crate::terms::office::Office;

impl<'a> Reading<'a> {
    /// "was chaired by [the Director of the Institute,] X (C)", "under the chairmanship of X (C)".
    pub(super) fn chaired(&mut self, verb: usize, act: &'static str) -> usize {
        let token = self.pieces[verb].1;
        let kerned = token >= 2 && self.passage.is_dash(token - 1) && self.passage.is_any(token - 2, &["co"]);
        let act = if kerned { "co-chaired" } else { act };
        let office = [SaidOffice::unnamed(match act {
            "presided" => Office::President,
            "co-chaired" => Office::CoChair,
            "co-facilitated" => Office::CoFacilitator,
            _ => Office::Chair,
        })];
        let noun = self.passage.is_any(token, &["chairmanship", "chairpersonship", "presidency"]);
        let (holders, next) = if noun {
            if !self.passage.is(token + 1, "of") || !self.is_shortly_before(verb, 3, &Piece::By) {
                return verb + 1;
            }
            self.chairs_from(verb + 2, noun)
        } else if let Some(by) = self.by_after(verb) {
            self.chairs_from(by + 1, noun)
        } else if self.is_passive(verb) {
            return verb + 1;
        } else {
            // "X (C) chaired the meeting".
            (self.holders_with_country_before(verb), verb + 1)
        };
        for holder in holders {
            self.give(&[holder], &office, act, "chaired-by");
        }
        next
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
