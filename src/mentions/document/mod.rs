//! Documents: symbols, the elliptic lists that follow them, resolutions and decisions in prose,
//! treaties, URLs.

mod ellipsis;
mod url;

use super::passage::{Passage, TokenKind};
use super::{Context, Finder, Mention, MentionKind, pinpoint, resolution, treaty};
use crate::terms::symbol;

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
            "elliptic-session",
            "url",
            "numbered-resolution",
            "further-number",
            "session-number",
            "resolution-title",
            "treaty-name",
            "treaty-title",
            "treaty-short",
            "treaty-series",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        // A stroke, a dot, a hyphen or a bracketed session is in every number of a document.
        if passage.chars.iter().any(|c| matches!(c, '/' | '.' | '(' | '-')) {
            symbols_and_urls(passage, found);
            resolution::find(passage, context, found);
            found.sort_by_key(|mention| mention.start);
        }
        treaty::find(passage, context, found);
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
        // "41 C/5" of UNESCO begins with a number.
        let begins = token.kind == TokenKind::Word
            || token.kind == TokenKind::Number && (passage.is(index + 1, "C") || passage.is(index + 1, "EX"));
        if !begins {
            index += 1;
            continue;
        }
        if let Some(end) = url::end(passage, index) {
            // A line's end inside is no part of the address.
            let url: String = passage.chars[token.start..end].iter().filter(|c| **c != ' ').collect();
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
        let Some((end, symbol)) = free.then(|| symbol::scan(passage.chars, token.start)).flatten() else {
            index += 1;
            continue;
        };
        let bracketed = before == Some('[') && passage.chars.get(end) == Some(&']');
        let rule = if bracketed { "bracketed-symbol" } else { "symbol" };
        let provisional = bracketed || symbol.provisional;
        found.push(document(passage, token.start, end, symbol.print(), symbol.act.name(), provisional, rule));
        index = passage.token_from(end);
        last_end = end;
        index = ellipsis::find(passage, index, symbol, found);
        last_end = found.last().map_or(last_end, |mention| mention.end);
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
