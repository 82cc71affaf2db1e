//! Numbers in words: "nine", "seventy-ninth", and the parts from which longer ones are made.

/// Zero to nineteen.
pub const CARDINALS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// Zeroth to nineteenth.
pub const ORDINALS: [&str; 20] = [
    "zeroth",
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
];

/// Twenty to ninety.
pub const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Twentieth to ninetieth.
pub const TENTHS: [&str; 8] =
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

/// The words by which the parts before them are multiplied.
pub const SCALES: [(&str, u32); 2] = [("hundred", 100), ("thousand", 1_000)];

/// The same as ordinals.
pub const SCALES_TH: [(&str, u32); 2] = [("hundredth", 100), ("thousandth", 1_000)];

/// What may follow the figures of an ordinal.
pub const ORDINAL_ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// What one word without a scale counts, whatever its case: "nine", "Twenty-one".
pub fn cardinal(word: &[char]) -> Option<u32> {
    read(word, &CARDINALS, &TENS)
}

/// Which one a word without a scale names, whatever its case: "ninth", "twenty-first".
pub fn ordinal(word: &[char]) -> Option<u32> {
    read(word, &ORDINALS, &TENTHS)
}

/// An ordinal in figures: "283rd".
pub fn ordinal_in_figures(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// An ordinal in words, "ninety-ninth"; in figures from the hundredth on, as nobody writes out a
/// hundred and fourth.
pub fn ordinal_in_words(number: u32) -> String {
    if number < 100 { below_a_hundred(number) } else { ordinal_in_figures(number) }
}

fn below_a_hundred(number: u32) -> String {
    let index = number as usize;
    if let Some(unit) = ORDINALS.get(index) {
        return (*unit).to_owned();
    }
    let ten = index / 10 - 2;
    match index % 10 {
        0 => TENTHS[ten].to_owned(),
        unit => format!("{}-{}", TENS[ten], ORDINALS[unit]),
    }
}

fn read(word: &[char], units: &[&str; 20], round: &[&str; 8]) -> Option<u32> {
    // "seventeenth" is the longest part.
    if word.is_empty() || word.len() > 2 * 11 {
        return None;
    }
    let index = |table: &[&str], word: &[char]| {
        let found = table.iter().position(|name| {
            name.len() == word.len() && name.chars().zip(word).all(|(a, b)| a == b.to_ascii_lowercase())
        })?;
        u32::try_from(found).ok()
    };
    if let Some(unit) = index(units, word) {
        return Some(unit);
    }
    if let Some(ten) = index(round, word) {
        return Some((ten + 2) * 10);
    }
    let (first, second) = match word.iter().position(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}')) {
        Some(hyphen) => (&word[..hyphen], &word[hyphen + 1..]),
        // A converter takes the hyphen of "sixty-second" at a line's end for one of its own.
        None => {
            let begins = |end: &usize| word.get(..*end).is_some_and(|ten| index(&TENS, ten).is_some());
            word.split_at(TENS.iter().map(|ten| ten.len()).find(begins)?)
        }
    };
    let ten = index(&TENS, first)?;
    let unit = index(units, second).filter(|unit| (1..10).contains(unit))?;
    Some((ten + 2) * 10 + unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_numbers() {
        let cardinal = |word: &str| cardinal(&word.chars().collect::<Vec<_>>());
        let ordinal = |word: &str| ordinal(&word.chars().collect::<Vec<_>>());
        assert_eq!(cardinal("Nine"), Some(9));
        assert_eq!(cardinal("ninety"), Some(90));
        assert_eq!(cardinal("twenty-one"), Some(21));
        assert_eq!((cardinal("sixtytwo"), ordinal("sixtysecond")), (Some(62), Some(62)));
        assert_eq!((cardinal("sixtyteen"), cardinal("sixtyish"), ordinal("tensecond")), (None, None, None));
        assert_eq!(cardinal("twenty-ten"), None);
        assert_eq!(cardinal("often"), None);
        assert_eq!(ordinal("seventy‑ninth"), Some(79));
        assert_eq!(ordinal("eightieth"), Some(80));
        assert_eq!(ordinal("twenty-one"), None);
        assert_eq!(ordinal("twentieth"), Some(20));
    }

    #[test]
    fn ordinals_are_written() {
        for (number, words, figures) in [
            (3, "third", "3rd"),
            (12, "twelfth", "12th"),
            (60, "sixtieth", "60th"),
            (79, "seventy-ninth", "79th"),
            (100, "100th", "100th"),
            (111, "111th", "111th"),
            (283, "283rd", "283rd"),
            (9_872, "9872nd", "9872nd"),
        ] {
            assert_eq!(ordinal_in_words(number), words);
            assert_eq!(ordinal_in_figures(number), figures);
        }
    }
}
