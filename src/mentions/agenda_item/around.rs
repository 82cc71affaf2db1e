//! What stands round an item: whose agenda it is on, its title, and whether it is one at all.

use crate::mentions::passage::{Passage, TokenKind};
use crate::report::NodeKind;
use crate::terms::english::agenda::{AFTER_ITEM, BEFORE_ITEM, OTHER_LISTS};
use crate::terms::state;

use super::numbers::counts;

/// How many tokens before the noun may name another list.
const CLAUSE: usize = 14;

/// "of the [provisional] agenda [of the Council]": whose agenda, and the token after the phrase.
pub(super) fn agenda_of(passage: &Passage<'_>, from: usize) -> (Option<String>, Option<usize>) {
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
pub(super) fn title(passage: &Passage<'_>, from: usize) -> Option<String> {
    if let Some(title) = heading_title(passage, from) {
        return Some(title);
    }
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

/// "Agenda item 4: Adoption of the report": the rest of a line that begins with the item.
fn heading_title(passage: &Passage<'_>, from: usize) -> Option<String> {
    // "Provisional agenda item 12 (a):" is the longest beginning, no title is longer than so.
    const BEGINNING: usize = 8;
    const LONGEST: usize = 300;
    if !passage.is_mark(from, ':') || from > BEGINNING {
        return None;
    }
    let start = passage.tokens.get(from + 1)?.start;
    let end = passage.chars.len();
    let begins = passage.chars[start].is_uppercase() && end - start <= LONGEST;
    // A sentence is no title.
    let title = begins.then(|| passage.text(start, end)).filter(|title| !title.contains(". "))?;
    let title = title.trim_end().trim_end_matches('.');
    (!title.is_empty()).then(|| title.to_owned())
}

/// Whether a bare "item 5" is one of the agenda; `plural` for "items".
///
/// In a report it mostly is. Words of the work on an agenda say so; without them the sentence must
/// not speak of another list, and the number must not count what follows.
pub(super) fn is_agenda(passage: &Passage<'_>, index: usize, next: usize, plural: bool) -> bool {
    match passage.kind {
        NodeKind::Masthead => return true,
        NodeKind::Heading if index <= 1 => return true,
        _ => {}
    }
    if (next..next + 4).any(|at| passage.is_any(at, AFTER_ITEM)) {
        return true;
    }
    if passage.is_any(next, &["on", "in"]) && passage.is_any(next + 2, &["agenda"]) {
        return true;
    }
    let clause = (0..index)
        .rev()
        .take(CLAUSE)
        .take_while(|at| !passage.is_mark(*at, '.') && !passage.is_mark(*at, ';'));
    let (mut near, mut other) = (false, false);
    for at in clause {
        near |= index - at <= 6 && passage.is_any(at, BEFORE_ITEM);
        other |= passage.is_any(at, OTHER_LISTS);
    }
    if near {
        return true;
    }
    let running = matches!(passage.kind, NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered);
    let other = other || (next..next + 6).any(|at| passage.is_any(at, OTHER_LISTS));
    running && !other && !(plural && counts(passage, next))
}
