//! Whose session it is: bodies by the root of their symbols and by their names, long and short.

use super::event::Body;
use super::sentence::Sentence;
use crate::mentions::{Annotated, MentionKind};
use crate::report::{Masthead, NodeKind};
use crate::terms::english::event::BODY_NOUNS;
use crate::terms::english::number;
use crate::terms::organ;
use std::collections::BTreeMap;

/// Parts of a symbol that name a kind of paper; the body stands before them.
const PAPERS: &[&str] =
    &["INF", "RES", "DEC", "NGO", "PRST", "L", "CRP", "WP", "PV", "SR", "R", "Add", "Rev", "Corr"];

/// Parts whose number is that of a session: `INC.5`.
const SESSIONAL: &[&str] = &["INC", "COP", "OEWG", "EA", "MOP", "CMA", "CMP"];

/// First words of names that many bodies have.
const VAGUE: &[&str] = &[
    "working",
    "main",
    "drafting",
    "special",
    "preparatory",
    "joint",
    "open-ended",
    "contact",
    "small",
    "expert",
    "technical",
    "governing",
    "standing",
    "ad",
    "same",
    "second",
    "third",
    "first",
    "fourth",
    "fifth",
    "sixth",
    "present",
    "current",
    "high-level",
    "review",
    "annual",
    "regional",
    "new",
    "entire",
    "whole",
    "said",
];

/// The small words of a name.
const INSIDE: &[&str] = &["of", "the", "for", "on", "and", "to", "in", "against", "with", "at"];

/// A name has at most so many words.
const LONGEST: usize = 40;

/// `A/AC.290` of `A/AC.290/2021/L.1`: the body that issues documents with such symbols.
pub fn root(symbol: &str) -> Option<String> {
    let mut root: Vec<&str> = Vec::new();
    for part in symbol.split('/') {
        let part = part.split([' ', '(']).next().unwrap_or(part);
        let (kind, number) = part.split_once('.').map_or((part, None), |(kind, number)| (kind, Some(number)));
        if PAPERS.contains(&kind) || part.chars().all(|c| c.is_ascii_digit() || c == '?') {
            break;
        }
        if SESSIONAL.contains(&kind) && number.is_some() {
            root.push(kind);
            break;
        }
        // "EC-108/4", "IDB.48/2": the session is part of the first part.
        if root.is_empty() {
            let end = kind.find('-').filter(|at| kind[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
            if let Some(end) = end {
                root.push(&kind[..end]);
                break;
            }
        }
        root.push(part);
    }
    (!root.is_empty()).then(|| root.join("/"))
}

/// Whether many bodies issue their reports under this root.
fn is_shared(root: &str) -> bool {
    matches!(root, "A" | "E" | "S" | "ST" | "A/C" | "A/S-" | "ST/SGB" | "T")
}

/// Whose sitting it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// That of the body that reports.
    Own,
    /// Another body's, by key and name.
    Other(Body),
    /// Somebody's whom the text names too briefly to know.
    Unknown,
}

impl PartialEq for BodyName {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

#[derive(Debug, Clone, Default)]
struct BodyName {
    /// In small letters.
    words: Vec<String>,
}

/// The bodies of one report.
#[derive(Debug, Clone, Default)]
pub struct Bodies {
    /// The body that reports.
    pub own: Body,
    /// Where the body is itself what is held, the number of it that reports: the third Meeting of States
    /// Parties.
    pub number: Option<u32>,
    /// The number of the meeting that the first page names, of a body that meets in meetings and not in
    /// sessions.
    pub meeting: Option<u32>,
    name: BodyName,
    /// Nothing says what the body is called: the short name that the text uses is its own.
    nameless: bool,
    /// Short names that the report gives to others, each with the full name, by part.
    defined: BTreeMap<(String, String), String>,
}

impl Bodies {
    /// Reads masthead and text.
    pub fn of(annotated: &Annotated) -> Self {
        let masthead = &annotated.report.masthead;
        let symbol_root = masthead.symbol.as_deref().and_then(root);
        let (name, number) = own_name(masthead);
        let shared = symbol_root.as_deref().is_none_or(is_shared);
        let titled = masthead.title.as_deref().is_some_and(|title| title.contains("eport of the "));
        let reports = masthead.organ.is_none() || masthead.body.is_some() || titled;
        let key = match symbol_root {
            Some(root) if !shared => Some(root),
            // The report of a committee under the symbol of the Assembly: the papers of its session tell.
            _ if reports && name.is_some() => cited_root(annotated),
            None => cited_root(annotated),
            root => root.filter(|_| name.is_none() || !reports),
        };
        let organ = key.as_deref().and_then(|key| organ::ORGANS.iter().find(|organ| organ.root == key));
        let name = name
            .or_else(|| organ.and_then(|organ| organ.names.first()).map(|name| (*name).to_owned()))
            // The organ at the head of the page is the parent of a body with symbols of its own.
            .or_else(|| masthead.organ.clone().filter(|_| shared));
        let name = name.or_else(|| key.clone()).unwrap_or_default();
        let nameless = name.is_empty() || key.as_ref() == Some(&name);
        let key = key.unwrap_or_else(|| name.clone());
        let key = if key.is_empty() { annotated.report.source.path.clone() } else { key };
        let mut bodies = Self {
            name: BodyName { words: words(&name) },
            own: Body { key, name },
            number,
            meeting: masthead.body.as_deref().and_then(|body| without_sitting(body).1),
            nameless,
            defined: BTreeMap::new(),
        };
        bodies.define(annotated);
        bodies
    }

    /// The same bodies where another organization speaks, in the annex to a letter.
    pub fn speaking_for(&self, name: &str) -> Self {
        let own = Body { key: name.to_owned(), name: name.to_owned() };
        Self {
            own,
            number: None,
            meeting: None,
            nameless: false,
            name: BodyName { words: words(name) },
            defined: self.defined.clone(),
        }
    }

    /// What the session of a body is called that is itself what is held.
    pub fn session_name(&self) -> String {
        match (self.is_event(), self.number) {
            (true, Some(number)) => {
                let noun = self.noun().unwrap_or("meeting");
                let noun: String =
                    noun.chars().take(1).flat_map(char::to_uppercase).chain(noun.chars().skip(1)).collect();
                format!("{} {noun}", number::ordinal_in_words(number))
            }
            (true, None) => self.own.name.split([':', ',']).next().unwrap_or(&self.own.name).to_owned(),
            (false, _) => "session".to_owned(),
        }
    }

    /// Whether the body is itself what is held: a Conference, a Meeting of States Parties.
    pub fn is_event(&self) -> bool {
        self.name.words.iter().any(|word| word == "conference" || word == "meeting" || word == "summit")
            && !self
                .name
                .words
                .iter()
                .any(|word| word == "committee" || word == "commission" || word == "group")
    }

    /// The noun of such a body: "meeting" of the Meeting of States Parties.
    pub fn noun(&self) -> Option<&str> {
        self.name.words.iter().map(String::as_str).find(|word| BODY_NOUNS.contains(word) || *word == "summit")
    }

    /// Whether this is a name of the body that reports, long or short.
    pub fn is_own(&self, name: &str) -> bool {
        let name = words(name);
        if name.is_empty() {
            return false;
        }
        let own = &self.name.words;
        let stands = own.windows(name.len()).any(|window| window == name.as_slice());
        let telling = name.iter().any(|word| BODY_NOUNS.contains(&word.as_str()) || word == "summit");
        let same = own.len() > 2
            && own.len() <= name.len()
            && name.windows(own.len()).any(|window| window == own.as_slice());
        stands && telling || same
    }

    /// Whose it is, by the name that the text gives in this part of the report.
    pub fn whose(&self, name: &str, part: &str) -> Whose {
        let name = name.trim().trim_start_matches("the ").trim_start_matches("The ");
        let short = name.to_lowercase();
        if let Some(full) = self.defined.get(&(part.to_owned(), short)) {
            return if self.is_own(full) { Whose::Own } else { other(full) };
        }
        if self.is_own(name) {
            return Whose::Own;
        }
        let organ_is_own = organ::named(name).is_some_and(|organ| organ.root == self.own.key);
        if organ_is_own {
            return Whose::Own;
        }
        // "Committee" and "Working Group" may be any.
        let count = name.split_whitespace().count();
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        let whole = name.ends_with(" of the Whole");
        let telling = count > 2 && !whole
            || count == 2 && !VAGUE.contains(&first.as_str())
            || organ::named(name).is_some();
        // "the Open-ended Working Group" where nothing says what the body is called in full.
        let noun = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        if self.nameless && VAGUE.contains(&first.as_str()) && BODY_NOUNS.contains(&noun.as_str()) {
            return Whose::Own;
        }
        match (telling && name.chars().any(char::is_uppercase), self.nameless) {
            (true, _) => other(name),
            (false, true) => Whose::Own,
            (false, false) => Whose::Unknown,
        }
    }

    /// Short names in parentheses: "the Executive Council of the Agency (the Council)".
    fn define(&mut self, annotated: &Annotated) {
        for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
            if !node.text.contains("(the ")
                && !node.text.contains("(“")
                && !node.text.contains("(hereinafter")
            {
                continue;
            }
            let chars: Vec<char> = node.text.chars().collect();
            for sentence in super::sentence::sentences(&chars, mentions) {
                for at in 0..sentence.len() {
                    if let Some((short, full)) = definition(&sentence, at) {
                        self.defined.insert((node.part.clone(), short), full);
                    }
                }
            }
        }
    }
}

fn other(name: &str) -> Whose {
    let name =
        name.strip_prefix("United Nations ").filter(|rest| organ::named(rest).is_some()).unwrap_or(name);
    let key = match organ::named(name) {
        Some(organ) if !organ.root.is_empty() => organ.root,
        _ => name,
    };
    let full = organ::named(name).and_then(|organ| organ.names.first()).copied().unwrap_or(name);
    Whose::Other(Body { key: key.to_owned(), name: full.to_owned() })
}

/// The short and the full name that a parenthesis at `open` defines.
fn definition(sentence: &Sentence<'_>, open: usize) -> Option<(String, String)> {
    if !sentence.is_mark(open, '(') {
        return None;
    }
    let mut at = open + 1;
    while sentence.is(at, &["hereinafter", "referred", "to", "as", "the"])
        || sentence.is_mark(at, '“')
        || sentence.is_mark(at, '"')
    {
        at += 1;
    }
    let first = at;
    while at < first + 5 && (sentence.is_capital(at) || at > first && sentence.is(at, INSIDE)) {
        at += 1;
    }
    let closed = sentence.is_mark(at, ')') || sentence.is_mark(at, '”') || sentence.is_mark(at, '"');
    if at == first || first == open + 1 || !closed {
        return None;
    }
    let short = sentence.text(first, at);
    let noun = short.rsplit(' ').next()?.to_lowercase();
    if !BODY_NOUNS.contains(&noun.as_str()) {
        return None;
    }
    let mut start = open;
    while start > 0 && open - start < LONGEST {
        let before = start - 1;
        let goes_on = sentence.is_capital(before)
            || sentence.is(before, INSIDE)
                && before > 0
                && (sentence.is_capital(before - 1) || sentence.is(before - 1, INSIDE));
        if !goes_on {
            break;
        }
        start = before;
    }
    while start < open && (sentence.is(start, INSIDE) || !sentence.is_capital(start)) {
        start += 1;
    }
    let full = sentence.text(start, open);
    (full.to_lowercase().contains(&noun)).then_some((short.to_lowercase(), full))
}

/// The name that masthead or title gives, without the number of the conference that it is.
fn own_name(masthead: &Masthead) -> (Option<String>, Option<u32>) {
    let from_title = || {
        let title = masthead.title.as_deref()?;
        let (_, name) = title.split_once("eport of the ")?;
        let end = [" on its ", " on the work of its ", " for the period", " at its ", " for 2", " to the "]
            .iter()
            .filter_map(|mark| name.find(mark))
            .min();
        Some(name[..end.unwrap_or(name.len())].to_owned())
    };
    let Some(name) = masthead.body.clone().filter(|body| !body.is_empty()).or_else(from_title) else {
        return (None, None);
    };
    let (name, _) = without_sitting(&name);
    let mut rest = name.trim().trim_start_matches("The ").trim_start_matches("the ");
    let mut ordinal = None;
    while let Some((first, after)) = rest.split_once(' ') {
        let chars: Vec<char> = first.to_lowercase().chars().collect();
        let year = first.len() == 4 && first.chars().all(|c| c.is_ascii_digit());
        let number = number::ordinal(&chars).or_else(|| {
            let digits: String = first.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok().filter(|_| !year && first.len() > digits.len())
        });
        let follows = after.starts_with("Meeting")
            || after.starts_with("Conference")
            || after.starts_with("United Nations")
            || after.starts_with("Review")
            || after.starts_with("Summit")
            || after.starts_with("International");
        // The Second Committee is called so; the second Meeting is one of several.
        if !(year || number.is_some() && follows) {
            break;
        }
        ordinal = number.or(ordinal);
        rest = after;
    }
    (Some(rest.to_owned()), ordinal)
}

/// "Advisory Board on Rivers Fourth meeting" without the sitting, which is no part of the name; the number of
/// the meeting.
fn without_sitting(name: &str) -> (String, Option<u32>) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let count = words.len();
    let small = |at: usize| words[at].trim_end_matches([',', '.']).to_lowercase();
    if count < 4 || !matches!(small(count - 1).as_str(), "meeting" | "session") {
        return (name.to_owned(), None);
    }
    let meeting = small(count - 1) == "meeting";
    // "Fourth meeting", "Resumed second session", "Fourth open-ended meeting".
    let ordinal = (count.saturating_sub(4).max(2)..count - 1).rev().find(|at| {
        let word = small(*at);
        let chars: Vec<char> = word.chars().collect();
        let figures = word.trim_end_matches(char::is_alphabetic);
        number::ordinal(&chars).is_some()
            || !figures.is_empty() && figures.len() + 2 == word.len() && figures.parse::<u32>().is_ok()
    });
    let Some(mut end) = ordinal else { return (name.to_owned(), None) };
    let word: Vec<char> = small(end).chars().collect();
    let figures = small(end).trim_end_matches(char::is_alphabetic).parse().ok();
    let number = number::ordinal(&word).or(figures).filter(|_| meeting);
    while end > 2 && matches!(small(end - 1).as_str(), "resumed" | "reconvened" | "special" | "extraordinary")
    {
        end -= 1;
    }
    (words[..end].join(" ").trim_end_matches([',', ':', ' ']).to_owned(), number)
}

/// The root, other than a shared one, that the papers of the report's session have.
fn cited_root(annotated: &Annotated) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let body = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
    for (node, mentions) in body {
        if !matches!(node.kind, NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered) {
            continue;
        }
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Document) {
            let paper = mention.value.split('/').any(|part| {
                part.split_once('.').is_some_and(|(kind, _)| kind == "L" || kind == "CRP" || kind == "WP")
                    || part == "INF"
            });
            if let Some(root) = root(&mention.value).filter(|root| paper && !is_shared(root)) {
                *counts.entry(root).or_default() += 1;
            }
        }
    }
    let most = counts.values().copied().max().filter(|count| *count > 1)?;
    let mut leading = counts.into_iter().filter(|(_, count)| *count == most);
    leading.next().filter(|_| leading.next().is_none()).map(|(root, _)| root)
}

/// Words in small letters, without signs.
pub fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '’' || c == '\''))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The name of a body that begins at `at`, after "the": "Working Group", "General Assembly", "working
/// group"; the piece after it.
pub fn name_at(sentence: &Sentence<'_>, at: usize) -> Option<(String, usize)> {
    // "the Vice-President of the Assembly" is somebody there.
    if sentence.is(at + 1, &["of"]) && !sentence.is(at, BODY_NOUNS) {
        return None;
    }
    let capital = sentence.is_capital(at);
    let mut end = None;
    let mut to = at;
    while to < at + LONGEST && to < sentence.len() {
        let word = sentence.word(to);
        // "the working group": a few small words up to the noun; "the Working Group on Rivers": capitals.
        let small = !capital && to < at + 4 && !sentence.is_capital(to);
        let goes_on = capital && (sentence.is_capital(to) || INSIDE.contains(&word));
        if word.is_empty() || !(small || goes_on) {
            break;
        }
        let noun = BODY_NOUNS.contains(&word);
        if !capital && noun {
            end = Some(to + 1);
            break;
        }
        if noun && sentence.is_capital(to) || end.is_some() && sentence.is_capital(to) {
            end = Some(to + 1);
        } else if end.is_some() && word == "and" && sentence.is(to + 1, &["the", "its"]) {
            break;
        }
        to += 1;
    }
    let end = end?;
    Some((sentence.text(at, end), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_a_symbol_is_its_body() {
        let cases = [
            ("A/AC.999/2031/L.1", "A/AC.999"),
            ("A/AC.999/2031/INF/4/Rev.1", "A/AC.999"),
            ("XYZ/MSP/2031/11", "XYZ/MSP"),
            ("A/98/19", "A"),
            ("A/HRC/RES/99/25", "A/HRC"),
            ("S/RES/3779 (2031)", "S"),
            ("UNEP/PP/INC.5/4", "UNEP/PP/INC"),
            ("EC-108/4", "EC"),
            ("A/CONF.999/2031/L.2", "A/CONF.999"),
        ];
        for (symbol, expected) in cases {
            assert_eq!(root(symbol).as_deref(), Some(expected), "{symbol}");
        }
    }
}
