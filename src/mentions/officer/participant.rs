//! Persons named who hold no office of the body: speakers, representatives, signatories.
//!
//! They are read with the pieces of the officers, and only those are kept whom no office was given to,
//! here or above. Without an honorific a name counts only where a country, a post or a signature shows
//! that it is one: places, houses and firms have capitals too.

use super::grant;
use super::name;
use super::piece::{self, Holder, Piece, Placed};
use crate::mentions::passage::Passage;
use crate::mentions::{Context, Finder, Mention, MentionKind};
use crate::terms::english::person::{HONORIFICS, PARTICLES, SPEAKING};
use crate::terms::english::place::{CITIES, PLACES};
use crate::terms::state;
use std::collections::HashSet;

/// Finds persons who are no officers.
pub struct Participants;

impl Finder for Participants {
    fn kind(&self) -> MentionKind {
        MentionKind::Participant
    }

    fn rules(&self) -> &'static [&'static str] {
        &["with-honorific", "with-country", "with-post", "signed"]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        if !may_name_someone(passage) {
            return;
        }
        let pieces = piece::cut(passage);
        let speaking = (0..passage.tokens.len()).any(|at| passage.is_any(at, SPEAKING));
        for (at, (piece, _)) in pieces.iter().enumerate() {
            let Piece::Person(holder) = piece else { continue };
            let Some(rule) = rule_of(passage, &pieces, at, holder, speaking) else { continue };
            let name = passage.text(holder.name_start, holder.end);
            let is_officer = |mention: &Mention| {
                mention.kind == MentionKind::Officer
                    && mention.start < holder.end
                    && holder.start < mention.end
            };
            if passage.found.iter().any(is_officer)
                || context.officers.iter().any(|known| is_same(known, &name))
            {
                continue;
            }
            let name = name::canonical(&name);
            let mut mention = passage.mention(MentionKind::Participant, holder.start, holder.end, name, rule);
            grant::describe(passage, holder, &mut mention);
            found.push(mention);
        }
    }
}

/// Drops the participants whom the report names as officers further down.
pub(in crate::mentions) fn settle(by_node: &mut [Vec<Mention>], officers: &[String]) {
    let known: HashSet<Vec<String>> = officers.iter().map(|name| words_of(name)).collect();
    if known.is_empty() {
        return;
    }
    for mentions in by_node {
        mentions.retain(|mention| {
            mention.kind != MentionKind::Participant || {
                let words = words_of(&mention.value);
                words.len() < 2 || !known.contains(&words)
            }
        });
    }
}

/// The words of a name in a fixed order: "Han Sun-woo" is "Sun-woo Han".
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.sort_unstable();
    words
}

/// Two words with capitals side by side, or an honorific.
fn may_name_someone(passage: &Passage<'_>) -> bool {
    let capital = |at: usize| passage.word(at).first().is_some_and(|c| c.is_uppercase());
    (0..passage.tokens.len()).any(|at| {
        capital(at) && (capital(at + 1) || passage.is_mark(at + 1, '.') || passage.is_any(at, HONORIFICS))
    })
}

/// The rule by which this is a person, if one does.
fn rule_of(
    passage: &Passage<'_>,
    pieces: &[Placed],
    at: usize,
    holder: &Holder,
    speaking: bool,
) -> Option<&'static str> {
    if holder.name_start > holder.start {
        return Some("with-honorific");
    }
    let first = passage.token_from(holder.name_start);
    let after = passage.token_from(holder.end);
    if first >= 3
        && passage.is_mark(first - 1, ')')
        && passage.is_any(first - 2, &["signed"])
        && passage.is_mark(first - 3, '(')
    {
        return Some("signed");
    }
    let name = passage.text(holder.name_start, holder.end);
    // "de los Santos" is no Los Angeles.
    let place = |at: usize| passage.is_any(at, PLACES) && (at == first || !passage.is_any(at, PARTICLES));
    if (first..after).any(place) || CITIES.contains(&name.as_str()) {
        return None;
    }
    if let Some((start, _)) = holder.post {
        // "the Director of the Institute, X" says it; "X, Director" may be two lines run together.
        return (start < holder.start || speaking).then_some("with-post");
    }
    let (start, end) = holder.country?;
    let placed = first > 0 && passage.is_any(first - 1, &["in", "at", "near", "of", "from", "to"]);
    let in_state = passage.is_mark(after, '(') && state::is_name(&passage.chars[start..end]);
    let joined = at == 0 || !matches!(pieces[at - 1].0, Piece::State(_));
    (in_state && speaking && joined && !placed).then_some("with-country")
}

/// Whether a name is that of an officer already named: the same, or the family name alone.
fn is_same(known: &str, name: &str) -> bool {
    let (known, name) = (known.to_lowercase(), name.to_lowercase());
    known == name
        || !name.contains(' ') && known.split(' ').any(|part| part == name)
        || known.ends_with(&name) && known[..known.len() - name.len()].ends_with(' ')
}
