//! Of whom a report speaks: where the first page names a convention, an organization or an organ, the text still
//! says "the Committee decided", and once in full which committee that is.

use super::name::{name_at, names_body, words};
use super::sentence::Sentences;
use crate::report::NodeKind;
use crate::terms::english::event::{ACTING, BODY_NOUNS};
use std::collections::BTreeMap;

/// Paragraphs that are read for it.
const MOST: usize = 300;
/// The full name stands in one of so many paragraphs at the beginning, or in the title.
const FIRST: usize = 6;
/// So often must a body act before it is believed to be the one that reports.
const OFTEN: usize = 3;

/// Who acts in a report.
pub struct Spoken {
    /// How often "the Committee" and such act, by the noun.
    acts: BTreeMap<String, usize>,
    /// The full names at the beginning, in the order of the text.
    full: Vec<String>,
    /// The title.
    title: String,
}

impl Spoken {
    /// Reads the text of the report itself, without annexes.
    pub fn of(text: &Sentences) -> Self {
        let annotated = text.annotated;
        let title = annotated.report.masthead.title.clone().unwrap_or_default();
        let mut spoken = Self { acts: BTreeMap::new(), full: Vec::new(), title };
        let told = annotated.report.nodes.iter().enumerate().filter(|(_, node)| {
            let text = matches!(node.kind, NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered);
            let title =
                node.id == "f.title" || node.kind == NodeKind::Heading && node.text.contains("eport of the ");
            node.part == "body" && (text || title) && node.text.len() < 20_000
        });
        for (at, (index, _)) in told.take(MOST).enumerate() {
            for sentence in text.of(index) {
                for the in (0..sentence.len()).filter(|at| sentence.is(*at, &["the"])) {
                    let Some((name, to)) = name_at(sentence, the + 1) else { continue };
                    if !sentence.is_capital(the + 1) {
                        continue;
                    }
                    let words = words(&name);
                    if words.len() > 2 && names_body(&name) && at < FIRST && !spoken.full.contains(&name) {
                        spoken.full.push(name.clone());
                    }
                    let acts = sentence.is(to, ACTING)
                        || sentence.is(to, &["also", "then"]) && sentence.is(to + 1, ACTING);
                    let noun = words.last().filter(|noun| BODY_NOUNS.contains(&noun.as_str()));
                    if let Some(noun) = noun.filter(|_| acts && words.len() < 3) {
                        *spoken.acts.entry(noun.clone()).or_default() += 1;
                    }
                }
            }
        }
        spoken
    }

    /// The full name of the body that acts most, where that is not one of those that `is_own` knows.
    pub fn another(&self, is_own: impl Fn(&str) -> bool) -> Option<String> {
        let (noun, count) = self.acts.iter().max_by_key(|(_, count)| **count)?;
        let own =
            self.acts.iter().filter(|(noun, _)| is_own(noun)).map(|(_, count)| *count).max().unwrap_or(0);
        if is_own(noun) || *count < OFTEN || *count < 2 * own {
            return None;
        }
        let of = |name: &&String| {
            let words = words(name);
            let mut head =
                words.iter().take_while(|word| !matches!(word.as_str(), "of" | "for" | "on" | "to"));
            head.any(|word| word == noun)
        };
        self.full.iter().find(of).cloned().or_else(|| self.titled(noun))
    }

    /// "Seeds Control Board" where the title begins with it.
    fn titled(&self, noun: &str) -> Option<String> {
        let words: Vec<&str> = self.title.split_whitespace().collect();
        let at =
            words.iter().position(|word| word.eq_ignore_ascii_case(noun)).filter(|at| (1..8).contains(at))?;
        Some(words[..=at].join(" "))
    }
}
