//! Elections: "elected X (C) as Chair, Y (D) and Z (E) as Vice-Chairs", "X (C) was elected Chair",
//! "elected three Vice-Chairs: X (C), …", "The following Vice-Presidents were elected: …".

use super::body;
use super::grant::SaidOffice;
use super::piece::{Holder, Piece};
use super::reading::{REACH, Reading};
use crate::terms::office::Office;

const RULE: &str = "elected-as";

/// What an election has named and not yet put together.
struct Roll<'a> {
    verb: usize,
    act: &'static str,
    /// Those whose office is still to come, or is `offices`.
    pending: Vec<&'a Holder>,
    /// The office that was said before its holders.
    offices: Vec<SaidOffice>,
    /// Who elects, where it is a body.
    subject: Option<(usize, usize)>,
}

impl<'a> Reading<'a> {
    /// Reads on from the verb to the next, or until the words speak of something else.
    pub(super) fn elected(&mut self, verb: usize, act: &'static str) -> usize {
        let mut roll = self.roll_before(verb, act);
        let mut at = verb + 1;
        let mut others = 0;
        let mut instead = false;
        // Those who held before what the elected hold now.
        let mut left: Vec<&Holder> = Vec::new();
        while at < self.to {
            match &self.pieces[at].0 {
                // "to replace Y (D)": he held it before.
                Piece::Person(holder) if instead || self.is_of_term(at) => {
                    instead = false;
                    if holder.is_certain() {
                        left.push(holder);
                    }
                }
                Piece::Instead => instead = true,
                Piece::Person(holder) => {
                    self.enrol(&mut roll, at, holder);
                    others = 0;
                }
                Piece::State(holder)
                    if self.is_joined(at) && !self.is_appositive(at) && self.continues_list(at) =>
                {
                    roll.pending.push(holder);
                    others = 0;
                }
                Piece::Office(..) => {
                    at = self.assign(&mut roll, at);
                    others = 0;
                    continue;
                }
                // "elected X (C) to serve as Chair"
                Piece::Serve if self.passage.is_any(self.pieces[at].1.saturating_sub(1), &["to"]) => {}
                // "appointed X (C) and Y (D) to co-facilitate the consultations"
                Piece::Other if !roll.pending.is_empty() && self.to_do(at).is_some() => {
                    let office = self.to_do(at).into_iter().collect::<Vec<_>>();
                    self.give(&roll.pending, &office, roll.act, RULE);
                    roll.pending.clear();
                    others = 0;
                }
                // Another verb takes over.
                Piece::Elect(_) | Piece::Chair(_) | Piece::Serve | Piece::Replace => break,
                Piece::Other | Piece::Be => {
                    others += 1;
                    if others > REACH {
                        break;
                    }
                }
                Piece::Semicolon => others = 0,
                _ => {}
            }
            at += 1;
        }
        self.close(roll, at);
        if !left.is_empty() {
            self.inherit(&left, at, "left");
        }
        at.max(verb + 1)
    }

    /// "for the remainder of the term of X": who held the office before.
    fn is_of_term(&self, at: usize) -> bool {
        let token = self.pieces[at].1;
        token >= 2
            && self.passage.is(token - 1, "of")
            && self.passage.is_any(token - 2, &["term", "mandate", "resignation", "departure"])
    }

    /// The office of those who are "to chair", "to facilitate".
    fn to_do(&self, at: usize) -> Option<SaidOffice> {
        let token = self.pieces[at].1;
        if !self.passage.is_any(token.checked_sub(1)?, &["to"]) {
            return None;
        }
        let doing = |words: &[&str]| self.passage.is_any(token, words);
        let office = if doing(&["facilitate"]) {
            Office::Facilitator
        } else if doing(&["co-facilitate"]) {
            Office::CoFacilitator
        } else if doing(&["co-chair"]) {
            Office::CoChair
        } else if doing(&["coordinate"]) {
            Office::Coordinator
        } else {
            return None;
        };
        Some(SaidOffice::unnamed(office))
    }

    /// In the passive voice holders or their office stand before the verb.
    fn roll_before(&self, verb: usize, act: &'static str) -> Roll<'a> {
        let mut roll = Roll { verb, act, pending: Vec::new(), offices: Vec::new(), subject: None };
        let be = self.last_be(verb.saturating_sub(4).max(self.from), verb);
        if be < verb {
            roll.pending = self.holders_between(self.from, be);
            if roll.pending.is_empty() {
                roll.offices = self.offices_before(be);
            }
        } else if matches!(act, "elected" | "re-elected") {
            roll.subject = body::subject(self.passage, self.pieces[verb].1);
        }
        roll
    }

    /// Takes up a person, if it stands where the elected stand.
    fn enrol(&mut self, roll: &mut Roll<'a>, at: usize, holder: &'a Holder) {
        // Without a country a name counts only where the office is said of it.
        if !(holder.is_certain() || self.is_joined(at)) {
            return;
        }
        if roll.pending.is_empty() || self.continues_list(at) {
            roll.pending.push(holder);
        } else if holder.is_certain() {
            if !roll.offices.is_empty() {
                self.give(&roll.pending, &roll.offices, roll.act, RULE);
                roll.pending.clear();
            }
            roll.pending.push(holder);
        }
    }

    /// An office: of those before it, or of those that come. Returns the piece after it.
    fn assign(&mut self, roll: &mut Roll<'a>, at: usize) -> usize {
        let (mut offices, next) = self.offices_at(at);
        for office in &mut offices {
            office.subject = roll.subject;
        }
        let of_those_before =
            !roll.pending.is_empty() && (roll.offices.is_empty() || self.is_told(at, roll.verb));
        if of_those_before {
            // "Vice-Chairs: A, B and C, and D as Rapporteur": only the last is Rapporteur.
            let own = if roll.offices.is_empty() { 0 } else { last_group(&roll.pending) };
            self.give(&roll.pending[..own], &roll.offices, roll.act, RULE);
            self.give(&roll.pending[own..], &offices, roll.act, RULE);
            roll.offices.clear();
        } else {
            self.give(&roll.pending, &roll.offices, roll.act, RULE);
            roll.offices = offices;
        }
        roll.pending.clear();
        next
    }

    /// Gives the last office to those who wait for it.
    fn close(&mut self, mut roll: Roll<'a>, end: usize) {
        if end < self.to && matches!(self.pieces[end].0, Piece::Elect(_)) && self.is_passive(end) {
            // The names right before the next "was elected" are its own.
            let own = self.holders_between(roll.verb + 1, self.last_be(roll.verb, end));
            roll.pending.retain(|holder| !own.contains(holder));
        }
        if roll.offices.is_empty() && !roll.pending.is_empty() {
            // "X (C) had resigned as Vice-Chair; Y (D) was elected in her stead."
            let left = self
                .last_officer(roll.verb)
                .filter(|before| before.attributes.get("act").is_some_and(|act| act == "left"));
            let stead = (roll.verb..end.min(roll.verb + 8))
                .any(|at| self.passage.is_any(self.pieces[at].1, &["stead", "place", "replacement"]));
            if left.is_some() && stead {
                self.inherit(&roll.pending, roll.verb, roll.act);
            }
            return;
        }
        self.give(&roll.pending, &roll.offices, roll.act, RULE);
    }
}

/// Where the last of the holders begin that an office said after them belongs to: a person after
/// States, or the last of several alike.
fn last_group(holders: &[&Holder]) -> usize {
    let last = holders.len().saturating_sub(1);
    let states = holders.last().is_some_and(|holder| holder.is_state);
    let other = holders.iter().rposition(|holder| holder.is_state != states);
    other.map_or(last, |at| at + 1)
}
