//! The name of an office in a text: one word, or the two of "Vice Chair" and "Co -Chair".

use super::body;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::institution::QUALIFIERS;
use crate::terms::english::office::STAND_IN;
use crate::terms::office::Office;

/// `Vice-Chair`, `Vice Chair`, `Co -Chair`: an office and the token after it.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<(Office, usize)> {
    if passage.is_any(index, &["vice", "co"]) {
        return in_two_words(passage, index);
    }
    if passage.is_any(index, &["focal"]) && passage.is_any(index + 1, &["point", "points"]) {
        return Some((Office::FocalPoint, index + 2));
    }
    if let Some(of_bureau) = of_bureau(passage, index) {
        return Some(of_bureau);
    }
    let office = Office::of_word(passage.word(index))?;
    let dash = passage.is_dash(index + 1);
    match office {
        // A mandate, not an office of the body; and those who help or stand for the Chair.
        Office::Rapporteur if index > 0 && passage.is_any(index - 1, &["special"]) => None,
        _ if index > 0 && passage.is_any(index - 1, &["alternate"]) => None,
        _ if is_of_another(passage, index) => None,
        // "Executive Secretary", "the Secretary of State" and the Secretary-General are no officers
        // of a body.
        Office::Secretary if dash || is_secretary_of_another_kind(passage, index) => None,
        Office::SecretaryGeneral if !is_of_meeting(passage, index + 1) => None,
        Office::Rapporteur
            if dash && passage.is_glued(index + 2) && passage.is_any(index + 2, &["general"]) =>
        {
            Some((Office::RapporteurGeneral, index + 3))
        }
        // "the Chair designate, X"
        _ => {
            let to_come = passage.is_any(index + 1, &["designate"])
                && passage.tokens.get(index + 2).is_none_or(|token| token.kind == TokenKind::Mark);
            Some((office, index + 1 + usize::from(to_come)))
        }
    }
}

/// How far before "alternate" the Bureau must be spoken of.
const BUREAU_REACH: usize = 60;

/// "Bureau member", "members of the Bureau", "elected to the Bureau", and the alternates of these.
fn of_bureau(passage: &Passage<'_>, index: usize) -> Option<(Office, usize)> {
    let word = passage.word(index);
    if !matches!(word.first(), Some('B' | 'b' | 'M' | 'm' | 'A' | 'a')) {
        return None;
    }
    let bureau = |at: usize| passage.is_any(at, &["bureau"]);
    let members = |at: usize| passage.is_any(at, &["member", "members"]);
    let alternates = |at: usize| passage.is_any(at, &["alternate", "alternates"]);
    if bureau(index) && (members(index + 1) || alternates(index + 1)) {
        let alternate = alternates(index + 1) && !members(index + 2);
        return Some((if alternate { Office::Alternate } else { Office::BureauMember }, index + 2));
    }
    if members(index) && passage.is(index + 1, "of") {
        let article = usize::from(passage.is_any(index + 2, &["the", "its", "this"]));
        let named = index + 2 + article;
        let end = (named..named + 3).find(|at| bureau(*at))?;
        let qualified = (named..end).all(|at| passage.is_any(at, QUALIFIERS));
        // "members of the Bureau of Standards" would be another's; "of the Conference" is this one's.
        return (qualified && (article > 0 || passage.is(named, "Bureau")))
            .then_some((Office::BureauMember, end + 1));
    }
    let from = index.saturating_sub(BUREAU_REACH);
    if bureau(index) && index >= 2 {
        let article = usize::from(passage.is_any(index - 1, &["the", "its"]));
        let before = index.checked_sub(1 + article)?;
        let chosen = passage.is_any(before, &["to", "on"])
            && (from..before)
                .any(|at| passage.is_any(at, &["elected", "re-elected", "appointed", "nominated"]));
        return (chosen && !passage.is_any(index + 1, &["as"])).then_some((Office::BureauMember, index + 1));
    }
    let labels = passage.is_mark(index + 1, ':') || index > 0 && passage.is_any(index - 1, &["as"]);
    (alternates(index) && labels && (from..index).any(bureau)).then_some((Office::Alternate, index + 1))
}

/// "Friends of the Chair", "adviser to the President": the token after the helper and its "of the".
fn is_of_another(passage: &Passage<'_>, office: usize) -> bool {
    const HELPERS: &[&str] = &[
        "friends",
        "friend",
        "adviser",
        "advisers",
        "representative",
        "assistant",
        "assistants",
        "office",
        "alternate",
    ];
    office >= 3
        && passage.is_any(office - 1, &["the"])
        && passage.is_any(office - 2, &["of", "to"])
        && passage.is_any(office - 3, HELPERS)
}

/// The token after "acting", "ex officio" and the like before an office.
pub(super) fn stand_in_end(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let mut at = index;
    while passage.is_any(at, STAND_IN) {
        at += 1 + usize::from(passage.is_dash(at + 1));
    }
    (at > index && self::at(passage, at).is_some()).then_some(at)
}

fn in_two_words(passage: &Passage<'_>, index: usize) -> Option<(Office, usize)> {
    let second = index + 1 + usize::from(passage.is_dash(index + 1));
    let vice = passage.is_any(index, &["vice"]);
    let office = match (vice, Office::of_word(passage.word(second))?) {
        (true, Office::Chair) => Office::ViceChair,
        (true, Office::President) => Office::VicePresident,
        (false, Office::Chair) => Office::CoChair,
        (false, Office::President) => Office::CoPresident,
        (false, Office::Facilitator) => Office::CoFacilitator,
        _ => return None,
    };
    Some((office, second + 1))
}

fn is_secretary_of_another_kind(passage: &Passage<'_>, index: usize) -> bool {
    const KINDS: &[&str] = &["executive", "permanent", "foreign", "first", "second", "deputy", "assistant"];
    index > 0 && passage.is_any(index - 1, KINDS)
        || passage.is(index + 1, "of") && passage.is(index + 2, "State")
}

/// "of the Conference": only a meeting's Secretary-General is its officer.
fn is_of_meeting(passage: &Passage<'_>, index: usize) -> bool {
    passage.is(index, "of")
        && body::is_own(passage, index - 1)
        && (index + 2..index + 9)
            .any(|at| passage.is_any(at, &["meeting", "conference", "congress", "forum"]))
}
