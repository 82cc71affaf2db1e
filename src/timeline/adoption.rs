//! Adoptions: that a body adopted a report, a resolution or a decision, at a sitting, on a day, or between
//! sessions under a silence procedure.

use super::act::{Frame, at_sitting, day_beside, is_done_by_own};
use super::body::Bodies;
use super::dated::Days;
use super::event::{Kind, Source};
use super::scene::Scene;
use super::sentence::Sentence;
use super::sitting;
use super::telling::Telling;
use crate::mentions::{Mention, MentionKind};
use crate::terms::date::Dates;
use crate::terms::english::event::{ADOPTED, ADOPTING, AGREEING, OPENS_WORK, SILENCE};

/// How many words the thing adopted may have before its noun.
const FAR: usize = 9;

/// How far behind the verb the thing adopted may stand: "by a recorded vote of 30 to 12, with 5 abstentions, …".
const BEHIND: usize = 22;

/// What is adopted: its name without article, and its document if the name is one.
struct Object {
    name: String,
    document: Option<String>,
}

/// The adoptions told in this sentence; `frame` is the sitting of which the sentences before it speak.
pub fn tellings(
    scene: &Scene<'_>,
    bodies: &Bodies,
    part: &str,
    frame: Option<&Frame>,
    source: &Source,
) -> Vec<Telling> {
    let sentence = scene.sentence;
    // Where something was adopted, "has taken two decisions" only announces it.
    let verbs =
        |words: &'static [&'static str]| (0..sentence.len()).filter(move |at| sentence.is(*at, words));
    for verb in verbs(ADOPTING).chain(verbs(AGREEING)) {
        let Some(found) = at_verb(scene, verb, bodies, part, frame, source) else { continue };
        let mut all = vec![found];
        all.extend(second(scene, verb, &all[0]));
        return all;
    }
    Vec::new()
}

fn at_verb(
    scene: &Scene<'_>,
    verb: usize,
    bodies: &Bodies,
    part: &str,
    frame: Option<&Frame>,
    source: &Source,
) -> Option<Telling> {
    let sentence = scene.sentence;
    let silent = is_silent(sentence);
    // "agreed to annex to its report" agrees on something else.
    let agrees = sentence.is(verb, AGREEING)
        && (silent || !sentence.is(verb, &["decided", "amended", "taken"]))
        && (!sentence.is(verb, &["agreed"]) || sentence.is(verb + 1, &["on", "upon"]));
    if !sentence.is(verb, ADOPTING) && !agrees {
        return None;
    }
    let passive = (verb.saturating_sub(3)..verb).any(|at| sentence.is(at, &["was", "were"]));
    let deemed = verb > 0 && sentence.is(verb - 1, &["deemed", "considered"])
        || verb > 1 && sentence.is(verb - 1, &["as"]) && sentence.is(verb - 2, &["regarded", "considered"]);
    let to_come = (verb.saturating_sub(4)..verb).any(|at| {
        sentence.is(at, &["be", "to", "would", "will", "shall", "should", "not", "as", "being", "never"])
    });
    // "by adopting" says how the work ended.
    let participle = sentence.is(verb, &["adopting"]) && !(verb > 0 && sentence.is(verb - 1, &["by"]));
    // "the decision adopted at Harbour City" only names it.
    let named_by_it =
        !passive && verb > 0 && (sentence.is(verb - 1, ADOPTED) || document(sentence, verb - 1).is_some());
    if to_come && !deemed || participle || named_by_it || !is_done_by_own(scene, verb, bodies, part) {
        return None;
    }
    // "considered its draft report (A/AC.999/2031/L.1) and adopted it".
    let it = sentence.is(verb + 1, &["it"]);
    let taken_up = |words: &[&str]| (0..verb).rev().take(60).find(|at| it && sentence.is(*at, words));
    let considered =
        taken_up(&["considered", "reviewed", "examined"]).or_else(|| taken_up(&["action", "discussed"]));
    let from = considered.unwrap_or(verb);
    let object = if passive { before(scene, verb) } else { behind(scene, from) };
    // "new dates were approved under a silence procedure": whatever it was, it was decided.
    let decided = || (silent && agrees).then(|| Object { name: "a decision".to_owned(), document: None });
    let object = object.or_else(decided)?;
    // Papers of all kinds are approved and agreed upon; the report, and what silence lets pass, is adopted so.
    if agrees && !silent && !object.name.split(' ').any(|word| word == "report") {
        return None;
    }
    let mut telling = Telling::new(
        Kind::Adoption,
        bodies.own.clone(),
        format!("adoption of {}", object.name),
        source.clone(),
    );
    at_sitting(scene, verb, &mut telling);
    let own = telling.dates.take();
    telling.dates = if silent { end_of_silence(scene, verb) } else { None };
    telling.dates = telling.dates.take().or(own).or_else(|| day_beside(scene, verb));
    if let (None, None, None, Some(frame)) = (&telling.dates, &telling.session, telling.meeting, frame) {
        frame.lend(&mut telling);
    }
    // Nothing says when: the words speak of the act, not of the event.
    if telling.dates.is_none() && telling.session.is_none() && telling.meeting.is_none() {
        return None;
    }
    telling.items = sentence
        .facts(MentionKind::AgendaItem)
        .filter(|(at, _)| *at < verb)
        .map(|(at, mention)| sitting::item(sentence, at, mention))
        .collect();
    let behind =
        sentence.facts(MentionKind::Document).filter(|(at, mention)| *at > from && !is_link(mention));
    let mut documents: Vec<String> = behind.map(|(_, mention)| mention.value.clone()).collect();
    if let Some(document) = object.document.filter(|document| !documents.contains(document)) {
        documents.insert(0, document);
    }
    telling.documents = documents;
    if silent {
        telling.note = Some("under a silence procedure".to_owned());
    }
    Some(telling)
}

fn is_link(mention: &Mention) -> bool {
    mention.attributes.get("type").is_some_and(|kind| kind == "url")
}

/// A resolution or decision that stands at `at` by its number.
fn document<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s Mention> {
    let mention = sentence.fact(at, MentionKind::Document)?;
    let kind = mention.attributes.get("type")?;
    matches!(kind.as_str(), "resolution" | "decision").then_some(mention)
}

/// "four decisions": a count of texts, with its noun one piece.
fn is_counted(sentence: &Sentence<'_>, at: usize) -> bool {
    let unit = sentence.fact(at, MentionKind::Quantity).and_then(|mention| mention.attributes.get("unit"));
    unit.is_some_and(|unit| ADOPTED.contains(&unit.rsplit(' ').next().unwrap_or(unit)))
}

/// "decision 2031/4 was adopted on 3 May and decision 2031/5 on 4 June": the second of the two.
fn second(scene: &Scene<'_>, verb: usize, first: &Telling) -> Option<Telling> {
    const NEAR: usize = 14;
    let sentence = scene.sentence;
    let days = scene.days.iter().find(|days| days.from > verb && Some(days.all()) == first.dates)?;
    let at = (days.to..days.to + 3).find(|at| document(sentence, *at).is_some())?;
    let mention = document(sentence, at)?;
    let next = scene.days.iter().find(|days| days.from > at && days.from - at < NEAR)?;
    if !sentence.is(next.from - 1, &["on"]) {
        return None;
    }
    let mut telling = first.clone();
    telling.name = format!("adoption of {}", sentence.text(at, at + 1));
    telling.documents = vec![mention.value.clone()];
    telling.dates = Some(next.all());
    Some(telling)
}

/// "under a silence procedure", "No objection having been received", "by a postal ballot".
fn is_silent(sentence: &Sentence<'_>) -> bool {
    let broken = (0..sentence.len()).any(|at| {
        sentence.is(at, &["silence"]) && { (at..at + 6).any(|at| sentence.is(at, &["broken", "broke"])) }
    });
    let phrase = |at: usize| {
        SILENCE.iter().any(|(first, second)| {
            sentence.is(at, &[first]) && (at + 1..at + 4).any(|at| sentence.is(at, &[second]))
        })
    };
    !broken && (0..sentence.len()).any(phrase)
}

/// The day on which the silence ended; else the only day of the sentence.
fn end_of_silence(scene: &Scene<'_>, verb: usize) -> Option<Dates> {
    let sentence = scene.sentence;
    let single = |days: &&Days| days.each().len() == 1;
    let ends = [
        "expired",
        "ended",
        "closed",
        "lapsed",
        "concluded",
        "ending",
        "expiring",
        "closing",
        "expiry",
        "by",
    ];
    let ended = |days: &&Days| (days.from.saturating_sub(4)..days.from).any(|at| sentence.is(at, &ends));
    let days = || scene.days.iter().filter(single);
    // "was adopted on 3 May following the expiry of a silence period".
    let on = days().find(|days| days.from > verb && days.from - verb < 4);
    let own = on.or_else(|| days().find(ended)).or_else(|| days().next()).map(Days::all);
    // "by 14 July" is a limit for all else.
    let limit = || {
        let mut dates =
            sentence.facts(MentionKind::Date).filter(|(at, _)| *at > 0 && sentence.is(at - 1, &["by"]));
        dates.next().and_then(|(_, mention)| super::days::read(&mention.value))
    };
    own.or_else(limit)
}

/// "adopted, by consensus, its draft report on …", "adopted resolution 5/1": what was adopted.
fn behind(scene: &Scene<'_>, verb: usize) -> Option<Object> {
    let sentence = scene.sentence;
    let stop = sentence.len().min(verb + 1 + BEHIND);
    let stops = |at: usize| {
        sentence.is(at, OPENS_WORK)
            || sentence.is(at, &["contained", "that", "which", "entitled", "amendments", "amendment"])
            || sentence.is_mark(at, ';')
    };
    let clear = (verb + 1..stop).find(|at| stops(*at)).unwrap_or(stop);
    for at in verb + 1..clear {
        if let Some(mention) = document(sentence, at) {
            // "adopted, by resolution 5/1, amendments", "adopted the report of resolution 5/1".
            let by = (verb + 1..at).any(|at| sentence.is(at, &["of", "in", "under", "with", "pursuant"]));
            return (!by)
                .then(|| Object { name: sentence.text(at, at + 1), document: Some(mention.value.clone()) });
        }
        // "the following four decisions": the count and its noun are one piece.
        if is_counted(sentence, at) {
            let the = if sentence.is(at - 1, &["the", "its", "following"]) { "the " } else { "" };
            return Some(Object { name: format!("{the}{}", sentence.text(at, at + 1)), document: None });
        }
        if !sentence.is(at, ADOPTED) {
            continue;
        }
        let mut from = at;
        while from > verb + 1
            && at - from < FAR
            && !sentence.word(from - 1).is_empty()
            && !sentence.is(
                from - 1,
                &["its", "the", "this", "their", "a", "an", "of", "on", "by", "in", "following"],
            )
        {
            from -= 1;
        }
        // "adopted draft resolution A/AC.999/2031/L.4".
        let number = |at: usize| {
            sentence.is(at, &["no", "nos"]) || sentence.word(at).starts_with(|c: char| c.is_ascii_digit())
        };
        let named =
            from == verb + 1 && (sentence.fact(at + 1, MentionKind::Document).is_some() || number(at + 1));
        if named {
            let name = format!("{} {}", sentence.text(from, at + 1), sentence.text(at + 1, at + 2));
            return Some(Object { name, document: None });
        }
        let determined =
            sentence.is(from.wrapping_sub(1), &["its", "the", "this", "their", "a", "an", "following"]);
        let set = sentence.is(from.wrapping_sub(1), &["of"])
            && sentence.is(from.wrapping_sub(2), &["set", "series", "number"]);
        if !(determined && from > verb + 1 || set) || is_of_another(sentence, at) {
            return None;
        }
        from += usize::from(sentence.is(from, &["present"]));
        return Some(Object { name: format!("the {}", sentence.text(from, at + 1)), document: None });
    }
    whatever(sentence, verb, clear)
}

/// "adopted its revised methods of work": any text of its own; what only opens the work is passed over before.
fn whatever(sentence: &Sentence<'_>, verb: usize, clear: usize) -> Option<Object> {
    let first =
        (verb + 1..clear).find(|at| sentence.is(*at, &["its", "the", "a", "an", "new", "revised"]))?;
    let manner = (verb + 1..first).all(|at| {
        sentence.word(at).ends_with("ly")
            || sentence.is(at, &["by", "consensus", "without", "a", "vote", "acclamation", "also", "then"])
            || sentence.is_mark(at, ',')
    });
    let from = first + usize::from(sentence.is(first, &["its", "the", "a", "an"]));
    let ends = [
        "on",
        "for",
        "as",
        "in",
        "at",
        "contained",
        "that",
        "which",
        "by",
        "with",
        "and",
        "to",
        "entitled",
        "from",
    ];
    let to = (from..clear.min(from + 7)).find(|at| sentence.word(*at).is_empty() || sentence.is(*at, &ends));
    let to = to.unwrap_or(clear.min(from + 7));
    let opens = (from..to + 2).any(|at| sentence.is(at, OPENS_WORK));
    let stance = sentence.is(
        to.wrapping_sub(1),
        &["approach", "position", "view", "practice", "stance", "format", "policy", "tone"],
    );
    (manner && to > from && !opens && !stance)
        .then(|| Object { name: format!("the {}", sentence.text(from, to)), document: None })
}

/// "the report of the Credentials Committee" is another body's.
fn is_of_another(sentence: &Sentence<'_>, noun: usize) -> bool {
    let the = usize::from(sentence.is(noun + 2, &["the"]));
    let at = noun + 2 + the;
    sentence.is(noun + 1, &["of"])
        && sentence.is_capital(at)
        && sentence.is(at, &["credentials", "drafting", "main", "secretary-general", "director-general"])
}

/// "The report … was adopted", "decision 5/1 was adopted".
fn before(scene: &Scene<'_>, verb: usize) -> Option<Object> {
    let sentence = scene.sentence;
    let reach = verb.saturating_sub(18)..verb;
    let noun = reach.rev().find(|at| {
        sentence.is(*at, ADOPTED) || document(sentence, *at).is_some() || is_counted(sentence, *at)
    })?;
    // "Six decisions were adopted".
    if is_counted(sentence, noun) {
        return Some(Object { name: sentence.text(noun, noun + 1).to_lowercase(), document: None });
    }
    if let Some(mention) = document(sentence, noun) {
        let named = noun == 0 || !sentence.is(noun - 1, &["of", "by", "in", "to"]);
        return named.then(|| Object {
            name: small(&sentence.text(noun, noun + 1)),
            document: Some(mention.value.clone()),
        });
    }
    let mut from = noun;
    while from > 0
        && noun - from < FAR
        && !sentence.word(from - 1).is_empty()
        && !sentence.is(from - 1, &["the", "a", "its", "of", "on", "that"])
    {
        from -= 1;
    }
    let agenda = (from..verb).any(|at| sentence.is(at, OPENS_WORK));
    // "Decisions on the dates were adopted" begins with its noun.
    let plural = from == 0 && sentence.word(noun).ends_with('s');
    let determined = from > 0 && sentence.is(from - 1, &["the", "its"]) || plural;
    from += usize::from(sentence.is(from, &["present"]));
    let name = sentence.text(from, noun + 1);
    let name = if plural { name.to_lowercase() } else { format!("the {name}") };
    (determined && !agenda).then_some(Object { name, document: None })
}

/// "decision 3/5" of "Decision 3/5", which begins a sentence.
fn small(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
