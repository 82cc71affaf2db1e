//! One event of everything that is told of it, in however many paragraphs and reports.

use super::arrange;
use super::clash;
use super::days;
use super::event::{Body, Event, Kind, Timeline};
use super::fold;
use super::reader::Tale;
use super::same::{is_off, same, slot, stands_alone};
use super::telling::{How, Telling};
use super::versions;
use crate::remark::Remark;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

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
    gathered.retain(|one| match fold::event(one, &own) {
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
pub const MOST_COMPARED: usize = 40;
