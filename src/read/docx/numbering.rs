//! Automatic numbers: what Word prints in front of a paragraph of a list.
//!
//! A paragraph names a list (`num`), the list names its definition (`abstractNum`) and may begin
//! again or change levels. Lists of one definition count on together, unless one begins again.

use super::styles::{ParagraphLook, paragraph_look};
use super::xml::Element;
use crate::terms::english::number::ordinal_in_figures;
use crate::terms::roman::roman_of;
use std::collections::{HashMap, HashSet};

/// Word has nine levels.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// "%1.%2" with the literal characters around.
    text: String,
    /// Nothing stands between label and text.
    tight: bool,
    /// After which level (from 1) it begins again; 0 for never, `None` for any higher one.
    restart: Option<usize>,
    /// All numbers in it are figures.
    legal: bool,
    /// The paragraph style that is on this level.
    style: Option<String>,
    look: ParagraphLook,
}

#[derive(Debug, Clone, Default)]
struct Definition {
    levels: Vec<Level>,
    /// A style whose list has the levels.
    link: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct List {
    definition: String,
    starts: Vec<(usize, u32)>,
    levels: Vec<(usize, Level)>,
}

/// All lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have begun again at a level.
    begun: HashSet<(String, usize)>,
}

/// The label of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// Characters, with the blank after them.
    Text(String),
    /// A bullet.
    Bullet,
    /// The list prints nothing here.
    None,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn of(root: Option<&Element>) -> Numbering {
        let mut numbering = Numbering::default();
        for element in root.into_iter().flat_map(Element::elements) {
            match element.name() {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    let levels = element.elements().filter(|inner| inner.name() == "lvl");
                    let mut definition = Definition {
                        levels: vec![Level::default(); LEVELS],
                        link: element.child_value("numStyleLink").map(str::to_owned),
                    };
                    for level in levels {
                        if let Some(at) = place(level) {
                            definition.levels[at] = self::level(level);
                        }
                    }
                    numbering.definitions.insert(id.to_owned(), definition);
                }
                "num" => {
                    let Some(id) = element.attribute("numId") else { continue };
                    let Some(definition) = element.child_value("abstractNumId") else { continue };
                    let mut list = List { definition: definition.to_owned(), ..List::default() };
                    for change in element.elements().filter(|inner| inner.name() == "lvlOverride") {
                        let Some(at) = place(change) else { continue };
                        if let Some(level) = change.child("lvl") {
                            list.levels.push((at, self::level(level)));
                        }
                        if let Some(start) = change.child_value("startOverride").and_then(|n| n.parse().ok())
                        {
                            list.starts.push((at, start));
                        }
                    }
                    numbering.lists.insert(id.to_owned(), list);
                }
                _ => {}
            }
        }
        numbering
    }

    /// Definitions that take their levels from a style's list. `list_of` tells the list of a style.
    pub fn link(&mut self, list_of: impl Fn(&str) -> Option<String>) {
        let mut linked = Vec::new();
        for (id, definition) in &self.definitions {
            let target = definition.link.as_deref().and_then(&list_of);
            let target = target.and_then(|list| self.lists.get(&list)).map(|list| list.definition.clone());
            if let Some(target) = target.filter(|target| target != id) {
                linked.push((id.clone(), target));
            }
        }
        for (id, target) in linked {
            for list in self.lists.values_mut().filter(|list| list.definition == id) {
                list.definition.clone_from(&target);
            }
        }
    }

    /// The level on which the paragraphs of a style stand.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let definition = self.definitions.get(&self.lists.get(list)?.definition)?;
        definition.levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// The indentation that a level gives.
    pub fn look(&self, list: &str, level: usize) -> Option<&ParagraphLook> {
        self.level(self.lists.get(list)?, level.min(LEVELS - 1)).map(|level| &level.look)
    }

    fn level<'a>(&'a self, list: &'a List, at: usize) -> Option<&'a Level> {
        let own = list.levels.iter().rev().find(|(level, _)| *level == at).map(|(_, level)| level);
        own.or_else(|| self.definitions.get(&list.definition)?.levels.get(at))
    }

    /// Counts a paragraph and gives its label.
    pub fn count(&mut self, id: &str, at: usize) -> Label {
        let at = at.min(LEVELS - 1);
        let Some(list) = self.lists.get(id).cloned() else { return Label::None };
        let Some(level) = self.level(&list, at).cloned() else { return Label::None };
        let levels: Vec<Level> =
            (0..LEVELS).map(|at| self.level(&list, at).cloned().unwrap_or_default()).collect();
        let mut counts = self.counts.get(&list.definition).copied().unwrap_or_default();
        for (place, start) in &list.starts {
            if *place <= at && self.begun.insert((id.to_owned(), *place)) {
                // The paragraph itself adds the one that is missing.
                counts[*place] = if *place == at { start.checked_sub(1) } else { Some(*start) };
            }
        }
        counts[at] = match counts[at] {
            Some(count) => Some(count.saturating_add(1)),
            None => Some(
                list.starts.iter().find(|(place, _)| *place == at).map_or(level.start, |(_, start)| *start),
            ),
        };
        for deeper in at + 1..LEVELS {
            if levels[deeper].restart.is_none_or(|after| after > at && after > 0) {
                counts[deeper] = None;
            }
        }
        self.counts.insert(list.definition.clone(), counts);
        if level.format == "bullet" {
            return Label::Bullet;
        }
        let mut label = String::new();
        let mut characters = level.text.chars().peekable();
        while let Some(character) = characters.next() {
            let place = characters.peek().and_then(|next| next.to_digit(10)).filter(|_| character == '%');
            let Some(place) = place.and_then(|place| (place as usize).checked_sub(1)) else {
                label.push(character);
                continue;
            };
            characters.next();
            let value = counts[place].unwrap_or(levels[place].start);
            let format = if level.legal { "decimal" } else { &levels[place].format };
            label.push_str(&number(value, format));
        }
        if label.trim().is_empty() {
            return Label::None;
        }
        if !level.tight {
            label.push(' ');
        }
        Label::Text(label)
    }
}

fn place(element: &Element) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|level| *level < LEVELS)
}

fn level(element: &Element) -> Level {
    let value = |name: &str| element.child_value(name);
    Level {
        start: value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: value("numFmt").unwrap_or("decimal").to_owned(),
        text: value("lvlText").unwrap_or("").chars().take(64).collect(),
        tight: value("suff") == Some("nothing"),
        restart: value("lvlRestart").and_then(|after| after.parse().ok()),
        legal: element.switch("isLgl") == Some(true),
        style: value("pStyle").map(str::to_owned),
        look: paragraph_look(element.child("pPr")),
    }
}

/// A number in one of Word's formats; what is not known comes as figures.
pub fn number(value: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{value:02}"),
        "lowerLetter" => letters(value),
        "upperLetter" => letters(value).to_uppercase(),
        "lowerRoman" => roman(value),
        "upperRoman" => roman(value).to_uppercase(),
        "ordinal" => ordinal_in_figures(value),
        "chicago" => symbols(value),
        _ => value.to_string(),
    }
}

/// `a` … `z`, `aa`, `bb` … `zz`, `aaa`.
fn letters(value: u32) -> String {
    let Some(zero_based) = value.checked_sub(1).filter(|zero_based| *zero_based < 26 * 20) else {
        return value.to_string();
    };
    let letter = char::from(b'a' + (zero_based % 26) as u8);
    std::iter::repeat_n(letter, zero_based as usize / 26 + 1).collect()
}

/// Beyond 3999 there are no signs.
fn roman(value: u32) -> String {
    if (1..=3999).contains(&value) { roman_of(value) } else { value.to_string() }
}

/// `*`, `†`, `‡`, `§`, `**`, … of notes.
fn symbols(value: u32) -> String {
    let zero_based = value.saturating_sub(1);
    let sign = ['*', '†', '‡', '§'][zero_based as usize % 4];
    std::iter::repeat_n(sign, (zero_based as usize / 4).min(8) + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::docx::xml;

    const LISTS: &str = r#"<numbering>
        <abstractNum abstractNumId="1">
          <lvl ilvl="0"><start val="1"/><numFmt val="upperRoman"/><lvlText val="%1."/></lvl>
          <lvl ilvl="1"><start val="1"/><numFmt val="decimal"/><isLgl/><lvlText val="%1.%2"/></lvl>
          <lvl ilvl="2"><start val="1"/><numFmt val="lowerLetter"/><lvlRestart val="1"/><lvlText val="(%3)"/><suff val="nothing"/></lvl>
          <lvl ilvl="3"><start val="1"/><numFmt val="bullet"/><lvlText val="-"/></lvl>
          <lvl ilvl="4"><start val="9"/><numFmt val="decimalZero"/><lvlRestart val="0"/><lvlText val="%5)"/></lvl>
        </abstractNum>
        <num numId="1"><abstractNumId val="1"/></num>
        <num numId="2"><abstractNumId val="1"/></num>
        <num numId="3"><abstractNumId val="1"/><lvlOverride ilvl="0"><startOverride val="4"/></lvlOverride></num>
        </numbering>"#;

    #[test]
    fn labels_are_those_that_word_prints() {
        let root = xml::parse("numbering.xml", LISTS.as_bytes()).unwrap();
        let mut numbering = Numbering::of(Some(&root));
        let mut label = |list: &str, level| match numbering.count(list, level) {
            Label::Text(label) => label,
            Label::Bullet => "bullet".into(),
            Label::None => "none".into(),
        };
        assert_eq!(label("1", 0), "I. ");
        assert_eq!(label("1", 1), "1.1 ");
        assert_eq!(label("1", 2), "(a)");
        assert_eq!(label("1", 4), "09) ");
        assert_eq!(label("1", 1), "1.2 ");
        assert_eq!(label("1", 2), "(b)", "begins again only after the first level");
        assert_eq!(label("2", 0), "II. ", "lists of one definition count on together");
        assert_eq!(label("2", 2), "(a)");
        assert_eq!(label("2", 3), "bullet");
        assert_eq!(label("2", 4), "10) ", "never begins again");
        assert_eq!(label("3", 0), "IV. ", "begins again, once");
        assert_eq!(label("3", 0), "V. ");
        assert_eq!(label("1", 0), "VI. ");
        assert_eq!(label("9", 0), "none");
    }

    #[test]
    fn formats() {
        let all = |format| [1, 26, 27, 53].map(|value| number(value, format)).join(" ");
        assert_eq!(all("lowerLetter"), "a z aa aaa");
        assert_eq!(all("upperRoman"), "I XXVI XXVII LIII");
        assert_eq!(all("ordinal"), "1st 26th 27th 53rd");
        assert_eq!(number(5, "chicago"), "**");
        assert_eq!(number(4_000_000_000, "lowerLetter"), "4000000000");
    }
}
