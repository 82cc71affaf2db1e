//! Officers: who was elected, who chaired, and the lists that name them.
//!
//! The text is cut into [`Piece`](piece::Piece)s, and each rule is a pattern over these. A person
//! counts only with an office and a word that gives it: speakers and representatives are not
//! officers, and a false officer costs more trust than a missed one.

mod apposition;
mod body;
mod bureau;
mod chairing;
mod country;
mod election;
mod grant;
mod holder;
mod holders;
mod label;
mod list;
mod name;
mod office_name;
mod offices;
mod parentheses;
mod participant;
mod piece;
mod post;
mod reading;
mod service;

pub use participant::Participants;
pub(super) use participant::settle;

use super::passage::Passage;
use super::{Context, Finder, Mention, MentionKind};
use crate::terms::office::Office;

/// Finds officers.
pub struct Officers;

impl Finder for Officers {
    fn kind(&self) -> MentionKind {
        MentionKind::Officer
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "elected-as",
            "chaired-by",
            "office-label",
            "officers-list",
            "served-as",
            "replaced-as",
            "office-was",
            "in-apposition",
            "in-parentheses",
            "as-office",
            "in-the-chair",
            "bureau-of",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        if context.open_list.is_none() && !speaks_of_offices(passage) {
            return;
        }
        let pieces = piece::cut(passage);
        if let Some(list) = context.open_list {
            list::line(passage, &pieces, list, found);
        }
        reading::sentences(passage, &pieces, found);
        // "the Bureau: X (C), Chair": the office of one's own says more than a seat in the Bureau.
        let seat = |mention: &Mention| {
            mention.attributes.get("office").is_some_and(|office| office == Office::BureauMember.name())
        };
        found.sort_by_key(|mention| (mention.start, seat(mention), mention.end));
        found.dedup_by_key(|mention| mention.start);
        context.officers.extend(
            found
                .iter()
                .filter(|mention| mention.kind == MentionKind::Officer)
                .map(|mention| mention.value.clone()),
        );
        context.open_list = list::opened(passage, &pieces, context.open_list);
    }
}

/// Words by which a text without the name of an office may speak of one.
const TELLING_WORDS: &[&str] = &[
    "chaired",
    "co-chaired",
    "chairmanship",
    "chairpersonship",
    "presidency",
    "presided",
    "elected",
    "officers",
    "bureau",
    "vice",
    "co-facilitated",
    "facilitated",
    "focal",
    "presiding",
    "chairing",
    "leadership",
];

/// A quick look before the text is cut into pieces.
fn speaks_of_offices(passage: &Passage<'_>) -> bool {
    (0..passage.tokens.len()).any(|index| {
        let word = passage.word(index);
        Office::of_word(word).is_some()
            || matches!(
                word.first(),
                Some('c' | 'C' | 'e' | 'E' | 'p' | 'P' | 'o' | 'b' | 'B' | 'v' | 'V' | 'f' | 'F' | 'l')
            ) && passage.is_any(index, TELLING_WORDS)
    })
}
