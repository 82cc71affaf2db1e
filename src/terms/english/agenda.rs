//! The words of agenda items, and those that show that an item is not one of an agenda.

/// An item, before one number.
pub const ITEM: &[&str] = &["item", "sub-item", "subitem"];

/// Items, before several numbers.
pub const ITEMS: &[&str] = &["items", "sub-items", "subitems"];

/// What an item of something else is called by before it: "line item 3".
pub const OTHER_ITEMS: &[&str] = &[
    "line",
    "list",
    "news",
    "budget",
    "work",
    "inventory",
    "check",
    "object",
    "expenditure",
    "tariff",
    "food",
    "cost",
    "priority",
    "menu",
    "annex",
    "schedule",
    "table",
    "dual-use",
    "controlled",
    "control",
];

/// Things with items of their own: in a sentence that names one, a bare "item 5" is one of those.
pub const OTHER_LISTS: &[&str] = &[
    "annex",
    "appendix",
    "catalogue",
    "checklist",
    "form",
    "handbook",
    "inventory",
    "list",
    "lists",
    "manual",
    "questionnaire",
    "schedule",
    "schedules",
    "shopping",
    "survey",
    "table",
    "tables",
];

/// Shortly before "item 5" these show that it is one of the agenda.
pub const BEFORE_ITEM: &[&str] = &[
    "under",
    "considered",
    "consider",
    "considering",
    "consideration",
    "discussed",
    "discuss",
    "concluded",
    "agenda",
    "took",
    "addressed",
    "began",
    "resumed",
    "continued",
    "debate",
    "allocated",
    "include",
    "included",
    "including",
    "closed",
    "opened",
    "reopened",
    "introduced",
    "regarding",
    "concerning",
    "on",
];

/// Shortly behind "item 5" these show that it is one of the agenda.
pub const AFTER_ITEM: &[&str] =
    &["considered", "concluded", "taken", "allocated", "discussed", "deferred", "introduced"];

/// Words that a number before them does not count: "items 3 and 4 of", not "items 3 and 4 States".
pub const NOT_COUNTED: &[&str] = &[
    "of",
    "at",
    "in",
    "on",
    "and",
    "or",
    "to",
    "as",
    "was",
    "were",
    "is",
    "are",
    "together",
    "jointly",
    "under",
    "above",
    "below",
    "entitled",
    "by",
    "for",
    "from",
    "during",
    "with",
    "concurrently",
    "that",
    "which",
    "it",
    "the",
    "had",
    "has",
    "be",
    "also",
    "until",
    "respectively",
    "will",
    "would",
    "without",
    "through",
];
