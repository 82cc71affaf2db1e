//! What Word asks of a part with tracked changes, as far as it can be told without Word: the order of
//! properties (ECMA-376), marks where they may stand, numbers that occur once.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Cursor, Read as _};

/// An element: local name, attributes by local name, what it holds, characters.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: HashMap<String, String>,
    pub children: Vec<Node>,
    pub text: String,
}

impl Node {
    fn of(start: &BytesStart) -> Node {
        let mut attributes = HashMap::new();
        for attribute in start.attributes() {
            let attribute = attribute.expect("attributes are well-formed and occur once");
            let value = quick_xml::escape::unescape(&attribute.value).expect("attributes are escaped");
            attributes.insert(attribute.key.local_name().as_ref().to_string(), value.into_owned());
        }
        Node { name: start.local_name().as_ref().to_string(), attributes, ..Node::default() }
    }

    /// All elements of this name, at any depth.
    pub fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        if self.name == name {
            found.push(self);
        }
        self.children.iter().for_each(|child| child.all(name, found));
    }
}

/// A part, read strictly.
pub fn parse(text: &str) -> Node {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => open.push(Node::of(&start)),
            Event::Empty(start) => open.last_mut().unwrap().children.push(Node::of(&start)),
            Event::End(_) => {
                let node = open.pop().unwrap();
                open.last_mut().unwrap().children.push(node);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    open.pop().unwrap()
}

/// The text of a part of a package.
pub fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP archive");
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).expect("UTF-8");
    Some(text)
}

const PARAGRAPH: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "textAlignment",
    "outlineLvl",
    "rPr",
    "sectPr",
    "pPrChange",
];
const ROW_MARKS: &[&str] = &["ins", "del", "trPrChange"];
const MARKS: &[&str] = &["ins", "del", "moveFrom", "moveTo"];

/// What is wrong with a package of tracked changes.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut names: HashMap<String, HashSet<String>> = HashMap::new();
    for name in ["word/document.xml", "word/footnotes.xml", "word/header1.xml"] {
        let Some(text) = part(bytes, name) else { continue };
        let root = parse(&text);
        check(&root, &[], &mut faults);
        collect(&root, &mut ids, &mut names);
        for (start, end) in
            [("moveFromRangeStart", "moveFromRangeEnd"), ("moveToRangeStart", "moveToRangeEnd")]
        {
            let of = |name: &str| {
                let mut found = Vec::new();
                root.all(name, &mut found);
                found.iter().map(|node| node.attributes["id"].clone()).collect::<Vec<_>>()
            };
            if of(start) != of(end) {
                faults.push(format!("{name}: {start} and {end} do not match"));
            }
        }
    }
    faults.extend(
        ids.iter().filter(|(_, count)| **count > 1).map(|(id, _)| format!("the mark {id} occurs twice")),
    );
    if names.get("moveFromRangeStart") != names.get("moveToRangeStart") {
        faults.push(format!("moves without their other end: {names:?}"));
    }
    let called = |name: &str, kind: &str| -> HashSet<String> {
        let Some(text) = part(bytes, name) else { return HashSet::new() };
        let root = parse(&text);
        let mut found = Vec::new();
        root.all(kind, &mut found);
        found.iter().map(|node| node.attributes["id"].clone()).collect()
    };
    let document = parse(&part(bytes, "word/document.xml").expect("a document"));
    let mut references = Vec::new();
    document.all("footnoteReference", &mut references);
    for (at, reference) in references.iter().enumerate() {
        let id = &reference.attributes["id"];
        if references[..at].iter().any(|other| other.attributes["id"] == *id) {
            faults.push(format!("note {id} is called twice"));
        }
    }
    let notes = called("word/footnotes.xml", "footnote");
    for id in called("word/document.xml", "footnoteReference") {
        if !notes.contains(&id) {
            faults.push(format!("note {id} is called but not there"));
        }
    }
    faults
}

fn collect(node: &Node, ids: &mut BTreeMap<String, usize>, names: &mut HashMap<String, HashSet<String>>) {
    let is_mark = node.attributes.contains_key("author");
    if is_mark {
        *ids.entry(node.attributes["id"].clone()).or_default() += 1;
    }
    if node.name.ends_with("RangeStart") {
        names.entry(node.name.clone()).or_default().extend(node.attributes.get("name").cloned());
    }
    node.children.iter().for_each(|child| collect(child, ids, names));
}

fn check(node: &Node, above: &[&str], faults: &mut Vec<String>) {
    let inner: Vec<&str> = node.children.iter().map(|child| child.name.as_str()).collect();
    let first = |name: &str| inner.iter().position(|other| *other == name).is_none_or(|at| at == 0);
    match node.name.as_str() {
        "p" if !first("pPr") => faults.push("pPr is not first".into()),
        "r" if !first("rPr") => faults.push("rPr is not first".into()),
        "tc" if !first("tcPr") || inner.last() != Some(&"p") => {
            faults.push(format!("a cell holds {inner:?}"));
        }
        "pPr" => {
            let ranks: Vec<usize> =
                inner.iter().filter_map(|name| PARAGRAPH.iter().position(|other| other == name)).collect();
            if !ranks.windows(2).all(|pair| pair[0] < pair[1]) {
                faults.push(format!("pPr out of order: {inner:?}"));
            }
        }
        "rPr" if above.last() == Some(&"pPr") => {
            let marks = inner.iter().take_while(|name| MARKS.contains(name)).count();
            if inner[marks..].iter().any(|name| MARKS.contains(name)) {
                faults.push(format!("the mark of a paragraph's end is not first: {inner:?}"));
            }
        }
        "trPr" => {
            let at = inner.iter().position(|name| ROW_MARKS.contains(name)).unwrap_or(inner.len());
            if inner[at..].iter().any(|name| !ROW_MARKS.contains(name)) {
                faults.push(format!("the mark of a row is not last: {inner:?}"));
            }
        }
        "t" if above.contains(&"del") => faults.push("t inside del".into()),
        "delText" if !above.contains(&"del") => faults.push("delText outside del".into()),
        "ins" | "del" | "moveFrom" | "moveTo"
            if above.last() != Some(&"rPr") && above.last() != Some(&"trPr") =>
        {
            if !matches!(above.last(), Some(&"p" | &"hyperlink" | &"sdtContent" | &"fldSimple")) {
                faults.push(format!("{} inside {:?}", node.name, above.last()));
            }
            if inner.iter().any(|name| *name != "r") {
                faults.push(format!("{} holds {inner:?}", node.name));
            }
        }
        _ => {}
    }
    let mut path = above.to_vec();
    path.push(&node.name);
    node.children.iter().for_each(|child| check(child, &path, faults));
}
