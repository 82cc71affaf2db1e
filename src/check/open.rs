//! What is still open: placeholders, with what will stand there.

use super::finding::{Findings, Told};
use super::rule::OPEN;
use crate::mentions::{Annotated, Mention, MentionKind};

/// One finding for each placeholder.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        // In the order of the text what holds a blank stands before it.
        let mut around: Option<&Mention> = None;
        for mention in mentions {
            match mention.kind {
                MentionKind::Document | MentionKind::Date => around = Some(mention),
                MentionKind::Placeholder => {
                    findings.add(OPEN, &node.id, told(mention, around));
                }
                _ => {}
            }
        }
    }
}

fn told(mention: &Mention, around: Option<&Mention>) -> Told {
    let attribute = |name: &str| mention.attributes.get(name).map_or("", String::as_str);
    let expected = match attribute("expects") {
        "" => None,
        "text" => Some("wording".to_owned()),
        other => Some(other.to_owned()),
    };
    // A blank inside a symbol or a date is shown with it: "A/AC.999/2031/CRP.[...]".
    let around = around.filter(|around| around.start <= mention.start && around.end >= mention.end);
    let around = around.map_or(&mention.text, |around| &around.text);
    let (is, why) = match attribute("type") {
        "bracketed_value" => ("stands in brackets", "a value in brackets is still to be confirmed"),
        "bracketed_text" => ("stands in brackets", "wording in brackets is not agreed"),
        "instruction" => ("is still to be carried out", "an instruction stands in place of the text"),
        _ => ("is blank", "nothing was filled in yet"),
    };
    let quoted = match around == &mention.text {
        true => format!("“{}”", super::finding::short(&mention.text, 90)),
        false => format!("“{}” in “{around}”", mention.text),
    };
    Told {
        text: mention.text.clone(),
        what: format!("{quoted} {is}"),
        why: why.to_owned(),
        instead: expected.filter(|_| attribute("type") != "bracketed_text").map(|what| with_article(&what)),
        ..Told::default()
    }
}

/// "a symbol", "an ordinal".
fn with_article(noun: &str) -> String {
    match noun {
        "wording" => "the text".to_owned(),
        _ => format!("{} {noun}", if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }),
    }
}
