//! Words of which long names are made, and by which a short name is seen to stand for one.

/// What a body or a text is called once it has been named: "the Committee", "the Convention".
pub const HEADS: &[&str] = &[
    "council",
    "committee",
    "subcommittee",
    "commission",
    "assembly",
    "conference",
    "board",
    "court",
    "tribunal",
    "forum",
    "panel",
    "group",
    "office",
    "programme",
    "fund",
    "agency",
    "authority",
    "organization",
    "union",
    "secretariat",
    "bank",
    "institute",
    "mechanism",
    "convention",
    "covenant",
    "protocol",
    "agreement",
    "treaty",
    "charter",
    "statute",
    "declaration",
    "platform",
    "framework",
    "agenda",
    "pact",
    "strategy",
];

/// How a name goes on: "Committee on …", "Agenda for …".
pub const LINKS: &[&str] = &["for", "on", "of", "to", "against"];

/// Small words inside a name.
pub const JOINS: &[&str] = &["the", "and", "in", "its", "a", "with", "by"];

/// What stands before the name of a town.
pub const PLACED: &[&str] = &["in", "at"];

/// What has a number by which it is called: the number counts nothing.
pub const LABELS: &[&str] = &[
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "subparagraph",
    "article",
    "articles",
    "section",
    "chapter",
    "part",
    "annex",
    "rule",
    "rules",
    "goal",
    "goals",
    "target",
    "targets",
    "note",
    "notes",
    "resolution",
    "resolutions",
    "decision",
    "decisions",
    "item",
    "items",
    "principle",
    "phase",
    "no",
];

/// What is called by its ordinal.
pub const SITTINGS: &[&str] = &["session", "sessions", "meeting", "meetings", "anniversary"];
