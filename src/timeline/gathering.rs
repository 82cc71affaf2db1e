//! Gatherings: what people came together for beside the sessions and their numbered meetings.
//!
//! Only what a verb says was held, with its days, by the body, its officers or its secretariat.

use super::body::{Bodies, Whose};
use super::dated::Days;
use super::event::{Kind, Source};
use super::mood::{Mood, mood};
use super::named::Sitting;
use super::phrase::{Phrase, days, fixed, is_part_of_body, is_where, outcome, part_of_body, phrase, verb};
use super::place;
use super::scene::Scene;
use super::sentence::What;
use super::telling::{How, Telling};
use crate::mentions::MentionKind;
use crate::terms::date::Dates;
use crate::terms::english::event::{
    BETWEEN, CANCELLED, CONDITIONS, CONVENERS, GATHERINGS, HELD, MAYBE, OPENING, POSTPONED, VIRTUAL, WISHED,
};

/// What stands after "by" and is nobody: "held by videoconference".
const MEANS: &[&str] = &[
    "videoconference",
    "video-conference",
    "video",
    "teleconference",
    "telephone",
    "correspondence",
    "virtual",
];

/// What the sentence says of gatherings.
pub fn tellings(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source) -> Vec<Telling> {
    let mut all: Vec<Telling> = Vec::new();
    let mut at = 0;
    let mut used = Vec::new();
    let mut bare = Vec::new();
    while at < scene.sentence.len() {
        let Some(phrase) = phrase(scene, at, bodies, part) else {
            at += 1;
            continue;
        };
        at = phrase.noun + 1;
        // A conference that reports is its own session.
        if bodies.is_own(
            scene
                .sentence
                .text(phrase.from, phrase.noun + 1)
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '),
        ) {
            continue;
        }
        // "a briefing held on 23 May 2031" only tells again what another sentence tells.
        let told_again =
            scene.sentence.is(phrase.to, &["held", "convened", "organized"]).then_some(phrase.to);
        let fixed = fixed(scene, &phrase);
        let full = fixed.or_else(|| verb(scene, &phrase));
        let Some(verb) = full.or(told_again) else {
            bare.push(phrase);
            continue;
        };
        let Some(days) = days(scene, &phrase, verb, &used) else { continue };
        let again = full.is_none();
        let own = || is_held_by_own(scene, &phrase, verb, bodies, part);
        if again && scene.days[days].from < verb || !own() && !is_hosted(scene, verb) {
            continue;
        }
        used.push(days);
        let off = scene.sentence.is(verb, CANCELLED) || scene.sentence.is(verb, POSTPONED);
        let outcome = match (off, fixed.is_some()) {
            (true, _) => outcome(scene, phrase.to),
            (false, true) => outcome(scene, scene.days[days].to),
            (false, false) => outcome(scene, verb.max(scene.days[days].to)).filter(|how| *how != How::Held),
        };
        let how = match mood(scene.sentence, phrase.from, verb) {
            // "a briefing convened by the Chair on 23 May 2031": told in passing.
            _ if again => How::Nominal,
            Mood::Wished if fixed.is_none() => continue,
            Mood::Denied if !off => continue,
            // "was to be held … but was cancelled".
            _ if outcome.is_some() => outcome.unwrap_or(How::Cancelled),
            _ if fixed.is_some() => How::Scheduled,
            Mood::Real => scene.tense(verb),
            Mood::Denied | Mood::Wished => continue,
        };
        let mut told = of_phrase(scene, &phrase, &scene.days[days], how, bodies, source);
        if let Some(holder) = part_of_body(scene, &phrase, verb, bodies, part) {
            told.iter_mut().for_each(|telling| telling.name.push_str(&format!(" of the {holder}")));
        }
        told.extend(instead(scene, &told, days, &mut used));
        all.append(&mut told);
        at = phrase.to.max(at);
    }
    for phrase in bare {
        if let Some(days) = nominal(scene, &phrase, &used) {
            used.push(days);
            all.extend(of_phrase(scene, &phrase, &scene.days[days], How::Nominal, bodies, source));
        }
    }
    all
}

/// "was hosted by the Government of Examplia": whose gathering it is, is another matter.
fn is_hosted(scene: &Scene<'_>, verb: usize) -> bool {
    scene.sentence.is(verb, &["hosted"])
        && (verb.saturating_sub(2)..verb).any(|at| scene.sentence.is(at, &["was", "were"]))
}

/// The days that stand right behind a name without any verb: "webinars on 6 and 13 May", "the Rivers Forum (23
/// and 24 June)".
fn nominal(scene: &Scene<'_>, phrase: &Phrase, used: &[usize]) -> Option<usize> {
    let sentence = scene.sentence;
    let free = |at: &usize| {
        let side = |group: usize| scene.groups[group][0].side && scene.groups[group][0].from == phrase.noun;
        scene.days[*at].from >= phrase.to && !used.contains(at) && scene.owner[*at].is_none_or(side)
    };
    let days = (0..scene.days.len()).find(free)?;
    let from = scene.days[days].from;
    let passes = |at: usize| {
        sentence.is(at, BETWEEN)
            || sentence.is_capital(at)
            || ['(', ',', ':'].iter().any(|mark| sentence.is_mark(at, *mark))
    };
    let clause = (0..phrase.from).rev().find(|at| sentence.is_mark(*at, ',') || sentence.is_mark(*at, ';'));
    let clause = clause.map_or(0, |at| at + 1)..phrase.from;
    let wished = clause
        .clone()
        .any(|at| sentence.is(at, WISHED) || sentence.is(at, MAYBE) || sentence.is(at, CONDITIONS));
    let paper = clause.clone().any(|at| {
        sentence.is(
            at,
            &[
                "report",
                "reports",
                "minutes",
                "summary",
                "letter",
                "statement",
                "outcome",
                "outcomes",
                "results",
            ],
        )
    });
    // "met in informal consultations" is told by who met.
    let met = (phrase.from.saturating_sub(6)..phrase.from).any(|at| sentence.is(at, &["met"]));
    let denied =
        met || phrase.from > 0 && sentence.is(phrase.from - 1, &["no", "not", "any", "every", "each"]);
    let joined = from > phrase.to && (phrase.to..from).all(passes);
    // "Council and Conference decisions … during the period from": no gathering, and no day of it.
    let head = phrase.to == phrase.noun + 1
        || sentence
            .is(phrase.noun + 1, &["of", "on", "with", "for", "to", "between", "among", "about", "in", "at"]);
    let other = |at: usize| sentence.is(at, &["period", "years", "year"]) || sentence.is(at, OPENING);
    let joined = joined && head && !(phrase.to..from).any(other);
    (joined && !wished && !paper && !denied).then_some(days)
}

/// "The hearing … did not take place; it was held on 24 July instead": the days that it got in place of those
/// at `days`.
fn instead(scene: &Scene<'_>, told: &[Telling], days: usize, used: &mut Vec<usize>) -> Option<Telling> {
    let sentence = scene.sentence;
    let off = told.last().filter(|telling| matches!(telling.how, How::Cancelled | How::Postponed))?;
    let next =
        (0..scene.days.len()).find(|at| *at > days && scene.owner[*at].is_none() && !used.contains(at))?;
    let (from, to) = (scene.days[days].to, scene.days[next].from);
    let behind = (to..sentence.len().min(to + 5)).any(|at| sentence.is(at, &["instead"]));
    let before = (from..to).any(|at| {
        sentence.is(at, &["instead", "rescheduled", "moved", "postponed", "deferred", "replaced", "back"])
            || sentence.is(at, &["place"]) && sentence.is(at - 1, &["its", "their"])
    });
    let again =
        (from..to).any(|at| sentence.is(at, &["it", "they"]) && sentence.is(at + 1, &["was", "were"]));
    if !(behind || before || again) {
        return None;
    }
    used.push(next);
    let mut telling = off.clone();
    telling.dates = Some(scene.days[next].all());
    telling.note = None;
    let held = (from..to).any(|at| {
        sentence.is(at, HELD) || sentence.is(at, &["took", "received", "replaced", "arranged", "organized"])
    });
    telling.how = if held { How::Held } else { How::Scheduled };
    telling.place = (from..to).chain([scene.days[next].to]).find_map(|at| place::after(sentence, at));
    Some(telling)
}

/// Whether the body, one of its officers or its secretariat holds it; or nobody is named.
fn is_held_by_own(scene: &Scene<'_>, phrase: &Phrase, verb: usize, bodies: &Bodies, part: &str) -> bool {
    let sentence = scene.sentence;
    if verb > phrase.noun {
        // Passive: who held it may follow "by".
        let by = (verb..sentence.len().min(verb + 3))
            .find(|at| sentence.is(*at, &["by"]) && !sentence.is(at + 1, MEANS));
        // A person conducts it for the body.
        let person = |at: usize| {
            sentence.fact(at, MentionKind::Officer).or(sentence.fact(at, MentionKind::Participant)).is_some()
        };
        return by.is_none_or(|by| {
            person(by + 1) || is_own_subject(scene, by + 1, (by + 8).min(sentence.len()), bodies, part)
        });
    }
    let mut start = verb;
    while start > 0 && verb - start < 20 {
        let ends = matches!(sentence.pieces[start - 1].what, What::Fact(index) if sentence.mentions[index].kind == MentionKind::Date)
            || matches!(sentence.pieces[start - 1].what, What::Mark(mark) if mark == ',' || mark == ';');
        if ends {
            break;
        }
        start -= 1;
    }
    is_own_subject(scene, start, verb, bodies, part)
}

fn is_own_subject(scene: &Scene<'_>, from: usize, to: usize, bodies: &Bodies, part: &str) -> bool {
    let sentence = scene.sentence;
    for at in from..to {
        let the = sentence.is(at, &["the"]);
        if (the || at == from)
            && let Some((name, _)) = bodies.name_at(sentence, at + usize::from(the), part)
        {
            return bodies.whose(&name, part) == Whose::Own || is_part_of_body(&name);
        }
        if sentence.is(at, CONVENERS) {
            // "the President of Examplia hosted": no officer of the body.
            let of = sentence.is(at + 1, &["of"]) && at + 2 < to;
            let the = usize::from(sentence.is(at + 2, &["the"]));
            return !of
                || bodies
                    .name_at(sentence, at + 2 + the, part)
                    .is_some_and(|(name, _)| bodies.whose(&name, part) == Whose::Own);
        }
    }
    false
}

fn of_phrase(
    scene: &Scene<'_>,
    phrase: &Phrase,
    days: &Days,
    how: How,
    bodies: &Bodies,
    source: &Source,
) -> Vec<Telling> {
    let sentence = scene.sentence;
    let name = sentence.text(phrase.from, phrase.to);
    let types = sentence.text(phrase.from, phrase.noun);
    let side = scene.groups.iter().flatten().find(|sitting| sitting.side && sitting.from == phrase.noun);
    let quantity = sentence
        .fact(phrase.noun, MentionKind::Quantity)
        .and_then(|mention| mention.attributes.get("unit"))
        .cloned();
    let (name, types) = match (&quantity, side) {
        (Some(unit), _) => (
            format!("{unit}{}", suffix(sentence.text(phrase.noun + 1, phrase.to))),
            unit.rsplit_once(' ').map(|(types, _)| types.to_owned()),
        ),
        (None, Some(sitting)) => (name, sitting.types.clone()),
        (None, None) => {
            let types = types.strip_suffix("round").unwrap_or(&types).trim();
            (name, Some(types.to_owned()).filter(|types| !types.is_empty()))
        }
    };
    let is_virtual = (phrase.from..phrase.to).any(|at| sentence.is(at, VIRTUAL))
        || quantity.is_some_and(|unit| unit.split(' ').any(|word| VIRTUAL.contains(&word)));
    let place = if is_virtual {
        Some("virtual".to_owned())
    } else {
        (phrase.to..days.from).chain(days.to..days.to + 2).find_map(|at| place::after(sentence, at))
    };
    let mut telling = Telling::new(Kind::Gathering, bodies.own.clone(), name, source.clone());
    (telling.types, telling.place, telling.how) = (types, place, how);
    if let Some((told, actual)) = &days.weekday {
        telling.faults.push(("weekday".to_owned(), told.clone(), actual.clone()));
    }
    let several = |lists: Vec<Dates>, of: u32| -> Vec<Telling> {
        let each = lists.into_iter().enumerate().map(|(at, dates)| {
            let mut one = telling.clone();
            one.name = singular(&telling.name);
            one.key.ordinal = u32::try_from(at + 1).ok();
            one.of = Some(of);
            one.dates = Some(dates);
            one
        });
        each.collect()
    };
    if let Some(count) = phrase.count {
        let length = |lists: &Vec<Dates>| u32::try_from(lists.len()).is_ok_and(|length| length == count);
        for lists in [days.groups.clone(), days.dates.clone(), days.each()] {
            if count > 1 && length(&lists) {
                return several(lists, count);
            }
        }
        // More single days than meetings cannot be; more meetings than days can.
        let single = days.each();
        let listed = if days.groups.len() > 1 && days.groups.len() < days.dates.len() {
            days.groups.len()
        } else {
            single.len()
        };
        if single.iter().all(|dates| dates.runs[0].last.is_none()) && listed > count as usize && count > 0 {
            telling.faults.push(("count".to_owned(), count.to_string(), listed.to_string()));
        }
        telling.of = (count > 1).then_some(count);
    }
    // "Regional meetings were held in Harbour City (3 and 4 May), Lakeside (10 May) and …".
    let each: Vec<Option<String>> =
        (0..days.at.len()).map(|which| place::of_date(sentence, days, which)).collect();
    if days.at.len() > 1
        && phrase.count.is_none_or(|count| count as usize == each.len())
        && each.iter().all(Option::is_some)
    {
        let one = |(place, dates): (Option<String>, &Dates)| {
            // "visits to Harbour City (2–4 April) and Lakeside (6 April)".
            let to = telling.name.split_once(" to ").map_or(telling.name.as_str(), |(name, _)| name);
            let name = singular(to);
            let name = match &place {
                Some(place) if to != telling.name => format!("{name} to {place}"),
                _ => name,
            };
            Telling { name, place, dates: Some(dates.clone()), ..telling.clone() }
        };
        return each.into_iter().zip(&days.dates).map(one).collect();
    }
    // "… were held during the 6th meeting of the sixth session, the 5th meeting of the eighth session".
    let places: Vec<&Sitting> = scene
        .groups
        .iter()
        .flatten()
        .filter(|sitting| {
            is_where(scene, phrase, sitting)
                || sitting.frame && sitting.from > phrase.noun && !sitting.side && !sitting.session
        })
        .collect();
    let lists = days.each();
    if !places.is_empty() && places.len() == lists.len() {
        let pairs = places.into_iter().zip(lists).map(|(sitting, dates)| {
            let mut one = telling.clone();
            one.name = singular(&telling.name);
            one.session = if sitting.session { Some(sitting.key.clone()) } else { sitting.of.clone() };
            one.meeting = (!sitting.session).then_some(sitting.key.ordinal);
            one.dates = Some(dates);
            one
        });
        return pairs.collect();
    }
    telling.dates = Some(days.all());
    vec![telling]
}

fn suffix(rest: String) -> String {
    if rest.is_empty() { rest } else { format!(" {rest}") }
}

/// "informal meetings with States" in the singular.
pub fn singular(name: &str) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    if let Some(noun) = words
        .iter_mut()
        .find(|word| word.ends_with('s') && GATHERINGS.contains(&word.to_lowercase().as_str()))
    {
        noun.pop();
    }
    words.join(" ")
}
