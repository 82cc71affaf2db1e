//! What is told of the body's session without naming it: "It held four meetings", "The Conference was held in
//! Harbour City".

use super::body::{Bodies, Whose};
use super::event::{Kind, Source};
use super::place;
use super::referring::Referent;
use super::scene::Scene;
use super::sitting;
use super::telling::{How, Telling};
use crate::terms::english::event::{CONVENERS, OTHER_MATTER};

/// "It held four plenary meetings": adds to the session told last.
pub fn counted(
    scene: &Scene<'_>,
    bodies: &Bodies,
    part: &str,
    last: Option<&Referent>,
    source: &Source,
) -> Option<Telling> {
    let sessions = scene.groups.iter().flatten().any(|sitting| sitting.session);
    let verb =
        (0..scene.sentence.len()).any(|at| scene.sentence.is(at, &["held", "met", "comprised", "consisted"]));
    let count = sitting::count_of_meetings(scene).filter(|_| !sessions && verb)?;
    if is_of_others(scene, bodies, part) {
        return None;
    }
    // The report's only session is found later, when all are known.
    let key = last.map(|session| session.key.clone()).unwrap_or_default();
    let mut telling = Telling::new(Kind::Session, bodies.own.clone(), String::new(), source.clone());
    telling.key = key;
    telling.meetings = Some(count);
    Some(telling)
}

/// "The Bureau held two meetings": who is named before the verb is not the body.
fn is_of_others(scene: &Scene<'_>, bodies: &Bodies, part: &str) -> bool {
    let sentence = scene.sentence;
    let Some(verb) =
        (0..sentence.len()).find(|at| sentence.is(*at, &["held", "met", "comprised", "consisted"]))
    else {
        return false;
    };
    let named = (0..verb).rev().take(40).find_map(|at| {
        let (name, end) =
            bodies.name_at(sentence, at + 1, part).filter(|_| sentence.is(at, &["the", "its", "a", "an"]))?;
        (end <= verb).then_some(name)
    });
    let officer = verb > 0
        && sentence.is(verb - 1, CONVENERS)
        && !sentence.is(verb - 1, &["it", "they", "group", "members"]);
    officer || named.is_some_and(|name| bodies.whose(&name, part) != Whose::Own)
}

/// "The Conference was held in Harbour City from 3 to 7 May 2031": a body that is itself what is held.
pub fn body_held(scene: &Scene<'_>, bodies: &Bodies, source: &Source) -> Option<Telling> {
    let sentence = scene.sentence;
    if !bodies.is_event() || !scene.groups.is_empty() || scene.days.len() != 1 {
        return None;
    }
    let days = &scene.days[0];
    let verb =
        (0..days.from).rev().take(20).find(|at| sentence.is(*at, &["held", "convened", "took", "met"]));
    let verb = verb?;
    let end = verb - usize::from(verb > 0 && sentence.is(verb - 1, &["was"]));
    let subject = sentence.text(usize::from(sentence.is(0, &["the"])), end);
    let from = subject.find(|c: char| c.is_alphabetic()).unwrap_or(0);
    if !sentence.is(0, &["the"]) || !bodies.is_own(&subject[from..]) {
        return None;
    }
    let between: Vec<usize> = (verb + 1..days.from).collect();
    if between.iter().any(|at| sentence.is(*at, OTHER_MATTER)) {
        return None;
    }
    let mut telling = Telling::new(Kind::Session, bodies.own.clone(), bodies.session_name(), source.clone());
    telling.key.ordinal = bodies.number;
    telling.dates = Some(days.all());
    telling.how = if sentence.is(verb, &["took", "met"]) { How::Held } else { scene.tense(verb) };
    telling.place = between.iter().chain(&[days.to, days.to + 1]).find_map(|at| place::after(sentence, *at));
    Some(telling)
}
