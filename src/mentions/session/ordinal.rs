//! Ordinals before a noun: one, a list, a run; in words, figures, Roman numerals, or still blank.

use crate::mentions::numeral::ordinal_at;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::sitting::KINDS_BEFORE;

/// An ordinal, or a run of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    /// `None` for a blank.
    pub(super) first: Option<u32>,
    /// The other end of a run: `Some(None)` where that is blank.
    pub(super) last: Option<Option<u32>>,
    /// The first token: of the kinds before the ordinal, "resumed", or of the ordinal itself.
    pub(super) from: usize,
    /// How many tokens stand before the ordinal.
    pub(super) kinds_before: usize,
    /// First character.
    pub(super) start: usize,
    /// Last character, exclusive.
    pub(super) end: usize,
}

/// The elements of a list that begins with the token at `index`, and the token after them.
pub(super) fn elements(passage: &Passage<'_>, index: usize) -> Option<(Vec<Element>, usize)> {
    let (first, mut next) = element(passage, index)?;
    let mut elements = vec![first];
    while let Some((element, after)) = separated(passage, past_aside(passage, next))
        .and_then(|separated| element(passage, past_determiner(passage, separated)))
    {
        elements.push(element);
        next = after;
    }
    Some((elements, next))
}

/// The token after a separator: also the stroke of "3rd/4th".
fn separated(passage: &Passage<'_>, index: usize) -> Option<usize> {
    if passage.is_mark(index, '/') {
        return Some(index + 1);
    }
    passage.separator_end(index)
}

fn past_determiner(passage: &Passage<'_>, index: usize) -> usize {
    index + usize::from(passage.is_any(index, &["its", "the", "their"]))
}

/// "280th (opening) to 283rd", "first (Harbour City, 2031) and second": what stands in parentheses
/// after one ordinal of a list. The token after it, or `index` where there is nothing of the kind.
pub(super) fn past_aside(passage: &Passage<'_>, index: usize) -> usize {
    // The place and the days of a session fit into so many tokens.
    const LONGEST: usize = 24;
    if !passage.is_mark(index, '(') {
        return index;
    }
    let mut depth = 0_usize;
    for at in index..index + LONGEST {
        if passage.is_mark(at, '(') {
            depth += 1;
        } else if passage.is_mark(at, ')') {
            depth -= 1;
        }
        if depth == 0 {
            return at + 1;
        }
    }
    index
}

/// How many words such as "further resumed" begin at the token `index`.
fn kinds_before(passage: &Passage<'_>, index: usize) -> usize {
    (index..index + 3).take_while(|at| passage.is_any(*at, KINDS_BEFORE)).count()
}

fn element(passage: &Passage<'_>, from: usize) -> Option<(Element, usize)> {
    let mut kinds_before = kinds_before(passage, from);
    let mut ordinal = from + kinds_before;
    // "its (resumed) 6th meeting".
    if kinds_before == 0 && passage.is_mark(from, '(') {
        let inside = self::kinds_before(passage, from + 1);
        if inside > 0 && passage.is_mark(from + 1 + inside, ')') {
            (kinds_before, ordinal) = (inside + 2, from + inside + 2);
        }
    }
    let (first, start, next) = single(passage, ordinal)?;
    let start = if kinds_before > 0 { passage.tokens[from].start } else { start };
    let end = passage.tokens[next - 1].end;
    let mut element = Element { first, last: None, from, kinds_before, start, end };
    let to = past_aside(passage, next);
    if passage.is_any(to, &["to", "through", "until"]) || passage.is_dash(to) {
        let other = past_determiner(passage, to + 1);
        if let Some((last, _, after)) = single(passage, other)
            && (first.is_none() || last.is_none() || first < last)
        {
            element.last = Some(last);
            element.end = passage.tokens[after - 1].end;
            return Some((element, after));
        }
    }
    Some((element, next))
}

/// One ordinal: its number, its first character and the token after it.
fn single(passage: &Passage<'_>, index: usize) -> Option<(Option<u32>, usize, usize)> {
    let token = passage.tokens.get(index)?;
    if token.kind == TokenKind::Mark {
        let placeholder = passage.placeholder_at(token.start);
        if let Some(placeholder) = placeholder
            && matches!(
                placeholder.attributes.get("type").map(String::as_str),
                Some("blank" | "ellipsis" | "variable")
            )
        {
            let next = passage.token_from(placeholder.end);
            let next = next + usize::from(passage.is_any(next, &["st", "nd", "rd", "th"]));
            return Some((None, token.start, next));
        }
        // "[283rd] meeting": a value to confirm.
        if passage.is_mark(index, '[')
            && let Some((Some(number), _, next)) = single_written(passage, index + 1)
            && passage.is_mark(next, ']')
        {
            return Some((Some(number), token.start, next + 1));
        }
        return None;
    }
    if let Some(placeholder) = passage.placeholder_at(token.start)
        && placeholder.attributes.get("type").is_some_and(|kind| kind == "variable")
    {
        let next = passage.token_from(placeholder.end);
        let next = next + usize::from(passage.is_any(next, &["st", "nd", "rd", "th"]));
        return Some((None, token.start, next));
    }
    single_written(passage, index)
}

fn single_written(passage: &Passage<'_>, index: usize) -> Option<(Option<u32>, usize, usize)> {
    let token = passage.tokens.get(index)?;
    if passage.is_taken(index) {
        return None;
    }
    match token.kind {
        TokenKind::Number => {
            if let Some((number, next)) = ordinal_at(passage, index) {
                return Some((Some(number), token.start, next));
            }
            let number = passage.number(index)?;
            let glued_to_word = passage.is_glued(index) && !passage.is_dash(index - 1);
            // "17 th": the raised letters came loose. "4th–6th": a dash before it.
            let is_ordinal = passage.is_any(index + 1, &["st", "nd", "rd", "th"]);
            (is_ordinal && !glued_to_word).then_some((Some(number), token.start, index + 2))
        }
        TokenKind::Word => {
            let (number, next) = ordinal_at(passage, index).or_else(|| roman(passage, index))?;
            Some((Some(number), token.start, next))
        }
        TokenKind::Mark => None,
    }
}

/// "the IV Special Session".
pub(super) fn roman(passage: &Passage<'_>, index: usize) -> Option<(u32, usize)> {
    const DIGITS: [(char, i32); 5] = [('I', 1), ('V', 5), ('X', 10), ('L', 50), ('C', 100)];
    let word = passage.word(index);
    if word.is_empty() || word.len() > 8 {
        return None;
    }
    let part = index > 0 && passage.is_any(index - 1, &["annex", "section", "chapter", "protocol", "title"]);
    let digit = |c: &char| DIGITS.iter().find(|(digit, _)| digit == c).map(|(_, value)| *value);
    let digits: Option<Vec<i32>> = word.iter().map(digit).collect();
    let digits = digits.filter(|_| !part)?;
    let mut number = 0;
    for (at, digit) in digits.iter().enumerate() {
        match digits.get(at + 1) {
            Some(next) if next > digit => number -= digit,
            _ => number += digit,
        }
    }
    Some((u32::try_from(number).ok()?, index + 1))
}
