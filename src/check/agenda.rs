//! Agenda items with two titles, or under the number of another item.

use super::finding::{Findings, Told};
use super::printed_agenda;
use crate::mentions::{Annotated, MentionKind};
use crate::report::NodeKind;
use std::collections::HashMap;

/// A title of an item, and where it stands.
struct Title<'a> {
    item: &'a str,
    words: Vec<String>,
    printed: &'a str,
    at: &'a str,
    /// It stands in the agenda itself.
    listed: bool,
}

/// No agenda has more items; a longer list is not compared to its end.
const MOST: usize = 200;

/// Compares the titles of each part of the report with one another.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    printed_agenda::find(annotated, findings);
    let agenda = printed_agenda::of(annotated, findings);
    let body = printed_agenda::own_name(annotated);
    let mut parts: HashMap<&str, Vec<Title<'_>>> = HashMap::new();
    for (at, node) in annotated.report.nodes.iter().enumerate() {
        let titles = parts.entry(&node.part).or_default();
        if let Some(title) = listed(annotated, at, findings) {
            if titles.len() < MOST {
                titles.push(title);
            }
            continue;
        }
        if node.kind == NodeKind::Masthead {
            continue;
        }
        let mentions = annotated.mentions.by_node.get(at).map_or(&[][..], Vec::as_slice);
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::AgendaItem) {
            // An item of another agenda says whose it is.
            let other = mention.attributes.contains_key("agenda_of");
            if let Some(printed) = mention.attributes.get("title").filter(|_| !other) {
                // Where the report prints its only agenda, a title of other words is no other agenda's.
                let own = agenda.is_some() && printed_agenda::is_own(node, mention, body.as_deref());
                compare(mention.value.as_str(), printed, (&node.id, own), titles, findings);
            }
        }
    }
}

/// A line of the agenda as adopted: "7. Adoption of the report." under a paragraph that speaks of it.
fn listed<'a>(annotated: &'a Annotated, at: usize, findings: &Findings<'_>) -> Option<Title<'a>> {
    let nodes = &annotated.report.nodes;
    let node = &nodes[at];
    let item = node.number.as_deref().filter(|number| number.chars().all(|c| c.is_ascii_digit()))?;
    let parent = node.parent.as_deref()?;
    let holder = nodes.get(findings.index_of(parent)?)?;
    (node.kind == NodeKind::Item && printed_agenda::introduces(holder)).then(|| Title {
        item,
        words: words(&node.text),
        printed: node.text.trim_end_matches(['.', ';', ':', ',', ' ']),
        at: &node.id,
        listed: true,
    })
}

fn compare<'a>(
    item: &'a str,
    printed: &'a str,
    (at, own): (&'a str, bool),
    titles: &mut Vec<Title<'a>>,
    findings: &mut Findings<'_>,
) {
    let here = words(printed);
    if here.is_empty() {
        return;
    }
    if let Some(same) = titles.iter().find(|title| title.item == item) {
        let moved = titles.iter().find(|title| title.listed && title.item != item && title.words == here);
        let short = here.starts_with(&same.words) || same.words.starts_with(&here);
        if let Some(moved) = moved.filter(|_| !short && same.listed) {
            let told = Told {
                text: printed.to_owned(),
                what: format!("item {item} is called “{printed}”"),
                why: format!(
                    "on the agenda that is item {}, and item {item} is “{}”",
                    moved.item,
                    super::finding::short(same.printed, 80)
                ),
                instead: Some(format!("item {}", moved.item)),
                also: vec![moved.at.to_owned()],
                ..Told::default()
            };
            findings.add("agenda-item-title", at, told);
        } else if !short && (own && same.listed || alike(&here, &same.words)) {
            let place = findings.cited(same.at);
            let why = match same.listed {
                true => format!("on the agenda ({place}) it is “{}”", same.printed),
                false => format!("in {place} it is “{}”", same.printed),
            };
            let told = Told {
                text: printed.to_owned(),
                what: format!("item {item} is called “{printed}”"),
                why,
                instead: Some(format!("“{}”", same.printed)),
                also: vec![same.at.to_owned()],
                ..Told::default()
            };
            findings.add("agenda-item-title", at, told);
        }
    } else if titles.len() < MOST {
        titles.push(Title { item, words: here, printed, at, listed: false });
    }
}

/// Titles that share at least half of the words of the shorter one; two agendas share fewer.
fn alike(one: &[String], two: &[String]) -> bool {
    let (less, more) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let telling = |word: &&String| word.chars().count() > 3;
    let all = less.iter().filter(telling).count();
    let shared = less.iter().filter(telling).filter(|word| more.contains(word)).count();
    all > 0 && shared * 2 >= all
}

/// Case and signs apart.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}
