//! Gatherings: what people came together for beside the sessions and their numbered meetings.
//!
//! Only what a verb says was held, with its days, by the body, its officers or its secretariat.

use super::body::{Bodies, Whose};
use super::dated::Days;
use super::event::{Kind, Source};
use super::mood::{Mood, mood};
use super::named::Sitting;
use super::place;
use super::scene::Scene;
use super::sentence::What;
use super::telling::{How, Telling};
use crate::mentions::MentionKind;
use crate::terms::date::Dates;
use crate::terms::english::event::{
    CALLED, CANCELLED, CONVENERS, DETERMINERS, ENDS_NAME, GATHERINGS, HELD, HOLDING, OTHER_MATTER,
    PARTS_OF_BODIES, PLANNED, POSTPONED, VIRTUAL,
};

/// A name is cut after so many words behind its noun.
const LONGEST: usize = 14;

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

/// A phrase that names a gathering.
struct Phrase {
    /// The first piece, without article.
    from: usize,
    /// The piece of the noun.
    noun: usize,
    /// The piece after the last.
    to: usize,
    /// "four".
    count: Option<u32>,
}

/// What the sentence says of gatherings.
pub fn tellings(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source) -> Vec<Telling> {
    let mut all: Vec<Telling> = Vec::new();
    let mut at = 0;
    let mut used = Vec::new();
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
        let Some(verb) = full.or(told_again) else { continue };
        let Some(days) = days(scene, &phrase, verb, &used) else { continue };
        let again = full.is_none();
        let own = || is_held_by_own(scene, &phrase, verb, bodies, part);
        if again && scene.days[days].from < verb || !again && !own() {
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
            _ if again => How::Within,
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
        all.append(&mut told);
        at = phrase.to.max(at);
    }
    all
}

/// The phrase whose noun stands at `at`.
fn phrase(scene: &Scene<'_>, at: usize, bodies: &Bodies, part: &str) -> Option<Phrase> {
    let sentence = scene.sentence;
    let side = scene.groups.iter().flatten().find(|sitting| sitting.side && sitting.from == at);
    let mut count = None;
    let counted = sentence.fact(at, MentionKind::Quantity).and_then(|mention| {
        let unit = mention.attributes.get("unit")?.to_lowercase();
        let mut words = unit.split(' ').rev();
        let gathering = words.next().is_some_and(|noun| GATHERINGS.contains(&noun));
        // "The Bureau held two meetings": a part of the body has no numbered meetings.
        let formal = words.all(|word| matches!(word, "plenary" | "formal" | "official" | "public"))
            && !(at > 0 && sentence.is(at - 1, HOLDING) && part_before(scene, at - 1, bodies, part).is_some());
        count = mention.attributes.get("number").and_then(|number| number.parse().ok());
        (gathering && !formal).then_some(())
    });
    let noun = sentence.is(at, GATHERINGS)
        && (!sentence.is(at, &["table", "tables"]) || at > 0 && sentence.is(at - 1, &["round"]))
        // "the meeting", "the discussions" take up what was told.
        && !(at > 0 && sentence.is(at - 1, &["the", "this", "these", "its", "that", "same", "said", "such", "any", "no"]));
    if side.is_none() && counted.is_none() && !noun {
        return None;
    }
    let mut from = at;
    while side.is_none() && counted.is_none() && from > 0 && at - from < 10 {
        let before = from - 1;
        let counts = sentence.fact(before, MentionKind::Quantity).is_some();
        let joins = sentence.is(before, &["and"]) && before > 0 && !sentence.is(before - 1, GATHERINGS);
        let stops = sentence.is(before, DETERMINERS)
            || sentence.is(before, HOLDING)
            || sentence.is(before, ENDS_NAME)
            || sentence.is(
                before,
                &[
                    "of", "on", "for", "with", "and", "or", "between", "into", "upon", "about", "be", "been",
                    "no", "not", "it", "they",
                ],
            );
        if counts || !joins && (stops || sentence.word(before).is_empty()) {
            break;
        }
        from = before;
    }
    let mut to = at + 1;
    while to < sentence.len() && to - at <= LONGEST {
        let fact = matches!(sentence.pieces[to].what, What::Fact(_));
        let mark = matches!(sentence.pieces[to].what, What::Mark(_));
        let ends = sentence.is(to, ENDS_NAME)
            || sentence.is(to, &["on", "and"]) && is_fact(scene, to + 1)
            || sentence.is(to, HELD);
        if fact || mark || ends {
            break;
        }
        to += 1;
    }
    while to > at + 1
        && sentence.is(to - 1, &["on", "and", "of", "the", "with", "for", "between", "interested"])
    {
        to -= 1;
    }
    Some(Phrase { from, noun: at, to, count })
}

fn is_fact(scene: &Scene<'_>, at: usize) -> bool {
    scene.sentence.pieces.get(at).is_none_or(|piece| !matches!(piece.what, What::Word))
}

/// The verb that holds it: before the phrase, "held four …", or behind it, "… were held", "… took place".
fn verb(scene: &Scene<'_>, phrase: &Phrase) -> Option<usize> {
    let sentence = scene.sentence;
    let mut before = phrase.from;
    while before > 0
        && (sentence.is(before - 1, DETERMINERS)
            || sentence.is(before - 1, &["its", "of", "number", "series", "one"]))
    {
        before -= 1;
    }
    if before > 0 && (sentence.is(before - 1, HOLDING) || sentence.is(before - 1, CALLED)) {
        return Some(before - 1);
    }
    // "was held", possibly with days or a clause between.
    (phrase.to..sentence.len().min(phrase.to + 12)).find(|at| {
        let passive = [HELD, CANCELLED, POSTPONED].iter().any(|verbs| sentence.is(*at, verbs))
            && (at.saturating_sub(3)..*at).any(|at| sentence.is(at, &["was", "were", "been", "be"]));
        let took = sentence.is(*at, &["took"]) && sentence.is(at + 1, &["place"]);
        let clause = (phrase.to..*at)
            .any(|at| sentence.is(at, &["that", "which", "who"]) || sentence.is_mark(at, ';'));
        (passive || took) && !clause
    })
}

/// The word that fixes days for it: "planned for", "were provisionally scheduled for", "due to take place".
fn fixed(scene: &Scene<'_>, phrase: &Phrase) -> Option<usize> {
    let sentence = scene.sentence;
    (phrase.to..sentence.len().min(phrase.to + 6)).find(|at| {
        let clear = (phrase.to..*at).all(|at| !sentence.word(at).is_empty() && !sentence.is(at, OTHER_MATTER));
        clear && sentence.is(*at, PLANNED) && sentence.is(at + 1, &["for", "to", "on", "in", "from", "between"])
    })
}

/// The days of the gathering: at the beginning of the sentence or behind it in its own clause.
fn days(scene: &Scene<'_>, phrase: &Phrase, verb: usize, used: &[usize]) -> Option<usize> {
    let sentence = scene.sentence;
    let own = |at: usize| {
        scene.owner[at].is_none_or(|group| {
            let sitting = &scene.groups[group][0];
            sitting.side && sitting.from == phrase.noun || is_where(scene, phrase, sitting)
        })
    };
    let behind = (0..scene.days.len()).find(|at| {
        let from = scene.days[*at].from;
        let start = phrase.noun + 1;
        from >= start
            && own(*at)
            && (start..from).all(|at| {
                let other = sentence.is(at, OTHER_MATTER) || sentence.is_mark(at, ';');
                let fact = matches!(sentence.pieces[at].what, What::Fact(_)) && at != verb;
                !other && !fact
            })
    });
    behind
        .or_else(|| (0..scene.days.len()).find(|at| scene.leads(*at) && own(*at)))
        .filter(|at| !used.contains(at))
}

/// "… sessions were held during the 6th meeting of …": the sitting says where the gathering was.
fn is_where(scene: &Scene<'_>, phrase: &Phrase, sitting: &Sitting) -> bool {
    !sitting.side
        && sitting.frame
        && sitting.from > phrase.noun
        && scene.sentence.is(sitting.from.saturating_sub(2), &["during", "at"])
}

/// Whether the body, one of its officers or its secretariat holds it; or nobody is named.
fn is_held_by_own(scene: &Scene<'_>, phrase: &Phrase, verb: usize, bodies: &Bodies, part: &str) -> bool {
    let sentence = scene.sentence;
    if verb > phrase.noun {
        // Passive: who held it may follow "by".
        let by = (verb..sentence.len().min(verb + 3))
            .find(|at| sentence.is(*at, &["by"]) && !sentence.is(at + 1, MEANS));
        return by.is_none_or(|by| is_own_subject(scene, by + 1, (by + 8).min(sentence.len()), bodies, part));
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

/// "the Bureau", "the drafting group": a part of the body, whose meetings are gatherings beside the body's.
pub fn is_part_of_body(name: &str) -> bool {
    let words = super::name::words(name);
    let first = words.first().is_some_and(|word| word == "bureau");
    let short = words.len() <= 5 && words.iter().any(|word| PARTS_OF_BODIES.contains(&word.as_str()));
    first || short
}

/// The part of the body that the clause before the verb names as who held the gathering.
fn part_of_body(scene: &Scene<'_>, phrase: &Phrase, verb: usize, bodies: &Bodies, part: &str) -> Option<String> {
    if verb > phrase.noun { None } else { part_before(scene, verb, bodies, part) }
}

fn part_before(scene: &Scene<'_>, verb: usize, bodies: &Bodies, part: &str) -> Option<String> {
    let sentence = scene.sentence;
    (verb.saturating_sub(8)..verb).rev().find_map(|at| {
        let (name, end) = bodies.name_at(sentence, at + 1, part).filter(|_| sentence.is(at, &["the", "its"]))?;
        (end <= verb && is_part_of_body(&name)).then_some(name)
    })
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
                || bodies.name_at(sentence, at + 2 + the, part)
                    .is_some_and(|(name, _)| bodies.whose(&name, part) == Whose::Own);
        }
    }
    false
}

/// What became of it, in the words behind `from`: "…, but was cancelled", "… had to be called off", "… did not
/// take place", "… took place as planned".
fn outcome(scene: &Scene<'_>, from: usize) -> Option<How> {
    const FAR: usize = 14;
    let sentence = scene.sentence;
    let stop = (from + FAR).min(sentence.len());
    let near = |at: usize, words: &[&str]| (at.saturating_sub(3)..at).any(|at| sentence.is(at, words));
    (from..stop).take_while(|at| !sentence.is_mark(*at, ';')).find_map(|at| {
        let be = near(at, &["was", "were", "been", "be"]);
        let off = |verb: &str| sentence.is(at, &[verb]) && sentence.is(at + 1, &["off"]);
        let not = near(at, &["not"]);
        let place = sentence.is(at, &["take", "took"]) && sentence.is(at + 1, &["place"]);
        match () {
            () if be && (sentence.is(at, CANCELLED) || off("called")) => Some(How::Cancelled),
            () if be && (sentence.is(at, POSTPONED) || off("put")) => Some(How::Postponed),
            () if not && (place || be && sentence.is(at, HELD)) => Some(How::Cancelled),
            () if place && sentence.is(at, &["took"]) || be && sentence.is(at, &["held"]) => Some(How::Held),
            () => None,
        }
    })
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
    if days.at.len() > 1 && phrase.count.is_none_or(|count| count as usize == each.len()) && each.iter().all(Option::is_some) {
        let one = |(place, dates): (Option<String>, &Dates)| {
            let name = singular(&telling.name);
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
fn singular(name: &str) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    if let Some(noun) = words
        .iter_mut()
        .find(|word| word.ends_with('s') && GATHERINGS.contains(&word.to_lowercase().as_str()))
    {
        noun.pop();
    }
    words.join(" ")
}
