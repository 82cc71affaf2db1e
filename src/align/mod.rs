//! Two reports → [`Alignment`]: which paragraph answers to which, and why.
//!
//! Numbers propose, words confirm. In order:
//!
//! 1. `text`, `vector`, `unit`: two normal forms of each text, raw and masked, as tf-idf vectors.
//! 2. `candidates`, `score`: the ten nearest of each unit, both ways, compared once each.
//! 3. `chain`: pairs that are sure, and the heaviest increasing chain of them, are the anchors.
//! 4. `gap`: between anchors the best pairs that keep the order, helped by numbers and headings.
//! 5. `moves`: strong pairs that no order can hold; what they push aside is fitted again.
//! 6. `heading`: headings by what they hold. `series`: alike sentences by their order, where nothing
//!    else tells them apart. `officers`: persons who were replaced in a list.
//! 7. `split`, `passage`: one that became several; a weak pair yields to it. `gap`: what is left, if it was
//!    rewritten in place; blanks that were filled.
//! 8. `notes`: footnotes, by clear likeness and by the paragraphs that call them.
//! 9. `why`, `assemble`: the reasons, and the pairs in reading order.
//!
//! The way back is the way there: which report is looked at first is decided by what it says (`unit`),
//! and the result is turned round where that is NEW.
//!
//! The cost grows with the number of nodes, not with its square: [`Alignment::scored`] counts.
//! The constants come from trials with prototypes on synthetic revisions of reports and on
//! human-aligned essay drafts, and from the made-up revisions of `tests/drafts.rs`, which prints what is
//! found: on 600 of these (insertions, deletions, moves, splits in two and three, merges, up to three
//! words in ten edited, all numbers changed) F1 of paragraphs .999, moves P 1.000 R .983, splits and
//! merges P 1.000 R .993; where twice as much happens at once moves R .970, the rest .98 and more.
//!
//! What it cannot do yet: say which sentence of one template went when their ordinals changed too
//! (the last one is taken to have gone), or follow a paragraph into a list or a table.

mod assemble;
mod candidates;
mod chain;
mod gap;
mod heading;
mod links;
mod moves;
mod notes;
mod numbering;
mod officers;
mod passage;
mod score;
mod series;
mod split;
mod text;
mod unit;
mod vector;
mod why;

pub use numbering::{Run, renumbering};

use crate::mentions::Annotated;
use assemble::{Joined, Placed};
use candidates::Candidates;
use chain::{Cell, heaviest};
use gap::{Context, Gap, gaps, gaps_behind_moved, join_in_order};
use links::{Links, Reason};
use score::Scorer;
use split::Parts;
use unit::Units;

/// Which nodes answer to which: either side may be empty, never both.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// In the order of NEW; a deleted one where it stood in OLD.
    pub pairs: Vec<Pair>,
    /// How many pairs of texts were compared: what the work is measured by.
    pub scored: usize,
}

/// One or more nodes of OLD and what answers to them in NEW (indices into `Report::nodes`).
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Nodes of OLD, in reading order.
    pub old: Vec<usize>,
    /// Nodes of NEW, in reading order.
    pub new: Vec<usize>,
    /// True where the pair fell off the heaviest increasing chain.
    pub moved: bool,
    /// How sure we are, 0..=1.
    pub confidence: f64,
    /// The reason in words: "text 0.94, margin 0.31, number fits the shift of +1, same heading".
    pub why: String,
}

/// Aligns two reports. Masthead nodes take no part.
pub fn align(old: &Annotated, new: &Annotated) -> Alignment {
    let (units, flipped) = Units::of(&old.report, &new.report);
    let reports = if flipped { [&new.report, &old.report] } else { [&old.report, &new.report] };
    let mut body = Scorer::new(&units.body[0], &units.body[1]);
    let candidates = Candidates::of(&mut body);
    let mut links = join_body(&mut body, &candidates);
    let parts = split::parts(&mut body, &mut links);
    let in_order = moves::in_order(&units.body[0], &units.body[1], &links, &mut body);
    let nodes: Vec<(usize, usize)> =
        links.all().iter().map(|&(i, j)| (units.body[0][i].node, units.body[1][j].node)).collect();
    let body = Joined { scorer: body, candidates, links, in_order, parts };

    let mut notes = Scorer::new(&units.notes[0], &units.notes[1]);
    let candidates = Candidates::of(&mut notes);
    let links = notes::join(&mut notes, &candidates, &nodes, reports);
    // Notes are numbered by their calls: a note out of order has not moved, its call has.
    let in_order = links.all();
    let notes = Joined { scorer: notes, candidates, links, in_order, parts: Parts::default() };

    let scored = body.scorer.count() + notes.scorer.count();
    let mut placed: Vec<Placed> = Vec::new();
    for list in [body, notes] {
        placed.extend(if flipped { list.flipped() } else { list }.pairs());
    }
    placed.sort_by_key(|placed| placed.0);
    Alignment { pairs: placed.into_iter().map(|placed| placed.1).collect(), scored }
}

/// The likeness and the margin from which on a pair of mutual best candidates is an anchor.
const ANCHOR: f64 = 0.6;
const ANCHOR_MARGIN: f64 = 0.05;

fn join_body(scorer: &mut Scorer, candidates: &Candidates) -> Links {
    let (old, new) = (scorer.old, scorer.new);
    let sizes = (old.len(), new.len());
    let anchors = anchors(scorer, candidates);
    let mut links = Links::none(sizes.0, sizes.1);
    let anchored = |links: &mut Links| anchors.iter().for_each(|&(i, j)| links.join(i, j, Reason::Words));
    anchored(&mut links);
    // Twice: headings and parents that find their partner in the first round guide the second.
    for _ in 0..2 {
        let context = Context::of(scorer, &links);
        links = Links::none(sizes.0, sizes.1);
        anchored(&mut links);
        let free = gaps(&anchors, &links, sizes.0, sizes.1);
        join_in_order(scorer, candidates, &context, &free, &mut links);
    }
    // Twice: the items of a moved paragraph know their parent's partner in the second round.
    for _ in 0..2 {
        let context = Context::of(scorer, &links);
        moves::join_moved(scorer, candidates, &context, &mut links);
        let chain = moves::in_order(old, new, &links, scorer);
        let context = Context::of(scorer, &links);
        let free = gaps(&chain, &links, sizes.0, sizes.1);
        join_in_order(scorer, candidates, &context, &free, &mut links);
        for gap in gaps_behind_moved(scorer, &chain, &links) {
            join_in_order(scorer, candidates, &context, &[gap], &mut links);
        }
    }
    heading::by_content(old, new, &mut links);
    let context = Context::of(scorer, &links);
    series::by_order(scorer, candidates, &context, &mut links);
    officers::replaced(old, new, &mut links);
    // What went into a neighbour's partner fills no gap.
    let parts = split::parts(scorer, &mut links);
    let chain = moves::in_order(old, new, &links, scorer);
    let context = Context::of(scorer, &links);
    let but_parts = |mut gaps: Vec<Gap>| {
        for gap in &mut gaps {
            gap.old.retain(|i| !parts.hold_old(*i));
            gap.new.retain(|j| !parts.hold_new(*j));
        }
        gaps
    };
    let free = but_parts(gaps(&chain, &links, sizes.0, sizes.1));
    gap::fill(scorer, &context, &free, gap::REWRITTEN, &mut links);
    let free = but_parts(gaps_behind_moved(scorer, &chain, &links));
    gap::fill(scorer, &context, &free, gap::REWRITTEN_BEHIND, &mut links);
    heading::by_content(old, new, &mut links);
    links
}

/// The sure pairs, and of these the heaviest chain that keeps the order.
fn anchors(scorer: &mut Scorer, candidates: &Candidates) -> Vec<(usize, usize)> {
    let (old, new) = (scorer.old, scorer.new);
    let mut cells: Vec<Cell> = Vec::new();
    for (i, row) in candidates.rows.iter().enumerate() {
        let Some(&(j, rank)) = row.first() else { continue };
        if rank < ANCHOR || candidates.columns[j].first().is_none_or(|best| best.0 != i) {
            continue;
        }
        let only = old[i].forms.key == new[j].forms.key && candidates.copies[i] == (1, 1);
        if only || rank - candidates.rival(i, j).0 >= ANCHOR_MARGIN {
            cells.push(Cell::new(i, j, moves::weight(&old[i], &new[j], rank)));
        }
    }
    heaviest(&cells).iter().map(|cell| (cell.i, cell.j)).collect()
}
