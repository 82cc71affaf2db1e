//! The same words, or the same numbers, with their places exchanged.
//!
//! ```text
//! from −10 to 5− +5 to 10+                        the other way round
//! by −Ada on Bea− +Bea on Ada+                    who did it, and to whom
//! in −2030 and 2031− +2031 and 2030+              a list in another order
//! in −2030 and 2031− +2031 and 2030+, respectively    each has the place of the other
//! ```

use super::actors::numbers_in_order;
use super::tokens::{Token, tokens};
use super::words::Edit;

/// A longer edit is no exchange that anybody could see.
const LONG: usize = 60;

/// What became of the order of the numbers of an edit that holds the same ones on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The same order.
    Same,
    /// A list in another order.
    Listed,
    /// One has the place of another.
    Exchanged,
}

/// The order of the numbers of both sides of an edit.
pub(super) fn numbers([deleted, inserted]: [&str; 2], [old, new]: [&str; 2], edit: &Edit) -> Order {
    if numbers_in_order(deleted) == numbers_in_order(inserted) {
        return Order::Same;
    }
    let is_list = |words: &str| {
        let all = tokens(words);
        let inner = all.iter().filter(|token| numbers_in_order(token.text).is_empty());
        inner.filter(|token| token.is_word() || is_mark(token.text)).all(|token| joins(&lower(token)))
    };
    let listed = is_list(deleted) && is_list(inserted);
    // "between 3 and 5" goes from the one to the other.
    let between = [(old, edit.old.start), (new, edit.new.start)]
        .iter()
        .any(|(text, at)| before(text, *at).is_some_and(|word| word == "between"));
    match listed && !between && !is_respective([old, new], edit) {
        true => Order::Listed,
        false => Order::Exchanged,
    }
}

/// True where two parts of the edit changed places round a word that gives each its part: "ships over
/// ports", "the buyer to the seller". Members of a list, and phrases that carry their own preposition
/// with them ("in Rome on Monday"), only stand elsewhere.
pub(super) fn roles([deleted, inserted]: [&str; 2], [old, new]: [&str; 2], edit: &Edit) -> bool {
    let (one, two) = (bare(deleted), bare(inserted));
    let count = one.len();
    if count != two.len() || !(3..=LONG).contains(&count) || one == two {
        return false;
    }
    let lead =
        before(old, edit.old.start).filter(|_| before(old, edit.old.start) == before(new, edit.new.start));
    let heads: Vec<usize> = (1..count - 1).filter(|p| one[..*p] == two[count - p..]).collect();
    let tails: Vec<usize> = (1..count - 1).filter(|q| one[count - q..] == two[..*q]).collect();
    let says = |words: &[String]| words.iter().any(|word| !super::tokens::is_stop_word(word));
    heads.iter().any(|&p| {
        tails.iter().any(|&q| {
            if p + q >= count || one[p..count - q] != two[q..count - p] {
                return false;
            }
            let middle = &one[p..count - q];
            if !says(&one[..p]) || !says(&two[..q]) {
                return false;
            }
            let (first, last) = (middle[0].as_str(), middle[middle.len() - 1].as_str());
            if joins(first) && joins(last) {
                return is_respective([old, new], edit);
            }
            let is_word = middle.iter().any(|word| word.chars().any(char::is_alphanumeric));
            let again = lead.as_deref() == Some(first) && middle.len() == 1;
            is_word && !again && !matches!(last, "with" | "and" | "or")
        })
    })
}

/// The words and marks of a stretch in lower case, without articles.
fn bare(words: &str) -> Vec<String> {
    let all = tokens(words);
    let kept = all.iter().filter(|token| !token.text.is_empty());
    let words = kept.map(lower).filter(|word| !is_article(word));
    words.collect()
}

fn lower(token: &Token) -> String {
    token.text.to_lowercase()
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

fn is_mark(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "‑" | ":" | "/" | "%" | "$")
}

/// Words and marks between the members of a list.
fn joins(word: &str) -> bool {
    matches!(word, "and" | "or" | "and/or" | "," | ";" | "nor" | "plus" | "as" | "well")
}

/// The word before a place, articles left out.
fn before(text: &str, at: usize) -> Option<String> {
    /// Characters before the place.
    const NEAR: usize = 40;
    let near: String = text.chars().skip(at.saturating_sub(NEAR)).take(at.min(NEAR)).collect();
    let all = tokens(&near);
    let words = all.iter().rev().filter(|token| !token.text.is_empty());
    words.map(lower).find(|word| !is_article(word))
}

/// True where the sentence of the edit gives to each of a list its own: "respectively".
fn is_respective(texts: [&str; 2], edit: &Edit) -> bool {
    let near = |text: &str, at: usize| {
        /// Characters on either side.
        const SENTENCE: usize = 400;
        let start = at.saturating_sub(SENTENCE);
        let around: String = text.chars().skip(start).take(at - start + SENTENCE).collect();
        let all = tokens(&around);
        let mut here = 0;
        let mut found = false;
        let place = at - start;
        for token in &all {
            here += token.lead.chars().count() + token.text.chars().count();
            match token.text {
                "respectively" => found = true,
                "." | ";" if here <= place => found = false,
                "." | ";" => break,
                _ => {}
            }
        }
        found
    };
    near(texts[0], edit.old.start) || near(texts[1], edit.new.start)
}
