//! What each reading of a block costs in a state.
//!
//! Costs are in units where 1 is a small doubt, 4 a broken convention and 9 close to impossible.
//! They were set by reading documents, not fitted; the order of magnitude matters, not the digits.

mod numbered;
mod plain;

use super::block::Block;
use super::marker::{Marker, Style};
use super::search::{Choice, Level};
use super::state::{Ending, Last, State, without_call};

/// What this document does as a whole.
pub struct Habits {
    /// How far paragraphs are numbered here, 0..=1: 1 in reports, near 0 in prose; resolutions between.
    pub numbers: f32,
    /// Some printed number was found at all.
    any_number: bool,
    /// Headings are set in bold (PDF) or marked (Markdown).
    styled_headings: bool,
}

impl Habits {
    /// The habits of these blocks.
    pub fn of(blocks: &[Block]) -> Habits {
        let long =
            |block: &&Block| block.passage.text.chars().count() > 60 && block.row.is_none() && !block.styled;
        let figure =
            |block: &&Block| block.markers.iter().any(|marker| marker.style == Style::Figure && marker.whole);
        let labelled = |block: &&Block| !block.markers.is_empty();
        let total = blocks.iter().filter(long).filter(|block| figure(block) || !labelled(block)).count();
        let numbered = blocks.iter().filter(long).filter(figure).count();
        let share = if total == 0 { 0.0 } else { numbered as f32 / total as f32 };
        Habits {
            // A report that lost half of its numbers still has the habit; a resolution has a third.
            numbers: ((share - 0.2) / 0.4).clamp(0.0, 1.0),
            any_number: blocks.iter().filter(figure).count() >= 2 || numbered > 0,
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
pub struct View<'a> {
    pub block: &'a Block,
    pub next: Option<&'a Block>,
    pub habits: &'a Habits,
}

impl View<'_> {
    /// Offers every reading with its cost.
    pub fn readings(&self, state: &State, offer: &mut impl FnMut(Choice, f32)) {
        if self.block.row.is_some() {
            return offer(Choice::Row, 0.0);
        }
        offer(Choice::Continuation, self.continuation(state));
        offer(Choice::Unnumbered, self.unnumbered(state));
        offer(Choice::ListLine, self.list_line(state));
        offer(Choice::Heading { level: Level::Plain, marker: None }, self.plain_heading(state));
        if matches!(state.last, Last::BareHeading | Last::BareAnnex) {
            // "[Original: English]" below "Annex" is a remark on the language, not a title.
            let title = self.looks_like_heading() && !self.block.passage.text.starts_with('[');
            offer(Choice::Title, if title { 0.0 } else { 5.0 });
        }
        if let Some(cost) = self.inferred(state) {
            offer(Choice::Paragraph { number: state.paragraph + 1, marker: None }, cost);
        }
        for marker in &self.block.markers {
            self.labelled(state, marker, offer);
        }
    }

    pub(super) fn labelled(&self, state: &State, marker: &Marker, offer: &mut impl FnMut(Choice, f32)) {
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
                    weak + self.heading_shape() + first_or_next(state.chapter, marker.value),
                );
            }
            Style::Chapter => {
                let alone = self.is_bare(marker);
                let shape = if alone { 0.0 } else { self.heading_shape() };
                offer(heading(Level::Chapter), shape + first_or_next(state.chapter, marker.value));
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

    /// The cost of a labelled heading's own look.
    pub(super) fn heading_shape(&self) -> f32 {
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
    pub(super) fn looks_like_heading(&self) -> bool {
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

    pub fn is_bare(&self, marker: &Marker) -> bool {
        let rest: String = self.block.passage.text.chars().skip(marker.length).collect();
        rest.trim_matches([' ', '.', ':', '*']).is_empty()
    }

    /// The cost of a left edge that differs from its like; white space is weak evidence.
    pub(super) fn indent_cost(&self, left: i16, worth: f32) -> f32 {
        let tolerance = if self.block.layout { 10 } else { 2 };
        if left >= 0 && (self.block.left as i16 - left).abs() > tolerance { worth } else { 0.0 }
    }
}

/// "Recalling its resolution …," and "The Working Group,": a preamble, which bears no numbers.
fn is_preambular(text: &str) -> bool {
    without_call(text).ends_with(',')
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
        "Particularly",
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

/// "34th meeting", "15 December 2025": the lines below a resolution that tell when it was adopted.
fn is_closing(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let ordinal = words[0].trim_end_matches(|c: char| c.is_ascii_lowercase());
    let meeting = words.len() <= 3
        && words.last() == Some(&"meeting")
        && !ordinal.is_empty()
        && ordinal.len() < words[0].len()
        && ordinal.chars().all(|c| c.is_ascii_digit());
    meeting || (words.len() == 3 && super::masthead::plain_date(text).is_some())
}

/// As [`sequence`], but an excerpt may begin with any chapter.
fn first_or_next(last: u32, value: u32) -> f32 {
    if last == 0 && value > 1 { 2.2 } else { sequence(last, value) }
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
