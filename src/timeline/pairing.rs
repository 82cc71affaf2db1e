//! Which days belong to which sitting of a list, and the single meetings of a run.

use super::dated::Days;
use super::days;
use super::event::{Body, Kind, Source};
use super::named::Sitting;
use super::referring;
use super::scene::Scene;
use super::telling::{Key, Telling};
use crate::terms::date::Dates;
use crate::terms::english::number::ordinal_in_figures;

/// A run of meetings longer than this is a slip of the pen or no run of meetings.
const LONGEST_RUN: u32 = 60;

/// Each sitting of a list with its days: those right behind it where every one has its own, "its twentieth (10–14
/// June) and twenty-first (4–8 November) sessions", else as the lists pair.
pub fn each_with_days<'s>(
    scene: &Scene<'_>,
    at: usize,
    group: &'s [Sitting],
    days: Option<&Days>,
) -> Vec<(&'s Sitting, Option<Dates>, bool)> {
    let owned =
        || scene.days.iter().zip(&scene.owner).filter(|(_, owner)| **owner == Some(at)).map(|(days, _)| days);
    if group.len() < 2 || owned().count() < 2 {
        return paired(group, days);
    }
    let behind = |which: usize| {
        let next = group.get(which + 1).map_or(usize::MAX, |next| next.from);
        owned().find(|days| days.from >= group[which].to && days.from < next).map(Days::all)
    };
    group.iter().enumerate().map(|(which, sitting)| (sitting, behind(which), false)).collect()
}

/// Each sitting of a list with its days.
fn paired<'s>(group: &'s [Sitting], days: Option<&Days>) -> Vec<(&'s Sitting, Option<Dates>, bool)> {
    let Some(days) = days else { return group.iter().map(|sitting| (sitting, None, false)).collect() };
    let count = group.len();
    if let [sitting] = group {
        return vec![(sitting, Some(days.all()), false)];
    }
    for lists in [&days.groups, &days.dates, &days.each()] {
        if lists.len() == count {
            return group
                .iter()
                .zip(lists.iter())
                .map(|(sitting, dates)| (sitting, Some(dates.clone()), false))
                .collect();
        }
    }
    // "At its 4th and 5th meetings, on 7 March": both on that day; on more days, each on one of them.
    let all = days.all();
    let single = all.runs.len() == 1 && all.runs[0].last.is_none();
    group
        .iter()
        .map(
            |sitting| {
                if sitting.session { (sitting, None, false) } else { (sitting, Some(all.clone()), !single) }
            },
        )
        .collect()
}

/// A run of meetings as single ones. Meetings follow one another: the first was on the first day and the
/// last on the last.
pub fn expanded(
    sitting: &Sitting,
    dates: Option<Dates>,
    one_of: bool,
    body: Body,
    source: &Source,
) -> Vec<Telling> {
    let kind = if sitting.session { Kind::Session } else { Kind::Meeting };
    let one = |key: Key, name: String, dates: Option<Dates>, one_of: bool| {
        let mut telling = Telling::new(kind, body.clone(), name, source.clone());
        telling.types.clone_from(&sitting.types);
        telling.session.clone_from(&sitting.of);
        telling.each = sitting.each;
        telling.referred = sitting.rule == referring::RULE;
        telling.blank = sitting.blank;
        (telling.key, telling.dates, telling.one_of) = (key, dates, one_of);
        telling
    };
    let (Some(first), Some(last)) = (sitting.key.ordinal, sitting.last) else {
        return vec![one(sitting.key.clone(), sitting.name.clone(), dates, one_of)];
    };
    if last <= first || last - first > LONGEST_RUN {
        return Vec::new();
    }
    let single: Vec<Dates> = dates.as_ref().map(single_days).unwrap_or_default();
    let count = (last - first + 1) as usize;
    (first..=last)
        .enumerate()
        .map(|(at, ordinal)| {
            let key = Key { ordinal: Some(ordinal), ..sitting.key.clone() };
            let name = format!("{} meeting", ordinal_in_figures(ordinal));
            let (dates, one_of) = match single.len() {
                0 => (dates.clone(), dates.is_some()),
                1 => (Some(single[0].clone()), false),
                days if days == count => (Some(single[at].clone()), false),
                _ if at == 0 => (single.first().cloned(), false),
                _ if at + 1 == count => (single.last().cloned(), false),
                _ => (Some(days::joined(&single)), true),
            };
            one(key, name, dates, one_of)
        })
        .collect()
}

/// Every day by itself, where they are few enough to be days of meetings.
fn single_days(dates: &Dates) -> Vec<Dates> {
    let mut all = Vec::new();
    for (first, last) in days::spans(dates) {
        let mut day = first;
        while day <= last && all.len() < 31 {
            all.extend(days::read(&day.to_string()));
            match day.tomorrow() {
                Ok(next) => day = next,
                Err(_) => break,
            }
        }
    }
    all
}
