//! The words of English reports. Another language is another folder beside this one.

pub mod number;
pub mod reference;
