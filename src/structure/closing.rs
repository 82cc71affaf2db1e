//! The lines below an adopted text: at which meeting, on which day, how.
//!
//! ```text
//! 64th plenary meeting
//! 15 December 2025
//! [Adopted without a vote.]
//! ```
//! They tell of the document, as its first page does, and are no paragraphs of the text.

use super::masthead::plain_date;
use crate::report::{Node, NodeKind};

/// Makes parts of the masthead of them: `f.meeting`, `f.adopted`, `f.vote`.
pub fn closing(nodes: &mut [Node]) {
    let is_line = |node: &Node| node.kind == NodeKind::Unnumbered && node.part == "body";
    let Some(last) = nodes.iter().rposition(|node| node.part == "body" && node.kind != NodeKind::Footnote)
    else {
        return;
    };
    let mut lines: Vec<usize> = (0..=last).rev().take_while(|at| is_line(&nodes[*at])).take(3).collect();
    lines.reverse();
    let Some(meeting) = lines.iter().position(|at| is_meeting(&nodes[*at].text)) else { return };
    let ids = ["f.meeting", "f.adopted", "f.vote"];
    let lines = &lines[meeting..];
    let fits = match lines {
        [_, day] => is_day(&nodes[*day].text),
        [_, day, vote] => is_day(&nodes[*day].text) && is_vote(&nodes[*vote].text),
        _ => false,
    };
    if !fits {
        return;
    }
    for (at, id) in lines.iter().zip(ids) {
        let node = &mut nodes[*at];
        node.kind = NodeKind::Masthead;
        node.id = id.to_owned();
        node.parent = None;
    }
}

/// "64th plenary meeting", "69th (resumed) plenary meeting", "9959th meeting".
fn is_meeting(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let ordinal = words.next().is_some_and(|word| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        !digits.is_empty()
            && digits.chars().all(|c| c.is_ascii_digit())
            && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
    });
    let rest: Vec<&str> = words.collect();
    ordinal
        && rest.last() == Some(&"meeting")
        && rest
            .iter()
            .all(|word| matches!(*word, "meeting" | "plenary" | "(resumed)" | "(closed)" | "(private)"))
}

/// A day and nothing else.
fn is_day(text: &str) -> bool {
    text.split_whitespace().count() == 3 && plain_date(text).is_some()
}

/// "[Adopted without a vote.]", "[Adopted by a recorded vote of 27 to 15, with 5 abstentions.]"
fn is_vote(text: &str) -> bool {
    text.starts_with("[Adopted") && text.ends_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kinds and identifiers of unnumbered paragraphs with these texts.
    fn after(texts: &[&str]) -> Vec<String> {
        let node = |(at, text): (usize, &&str)| Node {
            id: format!("u{}", at + 1),
            kind: NodeKind::Unnumbered,
            number: None,
            number_inferred: false,
            parent: None,
            part: "body".to_owned(),
            text: (*text).to_owned(),
            page: 0,
            notes: Vec::new(),
            places: Vec::new(),
        };
        let mut nodes: Vec<Node> = texts.iter().enumerate().map(node).collect();
        closing(&mut nodes);
        nodes.into_iter().map(|node| node.id).collect()
    }

    #[test]
    fn the_lines_on_the_adoption_belong_to_the_masthead() {
        let text = "Decides to remain seized of the matter.";
        assert_eq!(
            after(&[text, "64th plenary meeting", "15 December 2031"]),
            ["u1", "f.meeting", "f.adopted"]
        );
        let vote = "[Adopted without a vote.]";
        let told = after(&[text, "69th (resumed) plenary meeting", "8 July 2031", vote]);
        assert_eq!(told, ["u1", "f.meeting", "f.adopted", "f.vote"]);
    }

    #[test]
    fn a_meeting_without_a_day_or_in_a_sentence_is_text() {
        assert_eq!(after(&["One.", "64th plenary meeting"]), ["u1", "u2"]);
        assert_eq!(after(&["At its 64th plenary meeting it rose.", "15 December 2031"]), ["u1", "u2"]);
        assert_eq!(after(&["64th plenary meeting", "15 December 2031", "More text."]), ["u1", "u2", "u3"]);
    }
}
