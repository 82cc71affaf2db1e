//! Treaties by name: those of the table, those that say what they are ("Convention on …" and a title
//! in capitals), and their place in the Treaty Series.
//!
//! A treaty's name inside the name of a body, "the Conference of the Parties to the Convention on …",
//! "the secretariat of the …", is the body's and no mention of the treaty.

mod frame;
mod general;
mod series;
mod short;

use super::passage::{Passage, TokenKind, is_dash};
use super::{Context, Mention, MentionKind};
use crate::terms::treaty::{self, TREATIES};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The names of the table by their first word, each with the value of its treaty.
static BY_FIRST_WORD: LazyLock<BTreeMap<&'static str, Vec<(&'static str, &'static str)>>> =
    LazyLock::new(|| {
        let mut names: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for treaty in TREATIES {
            for name in *treaty {
                if let (Some(first), Some(value)) = (name.split(' ').next(), treaty::value(treaty)) {
                    names.entry(first).or_default().push((*name, value));
                }
            }
        }
        names
    });

/// Adds the treaties that stand outside the mentions in `found`.
pub fn find(passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
    let held: Vec<(usize, usize)> = found.iter().map(|mention| (mention.start, mention.end)).collect();
    let free = |start: usize, end: usize| {
        let at = held.partition_point(|(_, held_end)| *held_end <= start);
        held.get(at).is_none_or(|(held_start, _)| *held_start >= end)
    };
    let mut index = 0;
    while index < passage.tokens.len() {
        let token = passage.tokens[index];
        let named = token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase()
            || token.kind == TokenKind::Number && passage.is(index, "1925");
        let read = named
            .then(|| {
                series::at(passage, index)
                    .or_else(|| table(passage, index))
                    .or_else(|| general::at(passage, index))
                    .or_else(|| short::at(passage, index, context))
            })
            .flatten();
        let Some(Name { end, value, rule }) = read else {
            index += 1;
            continue;
        };
        let close = passage.tokens[end - 1].end;
        if rule != "treaty-series" {
            short::learn(passage, end, &value, context);
        }
        let whole = free(token.start, close);
        if whole && (rule == "treaty-series" || !frame::is_body(passage, index, end)) {
            let mut mention = passage.mention(MentionKind::Document, token.start, close, value, rule);
            mention.attributes.insert("type", "treaty".to_owned());
            found.push(mention);
        }
        index = end;
    }
}

/// A name that was read.
struct Name {
    /// The token after it.
    end: usize,
    value: String,
    rule: &'static str,
}

/// The longest name of the table that begins at this token.
fn table(passage: &Passage<'_>, index: usize) -> Option<Name> {
    let word: String = passage.word(index).iter().collect();
    // "Non- Proliferation Treaty": a line's end has cut the first word.
    let first =
        if passage.is_dash(index + 1) && passage.is_glued(index + 1) { format!("{word}-") } else { word };
    let candidates = match BY_FIRST_WORD.get(first.as_str()) {
        Some(candidates) => candidates,
        None if first.ends_with('-') => {
            BY_FIRST_WORD.range(first.as_str()..).next().map(|(_, names)| names)?
        }
        None => return None,
    };
    candidates
        .iter()
        .filter_map(|(name, full)| Some((name_end(passage, index, name)?, *full)))
        .max_by_key(|(end, _)| *end)
        .map(|(end, full)| Name { end, value: full.to_owned(), rule: "treaty-name" })
}

/// The token after `name`, if the tokens from `index` spell it: case after the first letter, kinds of
/// hyphen and apostrophe, and blanks do not count.
fn name_end(passage: &Passage<'_>, index: usize, name: &str) -> Option<usize> {
    let mut wanted = name.chars().filter(|c| *c != ' ');
    let mut at = index;
    let mut left = name.chars().filter(|c| *c != ' ').count();
    while left > 0 {
        let word = passage.word(at);
        if word.is_empty() {
            return None;
        }
        for c in word {
            let expected = wanted.next()?;
            let same = c.to_lowercase().eq(expected.to_lowercase())
                || is_dash(*c) && is_dash(expected)
                || matches!(c, '\'' | '’') && matches!(expected, '\'' | '’');
            if !same {
                return None;
            }
            left -= 1;
        }
        at += 1;
    }
    Some(at)
}
