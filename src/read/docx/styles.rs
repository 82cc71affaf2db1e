//! Styles: what a paragraph or a run inherits.

use super::xml::Element;
use std::collections::HashMap;

/// Styles that inherit from one another in a circle are cut here.
const DEEPEST: usize = 40;

/// What is said of a run; `None` where nothing is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct RunLook {
    /// Bold.
    pub bold: Option<bool>,
    /// Hidden text.
    pub hidden: Option<bool>,
    /// Superscript.
    pub raised: Option<bool>,
}

/// What is said of a paragraph; lengths are in twentieths of a point.
#[derive(Debug, Clone, Default)]
pub struct ParagraphLook {
    /// Outline level, 0 for the highest; 9 is body text.
    pub outline: Option<u8>,
    /// The list that numbers it; `0` ends what was inherited.
    pub list: Option<String>,
    /// The level of that list, from 0.
    pub level: Option<usize>,
    /// Left indentation of all lines.
    pub left: Option<i32>,
    /// Further indentation of the first line, negative where it hangs.
    pub first: Option<i32>,
    /// Space above and below.
    pub above: Option<i32>,
    /// Space below.
    pub below: Option<i32>,
    /// Tab stops.
    pub tabs: Vec<Tab>,
}

/// A tab stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tab {
    /// Twentieths of a point from the margin.
    pub at: i32,
    /// The character that fills the space.
    pub leader: Option<char>,
    /// Takes an inherited stop away.
    pub clear: bool,
}

/// A style.
#[derive(Debug, Clone, Default)]
struct Style {
    base: Option<String>,
    name: String,
    run: RunLook,
    paragraph: ParagraphLook,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
    defaults: Style,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn of(root: Option<&Element>) -> Styles {
        let mut styles = Styles::default();
        for element in root.into_iter().flat_map(Element::elements) {
            match element.name() {
                "docDefaults" => {
                    let inner =
                        |outer: &str, inner: &str| element.child(outer).and_then(|outer| outer.child(inner));
                    styles.defaults.run = run_look(inner("rPrDefault", "rPr"));
                    styles.defaults.paragraph = paragraph_look(inner("pPrDefault", "pPr"));
                }
                "style" => {
                    let Some(id) = element.attribute("styleId") else { continue };
                    let default = matches!(element.attribute("default"), Some("1" | "true" | "on"));
                    if default && element.attribute("type") == Some("paragraph") {
                        styles.default_paragraph = Some(id.to_owned());
                    }
                    let name = element.child_value("name").unwrap_or("").to_lowercase();
                    let mut paragraph = paragraph_look(element.child("pPr"));
                    if paragraph.outline.is_none() {
                        paragraph.outline = heading_name(&name);
                    }
                    let base = element.child_value("basedOn").map(str::to_owned);
                    let run = run_look(element.child("rPr"));
                    styles.by_id.insert(id.to_owned(), Style { base, name, run, paragraph });
                }
                _ => {}
            }
        }
        styles
    }

    /// The style of a paragraph that names this one, or none.
    pub fn paragraph_style<'a>(&'a self, named: Option<&'a str>) -> Option<&'a str> {
        named.filter(|id| self.by_id.contains_key(*id)).or(self.default_paragraph.as_deref())
    }

    /// The name that people see, in small letters.
    pub fn name(&self, id: Option<&str>) -> &str {
        id.and_then(|id| self.by_id.get(id)).map_or("", |style| &style.name)
    }

    /// From this style to the one that all come from.
    fn chain(&self, id: Option<&str>) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = id.and_then(|id| self.by_id.get(id));
        while let Some(style) = next {
            chain.push(style);
            next =
                style.base.as_ref().and_then(|base| self.by_id.get(base)).filter(|_| chain.len() < DEEPEST);
        }
        chain
    }

    /// What a paragraph has from its style.
    pub fn paragraph(&self, id: Option<&str>) -> ParagraphLook {
        let mut look = self.defaults.paragraph.clone();
        for style in self.chain(id).into_iter().rev() {
            look.over(&style.paragraph);
        }
        look
    }

    /// What a run has from the style of its paragraph or from its own character style.
    pub fn run(&self, id: Option<&str>) -> RunLook {
        let mut look = RunLook::default();
        for style in self.chain(id).into_iter().rev() {
            look.over(&style.run);
        }
        look
    }

    /// What all runs have.
    pub fn default_run(&self) -> RunLook {
        self.defaults.run
    }
}

impl RunLook {
    /// Lets what is said nearer to the text hold.
    pub fn over(&mut self, nearer: &RunLook) {
        self.bold = nearer.bold.or(self.bold);
        self.hidden = nearer.hidden.or(self.hidden);
        self.raised = nearer.raised.or(self.raised);
    }

    /// Bold in the paragraph's style and bold in the run's style are not bold: such properties toggle.
    pub fn toggled(&self, run: &RunLook) -> RunLook {
        let toggle = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (None, None) => None,
            (a, b) => Some(a.unwrap_or(false) != b.unwrap_or(false)),
        };
        RunLook {
            bold: toggle(self.bold, run.bold),
            hidden: toggle(self.hidden, run.hidden),
            raised: run.raised.or(self.raised),
        }
    }
}

impl ParagraphLook {
    /// Lets what is said nearer to the text hold.
    pub fn over(&mut self, nearer: &ParagraphLook) {
        self.outline = nearer.outline.or(self.outline);
        if nearer.list.is_some() {
            self.list.clone_from(&nearer.list);
        }
        self.level = nearer.level.or(self.level);
        self.left = nearer.left.or(self.left);
        self.first = nearer.first.or(self.first);
        self.above = nearer.above.or(self.above);
        self.below = nearer.below.or(self.below);
        for tab in &nearer.tabs {
            self.tabs.retain(|other| other.at != tab.at);
            if !tab.clear {
                self.tabs.push(*tab);
            }
        }
        self.tabs.sort_by_key(|tab| tab.at);
    }
}

/// "heading 2" is the second level, also where the style does not say so.
fn heading_name(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix("heading ")?.parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

/// The properties of a run.
pub fn run_look(properties: Option<&Element>) -> RunLook {
    let Some(properties) = properties else { return RunLook::default() };
    // LibreOffice lifts the line by so many half-points instead.
    let lifted = properties.child_value("position").and_then(|half_points| half_points.parse::<i32>().ok());
    let lifted = lifted.map(|half_points| half_points >= 4);
    RunLook {
        bold: properties.switch("b"),
        hidden: properties.switch("vanish"),
        raised: properties.child_value("vertAlign").map(|place| place == "superscript").or(lifted),
    }
}

/// The properties of a paragraph.
pub fn paragraph_look(properties: Option<&Element>) -> ParagraphLook {
    let Some(properties) = properties else { return ParagraphLook::default() };
    let numbered = properties.child("numPr");
    let indent = properties.child("ind");
    let length = |names: &[&str]| {
        let indent = indent?;
        names.iter().find_map(|name| indent.attribute(name)).and_then(twips)
    };
    let spacing = properties.child("spacing");
    let space = |side: &str, auto: &str| {
        let spacing = spacing?;
        match spacing.attribute(auto) {
            Some("1" | "true" | "on") => Some(240),
            _ => spacing.attribute(side).and_then(twips),
        }
    };
    let tab = |tab: &Element| {
        let leader = match tab.attribute("leader") {
            Some("dot" | "middleDot") => Some('.'),
            Some("underscore" | "heavy") => Some('_'),
            _ => None,
        };
        Some(Tab { at: twips(tab.attribute("pos")?)?, leader, clear: tab.value() == Some("clear") })
    };
    ParagraphLook {
        outline: properties.child_value("outlineLvl").and_then(|level| level.parse().ok()),
        list: numbered.and_then(|numbered| numbered.child_value("numId")).map(str::to_owned),
        level: numbered
            .and_then(|numbered| numbered.child_value("ilvl"))
            .and_then(|level| level.parse().ok()),
        left: length(&["left", "start"]),
        first: length(&["hanging"]).map(|hanging| -hanging).or_else(|| length(&["firstLine"])),
        above: space("before", "beforeAutospacing"),
        below: space("after", "afterAutospacing"),
        tabs: properties
            .child("tabs")
            .into_iter()
            .flat_map(Element::elements)
            .filter_map(tab)
            .take(64)
            .collect(),
    }
}

/// A length: twentieths of a point, or a figure with its unit ("1.5cm"), as strict files may have.
pub fn twips(text: &str) -> Option<i32> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let number: f32 = text[..end].parse().ok()?;
    let unit = match &text[end..] {
        "" => 1.0,
        "pt" => 20.0,
        "in" => 1440.0,
        "cm" => 567.0,
        "mm" => 56.7,
        "pc" | "pi" => 240.0,
        _ => return None,
    };
    // A page is a few thousand wide: what is further out than a hundred pages is a mistake.
    let twips = number * unit;
    (twips.is_finite() && twips.abs() < 1_000_000.0).then_some(twips as i32)
}
