//! Vocabulary values: parse, print, compare. They know nothing of documents.

pub mod date;
pub mod english;
pub mod office;
pub mod organ;
pub mod roman;
pub mod state;
pub mod stretch;
pub mod symbol;
pub mod treaty;
