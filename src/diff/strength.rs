//! How strongly a text binds: verbs and modals by rank. A heuristic: no official list exists.

use super::{Change, End};
use std::collections::BTreeMap;

/// The words that bind, by rank: the built-in list, or one that a user has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// Rank and word, as written in lower case; verbs count in all their endings.
    words: Vec<(u8, String)>,
    /// Phrases that weaken.
    hedges: Vec<String>,
    /// Phrases that strengthen.
    emphases: Vec<String>,
    /// Words that answer one another, the strongest first.
    scales: Vec<Vec<String>>,
}

impl Default for Ladder {
    fn default() -> Ladder {
        // A test reads the built-in list; what is wrong in it would be left out here.
        Ladder::read(include_str!("../terms/english/strength.txt")).unwrap_or_else(|_| Ladder::empty())
    }
}

impl Ladder {
    fn empty() -> Ladder {
        Ladder { words: Vec::new(), hedges: Vec::new(), emphases: Vec::new(), scales: Vec::new() }
    }

    /// Reads a list in the form of `src/terms/english/strength.txt`: a rank from 0 to 99, or `-` for
    /// hedges and `+` for what strengthens, a colon, words separated by commas; or words that answer one
    /// another, the strongest first, separated by `>`; `#` begins a comment.
    ///
    /// # Errors
    /// The number of the first line, from 1, that is none of these, and what it says.
    pub fn read(text: &str) -> Result<Ladder, (usize, String)> {
        let mut ladder = Ladder::empty();
        for (number, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            if line.contains('>') && !line.contains(':') {
                let scale: Vec<String> = line.split('>').map(|word| word.trim().to_lowercase()).collect();
                let known = |word: &String| ladder.words.iter().any(|(_, other)| other == word);
                let others: Vec<String> = scale.iter().filter(|word| !known(word)).cloned().collect();
                ladder.words.extend(others.into_iter().map(|word| (0, word)));
                ladder.scales.push(scale);
                continue;
            }
            let wrong = || (number + 1, line.to_owned());
            let (rank, words) = line.split_once(':').ok_or_else(wrong)?;
            let words =
                words.split(',').map(|word| word.trim().to_lowercase()).filter(|word| !word.is_empty());
            match rank.trim() {
                "-" => ladder.hedges.extend(words),
                "+" => ladder.emphases.extend(words),
                rank => {
                    let rank = rank.parse::<u8>().ok().filter(|rank| *rank < 100).ok_or_else(wrong)?;
                    ladder.words.extend(words.map(|word| (rank, word)));
                }
            }
        }
        Ok(ladder)
    }

    /// True where the list says nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.hedges.is_empty() && self.emphases.is_empty()
    }

    /// The first rank that is given for a word; 0 where none is.
    fn rank(&self, word: &str) -> u8 {
        self.words.iter().filter(|(_, other)| other == word).map(|(rank, _)| *rank).max().unwrap_or(0)
    }

    /// How `come` binds beside `gone`: by their ranks, or by a scale that holds both.
    fn order(&self, gone: &str, come: &str) -> Option<std::cmp::Ordering> {
        let place = |scale: &Vec<String>, word: &str| scale.iter().position(|other| other == word);
        let by_scale =
            self.scales.iter().find_map(|scale| Some(place(scale, gone)?.cmp(&place(scale, come)?)));
        let ranks = (self.rank(come), self.rank(gone));
        by_scale.or((ranks.0 > 0 && ranks.1 > 0).then(|| ranks.0.cmp(&ranks.1)))
    }

    /// The binding words of a stretch: how often each.
    fn binding_words(&self, text: &str) -> BTreeMap<&str, usize> {
        count(text, |word, as_printed| {
            // "May" is a month, "may" a permission.
            if as_printed.starts_with(char::is_uppercase) && matches!(word, "may" | "will") {
                return None;
            }
            self.words.iter().map(|(_, stem)| stem.as_str()).find(|stem| is_form_of(word, stem))
        })
    }

    /// How many hedges a stretch holds.
    pub(crate) fn hedges(&self, text: &str) -> usize {
        phrases(&self.hedges, text)
    }

    /// How many phrases that strengthen a stretch holds.
    pub(crate) fn emphases(&self, text: &str) -> usize {
        phrases(&self.emphases, text)
    }
}

/// How many of these phrases a stretch holds.
fn phrases(list: &[String], text: &str) -> usize {
    let text = text.to_lowercase();
    let text = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let text = format!(" {} ", text.collect::<Vec<_>>().join(" "));
    list.iter().filter(|phrase| text.contains(&format!(" {phrase} "))).count()
}

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

/// The negations of a stretch: how often each.
pub(crate) fn negations(text: &str) -> BTreeMap<&'static str, usize> {
    count(text, |word, _| NEGATIONS.into_iter().find(|negation| *negation == word))
}

fn count<'a>(text: &str, find: impl Fn(&str, &str) -> Option<&'a str>) -> BTreeMap<&'a str, usize> {
    let mut out = BTreeMap::new();
    for printed in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        if let Some(found) = find(&printed.to_lowercase(), printed) {
            *out.entry(found).or_insert(0) += 1;
        }
    }
    out
}

/// True for a verb in any of its endings, or the word itself.
fn is_form_of(word: &str, stem: &str) -> bool {
    let Some(ending) = word.strip_prefix(stem.trim_end_matches('e')) else {
        return stem == "seek" && word == "sought";
    };
    // "regret" → "regretted"
    let last = stem.chars().last().unwrap_or(' ');
    let ending = match ending.strip_prefix(last) {
        Some(rest) if matches!(rest, "ed" | "ing") => rest,
        _ => ending,
    };
    match ending {
        "" => !stem.ends_with('e'),
        "e" => stem.ends_with('e'),
        "s" | "ed" | "ing" => !MODALS.contains(&stem) && (ending != "s" || !stem.ends_with('e')),
        "es" => !MODALS.contains(&stem) && stem.ends_with('e'),
        _ => false,
    }
}

/// They have no endings.
const MODALS: [&str; 9] = ["shall", "must", "should", "may", "might", "could", "will", "would", "can"];

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
const BINDING: [&str; 13] = [
    "shall",
    "must",
    "should",
    "may",
    "might",
    "can",
    "could",
    "decide",
    "request",
    "demand",
    "urge",
    "recommend",
    "invite",
];

/// Compares the binding words of both sides of an edit; `None` where they are the same.
///
/// `reported` is true where the sentence tells what was decided or said: there "will", "should" and
/// "shall" turn into "would", "may" into "might" without a change of meaning. Elsewhere who "will" act
/// has promised more than who "would".
pub(crate) fn shift(
    ladder: &Ladder,
    deleted: &str,
    inserted: &str,
    reported: &dyn Fn() -> bool,
) -> Option<Shift> {
    let (old, new) = (ladder.binding_words(deleted), ladder.binding_words(inserted));
    if old == new {
        return None;
    }
    let (gone, come) = (only(&old, &new), only(&new, &old));
    if let ([gone], [come]) = (gone.as_slice(), come.as_slice()) {
        let tense = TENSE.iter().any(|pair| pair == &(*gone, *come) || pair == &(*come, *gone));
        if tense && reported() {
            return Some(Shift::Tense);
        }
        let direction = match ladder.order(gone, come) {
            Some(std::cmp::Ordering::Less) => Some("weaker"),
            Some(std::cmp::Ordering::Greater) => Some("stronger"),
            // Or one of them has no rank.
            Some(std::cmp::Ordering::Equal) | None => None,
        };
        return Some(Shift::Strength(direction));
    }
    match (gone.is_empty(), come.is_empty()) {
        (false, false) => Some(Shift::Strength(None)),
        _ => gone.iter().chain(&come).any(|word| BINDING.contains(word)).then_some(Shift::OneSided),
    }
}

/// "Decides to finalize the modalities" → "Takes note of the modalities resolution": where a document came
/// to the text, what was decided may be done by now, and no direction can be told.
pub(crate) fn carried_out(changes: &mut [Change]) {
    if !changes.iter().any(|change| change.kind == "document" && change.new.is_some()) {
        return;
    }
    let says = |end: &Option<End>, words: &[&str]| {
        let text = end.as_ref().map(|end| end.text.to_lowercase()).unwrap_or_default();
        words.iter().any(|word| text.contains(word))
    };
    for change in changes.iter_mut().filter(|change| change.note.as_deref() == Some("weaker")) {
        if says(&change.old, &["decide", "request"]) && says(&change.new, &["note", "welcom", "recall"]) {
            change.note = None;
        }
    }
}

/// The words that stand more often in one than in two.
fn only<'a>(one: &BTreeMap<&'a str, usize>, two: &BTreeMap<&'a str, usize>) -> Vec<&'a str> {
    let more = one.iter().filter(|(word, times)| two.get(*word).is_none_or(|others| others < *times));
    more.map(|(word, _)| *word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_read_whole() {
        let ladder = Ladder::read(include_str!("../terms/english/strength.txt")).unwrap();
        assert_eq!((ladder.rank("shall"), ladder.rank("might"), ladder.rank("deplore")), (8, 1, 0));
        assert_eq!(ladder.hedges("to act, where possible and as appropriate, at once"), 2);
        assert_eq!(ladder.emphases("expressing grave concern and calling for an urgent answer"), 2);
        assert_eq!(ladder, Ladder::default());
    }

    #[test]
    fn words_that_answer_one_another_have_an_order_of_their_own() {
        let ladder = Ladder::default();
        let told = |gone: &str, come: &str| match shift(&ladder, gone, come, &|| false) {
            Some(Shift::Strength(direction)) => direction,
            _ => panic!("{gone} and {come} are not compared"),
        };
        assert_eq!(told("Deploring", "Regretting"), Some("weaker"));
        assert_eq!(told("seeking", "demanding"), Some("stronger"));
        // Who regrets in the place of urging says something else, not something weaker.
        assert_eq!(told("urges", "regrets"), None);
    }

    #[test]
    fn a_list_of_ones_own_is_read_or_its_wrong_line_is_named() {
        let ladder = Ladder::read("3: insist # often\n1: hint\n").unwrap();
        assert!(ladder.binding_words("He insists.").contains_key("insist"));
        assert_eq!(Ladder::read("3: insist\nstrong words\n"), Err((2, "strong words".to_owned())));
        assert_eq!(Ladder::read("many: insist"), Err((1, "many: insist".to_owned())));
    }
}
