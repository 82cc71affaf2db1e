//! Versions of one report: a gathering or an adoption that they date differently is one event, with a clash.
//!
//! ```text
//! L.1 ¶4    "… held six informal meetings, on 17 June and 2 July 2030"  ┐ same body and session,
//! A/98/19 ¶4 "… held six informal meetings, on 17 June and 3 July 2030" ┘ nearly the same sentence
//! ```

use super::days;
use super::event::Kind;
use super::merge::Gathered;
use super::name;
use super::telling::{How, Key, Telling};
use std::collections::{HashMap, HashSet};

/// Days of one event in two versions are not farther apart.
const FAR: i32 = 45;

/// Events of one body, kind and name that are compared with one another.
const MOST: usize = 60;

/// The session that a report is about: of those of its own body that it tells as held the last.
pub fn session(tellings: &[Telling]) -> Option<Key> {
    let own = tellings.iter().filter(|telling| {
        // Days in parentheses may be those of a session to come.
        let first_page = telling.how == How::Nominal && telling.source.id.starts_with("f.");
        let held = first_page || matches!(telling.how, How::Held | How::Within);
        telling.own && telling.kind == Kind::Session && held && !telling.key.is_bare()
    });
    own.filter_map(|telling| Some((days::hull(telling.dates.as_ref()?)?.1, &telling.key)))
        .max_by_key(|(last, _)| *last)
        .map(|(_, key)| key.clone())
}

/// Body, kind, name, and which of how many.
type Likeness = (String, Kind, String, Option<u32>, Option<u32>);

/// Joins what versions of one report date differently. `sessions` are body and session of each report.
pub fn join(gathered: &mut Vec<Gathered>, sessions: &[(String, Option<Key>)]) {
    let mut alike: HashMap<Likeness, Vec<usize>> = HashMap::new();
    for (at, one) in gathered.iter().enumerate() {
        let Some(first) = one.tellings.first() else { continue };
        let name = match first.kind {
            Kind::Gathering => first.name.to_lowercase(),
            // "the draft report", "the present report".
            Kind::Adoption => first.name.rsplit(' ').next().unwrap_or_default().to_lowercase(),
            _ => continue,
        };
        let key = (first.body.key.clone(), first.kind, name, first.key.ordinal, first.of);
        alike.entry(key).or_default().push(at);
    }
    let mut lists: Vec<Vec<usize>> = alike.into_values().filter(|list| list.len() > 1).collect();
    lists.sort();
    for list in lists {
        let list = &list[..list.len().min(MOST)];
        for (at, one) in list.iter().enumerate() {
            let fits = |two: &&usize| may_be_one(&gathered[*one], &gathered[**two], sessions);
            let mut others = list[at + 1..].iter().filter(fits);
            let (Some(two), None) = (others.next().copied(), others.next()) else { continue };
            let mut other = std::mem::replace(&mut gathered[*one], Gathered::empty());
            gathered[two].absorb(&mut other);
        }
    }
    gathered.retain(|one| !one.tellings.is_empty());
}

fn may_be_one(one: &Gathered, two: &Gathered, sessions: &[(String, Option<Key>)]) -> bool {
    let (Some(first), Some(second)) = (one.tellings.first(), two.tellings.first()) else { return false };
    let versions = match (sessions.get(first.report), sessions.get(second.report)) {
        (Some((a, Some(x))), Some((b, Some(y)))) => a == b && x == y,
        _ => false,
    };
    if !versions {
        return false;
    }
    // A report that tells both tells two events.
    let reports: HashSet<usize> = one.tellings.iter().map(|telling| telling.report).collect();
    if two.tellings.iter().any(|telling| reports.contains(&telling.report)) {
        return false;
    }
    let (Some(a), Some(b)) = (first.dates.as_ref(), second.dates.as_ref()) else { return false };
    let near = days::hull(a).zip(days::hull(b)).is_some_and(|(a, b)| {
        let apart = (a.0 - b.0).get_days().abs();
        apart <= FAR
    });
    let session = match (&first.session, &second.session) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let report = first.kind == Kind::Adoption && first.name.ends_with("report") && first.session.is_some();
    near && session && (report || is_same_sentence(first, second))
}

/// Whether both are told in nearly the same words, figures apart.
fn is_same_sentence(one: &Telling, two: &Telling) -> bool {
    let words = |telling: &Telling| -> HashSet<String> {
        let all = name::words(&telling.source.text).into_iter();
        all.filter(|word| !word.chars().any(|c| c.is_ascii_digit())).collect()
    };
    let (one, two) = (words(one), words(two));
    let shared = one.intersection(&two).count();
    shared * 10 >= (one.len() + two.len() - shared) * 6
}
