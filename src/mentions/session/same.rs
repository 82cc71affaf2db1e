//! "At the same meeting": the sitting that the paragraphs before have set the scene at.

use super::tail::tail;
use crate::mentions::passage::Passage;
use crate::mentions::{Context, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::sitting::Noun;

/// A sitting at which what is told took place.
#[derive(Debug, Clone)]
struct Scene {
    value: String,
    ordinal: Option<String>,
    types: Option<String>,
}

/// The session and the meeting of which the text was speaking.
#[derive(Debug, Default)]
pub struct Scenes {
    part: String,
    session: Slot,
    meeting: Slot,
    /// How many mentions of the node in hand are seen.
    seen: usize,
}

#[derive(Debug, Default)]
struct Slot {
    scene: Option<Scene>,
    /// A sentence of this node begins with it: what stands inside a sentence yields to that.
    leads: bool,
}

impl Scenes {
    /// A new node. An annex does not go on with the scene of the body.
    pub fn enter(&mut self, part: &str) {
        if self.part != part {
            *self = Self { part: part.to_owned(), ..Self::default() };
        }
        self.seen = 0;
        self.session.leads = false;
        self.meeting.leads = false;
    }

    /// Remembers at which sittings the sentences of a node are set.
    pub fn see(&mut self, passage: &Passage<'_>, found: &[Mention]) {
        use NodeKind::{Footnote, Heading, Masthead, TableRow};
        if matches!(passage.kind, Masthead | Heading | Footnote | TableRow) {
            return;
        }
        for mention in found.get(self.seen..).unwrap_or_default() {
            if mention.attributes.contains_key("anaphoric") {
                continue;
            }
            let slot = if mention.value.contains("session") { &mut self.session } else { &mut self.meeting };
            let Some(preposition) = preposition(passage, passage.token_from(mention.start)) else { continue };
            let leads = leads(passage, preposition);
            if slot.leads && !leads {
                continue;
            }
            slot.leads |= leads;
            // After "at its 4th and 5th meetings" no one of them is the same meeting.
            slot.scene =
                (!MANY.contains(&mention.rule) && !mention.attributes.contains_key("last")).then(|| Scene {
                    value: mention.value.clone(),
                    ordinal: mention.attributes.get("ordinal").cloned(),
                    types: mention.attributes.get("type").cloned(),
                });
        }
        self.seen = found.len();
    }
}

/// Rules that find several sittings at once.
const MANY: [&str; 3] = ["ordinal-list", "ordinal-run", "first-few"];

/// "At its 4th meeting", "Also at the 4th meeting": the sentence begins with it.
fn leads(passage: &Passage<'_>, preposition: usize) -> bool {
    let begins = |at: usize| at == 0 || passage.is_mark(at - 1, '.');
    begins(preposition) || passage.is_any(preposition - 1, &["also"]) && begins(preposition - 1)
}

/// The "at" or "during" before the sitting whose first token this is.
fn preposition(passage: &Passage<'_>, first: usize) -> Option<usize> {
    let determiner = first.checked_sub(1)?;
    let at = determiner.checked_sub(1)?;
    (passage.is_any(determiner, &["its", "the", "their"]) && passage.is_any(at, &["at", "during", "in"]))
        .then_some(at)
}

/// Finds the sitting that "same" at `index` takes up.
pub(super) fn find(
    passage: &Passage<'_>,
    index: usize,
    context: &mut Context,
    found: &mut Vec<Mention>,
) -> bool {
    if index == 0 || !passage.is_any(index - 1, &["the"]) {
        return false;
    }
    let Some(tail) = tail(passage, index + 1).filter(|tail| !tail.plural) else { return false };
    // What this node has said before counts too.
    context.scenes.see(passage, found);
    let scene = match tail.noun {
        Noun::Session | Noun::Segment => &context.scenes.session.scene,
        Noun::Meeting | Noun::Sitting => &context.scenes.meeting.scene,
    };
    let Some(scene) = scene else { return false };
    let (start, end) = (passage.tokens[index].start, passage.tokens[tail.at].end);
    let mut mention = passage.mention(MentionKind::Session, start, end, scene.value.clone(), "same");
    mention.attributes.insert("anaphoric", "true".to_owned());
    for (name, value) in [("ordinal", &scene.ordinal), ("type", &scene.types)] {
        if let Some(value) = value {
            mention.attributes.insert(name, value.clone());
        }
    }
    found.push(mention);
    true
}
