//! What follows a symbol and leaves part of it out: `, 4, 6 and 7`, `and Corr.1`, `to L.9`,
//! `and 76/19`.

use super::document;
use crate::mentions::Mention;
use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::stretch::digits_end;
use crate::terms::symbol::{self, MODIFIERS, Symbol};

/// After a symbol: `, 4, 6 and 7`, `and Corr.1`, `, L.3, and L.6`, `-6`. Returns the next token.
pub(super) fn find(passage: &Passage<'_>, from: usize, first: Symbol, found: &mut Vec<Mention>) -> usize {
    // A part goes with the symbol as first written, a number with what stands right before it.
    let mut base = first.clone();
    let mut index = from;
    loop {
        // A run: "Add.1-6".
        if passage.is_dash(index)
            && passage.is_glued(index)
            && passage.is_glued(index + 1)
            && let Some(symbol) = number_at(passage, index + 1).and_then(|number| base.with_number(&number))
        {
            let token = passage.tokens[index + 1];
            let mut mention = document(
                passage,
                token.start,
                token.end,
                symbol.print(),
                symbol.act.name(),
                false,
                "elliptic-run",
            );
            mention.attributes.insert("run_from", base.print());
            found.push(mention);
            base = symbol;
            index += 2;
            continue;
        }
        // A run of parts: "L.1 to L.9", "WP.1–WP.6".
        let to = passage.is_any(index, &["to", "through"]) || passage.is_dash(index);
        if to
            && let Some((end, parts)) = part_at(passage, index + 1)
            && parts.len() == 1
            && base.parts.last().zip(parts.first()).is_some_and(|(last, part)| same_kind(last, part))
        {
            let symbol = base.with_part(&parts[0]);
            let start = passage.tokens[index + 1].start;
            let (value, kind) = (symbol.print(), symbol.act.name());
            let mut mention = document(passage, start, end, value, kind, symbol.provisional, "elliptic-run");
            mention.attributes.insert("run_from", base.print());
            found.push(mention);
            index = passage.token_from(end);
            base = symbol;
            continue;
        }
        let Some(next) = passage.separator_end(index) else { return index };
        if let Some((end, symbol)) = session_at(passage, next, &base) {
            let start = passage.tokens[next].start;
            let (value, kind) = (symbol.print(), symbol.act.name());
            found.push(document(passage, start, end, value, kind, false, "elliptic-session"));
            index = passage.token_from(end);
            base = symbol;
            continue;
        }
        if let Some((end, parts)) = part_at(passage, next) {
            // A new symbol such as E/CN.7/… is left to the main loop: its first part has no full stop.
            let symbol = parts.iter().fold(first.clone(), |symbol, part| symbol.with_part(part));
            found.push(document(
                passage,
                passage.tokens[next].start,
                end,
                symbol.print(),
                symbol.act.name(),
                symbol.provisional,
                "elliptic-part",
            ));
            index = passage.token_from(end);
            base = symbol;
            continue;
        }
        let listed = number_at(passage, next).filter(|_| closes_list(passage, next + 1));
        let Some(symbol) = listed.and_then(|number| base.with_number(&number)) else { return index };
        let token = passage.tokens[next];
        found.push(document(
            passage,
            token.start,
            token.end,
            symbol.print(),
            symbol.act.name(),
            false,
            "elliptic-number",
        ));
        base = symbol;
        index = next + 1;
    }
}

fn number_at(passage: &Passage<'_>, index: usize) -> Option<String> {
    passage.number(index).filter(|number| (1..1000).contains(number)).map(|number| number.to_string())
}

/// "and 12 States" is no list of addenda: the number must be followed by the end of the list, or
/// by a word that cannot be what is counted.
fn closes_list(passage: &Passage<'_>, index: usize) -> bool {
    const AFTER: &[&str] = &[
        "and",
        "or",
        "was",
        "were",
        "is",
        "are",
        "in",
        "on",
        "for",
        "as",
        "which",
        "containing",
        "contain",
        "contains",
        "submitted",
        "before",
        "respectively",
        "to",
    ];
    match passage.tokens.get(index) {
        None => true,
        Some(token) if token.kind == TokenKind::Mark => {
            let mark = passage.chars[token.start];
            matches!(mark, ')' | ']' | ',' | ';' | ':') && !decimal(passage, index)
                || mark == '.' && !decimal(passage, index)
                || is_run(passage, index)
        }
        Some(_) => passage.is_any(index, AFTER),
    }
}

fn decimal(passage: &Passage<'_>, mark: usize) -> bool {
    passage.is_glued(mark) && passage.is_glued(mark + 1) && passage.number(mark + 1).is_some()
}

fn is_run(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_dash(index) && passage.is_glued(index) && passage.number(index + 1).is_some()
}

/// `Corr.1`, `L.5`, `INF/3`, `Add.1/Rev.2`: the part of a symbol that an ellipsis leaves.
fn part_at(passage: &Passage<'_>, index: usize) -> Option<(usize, Vec<String>)> {
    const KINDS: &[&str] = &["L", "CRP", "WP", "INF", "NGO", "R", "SR", "PV"];
    let token = passage.tokens.get(index)?;
    let word = passage.word(index);
    let kind = KINDS.iter().chain(MODIFIERS).find(|kind| {
        kind.len() == word.len()
            && kind.chars().zip(word).all(|(a, b)| a.eq_ignore_ascii_case(b))
            && word[0].is_uppercase()
    })?;
    let mut at = token.end;
    let joint = *passage.chars.get(at)?;
    if joint != '.' && !(joint == '/' && matches!(*kind, "INF" | "NGO")) {
        return None;
    }
    at += 1;
    if passage.chars.get(at) == Some(&' ') && passage.chars.get(at + 1).is_some_and(char::is_ascii_digit) {
        at += 1;
    }
    let number = symbol::scan_number(passage.chars, at)?;
    let mut parts = vec![format!("{kind}{joint}{}", number.text)];
    let mut last = number.end;
    // "Add.1/Rev.2"
    while passage.chars.get(last) == Some(&'/') {
        let next = passage.token_from(last + 1);
        let Some((end, mut more)) = part_at(passage, next).filter(|_| passage.is_glued(next)) else { break };
        parts.append(&mut more);
        last = end;
    }
    let glued = passage.chars.get(last).is_some_and(|c| c.is_alphanumeric());
    (!glued).then_some((last, parts))
}

/// `76/19` after `A/RES/75/240`: the same organ, another session.
fn session_at(passage: &Passage<'_>, index: usize, base: &Symbol) -> Option<(usize, Symbol)> {
    let session = passage.tokens.get(index).filter(|token| token.kind == TokenKind::Number)?;
    let number_end = digits_end(passage.chars, session.end + 1);
    let closed =
        !passage.chars.get(number_end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '%'));
    if passage.chars.get(session.end) != Some(&'/') || number_end == session.end + 1 || !closed {
        return None;
    }
    let text = |start: usize, end: usize| passage.text(start, end);
    let symbol = base.with_session(&text(session.start, session.end), &text(session.end + 1, number_end))?;
    (session.end - session.start <= 4 && number_end - session.end <= 5).then_some((number_end, symbol))
}

/// Whether both are of one series: `L.1` and `L.9`.
fn same_kind(one: &str, other: &str) -> bool {
    matches!((one.split_once('.'), other.split_once('.')), (Some((a, _)), Some((b, _))) if a == b)
}
