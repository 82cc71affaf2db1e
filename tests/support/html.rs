//! HTML as our pages write it: elements in their tree, read strictly.

#![allow(dead_code)]

use std::collections::BTreeMap;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// `p`.
    pub name: String,
    /// By name, with entities read.
    pub attributes: BTreeMap<String, String>,
    /// In order.
    pub inside: Vec<Inside>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Inside {
    /// An element.
    Element(Element),
    /// Text, with entities read.
    Text(String),
}

const VOID: [&str; 4] = ["meta", "br", "input", "hr"];

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    /// This and all elements below it, in the order of the file.
    pub fn all(&self) -> Vec<&Element> {
        let mut out = vec![self];
        for inside in &self.inside {
            if let Inside::Element(element) = inside {
                out.extend(element.all());
            }
        }
        out
    }

    pub fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// All text below it.
    pub fn text(&self) -> String {
        let parts = self.inside.iter().map(|inside| match inside {
            Inside::Element(element) => element.text(),
            Inside::Text(text) => text.clone(),
        });
        parts.collect()
    }
}

/// Reads a file. Whatever a browser would have to mend is a panic: a tag that is not closed, a `<` in text,
/// an attribute without quotation marks.
#[track_caller]
pub fn parse(page: &str) -> Element {
    let mut rest = page.strip_prefix("<!doctype html>\n").expect("a doctype");
    let mut open = vec![Element::default()];
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = &rest[..end];
            assert!(!text.contains('>'), "a bare > in {text:?}");
            open.last_mut().unwrap().inside.push(Inside::Text(unescaped(text)));
            rest = &rest[end..];
            continue;
        };
        if let Some(name) = tag.strip_prefix('/') {
            let end = name.find('>').expect("the end of a tag");
            let element = open.pop().unwrap();
            assert_eq!(element.name, name[..end], "closed in the wrong order");
            open.last_mut().expect("a root").inside.push(Inside::Element(element));
            rest = &name[end + 1..];
            continue;
        }
        let (element, after) = opening(tag);
        rest = after;
        let raw = matches!(element.name.as_str(), "style" | "script");
        if VOID.contains(&element.name.as_str()) {
            open.last_mut().unwrap().inside.push(Inside::Element(element));
        } else if raw {
            let close = format!("</{}>", element.name);
            let end = rest.find(&close).expect("the end of style or script");
            let mut element = element;
            element.inside.push(Inside::Text(rest[..end].to_owned()));
            open.last_mut().unwrap().inside.push(Inside::Element(element));
            rest = &rest[end + close.len()..];
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "{:?} is not closed", open.last().map(|element| &element.name));
    open.pop().unwrap()
}

fn opening(tag: &str) -> (Element, &str) {
    let end = tag.find([' ', '>']).expect("the end of a tag");
    let mut element = Element { name: tag[..end].to_owned(), ..Element::default() };
    assert!(
        element.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "a tag: {:?}",
        &tag[..end]
    );
    let mut rest = &tag[end..];
    while let Some(more) = rest.strip_prefix(' ') {
        let end = more.find(['=', ' ', '>']).expect("the end of a tag");
        let name = more[..end].to_owned();
        rest = &more[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').expect("a quotation mark");
            assert!(!quoted[..end].contains('<'), "a bare < in {name}");
            value = unescaped(&quoted[..end]);
            rest = &quoted[end + 1..];
        }
        let twice = element.attributes.insert(name.clone(), value);
        assert!(twice.is_none(), "{name} stands twice in {}", element.name);
    }
    let rest = rest.strip_prefix('>').unwrap_or_else(|| panic!("the end of {}", element.name));
    (element, rest)
}

fn unescaped(text: &str) -> String {
    let mut out = text.to_owned();
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        out = out.replace(entity, sign);
    }
    out
}
