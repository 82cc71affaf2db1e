//! The same words, or the same numbers, with their places exchanged.
//!
//! ```text
//! from −10 to 5− +5 to 10+                        the other way round
//! by −Ada on Bea− +Bea on Ada+                    who did it, and to whom
//! in −2030 and 2031− +2031 and 2030+              a list in another order
//! in −2030 and 2031− +2031 and 2030+, respectively    each has the place of the other
//! ```

use super::actors::numbers_in_order;
use super::sense::content;
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
    // "3 to 5 and 7" has two members.
    let members = |words: &str| {
        let all = bare(words);
        let parts = all.split(|word| joins(word)).filter(|part| !part.is_empty());
        let mut parts: Vec<Vec<String>> = parts.map(<[String]>::to_vec).collect();
        parts.sort();
        parts
    };
    let listed = members(deleted) == members(inserted);
    // "between 3 and 5" goes from the one to the other.
    let between = deleted.trim_start().starts_with("between")
        || [(old, edit.old.start), (new, edit.new.start)]
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
    if round_a_modal(deleted, inserted) {
        return true;
    }
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
            // To be with somebody is the same for both.
            is_word && !again && !(last == "with" && middle.len() <= 2)
        })
    })
}

/// True where those on both sides of what binds changed places: "large mills should advise small
/// farms" says something else with the same words.
fn round_a_modal(deleted: &str, inserted: &str) -> bool {
    const BINDING: [&str; 9] = ["shall", "should", "must", "may", "will", "would", "can", "could", "might"];
    let sides = |words: &str| {
        let all = tokens(words);
        let at = all.iter().position(|token| BINDING.contains(&token.text.to_lowercase().as_str()))?;
        let part = |tokens: &[Token]| content(&tokens.iter().map(|t| t.text).collect::<Vec<_>>().join(" "));
        Some((part(&all[..at]), part(&all[at + 1..])))
    };
    let (Some((who, whom)), Some((now, then))) = (sides(deleted), sides(inserted)) else { return false };
    !who.is_empty() && !now.is_empty() && who != now && who.is_subset(&then) && now.is_subset(&whom)
}

/// The words and marks of a stretch in lower case, without articles; "as well as" is "and".
fn bare(words: &str) -> Vec<String> {
    let all = tokens(words);
    let kept = all.iter().filter(|token| !token.text.is_empty());
    let mut out: Vec<String> = Vec::with_capacity(all.len());
    for word in kept.map(lower).filter(|word| !is_article(word)) {
        out.push(word);
        if let [.., one, two, three] = out.as_slice()
            && (one.as_str(), two.as_str(), three.as_str()) == ("as", "well", "as")
        {
            out.truncate(out.len() - 3);
            out.push("and".to_owned());
        }
    }
    out
}

fn lower(token: &Token) -> String {
    token.text.to_lowercase()
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

/// Words and marks between the members of a list.
fn joins(word: &str) -> bool {
    matches!(word, "and" | "or" | "and/or" | "," | ";" | "nor" | "plus")
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

#[cfg(test)]
mod tests {
    use super::{Edit, Order, numbers, roles};

    fn whole(old: &str, new: &str) -> Edit {
        let count = |text: &str| 0..text.chars().count();
        Edit { old: count(old), new: count(new), deleted: old.to_owned(), inserted: new.to_owned() }
    }

    #[test]
    fn a_range_is_one_member_of_a_list() {
        let order = |old, new| numbers([old, new], [old, new], &whole(old, new));
        assert_eq!(order("3 to 5 and 7", "7 and 3 to 5"), Order::Listed);
        assert_eq!(order("3 to 5 and 7", "5 to 3 and 7"), Order::Exchanged);
        assert_eq!(order("3, 5 and 7", "three, 5 and seven"), Order::Same);
        assert_eq!(order("between 3 and 7", "between 7 and 3"), Order::Exchanged);
    }

    #[test]
    fn what_stands_between_two_parts_says_whether_they_have_roles() {
        let roles = |old, new| roles([old, new], [old, new], &whole(old, new));
        assert!(roles("Chad as Chair and Peru", "Peru as Chair and Chad"));
        assert!(!roles("Chad as Chair and Peru as Clerk", "Peru as Clerk and Chad as Chair"));
        assert!(!roles("Chad, as well as Peru", "Peru, as well as Chad"));
        assert!(!roles("at noon in Lima", "in Lima at noon"));
    }
}
