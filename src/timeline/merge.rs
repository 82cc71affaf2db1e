//! One event of everything that is told of it, in however many paragraphs and reports.

use super::arrange;
use super::clash;
use super::days;
use super::event::{Body, Event, Kind, Officer, Source, Status, Timeline};
use super::reader::Tale;
use super::same::{is_off, same, slot, stands_alone};
use super::telling::{How, Telling};
use super::versions;
use crate::remark::Remark;
use crate::terms::date::Dates;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap, HashSet};

/// All that is told of one event.
pub struct Gathered {
    /// Never empty.
    pub tellings: Vec<Telling>,
    /// Those of them that say something of its own of when and what it was: what a hundred copies of one
    /// report tell alike is compared once.
    faces: Vec<usize>,
}

impl Gathered {
    /// Of nothing; for what was absorbed.
    pub fn empty() -> Self {
        Self { tellings: Vec::new(), faces: Vec::new() }
    }

    fn of(telling: Telling) -> Self {
        Self { tellings: vec![telling], faces: vec![0] }
    }

    fn push(&mut self, telling: Telling) {
        let again = self.faces().any(|face| is_same_face(face, &telling));
        if !again && self.faces.len() < MOST_COMPARED {
            self.faces.push(self.tellings.len());
        }
        self.tellings.push(telling);
    }

    fn faces(&self) -> impl Iterator<Item = &Telling> {
        self.faces.iter().filter_map(|at| self.tellings.get(*at))
    }

    /// Takes all that is told of the other, which is the same event.
    pub fn absorb(&mut self, other: &mut Gathered) {
        for telling in other.tellings.drain(..) {
            self.push(telling);
        }
        other.faces.clear();
    }
}

/// Whether a third telling that is the same as one is the same as the other.
fn is_same_face(one: &Telling, two: &Telling) -> bool {
    one.key == two.key
        && one.dates == two.dates
        && one.how == two.how
        && one.session == two.session
        && one.meeting == two.meeting
        && one.one_of == two.one_of
        && one.name == two.name
        && one.documents == two.documents
        && one.officers == two.officers
        && (one.report == two.report || one.dates.is_some())
}

/// What the tales tell, each event once.
pub fn timeline(tales: Vec<Tale>) -> Timeline {
    let keys = one_key_for_each_name(&tales);
    let mut reports = Vec::new();
    let mut own_bodies: Vec<Body> = Vec::new();
    let mut own: Vec<Option<Date>> = Vec::new();
    let mut agenda = Vec::new();
    let mut sessions = Vec::new();
    let mut all: Vec<Telling> = Vec::new();
    for (index, mut tale) in tales.into_iter().enumerate() {
        rename(&mut tale.body, &keys);
        tale.told.body.clone_from(&tale.body.key);
        if !own_bodies.iter().any(|body| body.key == tale.body.key) {
            own_bodies.push(tale.body.clone());
        }
        sessions.push((tale.body.key.clone(), versions::session(&tale.tellings)));
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
    versions::join(&mut gathered, &sessions);
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
    arrange::number(&mut events);
    arrange::belong(&mut events, &gathered);
    clash::outside(&mut events);
    let order: HashMap<String, usize> =
        bodies.iter().enumerate().map(|(at, body)| (body.key.clone(), at)).collect();
    arrange::sort(&mut events, &order);
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
        let told = |at: usize| gathered[at].faces();
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
            None if telling.how == How::Within
                && (telling.kind == Kind::Gathering || telling.kind == Kind::Session && !telling.own) => {}
            None => {
                candidates.push(gathered.len());
                gathered.push(Gathered::of(telling));
            }
        }
    }
    gathered
}

/// Events of one kind and number of a body that are compared at each end of the list.
const MOST_CANDIDATES: usize = 150;

/// What is compared of an event that many reports tell.
const MOST_COMPARED: usize = 40;

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
                telling.note.is_none(),
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
    // One document may be given several times, or in three forms.
    let mut known: HashSet<(&str, &str)> = HashSet::new();
    let new = order.into_iter().map(|telling| &telling.source);
    new.filter(|source| known.insert((&source.symbol, &source.id))).cloned().collect()
}
