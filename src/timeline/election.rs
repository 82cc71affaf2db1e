//! Elections: that a body elected or confirmed officers, or somebody in the place of another.

use super::act::{Frame, at_sitting, day_beside, is_done_by_own, is_of_another_session};
use super::body::Bodies;
use super::event::{Kind, Officer, Source};
use super::scene::Scene;
use super::sitting;
use super::telling::Telling;
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::event::ELECTING;

/// How far behind the verb somebody may stand who is elected without an office: "elected X in his stead".
const NEAR: usize = 8;

/// The verb by which the sentence tells that somebody was elected.
fn verb(scene: &Scene<'_>) -> Option<usize> {
    let sentence = scene.sentence;
    (0..sentence.len()).find(|at| {
        let proceeded = sentence.is(*at, &["elect"])
            && sentence.is(at.wrapping_sub(1), &["to"])
            && (at.saturating_sub(3)..*at).any(|at| sentence.is(at, &["proceeded"]));
        let before = at.saturating_sub(3)..*at;
        let to_come = before.clone().any(|at| {
            sentence.is(at, &["be", "to", "would", "will", "shall", "should", "not", "newly", "duly"])
        });
        // "the elected members" are no election; "was elected Chair" is.
        let passive = before.clone().any(|at| sentence.is(at, &["was", "were", "been"]));
        let adjective = sentence.is(at + 1, &["officers", "members", "chair", "president", "bureau"]);
        // Members and experts are appointed, papers confirmed: only where an officer is named is it an election.
        let confirmed = sentence.is(*at, &["confirmed", "appointed", "designated"])
            && elected(scene)
                .iter()
                .any(|(_, mention)| is_act(mention, &["confirmed", "appointed", "designated"]));
        let verb = sentence.is(*at, ELECTING) || confirmed;
        proceeded || verb && !to_come && (passive || !adjective)
    })
}

fn is_act(mention: &Mention, acts: &[&str]) -> bool {
    mention.attributes.get("act").is_some_and(|act| acts.contains(&act.as_str()))
}

/// The officers that the sentence says were elected, each with its place.
fn elected<'s>(scene: &'s Scene<'_>) -> Vec<(usize, &'s Mention)> {
    let acts = ["elected", "re-elected", "confirmed", "appointed", "designated"];
    scene.sentence.facts(MentionKind::Officer).filter(|(_, mention)| is_act(mention, &acts)).collect()
}

/// The elections told in this sentence, with the officers that it names; `frame` is the sitting of which the
/// sentences before it speak.
pub fn tellings(
    scene: &Scene<'_>,
    bodies: &Bodies,
    part: &str,
    frame: Option<&Frame>,
    source: &Source,
) -> Vec<Telling> {
    let Some(verb) = verb(scene).filter(|verb| is_done_by_own(scene, *verb, bodies, part)) else {
        return by_name(scene, bodies, source).into_iter().collect();
    };
    let mut telling = Telling::new(Kind::Election, bodies.own.clone(), String::new(), source.clone());
    at_sitting(scene, verb, &mut telling);
    if telling.dates.is_none() {
        telling.dates = day_beside(scene, verb);
    }
    let session = telling.session.as_ref().and_then(|session| session.ordinal);
    let mut officers: Vec<(usize, Officer)> = elected(scene)
        .into_iter()
        .map(|(at, mention)| {
            let mut officer = sitting::officer(mention);
            let of = mention.attributes.get("body").filter(|of| is_of_another_session(of, session));
            if let (Some(office), Some(of)) = (&officer.office, of) {
                officer.office = Some(format!("{office} of the {of}"));
            }
            (at, officer)
        })
        .collect();
    if officers.is_empty() {
        officers.extend(without_office(scene, verb));
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
    if let (None, None, None, Some(frame)) = (&telling.dates, &telling.session, telling.meeting, frame) {
        frame.lend(&mut telling);
    }
    let mut all = vec![telling];
    // "elected X as Chair and, the following day, Y as Vice-Chair".
    let mut days =
        scene.days.iter().filter(|days| days.from > verb && scene.sentence.is_mark(days.to, ',')).peekable();
    for (at, officer) in officers {
        if let Some(other) = days.next_if(|days| days.from < at)
            && all.last().is_some_and(|telling| !telling.officers.is_empty())
        {
            let mut next = all[0].clone();
            (next.officers, next.dates, next.meeting) = (Vec::new(), Some(other.all()), None);
            all.push(next);
        }
        if let Some(last) = all.last_mut() {
            last.officers.push(officer);
        }
    }
    all
}

/// "The election of Ada Example (Norway) as Chair took place by correspondence on 31 July": told by its name.
fn by_name(scene: &Scene<'_>, bodies: &Bodies, source: &Source) -> Option<Telling> {
    const FAR: usize = 40;
    let sentence = scene.sentence;
    let noun = (0..sentence.len()).find(|at| sentence.is(*at, &["election", "elections"]))?;
    let stop = sentence.len().min(noun + FAR);
    let held = (noun..stop).find(|at| {
        let passive = sentence.is(*at, &["held", "completed", "conducted"])
            && (at.saturating_sub(2)..*at).any(|at| sentence.is(at, &["was", "were"]));
        passive || sentence.is(*at, &["took"]) && sentence.is(at + 1, &["place"])
    })?;
    // The election of members of a board, or in a country, is another matter.
    let named = sentence.facts(MentionKind::Officer).chain(sentence.facts(MentionKind::Participant));
    let named: Vec<Officer> = named
        .filter(|(at, _)| (noun..held).contains(at))
        .map(|(_, mention)| Officer { act: "elected".to_owned(), ..sitting::officer(mention) })
        .collect();
    let mut telling = Telling::new(Kind::Election, bodies.own.clone(), String::new(), source.clone());
    telling.officers = named;
    telling.dates = Some(day_beside(scene, held)?);
    telling.how = super::telling::How::Held;
    let officers = (noun..held).any(|at| sentence.is(at, &["officers", "bureau", "chair", "president"]));
    (officers || !telling.officers.is_empty()).then_some(telling)
}

/// "elected Ada Example (Norway) in his stead", "Ada Example was elected to replace …": right beside the verb,
/// without an office.
fn without_office(scene: &Scene<'_>, verb: usize) -> Option<(usize, Officer)> {
    let sentence = scene.sentence;
    let stead = (verb..sentence.len())
        .any(|at| sentence.is(at, &["stead", "replace", "vacancy", "seat", "replacement"]));
    let passive = verb > 0 && sentence.is(verb - 1, &["was", "were", "been"]);
    let near =
        |at: usize| if passive { at < verb && verb - at < NEAR } else { at > verb && at - verb < NEAR };
    let mut named = sentence.facts(MentionKind::Participant).filter(|(at, _)| near(*at));
    let (at, mention) = named.next().filter(|(at, _)| stead || !passive && *at == verb + 1)?;
    Some((
        at,
        Officer {
            name: mention.value.clone(),
            country: mention.attributes.get("country").cloned(),
            office: None,
            act: "elected".to_owned(),
        },
    ))
}
