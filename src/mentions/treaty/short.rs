//! Short names that the report itself gives: "the Convention on … (the Convention)", "(NPT)".
//!
//! Only what was defined in so many words is believed afterwards: "the Convention" of a report that
//! never says which is nobody's.

use super::{Name, frame};
use crate::mentions::Context;
use crate::mentions::passage::{Passage, TokenKind};

/// Words that are short names of treaties once a report says so.
const NOUNS: &[&str] =
    &["Convention", "Treaty", "Protocol", "Covenant", "Charter", "Statute", "Agreement", "Constitution"];

/// What begins a title: "the Convention on …" is another, or the long name again.
const JOINTS: &[&str] = &["on", "for", "against", "concerning", "relating", "relative", "establishing", "of"];

/// Keeps the short name that stands in parentheses after the long one.
pub(super) fn learn(passage: &Passage<'_>, end: usize, value: &str, context: &mut Context) {
    if !passage.is_mark(end, '(') {
        return;
    }
    let mut at = end + 1;
    while passage.is_any(at, &["hereinafter", "hereafter", "the", "referred", "to", "as", "henceforth"])
        || ['“', '"', '‘', '”', '\'', ','].iter().any(|mark| passage.is_mark(at, *mark))
    {
        at += 1;
        if at > end + 12 {
            return;
        }
    }
    let word = passage.word(at);
    let acronym = (2..=8).contains(&word.len()) && word.iter().all(char::is_ascii_uppercase);
    let closed = (at + 1..at + 3).any(|next| passage.is_mark(next, ')'));
    if !(closed && (acronym || NOUNS.iter().any(|noun| passage.is(at, noun)))) {
        return;
    }
    let short: String = word.iter().collect();
    match context.short_names.iter_mut().find(|(name, _)| *name == short) {
        // Two treaties of one short name: neither can be told any more.
        Some((_, known)) if known.as_deref() != Some(value) => *known = None,
        Some(_) => {}
        None => context.short_names.push((short, Some(value.to_owned()))),
    }
}

/// A short name with its article that the report has given before.
pub(super) fn at(passage: &Passage<'_>, index: usize, context: &Context) -> Option<Name> {
    if context.short_names.is_empty() || index == 0 || !passage.is_any(index - 1, &["the"]) {
        return None;
    }
    // "(the Convention)", "(hereinafter “the Treaty”)": there the name is given, not used.
    let given = index > 1
        && (['(', '“', '"', '‘'].iter().any(|mark| passage.is_mark(index - 2, *mark))
            || passage.is_any(index - 2, &["hereinafter", "hereafter"]));
    if given {
        return None;
    }
    let word = passage.word(index);
    let (_, value) = context.short_names.iter().find(|(name, _)| name.chars().eq(word.iter().copied()))?;
    let next = index + 1;
    let capital = passage
        .tokens
        .get(next)
        .is_some_and(|token| token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase());
    let title = JOINTS.iter().any(|joint| passage.is(next, joint));
    if capital || title || passage.is_dash(next) || frame::is_body(passage, index, next) {
        return None;
    }
    Some(Name { end: next, value: value.clone()?, rule: "treaty-short" })
}
