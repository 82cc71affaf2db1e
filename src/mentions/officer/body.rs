//! The body that an office belongs to: "of the Drafting Committee", "SBI Chair", "the Working Group
//! was chaired by".

use super::holder;
use super::piece::Piece;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::institution::{
    AFTER_BODY, BODIES, OTHER_SHORT_NAMES, QUALIFIERS, REGIONS, SHORT_BODIES,
};
use crate::terms::english::number;

/// No name of a body has more words than this.
const LONGEST: usize = 12;

/// The name in "of the Drafting Committee" after the office whose name is the token `office`, and in
/// "SBI Chair" before it: first and last character, exclusive.
pub(super) fn named_at(passage: &Passage<'_>, office: usize) -> Option<(usize, usize)> {
    named_after(passage, office).or_else(|| named_before(passage, office))
}

fn named_after(passage: &Passage<'_>, office: usize) -> Option<(usize, usize)> {
    // "Vice Chair", "Co -Chair"
    let office = (office..office + 3).find(|at| passage.is(at + 1, "of"))?;
    let article = passage.is_any(office + 2, &["the", "a", "an", "its", "this"]);
    let first = office + 2 + usize::from(article);
    if !article && !is_capital(passage, first) {
        return None;
    }
    let mut end = first;
    while end < first + LONGEST && passage.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word)
    {
        if !passage.is_any(end, AFTER_BODY) {
            end += 1;
            continue;
        }
        // "on Compliance", "and Development": the name goes on with capitals.
        let joint = passage.is_any(end, &["on", "for", "and"]) && end > first;
        let next = end + 1 + usize::from(passage.is_any(end + 1, &["the"]));
        let person =
            matches!(holder::at(passage, next), Some((Piece::Person(holder), _)) if holder.is_certain());
        if !joint || !is_capital(passage, next) || person || holder::is_state(passage, next) {
            break;
        }
        end = next + 1;
    }
    while end > first && passage.is_any(end - 1, &["of", "the"]) {
        end -= 1;
    }
    (end > first).then(|| (passage.tokens[first].start, passage.tokens[end - 1].end))
}

/// "SBI Chair", "WG I Co-Chair", "the Committee's Rapporteur"
fn named_before(passage: &Passage<'_>, office: usize) -> Option<(usize, usize)> {
    let before = office.checked_sub(1)?;
    let token = passage.tokens.get(before).filter(|token| token.kind == TokenKind::Word)?;
    let word = passage.word(before);
    if let [name @ .., '\'' | '\u{2019}', 's'] = word {
        return is_capital(passage, before).then_some((token.start, token.start + name.len()));
    }
    let numeral = word.iter().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let first = if numeral { before.checked_sub(1)? } else { before };
    let name = passage.word(first);
    let acronym = name.len() > 1 && name.iter().all(|c| c.is_uppercase() || *c == '-');
    acronym.then(|| (passage.tokens[first].start, token.end))
}

/// The noun before a verb: "the Working Group" in "the Working Group was chaired by", where `end` is the
/// token after it.
pub(super) fn subject(passage: &Passage<'_>, end: usize) -> Option<(usize, usize)> {
    let mut end = end;
    while end > 0 && (passage.is_any(end - 1, ADVERBS) || passage.is_mark(end - 1, ',')) {
        end -= 1;
    }
    let mut first = end;
    while first > 0 && end - first < LONGEST {
        let before = first - 1;
        if passage.tokens[before].kind != TokenKind::Word || passage.is_taken(before) {
            break;
        }
        let inside = before > 0 && passage.is_any(before - 1, &["of", "on", "for", "in", "to"]);
        if passage.is_any(before, &["the", "a", "an", "its", "this"]) && !inside {
            break;
        }
        first = before;
    }
    first += usize::from(passage.is_any(first, &["and"]));
    let body = |at: usize| passage.is_any(at, BODIES) || passage.is_any(at, &["council", "assembly"]);
    let named = (first..end).any(body) && first < end && !passage.is_any(first, AFTER_BODY);
    named.then(|| (passage.tokens[first].start, passage.tokens[end - 1].end))
}

const ADVERBS: &[&str] = &[
    "also",
    "then",
    "further",
    "unanimously",
    "to",
    "be",
    "was",
    "were",
    "is",
    "are",
    "been",
    "being",
    "has",
    "had",
    "have",
    "would",
    "will",
    "reconvened",
    "met",
    "convened",
    "subsequently",
];

/// "of the Meeting", "of the Working Group", "of the Conference", "of Main Committee I" after the office
/// whose name is the token `office`: this body or one that it set up, not another organ.
pub(super) fn is_own(passage: &Passage<'_>, office: usize) -> bool {
    let Some(office) = (office..office + 3).find(|at| passage.is(at + 1, "of")) else { return false };
    let article = passage.is_any(office + 2, &["the", "its", "this"]);
    let first = office + 2 + usize::from(article);
    if !article && !is_capital(passage, first) {
        return false;
    }
    if is_short_own(passage, first) {
        return true;
    }
    let qualifier = |at: usize| passage.is_any(at, QUALIFIERS) || number::ordinal(passage.word(at)).is_some();
    let Some(head) = (first..first + 7).find(|at| !qualifier(*at)) else { return false };
    if !passage.is_any(head, BODIES) {
        return false;
    }
    // "the Group of 77", "the Group of African States", "the Board of Harbour Bank"
    if passage.is(head + 1, "of") {
        let name = head + 2 + usize::from(passage.is_any(head + 2, &["the"]));
        let other = passage.is_any(head, &["board", "group"])
            && !passage
                .is_any(name, &["governmental", "experts", "whole", "friends", "technical", "trustees"]);
        return !(other || passage.is_any(name, REGIONS) || holder::is_state(passage, name));
    }
    true
}

/// "SBT", "COP": a body's short name; another's is one only where who holds the office presides.
fn is_short_own(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    let capitals = word.iter().filter(|c| c.is_uppercase()).count();
    if word.len() < 2 || capitals < 2 || !word.first().is_some_and(|c| c.is_uppercase()) {
        return false;
    }
    let begins = |name: &str| {
        name.len() <= word.len() && name.chars().zip(word).all(|(c, own)| c == own.to_ascii_uppercase())
    };
    // "CoP" has a small letter; "Working" has no second capital.
    if capitals + 1 >= word.len().min(4) && SHORT_BODIES.iter().any(|name| begins(name)) {
        return !passage.is_any(at + 1, &["group"]) || passage.is(at, "WG");
    }
    let acronym = word.iter().all(|c| c.is_uppercase() || *c == '-');
    let other = OTHER_SHORT_NAMES.iter().any(|name| begins(name) && name.len() == word.len());
    acronym && !other && (at + 1..at + 16).any(|verb| presides(passage, verb))
}

/// "opened the session", "presided", "declared the meeting closed": the words of one in the chair.
pub(super) fn presides(passage: &Passage<'_>, verb: usize) -> bool {
    if passage.is_any(verb, &["presided", "chaired"]) {
        return true;
    }
    passage.is_any(
        verb,
        &["opened", "closed", "convened", "reconvened", "adjourned", "suspended", "declared", "called"],
    ) && (verb + 1..verb + 7)
        .take_while(|at| passage.tokens.get(*at).is_some_and(|token| token.kind != TokenKind::Mark))
        .any(|at| passage.is_any(at, &["session", "meeting", "conference", "sitting", "order"]))
}

fn is_capital(passage: &Passage<'_>, at: usize) -> bool {
    passage.word(at).first().is_some_and(|c| c.is_uppercase())
}
