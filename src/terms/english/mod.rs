//! The words of English reports. Another language is another folder beside this one.

pub mod agenda;
pub mod alternative;
pub mod calendar;
pub mod connection;
pub mod counted;
pub mod counting;
pub mod editing;
pub mod event;
pub mod heading;
pub mod institution;
pub mod joining;
pub mod measure;
pub mod names;
pub mod number;
pub mod office;
pub mod operative;
pub mod opposites;
pub mod person;
pub mod place;
pub mod post;
pub mod reference;
pub mod scope;
pub mod sitting;
pub mod spelling;
pub mod turns;
