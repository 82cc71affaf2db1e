//! A word comparison → its edits.

use crate::diff::sense::content;
use crate::diff::{WordOp, Words};
use std::ops::Range;

/// One place where the two texts differ, in characters of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    /// Characters of OLD; empty for an insertion.
    pub old: Range<usize>,
    /// Characters of NEW; empty for a deletion.
    pub new: Range<usize>,
    /// The words taken out.
    pub deleted: String,
    /// The words put in.
    pub inserted: String,
}

/// The edits of a word comparison, in order.
pub(crate) fn edits(words: &[Words]) -> Vec<Edit> {
    let mut out: Vec<Edit> = Vec::new();
    let (mut old, mut new, mut open) = (0, 0, false);
    for word in words {
        let length = word.text.chars().count();
        if word.op == WordOp::Equal {
            (old, new, open) = (old + length, new + length, false);
            continue;
        }
        // What was taken out behind something put in is another edit: "−[5]− +5+ −[6]−".
        let again = word.op == WordOp::Delete && out.last().is_some_and(|edit| edit.new.end > edit.new.start);
        if !open || again {
            out.push(Edit { old: old..old, new: new..new, deleted: String::new(), inserted: String::new() });
            open = true;
        }
        let Some(edit) = out.last_mut() else { continue };
        if word.op == WordOp::Delete {
            edit.deleted.push_str(&word.text);
            old += length;
            edit.old.end = old;
        } else {
            edit.inserted.push_str(&word.text);
            new += length;
            edit.new.end = new;
        }
    }
    out.into_iter().flat_map(apart).collect()
}

/// A clause that was put in where a few words were taken out is no replacement for them: of "the Sendai
/// Framework −for the years to 2030− +, and recognizes that disasters hamper …+" two edits.
fn apart(edit: Edit) -> Vec<Edit> {
    /// So few words say no more than a name made short, and so many are a clause.
    const FEW: usize = 8;
    const CLAUSE: usize = 10;
    let words = |text: &str| text.split_whitespace().count();
    let joins = [", and ", "; and "].iter().any(|joint| edit.inserted.starts_with(joint));
    let is_name = words(&edit.deleted) <= FEW && !edit.deleted.trim().is_empty();
    let clause = edit.deleted.contains([',', ';', '.']);
    let (gone, come) = (content(&edit.deleted), content(&edit.inserted));
    if !joins
        || !is_name
        || clause
        || words(&edit.inserted) < CLAUSE
        || 3 * gone.intersection(&come).count() > gone.len()
    {
        return vec![edit];
    }
    let Edit { old, new, deleted, inserted } = edit;
    vec![
        Edit { old: old.clone(), new: new.start..new.start, deleted, inserted: String::new() },
        Edit { old: old.end..old.end, new, deleted: String::new(), inserted },
    ]
}
