//! Numbers of paragraphs: what a label says, and the runs in which numbers shifted.

use super::Alignment;
use crate::report::{NodeKind, Report};

/// A label as a number: `12`, `12 bis` (12), `(c)` (3), `(iv)` (4). A single letter is a letter.
pub(super) fn value(label: &str) -> Option<i64> {
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return digits.parse().ok().filter(|number| *number < 1_000_000_000);
    }
    let lower = label.to_ascii_lowercase();
    let mut letters = lower.bytes();
    if let (Some(letter @ b'a'..=b'z'), None) = (letters.next(), letters.next()) {
        return Some(i64::from(letter - b'a') + 1);
    }
    roman(&lower)
}

fn roman(label: &str) -> Option<i64> {
    let mut sum = 0;
    let mut last = 0;
    for c in label.chars().rev() {
        let digit = match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            'l' => 50,
            'c' => 100,
            _ => return None,
        };
        sum += if digit < last { -digit } else { digit };
        last = last.max(digit);
    }
    (sum > 0).then_some(sum)
}

/// Paragraphs in a row whose numbers shifted alike.
///
/// `4`-`6` to `5`-`7` with a shift of 1; `1`-`3` to `1`-`3` with a shift of 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The part of OLD: `body`, `a1`.
    pub part: String,
    /// First and last number in OLD.
    pub old: (i64, i64),
    /// First and last number in NEW.
    pub new: (i64, i64),
    /// What was added to each number.
    pub shift: i64,
    /// True where the paragraphs also moved against their neighbours.
    pub moved: bool,
}

/// The runs of old and new paragraph numbers, in the order of OLD. Paragraphs without partner, split
/// or merged ones are in no run and end one; a number with a suffix (`5 bis`) is counted as its figure.
pub fn renumbering(alignment: &Alignment, old: &Report, new: &Report) -> Vec<Run> {
    let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
    for pair in &alignment.pairs {
        if let ([i], [j]) = (&pair.old[..], &pair.new[..])
            && [&old.nodes[*i], &new.nodes[*j]].iter().all(|node| node.kind == NodeKind::Paragraph)
        {
            pairs.push((*i, *j, pair.moved));
        }
    }
    pairs.sort_unstable();
    let mut runs: Vec<Run> = Vec::new();
    let mut last_part = "";
    for (i, j, moved) in pairs {
        let (a, b) = (&old.nodes[i], &new.nodes[j]);
        let numbers = (a.number.as_deref().and_then(value), b.number.as_deref().and_then(value));
        let (Some(from), Some(to)) = numbers else { continue };
        let goes_on = runs.last().is_some_and(|run| {
            let next = run.old.1 == from || run.old.1 + 1 == from;
            next && run.shift == to - from && run.moved == moved && run.part == a.part && last_part == b.part
        });
        if goes_on && let Some(run) = runs.last_mut() {
            run.old.1 = from;
            run.new.1 = to;
        } else {
            let part = a.part.clone();
            runs.push(Run { part, old: (from, from), new: (to, to), shift: to - from, moved });
        }
        last_part = &b.part;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn labels_are_read_as_numbers() {
        let cases =
            [("12", Some(12)), ("5bis", Some(5)), ("(c)", Some(3)), ("(iv)", Some(4)), ("II", Some(2))];
        for (label, number) in cases {
            assert_eq!(value(label), number, "{label}");
        }
        assert_eq!(value("*"), None);
        assert_eq!(value("99999999999999999999"), None);
    }
}
