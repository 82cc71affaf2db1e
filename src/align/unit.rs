//! A [`Unit`] is a node with what alignment knows of it before any comparison.

use super::heading;
use super::text::{Forms, singular};
use super::vector::{Table, Vector, char_grams, hashed, vectors, with_pairs};
use crate::report::{NodeKind, Report};
use std::cmp::Ordering;
use std::collections::HashMap;

/// What may answer to what: a heading never answers to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    /// Headings and titles.
    Heading,
    /// Paragraphs, items and unnumbered paragraphs.
    Prose,
    /// Rows of tables.
    Row,
    /// Footnotes.
    Note,
}

impl Class {
    fn of(kind: NodeKind) -> Option<Self> {
        Some(match kind {
            NodeKind::Masthead => return None,
            NodeKind::Heading => Class::Heading,
            NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered => Class::Prose,
            NodeKind::TableRow => Class::Row,
            NodeKind::Footnote => Class::Note,
        })
    }
}

/// A node as alignment sees it. `parent` and `heading` are indices of units of the same list.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Index into `Report::nodes`.
    pub node: usize,
    /// The identifier, for explanations.
    pub id: String,
    /// What the node is.
    pub kind: NodeKind,
    /// What may answer to it.
    pub class: Class,
    /// The label as a number.
    pub number: Option<i64>,
    /// Numbers are compared within the same scope: the paragraphs of a part, the items of a parent.
    pub scope: Option<u64>,
    /// The part of the report.
    pub part: String,
    /// What holds it.
    pub parent: Option<usize>,
    /// The nearest heading above it in the tree.
    pub heading: Option<usize>,
    /// "Name (Country)" and nothing else, a line in a list of officers: the country.
    pub country: Option<String>,
    /// "deputy" of "Deputy: ...".
    pub lead: Option<String>,
    /// "Vice-Chairs:" and nothing else: what such lines stand under.
    pub office: bool,
    /// Symbols, ordinals and long figures that stand here and nowhere else on this side, and in one
    /// place on the other, hashed and sorted.
    pub signs: Vec<u64>,
    /// The normal forms of its text.
    pub forms: Forms,
    /// Words and pairs of words, as written.
    pub raw: Vector,
    /// Four characters at a time.
    pub grams: Vector,
    /// Words and pairs of words, masked.
    pub masked: Vector,
}

/// The units of both reports: body and footnotes apart, because notes follow their calls.
pub(super) struct Units {
    /// Everything but footnotes, of OLD and NEW.
    pub body: [Vec<Unit>; 2],
    /// Footnotes, of OLD and NEW.
    pub notes: [Vec<Unit>; 2],
}

impl Units {
    /// The units of two reports. Which of them is looked at first is decided by what they say, never by
    /// which is OLD, so that the way back is the way there: true where NEW comes first.
    pub fn of(old: &Report, new: &Report) -> (Self, bool) {
        let sides = [old, new];
        let mut body = sides.map(|report| list(report, |class| class != Class::Note));
        let mut notes = sides.map(|report| list(report, |class| class == Class::Note));
        let flipped = order(&body[0], &body[1]).then_with(|| order(&notes[0], &notes[1])).is_gt();
        if flipped {
            body.reverse();
            notes.reverse();
        }
        (Units { body: sign(weigh(body)), notes: weigh(notes) }, flipped)
    }
}

/// The shorter list comes first; of equally long ones the one whose first difference does.
fn order(a: &[Unit], b: &[Unit]) -> Ordering {
    let face = |unit: &Unit| (unit.number, unit.class, unit.scope);
    let differ = |(a, b): (&Unit, &Unit)| a.forms.key.cmp(&b.forms.key).then_with(|| face(a).cmp(&face(b)));
    let first = a.iter().zip(b).map(differ).find(|order| order.is_ne());
    a.len().cmp(&b.len()).then(first.unwrap_or(Ordering::Equal))
}

fn list(report: &Report, wanted: impl Fn(Class) -> bool) -> Vec<Unit> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut out: Vec<Unit> = Vec::new();
    for (at, node) in report.nodes.iter().enumerate() {
        let Some(class) = Class::of(node.kind).filter(|class| wanted(*class)) else { continue };
        let parent = node.parent.as_deref().and_then(|id| by_id.get(id).copied());
        let heading = parent.and_then(|parent| match out[parent].class {
            Class::Heading => Some(parent),
            _ => out[parent].heading,
        });
        let scope = match node.kind {
            NodeKind::Paragraph => Some(0),
            NodeKind::Item => Some(1 + parent.map_or(0, |parent| parent as u64 + 1)),
            _ => None,
        };
        let forms = match class {
            Class::Heading => Forms::of(&heading::plain(&node.text)),
            _ => Forms::of(&node.text),
        };
        by_id.entry(&node.id).or_insert(out.len());
        out.push(Unit {
            node: at,
            id: node.id.clone(),
            kind: node.kind,
            class,
            number: node.number.as_deref().and_then(super::numbering::value),
            scope,
            part: in_document(&node.part).to_owned(),
            parent,
            heading,
            country: country(&node.text).filter(|_| class == Class::Prose).map(str::to_lowercase),
            lead: lead(&node.text),
            office: (class == Class::Heading || node.text.trim_end().ends_with(':'))
                && (1..=OFFICE_WORDS).contains(&forms.words.len()),
            signs: Vec::new(),
            forms,
            raw: Vector::new(),
            grams: Vector::new(),
            masked: Vector::new(),
        });
    }
    out
}

/// A part without the document in front: the annex of the second document may be the annex of a
/// report that was issued in one.
fn in_document(part: &str) -> &str {
    match part.split_once('.') {
        Some((first, rest))
            if first.strip_prefix('d').is_some_and(|number| number.parse::<u32>().is_ok()) =>
        {
            rest
        }
        _ => part,
    }
}

/// The most words of a line that names an office: "Vice-Chairs of the Preparatory Committee:".
const OFFICE_WORDS: usize = 6;
/// The most words of a name, as in "Maria de los Angeles Duarte Rojas".
const NAME_WORDS: usize = 7;

/// What stands before the first colon, if it is short and more follows.
fn lead(text: &str) -> Option<String> {
    let (lead, rest) = text.split_once(':')?;
    let short = (1..=OFFICE_WORDS).contains(&lead.split_whitespace().count());
    (short && !rest.trim().is_empty()).then(|| lead.trim().to_lowercase())
}

/// "South Quay" of "Jon Berg (South Quay)": a name of two words or more, then brackets up to the end.
fn country(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches([';', ',', '.']);
    let (name, country) = text.strip_suffix(')')?.split_once('(')?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let letters =
        |c: char| c.is_alphabetic() || c.is_whitespace() || "-'.\u{2019}\u{2010}\u{2011}".contains(c);
    // "Report on fisheries (First Committee)" opens with one capital; the particles of names are few.
    let capitals = words.iter().filter(|word| capital(word)).count();
    let is_name = (2..=NAME_WORDS).contains(&words.len())
        && capital(words[0])
        && 2 * capitals >= words.len()
        && name.chars().all(letters);
    let is_country = capital(country) && !country.contains(|c: char| c.is_ascii_digit() || c == '/');
    (is_name && is_country).then_some(country)
}

/// Finds the clues that stand in one unit of either side: a symbol, an ordinal or a figure that nothing
/// else has is a sign, however alike the sentences round it are.
fn sign(mut sides: [Vec<Unit>; 2]) -> [Vec<Unit>; 2] {
    let signs = |unit: &Unit| -> Vec<u64> {
        let mut signs = hashed(unit.forms.clues.iter().filter(|clue| singular(clue)));
        signs.sort_unstable();
        signs.dedup();
        signs
    };
    let mut found: Table<[u32; 2]> = Table::default();
    for (side, units) in sides.iter_mut().enumerate() {
        for unit in units {
            unit.signs = signs(unit);
            unit.signs.iter().for_each(|sign| found.entry(*sign).or_default()[side] += 1);
        }
    }
    for unit in sides.iter_mut().flatten() {
        unit.signs.retain(|sign| found.get(sign) == Some(&[1, 1]));
    }
    sides
}

/// Gives the units of both sides their vectors, over one common count of texts.
fn weigh(mut sides: [Vec<Unit>; 2]) -> [Vec<Unit>; 2] {
    type Terms = fn(&Forms) -> Vec<u64>;
    type Slot = fn(&mut Unit) -> &mut Vector;
    let views: [(Terms, Slot); 3] = [
        (|forms| with_pairs(&hashed(&forms.words)), |unit| &mut unit.raw),
        (|forms| char_grams(&forms.key), |unit| &mut unit.grams),
        (|forms| with_pairs(&forms.masked), |unit| &mut unit.masked),
    ];
    for (terms, slot) in views {
        let texts = sides.iter().flatten().map(|unit| terms(&unit.forms)).collect();
        for (unit, vector) in sides.iter_mut().flatten().zip(vectors(texts)) {
            *slot(unit) = vector;
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn a_line_that_is_a_person_is_known_by_its_form() {
        let cases = [
            ("Jon Berg (South Quay)", Some("South Quay")),
            ("Maria de la Cruz (Old Town (East));", Some("Old Town (East)")),
            ("O. D\u{2019}Arc (Isle).", Some("Isle")),
            ("Berg (South Quay)", None),
            ("Jon Berg (South Quay), Chair", None),
            ("Report on the tides of the year (Annex)", None),
            ("The Board (X/L.1)", None),
            ("Jon Berg", None),
        ];
        for (text, expected) in cases {
            assert_eq!(country(text), expected, "{text}");
        }
    }
}
