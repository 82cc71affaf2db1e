//! The words of English reports. Another language is another folder beside this one.

pub mod calendar;
pub mod counting;
pub mod number;
pub mod reference;
pub mod sitting;
