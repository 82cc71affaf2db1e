//! A report with its mentions → [`Page`]: the report as it was read.
//!
//! ```text
//!   p12        The Committee met from ‹3 to 7 June 2019›. [1]
//!              → date 2019-06-03/2019-06-07                      page 3
//! ```

use super::view::{Block, Entry, Field, Page, Paragraph, Role, Run, plain};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::remark::Remark;
use crate::report::{Furniture, Masthead, Node, NodeKind, Report};

/// The page of one report.
pub fn page(annotated: &Annotated) -> Page {
    let report = &annotated.report;
    let mut blocks = vec![title(report), Block::Fields(masthead(&report.masthead))];
    let mentions: usize = annotated.mentions.by_node.iter().map(Vec::len).sum();
    let legend = if mentions > 0 { vec![Run::new(Role::Marked, "a mention")] } else { Vec::new() };
    blocks.push(Block::Section { title: "TEXT".to_string(), aside: legend });
    let none = Vec::new();
    let mut page = 0;
    let depths = depths(report);
    for (index, node) in report.nodes.iter().enumerate() {
        let mentions = annotated.mentions.by_node.get(index).unwrap_or(&none);
        // The page is told where it turns.
        let turned = (node.page > 0 && node.page != page).then(|| format!("page {}", node.page));
        page = node.page;
        let paragraph = paragraph(node, mentions, turned, depths[index]);
        blocks.push(match node.kind {
            NodeKind::Heading => {
                Block::Heading { label: paragraph.label, note: paragraph.note, runs: paragraph.runs }
            }
            _ => Block::Paragraph(paragraph),
        });
    }
    blocks.extend(furniture(&report.furniture));
    blocks.extend(remarks(annotated.remarks()));
    Page { blocks }
}

fn title(report: &Report) -> Block {
    let source = &report.source;
    let reissued = report.masthead.reissued.is_some();
    let symbol = report.masthead.symbol.as_ref();
    let symbol = symbol.map(|symbol| if reissued { format!("{symbol}*") } else { symbol.clone() });
    // Without a symbol the path is the title; it is not said twice.
    let mut file = vec![source.path.clone()];
    let name = symbol.unwrap_or_else(|| file.remove(0));
    if !source.format.is_empty() {
        file.push(source.format.clone());
    }
    match source.pages {
        Some(1) => file.push("1 page".to_owned()),
        Some(pages) => file.push(format!("{pages} pages")),
        None => {}
    }
    let file = file.join(", ");
    let count = |kind| report.nodes.iter().filter(|node| node.kind == kind).count();
    let counts = [
        (count(NodeKind::Paragraph), "numbered paragraph"),
        (count(NodeKind::Unnumbered), "unnumbered"),
        (count(NodeKind::Heading), "heading"),
        (count(NodeKind::Item), "item"),
        (count(NodeKind::TableRow), "table row"),
        (count(NodeKind::Footnote), "footnote"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, name)| match (*number, *name) {
            (1, _) | (_, "unnumbered") => format!("{number} {name}"),
            _ => format!("{number} {name}s"),
        })
        .collect();
    let mut lines = vec![name, file, counts.join(" · ")];
    lines.retain(|line| !line.is_empty());
    Block::Title { lines, aside: None }
}

fn masthead(masthead: &Masthead) -> Vec<Field> {
    let rows = [
        ("Symbol", &masthead.symbol),
        ("Distribution", &masthead.distribution),
        ("Issued", &masthead.issued),
        ("Reissued", &masthead.reissued),
        ("Original", &masthead.original),
        ("Organ", &masthead.organ),
        ("Body", &masthead.body),
        ("Session", &masthead.session),
        ("Dates", &masthead.dates),
        ("Agenda item", &masthead.agenda_item),
        ("Title", &masthead.title),
        ("Submitted by", &masthead.submitted_by),
        ("Job number", &masthead.job_number),
    ];
    // One line of the page may hold the session and its dates: it is shown once.
    let mut said: Vec<&String> = Vec::new();
    rows.into_iter()
        .filter(|(_, value)| match value {
            Some(value) if said.contains(&value) => false,
            Some(value) => {
                said.push(value);
                true
            }
            None => false,
        })
        .filter_map(|(label, value)| {
            let entries = vec![Entry::Text(plain(value.as_ref()?.as_str()))];
            Some(Field { label: label.to_string(), entries })
        })
        .collect()
}

/// How deep each item stands below the paragraph that holds it.
fn depths(report: &Report) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(report.nodes.len());
    for (index, node) in report.nodes.iter().enumerate() {
        let parent = node
            .parent
            .as_deref()
            .filter(|_| matches!(node.kind, NodeKind::Item | NodeKind::TableRow))
            .and_then(|parent| report.nodes[..index].iter().rposition(|other| other.id == parent));
        let depth = match parent {
            Some(at) if report.nodes[at].kind != NodeKind::Heading => depths[at] + 1,
            _ => 0,
        };
        depths.push(depth);
    }
    depths
}

fn paragraph(node: &Node, mentions: &[Mention], note: Option<String>, depth: usize) -> Paragraph {
    let mut runs = Vec::new();
    match (node.kind, &node.number) {
        (NodeKind::Heading, Some(number)) => runs.push(Run::new(Role::Heading, format!("{number}. "))),
        (NodeKind::Item | NodeKind::Footnote, Some(number)) => {
            // "(a)" and "*" end by themselves.
            let stop = if number.ends_with([')', '*']) { "" } else { "." };
            runs.push(Run::new(Role::Muted, format!("{number}{stop} ")));
        }
        _ => {}
    }
    let plain = if node.kind == NodeKind::Heading { Role::Heading } else { Role::Equal };
    runs.extend(marked(node, mentions, plain));
    if !mentions.is_empty() {
        let list: Vec<String> = mentions.iter().map(described).collect();
        runs.push(Run::new(Role::Muted, format!("\n→ {}", list.join(" · "))));
    }
    // The tilde is the sign of the outline for a number that was worked out.
    let inferred = if node.number_inferred { "~" } else { "" };
    let label = format!("{inferred}{}", node.id);
    Paragraph { label, runs, note, depth, ..Paragraph::default() }
}

/// The words with their mentions and footnote calls marked. Where mentions overlap ("blank inside
/// a date"), the first one is marked and the other only listed.
fn marked(node: &Node, mentions: &[Mention], plain: Role) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut put = |role: Role, character: char| match out.last_mut() {
        Some(last) if last.role == role => last.text.push(character),
        _ => out.push(Run::new(role, character)),
    };
    let mut calls = node.notes.iter().peekable();
    let mut mentions = mentions.iter().peekable();
    let length = node.text.chars().count();
    for (at, character) in node.text.chars().map(Some).chain([None]).enumerate() {
        while let Some(call) = calls.next_if(|call| call.at <= at || at >= length) {
            for sign in format!("[{}]", call.id.trim_start_matches("fn")).chars() {
                put(Role::Muted, sign);
            }
        }
        while mentions.next_if(|mention| mention.end <= at).is_some() {}
        let inside = mentions.peek().is_some_and(|mention| mention.start <= at);
        if let Some(character) = character {
            put(if inside { Role::Marked } else { plain }, character);
        }
    }
    out
}

fn described(mention: &Mention) -> String {
    let kind = match mention.kind {
        MentionKind::CrossReference => "refers to".to_owned(),
        other => other.name().replace('_', " "),
    };
    match mention.attributes.get("type").filter(|_| mention.kind == MentionKind::Placeholder) {
        Some(what) => format!("{kind} ({what}) {}", mention.value),
        None => format!("{kind} {}", mention.value),
    }
}

fn furniture(furniture: &[Furniture]) -> Vec<Block> {
    if furniture.is_empty() {
        return Vec::new();
    }
    let mut fields: Vec<Field> = Vec::new();
    for piece in furniture {
        let entry = match piece.page {
            0 => Entry::Text(plain(piece.text.as_str())),
            page => Entry::Placed { place: format!("p. {page}"), runs: plain(piece.text.as_str()) },
        };
        match fields.iter_mut().find(|field| field.label == piece.what) {
            Some(field) => field.entries.push(entry),
            None => fields.push(Field { label: piece.what.to_string(), entries: vec![entry] }),
        }
    }
    vec![Block::Section { title: "SET ASIDE".to_string(), aside: Vec::new() }, Block::Fields(fields)]
}

fn remarks<'a>(remarks: impl Iterator<Item = &'a Remark>) -> Vec<Block> {
    let fields: Vec<Field> = remarks
        .map(|remark| {
            let mut runs = plain(remark.message.as_str());
            if let Some(hint) = &remark.hint {
                runs.push(Run::new(Role::Equal, format!(" ({hint})")));
            }
            runs.push(Run::new(Role::Muted, format!(" [{}]", remark.code)));
            Field { label: remark.at.clone(), entries: vec![Entry::Text(runs)] }
        })
        .collect();
    if fields.is_empty() {
        return Vec::new();
    }
    vec![Block::Section { title: "REMARKS".to_string(), aside: Vec::new() }, Block::Fields(fields)]
}
