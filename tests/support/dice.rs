//! Random numbers that are the same in every run: SplitMix64, seeded by hand.

// Each test binary that includes this file needs another part of it.
#![allow(dead_code)]

/// A generator.
pub struct Dice(u64);

impl Dice {
    /// Starts at a seed; the same seed throws the same numbers.
    pub fn new(seed: u64) -> Self {
        // Neighbouring seeds must not give the same row one step further: the seed is mixed first.
        Dice(Dice(seed).next())
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`; 0 where the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}
