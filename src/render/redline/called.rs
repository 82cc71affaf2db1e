//! Every note is called by the text: a sign that was read as text becomes the call that it is.
//!
//! A PDF shows where a raised figure stands, but an asterisk ("Azerbaijan,* Bangladesh and Chad:* draft
//! resolution") is a character like others. In Word a note without a call cannot be.

use super::template::is_annex;
use crate::diff::{WordOp, Words};
use crate::report::{Call, Node, NodeKind, Report};
use std::collections::{HashMap, HashSet};

/// A report whose notes are all called.
pub(super) struct Called {
    pub report: Report,
    /// Characters that were taken off texts, by the identifiers of their nodes.
    taken: HashMap<String, Vec<usize>>,
    /// Notes whose number is typed, for counting would not give it: no text calls them.
    typed: HashSet<String>,
}

impl Called {
    /// A report as it is.
    pub fn as_is(report: &Report) -> Called {
        let mut report = report.clone();
        name_chapters(&mut report);
        Called { report, taken: HashMap::new(), typed: HashSet::new() }
    }

    /// Finds the calls of notes that no call was found of.
    pub fn of(report: &Report) -> Called {
        let mut called = Called::as_is(report);
        let known: HashSet<&str> =
            report.nodes.iter().flat_map(|node| &node.notes).map(|call| call.id.as_str()).collect();
        for note in report.nodes.iter().filter(|node| node.kind == NodeKind::Footnote) {
            if !known.contains(note.id.as_str()) {
                called.call(note);
            }
        }
        called
    }

    fn call(&mut self, note: &Node) {
        let prefix = note.id.rfind("fn").map_or("", |at| &note.id[..at]);
        let inside = |node: &Node| {
            node.kind != NodeKind::Footnote
                && node.id.starts_with(prefix)
                && (node.part == note.part || node.kind == NodeKind::Masthead)
        };
        let sign: Vec<char> = note.number.iter().flat_map(|number| number.chars()).collect();
        let nodes = &mut self.report.nodes;
        let found = (0..nodes.len())
            .filter(|at| inside(&nodes[*at]))
            .find_map(|at| sign_in(&nodes[at].text, &sign).map(|place| (at, place)));
        if let Some((at, place)) = found {
            let node = &mut nodes[at];
            let end = place + sign.len();
            let kept = |(order, _): &(usize, char)| !(place..end).contains(order);
            node.text = node.text.chars().enumerate().filter(kept).map(|(_, c)| c).collect();
            for call in node.notes.iter_mut().filter(|call| call.at >= end) {
                call.at -= sign.len();
            }
            let order = node.notes.iter().position(|call| call.at > place).unwrap_or(node.notes.len());
            node.notes.insert(order, Call { at: place, id: note.id.clone() });
            let taken = self.taken.entry(node.id.clone()).or_default();
            // Where it stood before others were taken.
            let stood = |place: usize| taken.iter().fold(place, |at, other| at + usize::from(*other <= at));
            let own: Vec<usize> = (place..end).map(stood).collect();
            taken.extend(own);
            taken.sort_unstable();
            return;
        }
        // The title calls what belongs to the whole: the symbol with a sign would be another symbol.
        let is_title = |node: &Node| node.id.rsplit('.').next() == Some("title");
        let boxed = |node: &Node| {
            node.kind == NodeKind::Masthead
                && matches!(node.id.rsplit('.').next(), Some("symbol" | "organ" | "distr" | "lang"))
        };
        let first = |wanted: &dyn Fn(&Node) -> bool| {
            nodes.iter().position(|node| inside(node) && !boxed(node) && wanted(node))
        };
        let place = first(&is_title)
            .or_else(|| first(&|node| node.kind == NodeKind::Heading))
            .or_else(|| first(&|_| true));
        if let Some(at) = place {
            let node = &mut nodes[at];
            node.notes.push(Call { at: node.text.chars().count(), id: note.id.clone() });
            self.typed.insert(note.id.clone());
        }
    }

    /// True for a note whose sign is typed at both ends: an asterisk is no number.
    pub fn is_typed(&self, note: &Node) -> bool {
        let number = note.number.as_deref().unwrap_or_default();
        !number.is_empty() && (self.typed.contains(&note.id) || !number.chars().all(|c| c.is_ascii_digit()))
    }

    /// How often the text calls a note.
    pub fn count(&self, id: &str) -> usize {
        self.report.nodes.iter().flat_map(|node| &node.notes).filter(|call| call.id == id).count()
    }

    /// Where in the joined texts of these nodes characters were taken off.
    fn places(&self, before: &Report, ids: &[String]) -> Vec<usize> {
        let mut base = 0;
        let mut places = Vec::new();
        for id in ids {
            places.extend(self.taken.get(id).into_iter().flatten().map(|at| base + at));
            base += before.index_of(id).map_or(0, |at| before.nodes[at].text.chars().count()) + 1;
        }
        places
    }
}

/// Gives chapters the number that is printed: "Chapter I" on a line of its own is another label than "I.",
/// though both count the same.
pub(super) fn name_chapters(report: &mut Report) {
    for node in report.nodes.iter_mut().filter(|node| node.names_chapter() && !is_annex(node)) {
        node.number = node.number.as_ref().map(|number| format!("Chapter {number}"));
    }
}

/// The words of a pair without the signs that became calls.
pub(super) fn without_signs(
    words: &[Words],
    called: [&Called; 2],
    before: [&Report; 2],
    ids: [&[String]; 2],
) -> Vec<Words> {
    let [old, new] = [0, 1].map(|side| called[side].places(before[side], ids[side]));
    if old.is_empty() && new.is_empty() {
        return words.to_vec();
    }
    let (mut from, mut to) = (0, 0);
    let mut out: Vec<Words> = Vec::new();
    for word in words {
        for c in word.text.chars() {
            let gone = [
                word.op != WordOp::Insert && old.contains(&from),
                word.op != WordOp::Delete && new.contains(&to),
            ];
            from += usize::from(word.op != WordOp::Insert);
            to += usize::from(word.op != WordOp::Delete);
            let op = match (word.op, gone) {
                (WordOp::Equal, [true, true]) | (WordOp::Delete, [true, _]) | (WordOp::Insert, [_, true]) => {
                    continue;
                }
                (WordOp::Equal, [true, false]) => WordOp::Insert,
                (WordOp::Equal, [false, true]) => WordOp::Delete,
                (op, _) => op,
            };
            match out.last_mut() {
                Some(last) if last.op == op => last.text.push(c),
                _ => out.push(Words { op, text: c.to_string() }),
            }
        }
    }
    out
}

/// Where a sign of a note stands in a text: behind what it is said of, and alone.
fn sign_in(text: &str, sign: &[char]) -> Option<usize> {
    if sign.is_empty() || sign.iter().any(|c| c.is_alphanumeric()) {
        return None;
    }
    let text: Vec<char> = text.chars().collect();
    text.windows(sign.len()).enumerate().position(|(at, window)| {
        let before = at.checked_sub(1).map(|before| text[before]);
        let after = text.get(at + sign.len());
        window == sign
            && before.is_some_and(|c| !c.is_whitespace() && !sign.contains(&c))
            && after.is_none_or(|c| !c.is_alphanumeric() && !sign.contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: &str, kind: NodeKind, number: Option<&str>, text: &str) -> Node {
        Node {
            id: id.into(),
            kind,
            number: number.map(str::to_owned),
            number_inferred: false,
            parent: None,
            part: "body".into(),
            text: text.into(),
            page: 1,
            notes: Vec::new(),
            places: Vec::new(),
        }
    }

    #[test]
    fn a_note_is_called_where_its_sign_stands_and_never_at_the_symbol() {
        let nodes = |by: &str| {
            vec![
                node("f.symbol", NodeKind::Masthead, None, "A/AC.999/2031/L.1"),
                node("f.title", NodeKind::Masthead, None, "Seeds"),
                node("f.by", NodeKind::Masthead, None, by),
                node("fn*", NodeKind::Footnote, Some("*"), "On behalf of the group."),
            ]
        };
        let called = |by: &str| {
            let called = Called::of(&Report { nodes: nodes(by), ..Report::default() });
            let nodes = called.report.nodes.iter().filter(|node| !node.notes.is_empty());
            nodes.map(|node| (node.id.clone(), node.text.clone(), node.notes[0].at)).collect::<Vec<_>>()
        };
        assert_eq!(called("Chad:* draft, Peru*"), [("f.by".into(), "Chad: draft, Peru*".into(), 5)]);
        assert_eq!(called("Chad: draft"), [("f.title".into(), "Seeds".into(), 5)]);
    }

    #[test]
    fn a_sign_stands_behind_what_it_is_said_of() {
        let at = |text: &str, sign: &str| sign_in(text, &sign.chars().collect::<Vec<char>>());
        assert_eq!(at("Azerbaijan,* Chad* and Peru", "*"), Some(11));
        assert_eq!(at("A/AC.999/2031/L.1*", "*"), Some(17));
        assert_eq!(at("Chad** and Peru*", "*"), Some(15));
        assert_eq!(at("Chad* and Peru**", "**"), Some(14));
        assert_eq!(at("* * *", "*"), None);
        assert_eq!(at("2*3 is no note, 3", "*"), None);
        assert_eq!(at("of 3 May", "3"), None);
    }
}
