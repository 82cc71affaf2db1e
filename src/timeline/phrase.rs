//! [`Phrase`]: the words that name a gathering, the verb that holds it, its days, and whose part holds it.

use super::body::Bodies;
use super::named::Sitting;
use super::scene::Scene;
use super::sentence::What;
use super::telling::How;
use crate::mentions::MentionKind;
use crate::terms::english::event::{
    CALLED, CANCELLED, DETERMINERS, ENDS_NAME, GATHERINGS, HELD, HOLDING, OTHER_MATTER, PARTS_OF_BODIES,
    PLANNED, POSTPONED,
};

/// A name is cut after so many words behind its noun.
const LONGEST: usize = 14;

/// A phrase that names a gathering.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The first piece, without article.
    pub from: usize,
    /// The piece of the noun.
    pub noun: usize,
    /// The piece after the last.
    pub to: usize,
    /// "four".
    pub count: Option<u32>,
}

/// The phrase whose noun stands at `at`.
pub fn phrase(scene: &Scene<'_>, at: usize, bodies: &Bodies, part: &str) -> Option<Phrase> {
    let sentence = scene.sentence;
    let side = scene.groups.iter().flatten().find(|sitting| sitting.side && sitting.from == at);
    let mut count = None;
    let counted = sentence.fact(at, MentionKind::Quantity).and_then(|mention| {
        let unit = mention.attributes.get("unit")?.to_lowercase();
        let mut words = unit.split(' ').rev();
        let gathering = words.next().is_some_and(|noun| GATHERINGS.contains(&noun));
        // "The Bureau held two meetings": a part of the body has no numbered meetings.
        let formal = words.all(|word| matches!(word, "plenary" | "formal" | "official" | "public"))
            && !(at > 0
                && sentence.is(at - 1, HOLDING)
                && part_before(scene, at - 1, bodies, part).is_some());
        count = mention.attributes.get("number").and_then(|number| number.parse().ok());
        (gathering && !formal).then_some(())
    });
    // "the meeting", "the discussions" take up what was told; "the consultations foreseen for" do not.
    let taken_up = at > 0
        && !sentence.is_capital(at)
        && sentence.is(at - 1, &["the", "this", "these", "its", "that", "same", "said", "such", "any", "no"]);
    let plain = (at + 1..at + 9).take_while(|at| !sentence.word(*at).is_empty());
    let held = |at: usize| sentence.is(at, HELD) && sentence.is(at - 1, &["been", "was", "were"]);
    let fixed = (at + 1..at + 6).any(|at| sentence.is(at, PLANNED)) || plain.into_iter().any(held);
    let noun = sentence.is(at, GATHERINGS)
        && (!sentence.is(at, &["table", "tables"]) || at > 0 && sentence.is(at - 1, &["round"]))
        && (!taken_up || fixed);
    // "an exchange of letters" is no exchange of people.
    let written = sentence.is(at, &["exchange", "exchanges"])
        && sentence.is(at + 1, &["of"])
        && sentence.is(at + 2, &["letters", "correspondence", "notes", "communications", "information"]);
    if side.is_none() && counted.is_none() && !noun || written {
        return None;
    }
    let mut from = at;
    while side.is_none() && counted.is_none() && from > 0 && at - from < 10 {
        let before = from - 1;
        let counts = sentence.fact(before, MentionKind::Quantity).is_some();
        let joins = sentence.is(before, &["and"]) && before > 0 && !sentence.is(before - 1, GATHERINGS);
        let stops = sentence.is(before, DETERMINERS)
            || sentence.is(before, HOLDING)
            || sentence.is(before, CALLED)
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
        // "a visit to Examplia" is named by where it went.
        let goes = to == at + 1
            && sentence.is(at, &["visit", "visits", "mission", "missions"])
            && sentence.is(to, &["to"]);
        let ends = !goes && sentence.is(to, ENDS_NAME)
            || sentence.is(to, PLANNED)
            || sentence.is(to, &["on", "and"]) && is_fact(scene, to + 1)
            || sentence.is(to, HELD);
        // "consultations and a silence procedure": two things.
        let second = sentence.is(to, &["and", "or"]) && sentence.is(to + 1, &["a", "an", "the", "its"]);
        if fact || mark || ends || second {
            break;
        }
        to += 1;
    }
    while to > at + 1
        && sentence.is(
            to - 1,
            &[
                "on",
                "and",
                "of",
                "the",
                "with",
                "for",
                "between",
                "interested",
                "pertaining",
                "relating",
                "concerning",
                "regarding",
                "a",
                "an",
                "its",
            ],
        )
    {
        to -= 1;
    }
    Some(Phrase { from, noun: at, to, count })
}

fn is_fact(scene: &Scene<'_>, at: usize) -> bool {
    scene.sentence.pieces.get(at).is_none_or(|piece| !matches!(piece.what, What::Word))
}

/// The verb that holds it: before the phrase, "held four …", or behind it, "… were held", "… took place".
pub fn verb(scene: &Scene<'_>, phrase: &Phrase) -> Option<usize> {
    let sentence = scene.sentence;
    let mut before = phrase.from;
    while before > 0
        && (sentence.is(before - 1, DETERMINERS)
            || sentence.is(before - 1, &["its", "of", "number", "series", "one"]))
    {
        before -= 1;
    }
    // "organized, in cooperation with the Government of Examplia, a seminar".
    if before > 1 && sentence.is_mark(before - 1, ',') {
        let open = (before.saturating_sub(LONGEST)..before - 1).rev().find(|at| sentence.is_mark(*at, ','));
        before = open.filter(|open| *open > 0 && sentence.is(open - 1, HOLDING)).unwrap_or(before);
    }
    if before > 0 && (sentence.is(before - 1, HOLDING) || sentence.is(before - 1, CALLED)) {
        return Some(before - 1);
    }
    // "was held", possibly with days or a clause between.
    (phrase.to..sentence.len().min(phrase.to + 24)).find(|at| {
        let passive = [HELD, CANCELLED, POSTPONED, &["opened"]].iter().any(|verbs| sentence.is(*at, verbs))
            && (at.saturating_sub(3)..*at).any(|at| sentence.is(at, &["was", "were", "been", "be"]));
        let took = sentence.is(*at, &["took"]) && sentence.is(at + 1, &["place"]);
        let clause = (phrase.to..*at)
            .any(|at| sentence.is(at, &["that", "which", "who"]) || sentence.is_mark(at, ';'));
        (passive || took) && !clause
    })
}

/// The word that fixes days for it: "planned for", "were provisionally scheduled for", "due to take place".
pub fn fixed(scene: &Scene<'_>, phrase: &Phrase) -> Option<usize> {
    let sentence = scene.sentence;
    (phrase.to..sentence.len().min(phrase.to + 7)).find(|at| {
        // "which had been announced for", ", originally planned for".
        let clear = (phrase.to..*at).all(|at| {
            sentence.is_mark(at, ',')
                || !sentence.word(at).is_empty()
                    && (sentence.is(at, &["which"]) || !sentence.is(at, OTHER_MATTER))
        });
        // "which should have opened on", "were to have taken place from".
        let unreal = sentence.is(*at, &["have"]) && sentence.is(at - 1, &["should", "to"]);
        if clear && unreal {
            return true;
        }
        clear
            && sentence.is(*at, PLANNED)
            && sentence.is(at + 1, &["for", "to", "on", "in", "from", "between"])
    })
}

/// The days of the gathering: at the beginning of the sentence or behind it in its own clause.
pub fn days(scene: &Scene<'_>, phrase: &Phrase, verb: usize, used: &[usize]) -> Option<usize> {
    let sentence = scene.sentence;
    let own = |at: usize| {
        scene.owner[at].is_none_or(|group| {
            let sitting = &scene.groups[group][0];
            sitting.side && sitting.from == phrase.noun || is_where(scene, phrase, sitting)
        })
    };
    let behind = (0..scene.days.len()).find(|at| {
        let from = scene.days[*at].from;
        // ", mandated by decision 5/1, took place on": what stands between commas is said in passing.
        let aside = sentence
            .is_mark(phrase.to, ',')
            .then(|| (phrase.to + 1..from).find(|at| sentence.is_mark(*at, ',')));
        let start =
            aside.flatten().filter(|close| close - phrase.to < 20 && *close < verb).unwrap_or(phrase.noun)
                + 1;
        from >= start
            && own(*at)
            && (start..from).all(|at| {
                let other = sentence.is(at, OTHER_MATTER) || sentence.is_mark(at, ';');
                let held_by =
                    sentence.fact(at, MentionKind::Officer).or(sentence.fact(at, MentionKind::Participant));
                let counted = sentence.fact(at, MentionKind::Quantity);
                let fact = matches!(sentence.pieces[at].what, What::Fact(_))
                    && at != verb
                    && held_by.or(counted).is_none();
                !other && !fact
            })
    });
    behind
        .or_else(|| (0..scene.days.len()).find(|at| scene.leads(*at) && own(*at)))
        .filter(|at| !used.contains(at))
}

/// "… sessions were held during the 6th meeting of …": the sitting says where the gathering was.
pub fn is_where(scene: &Scene<'_>, phrase: &Phrase, sitting: &Sitting) -> bool {
    !sitting.side
        && sitting.frame
        && sitting.from > phrase.noun
        && scene.sentence.is(sitting.from.saturating_sub(2), &["during", "at"])
}

/// What became of it, in the words behind `from`: "…, but was cancelled", "… had to be called off", "… did not
/// take place", "… took place as planned".
pub fn outcome(scene: &Scene<'_>, from: usize) -> Option<How> {
    const FAR: usize = 14;
    let sentence = scene.sentence;
    let stop = (from + FAR).min(sentence.len());
    let near = |at: usize, words: &[&str]| (at.saturating_sub(3)..at).any(|at| sentence.is(at, words));
    (from..stop).take_while(|at| !sentence.is_mark(*at, ';')).find_map(|at| {
        let be = near(at, &["was", "were", "been", "be"]);
        let off = |verb: &str| sentence.is(at, &[verb]) && sentence.is(at + 1, &["off"]);
        let put_back = |at: usize| sentence.is(at, &["put"]) && sentence.is(at + 1, &["back"]);
        let not = near(at, &["not"]);
        let place = sentence.is(at, &["take", "took"]) && sentence.is(at + 1, &["place"])
            || sentence.is(at, &["materialize", "happen", "occur", "convene", "proceed"]);
        match () {
            () if be && (sentence.is(at, CANCELLED) || off("called")) => Some(How::Cancelled),
            () if be && (sentence.is(at, POSTPONED) || off("put") || put_back(at)) => Some(How::Postponed),
            () if not && (place || be && sentence.is(at, HELD)) => Some(How::Cancelled),
            () if place && sentence.is(at, &["took"]) || be && sentence.is(at, &["held"]) => Some(How::Held),
            () => None,
        }
    })
}

/// Whether a group of this name meets beside the bodies with sessions: "Technical Expert Group", "contact group".
pub fn is_group(name: &str) -> bool {
    let words = super::name::words(name);
    let last = words.last().map(String::as_str);
    matches!(last, Some("group" | "team" | "network" | "force" | "subgroup" | "panel" | "party"))
}

/// "the Bureau", "the drafting group": a part of the body, whose meetings are gatherings beside the body's.
pub fn is_part_of_body(name: &str) -> bool {
    let words = super::name::words(name);
    let first = words.first().is_some_and(|word| word == "bureau");
    let short = words.len() <= 5 && words.iter().any(|word| PARTS_OF_BODIES.contains(&word.as_str()));
    first || short
}

/// The part of the body that the clause before the verb names as who held the gathering.
pub fn part_of_body(
    scene: &Scene<'_>,
    phrase: &Phrase,
    verb: usize,
    bodies: &Bodies,
    part: &str,
) -> Option<String> {
    if verb > phrase.noun { None } else { part_before(scene, verb, bodies, part) }
}

pub fn part_before(scene: &Scene<'_>, verb: usize, bodies: &Bodies, part: &str) -> Option<String> {
    let sentence = scene.sentence;
    (verb.saturating_sub(8)..verb).rev().find_map(|at| {
        let (name, end) =
            bodies.name_at(sentence, at + 1, part).filter(|_| sentence.is(at, &["the", "its"]))?;
        (end <= verb && is_part_of_body(&name)).then_some(name)
    })
}
