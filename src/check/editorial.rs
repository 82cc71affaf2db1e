//! What an editor corrects in passing: full stops, the signs of a list, doubled words.

use super::finding::{Findings, Told, end_of};
use crate::mentions::{Annotated, MentionKind, TokenKind, tokenize};
use crate::report::{Node, NodeKind};
use crate::terms::english::editing::{MAY_STAND_TWICE, TAKE_ON};
use crate::terms::symbol::MODIFIERS;
use std::collections::HashMap;

/// Looks at ends and words.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    full_stops(annotated, findings);
    lists(annotated, findings);
    for node in &annotated.report.nodes {
        let prose = matches!(
            node.kind,
            NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered | NodeKind::Footnote
        );
        if prose && !annotated.report.is_pieced(node) {
            doubled(node, findings);
        }
    }
}

/// Numbered paragraphs that end in a word where the others of their part end in a full stop.
fn full_stops(annotated: &Annotated, findings: &mut Findings<'_>) {
    /// A shorter one is a line of a list or a heading with a number.
    const SHORTEST: usize = 6;
    let nodes = &annotated.report.nodes;
    let is_paragraph = |node: &Node| node.kind == NodeKind::Paragraph;
    let mut stops: HashMap<&str, (usize, usize)> = HashMap::new();
    for node in nodes.iter().filter(|node| is_paragraph(node)) {
        let (with, all) = stops.entry(&node.part).or_default();
        *with += usize::from(node.text.trim_end().ends_with('.'));
        *all += 1;
    }
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| is_paragraph(node)) {
        let text = node.text.trim_end();
        let (with, all) = stops.get(node.part.as_str()).copied().unwrap_or_default();
        // Below it the text goes on: a list, a continuation, a table.
        let below = nodes.get(at + 1);
        let goes_on = below.is_some_and(|next| {
            next.parent.as_deref() == Some(node.id.as_str())
                || matches!(next.kind, NodeKind::TableRow | NodeKind::Unnumbered | NodeKind::Item)
        });
        let word = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '"'));
        // "… as set out “in full.”": the stop stands inside.
        let inside = text.trim_end_matches(['”', '"', ')']).ends_with(['.', '!', '?', ';', ':', ',']);
        let link = annotated.mentions.by_node.get(at).is_some_and(|mentions| {
            mentions.iter().any(|mention| {
                mention.end >= node.text.trim_end().chars().count()
                    && (mention.kind == MentionKind::Placeholder
                        || mention.attributes.get("type").is_some_and(|kind| kind == "url"))
            })
        });
        let whole = !annotated.report.is_pieced(node);
        let usual = whole && all > 2 && with * 4 >= all * 3;
        let called = ends_in_call(text);
        if usual
            && word
            && !inside
            && !link
            && !goes_on
            && !called
            && text.split_whitespace().count() >= SHORTEST
        {
            let told = Told {
                text: end_of(text),
                what: "the paragraph ends without a full stop".to_owned(),
                why: "the others end in one".to_owned(),
                instead: Some(format!("{}.", end_of(without_call(text)))),
                ..Told::default()
            };
            findings.add("full-stop-missing", &node.id, told);
        }
    }
}

/// "… was not settled.7": behind the full stop stands the call of a note.
fn ends_in_call(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let call = text.len() - rest.len();
    let stop = rest.trim_end_matches(['”', '"', ')']).strip_suffix(['.', '!', '?']);
    // "A/86/L.1" and "INF/1/Add.1" end in a symbol; behind a figure, as in "2031.2", no symbol goes on so.
    (1..4).contains(&call)
        && stop.is_some_and(|words| {
            words.ends_with(|c: char| !c.is_alphabetic())
                || words.ends_with(char::is_lowercase)
                    && !MODIFIERS.iter().any(|part| words.ends_with(&format!("/{part}")))
        })
}

/// "was not settled9": a call that a copy glued to its word stands behind the full stop, not before it.
fn without_call(text: &str) -> &str {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let glued = words.ends_with(char::is_lowercase) && text.len() - words.len() < 4;
    if glued { words } else { text }
}

/// Items of one list: all but the last end in the same sign.
fn lists(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes = &annotated.report.nodes;
    let mut lists: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if let Some(parent) =
            node.parent.as_deref().filter(|_| node.kind == NodeKind::Item && node.number.is_some())
        {
            let list = lists.entry(parent).or_default();
            if list.is_empty() {
                order.push(parent);
            }
            list.push(at);
        }
    }
    for parent in order {
        let Some(items) = lists.get(parent) else { continue };
        let Some((last, before_last)) = items.split_last() else { continue };
        unended(annotated, *last, before_last, findings);
        // What holds a list of its own ends in a colon, and what follows there is not its end.
        let plain: Vec<usize> = before_last.iter().copied().filter(|at| !holds(nodes, *at)).collect();
        let semicolons = plain.iter().filter(|at| sign(&nodes[**at].text) == Some(';')).count();
        // Of two, the one before the last item shows which is meant.
        let two = plain.len() == 2
            && before_last.len() == 2
            && sign(&nodes[*last].text) == Some('.')
            && plain.iter().all(|at| is_short(&nodes[*at].text) && !annotated.report.is_pieced(&nodes[*at]));
        if !(two || plain.len() > 2) || semicolons + 1 != plain.len() {
            continue;
        }
        let Some(node) = plain.iter().map(|at| &nodes[*at]).find(|node| sign(&node.text) != Some(';')) else {
            continue;
        };
        let found = match sign(&node.text) {
            Some(':') => "a colon",
            Some(',') => "a comma",
            // A sentence of its own inside a list, or wording in brackets, ends as it must.
            Some('.') if node.text.matches(". ").count() == 0 => "a full stop",
            None if node.text.trim_end().ends_with(char::is_alphanumeric) || ends_in_symbol(&node.text) => {
                "no sign"
            }
            _ => continue,
        };
        let told = Told {
            text: end_of(&node.text),
            what: format!("the item ends in {found}"),
            why: "the others of the list end in a semicolon".to_owned(),
            instead: Some(format!("{};", end_of(node.text.trim_end().trim_end_matches([':', ',', '.'])))),
            ..Told::default()
        };
        findings.add("list-punctuation", &node.id, told);
    }
}

/// The last item ends in a word, all before it in a semicolon, and nothing goes on behind it.
fn unended(annotated: &Annotated, last: usize, before: &[usize], findings: &mut Findings<'_>) {
    const SHORTEST: usize = 3;
    let nodes = &annotated.report.nodes;
    let node = &nodes[last];
    let text = node.text.trim_end();
    let semicolons = before.len() > 1 && before.iter().all(|at| sign(&nodes[*at].text) == Some(';'));
    let goes_on = nodes.get(last + 1).is_some_and(|next| {
        !matches!(next.kind, NodeKind::Paragraph | NodeKind::Heading | NodeKind::Footnote)
    });
    let word = text.ends_with(char::is_alphabetic) && text.split_whitespace().count() >= SHORTEST;
    if !semicolons || goes_on || !word || annotated.report.is_pieced(node) {
        return;
    }
    let told = Told {
        text: end_of(text),
        what: "the last item ends without a full stop".to_owned(),
        why: "the others of the list end in a semicolon".to_owned(),
        instead: Some(format!("{}.", end_of(text))),
        ..Told::default()
    };
    findings.add("list-punctuation", &node.id, told);
}

/// "… (A/AC.999/2031/3)": what stands in the parenthesis ends no sentence.
fn ends_in_symbol(text: &str) -> bool {
    let inside = text.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    inside.is_some_and(|(_, symbol)| symbol.contains('/') && !symbol.contains(' '))
}

/// A line of a list, and no sentence or more.
fn is_short(text: &str) -> bool {
    let text = text.trim_end();
    text.split_whitespace().count() < 40 && !text.trim_end_matches(['.', ';', ',']).contains(". ")
}

fn holds(nodes: &[Node], at: usize) -> bool {
    nodes.get(at + 1).is_some_and(|next| next.parent.as_deref() == Some(nodes[at].id.as_str()))
}

/// The sign at the end, before an "and" or "or" that leads to the next item.
fn sign(text: &str) -> Option<char> {
    let text = text.trim_end();
    let text = text.strip_suffix(" and").or_else(|| text.strip_suffix(" or")).unwrap_or(text).trim_end();
    text.chars().next_back().filter(|c| matches!(c, ';' | ':' | ',' | '.'))
}

/// "the the".
fn doubled(node: &Node, findings: &mut Findings<'_>) {
    let chars: Vec<char> = node.text.chars().collect();
    let mut tokens = Vec::new();
    tokenize(&chars, &mut tokens);
    for (at, pair) in tokens.windows(2).enumerate() {
        let [one, two] = pair else { continue };
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        let before: String =
            before.map_or_else(String::new, |token| chars[token.start..token.end].iter().collect());
        let word = &chars[one.start..one.end];
        let lower = |c: &char| c.is_lowercase();
        let doubled = one.kind == TokenKind::Word
            && two.kind == TokenKind::Word
            && two.start == one.end + 1
            && word.iter().skip(1).all(lower)
            && chars[two.start..two.end].iter().all(lower)
            && word.iter().flat_map(|c| c.to_lowercase()).eq(chars[two.start..two.end].iter().copied());
        let word: String = chars[two.start..two.end].iter().collect();
        // A letter alone is a label or a variable.
        let goes_on = word == "on" && TAKE_ON.contains(&before.to_lowercase().as_str());
        if !doubled || goes_on || word.chars().count() < 2 || MAY_STAND_TWICE.contains(&word.as_str()) {
            continue;
        }
        let told = Told {
            text: format!("{word} {word}"),
            what: format!("“{word} {word}”"),
            why: "the word stands twice".to_owned(),
            instead: Some(format!("“{word}”")),
            ..Told::default()
        };
        findings.add("doubled-word", &node.id, told);
    }
}
