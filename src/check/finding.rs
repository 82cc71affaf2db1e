//! [`Finding`]: something to look at, and [`Findings`], which collects them.

use super::rule::{self, CUT, OPEN, Rule};
use crate::diff::digest::place::Places;
use crate::mentions::Annotated;
use crate::remark::Remark;
use crate::report::{Masthead, Node, NodeKind, SourceInfo};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// How sure it is that something is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// The document contradicts itself or the calendar, or says itself that it is not finished.
    Certain,
    /// Most such places are mistakes.
    Likely,
    /// Worth a look; may well be meant.
    Hint,
}

impl Sure {
    /// The name in JSON and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Sure::Certain => "certain",
            Sure::Likely => "likely",
            Sure::Hint => "hint",
        }
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// It is wrong, or it is open in a final text.
    Error,
    /// It is probably wrong.
    Warning,
    /// It is open in a draft, or a hint.
    Note,
}

impl Level {
    /// The name in JSON and SARIF.
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// A place in the report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spot {
    /// The identifier of the node; empty where the whole document is meant.
    pub at: String,
    /// The place as people cite it: `¶7, item 5 (c)`.
    pub place: String,
    /// From 1; `None` where the format has no pages.
    pub page: Option<u32>,
    /// The line of the file, from 1; `None` where it has none that an editor would show.
    pub line: Option<u32>,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The question that it answers.
    pub rule: &'static Rule,
    /// How much it weighs.
    pub level: Level,
    /// How sure it is.
    pub sure: Sure,
    /// Where.
    pub spot: Spot,
    /// The words meant, as printed; empty where none are.
    pub text: String,
    /// What is there, in one sentence without its full stop.
    pub what: String,
    /// Why that is odd, in one sentence without its full stop.
    pub why: String,
    /// What it may be instead.
    pub instead: Option<String>,
    /// Other places that show it.
    pub also: Vec<Spot>,
}

impl Finding {
    /// Whether it says that something is not finished, rather than wrong.
    pub fn is_open(&self) -> bool {
        self.rule.code == OPEN
    }
}

/// What the check of one report found.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The file.
    pub source: SourceInfo,
    /// Its first page.
    pub masthead: Masthead,
    /// How many numbered paragraphs were read, those of annexes apart.
    pub paragraphs: usize,
    /// How many numbered paragraphs the annexes have.
    pub annexed: usize,
    /// Whether open places are errors.
    pub last: bool,
    /// Errors first, then warnings, then what is open, then hints; each in the order of the report.
    pub findings: Vec<Finding>,
    /// What else was odd about the file: pages that could not be read.
    pub remarks: Vec<Remark>,
}

impl Checked {
    /// Whether there is anything but hints.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| finding.sure == Sure::Hint)
    }
}

/// Collects findings.
pub(super) struct Findings<'a> {
    annotated: &'a Annotated,
    places: Places<'a>,
    /// The places that were named so far.
    spots: HashMap<String, Spot>,
    last: bool,
    /// Each with the index of its node.
    found: Vec<(usize, Finding)>,
    /// Rule and place of each.
    known: HashSet<(&'static str, String)>,
    /// What was said in full, so that what two stages say is said once.
    said: HashSet<(&'static str, String, String, String)>,
}

/// What a rule says of a place; [`Findings::add`] adds the rest.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub text: String,
    pub what: String,
    pub why: String,
    pub instead: Option<String>,
    /// Surer or less sure than the rule.
    pub sure: Option<Sure>,
    /// Identifiers of other places.
    pub also: Vec<String>,
}

/// Characters of the document's words that a finding quotes.
const QUOTED: usize = 160;

impl<'a> Findings<'a> {
    pub fn of(annotated: &'a Annotated, last: bool) -> Self {
        Findings {
            annotated,
            places: Places::new(&annotated.report),
            spots: HashMap::new(),
            last,
            found: Vec::new(),
            known: HashSet::new(),
            said: HashSet::new(),
        }
    }

    /// Adds a finding at the node with this identifier. An unknown rule adds nothing.
    pub fn add(&mut self, code: &str, at: &str, told: Told) {
        let Some(rule) = rule::rule(code) else { return };
        let text = short(&told.text, QUOTED);
        // Two blanks that look alike are two.
        if rule.code != OPEN && !self.said.insert((rule.code, at.to_owned(), text.clone(), told.what.clone()))
        {
            return;
        }
        self.known.insert((rule.code, at.to_owned()));
        let sure = told.sure.unwrap_or(rule.sure);
        let level = match (rule.code == OPEN, sure) {
            (true, _) if self.last => Level::Error,
            (true, _) | (_, Sure::Hint) => Level::Note,
            (_, Sure::Certain) => Level::Error,
            (_, Sure::Likely) => Level::Warning,
        };
        let index = self.places.index_of(at).unwrap_or(usize::MAX);
        let mut spot = self.spot(at);
        // A paragraph without a number is cited by its opening words; they need not be said twice.
        // The heading above it says more than which of the unnumbered ones it is.
        if !told.text.is_empty() && spot.place.contains(&told.text) {
            let node = self.annotated.report.nodes.get(index);
            let node = node.filter(|node| node.kind == NodeKind::Unnumbered);
            let above = node.and_then(|node| node.parent.as_deref());
            spot.place = match above.map(|id| self.cited(id)) {
                Some(heading) if heading.starts_with("heading") => format!("under {heading}"),
                Some(annex) => annex,
                None => self.places.label(at),
            };
            self.spots.insert(at.to_owned(), spot.clone());
        }
        // The notes of a text without pages stand at its end, in no part of their own.
        if rule.code == "note-not-called" && spot.page.is_none() {
            spot.place =
                spot.place.find("note ").map_or(spot.place.clone(), |at| spot.place[at..].to_owned());
        }
        let also = told.also.iter().map(|id| self.spot(id)).collect();
        let finding = Finding {
            rule,
            level,
            sure,
            spot,
            text,
            what: told.what,
            why: told.why,
            instead: told.instead,
            also,
        };
        self.found.push((index, finding));
    }

    /// Whether the rule has found something there.
    pub fn has(&self, code: &'static str, at: &str) -> bool {
        self.known.contains(&(code, at.to_owned()))
    }

    /// Whether the rule has found something anywhere.
    pub fn has_code(&self, code: &'static str) -> bool {
        self.known.iter().any(|(known, _)| *known == code)
    }

    /// Whether the rule has found something there, or found it elsewhere and named the place or the whole
    /// document.
    pub fn is_covered(&self, code: &'static str, at: &str) -> bool {
        self.found.iter().any(|(_, finding)| {
            let whole = finding.instead.is_some() || finding.spot.at.starts_with("f.");
            finding.rule.code == code
                && (whole || finding.spot.at == at || finding.also.iter().any(|spot| spot.at == at))
        })
    }

    /// Whether something was found about these words there.
    pub fn is_told(&self, at: &str, text: &str) -> bool {
        self.found.iter().any(|(_, finding)| finding.spot.at == at && finding.text == text)
    }

    /// The index of the node with this identifier.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.places.index_of(id)
    }

    /// The place as people cite it.
    pub fn cited(&self, id: &str) -> String {
        self.places.cited(id)
    }

    fn spot(&mut self, id: &str) -> Spot {
        /// To name a place without a number takes a walk through the report: a report with so many of them
        /// is the work of a damaged or hostile file, and the rest goes by identifier.
        const NAMED: usize = 400;
        if let Some(spot) = self.spots.get(id) {
            return spot.clone();
        }
        let report = &self.annotated.report;
        let node = self.places.index_of(id).map(|index| &report.nodes[index]);
        let numbered = node.is_none_or(|node| node.kind == NodeKind::Paragraph);
        let place = match () {
            _ if id.starts_with("f.") => "masthead".to_owned(),
            _ if numbered || self.spots.len() < NAMED => self.places.cited(id),
            _ => id.to_owned(),
        };
        let spot = Spot {
            at: id.to_owned(),
            place,
            page: node.map(|node| node.page).filter(|page| *page > 0),
            line: node
                .and_then(|node| node.places.first())
                .and_then(|place| report.file_lines.get(place.line).copied()),
        };
        self.spots.insert(id.to_owned(), spot.clone());
        spot
    }

    /// Groups and orders them.
    pub fn done(mut self, remarks: Vec<Remark>) -> Checked {
        let group = |finding: &Finding| (finding.level, finding.sure == Sure::Hint);
        self.found.sort_by(|(one, first), (two, second)| {
            let cut = |finding: &Finding| finding.rule.code != CUT;
            (group(first), cut(first), one)
                .cmp(&(group(second), cut(second), two))
                .then_with(|| first.rule.code.cmp(second.rule.code))
        });
        let report = &self.annotated.report;
        let numbered = report.nodes.iter().filter(|node| node.kind == NodeKind::Paragraph);
        let is_annexed = |node: &&Node| !(node.part.is_empty() || node.part == "body");
        let annexed = numbered.clone().filter(is_annexed).count();
        Checked {
            source: report.source.clone(),
            masthead: report.masthead.clone(),
            paragraphs: numbered.count() - annexed,
            annexed,
            last: self.last,
            findings: self.found.into_iter().map(|(_, finding)| finding).collect(),
            remarks,
        }
    }
}

/// At most so many characters, cut at a blank.
pub(super) fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches([',', ';', ' ']))
}

/// The last words of a text, for a finding about its end.
pub(super) fn end_of(text: &str) -> String {
    const LAST: usize = 48;
    let count = text.chars().count();
    if count <= LAST {
        return text.to_owned();
    }
    let cut: String = text.chars().skip(count - LAST).collect();
    let start = cut.find(' ').map_or(0, |at| at + 1);
    format!("… {}", &cut[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_at_a_blank() {
        assert_eq!(short("one two three", 9), "one two …");
        assert_eq!(short("one two", 9), "one two");
        assert_eq!(end_of("short"), "short");
        let long = format!("{} the end", "word ".repeat(30));
        assert!(end_of(&long).starts_with("… word") && end_of(&long).ends_with("the end"));
    }
}
