//! The words of events: how bodies meet, what people come together for, how a thing is put off.

/// Verbs that say that a sitting takes place, with its form after "would" and the past.
pub const HOLDING: &[&str] = &[
    "held",
    "hold",
    "holding",
    "convened",
    "convene",
    "convening",
    "met",
    "meet",
    "conducted",
    "conduct",
    "organized",
    "organize",
    "organised",
    "organise",
    "hosted",
    "host",
    "reconvened",
    "reconvene",
    "resumed",
    "resume",
];

/// Those of them that are past forms or participles.
pub const HELD: &[&str] =
    &["held", "convened", "met", "conducted", "organized", "organised", "hosted", "reconvened", "resumed"];

/// Verbs that hold a gathering where it is their object: "called two informal meetings".
pub const CALLED: &[&str] = &[
    "called",
    "arranged",
    "facilitated",
    "co-facilitated",
    "chaired",
    "co-chaired",
    "moderated",
    "co-hosted",
    "co-organized",
];

/// Words of the names of those parts of a body whose meetings are not the body's own.
pub const PARTS_OF_BODIES: &[&str] = &[
    "bureau",
    "drafting",
    "contact",
    "subgroup",
    "friends",
    "steering",
    "credentials",
    "whole",
    "editorial",
];

/// Words before a verb that put it into the future or the conditional.
pub const TO_COME: &[&str] =
    &["will", "would", "shall", "should", "to", "may", "might", "could", "can", "must"];

/// Those of them that leave open whether it will be.
pub const MAYBE: &[&str] = &["may", "might", "could", "can", "should", "ought"];

/// Verbs and nouns that say that what follows is only wanted, thought of or possible.
pub const WISHED: &[&str] = &[
    "proposed",
    "proposes",
    "proposing",
    "proposal",
    "proposals",
    "suggested",
    "suggests",
    "suggesting",
    "suggestion",
    "suggestions",
    "recommended",
    "recommends",
    "recommending",
    "recommendation",
    "preferred",
    "preference",
    "favoured",
    "favored",
    "favouring",
    "favour",
    "favor",
    "hoped",
    "hope",
    "hopes",
    "hoping",
    "wished",
    "wish",
    "wishes",
    "advocated",
    "urged",
    "possibility",
    "feasibility",
    "desirability",
    "option",
    "options",
    "idea",
    "considering",
    "opposed",
    "objected",
    "declined",
    "refused",
    "unable",
    "failed",
];

/// Verbs by which a body settles that something is to be.
pub const DECIDED: &[&str] = &[
    "decided",
    "decides",
    "deciding",
    "agreed",
    "agrees",
    "agree",
    "agreeing",
    "agreement",
    "consensus",
    "decision",
    "resolved",
    "determined",
    "confirmed",
    "announced",
    "requested",
];

/// Words that make what follows a condition or a question.
pub const CONDITIONS: &[&str] = &["if", "whether", "unless", "provided"];

/// Words that deny the verb right behind them.
pub const AFTER_DENIAL: &[&str] = &["without", "before", "avoid", "against"];

/// Words that say that something was only planned; what follows them is a date to come.
pub const PLANNED: &[&str] = &[
    "announced",
    "arranged",
    "programmed",
    "set",
    "scheduled",
    "planned",
    "expected",
    "tentatively",
    "foreseen",
    "proposed",
    "envisaged",
    "due",
    "slated",
];

/// Called off.
pub const CANCELLED: &[&str] = &["cancelled", "canceled"];

/// Put off.
pub const POSTPONED: &[&str] = &["postponed", "deferred", "rescheduled"];

/// Given other days.
pub const MOVED: &[&str] = &["moved", "shifted", "advanced", "extended", "brought", "changed"];

/// Verbs that say that a sitting went on after a break.
pub const RESUMING: &[&str] = &["resumed", "reconvened", "resume", "reconvene"];

/// Verbs that tell of a day of a sitting and not of all its days.
pub const OPENING: &[&str] = &[
    "opened",
    "closed",
    "concluded",
    "ended",
    "adjourned",
    "suspended",
    "began",
    "commenced",
    "started",
    "continued",
    "inaugurated",
];

/// What may stand between a sitting and its days beside places and other days.
pub const BETWEEN: &[&str] = &[
    "on",
    "from",
    "in",
    "at",
    "the",
    "of",
    "and",
    "was",
    "were",
    "held",
    "convened",
    "been",
    "had",
    "has",
    "have",
    "which",
    "took",
    "take",
    "place",
    "during",
    "for",
    "scheduled",
    "planned",
    "to",
    "be",
    "will",
    "would",
    "shall",
    "should",
    "is",
    "are",
    "originally",
    "initially",
    "first",
    "then",
    "week",
    "virtually",
    "online",
    "remotely",
    "both",
    "all",
    "also",
    "respectively",
    "united",
    "nations",
    "headquarters",
    "office",
    "city",
    "meeting",
    "hybrid",
    "format",
    "a",
    "weeks",
    "period",
    "between",
    "formally",
    "opened",
    "city",
    "seat",
    "organization",
    "centre",
    "center",
    "conference",
    "cancelled",
    "canceled",
    "postponed",
    "owing",
    "due",
    "tentatively",
    "late",
    "des",
    "de",
    "du",
    "la",
    "le",
    "den",
    "did",
    "not",
    "closed",
    "concluded",
    "ended",
    "adjourned",
    "suspended",
    "began",
    "commenced",
    "started",
    "inaugurated",
    "resumed",
    "reconvened",
    "provisionally",
    "eventually",
    "finally",
    "subsequently",
    "officially",
];

/// Nouns of gatherings; a numbered meeting or session of a body is none of these.
pub const GATHERINGS: &[&str] = &[
    "briefing",
    "briefings",
    "conference",
    "conferences",
    "consultation",
    "consultations",
    "dialogue",
    "dialogues",
    "discussion",
    "discussions",
    "event",
    "events",
    "exchange",
    "exchanges",
    "forum",
    "forums",
    "hearing",
    "hearings",
    "meeting",
    "meetings",
    "plenaries",
    "retreat",
    "retreats",
    "round-table",
    "roundtable",
    "roundtables",
    "seminar",
    "seminars",
    "session",
    "sessions",
    "summit",
    "symposium",
    "symposiums",
    "symposia",
    "table",
    "tables",
    "training",
    "trainings",
    "visit",
    "visits",
    "webinar",
    "webinars",
    "workshop",
    "workshops",
];

/// What stands before the noun of a gathering and is no part of its name.
pub const DETERMINERS: &[&str] = &[
    "a", "an", "the", "its", "their", "this", "these", "several", "another", "further", "also", "two",
    "three",
];

/// Words that end the name of a gathering.
pub const ENDS_NAME: &[&str] = &[
    "to",
    "pursuant",
    "from",
    "in",
    "at",
    "that",
    "which",
    "where",
    "during",
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "have",
    "will",
    "would",
    "under",
    "by",
    "as",
    "including",
    "aimed",
    "featuring",
    "following",
    "held",
    "took",
    "convened",
    "organized",
    "while",
    "who",
    "through",
    "via",
    "after",
    "before",
    "prior",
    "since",
    "until",
    "also",
    "once",
    "twice",
];

/// Words after which a date belongs to something else than the gathering before it.
pub const OTHER_MATTER: &[&str] = &[
    "that",
    "which",
    "who",
    "whose",
    "dated",
    "adopted",
    "issued",
    "following",
    "since",
    "after",
    "before",
    "until",
    "decided",
    "requested",
    "agreed",
    "circulated",
    "submitted",
    "prior",
    "presented",
    "published",
    "established",
    "recommended",
    "contained",
    "invited",
    "appointed",
    "elected",
    "signed",
    "entered",
    "prepared",
    "transmitted",
];

/// Offices and services of a body that convene on its behalf.
pub const CONVENERS: &[&str] = &[
    "chair",
    "chairs",
    "chairperson",
    "chairpersons",
    "chairman",
    "chairmen",
    "co-chair",
    "co-chairs",
    "vice-chair",
    "vice-chairs",
    "president",
    "presidents",
    "vice-president",
    "bureau",
    "secretariat",
    "facilitator",
    "facilitators",
    "co-facilitator",
    "co-facilitators",
    "coordinator",
    "coordinators",
    "co-coordinators",
    "rapporteur",
    "moderator",
    "group",
    "it",
    "they",
    "members",
    "co-president",
    "director-general",
    "co-presidents",
];

/// What a body is called in short.
pub const BODY_NOUNS: &[&str] = &[
    "assembly",
    "authority",
    "board",
    "bureau",
    "commission",
    "committee",
    "conference",
    "congress",
    "council",
    "forum",
    "group",
    "meeting",
    "panel",
    "party",
    "platform",
    "subcommittee",
    "subcommission",
    "task",
    "team",
];

/// What the adoption of which is an event by itself, as its last words.
pub const ADOPTED: &[&str] = &[
    "report",
    "reports",
    "declaration",
    "declarations",
    "resolution",
    "resolutions",
    "decision",
    "decisions",
    "convention",
    "agreement",
    "protocol",
    "treaty",
    "covenant",
    "document",
    "conclusions",
    "outcome",
    "compact",
    "communiqué",
];

/// Verbs by which a body makes a text its own.
pub const ADOPTING: &[&str] = &["adopted", "adopting"];

/// Verbs by which it does so with its report, or between its sessions.
pub const AGREEING: &[&str] = &["approved", "endorsed", "accepted", "agreed", "taken", "passed"];

/// Two words, the second close behind the first, that say that nobody objected, or that nobody met.
pub const SILENCE: &[(&str, &str)] = &[
    ("silence", "procedure"),
    ("silence", "period"),
    ("silence", "expired"),
    ("no", "objection"),
    ("no", "objections"),
    ("no-objection", "basis"),
    ("no-objection", "procedure"),
    ("written", "procedure"),
    ("postal", "ballot"),
    ("mail", "ballot"),
    ("by", "correspondence"),
];

/// Participles that say of somebody that a body chose him or her.
pub const ELECTING: &[&str] = &["elected", "re-elected", "reelected"];

/// Nouns of papers whose adoption only opens the work.
pub const OPENS_WORK: &[&str] = &["agenda", "programme", "program", "rules", "timetable", "organization"];

/// Signs in a sentence that a session was reported in another document.
pub const REPORTED: &[&str] =
    &["issued", "contained", "published", "circulated", "reproduced", "reported", "found", "see"];

/// How a session was held that has no place.
pub const VIRTUAL: &[&str] =
    &["virtual", "virtually", "online", "remotely", "videoconference", "video-conference", "teleconference"];

/// Words of kinds that tell one session of a body from another.
pub const TELLING_KINDS: &[&str] = &[
    "emergency",
    "executive",
    "extraordinary",
    "final",
    "inaugural",
    "organizational",
    "pre-sessional",
    "preparatory",
    "reconvened",
    "resumed",
    "special",
    "constituent",
    "constitutive",
    "intersessional",
    "informal",
];

/// Kinds that make what is called a session a gathering on the side.
pub const SIDE_KINDS: &[&str] = &[
    "stakeholder",
    "stakeholders",
    "informal",
    "briefing",
    "consultative",
    "consultation",
    "thematic",
    "technical",
    "multi-stakeholder",
    "joint",
    "interactive",
    "virtual",
    "intersessional",
    "donor",
    "coordination",
    "closed",
    "expert",
    "experts",
    "ministerial",
    "high-level",
];

/// How operative paragraphs and items of decisions begin.
pub const OPERATIVE: &[&str] = &[
    "acknowledges",
    "affirms",
    "appeals",
    "approves",
    "authorizes",
    "calls",
    "commends",
    "condemns",
    "confirms",
    "congratulates",
    "considers",
    "decides",
    "declares",
    "demands",
    "directs",
    "emphasizes",
    "encourages",
    "endorses",
    "expresses",
    "invites",
    "notes",
    "reaffirms",
    "recalls",
    "recognizes",
    "recommends",
    "reiterates",
    "requests",
    "resolves",
    "stresses",
    "supports",
    "takes",
    "underlines",
    "underscores",
    "urges",
    "welcomes",
];
