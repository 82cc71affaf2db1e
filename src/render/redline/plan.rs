//! The plan: what becomes of each paragraph of OLD, and what is put in between them.

use super::atoms::Atoms;
use super::base::{Base, Spot};
use super::ink::{Come, Ink, State};
use super::notes::Notes;
use super::paragraph::{Anchor, Edit, Insert, What};
use super::template::{Template, Templates, form, number_behind};
use crate::diff::{Comparison, WordOp, Words, words};
use crate::read::Origin;
use crate::read::docx::tree::Element;
use crate::report::{NodeKind, Report};
use std::collections::{HashMap, HashSet};

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
    old: &'a Report,
    new: &'a Report,
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
    pub fn new(base: &'a Base, [old, new]: [&'a Report; 2], ink: Ink, lessons: &'a Lessons) -> Planner<'a> {
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
            old,
            new,
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
            // A clean document may have calls of its own behind them.
            if groups.len() == called.len() || (self.base.clean && groups.len() > called.len()) {
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
                self.note(pair, fate);
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
                Fate::Deleted | Fate::Replaced => self.gone(&pair.old, State::Del),
                Fate::Moved(number) => self.gone(&pair.old, State::Move(number)),
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

    /// All pairs by index: those of the first page, which are no part of the comparison, among them.
    fn pairs(&self, comparison: &Comparison) -> Vec<Pair> {
        let index = |report: &Report| -> HashMap<String, usize> {
            report.nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect()
        };
        let (olds, news) = (index(self.old), index(self.new));
        let is_head = |report: &Report, at: usize| report.nodes[at].kind == NodeKind::Masthead;
        let mut pairs: Vec<Pair> = comparison
            .pairs
            .iter()
            .map(|pair| {
                let of = |ids: &[String], index: &HashMap<String, usize>| {
                    ids.iter().filter_map(|id| index.get(id).copied()).collect::<Vec<usize>>()
                };
                let (old, new) = (of(&pair.old, &olds), of(&pair.new, &news));
                let note = old
                    .iter()
                    .map(|at| &self.old.nodes[*at])
                    .chain(new.iter().map(|at| &self.new.nodes[*at]))
                    .all(|node| node.kind == NodeKind::Footnote);
                Pair { old, new, words: pair.words.clone(), moved: pair.moved, note }
            })
            .collect();
        let head = |at: usize| {
            let twin = olds.get(&self.new.nodes[at].id).copied().filter(|at| is_head(self.old, *at));
            let before = twin.map_or("", |twin| &self.old.nodes[twin].text);
            let words = words::compare(before, &beside_name(before, &self.new.nodes[at].text));
            Pair { old: twin.into_iter().collect(), new: vec![at], words, moved: false, note: false }
        };
        // Each where it stands in its report; on the first page in the order in which it is printed.
        let mut placed: Vec<Pair> = Vec::new();
        let (front, rest): (Vec<usize>, Vec<usize>) = (0..self.new.nodes.len())
            .filter(|at| is_head(self.new, *at))
            .partition(|at| *at < body_start(self.new));
        placed.extend(printed(self.new, front).into_iter().map(head));
        for at in rest {
            let behind = |pair: &Pair| pair.note || pair.new.first().is_some_and(|first| *first > at);
            let place = pairs.iter().position(behind).unwrap_or(pairs.len());
            pairs.insert(place, head(at));
        }
        let stays = |at: usize| news.get(&self.old.nodes[at].id).is_some_and(|at| is_head(self.new, *at));
        let gone = (0..self.old.nodes.len()).filter(|at| is_head(self.old, *at) && !stays(*at));
        let (front, rest): (Vec<usize>, Vec<usize>) = gone.partition(|at| *at < body_start(self.old));
        let pair =
            |at: usize| Pair { old: vec![at], new: Vec::new(), words: Vec::new(), moved: false, note: false };
        for at in printed(self.old, front) {
            let line = |at: usize| self.old.nodes[at].places.first().map(|place| place.line);
            let before = |other: &Pair| other.old.first().is_some_and(|other| line(*other) < line(at));
            let place = placed.iter().rposition(before).map_or(0, |place| place + 1);
            placed.insert(place, pair(at));
        }
        for at in rest {
            let behind = |pair: &Pair| pair.note || pair.old.first().is_some_and(|first| *first > at);
            let place = pairs.iter().position(behind).unwrap_or(pairs.len());
            pairs.insert(place, pair(at));
        }
        pairs.splice(0..0, placed);
        pairs
    }

    /// What stays where it is: pairs that are in the same order on both sides.
    fn fates(&self, pairs: &[Pair]) -> Vec<Fate> {
        let is_body = |pair: &&Pair| !pair.note && !pair.old.is_empty() && !pair.new.is_empty();
        let head = |pair: &Pair| pair.new.iter().any(|at| self.new.nodes[*at].kind == NodeKind::Masthead);
        let mut highest = None;
        let mut in_order = HashSet::new();
        // On the first page what is printed in another order is set anew; the box at its top has none.
        let mut line = None;
        for (at, pair) in pairs.iter().enumerate().filter(|(_, pair)| head(pair) && is_body(pair)) {
            let node = &self.old.nodes[pair.old[0]];
            let own = node.places.first().map(|place| place.line);
            let boxed = matches!(node.id.as_str(), "f.symbol" | "f.organ" | "f.distr" | "f.lang");
            if boxed || own > line {
                in_order.insert(at);
                line = if boxed { line } else { own };
            }
        }
        for (at, pair) in
            pairs.iter().enumerate().filter(|(_, pair)| is_body(pair) && !pair.moved && !head(pair))
        {
            let (low, high) = (pair.old.iter().min(), pair.old.iter().max());
            if low > highest {
                in_order.insert(at);
                highest = high;
            }
        }
        let mut moves = 0;
        pairs
            .iter()
            .enumerate()
            .map(|(at, pair)| match (pair.old.is_empty(), pair.new.is_empty()) {
                (true, _) => Fate::Inserted,
                (_, true) => Fate::Deleted,
                _ if head(pair) && !in_order.contains(&at) => Fate::Replaced,
                _ if pair.note || in_order.contains(&at) => {
                    if self.is_whole(pair) {
                        Fate::Replaced
                    } else {
                        Fate::InPlace
                    }
                }
                _ => {
                    let rows = pair.old.iter().any(|at| self.old.nodes[*at].kind == NodeKind::TableRow)
                        || pair.new.iter().any(|at| self.new.nodes[*at].kind == NodeKind::TableRow);
                    if rows || self.is_whole(pair) {
                        return Fate::Replaced;
                    }
                    moves += 1;
                    Fate::Moved(moves)
                }
            })
            .collect()
    }

    fn is_whole(&self, pair: &Pair) -> bool {
        let taught = pair
            .old
            .iter()
            .any(|at| self.lessons.whole.contains(&(0, self.old.nodes[*at].id.clone())))
            || pair.new.iter().any(|at| self.lessons.whole.contains(&(1, self.new.nodes[*at].id.clone())));
        let spotted = pair.old.iter().all(|at| self.base.spots[*at].is_some());
        taught || !spotted
    }

    /// A pair of notes. A note that goes, goes with its call; a new one comes with it.
    fn note(&mut self, pair: &Pair, fate: Fate) {
        let is_called = |node: &usize| {
            let id = &self.new.nodes[*node].id;
            self.new.nodes.iter().any(|node| node.notes.iter().any(|call| call.id == *id))
        };
        match fate {
            Fate::InPlace => {
                self.in_place(pair);
            }
            // A note that no text calls ("Reissued for technical reasons …") belongs to the symbol.
            Fate::Inserted => {
                for node in pair.new.iter().filter(|node| !is_called(node)) {
                    let id = self.new.nodes[*node].id.clone();
                    let head = (0..self.old.nodes.len()).find(|at| self.base.spots[*at].is_some());
                    let spot = head.and_then(|head| self.base.spots[head].as_ref());
                    let last =
                        spot.and_then(|spot| spot.chars.iter().rfind(|origin| origin.element != 0)).copied();
                    let Some(last) = last else { continue };
                    let Some(paragraph) = self.base.index.paragraph.get(&last.element).copied() else {
                        continue;
                    };
                    let call = self.call(&id);
                    self.insert(paragraph, Anchor::After(last), What::Call(Box::new(call)), None);
                }
            }
            _ => {
                let atoms: Vec<Origin> =
                    pair.old.iter().filter_map(|node| self.base.loose.get(node)).flatten().copied().collect();
                for origin in atoms {
                    if let Some(paragraph) = self.base.index.paragraph.get(&origin.element).copied() {
                        self.edit(paragraph).states.insert(origin, State::Del);
                    }
                }
            }
        }
    }

    /// Takes nodes out. What moves goes as a whole, also the words that do not arrive: LibreOffice keeps
    /// the form of a paragraph that goes in pieces for the one behind it.
    fn gone(&mut self, nodes: &[usize], state: State) {
        let rows: Vec<u32> = nodes
            .iter()
            .filter(|node| self.old.nodes[**node].kind == NodeKind::TableRow)
            .filter_map(|node| self.base.spots[*node].as_ref()?.row)
            .collect();
        let paragraphs: Vec<u32> = nodes
            .iter()
            .filter_map(|node| self.base.spots[*node].as_ref())
            .flat_map(|spot| spot.paragraphs.clone())
            .collect();
        for paragraph in &paragraphs {
            let all_go = self.holds[paragraph].iter().all(|node| self.going.contains(node));
            let in_row = self.base.index.row.get(paragraph).is_some_and(|row| rows.contains(row));
            let last = self.base.index.last.contains(paragraph) && !in_row;
            let mut inside = self.holds[paragraph].iter();
            let automatic =
                inside.any(|node| self.base.spots[*node].as_ref().is_some_and(Spot::is_automatic));
            let edit = self.edit(*paragraph);
            if all_go {
                (edit.whole, edit.end) = (true, Some(state));
                (edit.keeps_end, edit.automatic) = (last, automatic);
            }
        }
        self.plan.rows.extend(rows);
        // A paragraph that holds something else too loses only these characters.
        for node in nodes {
            let Some(spot) = self.base.spots[*node].clone() else { continue };
            let origins = spot.chars.iter().chain(spot.label.iter().map(|(_, origin)| origin));
            let calls: Vec<Origin> = (0..self.old.nodes[*node].notes.len())
                .filter_map(|order| self.calls.get(&(*node, order)).cloned())
                .flatten()
                .collect();
            for origin in origins.chain(&calls) {
                let Some(paragraph) = self.base.index.paragraph.get(&origin.element).copied() else {
                    continue;
                };
                self.edit(paragraph).states.insert(*origin, state);
            }
        }
        if let State::Move(number) = state {
            let [start, end] = self.ink.range("moveFrom", number);
            if let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) {
                self.edit(*first).starts = Some(start);
                self.edit(*last).ends = Some(end);
            }
        }
    }

    /// Puts a pair's new nodes in, behind `place`.
    fn arrive(&mut self, pair: &Pair, come: Come, place: Option<u32>, next: Option<usize>) {
        let rows = pair.new.iter().all(|at| self.new.nodes[*at].kind == NodeKind::TableRow);
        if rows {
            for node in &pair.new {
                self.row(*node, place, next);
            }
            return;
        }
        self.close_table(place);
        let near = pair.old.first().copied().or(next).unwrap_or(self.old.nodes.len());
        // What each new node is made of: kept words come along, others are put in.
        let mut pieces: Vec<Vec<(Come, char)>> = vec![Vec::new()];
        let arrived = match come {
            Come::Ins => Vec::new(),
            Come::Move(_) => pair.words.clone(),
        };
        if arrived.is_empty() {
            pieces = pair
                .new
                .iter()
                .map(|node| {
                    let breaks = super::clean::breaks(&self.new.nodes[*node]);
                    let characters = self.new.nodes[*node].text.chars().enumerate();
                    characters
                        .map(|(at, c)| (Come::Ins, if breaks.contains(&at) { '\n' } else { c }))
                        .collect()
                })
                .collect();
        } else {
            for word in arrived.iter().filter(|word| word.op != WordOp::Delete) {
                let how = if word.op == WordOp::Equal { come } else { Come::Ins };
                for c in word.text.chars() {
                    if c == '\n' && pieces.len() < pair.new.len() {
                        pieces.push(Vec::new());
                    } else if let Some(piece) = pieces.last_mut() {
                        piece.push((how, c));
                    }
                }
            }
        }
        let ends = match come {
            Come::Ins => None,
            Come::Move(number) => Some(self.ink.range("moveTo", number)),
        };
        let mut blocks = Vec::new();
        for (order, (node, piece)) in pair.new.iter().zip(pieces).enumerate() {
            let start = ends.as_ref().filter(|_| order == 0).map(|ends| ends[0].clone());
            blocks.push(self.paragraph(*node, near, come, &piece, start));
        }
        blocks.extend(ends.map(|[_, end]| end));
        // Of the first page only these stand in the box at its top.
        let boxed = |at: &usize| {
            matches!(self.new.nodes[*at].id.as_str(), "f.symbol" | "f.organ" | "f.distr" | "f.lang")
        };
        let out_of_box = self.is_head(pair) && !pair.new.iter().any(boxed);
        self.put(place, blocks, out_of_box);
    }

    /// Puts blocks behind a paragraph, or behind the table of a row; before everything where there is
    /// nothing to stand behind.
    fn put(&mut self, place: Option<u32>, blocks: Vec<Element>, out_of_box: bool) {
        match place {
            Some(place) => {
                let mut block = self.base.index.table.get(&place).copied().unwrap_or(place);
                if out_of_box && let Some(row) = self.base.index.row.get(&block) {
                    block = self.base.index.table.get(row).copied().unwrap_or(block);
                }
                self.plan.after.entry(block).or_default().extend(blocks);
            }
            None => {
                let first = (0..self.old.nodes.len())
                    .filter(|at| !matches!(self.old.nodes[*at].kind, NodeKind::Masthead | NodeKind::Footnote))
                    .filter_map(|at| self.base.spots[at].as_ref()?.paragraphs.first().copied())
                    .min();
                let Some(first) = first else { return };
                let table = self.base.index.row.get(&first).and_then(|row| self.base.index.table.get(row));
                self.plan.before.entry(table.copied().unwrap_or(first)).or_default().extend(blocks);
            }
        }
    }

    /// The form of a new node and its label.
    fn form(&self, node: usize, near: usize) -> (Template, Option<String>) {
        let own = &self.new.nodes[node];
        let typed = self.lessons.typed.contains(&own.id);
        let model = self.templates.model(self.new, node, near);
        let mut template = model.map(|(at, _)| form(self.base, self.old, at)).unwrap_or_default();
        if let Some((_, false)) | None = model {
            match self.base.clean {
                true => template = super::clean::form(own, &self.ink),
                false => super::clean::dress(&mut template, own, &self.ink),
            }
        }
        let label = template.label_of(own, typed);
        if template.automatic && (typed || own.number.is_none()) {
            template.untie(&self.ink);
        }
        (template, label)
    }

    /// A new paragraph.
    fn paragraph(
        &mut self,
        node: usize,
        near: usize,
        come: Come,
        text: &[(Come, char)],
        start: Option<Element>,
    ) -> Element {
        let (template, label) = self.form(node, near);
        let mut paragraph = self.ink.element("p", "").with(template.properties.clone());
        self.ink.mark_end(&mut paragraph, if come == Come::Ins { "ins" } else { "moveTo" });
        paragraph = paragraph.with(start);
        if let Some(label) = label {
            let run = self.ink.run(template.label_look.as_ref().or(template.look.as_ref()), &label);
            paragraph = paragraph.with([self.ink.come(come, vec![run])]);
        }
        let mut runs = self.runs(node, text, template.look.as_ref());
        if let Some(number) = number_behind(&self.new.nodes[node]) {
            let run = self.ink.run(template.look.as_ref(), &number);
            runs.push(self.ink.come(come, vec![run]));
        }
        paragraph.with(runs)
    }

    /// The runs of a new node, with its calls.
    fn runs(&mut self, node: usize, text: &[(Come, char)], look: Option<&Element>) -> Vec<Element> {
        let mut runs = Vec::new();
        let mut part = String::new();
        let mut how = Come::Ins;
        let calls = self.new.nodes[node].notes.clone();
        let mut calls = calls.iter().peekable();
        for (at, (come, c)) in text.iter().enumerate() {
            let called = calls.peek().is_some_and(|call| call.at <= at);
            if (called || *come != how) && !part.is_empty() {
                let run = self.ink.run(look, &part);
                runs.push(self.ink.come(how, vec![run]));
                part.clear();
            }
            while let Some(call) = calls.next_if(|call| call.at <= at) {
                let call = self.call(&call.id);
                runs.push(self.ink.come(Come::Ins, vec![call]));
            }
            how = *come;
            part.push(*c);
        }
        if !part.is_empty() {
            let run = self.ink.run(look, &part);
            runs.push(self.ink.come(how, vec![run]));
        }
        for call in calls {
            let call = self.call(&call.id);
            runs.push(self.ink.come(Come::Ins, vec![call]));
        }
        runs
    }

    /// A run that calls a note of NEW, which is made for it.
    fn call(&mut self, id: &str) -> Element {
        let note = self.new.nodes.iter().find(|node| node.id == id);
        self.notes.call(note, &mut self.ink)
    }

    /// A new row: behind the row before it, before the row after it, or in a table of its own.
    fn row(&mut self, node: usize, place: Option<u32>, next: Option<usize>) {
        let behind = place.filter(|place| self.base.index.table.contains_key(place));
        let before = next.and_then(|next| {
            let is_row = self.old.nodes[next].kind == NodeKind::TableRow;
            self.base.spots[next].as_ref()?.row.filter(|_| is_row)
        });
        let Some(model) = behind.or(before) else {
            let name = self.new.nodes[node].id.rsplit_once('.').map_or("", |(table, _)| table).to_owned();
            match &mut self.table {
                Some((open, rows)) if *open == name => rows.push(node),
                _ => {
                    self.close_table(place);
                    self.table = Some((name, vec![node]));
                }
            }
            return;
        };
        let Some(model_row) = self.base.element(model).cloned() else { return };
        let row = super::rows::like(self, &model_row, node);
        match behind {
            Some(behind) => self.plan.after.entry(behind).or_default().push(row),
            None => self.plan.before.entry(model).or_default().push(row),
        }
    }

    /// Puts the new rows that were collected into a table of their own.
    fn close_table(&mut self, place: Option<u32>) {
        let Some((_, nodes)) = self.table.take() else { return };
        let table = super::rows::table(self, &nodes);
        self.put(place, vec![table], false);
    }

    /// The text of a new row's cells as runs.
    pub fn cell(&mut self, node: usize, start: usize, text: &str, look: Option<&Element>) -> Vec<Element> {
        let mut runs = Vec::new();
        if !text.is_empty() {
            let run = self.ink.run(look, text);
            runs.push(self.ink.come(Come::Ins, vec![run]));
        }
        let end = start + text.chars().count();
        let calls = self.new.nodes[node].notes.clone();
        for call in calls.iter().filter(|call| (start..=end).contains(&call.at)) {
            let call = self.call(&call.id);
            runs.push(self.ink.come(Come::Ins, vec![call]));
        }
        runs
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

/// "A/79/19 United Nations" beside "United Nations A/AC.121/2025/L.3": the name stands on one side of the
/// symbol or on the other, and stays where it is.
pub(super) fn beside_name(old: &str, new: &str) -> String {
    const NAME: &str = "United Nations";
    match (old.strip_prefix(NAME), new.strip_suffix(NAME), old.strip_suffix(NAME), new.strip_prefix(NAME)) {
        (Some(_), Some(symbol), ..) if !symbol.is_empty() => format!("{NAME} {}", symbol.trim()),
        (_, _, Some(before), Some(symbol)) if !before.is_empty() => format!("{} {NAME}", symbol.trim()),
        _ => new.to_owned(),
    }
}

/// Where the first page ends.
pub(super) fn body_start(report: &Report) -> usize {
    report.nodes.iter().position(|node| node.kind != NodeKind::Masthead).unwrap_or(report.nodes.len())
}

/// Parts of the first page in the order in which they are printed.
pub(super) fn printed(report: &Report, mut nodes: Vec<usize>) -> Vec<usize> {
    nodes.sort_by_key(|at| report.nodes[*at].places.first().map(|place| (place.line, place.start)));
    nodes
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
    pub fn make_call(&mut self, id: &str) -> Element {
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
