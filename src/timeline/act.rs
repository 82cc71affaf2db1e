//! Elections and adoptions: what a body did at a sitting.

use super::body::{Bodies, Whose};
use super::days;
use super::event::{Kind, Source};
use super::named::Sitting;
use super::scene::Scene;
use super::sitting;
use super::telling::{How, Telling};
use crate::mentions::MentionKind;
use crate::terms::date::Dates;
use crate::terms::english::event::{ADOPTED, OPENS_WORK, OTHER_MATTER};
use crate::terms::english::number;

/// How many words the thing adopted may have before its noun.
const FAR: usize = 9;

/// Whether the sentence tells that the body elected somebody.
pub fn elects(scene: &Scene<'_>) -> Option<usize> {
    let sentence = scene.sentence;
    (0..sentence.len()).find(|at| {
        let verb = sentence.is(*at, &["elected", "re-elected", "reelected"]);
        let before = at.saturating_sub(3)..*at;
        let to_come = before.clone().any(|at| {
            sentence.is(at, &["be", "to", "would", "will", "shall", "should", "not", "newly", "duly"])
        });
        // "the elected members" are no election; "was elected Chair" is.
        let passive = before.clone().any(|at| sentence.is(at, &["was", "were", "been"]));
        let adjective = sentence.is(at + 1, &["officers", "members", "chair", "president", "bureau"]);
        verb && !to_come && (passive || !adjective)
    })
}

/// An election told in this sentence, with the officers that it names.
pub fn election(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source) -> Option<Telling> {
    let verb = elects(scene)?;
    if !is_done_by_own(scene, verb, bodies, part) {
        return None;
    }
    let elected: Vec<_> = scene
        .sentence
        .facts(MentionKind::Officer)
        .map(|(_, mention)| mention)
        .filter(|mention| mention.attributes.get("act").is_some_and(|act| act.ends_with("elected")))
        .collect();
    let officers: Vec<_> = elected.iter().map(|mention| sitting::officer(mention)).collect();
    let mut telling = Telling::new(Kind::Election, bodies.own.clone(), String::new(), source.clone());
    telling.officers = officers;
    at_sitting(scene, verb, &mut telling);
    if telling.dates.is_none() {
        telling.dates = day_beside(scene, verb);
    }
    let session = telling.session.as_ref().and_then(|session| session.ordinal);
    let bodies_of = elected.iter().map(|mention| mention.attributes.get("body"));
    for (officer, of) in telling.officers.iter_mut().zip(bodies_of) {
        if let (Some(office), Some(of)) = (&officer.office, of.filter(|of| is_of_another(of, session))) {
            officer.office = Some(format!("{office} of the {of}"));
        }
    }
    // "The third Meeting of States Parties elected": that is its session.
    let subject = scene
        .groups
        .iter()
        .flatten()
        .rfind(|sitting| sitting.session && !sitting.frame && sitting.to <= verb);
    if let (None, Some(subject)) = (&telling.session, subject) {
        telling.session = Some(subject.key.clone());
    }
    Some(telling)
}

/// "President of the third Meeting", elected at the second: an office of another session than this.
fn is_of_another(of: &str, session: Option<u32>) -> bool {
    let first: Vec<char> = of.split(' ').next().unwrap_or_default().to_lowercase().chars().collect();
    number::ordinal(&first).is_some_and(|ordinal| session != Some(ordinal) || !of.ends_with("eeting"))
}

/// The adoption of a report, resolution or declaration told in this sentence.
pub fn adoption(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source) -> Option<Telling> {
    let sentence = scene.sentence;
    for verb in (0..sentence.len()).filter(|at| sentence.is(*at, &["adopted"])) {
        let passive = (verb.saturating_sub(3)..verb).any(|at| sentence.is(at, &["was", "were"]));
        let to_come = (verb.saturating_sub(4)..verb).any(|at| {
            sentence.is(at, &["be", "to", "would", "will", "shall", "should", "not", "as", "being"])
        });
        if to_come || !is_done_by_own(scene, verb, bodies, part) {
            continue;
        }
        // "considered its draft report (A/AC.999/2031/L.1) and adopted it".
        let it = sentence.is(verb + 1, &["it"]);
        let considered =
            (0..verb).rev().take(60).find(|at| it && sentence.is(*at, &["considered", "reviewed"]));
        let from = considered.unwrap_or(verb);
        let named = if passive { object_before(scene, verb) } else { object_behind(scene, from) };
        let Some(name) = named else { continue };
        let mut telling = Telling::new(
            Kind::Adoption,
            bodies.own.clone(),
            format!("adoption of the {name}"),
            source.clone(),
        );
        at_sitting(scene, verb, &mut telling);
        if telling.dates.is_none() {
            telling.dates = day_beside(scene, verb);
        }
        // Nothing says when: the words speak of the act, not of the event.
        if telling.dates.is_none() && telling.session.is_none() && telling.meeting.is_none() {
            continue;
        }
        telling.items = sentence
            .facts(MentionKind::AgendaItem)
            .filter(|(at, _)| *at < verb)
            .map(|(at, mention)| sitting::item(sentence, at, mention))
            .collect();
        telling.documents = sentence
            .facts(MentionKind::Document)
            .filter(|(at, mention)| {
                *at > from && mention.attributes.get("type").is_some_and(|kind| kind != "url")
            })
            .map(|(_, mention)| mention.value.clone())
            .collect();
        return Some(telling);
    }
    None
}

/// "The Committee, on 7 May 2031, adopted its report", "adopted its report by consensus on 7 May 2031".
fn day_beside(scene: &Scene<'_>, verb: usize) -> Option<Dates> {
    const NEAR: usize = 14;
    let sentence = scene.sentence;
    let free = |at: &usize| scene.owner[*at].is_none() && scene.days[*at].each().len() == 1;
    let on = |at: &usize| scene.days[*at].from > 0 && sentence.is(scene.days[*at].from - 1, &["on"]);
    let clear = |from: usize, to: usize| {
        (from..to)
            .all(|at| !sentence.is(at, OTHER_MATTER) && sentence.fact(at, MentionKind::Session).is_none())
    };
    let beside = |at: &usize| {
        let days = &scene.days[*at];
        let before = days.to <= verb && verb - days.to <= 3;
        let behind = days.from > verb && days.from - verb <= NEAR && clear(verb + 1, days.from);
        before || behind
    };
    (0..scene.days.len()).filter(free).filter(on).find(beside).map(|at| scene.days[at].all())
}

/// "adopted its draft report on …": what was adopted, without article.
fn object_behind(scene: &Scene<'_>, verb: usize) -> Option<String> {
    let sentence = scene.sentence;
    let mut from = verb + 1;
    while sentence
        .is(from, &["by", "consensus", "without", "a", "vote", "also", "unanimously", "acclamation"])
        || sentence.is_mark(from, ',')
    {
        from += 1;
    }
    if !sentence.is(from, &["its", "the", "this", "their"]) {
        return None;
    }
    from += 1 + usize::from(sentence.is(from + 1, &["following"]));
    // "the following four decisions": the count and its noun are one piece.
    let counted =
        sentence.fact(from, MentionKind::Quantity).and_then(|mention| mention.attributes.get("unit"));
    if counted.is_some_and(|unit| ADOPTED.contains(&unit.rsplit(' ').next().unwrap_or(unit))) {
        return Some(sentence.text(from, from + 1));
    }
    let noun = (from..sentence.len().min(from + FAR)).find(|at| sentence.is(*at, ADOPTED))?;
    let clear = (from..noun).all(|at| {
        !sentence.word(at).is_empty()
            && !sentence.is(at, OPENS_WORK)
            && !sentence.is(at, &["of", "in", "on", "contained"])
    });
    // "the report of the Credentials Committee" is another body's.
    let other = sentence.is(noun + 1, &["of"]) && {
        let the = usize::from(sentence.is(noun + 2, &["the"]));
        sentence.is_capital(noun + 2 + the) && !is_own_name(scene, noun + 2 + the)
    };
    (clear && !other).then(|| sentence.text(from, noun + 1))
}

fn is_own_name(scene: &Scene<'_>, at: usize) -> bool {
    // A name with one of the nouns of the report's own kind is checked by the caller's body; papers "of the
    // Fund" are not.
    !scene.sentence.is(at, &["credentials", "drafting", "main", "secretary-general", "director-general"])
}

/// "The report … was adopted".
fn object_before(scene: &Scene<'_>, verb: usize) -> Option<String> {
    let sentence = scene.sentence;
    let noun = (verb.saturating_sub(14)..verb).rev().find(|at| sentence.is(*at, ADOPTED))?;
    let mut from = noun;
    while from > 0
        && noun - from < FAR
        && !sentence.word(from - 1).is_empty()
        && !sentence.is(from - 1, &["the", "a", "its", "of", "on", "that"])
    {
        from -= 1;
    }
    let agenda = (from..verb).any(|at| sentence.is(at, OPENS_WORK));
    (sentence.is(from.checked_sub(1)?, &["the", "its"]) && !agenda).then(|| sentence.text(from, noun + 1))
}

/// Whether the body that reports does what the verb at `verb` says: it is named last before it, or nobody is.
fn is_done_by_own(scene: &Scene<'_>, verb: usize, bodies: &Bodies, part: &str) -> bool {
    let sentence = scene.sentence;
    let passive = (verb.saturating_sub(3)..verb).any(|at| sentence.is(at, &["was", "were"]));
    if passive {
        let by = (verb..sentence.len().min(verb + 3))
            .find(|at| sentence.is(*at, &["by"]) && sentence.is(at + 1, &["the"]));
        return by.is_none_or(|by| {
            bodies.name_at(sentence, by + 2, part).is_none_or(|(name, _)| bodies.whose(&name, part) == Whose::Own)
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
fn at_sitting(scene: &Scene<'_>, verb: usize, telling: &mut Telling) {
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
            telling.meeting.get_or_insert(sitting.key.ordinal);
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
