//! Terms as hashes, sorted lists of them, and their tf-idf vectors.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Overlap of two sorted lists with repetition, from 0 to 1 (Dice).
pub(super) fn overlap<T: Ord>(a: &[T], b: &[T]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    2.0 * shared(a, b) as f64 / (a.len() + b.len()) as f64
}

/// How many elements two sorted lists with repetition have in common.
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
    }
    both
}

/// Words as hashes.
pub(super) fn hashed<'a>(words: impl IntoIterator<Item = &'a String>) -> Vec<u64> {
    words.into_iter().map(|word| hash(word.chars())).collect()
}

/// Hashed words and each two neighbours.
pub(super) fn with_pairs(single: &[u64]) -> Vec<u64> {
    single.iter().copied().chain(pairs_of(single)).collect()
}

/// Hashes of the words of more than three letters, sorted: what a sentence says, without its grammar.
pub(super) fn content(words: &[String]) -> Vec<u64> {
    let long = words.iter().filter(|word| word.len() > 3);
    let mut out: Vec<u64> = long.map(|word| hash(word.chars())).collect();
    out.sort_unstable();
    out
}

fn pairs_of(single: &[u64]) -> impl Iterator<Item = u64> {
    single.windows(2).map(|two| two[0].rotate_left(17).wrapping_mul(31) ^ two[1])
}

/// Hashes of each four neighbouring characters of a key; the whole of a shorter one.
pub(super) fn char_grams(key: &str) -> Vec<u64> {
    let chars: Vec<char> = key.chars().collect();
    if chars.len() < 4 {
        return if chars.is_empty() { Vec::new() } else { vec![hash(chars.iter().copied())] };
    }
    chars.windows(4).map(|four| hash(four.iter().copied())).collect()
}

/// FNV-1a over the characters, then mixed: the same on every run and machine.
pub(super) fn hash(chars: impl Iterator<Item = char>) -> u64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for c in chars {
        h = (h ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    h ^= h >> 32;
    h.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Passes a number that is a hash already straight through.
#[derive(Default)]
pub(super) struct Through(u64);

impl Hasher for Through {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// A map whose keys are hashes or packed pairs.
pub(super) type Table<V> = HashMap<u64, V, BuildHasherDefault<Through>>;

/// A text as a vector of length 1: terms ascending, with tf-idf weights.
pub(super) type Vector = Vec<(u32, f32)>;

/// tf-idf vectors (logarithmic tf, smooth idf) of texts given as lists of hashed terms.
pub(super) fn vectors(texts: Vec<Vec<u64>>) -> Vec<Vector> {
    let mut ids: Table<u32> = Table::default();
    let mut found_in: Vec<u32> = Vec::new();
    let total = texts.len() as f64;
    let mut out: Vec<Vector> = Vec::with_capacity(texts.len());
    let mut occurs: Vec<u32> = Vec::new();
    for terms in texts {
        occurs.clear();
        for term in terms {
            let next = found_in.len() as u32;
            let id = *ids.entry(term).or_insert(next);
            if id == next {
                found_in.push(0);
            }
            occurs.push(id);
        }
        occurs.sort_unstable();
        let mut vector: Vector = Vec::with_capacity(occurs.len());
        for same in occurs.chunk_by(|a, b| a == b) {
            found_in[same[0] as usize] += 1;
            vector.push((same[0], if same.len() == 1 { 1.0 } else { 1.0 + (same.len() as f32).ln() }));
        }
        out.push(vector);
    }
    let idf: Vec<f32> = found_in
        .iter()
        .map(|texts| (((1.0 + total) / (1.0 + f64::from(*texts))).ln() + 1.0) as f32)
        .collect();
    for vector in &mut out {
        let mut square = 0.0;
        for (id, weight) in vector.iter_mut() {
            *weight *= idf[*id as usize];
            square += f64::from(*weight).powi(2);
        }
        let length = square.sqrt().max(f64::MIN_POSITIVE) as f32;
        vector.iter_mut().for_each(|term| term.1 /= length);
    }
    out
}

/// The cosine of two vectors of length 1.
pub(super) fn cosine(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += f64::from(a[i].1) * f64::from(b[j].1);
                i += 1;
                j += 1;
            }
        }
    }
    sum.min(1.0)
}
