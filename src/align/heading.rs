//! Headings answer to one another by meaning: by words, by a table of synonyms, by what they hold.

use super::links::{Links, Reason};
use super::unit::{Class, Unit};
use crate::terms::english::heading::{SITTINGS, SYNONYMS};
use std::collections::BTreeMap;

/// The heading that stands for this one's meaning; none where it is in no row of the table.
pub(super) fn meaning(words: &[String]) -> Option<&'static str> {
    let joined = words.join(" ");
    let mut heading = joined.as_str();
    loop {
        if let Some(row) = SYNONYMS.iter().find(|row| row.contains(&heading)) {
            return Some(row[0]);
        }
        // "Opening of the seventh session of the Board" is still the opening.
        let (whole, of) = heading.rsplit_once(" of the ")?;
        let what = of.rsplit(' ').next().unwrap_or(of);
        heading = Some(whole).filter(|_| SITTINGS.contains(&what))?;
    }
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
    fn headings_of_one_meaning_share_a_row() {
        let meaning = |text: &str| meaning(&text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(meaning("election of officers"), Some("officers"));
        assert_eq!(meaning("election of officers other than the chair"), Some("officers"));
        assert_eq!(meaning("opening of the seventh session of the board"), Some("opening"));
        assert_eq!(meaning("adoption of the report of the working group"), Some("adoption of the report"));
        assert_eq!(meaning("protection of the sea"), None);
        assert_eq!(meaning("opening of the straits"), None);
    }

    #[test]
    fn an_agenda_item_in_brackets_is_no_part_of_a_heading() {
        assert_eq!(plain("Opening of the session (Agenda item 1)"), "Opening of the session");
        assert_eq!(plain("(agenda item 1)"), "(agenda item 1)");
        assert_eq!(plain("Other matters (closed)"), "Other matters (closed)");
    }
}
