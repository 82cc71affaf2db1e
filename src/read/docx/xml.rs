//! A part of the package as a tree of elements.
//!
//! Names are matched by their local part, so that the strict and the transitional namespaces, and
//! whatever prefix a producer chose, are one.

use crate::error::ErrorKind;
use crate::read::Origin;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

/// Word itself nests some twenty deep; text boxes in tables in tables a few times that.
const DEEPEST: usize = 200;
/// A report of a thousand pages has a third of a million.
const MOST_ELEMENTS: usize = 2_000_000;
/// Attributes that say something about text; the others would only fill the memory.
const KEPT: &[&str] = &[
    "Id",
    "Requires",
    "Target",
    "TargetMode",
    "Type",
    "abstractNumId",
    "after",
    "afterAutospacing",
    "author",
    "before",
    "beforeAutospacing",
    "char",
    "customMarkFollows",
    "default",
    "fldCharType",
    "firstLine",
    "font",
    "hanging",
    "id",
    "ilvl",
    "instr",
    "leader",
    "left",
    "name",
    "numId",
    "pos",
    "space",
    "start",
    "styleId",
    "type",
    "val",
    "w",
];
/// Namespaces (by their usual prefixes) whose choices are understood here: drawings that hold text.
const UNDERSTOOD: &[&str] =
    &["wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "v"];

/// An element with what it holds.
#[derive(Debug)]
pub struct Element {
    /// Its number in the package, from 1.
    id: u32,
    name: Rc<str>,
    attributes: Vec<(Rc<str>, Box<str>)>,
    children: Vec<Child>,
}

/// What an element holds, in order.
#[derive(Debug)]
pub enum Child {
    Element(Element),
    Text(String),
}

impl Element {
    /// The local name: `p` for `w:p`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where its first character stands.
    pub fn origin(&self) -> Origin {
        Origin { element: self.id, at: 0 }
    }

    /// The value of an attribute with this local name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| **other == *name).map(|(_, value)| &**value)
    }

    /// `val`, which most properties have.
    pub fn value(&self) -> Option<&str> {
        self.attribute("val")
    }

    /// The elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name directly inside.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name() == name)
    }

    /// `val` of the first element of this name directly inside.
    pub fn child_value(&self, name: &str) -> Option<&str> {
        self.child(name)?.value()
    }

    /// The characters directly inside.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for child in &self.children {
            if let Child::Text(piece) = child {
                text.push_str(piece);
            }
        }
        text
    }

    /// A property that is on by being there: `<w:b/>`, `<w:b w:val="0"/>` is off.
    pub fn switch(&self, name: &str) -> Option<bool> {
        let property = self.child(name)?;
        Some(!matches!(property.value(), Some("0" | "false" | "off" | "none")))
    }
}

/// Reads a part alone; `name` is for the message.
#[cfg(test)]
pub fn parse(name: &str, bytes: &[u8]) -> Result<Element, ErrorKind> {
    parse_from(name, bytes, 1).map(|(root, _)| root)
}

/// Reads a part whose elements are numbered from `first` on, and tells the number after the last;
/// `name` is for the message.
pub fn parse_from(name: &str, bytes: &[u8], first: u32) -> Result<(Element, u32), ErrorKind> {
    let text = decode(name, bytes)?;
    let broken = |why: String| ErrorKind::Damaged(format!("its part {name} is no proper XML ({why})"));
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = false;
    let mut build = Builder { names: HashSet::new(), open: Vec::new(), root: None, count: 0, first };
    loop {
        match reader.read_event().map_err(|error| broken(error.to_string()))? {
            Event::Start(start) => build.open(&start).map_err(broken)?,
            Event::Empty(start) => {
                build.open(&start).map_err(broken)?;
                build.close();
            }
            Event::End(_) => build.close(),
            Event::Text(text) => build.text(&text.xml10_content()),
            Event::CData(text) => build.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => Some(character),
                    Ok(None) => match &*name {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    },
                    Err(_) => None,
                };
                let Some(character) = character else {
                    return Err(broken(format!("the entity &{name}; is not known")));
                };
                build.text(character.encode_utf8(&mut [0; 4]));
            }
            // No producer writes one; entities that it could define are a way to fill the memory.
            Event::DocType(_) => return Err(broken("it declares a document type".into())),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    if !build.open.is_empty() {
        return Err(broken("it ends in the middle".into()));
    }
    let next = first.saturating_add(build.count as u32);
    build.root.map(|root| (root, next)).ok_or_else(|| broken("it is empty".into()))
}

/// XML of a package is UTF-8, or UTF-16 with a mark.
pub fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, ErrorKind> {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    let (text, _, errors) = encoding.decode(bytes);
    if errors {
        return Err(ErrorKind::Damaged(format!("its part {name} holds bytes that are no characters")));
    }
    Ok(text)
}

struct Builder {
    names: HashSet<Rc<str>>,
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
    first: u32,
}

impl Builder {
    fn open(&mut self, start: &BytesStart) -> Result<(), String> {
        self.count += 1;
        if self.count > MOST_ELEMENTS {
            return Err(format!("it has more than {MOST_ELEMENTS} elements"));
        }
        if self.open.len() >= DEEPEST {
            return Err(format!("its elements are nested more than {DEEPEST} deep"));
        }
        let name = self.name(start.local_name().as_ref());
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let key = attribute.key.local_name();
            let key: &str = key.as_ref();
            if KEPT.contains(&key) && attributes.len() < KEPT.len() {
                let value =
                    quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?;
                attributes.push((self.name(key), value.into()));
            }
        }
        let id = self.first.saturating_add(self.count as u32 - 1);
        self.open.push(Element { id, name, attributes, children: Vec::new() });
        Ok(())
    }

    /// Each name is kept once.
    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let name: Rc<str> = name.into();
        self.names.insert(name.clone());
        name
    }

    fn text(&mut self, text: &str) {
        let Some(element) = self.open.last_mut() else { return };
        // White space between elements is for the eye.
        if !matches!(element.name(), "t" | "delText" | "instrText") {
            return;
        }
        match element.children.last_mut() {
            Some(Child::Text(before)) => before.push_str(text),
            _ => element.children.push(Child::Text(text.to_owned())),
        }
    }

    fn close(&mut self) {
        let Some(mut element) = self.open.pop() else { return };
        // Most elements hold one thing; room for four would make up most of the memory.
        element.children.shrink_to_fit();
        element.attributes.shrink_to_fit();
        let Some(parent) = self.open.last_mut() else {
            self.root.get_or_insert(element);
            return;
        };
        if element.name() == "AlternateContent" {
            parent.children.extend(alternative(element));
        } else {
            parent.children.push(Child::Element(element));
        }
    }
}

/// The same content in several forms: the first that is understood stands for all.
fn alternative(element: Element) -> Vec<Child> {
    let understood = |choice: &Element| {
        choice
            .attribute("Requires")
            .is_some_and(|needs| needs.split_whitespace().all(|prefix| UNDERSTOOD.contains(&prefix)))
    };
    let is = |child: &Child, name: &str| matches!(child, Child::Element(element) if element.name() == name);
    let mut children = element.children;
    let at = children
        .iter()
        .position(|child| matches!(child, Child::Element(choice) if choice.name() == "Choice" && understood(choice)))
        .or_else(|| children.iter().position(|child| is(child, "Fallback")))
        .or_else(|| children.iter().position(|child| is(child, "Choice")));
    match at.map(|at| children.swap_remove(at)) {
        Some(Child::Element(chosen)) => chosen.children,
        _ => Vec::new(),
    }
}
