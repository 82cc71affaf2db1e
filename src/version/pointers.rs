//! References from one document of a version into another: "paragraph 12 above" in an addendum.
//!
//! Each document was searched by itself, so that such a reference was said to point nowhere. Where
//! another document of the same version has the place, on the side that is named, it is that.

use super::sign;
use crate::mentions::{Annotated, MentionKind};
use crate::terms::english::reference::{ABOVE, BELOW};
use std::collections::BTreeSet;

/// Points what found no place in its own document, of these in their order, to the nearest document
/// that has it, and takes the remark back.
pub(super) fn resolve(documents: &mut [Annotated]) {
    let ids: Vec<BTreeSet<String>> = documents
        .iter()
        .map(|document| document.report.nodes.iter().map(|node| node.id.clone()).collect())
        .collect();
    for (own, document) in documents.iter_mut().enumerate() {
        let mentions = &mut document.mentions;
        let nodes = document.report.nodes.iter().map(|node| node.id.as_str());
        for (node, list) in nodes.zip(&mut mentions.by_node) {
            for mention in list.iter_mut().filter(|mention| {
                mention.kind == MentionKind::CrossReference
                    && mention.attributes.get("resolved").is_some_and(|resolved| resolved == "false")
            }) {
                let Some(other) = holder(&ids, own, &mention.value, &mention.text) else { continue };
                // The remark says the whole list up to this member.
                let told = format!("{}” points nowhere", mention.text);
                let remark = mentions.remarks.iter().position(|remark| {
                    remark.code == "points-nowhere" && remark.at == node && remark.message.contains(&told)
                });
                remark.map(|at| mentions.remarks.remove(at));
                mention.value.insert_str(0, &sign(other));
                mention.attributes.insert("resolved", "true".to_owned());
                mention.attributes.insert("document", sign(other).trim_end_matches('.').to_owned());
            }
        }
    }
}

/// The document that has the place: the nearest on the side that the words name; without such
/// words the only one.
fn holder(ids: &[BTreeSet<String>], own: usize, id: &str, text: &str) -> Option<usize> {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    let has = |at: &usize| ids[*at].contains(id);
    if ABOVE.contains(&last) {
        return (0..own).rev().find(has);
    }
    if BELOW.contains(&last) {
        return (own + 1..ids.len()).find(has);
    }
    let mut others = (0..ids.len()).filter(|at| *at != own).filter(has);
    let only = others.next()?;
    others.next().is_none().then_some(only)
}
