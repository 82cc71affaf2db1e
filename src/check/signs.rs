//! Signs and words that an editor corrects in passing, beside those of [`super::editorial`]: a comma at the end of
//! a paragraph, a note or an item without its full stop, two full stops, two words that stand twice.

use super::finding::{Findings, Told, end_of};
use crate::mentions::{Annotated, MentionKind, Token, TokenKind, tokenize};
use crate::report::{Node, NodeKind};
use crate::terms::english::editing::REPEATING;
use std::collections::HashMap;

/// Looks at ends and words.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    commas(annotated, findings);
    notes(annotated, findings);
    items(annotated, findings);
    for node in &annotated.report.nodes {
        let prose = matches!(node.kind, NodeKind::Paragraph | NodeKind::Item | NodeKind::Footnote);
        if prose && !annotated.report.is_pieced(node) {
            pairs(node, findings);
            stops(node, findings);
        }
    }
}

fn hint(
    findings: &mut Findings<'_>,
    code: &str,
    node: &Node,
    what: &str,
    why: &str,
    instead: Option<String>,
) {
    let text = end_of(node.text.trim_end());
    let told = Told { text, what: what.to_owned(), why: why.to_owned(), instead, ..Told::default() };
    findings.add(code, &node.id, told);
}

/// A paragraph that ends in a comma where the next one begins anew and the others end in a full stop.
fn commas(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes = &annotated.report.nodes;
    let is_paragraph = |node: &&Node| node.kind == NodeKind::Paragraph && node.part == "body";
    let all = nodes.iter().filter(is_paragraph).count();
    let with = nodes.iter().filter(is_paragraph).filter(|node| node.text.trim_end().ends_with('.')).count();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Paragraph) {
        let text = node.text.trim_end();
        let Some(rest) = text.strip_suffix(',') else { continue };
        let next = nodes.get(at + 1);
        let ends = next.is_none_or(|next| {
            matches!(next.kind, NodeKind::Paragraph | NodeKind::Heading)
                && next.text.starts_with(|c: char| c.is_uppercase() || c == '“')
        });
        if ends && all > 2 && with * 4 >= all * 3 && !annotated.report.is_pieced(node) {
            let instead = Some(format!("{}.", end_of(rest)));
            hint(
                findings,
                "full-stop-missing",
                node,
                "the paragraph ends in a comma",
                "the others end in a full stop",
                instead,
            );
        }
    }
}

/// Words that a note must have to be a sentence.
const SENTENCE: usize = 5;

/// A note that is a sentence and ends in a word, where the others end in a full stop; the last paragraph of an
/// annex that has too few to tell what is usual, where the report has enough.
fn notes(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes = &annotated.report.nodes;
    let stopped = |node: &&Node| node.text.trim_end().ends_with('.');
    let usual = |kind: NodeKind| {
        let all = nodes.iter().filter(|node| node.kind == kind).count();
        all > 2 && nodes.iter().filter(|node| node.kind == kind).filter(stopped).count() * 4 >= all * 3
    };
    let (notes, paragraphs) = (usual(NodeKind::Footnote), usual(NodeKind::Paragraph));
    for (at, node) in nodes.iter().enumerate() {
        let text = node.text.trim_end();
        let word = text.split(|c: char| !c.is_alphabetic()).next_back().unwrap_or_default();
        let lower = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
        let in_part = || {
            nodes.iter().filter(|other| other.part == node.part && other.kind == NodeKind::Paragraph).count()
        };
        let last =
            nodes.get(at + 1).is_none_or(|next| next.kind == NodeKind::Footnote || next.part != node.part);
        let (told, what) = match node.kind {
            NodeKind::Footnote => (notes, "the note ends without a full stop"),
            NodeKind::Paragraph if node.part != "body" && last && in_part() <= 2 => {
                (paragraphs, "the paragraph ends without a full stop")
            }
            _ => continue,
        };
        let link = annotated.mentions.by_node.get(at).is_some_and(|mentions| {
            mentions.iter().any(|mention| {
                mention.end >= text.chars().count()
                    && matches!(mention.kind, MentionKind::Document | MentionKind::Placeholder)
            })
        });
        let whole = !annotated.report.is_pieced(node) && text.split_whitespace().count() >= SENTENCE;
        if told && lower && whole && !link {
            hint(
                findings,
                "full-stop-missing",
                node,
                what,
                "the others end in one",
                Some(format!("{}.", end_of(text))),
            );
        }
    }
}

/// "3. Programme of work" among items that end in a full stop.
fn items(annotated: &Annotated, findings: &mut Findings<'_>) {
    /// With fewer beside it nothing is usual.
    const FEWEST: usize = 4;
    let nodes = &annotated.report.nodes;
    let mut lists: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, node) in nodes.iter().enumerate() {
        if let Some(parent) =
            node.parent.as_deref().filter(|_| node.kind == NodeKind::Item && node.number.is_some())
        {
            lists.entry(parent).or_default().push(at);
        }
    }
    let holds = |at: usize| {
        nodes.get(at + 1).is_some_and(|next| next.parent.as_deref() == Some(nodes[at].id.as_str()))
    };
    for items in lists.into_values() {
        let plain: Vec<usize> = items.into_iter().filter(|at| !holds(*at)).collect();
        let stop = |at: &usize| nodes[*at].text.trim_end().ends_with('.');
        let bare: Vec<usize> = plain.iter().copied().filter(|at| !stop(at)).collect();
        let [at] = bare.as_slice() else { continue };
        let node = &nodes[*at];
        let word = node.text.trim_end().ends_with(char::is_lowercase);
        if plain.len() > FEWEST && word && !annotated.report.is_pieced(node) {
            let instead = Some(format!("{}.", end_of(node.text.trim_end())));
            hint(
                findings,
                "list-punctuation",
                node,
                "the item ends without a full stop",
                "the others of the list end in one",
                instead,
            );
        }
    }
}

/// "by the by the", "Working Group Working Group".
fn pairs(node: &Node, findings: &mut Findings<'_>) {
    let chars: Vec<char> = node.text.chars().collect();
    let mut tokens = Vec::new();
    tokenize(&chars, &mut tokens);
    let text = |token: &Token| -> String { chars[token.start..token.end].iter().collect() };
    for (at, four) in tokens.windows(4).enumerate() {
        let [one, two, three, four] = four else { continue };
        let words = [one, two, three, four].iter().all(|token| token.kind == TokenKind::Word);
        let near = two.start == one.end + 1 && three.start == two.end + 1 && four.start == three.end + 1;
        if !words || !near || chars[one.start..two.end] != chars[three.start..four.end] {
            continue;
        }
        let (first, second) = (text(one), text(two));
        // "again and again and again", "step by step by step"; a word that stands four times is told already.
        let binds = |word: &String| REPEATING.contains(&word.as_str());
        let before = at.checked_sub(1).map(|before| text(&tokens[before]));
        let over = binds(&second) || binds(&first) && before.as_ref() == Some(&second);
        if first == second || over || first.chars().count() < 2 {
            continue;
        }
        let told = Told {
            text: format!("{first} {second} {first} {second}"),
            what: format!("“{first} {second} {first} {second}”"),
            why: "the two words stand twice".to_owned(),
            instead: Some(format!("“{first} {second}”")),
            ..Told::default()
        };
        findings.add("doubled-word", &node.id, told);
    }
}

/// "harbour.." at the end of a sentence; dots that lead to a page, and those of an omission, are more or others.
fn stops(node: &Node, findings: &mut Findings<'_>) {
    let dots: Vec<usize> = node.text.match_indices("..").map(|(at, _)| at).collect();
    let [at] = dots.as_slice() else { return };
    let (before, after) = (&node.text[..*at], &node.text[at + 2..]);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let ends =
        after.is_empty() || after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if after.starts_with('.') || !ends || word.chars().count() < 3 || !word.chars().all(char::is_lowercase) {
        return;
    }
    let told = Told {
        text: format!("{word}.."),
        what: format!("two full stops behind “{word}”"),
        why: "one ends the sentence".to_owned(),
        instead: Some(format!("{word}.")),
        ..Told::default()
    };
    findings.add("doubled-word", &node.id, told);
}
