//! Meetings that have a day and no number, "At the meeting of 26 September, …", and what a body visited.

use super::body::{Bodies, Whose};
use super::event::{Kind, Source};
use super::scene::Scene;
use super::telling::{How, Telling};
use crate::terms::english::event::CONVENERS;

/// What the sentence says of meetings without a number and of visits.
pub fn tellings(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source) -> Vec<Telling> {
    let meeting = meeting_of_day(scene).map(|at| {
        let mut telling =
            Telling::new(Kind::Meeting, bodies.own.clone(), "meeting".to_owned(), source.clone());
        telling.dates = Some(scene.days[at].all());
        telling.how = How::Held;
        telling
    });
    meeting.into_iter().chain(visit(scene, bodies, part, source)).collect()
}

/// The days of "the meeting of 26 September 2031", by their place among those of the scene, where the sentence
/// begins with it or something was done at it.
pub fn meeting_of_day(scene: &Scene<'_>) -> Option<usize> {
    let sentence = scene.sentence;
    (0..scene.days.len()).find(|at| {
        let from = scene.days[*at].from;
        let named = from > 2
            && scene.owner[*at].is_none()
            && sentence.is(from - 1, &["of"])
            && sentence.is(from - 2, &["meeting", "sitting"])
            && sentence.is(from - 3, &["the", "its"]);
        named && from > 3 && sentence.is(from - 4, &["at"]) && scene.days[*at].each().len() == 1
    })
}

/// "The Committee visited Harbour City from 10 to 14 March 2031".
fn visit(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source) -> Option<Telling> {
    const LONGEST: usize = 6;
    let sentence = scene.sentence;
    let verb = (1..sentence.len()).find(|at| {
        sentence.is(*at, &["visited"])
            && (sentence.is_capital(at + 1) || sentence.is(at + 1, &["a", "an", "the"]))
    })?;
    let named = sentence.is_capital(verb + 1);
    // "a cold store and a quarantine shed near the harbour".
    let longest = verb + 1 + if named { LONGEST } else { 2 * LONGEST };
    let inside = |at: usize| match named {
        true => sentence.is_capital(at) || sentence.is(at, &["and", "of", "the"]),
        false => !sentence.word(at).is_empty() && !sentence.is(at, &["from", "on", "where", "which", "to"]),
    };
    let end = (verb + 1..longest).find(|at| !inside(*at)).unwrap_or(longest).min(sentence.len());
    let days = || scene.days.iter().enumerate();
    let behind = days().find(|(_, days)| {
        days.from > verb
            && days.from <= end + 2
            && (end..days.from).all(|at| sentence.is(at, &["from", "on", "between"]))
    });
    let (at, days) = behind.or_else(|| days().find(|(at, days)| days.to < verb && scene.leads(*at)))?;
    let subject = (verb.saturating_sub(14)..verb).rev().find_map(|at| {
        if sentence.is(at, CONVENERS) || sentence.is(at, &["delegation", "mission"]) {
            return Some(true);
        }
        let (name, to) = bodies.name_at(sentence, at + 1, part).filter(|_| sentence.is(at, &["the"]))?;
        (to <= verb).then(|| bodies.whose(&name, part) == Whose::Own)
    });
    if subject != Some(true) || scene.owner[at].is_some() {
        return None;
    }
    let place = sentence.text(verb + 1, end);
    let mut telling =
        Telling::new(Kind::Gathering, bodies.own.clone(), format!("visit to {place}"), source.clone());
    (telling.dates, telling.how, telling.place) =
        (Some(days.all()), How::Held, Some(place).filter(|_| named));
    Some(telling)
}
