//! The words that a check of a text goes by.

/// Words that may stand twice in a row: "had had", "that that"; in Latin, French and Pacific names too.
pub const MAY_STAND_TWICE: &[&str] =
    &["had", "that", "is", "very", "more", "so", "in", "on", "do", "her", "bis", "ter", "les", "de", "half"];

/// What is held on days, and may be more than one on a day.
pub const HELD_ON_DAYS: &[&str] =
    &["meetings", "consultations", "briefings", "sessions", "seminars", "workshops"];

/// What may stand between "three meetings" and the first of their days.
pub const BEFORE_DAYS: &[&str] = &["on", ", on", "held on", ", held on", "were held, on", "were held on"];

/// What may stand between two dates of one list.
pub const BETWEEN_DAYS: &[&str] =
    &[",", ";", "and", ", and", "; and", "and on", ", on", "; on", ", and on", "; and on"];

/// What may stand between a resolution and the day of its adoption.
pub const BEFORE_ADOPTION_DAY: &[&str] =
    &["of", ", of", "dated", ", dated", ", adopted on", "adopted on", "(adopted on"];

/// What is counted before a list of States.
pub const STATES_COUNTED: &[&str] =
    &["states", "countries", "members", "delegations", "parties", "signatories", "observers"];

/// What is counted before a list of persons or of the States that hold an office.
pub const OFFICERS_COUNTED: &[&str] =
    &["officers", "vice-chairs", "vice-presidents", "co-chairs", "vice-chairpersons", "rapporteurs"];

/// What is counted before a list of documents.
pub const DOCUMENTS_COUNTED: &[&str] = &["documents", "papers", "reports", "notes"];

/// What may stand between two members of a list; the longer first.
pub const BETWEEN_MEMBERS: &[&str] = &[", and", "; and", ",", ";", "and"];

/// Behind these a list names only some of what was counted.
pub const PARTS_ONLY: &[&str] =
    &["including", "among", "such as", "inter alia", "notably", "in particular", "for example", "of which"];

/// "met four times".
pub const MEETING_VERBS: &[&str] = &["met", "convened", "meet", "convene"];

/// Among the names of States, and none.
pub const EUROPEAN_UNION: &str = "European Union";

/// Near one of these an agenda item may be one of another body's agenda.
pub const OTHER_AGENDAS: &[&str] = &[
    "assembly",
    "council",
    "committee",
    "commission",
    "conference",
    "provisional agenda",
    "preliminary list",
    "its agenda",
    "their agenda",
    "next session",
];

/// Verbs by which a report tells what was done.
pub const TOLD_AS_PAST: &[&str] = &[
    "adopted",
    "approved",
    "concluded",
    "considered",
    "convened",
    "decided",
    "discussed",
    "elected",
    "heard",
    "held",
    "issued",
    "met",
    "opened",
    "presented",
    "reported",
    "submitted",
    "took",
    "visited",
];

/// Words of a sentence that speaks of what is to come, or of what was decided for later.
pub const TOLD_AS_COMING: &[&str] = &[
    "will",
    "would",
    "shall",
    "should",
    "may",
    "might",
    "until",
    "ending",
    "expire",
    "expires",
    "future",
    "next",
    "planned",
    "scheduled",
    "proposed",
    "tentatively",
    "if",
    "deadline",
];

/// Before the symbol of the paper in which a session reported.
pub const CONTAINED_IN: &[&str] =
    &["contained in document", "contained in conference room paper", "issued as document"];
