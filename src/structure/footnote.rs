//! Lifts the footnotes out of the pages.
//!
//! A note begins with its sign: raised (PDF), `[^1]:` or `¹` (Markdown), or plain figures below a
//! rule. On a printed page the notes are the last lines, in smaller type or below a rule; a note
//! that goes on at the foot of the next page has no sign there.

use super::furniture;
use super::passage::{Passage, Words};
use crate::read::{Line, SourceText};
use crate::report::Place;

/// A footnote as it stands in the source.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its sign: `1`, `*`, `a`.
    pub sign: String,
    /// Its text.
    pub passage: Passage,
    /// Page on which it begins.
    pub page: u32,
    /// Index of its first line.
    pub line: usize,
}

/// The notes, and the lines that they take.
pub struct Notes {
    /// In reading order.
    pub notes: Vec<Note>,
    /// For each line: it belongs to a note.
    pub taken: Vec<bool>,
}

/// Type at least this much smaller than the body's, in points, is a note's.
const SMALLER: f32 = 0.7;

/// Finds the notes of a source.
pub fn footnotes(
    source: &SourceText,
    aside: &mut [Option<&'static str>],
    body_start: usize,
    words: &Words,
) -> Notes {
    let lines = &source.lines;
    let mut notes = Notes { notes: Vec::new(), taken: vec![false; lines.len()] };
    let body_size = furniture::common_size(lines);
    for page in furniture::pages(lines) {
        if source.is_printed() {
            page_notes(source, aside, page, body_size, words, &mut notes);
        } else {
            let from = page.start.max(body_start.min(page.end));
            text_notes(source, aside, from..page.end, words, &mut notes);
        }
    }
    notes
}

/// The notes at the foot of a printed page.
fn page_notes(
    source: &SourceText,
    aside: &mut [Option<&'static str>],
    page: std::ops::Range<usize>,
    body_size: f32,
    words: &Words,
    notes: &mut Notes,
) {
    let lines = &source.lines;
    starred_notes(source, aside, page.clone(), words, notes);
    let rule = page.clone().rev().find(|at| is_note_rule(&lines[*at], aside[*at]));
    let small = |at: usize| lines[at].size > 0.0 && lines[at].size <= body_size - SMALLER;
    let text: Vec<usize> = page.clone().filter(|at| aside[*at].is_none() && !notes.taken[*at]).collect();
    let from_rule = rule.map(|rule| text.iter().position(|at| *at > rule).unwrap_or(text.len()));
    // Without a printed rule: the last lines in small type, from the first that bears a sign.
    let run = text.iter().rposition(|at| !small(*at)).map_or(0, |at| at + 1);
    let signed = text[run..].iter().position(|at| own_sign(&lines[*at], true).is_some()).map(|at| run + at);
    let goes_on = run < text.len()
        && run > 0
        && signed.is_none_or(|signed| signed > run)
        && open(notes, page.start, lines);
    let from_size = if goes_on { Some(run) } else { signed };
    let Some(first) = from_rule.into_iter().chain(from_size).min() else { return };
    // Below a rule in the middle of a page, type of the body's size is text, not notes.
    let below: Vec<usize> = text[first..].to_vec();
    let believed = below.iter().all(|at| small(*at) || own_sign(&lines[*at], true).is_some())
        || from_rule == Some(first) && below.iter().any(|at| own_sign(&lines[*at], true).is_some());
    let all_small = from_rule == Some(first) && below.iter().all(|at| small(*at));
    if !believed && !all_small {
        return;
    }
    if let Some(rule) = rule {
        aside[rule] = Some("footnote rule");
    }
    // Where signs are raised, figures at the start of a line are text ("26 July 1966").
    let raised =
        below.iter().any(|at| lines[*at].calls.first().is_some_and(|call| call.0 == 0 && call.1 != "*"));
    for at in below {
        take(source, at, !raised, words, notes);
    }
}

/// "* Participated in the first meeting." below a list whose entries end in asterisks, in the type of the list.
fn starred_notes(
    source: &SourceText,
    aside: &[Option<&'static str>],
    page: std::ops::Range<usize>,
    words: &Words,
    notes: &mut Notes,
) {
    let lines = &source.lines;
    let calls = page.clone().filter(|at| aside[*at].is_none() && lines[*at].text.ends_with('*')).count();
    for at in page.clone() {
        let text = &lines[at].text;
        let signed = text.starts_with("* ") && text[2..].starts_with(|c: char| c.is_uppercase());
        if aside[at].is_some() || !signed || calls < 2 {
            continue;
        }
        take(source, at, true, words, notes);
        for next in at + 1..page.end {
            if lines[next].gap || aside[next].is_some() || own_sign(&lines[next], true).is_some() {
                break;
            }
            take(source, next, true, words, notes);
        }
    }
}

/// True where the last note on the page before could go on: it lacks its full stop.
fn open(notes: &Notes, start: usize, lines: &[Line]) -> bool {
    notes.notes.last().is_some_and(|note| {
        let last = note.passage.places.last().map_or(0, |place| place.line);
        start > 0
            && lines[last].page + 1 == lines[start].page
            && !note.passage.text.trim_end().ends_with(['.', ')', '”'])
    })
}

fn is_note_rule(line: &Line, aside: Option<&'static str>) -> bool {
    aside.is_some_and(|what| what == "rule") && line.text.trim().starts_with("____")
}

/// Notes in running text: lines that begin with a sign, wherever they stand, and plain figures below a rule.
fn text_notes(
    source: &SourceText,
    aside: &mut [Option<&'static str>],
    range: std::ops::Range<usize>,
    words: &Words,
    notes: &mut Notes,
) {
    let lines = &source.lines;
    let mut below_rule = false;
    let mut inside = false;
    // Where pages are told, what stands below a rule is notes down to the foot of the page.
    let paged = lines.get(range.start).is_some_and(|line| line.page > 0);
    let foot = if paged { foot_without_rule(lines, aside, range.clone(), notes) } else { None };
    for at in range.clone() {
        below_rule |= foot == Some(at);
        if aside[at].is_some() {
            if aside[at] == Some("rule") && lines[at].text.trim().starts_with("____") {
                aside[at] = Some("footnote rule");
                below_rule = true;
                // A note that was broken by the page goes on here without a sign.
                let signs = range
                    .clone()
                    .skip_while(|other| *other <= at)
                    .any(|other| own_sign(&lines[other], true).is_some());
                inside = paged && !notes.notes.is_empty() && (signs || open(notes, at, lines));
            }
            continue;
        }
        let line = &lines[at];
        let signed = own_sign(line, below_rule).is_some_and(|(sign, length)| {
            length == 0 || follows(&notes.notes, &sign, length == line.text.chars().count())
        });
        // Figures alone among the notes that are no sign: the page number, or a sign out of its place.
        if inside && below_rule && !signed && is_bare(line) {
            let own = line.text.parse() == Ok(line.page);
            aside[at] = Some(if own { "page number" } else { "footnote sign" });
            continue;
        }
        let empty = notes.notes.last().is_some_and(|note| note.passage.text.is_empty());
        let continues =
            inside && !signed && (empty || (source.wrapped && (!line.gap || (paged && below_rule))));
        if signed || continues {
            take(source, at, below_rule, words, notes);
            inside = true;
        } else {
            inside = false;
            below_rule = false;
        }
    }
}

/// The first line of the notes at the foot of a page whose rule was a drawn line and is lost: set
/// apart from the text, the numbers going on from the last note, and nothing but notes below.
///
/// "3 Intergovernmental Panel …" after note 2 begins a note; "3 delegations spoke" in a paragraph, or
/// "3. The Council" anywhere, does not.
fn foot_without_rule(
    lines: &[Line],
    aside: &[Option<&'static str>],
    page: std::ops::Range<usize>,
    notes: &Notes,
) -> Option<usize> {
    let is_rule = |at: &usize| aside[*at] == Some("rule") && lines[*at].text.trim().starts_with("____");
    if page.clone().any(|at| is_rule(&at)) {
        return None;
    }
    let text: Vec<usize> = page.filter(|at| aside[*at].is_none()).collect();
    let last = notes.notes.iter().rev().find_map(|note| note.sign.parse::<u32>().ok()).unwrap_or(0);
    let number = |at: usize| own_sign(&lines[at], true)?.0.parse::<u32>().ok();
    let is_star = |at: usize| lines[at].text.starts_with("* ");
    // A page that knows no blank lines cannot set its notes apart.
    let dense = !text.iter().skip(1).any(|at| lines[*at].gap);
    text.iter().enumerate().skip(1).find_map(|(rank, &first)| {
        let apart = lines[first].gap || dense || is_bare(&lines[first]);
        let begins = apart && (number(first) == Some(last + 1) || is_star(first));
        if !begins {
            return None;
        }
        let mut expected = last + 1;
        for pair in text[rank..].windows(2) {
            expected += u32::from(number(pair[0]) == Some(expected));
            let (before, line) = (&lines[pair[0]], &lines[pair[1]]);
            let signed = number(pair[1]) == Some(expected) || is_star(pair[1]);
            let ended = before.text.ends_with(['.', ':', ';', '”', ')']);
            // Of a note, only what the sentence asks for goes on behind a gap.
            if (line.gap && !signed && ended) || is_paragraph_number(&line.text) {
                return None;
            }
        }
        (!text[rank..].iter().all(|at| is_bare(&lines[*at]))).then_some(first)
    })
}

/// Figures alone on a line.
fn is_bare(line: &Line) -> bool {
    !line.text.is_empty() && line.text.chars().all(|c| c.is_ascii_digit())
}

/// "12.", "12. The Council": no note begins so.
fn is_paragraph_number(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && text[digits..].starts_with('.')
        && !text[digits + 1..].starts_with(|c: char| c.is_ascii_digit())
}

/// The sign that a note's first line begins with, and how many characters of its text it takes.
fn own_sign(line: &Line, below_rule: bool) -> Option<(String, usize)> {
    if let Some((0, sign)) = line.calls.first().map(|(at, sign)| (*at, sign)) {
        return Some((sign.clone(), 0));
    }
    let text = &line.text;
    let stars = text.chars().take_while(|c| matches!(c, '*' | '†' | '‡')).count();
    if stars > 0 && stars <= 3 && text.chars().nth(stars).is_none_or(char::is_whitespace) {
        return Some((text.chars().take(stars).collect(), stars));
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let next = text.chars().nth(digits);
    // "1 See …"; a raised sign that was copied to a line of its own: "1".
    if below_rule && (1..=3).contains(&digits) && (next == Some(' ') || next.is_none()) {
        return Some((text.chars().take(digits).collect(), digits));
    }
    None
}

/// True where plain figures at the start of a line may be the sign of the next note: "26 August" in
/// the middle of note 6 is not. A figure alone on its line may come a little out of order, as copying leaves it.
fn follows(notes: &[Note], sign: &str, alone: bool) -> bool {
    /// So far a sign may be ahead: alone on its line; with its text, where the note before has ended.
    const AHEAD: [u32; 2] = [4, 2];
    let Ok(value) = sign.parse::<u32>() else { return true };
    let Some((last, note)) = notes.iter().rev().find_map(|note| Some((note.sign.parse::<u32>().ok()?, note)))
    else {
        return true;
    };
    let ended = note.passage.text.trim_end().ends_with('.');
    let ahead = if alone { AHEAD[0] } else { AHEAD[usize::from(ended)] * u32::from(ended) };
    value == last + 1 || value == 1 || (value > last && value <= last + ahead)
}

/// Gives a line to a note: a new one where it bears a sign, the last one where it does not.
fn take(source: &SourceText, at: usize, below_rule: bool, words: &Words, notes: &mut Notes) {
    let line = &source.lines[at];
    let length = line.text.chars().count();
    let place = Place { line: at, start: 0, end: length };
    match own_sign(line, below_rule)
        .filter(|(sign, characters)| *characters == 0 || follows(&notes.notes, sign, *characters == length))
    {
        Some((sign, characters)) => {
            let mut passage = Passage::default();
            passage.push(line, place, words);
            passage.cut_label(characters);
            // The sign itself is the note's label and calls nothing.
            if characters == 0 && !passage.calls.is_empty() {
                passage.calls.remove(0);
            }
            notes.notes.push(Note { sign, passage, page: line.page, line: at });
        }
        None => {
            let note = goes_to(&notes.notes, &source.lines);
            match notes.notes.get_mut(note) {
                Some(note) => note.passage.push(line, place, words),
                None => return,
            }
        }
    }
    notes.taken[at] = true;
}

/// The note to which a line without a sign belongs: the last one; where copying put several signs
/// before their texts, each sentence that ends hands on to the next of them.
fn goes_to(notes: &[Note], lines: &[Line]) -> usize {
    let last = notes.len().saturating_sub(1);
    let empty = notes.iter().rev().take_while(|note| note.passage.text.trim().is_empty()).count();
    let first = notes.len() - empty;
    // Signs alone on lines that follow one another.
    let together = |at: usize| {
        at > 0
            && is_bare(&lines[notes[at].line])
            && is_bare(&lines[notes[at - 1].line])
            && notes[at].line == notes[at - 1].line + 1
    };
    if empty == 0 || first == 0 {
        return if empty == 0 { last } else { first };
    }
    if together(first) {
        let before = notes[first - 1].passage.text.trim_end();
        return if before.ends_with('.') { first } else { first - 1 };
    }
    first
}
