//! The laws of a single report, as functions that list what breaks them.

use std::collections::{BTreeMap, HashSet};
use travaux::mentions::Annotated;
use travaux::read::SourceText;
use travaux::report::{Node, NodeKind, Report};

/// Everything about one report that breaks a law: a line for each fault.
pub fn faults(source: &SourceText, annotated: &Annotated) -> Vec<String> {
    let mut faults = cover(source, &annotated.report);
    faults.extend(annotated.report.nodes.iter().filter_map(|node| made_of(source, node)));
    faults.extend(tree(&annotated.report));
    faults.extend(mentions(annotated));
    faults
}

/// Nothing is lost and nothing is there twice: the places of nodes and furniture part the source.
pub fn cover(source: &SourceText, report: &Report) -> Vec<String> {
    let mut owners: Vec<Vec<Vec<&str>>> =
        source.lines.iter().map(|line| vec![Vec::new(); line.text.chars().count()]).collect();
    let nodes = report.nodes.iter().map(|node| (node.id.as_str(), &node.places));
    let furniture = report.furniture.iter().map(|piece| (piece.what, &piece.places));
    let mut faults = Vec::new();
    for (name, places) in nodes.chain(furniture) {
        for place in places {
            match owners.get_mut(place.line).and_then(|line| line.get_mut(place.start..place.end)) {
                Some(stretch) => stretch.iter_mut().for_each(|owners| owners.push(name)),
                None => faults.push(format!("{name}: {place:?} is not in the source")),
            }
        }
    }
    for (at, owners) in owners.iter().enumerate() {
        let told = |wrong: &dyn Fn(&Vec<&str>) -> bool, what: &str| {
            let first = owners.iter().position(wrong)?;
            let length = owners[first..].iter().take_while(|owners| wrong(owners)).count();
            let text: String = source.lines[at].text.chars().skip(first).take(length).collect();
            Some(format!(
                "source line {at} ({}), characters {first}..{}: {what} {:?}: “{text}”",
                source.lines[at].top,
                first + length,
                owners[first]
            ))
        };
        faults.extend(told(&|owners| owners.is_empty(), "in no node and no furniture"));
        faults.extend(told(&|owners| owners.len() > 1, "in more than one"));
    }
    faults
}

/// The words of a node are those of its places, without its label and its calls.
fn made_of(source: &SourceText, node: &Node) -> Option<String> {
    let visible = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}');
    let mut stock: Vec<char> = Vec::new();
    for place in &node.places {
        let line = source.lines.get(place.line)?;
        let length = line.text.chars().count();
        let characters: Vec<char> = line.text.chars().collect();
        // A raised sign stands before the character at its index, or at the end of the line; it may
        // have been a figure of the text after all.
        let end = if place.end == length { length + 1 } else { place.end };
        for at in place.start..end {
            for (_, sign) in line.calls.iter().filter(|call| call.0 == at) {
                stock.extend(sign.chars().filter(visible));
            }
            stock.extend(characters.get(at).filter(|c| visible(c)));
        }
    }
    let mut rest: Vec<char> = Vec::new();
    let mut stock_left = stock.iter();
    for wanted in node.text.chars().filter(visible) {
        loop {
            match stock_left.next() {
                Some(c) if *c == wanted => break,
                Some(c) => rest.push(*c),
                None => {
                    let stock: String = stock.iter().collect();
                    return Some(format!("{}: “{}” is not in its places: “{stock}”", node.id, node.text));
                }
            }
        }
    }
    rest.extend(stock_left);
    if node.kind == NodeKind::Masthead {
        return None;
    }
    // What is left over is the label and the signs of the calls, and no other letter or figure.
    let mut left: BTreeMap<char, isize> = BTreeMap::new();
    for c in rest.iter().filter(|c| c.is_alphanumeric()) {
        *left.entry(c.to_ascii_lowercase()).or_default() += 1;
    }
    let label = node.number.as_deref().filter(|_| !node.number_inferred).unwrap_or("");
    let calls = node.notes.iter().map(|call| sign_of(&call.id));
    for c in label.chars().chain(calls.flat_map(str::chars)).filter(|c| c.is_alphanumeric()) {
        *left.entry(c.to_ascii_lowercase()).or_default() -= 1;
    }
    if node.kind == NodeKind::Footnote {
        // Today a raised sign inside the text of a note is dropped. Wrong: it calls another note, or
        // it is a figure of the text.
        let lines = node.places.iter().filter_map(|place| source.lines.get(place.line));
        for c in lines.flat_map(|line| &line.calls).flat_map(|call| call.1.chars()) {
            left.entry(c).and_modify(|count| *count -= isize::from(*count > 0));
        }
    }
    // "Chapter II" and "Part one" keep their number alone as label.
    let is_word = |word: &str| {
        let mut left = left.clone();
        word.chars().for_each(|c| *left.entry(c).or_default() -= 1);
        left.values().all(|count| *count == 0)
    };
    if ["", "chapter", "part", "annex", "annexe", "appendix"].into_iter().any(is_word) {
        return None;
    }
    let rest: String = rest.iter().collect();
    left.retain(|_, count| *count != 0);
    Some(format!(
        "{}: “{rest}” of its places is not its label and calls ({left:?}); text “{}”",
        node.id, node.text
    ))
}

/// `3` of `a1.fn3~2`.
fn sign_of(id: &str) -> &str {
    let sign = id.rsplit_once("fn").map_or("", |(_, sign)| sign);
    sign.split('~').next().unwrap_or(sign)
}

/// Identifiers are unique; parents are there, and before their children.
fn tree(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let all: HashSet<&str> = report.nodes.iter().map(|node| node.id.as_str()).collect();
    for node in &report.nodes {
        if let Some(parent) = node.parent.as_deref()
            && !(seen.contains(parent) || node.kind == NodeKind::Footnote && all.contains(parent))
        {
            faults.push(format!("{}: its parent {parent} does not stand before it", node.id));
        }
        if !seen.insert(&node.id) {
            faults.push(format!("{}: the identifier is there twice", node.id));
        }
        for call in &node.notes {
            if !all.contains(call.id.as_str()) {
                faults.push(format!("{}: it calls {}, which is not there", node.id, call.id));
            }
            if call.at > node.text.chars().count() {
                faults.push(format!("{}: it calls {} behind its end", node.id, call.id));
            }
        }
        if node.text.chars().any(char::is_control) && node.kind != NodeKind::TableRow {
            faults.push(format!("{}: a control character in {:?}", node.id, node.text));
        }
    }
    faults
}

/// A mention cuts out exactly its text.
fn mentions(annotated: &Annotated) -> Vec<String> {
    let Annotated { report, mentions } = annotated;
    let mut faults = Vec::new();
    if mentions.by_node.len() != report.nodes.len() {
        faults.push(format!("{} lists of mentions for {} nodes", mentions.by_node.len(), report.nodes.len()));
    }
    for (node, mentions) in report.nodes.iter().zip(&mentions.by_node) {
        let text: Vec<char> = node.text.chars().collect();
        for mention in mentions {
            let cut: Option<String> = text.get(mention.start..mention.end).map(|cut| cut.iter().collect());
            if cut.as_deref() != Some(mention.text.as_str()) {
                faults.push(format!(
                    "{}: {:?} {}..{} is said to be “{}”, but cuts out {cut:?}",
                    node.id, mention.kind, mention.start, mention.end, mention.text
                ));
            }
        }
    }
    faults
}
