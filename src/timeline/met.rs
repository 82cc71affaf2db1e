//! "The Committee met from 3 to 7 May 2031": its session; "The drafting group met on 14 March": a gathering of
//! part of it.

use super::body::{Bodies, Whose};
use super::event::{Kind, Source};
use super::phrase::is_part_of_body;
use super::place;
use super::scene::Scene;
use super::sitting;
use super::telling::{How, Telling};
use crate::mentions::MentionKind;
use crate::terms::english::event::BETWEEN;

/// Adds what a sentence with "met" tells.
pub fn tellings(scene: &Scene<'_>, bodies: &Bodies, part: &str, source: &Source, told: &mut Vec<Telling>) {
    let sentence = scene.sentence;
    let Some(verb) = (1..sentence.len().min(40)).find(|at| sentence.is(*at, &["met"])) else { return };
    let to_come = sentence.is(verb - 1, &["to", "be", "not", "been", "were", "was", "that", "which", "who"]);
    let Some((at, days)) = scene.days.iter().enumerate().find(|(_, days)| days.from > verb) else { return };
    let quantity = |at: usize| sentence.fact(at, MentionKind::Quantity).is_some();
    let passes = |at: usize| {
        sentence.is(at, BETWEEN) || sentence.is_capital(at) || sentence.is_mark(at, ',') || quantity(at)
    };
    let times = (verb + 1..verb + 3).any(|at| sentence.is(at, &["times", "twice", "once"]));
    let first = verb + 1 + if times { 2 } else { 0 };
    let article = sentence.is(0, &["the", "a", "an"]);
    if to_come || scene.owner[at].is_some() || !article || !(first.min(days.from)..days.from).all(passes) {
        return;
    }
    let Some((name, end)) = bodies.name_at(sentence, 1, part).filter(|(_, end)| *end <= verb) else { return };
    let chaired = sentence
        .is(end, &["chaired", "co-chaired", "facilitated", "co-facilitated", "led", "headed", "moderated"])
        && sentence.is(end + 1, &["by"])
        && !(end..verb).any(|at| sentence.is_mark(at, ';'));
    let clear = (end..verb).all(|at| {
        let word = !sentence.word(at).is_empty() && !sentence.is(at, &["chair", "of", "that"]);
        word || quantity(at)
    });
    let place = (verb + 1..days.from).chain([days.to]).find_map(|at| place::after(sentence, at));
    let mut telling = match bodies.whose(&name, part) {
        Whose::Own if end == verb && sentence.is(0, &["the"]) => {
            let mut telling =
                Telling::new(Kind::Session, bodies.own.clone(), bodies.session_name(), source.clone());
            // "met from 3 to 7 May 2031 for its first session".
            let mut own = scene.groups.iter().flatten().filter(|sitting| {
                let gap = days.to..sitting.from;
                sitting.session
                    && gap.len() < 4
                    && gap.into_iter().all(|at| sentence.is(at, &["for", "its", "the", "in"]))
            });
            if let Some(sitting) = own.next() {
                telling.key = sitting.key.clone();
                telling.name.clone_from(&sitting.name);
                telling.types.clone_from(&sitting.types);
            }
            telling
        }
        Whose::Own => return,
        Whose::Unknown(_) if clear || chaired => of_part(scene, end, verb, chaired, bodies, source),
        Whose::Other(_) if end == verb && is_part_of_body(&name) => {
            of_part(scene, end, verb, chaired, bodies, source)
        }
        _ => return,
    };
    let dates = days.all();
    // One day is a meeting of a session and no session.
    if telling.kind == Kind::Session && dates.runs.iter().all(|run| run.last.is_none()) {
        return;
    }
    (telling.dates, telling.how, telling.place) = (Some(dates), How::Held, place);
    told.push(telling);
}

/// A gathering of part of the body, with who sat in the chair.
fn of_part(
    scene: &Scene<'_>,
    end: usize,
    verb: usize,
    chaired: bool,
    bodies: &Bodies,
    source: &Source,
) -> Telling {
    let sentence = scene.sentence;
    let name = format!("meetings of the {}", sentence.text(1, if chaired { end } else { verb }));
    let mut telling = Telling::new(Kind::Gathering, bodies.own.clone(), name, source.clone());
    if chaired {
        let chairs = sentence.facts(MentionKind::Officer).filter(|(at, _)| (end..verb).contains(at));
        telling.officers = chairs.map(|(_, mention)| sitting::officer(mention)).collect();
    }
    telling
}
