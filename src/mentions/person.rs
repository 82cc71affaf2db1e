//! A sentence as officers need it: persons, States, offices, verbs and the joints between them.

use super::passage::{Passage, TokenKind};
use crate::terms::date;
use crate::terms::office::Office;
use crate::terms::state;

/// A person or a State that may hold an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// First character of the mention: the honorific, where there is one.
    pub start: usize,
    /// First character of the name.
    pub name_start: usize,
    /// End of the name.
    pub end: usize,
    /// `Singapore`, from the parentheses or from "Ambassador … of …".
    pub country: Option<(usize, usize)>,
    /// A State, not a person.
    pub is_state: bool,
}

impl Holder {
    /// Whether honorific or country show that this is a person; a capitalised phrase may be anything.
    pub fn is_certain(&self) -> bool {
        self.country.is_some() || self.name_start > self.start
    }
}

/// One piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A person, certain or by the look of the words.
    Person(Holder),
    /// The name of a State.
    State(Holder),
    /// An office; the index of its first token.
    Office(Office, usize),
    /// elected, re-elected, appointed, nominated …: the word for the act.
    Elect(&'static str),
    /// chaired, co-chaired, facilitated.
    Chair(&'static str),
    /// served, serving, acted as.
    Serve,
    /// replaced.
    Replace,
    /// was, were, been, be, is.
    Be,
    /// as, for: an office follows.
    As,
    /// by, under.
    By,
    /// "and", "&"
    And,
    /// ","
    Comma,
    /// ":"
    Colon,
    /// ";"
    Semicolon,
    /// The end of a sentence.
    Stop,
    /// "the", "its", "a".
    Article,
    /// Any other token.
    Other,
}

/// A piece and its first token.
pub type Placed = (Piece, usize);

const HONORIFICS: &[&str] = &[
    "mr",
    "ms",
    "mrs",
    "miss",
    "dr",
    "prof",
    "professor",
    "ambassador",
    "amb",
    "sir",
    "dame",
    "lt",
    "gen",
    "col",
    "maj",
    "capt",
    "adm",
    "general",
    "colonel",
    "h",
    "e",
];

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "da", "di", "do", "dos", "das", "del", "della", "van", "von", "der", "den", "ten", "ter", "la",
    "le", "el", "al", "bin", "ben", "bint", "ibn", "zu", "af", "du", "des", "y", "e", "abu", "ould", "ul",
];

/// Words with a capital that show a phrase to be no name of a person.
const INSTITUTIONS: &[&str] = &[
    "assembly",
    "committee",
    "group",
    "council",
    "commission",
    "conference",
    "board",
    "meeting",
    "meetings",
    "party",
    "parties",
    "bureau",
    "union",
    "nations",
    "treaty",
    "convention",
    "office",
    "department",
    "ministry",
    "centre",
    "center",
    "institute",
    "secretariat",
    "fund",
    "programme",
    "organization",
    "organisation",
    "agency",
    "states",
    "state",
    "article",
    "rule",
    "section",
    "chapter",
    "annex",
    "room",
    "session",
    "forum",
    "panel",
    "protocol",
    "agreement",
    "report",
    "republic",
    "kingdom",
    "minister",
    "representative",
    "permanent",
    "observer",
    "director",
    "executive",
    "legal",
    "high",
    "special",
    "deputy",
    "assistant",
    "under-secretary-general",
    "mission",
    "embassy",
    "university",
    "school",
    "court",
    "bank",
    "association",
    "federation",
    "region",
    "regional",
    "african",
    "asian",
    "asia-pacific",
    "european",
    "eastern",
    "western",
    "latin",
    "caribbean",
    "american",
    "charter",
    "declaration",
    "plan",
    "agenda",
    "goal",
    "goals",
    "headquarters",
    "palais",
    "hall",
    "working",
    "main",
    "preparatory",
    "subcommittee",
    "sub-commission",
    "task",
    "force",
    "team",
    "network",
    "initiative",
    "foundation",
    "society",
    "commissioner",
    "human",
    "rights",
    "security",
    "international",
    "united",
    "national",
    "government",
    "house",
    "parliament",
    "member",
    "members",
    "north",
    "south",
    "east",
    "west",
    "new",
    "city",
    "ocean",
    "sea",
    "law",
    "science",
    "scientific",
    "advisory",
    "review",
    "draft",
    "decision",
    "resolution",
    "adoption",
    "election",
    "opening",
    "organizational",
    "other",
    "rules",
    "procedure",
    "chief",
    "foreign",
    "affairs",
    "alternate",
    "first",
    "second",
    "third",
    "counsellor",
    "head",
    "delegation",
    "ad",
    "hoc",
    "open-ended",
    "interim",
    "non-proliferation",
    "disarmament",
    "economic",
    "social",
    "development",
    "environment",
    "sustainable",
    "group-of",
    "order",
    "day",
    "days",
    "week",
    "year",
];

/// Words that begin a sentence or clause and stand before a name by chance.
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "at",
    "in",
    "on",
    "also",
    "upon",
    "by",
    "from",
    "with",
    "when",
    "after",
    "under",
    "following",
    "and",
    "as",
    "its",
    "of",
    "for",
    "to",
    "it",
    "they",
    "he",
    "she",
    "this",
    "that",
    "these",
    "those",
    "both",
    "then",
    "subsequently",
    "accordingly",
    "furthermore",
    "however",
    "since",
    "during",
    "before",
    "while",
    "each",
    "all",
    "no",
    "two",
    "three",
    "four",
    "please",
    "see",
    "former",
    "outgoing",
    "incoming",
    "acting",
    "delegates",
    "co-facilitated",
    "statements",
    "thereafter",
];

/// Cuts the passage into pieces. `pieces` is used again from node to node.
pub fn cut(passage: &Passage<'_>, pieces: &mut Vec<Placed>) {
    pieces.clear();
    let mut index = 0;
    while index < passage.tokens.len() {
        let (piece, end) = piece_at(passage, index);
        pieces.push((piece, index));
        index = end.max(index + 1);
    }
}

fn piece_at(passage: &Passage<'_>, index: usize) -> (Piece, usize) {
    let token = passage.tokens[index];
    if passage.is_taken(index) {
        return (Piece::Other, index + 1);
    }
    if token.kind == TokenKind::Mark {
        let piece = match passage.chars[token.start] {
            ',' => Piece::Comma,
            ':' => Piece::Colon,
            ';' => Piece::Semicolon,
            '.' => Piece::Stop,
            '&' => Piece::And,
            _ => Piece::Other,
        };
        return (piece, index + 1);
    }
    if token.kind == TokenKind::Number {
        return (Piece::Other, index + 1);
    }
    if let Some((office, end)) = office_at(passage, index) {
        return (Piece::Office(office, index), end);
    }
    if (passage.chars[token.start].is_uppercase() || is_al(passage, index))
        && let Some((piece, end)) = holder_at(passage, index)
    {
        return (piece, end);
    }
    (word_piece(passage, index), index + 1)
}

fn word_piece(passage: &Passage<'_>, index: usize) -> Piece {
    const ACTS: &[(&str, &str)] = &[
        ("elected", "elected"),
        ("elect", "elected"),
        ("electing", "elected"),
        ("re-elected", "re-elected"),
        ("reelected", "re-elected"),
        ("appointed", "appointed"),
        ("nominated", "nominated"),
        ("designated", "designated"),
        ("confirmed", "confirmed"),
    ];
    const CHAIRS: &[(&str, &str)] = &[
        ("chaired", "chaired"),
        ("co-chaired", "co-chaired"),
        ("cochaired", "co-chaired"),
        ("presided", "presided"),
        ("chairmanship", "chaired"),
        ("chairpersonship", "chaired"),
        ("presidency", "presided"),
        ("co-facilitated", "co-facilitated"),
    ];
    if let Some((_, act)) = ACTS.iter().find(|(word, _)| passage.is_any(index, &[word])) {
        return Piece::Elect(act);
    }
    if let Some((_, act)) = CHAIRS.iter().find(|(word, _)| passage.is_any(index, &[word])) {
        return Piece::Chair(act);
    }
    if passage.is_any(index, &["served", "serving", "serve", "acted", "acting"]) {
        Piece::Serve
    } else if passage.is_any(index, &["replaced"]) {
        Piece::Replace
    } else if passage.is_any(index, &["was", "were", "been", "be", "is", "are", "being"]) {
        Piece::Be
    } else if passage.is_any(index, &["as", "for"]) {
        Piece::As
    } else if passage.is_any(index, &["by", "under"]) {
        Piece::By
    } else if passage.is_any(index, &["and"]) {
        Piece::And
    } else if passage.is_any(index, &["the", "its", "a", "an"]) {
        Piece::Article
    } else {
        Piece::Other
    }
}

/// `Vice-Chair`, `Vice Chair`, `Co -Chair`: an office and the token after it.
fn office_at(passage: &Passage<'_>, index: usize) -> Option<(Office, usize)> {
    if passage.is_any(index, &["vice", "co"]) {
        let dash = usize::from(passage.is_dash(index + 1));
        let next = Office::of_word(passage.word(index + 1 + dash));
        let vice = passage.is_any(index, &["vice"]);
        let office = match (vice, next) {
            (true, Some(Office::Chair)) => Office::ViceChair,
            (true, Some(Office::President)) => Office::VicePresident,
            (false, Some(Office::Chair)) => Office::CoChair,
            (false, Some(Office::President)) => Office::CoPresident,
            (false, Some(Office::Facilitator)) => Office::CoFacilitator,
            _ => return None,
        };
        return Some((office, index + 2 + dash));
    }
    let office = Office::of_word(passage.word(index))?;
    // "President-designate" and "Chair-designate" are one word for the tokenizer; "Executive
    // Secretary", "the Secretary of State" and the Secretary-General are no officers of a body.
    if office == Office::Secretary {
        let other = index > 0
            && passage.is_any(
                index - 1,
                &["executive", "permanent", "foreign", "first", "second", "deputy", "assistant"],
            )
            || passage.is(index + 1, "of") && passage.is(index + 2, "State")
            || passage.is_dash(index + 1);
        return (!other).then_some((office, index + 1));
    }
    if office == Office::SecretaryGeneral {
        let of_meeting = passage.is(index + 1, "of")
            && passage.is_any(index + 2, &["the"])
            && passage.is_any(index + 3, &["meeting", "conference", "third", "first", "second", "congress"]);
        return of_meeting.then_some((office, index + 1));
    }
    let kerned =
        passage.is_dash(index + 1) && passage.is_glued(index + 2) && passage.is_any(index + 2, &["general"]);
    if office == Office::Rapporteur && kerned {
        return Some((Office::RapporteurGeneral, index + 3));
    }
    Some((office, index + 1))
}

fn is_al(passage: &Passage<'_>, index: usize) -> bool {
    matches!(passage.word(index), ['a', 'l' | 'n', '-', next, ..] if next.is_alphabetic())
}

fn is_initial(passage: &Passage<'_>, index: usize) -> bool {
    matches!(passage.word(index), [letter] if letter.is_uppercase()) && passage.is_mark(index + 1, '.')
}

/// A State, a person, or nothing.
fn holder_at(passage: &Passage<'_>, index: usize) -> Option<(Piece, usize)> {
    let start = passage.tokens[index].start;
    if let Some(length) = state::length_at(&passage.chars[start..]) {
        let end = start + length;
        let next = passage.token_from(end);
        // "Jordan Smith (Fiji)" is a person all the same.
        let name_goes_on = (is_name_word(passage, next) || is_initial(passage, next))
            && person_at(passage, index).is_some_and(|(p, _)| p.country.is_some());
        if !name_goes_on {
            let holder = Holder { start, name_start: start, end, country: None, is_state: true };
            return Some((Piece::State(holder), next));
        }
    }
    person_at(passage, index).map(|(holder, end)| (Piece::Person(holder), end))
}

fn person_at(passage: &Passage<'_>, index: usize) -> Option<(Holder, usize)> {
    let start = passage.tokens[index].start;
    let mut at = index;
    let titled = skip_honorifics(passage, &mut at);
    let name_at = at;
    let mut words = 0;
    let mut full = 0;
    let mut last = at;
    while words < 9 {
        if is_initial(passage, at) {
            at += 2;
            words += 1;
            last = at;
            continue;
        }
        if is_name_word(passage, at) {
            at += 1;
            words += 1;
            full += 1;
            last = at;
            continue;
        }
        // A particle counts only with a name after it.
        let particles = (0..3)
            .take_while(|step| passage.is_any(at + step, PARTICLES) && !passage.is_taken(at + step))
            .count();
        if particles > 0 && words + usize::from(titled) > 0 && is_name_word(passage, at + particles) {
            at += particles;
            continue;
        }
        break;
    }
    if words == 0 {
        return None;
    }
    // "Also John Smith (Fiji)": the first word is the sentence's.
    if !titled && passage.is_any(name_at, OPENERS) {
        return None;
    }
    // "Working Group Chair" is no name; what comes after the institution gets its own turn.
    if !titled && (name_at..last).any(|at| passage.is_any(at, INSTITUTIONS)) {
        return None;
    }
    let name_start = passage.tokens[name_at].start;
    let end = passage.tokens[last - 1].end;
    let (country, next) = country_after(passage, last);
    // Without honorific or country "I. Documentation" must not pass for a name.
    if !titled && (words < 2 || (country.is_none() && full < 2)) {
        return None;
    }
    let country = country.or_else(|| titled.then(|| ambassador_of(passage, last)).flatten());
    Some((
        Holder { start: if titled { start } else { name_start }, name_start, end, country, is_state: false },
        next,
    ))
}

/// `H.E. Mr.`, `Her Excellency Ms.`, `Ambassador`.
fn skip_honorifics(passage: &Passage<'_>, at: &mut usize) -> bool {
    let mut titled = false;
    loop {
        if passage.is_any(*at, &["his", "her"]) && passage.is_any(*at + 1, &["excellency"]) {
            *at += 2;
        } else if passage.is(*at, "H") && passage.is_mark(*at + 1, '.') && passage.is(*at + 2, "E") {
            *at += 3 + usize::from(passage.is_mark(*at + 3, '.'));
        } else if is_honorific(passage, *at, titled) {
            *at += 1 + usize::from(passage.is_mark(*at + 1, '.') && passage.is_glued(*at + 1));
        } else {
            return titled;
        }
        titled = true;
    }
}

/// One word before a name; "General" only after another ("Lt. Gen."), for it opens many names of organs.
fn is_honorific(passage: &Passage<'_>, index: usize, titled: bool) -> bool {
    let named = passage.is_mark(index + 1, '.')
        || passage.tokens.get(index + 1).is_some_and(|token| token.kind == TokenKind::Word);
    named
        && passage.word(index).len() > 1
        && passage.is_any(index, HONORIFICS)
        && (titled || !passage.is_any(index, &["general"]))
}

fn is_name_word(passage: &Passage<'_>, index: usize) -> bool {
    let Some(token) = passage.tokens.get(index) else { return false };
    if token.kind != TokenKind::Word || passage.is_taken(index) {
        return false;
    }
    let word = passage.word(index);
    (word[0].is_uppercase() && (word.len() > 1 || passage.is_mark(index + 1, '.')) || is_al(passage, index))
        && date::month(word).is_none()
        && date::weekday(word).is_none()
        && office_at(passage, index).is_none()
}

/// "(Iran (Islamic Republic of))": the country in the parentheses after a name.
fn country_after(passage: &Passage<'_>, index: usize) -> (Option<(usize, usize)>, usize) {
    if !passage.is_mark(index, '(') {
        return (None, index);
    }
    let mut depth = 0_u32;
    for at in index..passage.tokens.len().min(index + 16) {
        if passage.is_mark(at, '(') {
            depth += 1;
        } else if passage.is_mark(at, ')') {
            depth -= 1;
            if depth == 0 {
                let (start, end) = (passage.tokens[index].end, passage.tokens[at].start);
                let country = is_country(&passage.chars[start..end]).then_some((start, end));
                return (country, if country.is_some() { at + 1 } else { index });
            }
        }
    }
    (None, index)
}

/// A State, or what has the look of one: every longer word but the joining ones has a capital.
fn is_country(chars: &[char]) -> bool {
    if state::is_name(chars) {
        return true;
    }
    let text: String = chars.iter().collect();
    let mut words = text.split_whitespace().peekable();
    if words.peek().is_none() || chars.len() > 60 {
        return false;
    }
    // Short forms such as "US" and "EU" are countries; longer capitals are bodies: "ASEAN".
    if !text.contains(' ') && text.chars().all(|c| c.is_uppercase()) {
        return (2..=3).contains(&chars.len());
    }
    words.all(|word| {
        matches!(word, "the" | "of" | "and" | "&" | "de" | "la")
            || word.chars().next().is_some_and(|c| c.is_uppercase())
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '&'))
    }) && !INSTITUTIONS.iter().any(|word| {
        !matches!(
            *word,
            "republic"
                | "states"
                | "united"
                | "kingdom"
                | "union"
                | "state"
                | "new"
                | "south"
                | "north"
                | "federation"
        ) && text.split_whitespace().any(|part| part.eq_ignore_ascii_case(word))
    })
}

/// "Ambassador Jane Doe of Fiji"
fn ambassador_of(passage: &Passage<'_>, index: usize) -> Option<(usize, usize)> {
    if !passage.is(index, "of") {
        return None;
    }
    let article = usize::from(passage.is(index + 1, "the"));
    let token = passage.tokens.get(index + 1 + article)?;
    state::length_at(&passage.chars[token.start..]).map(|length| (token.start, token.start + length))
}
