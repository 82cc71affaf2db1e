//! Each stage in plain lines, for those who look for where a result went wrong.

use crate::align::{Alignment, Pair};
use crate::mentions::Annotated;
use crate::read::{Road, SourceText, called_again};
use crate::remark::Remark;
use crate::render::clean;
use crate::report::{Node, Report};
use std::fmt::Write as _;

/// `line  page  left  size  look  text` for every line of the source.
pub fn source(source: &SourceText) -> String {
    let info = &source.info;
    let pages = info.pages.map_or("none".to_string(), |pages| pages.to_string());
    let wrapped = if source.wrapped { "printed lines" } else { "whole paragraphs" };
    let mut out = format!(
        "# {}: {}, pages: {pages}, {wrapped}, sha256 {}\n# line  page  left  size  look  text\n",
        clean::one_line(&info.path),
        info.format,
        info.sha256
    );
    for page in &source.pages {
        let road = page.road.map_or("not read", Road::name);
        let why =
            if page.why.is_empty() { String::new() } else { format!(": {}", clean::one_line(&page.why)) };
        let _ = writeln!(out, "# page {} {road}{why}", page.number);
    }
    for (index, line) in source.lines.iter().enumerate() {
        let mut look = String::new();
        for (is, sign) in [(line.bold, 'b'), (line.bullet, '*'), (line.gap, '^')] {
            look.push(if is { sign } else { '-' });
        }
        if line.heading > 0 {
            let _ = write!(look, "{}", line.heading);
        }
        let _ = write!(
            out,
            "{index:>6} {:>5} {:>5.0} {:>5.1}  {look:<4}  {}",
            line.page,
            line.left,
            line.size,
            clean::one_line(&line.text)
        );
        for (at, sign) in &line.calls {
            let _ = write!(
                out,
                "  [^{}@{at}]",
                clean::one_line(called_again(sign).map_or(sign, |(sign, _)| sign))
            );
        }
        out.push('\n');
    }
    out + &remarks(source.remarks.iter())
}

fn remarks<'a>(remarks: impl Iterator<Item = &'a Remark>) -> String {
    let line = |remark: &Remark| {
        let (at, message) = (clean::one_line(&remark.at), clean::one_line(&remark.message));
        format!("! {} {at}: {message}\n", remark.code)
    };
    remarks.map(line).collect()
}

/// Every node with its fields.
pub fn structure(report: &Report) -> String {
    let mut out = String::new();
    for node in &report.nodes {
        let kind = format!("{:?}", node.kind).to_lowercase();
        let number = node.number.as_deref().unwrap_or("-");
        let inferred = if node.number_inferred { " (worked out)" } else { "" };
        let _ = writeln!(
            out,
            "{}\n    {kind}, number {}{inferred}, under {}, in {}, page {}",
            node.id,
            clean::one_line(number),
            node.parent.as_deref().unwrap_or("-"),
            node.part,
            node.page,
        );
        let places: Vec<String> =
            node.places.iter().map(|place| format!("{}:{}-{}", place.line, place.start, place.end)).collect();
        let _ = writeln!(out, "    lines {}", places.join(" "));
        for call in &node.notes {
            let _ = writeln!(out, "    calls {} at {}", call.id, call.at);
        }
        let _ = writeln!(out, "    {}", clean::one_line(&node.text));
    }
    for piece in &report.furniture {
        let _ = writeln!(out, "- {} (page {}): {}", piece.what, piece.page, clean::one_line(&piece.text));
    }
    out + &remarks(report.remarks.iter())
}

/// `node  kind  start-end  value  "text"  attributes  rule`, separated by tabs.
pub fn mentions(annotated: &Annotated) -> String {
    let mut out = String::new();
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        for mention in mentions {
            let attributes: Vec<String> =
                mention.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let cells = [
                node.id.clone(),
                mention.kind.name().to_string(),
                format!("{}-{}", mention.start, mention.end),
                mention.value.clone(),
                format!("“{}”", mention.text),
                attributes.join(", "),
                mention.rule.to_string(),
            ];
            let cells: Vec<String> = cells.iter().map(|cell| clean::one_line(cell)).collect();
            let _ = writeln!(out, "{}", cells.join("\t"));
        }
    }
    out + &remarks(annotated.mentions.remarks.iter())
}

/// `old → new  confidence  why`, one pair on a line.
pub fn alignment(alignment: &Alignment, old: &Report, new: &Report) -> String {
    let mut out = String::new();
    for pair in &alignment.pairs {
        let Pair { moved, confidence, why, .. } = pair;
        let moved = if *moved { "moved" } else { "" };
        let ids = format!("{} → {}", names(&pair.old, &old.nodes), names(&pair.new, &new.nodes));
        let _ = writeln!(out, "{ids:<24} {confidence:.2}  {moved:<5}  {}", clean::one_line(why));
    }
    out
}

fn names(indices: &[usize], nodes: &[Node]) -> String {
    let names: Vec<&str> =
        indices.iter().filter_map(|at| nodes.get(*at)).map(|node| node.id.as_str()).collect();
    if names.is_empty() { "–".to_string() } else { names.join("+") }
}
