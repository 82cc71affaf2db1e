//! How much an edit of words matters, and the rule that says so.
//!
//! The rules are asked in order; the first that fits decides. Each has an example and a
//! counter-example in `tests/diff_stage.rs`.

use super::Options;
use super::Weight;
use super::actors::{is_number_word, listed_actors_differ, names_differ, numbers, quantities};
use super::exchanged::{self, Order};
use super::operative::is_reported;
use super::sense::{affirmed, content, is_doubled, light, plain};
use super::strength::{Shift, is_feeling, negations, shift};
use super::tokens::{Token, tokens};
use super::words::Edit;
use super::{operative, opposite, scope};
use crate::terms::english::spelling::spelled;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// So many words of content, new on one side, are more than a turn of phrase.
const CLAUSE: usize = 4;

/// In a passage of so many words a verb is one of many things that changed.
const PASSAGE: usize = 7;

/// What an edit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// `wording` or `strength`.
    pub kind: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// The rule that decided.
    pub rule: &'static str,
    /// "weaker", "stronger".
    pub note: Option<String>,
}

impl Verdict {
    fn wording(weight: Weight, rule: &'static str) -> Self {
        Verdict { kind: "wording", weight, rule, note: None }
    }
}

/// True where two texts differ in nothing but style: hyphens, dashes, quotation marks, spaces,
/// upper and lower case.
pub(crate) fn same_in_style(old: &str, new: &str) -> bool {
    skeleton(old) == skeleton(new)
}

/// Weighs one edit. `deleted` and `inserted` are its words without those that a fact explains.
pub(crate) fn weigh(
    edit: &Edit,
    [deleted, inserted]: [&str; 2],
    [old, new]: [&str; 2],
    options: &Options,
) -> Verdict {
    use Weight::{Editorial, Reworded, Substantive};
    // Where nobody asked for strength, a word that binds is a word.
    let strength = |rule, note: Option<String>| Verdict {
        kind: if options.strength { "strength" } else { "wording" },
        weight: Substantive,
        rule,
        note: note.filter(|_| options.strength),
    };
    let around = |text: &str, range: &std::ops::Range<usize>, words: &str| {
        let before = text.chars().nth(range.start.wrapping_sub(1)).filter(|c| c.is_alphanumeric());
        let after = text.chars().nth(range.end).filter(|c| c.is_alphanumeric());
        format!("{}{words}{}", before.unwrap_or(' '), after.unwrap_or(' '))
    };
    if same_in_style(&around(old, &edit.old, deleted), &around(new, &edit.new, inserted)) {
        return Verdict::wording(Editorial, "style");
    }
    if same_in_style(&respelled(deleted), &respelled(inserted)) && has_letters(deleted) {
        return Verdict::wording(Editorial, "spelling");
    }
    if !has_letters(deleted) && !has_letters(inserted) {
        // A bracket is more than a mark: what stands in it is not agreed.
        let bracket = |text: &str| text.contains(['[', ']', '_']);
        let weight = if bracket(deleted) || bracket(inserted) { Reworded } else { Editorial };
        return Verdict::wording(weight, "punctuation");
    }
    let feeling = |one: &str, other: &str| is_feeling(one) && !has_letters(other);
    if feeling(deleted, inserted) || feeling(inserted, deleted) {
        return strength("qualifier", None);
    }
    // "as well as" is "and".
    let joint = |words: &str| -> Vec<String> { plain(words).into_iter().map(|word| word.text).collect() };
    let (one, two) = (joint(deleted), joint(inserted));
    let is_joint = |words: &[String]| {
        words.iter().all(|word| matches!(word.as_str(), "and" | "or" | "and/or")) && !words.is_empty()
    };
    // Who may come, "States and observers" or "States or observers", is no turn of phrase.
    if is_joint(&one) && is_joint(&two) && one != two {
        return Verdict::wording(Substantive, "and-or");
    }
    let reported = || is_reported(old, edit.old.start) || is_reported(new, edit.new.start);
    let long = content(deleted).len().max(content(inserted).len());
    let asked = |ladder| match options.strength && long < PASSAGE {
        true => shift(ladder, deleted, inserted, &reported),
        false => None,
    };
    if operative::differs(deleted, inserted) {
        return match asked(&options.ladder) {
            Some(Shift::Strength(note)) => strength("operative-verb", note.map(str::to_owned)),
            _ => Verdict::wording(Substantive, "operative-verb"),
        };
    }
    let hedges = (options.ladder.hedges(deleted), options.ladder.hedges(inserted));
    if hedges.0 != hedges.1 && long < PASSAGE {
        let note = if hedges.0 < hedges.1 { "weaker" } else { "stronger" };
        return strength("hedge", Some(note.to_owned()));
    }
    // "grave" went from "grave concern".
    let emphases = [(old, &edit.old), (new, &edit.new)]
        .map(|(text, range)| options.ladder.emphases(&widened(text, range)));
    if emphases[0] != emphases[1] && long < PASSAGE {
        let note = if emphases[0] > emphases[1] { "weaker" } else { "stronger" };
        return strength("emphasis", Some(note.to_owned()));
    }
    let (old_numbers, new_numbers) = (numbers(deleted), numbers(inserted));
    // A year, the number of a paragraph or of a session, the 19 of COVID-19 are told as numbers only
    // where nothing else differs.
    let others = || without_numbers(deleted) == without_numbers(inserted);
    if quantities(deleted) != quantities(inserted) || old_numbers != new_numbers && others() {
        return Verdict::wording(Substantive, "number");
    }
    if !old_numbers.is_empty() && old_numbers == new_numbers && others() {
        return match exchanged::numbers([deleted, inserted], [old, new], edit) {
            Order::Same => Verdict::wording(Editorial, "number-spelled"),
            Order::Listed => Verdict::wording(Reworded, "list-order"),
            Order::Exchanged => Verdict::wording(Substantive, "numbers-exchanged"),
        };
    }
    if negations(&affirmed(deleted)) != negations(&affirmed(inserted)) {
        return Verdict::wording(Substantive, "negation");
    }
    if decision_modes(old, &edit.old) != decision_modes(new, &edit.new) {
        return Verdict::wording(Substantive, "decision-mode");
    }
    if let Some(Shift::Strength(note)) = asked(&options.ladder) {
        return strength("obligation", note.map(str::to_owned));
    }
    match shift(&options.binding, deleted, inserted, &reported) {
        Some(Shift::Tense) if long < CLAUSE => return Verdict::wording(Reworded, "tense-shift"),
        Some(Shift::Strength(_)) => {
            let rule = if long >= PASSAGE { "clause-changed" } else { "obligation" };
            return Verdict::wording(Substantive, rule);
        }
        Some(Shift::OneSided) if long < CLAUSE => {
            return Verdict::wording(Substantive, "obligation");
        }
        _ => {}
    }
    if names_differ(edit, deleted, inserted, old, new) {
        return Verdict::wording(Substantive, "actor-or-name");
    }
    if exchanged::roles([deleted, inserted], [old, new], edit) {
        return Verdict::wording(Substantive, "roles-exchanged");
    }
    if listed_actors_differ(edit, old, new) {
        return Verdict::wording(Substantive, "actor-list");
    }
    let (gone, come) = (content(deleted), content(inserted));
    // Set off by a comma, three words are a clause already: ", thenceforth considering biennalization,".
    let set_off = |words: &str| words.trim_start().starts_with(',');
    let least = |words: &str, other: &str| {
        if other.trim().is_empty() && set_off(words) { CLAUSE - 1 } else { CLAUSE }
    };
    if come.difference(&gone).count() >= least(inserted, deleted) {
        return Verdict::wording(
            Substantive,
            if gone.is_empty() { "clause-added" } else { "clause-changed" },
        );
    }
    if gone.difference(&come).count() >= least(deleted, inserted) {
        return Verdict::wording(
            Substantive,
            if come.is_empty() { "clause-removed" } else { "clause-changed" },
        );
    }
    let (left, right) = (light(deleted, old, &edit.old), light(inserted, new, &edit.new));
    // "it" for the body named before, "they" for the delegations; "their" is another matter.
    let stands_for = |words: &str, own: &BTreeSet<String>, other: &BTreeSet<String>| {
        let is_pronoun =
            |token: &Token| matches!(token.text, "it" | "It" | "they" | "They" | "them" | "he" | "she");
        own.is_empty() && other.len() <= 2 && tokens(words).iter().any(is_pronoun)
    };
    let pronoun = stands_for(deleted, &left, &right) || stands_for(inserted, &right, &left);
    // "lay it before the Assembly", "submit it to the Assembly"; "during its session", "at its session";
    // "concern about the loss", "concern at the loss".
    // "by 10 per cent" is not "over 10 per cent".
    let after: String = new.chars().skip(edit.new.end).take(30).collect();
    let counts = after.split_whitespace().next().is_some_and(is_number_word);
    let is_to = |words: &str, other: &str| {
        matches!(
            (words.trim(), other.trim()),
            ("before", "to")
                | ("during" | "During", "in" | "at" | "In" | "At")
                | ("about", "at" | "over" | "by" | "for")
                | ("over", "at" | "by" | "for")
        ) && !counts
    };
    let only_reach = left == right || pronoun;
    if opposite::differs([deleted, inserted], [old, new], edit) {
        return Verdict::wording(Substantive, "opposite");
    }
    if only_reach && !reported() && opposite::plan_or_fact(deleted, inserted, edit, [old, new]) {
        return Verdict::wording(Substantive, "plan-or-fact");
    }
    if only_reach && let Some(rule) = scope::rule([deleted, inserted], [old, new], edit) {
        return Verdict::wording(Substantive, rule);
    }
    let doubled =
        is_doubled(deleted, inserted, old, &edit.old) || is_doubled(inserted, deleted, new, &edit.new);
    if doubled && old_numbers == new_numbers {
        return Verdict::wording(Reworded, "doubled-word");
    }
    if left == right || pronoun || is_to(deleted, inserted) || is_to(inserted, deleted) {
        if old_numbers != new_numbers {
            return Verdict::wording(Substantive, "number");
        }
        return Verdict::wording(Reworded, "turn-of-phrase");
    }
    Verdict::wording(
        Substantive,
        match (gone.is_empty(), come.is_empty()) {
            (true, _) => "words-added",
            (_, true) => "words-removed",
            _ => "words-changed",
        },
    )
}

/// How a decision was taken, where the edit says it: "by acclamation", "by a recorded vote",
/// "unanimously". A vote that is no manner ("the right to vote") is none.
fn decision_modes(text: &str, range: &std::ops::Range<usize>) -> Vec<&'static str> {
    const MODES: [&str; 7] =
        ["acclamation", "consensus", "vote", "ballot", "objection", "unanimity", "unanimously"];
    let all = tokens(text);
    let mut out = Vec::new();
    let mut at = 0;
    for (index, token) in all.iter().enumerate() {
        let start = at + token.lead.chars().count();
        at = start + token.text.chars().count();
        let word = token.text.to_lowercase();
        let Some(mode) = MODES.into_iter().find(|mode| *mode == word) else { continue };
        let by = all[index.saturating_sub(3)..index]
            .iter()
            .any(|before| matches!(before.text.to_lowercase().as_str(), "by" | "without" | "through"));
        if range.contains(&start) && (by || mode == "unanimously") {
            out.push(mode);
        }
    }
    out.sort_unstable();
    out
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The text with every word in one spelling.
fn respelled(text: &str) -> String {
    tokens(text).iter().map(|token| format!("{}{}", token.lead, spelled(token.text))).collect()
}

/// What is left of a text when style is taken away.
fn skeleton(text: &str) -> String {
    let chars: Vec<char> = text.nfkc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')).collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        let droppable = c.is_whitespace() || is_dash(c) || is_quote(c);
        if !droppable {
            out.extend(c.to_lowercase());
            continue;
        }
        // "3–7" is not "37": between figures a dash or a space stands for itself, but all dashes
        // are one.
        let is_figure = |c: Option<&char>| c.is_some_and(|c| c.is_numeric());
        if is_figure(at.checked_sub(1).and_then(|i| chars.get(i))) && is_figure(chars.get(at + 1)) {
            out.push(if is_dash(c) { '-' } else { ' ' });
        }
    }
    out
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›')
}

/// The words in lower case without figures and number words.
fn without_numbers(text: &str) -> Vec<String> {
    tokens(text)
        .iter()
        .filter(|token| token.is_word() && !is_number_word(token.text))
        .map(|token| token.text.to_lowercase())
        .collect()
}

/// An edit with the word on each side of it. `range`: characters.
fn widened(text: &str, range: &std::ops::Range<usize>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (before, after) = (&chars[..range.start.min(chars.len())], &chars[range.end.min(chars.len())..]);
    let is_word = |c: &&char| c.is_alphanumeric();
    let lead: usize = {
        let gap = before.iter().rev().take_while(|c| c.is_whitespace()).count();
        gap + before[..before.len() - gap].iter().rev().take_while(is_word).count()
    };
    let trail: usize = {
        let gap = after.iter().take_while(|c| c.is_whitespace()).count();
        gap + after[gap..].iter().take_while(is_word).count()
    };
    chars[before.len() - lead..range.end.min(chars.len()) + trail].iter().collect()
}
