//! Pinpoints: "paragraph 5 of resolution …", "resolution …, annex". They stay outside the mention's
//! text and become its attribute.

use super::passage::{Passage, TokenKind};
use super::{Mention, MentionKind};

/// The nouns, and the one word that each is written as in the attribute.
const NOUNS: &[(&str, &str)] = &[
    ("paragraph", "paragraph"),
    ("paragraphs", "paragraphs"),
    ("para", "paragraph"),
    ("paras", "paragraphs"),
    ("subparagraph", "subparagraph"),
    ("subparagraphs", "subparagraphs"),
    ("article", "article"),
    ("articles", "articles"),
    ("art", "article"),
    ("section", "section"),
    ("sections", "sections"),
    ("sect", "section"),
    ("chapter", "chapter"),
    ("chap", "chapter"),
    ("part", "part"),
    ("annex", "annex"),
    ("annexes", "annexes"),
    ("appendix", "appendix"),
    ("rule", "rule"),
    ("table", "table"),
];

/// A pinpoint longer than this many tokens is another sentence.
const LONGEST: usize = 60;

/// Adds the attribute `pinpoint` to the mentions that have one; `found` is in order of the text.
pub fn add(passage: &Passage<'_>, found: &mut [Mention]) {
    for mention in found.iter_mut().filter(|mention| mention.kind == MentionKind::Document) {
        if mention.rule == "url" {
            continue;
        }
        let first = passage.token_from(mention.start);
        let next = passage.token_from(mention.end);
        if let Some(pinpoint) = before(passage, first).or_else(|| after(passage, next)) {
            mention.attributes.insert("pinpoint", pinpoint);
        }
    }
}

fn noun(passage: &Passage<'_>, index: usize) -> Option<&'static str> {
    let token = passage.tokens.get(index).filter(|token| token.kind == TokenKind::Word)?;
    if token.end - token.start > 13 {
        return None;
    }
    NOUNS.iter().find(|(name, _)| passage.is_any(index, &[name])).map(|(_, printed)| *printed)
}

/// "paragraphs 5 and 6 (a) of [the annex to] ‹mention›".
fn before(passage: &Passage<'_>, mention: usize) -> Option<String> {
    let mut end = mention;
    let mut found: Option<String> = None;
    loop {
        let mut at = end;
        while at > 0
            && passage
                .is_any(at - 1, &["the", "its", "that", "said", "document", "general", "draft", "their"])
        {
            at -= 1;
        }
        if at == 0 || !passage.is_any(at - 1, &["of", "to", "in"]) {
            return found;
        }
        let last = at - 1;
        let floor = last.saturating_sub(LONGEST);
        let mut index = last;
        let start = loop {
            if index == floor {
                return found;
            }
            index -= 1;
            if noun(passage, index).is_some() {
                break index;
            }
            if !is_number_part(passage, index) {
                return found;
            }
        };
        // "in part of" names nothing: every noun but an annex needs its number.
        let name = noun(passage, start)?;
        if start + 1 == last && !name.starts_with("annex") && name != "appendix" {
            return found;
        }
        let printed = print(passage, start, last);
        found = Some(found.map_or(printed.clone(), |inner| format!("{printed} of the {inner}")));
        end = start;
    }
}

/// "‹mention›, paras. 5 and 6", "‹mention›, annex I".
fn after(passage: &Passage<'_>, next: usize) -> Option<String> {
    if !passage.is_mark(next, ',') {
        return None;
    }
    let start = next + 1;
    let name = noun(passage, start)?;
    let mut end = start + 1;
    while end < passage.tokens.len() && end < start + LONGEST && is_number_part(passage, end) {
        end += 1;
    }
    // What the list ended with belongs to the sentence.
    while end > start + 1
        && (passage.is_any(end - 1, &["and", "to", "or"])
            || passage.is_mark(end - 1, ',')
            || passage.is_mark(end - 1, '.')
            || passage.is_dash(end - 1)
            || passage.is_mark(end - 1, '(')
            || (passage.is_mark(end - 1, ')') && !(start..end).any(|at| passage.is_mark(at, '('))))
    {
        end -= 1;
    }
    if end == start + 1 && !name.starts_with("annex") && name != "appendix" {
        return None;
    }
    Some(print(passage, start, end))
}

/// "annex." ends a sentence; "paras." goes on.
fn is_abbreviated(passage: &Passage<'_>, noun: usize) -> bool {
    passage.is_any(noun, &["para", "paras", "art", "sect", "chap"])
}

fn is_number_part(passage: &Passage<'_>, index: usize) -> bool {
    let Some(token) = passage.tokens.get(index) else { return false };
    let word = passage.word(index);
    match token.kind {
        TokenKind::Number => word.len() <= 3,
        TokenKind::Mark => {
            matches!(word[0], ',' | '(' | ')')
                || (word[0] == '.' && index > 0 && is_abbreviated(passage, index - 1))
                || passage.is_dash(index)
        }
        TokenKind::Word => {
            word.len() == 1
                || word.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'))
                || passage.is_any(index, &["and", "to", "or", "bis", "ter"])
        }
    }
}

/// The noun in full, then the text as it stands.
fn print(passage: &Passage<'_>, start: usize, end: usize) -> String {
    let mut printed = noun(passage, start).unwrap_or_default().to_owned();
    let mut first = start + 1;
    if passage.is_mark(first, '.') {
        first += 1;
    }
    if first < end {
        printed.push(' ');
        printed.extend(&passage.chars[passage.tokens[first].start..passage.tokens[end - 1].end]);
    }
    printed
}
