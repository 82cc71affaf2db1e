//! The organ that a text names: before the noun, after the number, or anywhere.

use super::list::skip_date;
use crate::mentions::passage::Passage;
use crate::terms::organ::{ORGANS, Organ, SHARED_NAMES};

/// The full name of an organ that begins at this token, and the token after it.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<(usize, &'static Organ)> {
    let first = *passage.word(index).first()?;
    if !first.is_ascii_uppercase() || is_foreign(passage, index) {
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
                let first = noun_at - length;
                return if is_foreign(passage, first) { (noun_at, None) } else { (first, Some(organ)) };
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

/// The organ named right after the number: "73/27 of the General Assembly", "58/13 of 3 April 2025,
/// adopted by the Human Rights Council", "58/13 (Human Rights Council)".
pub(super) fn after(passage: &Passage<'_>, next: usize) -> Option<&'static Organ> {
    let mut index = skip_date(passage, next);
    if passage.is_mark(index, '(') {
        let (end, organ) = at(passage, index + 1)?;
        return passage.is_mark(end, ')').then_some(organ);
    }
    if passage.is_mark(index, ',') {
        index += 1;
        if !passage.is_any(index, &["adopted", "as"]) {
            return None;
        }
    }
    while passage.is_any(index, &["as", "which", "was", "recently", "adopted"]) {
        index += 1;
    }
    if !passage.is_any(index, &["of", "by", "from"]) {
        return None;
    }
    named(passage, index + 1)
}

/// "1721 (LIII) of the Council", after the Economic and Social Council was named.
pub(super) fn shared_after(
    passage: &Passage<'_>,
    next: usize,
    last_organ: Option<&'static Organ>,
) -> Option<&'static Organ> {
    let index = skip_date(passage, next);
    let name = SHARED_NAMES.iter().find(|name| word_is(passage.word(index + 2), name))?;
    // "of the Conference of the Parties" is another.
    let whole = !passage.is(index + 3, "of") && !passage.is(index + 3, "on") && !passage.is(index + 3, "for");
    let stands = passage.is(index, "of") && passage.is(index + 1, "the") && whole;
    last_organ.filter(|organ| stands && organ.names[0].contains(name))
}

/// "By its resolution 73/27, the General Assembly decided".
pub(super) fn of_sentence(passage: &Passage<'_>, next: usize, own: bool) -> Option<&'static Organ> {
    let mut index = skip_date(passage, next);
    if !(own && passage.is_mark(index, ',')) {
        return None;
    }
    // "In its resolution 73/27, paragraph 5, the General Assembly": the place in between.
    if passage.is_any(index + 1, &["paragraph", "paragraphs", "para", "paras", "section", "annex", "part"]) {
        index = (index + 2..index + 8).find(|at| passage.is_mark(*at, ','))?;
    }
    named(passage, index + 1)
}

/// The organ at this token, with or without its article.
fn named(passage: &Passage<'_>, index: usize) -> Option<&'static Organ> {
    let index = index + usize::from(passage.is(index, "the"));
    at(passage, index).map(|(_, organ)| organ)
}

/// "the National Assembly", "the Peace and Security Council": no organ of the table.
fn is_foreign(passage: &Passage<'_>, first: usize) -> bool {
    const BEFORE: &[&str] = &[
        "national",
        "parliamentary",
        "legislative",
        "federal",
        "constituent",
        "consultative",
        "provincial",
        "people’s",
        "imo",
        "icao",
        "iucn",
        "interpol",
        "union",
        "cabinet",
    ];
    first > 0
        && (passage.is_any(first - 1, BEFORE)
            || first > 1 && passage.is_any(first - 1, &["and"]) && passage.is(first - 2, "Peace"))
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
