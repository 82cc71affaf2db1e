//! Two reports → [`Alignment`]: which paragraph answers to which, and why.

use crate::mentions::Annotated;

/// Which nodes answer to which: either side may be empty, never both.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// In the order of NEW; a deleted one where it stood in OLD.
    pub pairs: Vec<Pair>,
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
pub fn align(_old: &Annotated, _new: &Annotated) -> Alignment {
    Alignment::default()
}
