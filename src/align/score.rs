//! How much two units look alike, by words alone; every comparison is made once and counted.

use super::heading;
use super::unit::{Class, Unit};
use super::vector::{Table, cosine, overlap, shared};

/// Weights of the three views of a text; found on development pairs, see the notes in `mod.rs`.
const RAW: f64 = 0.4;
const GRAMS: f64 = 0.3;
const MASKED: f64 = 0.3;
/// A paragraph and a list item, or an unnumbered paragraph.
const OTHER_KIND: f64 = 0.9;
/// A paragraph of the body and one of an annex.
const OTHER_PART: f64 = 0.95;
/// Headings of one meaning in other words.
const SYNONYM: f64 = 0.9;
/// From this masked cosine on two sentences are taken for the same template ...
pub(super) const TEMPLATE: f64 = 0.8;
/// ... and the ordinals, symbols and dates in them weigh so much, half either way: as much as the
/// margin below which texts alone are no longer to be trusted (0.05).
const CLUES: f64 = 0.1;
/// A symbol, an ordinal or a figure that nothing else has, in texts of at least this likeness.
const SIGN: f64 = 0.08;
const SIGNED: f64 = 0.42;

/// Where words say less than this, letters are not asked. In 16,211 such pairs of paragraphs of six
/// real reports the letters' cosine was 0.23 at most, which lifts a pair to 0.13: below the weakest
/// pair that is made (0.18).
const FAINT: f64 = 0.06;
/// Texts with fewer words may be alike in letters only ("co-ordination", "coordination").
const SHORT: usize = 8;

/// The result of comparing two texts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Score {
    /// 0 to 1; 1 where the texts are the same.
    pub text: f64,
    /// What the ordinals, symbols and dates say, where both are the same template: -0.05 to 0.05;
    /// and 0.08 where one of them stands nowhere else.
    pub clues: f64,
}

impl Score {
    /// What candidates are ranked by. Nothing comes before the same text.
    pub fn rank(self) -> f64 {
        if self.text >= 1.0 { self.text } else { (self.text + self.clues).min(0.999) }
    }
}

/// Compares units of OLD with units of NEW.
pub(super) struct Scorer<'a> {
    /// The units of OLD.
    pub old: &'a [Unit],
    /// The units of NEW.
    pub new: &'a [Unit],
    known: Table<Score>,
}

impl<'a> Scorer<'a> {
    /// Nothing compared yet.
    pub fn new(old: &'a [Unit], new: &'a [Unit]) -> Self {
        Scorer { old, new, known: Table::default() }
    }

    /// The same with OLD and NEW in each other's place.
    pub fn flipped(self) -> Self {
        let known = self.known.into_iter().map(|(place, score)| (place.rotate_left(32), score)).collect();
        Scorer { old: self.new, new: self.old, known }
    }

    /// How many pairs were compared.
    pub fn count(&self) -> usize {
        self.known.len()
    }

    /// Compares two units.
    pub fn score(&mut self, i: usize, j: usize) -> Score {
        let place = ((i as u64) << 32) | j as u64;
        if let Some(score) = self.known.get(&place) {
            return *score;
        }
        let score = compare(&self.old[i], &self.new[j]);
        self.known.insert(place, score);
        score
    }
}

fn compare(a: &Unit, b: &Unit) -> Score {
    if a.class != b.class {
        return Score::default();
    }
    let mut factor = 1.0;
    if a.kind != b.kind {
        factor *= OTHER_KIND;
    }
    if a.part != b.part {
        factor *= OTHER_PART;
    }
    if a.forms.key == b.forms.key {
        return Score { text: round(factor), clues: 0.0 };
    }
    let raw = cosine(&a.raw, &b.raw);
    let masked = cosine(&a.masked, &b.masked);
    // Without a word in common letters alone never make a pair.
    if raw + masked <= 0.0 {
        return Score::default();
    }
    let mut text = RAW * raw + MASKED * masked;
    if text >= FAINT || a.forms.words.len().min(b.forms.words.len()) < SHORT {
        text += GRAMS * cosine(&a.grams, &b.grams);
    }
    if a.class == Class::Heading {
        let meant = heading::meaning(&a.forms.words);
        if meant.is_some() && meant == heading::meaning(&b.forms.words) {
            text = text.max(SYNONYM);
        }
    }
    let both = !a.forms.clues.is_empty() && !b.forms.clues.is_empty();
    let clues = if both && masked >= TEMPLATE {
        CLUES * (overlap(&a.forms.clues, &b.forms.clues) - 0.5)
    } else {
        0.0
    };
    let sign = shared(&a.signs, &b.signs) > 0 && text >= SIGNED;
    let clues = clues + if sign { SIGN } else { 0.0 };
    // Only the same text scores 1: a sum of cosines may round up to it.
    Score { text: round(text.min(0.999) * factor), clues: round(clues) }
}

/// To nine places, so that the order of additions never decides a tie.
fn round(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}
