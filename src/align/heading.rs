//! Headings answer to one another by meaning: by words, by a table of synonyms, by what they hold.

use super::links::{Links, Reason};
use super::unit::{Class, Unit};
use std::collections::BTreeMap;

/// Headings that mean the same in reports of proceedings. Each row begins with the form that
/// stands for all of it. From the templates of several bodies: the letters before such headings
/// shift whenever a section comes or goes, and the words change with the drafter.
const SYNONYMS: [&[&str]; 9] = [
    &["officers", "election of officers", "bureau", "election of the bureau", "chairmanship"],
    &["attendance", "participants", "participation", "attendance and participation"],
    &["agenda", "adoption of the agenda", "adoption of agenda"],
    &["organization of work", "organisation of work", "modalities of work"],
    &["documentation", "documents", "list of documents"],
    &["opening", "opening of the session", "opening and duration", "opening and duration of the session"],
    &["organizational matters", "organisational matters", "organizational and procedural matters"],
    &["adoption of the report", "adoption of report"],
    &["proceedings", "proceedings of the session"],
];

/// The heading that stands for this one's meaning; itself where it is in no row of the table.
pub(super) fn meaning(words: &[String]) -> Option<&'static str> {
    let joined = words.join(" ");
    SYNONYMS.iter().find(|row| row.contains(&joined.as_str())).map(|row| row[0])
}

/// The words of a heading without a bracketed ending such as "(agenda item 3)".
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_lowercase();
    match lower.rfind('(') {
        Some(at) if lower.ends_with(')') && lower[at..].contains("agenda item") && at > 0 => {
            text.chars().take(lower[..at].chars().count()).collect::<String>().trim_end().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Pairs free headings whose paragraphs answer to one another: more than half, on both sides.
pub(super) fn by_content(old: &[Unit], new: &[Unit], links: &mut Links) {
    let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut held: [BTreeMap<usize, usize>; 2] = Default::default();
    for (i, unit) in old.iter().enumerate() {
        let Some(j) = links.new_of(i) else { continue };
        if let Some(h) = unit.heading {
            *held[0].entry(h).or_default() += 1;
        }
        if let Some(h) = new[j].heading {
            *held[1].entry(h).or_default() += 1;
        }
        if let (Some(a), Some(b)) = (unit.heading, new[j].heading) {
            *votes.entry((a, b)).or_default() += 1;
        }
    }
    for ((a, b), count) in votes {
        let free = links.new_of(a).is_none() && links.old_of(b).is_none();
        let most = 2 * count > held[0][&a] && 2 * count > held[1][&b];
        if free && most && old[a].class == Class::Heading {
            links.join(a, b, Reason::Children);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agenda_item_in_brackets_is_no_part_of_a_heading() {
        assert_eq!(plain("Opening of the session (Agenda item 1)"), "Opening of the session");
        assert_eq!(plain("(agenda item 1)"), "(agenda item 1)");
        assert_eq!(plain("Other matters (closed)"), "Other matters (closed)");
    }
}
