//! [`Norm`]: whether a paragraph reports, decides or recalls.

use super::sentence::Sentence;
use crate::mentions::MentionKind;
use crate::report::{Node, NodeKind};
use crate::terms::english::event::OPERATIVE;

/// What a paragraph is: a report of what happened, a decision, or a recital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Norm {
    /// It tells what happened.
    Told,
    /// It decides what is to be.
    Decided,
    /// It recalls what others told.
    Recalled,
}

/// What the paragraph is; `resolves` where the whole text is a resolution.
pub fn norm(node: &Node, sentences: &[Sentence<'_>], resolves: bool) -> Norm {
    let Some(first) = sentences.first() else { return Norm::Told };
    let word = first.word(0);
    let recital = node.kind == NodeKind::Unnumbered
        && (word.ends_with("ing") && !word.is_empty() && word != "during" && word != "following"
            || matches!(
                word,
                "mindful"
                    | "aware"
                    | "deeply"
                    | "gravely"
                    | "convinced"
                    | "concerned"
                    | "alarmed"
                    | "guided"
                    | "determined"
                    | "encouraged"
                    | "conscious"
                    | "cognizant"
            ));
    if recital {
        return Norm::Recalled;
    }
    let decides = OPERATIVE.contains(&word)
        || matches!(word, "also" | "further" | "strongly") && OPERATIVE.contains(&first.word(1));
    // The lines under a resolution: "26th plenary meeting, 29 October 2031".
    let bare = first.len() < 8
        && first.facts(MentionKind::Session).count() == 1
        && first.facts(MentionKind::Date).count() == 1;
    if bare {
        return Norm::Told;
    }
    if decides || resolves && node.part == "body" { Norm::Decided } else { Norm::Told }
}
