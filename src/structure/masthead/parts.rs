//! Which part of the masthead each stretch of its lines is.

use super::super::furniture;
use super::phrases::{
    begins_title, begins_with_date, is_addendum, is_agenda, is_by_line, is_date_line, is_language, is_organ,
    is_session, starts_numbered_title,
};
use crate::read::{Line, SourceText};
use crate::report::Place;

/// The parts of a masthead, in the order in which they become nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Symbol,
    Organ,
    Distribution,
    Language,
    Body,
    Sessions,
    Agenda,
    Adoption,
    Title,
    Addendum,
    By,
}

impl Part {
    pub fn id(self) -> &'static str {
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
            Part::Addendum => "f.addendum",
            Part::By => "f.by",
        }
    }
}

/// A stretch of a line: the masthead is set in two columns.
#[derive(Debug, Clone)]
pub struct Piece {
    pub place: Place,
    pub text: String,
    pub left: f32,
    pub size: f32,
    pub bold: bool,
    pub gap: bool,
}

/// Every piece of the lines before `end`.
pub fn pieces(lines: &[Line], aside: &[Option<&'static str>], end: usize) -> Vec<Piece> {
    (0..end).filter(|at| aside[*at].is_none()).flat_map(|at| split(lines, at)).collect()
}

/// The pieces of a line, one for each column.
pub fn split(lines: &[Line], at: usize) -> Vec<Piece> {
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
                gap: line.gap,
            }
        })
        .collect()
}

/// From a cover: the symbol, the organ, the title in the largest type, session, place and dates, each once.
pub fn cover_pieces(lines: &[Line], aside: &[Option<&'static str>]) -> Vec<Piece> {
    let first = lines.first().map_or(0, |line| line.page);
    let on_cover: Vec<usize> =
        (0..lines.len()).filter(|at| aside[*at] == Some("cover") && lines[*at].page == first).collect();
    on_cover.into_iter().flat_map(|at| split(lines, at)).collect()
}

/// What each piece is.
pub fn classify(source: &SourceText, pieces: &[Piece], cover: bool) -> Vec<Option<Part>> {
    let mut parts: Vec<Option<Part>> = vec![None; pieces.len()];
    let in_box = |piece: &&Piece| piece.text.starts_with("Distr") || is_language(&piece.text);
    let column = pieces.iter().find(in_box).map(|piece| piece.left);
    let two_columns = column.is_some_and(|left| left > 200.0);
    let language = pieces.iter().position(|piece| is_language(&piece.text));
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
        parts[at] = if Some(at) == symbol || text.eq_ignore_ascii_case("united nations") {
            Some(Part::Symbol)
        } else if text.starts_with("Distr") {
            Some(Part::Distribution)
        } else if is_language(text) || at < box_end && text.len() == 1 {
            // The letter of the language, large at the top.
            Some(Part::Language)
        } else if is_organ(text) {
            organ_size = piece.size;
            Some(Part::Organ)
        } else if at <= box_end + 2 && begins_with_date(text) && (right || !two_columns)
            || at <= box_end + 4 && is_date_line(text) && !two_columns
            || is_distribution(text) && at > 0 && pieces[at - 1].text.trim_end_matches(['.', ':']) == "Distr"
        {
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

/// The word behind "Distr." on a line of its own.
fn is_distribution(text: &str) -> bool {
    ["general", "limited", "restricted"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

pub fn classify_cover(pieces: &[Piece], mut parts: Vec<Option<Part>>) -> Vec<Option<Part>> {
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
pub fn classify_rest(source: &SourceText, pieces: &[Piece], parts: &mut [Option<Part>]) {
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
    // Where the title names the body's own session, the one above is the parent organ's, with the item.
    let names_session =
        |text: &str| is_session(text) && text.to_lowercase().contains("session") && text.chars().count() < 60;
    let own = below.iter().skip(1).any(|at| names_session(&pieces[*at].text));
    for at in above.iter().filter(|_| own) {
        if parts[*at] == Some(Part::Sessions) {
            parts[*at] = Some(Part::Agenda);
        }
    }
    // In running text a line on the agenda item is followed by that item's title, before the report's.
    let agenda_last = !pdf && above.last().is_some_and(|at| is_agenda(&pieces[*at].text)) && below.len() > 1;
    let mut current = if agenda_last { Part::Agenda } else { Part::Title };
    let mut submitter = false;
    for (order, at) in below.iter().enumerate() {
        let text = pieces[*at].text.as_str();
        if order == 1 && agenda_last {
            current = Part::Title;
        }
        // Its place and dates stand on the line below.
        let goes_on = order > 0 && parts[below[order - 1]] == Some(Part::Sessions) && is_session(text);
        if own && current == Part::Title && order > 0 && (names_session(text) || goes_on) {
            parts[*at] = Some(Part::Sessions);
            continue;
        }
        if order > 0 && is_addendum(text) {
            parts[*at] = Some(Part::Addendum);
            continue;
        }
        // "Draft resolution submitted by …" may run over lines; the title stands below it in a type of its own.
        let submitted =
            text.starts_with("Draft resolution submitted") || text.starts_with("Draft decision submitted");
        let piece = &pieces[*at];
        let apart = order > 0 && (piece.gap || piece.bold != pieces[below[order - 1]].bold);
        if is_by_line(text) || (submitted && order + 1 < below.len()) {
            current = Part::By;
            submitter = submitted;
        } else if submitter && apart {
            current = Part::Title;
            submitter = false;
        } else if ["Resolution adopted", "Decision adopted", "Adopted by"]
            .iter()
            .any(|start| text.starts_with(start))
        {
            current = Part::Adoption;
        } else if current == Part::Adoption && starts_numbered_title(text) {
            current = Part::Title;
        }
        parts[*at] = Some(current);
        // "A, B and C: draft resolution" names the sponsors, with a title below or without one.
        if text.ends_with("draft resolution") || text.ends_with("draft decision") {
            if order + 1 < below.len() || text.contains(": draft") {
                below[..=order].iter().for_each(|at| parts[*at] = Some(Part::By));
            }
            current = Part::Title;
        }
    }
}
