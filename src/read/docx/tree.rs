//! A part of the package with everything that stands in it, so that it can be changed in places and
//! written again: what is not touched comes out byte for byte.
//!
//! The reader's own tree (`xml`) leaves out what says nothing about text. The two agree on the numbers
//! of elements, by which a character that was read is found again here.

use crate::error::ErrorKind;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Something inside an element.
#[derive(Debug, Clone)]
pub enum Piece {
    /// An element.
    Element(Element),
    /// Characters, comments and the like, as they are written in the file.
    Raw(String),
}

/// An element as it is written in the file.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// Its number in the package, from 1; 0 for one that was not read from a file.
    pub id: u32,
    /// Its name with its prefix: `w:p`.
    pub name: String,
    /// Its attributes as written, with the blank before them.
    pub attributes: String,
    /// What it holds.
    pub children: Vec<Piece>,
}

impl Element {
    /// A new element with this qualified name and these attributes (as written, escaped).
    pub fn new(name: &str, attributes: &str) -> Element {
        let attributes = match attributes.is_empty() {
            true => String::new(),
            false => format!(" {attributes}"),
        };
        Element { id: 0, name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// The same with something inside.
    #[must_use]
    pub fn with(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        self.children.extend(children.into_iter().map(Piece::Element));
        self
    }

    /// The same with characters inside, which are escaped.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Element {
        self.children.push(Piece::Raw(escaped(text)));
        self
    }

    /// The name without prefix.
    pub fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or(&self.name)
    }

    /// The elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|piece| match piece {
            Piece::Element(element) => Some(element),
            Piece::Raw(_) => None,
        })
    }

    /// The first element of this local name directly inside.
    pub fn child(&self, local: &str) -> Option<&Element> {
        self.elements().find(|element| element.local() == local)
    }

    /// The same, to be changed.
    pub fn child_mut(&mut self, local: &str) -> Option<&mut Element> {
        self.children.iter_mut().find_map(|piece| match piece {
            Piece::Element(element) if element.local() == local => Some(element),
            _ => None,
        })
    }

    /// Takes out the elements of this local name directly inside.
    pub fn remove(&mut self, local: &str) {
        self.children.retain(|piece| !matches!(piece, Piece::Element(element) if element.local() == local));
    }

    /// The value of the attribute with this local name, unescaped.
    pub fn attribute(&self, local: &str) -> Option<String> {
        let mut rest = self.attributes.as_str();
        while let Some((name, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, next) = after[1..].split_once(quote)?;
            let name = name.trim();
            if name.rsplit(':').next() == Some(local) {
                return Some(unescaped(value));
            }
            rest = next;
        }
        None
    }

    /// Gives an attribute that is there another value.
    pub fn set_attribute(&mut self, local: &str, value: &str) {
        let mut start = 0;
        while let Some(equals) = self.attributes[start..].find('=').map(|at| at + start) {
            let after = &self.attributes[equals + 1..];
            let blanks = after.len() - after.trim_start().len();
            let open = equals + 1 + blanks;
            let Some(quote) = self.attributes[open..].chars().next().filter(|c| matches!(c, '"' | '\''))
            else {
                return;
            };
            let Some(close) = self.attributes[open + 1..].find(quote).map(|at| at + open + 1) else { return };
            let name = self.attributes[start..equals].trim();
            if name.rsplit(':').next() == Some(local) {
                self.attributes.replace_range(open + 1..close, &escaped(value));
                return;
            }
            start = close + 1;
        }
    }

    /// The characters directly inside, unescaped.
    pub fn text(&self) -> String {
        let raw = self.children.iter().filter_map(|piece| match piece {
            Piece::Raw(raw) => Some(match raw.strip_prefix("<![CDATA[") {
                Some(inside) => inside.trim_end_matches("]]>").to_owned(),
                None if raw.starts_with('<') => String::new(),
                None => unescaped(raw),
            }),
            Piece::Element(_) => None,
        });
        raw.collect()
    }

    /// The element with this number, at any depth.
    pub fn find(&self, id: u32) -> Option<&Element> {
        if self.id == id {
            return Some(self);
        }
        self.elements().find_map(|element| element.find(id))
    }

    /// Writes the element.
    pub fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        out.push_str(&self.attributes);
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Piece::Element(element) => element.write(out),
                Piece::Raw(raw) => out.push_str(raw),
            }
        }
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }
}

/// A whole part.
#[derive(Debug, Clone)]
pub struct Tree {
    /// What stands before the first element: declaration, comments.
    pub head: String,
    /// The root element.
    pub root: Element,
}

impl Tree {
    /// Reads a part whose elements are numbered from `first` on; `name` is for the message. What the
    /// reader took is taken here too, so its limits hold.
    pub(super) fn parse(name: &str, bytes: &[u8], first: u32) -> Result<Tree, ErrorKind> {
        let broken = |why: String| ErrorKind::Damaged(format!("its part {name} is no proper XML ({why})"));
        let text = super::xml::decode(name, bytes)?;
        let mut reader = Reader::from_str(&text);
        let mut head = String::new();
        let mut open: Vec<Element> = Vec::new();
        let mut root = None;
        let mut next = first;
        loop {
            let event = reader.read_event().map_err(|error| broken(error.to_string()))?;
            let raw = match event {
                Event::Start(start) | Event::Empty(start) if root.is_some() && open.is_empty() => {
                    return Err(broken(format!("{} stands behind its end", &*start)));
                }
                Event::Start(start) => {
                    open.push(element(&start, start.name().as_ref().len(), &mut next));
                    continue;
                }
                Event::Empty(start) => {
                    let element = element(&start, start.name().as_ref().len(), &mut next);
                    close(element, &mut open, &mut root);
                    continue;
                }
                Event::End(_) => {
                    if let Some(mut element) = open.pop() {
                        // `<w:p></w:p>` stays as it is.
                        if element.children.is_empty() {
                            element.children.push(Piece::Raw(String::new()));
                        }
                        close(element, &mut open, &mut root);
                    }
                    continue;
                }
                Event::Text(text) => text.to_string(),
                Event::CData(data) => format!("<![CDATA[{}]]>", &*data),
                Event::Comment(comment) => format!("<!--{}-->", &*comment),
                Event::PI(instruction) => format!("<?{}?>", &*instruction),
                // The part is written as UTF-8, whatever it was.
                Event::Decl(_) => "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".to_owned(),
                Event::GeneralRef(reference) => format!("&{};", &*reference),
                Event::DocType(_) => return Err(broken("it declares a document type".into())),
                Event::Eof => break,
            };
            match open.last_mut() {
                Some(element) => element.push_raw(raw),
                None if root.is_none() => head.push_str(&raw),
                None => {}
            }
        }
        let root = root.ok_or_else(|| broken("it is empty".into()))?;
        Ok(Tree { head, root })
    }

    /// The part as the text of a file.
    pub fn write(&self) -> String {
        let mut out = self.head.clone();
        self.root.write(&mut out);
        out
    }
}

impl Element {
    fn push_raw(&mut self, raw: String) {
        match self.children.last_mut() {
            Some(Piece::Raw(before)) if !before.starts_with('<') && !raw.starts_with('<') => {
                before.push_str(&raw)
            }
            _ => self.children.push(Piece::Raw(raw)),
        }
    }
}

fn element(start: &str, name: usize, next: &mut u32) -> Element {
    let id = *next;
    *next += 1;
    Element { id, name: start[..name].to_owned(), attributes: start[name..].to_owned(), children: Vec::new() }
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) {
    match open.last_mut() {
        Some(parent) => parent.children.push(Piece::Element(element)),
        None => *root = Some(element),
    }
}

/// Characters as XML holds them; those that XML forbids are left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

fn unescaped(raw: &str) -> String {
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), |text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_is_written_as_it_was() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:a x='1' w:val=\"&lt;&#233;\"><!-- c --><w:b/><w:c></w:c>\n t &amp; u<![CDATA[<x>]]><w:d >x</w:d></w:a>";
        let tree = Tree::parse("test.xml", text.as_bytes(), 1).unwrap();
        assert_eq!(tree.write(), text);
        assert_eq!(tree.root.attribute("val").as_deref(), Some("<é"));
        assert_eq!(tree.root.text(), "\n t & u<x>");
        let ids: Vec<u32> = tree.root.elements().map(|element| element.id).collect();
        assert_eq!((tree.root.id, ids), (1, vec![2, 3, 4]));
    }

    #[test]
    fn what_a_text_holds_never_becomes_markup() {
        assert_eq!(escaped("a<b>\u{1}&\"\u{fffe}"), "a&lt;b&gt;&amp;&quot;");
    }
}
