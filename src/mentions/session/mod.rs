//! Sessions and meetings: "its third substantive session", "the 280th to 282nd meetings".
//!
//! One mention for each ordinal written, or for a run of them. In the value the ordinal of a
//! session stands in words and that of a meeting in figures, as the house style has it, however
//! the text writes it: `third substantive session`, `283rd meeting`, `280th to 282nd meetings`; from
//! the hundredth on sessions too have figures, `104th session`. What is said of a sitting before its
//! ordinal stays there, `resumed fifth session`.
//! Words that say how a sitting was held (plenary, closed) are in `type` alone, since the 283rd
//! plenary meeting is the 283rd meeting.

mod abbreviation;
mod body;
mod few;
mod named;
mod numbered;
mod ordinal;
mod same;
mod tail;

pub use same::Scenes;

use super::passage::{Passage, TokenKind};
use super::{Context, Finder, Mention, MentionKind};

/// Finds sessions and meetings.
pub struct Sessions;

impl Finder for Sessions {
    fn kind(&self) -> MentionKind {
        MentionKind::Session
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "ordinal",
            "ordinal-list",
            "ordinal-run",
            "first-few",
            "blank-ordinal",
            "of-year",
            "single-of-its-kind",
            "dated",
            "abbreviation",
            "same",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        let mut index = 0;
        while index < passage.tokens.len() {
            let next = match passage.tokens[index].kind {
                TokenKind::Word if passage.is(index, "same") => {
                    same::find(passage, index, context, found).then_some(index + 1)
                }
                _ => few::find(passage, index, found)
                    .or_else(|| numbered::find(passage, index, found))
                    .or_else(|| named::find(passage, index, found))
                    .or_else(|| abbreviation::find(passage, index, found)),
            };
            index = next.map_or(index + 1, |next| next.max(index + 1));
        }
        context.scenes.see(passage, found);
    }
}
