//! Whether two sentences speak of one event.

use super::days;
use super::event::Kind;
use super::name;
use super::telling::{How, Telling};
use crate::terms::date::Dates;

/// Whether a name without days is an event: reported in a document, or a numbered meeting of a known
/// session.
pub fn stands_alone(telling: &Telling) -> bool {
    match telling.kind {
        Kind::Session => !telling.documents.is_empty() && !telling.name.is_empty(),
        Kind::Meeting => telling.session.is_some() && telling.key.ordinal.is_some(),
        Kind::Gathering | Kind::Issue => false,
        Kind::Election | Kind::Adoption => true,
    }
}

/// Events of different slots are never one.
pub fn slot(telling: &Telling) -> String {
    match telling.kind {
        Kind::Session | Kind::Meeting => format!("{:?}", telling.key.ordinal),
        Kind::Gathering => telling
            .dates
            .as_ref()
            .and_then(days::hull)
            .map(|(first, _)| first.to_string())
            .unwrap_or_default(),
        Kind::Issue => telling.documents.join(" "),
        Kind::Election | Kind::Adoption => String::new(),
    }
}

/// Whether both speak of one event.
pub fn same(one: &Telling, two: &Telling) -> bool {
    match one.kind {
        Kind::Session => same_session(one, two),
        Kind::Meeting => same_meeting(one, two),
        Kind::Gathering => one.dates == two.dates && alike(&one.name, &two.name),
        Kind::Issue => one.documents == two.documents && one.dates == two.dates,
        Kind::Election => same_act(one, two),
        Kind::Adoption => {
            let last = |telling: &Telling| {
                telling.name.split(' ').next_back().map(|word| word.trim_end_matches('s').to_lowercase())
            };
            same_act(one, two)
                && last(one) == last(two)
                && (last(one).as_deref() == Some("report") || one.documents == two.documents)
        }
    }
}

/// Whether it says that the event was called off or put off.
pub fn is_off(telling: &Telling) -> bool {
    matches!(telling.how, How::Cancelled | How::Postponed)
}

fn same_session(one: &Telling, two: &Telling) -> bool {
    if !one.key.may_be(&two.key) {
        return false;
    }
    let (Some(a), Some(b)) = (&one.dates, &two.dates) else {
        // A name alone speaks of the one that was held.
        return !is_off(one) && !is_off(two) || one.report == two.report && is_off(one) == is_off(two);
    };
    if days::agree(a, b) {
        return true;
    }
    // Other days than those of a part are another part's.
    if one.key.part != two.key.part && !touch(a, b) {
        return false;
    }
    if is_off(one) != is_off(two) {
        return false;
    }
    let (Some(x), Some(y)) = (days::hull(a), days::hull(b)) else { return false };
    if one.how == How::Within && days::within(x, y) || two.how == How::Within && days::within(y, x) {
        return true;
    }
    // One number is one session; without it, one a year.
    let apart = (x.0.year() - y.0.year()).abs();
    if one.key.ordinal.is_some() { apart <= 2 } else { apart == 0 && !one.key.is_bare() }
}

fn same_meeting(one: &Telling, two: &Telling) -> bool {
    if one.key.ordinal != two.key.ordinal || one.key.kinds != two.key.kinds {
        return false;
    }
    match (&one.session, &two.session) {
        (Some(a), Some(b)) if a.may_be(b) => {
            let year = |telling: &Telling| {
                telling.dates.as_ref().and_then(days::hull).map(|(first, _)| first.year())
            };
            !a.is_bare() || year(one).is_none() || year(two).is_none() || year(one) == year(two)
        }
        (Some(_), Some(_)) => false,
        _ => {
            one.dates.is_some()
                && match (&one.dates, &two.dates) {
                    (Some(a), Some(b)) => days::agree(a, b) || (one.one_of || two.one_of) && touch(a, b),
                    _ => false,
                }
        }
    }
}

fn touch(one: &Dates, two: &Dates) -> bool {
    days::hull(one).zip(days::hull(two)).is_some_and(|(a, b)| days::within(a, b) || days::within(b, a))
}

/// Elections and adoptions: the same meeting, or the same day, of the same session.
fn same_act(one: &Telling, two: &Telling) -> bool {
    let session = match (&one.session, &two.session) {
        (Some(a), Some(b)) => a.may_be(b),
        _ => true,
    };
    let meeting = match (one.meeting, two.meeting) {
        (Some(a), Some(b)) => a == b || a.is_none() || b.is_none(),
        _ => true,
    };
    let day = match (&one.dates, &two.dates) {
        (Some(a), Some(b)) => days::agree(a, b),
        (None, None) => true,
        _ if one.kind == Kind::Election => one.officers.iter().any(|officer| two.officers.contains(officer)),
        _ => {
            one.session.is_some() && two.session.is_some()
                || one.meeting.is_some() && one.meeting == two.meeting
        }
    };
    session && meeting && day
}

/// Whether two names can be those of one gathering on the same days.
fn alike(one: &str, two: &str) -> bool {
    let words = |name: &str| {
        name::words(name).into_iter().map(|word| word.trim_end_matches('s').to_owned()).collect::<Vec<_>>()
    };
    let (one, two) = (words(one), words(two));
    let shared = one.iter().filter(|word| two.contains(word)).count();
    shared * 2 >= one.len().min(two.len())
}
