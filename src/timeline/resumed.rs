//! "was suspended on 6 May and resumed from 8 to 10 September": the days on which a session went on.

use super::body::Whose;
use super::event::{Body, Kind, Source};
use super::named::Sitting;
use super::place;
use super::referring::{self, Referent};
use super::scene::Scene;
use super::telling::{How, Key, Telling};
use crate::mentions::MentionKind;
use crate::terms::english::event::{BETWEEN, RESUMING};

/// How many pieces may stand between the verb and the days.
const FAR: usize = 10;

/// The kind of a session that goes on after a break.
pub const KIND: &str = "resumed";

/// What a sentence says of sessions that were resumed; `last` is the one of which the text was speaking.
pub fn tellings(scene: &Scene<'_>, last: Option<&Referent>, own: &Body, source: &Source) -> Vec<Telling> {
    let sentence = scene.sentence;
    let verbs = (0..sentence.len()).filter(|at| sentence.is(*at, RESUMING));
    verbs
        .filter_map(|verb| {
            let is_own = |sitting: &&Sitting| sitting.whose == Whose::Own && !sitting.side;
            let sittings = || scene.groups.iter().flatten().filter(is_own);
            let determiner = usize::from(sentence.is(verb + 1, &["its", "the", "their"]));
            let object = sittings().find(|sitting| sitting.from == verb + 1 + determiner);
            // "the resumed session" is its name, "resumed its consideration of" no sitting.
            if object.is_none() && determiner > 0 || determiner == 0 && object.is_some() {
                return None;
            }
            let from = object.map_or(verb + 1, |object| object.to);
            let passes =
                |at: usize| sentence.is(at, BETWEEN) || sentence.is_capital(at) || sentence.is_mark(at, ',');
            let days = scene.days.iter().find(|days| days.from >= from)?;
            if days.from - from > FAR || !(from..days.from).all(passes) {
                return None;
            }
            let before = sittings().rfind(|sitting| sitting.to <= verb && !sitting.frame);
            let named = object.or(before).map(Referent::of);
            let referent = named.or_else(|| last.cloned().filter(|_| speaks_of_sitting(scene, verb)))?;
            let kind = if referent.session { Kind::Session } else { Kind::Meeting };
            let mut telling = Telling::new(kind, own.clone(), name(&referent.name), source.clone());
            telling.key = key(&referent.key);
            telling.types = referent.types;
            telling.referred = object.or(before).is_none_or(|sitting| sitting.rule == referring::RULE);
            telling.dates = Some(days.all());
            telling.how = match scene.tense(verb) {
                How::Scheduled => How::Scheduled,
                _ if sentence.is(verb, &["resume", "reconvene"]) => How::Scheduled,
                _ => How::Held,
            };
            telling.place = (from..days.from).chain([days.to]).find_map(|at| place::after(sentence, at));
            Some(telling)
        })
        .collect()
}

/// Whether it is the session that is resumed: "It was resumed on …", "The meeting resumed …", or nobody is
/// named, and not "The Committee resumed …".
fn speaks_of_sitting(scene: &Scene<'_>, verb: usize) -> bool {
    let sentence = scene.sentence;
    let subject = (verb.saturating_sub(6)..verb).rev().find(|at| {
        sentence.is(*at, &["it", "session", "meeting", "which"])
            || sentence.fact(*at, MentionKind::Session).is_some()
    });
    subject
        .is_some_and(|at| !sentence.is(at, &["it"]) || sentence.is(at + 1, &["was", "will", "would", "is"]))
}

fn name(of: &str) -> String {
    if of.is_empty() || of.starts_with(KIND) { of.to_owned() } else { format!("{KIND} {of}") }
}

fn key(of: &Key) -> Key {
    let mut key = of.clone();
    if !key.kinds.iter().any(|kind| kind == KIND) {
        key.kinds.push(KIND.to_owned());
        key.kinds.sort();
    }
    key
}

/// The session that went on, without the word: "resumed third session" was the third session.
pub fn base(key: &Key) -> Option<Key> {
    let mut base = key.clone();
    base.kinds.retain(|kind| kind != KIND);
    (base != *key).then_some(base)
}
