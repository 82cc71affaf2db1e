//! Sessions and meetings: what a sentence says of those that it names.

use super::body::{Bodies, Whose};
use super::dated::Days;
use super::event::{Body, Kind, Officer, Source};
use super::named::Sitting;
use super::pairing::{each_with_days, expanded};
use super::phrase::{is_group, is_part_of_body};
use super::place;
use super::scene::Scene;
use super::telling::{How, Key, Telling};
use crate::mentions::{Mention, MentionKind};
use crate::terms::date::Dates;
use crate::terms::english::event::{MOVED, POSTPONED, REPORTED, RESUMING};

/// What the sentence says of its sittings.
pub fn tellings(scene: &Scene<'_>, bodies: &Bodies, source: &Source) -> Vec<Telling> {
    let mut all = Vec::new();
    let end_place = end_place(scene);
    for (at, group) in scene.groups.iter().enumerate() {
        let days = scene.days_of(at);
        for (which, (sitting, dates, one_of)) in
            each_with_days(scene, at, group, days).into_iter().enumerate()
        {
            if sitting.side {
                continue;
            }
            let Some((body, own)) = body_of(&sitting.whose, bodies) else {
                all.extend(of_group(scene, sitting, days, dates, bodies, source));
                continue;
            };
            if !own && dates.is_none() {
                continue;
            }
            // "resumed from …" tells of other days, `resumed` of them.
            let resumes = (sitting.from.saturating_sub(2)..sitting.from)
                .chain(days.map_or(0..0, |days| sitting.to..days.from))
                .any(|at| scene.sentence.is(at, RESUMING));
            if days.is_some() && resumes {
                continue;
            }
            if dates.is_none()
                && sitting.last.is_some()
                && scene.sentence.is_mark(sitting.from.wrapping_sub(1), '(')
            {
                continue;
            }
            let how = if dates.is_some() { scene.told(sitting, days) } else { named(scene, sitting) };
            let Some(how) = how else { continue };
            let listed = days.filter(|days| group.len() > 1 && days.at.len() == group.len());
            let place = listed.and_then(|days| place::of_date(scene.sentence, days, which));
            let beside = || place::beside(scene.sentence, sitting, days, next_start(scene, at));
            let behind =
                || end_place.clone().filter(|_| matches!(how, How::Held | How::Scheduled | How::Nominal));
            let place = place.or_else(beside).or_else(behind);
            for mut telling in expanded(sitting, dates, one_of, body, source) {
                telling.own = own;
                telling.how = if telling.dates.is_some() { how } else { How::Named };
                telling.place.clone_from(&place);
                if let Some((told, actual)) = days.and_then(|days| days.weekday.clone()) {
                    telling.faults.push(("weekday".to_owned(), told, actual));
                }
                if matches!(how, How::Cancelled | How::Postponed) {
                    telling.note = cause(scene);
                }
                if own {
                    enrich(scene, sitting, &mut telling);
                }
                if how == How::Postponed {
                    all.extend(moved(scene, days, &telling));
                }
                if own && let Some(session) = &sitting.of {
                    all.push(of_session(session, &telling));
                }
                all.push(telling);
            }
        }
    }
    all
}

/// "The expert group on peat held its first meeting in Harbour City from 2 to 4 February": a gathering beside
/// those of the body.
fn of_group(
    scene: &Scene<'_>,
    sitting: &Sitting,
    days: Option<&Days>,
    dates: Option<Dates>,
    bodies: &Bodies,
    source: &Source,
) -> Option<Telling> {
    let Whose::Unknown(name) = &sitting.whose else { return None };
    let part = is_part_of_body(name) || is_group(name);
    if !part || sitting.session || sitting.last.is_some() {
        return None;
    }
    let how = scene.told(sitting, days).filter(|how| *how != How::Within)?;
    let name = format!("{} of the {name}", sitting.name);
    let mut telling = Telling::new(Kind::Gathering, bodies.own.clone(), name, source.clone());
    (telling.how, telling.dates) = (how, Some(dates?));
    telling.place = place::beside(scene.sentence, sitting, days, scene.sentence.len());
    Some(telling)
}

/// "the 1st meeting of its sixth session" speaks of that session too.
pub fn of_session(session: &Key, meeting: &Telling) -> Telling {
    let mut telling =
        Telling::new(Kind::Session, meeting.body.clone(), String::new(), meeting.source.clone());
    telling.key = session.clone();
    telling
}

/// The body, and whether it is the one that reports; `None` where the text does not say enough.
pub fn body_of(whose: &Whose, bodies: &Bodies) -> Option<(Body, bool)> {
    match whose {
        Whose::Own => Some((bodies.own.clone(), true)),
        Whose::Other(body) => Some((body.clone(), false)),
        Whose::Unknown(_) => None,
    }
}

/// What a sentence says of a sitting without days: nothing of one that is still to come, or only wished for.
fn named(scene: &Scene<'_>, sitting: &Sitting) -> Option<How> {
    let to_come = (sitting.to..sitting.to + 3)
        .any(|at| scene.sentence.is(at, &["will", "would", "shall", "be"]))
        || matches!(scene.told(sitting, None), None | Some(How::Scheduled | How::Cancelled | How::Postponed));
    (sitting.session || sitting.frame || !to_come).then_some(How::Named)
}

fn next_start(scene: &Scene<'_>, group: usize) -> usize {
    scene.groups.get(group + 1).map_or(scene.sentence.len(), |next| next[0].from)
}

/// "was rescheduled for 5 to 9 June 2032", "was postponed and was held from …": the days that it got instead.
fn moved(scene: &Scene<'_>, days: Option<&Days>, off: &Telling) -> Option<Telling> {
    let sentence = scene.sentence;
    let old = days?;
    let verb = (old.to..sentence.len().min(old.to + 10))
        .find(|at| sentence.is(*at, POSTPONED) || sentence.is(*at, MOVED))?;
    let (at, new) = scene.days.iter().enumerate().find(|(_, days)| days.from > verb)?;
    let words = [
        "to",
        "forward",
        "back",
        "for",
        "until",
        "from",
        "on",
        "and",
        "was",
        "were",
        "is",
        "be",
        "then",
        "later",
        "eventually",
        "subsequently",
        "finally",
        "held",
        "took",
        "place",
        "instead",
        "in",
        "at",
        "the",
        "will",
        "would",
        "now",
        "convened",
        "first",
        "it",
        "has",
        "been",
    ];
    let passes = |at: usize| sentence.is(at, &words) || sentence.is_capital(at) || sentence.is_mark(at, ',');
    if scene.owner[at].is_some() || !(verb + 1..new.from).all(passes) {
        return None;
    }
    let past = (verb + 1..new.from).any(|at| sentence.is(at, &["held", "took", "convened"]))
        && !(verb + 1..new.from).any(|at| sentence.is(at, &["be", "will", "would"]));
    let mut telling = off.clone();
    (telling.dates, telling.note) = (Some(new.all()), None);
    telling.how = if past { How::Held } else { How::Scheduled };
    telling.place = (verb + 1..new.from).chain([new.to]).find_map(|at| place::after(sentence, at));
    Some(telling)
}

/// A place behind the last days holds for all sittings of the list: "…, all at Headquarters".
fn end_place(scene: &Scene<'_>) -> Option<String> {
    let last = scene.days.last()?;
    let owned = scene.owner.iter().filter(|owner| owner.is_some()).count();
    if owned < 2 || scene.owner.last().is_none_or(Option::is_none) || !scene.sentence.is_mark(last.to, ',') {
        return None;
    }
    place::after(scene.sentence, last.to + 1)
}

/// Agenda items, numbers of meetings and who sat in the chair, told in a sentence about the sitting.
fn enrich(scene: &Scene<'_>, sitting: &Sitting, telling: &mut Telling) {
    let sentence = scene.sentence;
    let alone = scene.groups.len() == 1 && scene.groups[0].len() == 1;
    if sitting.frame && scene.groups.len() == 1 {
        telling.items = sentence
            .facts(MentionKind::AgendaItem)
            .map(|(at, mention)| item(sentence, at, mention))
            .collect();
    }
    if sitting.session && alone {
        telling.meetings = count_of_meetings(scene);
        if sitting.frame && telling.meetings.is_none() && has_blank(scene) {
            telling.note = Some("a blank still to be filled".to_owned());
        }
    }
    if sitting.session && (sitting.frame || telling.how == How::Held) {
        let chairs = sentence.facts(MentionKind::Officer).map(|(_, mention)| mention);
        telling.officers = chairs
            .filter(|m| m.attributes.get("act").is_some_and(|act| act == "chaired"))
            .map(officer)
            .collect();
    }
    if sitting.session && (0..sentence.len()).any(|at| sentence.is(at, REPORTED)) && !sitting.frame {
        telling.documents = sentence
            .facts(MentionKind::Document)
            .filter(|(_, mention)| mention.attributes.get("type").is_some_and(|kind| kind == "symbol"))
            .map(|(_, mention)| mention.value.clone())
            .collect();
    }
}

/// Whether a blank stands in the sentence that is no part of a symbol, a date or an ordinal.
fn has_blank(scene: &Scene<'_>) -> bool {
    let sentence = scene.sentence;
    let (Some(first), Some(last)) = (sentence.pieces.first(), sentence.pieces.last()) else { return false };
    let inside = |mention: &&Mention| mention.start >= first.start && mention.end <= last.end;
    let blank = |mention: &Mention| {
        let kind = mention.attributes.get("type").map(String::as_str);
        mention.kind == MentionKind::Placeholder && matches!(kind, Some("blank" | "ellipsis" | "instruction"))
    };
    let free = |mention: &Mention| {
        let holds = |other: &Mention| {
            other.kind != MentionKind::Placeholder && other.start <= mention.start && mention.end <= other.end
        };
        !sentence.mentions.iter().any(holds)
    };
    sentence.mentions.iter().filter(inside).take(200).any(|mention| blank(mention) && free(mention))
}

/// An item as written, and its title where what is quoted is one.
pub fn item(_: &super::sentence::Sentence<'_>, _: usize, mention: &Mention) -> (String, Option<String>) {
    (mention.value.clone(), mention.attributes.get("title").cloned())
}

/// An officer of a mention.
pub fn officer(mention: &Mention) -> Officer {
    Officer {
        name: mention.value.clone(),
        country: mention.attributes.get("country").cloned(),
        office: mention.attributes.get("office").cloned(),
        act: mention.attributes.get("act").cloned().unwrap_or_default(),
    }
}

/// "at its nine plenary meetings", "held four meetings": never informal ones.
pub fn count_of_meetings(scene: &Scene<'_>) -> Option<u32> {
    let sentence = scene.sentence;
    let mut counts = sentence.facts(MentionKind::Quantity).filter_map(|(at, mention)| {
        let unit = mention.attributes.get("unit")?;
        let (kind, noun) = unit.rsplit_once(' ').unwrap_or(("", unit));
        let formal =
            noun == "meetings" && matches!(kind, "" | "plenary" | "formal" | "official" | "open" | "public");
        // "one of its nine meetings" and "in addition to nine meetings" count something else.
        let plain = at == 0 || !sentence.is(at - 1, &["to", "than"]);
        (formal && plain).then(|| mention.attributes.get("number")?.parse().ok()).flatten()
    });
    counts.next().filter(|_| counts.next().is_none())
}

/// "owing to …": why something was cancelled, in the words of the text.
fn cause(scene: &Scene<'_>) -> Option<String> {
    const LONGEST: usize = 12;
    let sentence = scene.sentence;
    let start =
        (0..sentence.len()).find(|at| sentence.is(*at, &["owing", "due"]) && sentence.is(at + 1, &["to"]))?;
    let mut end = start + 2;
    while end < sentence.len()
        && end - start < LONGEST + 2
        && !sentence.is_mark(end, ',')
        && !sentence.is_mark(end, ';')
        && !sentence.is_mark(end, '.')
    {
        end += 1;
    }
    (end > start + 2).then(|| sentence.text(start, end))
}
