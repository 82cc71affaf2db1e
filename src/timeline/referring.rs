//! Sessions that a sentence only refers to: "The session was suspended on …", "it was held … instead",
//! "and the second part in Harbour City from …".

use super::body::Bodies;
use super::event::Kind;
use super::named::Sitting;
use super::sentence::Sentence;
use super::telling::{Key, Telling};
use crate::terms::english::event::{CANCELLED, HELD, MOVED, OPENING, POSTPONED, RESUMING};
use crate::terms::english::number;

/// The rule of a sitting that is only referred to.
pub const RULE: &str = "referring";

/// The session or meeting of which the text was speaking.
#[derive(Debug, Clone, Default)]
pub struct Referent {
    /// "third session".
    pub name: String,
    /// Whether it is a session; else a meeting of a body that has no sessions.
    pub session: bool,
    /// Which.
    pub key: Key,
    /// "substantive".
    pub types: Option<String>,
}

impl Referent {
    /// What is told of one on the first page.
    pub fn of_telling(telling: &Telling) -> Self {
        Self {
            name: telling.name.clone(),
            session: telling.kind == Kind::Session,
            key: telling.key.clone(),
            types: telling.types.clone(),
        }
    }

    /// What a sitting is to the sentences after it.
    pub fn of(sitting: &Sitting) -> Self {
        Self {
            name: sitting.name.clone(),
            session: sitting.session,
            key: sitting.key.clone(),
            types: sitting.types.clone(),
        }
    }
}

/// The sitting that the words at `at` refer to: the last one of the body that the sentence names before, else
/// that of which the text was speaking.
pub fn sitting(
    sentence: &Sentence<'_>,
    at: usize,
    before: Option<&Sitting>,
    bodies: &Bodies,
    last: Option<&Referent>,
) -> Option<Sitting> {
    let own = before.filter(|sitting| sitting.whose == super::body::Whose::Own && !sitting.side);
    let last = own.map(Referent::of).or_else(|| last.cloned())?;
    let (to, part) = part(sentence, at, &last)
        .or_else(|| noun(sentence, at, bodies, &last).map(|to| (to, None)))
        // "it" of the sentence before may be the body, which is not held, resumed or put off.
        .or_else(|| {
            (own.is_some() || at == 0).then(|| pronoun(sentence, at)).flatten().map(|to| (to, None))
        })?;
    let mut sitting = Sitting {
        from: at,
        to,
        name: last.name,
        session: last.session,
        key: last.key,
        types: last.types,
        rule: RULE,
        ..Sitting::default()
    };
    if part.is_some() {
        let stem = sitting.name.split(", part ").next().unwrap_or_default().to_owned();
        sitting.name =
            part.filter(|_| !stem.is_empty()).map_or(stem.clone(), |part| format!("{stem}, part {part}"));
        sitting.key.part = part;
    }
    Some(sitting)
}

/// "the session", "its session" before what became of it; "the meeting" where the body has meetings for
/// sessions.
fn noun(sentence: &Sentence<'_>, at: usize, bodies: &Bodies, last: &Referent) -> Option<usize> {
    let noun = if last.session { "session" } else { "meeting" };
    let called = sentence.is(at, &[noun]) || bodies.is_event() && bodies.noun() == Some(sentence.word(at));
    let determined = at > 0 && sentence.is(at - 1, &["the", "this", "its"]);
    // "the report of the session" and "during the session" speak of something else.
    let free =
        at < 3 || !sentence.is(at - 2, &["of", "at", "during", "for", "in", "before", "after", "to", "on"]);
    (called && determined && free && is_told(sentence, at + 1)).then_some(at + 1)
}

/// "it was held …", "which was postponed …".
fn pronoun(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    (sentence.is(at, &["it", "which"]) && is_told(sentence, at + 1)).then_some(at + 1)
}

/// "the second part", "its first part" of a session named before.
fn part(sentence: &Sentence<'_>, at: usize, last: &Referent) -> Option<(usize, Option<u32>)> {
    let determined = at > 0 && sentence.is(at - 1, &["the", "its", "a"]);
    if !determined || !last.session || !sentence.is(at + 1, &["part"]) {
        return None;
    }
    let word: Vec<char> = sentence.word(at).chars().collect();
    let part = number::ordinal(&word).filter(|part| *part < 6)?;
    // "the first part of its session".
    let of = sentence.is(at + 2, &["of"]);
    let its = of && sentence.is(at + 3, &["its", "the"]) && sentence.is(at + 4, &["session"]);
    (!of || its).then_some((if its { at + 5 } else { at + 2 }, Some(part)))
}

/// Whether the words at `at` say that something was held, put off, opened …: "was held", "had to be
/// postponed", "resumed", "took place".
fn is_told(sentence: &Sentence<'_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    let helpers = [
        "was",
        "were",
        "is",
        "had",
        "has",
        "been",
        "be",
        "would",
        "will",
        "to",
        "then",
        "also",
        "therefore",
        "subsequently",
        "eventually",
        "finally",
        "later",
        "initially",
        "originally",
        "formally",
        "not",
        "did",
        "thus",
        "instead",
        "first",
        "scheduled",
        "again",
    ];
    let verb = (at..at + LONGEST).find(|at| !sentence.is(*at, &helpers));
    verb.is_some_and(|verb| {
        let passive = verb > at;
        passive && [HELD, POSTPONED, MOVED, CANCELLED].iter().any(|verbs| sentence.is(verb, verbs))
            || sentence.is(verb, RESUMING)
            || sentence.is(verb, OPENING)
            || sentence.is(verb, &["took", "take"]) && sentence.is(verb + 1, &["place"])
    })
}
