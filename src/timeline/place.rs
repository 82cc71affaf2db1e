//! Where a sitting was: "at Headquarters", "(Geneva, 3–7 May 2031)", "in Harbour City".

use super::dated::Days;
use super::named::Sitting;
use super::sentence::Sentence;
use crate::terms::english::event::{BODY_NOUNS, VIRTUAL};

/// Words inside the name of a place.
const INSIDE: &[&str] = &["of", "the", "and", "de", "del", "des", "du", "la", "den", "at", "in"];

/// Words with a capital that are no place.
const NO_PLACES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "chair",
    "president",
    "secretary",
    "secretary-general",
    "room",
    "agenda",
    "member",
    "members",
    "article",
    "rule",
    "chapter",
    "annex",
    "part",
    "resolution",
    "decision",
    "report",
    "treaty",
    "convention",
    "states",
    "government",
    "a",
    "the",
];

/// The place that stands beside a sitting: between it and its days, or behind them.
pub fn beside(
    sentence: &Sentence<'_>,
    sitting: &Sitting,
    days: Option<&Days>,
    next: usize,
) -> Option<String> {
    let behind = days.filter(|days| days.from >= sitting.to);
    let (from, to) = behind.map_or((sitting.to, sitting.to), |days| (days.from, days.to));
    for at in sitting.to..from {
        let place = after(sentence, at).or_else(|| bare(sentence, at, from));
        if place.is_some() {
            return place;
        }
    }
    days?;
    let comma = usize::from(sentence.is_mark(to, ','));
    (to..=to + comma).filter(|at| *at < next).find_map(|at| after(sentence, at))
}

/// The place that stands before each date of a list: "in Harbour City from …, and in Lakeside from …".
pub fn of_date(sentence: &Sentence<'_>, days: &Days, which: usize) -> Option<String> {
    let date = *days.at.get(which)?;
    let from = which.checked_sub(1).map_or_else(|| date.saturating_sub(8), |before| days.at[before] + 1);
    // "in Harbour City from"; "visits to Harbour City, from 3 May, and to Lakeside, from".
    let toward = |at: usize| {
        (sentence.is(at, &["to"]) && sentence.is_capital(at + 1)).then(|| name(sentence, at + 1)).flatten()
    };
    let named = (from..date).rev().find_map(|at| after(sentence, at).or_else(|| toward(at)));
    // "(3 and 4 May), Lakeside (10 May)".
    let open = date.checked_sub(1).filter(|open| sentence.is_mark(*open, '('));
    let bare = || {
        let open = open?;
        let mut first = open;
        while first > 0 && (sentence.is_capital(first - 1) || first < open && sentence.is(first - 1, INSIDE))
        {
            first -= 1;
        }
        while first < open && !sentence.is_capital(first) {
            first += 1;
        }
        (first < open).then(|| sentence.text(first, open))
    };
    named.or_else(bare)
}

/// The place behind "at" or "in" at `at`; "all", "both" and "held" may stand before it.
pub fn after(sentence: &Sentence<'_>, at: usize) -> Option<String> {
    let mut at = at;
    while sentence.is(at, &["all", "both", "held", "also", "by", "via", "through", "means"]) {
        at += 1;
    }
    if sentence.is(at, VIRTUAL) {
        return Some("virtual".to_owned());
    }
    if !sentence.is(at, &["at", "in"]) {
        return None;
    }
    let the = usize::from(sentence.is(at + 1, &["the"]));
    name(sentence, at + 1 + the)
}

/// A name right behind the sitting or a parenthesis: "Eighth session Geneva, 3–7 May 2031".
fn bare(sentence: &Sentence<'_>, at: usize, to: usize) -> Option<String> {
    let opens = at == 0
        || sentence.is_mark(at - 1, '(')
        || sentence.is_mark(at - 1, ',')
        || sentence.fact(at - 1, crate::mentions::MentionKind::Session).is_some();
    if !opens || !sentence.is_capital(at) {
        return None;
    }
    let name = name(sentence, at)?;
    // "(SBX)" is an abbreviation.
    let short = name.chars().all(char::is_uppercase);
    (at < to && !short).then_some(name)
}

/// The name that begins at `first`.
pub fn name(sentence: &Sentence<'_>, first: usize) -> Option<String> {
    let mut end = first;
    let mut at = first;
    while at < first + 12 {
        if sentence.is_capital(at) && !NO_PLACES.contains(&sentence.word(at)) {
            end = at + 1;
        } else if sentence.is_mark(at, ',')
            && at == end
            && at + 1 < sentence.len()
            && sentence.is_capital(at + 1)
            && end == first + 1
        {
            // "Nice, France".
        } else if !sentence.is(at, INSIDE) || end == first {
            break;
        }
        at += 1;
    }
    if end == first {
        return None;
    }
    let is_body = (first..end).any(|at| BODY_NOUNS.contains(&sentence.word(at)));
    let place = sentence.text(first, end);
    (!is_body && place.chars().count() > 2).then_some(place)
}
