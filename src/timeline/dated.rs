//! [`Days`]: the days of a sentence, those that stand together in one list.

use super::days;
use super::sentence::Sentence;
use crate::mentions::{Mention, MentionKind};
use crate::terms::date::Dates;

/// Days that stand together.
#[derive(Debug, Clone)]
pub struct Days {
    /// The first piece.
    pub from: usize,
    /// The piece after the last.
    pub to: usize,
    /// One for each date written with a year of its own.
    pub dates: Vec<Dates>,
    /// The piece of each of them.
    pub at: Vec<usize>,
    /// The same cut at semicolons and at "from … ; from …".
    pub groups: Vec<Dates>,
    /// A weekday that does not fit its day: what is written, what it is.
    pub weekday: Option<(String, String)>,
}

impl Days {
    /// All of them.
    pub fn all(&self) -> Dates {
        days::joined(&self.dates)
    }

    /// Each single day or run.
    pub fn each(&self) -> Vec<Dates> {
        days::each(&self.all())
    }
}

fn is_day(mention: &Mention) -> bool {
    !mention.attributes.contains_key("in_name")
        && !mention.attributes.contains_key("recurs")
        && !matches!(mention.rule, "bare-year" | "year-range")
}

/// All days of a sentence.
pub fn all_days(sentence: &Sentence<'_>) -> Vec<Days> {
    let mut all: Vec<Days> = Vec::new();
    let mut semicolons = false;
    for (at, mention) in sentence.facts(MentionKind::Date).filter(|(_, mention)| is_day(mention)) {
        if at > 0 && sentence.is(at - 1, &["dated", "since", "until", "before", "after", "by"]) {
            continue;
        }
        let Some(mut dates) = days::read(&mention.value) else { continue };
        if at > 1
            && sentence.is(at - 1, &["of", "beginning", "starting"])
            && (at.saturating_sub(3)..at).any(|at| sentence.is(at, &["week"]))
        {
            dates = days::working_week(&dates).unwrap_or(dates);
        }
        let weekday = mention.attributes.get("weekday").and_then(|told| wrong_weekday(told, &dates));
        if let Some(last) = all.last_mut().filter(|last| goes_on(sentence, last.to, at)) {
            let cut = (last.to..at).any(|at| sentence.is_mark(at, ';'));
            semicolons |= cut;
            if let Some(run) = run_of(sentence, last.to, at, last.dates.last(), &dates) {
                // "from Monday, 14 July, to Friday, 18 July 2036".
                for list in [&mut last.dates, &mut last.groups] {
                    list.pop();
                    list.push(run.clone());
                }
                last.at.pop();
                last.at.push(at);
                last.to = at + 1;
                continue;
            }
            if !semicolons || cut {
                last.groups.push(dates.clone());
            } else if let Some(group) = last.groups.last_mut() {
                group.runs.extend(dates.runs.iter().copied());
            }
            last.dates.push(dates);
            last.at.push(at);
            last.to = at + 1;
            last.weekday = last.weekday.take().or(weekday);
            continue;
        }
        semicolons = false;
        let groups = vec![dates.clone()];
        all.push(Days { from: at, to: at + 1, groups, dates: vec![dates], at: vec![at], weekday });
    }
    all
}

/// The run of days from one single day to the next where "to" or "through" stands between them.
fn run_of(
    sentence: &Sentence<'_>,
    from: usize,
    to: usize,
    first: Option<&Dates>,
    last: &Dates,
) -> Option<Dates> {
    let through = (from..to).any(|at| sentence.is(at, &["to", "through", "until"]));
    let single = |dates: &Dates| match dates.runs.as_slice() {
        [run] if run.last.is_none() => run.first.date(),
        _ => None,
    };
    let (first, last) = (single(first?)?, single(last)?);
    (through && first < last).then(|| days::read(&format!("{first}/{last}"))).flatten()
}

/// Whether the pieces between two dates only join them: ", and on", "; from", ", and in Harbour City from".
fn goes_on(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    const LONGEST: usize = 10;
    let joins =
        |at: usize| sentence.is_mark(at, ',') || sentence.is_mark(at, ';') || sentence.is(at, &["and"]);
    let passes = |at: usize| {
        joins(at)
            || sentence.is(
                at,
                &[
                    "on",
                    "from",
                    "as",
                    "well",
                    "in",
                    "at",
                    "both",
                    "then",
                    "again",
                    "the",
                    "to",
                    "through",
                    "until",
                    "be",
                    "held",
                    "virtually",
                    "online",
                ],
            )
            || sentence.is_mark(at, '(')
            || sentence.is_mark(at, ')')
            || sentence.is_capital(at)
    };
    // "(3 and 4 May), Lakeside (10 May)".
    let bracketed = to > from && sentence.is_mark(from, ')') && sentence.is_mark(to - 1, '(');
    // "from 22 to 24 May, to Norway, from 17 to 20 June".
    let toward = (from..to).any(|at| sentence.is(at, &["to"]) && sentence.is_capital(at + 1));
    let place = bracketed || toward || (from..to).any(|at| sentence.is(at, &["in", "at"]));
    let capital = (from..to).any(|at| sentence.is_capital(at));
    to - from <= LONGEST
        && (from..to).any(joins)
        && (from..to).all(passes)
        && (place || !capital || sentence.is_mark(to - 1, ','))
}

/// The weekday that is written and the one that the day has, where they differ.
fn wrong_weekday(told: &str, dates: &Dates) -> Option<(String, String)> {
    let [run] = dates.runs.as_slice() else { return None };
    let date = run.first.date().filter(|_| run.last.is_none())?;
    let actual = format!("{:?}", date.weekday());
    (!told.is_empty() && !actual.eq_ignore_ascii_case(told)).then(|| (told.to_owned(), actual))
}
