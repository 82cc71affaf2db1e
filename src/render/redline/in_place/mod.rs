//! A pair that stays where it is: which characters go, what is put in, which calls change, and where a
//! paragraph is cut or joined.

mod calls;
mod label;

use super::clean;
use super::ink::State;
use super::paragraph::{Anchor, What};
use super::plan::{Planner, beside_name};
use super::strokes::plain_hyphens;
use crate::diff::{WordOp, Words};
use crate::read::Origin;
use crate::report::{Node, NodeKind};

/// One step along OLD and NEW.
#[derive(Debug, Clone)]
enum Step {
    Goes(Origin),
    Text(String),
    Call(String),
    /// The paragraph ends here anew; the node of NEW that follows.
    Split(usize),
}

/// What is to be marked.
#[derive(Debug, Default)]
pub(super) struct Marking {
    /// Steps with the paragraph they belong to, the place, and the character whose look is taken.
    steps: Vec<(u32, Anchor, Option<Origin>, Step)>,
    /// Paragraphs whose end goes.
    ends: Vec<u32>,
    /// Labels to be typed in place of automatic numbers.
    typed: Vec<(u32, String)>,
    /// Calls of NEW that are done: node, order.
    called: Vec<(usize, usize)>,
    /// Calls of OLD that stay, with the note of NEW that they call.
    stays: Vec<(String, Vec<Origin>)>,
}

/// Walks along both sides.
struct Walk<'a, 'b> {
    planner: &'a Planner<'b>,
    olds: &'a [usize],
    news: &'a [usize],
    /// The node of OLD, the character in it; the same of NEW.
    old: (usize, usize),
    new: (usize, usize),
    anchor: Anchor,
    /// The paragraph of the anchor.
    paragraph: u32,
    /// The last character that was passed, and those that are going now.
    passed: Option<Origin>,
    going: Vec<Origin>,
    /// For each call of OLD (node, order) the call of NEW (node, order) that it stays for.
    kept: Vec<((usize, usize), (usize, usize))>,
    marking: Marking,
}

impl Marking {
    /// What is to be marked for a pair; `None` where it cannot be done word by word.
    pub fn of(planner: &Planner, olds: &[usize], news: &[usize], words: &[Words]) -> Option<Marking> {
        let [old, new] = planner.sides();
        let kinds = |at: &usize| old.nodes[*at].kind;
        // A paragraph that becomes a row, or a paragraph and its items, is another thing.
        let first = olds.first().map(kinds)?;
        let same =
            olds.iter().map(kinds).chain(news.iter().map(|at| new.nodes[*at].kind)).all(|kind| kind == first);
        if !same {
            return None;
        }
        let text = |op: WordOp| -> String {
            words.iter().filter(|word| word.op != op).map(|word| word.text.as_str()).collect()
        };
        let joined =
            |nodes: Vec<&Node>| nodes.iter().map(|node| node.text.as_str()).collect::<Vec<_>>().join("\n");
        let sides = [
            joined(olds.iter().map(|at| &old.nodes[*at]).collect()),
            joined(news.iter().map(|at| &new.nodes[*at]).collect()),
        ];
        // What differs in its hyphens alone stays as OLD has it.
        let now = plain_hyphens(&text(WordOp::Delete));
        if text(WordOp::Insert) != sides[0] || now != plain_hyphens(&beside_name(&sides[0], &sides[1])) {
            return None;
        }
        // Where columns come or go, a row is another row.
        if words.iter().any(|word| word.op != WordOp::Equal && word.text.contains('\t')) {
            return None;
        }
        let spot = planner.spot(*olds.first()?)?;
        let paragraph = *spot.paragraphs.last()?;
        let mut walk = Walk {
            planner,
            olds,
            news,
            old: (0, 0),
            new: (0, 0),
            anchor: Anchor::End,
            paragraph,
            passed: None,
            going: Vec::new(),
            kept: Vec::new(),
            marking: Marking::default(),
        };
        walk.kept = walk.kept_calls(words);
        walk.begin();
        walk.label(0, 0);
        for word in words {
            for c in word.text.chars() {
                walk.step(word.op, c)?;
            }
        }
        walk.calls(true);
        Some(walk.marking)
    }

    /// Hands everything to the plan.
    pub fn write(self, planner: &mut Planner) {
        for (id, atoms) in self.stays {
            planner.notes.kept.entry(id).or_insert(atoms);
        }
        for (paragraph, anchor, like, step) in self.steps {
            match step {
                Step::Goes(origin) => {
                    planner.edit_of(paragraph).states.insert(origin, State::Del);
                }
                Step::Text(text) => planner.insert(paragraph, anchor, What::Text(text), like),
                Step::Call(id) => {
                    let call = planner.make_call(&id);
                    planner.insert(paragraph, anchor, What::Call(Box::new(call)), like);
                }
                Step::Split(node) => {
                    let label = planner.new_label(node, usize::MAX);
                    planner.insert(paragraph, anchor, What::Split(label), like);
                }
            }
        }
        for paragraph in self.ends {
            planner.edit_of(paragraph).end = Some(State::Del);
        }
        for (paragraph, label) in self.typed {
            planner.edit_of(paragraph).typed = Some(label);
        }
    }
}

impl Walk<'_, '_> {
    fn old_node(&self) -> Option<usize> {
        self.olds.get(self.old.0).copied()
    }

    /// The anchor at the beginning of a node.
    fn begin(&mut self) {
        let Some(spot) = self.old_node().and_then(|node| self.planner.spot(node)) else { return };
        self.passed = None;
        self.going.clear();
        match spot.first() {
            Some(first) => self.at(Anchor::Before(first), first),
            None => {
                self.anchor = Anchor::End;
                self.paragraph = spot.paragraphs.last().copied().unwrap_or(self.paragraph);
            }
        }
    }

    fn at(&mut self, anchor: Anchor, origin: Origin) {
        self.anchor = anchor;
        if let Some(paragraph) = self.planner.base().index.paragraph.get(&origin.element) {
            self.paragraph = *paragraph;
        }
    }

    fn push(&mut self, like: Option<Origin>, step: Step) {
        self.marking.steps.push((self.paragraph, self.anchor, like, step));
    }

    /// A character that goes.
    fn goes(&mut self, origin: Origin) {
        if let Some(paragraph) = self.planner.base().index.paragraph.get(&origin.element) {
            self.marking.steps.push((*paragraph, Anchor::After(origin), None, Step::Goes(origin)));
        }
    }

    fn step(&mut self, op: WordOp, c: char) -> Option<()> {
        if op != WordOp::Delete {
            self.calls(false);
        }
        if op != WordOp::Insert {
            let node = self.old_node()?;
            let length = self.planner.sides()[0].nodes[node].text.chars().count();
            if self.old.1 >= length && c == '\n' {
                if op == WordOp::Delete {
                    self.join()?;
                } else {
                    self.calls(true);
                    self.old = (self.old.0 + 1, 0);
                    self.new = (self.new.0 + 1, 0);
                    self.begin();
                    self.label(self.old.0, self.new.0);
                }
                return Some(());
            }
            let origin = self.planner.spot(node)?.chars.get(self.old.1).copied()?;
            self.old.1 += 1;
            if origin.element == 0 && op == WordOp::Equal {
                // The blank between two paragraphs that were read as one.
                let rest = self.planner.spot(node)?.chars[self.old.1..].iter();
                if let Some(next) = rest.copied().find(|origin| origin.element != 0) {
                    self.at(Anchor::Before(next), next);
                    self.passed = None;
                }
            }
            if origin.element != 0 {
                self.at(Anchor::After(origin), origin);
                self.passed = Some(origin);
                if op == WordOp::Delete {
                    self.going.push(origin);
                    self.goes(origin);
                }
            }
        }
        if op == WordOp::Equal {
            self.going.clear();
        }
        match op {
            WordOp::Delete => {}
            WordOp::Equal => self.new.1 += 1,
            WordOp::Insert if c == '\n' && self.news.get(self.new.0 + 1).is_some() && self.is_new_end() => {
                self.calls(true);
                let next = self.news[self.new.0 + 1];
                let like = self.passed;
                self.push(like, Step::Split(next));
                self.new = (self.new.0 + 1, 0);
            }
            WordOp::Insert => {
                let like = self.replaced().or(self.passed).or_else(|| self.first());
                let c = if c == ' ' && self.line_ends() { '\n' } else { c };
                match self.marking.steps.last_mut() {
                    Some((paragraph, anchor, _, Step::Text(text)))
                        if *paragraph == self.paragraph && *anchor == self.anchor =>
                    {
                        text.push(c);
                    }
                    _ => self.push(like, Step::Text(c.to_string())),
                }
                self.new.1 += 1;
            }
        }
        Some(())
    }

    /// A character of what goes here, of the run that has most of it.
    fn replaced(&self) -> Option<Origin> {
        let count = |element: u32| self.going.iter().filter(|origin| origin.element == element).count();
        self.going
            .iter()
            .rev()
            .copied()
            .max_by_key(|origin| (count(origin.element), std::cmp::Reverse(origin.at)))
    }

    /// A line of the first page ends here in NEW.
    fn line_ends(&self) -> bool {
        let node = self.news.get(self.new.0).map(|at| &self.planner.sides()[1].nodes[*at]);
        node.is_some_and(|node| node.kind == NodeKind::Masthead && clean::breaks(node).contains(&self.new.1))
    }

    fn first(&self) -> Option<Origin> {
        self.old_node().and_then(|node| self.planner.spot(node)).and_then(|spot| spot.first())
    }

    fn is_new_end(&self) -> bool {
        let node = self.news.get(self.new.0).map(|at| &self.planner.sides()[1].nodes[*at]);
        node.is_some_and(|node| self.new.1 >= node.text.chars().count())
    }

    /// The end between two paragraphs of OLD goes, and with it the label of the second and whatever
    /// empty paragraphs stand between.
    fn join(&mut self) -> Option<()> {
        let planner = self.planner;
        let (before, after) = (self.old_node()?, *self.olds.get(self.old.0 + 1)?);
        let (from, to) = (planner.spot(before)?, planner.spot(after)?);
        let (last, first) = (*from.paragraphs.last()?, *to.paragraphs.first()?);
        if last == first || from.row.is_some() || to.row.is_some() {
            return None;
        }
        let between = planner.base().index.between(last, first)?;
        // What else stands between must go too.
        if between.iter().skip(1).any(|id| !planner.nodes_in(*id).iter().all(|node| planner.goes(*node))) {
            return None;
        }
        self.marking.ends.extend(between);
        for (_, origin) in &to.label {
            if origin.element != 0 {
                self.goes(*origin);
            }
        }
        self.old = (self.old.0 + 1, 0);
        // What is put in at the seam stands before the end that goes, or behind: all the same.
        if let Some(first) = to.first() {
            self.at(Anchor::Before(first), first);
        }
        Some(())
    }
}
