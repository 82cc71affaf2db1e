//! Two texts → the words that stayed, went and came.
//!
//! ```text
//! raw:    At its −280th− the −session+ −meeting−     confetti round a lone "the"
//! tidied: At its −280th the session− +first meeting+
//! ```

mod close;
mod edit;

use super::tokens::{Token, is_stop_word, tokens, tokens_with};
use super::{WordOp, Words};
use close::{close_gaps, join_islands, trim};
pub(crate) use edit::{Edit, edits};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::HashMap;
use std::ops::Range;

/// A run of tokens that is equal on both sides, or an edit.
#[derive(Debug, Clone)]
struct Stretch {
    equal: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// Compares two texts word by word. Forwards the result gives `new`, backwards `old`.
pub fn compare(old: &str, new: &str) -> Vec<Words> {
    compare_with(old, new, &[], &[])
}

/// Compares two texts in which some stretches (sorted ranges of characters) are one word each: a
/// bracket and what it holds, a blank with the symbol round it.
pub(crate) fn compare_with(
    old: &str,
    new: &str,
    old_holes: &[Range<usize>],
    new_holes: &[Range<usize>],
) -> Vec<Words> {
    if old == new {
        let text = old.to_owned();
        return if text.is_empty() { Vec::new() } else { vec![Words { op: WordOp::Equal, text }] };
    }
    // The way back must be the way there, so the texts say from which of them to start, never their
    // order: from the one with more blanks, which is the draft, or from the shorter one.
    let face = |text: &str, holes: &[Range<usize>]| (std::cmp::Reverse(holes.len()), text.len());
    let forwards = face(old, old_holes).cmp(&face(new, new_holes)).then_with(|| old.cmp(new)).is_lt();
    let (one, two) = (tokens_with(old, old_holes), tokens_with(new, new_holes));
    let (one, two) = if forwards { (one, two) } else { (two, one) };
    let mut stretches = raw(&one, &two);
    close_gaps(&mut stretches, &one, &two);
    join_islands(&mut stretches, &one, &two);
    trim(&mut stretches, &one, &two);
    keep_brackets(&mut stretches, &one, &two);
    slide(&mut stretches, &one, &two);
    let words = write(&stretches, &one, &two);
    if forwards { words } else { turned(words) }
}

/// What went comes, and what came goes; still what goes is written before what comes in its place.
fn turned(words: Vec<Words>) -> Vec<Words> {
    let mut out = Out::default();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        match word.op {
            WordOp::Equal => out.push(WordOp::Equal, &word.text),
            WordOp::Insert => out.push(WordOp::Delete, &word.text),
            WordOp::Delete => {
                if let Some(came) = words.next_if(|next| next.op == WordOp::Insert) {
                    out.push(WordOp::Delete, &came.text);
                }
                out.push(WordOp::Insert, &word.text);
            }
        }
    }
    out.0
}

/// The stretches as the algorithm finds them; the last token of both sides is left out.
fn raw<'a>(old: &[Token<'a>], new: &[Token<'a>]) -> Vec<Stretch> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut number = |text| {
        let next = numbers.len() as u32;
        *numbers.entry(text).or_insert(next)
    };
    let old: Vec<u32> = old[..old.len() - 1].iter().map(|token| number(token.text)).collect();
    let new: Vec<u32> = new[..new.len() - 1].iter().map(|token| number(token.text)).collect();
    let mut out: Vec<Stretch> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, old, new) = op.as_tag_tuple();
        push(&mut out, Stretch { equal: tag == DiffTag::Equal, old, new });
    }
    out
}

/// Appends, joining with the last stretch where both are of one kind.
fn push(out: &mut Vec<Stretch>, stretch: Stretch) {
    if stretch.old.is_empty() && stretch.new.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(last) if last.equal == stretch.equal => {
            last.old.end = stretch.old.end;
            last.new.end = stretch.new.end;
        }
        _ => out.push(stretch),
    }
}

/// Splits an edit at a bracket that both of its sides lack the partner of.
///
/// ```text
/// raw:   (see X/1−). Ten spoke− +; see also the annex)+.
/// split: (see X/1+; see also the annex+)−. Ten spoke−.
/// ```
fn keep_brackets(stretches: &mut Vec<Stretch>, old: &[Token], new: &[Token]) {
    let mut out: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches.drain(..) {
        let lonely = |tokens: &[Token], range: &Range<usize>| {
            lonely_bracket(&tokens[range.clone()]).map(|at| range.start + at)
        };
        match (lonely(old, &stretch.old), lonely(new, &stretch.new)) {
            (Some(gone), Some(come)) if !stretch.equal && old[gone].text == new[come].text => {
                let part = |equal, old, new| Stretch { equal, old, new };
                push(&mut out, part(false, stretch.old.start..gone, stretch.new.start..come));
                push(&mut out, part(true, gone..gone + 1, come..come + 1));
                push(&mut out, part(false, gone + 1..stretch.old.end, come + 1..stretch.new.end));
            }
            _ => push(&mut out, stretch),
        }
    }
    *stretches = out;
}

/// Moves pure insertions and deletions to where a reader expects them.
///
/// ```text
/// raw:   the Chair (Chad+) and the Rapporteur (Peru+)
/// slid:  the Chair (Chad)+ and the Rapporteur (Peru)+
/// ```
fn slide(stretches: &mut Vec<Stretch>, old: &[Token], new: &[Token]) {
    // An equal stretch at either end, be it empty, gives every edit room on both sides.
    let (o, n) = (old.len() - 1, new.len() - 1);
    if stretches.first().is_some_and(|first| !first.equal) {
        stretches.insert(0, Stretch { equal: true, old: 0..0, new: 0..0 });
    }
    if stretches.last().is_some_and(|last| !last.equal) {
        stretches.push(Stretch { equal: true, old: o..o, new: n..n });
    }
    for at in 0..stretches.len() {
        let edit = &stretches[at];
        if edit.equal || (!edit.old.is_empty() && !edit.new.is_empty()) {
            continue;
        }
        let inserts = edit.old.is_empty();
        let (range, side) = if inserts { (edit.new.clone(), new) } else { (edit.old.clone(), old) };
        let room = |index: Option<usize>| {
            index.and_then(|i| stretches.get(i)).filter(|s| s.equal).map_or(0, |s| s.old.len())
        };
        let (left, right) = (room(at.checked_sub(1)), room(Some(at + 1)));
        let mut best = (rate(side, range.clone()), 0isize);
        let mut shift = 0isize;
        while (shift.unsigned_abs() < left)
            && side[moved(range.start, shift) - 1].text == side[moved(range.end, shift) - 1].text
        {
            shift -= 1;
            best = best.max_by_rate((rate(side, moved_range(&range, shift)), shift));
        }
        shift = 0;
        while (shift.unsigned_abs() < right)
            && side[moved(range.start, shift)].text == side[moved(range.end, shift)].text
        {
            shift += 1;
            best = best.max_by_rate((rate(side, moved_range(&range, shift)), shift));
        }
        if best.1 != 0 {
            shift_edit(stretches, at, best.1);
        }
    }
}

trait MaxByRate {
    fn max_by_rate(self, other: Self) -> Self;
}

impl MaxByRate for (i32, isize) {
    /// The better rate; the place found by the algorithm where both are as good.
    fn max_by_rate(self, other: Self) -> Self {
        if other.0 > self.0 { other } else { self }
    }
}

fn moved(at: usize, shift: isize) -> usize {
    at.saturating_add_signed(shift)
}

fn moved_range(range: &Range<usize>, shift: isize) -> Range<usize> {
    moved(range.start, shift)..moved(range.end, shift)
}

/// Shifts the edit at `at` and gives or takes the tokens from its equal neighbours.
fn shift_edit(stretches: &mut [Stretch], at: usize, shift: isize) {
    stretches[at].old = moved_range(&stretches[at].old, shift);
    stretches[at].new = moved_range(&stretches[at].new, shift);
    let (old, new) = (stretches[at].old.clone(), stretches[at].new.clone());
    if let Some(before) = at.checked_sub(1).and_then(|i| stretches.get_mut(i)) {
        before.old.end = old.start;
        before.new.end = new.start;
    }
    if let Some(after) = stretches.get_mut(at + 1) {
        after.old.start = old.end;
        after.new.start = new.end;
    }
}

/// How well an edit of these tokens reads: whole brackets, whole sentences, whole phrases.
fn rate(side: &[Token], range: Range<usize>) -> i32 {
    let text = |at: usize| side.get(at).map_or("", |token| token.text);
    let before = range.start.checked_sub(1).map_or("", text);
    let (first, last, after) = (text(range.start), text(range.end - 1), text(range.end));
    let ends_clause = |text: &str| matches!(text, "" | "." | ";" | ":");
    let mut rate = -20 * unbalanced(&side[range.clone()]);
    if ends_clause(before) {
        rate += 3;
        if matches!(last, "." | ";") || after.is_empty() {
            rate += 6;
        }
    }
    rate += match first {
        "," | "(" => 3,
        "." | ";" | ")" => -5,
        _ if is_stop_word(first) => 2,
        _ => 0,
    };
    rate += match last {
        "," if before != "," => 2,
        _ if is_stop_word(last) => -4,
        _ => 0,
    };
    rate
}

/// How many brackets and quotation marks of the stretch lack their partner.
fn unbalanced(tokens: &[Token]) -> i32 {
    lonely_brackets(tokens).len() as i32
}

/// The first bracket of the stretch that lacks its partner.
fn lonely_bracket(tokens: &[Token]) -> Option<usize> {
    lonely_brackets(tokens).into_iter().min()
}

fn lonely_brackets(tokens: &[Token]) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut lonely = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let partner = match token.text {
            "(" | "[" | "“" => {
                open.push(at);
                continue;
            }
            ")" => "(",
            "]" => "[",
            "”" => "“",
            _ => continue,
        };
        if open.last().is_some_and(|&last| tokens[last].text == partner) {
            open.pop();
        } else {
            lonely.push(at);
        }
    }
    lonely.extend(open);
    lonely
}

/// Writes the stretches out with their spaces.
fn write(stretches: &[Stretch], old: &[Token], new: &[Token]) -> Vec<Words> {
    let mut out = Out::default();
    let (mut went, mut came) = (String::new(), String::new());
    let last = Stretch { equal: true, old: old.len() - 1..old.len(), new: new.len() - 1..new.len() };
    for stretch in stretches.iter().chain([&last]) {
        if !stretch.equal {
            for (at, (went_part, came_part)) in lifted(stretch, old, new).into_iter().enumerate() {
                if at > 0 {
                    out.edit(&went, &came);
                    went.clear();
                    came.clear();
                }
                old[went_part].iter().for_each(|t| went.extend([t.lead, t.text]));
                new[came_part].iter().for_each(|t| came.extend([t.lead, t.text]));
            }
            continue;
        }
        for (old, new) in old[stretch.old.clone()].iter().zip(&new[stretch.new.clone()]) {
            // The space before an equal token takes part in the edit before it, so that
            // "280th meeting" → "280th plenary meeting" inserts "plenary " before "meeting".
            went.push_str(old.lead);
            came.push_str(new.lead);
            out.edit(&went, &came);
            went.clear();
            came.clear();
            out.push(WordOp::Equal, new.text);
        }
    }
    out.0
}

/// Cuts an edit round each bracket whose words stayed: "−[5]− +5+ −[6]−".
fn lifted(stretch: &Stretch, old: &[Token], new: &[Token]) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut from, mut to) = (stretch.old.start, stretch.new.start);
    let mut out = Vec::new();
    for at in stretch.old.clone() {
        let inner = old[at].text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
        let Some(inner) = inner.filter(|inner| !inner.is_empty()) else { continue };
        let inner = tokens(inner);
        let inner = &inner[..inner.len() - 1];
        let same = |start: &usize| {
            let there = new[*start..stretch.new.end].iter().map(|token| token.text);
            there.take(inner.len()).eq(inner.iter().map(|token| token.text))
        };
        if let Some(place) = (to..stretch.new.end).find(same).filter(|_| !inner.is_empty()) {
            out.push((from..at, to..place));
            out.push((at..at + 1, place..place + inner.len()));
            (from, to) = (at + 1, place + inner.len());
        }
    }
    out.push((from..stretch.old.end, to..stretch.new.end));
    out.retain(|(old, new)| !old.is_empty() || !new.is_empty());
    out
}

#[derive(Default)]
struct Out(Vec<Words>);

impl Out {
    fn push(&mut self, op: WordOp, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.op == op => last.text.push_str(text),
            _ => self.0.push(Words { op, text: text.to_owned() }),
        }
    }

    /// An edit; white space that both sides share at either end stays outside.
    fn edit(&mut self, went: &str, came: &str) {
        let head = shared_space(went.chars(), came.chars());
        let (went, came, prefix) = (&went[head..], &came[head..], &went[..head]);
        let tail = shared_space(went.chars().rev(), came.chars().rev());
        self.push(WordOp::Equal, prefix);
        self.push(WordOp::Delete, &went[..went.len() - tail]);
        self.push(WordOp::Insert, &came[..came.len() - tail]);
        self.push(WordOp::Equal, &went[went.len() - tail..]);
    }
}

/// Bytes of white space that both begin with.
fn shared_space(one: impl Iterator<Item = char>, two: impl Iterator<Item = char>) -> usize {
    one.zip(two).take_while(|(a, b)| a == b && a.is_whitespace()).map(|(a, _)| a.len_utf8()).sum()
}
