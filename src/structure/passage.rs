//! [`Passage`]: lines joined to running text, with the calls and places that they bring.

use crate::read::{Line, SourceText};
use crate::report::Place;
use std::cell::OnceCell;
use std::collections::HashSet;

/// Text put together from stretches of lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Passage {
    /// The joined text.
    pub text: String,
    /// Footnote calls: character index in `text`, sign.
    pub calls: Vec<(usize, String)>,
    /// The stretches, in reading order.
    pub places: Vec<Place>,
}

impl Passage {
    /// Adds a stretch of a line, with a blank between, or without where a hyphen was broken.
    pub fn push(&mut self, line: &Line, place: Place, words: &Words) {
        let raw: String = line.text.chars().skip(place.start).take(place.end - place.start).collect();
        let text = raw.trim();
        let skipped = place.start + raw.chars().count() - raw.trim_start().chars().count();
        if !self.text.is_empty() && !text.is_empty() {
            self.glue(text, words);
        }
        let base = self.text.chars().count();
        self.text.push_str(text);
        let last = place.end == line.text.chars().count();
        for (at, sign) in &line.calls {
            if (*at >= place.start && *at < place.end) || (last && *at >= place.end) {
                self.calls.push((base + at.saturating_sub(skipped).min(text.chars().count()), sign.clone()));
            }
        }
        self.places.push(place);
    }

    /// Adds another passage.
    pub fn append(&mut self, other: &Passage, words: &Words) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.glue(&other.text, words);
        }
        let base = self.text.chars().count();
        self.text.push_str(&other.text);
        self.calls.extend(other.calls.iter().map(|(at, sign)| (base + at, sign.clone())));
        self.places.extend(&other.places);
    }

    /// Takes the first `count` characters (a label) and the blanks after them off the text.
    pub fn cut_label(&mut self, count: usize) -> String {
        let label: String = self.text.chars().take(count).collect();
        let rest: String = self.text.chars().skip(count).collect();
        let blanks = rest.chars().count() - rest.trim_start().chars().count();
        self.text = rest.trim_start().to_owned();
        for call in &mut self.calls {
            call.0 = call.0.saturating_sub(count + blanks);
        }
        label
    }

    /// Puts what belongs between the text and `next`: a blank, or nothing.
    fn glue(&mut self, next: &str, words: &Words) {
        if self.text.ends_with('\u{ad}') {
            self.text.pop();
            return;
        }
        let broken_address = is_address(self.text.rsplit(' ').next().unwrap_or(""));
        // "troop- and police-contributing countries": the hyphen hangs, and the words stay apart.
        let hangs = ["and ", "or ", "to "].iter().any(|word| next.starts_with(word));
        if self.text.ends_with('-') && next.starts_with(|c: char| c.is_alphanumeric()) && !hangs {
            if !broken_address && !words.keeps_hyphen(&self.text, next) {
                self.text.pop();
            }
            return;
        }
        // A symbol or address broken after a slash, or before one, goes on without a blank.
        let slash = self.text.ends_with('/') && next.starts_with(|c: char| c.is_alphanumeric());
        let inside = self.text.ends_with(['_', '=', '&', '?', '%', '#']);
        if slash
            || (broken_address && inside)
            || (broken_address && next.starts_with(['/', '?', '&', '=', '_', '%']))
        {
            return;
        }
        if self.text.ends_with(['–', '—']) && next.starts_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        self.text.push(' ');
    }
}

fn is_address(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '<', '[']);
    word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.")
}

/// The words of a document, asked only when a line ends in a hyphen: did "co-operation" or
/// "cooperation" stand elsewhere unbroken?
pub struct Words<'a> {
    lines: &'a [Line],
    known: OnceCell<Known>,
}

struct Known {
    /// Words in small letters that stand whole inside a line.
    seen: HashSet<String>,
    /// Some word was broken at the end of a line that stands whole elsewhere: the typesetter hyphenates.
    hyphenates: bool,
}

impl<'a> Words<'a> {
    /// The vocabulary of these lines.
    pub fn of(source: &'a SourceText) -> Self {
        Words { lines: &source.lines, known: OnceCell::new() }
    }

    /// True where the hyphen at the end of `before` is part of the word that goes on in `after`.
    fn keeps_hyphen(&self, before: &str, after: &str) -> bool {
        if after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return true;
        }
        let left = tidy(before.trim_end_matches('-').rsplit(char::is_whitespace).next().unwrap_or(""));
        let right = tidy(after.split(char::is_whitespace).next().unwrap_or(""));
        let known = self.known.get_or_init(|| Known::of(self.lines));
        if known.seen.contains(&format!("{left}-{right}")) {
            return true;
        }
        if known.seen.contains(&format!("{left}{right}")) {
            return false;
        }
        // Word processors of the documents system do not hyphenate: a hyphen there is a real one. Where
        // a typesetter does, a part that is a word of its own still speaks for a compound.
        let last = left.rsplit('-').next().unwrap_or("");
        let compound = left.contains('-')
            || (last.len() > 3 && known.seen.contains(last) && known.seen.contains(&right));
        !known.hyphenates || compound
    }
}

impl Known {
    fn of(lines: &[Line]) -> Known {
        // The last word of a line may itself be broken and proves nothing.
        let whole = |line: &Line| {
            let cut =
                if line.text.ends_with('-') { line.text.rfind(' ').unwrap_or(0) } else { line.text.len() };
            line.text[..cut].split_whitespace().map(tidy).collect::<Vec<String>>()
        };
        let seen: HashSet<String> = lines.iter().flat_map(whole).collect();
        let broken = |pair: &[Line]| {
            let left = pair[0].text.strip_suffix('-')?.rsplit(char::is_whitespace).next()?;
            let right = pair[1].text.split(char::is_whitespace).next()?;
            let small = right.starts_with(|c: char| c.is_lowercase());
            (small && !seen.contains(&format!("{}-{}", tidy(left), tidy(right))))
                .then(|| tidy(left) + &tidy(right))
        };
        let hyphenates = lines.windows(2).filter_map(broken).any(|word| seen.contains(&word));
        Known { seen, hyphenates }
    }
}

/// A word without the punctuation around it, in small letters.
fn tidy(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase()
}
