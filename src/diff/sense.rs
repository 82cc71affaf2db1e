//! The same in other words: stems, synonyms, and phrases turned round.

use super::actors::{beside_capital, is_generic};
use super::operative::lemma;
use super::scope::{Word, begins, reach, words};
use super::tokens::{is_stop_word, tokens};
use super::words::Edit;
use crate::terms::english::turns::{LINKS, NO_DENIALS, SYNONYMS, TURNS};
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

/// The words that carry meaning, cut to their stems so that "undertake" and "undertaking" are one.
pub(crate) fn content(text: &str) -> HashSet<String> {
    tokens(text).iter().filter(|token| token.is_content()).map(|token| stem(token.text)).collect()
}

pub(crate) fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let endings = ["ations", "ation", "ing", "ies", "ed", "es", "ly", "s", "e", "y"];
    let found =
        endings.iter().find_map(|end| word.strip_suffix(end).filter(|stem| stem.chars().count() >= 4));
    // "laws", not "news" nor "basis".
    let plural = || {
        let one = word.strip_suffix('s').filter(|one| one.chars().count() == 3)?;
        (!one.ends_with(['s', 'u', 'i']) && one != "new").then_some(one)
    };
    found.or_else(plural).map(str::to_owned).unwrap_or(word)
}

/// What an adjective shares with the noun made of it: "vulnerable" and "vulnerability", "effective"
/// and "effectiveness". Other words keep their stems.
fn root(word: &str) -> String {
    for (ending, mark) in [
        ("abilities", "-bl"),
        ("ability", "-bl"),
        ("able", "-bl"),
        ("ably", "-bl"),
        ("ibilities", "-bl"),
        ("ibility", "-bl"),
        ("ible", "-bl"),
        ("ibly", "-bl"),
    ] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3) {
            return format!("{stem}{mark}");
        }
    }
    let bare = word.strip_suffix("ness").filter(|stem| stem.chars().count() >= 5).unwrap_or(word);
    stem(bare)
}

/// The words of a stretch with each turn of phrase brought to one form.
pub(super) fn plain(text: &str) -> Vec<Word> {
    // "Taking note also of" is "taking note of".
    let all: Vec<Word> = words(text)
        .into_iter()
        .filter(|word| !matches!(word.text.as_str(), "also" | "further" | "furthermore" | "moreover"))
        .collect();
    let mut out = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let turn = TURNS
            .iter()
            .find_map(|(turn, word)| Some((begins(&all[at..], turn), *word)).filter(|(count, _)| *count > 0));
        match turn {
            Some((count, word)) => {
                if !word.is_empty() {
                    out.push(Word { text: word.to_owned(), capital: false });
                }
                at += count;
            }
            None => {
                out.push(all[at].clone());
                at += 1;
            }
        }
    }
    out
}

/// The words of a stretch without the turns in which a negation denies nothing: "no later than June" is
/// "by June".
pub(super) fn affirmed(text: &str) -> String {
    let all = words(text);
    let mut out = String::new();
    let mut at = 0;
    while at < all.len() {
        let turn = NO_DENIALS.iter().map(|turn| begins(&all[at..], turn)).find(|count| *count > 0);
        if turn.is_none() {
            out.push_str(&all[at].text);
            out.push(' ');
        }
        at += turn.unwrap_or(1);
    }
    out
}

/// The words of a stretch that say something of their own, each by the first of its synonyms; without
/// those of its reach, which have rules of their own.
pub(super) fn light(stretch: &str, text: &str, range: &Range<usize>) -> BTreeSet<String> {
    // "the −General− Assembly": a shorter name of the same body; other names are asked before.
    let beside = beside_capital(text, range);
    let is_link = |word: &str| LINKS.split_whitespace().any(|link| link == word);
    reach(&plain(stretch))
        .rest
        .into_iter()
        .filter(|word| !is_stop_word(&word.text) && !is_link(&word.text))
        .filter(|word| !(beside && word.capital && is_generic(&word.text)))
        .map(|Word { text: word, .. }| {
            let word = word.strip_suffix("'s").map(str::to_owned).unwrap_or(word);
            if is_generic(&word) {
                return word;
            }
            let stem = stem(&word);
            let same = SYNONYMS.iter().find_map(|row| {
                let mut words = row.split_whitespace().map(self::stem);
                let first = words.next()?;
                (first == stem || words.any(|word| word == stem)).then_some(first)
            });
            same.unwrap_or_else(|| lemma(&word).map_or_else(|| root(&word), str::to_owned))
        })
        .collect()
}

/// True where one word stood twice within a few words, and one of them is gone: "the clauses debt
/// clauses".
pub(super) fn is_doubled(stretch: &str, other: &str, text: &str, range: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let all = words(stretch);
    let [word] = all.as_slice() else { return false };
    if !other.trim().is_empty()
        || is_stop_word(&word.text)
        || !stretch.trim().chars().all(char::is_alphabetic)
    {
        return false;
    }
    let before: String = text.chars().take(range.start).collect();
    let after: String = text.chars().skip(range.end).collect();
    let (before, after) = (tokens(&before), tokens(&after));
    let mut near = [
        before
            .iter()
            .rev()
            .filter(|token| !token.text.is_empty())
            .take(NEAR)
            .map(|t| t.text)
            .collect::<Vec<_>>(),
        after.iter().take(NEAR).map(|token| token.text).collect(),
    ]
    .into_iter();
    near.any(|near| {
        let plain = |text: &&&str| text.chars().all(char::is_alphabetic) && !matches!(**text, "and" | "or");
        near.iter().take_while(plain).any(|other| other.to_lowercase() == word.text)
    })
}

/// For each edit, whether it is half of a phrase turned round its middle: "situations −of
/// vulnerability−" and "+vulnerable+ situations", "−a gap of− 4 dollars +gap+", "+a statement was made
/// by+ the owls −made a statement−".
pub(super) fn turned(edits: &[Edit], old: &str, new: &str) -> Vec<bool> {
    const MIDDLE: usize = 6;
    let mut out = vec![false; edits.len()];
    for at in 1..edits.len() {
        let (one, two) = (&edits[at - 1], &edits[at]);
        let middle: String =
            old.chars().skip(one.old.end).take(two.old.start.saturating_sub(one.old.end)).collect();
        let tokens = tokens(&middle);
        if tokens.len() > MIDDLE || tokens.iter().any(|token| matches!(token.text, "." | ";" | ":" | ",")) {
            continue;
        }
        let count = |name: &str, parts: [&str; 2]| {
            let all = parts.into_iter().flat_map(words);
            all.filter(|word| word.text == name).count()
        };
        // A turn takes one "of" away or brings it; one from the active to the passive brings a "by".
        let by_one = |name| {
            count(name, [&one.deleted, &two.deleted]).abs_diff(count(name, [&one.inserted, &two.inserted]))
        };
        let is_turn = by_one("of") + by_one("by") == 1;
        let mut went = light(&one.deleted, old, &one.old);
        went.extend(light(&two.deleted, old, &two.old));
        let mut came = light(&one.inserted, new, &one.new);
        came.extend(light(&two.inserted, new, &two.new));
        if is_turn && !went.is_empty() && went == came {
            (out[at - 1], out[at]) = (true, true);
        }
    }
    out
}
