//! How strongly a text binds: verbs and modals by rank. A heuristic: no official list exists.

use std::collections::BTreeMap;

/// From the strongest to the weakest: each line is one rank, each word a stem as written in lower
/// case; verbs count in all their endings.
const LADDER: [(u8, &[&str]); 8] = [
    (8, &["decide", "shall", "must"]),
    (7, &["request", "direct", "demand"]),
    (6, &["urge"]),
    (5, &["recommend", "should", "call upon", "agree"]),
    (4, &["encourage", "invite", "endorse"]),
    (3, &["welcome", "support", "reaffirm", "emphasize", "stress", "reiterate"]),
    (2, &["note", "acknowledge", "recognize", "consider", "recall"]),
    (1, &["may", "might", "could"]),
];

/// Verbs that a drafter chooses with as much care, though no order among them or with the ladder can
/// be told.
const OUTSIDE: [&str; 14] = [
    "condemn",
    "deplore",
    "regret",
    "commend",
    "appreciate",
    "affirm",
    "underline",
    "underscore",
    "highlight",
    "seek",
    "appeal",
    "instruct",
    "declare",
    "reject",
];

/// What a verb takes along: "notes with appreciation", "recalls with grave concern".
const FEELINGS: [&str; 9] = [
    "appreciation",
    "satisfaction",
    "concern",
    "alarm",
    "regret",
    "gratitude",
    "interest",
    "indignation",
    "dismay",
];

/// True for a stretch that is nothing but such a qualifier: "with deep appreciation".
pub(crate) fn is_feeling(words: &str) -> bool {
    let words: Vec<String> =
        words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    match words.as_slice() {
        [first, middle @ .., last] => {
            first == "with" && middle.len() <= 2 && FEELINGS.contains(&last.as_str())
        }
        _ => false,
    }
}

/// Modals that only follow the tense of the sentence round them.
const TENSE: [(&str, &str); 5] =
    [("will", "would"), ("may", "might"), ("can", "could"), ("should", "would"), ("shall", "would")];

const NEGATIONS: [&str; 9] = ["not", "no", "never", "without", "neither", "nor", "none", "cannot", "nothing"];

/// The binding words of a stretch: how often each.
pub(crate) fn binding_words(text: &str) -> BTreeMap<&'static str, usize> {
    count(text, |word, as_printed| {
        // "May" is a month, "may" a permission.
        if as_printed.starts_with(char::is_uppercase) && matches!(word, "may" | "will") {
            return None;
        }
        modal(word).or_else(|| ladder_stem(word))
    })
}

/// The negations of a stretch: how often each.
pub(crate) fn negations(text: &str) -> BTreeMap<&'static str, usize> {
    count(text, |word, _| NEGATIONS.into_iter().find(|negation| *negation == word))
}

fn count(text: &str, find: impl Fn(&str, &str) -> Option<&'static str>) -> BTreeMap<&'static str, usize> {
    let mut out = BTreeMap::new();
    for printed in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        if let Some(found) = find(&printed.to_lowercase(), printed) {
            *out.entry(found).or_insert(0) += 1;
        }
    }
    out
}

fn modal(word: &str) -> Option<&'static str> {
    ["will", "would", "can"].into_iter().find(|modal| *modal == word)
}

fn ladder_stem(word: &str) -> Option<&'static str> {
    LADDER.iter().flat_map(|(_, stems)| stems.iter().copied()).chain(OUTSIDE).find(|stem| {
        let Some(ending) = word.strip_prefix(stem.trim_end_matches('e')) else { return false };
        // "regret" → "regretted"
        let last = stem.chars().last().unwrap_or(' ');
        let ending = match ending.strip_prefix(last) {
            Some(rest) if matches!(rest, "ed" | "ing") => rest,
            _ => ending,
        };
        let ending = if *stem == "seek" && word == "sought" { "ed" } else { ending };
        let is_modal = matches!(*stem, "shall" | "must" | "should" | "may" | "might" | "could");
        match ending {
            "" => !stem.ends_with('e'),
            "e" => stem.ends_with('e'),
            "s" | "ed" | "ing" => !is_modal && (ending != "s" || !stem.ends_with('e')),
            "es" => !is_modal && stem.ends_with('e'),
            _ => false,
        }
    })
}

fn rank(word: &str) -> u8 {
    match word {
        // Rank of the modals that are on the ladder only as someone's future or ability.
        "will" => 6,
        "would" => 5,
        "can" => 2,
        _ => LADDER.iter().find(|(_, stems)| stems.contains(&word)).map_or(0, |(rank, _)| *rank),
    }
}

/// What a replacement of binding words means.
pub(crate) enum Shift {
    /// Only the tense of the sentence.
    Tense,
    /// Weaker, stronger, or of equal rank.
    Strength(Option<&'static str>),
    /// A word that binds came or went, and no other answers it.
    OneSided,
}

/// Words that bind by themselves. The others of the ladder are verbs and nouns of many uses
/// ("support", "note", "direct"), which say something only where they answer one another.
const BINDING: [&str; 10] =
    ["shall", "must", "should", "may", "decide", "request", "demand", "urge", "recommend", "invite"];

/// Compares the binding words of both sides of an edit; `None` where they are the same.
///
/// `reported` is true where the sentence tells what was decided or said: there "should" and "shall"
/// turn into "would" without a change of meaning.
pub(crate) fn shift(deleted: &str, inserted: &str, reported: bool) -> Option<Shift> {
    let (old, new) = (binding_words(deleted), binding_words(inserted));
    if old == new {
        return None;
    }
    let only = |one: &BTreeMap<&'static str, usize>, two: &BTreeMap<&'static str, usize>| {
        one.iter()
            .filter(|(word, times)| two.get(*word).is_none_or(|others| others < *times))
            .map(|(word, _)| *word)
            .collect::<Vec<_>>()
    };
    let (gone, come) = (only(&old, &new), only(&new, &old));
    if let ([gone], [come]) = (gone.as_slice(), come.as_slice()) {
        let tense = TENSE.iter().any(|pair| {
            (pair == &(*gone, *come) || pair == &(*come, *gone))
                && (reported || !matches!(pair.0, "should" | "shall"))
        });
        if tense {
            return Some(Shift::Tense);
        }
        let direction = match rank(come).cmp(&rank(gone)) {
            // One of them is not on the ladder.
            _ if rank(gone) == 0 || rank(come) == 0 => None,
            std::cmp::Ordering::Less => Some("weaker"),
            std::cmp::Ordering::Greater => Some("stronger"),
            std::cmp::Ordering::Equal => None,
        };
        return Some(Shift::Strength(direction));
    }
    match (gone.is_empty(), come.is_empty()) {
        (false, false) => Some(Shift::Strength(None)),
        _ => gone.iter().chain(&come).any(|word| BINDING.contains(word)).then_some(Shift::OneSided),
    }
}
