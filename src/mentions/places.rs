//! [`Places`]: where everything of the report stands, for what points to it.

use crate::report::{Node, NodeKind, Report};
use crate::terms::roman::{roman, roman_of};
use std::collections::HashMap;

/// The identifiers of a report, to be looked up by what a reader writes.
#[derive(Debug, Default)]
pub struct Places {
    /// The nodes in order.
    nodes: Vec<Place>,
    /// The nodes of each identifier without its `~2`.
    by_base: HashMap<String, Vec<usize>>,
    /// Annexes and appendices in order: identifier, label, whether it is an appendix.
    annexes: Vec<(String, Option<String>, bool)>,
    /// Captions of tables and figures: part, "table 2", node.
    captions: Vec<(String, String, usize)>,
    /// Whether the report has numbered paragraphs, by part.
    numbered: Vec<String>,
    /// The node in hand.
    at: usize,
    begun: bool,
}

#[derive(Debug)]
struct Place {
    id: String,
    kind: NodeKind,
    part: String,
}

/// In which direction a reference looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// "above".
    Above,
    /// "below".
    Below,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Side::Above => Side::Below,
            Side::Below => Side::Above,
        }
    }
}

impl Places {
    /// Indexes the report.
    pub fn of(report: &Report) -> Self {
        let mut places = Self::default();
        for (at, node) in report.nodes.iter().enumerate() {
            places.by_base.entry(base(&node.id)).or_default().push(at);
            if is_annex(&node.id) {
                let appendix = node.id.rsplit('.').next().is_some_and(|last| last.starts_with("app"));
                places.annexes.push((node.id.clone(), node.number.clone(), appendix));
            }
            if node.kind == NodeKind::Paragraph && places.numbered.last() != Some(&node.part) {
                places.numbered.push(node.part.clone());
            }
            if matches!(
                node.kind,
                NodeKind::Heading | NodeKind::Unnumbered | NodeKind::Paragraph | NodeKind::TableRow
            ) && let Some(caption) = caption(&node.text)
            {
                places.captions.push((node.part.clone(), caption, at));
            }
            places.nodes.push(Place { id: node.id.clone(), kind: node.kind, part: node.part.clone() });
        }
        places
    }

    /// Goes on to the next node.
    pub fn enter(&mut self, node: &Node) {
        let next = self.at + usize::from(self.begun);
        self.begun = true;
        // Nodes come in order; a list that is not the indexed report's own is looked up.
        self.at = if self.nodes.get(next).is_some_and(|place| place.id == node.id) {
            next
        } else {
            self.nodes.iter().position(|place| place.id == node.id).unwrap_or(next)
        };
    }

    /// The part that the node in hand stands in.
    pub fn part(&self) -> &str {
        self.nodes.get(self.at).map_or("body", |place| place.part.as_str())
    }

    /// Whether the part has paragraphs with numbers at all.
    pub fn has_numbers(&self, part: &str) -> bool {
        self.numbered.iter().any(|numbered| numbered == part)
    }

    /// The node of this identifier; where its number was used again, the one that the reference
    /// most likely means: on the side that it names, else of its own run.
    pub fn find(&self, id: &str, side: Option<Side>) -> Option<&str> {
        let nodes = self.by_base.get(id)?;
        let first = *nodes.first()?;
        let chosen = if nodes.len() == 1 {
            first
        } else {
            let before = nodes.partition_point(|node| *node < self.at);
            match side {
                Some(Side::Below) => nodes.get(before).copied(),
                Some(Side::Above) => before.checked_sub(1).and_then(|at| nodes.get(at)).copied(),
                None => self.of_own_run(nodes),
            }
            .unwrap_or(first)
        };
        Some(&self.nodes[chosen].id)
    }

    /// On which side of the node in hand the place is; on neither, where it holds the node.
    pub fn side_of(&self, id: &str) -> Option<Side> {
        let at = self.by_base.get(&base(id))?.iter().copied().find(|at| self.nodes[*at].id == id)?;
        let holds = self.here().strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        match at.cmp(&self.at) {
            _ if holds => None,
            std::cmp::Ordering::Less => Some(Side::Above),
            std::cmp::Ordering::Greater => Some(Side::Below),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Numbers that restart: the run is told by the paragraph in hand.
    fn of_own_run(&self, nodes: &[usize]) -> Option<usize> {
        let own = run(self.paragraph_id()?);
        nodes.iter().copied().find(|node| run(&self.nodes[*node].id) == own)
    }

    /// The numbered or unnumbered paragraph that the node in hand is or belongs to.
    pub fn paragraph_id(&self) -> Option<&str> {
        let here = self.nodes.get(self.at)?;
        if here.kind != NodeKind::Item {
            return Some(&here.id);
        }
        self.nodes[..self.at]
            .iter()
            .rev()
            .find(|place| place.kind != NodeKind::Item)
            .map(|place| place.id.as_str())
            .filter(|id| here.id.starts_with(id))
    }

    /// The identifier of the node in hand.
    pub fn here(&self) -> &str {
        self.nodes.get(self.at).map_or("", |place| place.id.as_str())
    }

    /// The paragraph before or after the one in hand, in the same part.
    pub fn neighbour(&self, side: Side) -> Option<&str> {
        let own = self.paragraph_id()?;
        let at = self.by_base.get(&base(own))?.iter().copied().find(|node| self.nodes[*node].id == own)?;
        let here = &self.nodes[at];
        let wanted = |place: &&Place| {
            place.part == here.part
                && (place.kind == NodeKind::Paragraph
                    || here.kind == NodeKind::Unnumbered && place.kind == NodeKind::Unnumbered)
        };
        let found = match side {
            Side::Above => self.nodes[..at].iter().rev().find(wanted),
            Side::Below => self.nodes[at + 1..].iter().find(wanted),
        };
        matches!(here.kind, NodeKind::Paragraph | NodeKind::Unnumbered)
            .then_some(found)
            .flatten()
            .map(|place| place.id.as_str())
    }

    /// The annex (or appendix) with this label, or the only one where there is no label: those of
    /// the annex in hand first, then the report's.
    pub fn annex(&self, label: Option<&str>, appendix: bool) -> Option<&str> {
        let outer = self.part().split('.').next().unwrap_or("");
        let inner = |id: &str| id.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
        self.annex_among(label, appendix, inner)
            .or_else(|| self.annex_among(label, appendix, |id| !id.contains('.')))
    }

    /// The report's own annex, never one of an annex.
    pub fn outer_annex(&self, label: Option<&str>, appendix: bool) -> Option<&str> {
        self.annex_among(label, appendix, |id| !id.contains('.'))
    }

    fn annex_among(&self, label: Option<&str>, appendix: bool, fits: impl Fn(&str) -> bool) -> Option<&str> {
        let mut all = self.annexes.iter().filter(|(id, _, app)| *app == appendix && fits(id));
        let Some(label) = label else {
            let only = all.next()?;
            return all.next().is_none().then_some(only.0.as_str());
        };
        let value = ordinal(label);
        all.find(|(id, own, _)| {
            let own_value = own.as_deref().and_then(ordinal).or_else(|| trailing_number(id));
            own.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(label))
                || value.is_some() && value == own_value
        })
        .map(|(id, _, _)| id.as_str())
    }

    /// The heading with this path of labels in the part; a single label below the chapter in hand
    /// is found there first.
    pub fn heading(&self, path: &[String], part: &str, as_part: bool) -> Option<&str> {
        let prefix = prefix(part);
        let written = path.join(".");
        let lead = if as_part { "P" } else { "" };
        let direct = |path: &str| self.find(&format!("{prefix}h{lead}{path}"), None);
        if let Some(chapter) = self.chapter().filter(|_| path.len() == 1 && !as_part)
            && let Some(found) = direct(&format!("{chapter}.{written}"))
        {
            return Some(found);
        }
        direct(&written).or_else(|| {
            // "chapter 3" for chapter III, "part two" for part II.
            let (first, rest) = path.split_first()?;
            let value = ordinal(first)?;
            let other = if first.starts_with(|c: char| c.is_ascii_digit()) {
                roman_of(value).to_uppercase()
            } else {
                value.to_string()
            };
            let tail: String = rest.iter().map(|part| format!(".{part}")).collect();
            direct(&format!("{other}{tail}"))
        })
    }

    /// The label of the chapter in which the node in hand stands.
    fn chapter(&self) -> Option<&str> {
        let part = self.part();
        let prefix = prefix(part);
        self.nodes[..(self.at + 1).min(self.nodes.len())]
            .iter()
            .rev()
            .find(|place| place.kind == NodeKind::Heading && place.part == part)
            .and_then(|place| place.id.strip_prefix(prefix.as_str())?.strip_prefix('h'))
            .and_then(|path| path.split(['.', '~']).next())
            .filter(|label| !label.starts_with('x'))
    }

    /// The node that is the caption of a table or figure: `table 2`.
    pub fn caption(&self, caption: &str, part: &str) -> Option<&str> {
        self.captions
            .iter()
            .find(|(own, text, _)| own == part && text == caption)
            .and_then(|(_, _, at)| self.nodes.get(*at))
            .map(|place| place.id.as_str())
    }
}

/// What the identifiers of a part begin with.
pub fn prefix(part: &str) -> String {
    if part == "body" { String::new() } else { format!("{part}.") }
}

/// The identifier without the mark of a number used again.
fn base(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let mut skip = false;
    for c in id.chars() {
        match c {
            '~' => skip = true,
            '.' => skip = false,
            _ => {}
        }
        if !skip {
            out.push(c);
        }
    }
    out
}

/// How often the number of the paragraph was used before: `~2` of `a3.p7~2.a`.
fn run(id: &str) -> &str {
    id.split_once('~').map_or("", |(_, rest)| rest.split('.').next().unwrap_or(""))
}

/// `a1`, `a1.a2`, `app3`: every component is an annex.
fn is_annex(id: &str) -> bool {
    id.split('.').all(|part| {
        let number = part.strip_prefix("app").or_else(|| part.strip_prefix('a')).unwrap_or("");
        number.split('~').next().is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
    })
}

fn trailing_number(id: &str) -> Option<u32> {
    id.rsplit('.').next()?.split('~').next()?.trim_start_matches(|c: char| c.is_alphabetic()).parse().ok()
}

/// "Table 2", "Figure IV": how a caption begins, in small letters.
fn caption(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let noun = match words.next()? {
        "Table" | "TABLE" => "table",
        "Figure" | "FIGURE" => "figure",
        _ => return None,
    };
    let label = words.next()?.trim_end_matches(['.', ':', '-', '–', '—']);
    let is_label = label.len() <= 6
        && label.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'A'..='H' | '.'));
    // "Table 2 shows that …" is a sentence about the table.
    let goes_on = words.next().is_some_and(|word| word.starts_with(char::is_lowercase));
    (is_label && !label.is_empty() && !goes_on).then(|| format!("{noun} {}", label.to_lowercase()))
}

/// The value of a label: figures, Roman numerals, a letter, "one" to "twelve".
pub fn ordinal(label: &str) -> Option<u32> {
    if let Ok(number) = label.parse() {
        return Some(number);
    }
    if let Some(value) = roman(label) {
        return Some(value);
    }
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(letter @ 'A'..='Z'), None) => Some(letter as u32 - 'A' as u32 + 1),
        _ => crate::terms::english::number::cardinal(&label.chars().collect::<Vec<_>>()),
    }
}
