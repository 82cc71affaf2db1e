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
    ("sects", "sections"),
    ("arts", "articles"),
    ("p", "page"),
    ("pp", "pages"),
    ("chapter", "chapter"),
    ("chap", "chapter"),
    ("part", "part"),
    ("annex", "annex"),
    ("annexes", "annexes"),
    ("appendix", "appendix"),
    ("rule", "rule"),
    ("table", "table"),
    ("preamble", "preamble"),
    ("enclosure", "enclosure"),
    ("attachment", "attachment"),
    ("page", "page"),
    ("pages", "pages"),
];

/// Those that need no number.
const ALONE: &[&str] = &["annex", "annexes", "appendix", "preamble", "enclosure", "attachment"];

/// What may stand between a place and the document that it is in: "paragraph 10 of the Council decision …".
const BETWEEN: &[&str] = &[
    "the",
    "its",
    "that",
    "said",
    "present",
    "above-mentioned",
    "aforementioned",
    "document",
    "draft",
    "their",
    "united",
    "nations",
    "general",
    "assembly",
    "security",
    "council",
    "executive",
    "conference",
    "commission",
    "committee",
    "decision",
    "resolution",
];

/// "The table in the appendix to the annex to …" goes no deeper than this.
const DEEPEST: usize = 5;

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
        let pinpoint =
            before(passage, first).or_else(|| after(passage, next)).or_else(|| of_report(passage, first));
        if let Some(pinpoint) = pinpoint {
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
    for _ in 0..DEEPEST {
        let mut at = end;
        while at > 0 && passage.is_any(at - 1, BETWEEN) {
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
        if start + 1 == last && !ALONE.contains(&name) {
            return found;
        }
        let printed = print(passage, start, place_end(passage, start, last));
        found = Some(found.map_or(printed.clone(), |inner| format!("{printed} of the {inner}")));
        end = start;
    }
    found
}

/// "paragraph 14 of the report of the Secretary-General on the sea (‹mention›)".
fn of_report(passage: &Passage<'_>, mention: usize) -> Option<String> {
    const WORKS: &[&str] = &[
        "report",
        "note",
        "letter",
        "memorandum",
        "document",
        "study",
        "review",
        "paper",
        "summary",
        "programme",
        "decision",
        "resolution",
    ];
    if mention == 0 || !passage.is_mark(mention - 1, '(') {
        return None;
    }
    let floor = mention.saturating_sub(LONGEST);
    let ends = |at: usize| passage.is_mark(at, ';') || passage.is_mark(at, ')') || passage.is_mark(at, '(');
    // Back to "of the report", within the sentence and past no other bracket but a letter's.
    let mut at = mention - 1;
    let of = loop {
        if at <= floor + 1 || ends(at - 1) {
            return None;
        }
        at -= 1;
        let article = passage.is_any(at + 1, &["the", "his", "her", "its", "that", "their", "this"]);
        if passage.is_any(at, &["of", "to", "in"])
            && article
            && (at + 2..at + 6).any(|work| passage.is_any(work, WORKS))
        {
            break at;
        }
    };
    let mut start = of;
    while start > 0 && start + LONGEST > of && is_number_part(passage, start - 1) {
        start -= 1;
    }
    let start = start.checked_sub(1)?;
    let name = noun(passage, start)?;
    (start + 1 < of || ALONE.contains(&name)).then(|| print(passage, start, of))
}

/// "‹mention›, paras. 5 and 6", "‹mention›, annex I, sect. B", "‹mention› (para. 5)".
fn after(passage: &Passage<'_>, next: usize) -> Option<String> {
    if passage.is_mark(next, '(') {
        let (printed, end) = place_at(passage, next + 1)?;
        return passage.is_mark(end, ')').then_some(printed);
    }
    if !passage.is_mark(next, ',') {
        return None;
    }
    let (mut printed, mut end) = place_at(passage, next + 1)?;
    // "annex I, sect. B": at most three places, one in the other.
    for _ in 0..2 {
        let Some((inner, inner_end)) =
            passage.is_mark(end, ',').then(|| place_at(passage, end + 1)).flatten()
        else {
            break;
        };
        printed = format!("{printed}, {inner}");
        end = inner_end;
    }
    Some(printed)
}

/// The place that begins at `start`, and the token after it.
fn place_at(passage: &Passage<'_>, start: usize) -> Option<(String, usize)> {
    let name = noun(passage, start)?;
    let mut end = start + 1;
    while end < passage.tokens.len() && end < start + LONGEST && is_number_part(passage, end) {
        end += 1;
    }
    end = place_end(passage, start, end);
    if end == start + 1 && !ALONE.contains(&name) {
        return None;
    }
    Some((print(passage, start, end), end))
}

/// The end without what belongs to the sentence and not to the place: "and", a comma, a bracket.
fn place_end(passage: &Passage<'_>, start: usize, mut end: usize) -> usize {
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
    end
}

/// "annex." ends a sentence; "paras." goes on.
fn is_abbreviated(passage: &Passage<'_>, noun: usize) -> bool {
    passage.is_any(noun, &["para", "paras", "art", "arts", "sect", "sects", "chap", "chaps", "p", "pp"])
}

fn is_number_part(passage: &Passage<'_>, index: usize) -> bool {
    let Some(token) = passage.tokens.get(index) else { return false };
    let word = passage.word(index);
    match token.kind {
        TokenKind::Number => word.len() <= 3,
        TokenKind::Mark => {
            matches!(word[0], ',' | '(' | ')')
                || (word[0] == '.' && index > 0 && is_abbreviated(passage, index - 1))
                // "sect. II.B"
                || (word[0] == '.' && passage.is_glued(index) && passage.is_glued(index + 1))
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
