//! [`Telling`]: what one sentence says of one event, before it is known which others say it too.

use super::event::{Body, Kind, Officer, Source};
use crate::mentions::Mention;
use crate::terms::date::Dates;
use crate::terms::english::event::TELLING_KINDS;

/// As what the sentence tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Called off.
    Cancelled,
    /// Put off.
    Postponed,
    /// Took place on these days.
    Held,
    /// Its days stand beside its name without a verb: "third session (Geneva, 3–7 May 2031)".
    Nominal,
    /// To take place.
    Scheduled,
    /// Something took place at it on a day; it may have lasted longer.
    Within,
    /// Its name alone.
    Named,
}

/// What tells one session or meeting of a body from the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Its number.
    pub ordinal: Option<u32>,
    /// A year in its name: "2031 session".
    pub year: Option<u32>,
    /// Kinds that tell it from others: "organizational", "resumed".
    pub kinds: Vec<String>,
    /// "part 2".
    pub part: Option<u32>,
}

impl Key {
    /// What the mention of a session says.
    pub fn of(mention: &Mention) -> Self {
        let number = |name: &str| mention.attributes.get(name).and_then(|value| value.parse().ok());
        let ordinal: Option<u32> = number("ordinal");
        let kinds = mention.attributes.get("type").map_or("", String::as_str);
        let mut kinds: Vec<String> = kinds
            .split(' ')
            // With an ordinal these say nothing more: "third and final session".
            .filter(|kind| TELLING_KINDS.contains(kind) && (ordinal.is_none() || *kind != "final"))
            .map(str::to_owned)
            .collect();
        kinds.sort();
        kinds.dedup();
        Self { ordinal, year: number("year"), kinds, part: number("part") }
    }

    /// Whether nothing tells it from others of the body: "its substantive session".
    pub fn is_bare(&self) -> bool {
        *self == Self::default()
    }

    /// Whether both can name the same session.
    pub fn may_be(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(one: &Option<T>, two: &Option<T>) -> bool {
            one.is_none() || two.is_none() || one == two
        }
        self.kinds == other.kinds
            && self.ordinal == other.ordinal
            && same(&self.year, &other.year)
            && same(&self.part, &other.part)
    }
}

/// What one sentence says of one event.
#[derive(Debug, Clone)]
pub struct Telling {
    /// Whose event it is.
    pub body: Body,
    /// Whether the report is of that body.
    pub own: bool,
    /// What it is.
    pub kind: Kind,
    /// "third substantive session".
    pub name: String,
    /// Which session or meeting; of a gathering which one of those counted.
    pub key: Key,
    /// The words only refer to it: "the session", "it".
    pub referred: bool,
    /// Its days say enough to be a session of its own, though nothing names which: "will meet next from …".
    pub placed: bool,
    /// A blank stands for the number.
    pub blank: bool,
    /// "substantive".
    pub types: Option<String>,
    /// The session that it belongs to, as the words say.
    pub session: Option<Key>,
    /// The session of which the paragraphs before were speaking.
    pub near: Option<Key>,
    /// Each session of the report of this kind has one: "the first meeting of each substantive session".
    pub each: bool,
    /// The meeting at which it happened: `Some(None)` where its number is a blank.
    pub meeting: Option<Option<u32>>,
    /// When.
    pub dates: Option<Dates>,
    /// On one of these days.
    pub one_of: bool,
    /// As what it is told.
    pub how: How,
    /// Where.
    pub place: Option<String>,
    /// How many meetings.
    pub meetings: Option<u32>,
    /// Agenda items, as written ("3-5"), and their title.
    pub items: Vec<(String, Option<String>)>,
    /// Who.
    pub officers: Vec<Officer>,
    /// Papers.
    pub documents: Vec<String>,
    /// Of how many.
    pub of: Option<u32>,
    /// A few words.
    pub note: Option<String>,
    /// What is wrong with the sentence itself: field, and the two values.
    pub faults: Vec<(String, String, String)>,
    /// Where.
    pub source: Source,
    /// The report, by its place in the list.
    pub report: usize,
}

impl Telling {
    /// A telling of nothing but the event's name.
    pub fn new(kind: Kind, body: Body, name: String, source: Source) -> Self {
        Self {
            body,
            own: true,
            kind,
            name,
            key: Key::default(),
            referred: false,
            placed: false,
            blank: false,
            types: None,
            session: None,
            near: None,
            each: false,
            meeting: None,
            dates: None,
            one_of: false,
            how: How::Named,
            place: None,
            meetings: None,
            items: Vec::new(),
            officers: Vec::new(),
            documents: Vec::new(),
            of: None,
            note: None,
            faults: Vec::new(),
            source,
            report: 0,
        }
    }
}
