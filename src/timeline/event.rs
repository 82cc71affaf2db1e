//! The values of a timeline: what happened when, by which words of which reports.
//!
//! Plain data, in the order and under the names of the JSON. Whoever writes them in another form
//! needs nothing else: [`Event::id`] stays the same from run to run, [`Event::days`] has the days of
//! [`Event::dates`] as a calendar knows them.

use crate::remark::Remark;
use jiff::civil::Date;
use serde::Serialize;

/// The events of one or more reports.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Timeline {
    /// The reports, the earlier versions first.
    pub reports: Vec<Told>,
    /// The bodies whose events these are: those of the reports themselves first.
    pub bodies: Vec<Body>,
    /// By body, in the order of `bodies`, and then by date; those without a date after the event that
    /// they belong to, or last.
    pub events: Vec<Event>,
    /// What is odd about the reports or about the timeline as a whole.
    pub remarks: Vec<Remark>,
}

/// A report that the timeline was taken from.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Told {
    /// The path as the user gave it.
    pub path: String,
    /// The symbol without an asterisk.
    pub symbol: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The day of issue (EDTF).
    pub issued: Option<String>,
    /// The day of reissue (EDTF), which counts where there is one.
    pub reissued: Option<String>,
    /// The body that reports: [`Body::key`].
    pub body: String,
}

/// A body that holds sessions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Body {
    /// The root of its symbols, `A/AC.290`; its name where no symbol is known.
    pub key: String,
    /// Its full name, as the first report that gives it has it.
    pub name: String,
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A session of a body, or a conference that is its own session.
    Session,
    /// A numbered meeting of a session.
    Meeting,
    /// Anything else that people came together for: informal and intersessional meetings, consultations,
    /// round tables.
    Gathering,
    /// An election of officers.
    Election,
    /// The adoption of a report, resolution or declaration.
    Adoption,
    /// The issue of the report itself.
    Issue,
}

impl Kind {
    /// The name of the kind in JSON and in `--kind`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Session => "session",
            Kind::Meeting => "meeting",
            Kind::Gathering => "gathering",
            Kind::Election => "election",
            Kind::Adoption => "adoption",
            Kind::Issue => "issue",
        }
    }
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It took place.
    Held,
    /// It is told as past in documents that are older than the event and in no other.
    ToldAhead,
    /// It was still to come.
    Scheduled,
    /// It was put off.
    Postponed,
    /// It was called off.
    Cancelled,
}

impl Status {
    /// The name of the status in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Status::Held => "held",
            Status::ToldAhead => "told_ahead",
            Status::Scheduled => "scheduled",
            Status::Postponed => "postponed",
            Status::Cancelled => "cancelled",
        }
    }
}

/// One event with everything that the reports tell of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// Stays the same from run to run and names no other event of the timeline:
    /// `A/AC.290:session:2-substantive`.
    pub id: String,
    /// [`Body::key`].
    pub body: String,
    /// [`Body::name`].
    pub body_name: String,
    /// What it is.
    pub kind: Kind,
    /// What it is called: "third substantive session", "1st meeting", "Juerg Lauber (Switzerland) elected
    /// Chair".
    pub name: String,
    /// Its number in its row; of gatherings that the text counts, which one it is.
    pub ordinal: Option<u32>,
    /// Of how many, where the text counts them: "four informal meetings".
    pub of: Option<u32>,
    /// What kind of session or meeting, as the text says it: "substantive", "informal virtual".
    #[serde(rename = "type")]
    pub types: Option<String>,
    /// The days (EDTF); `[2031-02-18,2031-02-19]` is one of these days, the text does not say which.
    pub dates: Option<String>,
    /// What became of it.
    pub status: Status,
    /// Where.
    pub place: Option<String>,
    /// How many meetings it had.
    pub meetings: Option<u32>,
    /// The agenda items considered there, each by itself, in order.
    pub agenda_items: Vec<String>,
    /// Who was elected or sat in the chair.
    pub officers: Vec<Officer>,
    /// The documents: that were adopted, that the event was reported in.
    pub documents: Vec<String>,
    /// At which meeting or session something was done, as a reader says it: "10th meeting", "___ meeting of
    /// the third substantive session".
    pub at: Option<String>,
    /// [`Event::id`] of the session or meeting that it belongs to.
    pub part_of: Option<String>,
    /// Why it was cancelled or postponed, what is still blank: a few words.
    pub note: Option<String>,
    /// The paragraphs that tell it, by report and then in the order of the text. Never empty.
    pub sources: Vec<Source>,
    /// What the sources tell in two ways.
    pub clashes: Vec<Clash>,
    /// The days of `dates` as a calendar has them: first and last of each run, both inclusive. Empty where
    /// a day, month or year is missing.
    #[serde(skip)]
    pub days: Vec<(Date, Date)>,
}

/// Somebody who was elected or sat in the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Officer {
    /// Without honorific.
    pub name: String,
    /// The State, where it is given.
    pub country: Option<String>,
    /// Chair, Rapporteur.
    pub office: Option<String>,
    /// "elected", "chaired".
    pub act: String,
}

/// Where it is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The symbol of the report; its path where it has none.
    pub symbol: String,
    /// The identifier of the place in it.
    pub id: String,
    /// The place as people cite it: "annex II ¶4".
    pub place: String,
    /// The sentence, cut where it is long.
    pub text: String,
}

impl Source {
    /// A place whose name is found later, when all of the report is known.
    pub(super) fn new(symbol: &str, id: &str, text: String) -> Self {
        Self { symbol: symbol.to_owned(), id: id.to_owned(), place: String::new(), text }
    }
}

/// Something that is told in two ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// `dates`, `meetings`, `chair`, `session`, `weekday`, `count`, `agenda_item 7`.
    pub field: String,
    /// Two or more.
    pub values: Vec<Value>,
}

/// One of the ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Value {
    /// As in the event: EDTF, a number, a name.
    pub value: String,
    /// Who says so.
    pub source: Source,
}
