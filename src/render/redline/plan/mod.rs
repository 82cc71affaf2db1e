//! The plan: what becomes of each paragraph of OLD, and what is put in between them.

mod arrivals;
mod departures;
mod edges;
mod pairing;

use super::atoms::Atoms;
use super::base::{Base, Spot};
use super::called::Called;
use super::ink::{Come, Ink, State};
use super::notes::{Notes, Reference};
use super::paragraph::{Anchor, Edit, Insert, What};
use super::template::Templates;
use crate::diff::{Comparison, Words};
use crate::read::Origin;
use crate::read::docx::tree::Element;
use crate::report::{NodeKind, Report};
use std::collections::{HashMap, HashSet};

pub(super) use pairing::{beside_name, printed};

/// Everything that is to be done.
#[derive(Default)]
pub(super) struct Plan {
    /// What becomes of paragraphs.
    pub edits: HashMap<u32, Edit>,
    /// New paragraphs and rows behind and before a paragraph, a row or a table.
    pub after: HashMap<u32, Vec<Element>>,
    pub before: HashMap<u32, Vec<Element>>,
    /// Rows that go.
    pub rows: HashSet<u32>,
}

/// What an earlier attempt taught.
#[derive(Debug, Clone, Default)]
pub(super) struct Lessons {
    /// Nodes of OLD or NEW (by side and identifier) whose pair is written as a whole taken out and a whole put in.
    pub whole: HashSet<(usize, String)>,
    /// Nodes of NEW whose number Word would not put in rightly by itself.
    pub typed: HashSet<String>,
}

/// A pair by the indices of its nodes.
#[derive(Debug, Clone)]
struct Pair {
    old: Vec<usize>,
    new: Vec<usize>,
    words: Vec<Words>,
    moved: bool,
    note: bool,
}

/// What becomes of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    InPlace,
    /// Taken out and put in anew.
    Replaced,
    Moved(usize),
    Deleted,
    Inserted,
}

/// Makes the plan.
pub(super) struct Planner<'a> {
    base: &'a Base,
    called: [&'a Called; 2],
    old: &'a Report,
    new: &'a Report,
    /// The reports as they were read, to whose texts the comparison speaks.
    read: [&'a Report; 2],
    pub ink: Ink,
    pub plan: Plan,
    pub notes: Notes,
    lessons: &'a Lessons,
    templates: Templates,
    /// The note of NEW that answers to one of OLD, by index.
    answers: HashMap<usize, usize>,
    /// The nodes that a paragraph holds.
    holds: HashMap<u32, Vec<usize>>,
    /// The atoms of each call of OLD: node, order.
    calls: HashMap<(usize, usize), Vec<Origin>>,
    /// Nodes of OLD that go.
    going: HashSet<usize>,
    /// New rows that make one table.
    table: Option<(String, Vec<usize>)>,
}

impl<'a> Planner<'a> {
    /// Nothing is planned yet.
    pub fn new(
        base: &'a Base,
        called: [&'a Called; 2],
        read: [&'a Report; 2],
        ink: Ink,
        lessons: &'a Lessons,
    ) -> Planner<'a> {
        let [old, new] = called.map(|called| &called.report);
        let mut holds: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, spot) in base.spots.iter().enumerate() {
            for paragraph in spot.iter().flat_map(|spot| &spot.paragraphs) {
                let inside = holds.entry(*paragraph).or_default();
                if inside.last() != Some(&at) {
                    inside.push(at);
                }
            }
        }
        let notes = Notes::of(base);
        let mut planner = Planner {
            base,
            called,
            old,
            new,
            read,
            ink,
            plan: Plan::default(),
            notes,
            lessons,
            templates: Templates::of(old, base),
            answers: HashMap::new(),
            holds,
            calls: HashMap::new(),
            going: HashSet::new(),
            table: None,
        };
        planner.find_calls();
        planner
    }

    fn find_calls(&mut self) {
        for (paragraph, nodes) in &self.holds {
            let Some(element) = self.base.element(*paragraph) else { continue };
            let owned: HashSet<Origin> = self.owned(*paragraph);
            let atoms = Atoms::of(element);
            let groups = atoms.calls(&|origin| owned.contains(&origin));
            // A node over several paragraphs: its calls cannot be told apart by counting, unless it has
            // all of them here.
            let called: Vec<(usize, usize)> = nodes
                .iter()
                .flat_map(|node| (0..self.old.nodes[*node].notes.len()).map(|order| (*node, order)))
                .collect();
            if groups.len() == called.len() {
                for (call, group) in called.into_iter().zip(groups) {
                    self.calls.insert(call, group.iter().map(|at| atoms.all[*at].origin).collect());
                }
            }
        }
    }

    /// The characters of a paragraph that were read as text or label.
    fn owned(&self, paragraph: u32) -> HashSet<Origin> {
        let nodes = self.holds.get(&paragraph).into_iter().flatten();
        let spots = nodes.filter_map(|node| self.base.spots[*node].as_ref());
        spots
            .flat_map(|spot| spot.chars.iter().copied().chain(spot.label.iter().map(|(_, origin)| *origin)))
            .filter(|origin| self.base.index.paragraph.get(&origin.element) == Some(&paragraph))
            .collect()
    }

    fn edit(&mut self, paragraph: u32) -> &mut Edit {
        if !self.plan.edits.contains_key(&paragraph) {
            let owned = self.owned(paragraph);
            self.plan.edits.insert(paragraph, Edit { owned, ..Edit::default() });
        }
        self.plan.edits.entry(paragraph).or_default()
    }

    /// Plans everything.
    pub fn run(&mut self, comparison: &Comparison) {
        let pairs = self.pairs(comparison);
        for pair in pairs.iter().filter(|pair| pair.note) {
            if let ([old], [new]) = (pair.old.as_slice(), pair.new.as_slice()) {
                self.answers.insert(*old, *new);
            }
        }
        let fates = self.fates(&pairs);
        for (pair, fate) in pairs.iter().zip(&fates) {
            if matches!(fate, Fate::Deleted | Fate::Replaced | Fate::Moved(_)) {
                self.going.extend(&pair.old);
            }
        }
        let mut place: Option<u32> = None;
        let mut on_first_page = true;
        for at in 0..pairs.len() {
            let (pair, mut fate) = (&pairs[at], fates[at]);
            let is_head = self.is_head(pair);
            if on_first_page && !is_head {
                // The text begins behind all of the first page, whose parts stand in any order.
                (place, on_first_page) = (None, false);
            }
            if pair.note {
                // What becomes of others, their calls say.
                if fate == Fate::InPlace {
                    self.in_place(pair);
                }
                continue;
            }
            if fate == Fate::InPlace && !self.in_place(pair) {
                fate = Fate::Replaced;
                self.going.extend(&pair.old);
            }
            let is_new_row = fate == Fate::Inserted || matches!(fate, Fate::Replaced | Fate::Moved(_));
            if !is_new_row {
                self.close_table(place);
            }
            match fate {
                Fate::InPlace => {}
                Fate::Deleted | Fate::Replaced => {
                    self.gone(&pair.old, State::Del);
                    if fate == Fate::Deleted {
                        self.section_goes(&pair.old);
                    }
                }
                Fate::Moved(number) => {
                    self.gone(&pair.old, State::Move(number));
                    self.left_behind(pair);
                }
                Fate::Inserted => {}
            }
            // Behind what stands before it, in OLD or on the way to NEW.
            if fate == Fate::InPlace || matches!(fate, Fate::Deleted | Fate::Replaced) && !on_first_page {
                let last = pair.old.iter().rev().find_map(|node| self.block(*node));
                let later = |last: &u32| on_first_page || place.is_none_or(|place| *last > place);
                place = last.filter(later).or(place);
            }
            if matches!(fate, Fate::Inserted | Fate::Replaced | Fate::Moved(_)) {
                let come = match fate {
                    Fate::Moved(number) => Come::Move(number),
                    _ => Come::Ins,
                };
                let next = pairs[at + 1..].iter().zip(&fates[at + 1..]);
                let next = next
                    .filter(|(_, fate)| **fate == Fate::InPlace)
                    .find_map(|(pair, _)| pair.old.first().copied());
                self.arrive(pair, come, place, next);
            }
        }
        self.close_table(place);
        self.notes_go();
        self.emptied();
        self.edges(comparison);
    }

    fn is_head(&self, pair: &Pair) -> bool {
        let olds = pair.old.iter().map(|at| self.old.nodes[*at].kind);
        olds.chain(pair.new.iter().map(|at| self.new.nodes[*at].kind)).any(|kind| kind == NodeKind::Masthead)
    }

    /// The paragraph, or the row, that a node ends in.
    fn block(&self, node: usize) -> Option<u32> {
        let spot = self.base.spots.get(node)?.as_ref()?;
        match spot.row.filter(|_| self.old.nodes[node].kind == NodeKind::TableRow) {
            Some(row) => Some(row),
            None => spot.paragraphs.last().copied(),
        }
    }

    /// The text of a node of NEW.
    pub fn text(&self, node: usize) -> &'a str {
        &self.new.nodes[node].text
    }

    /// Marks the words of a pair where it stands; false where that cannot be done.
    fn in_place(&mut self, pair: &Pair) -> bool {
        super::in_place::Marking::of(self, &pair.old, &pair.new, &pair.words).is_some_and(|marking| {
            marking.write(self);
            true
        })
    }
}

/// What marking a pair in place has to know.
impl<'a> Planner<'a> {
    pub fn spot(&self, node: usize) -> Option<&'a Spot> {
        self.base.spots.get(node)?.as_ref()
    }
    pub fn sides(&self) -> [&'a Report; 2] {
        [self.old, self.new]
    }
    pub fn base(&self) -> &'a Base {
        self.base
    }
    pub fn answer(&self, old: usize) -> Option<usize> {
        self.answers.get(&old).copied()
    }
    pub fn call_atoms(&self, node: usize, order: usize) -> Option<&Vec<Origin>> {
        self.calls.get(&(node, order))
    }
    pub fn nodes_in(&self, paragraph: u32) -> &[usize] {
        self.holds.get(&paragraph).map_or(&[], Vec::as_slice)
    }
    pub fn goes(&self, node: usize) -> bool {
        self.going.contains(&node)
    }
    pub fn must_type(&self, node: usize) -> bool {
        self.lessons.typed.contains(&self.new.nodes[node].id)
    }
    pub fn make_call(&mut self, id: &str) -> Reference {
        self.call(id)
    }
    pub fn edit_of(&mut self, paragraph: u32) -> &mut Edit {
        self.edit(paragraph)
    }
    pub fn insert(&mut self, paragraph: u32, anchor: Anchor, what: What, like: Option<Origin>) {
        let insert = Insert { what, come: Come::Ins, like };
        self.edit(paragraph).inserts.push((anchor, insert));
    }
    pub fn new_label(&self, node: usize, near: usize) -> Option<String> {
        self.form(node, near).1
    }
}
