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
