//! Agenda items: "agenda items 3 to 5", "item 7, entitled “…”", "item 10 (a)", "sub-items 2 (b) and (c)".

use super::passage::{Passage, TokenKind};
use super::{Context, Finder, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::state;
use std::fmt::Write as _;

/// Finds agenda items by their numbers.
pub struct AgendaItems;

impl Finder for AgendaItems {
    fn kind(&self) -> MentionKind {
        MentionKind::AgendaItem
    }

    fn rules(&self) -> &'static [&'static str] {
        &["agenda-item", "item-number"]
    }

    fn find(&self, passage: &Passage<'_>, _: &mut Context, found: &mut Vec<Mention>) {
        let mut index = 0;
        while index < passage.tokens.len() {
            match item(passage, index) {
                Some((next, mention)) => {
                    found.push(mention);
                    index = next.max(index + 1);
                }
                None => index += 1,
            }
        }
    }
}

/// A number with the letters of its sub-items; `None` where the draft leaves it blank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    number: Option<u32>,
    letters: Vec<String>,
}

const ITEM: &[&str] = &["item", "sub-item", "subitem"];
const ITEMS: &[&str] = &["items", "sub-items", "subitems"];

/// What an item of something else is called by before it: "line item 3".
const OTHER_ITEMS: &[&str] = &[
    "line",
    "list",
    "news",
    "budget",
    "work",
    "inventory",
    "check",
    "object",
    "expenditure",
    "tariff",
    "food",
    "cost",
    "priority",
    "menu",
    "annex",
    "schedule",
    "table",
    "dual-use",
    "controlled",
    "control",
];

/// The agenda item whose noun is the token `index`, and the token after it.
fn item(passage: &Passage<'_>, index: usize) -> Option<(usize, Mention)> {
    let plural = passage.is_any(index, ITEMS);
    if !(plural || passage.is_any(index, ITEM)) || passage.is_taken(index) {
        return None;
    }
    let before = |back: usize, words: &[&str]| index >= back && passage.is_any(index - back, words);
    // "agenda item 5", "agenda sub-item 5 (a)", "provisional agenda item 5".
    let named = before(1, &["agenda"]);
    if before(1, OTHER_ITEMS) {
        return None;
    }
    let (items, runs, next) = numbers(passage, index + 1, plural)?;
    let (owner, after) = agenda_of(passage, next);
    let title = title(passage, after.unwrap_or(next));
    if !(named || after.is_some() || title.is_some() || is_considered(passage, index, next)) {
        return None;
    }
    // "item 3 of the list": an item of another thing.
    if !named && after.is_none() && passage.is_any(next, &["of"]) {
        return None;
    }
    let first = if named { index - 1 } else { index };
    let (start, end) = (passage.tokens[first].start, passage.tokens[next - 1].end);
    let rule = if named { "agenda-item" } else { "item-number" };
    let mut mention = passage.mention(MentionKind::AgendaItem, start, end, print(&items, &runs), rule);
    if let Some(owner) = owner {
        mention.attributes.insert("agenda_of", owner);
    }
    if let Some(title) = title {
        mention.attributes.insert("title", title);
    }
    Some((next, mention))
}

/// The numbers behind the noun, which of them end a run, and the token after them.
fn numbers(passage: &Passage<'_>, from: usize, plural: bool) -> Option<(Vec<Item>, Vec<bool>, usize)> {
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
fn counts(passage: &Passage<'_>, index: usize) -> bool {
    const NOT_COUNTED: &[&str] = &[
        "of",
        "at",
        "in",
        "on",
        "and",
        "or",
        "to",
        "as",
        "was",
        "were",
        "is",
        "are",
        "together",
        "jointly",
        "under",
        "above",
        "below",
        "entitled",
        "by",
        "for",
        "from",
        "during",
        "with",
        "concurrently",
        "that",
        "which",
        "it",
        "the",
        "had",
        "has",
        "be",
        "also",
        "until",
        "respectively",
        "will",
        "would",
        "without",
        "through",
    ];
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
fn print(items: &[Item], runs: &[bool]) -> String {
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

/// "of the [provisional] agenda [of the Council]": whose agenda, and the token after the phrase.
fn agenda_of(passage: &Passage<'_>, from: usize) -> (Option<String>, Option<usize>) {
    if !passage.is_any(from, &["of", "on", "in", "from"]) {
        return (None, None);
    }
    let mut at = from + 1;
    if !passage.is_any(at, &["the", "its", "their"]) {
        return (None, None);
    }
    at += 1;
    while passage
        .is_any(at, &["provisional", "adopted", "draft", "annotated", "proposed", "present", "substantive"])
    {
        at += 1;
    }
    if !passage.is_any(at, &["agenda"]) {
        return (None, None);
    }
    at += 1;
    if !passage.is_any(at, &["of", "for"]) || !passage.is_any(at + 1, &["the"]) {
        return (None, Some(at));
    }
    // A body is written with capitals: "of the Economic and Social Council".
    let first = at + 2;
    let mut end = first;
    let capital = |at: usize| {
        passage
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase())
    };
    while capital(end)
        || end > first
            && passage.is_any(end, &["and", "on", "of", "for", "the"])
            && (capital(end + 1) || capital(end + 2))
            && end < first + 16
    {
        end += 1;
    }
    if end == first || !capital(first) {
        return (None, Some(at));
    }
    let owner = passage.text(passage.tokens[first].start, passage.tokens[end - 1].end);
    (Some(owner), Some(end))
}

/// ", entitled “…”" or "(“…”)": the title without its quotation marks.
fn title(passage: &Passage<'_>, from: usize) -> Option<String> {
    let mut at = from;
    if passage.is_mark(at, ',') || passage.is_mark(at, '(') || passage.is_mark(at, ':') {
        at += 1;
    }
    if passage.is_any(at, &["entitled", "titled"]) {
        at += 1;
    }
    // "item 4 (Adoption of the report)": no quotation marks needed.
    if passage.is_mark(from, '(') && at == from + 1 && !passage.is_taken(at) {
        let token = passage.tokens.get(at)?;
        if token.kind == TokenKind::Word
            && token.end - token.start > 1
            && passage.chars[token.start].is_uppercase()
        {
            let close = (at + 1..passage.tokens.len()).take(60).find(|at| passage.is_mark(*at, ')'))?;
            let title = &passage.chars[token.start..passage.tokens[close - 1].end];
            // "item 4 (Utopia)" is who spoke.
            return (!state::is_name(title)).then(|| title.iter().collect());
        }
    }
    let close = match passage.chars.get(passage.tokens.get(at)?.start)? {
        '“' => '”',
        '"' => '"',
        _ => return None,
    };
    let start = passage.tokens[at].end;
    let end = (at + 1..passage.tokens.len()).take(120).find(|at| passage.is_mark(*at, close))?;
    let text = passage.text(start, passage.tokens[end].start);
    let text = text.trim().trim_end_matches(',').trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether the words near make a bare "item 5" one of the agenda.
fn is_considered(passage: &Passage<'_>, index: usize, next: usize) -> bool {
    const BEFORE: &[&str] = &[
        "under",
        "considered",
        "consider",
        "considering",
        "consideration",
        "discussed",
        "discuss",
        "concluded",
        "agenda",
        "took",
        "addressed",
        "began",
        "resumed",
        "continued",
        "debate",
        "allocated",
        "include",
        "included",
        "including",
        "closed",
        "opened",
        "reopened",
        "introduced",
        "regarding",
        "concerning",
        "on",
    ];
    if passage.kind == NodeKind::Masthead {
        return true;
    }
    if passage.kind == NodeKind::Heading && index <= 1 {
        return true;
    }
    const AFTER: &[&str] =
        &["considered", "concluded", "taken", "allocated", "discussed", "deferred", "introduced"];
    if (next..next + 4).any(|at| passage.is_any(at, AFTER)) {
        return true;
    }
    if passage.is_any(next, &["on", "in"]) && passage.is_any(next + 2, &["agenda"]) {
        return true;
    }
    (1..=6).any(|back| {
        index >= back
            && (index - back..index).all(|at| !passage.is_mark(at, '.') && !passage.is_mark(at, ';'))
            && passage.is_any(index - back, BEFORE)
    })
}
