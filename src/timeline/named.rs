//! [`Sitting`]: the sessions and meetings that a sentence names, and whose they are.

use super::body::{Bodies, Whose};
use super::referring::{self, Referent};
use super::sentence::Sentence;
use super::telling::Key;
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::event::SIDE_KINDS;
use crate::terms::english::number::{self, ordinal_in_words};

/// A session or meeting named in the sentence.
#[derive(Debug, Clone, Default)]
pub struct Sitting {
    /// The first piece.
    pub from: usize,
    /// The piece after the last, with the session that a meeting is "of".
    pub to: usize,
    /// "third substantive session".
    pub name: String,
    /// Whether it is a session; else a meeting.
    pub session: bool,
    /// Which.
    pub key: Key,
    /// The last one of a run: "280th to 282nd meetings".
    pub last: Option<u32>,
    /// A blank stands for its number.
    pub blank: bool,
    /// "substantive".
    pub types: Option<String>,
    /// The session of a meeting.
    pub of: Option<Key>,
    /// One meeting of each session.
    pub each: bool,
    /// Whose.
    pub whose: Whose,
    /// By which rule it was found.
    pub rule: &'static str,
    /// "at its …": what is told took place there.
    pub frame: bool,
    /// No session or numbered meeting of the body but something held beside them: "informal meeting".
    pub side: bool,
}

/// The sittings of a sentence, those that stand together in one list.
///
/// `last` is the session of which the text was speaking, for what only refers to it.
pub fn sittings(
    sentence: &Sentence<'_>,
    bodies: &Bodies,
    part: &str,
    last: Option<&Referent>,
) -> Vec<Vec<Sitting>> {
    let mut groups: Vec<Vec<Sitting>> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(mention) = sentence.fact(at, MentionKind::Session) else {
            let before = groups.iter().flatten().next_back();
            if let Some(sitting) = referring::sitting(sentence, at, before, bodies, last) {
                at = sitting.to;
                groups.push(vec![sitting]);
            } else {
                at += 1;
            }
            continue;
        };
        let mut sitting = sitting(sentence, at, mention, bodies, part);
        link(sentence, &mut sitting);
        at = sitting.to.max(at + 1);
        let together = groups.last().and_then(|group| group.last()).is_some_and(|before| {
            let gap = before.to..sitting.from;
            gap.len() <= 4
                && gap.clone().any(|at| sentence.is_mark(at, ',') || sentence.is(at, &["and"]))
                && gap.clone().all(|at| {
                    sentence.is_mark(at, ',')
                        || sentence.is(at, &["and", "its", "the", "their", "as", "well", "of"])
                })
                && (before.session == sitting.session || before.rule == "ordinal-list")
        });
        match groups.last_mut() {
            Some(group) if together => group.push(sitting),
            _ => groups.push(vec![sitting]),
        }
    }
    for group in &mut groups {
        settle(group);
    }
    subject_as_session(sentence, &mut groups);
    groups
}

fn sitting(sentence: &Sentence<'_>, at: usize, mention: &Mention, bodies: &Bodies, part: &str) -> Sitting {
    let key = Key::of(mention);
    let body = mention.attributes.get("body").map(String::as_str);
    let mut name = mention.value.clone();
    let mut session = name.contains("session");
    let mut whose = match body {
        Some(body) => bodies.whose(body, part),
        None => near(sentence, at, bodies, part),
    };
    // "the third Meeting of States Parties": the body is what is held.
    let capital = mention.text.contains("Meeting");
    if capital && bodies.is_event() && bodies.noun() == Some("meeting") {
        let named = body.map(|body| format!("Meeting of {body}"));
        if named.is_none_or(|named| bodies.is_own(&named)) {
            let ordinal = key.ordinal.map(ordinal_in_words);
            name = format!("{} Meeting", ordinal.unwrap_or_default()).trim().to_owned();
            (session, whose) = (true, Whose::Own);
        }
    }
    Sitting {
        from: at,
        to: at + 1,
        name,
        session,
        key,
        last: mention.attributes.get("last").and_then(|last| last.parse().ok()),
        blank: mention.attributes.get("ordinal").is_some_and(|ordinal| ordinal == "?"),
        types: types(mention),
        of: None,
        each: false,
        whose,
        rule: mention.rule,
        frame: is_frame(sentence, at),
        side: is_side(sentence, at, mention, bodies, part),
    }
}

/// The kinds; of a session with a number "final" says nothing more.
fn types(mention: &Mention) -> Option<String> {
    let kinds = mention.attributes.get("type")?;
    let numbered = mention.attributes.contains_key("ordinal");
    let kept: Vec<&str> = kinds.split(' ').filter(|kind| !numbered || *kind != "final").collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}

/// "an informal consultative meeting", "the first meeting of points of contact": held beside the sessions
/// and numbered meetings of the body.
fn is_side(sentence: &Sentence<'_>, at: usize, mention: &Mention, bodies: &Bodies, part: &str) -> bool {
    let session = mention.value.contains("session");
    let kinds = mention.attributes.get("type").map_or("", String::as_str);
    let numbered = mention.attributes.contains_key("ordinal");
    if !numbered {
        let side = kinds.split(' ').any(|kind| SIDE_KINDS.contains(&kind));
        return mention.rule == "dated" && (!session || side);
    }
    if session || mention.attributes.contains_key("body") || !sentence.is(at + 1, &["of"]) {
        return false;
    }
    let next = at + 2 + usize::from(sentence.is(at + 2, &["the", "its", "their"]));
    let own = bodies.name_at(sentence, next, part).is_some_and(|(name, _)| bodies.is_own(&name));
    let word = !sentence.word(next).is_empty() && !sentence.is(next, &["each", "session", "sessions"]);
    word && !sentence.is_capital(next) && !own
}

/// "first and second Meetings": what the last one is, all of the list are.
fn settle(group: &mut [Sitting]) {
    let Some(last) = group.last().cloned() else { return };
    for sitting in group.iter_mut() {
        if sitting.rule == "ordinal-list"
            && last.name.ends_with("Meeting")
            && !sitting.name.ends_with("Meeting")
        {
            let ordinal = sitting.key.ordinal.map(ordinal_in_words);
            sitting.name = format!("{} Meeting", ordinal.unwrap_or_default()).trim().to_owned();
            sitting.session = true;
        }
        if sitting.rule == "ordinal-list" {
            sitting.whose = last.whose.clone();
        }
        if sitting.of.is_none() && !sitting.session {
            sitting.of = last.of.clone();
        }
    }
    let frame = group.iter().any(|sitting| sitting.frame);
    group.iter_mut().for_each(|sitting| sitting.frame = frame);
}

/// "at its", "during the", "in the course of its" before a sitting.
fn is_frame(sentence: &Sentence<'_>, at: usize) -> bool {
    let determiner = usize::from(at > 0 && sentence.is(at - 1, &["its", "the", "their", "this"]));
    at > determiner && sentence.is(at - determiner - 1, &["at", "during"])
}

/// "6th meeting of the sixth session", "first meeting of each substantive session".
fn link(sentence: &Sentence<'_>, sitting: &mut Sitting) {
    if sitting.session {
        part(sentence, sitting);
        return;
    }
    if !sentence.is(sitting.to, &["of"]) {
        return;
    }
    let mut at = sitting.to + 1;
    let each = sentence.is(at, &["each"]);
    while sentence.is(at, &["the", "its", "their", "each", "of", "that", "same"]) {
        at += 1;
    }
    if let Some(mention) =
        sentence.fact(at, MentionKind::Session).filter(|mention| mention.value.contains("session"))
    {
        sitting.of = Some(Key::of(mention));
        sitting.to = at + 1;
        return;
    }
    if each {
        let noun = (at..at + 4).find(|at| sentence.is(*at, &["session", "sessions"]));
        if let Some(noun) = noun {
            sitting.each = true;
            sitting.to = noun + 1;
        }
    }
}

/// "Fortieth session, second part": the part is part of the name.
fn part(sentence: &Sentence<'_>, sitting: &mut Sitting) {
    let mut at = sitting.to + usize::from(sentence.is_mark(sitting.to, ','));
    let resumed = sentence.is(at, &["resumed"]);
    at += usize::from(resumed);
    let word: Vec<char> = sentence.word(at).chars().collect();
    let Some(which) = number::ordinal(&word).filter(|which| *which < 6 && sentence.is(at + 1, &["part"]))
    else {
        return;
    };
    if sitting.key.part.is_none() {
        sitting.key.part = Some(which);
        sitting.name = format!("{}, part {which}", sitting.name);
        if resumed {
            sitting.key.kinds.push("resumed".to_owned());
            sitting.name = format!("resumed {}", sitting.name);
        }
    }
    sitting.to = at + 2;
}

/// "At its 10th meeting, on 1 May 2031, the second Meeting of States Parties decided": the meeting is one
/// of that.
fn subject_as_session(sentence: &Sentence<'_>, groups: &mut [Vec<Sitting>]) {
    let Some(subject) = groups.get(1).and_then(|group| group.first()).cloned() else { return };
    if !subject.session
        || subject.frame
        || !subject.name.ends_with("Meeting")
        || !sentence.is(subject.from.wrapping_sub(1), &["the"])
        || !sentence.is_mark(subject.from.wrapping_sub(2), ',')
    {
        return;
    }
    for meeting in
        groups[0].iter_mut().filter(|sitting| sitting.frame && !sitting.session && sitting.of.is_none())
    {
        meeting.of = Some(subject.key.clone());
        meeting.whose = subject.whose.clone();
    }
}

/// Whose sitting it is that no name stands beside: that of the body named last before it, or, where the
/// sentence begins with the sitting, of the first one after it.
fn near(sentence: &Sentence<'_>, at: usize, bodies: &Bodies, part: &str) -> Whose {
    let its = at > 0 && sentence.is(at - 1, &["its", "their"]);
    const NEAR: usize = 120;
    let mut left = if its { at } else { 0 };
    while left > at.saturating_sub(NEAR) {
        left -= 1;
        if sentence.is(left, &["the"])
            && let Some((name, end)) = bodies.name_at(sentence, left + 1, part)
            && end <= at
        {
            return bodies.whose(&name, part);
        }
    }
    // What stands after a comma is who acts there.
    let acts = |at: &usize| sentence.is(*at, &["the"]) && sentence.is_mark(*at - 1, ',');
    let first = (at + 1..sentence.len().min(at + 40)).find(acts);
    let first = first.and_then(|at| bodies.name_at(sentence, at + 1, part)).map(|(name, _)| name);
    first.filter(|_| its || is_frame(sentence, at)).map_or(Whose::Own, |name| bodies.whose(&name, part))
}
