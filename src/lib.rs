//! What really changed between two drafts of an intergovernmental report.
//!
//! Nouns, then stages, then the shell. Each stage takes the value of the one before:
//!
//! 1. [`read`] opens a file and returns a [`read::SourceText`]: lines with their pages and places.
//! 2. [`structure`] recovers the numbering and returns a [`report::Report`].
//! 3. [`mentions`] finds dates, documents, officers and placeholders in it.
//!    [`version`] makes one of several documents, where a version was issued in parts.
//! 4. [`align`] says which paragraph of one report answers to which of the other, and why.
//! 5. [`diff`] compares each pair, in words and in facts.
//! 6. [`timeline`] lays out what happened when, from the words of one or many reports.
//! 7. [`check`] says what is still open in a report or does not add up.
//! 8. [`render`] writes any result in a format; it computes nothing.
//!
//! Only `read` opens files and only `cli` prints. Everything between is pure and cannot fail:
//! it returns a value, and [`remark::Remark`]s about what was odd.

pub mod align;
pub mod check;
pub mod cli;
pub mod diff;
pub mod error;
pub mod mentions;
pub mod read;
pub mod remark;
pub mod render;
pub mod report;
pub mod structure;
pub mod terms;
pub mod timeline;
pub mod version;
