//! The contrary said with the same words, or with one other word.
//!
//! ```text
//! the −developed− +developing+ countries      the other side
//! a letter −to− +from+ the Council            the other way
//! they −will be− +were+ settled               a plan, or a deed
//! ```

use super::actors::{is_number_word, names_an_actor};
use super::scope::{Word, begins, words};
use super::sense::{plain, stem};
use super::tokens::is_stop_word;
use super::words::Edit;
use crate::terms::english::opposites::{
    BEARERS, BEFORE_ATTRIBUTES, DONE, GIVEN, GIVERS, OPPOSITES, PASTS, PLANNED, RECEIVERS, WAYLESS, WAYS,
    WAYS_OF_ACTORS,
};

/// In a longer edit two words that say the contrary need not answer one another.
const SHORT: usize = 8;

/// True where the edit puts a word in the place of its contrary.
pub(super) fn differs([deleted, inserted]: [&str; 2], [old, new]: [&str; 2], edit: &Edit) -> bool {
    let (gone, come) = (words(deleted), words(inserted));
    if gone.is_empty() || come.is_empty() || gone.len().max(come.len()) > SHORT {
        return false;
    }
    let sides = [Side::new(old, edit.old.start, edit.old.end), Side::new(new, edit.new.start, edit.new.end)];
    let is_phrase =
        |words: &[Word], phrase: &str| (0..words.len()).any(|at| begins(&words[at..], phrase) > 0);
    let only = |phrase: &str| match (is_phrase(&gone, phrase), is_phrase(&come, phrase)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let answer =
        |(one, other): &&(&str, &str)| matches!((only(one), only(other)), (Some(a), Some(b)) if a != b);
    OPPOSITES.iter().filter(answer).any(|pair| !is_pointer(pair, &gone, &come, &sides))
        || is_way(&gone, &come, &sides)
        || attributes_differ(&gone, &come, &sides)
}

/// The words beside an edit.
struct Side {
    before: Vec<Word>,
    after: Vec<Word>,
    /// A mark follows the edit.
    ends: bool,
}

impl Side {
    fn new(text: &str, start: usize, end: usize) -> Side {
        /// Characters on either side.
        const NEAR: usize = 60;
        let from = start.saturating_sub(NEAR);
        let before: String = text.chars().skip(from).take(start - from).collect();
        let after: String = text.chars().skip(end).take(NEAR).collect();
        let ends = after.trim_start().starts_with(|c: char| !c.is_alphanumeric());
        Side { before: words(&before), after: words(&after), ends }
    }
}

/// True for "paragraph 5 above", "the above list", "set out below": it points at the text itself; and
/// for prepositions that say the contrary only before a number, or alone.
fn is_pointer((one, other): &(&str, &str), gone: &[Word], come: &[Word], sides: &[Side; 2]) -> bool {
    let number = |side: &Side| side.after.first().is_some_and(|word| is_number(&word.text));
    let alone = gone.len() == 1 && come.len() == 1;
    match (*one, *other) {
        ("above", "below") | ("over", "under") => {
            !(alone && (sides.iter().all(number) || *one == "above" && sides.iter().all(is_before_noun)))
        }
        ("for", "against") | ("with", "without") | ("up", "down") | ("old", "new") | ("first", "last") => {
            !alone
        }
        _ => false,
    }
}

/// "below the line", not "the below list", "listed below".
fn is_before_noun(side: &Side) -> bool {
    let article =
        |word: &Word| matches!(word.text.as_str(), "the" | "a" | "an" | "this" | "that" | "their" | "its");
    !side.ends
        && side.after.first().is_some_and(article)
        && !side.before.last().is_some_and(|word| is_number(&word.text) || article(word))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(word)
}

/// "a letter to the Council", "a letter from the Council".
fn is_way(gone: &[Word], come: &[Word], sides: &[Side; 2]) -> bool {
    let ([one], [two]) = (gone, come) else { return false };
    let is = |(a, b): &(&str, &str)| (one.text == *a && two.text == *b) || (one.text == *b && two.text == *a);
    let wayless =
        sides.iter().any(|side| side.before.last().is_some_and(|word| WAYLESS.contains(&word.text.as_str())));
    let actor = |side: &Side| {
        let near = side.after.iter().take(3).find(|word| !is_the(word));
        near.is_some_and(|word| word.capital && !is_number(&word.text) || names_an_actor(&word.text))
    };
    let given = |side: &Side| {
        let noun = side.before.last();
        noun.is_some_and(|word| GIVEN.split_whitespace().any(|given| given == word.text))
    };
    let ends = |one: &Word, other: &Word| {
        GIVERS.contains(&one.text.as_str()) && RECEIVERS.contains(&other.text.as_str())
    };
    let verb = |side: &Side| side.after.first().is_some_and(|word| word.text == "be");
    if wayless || sides.iter().any(verb) {
        return false;
    }
    let of_actors =
        WAYS_OF_ACTORS.iter().any(is) || (ends(one, two) || ends(two, one)) && sides.iter().all(given);
    WAYS.iter().any(is) || of_actors && sides.iter().all(actor)
}

fn is_the(word: &Word) -> bool {
    matches!(word.text.as_str(), "the" | "a" | "an" | "all" | "its" | "their")
}

/// "the requested State", "the requesting State": who is asked and who asks. Verbs of a sentence only
/// change their tense so.
fn attributes_differ(gone: &[Word], come: &[Word], sides: &[Side; 2]) -> bool {
    let ending = |word: &str, end: &str| word.strip_suffix(end).is_some_and(|stem| stem.chars().count() >= 3);
    let attribute = |words: &[Word], side: &Side, at: usize| {
        /// Words from the attribute to the one who bears it: "developing and least developed countries".
        const REACH: usize = 5;
        let next = words[at + 1..].iter().chain(&side.after).take(REACH);
        let mut next = next
            .take_while(|word| !is_stop_word(&word.text) || matches!(word.text.as_str(), "and" | "or"))
            .map(|word| BEARERS.contains(&word.text.as_str()));
        let before = at.checked_sub(1).and_then(|at| words.get(at)).or(side.before.last());
        let is_before =
            before.is_none_or(|word| BEFORE_ATTRIBUTES.split_whitespace().any(|other| other == word.text));
        is_before && next.any(|is_bearer| is_bearer)
    };
    gone.iter().enumerate().any(|(a, one)| {
        come.iter().enumerate().any(|(b, two)| {
            let turned = ending(&one.text, "ed") && ending(&two.text, "ing")
                || ending(&one.text, "ing") && ending(&two.text, "ed");
            turned
                && stem(&one.text) == stem(&two.text)
                && attribute(gone, &sides[0], a)
                && attribute(come, &sides[1], b)
        })
    })
}

/// True where the edit tells as done what was planned, or the other way round: "will eliminate" and
/// "eliminated", "have been paid" and "are to be paid".
pub(super) fn plan_or_fact(deleted: &str, inserted: &str, edit: &Edit, [old, new]: [&str; 2]) -> bool {
    let (gone, come) = (plain(deleted), plain(inserted));
    let sides = [Side::new(old, edit.old.start, edit.old.end), Side::new(new, edit.new.start, edit.new.end)];
    let has = |words: &[Word], phrase: &str| {
        (0..words.len()).any(|at| begins(&words[at..], phrase) > 0 && !words[at].capital)
    };
    let planned = |words: &[Word]| PLANNED.iter().any(|phrase| has(words, phrase));
    let done = |words: &[Word], side: &Side| {
        let mut all: Vec<Word> = words.to_vec();
        all.extend(side.after.iter().take(2).cloned());
        let is_past = |word: &Word| {
            word.text.ends_with("ed") && !word.text.ends_with("eed") && word.text.len() > 4 && !word.capital
                || PASTS.split_whitespace().any(|past| past == word.text)
        };
        let auxiliary = (0..words.len()).any(|at| {
            let count = DONE.iter().map(|phrase| begins(&words[at..], phrase)).max().unwrap_or(0);
            count > 0 && all[at + count..].iter().take(3).any(is_past)
        });
        auxiliary || words.iter().any(is_past)
    };
    let (was, now) = (planned(&gone), planned(&come));
    was != now
        && if was {
            done(&come, &sides[1]) && !done_too(&gone)
        } else {
            done(&gone, &sides[0]) && !done_too(&come)
        }
}

/// "will have paid", "should have been paid": told as done from a later day.
fn done_too(words: &[Word]) -> bool {
    words.iter().any(|word| matches!(word.text.as_str(), "have" | "has" | "had"))
}
