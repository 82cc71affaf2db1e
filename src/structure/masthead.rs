//! The head of the first page: symbol, distribution, organ, body, sessions, agenda item, title.
//!
//! ```text
//! United Nations                              A/AC.1/2031/L.1     <- symbol
//! General Assembly                            Distr.: Limited     <- organ | distribution
//!                                             7 January 2031
//!                                             Original: English   <- language
//! Working Group on Seeds                                          <- body
//! New York, 3–7 March 2031                                        <- sessions
//!                Draft report                                     <- title
//!                Rapporteur: Ms. A (B)                            <- by-line
//! ```

use super::furniture;
use super::marker;
use super::passage::{Passage, Words};
use crate::read::{Line, SourceText};
use crate::report::{Masthead, Node, NodeKind, Place};

/// No masthead is longer than this many lines.
const LONGEST: usize = 60;

/// What was found.
pub struct Head {
    /// The fields.
    pub masthead: Masthead,
    /// The nodes `f.symbol` … `f.title`.
    pub nodes: Vec<Node>,
    /// For each line of the source: it belongs to the masthead.
    pub taken: Vec<bool>,
    /// Index of the first line of the body.
    pub body_start: usize,
}

/// The parts of a masthead, in the order in which they become nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Symbol,
    Organ,
    Distribution,
    Language,
    Body,
    Sessions,
    Agenda,
    Adoption,
    Title,
    By,
}

impl Part {
    fn id(self) -> &'static str {
        match self {
            Part::Symbol => "f.symbol",
            Part::Organ => "f.organ",
            Part::Distribution => "f.distr",
            Part::Language => "f.lang",
            Part::Body => "f.body",
            Part::Sessions => "f.sessions",
            Part::Agenda => "f.agenda",
            Part::Adoption => "f.adoption",
            Part::Title => "f.title",
            Part::By => "f.by",
        }
    }
}

/// Reads the masthead. Lines of a cover that it uses are taken back from what was set aside.
pub fn masthead(source: &SourceText, aside: &mut [Option<&'static str>], words: &Words) -> Head {
    let lines = &source.lines;
    let cover = aside.contains(&Some("cover"));
    let mut head = Head {
        masthead: Masthead::default(),
        nodes: Vec::new(),
        taken: vec![false; lines.len()],
        body_start: 0,
    };
    head.masthead.job_number = job_number(lines, aside);
    let Some(symbol_line) = head_start(lines) else { return head };
    let pieces = if cover {
        head.body_start = aside.iter().rposition(|what| *what == Some("contents")).map_or(0, |at| at + 1);
        cover_pieces(lines, aside)
    } else {
        head.body_start = body_start(source, aside, symbol_line);
        pieces(lines, aside, head.body_start)
    };
    let parts = classify(source, &pieces, cover);
    for (piece, part) in pieces.iter().zip(&parts) {
        if part.is_some() {
            head.taken[piece.place.line] = true;
            aside[piece.place.line] = None;
        }
    }
    nodes(source, &pieces, &parts, words, &mut head);
    head
}

/// A stretch of a line: the masthead is set in two columns.
#[derive(Debug, Clone)]
struct Piece {
    place: Place,
    text: String,
    left: f32,
    size: f32,
    bold: bool,
}

/// The line of the first symbol, or of "Distr.", near the top; a text without either has no masthead.
fn head_start(lines: &[Line]) -> Option<usize> {
    let distribution = lines.iter().take(30).position(|line| line.text.contains("Distr."));
    let symbol = furniture::own_symbol(lines).map(|(at, _)| at).filter(|at| {
        // A symbol inside a sentence is a reference, not the document's own.
        let line = &lines[*at];
        line.text.chars().count() < 80 && !line.text.ends_with(['.', ';', ','])
    });
    match (symbol, distribution) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn job_number(lines: &[Line], aside: &[Option<&'static str>]) -> Option<String> {
    let line = aside.iter().position(|what| what.is_some_and(|what| what.contains("job number")))?;
    let word = lines[line].text.split_whitespace().find(|word| word.contains('-'))?;
    Some(word.trim_matches('*').to_owned())
}

/// Where the body begins: at the first label, the first long paragraph, or a preamble.
fn body_start(source: &SourceText, aside: &[Option<&'static str>], symbol: usize) -> usize {
    let lines = &source.lines;
    let mut title_seen = false;
    let mut original_seen = false;
    let mut last = symbol;
    for (at, line) in lines.iter().enumerate().take(symbol + LONGEST) {
        if aside[at].is_some() {
            continue;
        }
        let text = line.text.trim();
        if at > symbol && line.page > lines[symbol].page {
            return at;
        }
        last = at;
        if text.starts_with("Original") {
            original_seen = true;
            continue;
        }
        if at <= symbol || is_box(text) {
            continue;
        }
        let lower = text.to_lowercase();
        let begins = marker::starts_body(text)
            || matches!(lower.as_str(), "introduction" | "summary" | "annex" | "contents" | "background")
            || text.chars().count() > 250
            || (text.starts_with("The ") && text.ends_with(',') && text.chars().count() < 90 && !line.bold)
            || (text.ends_with('.')
                && text.split(' ').count() >= 6
                && !text.starts_with("Distr")
                && !line.bold);
        if begins {
            return at;
        }
        if !source.is_printed() {
            let head = is_by_line(text)
                || is_session(text)
                || is_agenda(text)
                || begins_title(text)
                || starts_numbered_title(text)
                || text.starts_with("Adopted by");
            if title_seen && line.gap && !head {
                return at;
            }
            // The line of the sponsors is followed by the title of what they propose.
            title_seen |= begins_title(text)
                && !text.ends_with("draft resolution")
                && !text.ends_with("draft decision");
        }
        if source.is_printed() && original_seen {
            let by_line = is_by_line(text) || text.ends_with(": draft resolution") || is_session(text);
            if title_seen && !line.bold && !by_line && line.size < 13.0 && line.gap {
                return at;
            }
            title_seen |= line.bold && line.size >= 11.5 && line.left > lines[symbol].left.min(70.0) + 20.0;
        }
    }
    last + 1
}

/// A line of the box at the top: distribution, language, organ.
fn is_box(text: &str) -> bool {
    text.starts_with("Distr") || text.starts_with("Original") || text == "United Nations" || is_organ(text)
}

fn is_organ(text: &str) -> bool {
    const ORGANS: &[&str] = &[
        "General Assembly",
        "Security Council",
        "Economic and Social Council",
        "Trusteeship Council",
        "Secretariat",
        "Conference on Disarmament",
        "Trade and Development Board",
    ];
    ORGANS.contains(&text)
}

fn is_by_line(text: &str) -> bool {
    const LEADS: &[&str] = &[
        "Rapporteur",
        "Chair:",
        "Chairperson:",
        "President:",
        "Submitted by",
        "Prepared by",
        "Note by",
        "Co-Chairs:",
    ];
    LEADS.iter().any(|lead| text.starts_with(lead)) && text.chars().count() < 160
}

/// Every piece of the lines before `end`.
fn pieces(lines: &[Line], aside: &[Option<&'static str>], end: usize) -> Vec<Piece> {
    (0..end).filter(|at| aside[*at].is_none()).flat_map(|at| split(lines, at)).collect()
}

/// The pieces of a line, one for each column.
fn split(lines: &[Line], at: usize) -> Vec<Piece> {
    let line = &lines[at];
    let length = line.text.chars().count();
    let mut starts = vec![(0, line.left)];
    starts.extend(&line.cells);
    starts
        .iter()
        .enumerate()
        .map(|(index, (start, left))| {
            let end = starts.get(index + 1).map_or(length, |next| next.0);
            Piece {
                place: Place { line: at, start: *start, end },
                text: line.text.chars().skip(*start).take(end - start).collect::<String>().trim().to_owned(),
                left: *left,
                size: line.size,
                bold: line.bold,
            }
        })
        .collect()
}

/// From a cover: the symbol, the organ, the title in the largest type, session, place and dates, each once.
fn cover_pieces(lines: &[Line], aside: &[Option<&'static str>]) -> Vec<Piece> {
    let first = lines.first().map_or(0, |line| line.page);
    let on_cover: Vec<usize> =
        (0..lines.len()).filter(|at| aside[*at] == Some("cover") && lines[*at].page == first).collect();
    on_cover.into_iter().flat_map(|at| split(lines, at)).collect()
}

/// What each piece is.
fn classify(source: &SourceText, pieces: &[Piece], cover: bool) -> Vec<Option<Part>> {
    let mut parts: Vec<Option<Part>> = vec![None; pieces.len()];
    let column = pieces.iter().find(|piece| piece.text.starts_with("Distr")).map(|piece| piece.left);
    let two_columns = column.is_some_and(|left| left > 200.0);
    let language = pieces.iter().position(|piece| piece.text.starts_with("Original"));
    let symbol = pieces.iter().position(|piece| {
        piece.text.split_whitespace().any(|word| furniture::looks_like_symbol(word.trim_end_matches('*')))
    });
    let distribution = pieces.iter().position(|piece| piece.text.starts_with("Distr"));
    let box_end = language.or(distribution).or(symbol).unwrap_or(0);
    // The box: symbol, distribution with its date, language, and the organ at the left.
    let mut organ_size = 0.0;
    for (at, piece) in pieces.iter().enumerate() {
        let right = two_columns && column.is_some_and(|left| piece.left > left - 60.0);
        let text = piece.text.as_str();
        parts[at] = if Some(at) == symbol || text == "United Nations" {
            Some(Part::Symbol)
        } else if text.starts_with("Distr") {
            Some(Part::Distribution)
        } else if text.starts_with("Original") {
            Some(Part::Language)
        } else if is_organ(text) {
            organ_size = piece.size;
            Some(Part::Organ)
        } else if at <= box_end + 2 && plain_date(text).is_some() && (right || !two_columns) {
            Some(Part::Distribution)
        } else if right && at <= box_end {
            Some(Part::Symbol)
        } else if two_columns && !right && (at <= box_end || (piece.size == organ_size && piece.size > 15.0))
        {
            organ_size = piece.size;
            Some(Part::Organ)
        } else {
            None
        };
    }
    if cover {
        return classify_cover(pieces, parts);
    }
    classify_rest(source, pieces, &mut parts);
    parts
}

fn classify_cover(pieces: &[Piece], mut parts: Vec<Option<Part>>) -> Vec<Option<Part>> {
    let largest = pieces.iter().map(|piece| piece.size).fold(0.0, f32::max);
    for (piece, part) in pieces.iter().zip(parts.iter_mut()).filter(|(_, part)| part.is_none()) {
        let text = piece.text.as_str();
        *part = if piece.size > largest - 0.5 {
            Some(Part::Title)
        } else if text.starts_with("Official Records")
            || text.ends_with("Session")
            || text.starts_with("Supplement No")
        {
            Some(Part::Distribution)
        } else if is_session(text) {
            Some(Part::Sessions)
        } else {
            None
        };
    }
    parts
}

/// Below the box: body, sessions, agenda item at the left; then the title and its by-line.
fn classify_rest(source: &SourceText, pieces: &[Piece], parts: &mut [Option<Part>]) {
    let rest: Vec<usize> = (0..pieces.len()).filter(|at| parts[*at].is_none()).collect();
    let pdf = source.is_printed();
    let margin = rest.iter().map(|at| pieces[*at].left).fold(f32::MAX, f32::min);
    // In the UN layout the title is set in from the margin of the body's name.
    let title_start = if pdf {
        rest.iter().position(|at| pieces[*at].left > margin + 20.0).unwrap_or(rest.len())
    } else {
        rest.iter()
            .rposition(|at| is_session(&pieces[*at].text) || is_agenda(&pieces[*at].text))
            .map_or_else(|| usize::from(rest.len() > 1), |at| at + 1)
    };
    let titled = rest.iter().position(|at| begins_title(&pieces[*at].text)).unwrap_or(rest.len());
    let (above, below) = rest.split_at(title_start.min(rest.len()).min(titled));
    let mut current = Part::Body;
    for (order, at) in above.iter().enumerate() {
        let piece = &pieces[*at];
        let text = piece.text.as_str();
        if is_agenda(text) {
            current = Part::Agenda;
        } else if current != Part::Agenda && is_session(text) {
            current = Part::Sessions;
        } else if current == Part::Sessions
            && !text.starts_with(|c: char| c.is_lowercase())
            && (order > 0 && piece.bold)
        {
            current = Part::Body;
        }
        parts[*at] = Some(current);
    }
    // In running text a line on the agenda item is followed by that item's title, before the report's.
    let agenda_last = !pdf && above.last().is_some_and(|at| is_agenda(&pieces[*at].text)) && below.len() > 1;
    let mut current = if agenda_last { Part::Agenda } else { Part::Title };
    for (order, at) in below.iter().enumerate() {
        let text = pieces[*at].text.as_str();
        if order == 1 && agenda_last {
            current = Part::Title;
        }
        if is_by_line(text) {
            current = Part::By;
        } else if ["Resolution adopted", "Decision adopted", "Adopted by"]
            .iter()
            .any(|start| text.starts_with(start))
        {
            current = Part::Adoption;
        } else if current == Part::Adoption && starts_numbered_title(text) {
            current = Part::Title;
        }
        parts[*at] = Some(current);
        // "A, B and C: draft resolution" names the sponsors; where a title follows, it is not the title.
        if text.ends_with("draft resolution") || text.ends_with("draft decision") {
            if order + 1 < below.len() {
                below[..=order].iter().for_each(|at| parts[*at] = Some(Part::By));
            }
            current = Part::Title;
        }
    }
}

/// Words with which only a title begins.
fn begins_title(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Draft report",
        "Draft resolution",
        "Draft decision",
        "Report of the",
        "Letter dated",
        "Letters dated",
        "Note by",
        "Note verbale",
        "Identical letters",
        "Resolution adopted",
        "Decision adopted",
        "Zero draft",
        "Revised draft",
        "Resolution ",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
        || text.ends_with(": draft resolution")
        || text.ends_with(": draft decision")
}

/// "59/25. Human rights …", "59/… Human rights …"
fn starts_numbered_title(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or("");
    first.contains('/') && first.starts_with(|c: char| c.is_ascii_digit()) || first.contains("(20")
}

fn is_agenda(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("agenda item")
        || lower.starts_with("item ")
        || lower.starts_with("provisional agenda item")
}

/// "Eighth substantive session", "New York, 3–7 March 2031", "2025 substantive session".
fn is_session(text: &str) -> bool {
    let lower = text.to_lowercase();
    let report =
        ["report", "draft", "resolution", "letter", "note"].iter().any(|word| lower.starts_with(word));
    let session = (lower.ends_with("session") || lower.contains("session ") || lower.contains("session,"))
        && lower.len() < 120;
    let month = MONTHS.iter().any(|month| text.contains(month));
    let year = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    !report && (session || (month && year && text.chars().count() < 140))
}

/// Joins the pieces of each part to a node, and reads the fields off them.
fn nodes(source: &SourceText, pieces: &[Piece], parts: &[Option<Part>], words: &Words, head: &mut Head) {
    let mut found: Vec<(Part, Passage, u32)> = Vec::new();
    for (piece, part) in pieces.iter().zip(parts) {
        let Some(part) = part else { continue };
        let line = &source.lines[piece.place.line];
        match found.iter_mut().find(|(other, ..)| other == part) {
            Some((_, passage, _)) => passage.push(line, piece.place, words),
            None => {
                let mut passage = Passage::default();
                passage.push(line, piece.place, words);
                found.push((*part, passage, line.page));
            }
        }
    }
    // Pieces of a taken line that had no part would be lost: they go with the piece beside them.
    for (piece, _) in
        pieces.iter().zip(parts).filter(|(piece, part)| part.is_none() && head.taken[piece.place.line])
    {
        if let Some((_, passage, _)) = found.last_mut() {
            passage.push(&source.lines[piece.place.line], piece.place, words);
        }
    }
    if head.masthead.body.is_none() && !found.iter().any(|(part, ..)| *part == Part::Body) {
        // A conference or meeting of parties stands where an organ would.
        let own =
            found.iter_mut().find(|(part, passage, _)| *part == Part::Organ && !is_organ(&passage.text));
        if let Some((part, ..)) = own {
            *part = Part::Body;
        }
    }
    found.sort_by_key(|(part, ..)| *part);
    for (part, passage, page) in found {
        fields(part, &passage.text, &mut head.masthead);
        head.nodes.push(Node {
            id: part.id().into(),
            kind: NodeKind::Masthead,
            number: None,
            number_inferred: false,
            parent: None,
            part: "body".into(),
            notes: Vec::new(),
            page,
            text: passage.text,
            places: passage.places,
        });
    }
}

fn fields(part: Part, text: &str, masthead: &mut Masthead) {
    let after_colon = |text: &str| text.split_once(':').map(|(_, rest)| rest.trim().to_owned());
    match part {
        Part::Symbol => {
            let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_end_matches('*')).collect();
            let at = words.iter().position(|word| furniture::looks_like_symbol(word));
            // The Council's resolutions bear the year: "S/RES/2779 (2025)".
            let year =
                at.and_then(|at| words.get(at + 1)).filter(|word| word.starts_with('(') && word.len() == 6);
            masthead.symbol = at.map(|at| match year {
                Some(year) => format!("{} {year}", words[at]),
                None => words[at].to_owned(),
            });
        }
        Part::Distribution => {
            // Where two mastheads are printed over one another, the later one lies on top.
            masthead.distribution = match text.rsplit_once("Distr") {
                Some((_, word)) => {
                    word.trim_start_matches(['.', ':', ' ']).split_whitespace().next().map(title_case)
                }
                None => Some(text.to_owned()),
            };
            masthead.issued = plain_dates(text).pop();
        }
        Part::Language => masthead.original = after_colon(text),
        Part::Organ => masthead.organ = Some(text.to_owned()),
        Part::Body => masthead.body = Some(text.to_owned()),
        Part::Sessions => {
            (masthead.session, masthead.dates) = session_and_dates(text);
        }
        Part::Agenda => masthead.agenda_item = Some(text.to_owned()),
        Part::Adoption => {}
        Part::Title => masthead.title = Some(text.to_owned()),
        Part::By => masthead.submitted_by = Some(text.to_owned()),
    }
}

/// "Eighth substantive session New York, 8–12 July 2024" is a session, and a place with dates.
fn session_and_dates(text: &str) -> (Option<String>, Option<String>) {
    let lower = text.to_lowercase();
    let end =
        ["session", "meeting"].iter().filter_map(|word| lower.find(word).map(|at| at + word.len())).min();
    // Lower case may be longer than the text itself in some alphabets: cut only where both agree.
    let end = end.filter(|end| text.is_char_boundary(*end));
    let (session, rest) = end.map_or(("", text), |end| text.split_at(end));
    let tidy = |part: &str| {
        let part = part.trim_matches([' ', ',', '(', ')', '*']);
        (!part.is_empty()).then(|| part.to_owned())
    };
    (tidy(session), tidy(rest))
}

fn title_case(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters.flat_map(char::to_lowercase)).collect()
    })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The first "7 January 2021" in a text, as EDTF. The grammar of dates is in `terms`; a masthead has
/// only this form.
pub fn plain_date(text: &str) -> Option<String> {
    plain_dates(text).into_iter().next()
}

fn plain_dates(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(['.', ',', ';', ')', '('])).collect();
    let date = |three: &[&str]| {
        let month = MONTHS.iter().position(|month| *month == three[1])? + 1;
        let day: u32 = three[0].parse().ok().filter(|day| (1..=31).contains(day))?;
        let year: u32 = three[2].parse().ok().filter(|year| (1900..2200).contains(year))?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    };
    words.windows(3).filter_map(date).collect()
}
