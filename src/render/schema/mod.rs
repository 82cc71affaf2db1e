//! The JSON Schemas (draft 2020-12) of what the program writes as JSON.
//!
//! Written by hand beside the code that writes; a test holds every output against them. What is added to an
//! output is added here, and every key of an object is named: a key that is not told is a fault.

/// The schema of `travaux/check/1`.
pub const CHECK: &str = include_str!("check.json");
/// The schema of `travaux/report/1`, which `show` writes.
pub const SHOW: &str = include_str!("show.json");
/// The schema of `travaux/diff/1`.
pub const DIFF: &str = include_str!("diff.json");
/// The schema of `travaux/summary/1`.
pub const SUMMARY: &str = include_str!("summary.json");
/// The schema of `travaux/timeline/1`.
pub const TIMELINE: &str = include_str!("timeline.json");
