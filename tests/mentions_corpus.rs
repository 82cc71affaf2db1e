//! Runs `tests/corpus/mentions/*.txt`: one line is input and expectation.
//!
//! ```text
//! ## rule-name          every case below must be found by this rule, or not be found at all
//! # a comment
//! @symbol A/HRC/99/L.1  what the masthead says, for the cases that follow; also @dates, @issued
//! @nodes p1, p2, a1, a1.p1, fn3, hII.D, u1=Table 2    what else the report has, some with their text; the case
//!                       stands behind them
//! @at p7.a              the identifier of the node in which the case stands (one of @nodes, or new)
//! @remark CODE          the cases that follow make this remark; a case with `<nowhere>` makes its own
//! They met on ⟦2031-03-09|9 March 2031⟧.
//! Nothing stands here.
//! ```
//! The name of the file is the kind. Marks may nest; ` ¶ ` ends a node, and what follows is an item.
//! For the value of each kind see `shown`. Each rule needs a case for it and a line without marks.
//!
//! `tests/corpus/pages/*.txt` are whole pages: a line is a node, and every fact of every kind is
//! marked with its kind, ⟦date 2031-03-09|9 March 2031⟧. What is not marked must not be found.
//! `| ` begins a row of a table, `* ` an item, `^ ` a note, `= ` a heading, `p7 ` paragraph 7.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use travaux::mentions::{FINDERS, Mention, MentionKind, find};
use travaux::report::{Masthead, Node, NodeKind, Report};

datatest_stable::harness! {
    { test = corpus, root = "tests/corpus/mentions", pattern = r"\.txt$" },
    { test = page, root = "tests/corpus/pages", pattern = r"\.txt$" },
}

/// What failed, printed line by line: the harness shows the `Debug` form.
struct Faults(String);

impl std::fmt::Debug for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\n{}", self.0)
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Faults {}

/// The remarks that a case must say it makes, or make none.
const REMARKS: [&str; 3] = ["points-nowhere", "points-the-wrong-way", "unbalanced-bracket"];

/// A mention as a case writes it: start, end, value.
type Marked = (usize, usize, String);

fn corpus(path: &Path) -> datatest_stable::Result<()> {
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let finder = FINDERS.iter().find(|finder| finder.kind().name() == name);
    let finder = finder.ok_or_else(|| format!("no finder of a kind called {name}"))?;
    let kind = finder.kind();
    let text = std::fs::read_to_string(path)?;
    let mut faults = String::new();
    let mut masthead = Masthead::default();
    let mut section = String::new();
    let mut others: Vec<String> = Vec::new();
    let mut own: Option<String> = None;
    let mut remark: Option<String> = None;
    // For each section: cases found by its rule, lines in which nothing must be found.
    let mut sections: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            section = name.trim().to_owned();
            masthead = Masthead::default();
            others.clear();
            own = None;
            remark = None;
            sections.entry(section.clone()).or_default();
            continue;
        }
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(field) = line.strip_prefix('@') {
            let (name, value) = field.split_once(' ').unwrap_or((field, ""));
            let value = (!value.is_empty()).then(|| value.to_owned());
            match name {
                "nodes" => others = value.iter().flat_map(|all| all.split(", ")).map(str::to_owned).collect(),
                "at" => own = value,
                "remark" => remark = value,
                _ => {
                    let kept = field_of(&mut masthead, name)
                        .ok_or_else(|| format!("{}:{}: no field @{name}", path.display(), index + 1))?;
                    *kept = value;
                }
            }
            continue;
        }
        let nodes: Vec<(String, Vec<Marked>)> = line.split(" ¶ ").map(unmark).collect();
        let mut report = Report { masthead: masthead.clone(), ..Report::default() };
        let mut place = others.len();
        for other in &others {
            let (id, text) = other.split_once('=').unwrap_or((other, ""));
            if own.as_deref() == Some(id) {
                place = report.nodes.len();
            } else {
                report.nodes.push(standing(id, text));
            }
        }
        for (at, (text, _)) in nodes.iter().enumerate() {
            let new = match &own {
                Some(id) if at == 0 => standing(id, text),
                _ => node(at, text),
            };
            report.nodes.insert(place + at, new);
        }
        let mut found = find(&report);
        found.by_node.drain(..place);
        let mut now = Vec::new();
        for ((text, _), mentions) in nodes.iter().zip(&found.by_node) {
            let mentions: Vec<&Mention> = mentions.iter().filter(|mention| mention.kind == kind).collect();
            now.push(mark(text, &mentions));
            if let Some(counts) = sections.get_mut(&section) {
                counts.0 += mentions.iter().filter(|mention| mention.rule == section).count();
            }
        }
        let now = now.join(" ¶ ");
        let expected = if line.contains("<nowhere>") { Some("points-nowhere") } else { remark.as_deref() };
        let said = found.remarks.iter().map(|remark| remark.code).find(|code| REMARKS.contains(code));
        if said != expected {
            writeln!(faults, "{}:{}\n  remark {expected:?}, now {said:?}", path.display(), index + 1)?;
        }
        if now != line {
            writeln!(faults, "{}:{}\n  kept: {line}\n  now:  {now}", path.display(), index + 1)?;
        } else if !line.contains('⟦')
            && let Some(counts) = sections.get_mut(&section)
        {
            counts.1 += 1;
        }
    }
    let rules: BTreeSet<&str> = finder.rules().iter().copied().collect();
    for rule in &rules {
        match sections.get(*rule) {
            None => writeln!(faults, "{}: rule {rule} has no section", path.display())?,
            Some((0, _)) => writeln!(faults, "{}: rule {rule} has no case", path.display())?,
            Some((_, 0)) => writeln!(faults, "{}: rule {rule} has no counter-example", path.display())?,
            Some(_) => {}
        }
    }
    for section in sections.keys().filter(|section| !rules.contains(section.as_str())) {
        writeln!(faults, "{}: no rule is called {section}", path.display())?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Box::new(Faults(faults))) }
}

/// A page on which every fact is marked: nothing may be missing, nothing may be too many.
fn page(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let mut report = Report::default();
    let mut lines = Vec::new();
    for (index, line) in
        text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(field) = line.strip_prefix('@') {
            let (name, value) = field.split_once(' ').unwrap_or((field, ""));
            *field_of(&mut report.masthead, name)
                .ok_or_else(|| format!("{}:{}: no field @{name}", path.display(), index + 1))? =
                Some(value.to_owned());
            continue;
        }
        let (id, kind, marked) = placed(report.nodes.len(), line);
        report.nodes.push(Node { id, kind, ..node(1, &unmark(marked).0) });
        lines.push((index + 1, marked));
    }
    let found = find(&report);
    let mut faults = String::new();
    for (((number, kept), node), mentions) in lines.iter().zip(&report.nodes).zip(&found.by_node) {
        let mentions: Vec<&Mention> = mentions.iter().collect();
        let now =
            mark_with(&node.text, &mentions, |mention| format!("{} {}", mention.kind.name(), shown(mention)));
        if now != **kept {
            writeln!(faults, "{}:{number}\n  kept: {kept}\n  now:  {now}", path.display())?;
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Box::new(Faults(faults))) }
}

/// Identifier, kind and text of a line of a page.
fn placed(at: usize, line: &str) -> (String, NodeKind, &str) {
    let unnumbered = (format!("u{}", at + 1), NodeKind::Unnumbered, line);
    let Some((sign, rest)) = line.split_once(' ') else { return unnumbered };
    match sign {
        "|" => (format!("t1.r{}", at + 1), NodeKind::TableRow, rest),
        "*" => (format!("p1.u{}", at + 1), NodeKind::Item, rest),
        "^" => (format!("fn{}", at + 1), NodeKind::Footnote, rest),
        "=" => (format!("hI.{}", at + 1), NodeKind::Heading, rest),
        _ if sign.strip_prefix('p').is_some_and(|number| number.parse::<u32>().is_ok()) => {
            (sign.to_owned(), NodeKind::Paragraph, rest)
        }
        _ => unnumbered,
    }
}

fn field_of<'a>(masthead: &'a mut Masthead, name: &str) -> Option<&'a mut Option<String>> {
    match name {
        "symbol" => Some(&mut masthead.symbol),
        "dates" => Some(&mut masthead.dates),
        "issued" => Some(&mut masthead.issued),
        _ => None,
    }
}

fn node(at: usize, text: &str) -> Node {
    Node {
        id: format!("u{}", at + 1),
        kind: if at == 0 { NodeKind::Unnumbered } else { NodeKind::Item },
        number: None,
        number_inferred: false,
        parent: None,
        part: "body".to_owned(),
        text: text.to_owned(),
        page: 0,
        notes: Vec::new(),
        places: Vec::new(),
    }
}

/// A node whose kind and part are told by its identifier.
fn standing(id: &str, text: &str) -> Node {
    let is_annex = |part: &str| {
        part.strip_prefix("app")
            .or(part.strip_prefix('a'))
            .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
    };
    let parts: Vec<&str> = id.split('.').collect();
    let outer = parts.iter().take_while(|part| is_annex(part)).count();
    let rest = &parts[outer..];
    let kind = match rest.first() {
        None => NodeKind::Heading,
        Some(first) if first.starts_with('h') => NodeKind::Heading,
        Some(first) if first.starts_with("fn") => NodeKind::Footnote,
        Some(first) if first.starts_with('t') => NodeKind::TableRow,
        Some(first) if first.starts_with('f') => NodeKind::Masthead,
        Some(_) if rest.len() > 1 => NodeKind::Item,
        Some(first) if first.starts_with('p') => NodeKind::Paragraph,
        Some(_) => NodeKind::Unnumbered,
    };
    let part = if outer == 0 { "body".to_owned() } else { parts[..outer].join(".") };
    Node { id: id.to_owned(), kind, part, ..node(0, text) }
}

/// Takes the marks out of a line.
fn unmark(line: &str) -> (String, Vec<Marked>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut length = 0;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '⟦' => {
                let value: String = characters.by_ref().take_while(|c| *c != '|').collect();
                open.push((length, value));
            }
            '⟧' => {
                if let Some((start, value)) = open.pop() {
                    marks.push((start, length, value));
                }
            }
            _ => {
                text.push(character);
                length += 1;
            }
        }
    }
    (text, marks)
}

/// Puts marks round what was found.
fn mark(text: &str, mentions: &[&Mention]) -> String {
    mark_with(text, mentions, shown)
}

fn mark_with(text: &str, mentions: &[&Mention], shown: impl Fn(&Mention) -> String) -> String {
    let mut out = String::new();
    for (at, character) in text.chars().map(Some).chain([None]).enumerate() {
        // Inner marks close first; outer marks open first.
        for _ in mentions.iter().filter(|mention| mention.end == at) {
            out.push('⟧');
        }
        for mention in mentions.iter().filter(|mention| mention.start == at) {
            out.push('⟦');
            out.push_str(&shown(mention));
            out.push('|');
        }
        out.extend(character);
    }
    out
}

/// The value, and the attributes that matter most for the kind.
fn shown(mention: &Mention) -> String {
    let attribute = |name: &str| mention.attributes.get(name).map(String::as_str);
    match mention.kind {
        MentionKind::Date => {
            let mut shown = mention.value.clone();
            if attribute("in_name").is_some() {
                shown.push_str(" <in name>");
            }
            for name in ["year_from", "recurs", "fault", "weekday", "anaphor_of"] {
                if let Some(value) = attribute(name) {
                    shown.push_str(&format!(" <{value}>"));
                }
            }
            shown
        }
        MentionKind::Document => {
            let pinpoint =
                attribute("pinpoint").map_or_else(String::new, |pinpoint| format!(" <{pinpoint}>"));
            format!("{}{pinpoint}", mention.value)
        }
        MentionKind::Placeholder => {
            let expects = attribute("expects").map_or_else(String::new, |expects| format!(" <{expects}>"));
            format!("{}{expects}", attribute("type").unwrap_or_default())
        }
        MentionKind::Officer => format!(
            "{}{}: {}{} {}{}",
            attribute("status").map_or_else(String::new, |status| format!("{status} ")),
            attribute("office").unwrap_or_default(),
            mention.value,
            attribute("country").map_or_else(String::new, |country| format!(" ({country})")),
            attribute("act").unwrap_or_default(),
            attribute("body").or(attribute("session")).map_or_else(String::new, |body| format!(" <{body}>"))
        ),
        MentionKind::Participant => format!(
            "{}{}{}",
            mention.value,
            attribute("country").map_or_else(String::new, |country| format!(" ({country})")),
            attribute("post").map_or_else(String::new, |post| format!(" <{post}>"))
        ),
        MentionKind::Session => {
            let mut shown = mention.value.clone();
            for name in ["type", "body", "anaphoric"] {
                if let Some(value) = attribute(name) {
                    shown.push_str(&format!(" <{}>", if name == "anaphoric" { name } else { value }));
                }
            }
            shown
        }
        MentionKind::Quantity => {
            let exact = attribute("approximate").map_or_else(String::new, |words| format!(" <{words}>"));
            format!("{}{exact}", mention.value)
        }
        MentionKind::CrossReference => {
            let nowhere = if attribute("resolved") == Some("true") { "" } else { " <nowhere>" };
            let pinpoint = attribute("pinpoint").map_or_else(String::new, |letters| format!(" <{letters}>"));
            format!("{}{nowhere}{pinpoint}", mention.value)
        }
        MentionKind::AgendaItem => {
            let mut shown = mention.value.clone();
            for name in ["agenda_of", "title"] {
                if let Some(value) = attribute(name) {
                    shown.push_str(&format!(" <{value}>"));
                }
            }
            shown
        }
    }
}
