//! Names and numbers in an edit: who acts, who is listed, how many.

use super::tokens::{is_stop_word, tokens};
use super::words::Edit;
use crate::terms::english::names::{LABELS, SITTINGS};
use crate::terms::english::number;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words that are written with a capital because they name a body or a text of any report. Alone
/// they are no name.
const GENERIC: &str = "assembly general committee commission council group working special member members \
    state states secretary secretariat organization conference report chair president annex chapter \
    section official records resolution decision article charter paragraph part meeting session";

const PRONOUNS: [&str; 9] = ["it", "its", "they", "their", "them", "he", "she", "his", "her"];

/// True for a figure or a word that can be part of a spelled number.
pub(crate) fn is_number_word(word: &str) -> bool {
    let word = word.to_lowercase();
    word == "one" || !numbers(&word).is_empty()
}

/// The numbers of a stretch, sorted, spelled or in figures: "nine" and "9" are one, and so are
/// "third" and "3rd". "one" is left out: it is a pronoun more often than a number.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let mut out = numbers_in_order(text);
    out.sort();
    out
}

/// The same in the order of the text.
pub(crate) fn numbers_in_order(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut tens: Option<u32> = None;
    for token in tokens(text) {
        let word = token.text.to_lowercase();
        if token.text == "-" || token.text == "‑" {
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        let count = number::cardinal(&letters).or_else(|| number::ordinal(&letters));
        if let (Some(ten), Some(unit @ 1..=9)) = (tens, count) {
            out.push((ten + unit).to_string());
            tens = None;
            continue;
        }
        if let Some(ten) = tens.take() {
            out.push(ten.to_string());
        }
        if let Some(ten @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) = count {
            tens = Some(ten);
        } else if let Some(count) = count.filter(|count| *count != 1 || word == "first") {
            out.push(count.to_string());
        } else if word.chars().any(|c| c.is_numeric()) {
            let bare = number::ORDINAL_ENDINGS.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word);
            out.push(bare.replace(',', ""));
        }
    }
    out.extend(tens.map(|ten| ten.to_string()));
    out
}

/// The numbers of a stretch that count or measure: not the 19 of "COVID-19", not the 8 of "paragraph 8",
/// no year and no number of a session.
pub(crate) fn quantities(text: &str) -> Vec<String> {
    let all = tokens(text);
    let lower = |at: usize| all.get(at).map(|token| token.text.to_lowercase()).unwrap_or_default();
    let is_year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']) && word.parse::<u16>().is_ok();
    let mut rest = String::with_capacity(text.len());
    for (at, token) in all.iter().enumerate() {
        let word = token.text.to_lowercase();
        let (before, beyond) = (at.checked_sub(1), at.checked_sub(2));
        // A sign without a space on either side joins a number to a name.
        let joined = token.lead.is_empty()
            && before.is_some_and(|at| matches!(all[at].text, "-" | "‑" | "+") && all[at].lead.is_empty())
            && beyond.is_some_and(|at| all[at].text.chars().any(char::is_uppercase));
        let label = before.is_some_and(|at| LABELS.contains(&lower(at).as_str()));
        let letters: Vec<char> = word.chars().collect();
        let ordinal = number::ordinal(&letters).is_some()
            || number::ORDINAL_ENDINGS.iter().any(|end| {
                word.strip_suffix(end).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
            });
        let sitting = ordinal && (sitting_of(&all, at + 1) || sitting_of(&all, at + 2));
        let tens = number::cardinal(&letters).is_some_and(|ten| ten >= 20)
            && all.get(at + 1).is_some_and(|next| matches!(next.text, "-" | "‑"))
            && (sitting_of(&all, at + 3) || sitting_of(&all, at + 4));
        if !(joined || label || sitting || tens || is_year(&word)) {
            rest.push_str(token.lead);
            rest.push_str(token.text);
        } else {
            rest.push(' ');
        }
    }
    numbers(&rest)
}

/// True if this token names a sitting.
fn sitting_of(all: &[super::tokens::Token], at: usize) -> bool {
    all.get(at).is_some_and(|token| SITTINGS.contains(&token.text.to_lowercase().as_str()))
}

/// True if the names in the edit differ by more than a shorter form or a pronoun.
pub(crate) fn names_differ(edit: &Edit, deleted: &str, inserted: &str, old: &str, new: &str) -> bool {
    let gone = names(old, &edit.old, deleted);
    let come = names(new, &edit.new, inserted);
    let (old_words, new_words) = (word_set(old), word_set(new));
    let pronoun = has_pronoun;
    let unknown = |names: &[Vec<String>], others: &BTreeSet<String>, replaced: &str, beside: bool| {
        names.iter().any(|name| {
            // The name is known to the other side: a shorter or a longer form of it, or the same
            // name said once more.
            if name.iter().all(|word| others.contains(word)) {
                return false;
            }
            // "it" for a body named in the sentence before; "Assembly" for "General Assembly".
            let generic = name.iter().all(|word| is_generic(word));
            !(generic && (pronoun(replaced) || (beside && replaced.trim().is_empty())))
        })
    };
    unknown(&gone, &new_words, inserted, beside_capital(old, &edit.old))
        || unknown(&come, &old_words, deleted, beside_capital(new, &edit.new))
}

/// True for a stretch with "it", "their", …
fn has_pronoun(text: &str) -> bool {
    tokens(text).iter().any(|t| PRONOUNS.contains(&t.text.to_lowercase().as_str()))
}

/// True if the word before or after this stretch has a capital: the stretch is part of a name.
pub(crate) fn beside_capital(text: &str, range: &Range<usize>) -> bool {
    let before: String = text.chars().take(range.start).collect();
    let mut after = text.chars().skip(range.end).skip_while(|c| c.is_whitespace());
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    before.split_whitespace().next_back().is_some_and(capital) || after.next().is_some_and(char::is_uppercase)
}

pub(crate) fn is_generic(word: &str) -> bool {
    GENERIC.split_whitespace().any(|generic| generic == word)
}

fn word_set(text: &str) -> BTreeSet<String> {
    tokens(text).iter().filter(|t| t.is_word()).map(|t| t.text.to_lowercase()).collect()
}

/// Runs of capitalised words inside the edit, in lower case.
fn names(text: &str, range: &Range<usize>, words: &str) -> Vec<Vec<String>> {
    let before: String = text.chars().take(range.start).collect();
    // A capital at the beginning of a sentence says nothing, unless the next word has one too.
    let mut starts =
        before.trim_end().chars().next_back().is_none_or(|c| matches!(c, '.' | ':' | ';' | '\n' | '“'));
    let all = tokens(words);
    let mut out: Vec<Vec<String>> = Vec::new();
    let mut run: Vec<String> = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let capital = token.text.starts_with(char::is_uppercase) && !is_stop_word(token.text);
        let next = all.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_uppercase));
        if capital && (!starts || next) {
            run.push(token.text.to_lowercase());
        } else if !run.is_empty() {
            out.push(std::mem::take(&mut run));
        }
        starts = matches!(token.text, "." | ":" | ";" | "“");
    }
    if !run.is_empty() {
        out.push(run);
    }
    out
}

/// Those who act in reports and are written with a small letter, cut to what the singular and the
/// plural share.
const ACTORS: [&str; 23] = [
    "observer",
    "delegation",
    "state",
    "organization",
    "participant",
    "representative",
    "government",
    "institution",
    "agenc",
    "entit",
    "expert",
    "speaker",
    "stakeholder",
    "member",
    "partner",
    "donor",
    "facilitator",
    "coordinator",
    "parliament",
    "academia",
    "societ",
    "sector",
    "compan",
];

/// True if the edit takes one of several actors away, adds one or puts one in the place of
/// another: "Member States and observers" → "Member States". One who acts alone and is only named
/// otherwise ("the delegations" → "they") is left to the other rules.
pub(crate) fn listed_actors_differ(edit: &Edit, old: &str, new: &str) -> bool {
    let (gone, come) = (actors(&edit.deleted), actors(&edit.inserted));
    if gone == come || (gone.is_empty() && come.is_empty()) {
        return false;
    }
    // The same ones in another place of the text are no news.
    let counts = |text: &str, actor: &str| actors(text).into_iter().filter(|other| *other == actor).count();
    let changed = gone.iter().chain(&come).any(|actor| counts(old, actor) != counts(new, actor));
    let listed = (!gone.is_empty() && is_listed(old, &edit.old, &edit.deleted))
        || (!come.is_empty() && is_listed(new, &edit.new, &edit.inserted));
    changed && (listed || (!gone.is_empty() && !come.is_empty()))
}

/// True where somebody who acts is named by a common word: "States", "the delegations".
pub(crate) fn names_an_actor(text: &str) -> bool {
    !actors(text).is_empty()
}

/// The actors of a stretch, in their order.
fn actors(text: &str) -> Vec<&'static str> {
    let all = tokens(text);
    let find = |token: &super::tokens::Token| {
        let word = token.text.to_lowercase();
        ACTORS.into_iter().find(|actor| {
            word.strip_prefix(actor).is_some_and(|ending| matches!(ending, "" | "s" | "y" | "ies"))
        })
    };
    // "state of affairs", "private-sector finance": only the plural of a State is an actor.
    all.iter().filter(|token| token.text != "state").filter_map(find).collect()
}

/// True if the stretch is a member of a list: "and" or a comma stands at its edge, inside or
/// outside, beside an actor.
fn is_listed(text: &str, range: &Range<usize>, words: &str) -> bool {
    let joins = |word: &str| matches!(word, "and" | "or" | "," | "as");
    let inside = tokens(words);
    let inside = &inside[..inside.len() - 1];
    let before: String = text.chars().take(range.start).collect();
    let after: String = text.chars().skip(range.end).collect();
    let (before, after) = (tokens(&before), tokens(&after));
    let edge = |token: Option<&super::tokens::Token>| token.is_some_and(|token| joins(token.text));
    let within = edge(inside.first()) || edge(inside.last());
    let outside = edge(before.iter().rev().nth(1)) || edge(after.first());
    let near: String = before
        .iter()
        .rev()
        .skip(1)
        .take(4)
        .chain(after.iter().take(4))
        .fold(String::new(), |near, token| near + " " + token.text);
    (within || outside) && !actors(&near).is_empty()
}
