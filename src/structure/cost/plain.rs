//! What it costs to read a block as unnumbered: continuation, paragraph, line of a list, heading.

use super::super::marker::Style;
use super::super::state::{Ending, Last, State};
use super::{View, begins_preambular, is_closing, is_preambular};

impl View<'_> {
    /// Goes on with the block before.
    pub(super) fn continuation(&self, state: &State) -> f32 {
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
                    // The line before the break had room to spare: it was the last of its paragraph.
                    (true, false) => {
                        if self.block.wrapped && !self.block.forced {
                            2.5
                        } else {
                            0.5
                        }
                    }
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
                    (true, false) if self.block.wrapped && self.block.forced => 1.8,
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
        // Back at the margin of the paragraph: what follows a list, not its last item.
        let tolerance = if self.block.layout { 6 } else { 1 };
        let hangs = state.lists.iter().flatten().last();
        if state.last == Last::Item
            && !self.block.broken
            && hangs.is_some_and(|list| (self.block.left as i16) < list.left - tolerance)
        {
            cost += 2.5;
        }
        if self.block.markers.iter().any(|marker| marker.whole) {
            // To read a label as part of a sentence is possible at a forced break only ("… March / 2025. By …").
            cost += if self.block.forced && state.ending == Ending::Open { 1.0 } else { 3.0 };
        }
        let begins = self.block.bullet || self.block.set_in;
        if begins || (state.ending == Ending::Comma && begins_preambular(text)) {
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
    pub(super) fn unnumbered(&self, state: &State) -> f32 {
        let text = &self.block.passage.text;
        if is_closing(text) {
            return 0.2;
        }
        let mut cost: f32 = 1.0 + 1.5 * self.habits.numbers;
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
    pub(super) fn list_line(&self, state: &State) -> f32 {
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
            _ => 6.0,
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
    pub(super) fn plain_heading(&self, state: &State) -> f32 {
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
}
