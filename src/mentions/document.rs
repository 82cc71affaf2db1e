//! Documents: symbols, the elliptic lists that follow them, resolutions and decisions in prose, URLs.

use super::passage::{Passage, TokenKind};
use super::{Context, Finder, Mention, MentionKind, pinpoint, resolution};
use crate::terms::stretch::digits_end;
use crate::terms::symbol::{self, MODIFIERS, Symbol};

/// Finds symbols and URLs itself and leaves prose to [`resolution`].
pub struct Documents;

impl Finder for Documents {
    fn kind(&self) -> MentionKind {
        MentionKind::Document
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "symbol",
            "bracketed-symbol",
            "elliptic-part",
            "elliptic-number",
            "elliptic-run",
            "assembly-of-health",
            "url",
            "numbered-resolution",
            "further-number",
            "session-number",
            "resolution-title",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        // A stroke, a dot or a bracketed session is in every document of whatever kind.
        if !passage.chars.iter().any(|c| matches!(c, '/' | '.' | '(')) {
            return;
        }
        symbols_and_urls(passage, found);
        resolution::find(passage, context, found);
        found.sort_by_key(|mention| mention.start);
        pinpoint::add(passage, found);
    }
}

fn symbols_and_urls(passage: &Passage<'_>, found: &mut Vec<Mention>) {
    let mut index = 0;
    // Where the last symbol ended: "E/2007/28-E/CN.7/2007/16" joins two by a hyphen.
    let mut last_end = 0;
    while index < passage.tokens.len() {
        let token = passage.tokens[index];
        if token.kind != TokenKind::Word {
            index += 1;
            continue;
        }
        if let Some(end) = url_end(passage, index) {
            let url = passage.text(token.start, end);
            let mut mention = passage.mention(MentionKind::Document, token.start, end, url, "url");
            mention.attributes.insert("type", "url".to_owned());
            found.push(mention);
            index = passage.token_from(end);
            continue;
        }
        let before = token.start.checked_sub(1).map(|at| passage.chars[at]);
        let free = match before {
            None => true,
            Some('-') => last_end > 0 && last_end + 1 == token.start,
            Some(c) => !(c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '@')),
        };
        if free && let Some((end, value)) = health_assembly(passage.chars, token.start) {
            found.push(document(passage, token.start, end, value, "symbol", false, "assembly-of-health"));
            index = passage.token_from(end);
            continue;
        }
        let Some((end, symbol)) = free.then(|| symbol::scan(passage.chars, token.start)).flatten() else {
            index += 1;
            continue;
        };
        let bracketed = before == Some('[') && passage.chars.get(end) == Some(&']');
        let rule = if bracketed { "bracketed-symbol" } else { "symbol" };
        let provisional = bracketed || symbol.provisional;
        found.push(document(passage, token.start, end, symbol.print(), kind_of(&symbol), provisional, rule));
        index = passage.token_from(end);
        last_end = end;
        index = ellipsis(passage, index, symbol, found);
        last_end = found.last().map_or(last_end, |mention| mention.end);
    }
}

fn kind_of(symbol: &Symbol) -> &'static str {
    if symbol.parts.iter().any(|part| matches!(part.as_str(), "RES" | "Res") || part.starts_with("RES.")) {
        "resolution"
    } else if symbol.parts.iter().any(|part| part == "DEC" || part.starts_with("DEC.")) {
        "decision"
    } else {
        "symbol"
    }
}

/// A document mention.
pub(super) fn document(
    passage: &Passage<'_>,
    start: usize,
    end: usize,
    value: String,
    kind: &str,
    provisional: bool,
    rule: &'static str,
) -> Mention {
    let mut mention = passage.mention(MentionKind::Document, start, end, value, rule);
    mention.attributes.insert("type", kind.to_owned());
    if provisional {
        mention.attributes.insert("provisional", "true".to_owned());
    }
    mention
}

/// `WHA52.18` and `EB148.R2` carry the session in the first word.
fn health_assembly(chars: &[char], at: usize) -> Option<(usize, String)> {
    let prefix = ["WHA", "EB"]
        .iter()
        .find(|prefix| prefix.chars().eq(chars[at..].iter().copied().take(prefix.len())))?;
    let session = at + prefix.len();
    let stop = digits_end(chars, session);
    if stop == session || chars.get(stop) != Some(&'.') {
        return None;
    }
    let mut number = stop + 1;
    if *prefix == "EB" {
        if chars.get(number) != Some(&'R') {
            return None;
        }
        number += 1;
    }
    let end = digits_end(chars, number);
    (end > number && !chars.get(end).is_some_and(|c| c.is_alphanumeric()))
        .then(|| (end, chars[at..end].iter().collect()))
}

/// After a symbol: `, 4, 6 and 7`, `and Corr.1`, `, L.3, and L.6`, `-6`. Returns the next token.
fn ellipsis(passage: &Passage<'_>, from: usize, first: Symbol, found: &mut Vec<Mention>) -> usize {
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
                kind_of(&symbol),
                false,
                "elliptic-run",
            );
            mention.attributes.insert("run_from", base.print());
            found.push(mention);
            base = symbol;
            index += 2;
            continue;
        }
        let Some(next) = passage.separator_end(index) else { return index };
        if let Some((end, parts)) = part_at(passage, next) {
            // A new symbol such as E/CN.7/… is left to the main loop: its first part has no full stop.
            let symbol = parts.iter().fold(first.clone(), |symbol, part| symbol.with_part(part));
            found.push(document(
                passage,
                passage.tokens[next].start,
                end,
                symbol.print(),
                kind_of(&symbol),
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
            kind_of(&symbol),
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

/// The end of the URL whose first word is the token at `index`.
fn url_end(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const HOSTS: &[&str] = &["undocs", "documents", "digitallibrary", "meetings", "journal"];
    let word = passage.word(index);
    let start = passage.tokens[index].start;
    let rest = &passage.chars[start + word.len()..];
    let scheme = passage.is_any(index, &["http", "https", "ftp"]) && rest.starts_with(&[':', '/', '/']);
    let host = passage.is_any(index, &["www"]) && rest.first() == Some(&'.');
    let known = passage.is_any(index, HOSTS)
        && rest.first() == Some(&'.')
        && rest.get(1).is_some_and(char::is_ascii_lowercase)
        && !(start > 0 && passage.chars[start - 1] == '.');
    if !(scheme || host || known) {
        return None;
    }
    let mut end = start;
    let mut open = 0_u32;
    while let Some(&c) = passage.chars.get(end) {
        match c {
            '(' => open += 1,
            ')' if open == 0 => break,
            ')' => open -= 1,
            _ if c.is_whitespace() => break,
            '<' | '>' | '"' | '“' | '”' | '[' | ']' => break,
            _ => {}
        }
        end += 1;
    }
    // The full stop of the sentence is not the address's.
    while end > start
        && matches!(passage.chars[end - 1], '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*')
    {
        end -= 1;
    }
    (end > start + word.len() + 2).then_some(end)
}
