//! Timelines thrown with dice: of one event or hundreds, over days or decades, with hostile words.

use super::dice::Dice;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use travaux::timeline::{Body, Clash, Event, Kind, Officer, Source, Status, Timeline, Told, Value};

/// Words that try to break out of each format.
pub const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=\"alert(1)\">",
    "]]></title></svg><script>alert(1)</script>",
    "=cmd|' /C calc'!A1",
    "+1; -2, @SUM(A1:A9)",
    "first line\r\nBEGIN:VEVENT\nEND:VCALENDAR",
    "semi;colon, comma \\ backslash \\n :",
    "\u{1b}[31mred\u{7}\u{0}\u{202e}evil\u{2028}next\u{fffe}",
    "# **bold** [link](http://x) `code` <b>\n- item\n\n---",
    "&amp; &#60;script&#62; %3Cscript%3E",
    "報告書案の採択について",
    "لجنة مفتوحة العضوية",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "",
];

const KINDS: [Kind; 6] =
    [Kind::Session, Kind::Meeting, Kind::Gathering, Kind::Election, Kind::Adoption, Kind::Issue];
const STATUSES: [Status; 5] =
    [Status::Held, Status::ToldAhead, Status::Scheduled, Status::Postponed, Status::Cancelled];

/// An event with one source; days in the form `2031-05-12/2031-05-16`.
pub fn event(kind: &str, name: &str, days: Option<&str>) -> Event {
    let run = days.map(|days| {
        let (first, last) = days.split_once('/').unwrap_or((days, days));
        (first.parse::<Date>().unwrap(), last.parse::<Date>().unwrap())
    });
    Event {
        id: format!("A/AC.999:{kind}:{name}"),
        body: "A/AC.999".to_owned(),
        body_name: "Working Group on Examples".to_owned(),
        kind: KINDS.into_iter().find(|known| known.name() == kind).unwrap(),
        name: name.to_owned(),
        ordinal: None,
        of: None,
        types: None,
        dates: days.map(str::to_owned),
        status: Status::Held,
        place: None,
        meetings: None,
        agenda_items: Vec::new(),
        officers: Vec::new(),
        documents: Vec::new(),
        at: None,
        part_of: None,
        note: None,
        sources: vec![source("A/AC.999/2031/L.1", "The Working Group held a session.")],
        clashes: Vec::new(),
        days: run.into_iter().collect(),
    }
}

fn source(symbol: &str, text: &str) -> Source {
    Source { symbol: symbol.to_owned(), id: "p3".to_owned(), place: "¶3".to_owned(), text: text.to_owned() }
}

/// The timeline of a seed.
pub fn thrown(seed: u64) -> Timeline {
    let mut dice = Dice::new(seed);
    let count = [1, 3, 12, 60, 300][dice.below(5)];
    let span = [1, 3, 40, 400, 4000, 22000][dice.below(6)];
    let bodies: Vec<Body> = (0..=dice.below(3))
        .map(|at| Body { key: format!("A/AC.{}", 990 + at), name: words(&mut dice) })
        .collect();
    let mut events = Vec::new();
    for at in 0..count {
        let body = &bodies[dice.below(bodies.len())];
        let kind = KINDS[dice.below(KINDS.len())];
        let mut told = event(kind.name(), &words(&mut dice), None);
        told.id = format!("{}:{}:{at}", body.key, kind.name());
        (told.body, told.body_name) = (body.key.clone(), body.name.clone());
        told.status = STATUSES[dice.below(STATUSES.len())];
        set_days(&mut told, &mut dice, span);
        told.ordinal = (dice.below(2) == 0).then_some(at as u32);
        told.place = (dice.below(3) == 0).then(|| words(&mut dice));
        told.note = (dice.below(3) == 0).then(|| words(&mut dice));
        told.meetings = (dice.below(3) == 0).then(|| dice.below(20) as u32);
        told.agenda_items = (0..dice.below(4)).map(|item| (item + 3).to_string()).collect();
        told.documents = (0..dice.below(3)).map(|_| words(&mut dice)).collect();
        told.officers = (0..dice.below(3)).map(|_| officer(&mut dice)).collect();
        told.sources = (0..=dice.below(4)).map(|_| source("A/AC.999/2031/L.1", &words(&mut dice))).collect();
        if dice.below(4) == 0 {
            let value = |dice: &mut Dice| Value { value: words(dice), source: source("A/99/1", "x") };
            let values = vec![value(&mut dice), value(&mut dice)];
            told.clashes.push(Clash { field: "chair".to_owned(), values });
        }
        events.push(told);
    }
    let told = Told { path: words(&mut dice), issued: Some("2031-06-01".to_owned()), ..Told::default() };
    Timeline { reports: vec![told], bodies, events, remarks: Vec::new() }
}

/// Runs of days, a month, or nothing.
fn set_days(event: &mut Event, dice: &mut Dice, span: usize) {
    let day = |dice: &mut Dice| date(1971, 3, 1).checked_add((dice.below(span) as i64).days()).unwrap();
    match dice.below(8) {
        0 => {}
        1 => {
            let day = day(dice);
            event.dates = Some(format!("{:04}-{:02}", day.year(), day.month()));
        }
        _ => {
            let mut runs: Vec<(Date, Date)> = (0..=dice.below(3))
                .map(|_| {
                    let first = day(dice);
                    (first, first.checked_add((dice.below(6) as i64).days()).unwrap())
                })
                .collect();
            runs.sort();
            let written: Vec<String> = runs.iter().map(|(first, last)| format!("{first}..{last}")).collect();
            event.dates = Some(format!("{{{}}}", written.join(",")));
            event.days = runs;
        }
    }
}

fn officer(dice: &mut Dice) -> Officer {
    Officer {
        name: words(dice),
        country: (dice.below(2) == 0).then(|| words(dice)),
        office: (dice.below(2) == 0).then(|| "Chair".to_owned()),
        act: "elected".to_owned(),
    }
}

/// Mostly plain, sometimes hostile, now and then very long.
fn words(dice: &mut Dice) -> String {
    match dice.below(60) {
        0..=39 => {
            let plain = ["third substantive session", "informal meeting", "Adoption of the report", "Geneva"];
            dice.pick(&plain).to_owned()
        }
        40 => "long ".repeat(dice.below(2000)),
        41 => "x".repeat(10_000),
        _ => dice.pick(HOSTILE).to_owned(),
    }
}
