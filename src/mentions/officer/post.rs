//! Posts outside the body: "X, Prime Minister of Fiji", "the Chief Executive of the Institute, X".
//!
//! A person and the post said of it become one piece, so that every rule reads "Ms. X, Minister of Fiji,
//! was elected" as it reads "Ms. X was elected".

use super::body;
use super::office_name;
use super::piece::{Holder, Piece, Placed};
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::office::OPENING;
use crate::terms::english::post::{BEFORE, OF_STATES, OTHERS};
use crate::terms::state;

/// No post takes more pieces than this.
const LONGEST: usize = 24;

/// Joins persons with their posts, and with the State in "X, Fiji,".
pub(super) fn fold(passage: &Passage<'_>, pieces: Vec<Placed>) -> Vec<Placed> {
    if !pieces.iter().any(|(piece, _)| matches!(piece, Piece::Person(_))) {
        return pieces;
    }
    let mut folded: Vec<Placed> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let (Piece::Person(holder), token) = &pieces[at] else {
            folded.push(pieces[at].clone());
            at += 1;
            continue;
        };
        let mut holder = holder.clone();
        let mut token = *token;
        let mut next = at + 1;
        if let Some((post, end)) = after(passage, &pieces, at) {
            holder.country = holder.country.or(post.country);
            holder.post = Some(post.extent);
            next = end;
        } else if let Some((country, end)) = state_after(passage, &pieces, at, &holder) {
            holder.country = Some(country);
            next = end;
        } else if let Some((post, from)) = before(passage, &folded, &holder, pieces.get(at + 1)) {
            holder.country = holder.country.or(post.country);
            holder.post = Some(post.extent);
            token = folded[from].1;
            folded.truncate(from);
        }
        folded.push((Piece::Person(holder), token));
        at = next;
    }
    folded
}

/// A post and the country whose post it is.
struct Post {
    extent: (usize, usize),
    country: Option<(usize, usize)>,
}

/// ", Permanent Representative of Fiji to the United Nations"; and the piece after it.
fn after(passage: &Passage<'_>, pieces: &[Placed], person: usize) -> Option<(Post, usize)> {
    if pieces.get(person + 1)?.0 != Piece::Comma {
        return None;
    }
    // "At the invitation of X, the Director-General spoke": with an article it may be someone else, unless
    // commas close it off: "statements by X, the Director-General, and Y".
    let article = usize::from(pieces.get(person + 2)?.0 == Piece::Article);
    if article > 0 && !stands_alone(passage, pieces, person) {
        return None;
    }
    let from = person + 2 + article;
    let first = pieces.get(from)?.1;
    let of_state = kind(passage, first)?;
    let mut end = from + 1;
    // "former member": the words before the post are part of it.
    while end < pieces.len() && end - from < 5 && passage.is_any(pieces[end - 1].1, BEFORE) {
        end += 1;
    }
    while end < pieces.len() && end - from < LONGEST {
        match &pieces[end].0 {
            Piece::Comma
            | Piece::Semicolon
            | Piece::Colon
            | Piece::Stop
            | Piece::Be
            | Piece::As
            | Piece::Elect(_)
            | Piece::Chair(_)
            | Piece::Serve
            | Piece::Replace
            | Piece::By => {
                // "Under-Secretary-General for Economic Affairs"
                if pieces[end].0 == Piece::As && passage.is_any(pieces[end].1, &["for"]) {
                    end += 1;
                    continue;
                }
                break;
            }
            Piece::And if joins_another(passage, pieces, end) => break,
            // A name in the post is a name of its own, unless it is part of the post's.
            Piece::Person(holder) if holder.is_certain() => break,
            Piece::Other if ends_post(passage, pieces[end].1) => break,
            _ => end += 1,
        }
    }
    while end > from + 1 && pieces[end - 1].0 == Piece::And {
        end -= 1;
    }
    let next = |at: usize| pieces.get(at).map(|(piece, _)| piece);
    let closed = match next(end) {
        None | Some(Piece::Stop | Piece::Semicolon) => true,
        Some(Piece::Comma) => !matches!(next(end + 1), Some(Piece::Person(_))),
        _ => false,
    };
    if article > 0 && !closed {
        return None;
    }
    let last = pieces.get(end).map_or(passage.tokens.len(), |(_, token)| *token);
    Some((post(passage, first, last, of_state)?, end))
}

/// Whether a person is no part of the phrase before the subject: "At the invitation of X, the Director-General,
/// as was agreed, spoke".
fn stands_alone(passage: &Passage<'_>, pieces: &[Placed], person: usize) -> bool {
    let sentence =
        pieces[..person].iter().rposition(|(piece, _)| *piece == Piece::Stop).map_or(0, |at| at + 1);
    if person == sentence || pieces[person - 1].0 == Piece::By {
        return true;
    }
    let opening = passage.is_any(pieces[sentence].1, OPENING);
    !opening && matches!(pieces[person - 1].0, Piece::Comma | Piece::And | Piece::Semicolon)
}

/// "Fiji" in "X, Fiji,"; and the piece after it.
fn state_after(
    passage: &Passage<'_>,
    pieces: &[Placed],
    person: usize,
    holder: &Holder,
) -> Option<((usize, usize), usize)> {
    if holder.country.is_some() {
        return None;
    }
    let comma = usize::from(pieces.get(person + 1)?.0 == Piece::Comma);
    let of = pieces.get(person + 1 + comma).is_some_and(|(_, token)| passage.is(*token, "of"));
    if comma == 0 && !(of && holder.is_certain()) {
        return None;
    }
    let mut at = person + 1 + comma + usize::from(of);
    at += usize::from(pieces.get(at)?.0 == Piece::Article);
    let Piece::State(state) = &pieces.get(at)?.0 else { return None };
    let closed = matches!(
        pieces.get(at + 1).map(|(piece, _)| piece),
        None | Some(
            Piece::Comma
                | Piece::As
                | Piece::And
                | Piece::Stop
                | Piece::Semicolon
                | Piece::Be
                | Piece::Elect(_)
        )
    ) || pieces.get(at + 1).is_some_and(|(_, token)| passage.is_mark(*token, ')'));
    // "X, Fiji and Peru" lists three.
    let lists = pieces.get(at + 1).is_some_and(|(piece, _)| matches!(piece, Piece::And | Piece::Comma))
        && (at + 2..at + 4).any(|at| matches!(pieces.get(at), Some((Piece::State(_), _))));
    (of || closed && !lists).then_some(((state.start, state.end), at + 1))
}

/// "the Minister for the Sea of Fiji," before a name; and its first piece.
fn before(
    passage: &Passage<'_>,
    pieces: &[Placed],
    holder: &Holder,
    next: Option<&Placed>,
) -> Option<(Post, usize)> {
    let comma = usize::from(pieces.last()?.0 == Piece::Comma);
    // "the representative of Harbour Watch" is no person of that name.
    let titled = holder.name_start > holder.start;
    if comma == 0 && (!titled || passage.is_any(pieces.last()?.1, &["of", "for", "to", "and", "by"])) {
        return None;
    }
    // "On the proposal of the representative of Fiji, X was elected": X is the subject.
    let sentence = pieces.iter().rposition(|(piece, _)| *piece == Piece::Stop).map_or(0, |at| at + 1);
    let comma_before = pieces[sentence..pieces.len() - comma].iter().any(|(piece, _)| *piece == Piece::Comma);
    let opening = passage.is_any(pieces.get(sentence)?.1, OPENING) && !comma_before;
    if opening
        && !matches!(next, None | Some((Piece::Comma | Piece::Stop | Piece::And | Piece::Semicolon, _)))
    {
        return None;
    }
    let end = pieces.len() - comma;
    let mut from = end;
    while from > 0 && end - from < LONGEST {
        match &pieces[from - 1].0 {
            Piece::Other if is_verb(passage, pieces[from - 1].1) => return None,
            Piece::Other | Piece::State(_) | Piece::Person(_) | Piece::And | Piece::Office(..) => {}
            Piece::Article => {}
            Piece::As if passage.is_any(pieces[from - 1].1, &["for"]) => {}
            _ => return None,
        }
        from -= 1;
        if pieces[from].0 != Piece::Article || from + 1 >= end {
            continue;
        }
        let first = pieces[from + 1].1;
        if let Some(of_state) = kind(passage, first).or_else(|| presides_other(passage, first)) {
            let office =
                |at: &usize| matches!(pieces[*at].0, Piece::Office(_, token) if body::is_own(passage, token));
            let certain = |at: &usize| matches!(&pieces[*at].0, Piece::Person(holder) if holder.is_certain());
            if (from + 1..end).any(|at| office(&at) || certain(&at)) {
                return None;
            }
            let last = pieces.get(end).map_or(passage.tokens.len(), |(_, token)| *token);
            return Some((post(passage, pieces[from + 1].1, last, of_state)?, from));
        }
    }
    None
}

/// Whether a post begins at this token, and if so, whether one of a State.
pub(super) fn kind(passage: &Passage<'_>, first: usize) -> Option<bool> {
    let mut at = first;
    loop {
        if is_in(passage, at, OF_STATES) {
            // "President" is an office, unless it is a State's: "President of Fiji".
            let office = passage.is_any(at, &["president", "vice-president"]);
            return (!office || presides_state(passage, at)).then_some(true);
        }
        if is_in(passage, at, OTHERS) {
            let own = passage.is_any(at, &["secretary", "secretary-general", "coordinator", "officer"])
                && body::is_own(passage, at);
            return (!own).then_some(false);
        }
        if at >= first + 4 || !passage.is_any(at, BEFORE) {
            return None;
        }
        at += 1;
    }
}

fn presides_state(passage: &Passage<'_>, at: usize) -> bool {
    let article = usize::from(passage.is_any(at + 2, &["the"]));
    passage.is(at + 1, "of")
        && passage
            .tokens
            .get(at + 2 + article)
            .is_some_and(|token| state::length_at(&passage.chars[token.start..]).is_some())
}

/// "the President of the General Assembly": an office, but of another body.
fn presides_other(passage: &Passage<'_>, at: usize) -> Option<bool> {
    let (_, end) = office_name::at(passage, at)?;
    (passage.is(end, "of") && passage.is_any(end + 1, &["the"]) && !body::is_own(passage, at))
        .then_some(false)
}

/// A word by which the words before a name are a clause and no post.
fn is_verb(passage: &Passage<'_>, token: usize) -> bool {
    let word = passage.word(token);
    let past = matches!(word, [first, .., 'e', 'd'] if first.is_lowercase())
        && !passage
            .is_any(token, &["affected", "united", "developed", "armed", "related", "allied", "unified"]);
    past || passage.is_any(
        token,
        &[
            "held", "made", "met", "spoke", "said", "with", "that", "who", "which", "sent", "took", "gave",
            "has", "had",
        ],
    )
}

/// Whether one of these names stands at the token.
fn is_in(passage: &Passage<'_>, at: usize, names: &[&str]) -> bool {
    passage.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
        && names
            .iter()
            .any(|name| name.split(' ').enumerate().all(|(step, word)| passage.is_any(at + step, &[word])))
}

/// The extent of a post from the token `first` to before `last`, and its country.
fn post(passage: &Passage<'_>, first: usize, last: usize, of_state: bool) -> Option<Post> {
    let last = last.checked_sub(1).filter(|last| *last >= first)?;
    let extent = (passage.tokens[first].start, passage.tokens[last].end);
    let country = of_state.then(|| {
        (first..=last).find_map(|at| {
            let of = at > 0 && passage.is_any(at - 1, &["of", "the"]);
            let start = passage.tokens[at].start;
            let length = state::length_at(&passage.chars[start..]).filter(|_| of)?;
            (start + length <= extent.1).then_some((start, start + length))
        })
    });
    Some(Post { extent, country: country.flatten() })
}

/// "and Secretary-General of the Conference", "and Ms. Y": another office or person.
fn joins_another(passage: &Passage<'_>, pieces: &[Placed], and: usize) -> bool {
    match pieces.get(and + 1).map(|(piece, _)| piece) {
        Some(Piece::Person(holder)) => holder.is_certain(),
        Some(Piece::Office(_, token)) => body::is_own(passage, *token) || !presides_state(passage, *token),
        Some(Piece::Article | Piece::Be | Piece::Elect(_)) => true,
        _ => false,
    }
}

/// A verb or joint with which the sentence goes on.
fn ends_post(passage: &Passage<'_>, token: usize) -> bool {
    let word = passage.word(token);
    let lower = word.first().is_some_and(|c| c.is_lowercase());
    let joint = [
        "of", "on", "in", "at", "to", "the", "with", "against", "de", "and", "la", "du", "laureate",
        "general",
    ];
    lower && !passage.is_any(token, &joint)
        || passage.is_mark(token, '(')
        || passage.is_mark(token, ')')
        || passage.is_mark(token, '"')
        || passage.is_mark(token, '[')
}
