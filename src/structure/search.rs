//! Chooses what each block is, by a beam search over numbering hypotheses.
//!
//! Each block may be a paragraph, an item, a heading, an unnumbered paragraph, the continuation of
//! the one before …; each reading has a cost in the state that the blocks before have left, and the
//! cheapest path over the whole document wins. So an agenda list that restarts at 1 inside
//! paragraph 7 is a list because paragraph 8 follows it, and a bare bullet is paragraph 8 because
//! 7 and 9 stand around it. A greedy pattern cannot know either.
//!
//! Costs are in units where 1 is a small doubt, 4 a broken convention and 9 close to impossible.
//! They were set by reading documents, not fitted; the order of magnitude matters, not the digits.

use super::block::Block;
use super::marker::{Marker, Style};
use super::state::{DEEPEST_LIST, Ending, Last, List, State};
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

/// What this document does as a whole.
struct Habits {
    /// Share of the long blocks that bear a figure: near 1 in reports, low in resolutions and prose.
    numbered: f32,
    /// Some printed number was found at all.
    any_number: bool,
    /// Headings are set in bold (PDF) or marked (Markdown).
    styled_headings: bool,
}

impl Habits {
    fn of(blocks: &[Block]) -> Habits {
        let long =
            |block: &&Block| block.passage.text.chars().count() > 60 && block.row.is_none() && !block.styled;
        let figure =
            |block: &&Block| block.markers.iter().any(|marker| marker.style == Style::Figure && marker.whole);
        let labelled = |block: &&Block| !block.markers.is_empty();
        let total = blocks.iter().filter(long).filter(|block| figure(block) || !labelled(block)).count();
        let numbered = blocks.iter().filter(long).filter(figure).count();
        Habits {
            numbered: if total == 0 { 0.0 } else { numbered as f32 / total as f32 },
            any_number: numbered > 0,
            styled_headings: blocks.iter().any(|block| {
                block.styled
                    && block
                        .markers
                        .iter()
                        .any(|m| matches!(m.style, Style::Roman | Style::Letter | Style::Chapter))
            }),
        }
    }
}

/// A block, and what is around it.
struct View<'a> {
    block: &'a Block,
    next: Option<&'a Block>,
    habits: &'a Habits,
}

impl View<'_> {
    /// Offers every reading with its cost.
    fn readings(&self, state: &State, offer: &mut impl FnMut(Choice, f32)) {
        if self.block.row.is_some() {
            return offer(Choice::Row, 0.0);
        }
        offer(Choice::Continuation, self.continuation(state));
        offer(Choice::Unnumbered, self.unnumbered(state));
        offer(Choice::ListLine, self.list_line(state));
        offer(Choice::Heading { level: Level::Plain, marker: None }, self.plain_heading(state));
        if matches!(state.last, Last::BareHeading | Last::BareAnnex) {
            offer(Choice::Title, if self.looks_like_heading() { 0.0 } else { 5.0 });
        }
        if let Some(cost) = self.inferred(state) {
            offer(Choice::Paragraph { number: state.paragraph + 1, marker: None }, cost);
        }
        for marker in &self.block.markers {
            self.labelled(state, marker, offer);
        }
    }

    fn labelled(&self, state: &State, marker: &Marker, offer: &mut impl FnMut(Choice, f32)) {
        // A label without its full stop is usual in headings that are set apart ("II Organization").
        let weak = match (marker.whole, self.block.styled) {
            (true, _) => 0.0,
            (false, true) => 0.4,
            (false, false) => 2.5,
        };
        let heading = |level| Choice::Heading { level, marker: Some(marker.clone()) };
        match marker.style {
            Style::Figure => {
                let number = Choice::Paragraph { number: marker.value, marker: Some(marker.clone()) };
                offer(number, weak + self.paragraph(state, marker));
                let styled = if self.block.styled { 0.5 } else { 5.0 };
                offer(
                    heading(Level::Figure),
                    weak + styled + self.heading_shape() + sequence(state.figure, marker.value),
                );
                self.items(state, marker, weak, offer);
            }
            Style::Roman => {
                offer(
                    heading(Level::Chapter),
                    weak + self.heading_shape() + sequence(state.chapter, marker.value),
                );
            }
            Style::Chapter => {
                let alone = self.is_bare(marker);
                let shape = if alone { 0.0 } else { self.heading_shape() };
                offer(heading(Level::Chapter), shape + sequence(state.chapter, marker.value));
            }
            Style::Part => {
                let shape = if self.is_bare(marker) { 0.0 } else { 0.5 + self.heading_shape() };
                offer(heading(Level::Part), shape + sequence(state.part, marker.value));
            }
            Style::Letter => {
                let orphan = if state.chapter == 0 { 0.5 } else { 0.0 };
                offer(
                    heading(Level::Letter),
                    weak + orphan + self.heading_shape() + sequence(state.letter, marker.value),
                );
                self.items(state, marker, weak + 2.0, offer);
            }
            Style::Annex | Style::Appendix => self.annexes(state, marker, offer),
            Style::SmallParen if self.block.styled => {
                offer(heading(Level::Paren), 1.5 + self.heading_shape());
                self.items(state, marker, weak, offer);
            }
            _ => self.items(state, marker, weak, offer),
        }
    }

    fn annexes(&self, state: &State, marker: &Marker, offer: &mut impl FnMut(Choice, f32)) {
        // "Annex I to the present report contains …" is a sentence.
        let shape = if self.is_bare(marker) { 0.0 } else { 1.0 + self.heading_shape() };
        let outer = match marker.value {
            0 if state.annex == 0 => 0.0,
            0 => 2.0,
            value => sequence(state.annex, value),
        };
        offer(Choice::Annex { marker: marker.clone(), inner: false }, shape + outer);
        if state.annex > 0 || state.annexes > 0 {
            let inner = if marker.value <= state.inner_annex {
                1.5
            } else {
                1.0 + sequence(state.inner_annex, marker.value)
            };
            offer(Choice::Annex { marker: marker.clone(), inner: true }, shape + inner);
        }
    }

    /// A printed paragraph number.
    fn paragraph(&self, state: &State, marker: &Marker) -> f32 {
        let mut cost = if marker.suffix.is_some() && marker.value == state.paragraph {
            0.0
        } else if marker.value == 1 && state.paragraph > 0 {
            // A decision or resolution inside the report counts for itself.
            if state.fresh { 1.2 } else { 9.0 }
        } else if state.paragraph == 0 && marker.value > 1 {
            // An excerpt begins anywhere; a first number that was lost is dearer than this.
            2.0 + (marker.value as f32).ln().min(3.0) * 0.5
        } else {
            sequence(state.paragraph, marker.value)
        };
        if state.ending == Ending::Colon && state.last != Last::ListLine {
            cost += 1.0;
        }
        if state.ending == Ending::Open && !self.block.bullet {
            cost += 0.8;
        }
        if self.block.styled && self.habits.styled_headings {
            cost += 3.0;
        }
        if self.block.heading {
            cost += 2.0;
        }
        cost + self.indent_cost(state.paragraph_left, if self.block.layout { 1.5 } else { 0.7 })
    }

    /// A paragraph whose number was lost.
    fn inferred(&self, state: &State) -> Option<f32> {
        let text = &self.block.passage.text;
        let labelled = self.block.markers.iter().any(|marker| marker.whole);
        if !self.habits.any_number || labelled || self.block.heading || self.block.styled {
            return None;
        }
        let mut cost = if self.habits.numbered > 0.6 { 2.0 } else { 3.0 };
        // A converter that lost the number often left the bullet that it made of it.
        if self.block.bullet {
            cost -= 1.0;
        }
        if state.paragraph == 0 {
            cost += 1.0;
        }
        if text.starts_with(|c: char| c.is_lowercase()) {
            cost += 3.0;
        }
        match state.ending {
            Ending::Open | Ending::Comma if self.block.broken => cost += 2.5,
            Ending::Open | Ending::Comma => cost += 1.0,
            Ending::Colon | Ending::Semicolon => cost += 3.0,
            Ending::Start | Ending::Sentence => {}
        }
        if text.chars().count() < 60 && Ending::of(text) != Ending::Sentence {
            cost += 2.0;
        }
        if text.starts_with('[') {
            cost += 1.0;
        }
        Some(cost + self.indent_cost(state.paragraph_left, 1.0))
    }

    /// An item: opens a list, goes on in one, or closes inner lists and goes on in an outer one.
    fn items(&self, state: &State, marker: &Marker, weak: f32, offer: &mut impl FnMut(Choice, f32)) {
        if marker.suffix.is_some() && marker.style != Style::Figure {
            return;
        }
        let item = |depth| Choice::Item { depth, marker: marker.clone() };
        let styled = if self.block.styled && self.habits.styled_headings { 3.0 } else { 0.0 };
        let depth = state.depth();
        for (level, list) in state.lists.iter().flatten().enumerate() {
            if list.style != marker.style {
                continue;
            }
            let mut cost = weak + styled + sequence(list.value, marker.value);
            if level + 1 < depth && state.ending == Ending::Colon {
                cost += 1.5;
            }
            cost += self.indent_cost(list.left, 1.2);
            offer(item(level), cost);
        }
        if depth >= DEEPEST_LIST || state.lists.iter().flatten().any(|list| list.style == marker.style) {
            return;
        }
        let mut cost = weak + styled + sequence(0, marker.value);
        cost += match (state.ending, state.last) {
            (Ending::Colon, _) => 0.3,
            (Ending::Start, Last::Nothing | Last::BareHeading | Last::BareAnnex) => 4.0,
            (Ending::Start, _) => 2.5,
            (Ending::Semicolon | Ending::Comma, _) => 1.5,
            (Ending::Open, _) => 2.0,
            (Ending::Sentence, _) => 2.5,
        };
        if matches!(marker.style, Style::Figure) {
            // Figures are the paragraphs' own alphabet: a list in it is set in, and not inside letters.
            if depth > 0 {
                cost += 1.5;
            }
            let deeper =
                self.block.left as i16 > state.paragraph_left + if self.block.layout { 6 } else { 0 };
            if !deeper && state.paragraph_left >= 0 {
                cost += 0.8;
            }
        }
        if matches!(marker.style, Style::SmallRoman | Style::Small | Style::LetterParen) {
            cost += 0.7;
        }
        // The manual's order of degrees: (a), then (i).
        if marker.style == Style::SmallRomanParen && depth == 0 {
            cost += 0.6;
        }
        offer(item(depth), cost);
    }

    /// Goes on with the block before.
    fn continuation(&self, state: &State) -> f32 {
        let text = &self.block.passage.text;
        let lower = text.starts_with(|c: char| c.is_lowercase());
        let mut cost = match state.last {
            Last::Nothing | Last::BareHeading | Last::BareAnnex => return 12.0,
            Last::BareLabel if self.block.markers.iter().all(|marker| !marker.whole) => return 0.0,
            Last::Heading | Last::PlainHeading => {
                // A heading over several lines that white space or a page break divides.
                let same = self.block.styled && self.habits.styled_headings;
                return if lower && !self.block.gap {
                    1.0
                } else if same && lower {
                    2.0
                } else {
                    8.0
                };
            }
            _ => match state.ending {
                Ending::Open | Ending::Comma => match (self.block.broken, lower) {
                    (true, true) => 0.0,
                    (true, false) => 0.5,
                    (false, true) => {
                        if self.block.forced {
                            0.2
                        } else {
                            1.0
                        }
                    }
                    (false, false) => {
                        if self.block.forced && !self.block.gap {
                            0.5
                        } else {
                            4.5
                        }
                    }
                },
                Ending::Colon | Ending::Semicolon => {
                    if lower {
                        2.0
                    } else {
                        5.5
                    }
                }
                _ => match (self.block.broken, lower) {
                    (true, true) => 1.0,
                    // Nothing is set in and the page was full: the paragraph goes on after a full stop.
                    (true, false) if self.block.layout && self.block.forced => 1.8,
                    (true, false) => 3.2,
                    (false, true) => 3.5,
                    (false, false) => {
                        if self.block.forced && !self.block.gap {
                            2.0
                        } else {
                            6.5
                        }
                    }
                },
            },
        };
        if self.block.markers.iter().any(|marker| marker.whole) {
            // To read a label as part of a sentence is possible at a forced break only ("… March / 2025. By …").
            cost += if self.block.forced && state.ending == Ending::Open { 1.0 } else { 3.0 };
        }
        if self.block.bullet || (state.ending == Ending::Comma && begins_preambular(text)) {
            cost += 3.0;
        }
        if self.block.styled && self.habits.styled_headings {
            cost += 4.0;
        }
        if self.block.heading {
            cost += 6.0;
        }
        cost
    }

    /// A paragraph without a number.
    fn unnumbered(&self, state: &State) -> f32 {
        let text = &self.block.passage.text;
        let mut cost: f32 = if self.habits.numbered > 0.6 { 2.5 } else { 1.0 };
        if state.paragraph == 0 && state.depth() == 0 {
            cost = cost.min(1.5);
        }
        if is_preambular(text) && !matches!(state.ending, Ending::Open | Ending::Colon) {
            cost = 0.3;
        }
        if self.block.markers.iter().any(|marker| marker.whole) {
            cost += 4.0;
        }
        if text.starts_with(|c: char| c.is_lowercase()) {
            cost += if state.ending == Ending::Open || state.ending == Ending::Comma { 3.0 } else { 1.0 };
        }
        if state.ending == Ending::Open
            && !matches!(state.last, Last::Heading | Last::PlainHeading | Last::ListLine)
        {
            cost += 1.5;
        }
        if (self.block.styled || self.block.heading) && self.looks_like_heading() {
            cost += 3.0;
        }
        if text.starts_with('[') {
            cost -= 1.0;
        }
        if state.last == Last::BareLabel {
            cost += 5.0;
        }
        // After a colon what follows is usually the list that it announces.
        if state.ending == Ending::Colon {
            cost += 0.5;
        }
        cost
    }

    /// A line of a list without labels: names under an office, decisions under a colon.
    fn list_line(&self, state: &State) -> f32 {
        let text = &self.block.passage.text;
        let labelled = self.block.markers.iter().any(|marker| marker.whole);
        if labelled || self.block.heading || matches!(state.last, Last::Nothing) {
            return 12.0;
        }
        let left = self.block.left as i16;
        let set_in = self.block.layout && state.paragraph_left >= 0 && left > state.paragraph_left + 6;
        let mut cost = match (state.last, state.ending) {
            (Last::ListLine, Ending::Colon) => 0.2,
            (Last::ListLine, _) if (left - state.line_left).abs() <= 6 => 0.5,
            (Last::ListLine, _) if self.block.layout && (left - state.line_left).abs() <= 60 && set_in => 0.8,
            (Last::ListLine, _) => 2.5,
            (Last::Heading | Last::PlainHeading, _) => {
                if self.block.bullet {
                    2.0
                } else {
                    8.0
                }
            }
            (_, Ending::Colon) => 0.8,
            (_, Ending::Semicolon) if self.block.bullet => 1.5,
            (Last::BareLabel, _) => 6.0,
            _ if self.block.bullet => 2.5,
            _ => 4.5,
        };
        if !self.block.bullet && !set_in && self.block.layout && state.last != Last::ListLine {
            cost += 0.7;
        }
        if self.block.styled && self.habits.styled_headings {
            cost += 3.0;
        }
        if !self.block.bullet && begins_preambular(text) && text.chars().count() > 60 {
            cost += 2.0;
        }
        // Whole sentences of some length are paragraphs.
        if text.chars().count() > 160 && Ending::of(text) == Ending::Sentence && !self.block.bullet {
            cost += 2.5;
        }
        if self.block.bullet {
            cost -= 0.3;
        } else if state.last == Last::ListLine && state.bulleted {
            cost += 2.0;
        }
        if text.starts_with(|c: char| c.is_lowercase()) && state.ending == Ending::Open {
            cost += 2.0;
        }
        cost
    }

    /// A heading without a label.
    fn plain_heading(&self, state: &State) -> f32 {
        let text = &self.block.passage.text;
        let mut cost = if self.block.heading {
            0.3
        } else if self.block.styled {
            0.6
        } else {
            let known = matches!(
                text.trim_end_matches([':', '.']).to_lowercase().as_str(),
                "introduction"
                    | "summary"
                    | "conclusion"
                    | "conclusions"
                    | "recommendations"
                    | "background"
                    | "conclusions and recommendations"
            );
            // Nothing shows the heading but what follows: the next label of the sequence.
            let heads = (self.block.gap || matches!(state.last, Last::Heading | Last::PlainHeading))
                && self.next.is_some_and(|next| {
                    next.markers.iter().any(|marker| marker.whole && marker.style == Style::Figure)
                });
            match (known, self.habits.styled_headings, heads) {
                (true, ..) => 0.5,
                (_, true, _) => 5.5,
                (_, _, true) => 1.2,
                _ => 3.4,
            }
        };
        if !self.looks_like_heading() {
            cost += if self.block.heading { 1.5 } else { 4.0 };
        }
        if self.block.markers.iter().any(|marker| marker.whole) {
            cost += 3.0;
        }
        if state.ending == Ending::Colon {
            cost += if self.block.styled { 0.5 } else { 2.0 };
        }
        if state.ending == Ending::Open && matches!(state.last, Last::Paragraph | Last::Unnumbered) {
            cost += 1.0;
        }
        // A heading heads something.
        if self.next.is_none() {
            cost += 2.0;
        }
        cost
    }

    /// The cost of a labelled heading's own look.
    fn heading_shape(&self) -> f32 {
        let block = self.block;
        let shape = if self.looks_like_heading() { 0.0 } else { 5.0 };
        let style = if block.styled || block.heading {
            0.0
        } else if self.habits.styled_headings {
            3.0
        } else {
            0.6
        };
        shape + style
    }

    /// Short, without the sign of a sentence's end, and not in small letters.
    fn looks_like_heading(&self) -> bool {
        let text = &self.block.passage.text;
        let count = text.chars().count();
        let limit = if self.block.styled || self.block.heading { 400 } else { 200 };
        let end = Ending::of(text);
        let stopped = matches!(end, Ending::Semicolon | Ending::Comma)
            || (end == Ending::Sentence && !text.ends_with(['?', ']', ')']));
        let quoted = text.ends_with('”') && self.block.styled;
        count <= limit
            && (!stopped || quoted || (self.block.heading && count < 120))
            && !text.starts_with(|c: char| c.is_lowercase())
    }

    fn is_bare(&self, marker: &Marker) -> bool {
        let rest: String = self.block.passage.text.chars().skip(marker.length).collect();
        rest.trim_matches([' ', '.', ':', '*']).is_empty()
    }

    /// The cost of a left edge that differs from its like; white space is weak evidence.
    fn indent_cost(&self, left: i16, worth: f32) -> f32 {
        let tolerance = if self.block.layout { 10 } else { 2 };
        if left >= 0 && (self.block.left as i16 - left).abs() > tolerance { worth } else { 0.0 }
    }

    /// The state after a choice.
    fn after(&self, state: &State, choice: &Choice) -> State {
        let mut after = *state;
        let text = &self.block.passage.text;
        let left = self.block.left as i16;
        after.ending = Ending::of(text);
        match choice {
            Choice::Continuation => {
                if matches!(state.last, Last::Heading | Last::PlainHeading) {
                    after.ending = Ending::Start;
                } else if state.last == Last::BareLabel {
                    after.last = Last::Paragraph;
                }
            }
            Choice::Paragraph { number, marker } => {
                after.paragraph = *number;
                after.fresh = false;
                if marker.is_some() {
                    after.paragraph_left = left;
                }
                after.close_lists(0);
                after.last = if marker.as_ref().is_some_and(|marker| self.is_bare(marker)) {
                    Last::BareLabel
                } else {
                    Last::Paragraph
                };
            }
            Choice::Item { depth, marker } => {
                after.close_lists(*depth + 1);
                after.lists[*depth] = Some(List { style: marker.style, value: marker.value, left });
                after.last = if self.is_bare(marker) { Last::BareLabel } else { Last::Item };
            }
            Choice::ListLine => {
                if state.last != Last::ListLine || state.ending == Ending::Colon {
                    after.line_left = left;
                    after.bulleted = self.block.bullet;
                }
                after.last = Last::ListLine;
            }
            Choice::Unnumbered => {
                after.close_lists(0);
                after.last = Last::Unnumbered;
            }
            Choice::Title => {
                after.last = Last::Heading;
                after.ending = Ending::Start;
            }
            Choice::Row => after.last = Last::Row,
            Choice::Annex { marker, inner } => {
                after.enter_annex();
                if *inner {
                    after.inner_annex = marker.value.max(1);
                } else {
                    after.annex = if marker.value > 0 { marker.value } else { state.annex + 1 };
                    after.inner_annex = 0;
                }
                after.last = if self.is_bare(marker) { Last::BareAnnex } else { Last::Heading };
                after.ending = Ending::Start;
            }
            Choice::Heading { level, marker } => {
                self.after_heading(&mut after, *level, marker.as_ref());
            }
        }
        if !matches!(choice, Choice::ListLine | Choice::Continuation) {
            after.line_left = -1;
        }
        after
    }

    fn after_heading(&self, after: &mut State, level: Level, marker: Option<&Marker>) {
        let value = marker.map_or(0, |marker| marker.value);
        match level {
            Level::Part => (after.part, after.chapter, after.letter, after.figure) = (value, 0, 0, 0),
            Level::Chapter => (after.chapter, after.letter, after.figure) = (value, 0, 0),
            Level::Letter => (after.letter, after.figure) = (value, 0),
            Level::Figure => after.figure = value,
            Level::Paren | Level::Plain => {}
        }
        after.close_lists(0);
        after.fresh = true;
        after.ending = Ending::Start;
        after.last = match marker {
            None => Last::PlainHeading,
            Some(marker) if self.is_bare(marker) => Last::BareHeading,
            Some(_) => Last::Heading,
        };
    }
}

/// "Recalling its resolution …," and "The Working Group,": a preamble, which bears no numbers.
fn is_preambular(text: &str) -> bool {
    text.ends_with(',')
        && (begins_preambular(text) || (text.starts_with("The ") && text.chars().count() < 120))
}

/// True where a text begins with the participle (or adjective) of a preambular paragraph.
pub fn begins_preambular(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "Guided",
        "Convinced",
        "Concerned",
        "Alarmed",
        "Determined",
        "Mindful",
        "Aware",
        "Deeply",
        "Gravely",
        "Seriously",
        "Having",
        "Disturbed",
        "Appalled",
        "Inspired",
        "Cognizant",
        "Conscious",
    ];
    let first = text.split(' ').next().unwrap_or("");
    first.starts_with(|c: char| c.is_uppercase())
        && ((first.ends_with("ing") && first.len() > 5) || OTHERS.contains(&first))
}

/// The cost of `value` after `last` in one sequence: the next is free, a gap costs more the wider
/// it is, a repetition or a step back is close to impossible.
fn sequence(last: u32, value: u32) -> f32 {
    match value.checked_sub(last) {
        Some(1) => 0.0,
        None | Some(0) => 9.0,
        Some(step) => (3.0 + (step as f32).ln()).min(8.0),
    }
}
