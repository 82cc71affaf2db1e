//! Chooses what each block is, by a beam search over numbering hypotheses.
//!
//! Each block may be a paragraph, an item, a heading, an unnumbered paragraph, the continuation of
//! the one before …; each reading has a cost in the state that the blocks before have left, and the
//! cheapest path over the whole document wins. So an agenda list that restarts at 1 inside
//! paragraph 7 is a list because paragraph 8 follows it, and a bare bullet is paragraph 8 because
//! 7 and 9 stand around it. A greedy pattern cannot know either. The costs are in `cost`, what a
//! choice does to the state in `step`.

use super::block::Block;
use super::cost::{Habits, View};
use super::marker::Marker;
use super::state::State;
use std::collections::HashMap;

/// States kept after each block. Measured on real reports: from 8 on the result does not change.
const BEAM: usize = 32;

/// What a block was chosen to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// Goes on with the block before.
    Continuation,
    /// A numbered paragraph; the marker is `None` where the number was lost.
    Paragraph { number: u32, marker: Option<Marker> },
    /// An item of the list at this depth, from 0.
    Item { depth: usize, marker: Marker },
    /// A line of a list without labels.
    ListLine,
    /// A paragraph without a number.
    Unnumbered,
    /// A heading; the marker is `None` where it has no label.
    Heading { level: Level, marker: Option<Marker> },
    /// The title of a heading whose label stood alone.
    Title,
    /// An annex or appendix; `inner` inside another annex.
    Annex { marker: Marker, inner: bool },
    /// A row of a table.
    Row,
}

/// Levels of headings, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Part one
    Part,
    /// Chapter I, or I.
    Chapter,
    /// A.
    Letter,
    /// 1.
    Figure,
    /// (a)
    Paren,
    /// Without a label.
    Plain,
}

/// The choice for each block, and by how much the best reading of the whole beat the second.
pub struct Choices {
    /// Parallel to the blocks.
    pub choices: Vec<Choice>,
}

struct Step {
    before: Option<usize>,
    choice: Choice,
}

struct Candidate {
    state: State,
    cost: f32,
    step: Option<usize>,
}

/// Finds the cheapest reading of all blocks.
pub fn search(blocks: &[Block]) -> Choices {
    let habits = Habits::of(blocks);
    let mut steps: Vec<Step> = Vec::with_capacity(blocks.len() * BEAM);
    let mut beam = vec![Candidate { state: State::start(), cost: 0.0, step: None }];
    for (at, block) in blocks.iter().enumerate() {
        let mut next: Vec<(State, f32, usize, Choice)> = Vec::with_capacity(beam.len() * 6);
        let view = View { block, next: blocks.get(at + 1), habits: &habits };
        for (from, candidate) in beam.iter().enumerate() {
            view.readings(&candidate.state, &mut |choice, cost| {
                let state = view.after(&candidate.state, &choice);
                next.push((state, candidate.cost + cost, from, choice));
            });
        }
        next.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut kept: HashMap<State, ()> = HashMap::with_capacity(BEAM);
        let mut survivors = Vec::with_capacity(BEAM);
        for (state, cost, from, choice) in next {
            if survivors.len() == BEAM {
                break;
            }
            if kept.insert(state, ()).is_some() {
                continue;
            }
            steps.push(Step { before: beam[from].step, choice });
            survivors.push(Candidate { state, cost, step: Some(steps.len() - 1) });
        }
        beam = survivors;
    }
    let mut choices = Vec::with_capacity(blocks.len());
    let mut at = beam.first().and_then(|best| best.step);
    while let Some(index) = at {
        choices.push(steps[index].choice.clone());
        at = steps[index].before;
    }
    choices.reverse();
    Choices { choices }
}
