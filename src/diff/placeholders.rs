//! The ledger: what became of every blank, bracket and instruction.

use super::actors::is_number_word;
use super::alternatives::{self, Fate};
use super::joined::{Found, Joined};
use super::tokens::tokens;
use super::words::Edit;
use super::{Change, ChangeOp, End, LedgerLine, Weight};
use crate::mentions::{Mention, MentionKind};
use std::ops::Range;

/// An edit with more words than this beside the placeholder rewrote the passage: what stands
/// there now does not fill the blank.
const PASSAGE: usize = 12;

/// The rule of a placeholder in whose place another one stands now.
pub(crate) const STILL_OPEN: &str = "placeholder-still-open";

/// So many characters put in beside a new placeholder are more than another way to write the old one.
const BESIDE: usize = 24;

/// What the placeholders of one pair became, and the stretches that this explains.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// One line for each placeholder of OLD, then one for each that is new.
    pub ledger: Vec<LedgerLine>,
    /// What a reader should know of them.
    pub changes: Vec<Change>,
    /// Characters of OLD that the changes explain.
    pub old: Vec<Range<usize>>,
    /// Characters of NEW that the changes explain.
    pub new: Vec<Range<usize>>,
}

/// Settles the placeholders of one pair in the light of its edits.
pub(crate) fn settle(old: &Joined, new: &Joined, edits: &[Edit]) -> Settled {
    let mut settled = Settled::default();
    let is_placeholder = |found: &&Found| found.mention.kind == MentionKind::Placeholder;
    let mut open: Vec<Option<&Found>> = new.mentions.iter().filter(is_placeholder).map(Some).collect();
    // Those that stayed as they are take their own before others can.
    let olds: Vec<&Found> = old.mentions.iter().filter(is_placeholder).collect();
    let twins: Vec<Option<&Found>> = {
        let mut twins = vec![None; olds.len()];
        for exact in [true, false] {
            for (found, twin) in olds.iter().zip(&mut twins).filter(|(_, twin)| twin.is_none()) {
                *twin = take_twin(found, exact, edits, &mut open);
            }
        }
        twins
    };
    let is_open = |at: usize| twins.get(at).is_some_and(Option::is_some);
    let (fates, between) = alternatives::fates(&olds, &is_open, [old, new], edits);
    settled.old.extend(between);
    for ((found, twin), fate) in olds.into_iter().zip(twins).zip(fates) {
        match fate {
            Some(fate) => settle_alternative(&mut settled, found, fate, new),
            None => settle_one(&mut settled, found, old, new, edits, twin),
        }
    }
    for found in open.into_iter().flatten() {
        let end = End { value: Some(found.mention.value.clone()), ..end(found) };
        settled.ledger.push(LedgerLine {
            state: "new",
            kind: kind(found.mention),
            old: None,
            new: vec![end.clone()],
        });
        settled.changes.push(change(ChangeOp::Opened, "placeholder-opened", None, Some(end), found.mention));
        settled.new.push(found.span.clone());
    }
    settled
}

/// The placeholder of NEW at the same place: the same one (`exact`), or another that replaced it.
fn take_twin<'f, 'a>(
    found: &Found,
    exact: bool,
    edits: &[Edit],
    open: &mut [Option<&'f Found<'a>>],
) -> Option<&'f Found<'a>> {
    let place = whereabouts(&found.span, edits);
    let expects = |found: &Found| found.mention.attributes.get("expects").cloned();
    let fits = |candidate: &Option<&Found>, alike: bool| {
        candidate.is_some_and(|other| {
            let same_text = other.mention.text == found.mention.text;
            if exact {
                return same_text && touches(&other.span, &place);
            }
            let beside = place.len().saturating_sub(other.span.len());
            !is_kept(found, edits)
                && other.span.start < place.end
                && place.start < other.span.end
                && (same_text || beside <= BESIDE)
                && (!alike || expects(other) == expects(found))
        })
    };
    let alike = open.iter().position(|candidate| fits(candidate, true));
    let at = alike.or_else(|| open.iter().position(|candidate| fits(candidate, false)))?;
    open[at].take()
}

/// A bracket beside which another offer stood.
fn settle_alternative(settled: &mut Settled, found: &Found, fate: Fate, new: &Joined) {
    let (state, op, rule, now) = match fate {
        Fate::Dropped => ("dropped", ChangeOp::Removed, "placeholder-dropped", None),
        Fate::Adopted(range) => {
            let id = new.id_at(range.start).to_owned();
            let now = End { id, text: new.cut(range.clone()), value: None };
            settled.new.push(range);
            ("lifted", ChangeOp::Lifted, "brackets-lifted", Some(now))
        }
    };
    settled.old.push(found.span.clone());
    let (kind, new) = (kind(found.mention), now.clone().into_iter().collect());
    settled.ledger.push(LedgerLine { state, kind, old: Some(end(found)), new });
    settled.changes.push(change(op, rule, Some(end(found)), now, found.mention));
}

fn settle_one(
    settled: &mut Settled,
    found: &Found,
    old: &Joined,
    new: &Joined,
    edits: &[Edit],
    twin: Option<&Found>,
) {
    let place = whereabouts(&found.span, edits);
    let mut line =
        LedgerLine { state: "still_open", kind: kind(found.mention), old: Some(end(found)), new: Vec::new() };
    if let Some(twin) = twin {
        line.new.push(end(twin));
        if twin.mention.text != found.mention.text {
            let (was, now) = (Some(end(found)), Some(end(twin)));
            settled.changes.push(change(ChangeOp::Changed, STILL_OPEN, was, now, found.mention));
        }
        settled.ledger.push(line);
        settled.old.push(found.span.clone());
        settled.new.push(twin.span.clone());
        return;
    }
    if is_kept(found, edits) && !found.span.is_empty() {
        // It stands there in the same letters, though nothing was found there.
        line.new.push(End { id: new.id_at(place.start).to_owned(), ..end(found) });
        settled.ledger.push(line);
        return;
    }
    let (range, passage) = replacement(&found.span, &place, old, new, edits);
    let range = filled(range, found, new);
    let text = filler_text(&new.cut(range.clone()), found);
    let filler = End { id: new.id_at(range.start).to_owned(), text: text.clone(), value: None };
    let (state, op, rule) =
        if is_lifted(found.mention, &text) || (found.span.is_empty() && !new.nodes.is_empty()) {
            ("lifted", ChangeOp::Lifted, "brackets-lifted")
        } else if text.is_empty() || passage {
            ("dropped", ChangeOp::Removed, "placeholder-dropped")
        } else if kind(found.mention).starts_with("bracketed") {
            // There was no blank: other words stand there than those in the brackets.
            ("filled", ChangeOp::Filled, "brackets-replaced")
        } else {
            ("filled", ChangeOp::Filled, "placeholder-filled")
        };
    let filler = (state != "dropped").then_some(filler);
    line.state = state;
    line.new.extend(filler.clone());
    settled.ledger.push(line);
    settled.changes.push(change(op, rule, Some(end(found)), filler, found.mention));
    settled.old.push(found.span.clone());
    if state != "dropped" {
        settled.new.push(range);
    }
}

/// The words that fill a blank. The full stop behind a number that fills one ("59/…" → "59/25.")
/// belongs to the label, not to the number.
fn filler_text(text: &str, found: &Found) -> String {
    let text = text.trim();
    let bare = text.trim_end_matches(['.', ',', ';', ':']);
    let one_word = !bare.contains(char::is_whitespace) && bare.chars().any(char::is_alphanumeric);
    let stops = found.mention.text.ends_with(['.', ',', ';', ':']);
    if one_word && !stops { bare } else { text }.to_owned()
}

/// The ledger of a pair that has only one side.
pub(crate) fn one_sided(side: &Joined, is_old: bool) -> Settled {
    let nothing = Joined::default();
    let length = side.text.chars().count();
    let edit = |old: Range<usize>, new: Range<usize>| Edit {
        old,
        new,
        deleted: String::new(),
        inserted: String::new(),
    };
    match is_old {
        true => settle(side, &nothing, &[edit(0..length, 0..0)]),
        false => settle(&nothing, side, &[edit(0..0, 0..length)]),
    }
}

/// The characters that fill a blank for a number: "9th" of "9th plenary", "nine" of "nine plenary".
fn filled(range: Range<usize>, found: &Found, new: &Joined) -> Range<usize> {
    let expects = found.mention.attributes.get("expects").map(String::as_str);
    let is_blank = matches!(kind(found.mention).as_str(), "blank" | "ellipsis" | "variable");
    if !is_blank || !matches!(expects, None | Some("number" | "meeting ordinal")) {
        return range;
    }
    let text = new.cut(range.clone());
    let all = tokens(&text);
    let (mut at, mut first, mut last) = (0, None, 0);
    for token in &all {
        let start = at + token.lead.chars().count();
        at = start + token.text.chars().count();
        if is_number_word(token.text) || token.text.eq_ignore_ascii_case("hundred") {
            first = first.or(Some(start));
            last = at;
        } else if first.is_some() && !matches!(token.text, "-" | "\u{2011}" | "–" | "," | "and" | "to" | "or")
        {
            break;
        }
    }
    // Words before the number fill the blank too: "at its 10 plenary meetings".
    match first {
        Some(0) => range.start..range.start + last,
        Some(first) if expects.is_some() && text[..].chars().take(first).all(char::is_whitespace) => {
            range.start + first..range.start + last
        }
        _ => range,
    }
}

/// True if no character of it was taken out.
pub(crate) fn is_kept(found: &Found, edits: &[Edit]) -> bool {
    !edits.iter().any(|edit| edit.old.start < found.span.end && edit.old.end > found.span.start)
}

/// Touching counts: a blank next to an insertion may be part of it.
fn touches(one: &Range<usize>, two: &Range<usize>) -> bool {
    one.start <= two.end && two.start <= one.end
}

/// The characters of NEW that stand where these characters of OLD stood.
pub(crate) fn whereabouts(span: &Range<usize>, edits: &[Edit]) -> Range<usize> {
    let (mut start, mut end) = (None, None);
    let mut shift = 0isize;
    for edit in edits {
        let (from, to) = (&edit.old, &edit.new);
        if start.is_none() && span.start < from.start {
            start = Some(span.start.saturating_add_signed(shift));
        }
        if end.is_none() && span.end <= from.start {
            end = Some(span.end.saturating_add_signed(shift));
        }
        if start.is_none() && span.start < from.end {
            start = Some(to.start);
        }
        if end.is_none() && span.end <= from.end {
            end = Some(to.end);
        }
        shift = to.end as isize - from.end as isize;
    }
    let start = start.unwrap_or_else(|| span.start.saturating_add_signed(shift));
    let end = end.unwrap_or_else(|| span.end.saturating_add_signed(shift));
    start..end.max(start)
}

/// What replaced a placeholder: the characters of NEW without the words round it that changed
/// too, and whether so many changed that the passage was rewritten.
pub(crate) fn replacement(
    span: &Range<usize>,
    place: &Range<usize>,
    old: &Joined,
    new: &Joined,
    edits: &[Edit],
) -> (Range<usize>, bool) {
    let over = |edit: &&Edit| edit.old.start < span.end && edit.old.end > span.start;
    let first = edits.iter().find(over).map_or(span.start, |edit| edit.old.start);
    let last = edits.iter().rev().find(over).map_or(span.end, |edit| edit.old.end);
    let before = old.cut(first.min(span.start)..span.start);
    let after = old.cut(span.end..last.max(span.end));
    let beside = tokens(&before).len() + tokens(&after).len() - 2;
    let text = new.cut(place.clone());
    let head = if text.starts_with(&before) {
        before.chars().count()
    } else {
        leading(&text, tokens(&before).len() - 1)
    };
    let reversed: String = text.chars().rev().collect();
    let tail = if text.ends_with(&after) {
        after.chars().count()
    } else {
        let back: String = after.chars().rev().collect();
        leading(&reversed, tokens(&back).len() - 1)
    };
    let length = text.chars().count();
    if head + tail >= length {
        return (place.clone(), beside > PASSAGE);
    }
    (place.start + head..place.end - tail, beside > PASSAGE)
}

/// The characters that the first `count` tokens take; nothing if that would leave no token.
fn leading(text: &str, count: usize) -> usize {
    let tokens = tokens(text);
    if tokens.len() - 1 <= count {
        return 0;
    }
    tokens[..count].iter().map(|token| token.lead.chars().count() + token.text.chars().count()).sum()
}

/// The brackets went and the words stayed.
fn is_lifted(mention: &Mention, text: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let inner = letters(&mention.text);
    kind(mention).starts_with("bracketed") && !inner.is_empty() && letters(text) == inner
}

fn kind(mention: &Mention) -> String {
    mention.attributes.get("type").cloned().unwrap_or_else(|| "blank".to_owned())
}

fn end(found: &Found) -> End {
    End { id: found.node.to_owned(), text: found.mention.text.clone(), value: None }
}

fn change(op: ChangeOp, rule: &'static str, old: Option<End>, new: Option<End>, of: &Mention) -> Change {
    let note = of.attributes.get("expects").cloned();
    Change { kind: "placeholder", op, weight: Weight::Substantive, rule, old, new, note }
}
