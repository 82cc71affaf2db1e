//! Agenda items: "agenda items 3 to 5", "item 7, entitled “…”", "item 10 (a)", "sub-items 2 (b) and (c)".

mod around;
mod numbers;

use super::passage::Passage;
use super::{Context, Finder, Mention, MentionKind};
use crate::terms::english::agenda::{ITEM, ITEMS, OTHER_ITEMS};
use around::{agenda_of, is_agenda, title};
use numbers::{numbers, print};

/// Finds agenda items by their numbers.
pub struct AgendaItems;

impl Finder for AgendaItems {
    fn kind(&self) -> MentionKind {
        MentionKind::AgendaItem
    }

    fn rules(&self) -> &'static [&'static str] {
        &["agenda-item", "item-number"]
    }

    fn find(&self, passage: &Passage<'_>, _: &mut Context, found: &mut Vec<Mention>) {
        let mut index = 0;
        while index < passage.tokens.len() {
            match item(passage, index) {
                Some((next, mention)) => {
                    found.push(mention);
                    index = next.max(index + 1);
                }
                None => index += 1,
            }
        }
    }
}

/// The agenda item whose noun is the token `index`, and the token after it.
fn item(passage: &Passage<'_>, index: usize) -> Option<(usize, Mention)> {
    let plural = passage.is_any(index, ITEMS);
    if !(plural || passage.is_any(index, ITEM)) || passage.is_taken(index) {
        return None;
    }
    let before = |back: usize, words: &[&str]| index >= back && passage.is_any(index - back, words);
    // "agenda item 5", "agenda sub-item 5 (a)", "provisional agenda item 5".
    let named = before(1, &["agenda"]);
    if before(1, OTHER_ITEMS) {
        return None;
    }
    let (items, runs, next) = numbers(passage, index + 1, plural)?;
    let (owner, after) = agenda_of(passage, next);
    let title = title(passage, after.unwrap_or(next));
    if !(named || after.is_some() || title.is_some() || is_agenda(passage, index, next, plural)) {
        return None;
    }
    // "item 3 of the list": an item of another thing.
    if !named && after.is_none() && passage.is_any(next, &["of"]) {
        return None;
    }
    let first = if named { index - 1 } else { index };
    let (start, end) = (passage.tokens[first].start, passage.tokens[next - 1].end);
    let rule = if named { "agenda-item" } else { "item-number" };
    let mut mention = passage.mention(MentionKind::AgendaItem, start, end, print(&items, &runs), rule);
    if let Some(owner) = owner {
        mention.attributes.insert("agenda_of", owner);
    }
    if let Some(title) = title {
        mention.attributes.insert("title", title);
    }
    Some((next, mention))
}
