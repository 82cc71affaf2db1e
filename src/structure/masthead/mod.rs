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

mod parts;
mod phrases;

use super::furniture;
use super::marker;
use super::passage::{Passage, Words};
use crate::read::{Line, SourceText};
use crate::report::{Masthead, Node, NodeKind};
use parts::{Part, Piece, classify, cover_pieces, pieces};
use phrases::*;

pub use phrases::plain_date;

/// No masthead is longer than this many lines.
const LONGEST: usize = 60;

/// What was found.
pub struct Head {
    /// The fields.
    pub masthead: Masthead,
    /// The nodes `f.symbol` … `f.title`.
    pub nodes: Vec<Node>,
    /// The footnote calls of each node: character index in its text, sign.
    pub calls: Vec<Vec<(usize, String)>>,
    /// For each line of the source: it belongs to the masthead.
    pub taken: Vec<bool>,
    /// Index of the first line of the body.
    pub body_start: usize,
}

/// Reads the masthead. Lines of a cover that it uses are taken back from what was set aside.
pub fn masthead(source: &SourceText, aside: &mut [Option<&'static str>], words: &Words) -> Head {
    let lines = &source.lines;
    let cover = aside.contains(&Some("cover"));
    let mut head = Head {
        masthead: Masthead::default(),
        nodes: Vec::new(),
        calls: Vec::new(),
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
    if head.masthead.body.is_none() {
        head.masthead.body = head.masthead.title.as_deref().and_then(body_in_title);
    }
    if cover && head.masthead.issued.is_none() {
        head.masthead.issued = cover_date(lines, aside);
    }
    head
}

/// "[14 March 2025]" above the contents: when the report was adopted. No placeholder.
fn cover_date(lines: &[Line], aside: &[Option<&'static str>]) -> Option<String> {
    let covers = lines.iter().zip(aside).filter(|(_, what)| **what == Some("cover"));
    covers
        .map(|(line, _)| line.text.trim())
        .find(|text| text.starts_with('[') && text.ends_with(']') && text.len() < 24)
        .and_then(|text| plain_date(text.trim_matches(['[', ']'])))
}

/// The line of the first symbol, or of "Distr.", near the top; a text without either has no masthead.
fn head_start(lines: &[Line]) -> Option<usize> {
    let distribution = lines.iter().take(30).position(|line| line.text.contains("Distr."));
    let symbol = furniture::own_symbol(lines).map(|(at, _)| at).filter(|at| {
        // A symbol inside a sentence is a reference, not the document's own.
        let line = &lines[*at];
        line.text.chars().count() < 80 && !line.text.ends_with(['.', ';', ','])
    });
    let start = match (symbol, distribution) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    // Numbered text before it: an excerpt, whose running head this is.
    start.filter(|start| !lines[..*start].iter().any(|line| marker::starts_paragraph(&line.text)))
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
    let mut box_seen = false;
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
        if is_language(text) {
            box_seen = true;
            continue;
        }
        box_seen |= text.contains("Distr");
        if at <= symbol || is_box(text) {
            continue;
        }
        let lower = text.to_lowercase();
        let begins = marker::starts_body(text)
            || marker::starts_paragraph(text)
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
            // "Fourth and fifth substantive sessions" goes on with the title of a report on both.
            let sessions = lower.ends_with("sessions") && text.chars().count() < 120;
            let head = is_by_line(text)
                || is_addendum(text)
                || is_session(text)
                || sessions
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
        if source.is_printed() && box_seen {
            let by_line = text.starts_with('[')
                || is_by_line(text)
                || is_addendum(text)
                || text.ends_with(": draft resolution")
                || is_session(text);
            if title_seen && !line.bold && !by_line && line.size < 13.0 && line.gap {
                return at;
            }
            title_seen |= line.bold && line.size >= 11.5 && line.left > lines[symbol].left.min(70.0) + 20.0;
        }
    }
    last + 1
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
    let lines_of = |part| {
        let lines = pieces.iter().zip(parts).filter(move |(_, other)| **other == Some(part));
        lines.map(|(piece, _)| piece.text.as_str()).collect::<Vec<_>>()
    };
    for (part, passage, page) in found {
        fields(part, &passage.text, &mut head.masthead);
        if part == Part::Distribution && !passage.text.starts_with("Distr") {
            // A day alone says when, not to whom.
            let said: Vec<&str> = lines_of(part).into_iter().filter(|line| !is_day(line)).collect();
            head.masthead.distribution = (!said.is_empty()).then(|| said.join(", "));
        }
        head.calls.push(passage.calls);
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
                // Of two symbols, "A/63/92–S/2008/417", the first.
                None => words[at].split('–').next().unwrap_or(words[at]).to_owned(),
            });
        }
        Part::Distribution => {
            // Where two mastheads are printed over one another, the later one lies on top.
            masthead.distribution = match text.rsplit_once("Distr") {
                Some((_, word)) => {
                    word.trim_start_matches(['.', ':', ' ']).split_whitespace().next().map(title_case)
                }
                None => None,
            };
            // "Letter dated 3 May 2031 from …" is a title that stands where the date of issue does.
            let letter = text
                .find("etter dated")
                .or_else(|| text.find("etters dated"))
                .or_else(|| text.find("verbale dated"));
            masthead.issued = plain_dates(&text[..letter.unwrap_or(text.len())]).pop();
        }
        Part::Language => {
            masthead.original = after_colon(text).or_else(|| text.strip_suffix(" only").map(str::to_owned));
        }
        Part::Organ => masthead.organ = Some(text.to_owned()),
        Part::Body => masthead.body = Some(text.to_owned()),
        Part::Sessions => {
            (masthead.session, masthead.dates) = session_and_dates(text);
        }
        Part::Agenda => masthead.agenda_item = Some(text.to_owned()),
        Part::Adoption | Part::Addendum => {}
        Part::Title => masthead.title = Some(text.to_owned()),
        Part::By => masthead.submitted_by = Some(text.replace('*', "")),
    }
}
