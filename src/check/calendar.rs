//! Days and years that no calendar has and that were therefore read as something else: "on 41 May 2030", "on 16
//! May 3020".

use super::finding::{Findings, Told};
use crate::mentions::{Annotated, Token, TokenKind, tokenize};
use crate::report::{Node, NodeKind};
use crate::terms::english::calendar::month;
use crate::terms::english::editing::BEFORE_A_DAY;

/// Looks at every number beside a month.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    for node in &annotated.report.nodes {
        if matches!(
            node.kind,
            NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered | NodeKind::Footnote
        ) {
            look(node, findings);
        }
    }
}

fn look(node: &Node, findings: &mut Findings<'_>) {
    let chars: Vec<char> = node.text.chars().collect();
    let mut tokens = Vec::new();
    tokenize(&chars, &mut tokens);
    let text = |token: &Token| -> String { chars[token.start..token.end].iter().collect() };
    let number = |at: usize| -> Option<u32> {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        text(token).parse().ok()
    };
    for at in 1..tokens.len() {
        let Some(day) = number(at) else { continue };
        let is_month =
            tokens.get(at + 1).is_some_and(|token| month(&chars[token.start..token.end]).is_some());
        let before = text(&tokens[at - 1]).to_lowercase();
        if !is_month || !BEFORE_A_DAY.contains(&before.as_str()) {
            continue;
        }
        let year = number(at + 2);
        let closed = tokens.get(at + 3).is_none_or(|token| token.kind == TokenKind::Mark);
        let written = |last: usize| -> String { chars[tokens[at].start..tokens[last].end].iter().collect() };
        let (text, why) = match (day, year) {
            // "52 May Day committees"
            (32..=99, year)
                if year.is_some() || tokens.get(at + 2).is_none_or(|token| token.kind == TokenKind::Mark) =>
            {
                let last = if year.is_some_and(|year| year > 1900) { at + 2 } else { at + 1 };
                (written(last), "no month has so many days")
            }
            (1..=31, Some(2200..=9999)) if closed => (written(at + 2), "the year lies far in the future"),
            _ => continue,
        };
        let told = Told {
            what: format!("“{text}”: {why}"),
            why: "the calendar does not have it".to_owned(),
            text,
            ..Told::default()
        };
        findings.add("no-such-day", &node.id, told);
    }
}
