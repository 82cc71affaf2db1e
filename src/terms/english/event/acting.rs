//! Who acts, and the acts: adoptions, elections, what resolutions do.

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
    "presidency",
    "he",
    "she",
    "director-general",
    "co-presidents",
];

/// What a body is called in short.
pub const BODY_NOUNS: &[&str] = &[
    "assembly",
    "authority",
    "board",
    "body",
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
    "recommendation",
    "recommendations",
    "guidelines",
    "principles",
    "statement",
    "strategy",
    "compact",
    "communiqué",
];

/// Verbs by which a body makes a text its own.
pub const ADOPTING: &[&str] = &["adopted", "adopting"];

/// Verbs by which it does so with its report, or between its sessions.
pub const AGREEING: &[&str] =
    &["approved", "endorsed", "accepted", "agreed", "taken", "passed", "decided", "amended"];

/// Two words, the second close behind the first, that say that nobody objected, or that nobody met.
pub const SILENCE: &[(&str, &str)] = &[
    ("silence", "procedure"),
    ("silence", "period"),
    ("silence", "expired"),
    ("no", "objection"),
    ("no", "objections"),
    ("no-objection", "basis"),
    ("no-objection", "procedure"),
    ("decided", "correspondence"),
    ("written", "procedure"),
    ("postal", "ballot"),
    ("mail", "ballot"),
    ("by", "correspondence"),
];

/// Verbs of what a body does, in its reports.
pub const ACTING: &[&str] = &[
    "adopted",
    "agreed",
    "approved",
    "considered",
    "decided",
    "elected",
    "endorsed",
    "established",
    "expressed",
    "had",
    "heard",
    "held",
    "invited",
    "met",
    "noted",
    "recalled",
    "recommended",
    "requested",
    "reviewed",
    "thanked",
    "took",
    "was",
    "welcomed",
    "will",
];

/// Participles that say of somebody that a body chose him or her.
pub const ELECTING: &[&str] = &["elected", "re-elected", "reelected"];

/// Nouns of papers whose adoption only opens the work.
pub const OPENS_WORK: &[&str] = &["agenda", "programme", "program", "rules", "timetable", "organization"];

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
