//! Says why two units were paired, and how sure that is.
//!
//! How sure comes from the margin over the best rival, not from the likeness itself: on development
//! pairs links with a margin of 0.15 were right in 99 of 100 cases, from 0.05 in 82 (essays) to 100
//! (reports), and below that in 77 to 85, unless the texts were very much alike.

use super::candidates::{Candidates, Rival};
use super::gap::Context;
use super::links::{Links, Reason};
use super::score::Scorer;
use super::unit::Unit;

/// From here on a margin is clear.
const CLEAR: f64 = 0.15;
/// Below this a pair is ambiguous, and says what else it is like.
const NARROW: f64 = 0.05;
/// The most that pairs with a margin that is not clear, or narrow, can be trusted.
const NOT_CLEAR_MOST: f64 = 0.9;
const NARROW_MOST: f64 = 0.75;

/// The reason for a pair, and the confidence in it.
pub(super) fn pair(
    scorer: &mut Scorer,
    candidates: &Candidates,
    context: &Context,
    links: &Links,
    (i, j): (usize, usize),
) -> (String, f64) {
    let (old, new) = (scorer.old, scorer.new);
    let score = scorer.score(i, j);
    let (rival, which) = candidates.rival(i, j);
    let margin = score.rank() - rival;
    let same = old[i].forms.key == new[j].forms.key;
    let (ours, theirs) = candidates.copies[i];
    let fits = context.number(i, j) == 1.0;
    let mut parts: Vec<String> = Vec::new();
    let confidence = match links.reason(i) {
        Reason::Words if same && (ours, theirs) == (1, 1) => {
            parts.push("same text".to_owned());
            1.0
        }
        Reason::Words if same => {
            parts.push(format!("same text, {ours} times in OLD and {theirs} in NEW"));
            let neighbours = neighbours_agree(old, new, links, i, j);
            let held = context.same_parent(i, j) && (fits || context.shift(i, j).is_none());
            match (neighbours, held) {
                (2, _) => 0.99,
                (1, true) => 0.95,
                (1, false) | (0, true) => 0.85,
                _ => NARROW_MOST,
            }
        }
        Reason::Words => {
            parts.push(format!("text {:.2}, margin {margin:.2}", score.text));
            if margin >= CLEAR {
                // Half alike or more: 0.92 to 0.99. Less: the place had to help, and it is said.
                if score.text >= 0.5 { 0.85 + 0.14 * score.text } else { 0.42 + score.text }
            } else if margin >= NARROW {
                NOT_CLEAR_MOST - 0.1 * (1.0 - score.text)
            } else {
                if let Some(which) = which {
                    let id = match which {
                        Rival::Old(other) => &old[other].id,
                        Rival::New(other) => &new[other].id,
                    };
                    parts.push(format!("ambiguous: also like {id} ({rival:.2})"));
                }
                // A rival that is much closer, though it has its own partner, leaves more doubt.
                NARROW_MOST - 0.15 * (1.0 - score.text) - 0.5 * f64::max(0.0, -margin)
            }
        }
        Reason::Place => {
            parts.push(format!("rewritten in place: text {:.2}, alone between its neighbours", score.text));
            0.3 + 0.5 * score.text
        }
        Reason::Slot => {
            let text = score.text;
            parts.push(format!("rewritten in place: text {text:.2}, same opening words, in order"));
            0.3 + 0.5 * score.text
        }
        Reason::Order => {
            let text = score.text;
            parts.push(format!("one of a series of alike sentences, by order: text {text:.2}"));
            0.5
        }
        Reason::Replaced => {
            parts.push("replaced in place: another name under the same office".to_owned());
            0.5
        }
        Reason::Filled => {
            let filled = if old[i].forms.blank { "a blank was filled" } else { "a blank was left" };
            parts.push(format!("{filled} in this place"));
            if fits { 0.5 } else { 0.4 }
        }
        Reason::Children => {
            parts.push(format!("what stands under it answers to one another, text {:.2}", score.text));
            0.8
        }
        Reason::Call => {
            parts.push(format!("called at the same place, text {:.2}", score.text));
            0.6
        }
    };
    if let Some(shift) = context.shift(i, j) {
        parts.push(match (fits, shift) {
            (_, 0) => "number kept".to_owned(),
            (true, _) => format!("number fits the shift of {shift:+}"),
            (false, _) if context.between(i, shift) => format!("number shifted by {shift:+}"),
            (false, _) => format!("number shifted by {shift:+}, unlike its neighbours"),
        });
    }
    if old[i].heading.is_some() || new[j].heading.is_some() {
        parts.push(if context.same_heading(i, j) { "same heading" } else { "other heading" }.to_owned());
    }
    (parts.join(", "), confidence.clamp(0.0, 1.0))
}

/// How many of the two neighbours answer to one another; the two ends of a report do.
fn neighbours_agree(old: &[Unit], new: &[Unit], links: &Links, i: usize, j: usize) -> usize {
    let before = links.agree(i.checked_sub(1), j.checked_sub(1));
    let after = (i + 1 < old.len()).then_some(i + 1);
    let after = links.agree(after, (j + 1 < new.len()).then_some(j + 1));
    usize::from(before) + usize::from(after)
}

/// The nearest of a unit that has no partner, and what keeps them apart.
pub(super) struct Nearest<'a> {
    /// Its likeness.
    pub rank: f64,
    /// What it is called.
    pub id: &'a str,
    /// Why it is no partner.
    pub but: But<'a>,
}

/// What keeps two alike units apart.
pub(super) enum But<'a> {
    /// It answers to this unit.
    Taken(&'a str),
    /// It belongs to a split or a merge.
    Piece,
    /// It stands under something that does not answer to what this one stands under.
    Elsewhere,
    /// Another unit, of the report named, is as like either of them, or nearly.
    AsLike(&'a str, &'a str),
    /// Nothing but its place.
    Place,
}

/// From here on not the words keep two units apart; below it they do.
pub(super) const ALIKE: f64 = 0.42;
/// Below this it is not worth a word.
const FAINT: f64 = 0.2;

/// True where the nearest rival of a pair is as close, or nearly.
pub(super) fn narrow(margin: f64) -> bool {
    margin < NARROW
}

/// The reason why a unit has no partner, and the confidence in that.
pub(super) fn alone(nearest: Option<Nearest>, other_side: &str) -> (String, f64) {
    let Some(Nearest { rank, id, but }) = nearest.filter(|nearest| nearest.rank >= FAINT) else {
        return (format!("nothing in {other_side} is like it"), 0.99);
    };
    let (what, doubt) = match but {
        But::Taken(by) => (format!("which answers to {by}"), 0.3),
        But::Piece => ("which is part of another pair".to_owned(), 0.3),
        _ if rank < ALIKE => ("which is too unlike".to_owned(), 1.0),
        But::Elsewhere => ("which stands under something else".to_owned(), 0.3),
        But::AsLike(other, side) => (format!("which is no clearer than {other} of {side}"), 1.0),
        But::Place => ("which has another place".to_owned(), 1.0),
    };
    let why = format!("nearest in {other_side} is {id} ({rank:.2}), {what}");
    (why, (1.0 - doubt * rank).clamp(0.3, 0.99))
}
