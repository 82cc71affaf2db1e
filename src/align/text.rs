//! The normal forms in which two texts are compared, raw and masked.

use super::vector::hash;
use crate::terms::english::calendar::MONTHS;
use crate::terms::english::number;
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

/// Ordinals and cardinals in figures or words, without "one", which is a pronoun more often, and
/// without "zero".
fn is_number(word: &str) -> bool {
    if word.starts_with(|c: char| c.is_numeric()) {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        let ending = &word[digits.len()..];
        return digits.chars().all(char::is_numeric)
            && (ending.is_empty() || number::ORDINAL_ENDINGS.contains(&ending));
    }
    let letters: Vec<char> = word.chars().take(LONGEST_NUMBER + 1).collect();
    letters.len() <= LONGEST_NUMBER
        && number::ordinal(&letters).or(number::cardinal(&letters).filter(|count| *count > 1)).is_some()
}

/// "seventeenth".
const LONGEST_NUMBER: usize = 11;

/// True for what tells sentences of one series apart: symbols, months and ordinals. A mere number
/// ("items 3 to 5", "ten meetings") may recur by chance.
pub(super) fn telling(clue: &str) -> bool {
    let ordinal = number::ORDINAL_ENDINGS.iter().any(|end| clue.ends_with(end));
    clue.contains('/') || is_month(clue) || ordinal
}

/// True for what may name one thing only: symbols, ordinals, figures that are no year.
pub(super) fn singular(clue: &str) -> bool {
    let year = clue.len() == 4 && (clue.starts_with("19") || clue.starts_with("20"));
    let figure = clue.len() > 2 && clue.bytes().all(|c| c.is_ascii_digit()) && !year;
    figure || telling(clue) && !is_month(clue)
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
