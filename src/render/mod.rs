//! Any result → text in a format. Computes nothing.
//!
//! What people read goes `diff_view`, `check_view` or `show_view` → [`view::Page`] → [`terminal`]; what they
//! send on goes `summary_view` → [`letter::Letter`] → [`markdown`] or [`plain`]. What programs read
//! goes straight from the library's values to [`json`] or [`sarif`]; [`schema`] describes it. A browser gets
//! a [`page`], a spreadsheet rows ([`diff_sheet`]). [`redline`] is a Word document
//! with tracked changes. [`timeline`] has the forms of a timeline that other
//! programs open: spreadsheet, calendar, picture, page.

pub mod check_view;
pub mod clean;
pub mod csv;
pub mod diff_letter;
pub mod diff_sheet;
pub mod diff_view;
pub mod json;
pub mod letter;
pub mod letter_page;
pub mod markdown;
pub mod markup;
pub mod page;
pub mod palette;
pub mod plain;
pub mod redline;
pub mod sarif;
pub mod schema;
pub mod show_view;
pub mod summary_json;
pub mod summary_view;
mod table;
pub mod terminal;
pub mod timeline;
pub mod timeline_view;
pub mod view;
mod wrap;
