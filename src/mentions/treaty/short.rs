//! Short names that the report itself gives: "the Convention on … (the Ponds Convention)", "(NPT)".
//!
//! Only what was defined in so many words is believed afterwards. A bare "the Convention" is no mention
//! even then: it stands in every other sentence of a report about one and says nothing new there.

use super::{Name, frame};
use crate::mentions::Context;
use crate::mentions::passage::Passage;

/// What a short name of several words ends with.
const NOUNS: &[&str] =
    &["Convention", "Treaty", "Protocol", "Covenant", "Charter", "Statute", "Agreement", "Constitution"];

/// What begins a title: "the Convention on …" is another, or the long name again.
const JOINTS: &[&str] = &["on", "for", "against", "concerning", "relating", "relative", "establishing", "of"];

/// The most words in a short name.
const LONGEST: usize = 4;

/// The token after the short name that begins at `at`: an abbreviation, or a name that tells this
/// treaty from others, "the Ponds Convention".
fn short_end(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let word = passage.word(at);
    if (2..=8).contains(&word.len()) && word.iter().all(char::is_ascii_uppercase) {
        return Some(at + 1);
    }
    let last =
        (at..at + LONGEST).take_while(|at| is_capital(passage, *at)).last().filter(|last| *last > at)?;
    NOUNS.iter().any(|noun| passage.is(last, noun)).then_some(last + 1)
}

fn words(passage: &Passage<'_>, from: usize, end: usize) -> String {
    (from..end).map(|at| passage.word(at).iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn is_capital(passage: &Passage<'_>, at: usize) -> bool {
    passage.word(at).first().is_some_and(|c| c.is_uppercase())
}

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
    let Some(after) = short_end(passage, at) else { return };
    if !(after..after + 2).any(|next| passage.is_mark(next, ')')) {
        return;
    }
    let short = words(passage, at, after);
    match context.short_names.get_mut(&short) {
        // Two treaties of one short name: neither can be told any more.
        Some(known) if known.as_deref() != Some(value) => *known = None,
        Some(_) => {}
        None => drop(context.short_names.insert(short, Some(value.to_owned()))),
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
    // The longest first: "the Ponds Convention" is not "the Ponds".
    let capitals = (index..index + LONGEST).take_while(|at| is_capital(passage, *at)).count();
    let (next, value) = (index + 1..=index + capitals)
        .rev()
        .find_map(|next| Some((next, context.short_names.get(&words(passage, index, next))?)))?;
    let capital = is_capital(passage, next);
    let title = JOINTS.iter().any(|joint| passage.is(next, joint));
    if capital || title || passage.is_dash(next) || frame::is_body(passage, index, next) {
        return None;
    }
    Some(Name { end: next, value: value.clone()?, rule: "treaty-short" })
}
