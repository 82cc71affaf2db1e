//! Any result → text in a format. Computes nothing.
//!
//! What people read goes `diff_view` or `show_view` → [`view::Page`] → [`terminal`]. What programs
//! read goes straight from the library's values to [`json`].

pub mod clean;
pub mod diff_view;
pub mod json;
pub mod palette;
pub mod show_view;
mod table;
pub mod terminal;
pub mod view;
mod wrap;
