//! Role → colour and sign. Colour helps and is never needed: whatever it says, a sign says too.
//!
//! | role     | sign                      | colour                  |
//! |----------|---------------------------|-------------------------|
//! | deleted  | `−words−` or `[-words-]`  | red, struck through     |
//! | inserted | `+words+` or `{+words+}`  | bright blue, underlined |
//! | marked   | `‹words›` or `<words>`    | underlined              |
//!
//! Red and blue stay apart for every common form of colour blindness, which red and green do not;
//! the strokes keep them apart in grey.

use super::view::Role;
use owo_colors::{OwoColorize, Style};

/// The signs of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// Before the first word.
    pub open: &'static str,
    /// After the last word.
    pub close: &'static str,
    /// In the margin of a line that begins inside.
    pub margin: &'static str,
}

/// The signs of a role, if it has any.
pub fn signs(role: Role, ascii: bool) -> Option<Signs> {
    match (role, ascii) {
        (Role::Deleted, false) => Some(Signs { open: "−", close: "−", margin: "−" }),
        (Role::Inserted, false) => Some(Signs { open: "+", close: "+", margin: "+" }),
        (Role::Deleted, true) => Some(Signs { open: "[-", close: "-]", margin: "-" }),
        (Role::Inserted, true) => Some(Signs { open: "{+", close: "+}", margin: "+" }),
        (Role::Marked, false) => Some(Signs { open: "‹", close: "›", margin: "" }),
        (Role::Marked, true) => Some(Signs { open: "<", close: ">", margin: "" }),
        _ => None,
    }
}

/// How much of a role's style is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// None: the text as it is.
    None,
    /// Colour, and strokes for what was taken out or put in.
    Full,
    /// Colour without strokes: for signs in the margin, and for whole paragraphs, where a stroke
    /// through every line would only make them hard to read.
    Plain,
}

impl Ink {
    /// Full ink, if there is colour at all.
    pub fn full(color: bool) -> Ink {
        if color { Ink::Full } else { Ink::None }
    }

    /// Plain ink, if there is colour at all.
    pub fn plain(color: bool) -> Ink {
        if color { Ink::Plain } else { Ink::None }
    }
}

/// Paints words.
pub fn paint(text: &str, role: Role, ink: Ink) -> String {
    match style(role, ink == Ink::Full) {
        Some(style) if ink != Ink::None && !text.is_empty() => text.style(style).to_string(),
        _ => text.to_string(),
    }
}

fn style(role: Role, strokes: bool) -> Option<Style> {
    let style = Style::new();
    match role {
        Role::Equal => None,
        Role::Deleted if strokes => Some(style.red().strikethrough()),
        Role::Deleted => Some(style.red()),
        Role::Inserted if strokes => Some(style.bright_blue().underline()),
        Role::Inserted => Some(style.bright_blue()),
        Role::Elided | Role::Muted => Some(style.dimmed()),
        Role::Note => Some(style.italic()),
        Role::Label | Role::Heading => Some(style.bold()),
        Role::Marked => Some(style.underline()),
        Role::Warning => Some(style.yellow().bold()),
    }
}
