//! Vocabulary values: parse, print, compare. They know nothing of documents.

pub mod date;
pub mod english;
pub mod office;
pub mod organ;
pub mod roman;
pub mod state;
pub mod stretch;
pub mod symbol;

/// The months in order, as they are printed in full.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
