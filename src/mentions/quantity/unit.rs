//! What is counted: the noun in the plural and the words before it, "plenary meetings".

use crate::mentions::numeral::cardinal_at;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::counted::{
    ADJECTIVE_ENDINGS, AFTER_ONE, ATTRIBUTIVE, BEFORE_COUNT, MEASURING, NEGATIVE_BEGINNINGS, NO_PLURALS,
    PARTICIPLES, PLURAL_ENDINGS, PLURALS,
};
use crate::terms::english::counting::ENDING;
use crate::terms::english::sitting::{KINDS, MANNERS, spelling};

/// The noun has at most so many words before it.
const LONGEST: usize = 5;

/// The unit that begins with the token at `index`, and the token after it. `number` is the token
/// with which the number begins.
pub(super) fn plural(passage: &Passage<'_>, number: usize, index: usize) -> Option<(String, usize)> {
    let mut words: Vec<String> = Vec::new();
    let mut at = index;
    // "three such groups".
    if passage.is_any(at, &["such"]) {
        words.push("such".to_owned());
        at += 1;
    }
    // The number stands inside a phrase, so that no verb can follow it.
    let inside = number > 0 && passage.is_any(number - 1, BEFORE_COUNT);
    loop {
        if words.len() > LONGEST {
            return None;
        }
        if let Some(next) = words.last().and_then(|last| coordinated(passage, at, last)) {
            // The second adjective counts with the first.
            let more = passage.text(passage.tokens[at].start, passage.tokens[next - 1].end);
            match words.last_mut() {
                Some(last) if passage.is_mark(at, ',') => last.push_str(&more),
                Some(last) => *last = format!("{last} {more}"),
                None => {}
            }
            at = next;
            // "three trade and customs unions" ends later than "three sport and arts", which is all.
            let goes_on = word(passage, at).is_some_and(|word| !ends(&word.to_lowercase()));
            if !goes_on && is_plural(&passage.text(passage.tokens[at - 1].start, passage.tokens[at - 1].end))
            {
                break;
            }
            continue;
        }
        let word = word(passage, at)?;
        let small = word.to_lowercase();
        // "two disputed texts" describes, "two disputed it" tells what somebody did.
        let verb = small.ends_with("ed") && !(inside || is_participle(&small));
        if ends(&small) || verb {
            return None;
        }
        let is_plural = is_plural(&small);
        words.push(spelling(&word).to_owned());
        at += 1;
        if is_plural {
            break;
        }
    }
    // "fisheries management organizations".
    let attributive = words.last().is_some_and(|last| ATTRIBUTIVE.contains(&last.to_lowercase().as_str()));
    if attributive
        && words.len() <= LONGEST
        && !passage.word(at).first().is_some_and(|c| c.is_uppercase())
        && let Some((more, next)) = one_noun(passage, at)
    {
        words.extend(more);
        at = next;
    }
    // "States Parties", "human rights defenders": a noun in the plural before another one.
    while let Some(word) = word(passage, at)
        && words.len() <= LONGEST
        && is_plural(&word.to_lowercase())
        && !ends(&word.to_lowercase())
    {
        words.push(word);
        at += 1;
    }
    Some((words.join(" "), at))
}

/// "intergovernmental and non-governmental", "African, Asian and …", "justice and police": past the
/// joint at `index` and the word behind it. A comma needs adjectives on both sides; "and" only words
/// that cannot be what is counted, since that is a plural.
fn coordinated(passage: &Passage<'_>, index: usize, before: &str) -> Option<usize> {
    let comma = passage.is_mark(index, ',');
    if !comma && !passage.is_any(index, &["and", "or"]) {
        return None;
    }
    let at = index + 1 + usize::from(comma && passage.is_any(index + 1, &["and", "or"]));
    let next = word(passage, at).filter(|_| cardinal_at(passage, at).is_none())?;
    let both = |fits: fn(&str) -> bool| fits(before) && fits(&next);
    // "12 regional, national offices" may be two things.
    let goes_on = passage.is_any(at + 1, &["and", "or"]) || passage.is_mark(at + 1, ',');
    let fits = if comma { both(is_adjective) && (at > index + 1 || goes_on) } else { both(is_modifier) };
    fits.then_some(at + 1)
}

/// Whether the word may stand before what is counted: an adjective, or a noun that is written small.
fn is_modifier(word: &str) -> bool {
    let last = word.rsplit(' ').next().unwrap_or(word);
    let small = last.to_lowercase();
    is_adjective(last)
        || last.starts_with(char::is_lowercase) && !ends(&small) && !small.ends_with("ed") && small != "such"
}

/// Whether the word looks like an adjective: by its end, or known of sittings.
fn is_adjective(word: &str) -> bool {
    let small = word.rsplit(' ').next().unwrap_or(word).to_lowercase();
    !is_plural(&small)
        && !ends(&small)
        && (KINDS.binary_search(&small.as_str()).is_ok()
            || MANNERS.binary_search(&small.as_str()).is_ok()
            || is_participle(&small)
            || small.len() > 4 && ADJECTIVE_ENDINGS.iter().any(|ending| small.ends_with(ending)))
}

/// A participle that describes, wherever it stands: "closed", "interconnected", "weapons-related".
fn is_participle(small: &str) -> bool {
    small.contains('-')
        || PARTICIPLES.binary_search(&small).is_ok()
        || KINDS.binary_search(&small).is_ok()
        || MANNERS.binary_search(&small).is_ok()
        || small.ends_with("ed") && NEGATIVE_BEGINNINGS.iter().any(|begin| small.starts_with(begin))
}

/// A noun in the plural, with one word before it at most.
fn one_noun(passage: &Passage<'_>, index: usize) -> Option<(Vec<String>, usize)> {
    let mut words = Vec::new();
    for at in index..index + 2 {
        let word = word(passage, at)?;
        let small = word.to_lowercase();
        if ends(&small) || small.ends_with("ed") {
            return None;
        }
        words.push(word);
        if is_plural(&small) {
            return Some((words, at + 1));
        }
    }
    None
}

/// What "one" counts: "one plenary meeting".
pub(super) fn singular(passage: &Passage<'_>, index: usize) -> Option<(String, usize)> {
    let mut words = Vec::new();
    for at in index..index + 4 {
        let word = word(passage, at)?;
        let small = word.to_lowercase();
        let adjective =
            KINDS.binary_search(&small.as_str()).is_ok() || MANNERS.binary_search(&small.as_str()).is_ok();
        words.push(spelling(&word).to_owned());
        // "It may one day be of use": a day is counted only where it measures.
        if small == "day" && words.len() == 1 && !(index > 1 && passage.is_any(index - 2, MEASURING)) {
            return None;
        }
        if AFTER_ONE.contains(&small.as_str()) {
            return Some((words.join(" "), at + 1));
        }
        if !adjective {
            return None;
        }
    }
    None
}

/// The word at `index` with plain hyphens; none where another mention or a mark stands.
fn word(passage: &Passage<'_>, index: usize) -> Option<String> {
    let token = passage.tokens.get(index)?;
    if token.kind != TokenKind::Word || passage.is_taken(index) || passage.is_glued(index) {
        return None;
    }
    // A name is long, but no name of a thing is.
    if token.end - token.start > 40 {
        return None;
    }
    let plain = |c: &char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { *c };
    let word: String = passage.word(index).iter().map(plain).collect();
    // Only names keep their capitals: "States", "Member States".
    Some(word)
}

fn ends(small: &str) -> bool {
    ENDING.binary_search(&small).is_ok()
}

fn is_plural(small: &str) -> bool {
    PLURALS.contains(&small)
        || PLURAL_ENDINGS.iter().any(|ending| small.ends_with(ending))
        || small.len() > 3
            && small.ends_with('s')
            && !["ss", "us", "is", "'s", "’s"].iter().any(|ending| small.ends_with(ending))
            && !NO_PLURALS.contains(&small)
}
