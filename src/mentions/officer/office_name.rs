//! The name of an office in a text: one word, or the two of "Vice Chair" and "Co -Chair".

use crate::mentions::passage::Passage;
use crate::terms::office::Office;

/// `Vice-Chair`, `Vice Chair`, `Co -Chair`: an office and the token after it.
pub(super) fn at(passage: &Passage<'_>, index: usize) -> Option<(Office, usize)> {
    if passage.is_any(index, &["vice", "co"]) {
        return in_two_words(passage, index);
    }
    let office = Office::of_word(passage.word(index))?;
    let dash = passage.is_dash(index + 1);
    match office {
        // "Executive Secretary", "the Secretary of State" and the Secretary-General are no officers
        // of a body.
        Office::Secretary if dash || is_secretary_of_another_kind(passage, index) => None,
        Office::SecretaryGeneral if !is_of_meeting(passage, index + 1) => None,
        Office::Rapporteur
            if dash && passage.is_glued(index + 2) && passage.is_any(index + 2, &["general"]) =>
        {
            Some((Office::RapporteurGeneral, index + 3))
        }
        _ => Some((office, index + 1)),
    }
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
        && passage.is_any(index + 1, &["the"])
        && passage.is_any(index + 2, &["meeting", "conference", "third", "first", "second", "congress"])
}
