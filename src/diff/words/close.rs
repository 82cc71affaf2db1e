//! Edits that stand close together → the one edit that a careful editor would mark.

use super::{Stretch, push};
use crate::diff::tokens::Token;
use std::ops::Range;

/// Makes one edit of two where one of them can slide over the equal words between them: of two places
/// where a repeated phrase can be matched, the one that leaves the longer runs.
///
/// ```text
/// raw:    −with women− +where+ nurses−, and that nurses−, with women nurses
/// closed: −with women nurses, and that− +where+ nurses, with women nurses
/// ```
pub(super) fn close_gaps(stretches: &mut Vec<Stretch>, old: &[Token], new: &[Token]) {
    let mut out: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches.drain(..) {
        let [.., left, gap] = out.as_slice() else {
            push(&mut out, stretch);
            continue;
        };
        if stretch.equal || left.equal || !gap.equal {
            push(&mut out, stretch);
            continue;
        }
        let (left, gap, length) = (left.clone(), gap.clone(), gap.old.len());
        // The right one slides left where it ends with the words between, the left one slides right
        // where it begins with them.
        let is_gap = |tokens: &[Token]| texts(tokens).eq(texts(&old[gap.old.clone()]));
        let ends = |edit: &Range<usize>, other: &Range<usize>, side: &[Token]| {
            other.is_empty() && edit.len() >= length && is_gap(&side[edit.end - length..edit.end])
        };
        let begins = |edit: &Range<usize>, other: &Range<usize>, side: &[Token]| {
            other.is_empty() && edit.len() >= length && is_gap(&side[edit.start..edit.start + length])
        };
        let slides_left = ends(&stretch.old, &stretch.new, old) || ends(&stretch.new, &stretch.old, new);
        let slides_right = begins(&left.old, &left.new, old) || begins(&left.new, &left.old, new);
        if !slides_left && !slides_right {
            push(&mut out, stretch);
            continue;
        }
        out.truncate(out.len() - 2);
        if slides_left {
            let (o, n) = (stretch.old.end - length, stretch.new.end - length);
            push(&mut out, Stretch { equal: false, old: left.old.start..o, new: left.new.start..n });
            push(&mut out, Stretch { equal: true, old: o..stretch.old.end, new: n..stretch.new.end });
        } else {
            let (o, n) = (left.old.start + length, left.new.start + length);
            push(&mut out, Stretch { equal: true, old: left.old.start..o, new: left.new.start..n });
            push(&mut out, Stretch { equal: false, old: o..stretch.old.end, new: n..stretch.new.end });
        }
    }
    *stretches = out;
}

fn texts<'a>(tokens: &'a [Token<'a>]) -> impl Iterator<Item = &'a str> {
    tokens.iter().map(|token| token.text)
}

/// Words with which both sides of an edit begin or end are no part of it; two edits that were joined
/// can have some: "ahead −of the next− +of the ninth session of the+ Assembly".
pub(super) fn trim(stretches: &mut Vec<Stretch>, old: &[Token], new: &[Token]) {
    let mut out: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches.drain(..) {
        if stretch.equal {
            push(&mut out, stretch);
            continue;
        }
        let (mut o, mut n) = (stretch.old.clone(), stretch.new.clone());
        while !o.is_empty() && !n.is_empty() && old[o.start].text == new[n.start].text {
            (o.start, n.start) = (o.start + 1, n.start + 1);
        }
        while !o.is_empty() && !n.is_empty() && old[o.end - 1].text == new[n.end - 1].text {
            (o.end, n.end) = (o.end - 1, n.end - 1);
        }
        let part = |equal, old, new| Stretch { equal, old, new };
        let (head, tail) = (
            (stretch.old.start..o.start, stretch.new.start..n.start),
            (o.end..stretch.old.end, n.end..stretch.new.end),
        );
        push(&mut out, part(true, head.0, head.1));
        push(&mut out, part(false, o, n));
        push(&mut out, part(true, tail.0, tail.1));
    }
    *stretches = out;
}

/// Makes one edit of two that only a few empty words hold apart.
pub(super) fn join_islands(stretches: &mut Vec<Stretch>, old: &[Token], new: &[Token]) {
    // Each pass can make room for another; three settle all that people would notice.
    for _ in 0..3 {
        let before = stretches.len();
        let mut out: Vec<Stretch> = Vec::new();
        for (at, stretch) in stretches.iter().enumerate() {
            let mut stretch = stretch.clone();
            let next = stretches.get(at + 1);
            if let (true, Some(left), Some(right)) = (stretch.equal, out.last(), next) {
                stretch.equal = !is_island(&stretch, left, right, old, new);
            }
            push(&mut out, stretch);
        }
        *stretches = out;
        if stretches.len() == before {
            break;
        }
    }
}

/// True if the equal run `middle` is too slight to stand between the edits `left` and `right`.
fn is_island(middle: &Stretch, left: &Stretch, right: &Stretch, old: &[Token], new: &[Token]) -> bool {
    let replaces =
        (!left.old.is_empty() || !right.old.is_empty()) && (!left.new.is_empty() || !right.new.is_empty());
    let run = &old[middle.old.clone()];
    // Two blanks are filled each for itself: "−___− +7+ to −___− +11+".
    let hole = |edit: &Stretch| {
        let is_hole = |token: &Token| token.text.chars().count() > 1 && token.text.contains(['[', '_', '…']);
        old[edit.old.clone()].iter().any(is_hole) && !edit.new.is_empty()
    };
    if hole(left) && hole(right) {
        return false;
    }
    // The end of a sentence is a good place to stop; two pure insertions are better told apart.
    if !replaces || run.iter().any(|token| matches!(token.text, "." | ";" | ":")) {
        return false;
    }
    let content = run.iter().filter(|token| token.is_content()).count();
    if content == 0 && run.len() <= 3 {
        // "−its− +the+ (" is no island: a bracket belongs to what it holds.
        return !run.iter().any(|token| matches!(token.text, "(" | ")" | "[" | "]"));
    }
    // "−substantive session of− 2025 +session+": one phrase turned round its middle.
    if content <= 1 && run.len() <= 3 && is_turned(left, right, old, new) {
        return !run.iter().any(|token| !token.is_word());
    }
    // "−next− +ninth session of the+ General Assembly −session−": the same, and one of the edits is
    // nothing but what the other has. What stands between is part of the name, no clause.
    let of_name = |token: &Token| token.is_content() || matches!(token.text, "of" | "the");
    if content <= 3 && run.len() <= 4 && run.iter().all(of_name) && is_turned_whole(left, right, old, new) {
        return !run.iter().any(|token| !token.is_word());
    }
    let length = |tokens: &[Token]| tokens.iter().map(|token| token.text.chars().count() + 1).sum::<usize>();
    let size = |edit: &Stretch| length(&old[edit.old.clone()]).max(length(&new[edit.new.clone()]));
    content <= 2 && length(run) * 2 <= size(left).min(size(right))
}

/// True if what one of the edits takes out the other puts in. Where both replace something, they
/// are two: "from 24 −January− +February+ to 23 −February− +March+".
fn is_turned(left: &Stretch, right: &Stretch, old: &[Token], new: &[Token]) -> bool {
    let is_pure = |edit: &Stretch| edit.old.is_empty() || edit.new.is_empty();
    if !is_pure(left) && !is_pure(right) {
        return false;
    }
    let shares = |gone: &Stretch, come: &Stretch| {
        let come = &new[come.new.clone()];
        old[gone.old.clone()].iter().any(|token| {
            token.is_content() && come.iter().any(|other| other.text.eq_ignore_ascii_case(token.text))
        })
    };
    shares(left, right) || shares(right, left)
}

/// True if one of the edits only takes out, or only puts in, words of content that all come again, as
/// they are or in a related form, in what the other puts in or takes out, which holds little else.
fn is_turned_whole(left: &Stretch, right: &Stretch, old: &[Token], new: &[Token]) -> bool {
    const MOST: usize = 6;
    let again = |these: &[Token], those: &[Token]| {
        let mut content = these.iter().filter(|token| token.is_content()).peekable();
        content.peek().is_some()
            && these.len().max(those.len()) <= MOST
            && these.iter().chain(those).all(|token| token.is_word() && !matches!(token.text, "and" | "or"))
            && content.all(|token| those.iter().any(|other| is_related(token.text, other.text)))
    };
    let turned = |pure: &Stretch, other: &Stretch| {
        pure.new.is_empty() && again(&old[pure.old.clone()], &new[other.new.clone()])
            || pure.old.is_empty() && again(&new[pure.new.clone()], &old[other.old.clone()])
    };
    turned(left, right) || turned(right, left)
}

/// The same word, or one of the same root: "vulnerable" and "vulnerability".
fn is_related(one: &str, other: &str) -> bool {
    const ROOT: usize = 6;
    const ENDING: usize = 5;
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    one == other || (shared >= ROOT && one.chars().count().max(other.chars().count()) <= shared + ENDING)
}
