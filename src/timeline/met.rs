//! Who met when: "The Committee met from 3 to 7 May 2031" is its session; "The drafting group met on 14 March" a
//! gathering of part of it; "It will meet next from 5 to 9 June" the session to come.

use super::body::{Bodies, Whose};
use super::dated::Days;
use super::event::{Kind, Source};
use super::phrase::{is_group, is_part_of_body};
use super::place;
use super::scene::Scene;
use super::sitting;
use super::telling::{How, Telling};
use crate::mentions::MentionKind;
use crate::terms::english::event::{BETWEEN, GROUPS, MANNER, TO_COME};

/// How far before the verb who met may be named.
const FAR: usize = 40;

/// Who met, as the words before the verb name them.
struct Subject {
    name: String,
    /// The piece after the name.
    to: usize,
    whose: Whose,
}

/// Adds what a sentence with "met", "will meet" or "will reconvene" tells.
pub fn tellings(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source, told: &mut Vec<Telling>) {
    let sentence = scene.sentence;
    for verb in 1..sentence.len() {
        let Some(how) = meets(scene, verb) else { continue };
        let Some(days) = days(scene, verb) else { continue };
        // Another rule has told what was on these days.
        if told.iter().any(|telling| telling.dates == Some(days.all())) {
            continue;
        }
        let Some(subject) = subject(scene, verb, bodies, part) else { continue };
        told.extend(of_subject(scene, &subject, verb, days, how, bodies, source));
    }
}

/// As what the verb at `verb` tells a meeting, if it does.
fn meets(scene: &Scene<'_>, verb: usize) -> Option<How> {
    let sentence = scene.sentence;
    let before = |words: &[&str]| (verb.saturating_sub(4)..verb).any(|at| sentence.is(at, words));
    if before(&["not", "never", "were", "was", "been"]) && !sentence.is(verb - 1, &["had"]) {
        return None;
    }
    if sentence.is(verb, &["met", "sat"]) {
        return (!before(&["be", "have", "to"])).then_some(How::Held);
    }
    let to_come = sentence.is(verb, &["meet", "reconvene", "convene"]) && before(TO_COME);
    // "could meet", "should meet, if resources permit".
    let maybe = before(&["may", "might", "could", "can", "should", "must"]);
    (to_come && !maybe).then_some(How::Scheduled)
}

/// The days right behind the verb.
fn days<'s>(scene: &'s Scene<'_>, verb: usize) -> Option<&'s Days> {
    let sentence = scene.sentence;
    let (at, days) = scene.days.iter().enumerate().find(|(_, days)| days.from > verb)?;
    let passes = |at: usize| {
        sentence.is(at, BETWEEN)
            || sentence.is(at, MANNER)
            || sentence.is_capital(at)
            || [',', ':', '–', '—'].iter().any(|mark| sentence.is_mark(at, *mark))
            || sentence.fact(at, MentionKind::Quantity).is_some()
    };
    // "met in informal consultations on …" may own them as a gathering.
    let free = scene.owner[at].is_none_or(|group| scene.groups[group][0].side);
    (free && (verb + 1..days.from).all(passes)).then_some(days)
}

/// Who is named last before the verb, with nothing between but what is told of them.
fn subject(scene: &Scene<'_>, verb: usize, bodies: &Bodies, part: &str) -> Option<Subject> {
    let sentence = scene.sentence;
    if (verb.saturating_sub(4)..verb).any(|at| sentence.is(at, &["it"])) {
        return Some(Subject { name: String::new(), to: verb, whose: Whose::Own });
    }
    let start = verb.saturating_sub(FAR);
    let stop = (start..verb).rev().find(|at| sentence.is_mark(*at, ';')).map_or(start, |at| at + 1);
    for at in (stop..verb).rev() {
        if !sentence.is(at, &["the", "a", "an", "its"]) {
            continue;
        }
        // "the group of experts established by the Conference": who met comes first.
        let of = at > 0
            && sentence.is(at - 1, &["of", "by", "for", "to", "with", "in", "from", "on", "at", "under"]);
        if of {
            continue;
        }
        if let Some((name, to)) = bodies.name_at(sentence, at + 1, part).filter(|(_, to)| *to <= verb) {
            let whose = bodies.whose(&name, part);
            return Some(Subject { name, to, whose });
        }
        let to = (at + 1..verb)
            .find(|at| sentence.word(*at).is_empty() || sentence.is(*at, &["which", "that", "who"]));
        let to = to.unwrap_or(verb);
        if (at + 1..to).any(|at| sentence.is(at, GROUPS)) {
            let name = sentence.text(at + 1, to);
            return Some(Subject { whose: Whose::Unknown(name.clone()), name, to });
        }
    }
    None
}

fn of_subject(
    scene: &Scene<'_>,
    subject: &Subject,
    verb: usize,
    days: &Days,
    how: How,
    bodies: &Bodies,
    source: &Source,
) -> Vec<Telling> {
    let sentence = scene.sentence;
    let dates = days.all();
    let several_days = dates.runs.iter().any(|run| run.last.is_some())
        || dates.runs.iter().any(|run| run.first.date().is_none());
    let informal = (verb..days.from).any(|at| sentence.is(at, &["informal", "informally", "consultations"]));
    let part = is_part_of_body(&subject.name) || subject.whose != Whose::Own && is_group(&subject.name);
    let place = (verb + 1..days.from).chain([days.to]).find_map(|at| place::after(sentence, at));
    let mut telling = match &subject.whose {
        Whose::Own if informal => return informally(scene, verb, days, how, place, bodies, source),
        Whose::Own if !part => own_session(scene, subject, days, how, bodies, source),
        Whose::Other(body) if !part => {
            Telling::new(Kind::Session, body.clone(), "session".to_owned(), source.clone())
        }
        _ => of_part(scene, subject, verb, bodies, source),
    };
    // One day is a meeting of a session and no session.
    if telling.kind == Kind::Session && !several_days {
        if subject.whose == Whose::Own {
            return Vec::new();
        }
        (telling.kind, telling.name) = (Kind::Meeting, "meeting".to_owned());
    }
    telling.own = telling.body.key == bodies.own.key;
    (telling.dates, telling.how, telling.place) = (Some(dates), how, place);
    vec![telling]
}

/// "met from 3 to 7 May 2031 for its first session", "will meet next from …".
fn own_session(
    scene: &Scene<'_>,
    subject: &Subject,
    days: &Days,
    how: How,
    bodies: &Bodies,
    source: &Source,
) -> Telling {
    let sentence = scene.sentence;
    let mut telling = Telling::new(Kind::Session, bodies.own.clone(), bodies.session_name(), source.clone());
    let mut own = scene.groups.iter().flatten().filter(|sitting| {
        let gap = if sitting.from >= days.to { days.to..sitting.from } else { sitting.to..days.from };
        sitting.session
            && sitting.from >= subject.to
            && gap.len() < 4
            && gap.into_iter().all(|at| sentence.is(at, &["for", "its", "the", "in", "from", "on"]))
    });
    if let Some(sitting) = own.next() {
        telling.key = sitting.key.clone();
        telling.name.clone_from(&sitting.name);
        telling.types.clone_from(&sitting.types);
    } else if how == How::Scheduled {
        telling.name = format!("next {}", bodies.noun().filter(|_| bodies.is_event()).unwrap_or("session"));
        telling.placed = true;
    }
    telling
}

/// "met three times in informal consultations, on 3, 5 and 9 May".
fn informally(
    scene: &Scene<'_>,
    verb: usize,
    days: &Days,
    how: How,
    place: Option<String>,
    bodies: &Bodies,
    source: &Source,
) -> Vec<Telling> {
    let sentence = scene.sentence;
    let consultations = (verb..days.from).any(|at| sentence.is(at, &["consultations"]));
    let name = if consultations { "informal consultations" } else { "informal meeting" };
    let mut telling = Telling::new(Kind::Gathering, bodies.own.clone(), name.to_owned(), source.clone());
    (telling.how, telling.place, telling.types) = (how, place, Some("informal".to_owned()));
    let one = |(at, dates): (usize, crate::terms::date::Dates)| {
        let mut one = telling.clone();
        one.dates = Some(dates);
        one.key.ordinal = u32::try_from(at + 1).ok();
        one
    };
    let each = days.each();
    let of = u32::try_from(each.len()).ok().filter(|of| *of > 1);
    let mut all: Vec<Telling> = each.into_iter().enumerate().map(one).collect();
    for telling in &mut all {
        telling.of = of;
        telling.key.ordinal = telling.key.ordinal.filter(|_| of.is_some());
    }
    all
}

/// A gathering of part of the body, with who sat in the chair.
fn of_part(scene: &Scene<'_>, subject: &Subject, verb: usize, bodies: &Bodies, source: &Source) -> Telling {
    let sentence = scene.sentence;
    let chaired = sentence.is(
        subject.to,
        &["chaired", "co-chaired", "facilitated", "co-facilitated", "led", "headed", "moderated"],
    ) && sentence.is(subject.to + 1, &["by"]);
    // "The contact group on finance met": its name goes on.
    let plain = (subject.to..verb).all(|at| {
        let word = !sentence.word(at).is_empty() && !sentence.is(at, &["which", "had", "also"]);
        word || sentence.fact(at, MentionKind::Quantity).is_some()
    });
    let rest = if plain && !chaired { sentence.text(subject.to, verb) } else { String::new() };
    let rest = if rest.is_empty() { rest } else { format!(" {rest}") };
    let name = format!("meetings of the {}{rest}", subject.name);
    let mut telling = Telling::new(Kind::Gathering, bodies.own.clone(), name, source.clone());
    if chaired {
        let chairs = sentence.facts(MentionKind::Officer).filter(|(at, _)| (subject.to..verb).contains(at));
        telling.officers = chairs.map(|(_, mention)| sitting::officer(mention)).collect();
    }
    telling
}
