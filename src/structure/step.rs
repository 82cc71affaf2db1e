//! The state after a choice: what the search carries from block to block.

use super::cost::View;
use super::marker::Marker;
use super::search::{Choice, Level};
use super::state::{Ending, Last, List, State};

impl View<'_> {
    /// The state after a choice.
    pub fn after(&self, state: &State, choice: &Choice) -> State {
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
                after.unnumbered = 0;
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
                after.unnumbered = (after.unnumbered + 1).min(12);
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
