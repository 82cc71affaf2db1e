//! The first page is changed line by line: "Distr.: Limited" and the date below it are two things.

use super::clean::breaks;
use super::plan::beside_name;
use super::strokes::{Strokes, fine, share, symbol};
use crate::diff::{WordOp, Words, words};
use crate::report::Node;

/// Two lines that share less than this are struck and written anew as a whole.
const LEAST_SHARED: f64 = 0.35;

/// The words of a part of the first page and of its partner.
pub(super) fn compared(old: Option<&Node>, new: &Node) -> Vec<Words> {
    let before = old.map_or("", |old| old.text.as_str());
    let after = beside_name(before, &new.text);
    if new.id.rsplit('.').next() == Some("symbol") {
        return symbol(before, &after);
    }
    // Lines that only wrap otherwise are the same.
    if after != new.text || before == after {
        return words::compare(before, &after);
    }
    let (olds, news) = (old.map(lines).unwrap_or_default(), lines(new));
    let mut out = Strokes::default();
    let (mut had, mut has) = (false, false);
    for (old, new) in rows(&olds, &news) {
        // The blank that a line ends in stands between it and the one before.
        match (old.is_some() && had, new.is_some() && has) {
            (true, true) => out.push(WordOp::Equal, " "),
            (true, false) => out.push(WordOp::Delete, " "),
            (false, true) => out.push(WordOp::Insert, " "),
            (false, false) => {}
        }
        (had, has) = (had || old.is_some(), has || new.is_some());
        match (old, new) {
            (Some(old), Some(new)) if share(old, new) >= LEAST_SHARED => {
                for word in fine(&words::compare(old, new)) {
                    out.push(word.op, &word.text);
                }
            }
            (old, new) => {
                out.push(WordOp::Delete, old.map_or("", String::as_str));
                out.push(WordOp::Insert, new.map_or("", String::as_str));
            }
        }
    }
    out.0
}

/// The lines of a part as it is printed.
fn lines(node: &Node) -> Vec<String> {
    let breaks = breaks(node);
    let mut lines = vec![String::new()];
    for (at, c) in node.text.chars().enumerate() {
        match lines.last_mut() {
            Some(_) if breaks.contains(&at) => lines.push(String::new()),
            Some(line) => line.push(c),
            None => {}
        }
    }
    lines
}

/// Which line answers to which: those that share most, in order; between them one for one.
fn rows<'a>(olds: &'a [String], news: &'a [String]) -> Vec<(Option<&'a String>, Option<&'a String>)> {
    // best[i][j]: what the lines from i and j on share at most.
    let mut best = vec![vec![0.0_f64; news.len() + 1]; olds.len() + 1];
    let shared = |i: usize, j: usize| {
        let share = share(&olds[i], &news[j]);
        if share >= LEAST_SHARED { share } else { 0.0 }
    };
    for i in (0..olds.len()).rev() {
        for j in (0..news.len()).rev() {
            let paired = shared(i, j) + best[i + 1][j + 1];
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let mut rows = Vec::new();
    let (mut i, mut j, mut from, mut to) = (0, 0, 0, 0);
    let gap = |from: usize, i: usize, to: usize, j: usize, rows: &mut Vec<_>| {
        let count = (i - from).max(j - to);
        rows.extend((0..count).map(|at| (olds[from..i].get(at), news[to..j].get(at))));
    };
    while i < olds.len() && j < news.len() {
        let own = shared(i, j);
        if own > 0.0 && best[i][j] <= own + best[i + 1][j + 1] {
            gap(from, i, to, j, &mut rows);
            rows.push((Some(&olds[i]), Some(&news[j])));
            (i, j) = (i + 1, j + 1);
            (from, to) = (i, j);
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    gap(from, olds.len(), to, news.len(), &mut rows);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{NodeKind, Place};

    #[test]
    fn lines_that_only_wrap_otherwise_are_the_same() {
        let node = |ends: &[usize]| {
            let text =
                "Agenda item 75 Oceans and the law of the sea and Fish Stocks of Every Kind in All Waters";
            let mut start = 0;
            let place = |end: &usize| {
                let place = Place { line: 0, start, end: *end };
                start = end + 1;
                place
            };
            let places = ends.iter().map(place).collect();
            let id = "f.agenda".to_owned();
            Node { id, kind: NodeKind::Masthead, text: text.into(), places, ..blank() }
        };
        let (wide, narrow) = (node(&[14, 61, 87]), node(&[14, 48, 87]));
        assert!(compared(Some(&wide), &narrow).iter().all(|word| word.op == WordOp::Equal));
        assert_eq!(lines(&wide).len(), 2);
    }

    fn blank() -> Node {
        Node {
            id: String::new(),
            kind: NodeKind::Masthead,
            number: None,
            number_inferred: false,
            parent: None,
            part: "body".into(),
            text: String::new(),
            page: 1,
            notes: Vec::new(),
            places: Vec::new(),
        }
    }

    #[test]
    fn lines_answer_to_lines() {
        let list = |lines: &[&str]| lines.iter().map(|line| line.to_string()).collect::<Vec<String>>();
        let rows = |old: &[&str], new: &[&str]| {
            let (old, new) = (list(old), list(new));
            let rows = rows(&old, &new);
            rows.iter()
                .map(|(old, new)| format!("{}|{}", old.map_or("", |old| old), new.map_or("", |new| new)))
                .collect::<Vec<String>>()
        };
        assert_eq!(
            rows(&["Distr.: Limited", "10 March 2031"], &["Distr.: General", "21 July 2031"]),
            ["Distr.: Limited|Distr.: General", "10 March 2031|21 July 2031"]
        );
        assert_eq!(
            rows(&["Third session", "Item 7"], &["Eighty-sixth session", "Third session", "Item 9"]),
            ["|Eighty-sixth session", "Third session|Third session", "Item 7|Item 9"]
        );
        assert_eq!(
            rows(&["Distr.: Limited", "7 March 2031"], &["Official Records", "Supplement", "No. 19"]),
            ["Distr.: Limited|Official Records", "7 March 2031|Supplement", "|No. 19"]
        );
    }
}
