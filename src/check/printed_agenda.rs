//! Agenda items that the agenda, as the report itself prints it, does not have: "agenda item 12" where the
//! last one is 7, "item 5 (f)" where the list under 5 ends with (d).

use super::finding::{Findings, Told};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{Node, NodeKind};
use crate::terms::english::editing::{BODY_NOUNS, OTHER_AGENDAS};
use crate::terms::english::number::cardinal;

/// The agenda as printed: items numbered from 1 on, none left out, each with the letters below it.
pub(super) struct Printed<'a> {
    /// The paragraph that holds it.
    pub at: &'a str,
    part: &'a str,
    /// The letters of item 1, 2, …
    letters: Vec<Vec<&'a str>>,
}

/// A shorter list may be an extract.
const SHORTEST: usize = 3;

/// Farther beyond the last item than this is an item of another agenda.
const FARTHEST: u32 = 15;

/// The agenda of a report that prints one and no second.
pub(super) fn of<'a>(annotated: &'a Annotated, findings: &Findings<'_>) -> Option<Printed<'a>> {
    let nodes = &annotated.report.nodes;
    let mut all = nodes.iter().enumerate().filter_map(|(at, node)| printed(nodes, at, node, findings));
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Whether a paragraph introduces an agenda: "… adopted the following agenda:".
pub(super) fn introduces(node: &Node) -> bool {
    node.kind != NodeKind::Item
        && node.text.trim_end().ends_with(':')
        && node.text.to_lowercase().contains("agenda")
}

fn printed<'a>(nodes: &'a [Node], at: usize, node: &'a Node, findings: &Findings<'_>) -> Option<Printed<'a>> {
    if !introduces(node) {
        return None;
    }
    let below = |parent: &str| -> Vec<&'a Node> {
        let inside = nodes[at + 1..].iter().take_while(|node| {
            matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered | NodeKind::TableRow)
        });
        inside.filter(|node| node.parent.as_deref() == Some(parent)).collect()
    };
    let items = below(&node.id);
    let numbers: Option<Vec<u32>> = items.iter().map(|item| item.number.as_deref()?.parse().ok()).collect();
    let whole = numbers.is_some_and(|numbers| numbers.iter().copied().eq(1..=items.len() as u32));
    // A number or letter that is missing is told elsewhere; then nobody knows what the agenda has.
    let faulty = |node: &&Node| findings.has("letter-skipped", &node.id);
    if !whole || items.len() < SHORTEST {
        return None;
    }
    let subs: Vec<Vec<&Node>> = items.iter().map(|item| below(&item.id)).collect();
    if items.iter().any(faulty) || subs.iter().flatten().any(faulty) {
        return None;
    }
    let letters = subs.iter().map(|subs| subs.iter().filter_map(|sub| sub.number.as_deref()).collect());
    Some(Printed { at: &node.id, part: &node.part, letters: letters.collect() })
}

/// "preparatory committee" of "Report of the Preparatory Committee on …": how the body calls itself, where that
/// could be another body's name.
pub(super) fn own_name(annotated: &Annotated) -> Option<String> {
    let title = annotated.report.masthead.title.as_deref()?.to_lowercase();
    let (_, name) = title.split_once("report of the ")?;
    let words: Vec<&str> = name.split_whitespace().take(4).collect();
    let end = words.iter().position(|word| BODY_NOUNS.contains(word))?;
    Some(words[..=end].join(" "))
}

/// The text without the body's own name: "the Commission considered", but not "the Commission on Ports".
fn without_own(text: &str, own: &str) -> String {
    let name = format!("the {own}");
    let mut rest = text;
    let mut kept = String::new();
    while let Some(at) = rest.find(&name) {
        let behind = &rest[at + name.len()..];
        let another = [" of ", " on ", " for ", "-"].iter().any(|sign| behind.starts_with(sign));
        kept.push_str(if another { &rest[..at + name.len()] } else { &rest[..at] });
        rest = behind;
    }
    kept + rest
}

/// Whether a mention is one of the body's own agenda: nothing before it in its sentence speaks of another.
pub(super) fn is_own(node: &Node, mention: &Mention, own: Option<&str>) -> bool {
    let before: String = node.text.chars().take(mention.start).collect();
    let sentence = before.rsplit(". ").next().unwrap_or_default().to_lowercase();
    let behind: String = node.text.chars().skip(mention.end).take(60).collect::<String>().to_lowercase();
    let other = |text: &str| {
        let text = own.map_or_else(|| text.to_owned(), |own| without_own(text, own));
        OTHER_AGENDAS.iter().any(|word| text.contains(word))
    };
    !mention.attributes.contains_key("agenda_of") && !other(&sentence) && !other(&behind)
}

/// Looks at every mention of an agenda item.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let Some(agenda) = of(annotated, findings) else { return };
    counted(annotated, &agenda, findings);
    let own = own_name(annotated);
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        let here = node.part == agenda.part && !matches!(node.kind, NodeKind::Masthead | NodeKind::Footnote);
        for mention in mentions.iter().filter(|mention| here && mention.kind == MentionKind::AgendaItem) {
            if is_own(node, mention, own.as_deref())
                && let Some(what) = missing(&agenda, mention)
            {
                let told = Told {
                    text: mention.text.clone(),
                    what: format!("“{}”: {what}", mention.text),
                    why: format!("the agenda is printed in {}", findings.cited(agenda.at)),
                    also: vec![agenda.at.to_owned()],
                    ..Told::default()
                };
                findings.add("agenda-item-missing", &node.id, told);
            }
        }
    }
}

/// "the eight-item agenda … as follows:" above seven.
fn counted(annotated: &Annotated, agenda: &Printed<'_>, findings: &mut Findings<'_>) {
    let Some(node) = findings.index_of(agenda.at).and_then(|at| annotated.report.nodes.get(at)) else {
        return;
    };
    let Some((before, _)) = node.text.split_once("-item agenda") else { return };
    let word = before.rsplit(' ').next().unwrap_or_default();
    let said = word.parse().ok().or_else(|| cardinal(&word.chars().collect::<Vec<char>>()));
    let many = agenda.letters.len();
    let Some(said) = said.filter(|said| usize::try_from(*said).is_ok_and(|said| said != many)) else {
        return;
    };
    let told = Told {
        text: format!("{word}-item agenda"),
        what: format!("an agenda of {said} items and a list of {many}"),
        why: "the count and the agenda below it differ".to_owned(),
        instead: Some(many.to_string()),
        ..Told::default()
    };
    findings.add("count-differs", agenda.at, told);
}

/// What the agenda does not have of "4-17" or "5(f)".
fn missing(agenda: &Printed<'_>, mention: &Mention) -> Option<String> {
    let last = agenda.letters.len();
    for item in mention.value.split([',', '-']) {
        let digits: String = item.trim().chars().take_while(char::is_ascii_digit).collect();
        let number: u32 = digits.parse().ok()?;
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        let Some(letters) = agenda.letters.get(index) else {
            let near = index < last + FARTHEST as usize;
            return near.then(|| format!("the agenda ends with item {last}"));
        };
        let letter = item.trim()[digits.len()..].trim();
        let alone = letter.len() == 3 && letter.starts_with('(') && letter.ends_with(')');
        let (Some(first), Some(end)) = (letters.first(), letters.last()) else { continue };
        if alone && *first == "(a)" && !letters.contains(&letter) {
            return Some(format!("item {number} of the agenda ends with {end}"));
        }
    }
    None
}
