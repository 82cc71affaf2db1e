//! What only the whole report shows: which session a meeting, a day or a bare "session" belongs to.

use super::days;
use super::event::Kind;
use super::resumed;
use super::telling::{How, Key, Telling};
use crate::terms::date::Dates;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// A session that the report knows.
struct Known {
    key: Key,
    dates: Option<Dates>,
    substantive: bool,
    /// Whether it is told in the text and not only named.
    dated: bool,
}

impl Known {
    /// Whether it is the session of this key; one part of it where its days are those of the part.
    fn is_of(&self, key: &Key, dates: Option<&Dates>) -> bool {
        let hulls = self.dates.as_ref().and_then(days::hull).zip(dates.and_then(days::hull));
        let touch = || hulls.is_none_or(|(one, two)| days::within(one, two) || days::within(two, one));
        self.key.may_be(key) && (self.key.part == key.part || touch())
    }
}

/// No report tells of more sessions of its body.
const MOST: usize = 300;

/// Gives sessions to what was told without one, and drops what cannot be placed.
pub fn settle(tellings: &mut Vec<Telling>) {
    drop_named_again(tellings);
    split_each(tellings);
    split_parts(tellings);
    join_resumed(tellings);
    let known = known(tellings);
    for telling in tellings.iter_mut().filter(|telling| telling.own) {
        match telling.kind {
            Kind::Session => name_bare(telling, &known),
            Kind::Meeting | Kind::Election | Kind::Adoption => {
                let own =
                    telling.session.as_ref().and_then(|key| resolved(key, telling.dates.as_ref(), &known));
                let by_day =
                    || telling.dates.as_ref().and_then(days::hull).and_then(|day| holding(day, &known));
                telling.session = own.or_else(by_day).or(telling.session.take());
            }
            Kind::Gathering | Kind::Issue => {}
        }
    }
    follow(tellings, &known);
    date_of_meetings(tellings);
    let dated = known.iter().any(|known| known.dates.is_some() && !known.key.is_bare());
    tellings.retain(|telling| is_placed(telling, dated));
}

/// "the meeting of 3 May", where the meeting has a number elsewhere, is that.
fn drop_named_again(tellings: &mut Vec<Telling>) {
    let numbered: HashSet<String> = tellings
        .iter()
        .filter(|telling| telling.own && telling.kind == Kind::Meeting && telling.key.ordinal.is_some())
        .filter_map(|telling| telling.dates.as_ref().map(Dates::to_string))
        .collect();
    tellings.retain(|telling| {
        let bare =
            telling.kind == Kind::Meeting && telling.key == Key::default() && telling.name == "meeting";
        !(bare && telling.dates.as_ref().is_some_and(|dates| numbered.contains(&dates.to_string())))
    });
}

/// A session without number, year or kind tells nothing unless the report has just one; a meeting must have
/// a day or a session.
fn is_placed(telling: &Telling, dated: bool) -> bool {
    match telling.kind {
        // Days in the text that no known session has are days of something else.
        Kind::Session if telling.own && dated && telling.key.is_bare() => {
            telling.placed || telling.source.id.starts_with("f.")
        }
        Kind::Session => telling.dates.is_some() || !telling.key.is_bare(),
        Kind::Meeting => {
            (telling.dates.is_some() || telling.session.is_some())
                && (telling.key.ordinal.is_some() || telling.dates.is_some())
                && !telling.blank
        }
        // "elected" without a name may be of anything.
        Kind::Election => {
            let words = ["officers", "Bureau", "bureau"];
            !telling.officers.is_empty()
                || telling.dates.is_some() && words.iter().any(|word| telling.source.text.contains(word))
        }
        Kind::Gathering | Kind::Adoption | Kind::Issue => true,
    }
}

/// The days of a session that the text tells in two parts, all of them on the first page: each part has its own.
fn split_parts(tellings: &mut Vec<Telling>) {
    let parts: Vec<(Key, Dates)> = tellings
        .iter()
        .filter(|telling| telling.own && telling.kind == Kind::Session && telling.key.part.is_some())
        .filter_map(|telling| Some((telling.key.clone(), telling.dates.clone()?)))
        .collect();
    let mut split = Vec::new();
    tellings.retain(|telling| {
        let whole = telling.own && telling.kind == Kind::Session && telling.key.part.is_none();
        let each = telling.dates.as_ref().map(days::each).filter(|each| whole && each.len() > 1);
        let of = |dates: &Dates| {
            let known = |(key, other): &&(Key, Dates)| key.may_be(&telling.key) && days::agree(other, dates);
            parts.iter().find(known).map(|(key, _)| key.clone())
        };
        let Some(each) = each.filter(|each| each.iter().all(|dates| of(dates).is_some())) else {
            return true;
        };
        for dates in each {
            let key = of(&dates).unwrap_or_default();
            let name = String::new();
            split.push(Telling { key, name, dates: Some(dates), ..telling.clone() });
        }
        false
    });
    tellings.append(&mut split);
}

/// "The session was adjourned on 9 May and resumed on 11 May": within the session's days it is no session of
/// its own.
fn join_resumed(tellings: &mut [Telling]) {
    let known = known(tellings);
    for telling in tellings.iter_mut().filter(|telling| telling.own && telling.kind == Kind::Session) {
        let Some(base) = resumed::base(&telling.key) else { continue };
        let day = telling.dates.as_ref().and_then(days::hull);
        let holds = |session: &Known| {
            let session = session.dates.as_ref().and_then(days::hull);
            day.zip(session).is_some_and(|(day, session)| days::within(day, session))
        };
        let of = |session: &&Known| telling.referred || session.key.may_be(&base);
        if let Some(session) = known.iter().filter(of).find(|session| holds(session)) {
            (telling.key, telling.how) = (session.key.clone(), How::Within);
            telling.name.clear();
        }
    }
}

/// The sessions that the report dates, each once.
fn known(tellings: &[Telling]) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    let own = |telling: &&Telling| telling.own && telling.kind == Kind::Session;
    let is_substantive = |telling: &Telling| {
        telling.types.as_deref().is_some_and(|types| types.split(' ').any(|word| word == "substantive"))
    };
    for telling in tellings.iter().filter(own).filter(|telling| !telling.key.is_bare()) {
        let off = matches!(telling.how, How::Cancelled | How::Postponed);
        let dates = telling.dates.clone().filter(|_| !off && telling.how != How::Within);
        let full = known.len() >= MOST;
        match known.iter_mut().find(|known| known.is_of(&telling.key, telling.dates.as_ref())) {
            Some(before) => {
                before.key.part = before.key.part.or(telling.key.part);
                before.dates = before.dates.take().or(dates);
                before.dated |= telling.dates.is_some() && !off;
                before.substantive |= is_substantive(telling);
                if before.key.year.is_none() {
                    before.key.year = telling.key.year;
                }
            }
            None if full => {}
            None => known.push(Known {
                key: telling.key.clone(),
                dates,
                substantive: is_substantive(telling),
                dated: telling.dates.is_some() && !off,
            }),
        }
    }
    // A bare session of the masthead or the text is one more, if no other has its days.
    for telling in
        tellings.iter().filter(own).filter(|telling| telling.key.is_bare() && telling.how != How::Within)
    {
        let Some(dates) = &telling.dates else { continue };
        let is_known =
            known.iter().any(|known| known.dates.as_ref().is_some_and(|other| days::agree(other, dates)));
        let dated = known.iter().filter(|known| known.dates.is_some()).count();
        if !is_known && dated == 0 {
            known.push(Known {
                key: Key::default(),
                dates: Some(dates.clone()),
                substantive: is_substantive(telling),
                dated: true,
            });
        }
    }
    known
}

/// The only session of the report.
fn only(known: &[Known]) -> Option<&Known> {
    let mut dated = known.iter().filter(|known| known.dated);
    dated.next().filter(|_| dated.next().is_none())
}

/// A session by its days, or the only one: "its substantive session", "the session", the masthead's days.
fn name_bare(telling: &mut Telling, known: &[Known]) {
    if !telling.key.is_bare() {
        let held = telling.dates.as_ref().filter(|_| telling.referred).and_then(days::hull);
        if let Some(key) = held.and_then(|day| holding(day, known)) {
            // The name was that of the session spoken of before.
            if key != telling.key {
                telling.name.clear();
            }
            telling.key = key;
        } else if let Some(key) = resolved(&telling.key, telling.dates.as_ref(), known) {
            telling.key = key;
        }
        return;
    }
    let by_days = telling.dates.as_ref().and_then(|dates| {
        known.iter().find(|known| known.dates.as_ref().is_some_and(|other| days::agree(other, dates)))
    });
    let found = match &telling.dates {
        Some(_) => by_days,
        None => only(known),
    };
    if let Some(found) = found {
        telling.key = found.key.clone();
        if found.key.is_bare() && telling.dates.is_none() {
            telling.dates.clone_from(&found.dates);
        }
    }
}

/// The same session with all that the report says of its name; of several parts the one with these days.
fn resolved(key: &Key, dates: Option<&Dates>, known: &[Known]) -> Option<Key> {
    let may = || known.iter().filter(|known| known.key.may_be(key));
    let known = may().find(|known| known.is_of(key, dates)).or_else(|| may().next())?;
    // A part without its own days is no other part.
    (known.key.part == key.part || known.is_of(key, dates)).then(|| known.key.clone())
}

/// The only session that holds the days.
fn holding(day: (Date, Date), known: &[Known]) -> Option<Key> {
    let holds = |known: &&Known| {
        known.dates.as_ref().and_then(days::hull).is_some_and(|session| days::within(day, session))
    };
    let mut found = known.iter().filter(holds);
    let first = found.next()?;
    found.next().is_none().then(|| first.key.clone())
}

/// What is told without day and session belongs to the session of which the section speaks, else to that of
/// the meeting with this number told last before it, else to the report's only session.
fn follow(tellings: &mut [Telling], known: &[Known]) {
    let mut last: HashMap<Option<u32>, Key> = HashMap::new();
    for telling in tellings.iter_mut().filter(|telling| telling.own) {
        let ordinal = match telling.kind {
            Kind::Meeting => telling.key.ordinal,
            Kind::Election | Kind::Adoption => telling.meeting.flatten(),
            _ => continue,
        };
        if telling.session.is_none() && telling.dates.is_none() {
            let near = telling.near.as_ref().and_then(|key| resolved(key, None, known));
            let before = || last.get(&ordinal).filter(|_| ordinal.is_some()).cloned();
            telling.session = near.or_else(before).or_else(|| only(known).map(|known| known.key.clone()));
        }
        if let (Some(session), true) = (&telling.session, ordinal.is_some()) {
            last.insert(ordinal, session.clone());
        }
    }
}

/// "At the first meeting of each substantive session, on …, … and …, respectively".
fn split_each(tellings: &mut Vec<Telling>) {
    let known = known(tellings);
    let mut split = Vec::new();
    tellings.retain(|telling| {
        if !telling.each {
            return true;
        }
        let substantive = telling.source.text.contains("substantive session");
        let sessions: Vec<&Known> = known
            .iter()
            .filter(|known| known.dates.is_some() && (!substantive || known.substantive))
            .collect();
        let dates: Vec<Dates> = telling.dates.as_ref().map(days::each).unwrap_or_default();
        for (at, date) in dates.iter().enumerate() {
            let holds = |known: &&Known| {
                let session = known.dates.as_ref().and_then(days::hull);
                days::hull(date).zip(session).is_some_and(|(day, session)| days::within(day, session))
            };
            let by_order = sessions.get(at).filter(|_| sessions.len() == dates.len());
            let session = sessions.iter().find(|known| holds(known)).or(by_order);
            if let Some(known) = session {
                split.push(super::sitting::of_session(&known.key, telling));
            }
            let mut one = telling.clone();
            one.each = false;
            one.dates = Some(date.clone());
            one.session = session.map(|known| known.key.clone());
            split.push(one);
        }
        // Without days each session has one, which says nothing of when.
        false
    });
    tellings.append(&mut split);
}

/// A meeting told again without its day has that of the paragraph that gives it, and so has what was
/// adopted or decided there.
fn date_of_meetings(tellings: &mut [Telling]) {
    let mut dated: HashMap<(Option<Key>, Option<u32>), Dates> = HashMap::new();
    for telling in
        tellings.iter().filter(|telling| telling.own && telling.kind == Kind::Meeting && !telling.one_of)
    {
        if let Some(dates) = &telling.dates {
            dated.entry((telling.session.clone(), telling.key.ordinal)).or_insert_with(|| dates.clone());
        }
    }
    for telling in tellings.iter_mut().filter(|telling| telling.own && telling.dates.is_none()) {
        if matches!(telling.kind, Kind::Election | Kind::Adoption)
            && let Some(Some(ordinal)) = telling.meeting
        {
            telling.dates = dated.get(&(telling.session.clone(), Some(ordinal))).cloned();
        }
    }
    // An election or adoption at a session of a single day was on that day.
    let sessions: HashMap<Key, Dates> = tellings
        .iter()
        .filter(|telling| telling.own && telling.kind == Kind::Session && telling.how == How::Held)
        .filter_map(|telling| Some((telling.key.clone(), telling.dates.clone()?)))
        .filter(|(_, dates)| {
            days::spans(dates).as_slice().first().is_some_and(|(first, last)| first == last)
                && dates.runs.len() == 1
        })
        .collect();
    for telling in tellings.iter_mut().filter(|telling| telling.own && telling.dates.is_none()) {
        if matches!(telling.kind, Kind::Election | Kind::Adoption) {
            telling.dates = sessions
                .iter()
                .find(|(key, _)| telling.session.as_ref() == Some(key))
                .map(|(_, dates)| dates.clone());
        }
    }
}
