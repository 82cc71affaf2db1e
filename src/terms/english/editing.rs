//! The words that a check of a text goes by.

/// Words that may stand twice in a row: "had had", "that that"; in Latin, French and Pacific names too.
pub const MAY_STAND_TWICE: &[&str] =
    &["had", "that", "is", "very", "more", "so", "in", "do", "her", "bis", "ter", "les", "de", "half"];

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

/// What is counted before a list of organizations.
pub const ORGANIZATIONS_COUNTED: &[&str] = &["organizations", "organisations"];

/// What is counted before a list of parts of the report.
pub const PARTS_COUNTED: &[&str] = &["chapters", "sections", "parts", "annexes"];

/// What leads from a count to its list; the longer first.
pub const NAMELY: &[&str] = &[", namely, ", ", namely ", " namely, ", " namely "];

/// Before a count of which only some are named.
pub const PART_OF_MORE: &[&str] = &[" of its ", " of the ", " of these ", " of those ", " of their "];

/// Small words inside the names of organizations.
pub const WITHIN_NAMES: &[&str] = &["of", "the", "for", "on", "in", "la", "de", "du", "des", "et", "to"];

/// What leads from a period to the count of its days.
pub const THAT_IS: &[&str] = &[", that is, for", ", that is for", ", i.e. for", ", i.e., for"];

/// What may stand before a day of the month.
pub const BEFORE_A_DAY: &[&str] = &["on", "from", "to", "until", "by", "and", "of"];

/// How a group tells that it reported.
pub const REPORTED_ON: &[&str] =
    &["and reported on its work on", "and reported on", "and submitted its report on"];

/// Before the days on which several sessions began.
pub const OPENINGS_OF_EACH: &[&str] = &[
    "opening of each",
    "beginning of each",
    "first meeting of each",
    "1st meeting of each",
    "start of each",
];

/// How a draft report speaks of itself, up to its symbol.
pub const OWN_DRAFT: &[&str] = &["its draft report (", "the draft report (", "the present draft report ("];

/// Words that bind a pair that is said over and over: "again and again and", "step by step by".
pub const REPEATING: &[&str] = &[
    "and", "or", "by", "to", "after", "for", "upon", "in", "on", "at", "as", "with", "from", "than", "over",
];

/// Near one of these an agenda item may be one of another body's agenda.
pub const OTHER_AGENDAS: &[&str] = &[
    "previous",
    "former",
    "earlier",
    "another",
    "board",
    "bureau",
    "forum",
    "panel",
    "assembly",
    "council",
    "committee",
    "commission",
    "conference",
    "provisional agenda",
    "preliminary list",
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

/// Before the symbol under which a document is still to come.
pub const ISSUED_LATER: &[&str] = &[
    "to be issued",
    "will be issued",
    "would be issued",
    "to be published",
    "will be published",
    "to be circulated",
    "will be circulated",
    "to be updated",
    "will be updated",
    "to be contained",
    "will be contained",
    "to appear",
    "will appear",
    "forthcoming",
];

/// Kinds of bodies that report and are among [`OTHER_AGENDAS`] as well.
pub const BODY_NOUNS: &[&str] =
    &["committee", "commission", "conference", "board", "forum", "panel", "council", "assembly"];

/// Behind one of these a second "on" begins anew: "went on on Monday".
pub const TAKE_ON: &[&str] = &[
    "go", "goes", "going", "gone", "went", "carry", "carries", "carried", "carrying", "move", "moved",
    "moving", "live", "lived", "hold", "held", "pass", "passed", "passing", "sign", "signed", "bring",
    "brought", "keep", "kept", "take", "taken", "took", "put", "later", "early", "so", "then", "now",
    "turned", "switched",
];

/// What is counted before a list of numbers.
pub const NUMBERED_COUNTED: &[&str] = &["decisions", "resolutions"];

/// What is counted before a list of persons, each with a title.
pub const PERSONS_COUNTED: &[&str] =
    &["experts", "panellists", "panelists", "speakers", "persons", "moderators", "facilitators"];

/// Before the name of a person.
pub const TITLES: &[&str] = &["Ms. ", "Mr. ", "Mrs. ", "Dr. "];

/// Between a count and the words that lead to its list a clause may stand.
pub const CLAUSES: &[&str] = &[" that ", " which ", " with ", " without "];
