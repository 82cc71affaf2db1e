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

/// Paints words, or leaves them as they are.
pub fn paint(text: &str, role: Role, color: bool) -> String {
    match style(role) {
        Some(style) if color && !text.is_empty() => text.style(style).to_string(),
        _ => text.to_string(),
    }
}

fn style(role: Role) -> Option<Style> {
    match role {
        Role::Equal => None,
        Role::Deleted => Some(Style::new().red().strikethrough()),
        Role::Inserted => Some(Style::new().bright_blue().underline()),
        Role::Elided | Role::Muted => Some(Style::new().dimmed()),
        Role::Note => Some(Style::new().italic()),
        Role::Label | Role::Heading => Some(Style::new().bold()),
        Role::Marked => Some(Style::new().underline()),
        Role::Warning => Some(Style::new().yellow().bold()),
    }
}
