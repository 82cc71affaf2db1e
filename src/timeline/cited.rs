//! [`Cited`]: where a sentence stands, as people cite it.

use crate::diff::digest::place;
use crate::report::Report;
use std::collections::HashMap;

/// The places of one report, each found once.
pub struct Cited<'a> {
    report: &'a Report,
    index: HashMap<&'a str, usize>,
    known: HashMap<String, String>,
}

impl<'a> Cited<'a> {
    /// The places of this report.
    pub fn of(report: &'a Report) -> Self {
        // The first of several that share an identifier.
        let index = report.nodes.iter().enumerate().rev().map(|(at, node)| (node.id.as_str(), at)).collect();
        Self { report, index, known: HashMap::new() }
    }

    /// "¶7", "annex II ¶4", "annex II (a)", "masthead".
    pub fn place(&mut self, id: &str) -> String {
        if let Some(place) = self.known.get(id) {
            return place.clone();
        }
        let label = self.index.get(id).map(|at| place::label_at(self.report, *at));
        let place = label.map_or_else(|| id.to_owned(), |label| without_counting(&label));
        self.known.insert(id.to_owned(), place.clone());
        place
    }
}

/// "annex II (a)" of "annex II, unnumbered 1 (a)": in an annex nobody counts the paragraphs without number.
fn without_counting(label: &str) -> String {
    let Some((before, rest)) = label.split_once(", unnumbered") else { return label.to_owned() };
    let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    if rest.is_empty() {
        before.to_owned()
    } else {
        format!("{before} {}", rest.trim_start_matches([',', ' ']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_without_number_are_not_counted_in_an_annex() {
        assert_eq!(without_counting("annex II, unnumbered 1 (a)"), "annex II (a)");
        assert_eq!(without_counting("annex, unnumbered"), "annex");
        assert_eq!(without_counting("unnumbered 4"), "unnumbered 4");
        assert_eq!(without_counting("annex I ¶4"), "annex I ¶4");
    }
}
