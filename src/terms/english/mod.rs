//! The words of English reports. Another language is another folder beside this one.

pub mod institution;
pub mod number;
pub mod office;
pub mod person;
pub mod place;
pub mod post;
