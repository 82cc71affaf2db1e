//! Words that say how far a sentence reaches: how many, which ones, for example or all of them, by
//! when.

/// Words that say how many and which ones. Each row is one meaning.
pub const SCOPE: &[&[&str]] = &[
    &["all"],
    &["any"],
    &["some"],
    &["each", "every"],
    &["both"],
    &["only", "solely", "exclusively"],
    &["other", "others", "another"],
    &["such"],
    &["certain"],
    &["most"],
    &["many", "numerous"],
    &["several"],
    &["few"],
    &["if", "whether"],
    &["unless"],
];

/// Turns in which such a word says nothing of the kind.
pub const SCOPELESS: &[&str] = &[
    "not only",
    "as such",
    "such that",
    "at all",
    "above all",
    "after all",
    "first of all",
    "in any case",
    "in any event",
    "each other",
    "one another",
    "in other words",
    "on the other hand",
    "among others",
    "among other things",
    "as if",
];

/// What opens examples, what is part of the whole, what is the whole, what is put first. Each row is
/// one meaning: to pass from one row to another is to say something else.
pub const OPENERS: &[&[&str]] = &[
    &["such as", "for example", "for instance", "e.g"],
    &["including", "include", "includes", "included", "inclusive of"],
    &["namely", "i.e", "that is to say"],
    &["in particular", "particularly", "especially", "notably"],
    &["inter alia", "among other things", "among others"],
];

/// How a day or a year is tied to what happens. Each row is one meaning.
pub const TIME: &[&[&str]] = &[
    &["in", "on", "at", "of", "during", "for"],
    &["by"],
    &["before"],
    &["after", "following"],
    &["until", "till", "through", "to"],
    &["from", "since"],
];

/// Those who have rights, what they have, and what is owed: singular, plural. One of them and several
/// of them, some and all of them, are not the same.
pub const BEARERS: &[(&str, &str)] = &[
    ("people", "peoples"),
    ("territory", "territories"),
    ("party", "parties"),
    ("right", "rights"),
    ("obligation", "obligations"),
    ("duty", "duties"),
];
