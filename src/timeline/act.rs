//! Elections and adoptions: what a body did at a sitting.

use super::body::{Bodies, Whose};
use super::dated::Days;
use super::days;
use super::event::{Kind, Source};
use super::named::Sitting;
use super::scene::Scene;
use super::telling::{How, Key, Telling};
use super::unnumbered;
use crate::mentions::MentionKind;
use crate::terms::date::Dates;
use crate::terms::english::event::OTHER_MATTER;
use crate::terms::english::number;

/// How far behind the verb its day may stand.
const FAR: usize = 22;

/// The sitting, and its day, of which a paragraph speaks: what the sentences after it tell was done there.
#[derive(Debug, Clone)]
pub struct Frame {
    session: Option<Key>,
    meeting: Option<Option<u32>>,
    dates: Option<Dates>,
}

impl Frame {
    /// That of a sentence that begins "At its 3rd meeting, on 5 May, …"; `None` of others.
    pub fn of(scene: &Scene<'_>, bodies: &Bodies) -> Option<Self> {
        let framed = scene.groups.iter().any(|group| group.len() == 1 && group[0].frame && !group[0].side);
        if !framed {
            return Self::of_day(scene);
        }
        let mut telling = Telling::new(Kind::Adoption, bodies.own.clone(), String::new(), Source::default());
        at_sitting(scene, scene.sentence.len(), &mut telling);
        let Telling { session, meeting, dates, .. } = telling;
        Some(Self { session, meeting, dates })
    }

    /// "The session was opened on 5 May": what follows was done on that day.
    fn of_day(scene: &Scene<'_>) -> Option<Self> {
        let opened = |at: usize| scene.sentence.is(at, &["opened"]);
        if let Some(at) = unnumbered::meeting_of_day(scene) {
            return Some(Self { session: None, meeting: None, dates: Some(scene.days[at].all()) });
        }
        // Where nothing says which session it was.
        let bare = scene.days.iter().zip(&scene.owner).find(|(days, owner)| {
            let session = |at: usize| scene.sentence.is(at, &["session", "meeting", "conference"]);
            let before = (days.from.saturating_sub(4)..days.from).any(opened);
            owner.is_none() && before && days.each().len() == 1 && (0..days.from).any(session)
        });
        if let Some((days, _)) = bare {
            return Some(Self { session: None, meeting: None, dates: Some(days.all()) });
        }
        scene.groups.iter().enumerate().find_map(|(at, group)| {
            let [sitting] = group.as_slice() else { return None };
            let days = scene.days_of(at).filter(|days| days.each().len() == 1 && sitting.session)?;
            let first = (sitting.to..days.from).any(opened);
            first.then(|| Self { session: Some(sitting.key.clone()), meeting: None, dates: Some(days.all()) })
        })
    }

    /// Says of an act that it was done at this sitting.
    pub fn lend(&self, act: &mut Telling) {
        act.session.clone_from(&self.session);
        act.meeting = self.meeting;
        act.dates.clone_from(&self.dates);
    }
}

/// "President of the third Meeting", elected at the second: an office of another session than this.
pub fn is_of_another_session(of: &str, session: Option<u32>) -> bool {
    let first: Vec<char> = of.split(' ').next().unwrap_or_default().to_lowercase().chars().collect();
    number::ordinal(&first).is_some_and(|ordinal| session != Some(ordinal) || !of.ends_with("eeting"))
}

/// "The Committee, on 7 May 2031, adopted its report", "adopted its report by consensus on Friday, 7 May 2031".
pub fn day_beside(scene: &Scene<'_>, verb: usize) -> Option<Dates> {
    let sentence = scene.sentence;
    let free = |days: &&Days| {
        let owned = scene
            .days
            .iter()
            .zip(&scene.owner)
            .any(|(other, owner)| other.from == days.from && owner.is_some());
        !owned && days.each().len() == 1
    };
    // "on Friday, 11 May", "on the evening of Friday, 11 May".
    let on = |days: &&Days| {
        (days.from.saturating_sub(6)..days.from)
            .rev()
            .find(|at| {
                // "at its meeting of May 29", "with effect from 8 June".
                let meeting = *at > 0 && sentence.is(at - 1, &["meeting", "sitting", "plenary"]);
                let effect = *at > 0 && sentence.is(at - 1, &["effect", "as"]);
                sentence.is(*at, &["on"])
                    || meeting && sentence.is(*at, &["of"])
                    || effect && sentence.is(*at, &["from", "of"])
            })
            .is_some_and(|on| {
                (on + 1..days.from).all(|at| {
                    sentence.is_mark(at, ',')
                        || sentence.is_capital(at)
                        || sentence.is(at, &["the", "morning", "afternoon", "evening", "night", "of"])
                })
            })
    };
    let clear = |from: usize, to: usize| {
        (from..to).all(|at| {
            // "immediately after the closure of the eighth session, on …" says when.
            let after = |at: usize| sentence.is(at, &["immediately", "shortly"]);
            let soon = at > 0 && sentence.is(at, &["after", "before"]) && after(at - 1);
            let edge = (at.saturating_sub(8)..at).any(after);
            let session = sentence.fact(at, MentionKind::Session);
            (soon || !sentence.is(at, OTHER_MATTER))
                && !sentence.is_mark(at, ';')
                && (edge || session.is_none_or(|mention| mention.value.ends_with("meeting")))
        })
    };
    let before = |days: &&Days| {
        days.to <= verb && (verb - days.to <= 3 || sentence.is_mark(days.to, ',')) && clear(days.to, verb)
    };
    let behind = |days: &&Days| days.from > verb && days.from - verb <= FAR && clear(verb + 1, days.from);
    let days = || scene.days.iter().filter(free).filter(on);
    days().rfind(before).or_else(|| days().find(behind)).map(Days::all)
}

/// Whether the body that reports does what the verb at `verb` says: it is named last before it, or nobody is.
pub fn is_done_by_own(scene: &Scene<'_>, verb: usize, bodies: &Bodies, part: &str) -> bool {
    let sentence = scene.sentence;
    let passive = (verb.saturating_sub(3)..verb).any(|at| sentence.is(at, &["was", "were"]));
    if passive {
        let by = (verb..sentence.len().min(verb + 3))
            .find(|at| sentence.is(*at, &["by"]) && sentence.is(at + 1, &["the"]));
        return by.is_none_or(|by| {
            bodies
                .name_at(sentence, by + 2, part)
                .is_none_or(|(name, _)| bodies.whose(&name, part) == Whose::Own)
        });
    }
    let mut at = verb;
    while at > 0 {
        at -= 1;
        if sentence.is(at, &["the"]) {
            if let Some((name, end)) = bodies.name_at(sentence, at + 1, part)
                && end <= verb
            {
                return bodies.whose(&name, part) == Whose::Own;
            }
            // "the third Meeting of States Parties elected".
            if scene
                .groups
                .iter()
                .flatten()
                .any(|sitting| sitting.from == at + 1 && sitting.session && !sitting.frame)
            {
                return scene
                    .groups
                    .iter()
                    .flatten()
                    .any(|sitting| sitting.from == at + 1 && sitting.whose == Whose::Own);
            }
        }
        if sentence.is(at, &["it"]) {
            return true;
        }
    }
    false
}

/// The sitting at which it happened, and its day.
pub fn at_sitting(scene: &Scene<'_>, verb: usize, telling: &mut Telling) {
    let frame = scene
        .groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.len() == 1 && group[0].frame && !group[0].side);
    let mut before: Vec<(usize, &Sitting)> = frame.map(|(at, group)| (at, &group[0])).collect();
    before.sort_by_key(|(_, sitting)| (sitting.from > verb, sitting.from));
    for (group, sitting) in before.into_iter().take(2) {
        if sitting.last.is_some() {
            continue;
        }
        if sitting.session {
            telling.session.get_or_insert_with(|| sitting.key.clone());
        } else {
            // "the closing meeting" has no number, and none is missing.
            if sitting.key.ordinal.is_some() || sitting.blank {
                telling.meeting.get_or_insert(sitting.key.ordinal);
            }
            if let Some(of) = &sitting.of {
                telling.session = Some(of.clone());
            }
        }
        if let Some(days) = scene.days_of(group)
            && telling.dates.is_none()
            && days.all().runs.len() == 1
        {
            telling.dates = Some(days.all());
            telling.how = How::Held;
        }
    }
    if telling.dates.is_none() {
        let lead = (0..scene.days.len()).find(|at| scene.leads(*at));
        telling.dates = lead.map(|at| scene.days[at].all()).filter(|dates| dates.runs.len() == 1);
    }
    telling.how = How::Held;
    if telling.meeting == Some(None) || telling.dates.as_ref().is_some_and(|dates| !days::is_exact(dates)) {
        telling.note = Some("still to be filled".to_owned());
    }
}
