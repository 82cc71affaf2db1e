//! The seam of a paragraph that was split, or of two that were merged: "…; and in this regard also
//! notes …" → "2. Also notes …". What joins the halves says nothing of its own.

use super::tokens::{is_stop_word, tokens};
use super::words::Edit;
use crate::terms::english::joining;

/// Words of a subject that is said again at the head of the new paragraph.
const SUBJECT: usize = 6;

/// True where a paragraph ends on one side of the edit only, and nothing but joining words, or the
/// subject said again, is left of its words.
pub(crate) fn is_seam(edit: &Edit, [deleted, inserted]: [&str; 2], texts: [&str; 2]) -> bool {
    let ends = |words: &str| words.contains('\n');
    if ends(&edit.deleted) == ends(&edit.inserted) {
        return false;
    }
    // "and notes" → "Notes": the verb is the same.
    let (old, new) = (lower(deleted), lower(inserted));
    let without = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|word| is_stop_word(word) || !those.contains(word)).cloned().collect()
    };
    joins(&without(&old, &new), texts) && joins(&without(&new, &old), texts)
}

/// True for joining words, among which the first words of one of the texts may stand once.
fn joins(words: &[String], texts: [&str; 2]) -> bool {
    let mut rest = words;
    let mut said = false;
    while !rest.is_empty() {
        let phrase = joining::PHRASES.iter().map(|phrase| phrase.split(' ')).find_map(|phrase| {
            let length = phrase.clone().count();
            rest.get(..length)?.iter().map(String::as_str).eq(phrase).then_some(length)
        });
        // "The Council noted …" again, not "Peru noted …".
        let subject = || {
            let same = texts.map(|text| {
                let first = text.split_whitespace().take(SUBJECT).collect::<Vec<_>>().join(" ");
                rest.iter().zip(&lower(&first)).take_while(|(one, other)| one == other).count()
            });
            same.into_iter().max().filter(|length| *length >= 2)
        };
        let length = match phrase {
            Some(length) => length,
            None if said => return false,
            None => match subject() {
                Some(length) => length,
                None => return false,
            },
        };
        said |= phrase.is_none();
        rest = &rest[length..];
    }
    true
}

/// The words in lower case, without marks.
fn lower(words: &str) -> Vec<String> {
    tokens(words).iter().filter(|token| token.is_word()).map(|token| token.text.to_lowercase()).collect()
}
