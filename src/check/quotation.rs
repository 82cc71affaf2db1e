//! Quotation marks and parentheses without their other half.

use super::finding::{Findings, Told};
use crate::mentions::Annotated;
use crate::report::{Node, NodeKind};

/// Looks at every piece of running text.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes: Vec<&Node> = annotated.report.nodes.iter().filter(|node| is_prose(node)).collect();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| !annotated.report.is_pieced(node)) {
        let faults = [
            ("unbalanced-quotation", quotation(&nodes, at)),
            ("unbalanced-parenthesis", parentheses(&nodes, at)),
        ];
        for (code, fault) in faults {
            let Some((place, what)) = fault else { continue };
            let told = Told {
                text: around(&node.text, place),
                what: what.to_owned(),
                why: "its other half is not there".to_owned(),
                ..Told::default()
            };
            findings.add(code, &node.id, told);
        }
    }
}

fn is_prose(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered | NodeKind::Footnote)
}

/// Where a mark stands alone (character index), and what it is.
type Fault = (usize, &'static str);

fn quotation(nodes: &[&Node], at: usize) -> Option<Fault> {
    let node = nodes[at];
    // A quotation over several paragraphs opens in each and closes in the last.
    match curly(&node.text) {
        Some((_, NOT_ENDED)) if goes_on(&nodes[at + 1..]) => None,
        Some((_, NOT_OPENED)) if came_before(&nodes[..at]) => None,
        None => straight(&node.text),
        fault => fault,
    }
}

const NOT_OPENED: &str = "a ” that was not opened";
const NOT_ENDED: &str = "a “ that is not closed";

/// How many pieces of text a quotation may go over.
const REACH: usize = 40;

const NOT_CLOSED: &str = "a “(” that is not closed";

/// A parenthesis may go over a list or a break that was read as the end of a paragraph.
fn parentheses(nodes: &[&Node], at: usize) -> Option<Fault> {
    let (place, what) = parenthesis(&nodes[at].text)?;
    let opens = what == NOT_CLOSED;
    let near: Vec<&&Node> = match opens {
        true => nodes[at + 1..].iter().take(REACH).collect(),
        false => nodes[..at].iter().rev().take(REACH).collect(),
    };
    let other = near
        .into_iter()
        .filter_map(|node| parenthesis(&node.text))
        .any(|(_, other)| (other == NOT_CLOSED) != opens);
    (!other).then_some((place, what))
}

/// The next piece opens again, or one further on closes what it did not open.
fn goes_on(after: &[&Node]) -> bool {
    after.first().is_some_and(|node| node.text.starts_with('“'))
        || after.iter().take(REACH).any(|node| matches!(curly(&node.text), Some((_, NOT_OPENED))))
}

fn came_before(before: &[&Node]) -> bool {
    before.iter().rev().take(REACH).any(|node| matches!(curly(&node.text), Some((_, NOT_ENDED))))
}

fn curly(text: &str) -> Option<Fault> {
    let mut open: Option<usize> = None;
    // "“a room that “breathes””": one inside the other.
    let mut inner = 0_u32;
    for (at, c) in text.chars().enumerate() {
        match (c, open) {
            ('“', _) => {
                inner += u32::from(open.is_some());
                open = Some(at);
            }
            ('”', Some(_)) => open = None,
            ('”', None) if inner > 0 => inner -= 1,
            ('”', None) => return Some((at, NOT_OPENED)),
            _ => {}
        }
    }
    open.map(|at| (at, NOT_ENDED))
}

/// An odd number of straight marks; behind a figure one stands for inches or seconds.
fn straight(text: &str) -> Option<Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut marks = chars.iter().enumerate().filter(|(at, c)| {
        **c == '"' && !at.checked_sub(1).is_some_and(|before| chars[before].is_ascii_digit())
    });
    let count = marks.clone().count();
    if count % 2 == 0 || chars.iter().any(|c| matches!(c, '“' | '”' | '„')) {
        return None;
    }
    // Behind a figure a mark may also close: then all are even.
    let all = chars.iter().filter(|c| **c == '"').count();
    if all % 2 == 0 {
        return None;
    }
    marks.next_back().map(|(at, _)| (at, "a quotation mark without another"))
}

/// Parentheses, but for "a)" and "1)", which label and are never opened.
fn parenthesis(text: &str) -> Option<Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '(' => open.push(at),
            ')' if open.pop().is_none() => {
                let word = chars[..at].iter().rev().take_while(|c| c.is_alphanumeric()).count();
                let smile = at > 0 && matches!(chars[at - 1], ':' | ';');
                if word > 4 || word == 0 && !smile {
                    return Some((at, "a “)” that was not opened"));
                }
            }
            _ => {}
        }
    }
    open.first().map(|at| (*at, NOT_CLOSED))
}

/// The words round a place.
fn around(text: &str, at: usize) -> String {
    const SIDE: usize = 30;
    let chars: Vec<char> = text.chars().collect();
    let (mut from, mut to) = (at.saturating_sub(SIDE), (at + SIDE).min(chars.len()));
    while from > 0 && from < at && !chars[from - 1].is_whitespace() {
        from += 1;
    }
    while to < chars.len() && to > at + 1 && !chars[to].is_whitespace() {
        to -= 1;
    }
    let middle: String = chars[from..to].iter().collect();
    let (before, after) = (if from > 0 { "… " } else { "" }, if to < chars.len() { " …" } else { "" });
    format!("{before}{}{after}", middle.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_in_pairs() {
        for text in [
            "as “one” and “two”",
            "as \"one\"",
            "a pipe of 5\" and more",
            "item (a) and b) too",
            "see (A/86/31 (part one)) there",
            "a “room that “breathes””",
        ] {
            assert!(curly(text).or(straight(text)).or(parenthesis(text)).is_none(), "{text}");
        }
        assert_eq!(curly("as “one and").map(|fault| fault.0), Some(3));
        assert_eq!(curly("as one” and").map(|fault| fault.0), Some(6));
        assert!(straight("as \"one and").is_some());
        assert!(parenthesis("see (A/86/31 there").is_some());
        assert!(parenthesis("see A/86/31, above) there").is_some());
    }

    #[test]
    fn the_words_round_a_mark() {
        assert_eq!(around("see (there", 4), "see (there");
        let long = format!("{}(open {}", "before ".repeat(20), "after ".repeat(20));
        let shown = around(&long, 140);
        assert!(shown.starts_with("… before") && shown.ends_with("after …") && shown.contains("(open"));
    }
}
