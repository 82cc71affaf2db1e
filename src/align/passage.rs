//! Where in a paragraph the words of another one stand, in order, and what nobody has taken of it yet.

use super::chain::{Cell, heaviest};
use super::unit::Unit;
use super::vector::{Table, hashed};

/// How rare each word is, over the texts of both sides.
pub(super) struct Rarity {
    found_in: Table<u32>,
    texts: f64,
}

/// What a word weighs that every text has.
const COMMON: f64 = 0.1;

impl Rarity {
    /// Counts the texts that hold each word.
    pub fn of(sides: [&[Unit]; 2]) -> Self {
        let mut found_in: Table<u32> = Table::default();
        for unit in sides.into_iter().flatten() {
            let mut words = hashed(&unit.forms.words);
            words.sort_unstable();
            words.dedup();
            words.into_iter().for_each(|word| *found_in.entry(word).or_default() += 1);
        }
        Rarity { found_in, texts: (sides[0].len() + sides[1].len()) as f64 }
    }

    fn of_word(&self, word: u64) -> f64 {
        let found_in = self.found_in.get(&word).copied().unwrap_or(0);
        COMMON + ((1.0 + self.texts) / (1.0 + f64::from(found_in))).ln()
    }
}

/// What a passage holds of a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    /// The share of the text, by the rarity of its words.
    pub share: f64,
    /// How many words.
    pub words: usize,
}

/// A paragraph whose words are taken by the pieces that it became.
pub(super) struct Passage<'a> {
    words: Vec<u64>,
    places: Table<Vec<u32>>,
    taken: Vec<bool>,
    rarity: &'a Rarity,
}

/// A word that comes more often in one paragraph is looked at no further.
const OFTEN: usize = 6;
/// How far a row of the same words is followed, either way.
const ROW: usize = 8;
/// What a word weighs whose neighbours are others on the two sides.
const ALONE: f64 = 0.3;

impl<'a> Passage<'a> {
    /// Nothing taken yet.
    pub fn new(whole: &Unit, rarity: &'a Rarity) -> Self {
        let words = hashed(&whole.forms.words);
        let mut places: Table<Vec<u32>> = Table::default();
        for (at, word) in words.iter().enumerate() {
            let places = places.entry(*word).or_default();
            if places.len() < OFTEN {
                places.push(at as u32);
            }
        }
        let taken = vec![false; words.len()];
        Passage { words, places, taken, rarity }
    }

    /// Takes out what a piece says of it.
    pub fn take(&mut self, piece: &Unit) {
        for cell in self.chain(&hashed(&piece.forms.words)) {
            self.taken[cell.i] = true;
        }
    }

    /// How much of a text is said in order by what is left.
    pub fn holds(&self, piece: &Unit) -> Held {
        let words = hashed(&piece.forms.words);
        let all: f64 = words.iter().map(|word| self.rarity.of_word(*word)).sum();
        let chain = self.chain(&words);
        let here: f64 = chain.iter().map(|cell| self.rarity.of_word(words[cell.j])).sum();
        Held { share: here / all.max(f64::MIN_POSITIVE), words: chain.len() }
    }

    /// The heaviest chain of free words. A word weighs more the longer the row of words is in which it
    /// stands on both sides, so that of two sentences of one template the right one is found; alone it
    /// says little.
    fn chain(&self, words: &[u64]) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let Some(places) = self.places.get(word) else { continue };
            for &place in places.iter().filter(|place| !self.taken[**place as usize]) {
                let place = place as usize;
                let after = words[at + 1..].iter().zip(&self.words[place + 1..]);
                let before = words[..at].iter().rev().zip(self.words[..place].iter().rev());
                let same = |two: &(&u64, &u64)| two.0 == two.1;
                let row =
                    after.take(ROW).take_while(same).count() + before.take(ROW).take_while(same).count();
                let weight = if row == 0 { ALONE } else { 1.0 + 0.1 * row as f64 };
                cells.push(Cell::new(place, at, weight * self.rarity.of_word(*word)));
            }
        }
        heaviest(&cells)
    }
}
