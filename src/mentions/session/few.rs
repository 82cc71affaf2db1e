//! "Its first three meetings": the first to the third.

use super::numbered::written;
use super::tail::tail;
use crate::mentions::numeral::cardinal_at;
use crate::mentions::passage::Passage;
use crate::mentions::{Mention, MentionKind};

/// No text counts more sittings in this way.
const MOST: u32 = 30;

/// Finds what begins with "first" at `index`; the token after it.
pub(super) fn find(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let determined = index > 0 && passage.is_any(index - 1, &["its", "the", "their", "these"]);
    if !determined || !passage.is_any(index, &["first"]) {
        return None;
    }
    let (count, next) = cardinal_at(passage, index + 1).filter(|(count, _)| (2..=MOST).contains(count))?;
    let tail = tail(passage, next).filter(|tail| tail.plural)?;
    let mut value = format!("{} to {} ", written(Some(1), tail.noun), written(Some(count), tail.noun));
    for kind in &tail.kinds {
        value.push_str(kind);
        value.push(' ');
    }
    value.push_str(tail.noun.name());
    value.push('s');
    let (start, end) = (passage.tokens[index].start, passage.tokens[tail.at].end);
    let mut mention = passage.mention(MentionKind::Session, start, end, value, "first-few");
    mention.attributes.insert("ordinal", "1".to_owned());
    mention.attributes.insert("last", count.to_string());
    if !tail.types.is_empty() {
        mention.attributes.insert("type", tail.types.join(" "));
    }
    found.push(mention);
    Some(tail.at + 1)
}
