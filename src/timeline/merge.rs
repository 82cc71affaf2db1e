//! One event of everything that is told of it, in however many paragraphs and reports.

use super::clash;
use super::days;
use super::event::{Body, Event, Kind, Officer, Source, Status, Timeline};
use super::reader::Tale;
use super::telling::{How, Key, Telling};
use crate::remark::Remark;
use crate::terms::date::Dates;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// All that is told of one event.
pub struct Gathered {
    /// Never empty.
    pub tellings: Vec<Telling>,
}

/// What the tales tell, each event once.
pub fn timeline(tales: Vec<Tale>) -> Timeline {
    let keys = one_key_for_each_name(&tales);
    let mut reports = Vec::new();
    let mut own_bodies: Vec<Body> = Vec::new();
    let mut own: Vec<Option<Date>> = Vec::new();
    let mut agenda = Vec::new();
    let mut all: Vec<Telling> = Vec::new();
    for (index, mut tale) in tales.into_iter().enumerate() {
        rename(&mut tale.body, &keys);
        tale.told.body.clone_from(&tale.body.key);
        if !own_bodies.iter().any(|body| body.key == tale.body.key) {
            own_bodies.push(tale.body.clone());
        }
        for mut telling in tale.tellings {
            telling.report = index;
            rename(&mut telling.body, &keys);
            all.push(telling);
        }
        agenda.push(tale.agenda);
        own.push(tale.day);
        reports.push(tale.told);
    }
    // What is told with its days first: the rest finds its event then.
    all.sort_by_key(|telling| (telling.kind, rank(telling)));
    let mut bodies = own_bodies;
    let mut events: Vec<Event> = Vec::new();
    let mut gathered = gather(all);
    gathered.retain(|one| match event(one, &own) {
        Some(event) => {
            if !bodies.iter().any(|body| body.key == event.body) {
                bodies.push(Body { key: event.body.clone(), name: event.body_name.clone() });
            }
            events.push(event);
            true
        }
        None => false,
    });
    clash::agenda(&mut events, &gathered, &agenda);
    number(&mut events);
    belong(&mut events, &gathered);
    clash::outside(&mut events);
    let order: HashMap<String, usize> =
        bodies.iter().enumerate().map(|(at, body)| (body.key.clone(), at)).collect();
    sort(&mut events, &order);
    let mut remarks = Vec::new();
    if events.is_empty() {
        remarks.push(Remark::new(
            "no-events",
            "",
            "no session, meeting or other event with a date was found",
        ));
    }
    Timeline { reports, bodies, events, remarks }
}

/// Nothing but a kind of order among what is told of one event.
fn rank(telling: &Telling) -> (bool, How, usize) {
    (telling.dates.is_none(), telling.how, telling.report)
}

/// The body that has both a symbol and a name lends its key to reports that only name it.
fn one_key_for_each_name(tales: &[Tale]) -> BTreeMap<String, String> {
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    for tale in tales {
        if tale.body.key != tale.body.name {
            keys.entry(tale.body.name.to_lowercase()).or_insert_with(|| tale.body.key.clone());
        }
    }
    keys
}

fn rename(body: &mut Body, keys: &BTreeMap<String, String>) {
    if body.key == body.name
        && let Some(key) = keys.get(&body.name.to_lowercase())
    {
        body.key.clone_from(key);
    }
}

fn gather(all: Vec<Telling>) -> Vec<Gathered> {
    let mut gathered: Vec<Gathered> = Vec::new();
    // Candidates by body, kind and number, so that hundreds of reports cost no more than their sum.
    let mut index: HashMap<(String, Kind, String), Vec<usize>> = HashMap::new();
    for telling in all {
        let slot = (telling.body.key.clone(), telling.kind, slot(&telling));
        let candidates = index.entry(slot).or_default();
        let later = MOST_CANDIDATES.max(candidates.len().saturating_sub(MOST_CANDIDATES));
        let near = candidates.iter().take(MOST_CANDIDATES).chain(candidates.iter().skip(later)).copied();
        let told = |at: usize| gathered[at].tellings.iter().take(MOST_COMPARED);
        let agrees = |other: &Telling| {
            let days = other.dates.as_ref().zip(telling.dates.as_ref());
            days.is_some_and(|(one, two)| days::agree(one, two)) && same(other, &telling)
        };
        // One of the same days before all others; what was called off is no other event's home.
        let mut free = near.clone().filter(|at| is_off(&telling) || !told(*at).any(is_off));
        let found = near
            .clone()
            .find(|at| told(*at).any(agrees))
            .or_else(|| free.find(|at| told(*at).any(|other| same(other, &telling))));
        match found {
            Some(at) => gathered[at].tellings.push(telling),
            // A session known by its name alone is one of which a report says that it was held.
            None if telling.how == How::Named && !stands_alone(&telling) => {}
            // A day at somebody else's session says little of when that session was.
            None if telling.how == How::Within && telling.kind == Kind::Session && !telling.own => {}
            None => {
                candidates.push(gathered.len());
                gathered.push(Gathered { tellings: vec![telling] });
            }
        }
    }
    gathered
}

/// Events of one kind and number of a body that are compared at each end of the list.
const MOST_CANDIDATES: usize = 150;

/// What is compared of an event that many reports tell.
const MOST_COMPARED: usize = 40;

/// Whether a name without days is an event: reported in a document, or a numbered meeting of a known
/// session.
fn stands_alone(telling: &Telling) -> bool {
    match telling.kind {
        Kind::Session => !telling.documents.is_empty() && !telling.name.is_empty(),
        Kind::Meeting => telling.session.is_some() && telling.key.ordinal.is_some(),
        Kind::Gathering | Kind::Issue => false,
        Kind::Election | Kind::Adoption => true,
    }
}

fn slot(telling: &Telling) -> String {
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

fn same(one: &Telling, two: &Telling) -> bool {
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

fn is_off(telling: &Telling) -> bool {
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
        super::body::words(name)
            .into_iter()
            .map(|word| word.trim_end_matches('s').to_owned())
            .collect::<Vec<_>>()
    };
    let (one, two) = (words(one), words(two));
    let shared = one.iter().filter(|word| two.contains(word)).count();
    shared * 2 >= one.len().min(two.len())
}

fn event(gathered: &Gathered, issued: &[Option<Date>]) -> Option<Event> {
    let tellings = &gathered.tellings;
    let first = tellings.first()?;
    let chosen = chosen_dates(tellings);
    let named = tellings.iter().filter(|telling| !telling.name.is_empty());
    // The fullest of what it is called where it is told to have been held.
    let name = named
        .max_by_key(|telling| {
            (
                telling.how != How::Named,
                telling.key.year.is_some(),
                std::cmp::Reverse(telling.report),
                telling.name.len(),
            )
        })
        .map(|telling| telling.name.clone());
    let name = name.or_else(|| (first.kind == Kind::Election).then(String::new))?;
    let types =
        tellings.iter().filter_map(|telling| telling.types.as_ref()).min_by_key(|types| types.len()).cloned();
    let mut officers: Vec<Officer> = Vec::new();
    for officer in tellings.iter().flat_map(|telling| &telling.officers) {
        if !officers.iter().any(|other| other.name == officer.name && other.office == officer.office) {
            officers.push(officer.clone());
        }
    }
    let mut documents: Vec<String> = Vec::new();
    for document in tellings.iter().flat_map(|telling| &telling.documents) {
        if !documents.contains(document) {
            documents.push(document.clone());
        }
    }
    let one_of = chosen.is_some_and(|telling| telling.one_of);
    let dates = chosen.and_then(|telling| telling.dates.clone());
    let written = dates.as_ref().map(|dates| {
        let written = dates.to_string();
        match (one_of, written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))) {
            (true, Some(inside)) => format!("[{inside}]"),
            (true, None) => format!("[{}]", written.replace('/', "..")),
            _ => written,
        }
    });
    let mut event = Event {
        id: String::new(),
        body: first.body.key.clone(),
        body_name: first.body.name.clone(),
        kind: first.kind,
        name: if first.kind == Kind::Election { election_name(&officers) } else { name },
        ordinal: first.key.ordinal,
        of: tellings.iter().find_map(|telling| telling.of),
        types,
        days: if one_of { Vec::new() } else { dates.as_ref().map(days::spans).unwrap_or_default() },
        dates: written,
        status: status(tellings, dates.as_ref(), issued),
        place: place(tellings),
        meetings: tellings.iter().find_map(|telling| telling.meetings),
        agenda_items: items(tellings),
        officers,
        documents,
        at: None,
        part_of: None,
        note: note(tellings),
        sources: sources(tellings),
        clashes: Vec::new(),
    };
    if event.kind == Kind::Session
        && event.place.is_none()
        && event.types.as_deref().is_some_and(|types| types.contains("virtual"))
    {
        event.place = Some("virtual".to_owned());
    }
    event.clashes = clash::within(&event, tellings);
    Some(event)
}

/// The telling whose days are believed: of those told as held, the one that most others agree with.
pub fn chosen_dates(tellings: &[Telling]) -> Option<&Telling> {
    let dated: Vec<&Telling> = tellings.iter().filter(|telling| telling.dates.is_some()).collect();
    let single = |telling: &Telling| {
        let organizational = telling.key.kinds.iter().any(|kind| kind == "organizational");
        telling.kind != Kind::Session || organizational
    };
    let usable = dated.iter().filter(|telling| {
        telling.how != How::Within
            || single(telling)
            || telling
                .dates
                .as_ref()
                .is_some_and(|dates| dates.runs.len() == 1 && dates.runs[0].last.is_some())
    });
    usable
        .max_by_key(|telling| {
            let exact = telling.dates.as_ref().is_some_and(days::is_exact);
            let weight = match telling.how {
                How::Cancelled | How::Postponed | How::Held => 4,
                How::Nominal => 3,
                How::Scheduled => 2,
                How::Within | How::Named => 1,
            };
            let agreeing =
                dated.iter().take(MOST_COMPARED).filter(|other| other.dates == telling.dates).count();
            (
                !telling.one_of,
                exact,
                weight,
                agreeing,
                std::cmp::Reverse((telling.report, telling.source.id.len())),
            )
        })
        .copied()
}

fn status(tellings: &[Telling], dates: Option<&Dates>, issued: &[Option<Date>]) -> Status {
    if tellings.iter().any(|telling| telling.how == How::Cancelled) {
        return Status::Cancelled;
    }
    if tellings.iter().any(|telling| telling.how == How::Postponed) {
        return Status::Postponed;
    }
    let last = dates.and_then(days::hull).map(|(_, last)| last);
    let ahead = |telling: &Telling| {
        let day = issued.get(telling.report).copied().flatten();
        day.zip(last).is_some_and(|(day, last)| day < last)
    };
    let past = |telling: &&Telling| {
        matches!(telling.how, How::Held | How::Within)
            || telling.how == How::Named && telling.dates.is_none() && !telling.documents.is_empty()
    };
    let mut told = tellings.iter().filter(past).peekable();
    if told.peek().is_some() {
        return if told.all(ahead) { Status::ToldAhead } else { Status::Held };
    }
    let nominal = |telling: &&Telling| {
        telling.how == How::Nominal && !ahead(telling)
            || telling.how == How::Named && telling.kind != Kind::Session
    };
    if tellings.iter().any(|telling| nominal(&telling)) { Status::Held } else { Status::Scheduled }
}

/// The first note; that a blank is to be filled only where the last report says so.
fn note(tellings: &[Telling]) -> Option<String> {
    let last = tellings.iter().map(|telling| telling.report).max();
    let holds = |telling: &&Telling| {
        let blank = telling.note.as_ref().is_some_and(|note| note.ends_with("to be filled"));
        !blank || Some(telling.report) == last
    };
    tellings.iter().filter(holds).find_map(|telling| telling.note.clone())
}

fn place(tellings: &[Telling]) -> Option<String> {
    let text = tellings.iter().filter(|telling| !telling.source.id.starts_with("f."));
    let masthead = tellings.iter().filter(|telling| telling.source.id.starts_with("f."));
    text.chain(masthead).find_map(|telling| telling.place.clone())
}

/// "3-5,7" as single items, in order.
fn items(tellings: &[Telling]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for (written, _) in tellings.iter().flat_map(|telling| &telling.items) {
        for item in expanded(written) {
            if !item.contains('?') && !items.contains(&item) {
                items.push(item);
            }
        }
    }
    items.sort_by(|one, two| crate::version::natural(one, two));
    items
}

/// Each item of "3-5,7 (a)".
pub fn expanded(written: &str) -> Vec<String> {
    let mut items = Vec::new();
    for piece in written.split(',') {
        let ends = piece
            .split_once('-')
            .and_then(|(first, last)| Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?)));
        match ends {
            Some((first, last)) if first < last && last - first < 60 => {
                items.extend((first..=last).map(|item| item.to_string()))
            }
            _ => items.push(piece.to_owned()),
        }
    }
    items
}

fn election_name(officers: &[Officer]) -> String {
    match officers {
        [one] => {
            let country = one
                .country
                .as_ref()
                .filter(|country| **country != one.name)
                .map(|country| format!(" ({country})"))
                .unwrap_or_default();
            let office = one.office.as_ref().map(|office| format!(" {office}")).unwrap_or_default();
            format!("{}{country} elected{office}", one.name)
        }
        _ => "election of officers".to_owned(),
    }
}

/// By report, and then as they stand there.
fn sources(tellings: &[Telling]) -> Vec<Source> {
    let mut order: Vec<&Telling> = tellings.iter().collect();
    let masthead = |id: &str| id.starts_with("f.");
    order.sort_by(|one, two| {
        let key = |telling: &Telling| (telling.report, masthead(&telling.source.id));
        key(one).cmp(&key(two)).then_with(|| crate::version::natural(&one.source.id, &two.source.id))
    });
    let mut sources: Vec<Source> = Vec::new();
    for telling in order {
        let again = sources
            .last()
            .is_some_and(|last| last.symbol == telling.source.symbol && last.id == telling.source.id);
        if !again {
            sources.push(telling.source.clone());
        }
    }
    sources
}

/// Names that stay the same from run to run.
fn number(events: &mut [Event]) {
    let mut used: HashMap<String, usize> = HashMap::new();
    for event in events.iter_mut() {
        let slug: String = event
            .name
            .chars()
            .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .take(60)
            .collect();
        let date = event.days.first().map(|(first, _)| format!(":{first}")).unwrap_or_default();
        let date = if event.kind == Kind::Session
            && event.ordinal.is_some()
            && event.status != Status::Cancelled
            && event.status != Status::Postponed
        {
            String::new()
        } else {
            date
        };
        let base = format!("{}:{}:{}{date}", event.body, event.kind.name(), slug.trim_matches('-'));
        let count = used.entry(base.clone()).or_default();
        *count += 1;
        event.id = if *count > 1 { format!("{base}~{count}") } else { base };
    }
}

/// Meetings, elections and adoptions belong to their session; gatherings to the one that the text names.
fn belong(events: &mut [Event], kept: &[Gathered]) {
    let mut sessions: HashMap<&str, Vec<(usize, &Key)>> = HashMap::new();
    for (at, one) in kept.iter().enumerate() {
        if let Some(first) = one.tellings.first().filter(|first| first.kind == Kind::Session) {
            sessions.entry(first.body.key.as_str()).or_default().push((at, &first.key));
        }
    }
    let mut found: Vec<Option<String>> = Vec::new();
    for (at, one) in kept.iter().enumerate() {
        let session = one.tellings.iter().find_map(|telling| telling.session.as_ref());
        let candidates = one.tellings.first().and_then(|first| sessions.get(first.body.key.as_str()));
        let near = session.zip(candidates).and_then(|(session, candidates)| {
            let mut same: Vec<usize> =
                candidates.iter().filter(|(_, key)| key.may_be(session)).map(|(at, _)| *at).collect();
            same.retain(|session| !matches!(events[*session].status, Status::Cancelled | Status::Postponed));
            let holds = |session: &usize| match (events[at].reach(), events[*session].reach()) {
                (Some(day), Some(session)) => days::within(day, session),
                _ => false,
            };
            same.iter()
                .find(|session| holds(session))
                .or(same.first())
                .map(|session| events[*session].id.clone())
        });
        found.push(near.filter(|_| events[at].kind != Kind::Session));
    }
    let names: HashMap<String, String> = events
        .iter()
        .filter(|event| event.kind == Kind::Session)
        .map(|event| (event.id.clone(), event.name.clone()))
        .collect();
    for ((event, part_of), one) in events.iter_mut().zip(found).zip(kept) {
        if matches!(event.kind, Kind::Election | Kind::Adoption | Kind::Gathering) {
            let meetings = || one.tellings.iter().filter_map(|telling| telling.meeting);
            let meeting = meetings().find(Option::is_some).or_else(|| meetings().next());
            let session = part_of.as_ref().and_then(|session| names.get(session));
            let meeting = meeting.map(|ordinal| match ordinal {
                Some(ordinal) => {
                    format!("{} meeting", crate::terms::english::number::ordinal_in_figures(ordinal))
                }
                None => "___ meeting".to_owned(),
            });
            event.at = match (meeting, session) {
                (Some(meeting), Some(session)) => Some(format!("{meeting} of the {session}")),
                (meeting, session) => meeting.or(session.cloned()),
            };
        }
        event.part_of = part_of;
    }
}

/// By body, then by day; what has no day follows the session that it belongs to, and sessions known by
/// name alone come first, by their numbers.
fn sort(events: &mut [Event], order: &HashMap<String, usize>) {
    let reach: HashMap<String, (Date, Date)> =
        events.iter().filter_map(|event| Some((event.id.clone(), event.reach()?))).collect();
    let day = |event: &Event| {
        let of = || event.part_of.as_ref().and_then(|session| reach.get(session)).map(|(_, last)| *last);
        match event.reach() {
            // A blank day is somewhere in its month: at the end, or with its session.
            Some((_, last))
                if event.days.is_empty()
                    && !event.dates.as_deref().is_some_and(|dates| dates.starts_with('[')) =>
            {
                Some(of().map_or(last, |session| session.min(last)))
            }
            Some((first, _)) => Some(first),
            None => of(),
        }
    };
    events.sort_by_cached_key(|event| {
        let alone = event.kind == Kind::Session && event.dates.is_none();
        let kind = event.kind;
        (
            order.get(&event.body).copied(),
            !alone,
            day(event).is_none(),
            day(event),
            kind,
            event.ordinal,
            event.name.clone(),
        )
    });
}
