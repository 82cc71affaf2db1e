//! Headings of the procedural part of a report, which every body words in its own way.

/// Headings that mean the same in reports of proceedings, in lower case and without marks. Each row
/// begins with the form that stands for all of it. From the templates of several bodies: the letters
/// before such headings shift whenever a section comes or goes, and the words change with the drafter.
pub const SYNONYMS: [&[&str]; 14] = [
    &[
        "officers",
        "election of officers",
        "election of the officers",
        "election of officers other than the chair",
        "election of replacement officers",
        "election of other officers",
        "bureau",
        "election of the bureau",
        "composition of the bureau",
        "chairmanship",
    ],
    &[
        "attendance",
        "participants",
        "participation",
        "attendance and participation",
        "membership and attendance",
    ],
    &["agenda", "adoption of the agenda", "adoption of agenda"],
    &[
        "adoption of the agenda and organization of work",
        "adoption of the agenda and organisation of work",
        "adoption of the agenda and other organizational matters",
        "agenda and organization of work",
    ],
    &[
        "organization of work",
        "organisation of work",
        "organization of the work",
        "modalities of work",
        "methods of work",
        "terms of reference and organization of work",
    ],
    &["documentation", "documents", "list of documents", "meetings and documentation"],
    &["opening", "opening and duration", "opening and attendance"],
    &["duration", "dates and venue", "date and venue", "date and place", "venue and dates"],
    &[
        "organizational matters",
        "organisational matters",
        "organizational and procedural matters",
        "procedural and organizational matters",
        "procedural matters",
        "organizational arrangements",
        "organization",
    ],
    &["adoption of the report", "adoption of report", "adoption of the final report"],
    &["proceedings", "summary of proceedings", "summary of the proceedings"],
    &["other matters", "other business", "any other business", "any other matters"],
    &["closing", "closure"],
    &["actions taken", "action taken"],
];

/// What sits, in such headings: "opening of the …", "adoption of the report of the …".
pub const SITTINGS: [&str; 15] = [
    "session",
    "sessions",
    "meeting",
    "meetings",
    "conference",
    "committee",
    "subcommittee",
    "commission",
    "council",
    "board",
    "assembly",
    "group",
    "forum",
    "panel",
    "congress",
];
