//! [`Scene`]: the sittings and the days of one sentence, and which days belong to which sitting.
//!
//! ```text
//! At the 1st meeting of its sixth session, on 11 December 2031, the Group …
//!        └ sitting ──┴ of ┘ ──────┘           └ days ┘ belong to the meeting
//! ```

use super::body::Bodies;
use super::dated::{Days, all_days};
use super::mood::{Mood, mood};
use super::named::{Sitting, sittings};
use super::referring::Referent;
use super::sentence::{Sentence, What};
use super::telling::How;
use crate::terms::english::event::{
    BETWEEN, CALLED, CANCELLED, HELD, HOLDING, MOVED, OPENING, PLANNED, POSTPONED, TO_COME,
};

/// No days stand farther from their sitting.
const FAR: usize = 26;

/// A sentence with its sittings and days.
pub struct Scene<'a> {
    /// The sentence.
    pub sentence: &'a Sentence<'a>,
    /// Sittings that stand together.
    pub groups: Vec<Vec<Sitting>>,
    /// Days that stand together.
    pub days: Vec<Days>,
    /// For each of the days the group of sittings that they belong to.
    pub owner: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    /// Reads a sentence of a `part` of the report; `last` is the session of which the text was speaking.
    pub fn of(sentence: &'a Sentence<'a>, bodies: &Bodies, part: &str, last: Option<&Referent>) -> Self {
        let groups = sittings(sentence, bodies, part, last);
        let days = all_days(sentence);
        let mut scene = Self { sentence, groups, owner: Vec::new(), days };
        scene.owner = (0..scene.days.len()).map(|at| scene.before(at)).collect();
        for at in 0..scene.days.len() {
            if scene.owner[at].is_none() && scene.leads(at) {
                scene.owner[at] = scene.after(at);
            }
        }
        scene
    }

    /// The group right before the days, with nothing between but places and such words.
    fn before(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let from = self.days[at].from;
        let mut left = from;
        while left > 0 && from - left < FAR {
            left -= 1;
            if let Some(group) = self.groups.iter().position(|group| group.iter().any(|s| s.to == left + 1)) {
                let first = self.groups[group][0].from;
                // "The fortieth session (1st to 18th meetings) was held from": of the session.
                let aside = first > 1 && sentence.is_mark(first - 1, '(') && sentence.is_mark(left + 1, ')');
                if aside && group > 0 {
                    left = first - 1;
                    continue;
                }
                return Some(group);
            }
            let passes = match sentence.pieces[left].what {
                What::Mark(mark) => {
                    matches!(mark, ',' | '(' | ')' | '–' | '-' | ':' | '[' | ']' | '\'' | '’')
                }
                What::Word => sentence.is(left, BETWEEN) || sentence.is_capital(left),
                What::Fact(_) => false,
            };
            if !passes {
                return None;
            }
        }
        None
    }

    /// Whether the sentence begins with the days: "On 3 May 2031, …".
    pub fn leads(&self, at: usize) -> bool {
        let from = self.days[at].from;
        from <= 4
            && (0..from).all(|at| {
                self.sentence.is(
                    at,
                    &[
                        "on",
                        "from",
                        "in",
                        "also",
                        "during",
                        "between",
                        "later",
                        "and",
                        "of",
                        "the",
                        "week",
                        "period",
                        "subsequently",
                        "then",
                        "over",
                    ],
                ) || self.sentence.is_mark(at, ',')
            })
    }

    /// The group after days at the beginning, if what is told took place there or is that it was held.
    fn after(&self, at: usize) -> Option<usize> {
        let to = self.days[at].to;
        let group = self.groups.iter().position(|group| group[0].from >= to)?;
        if self.owner.iter().flatten().any(|owner| *owner == group) {
            return None;
        }
        let first = &self.groups[group][0];
        let held = self.holding_verb(first.from).is_some_and(|verb| verb + 4 >= first.from);
        // "On 3 May, the Committee organized a briefing (419th meeting)".
        let aside = first.from > 0
            && !first.session
            && self.sentence.is_mark(first.from - 1, '(')
            && self.sentence.is_mark(first.to, ')');
        if aside {
            return Some(group);
        }
        (first.frame && first.from - to < 2 * FAR || held).then_some(group)
    }

    /// The nearest verb of holding before `at`.
    pub fn holding_verb(&self, at: usize) -> Option<usize> {
        (0..at.min(self.sentence.len())).rev().take(80).find(|at| self.sentence.is(*at, HOLDING))
    }

    /// As what the sentence tells the sitting; `None` where it only says that it is wished for or was not
    /// held. `days` are its days, if it has any.
    pub fn told(&self, sitting: &Sitting, days: Option<&Days>) -> Option<How> {
        if self.is_of_paper(sitting, days) {
            return None;
        }
        let how = self.how(sitting, days);
        let said = |verb: Option<usize>| verb.map(|verb| mood(self.sentence, sitting.from, verb));
        match how {
            // Something took place at it, or the verb of calling off says what became of it.
            How::Within | How::Cancelled | How::Postponed => Some(how),
            _ if sitting.frame => Some(how),
            _ => match said(self.verb_of(sitting, days)) {
                Some(Mood::Denied) => self.is_planned(sitting, days).then(|| self.off(days)),
                Some(Mood::Wished) => None,
                None if self.is_asked_for(sitting) => None,
                Some(Mood::Real) | None => Some(how),
            },
        }
    }

    /// "adopted the report of its first session on 3 May": the day is not the session's.
    fn is_of_paper(&self, sitting: &Sitting, days: Option<&Days>) -> bool {
        let sentence = self.sentence;
        let determiner =
            usize::from(sitting.from > 0 && sentence.is(sitting.from - 1, &["the", "its", "their"]));
        let of = sitting.from.wrapping_sub(determiner + 1);
        let paper = sentence.is(of, &["of", "on"])
            && of > 0
            && sentence.is(of - 1, &["report", "reports", "minutes", "summary"]);
        let on = days.is_some_and(|days| {
            let gap = sitting.to..days.from;
            !gap.is_empty() && gap.into_iter().all(|at| sentence.is(at, &["on"]) || sentence.is_mark(at, ','))
        });
        paper && on
    }

    /// The verb that holds the sitting: between it and its days, behind both, or the nearest one before.
    fn verb_of(&self, sitting: &Sitting, days: Option<&Days>) -> Option<usize> {
        let sentence = self.sentence;
        let holds = |at: &usize| {
            sentence.is(*at, HOLDING)
                || sentence.is(*at, &["take", "took"]) && sentence.is(at + 1, &["place"])
        };
        let to = days.map_or(sitting.to, |days| days.to.max(sitting.to));
        let next = self.groups.iter().map(|group| group[0].from).filter(|from| *from >= to).min();
        let stop = next.unwrap_or(sentence.len()).min(to + 10);
        let stop = (to..stop).find(|at| sentence.is_mark(*at, ';')).unwrap_or(stop);
        let between = (sitting.to..to).find(holds);
        // "… did not take place": what else stands behind the days may have a subject of its own.
        let behind =
            (to..stop).find(holds).filter(|at| (to..*at).any(|at| sentence.is(at, &["not", "never"])));
        // Who proposes stands before what the sitting does.
        behind.or(between).or_else(|| self.holding_verb(sitting.from).filter(|at| sitting.from - at < 16))
    }

    /// "decided to ask the Assembly to provide for a fourth session, from …": it is not settled yet.
    fn is_asked_for(&self, sitting: &Sitting) -> bool {
        let sentence = self.sentence;
        let from = sitting.from.saturating_sub(FAR);
        let start = (from..sitting.from).rev().find(|at| sentence.is_mark(*at, ';')).unwrap_or(from);
        let asks =
            |at: usize| sentence.is(at, &["ask", "asked", "recommend", "recommended", "propose", "proposed"]);
        let provide =
            (start..sitting.from).any(|at| sentence.is(at, &["provide"]) && sentence.is(at + 1, &["for"]));
        provide && (start..sitting.from).any(asks)
    }

    /// "The session, scheduled for …, did not take place", "did not take place in May, as planned": its days
    /// were once fixed.
    fn is_planned(&self, sitting: &Sitting, days: Option<&Days>) -> bool {
        let to = days.map_or(sitting.to, |days| days.from.max(sitting.to));
        let behind = days.map_or(sitting.to, |days| days.to.max(sitting.to));
        let as_planned = (behind..behind + 4).any(|at| {
            self.sentence.is(at, &["as"]) && (at + 1..at + 4).any(|at| self.sentence.is(at, PLANNED))
        });
        as_planned || (sitting.from..to).any(|at| self.sentence.is(at, PLANNED))
    }

    /// What was not held on its days: put off where the sentence goes on to say when it was held instead.
    fn off(&self, days: Option<&Days>) -> How {
        let to = days.map_or(0, |days| days.to);
        let instead = (to..self.sentence.len())
            .any(|at| self.sentence.is(at, &["instead"]) || self.sentence.is(at, POSTPONED));
        if instead { How::Postponed } else { How::Cancelled }
    }

    /// As what the words around the sitting tell it, whether or not they are about a wish.
    fn how(&self, sitting: &Sitting, days: Option<&Days>) -> How {
        let sentence = self.sentence;
        let (from, to) = days
            .filter(|days| days.from >= sitting.to)
            .map_or((sitting.to, sitting.to), |days| (days.from, days.to));
        let next = self
            .groups
            .iter()
            .map(|group| group[0].from)
            .filter(|start| *start >= to)
            .min()
            .unwrap_or(sentence.len());
        let stop = (to..next.min(to + 10)).find(|at| sentence.is_mark(*at, ';')).unwrap_or(next.min(to + 10));
        let between = || sitting.to..from;
        let any = |mut range: std::ops::Range<usize>, words: &[&str]| range.any(|at| sentence.is(at, words));
        let verb = |mut range: std::ops::Range<usize>| {
            range.any(|at| sentence.is(at, &["was", "were", "been", "be"]))
        };
        // "The closing of the session was held on": a day of it, not all its days.
        if self.is_of_another(sitting.from) && days.is_some() {
            return How::Within;
        }
        // "had been put off", "was called off".
        let off =
            |verbs: &[&str]| (to..stop).any(|at| sentence.is(at, verbs) && sentence.is(at + 1, &["off"]));
        if off(&["called"]) {
            return How::Cancelled;
        }
        if off(&["put"]) {
            return How::Postponed;
        }
        if any(between(), CANCELLED) || any(to..stop, CANCELLED) && verb(to..stop) {
            return How::Cancelled;
        }
        if any(between(), POSTPONED) {
            return How::Scheduled;
        }
        // "which was to take place from", "were to have taken place".
        let to_take = between().any(|at| sentence.is(at, &["to"]) && sentence.is(at + 1, &["take"]));
        let to_have = between().any(|at| sentence.is(at, &["to"]) && sentence.is(at + 1, &["have"]));
        if to_take || to_have {
            return if to_have { How::Postponed } else { How::Scheduled };
        }
        // "opened on 3 May": a day of it.
        if any(between(), OPENING) {
            return How::Within;
        }
        let given_other = any(to..stop, MOVED) && any(sitting.to..to, PLANNED);
        if (any(to..stop, POSTPONED) || given_other) && verb(to..stop) {
            return How::Postponed;
        }
        // "scheduled for …, took place", "… was held as planned".
        let took = (to..stop).any(|at| sentence.is(at, &["took"]) && sentence.is(at + 1, &["place"]));
        if any(between(), PLANNED) && took {
            return How::Held;
        }
        // "had originally been scheduled to be held from …": it was not.
        let first = between().any(|at| sentence.is(at, &["originally", "initially"]));
        if first && any(between(), PLANNED) && any(between(), &["had"]) {
            return How::Postponed;
        }
        // "decided that its session be held from …".
        let be_held = between().any(|at| sentence.is(at, &["be"]) && sentence.is(at + 1, HELD));
        if be_held
            || any(between(), PLANNED)
            || any(between(), &["will", "would", "shall", "should"])
            || between().any(|at| sentence.is(at, &["to"]) && sentence.is(at + 1, &["be"]))
        {
            return How::Scheduled;
        }
        if any(between(), HELD) || between().any(|at| sentence.is(at, &["took"])) {
            return How::Held;
        }
        if days.is_some_and(|days| days.to <= sitting.from) || sitting.frame {
            // Days first, or a frame: the verb of the sentence decides.
            let to_come = (sitting.to.max(to)..(sitting.to.max(to) + 14).min(sentence.len()))
                .find(|at| sentence.is(*at, &["will", "would", "shall", "should"]));
            if sitting.frame {
                return if to_come.is_some() { How::Scheduled } else { How::Within };
            }
        }
        match self.holding_verb(sitting.from) {
            Some(verb) => self.tense(verb),
            None => How::Nominal,
        }
    }

    /// "the opening ceremony of the third session": the sitting only says whose ceremony it was.
    fn is_of_another(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let determiner = usize::from(at > 0 && sentence.is(at - 1, &["the", "its", "their"]));
        let Some(of) = at.checked_sub(determiner + 1).filter(|of| *of > 0) else { return false };
        let noun = [
            "ceremony", "opening", "closing", "closure", "day", "days", "segment", "part", "meeting", "week",
            "margins",
        ];
        sentence.is(of, &["of"]) && sentence.is(of - 1, &noun)
    }

    /// Whether a verb of holding is told as past or to come.
    pub fn tense(&self, verb: usize) -> How {
        let sentence = self.sentence;
        let to_come = (verb.saturating_sub(3)..verb).any(|at| {
            // "visits to two harbours were organized" were not to be organized.
            let helps = |at: usize| {
                sentence
                    .is(at, &["be", "been", "have", "not", "also", "then", "next", "again", "first", "take"])
                    || sentence.is(at, &["the"]) && sentence.is(verb, &["holding", "convening"])
                    || sentence.word(at).ends_with("ly")
            };
            sentence.is(at, TO_COME) && (at + 1..verb).all(helps)
        });
        if to_come {
            How::Scheduled
        } else if sentence.is(verb, HELD) || sentence.is(verb, CALLED) {
            How::Held
        } else {
            How::Nominal
        }
    }

    /// The days of this group, all of them in the order of the text.
    pub fn days_of(&self, group: usize) -> Option<&Days> {
        self.owner.iter().position(|owner| *owner == Some(group)).map(|at| &self.days[at])
    }
}
