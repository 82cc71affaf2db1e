//! What it costs to read a block as numbered: paragraph, lost number, item, annex.

use super::super::marker::{Marker, Style};
use super::super::search::Choice;
use super::super::state::{DEEPEST_LIST, Ending, Last, State};
use super::{View, sequence};

impl View<'_> {
    pub(super) fn annexes(&self, state: &State, marker: &Marker, offer: &mut impl FnMut(Choice, f32)) {
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
    pub(super) fn paragraph(&self, state: &State, marker: &Marker) -> f32 {
        let mut cost = if marker.suffix.is_some() && marker.value == state.paragraph {
            0.0
        } else if marker.value == 1 && state.paragraph > 0 {
            // A decision or resolution inside the report counts for itself.
            if state.fresh { 1.2 } else { 9.0 }
        } else if state.paragraph == 0 && marker.value > 1 {
            // An excerpt begins anywhere; a first number that was lost is dearer than this.
            2.0 + (marker.value as f32).ln().min(3.0) * 0.5
        } else if marker.value == state.paragraph {
            // Printed twice by mistake: it happens ("35, 36 and 37 are repeated").
            5.5
        } else {
            sequence(state.paragraph, marker.value)
        };
        // As many paragraphs without a number as numbers are missing: they were lost, not skipped.
        let missing = marker.value.saturating_sub(state.paragraph + 1);
        if missing > 0 && missing == u32::from(state.unnumbered) {
            cost += 1.2 * missing as f32;
        }
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
    pub(super) fn inferred(&self, state: &State) -> Option<f32> {
        let text = &self.block.passage.text;
        let labelled = self.block.markers.iter().any(|marker| marker.whole);
        if !self.habits.any_number || labelled || self.block.heading || self.block.styled {
            return None;
        }
        let mut cost = 3.0 - self.habits.numbers;
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
    pub(super) fn items(
        &self,
        state: &State,
        marker: &Marker,
        weak: f32,
        offer: &mut impl FnMut(Choice, f32),
    ) {
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
}
