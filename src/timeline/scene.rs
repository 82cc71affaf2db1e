//! [`Scene`]: the sittings and the days of one sentence, and which days belong to which sitting.
//!
//! ```text
//! At the 1st meeting of its sixth session, on 11 December 2031, the Group …
//!        └ sitting ──┴ of ┘ ──────┘           └ days ┘ belong to the meeting
//! ```

use super::body::{Bodies, Whose, name_at};
use super::days;
use super::sentence::{Sentence, What};
use super::telling::{How, Key};
use crate::mentions::{Mention, MentionKind};
use crate::terms::date::Dates;
use crate::terms::english::event::{
    BETWEEN, CANCELLED, HELD, HOLDING, PLANNED, POSTPONED, SIDE_KINDS, TO_COME,
};

/// No days stand farther from their sitting.
const FAR: usize = 26;

/// A session or meeting named in the sentence.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// The first piece.
    pub from: usize,
    /// The piece after the last, with the session that a meeting is "of".
    pub to: usize,
    /// "third substantive session".
    pub name: String,
    /// Whether it is a session; else a meeting.
    pub session: bool,
    /// Which.
    pub key: Key,
    /// The last one of a run: "280th to 282nd meetings".
    pub last: Option<u32>,
    /// A blank stands for its number.
    pub blank: bool,
    /// "substantive".
    pub types: Option<String>,
    /// The session of a meeting.
    pub of: Option<Key>,
    /// One meeting of each session.
    pub each: bool,
    /// Whose.
    pub whose: Whose,
    /// By which rule it was found.
    pub rule: &'static str,
    /// "at its …": what is told took place there.
    pub frame: bool,
    /// No session or numbered meeting of the body but something held beside them: "informal meeting".
    pub side: bool,
}

/// Days that stand together.
#[derive(Debug, Clone)]
pub struct Days {
    /// The first piece.
    pub from: usize,
    /// The piece after the last.
    pub to: usize,
    /// One for each date written with a year of its own.
    pub dates: Vec<Dates>,
    /// The piece of each of them.
    pub at: Vec<usize>,
    /// The same cut at semicolons and at "from … ; from …".
    pub groups: Vec<Dates>,
    /// A weekday that does not fit its day: what is written, what it is.
    pub weekday: Option<(String, String)>,
}

impl Days {
    /// All of them.
    pub fn all(&self) -> Dates {
        days::joined(&self.dates)
    }

    /// Each single day or run.
    pub fn each(&self) -> Vec<Dates> {
        days::each(&self.all())
    }
}

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
    /// Reads a sentence.
    pub fn of(sentence: &'a Sentence<'a>, bodies: &Bodies, part: &str) -> Self {
        let groups = sittings(sentence, bodies, part);
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
        (first.frame && first.from - to < 2 * FAR || held).then_some(group)
    }

    /// The nearest verb of holding before `at`.
    pub fn holding_verb(&self, at: usize) -> Option<usize> {
        (0..at.min(self.sentence.len())).rev().take(80).find(|at| self.sentence.is(*at, HOLDING))
    }

    /// As what the sentence tells the sitting; `days` are its days, if it has any.
    pub fn how(&self, sitting: &Sitting, days: Option<&Days>) -> How {
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
        if any(to..stop, POSTPONED) && verb(to..stop) {
            return How::Postponed;
        }
        if any(between(), PLANNED)
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
            sentence.is(at, TO_COME)
                && !(at + 1..verb).any(|between| matches!(sentence.pieces[between].what, What::Mark(_)))
        });
        if to_come {
            How::Scheduled
        } else if sentence.is(verb, HELD) {
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

fn is_day(mention: &Mention) -> bool {
    !mention.attributes.contains_key("in_name")
        && !mention.attributes.contains_key("recurs")
        && !matches!(mention.rule, "bare-year" | "year-range")
}

fn all_days(sentence: &Sentence<'_>) -> Vec<Days> {
    let mut all: Vec<Days> = Vec::new();
    let mut semicolons = false;
    for (at, mention) in sentence.facts(MentionKind::Date).filter(|(_, mention)| is_day(mention)) {
        if at > 0 && sentence.is(at - 1, &["dated", "since", "until", "before", "after", "by"]) {
            continue;
        }
        let Some(dates) = days::read(&mention.value) else { continue };
        let weekday = mention.attributes.get("weekday").and_then(|told| wrong_weekday(told, &dates));
        if let Some(last) = all.last_mut().filter(|last| goes_on(sentence, last.to, at)) {
            let cut = (last.to..at).any(|at| sentence.is_mark(at, ';'));
            semicolons |= cut;
            if !semicolons || cut {
                last.groups.push(dates.clone());
            } else if let Some(group) = last.groups.last_mut() {
                group.runs.extend(dates.runs.iter().copied());
            }
            last.dates.push(dates);
            last.at.push(at);
            last.to = at + 1;
            last.weekday = last.weekday.take().or(weekday);
            continue;
        }
        semicolons = false;
        let groups = vec![dates.clone()];
        all.push(Days { from: at, to: at + 1, groups, dates: vec![dates], at: vec![at], weekday });
    }
    all
}

/// Whether the pieces between two dates only join them: ", and on", "; from", ", and in Harbour City from".
fn goes_on(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    const LONGEST: usize = 10;
    let joins =
        |at: usize| sentence.is_mark(at, ',') || sentence.is_mark(at, ';') || sentence.is(at, &["and"]);
    let passes = |at: usize| {
        joins(at)
            || sentence.is(
                at,
                &[
                    "on",
                    "from",
                    "as",
                    "well",
                    "in",
                    "at",
                    "both",
                    "then",
                    "again",
                    "the",
                    "to",
                    "be",
                    "held",
                    "virtually",
                    "online",
                ],
            )
            || sentence.is_mark(at, '(')
            || sentence.is_mark(at, ')')
            || sentence.is_capital(at)
    };
    let place = (from..to).any(|at| sentence.is(at, &["in", "at"]));
    let capital = (from..to).any(|at| sentence.is_capital(at));
    to - from <= LONGEST
        && (from..to).any(joins)
        && (from..to).all(passes)
        && (place || !capital || sentence.is_mark(to - 1, ','))
}

/// The weekday that is written and the one that the day has, where they differ.
fn wrong_weekday(told: &str, dates: &Dates) -> Option<(String, String)> {
    let [run] = dates.runs.as_slice() else { return None };
    let date = run.first.date().filter(|_| run.last.is_none())?;
    let actual = format!("{:?}", date.weekday());
    (!told.is_empty() && !actual.eq_ignore_ascii_case(told)).then(|| (told.to_owned(), actual))
}

/// The sittings of a sentence, those that stand together in one list.
fn sittings(sentence: &Sentence<'_>, bodies: &Bodies, part: &str) -> Vec<Vec<Sitting>> {
    let mut groups: Vec<Vec<Sitting>> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(mention) = sentence.fact(at, MentionKind::Session) else {
            at += 1;
            continue;
        };
        let mut sitting = sitting(sentence, at, mention, bodies, part);
        link(sentence, &mut sitting);
        at = sitting.to.max(at + 1);
        let together = groups.last().and_then(|group| group.last()).is_some_and(|before| {
            let gap = before.to..sitting.from;
            gap.len() <= 4
                && gap.clone().any(|at| sentence.is_mark(at, ',') || sentence.is(at, &["and"]))
                && gap.clone().all(|at| {
                    sentence.is_mark(at, ',')
                        || sentence.is(at, &["and", "its", "the", "their", "as", "well", "of"])
                })
                && (before.session == sitting.session || before.rule == "ordinal-list")
        });
        match groups.last_mut() {
            Some(group) if together => group.push(sitting),
            _ => groups.push(vec![sitting]),
        }
    }
    for group in &mut groups {
        settle(group);
    }
    subject_as_session(sentence, &mut groups);
    groups
}

fn sitting(sentence: &Sentence<'_>, at: usize, mention: &Mention, bodies: &Bodies, part: &str) -> Sitting {
    let key = Key::of(mention);
    let body = mention.attributes.get("body").map(String::as_str);
    let mut name = mention.value.clone();
    let mut session = name.contains("session");
    let mut whose = match body {
        Some(body) => bodies.whose(body, part),
        None => near(sentence, at, bodies, part),
    };
    // "the third Meeting of States Parties": the body is what is held.
    let capital = mention.text.contains("Meeting");
    if capital && bodies.is_event() && bodies.noun() == Some("meeting") {
        let named = body.map(|body| format!("Meeting of {body}"));
        if named.is_none_or(|named| bodies.is_own(&named)) {
            let ordinal = key.ordinal.map(crate::terms::english::number::ordinal_in_words);
            name = format!("{} Meeting", ordinal.unwrap_or_default()).trim().to_owned();
            (session, whose) = (true, Whose::Own);
        }
    }
    Sitting {
        from: at,
        to: at + 1,
        name,
        session,
        key,
        last: mention.attributes.get("last").and_then(|last| last.parse().ok()),
        blank: mention.attributes.get("ordinal").is_some_and(|ordinal| ordinal == "?"),
        types: types(mention),
        of: None,
        each: false,
        whose,
        rule: mention.rule,
        frame: is_frame(sentence, at),
        side: is_side(sentence, at, mention, bodies),
    }
}

/// The kinds; of a session with a number "final" says nothing more.
fn types(mention: &Mention) -> Option<String> {
    let kinds = mention.attributes.get("type")?;
    let numbered = mention.attributes.contains_key("ordinal");
    let kept: Vec<&str> = kinds.split(' ').filter(|kind| !numbered || *kind != "final").collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}

/// "an informal consultative meeting", "the first meeting of points of contact": held beside the sessions
/// and numbered meetings of the body.
fn is_side(sentence: &Sentence<'_>, at: usize, mention: &Mention, bodies: &Bodies) -> bool {
    let session = mention.value.contains("session");
    let kinds = mention.attributes.get("type").map_or("", String::as_str);
    let numbered = mention.attributes.contains_key("ordinal");
    if !numbered {
        let side = kinds.split(' ').any(|kind| SIDE_KINDS.contains(&kind));
        return mention.rule == "dated" && (!session || side);
    }
    if session || mention.attributes.contains_key("body") || !sentence.is(at + 1, &["of"]) {
        return false;
    }
    let next = at + 2 + usize::from(sentence.is(at + 2, &["the", "its", "their"]));
    let own = name_at(sentence, next).is_some_and(|(name, _)| bodies.is_own(&name));
    let word = !sentence.word(next).is_empty() && !sentence.is(next, &["each", "session", "sessions"]);
    word && !sentence.is_capital(next) && !own
}

/// "first and second Meetings": what the last one is, all of the list are.
fn settle(group: &mut [Sitting]) {
    let Some(last) = group.last().cloned() else { return };
    for sitting in group.iter_mut() {
        if sitting.rule == "ordinal-list"
            && last.name.ends_with("Meeting")
            && !sitting.name.ends_with("Meeting")
        {
            let ordinal = sitting.key.ordinal.map(crate::terms::english::number::ordinal_in_words);
            sitting.name = format!("{} Meeting", ordinal.unwrap_or_default()).trim().to_owned();
            sitting.session = true;
        }
        if sitting.rule == "ordinal-list" {
            sitting.whose = last.whose.clone();
        }
        if sitting.of.is_none() && !sitting.session {
            sitting.of = last.of.clone();
        }
    }
    let frame = group.iter().any(|sitting| sitting.frame);
    group.iter_mut().for_each(|sitting| sitting.frame = frame);
}

/// "at its", "during the", "in the course of its" before a sitting.
fn is_frame(sentence: &Sentence<'_>, at: usize) -> bool {
    let determiner = usize::from(at > 0 && sentence.is(at - 1, &["its", "the", "their", "this"]));
    at > determiner && sentence.is(at - determiner - 1, &["at", "during"])
}

/// "6th meeting of the sixth session", "first meeting of each substantive session".
fn link(sentence: &Sentence<'_>, sitting: &mut Sitting) {
    if sitting.session || !sentence.is(sitting.to, &["of"]) {
        return;
    }
    let mut at = sitting.to + 1;
    let each = sentence.is(at, &["each"]);
    while sentence.is(at, &["the", "its", "their", "each", "of", "that", "same"]) {
        at += 1;
    }
    if let Some(mention) =
        sentence.fact(at, MentionKind::Session).filter(|mention| mention.value.contains("session"))
    {
        sitting.of = Some(Key::of(mention));
        sitting.to = at + 1;
        return;
    }
    if each {
        let noun = (at..at + 4).find(|at| sentence.is(*at, &["session", "sessions"]));
        if let Some(noun) = noun {
            sitting.each = true;
            sitting.to = noun + 1;
        }
    }
}

/// "At its 10th meeting, on 1 May 2031, the second Meeting of States Parties decided": the meeting is one
/// of that.
fn subject_as_session(sentence: &Sentence<'_>, groups: &mut [Vec<Sitting>]) {
    let Some(subject) = groups.get(1).and_then(|group| group.first()).cloned() else { return };
    if !subject.session
        || subject.frame
        || !subject.name.ends_with("Meeting")
        || !sentence.is(subject.from.wrapping_sub(1), &["the"])
        || !sentence.is_mark(subject.from.wrapping_sub(2), ',')
    {
        return;
    }
    for meeting in
        groups[0].iter_mut().filter(|sitting| sitting.frame && !sitting.session && sitting.of.is_none())
    {
        meeting.of = Some(subject.key.clone());
        meeting.whose = subject.whose.clone();
    }
}

/// Whose sitting it is that no name stands beside: that of the body named last before it, or, where the
/// sentence begins with the sitting, of the first one after it.
fn near(sentence: &Sentence<'_>, at: usize, bodies: &Bodies, part: &str) -> Whose {
    let its = at > 0 && sentence.is(at - 1, &["its", "their"]);
    const NEAR: usize = 120;
    let mut left = if its { at } else { 0 };
    while left > at.saturating_sub(NEAR) {
        left -= 1;
        if sentence.is(left, &["the"])
            && let Some((name, end)) = name_at(sentence, left + 1)
            && end <= at
        {
            return bodies.whose(&name, part);
        }
    }
    // What stands after a comma is who acts there.
    let acts = |at: &usize| sentence.is(*at, &["the"]) && sentence.is_mark(*at - 1, ',');
    let first = (at + 1..sentence.len().min(at + 40)).find(acts);
    let first = first.and_then(|at| name_at(sentence, at + 1)).map(|(name, _)| name);
    first.filter(|_| its || is_frame(sentence, at)).map_or(Whose::Own, |name| bodies.whose(&name, part))
}
