//! How far a sentence reaches: how many, which ones, for example or all, by when.
//!
//! ```text
//! the impact of −other− measures            those before are measures too
//! images−, and− +, such as+ false pictures  a member of a list becomes an example
//! −by− +from+ 2031                          the end becomes the beginning
//! the −territories− +territory+             some of them, or the whole
//! ```

use super::sense::plain;
use super::tokens::tokens;
use super::words::Edit;
use crate::terms::english::calendar;
use crate::terms::english::scope::{BEARERS, OPENERS, SCOPE, SCOPELESS, TIME};
use std::collections::BTreeMap;
use std::ops::Range;

/// A word in lower case, and whether it is printed with a capital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    pub capital: bool,
}

/// The words of a stretch, without marks.
pub(super) fn words(text: &str) -> Vec<Word> {
    let word = |token: &super::tokens::Token| Word {
        text: token.text.to_lowercase().replace('’', "'"),
        capital: token.text.starts_with(char::is_uppercase),
    };
    tokens(text).iter().filter(|token| token.is_word()).map(word).collect()
}

/// How many words of `phrase` (separated by spaces) the words begin with; 0 where they do not.
pub(super) fn begins(words: &[Word], phrase: &str) -> usize {
    let mut count = 0;
    for part in phrase.split(' ') {
        if words.get(count).is_none_or(|word| word.text != part) {
            return 0;
        }
        count += 1;
    }
    count
}

/// What a stretch says of its reach, and its other words.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// Rows of [`SCOPE`]: how often each.
    scope: BTreeMap<usize, usize>,
    /// Rows of [`OPENERS`]: which.
    openers: Vec<usize>,
    /// What is left.
    pub rest: Vec<Word>,
}

/// True for a stretch that says how many or which ones: "all forms of harm".
pub(super) fn limits(text: &str) -> bool {
    !reach(&words(text)).scope.is_empty()
}

/// Tells the words of reach from the others.
pub(super) fn reach(all: &[Word]) -> Reach {
    let mut out = Reach::default();
    let mut at = 0;
    let row = |table: &[&[&str]], words: &[Word]| {
        let mut found = table.iter().enumerate().flat_map(|(row, names)| names.iter().map(move |n| (row, n)));
        found.find_map(|(row, name)| Some((row, begins(words, name))).filter(|(_, count)| *count > 0))
    };
    while at < all.len() {
        let words = &all[at..];
        if let Some((row, count)) = row(OPENERS, words) {
            out.openers.push(row);
            at += count;
        } else if let Some(count) = SCOPELESS.iter().map(|turn| begins(words, turn)).find(|n| *n > 0) {
            at += count;
        } else if let Some((row, count)) = row(SCOPE, words) {
            *out.scope.entry(row).or_default() += 1;
            at += count;
        } else {
            out.rest.push(all[at].clone());
            at += 1;
        }
    }
    out.openers.sort_unstable();
    out.openers.dedup();
    out
}

/// The rule by which an edit changes the reach of its sentence. `deleted` and `inserted` are its words
/// without those that a fact explains.
pub(super) fn rule(
    [deleted, inserted]: [&str; 2],
    [old, new]: [&str; 2],
    edit: &Edit,
) -> Option<&'static str> {
    let (gone, come) = (plain(deleted), plain(inserted));
    let (was, now) = (reach(&gone), reach(&come));
    if was.openers != now.openers {
        return Some("list-scope");
    }
    let sides = [(&was, &gone, &come, old, edit.old.end), (&now, &come, &gone, new, edit.new.end)];
    let more = |this: &Reach, other: &Reach| -> Vec<&str> {
        let names = this.scope.iter().filter(|(row, times)| other.scope.get(*row).is_none_or(|n| n < *times));
        names.map(|(row, _)| SCOPE[*row][0]).collect()
    };
    for (side, [this, other]) in sides.into_iter().zip([[&was, &now], [&now, &was]]) {
        let (_, _, others, text, end) = side;
        let answers = |names: &[&str]| others.iter().any(|word| names.contains(&word.text.as_str()));
        let matters = |name: &&str| match *name {
            // "any State" is "a State"; "such measures" are "the measures" spoken of.
            "any" => !answers(&["a", "an"]),
            "such" => !answers(&["the", "this", "that", "these", "those", "said", "aforementioned"]),
            // "both men and women" are "men and women".
            "both" => !joins(text, end),
            _ => true,
        };
        if more(this, other).iter().any(matters) {
            return Some("scope-word");
        }
    }
    if let Some(rule) = bearer([&gone, &come], [old, new], edit) {
        return Some(rule);
    }
    let (was, now) = (ties(old, &edit.old), ties(new, &edit.new));
    (!was.is_empty() && !now.is_empty() && was != now).then_some("time-relation")
}

/// True if "and" stands in the same clause behind this place.
fn joins(text: &str, at: usize) -> bool {
    let after: String = text.chars().skip(at).collect();
    let tokens = tokens(&after);
    let clause = tokens.iter().take(10).take_while(|token| !matches!(token.text, "." | ";" | ":"));
    clause.into_iter().any(|token| token.text == "and")
}

/// One of them or several, "the" or not, before a people, a territory, a party, a right or a duty.
fn bearer([gone, come]: [&[Word]; 2], [old, new]: [&str; 2], edit: &Edit) -> Option<&'static str> {
    let has = |words: &[Word], name: &str| words.iter().any(|word| word.text == name);
    let turned = |(one, many): &(&str, &str)| {
        let only = |words: &[Word], name: &str, other: &str| has(words, name) && !has(words, other);
        (only(gone, one, many) && only(come, many, one)) || (only(gone, many, one) && only(come, one, many))
    };
    if BEARERS.iter().any(turned) {
        return Some("singular-plural");
    }
    let is_article = |word: &Word| matches!(word.text.as_str(), "the" | "a" | "an");
    let articles = |words: &[Word]| words.iter().all(is_article) && words.len() <= 1;
    if !articles(gone) || !articles(come) {
        return None;
    }
    // "an obligation" and "a lasting obligation" are no news, nor is "a" for "an".
    if !has(gone, "the") && !has(come, "the") {
        return None;
    }
    let before = |text: &str, at: usize| {
        let after: String = text.chars().skip(at).take(80).collect();
        let after = words(&after);
        // An adjective or two may stand between; "the human rights of …" is a name of a subject.
        let is_bearer =
            |word: &Word| BEARERS.iter().any(|(one, many)| [one, many].contains(&&word.text.as_str()));
        let at = after.iter().take(3).position(is_bearer);
        let between = at.map(|at| &after[..at]);
        between.is_some_and(|words| {
            words.iter().all(|word| {
                !word.capital
                    && !super::tokens::is_stop_word(&word.text)
                    && !matches!(word.text.as_str(), "human" | "states" | "and" | "or")
            })
        })
    };
    (before(old, edit.old.end) && before(new, edit.new.end)).then_some("article")
}

/// How the edit ties a date to what happens: rows of [`TIME`], where a date follows. A stretch "from …
/// to …" is the days themselves.
fn ties(text: &str, range: &Range<usize>) -> Vec<usize> {
    /// Words from "from" to its "to".
    const RUN: usize = 6;
    let all = tokens(text);
    let names = |index: usize| -> String { all[index].text.to_lowercase() };
    let is = |index: usize, ends: &[&str]| ends.contains(&names(index).as_str());
    let mut out = Vec::new();
    let mut at = 0;
    for (index, token) in all.iter().enumerate() {
        let start = at + token.lead.chars().count();
        at = start + token.text.chars().count();
        if start < range.start {
            continue;
        }
        if start >= range.end {
            break;
        }
        let word = names(index);
        let Some(row) = TIME.iter().position(|names| names.contains(&word.as_str())) else { continue };
        let next = all[index + 1..].iter().find(|next| !is_filler(next.text));
        if !next.is_some_and(|next| is_dated(next.text)) {
            continue;
        }
        let run = match word.as_str() {
            "from" => (index + 1..all.len()).take(RUN).any(|at| is(at, &["to", "until", "through", "–"])),
            "to" | "until" | "through" => (index.saturating_sub(RUN)..index).any(|at| is(at, &["from"])),
            _ => false,
        };
        out.push(if run { 0 } else { row });
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// "by early 2031", "from the end of March".
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "the" | "end" | "beginning" | "start" | "of" | "early" | "mid" | "late" | "about" | "around"
    )
}

/// A year, a month or a weekday.
fn is_dated(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let year = chars.len() == 4 && chars.iter().all(char::is_ascii_digit) && matches!(chars[0], '1' | '2');
    let day = chars.len() <= 2 && chars.iter().all(char::is_ascii_digit);
    year || day || calendar::month(&chars).is_some() || calendar::weekday(&chars).is_some()
}
