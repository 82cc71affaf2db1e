//! Footnote calls: those that came and went, whatever the numbers of the notes are now.
//!
//! ```text
//! raw:   delegations.³
//! shown: delegations.[3]
//! ```

use super::facts::Whereto;
use super::joined::Joined;
use super::{Change, ChangeOp, End, Weight, WordOp, Words};
use std::collections::HashSet;

/// A call that stands on one side only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Characters of the joined text before it.
    at: usize,
    /// The node that holds it.
    node: String,
    /// `[3]`.
    text: String,
}

/// The calls that went and those that came.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Marks {
    gone: Vec<Mark>,
    come: Vec<Mark>,
}

/// Compares the calls of a pair; either side may be empty.
pub(crate) fn compare(old: &Joined, new: &Joined, whereto: &Whereto) -> Marks {
    let (olds, news) = (old.calls(), new.calls());
    let kept: HashSet<&String> = olds.iter().filter_map(|call| whereto.get(&call.2)).flatten().collect();
    let here: HashSet<&String> = news.iter().map(|call| &call.2).collect();
    let went = |note: &String| !whereto.get(note).is_some_and(|ids| ids.iter().any(|id| here.contains(id)));
    let mark = |(at, node, note): &(usize, String, String)| Mark {
        at: *at,
        node: node.clone(),
        text: format!("[{}]", number(note)),
    };
    Marks {
        gone: olds.iter().filter(|call| went(&call.2)).map(mark).collect(),
        come: news.iter().filter(|call| !kept.contains(&call.2)).map(mark).collect(),
    }
}

/// `fn3` → `3`; `d2.fn3` and `a1.fn3` too.
fn number(note: &str) -> &str {
    note.rsplit('.').next().unwrap_or(note).trim_start_matches("fn")
}

impl Marks {
    /// What a reader should know of them. The notes themselves are pairs of their own.
    pub fn changes(&self) -> Vec<Change> {
        let change = |mark: &Mark, is_old: bool| {
            let end = Some(End { id: mark.node.clone(), text: mark.text.clone(), value: None });
            let number = mark.text.trim_matches(['[', ']']);
            let (op, rule, old, new, note) = if is_old {
                (ChangeOp::Removed, "note-call", end, None, format!("note {number} was called here"))
            } else {
                (ChangeOp::Added, "note-call", None, end, format!("note {number} is called here"))
            };
            Change { kind: "wording", op, weight: Weight::Editorial, rule, old, new, note: Some(note) }
        };
        let gone = self.gone.iter().map(|mark| change(mark, true));
        gone.chain(self.come.iter().map(|mark| change(mark, false))).collect()
    }

    /// The words with these calls among them.
    pub fn within(&self, words: &[Words]) -> Vec<Words> {
        let mut out: Vec<Words> = Vec::new();
        let mut push = |op, text: &str| match out.last_mut() {
            _ if text.is_empty() => {}
            Some(Words { op: last, text: before }) if *last == op => before.push_str(text),
            _ => out.push(Words { op, text: text.to_owned() }),
        };
        let (mut old, mut new) = (0usize, 0usize);
        let mut gone = self.gone.iter().peekable();
        let mut come = self.come.iter().peekable();
        for word in words {
            let is_in = |op: WordOp| word.op == WordOp::Equal || word.op == op;
            for c in word.text.chars() {
                // A call stands behind the word that it belongs to; one before the first word
                // stands there.
                if is_in(WordOp::Delete) {
                    while let Some(mark) = gone.next_if(|mark| mark.at == 0 && old == 0) {
                        push(WordOp::Delete, &mark.text);
                    }
                }
                if is_in(WordOp::Insert) {
                    while let Some(mark) = come.next_if(|mark| mark.at == 0 && new == 0) {
                        push(WordOp::Insert, &mark.text);
                    }
                }
                push(word.op, c.encode_utf8(&mut [0; 4]));
                if is_in(WordOp::Delete) {
                    old += 1;
                    while let Some(mark) = gone.next_if(|mark| mark.at <= old) {
                        push(WordOp::Delete, &mark.text);
                    }
                }
                if is_in(WordOp::Insert) {
                    new += 1;
                    while let Some(mark) = come.next_if(|mark| mark.at <= new) {
                        push(WordOp::Insert, &mark.text);
                    }
                }
            }
        }
        gone.for_each(|mark| push(WordOp::Delete, &mark.text));
        come.for_each(|mark| push(WordOp::Insert, &mark.text));
        out
    }
}
