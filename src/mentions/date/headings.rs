//! [`Headings`]: the years of the sessions that the headings above a paragraph name.

use super::day::year_at;
use crate::mentions::passage::Passage;
use crate::report::Node;
use crate::terms::date::Year;

/// More headings than this inside one another are the work of a damaged file.
const DEEPEST: usize = 12;

/// The headings above the node in hand, the outermost first.
#[derive(Debug, Default)]
pub struct Headings {
    /// The identifier of each, and the year that it names.
    open: Vec<(String, Option<i16>)>,
}

impl Headings {
    /// Closes the headings that do not hold this heading, and opens it.
    pub fn enter(&mut self, heading: &Node) {
        let parent = heading.parent.as_deref().unwrap_or_default();
        let kept = self.open.iter().rposition(|(id, _)| id == parent).map_or(0, |at| at + 1);
        self.open.truncate(kept.min(DEEPEST));
        self.open.push((heading.id.clone(), None));
    }

    /// Reads the innermost heading: "III. First session, 2031", "Third session (3 to 7 March 2031)",
    /// "The 2031 session". A heading that names two years names none.
    pub(super) fn read(&mut self, passage: &Passage<'_>) {
        const SITTINGS: [&str; 4] = ["session", "meeting", "part", "conference"];
        let sitting = (0..passage.tokens.len()).any(|index| passage.is_any(index, &SITTINGS));
        if !sitting {
            return;
        }
        let mut years = (0..passage.tokens.len()).filter_map(|index| {
            let (Year::Known(year), next) = year_at(passage, index)? else { return None };
            let free =
                !passage.is_glued(index) || passage.is_mark(index - 1, '(') || passage.is_dash(index - 1);
            // "Part II: the 2030 Agenda"
            let capital = passage.word(next).first().is_some_and(|c| c.is_uppercase());
            (free && (!capital || passage.is_any(next, &SITTINGS))).then_some(year)
        });
        let Some(year) = years.next().filter(|year| (1945..2100).contains(year)) else { return };
        if years.all(|other| other == year)
            && let Some((_, known)) = self.open.last_mut()
        {
            *known = Some(year);
        }
    }

    /// The year of the session that the nearest heading with a year names.
    pub(super) fn session_year(&self) -> Option<i16> {
        self.open.iter().rev().find_map(|(_, year)| *year)
    }
}
