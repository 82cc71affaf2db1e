//! A person with two States: "Josef Hradil (Czechia)" and "Josef Hradil (Slovakia)".

use super::finding::{Findings, Told};
use crate::mentions::{Annotated, MentionKind};
use std::collections::BTreeMap;

/// Compares the State behind each full name.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let mut persons: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        for mention in mentions {
            let person = matches!(mention.kind, MentionKind::Officer | MentionKind::Participant);
            let full = mention.value.contains(' ') && mention.value.starts_with(char::is_uppercase);
            if let Some(country) = mention.attributes.get("country").filter(|_| person && full) {
                persons.entry(&mention.value).or_default().push((country, &node.id));
            }
        }
    }
    for (name, places) in persons {
        let mut states: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (country, id) in &places {
            states.entry(country).or_default().push(id);
        }
        let mut counted: Vec<(&&str, &Vec<&str>)> = states.iter().collect();
        // The one told less often, of two told alike the later, is more likely the wrong one.
        counted.sort_by_key(|(_, ids)| {
            (ids.len(), std::cmp::Reverse(ids.first().and_then(|id| findings.index_of(id))))
        });
        let [(wrong, ids), (right, others)] = counted.as_slice() else { continue };
        let (Some(id), Some(other)) = (ids.first(), others.first()) else { continue };
        // "Netherlands" and "Netherlands (Kingdom of the)" are one.
        let alike = |one: &str, two: &str| one.starts_with(two) || two.starts_with(one);
        if alike(wrong, right) || id == other {
            continue;
        }
        let told = Told {
            text: format!("{name} ({wrong})"),
            what: format!("{name} is of {wrong}"),
            why: format!("{} has {name} ({right})", findings.cited(other)),
            instead: (others.len() > ids.len()).then(|| format!("{name} ({right})")),
            also: vec![(*other).to_owned()],
            ..Told::default()
        };
        findings.add("told-in-two-ways", id, told);
    }
}
