//! What is written behind the noun: "5", "3 to 5", "10 (a) and (b)", a blank; and its normal form.

use crate::mentions::passage::{Passage, TokenKind};
use crate::report::NodeKind;
use crate::terms::english::agenda::NOT_COUNTED;
use std::fmt::Write as _;

/// A number with the letters of its sub-items; `None` where the draft leaves it blank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item {
    number: Option<u32>,
    letters: Vec<String>,
}

/// The numbers behind the noun, which of them end a run, and the token after them.
pub(super) fn numbers(
    passage: &Passage<'_>,
    from: usize,
    plural: bool,
) -> Option<(Vec<Item>, Vec<bool>, usize)> {
    let (first, mut next) = number(passage, from)?;
    let mut items = vec![first];
    let mut runs = vec![false];
    loop {
        let run = passage.is_dash(next) || passage.is_any(next, &["to", "through"]);
        let at = if run { Some(next + 1) } else { passage.separator_end(next) };
        let Some(at) = at else { break };
        // The letters alone go with the number before: "2 (b) and (c)".
        let (more, end) = match letters(passage, at) {
            (letters, end) if !letters.is_empty() => {
                let number = items.last().and_then(|item| item.number);
                (Item { number, letters }, end)
            }
            _ => {
                let Some(more) = number(passage, at).filter(|_| plural || run || !items_end(passage, at))
                else {
                    break;
                };
                more
            }
        };
        // "item 5, 12 States spoke", "item 5 and 12 States".
        let lettered = passage.is_mark(end - 1, ')');
        if !run && !lettered && counts(passage, end) {
            break;
        }
        items.push(more);
        runs.push(run);
        next = end;
    }
    Some((items, runs, next))
}

/// After a singular noun a second number is believed only where it cannot count what follows.
fn items_end(passage: &Passage<'_>, at: usize) -> bool {
    !passage.is_any(at.saturating_sub(1), &["and", "or", "&"]) || counts(passage, at + 1)
}

/// A word that a number before it may count.
pub(super) fn counts(passage: &Passage<'_>, index: usize) -> bool {
    passage.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Word)
        && !passage.is_any(index, NOT_COUNTED)
        && !(passage.kind == NodeKind::Masthead)
}

/// "5", "10 (a)", "2 (b) (i)", "[8]", "___", "[x]", "X".
fn number(passage: &Passage<'_>, index: usize) -> Option<(Item, usize)> {
    if passage.is_taken(index) {
        return None;
    }
    if let Some(value) = passage.number(index).filter(|value| (1..=250).contains(value)) {
        let glued = passage.is_glued(index + 1)
            && passage.tokens.get(index + 1).is_some_and(|token| match token.kind {
                TokenKind::Mark => {
                    matches!(passage.chars[token.start], '%' | '/')
                        || matches!(passage.chars[token.start], '.' | ',') && passage.is_glued(index + 2)
                }
                _ => true,
            });
        if glued {
            return None;
        }
        let (letters, next) = letters(passage, index + 1);
        return Some((Item { number: Some(value), letters }, next));
    }
    if passage.is_mark(index, '[')
        && let Some(value) = passage.number(index + 1).filter(|value| (1..=250).contains(value))
        && passage.is_mark(index + 2, ']')
    {
        return Some((Item { number: Some(value), letters: Vec::new() }, index + 3));
    }
    let start = passage.tokens.get(index)?.start;
    let blank = passage.placeholder_at(start)?;
    let kind = blank.attributes.get("type").map(String::as_str);
    matches!(kind, Some("blank" | "ellipsis" | "variable"))
        .then(|| (Item { number: None, letters: Vec::new() }, passage.token_from(blank.end)))
}

/// "(a)", "(b) (ii)".
fn letters(passage: &Passage<'_>, from: usize) -> (Vec<String>, usize) {
    let mut found = Vec::new();
    let mut next = from;
    while passage.is_mark(next, '(') && passage.is_mark(next + 2, ')') {
        let word = passage.word(next + 1);
        let fits = word.len() <= 4
            && word.iter().all(|c| c.is_ascii_lowercase())
            && (word.len() <= 2 || word.iter().all(|c| matches!(c, 'i' | 'v' | 'x')));
        if !fits {
            break;
        }
        found.push(word.iter().collect());
        next += 3;
    }
    (found, next)
}

/// Numbers that follow one another make a range, however they are written: `3-5`, `3-5,7`, `2(b),2(c)`.
pub(super) fn print(items: &[Item], runs: &[bool]) -> String {
    let mut plain: Vec<u32> = Vec::new();
    let mut rest: Vec<String> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(number) = item.number else {
            rest.push("?".to_owned());
            continue;
        };
        if !item.letters.is_empty() {
            let letters: String = item.letters.iter().map(|letter| format!("({letter})")).collect();
            let joint = if runs[at] {
                rest.pop().map_or(String::new(), |from| format!("{from}-"))
            } else {
                String::new()
            };
            rest.push(format!("{joint}{number}{letters}"));
            continue;
        }
        let from = at.checked_sub(1).and_then(|before| items[before].number).filter(|_| runs[at]);
        match from {
            Some(from) if from < number => plain.extend(from..=number),
            _ => plain.push(number),
        }
    }
    plain.sort_unstable();
    plain.dedup();
    let mut out = String::new();
    let mut at = 0;
    while at < plain.len() {
        let mut last = at;
        while plain.get(last + 1) == Some(&(plain[last] + 1)) {
            last += 1;
        }
        let comma = if out.is_empty() { "" } else { "," };
        let _ = if last > at {
            write!(out, "{comma}{}-{}", plain[at], plain[last])
        } else {
            write!(out, "{comma}{}", plain[at])
        };
        at = last + 1;
    }
    for part in rest {
        if !out.is_empty() {
            out.push(',');
        }
        out.push_str(&part);
    }
    out
}
