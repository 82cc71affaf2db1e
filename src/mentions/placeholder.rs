//! Placeholders: what a draft leaves open. Brackets mean different things, and the type keeps
//! them apart: a blank to fill, a value to confirm, wording to agree, an instruction to obey.

use super::passage::{Passage, TokenKind, is_dash};
use super::{Context, Finder, Mention, MentionKind};
use crate::terms::date;

/// Finds blanks, ellipses, variables, instructions and bracketed text.
pub struct Placeholders;

/// A rule of underscores at the foot of a page is longer than a blank in a sentence.
const LONGEST_BLANK: usize = 12;

impl Finder for Placeholders {
    fn kind(&self) -> MentionKind {
        MentionKind::Placeholder
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "underscores",
            "empty-brackets",
            "bracketed-ellipsis",
            "bare-ellipsis",
            "letter-for-number",
            "bracketed-letter",
            "bracketed-value",
            "bracketed-wording",
            "bracketed-instruction",
            "instruction-in-parentheses",
            "to-be-decided",
        ]
    }

    fn find(&self, passage: &Passage<'_>, _: &mut Context, found: &mut Vec<Mention>) {
        let mut open: Vec<usize> = Vec::new();
        let mut quoted = Quotation::default();
        for index in 0..passage.tokens.len() {
            let token = passage.tokens[index];
            match token.kind {
                TokenKind::Mark => match passage.chars[token.start] {
                    '[' => open.push(index),
                    ']' => {
                        if let Some(from) = open.pop() {
                            bracket(passage, from, index, quoted.is_open(), found);
                        }
                    }
                    '_' => underscores(passage, index, found),
                    '…' => bare_ellipsis(passage, index, token.end, quoted.is_open(), found),
                    '.' => {
                        let length = run_length(passage, token.start, '.');
                        if length >= 3 && !before_is(passage, token.start, '.') {
                            bare_ellipsis(passage, index, token.start + length, quoted.is_open(), found);
                        }
                    }
                    '(' => parentheses(passage, index, found),
                    mark => quoted.see(mark),
                },
                TokenKind::Word => word(passage, index, found),
                TokenKind::Number => {}
            }
        }
        // A blank inside a blank in brackets, `[___]`, is one.
        found.sort_by_key(|mention| (mention.start, std::cmp::Reverse(mention.end)));
        let mut end = 0;
        found.retain(|mention| {
            let inside = mention.end <= end;
            if matches!(mention.attributes["type"].as_str(), "blank" | "ellipsis" | "variable") {
                end = end.max(mention.end);
            }
            !inside
        });
    }
}

/// Whether the text stands between quotation marks: brackets there are the quoter's.
#[derive(Default)]
struct Quotation {
    curly: u32,
    straight: bool,
}

impl Quotation {
    fn see(&mut self, mark: char) {
        match mark {
            '“' => self.curly += 1,
            '”' => self.curly = self.curly.saturating_sub(1),
            '"' => self.straight = !self.straight,
            _ => {}
        }
    }

    fn is_open(&self) -> bool {
        self.curly > 0 || self.straight
    }
}

fn run_length(passage: &Passage<'_>, at: usize, mark: char) -> usize {
    passage.chars[at..].iter().take_while(|c| **c == mark).count()
}

fn before_is(passage: &Passage<'_>, at: usize, mark: char) -> bool {
    at > 0 && passage.chars[at - 1] == mark
}

fn push(
    passage: &Passage<'_>,
    found: &mut Vec<Mention>,
    (start, end): (usize, usize),
    kind: &'static str,
    rule: &'static str,
) {
    let value = passage.chars[start..end].iter().collect();
    let mut mention = passage.mention(MentionKind::Placeholder, start, end, value, rule);
    mention.attributes.insert("type", kind.to_owned());
    if let Some(expected) = expects(passage, start, end, kind) {
        mention.attributes.insert("expects", expected.to_owned());
    }
    found.push(mention);
}

/// What will stand there, by what stands around it.
fn expects(passage: &Passage<'_>, start: usize, end: usize, kind: &str) -> Option<&'static str> {
    // A bracketed symbol begins one character after its bracket.
    if let Some(document) = passage.document_around(start).or_else(|| passage.document_around(start + 1)) {
        let prose = document.attributes.get("type").is_some_and(|kind| kind != "symbol");
        return Some(if prose && kind != "bracketed_value" { "number" } else { "symbol" });
    }
    if kind == "instruction" {
        let inside = &passage.chars[start..end];
        let says = |word: &str| contains_word(inside, word);
        return Some(if says("document") || says("symbol") { "symbol" } else { "text" });
    }
    if kind == "bracketed_text" {
        return Some("text");
    }
    let century = |at: usize| passage.chars.get(at..at + 2) == Some(&['2', '0']);
    if kind == "variable" && (century(start) || century(start + 1)) {
        return Some("year");
    }
    let mut next = passage.token_from(end);
    let ordinal = passage.is_glued(next) && passage.is_any(next, &["st", "nd", "rd", "th"]);
    if ordinal {
        next += 1;
    }
    // "___ to ___ March": the first day stands before a dash or "to".
    let mut ahead = next;
    if passage.is_any(ahead, &["to", "and"]) || passage.is_dash(ahead) {
        ahead += 1;
        while ahead < next + 6
            && (passage.tokens.get(ahead).is_some_and(|t| t.kind != TokenKind::Word)
                || passage.is_any(ahead, &["x", "xx"]))
        {
            ahead += 1;
        }
    }
    if date::month(passage.word(next)).is_some() || date::month(passage.word(ahead)).is_some() {
        return Some("day");
    }
    if passage.is_any(next, &["plenary", "formal", "informal", "closed", "open"]) {
        next += 1;
    }
    if passage.is_any(next, &["meeting"]) {
        return Some("meeting ordinal");
    }
    if passage.is_any(next, &["session"]) {
        return Some("session ordinal");
    }
    if passage.tokens.get(next).is_some_and(|token| {
        token.kind == TokenKind::Word
            && passage.chars[token.start].is_lowercase()
            && passage.word(next).ends_with(&['s'])
    }) {
        return Some("number");
    }
    let first = passage.token_from(start);
    if first == 0 && next >= passage.tokens.len() {
        return Some("text");
    }
    if first > 0
        && passage.is_any(
            first - 1,
            &["paragraph", "paragraphs", "page", "article", "annex", "decision", "resolution"],
        )
    {
        return Some("number");
    }
    None
}

fn contains_word(chars: &[char], word: &str) -> bool {
    let length = word.len();
    (0..chars.len().saturating_sub(length - 1)).any(|at| {
        word.chars().zip(&chars[at..]).all(|(a, b)| a.eq_ignore_ascii_case(b))
            && !chars.get(at + length).is_some_and(|c| c.is_alphanumeric())
            && (at == 0 || !chars[at - 1].is_alphanumeric())
    })
}

fn underscores(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let start = passage.tokens[index].start;
    if before_is(passage, start, '_') {
        return;
    }
    let length = run_length(passage, start, '_');
    let end = start + length;
    // A long run is a blank only in the middle of a sentence.
    let inside = || {
        passage.chars[..start].iter().any(|c| c.is_alphanumeric())
            && passage.chars[end..].iter().find(|c| !c.is_whitespace()).is_some_and(|c| c.is_lowercase())
    };
    let word = before_is_alphanumeric(passage, start);
    if length >= 2 && !word && (length <= LONGEST_BLANK || inside()) {
        push(passage, found, (start, end), "blank", "underscores");
    }
}

fn before_is_alphanumeric(passage: &Passage<'_>, at: usize) -> bool {
    at > 0 && passage.chars[at - 1].is_alphanumeric()
}

/// "the … meeting", "on … March", "of …" at the end, "59/…"; not an omission in a quotation.
fn bare_ellipsis(passage: &Passage<'_>, index: usize, end: usize, quoted: bool, found: &mut Vec<Mention>) {
    let start = passage.tokens[index].start;
    if passage.document_around(start).is_some_and(|document| end <= document.end) {
        push(passage, found, (start, end), "ellipsis", "bare-ellipsis");
        return;
    }
    if quoted || before_is_alphanumeric(passage, start) || before_is(passage, start, '[') {
        return;
    }
    let next = passage.token_from(end);
    let awaited = passage
        .is_any(next, &["meeting", "meetings", "plenary", "session", "st", "nd", "rd", "th"])
        || date::month(passage.word(next)).is_some();
    let dated = index > 0
        && next >= passage.tokens.len()
        && (passage.is_any(index - 1, &["of", "on", "dated"]) || passage.is_mark(index - 1, ','));
    if awaited || dated {
        push(passage, found, (start, end), "ellipsis", "bare-ellipsis");
    }
}

/// `CRP.X` in a symbol, `XX March`, `X plenary meetings`, `20XX`, `paragraph X`.
fn word(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let token = passage.tokens[index];
    let word = passage.word(index);
    // "XXth meeting"
    let letters = match word {
        [letters @ .., 't', 'h'] => letters,
        all => all,
    };
    let capital = letters.iter().all(|c| *c == 'X') || letters == ['N'];
    let small = letters.iter().all(|c| *c == 'x');
    if letters.is_empty() || letters.len() > 4 || !(capital || small) {
        to_be_decided(passage, index, found);
        return;
    }
    let end = token.start + letters.len();
    let open = |document: &Mention| end <= document.end && document.attributes.contains_key("provisional");
    if passage.document_around(token.start).is_some_and(open) {
        // With its kind, since an X by itself says little: "CRP.X".
        let mut start = token.start;
        if matches!(passage.chars.get(start.wrapping_sub(1)), Some('.' | '/')) {
            let before = start - 1;
            let kind = passage.chars[..before].iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
            if kind > 0 {
                start = before - kind;
            }
        }
        push(passage, found, (start, end), "variable", "letter-for-number");
        return;
    }
    let bracketed = before_is(passage, token.start, '[') && passage.chars.get(token.end) == Some(&']');
    let glued_before = passage.is_glued(index);
    let year = passage.number(index.wrapping_sub(1)).is_some_and(|century| century == 20 || century == 202)
        && glued_before;
    if year && capital && letters.len() == word.len() {
        push(passage, found, (passage.tokens[index - 1].start, end), "variable", "letter-for-number");
        return;
    }
    if bracketed
        || (glued_before && !is_dash(passage.chars[token.start - 1]) && !before_is(passage, token.start, '('))
    {
        return;
    }
    let next = index + 1;
    let counted =
        passage.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word && token.start > end)
            && passage.is_any(
                next,
                &[
                    "meeting",
                    "meetings",
                    "plenary",
                    "formal",
                    "informal",
                    "session",
                    "sessions",
                    "members",
                    "states",
                    "parties",
                    "delegations",
                    "observers",
                    "participants",
                    "statements",
                    "days",
                    "date",
                    "countries",
                    "organizations",
                    "votes",
                ],
            );
    let day = capital
        && (date::month(passage.word(next)).is_some()
            || (passage.is_any(next, &["to", "and"]) || passage.is_dash(next))
                && (next + 1..next + 4).any(|at| date::month(passage.word(at)).is_some()));
    let ordinal = letters.len() < word.len();
    let named = index > 0
        && passage.is_any(index - 1, &["paragraph", "paragraphs", "para", "page", "pages", "crp"])
        && (small || letters.len() > 1 || !passage.is_glued(next));
    let chapter = capital && letters.len() == 1 && named && passage.is_any(index - 1, &["page", "pages"]);
    if letters == ['N'] && !counted {
        return;
    }
    if counted || day || ordinal || named || chapter {
        push(passage, found, (token.start, end), "variable", "letter-for-number");
    }
}

fn to_be_decided(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let bracketed = index > 0 && passage.is_mark(index - 1, '[');
    if !bracketed && (passage.is(index, "TBD") || passage.is(index, "TBC")) {
        let token = passage.tokens[index];
        push(passage, found, (token.start, token.end), "instruction", "to-be-decided");
    }
}

/// "(to be completed)": only where the parentheses hold nothing else.
fn parentheses(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) {
    let due = passage.is_any(index + 1, &["to"])
        && passage.is_any(index + 2, &["be"])
        && is_due(passage, index + 3);
    if due && passage.is_mark(index + 4, ')') {
        let end = passage.tokens[index + 4].end;
        push(passage, found, (passage.tokens[index].start, end), "instruction", "instruction-in-parentheses");
    }
}

fn is_due(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_any(
        index,
        &[
            "completed",
            "issued",
            "confirmed",
            "determined",
            "inserted",
            "added",
            "updated",
            "decided",
            "provided",
            "supplied",
            "filled",
            "announced",
            "finalized",
            "included",
            "specified",
            "assigned",
            "verified",
            "drafted",
        ],
    )
}

/// Everything from `[` to its `]`.
fn bracket(passage: &Passage<'_>, from: usize, to: usize, quoted: bool, found: &mut Vec<Mention>) {
    let start = passage.tokens[from].start;
    let end = passage.tokens[to].end;
    let inside = &passage.chars[start + 1..end - 1];
    let blank =
        inside.iter().all(|c| c.is_whitespace() || is_dash(*c) || matches!(c, '_' | '•' | '●' | '*' | '#'));
    if blank {
        push(passage, found, (start, end), "blank", "empty-brackets");
        return;
    }
    if inside.iter().all(|c| matches!(c, '.' | '…' | ' ')) {
        // "[…]" between quotation marks is an omission.
        if !quoted {
            push(passage, found, (start, end), "ellipsis", "bracketed-ellipsis");
        }
        return;
    }
    if is_letter_for_number(inside) {
        push(passage, found, (start, end), "variable", "bracketed-letter");
        return;
    }
    let glued_before = before_is_alphanumeric(passage, start);
    let glued_after = passage.chars.get(end).is_some_and(|c| c.is_alphabetic());
    if is_value(passage, from, to) {
        // "[1]" right after a word is a footnote call; "[8] to [12] March" stands free.
        let call = start > 0
            && !passage.chars[start - 1].is_whitespace()
            && !matches!(passage.chars[start - 1], '(' | '-' | '–' | '/' | '.');
        let digits = inside.iter().all(|c| c.is_ascii_digit());
        let alone = end == passage.chars.len()
            || start == 0
            || passage.is_any(from.saturating_sub(1), &["note", "notes", "footnote", "reference"]);
        if !(digits && (call || alone)) {
            push(passage, found, (start, end), "bracketed_value", "bracketed-value");
        }
        return;
    }
    if is_instruction(passage, from, to) {
        push(passage, found, (start, end), "instruction", "bracketed-instruction");
        return;
    }
    // "decide[d]", "[T]he", "member[s]": letters changed by an editor.
    if glued_before || glued_after || quoted || is_editorial(passage, from, to) {
        return;
    }
    push(passage, found, (start, end), "bracketed_text", "bracketed-wording");
}

/// `[x]`, `[XX]`, `[nn]`, `[20XX]`.
fn is_letter_for_number(inside: &[char]) -> bool {
    let letters = match inside {
        ['2', '0', rest @ ..] => rest,
        all => all,
    };
    let Some(first) = letters.first() else { return false };
    matches!(first, 'x' | 'X' | 'y' | 'Y' | 'z' | 'Z' | 'n' | 'N')
        && letters.len() <= 4
        && letters.iter().all(|letter| letter == first)
}

/// Numbers, dates and symbols, and the words that join them.
fn is_value(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let mut solid = false;
    for index in from + 1..to {
        let token = passage.tokens[index];
        let value = passage.is_taken(index)
            || token.kind == TokenKind::Number
            || date::month(passage.word(index)).is_some()
            || date::weekday(passage.word(index)).is_some()
            || (passage.is_glued(index) && passage.is_any(index, &["st", "nd", "rd", "th"]));
        let joint =
            passage.is_any(index, &["to", "and", "or", "from", "on"]) || token.kind == TokenKind::Mark;
        if !(value || joint) {
            return false;
        }
        solid |= value;
    }
    solid
}

fn is_instruction(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    const OPENERS: &[&str] = &[
        "insert",
        "placeholder",
        "tbd",
        "tbc",
        "pending",
        "reserved",
        "complete",
        "update",
        "indicate",
        "specify",
    ];
    if passage.is_any(from + 1, OPENERS) {
        return true;
    }
    (from + 1..to).any(|at| {
        if passage.is_any(at, &["to"]) && passage.is_any(at + 1, &["come", "follow"]) {
            return true;
        }
        passage.is_any(at, &["be"])
            && at > from + 1
            && passage.is_any(at - 1, &["to", "will"])
            && is_due(passage, at + 1)
    })
}

/// Brackets that the finished text keeps.
fn is_editorial(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let first = from + 1;
    let opens =
        |phrase: &[&str]| phrase.iter().enumerate().all(|(at, word)| passage.is_any(first + at, &[word]));
    let phrases: &[&[&str]] = &[
        &["sic"],
        &["original"],
        &["emphasis"],
        &["ibid"],
        &["see"],
        &["on", "the", "report", "of"],
        &["without", "reference", "to"],
        &["adopted"],
        &["agenda", "item"],
        &["item"],
        &["signed"],
        &["in"],
        &["resolution"],
        &["footnote"],
        &["footnotes"],
        &["translation"],
        &["translated"],
        &["end"],
        &["start"],
        &["english"],
        &["french"],
        &["spanish"],
        &["russian"],
        &["arabic"],
        &["chinese"],
    ];
    // "[in English]" and "[In the 12-month period]" part at the length.
    let short = to - first <= 3;
    phrases.iter().any(|phrase| opens(phrase) && (phrase != &["in"] || short))
        // "[A]", "[iii]": a mark of reference.
        || (to - first == 1 && passage.word(first).len() == 1 && passage.tokens[first].kind == TokenKind::Word)
}
