//! The normal forms in which two texts are compared, raw and masked, and their tf-idf vectors.

use crate::terms::english::calendar::MONTHS;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use unicode_normalization::UnicodeNormalization;

/// One text in the forms that the stages of alignment compare.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms {
    /// The text without case, spaces, dashes and quotation marks: equal keys are the same text.
    ///
    /// Without spaces, because PDF files hold kerning spaces inside words ("otherwi se").
    pub key: String,
    /// Words as written, in lower case; `___` stands for any blank.
    pub words: Vec<String>,
    /// The same words, hashed, with dates, symbols, numbers and blanks masked.
    pub masked: Vec<u64>,
    /// What was masked, sorted: the ordinals, symbols and dates that tell template sentences apart.
    pub clues: Vec<String>,
    /// True where the whole text is one blank: `[...]`, `___`, `[To be completed]`.
    pub blank: bool,
}

/// The word that stands for any blank.
pub(super) const BLANK: &str = "___";

/// A blank that is a whole paragraph is a short instruction; a longer bracketed paragraph is
/// contested text. The longest instruction in a collection of real ones has eight words.
const LONGEST_BLANK: usize = 8;

impl Forms {
    /// Brings a text into its normal forms.
    pub fn of(text: &str) -> Self {
        let plain = normal(text);
        let key = plain.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\'' | '"')).collect();
        let mut forms = Forms { key, ..Forms::default() };
        for chunk in plain.split_whitespace() {
            forms.add(chunk);
        }
        forms.clues.sort_unstable();
        forms.blank = is_blank(&plain, &forms.words);
        forms
    }

    /// Takes in what stands between two spaces.
    fn add(&mut self, chunk: &str) {
        let from = self.words.len();
        words(chunk, &mut self.words);
        let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        let symbol = bare.contains('/') && bare.bytes().any(|c| c.is_ascii_digit());
        if symbol || bare.starts_with("http") || bare.starts_with("www.") {
            self.clues.push(bare.to_owned());
            self.masked.push(SYMBOL);
            return;
        }
        for word in &self.words[from..] {
            let mask = if word == BLANK {
                PLACEHOLDER
            } else if is_month(word) {
                DATE
            } else if is_number(word) {
                NUMBER
            } else {
                self.masked.push(hash(word.chars()));
                continue;
            };
            // "12 March 2021" is one date: the figures on both sides of the month belong to it.
            if mask == DATE {
                while self.masked.last() == Some(&NUMBER) {
                    self.masked.pop();
                }
            }
            if mask != NUMBER || self.masked.last() != Some(&DATE) {
                self.masked.push(mask);
            }
            if mask != PLACEHOLDER {
                self.clues.push(word.clone());
            }
        }
    }
}

/// The masks, in place of hashes.
const SYMBOL: u64 = 1;
const DATE: u64 = 2;
const NUMBER: u64 = 3;
const PLACEHOLDER: u64 = 4;

/// Compatibility forms, lower case, one kind of dash, of quotation mark and of space.
fn normal(text: &str) -> String {
    if text.is_ascii() {
        let space = |c: char| if c.is_whitespace() { ' ' } else { c };
        return text.chars().map(|c| if c == '`' { '\'' } else { space(c.to_ascii_lowercase()) }).collect();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{2018}'..='\u{201b}' | '\u{2b9}' | '\u{2bc}' | '`' | '\u{b4}' => out.push('\''),
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => out.push('"'),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Words of letters and digits; one word for each character of the scripts without spaces.
fn words(plain: &str, out: &mut Vec<String>) {
    let mut word = String::new();
    let mut run = 0; // underscores or full stops in a row
    let mut blank = false;
    for c in plain.chars().chain([' ']) {
        if c == '_' || c == '.' {
            run += 1;
            blank = run >= if c == '_' { 2 } else { 3 };
        } else {
            run = 0;
        }
        let alone =
            matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2ffff}');
        if c.is_alphanumeric() && !alone {
            if blank {
                out.push(BLANK.to_owned());
                blank = false;
            }
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if blank && run == 0 {
            out.push(BLANK.to_owned());
            blank = false;
        }
        if alone {
            out.push(c.to_string());
        }
    }
}

fn is_blank(plain: &str, words: &[String]) -> bool {
    let plain = plain.trim().trim_end_matches(['.', ';', ',']).trim_end();
    let bracketed = plain.starts_with('[') && plain.find(']') == plain.len().checked_sub(1);
    !words.is_empty() && words.iter().all(|word| word == BLANK) || bracketed && words.len() <= LONGEST_BLANK
}

/// "May" the month and "may" the verb look alike here; both are rare beside what surrounds them.
fn is_month(word: &str) -> bool {
    word != "may" && MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word))
}

/// Ordinals and cardinals that number sessions, meetings and panels in words.
const NUMBER_WORDS: [&str; 37] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
];

fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let figure = !digits.is_empty()
        && digits.chars().all(char::is_numeric)
        && matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    figure || NUMBER_WORDS.contains(&word)
}

/// True for what tells sentences of one series apart: symbols, months and ordinals. A mere number
/// ("items 3 to 5", "ten meetings") may recur by chance.
pub(super) fn telling(clue: &str) -> bool {
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| clue.ends_with(end));
    clue.contains('/') || is_month(clue) || ordinal
}

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
pub(super) fn hashed(words: &[String]) -> Vec<u64> {
    words.iter().map(|word| hash(word.chars())).collect()
}

/// Hashed words and each two neighbours.
pub(super) fn with_pairs(single: &[u64]) -> Vec<u64> {
    single.iter().copied().chain(pairs_of(single)).collect()
}

/// Hashes of each two neighbouring words, sorted: for containment.
pub(super) fn bigrams(words: &[String]) -> Vec<u64> {
    let mut out: Vec<u64> = pairs_of(&hashed(words)).collect();
    out.sort_unstable();
    out
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
fn hash(chars: impl Iterator<Item = char>) -> u64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_spaces_dashes_and_quotes_do_not_make_another_text() {
        assert_eq!(
            Forms::of("The \u{201c}Co -Chairs\u{201d} 1\u{2013}2").key,
            Forms::of("the 'CoChairs' 1-2").key
        );
    }

    #[test]
    fn dates_symbols_numbers_and_blanks_are_masked_and_kept_as_clues() {
        let forms = Forms::of("At its 3rd meeting, on 12 March 2021, it had X/AC.9/L.1 and [...] of seven");
        let same = Forms::of("At its ninth meeting, on 7 July, it had A/2 and ___ of 3");
        assert_eq!(forms.masked, same.masked);
        assert_eq!(forms.masked.len(), 13);
        assert_eq!(forms.clues, ["12", "2021", "3rd", "march", "seven", "x/ac.9/l.1"]);
    }

    #[test]
    fn a_whole_blank_is_told_from_contested_text() {
        for text in ["[To be completed]", "___", "[...].", "[\u{2026}]"] {
            assert!(Forms::of(text).blank, "{text}");
        }
        for text in ["[a] and [b]", "", "The end.", "[The board shall decide at once what is to be done]"] {
            assert!(!Forms::of(text).blank, "{text}");
        }
    }
}
