//! Made-up reports, their revisions, and the truth about them: which node answers to which.
//!
//! Hard where real revisions are hard: families of template sentences, near duplicates, short
//! paragraphs, lost numbers, headings in other words, lists, notes, annexes that count from 1 again;
//! paragraphs that went, came, moved alone, in rows and with their sections, split, merged, and were
//! edited on top of it, up to three words in ten.

// Each test binary that includes this file needs another part of it.
#![allow(dead_code)]

mod edits;
pub mod vocabulary;
mod write;

use crate::dice::Dice;
use edits::Editor;
use std::collections::BTreeSet;
use travaux::report::{NodeKind, Report};
use vocabulary::{MONTHS, ORDINALS, PROCEDURAL, STATES, Topic};

/// A node before it has its number.
#[derive(Debug, Clone)]
pub struct Piece {
    pub kind: NodeKind,
    /// Headings: 1 or 2. The heading of an annex: 0.
    pub level: usize,
    pub text: String,
    /// A note that its end calls.
    pub note: Option<Box<Piece>>,
    /// Which pieces of OLD it is made of; empty where it is new.
    pub from: Vec<usize>,
    /// Planted out of order.
    pub moved: bool,
    /// One sentence of a series: its discriminators are left as they are.
    pub family: bool,
    /// A part of a paragraph that was split.
    pub half: bool,
    /// Of which section, from 0.
    pub section: usize,
}

impl Piece {
    fn new(kind: NodeKind, text: String, section: usize) -> Self {
        let from = Vec::new();
        Piece { kind, level: 0, text, note: None, from, moved: false, family: false, half: false, section }
    }
    fn heading(level: usize, text: &str, section: usize) -> Self {
        Piece { level, ..Piece::new(NodeKind::Heading, text.to_owned(), section) }
    }
    pub fn is_paragraph(&self) -> bool {
        matches!(self.kind, NodeKind::Paragraph | NodeKind::Unnumbered)
    }
}

/// A link: identifiers in OLD and NEW.
pub type Link = (String, String);

/// Two versions and what became of each node.
pub struct Drafts {
    pub old: Report,
    pub new: Report,
    /// Everything that answers to something.
    pub links: BTreeSet<Link>,
    /// Those of them that were moved; items go with their paragraphs and are not counted.
    pub moved: BTreeSet<Link>,
    /// Those of them that are of a split or a merge.
    pub parts: BTreeSet<Link>,
}

/// What a pair of drafts is made like.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// About how many paragraphs.
    pub size: usize,
    /// How often things happen, in per cent of the usual.
    pub severity: usize,
    /// Paragraphs of one sentence: less of everything, for many documents.
    pub terse: bool,
}

/// A report and its revision. The same seed and plan make the same.
pub fn drafts(seed: u64, plan: Plan) -> Drafts {
    for round in 0.. {
        let mut dice = Dice::new(seed.wrapping_mul(1_000).wrapping_add(round));
        let old = report(&mut dice, plan);
        let new = Editor { dice: &mut dice, plan }.revise(&old);
        // What jumped over less than twice itself might as well have stayed: no truth to find.
        if new.iter().enumerate().all(|(at, piece)| !piece.moved || edits::clear(&new, at)) {
            return write::drafts(&mut dice, &old, &new);
        }
    }
    unreachable!("a round without such a move comes")
}

/// The pieces of a report of about so many paragraphs.
fn report(dice: &mut Dice, plan: Plan) -> Vec<Piece> {
    let size = plan.size;
    let mut out: Vec<Piece> = Vec::new();
    let mut section = 0;
    if dice.below(4) == 0 {
        let topic = Topic::new(dice, plan.terse);
        out.extend((0..2 + dice.below(5)).map(|_| {
            let text =
                format!("Recalling {},", topic.sentence(dice).trim_end_matches('.').replace(". ", ", "));
            Piece::new(NodeKind::Unnumbered, text, 0)
        }));
    }
    let count = |out: &[Piece]| out.iter().filter(|piece| piece.is_paragraph()).count();
    let annexes = if plan.terse { dice.below(5) / 4 } else { dice.below(3) };
    let body = size * 10 / (10 + 2 * annexes);
    for part in 0..=annexes {
        let until = if part == 0 { body } else { count(&out) + (size / 8).max(2) };
        if part > 0 {
            section += 1;
            out.push(Piece::heading(0, "Annex", section));
        }
        while count(&out) < until {
            section += 1;
            let topic = Topic::new(dice, plan.terse);
            let procedural = part == 0 && section <= PROCEDURAL.len() && dice.below(3) > 0;
            let title = if procedural {
                PROCEDURAL[section - 1][0].to_owned()
            } else {
                let title = topic.thing(dice).replacen("the ", "", 1);
                title[..1].to_uppercase() + &title[1..]
            };
            let level = if section > 1 && dice.below(3) > 0 { 2 } else { 1 };
            out.push(Piece::heading(level, &title, section));
            fill(dice, &topic, section, plan.terse, &mut out);
        }
    }
    for (at, piece) in out.iter_mut().enumerate() {
        piece.from = vec![at];
    }
    out
}

/// The paragraphs of a section.
fn fill(dice: &mut Dice, topic: &Topic, section: usize, terse: bool, out: &mut Vec<Piece>) {
    let from = out.len();
    for _ in 0..if terse { 1 + dice.below(3) } else { 2 + dice.below(8) } {
        let text = match dice.below(20) {
            0 if out.len() > from + 1 => {
                let other = out[from + 1 + dice.below(out.len() - from - 1)].text.clone();
                edits::words(dice, topic, &other, 25)
            }
            _ => topic.paragraph(dice),
        };
        let mut piece = Piece::new(NodeKind::Paragraph, text, section);
        if dice.below(8) == 0 {
            piece.note = Some(Box::new(Piece::new(NodeKind::Footnote, note(dice, topic), section)));
        }
        let items = if dice.below(9) == 0 { 2 + dice.below(5) } else { 0 };
        if items > 0 {
            piece.text = piece.text.trim_end_matches('.').to_owned() + ":";
        }
        out.push(piece);
        for _ in 0..items {
            let text = format!("{} {};", topic.thing(dice), topic.thing(dice));
            out.push(Piece::new(NodeKind::Item, text, section));
        }
    }
    if dice.below(4) == 0 {
        let (kind, first) = (dice.below(4), dice.below(9));
        for rank in 0..3 + dice.below(4) {
            let text = member(dice, topic, kind, first + rank);
            out.push(Piece { family: true, ..Piece::new(NodeKind::Paragraph, text, section) });
        }
    }
    if dice.below(12) == 0 {
        for _ in 0..2 + dice.below(5) {
            let text = format!("{} | {} | {}", dice.pick(STATES), topic.thing(dice), 10 + dice.below(90_000));
            out.push(Piece::new(NodeKind::TableRow, text, section));
        }
    }
}

/// One sentence of a series, told from the others by its ordinal, date or symbol and a few words.
fn member(dice: &mut Dice, topic: &Topic, kind: usize, rank: usize) -> String {
    let ordinal = ORDINALS[rank % ORDINALS.len()];
    let month = MONTHS[rank % MONTHS.len()];
    let day = 1 + (rank * 7) % 20;
    match kind {
        0 => format!(
            "At its {ordinal} substantive session, held from {day} to {} {month} 2031, the Working Group \
             held {} meetings and considered {}.",
            day + 4,
            ORDINALS.len() - rank,
            topic.thing(dice)
        ),
        1 => format!(
            "At the {ordinal} meeting, on {day} {month}, statements were made by the representatives of {} \
             and {}.",
            dice.pick(STATES),
            dice.pick(STATES)
        ),
        2 => format!(
            "The Committee had before it the report of the Secretary-General on {} (A/86/{}).",
            topic.thing(dice),
            100 + 13 * rank
        ),
        _ => format!(
            "For the discussion of agenda item {}, entitled “{}”, the Board had before it document \
             A/AC.999/2031/CRP.{}.",
            rank + 3,
            topic.thing(dice),
            rank + 1
        ),
    }
}

fn note(dice: &mut Dice, topic: &Topic) -> String {
    match dice.below(4) {
        0 => format!("See A/86/{}, para. {}.", 10 + dice.below(400), 1 + dice.below(90)),
        1 => format!("Resolution 8{}/{}, annex.", dice.below(6), 1 + dice.below(300)),
        2 => "Ibid.".to_owned(),
        _ => topic.sentence(dice),
    }
}
