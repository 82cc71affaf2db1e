//! The organ that a text names: before the noun, after the number, or anywhere.

use super::list::skip_date;
use crate::mentions::passage::Passage;
use crate::terms::organ::{ORGANS, Organ, SHARED_NAMES};

/// The full name of an organ that begins at this token, and the token after it.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<(usize, &'static Organ)> {
    let first = *passage.word(index).first()?;
    if !first.is_ascii_uppercase() {
        return None;
    }
    ORGANS
        .iter()
        .flat_map(|organ| organ.names.iter().map(move |name| (organ, *name)))
        .filter(|(_, name)| name.starts_with(first))
        .find_map(|(organ, name)| name_end(passage, index, name).map(|end| (end, organ)))
}

/// The organ named right before the noun, and the first token of its name.
pub(super) fn before(
    passage: &Passage<'_>,
    noun_at: usize,
    last_organ: Option<&'static Organ>,
) -> (usize, Option<&'static Organ>) {
    for organ in ORGANS {
        for name in organ.names {
            let length = name.split(' ').count();
            if length <= noun_at && name_end(passage, noun_at - length, name).is_some() {
                return (noun_at - length, Some(organ));
            }
        }
    }
    // "Council resolution": the name belongs to the mention, whose it is comes from the number.
    for name in SHARED_NAMES {
        if noun_at > 0 && word_is(passage.word(noun_at - 1), name) {
            return (noun_at - 1, last_organ.filter(|organ| organ.names[0].contains(name)));
        }
    }
    (noun_at, None)
}

/// "… 73/27 of the General Assembly", and "By its resolution 73/27, the General Assembly decided".
pub(super) fn after(passage: &Passage<'_>, next: usize, own: bool) -> Option<&'static Organ> {
    let mut index = next;
    if !passage.is(index, "of") {
        index = skip_date(passage, index);
        if !(own && passage.is_mark(index, ',')) {
            return None;
        }
    }
    index += 1;
    if passage.is(index, "the") {
        index += 1;
    }
    at(passage, index).map(|(_, organ)| organ)
}

/// The token after `name`, if the tokens from `index` are its words; the last may be a genitive.
fn name_end(passage: &Passage<'_>, index: usize, name: &str) -> Option<usize> {
    let mut at = index;
    for word in name.split(' ') {
        if !word_is(passage.word(at), word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

fn word_is(word: &[char], expected: &str) -> bool {
    let bare = match word {
        [bare @ .., '\'' | '\u{2019}', 's'] => bare,
        all => all,
    };
    expected.chars().eq(bare.iter().copied())
}
