//! What a body does: the verb that opens a paragraph, and whether a sentence only reports.

use super::scope::{Word, words};
use super::tokens::{Token, tokens};
use crate::terms::english::operative::{ENDINGS, OPERATIVE, REPORTED};
use crate::terms::english::turns::LINKS;

/// So many words may stand before the verb: ", and in this regard also".
const BEFORE: usize = 6;

/// True where the edit puts one such verb in the place of another: "−Welcomes− +Takes note of+".
/// "Also", "further" and "in this regard" beside the same verb are none of it.
pub(super) fn differs(deleted: &str, inserted: &str) -> bool {
    match (verb(deleted), verb(inserted)) {
        (Some(gone), Some(come)) => gone != come,
        _ => false,
    }
}

/// The verb that a stretch opens with.
fn verb(text: &str) -> Option<&'static str> {
    let all = words(text);
    let at = all.iter().take(BEFORE).position(|word| !is_before(word))?;
    if all[at].text == "bearing" && all.get(at + 1).is_some_and(|word| word.text == "in") {
        return Some("bear in mind");
    }
    if matches!(all[at].text.as_str(), "take" | "takes" | "took" | "taking") {
        return all[at + 1..].iter().take(2).any(|word| word.text == "note").then_some("note");
    }
    lemma(&all[at].text)
}

/// A word that may stand before the verb.
fn is_before(word: &Word) -> bool {
    let text = word.text.as_str();
    let pointing = ["and", "in", "this", "that", "these", "which", "strongly", "deeply", "again"];
    let nouns = ["regard", "respect", "context", "connection"];
    pointing.contains(&text) || nouns.contains(&text) || LINKS.split_whitespace().any(|link| link == text)
}

/// The verb that this word is a form of.
pub(in crate::diff) fn lemma(word: &str) -> Option<&'static str> {
    OPERATIVE.iter().find_map(|(stem, verb)| {
        let ending = word.strip_prefix(stem)?;
        // "nothing", "noted": "not" is the stem of "note", which keeps its "e".
        let kept = verb.len() > stem.len();
        let fits = match ending {
            "s" | "ting" | "ted" => !kept && (ending == "s" || stem.ends_with('t')),
            "es" => kept || stem.ends_with("ss"),
            _ => ENDINGS.contains(&ending),
        };
        fits.then_some(*verb)
    })
}

/// True where the sentence reports what was said or settled: "decided that …", "was informed by the
/// Chair that …". There a modal follows the tense of the verb.
pub(super) fn is_reported(text: &str, at: usize) -> bool {
    /// Words between the verb and its "that".
    const BETWEEN: usize = 12;
    let before: String = text.chars().take(at).collect();
    let all = tokens(&before);
    let start = all.iter().rposition(|token| matches!(token.text, "." | ";")).map_or(0, |at| at + 1);
    let sentence: Vec<&Token> = all[start..].iter().collect();
    sentence.iter().enumerate().any(|(at, token)| {
        REPORTED.contains(&token.text)
            && sentence[at + 1..]
                .iter()
                .take(BETWEEN)
                .any(|next| matches!(next.text, "that" | "whether" | "how" | "if"))
    })
}

#[cfg(test)]
mod tests {
    use super::{differs, is_reported, lemma};

    #[test]
    fn a_verb_is_known_in_its_endings() {
        for (word, verb) in [
            ("notes", Some("note")),
            ("noting", Some("note")),
            ("regretted", Some("regret")),
            ("stresses", Some("stress")),
            ("urged", Some("urge")),
            ("agreed", Some("agree")),
            ("reaffirms", Some("reaffirm")),
            ("nothing", None),
            ("note", None),
            ("supporters", None),
        ] {
            assert_eq!(lemma(word), verb, "{word}");
        }
    }

    #[test]
    fn another_verb_is_another_act() {
        assert!(differs("Taking note also of", "Recalling"));
        assert!(differs("also encourages", "invites"));
        assert!(differs("regrets the lack of a plan", "recognizes that there is time"));
        assert!(!differs("Also in this regard urges", "Urges"));
        assert!(!differs("Takes note of", "Notes"));
        assert!(!differs("Urges", ""));
        assert!(!differs("the notes of Urges", "the welcoming hall"));
    }

    #[test]
    fn what_was_decided_is_reported_and_what_is_recalled_is_not() {
        let at = |text: &str| is_reported(text, text.len());
        assert!(at("It decided that the Group "));
        assert!(at("The Group was informed by the Chair that it "));
        assert!(!at("It decided to meet. The Group "));
        assert!(!at("Recognizing that the Group "));
    }
}
