//! Matches the footnotes with their calls.
//!
//! A raised sign is a call where a note of that sign is there, on the same page first. In copied
//! text the raised sign is a plain figure ("online. 2"), and is looked for where a note waits.

use super::footnote::Note;
use super::tree::Builder;
use crate::read::{SourceText, called_again};
use crate::remark::Remark;
use crate::report::{Call, NodeKind};
use std::collections::{HashMap, HashSet};

impl Builder<'_> {
    /// Gives each note an identifier in the part that calls it, and turns signs into calls.
    pub fn attach_notes(&mut self, source: &SourceText, notes: Vec<Note>) {
        let mut matched: Vec<Option<(usize, usize)>> = vec![None; notes.len()];
        let mut free: Vec<(usize, usize)> = Vec::new();
        for node in 0..self.calls.len() {
            free.extend(self.first_calls(node));
        }
        // By sign, so that ten thousand notes are no more work than ten thousand looks into a table.
        let mut by_sign: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (node, call) in free.iter().rev() {
            by_sign.entry(self.calls[*node][*call].1.clone()).or_default().push((*node, *call));
        }
        for (matched, note) in matched.iter_mut().zip(&notes) {
            // The first in reading order is the last in the list.
            let Some(calls) = by_sign.get_mut(&note.sign) else { continue };
            let on_page = |(node, _): &(usize, usize)| {
                self.nodes[*node].places.iter().any(|place| source.lines[place.line].page == note.page)
            };
            let best =
                calls.iter().rposition(|at| note.page > 0 && on_page(at)).or(calls.len().checked_sub(1));
            *matched = best.map(|at| calls.remove(at));
        }
        let taken: HashSet<(usize, usize)> = matched.iter().flatten().copied().collect();
        free.retain(|at| !taken.contains(at));
        if !source.is_printed() {
            self.glued_calls(source, &notes, &mut matched);
        }
        let first_note = self.nodes.len();
        let mut ids = Vec::with_capacity(notes.len());
        for (index, note) in notes.into_iter().enumerate() {
            let caller = matched[index].map(|(node, _)| node);
            let before = || (0..first_note).rev().find(|node| self.lines[*node] < note.line);
            let part = caller
                .or_else(before)
                .map_or_else(|| "body".to_owned(), |node| self.nodes[node].part.clone());
            let prefix = if part == "body" { String::new() } else { format!("{part}.") };
            let id = self.name(&format!("{prefix}fn{}", note.sign));
            if caller.is_none() && note.sign != "*" {
                self.remarks.push(Remark::new(
                    "note-not-called",
                    id.clone(),
                    format!("note {} is called nowhere", note.sign),
                ));
            }
            let parent = caller.map(|node| self.nodes[node].id.clone());
            ids.push(id.clone());
            let number = Some(note.sign);
            self.push(id, NodeKind::Footnote, number, false, parent, note.page, note.passage);
            if let Some(node) = self.nodes.last_mut() {
                node.part = part;
            }
        }
        for (index, place) in matched.iter().enumerate() {
            if let Some((node, call)) = place {
                let at = self.calls[*node][*call].0;
                self.nodes[*node].notes.push(Call { at, id: ids[index].clone() });
            }
        }
        // A note may itself call a note, or hold a raised sign that is none.
        for node in first_note..self.nodes.len() {
            free.extend(self.first_calls(node));
        }
        self.repeated_calls(&mut free, first_note);
        self.orphan_calls(free, &ids);
        for node in &mut self.nodes {
            node.notes.sort_by_key(|call| call.at);
        }
    }

    /// In copied text a raised sign is a plain figure: "online. 2", "Agreement,2 and". It is a call
    /// where a note of that number is called nowhere else, and the figure can be nothing else.
    fn glued_calls(&mut self, source: &SourceText, notes: &[Note], matched: &mut [Option<(usize, usize)>]) {
        let mut from = (0, 0);
        for (note, matched) in notes.iter().zip(matched) {
            if matched.is_some() || !note.sign.chars().all(|c| c.is_ascii_digit()) {
                continue;
            }
            let found = (from.0..self.nodes.len()).find_map(|node| {
                let near = match note.page {
                    0 => self.lines[node] < note.line,
                    page => self.nodes[node].places.iter().any(|place| source.lines[place.line].page == page),
                };
                if !near {
                    return None;
                }
                let after = if node == from.0 { from.1 } else { 0 };
                let heading = self.nodes[node].kind == NodeKind::Heading;
                glued_call(&self.nodes[node].text, &note.sign, after, heading).map(|at| (node, at))
            });
            let found = found.or_else(|| {
                (from.0..self.nodes.len()).find_map(|node| {
                    let near = self.nodes[node]
                        .places
                        .iter()
                        .any(|place| source.lines[place.line].page == note.page);
                    let after = if node == from.0 { from.1 } else { 0 };
                    (near && note.page > 0)
                        .then(|| loose_call(&self.nodes[node].text, &note.sign, after))
                        .flatten()
                        .map(|at| (node, at))
                })
            });
            let Some((node, at)) = found else { continue };
            let length = note.sign.len();
            let text: Vec<char> = self.nodes[node].text.chars().collect();
            let blank = usize::from(at > 0 && text[at - 1] == ' ');
            self.nodes[node].text = text[..at - blank].iter().chain(&text[at + length..]).collect();
            for call in &mut self.calls[node] {
                if call.0 > at {
                    call.0 -= length + blank;
                }
            }
            self.calls[node].push((at - blank, note.sign.clone()));
            *matched = Some((node, self.calls[node].len() - 1));
            from = (node, at - blank);
        }
    }

    /// The calls of a node that are not known to repeat an earlier one.
    fn first_calls(&self, node: usize) -> Vec<(usize, usize)> {
        let calls = self.calls[node].iter().enumerate();
        calls.filter(|(_, call)| called_again(&call.1).is_none()).map(|(at, _)| (node, at)).collect()
    }

    /// Calls that are known to repeat an earlier one; those whose note is not there are left free.
    fn repeated_calls(&mut self, free: &mut Vec<(usize, usize)>, first_note: usize) {
        for node in 0..self.calls.len() {
            for call in 0..self.calls[node].len() {
                let (at, repeated) = &self.calls[node][call];
                let Some((sign, index)) = called_again(repeated) else { continue };
                let (at, sign) = (*at, sign.to_owned());
                let notes = self.nodes[first_note..].iter();
                let known = notes.filter(|note| note.number.as_ref() == Some(&sign)).nth(index);
                match known.map(|note| note.id.clone()) {
                    Some(id) => self.nodes[node].notes.push(Call { at, id }),
                    None => {
                        self.calls[node][call].1 = sign;
                        free.push((node, call));
                    }
                }
            }
        }
    }

    /// Calls without a note of their own: a second call of the same note, or a note that is not there.
    fn orphan_calls(&mut self, free: Vec<(usize, usize)>, ids: &[String]) {
        for (node, call) in free {
            let (at, sign) = self.calls[node][call].clone();
            let prefix = if self.nodes[node].part == "body" {
                String::new()
            } else {
                format!("{}.", self.nodes[node].part)
            };
            let wanted = format!("{prefix}fn{sign}");
            let known = ids
                .iter()
                .find(|id| **id == wanted)
                .or_else(|| ids.iter().find(|id| **id == format!("fn{sign}")));
            if let Some(id) = known {
                self.nodes[node].notes.push(Call { at, id: id.clone() });
                continue;
            }
            // Not a call at all (an exponent, a raised ordinal): the characters go back into the text.
            let text = &mut self.nodes[node].text;
            let byte = text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
            text.insert_str(byte, &sign);
            let length = sign.chars().count();
            for (other, _) in self.calls[node].iter_mut().skip(call + 1) {
                *other += length;
            }
            for call in &mut self.nodes[node].notes {
                if call.at > at {
                    call.at += length;
                }
            }
            let id = self.nodes[node].id.clone();
            self.remarks.push(Remark::new(
                "call-without-note",
                id,
                format!("the raised “{sign}” calls no note that is there"),
            ));
        }
    }
}

/// Where in a text the figure `sign` stands as a call: behind punctuation, or glued to a word, or at
/// the end of a heading. Character index, at or after `after`.
fn glued_call(text: &str, sign: &str, after: usize, heading: bool) -> Option<usize> {
    let characters: Vec<char> = text.chars().collect();
    let digits: Vec<char> = sign.chars().collect();
    (after.max(1)..characters.len()).find(|at| {
        if !characters[*at..].starts_with(&digits) {
            return false;
        }
        let next = characters.get(at + digits.len());
        let ends = next.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')' | '”'));
        let blank = characters[at - 1] == ' ';
        let Some(before) =
            (if blank { at.checked_sub(2).map(|at| characters[at]) } else { Some(characters[at - 1]) })
        else {
            return false;
        };
        let stop = matches!(before, '.' | ',' | ';' | ':' | ')' | '”' | '’' | '"');
        let rest = || characters[at + digits.len()..].iter().find(|c| !c.is_whitespace());
        let new_sentence = rest().is_none_or(|c| c.is_uppercase() || matches!(before, ',' | ';'));
        // Not the "2" of "L.2" or of "11.2 per cent": a word stands before the full stop.
        let word = at
            .checked_sub(2)
            .is_some_and(|at| characters[at].is_lowercase() || matches!(characters[at], ')' | '”'));
        let glued = !blank && (before.is_lowercase() || (stop && word && new_sentence));
        // "its outcomes,16including": the blank behind it is lost, too.
        let joined = !blank && stop && word && next.is_some_and(|c| c.is_lowercase());
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| {
            let tail: Vec<char> = end.chars().collect();
            characters[at + digits.len()..].starts_with(&tail)
        });
        joined && !ordinal
            || ends
                && (glued
                    || (blank && stop && new_sentence)
                    || behind_figure(&characters, *at, digits.len())
                    || (heading && next.is_none() && before.is_alphabetic()))
    })
}

/// Words that go on with a sentence behind a call.
const LINKS: [&str; 14] =
    ["and", "or", "in", "of", "on", "to", "by", "for", "with", "as", "the", "which", "that", "at"];

/// True for a call behind a year or the number of a resolution: "the Decade 2024–2034 16 on", "in 2022,24 at
/// all levels", "Regional Affairs 203413 and" are a figure of the text and one of a note. `at`, `length`:
/// characters of the sign.
fn behind_figure(characters: &[char], at: usize, length: usize) -> bool {
    let rest = &characters[at + length..];
    // A day is followed by its month, a count by what it counts.
    let goes_on = match rest {
        [] => true,
        [' ', next, ..] => next.is_lowercase() || matches!(next, '(' | '–'),
        [sign, ..] => matches!(sign, '.' | ',' | ';' | ':' | ')'),
    };
    let bare = characters[..at].iter().rposition(|c| *c != ' ').map_or(0, |last| last + 1);
    let blank = at - bare;
    let stop = bare > 0 && matches!(characters[bare - 1], ',' | ';');
    let end = bare - usize::from(stop);
    let start = characters[..end].iter().rposition(|c| c.is_whitespace()).map_or(0, |last| last + 1);
    let token = &characters[start..end];
    let digits = token.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let is_year = digits == 4
        && (token[token.len() - 4..].starts_with(&['1', '9'])
            || token[token.len() - 4..].starts_with(&['2', '0']));
    let is_number = digits > 0 && token.contains(&'/');
    // "(the Nelson Mandela Rules) 39 and", "Agenda 21, 4 the Programme": what goes on counts nothing.
    let word: String = rest.iter().skip(1).take_while(|c| c.is_alphabetic()).collect();
    let counts_nothing = rest.first() == Some(&' ') && LINKS.contains(&word.as_str());
    let closed = !stop && token.last().is_some_and(|c| matches!(c, ')' | '”'));
    if blank == 1 && counts_nothing && (closed || (stop && digits > 0 && word == "the")) {
        return true;
    }
    match (stop, blank) {
        (true, 0 | 1) | (false, 1) => goes_on && (is_year || is_number),
        // Glued to it: only a year shows where it ends.
        (false, 0) => goes_on && is_year && !token.contains(&'/'),
        _ => false,
    }
}

/// Where a figure stands in the middle of a sentence and counts nothing: "Punishment 3 and the Optional".
fn loose_call(text: &str, sign: &str, after: usize) -> Option<usize> {
    /// Words after which a figure belongs to the text.
    const TAKES_FIGURES: &[&str] = &[
        "item",
        "items",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "article",
        "articles",
        "rule",
        "rules",
        "annex",
        "chapter",
        "part",
        "section",
        "goal",
        "goals",
        "target",
        "targets",
        "decision",
        "resolution",
        "page",
        "option",
        "cluster",
        "of",
        "to",
        "and",
        "or",
        "the",
        "for",
        "on",
        "in",
        "at",
        "by",
        "from",
        "than",
        "least",
        "no",
        "level",
        "phase",
        "step",
        "table",
        "figure",
        "with",
        "all",
        "these",
        "its",
        "other",
        "some",
        "about",
        "over",
        "under",
        "between",
        "another",
    ];
    let characters: Vec<char> = text.chars().collect();
    let digits: Vec<char> = sign.chars().collect();
    (after.max(2)..characters.len()).find(|at| {
        if !characters[*at..].starts_with(&digits) || characters[at - 1] != ' ' {
            return false;
        }
        let next = &characters[at + digits.len()..];
        let goes_on = next.first().is_none_or(|c| *c == ' ') && next.get(1).is_none_or(|c| c.is_lowercase());
        let before: String = characters[..at - 1].iter().rev().take_while(|c| c.is_alphabetic()).collect();
        let word: String = before.chars().rev().collect::<String>().to_lowercase();
        let month = next.iter().skip(1).collect::<String>();
        goes_on && word.len() > 1 && !TAKES_FIGURES.contains(&word.as_str()) && !month.starts_with("per cent")
    })
}
