//! Pieces → two reports with numbers and identifiers, and the truth in identifiers.

use super::{Drafts, Link, Piece};
use crate::dice::Dice;
use std::collections::{BTreeMap, BTreeSet};
use travaux::report::{Call, Node, NodeKind, Report};

/// Writes both sides and what is true of them.
pub fn drafts(dice: &mut Dice, old: &[Piece], new: &[Piece]) -> Drafts {
    let olds = side(dice, old);
    let news = side(dice, new);
    let mut drafts = Drafts {
        old: olds.report,
        new: news.report,
        links: BTreeSet::new(),
        moved: BTreeSet::new(),
        parts: BTreeSet::new(),
    };
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    new.iter().flat_map(|piece| &piece.from).for_each(|from| *times.entry(*from).or_default() += 1);
    for (at, piece) in new.iter().enumerate() {
        for from in &piece.from {
            let link: Link = (olds.ids[*from].clone(), news.ids[at].clone());
            if let (Some(a), Some(b)) = (&olds.notes[*from], &news.notes[at])
                && old[*from].note.is_some()
            {
                drafts.links.insert((a.clone(), b.clone()));
            }
            if piece.moved && piece.kind != NodeKind::Item {
                drafts.moved.insert(link.clone());
            }
            if piece.from.len() > 1 || times[from] > 1 {
                drafts.parts.insert(link.clone());
            }
            drafts.links.insert(link);
        }
    }
    drafts
}

struct Side {
    report: Report,
    /// The identifier of each piece, and of its note.
    ids: Vec<String>,
    notes: Vec<Option<String>>,
}

fn side(dice: &mut Dice, pieces: &[Piece]) -> Side {
    let mut report = Report::default();
    let mut footnotes: Vec<Node> = Vec::new();
    let (mut ids, mut notes) = (Vec::new(), Vec::new());
    let mut part = "body".to_owned();
    let (mut annexes, mut tables, mut unnumbered) = (0, 0, 0);
    let (mut chapter, mut section, mut paragraph, mut item, mut row) = (0, 0, 0, 0, 0);
    let mut last_row = false;
    let (mut heading, mut upper, mut holder): (Option<String>, Option<String>, Option<String>) =
        (None, None, None);
    for piece in pieces {
        if piece.kind == NodeKind::Heading && piece.level == 0 {
            annexes += 1;
            part = format!("a{annexes}");
            (chapter, section, paragraph, unnumbered, tables) = (0, 0, 0, 0, 0);
        }
        let prefix = if part == "body" { String::new() } else { format!("{part}.") };
        let (id, number, parent) = match piece.kind {
            NodeKind::Heading if piece.level == 0 => {
                upper = Some(part.clone());
                heading = upper.clone();
                (part.clone(), None, None)
            }
            NodeKind::Heading if piece.level == 1 => {
                (chapter, section) = (chapter + 1, 0);
                let number = roman(chapter);
                let id = format!("{prefix}h{number}");
                upper = Some(id.clone());
                heading = upper.clone();
                (id, Some(number), (part != "body").then(|| part.clone()))
            }
            NodeKind::Heading => {
                section += 1;
                let number = letter(section);
                let above = format!("{prefix}h{}", roman(chapter));
                let id =
                    if chapter == 0 { format!("{prefix}h{number}") } else { format!("{above}.{number}") };
                heading = Some(id.clone());
                (id, Some(number.to_uppercase()), upper.clone())
            }
            NodeKind::Item => {
                item += 1;
                let above = holder.clone().unwrap_or_default();
                (format!("{above}.{}", letter(item)), Some(letter(item)), holder.clone())
            }
            NodeKind::TableRow => {
                if !last_row {
                    (tables, row) = (tables + 1, 0);
                }
                row += 1;
                (format!("{prefix}t{tables}.r{row}"), None, heading.clone())
            }
            NodeKind::Unnumbered => {
                unnumbered += 1;
                (format!("{prefix}u{unnumbered}"), None, heading.clone())
            }
            _ => {
                (paragraph, item) = (paragraph + 1, 0);
                let id = format!("{prefix}p{paragraph}");
                holder = Some(id.clone());
                // In some files numbers are lost, and worked out again or not.
                let lost = dice.below(12) == 0;
                (id, (!lost).then(|| paragraph.to_string()), heading.clone())
            }
        };
        last_row = piece.kind == NodeKind::TableRow;
        let mut node = node(id.clone(), piece, number, parent, &part);
        notes.push(piece.note.as_ref().map(|note| {
            let number = footnotes.len() + 1;
            let id = format!("fn{number}");
            node.notes.push(Call { at: node.text.chars().count(), id: id.clone() });
            footnotes.push(self::node(id.clone(), note, Some(number.to_string()), None, &part));
            id
        }));
        report.nodes.push(node);
        ids.push(id);
    }
    report.nodes.extend(footnotes);
    Side { report, ids, notes }
}

fn node(id: String, piece: &Piece, number: Option<String>, parent: Option<String>, part: &str) -> Node {
    Node {
        id,
        kind: piece.kind,
        number_inferred: false,
        number,
        parent,
        part: part.to_owned(),
        text: piece.text.clone(),
        page: 1,
        notes: Vec::new(),
        places: Vec::new(),
    }
}

fn letter(at: usize) -> String {
    let letter = (b'a' + ((at - 1) % 26) as u8) as char;
    letter.to_string().repeat((at - 1) / 26 + 1)
}

fn roman(number: usize) -> String {
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    {
        while left >= value {
            out += sign;
            left -= value;
        }
    }
    out
}
