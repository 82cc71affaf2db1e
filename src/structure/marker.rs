//! What the start of a block may be a label of. All readings are kept; the search chooses.
//!
//! ```text
//! I. Introduction    roman 1, or letter I
//! (i) to consider    roman 1, or letter i
//! 12. The Group      figure 12
//! 5 bis. The Group   figure 5, suffix bis
//! Chapter II         chapter 2
//! ```

use crate::terms::english::number;
use crate::terms::roman::roman;

/// The alphabets of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `12.`
    Figure,
    /// `(12)`, `12)`
    FigureParen,
    /// `IV.`
    Roman,
    /// `A.`
    Letter,
    /// `(A)`
    LetterParen,
    /// `(a)`, `a)`
    SmallParen,
    /// `a.`
    Small,
    /// `(iv)`, `iv)`
    SmallRomanParen,
    /// `iv.`
    SmallRoman,
    /// `Chapter IV`
    Chapter,
    /// `Part two`
    Part,
    /// `Annex II`, `Annex`
    Annex,
    /// `Appendix`
    Appendix,
}

/// One reading of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The alphabet.
    pub style: Style,
    /// Its place in the alphabet, from 1; 0 for an annex without a number.
    pub value: u32,
    /// `bis`, `ter`, …
    pub suffix: Option<&'static str>,
    /// Characters that the label takes of the text, blanks after it not counted.
    pub length: usize,
    /// The label as a reader would cite it: `12`, `(a)`, `IV`, `5 bis`.
    pub label: String,
    /// False where the full stop or bracket that belongs to the label is missing.
    pub whole: bool,
}

const SUFFIXES: &[&str] = &["bis", "ter", "quater", "quinquies", "sexies", "alt"];

/// Every reading of the start of a text.
pub fn markers(text: &str) -> Vec<Marker> {
    let mut found = named(text);
    if !found.is_empty() {
        return found;
    }
    let head: Vec<char> = text.chars().take(24).collect();
    let bracketed = head.first() == Some(&'[') && head.iter().take(8).any(|c| *c == ']');
    let at = usize::from(bracketed);
    if at == 0 && head.first() == Some(&'(') {
        let Some(close) = head.iter().take(8).position(|c| *c == ')') else { return found };
        let inner: String = head[1..close].iter().collect();
        for (style, value) in readings(&inner, true) {
            let label = format!("({inner})");
            found.push(Marker { style, value, suffix: None, length: close + 1, label, whole: true });
        }
        return found;
    }
    let body: String = head[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).collect();
    if body.is_empty() || body.len() > 6 {
        return found;
    }
    let mut end = at + body.len();
    let mut suffix = None;
    let rest: String = head[end..].iter().collect();
    let trimmed = rest.trim_start();
    for known in SUFFIXES {
        let after = trimmed.strip_prefix(known);
        if body.chars().all(|c| c.is_ascii_digit())
            && after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphabetic()))
        {
            suffix = Some(*known);
            end += rest.len() - trimmed.len() + known.len();
        }
    }
    // `[12.]`, `[12].` and `12 .` are `12.`
    let mut closing = head[end..].iter().enumerate().take_while(|(_, c)| matches!(c, ' ' | ']' | '.' | ')'));
    let mut sign = None;
    let mut length = end;
    let mut blanks = 0;
    for (offset, character) in closing.by_ref() {
        match character {
            ' ' if sign.is_some() || blanks > 0 => break,
            ' ' => blanks += 1,
            ']' => length = end + offset + 1,
            other => {
                if sign.is_some() {
                    break;
                }
                sign = Some(*other);
                length = end + offset + 1;
            }
        }
    }
    let next = head.get(length).copied();
    let paren = sign == Some(')');
    // "3.5 per cent", "12.30 p.m.", "A.B. Smith", "2.The" (no gap is seen before a capital).
    let word_follows = head.get(length + 1).is_some_and(|c| c.is_lowercase());
    let glued =
        next.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase() || (c.is_uppercase() && !word_follows));
    if sign.is_some() && glued || (paren && blanks > 0) {
        return found;
    }
    let label = suffix.map_or_else(|| body.clone(), |suffix| format!("{body} {suffix}"));
    let label = if paren { format!("{label})") } else { label };
    for (style, value) in readings(&body, paren) {
        if sign.is_none() && !weak_is_possible(style, value, text, length) {
            continue;
        }
        found.push(Marker { style, value, suffix, length, label: label.clone(), whole: sign.is_some() });
    }
    found
}

/// A label without its full stop ("12 The Group", "II Organization"): only before a capital.
fn weak_is_possible(style: Style, value: u32, text: &str, length: usize) -> bool {
    let mut after = text.chars().skip(length);
    let blank = after.next() == Some(' ');
    let capital = after.find(|c| !c.is_whitespace()).is_some_and(|c| c.is_uppercase() || c == '[');
    match style {
        Style::Figure => blank && capital && value < 1000 && !starts_with_month(text, length),
        Style::Roman => blank && capital,
        _ => false,
    }
}

/// "12 March 2021" is no label.
fn starts_with_month(text: &str, length: usize) -> bool {
    let word: String = text
        .chars()
        .skip(length)
        .collect::<String>()
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphabetic())
        .collect();
    crate::terms::english::calendar::MONTHS.contains(&word.as_str())
}

/// "Chapter II", "Part one", "Annex", "Appendix 2".
fn named(text: &str) -> Vec<Marker> {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return Vec::new() };
    let style = match first.trim_end_matches([':', '.']).to_lowercase().as_str() {
        "chapter" => Style::Chapter,
        "part" => Style::Part,
        "annex" | "annexe" => Style::Annex,
        "appendix" => Style::Appendix,
        _ => return Vec::new(),
    };
    if !first.starts_with(|c: char| c.is_uppercase()) {
        return Vec::new();
    }
    let second = words.next().unwrap_or("");
    let number = second.trim_end_matches([':', '.', '*', ',']);
    let value = number_word(number).or_else(|| roman(number)).or_else(|| number.parse().ok()).or_else(|| {
        (number.len() == 1 && matches!(style, Style::Annex | Style::Appendix))
            .then(|| {
                number.chars().next().filter(char::is_ascii_uppercase).map(|c| c as u32 - 'A' as u32 + 1)
            })
            .flatten()
    });
    let (label, length, value) = match value {
        Some(value) if value < 100 => {
            let start = text.find(number).map_or(0, |at| text[..at].chars().count());
            (number.to_owned(), start + second.trim_end_matches('*').chars().count(), value)
        }
        _ if matches!(style, Style::Annex | Style::Appendix) => (String::new(), first.chars().count(), 0),
        _ => return Vec::new(),
    };
    vec![Marker { style, value, suffix: None, length, label, whole: true }]
}

/// "One" to "ten".
fn number_word(word: &str) -> Option<u32> {
    number::cardinal(&word.chars().collect::<Vec<_>>()).filter(|value| (1..=10).contains(value))
}

/// What the characters of a label may count.
fn readings(body: &str, paren: bool) -> Vec<(Style, u32)> {
    let mut found = Vec::new();
    if let Ok(value) = body.parse::<u32>() {
        if !body.starts_with('0') && body.len() <= 4 {
            found.push((if paren { Style::FigureParen } else { Style::Figure }, value));
        }
        return found;
    }
    let upper = body.chars().all(|c| c.is_ascii_uppercase());
    let lower = body.chars().all(|c| c.is_ascii_lowercase());
    if !upper && !lower {
        return found;
    }
    if let Some(value) = letter(body) {
        found.push(match (upper, paren) {
            (true, false) => (Style::Letter, value),
            (true, true) => (Style::LetterParen, value),
            (false, true) => (Style::SmallParen, value),
            (false, false) => (Style::Small, value),
        });
    }
    if let Some(value) = roman(body) {
        match (upper, paren) {
            (true, false) => found.push((Style::Roman, value)),
            (false, true) => found.push((Style::SmallRomanParen, value)),
            (false, false) => found.push((Style::SmallRoman, value)),
            (true, true) => {}
        }
    }
    found
}

/// `a` is 1, `z` 26, `aa` 27, `bb` 28.
fn letter(body: &str) -> Option<u32> {
    let mut characters = body.chars();
    let first = characters.next()?.to_ascii_lowercase();
    let same = characters.all(|c| c.to_ascii_lowercase() == first);
    let place = first as u32 - 'a' as u32 + 1;
    match body.len() {
        1 => Some(place),
        2 if same => Some(place + 26),
        _ => None,
    }
}

/// True where a line can only be the first of a body: a first label of some sequence.
pub fn starts_body(text: &str) -> bool {
    markers(text).iter().any(|marker| {
        let first = marker.value == 1
            && marker.whole
            && matches!(
                marker.style,
                Style::Figure | Style::Roman | Style::Letter | Style::Chapter | Style::Part
            );
        first && text.chars().count() > marker.length || (marker.style == Style::Chapter && marker.value == 1)
    })
}

/// True where a line is the start of a numbered paragraph, whatever its number.
pub fn starts_paragraph(text: &str) -> bool {
    let figure = |marker: &Marker| marker.style == Style::Figure && marker.whole;
    text.chars().count() > 50 && markers(text).iter().any(figure)
}
