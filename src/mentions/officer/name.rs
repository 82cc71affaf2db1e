//! The canonical form of a person's name: "Sun-woo HAN" and "Sun-woo Han" are one person.

use crate::terms::english::person::PARTICLES;

/// The name with every word in capitals written as other names are; words in mixed case stay.
pub(super) fn canonical(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let last = words.len().saturating_sub(1);
    let mut out = String::with_capacity(name.len());
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        if !is_in_capitals(word) {
            out.push_str(word);
        } else if at > 0 && at < last && PARTICLES.contains(&word.to_lowercase().as_str()) {
            // "Ana DE LA CRUZ"; "VAN" at either end is a name.
            out.push_str(&word.to_lowercase());
        } else {
            title_case(word, &mut out);
        }
    }
    out
}

/// Initials ("J.H.", "JD") and numerals ("III") are in capitals whoever writes them.
fn is_in_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let spoken = letters > 2 || word.chars().any(|c| !c.is_ascii() || "AEIOUY".contains(c));
    letters > 1
        && spoken
        && !word.contains('.')
        && !word.chars().any(char::is_lowercase)
        && !word.chars().all(|c| c == 'I')
}

/// "O'BRIEN-MCDONALD" → "O'Brien-McDonald"
fn title_case(word: &str, out: &mut String) {
    let scottish = |rest: &str| rest.len() >= 5 && rest.starts_with("MC");
    let mut capital = true;
    let mut letters = 0;
    for (at, c) in word.char_indices() {
        if !c.is_alphabetic() {
            // "O'Brien" and "D'Souza", but "Ma'afu".
            capital = !matches!(c, '\'' | '\u{2019}') || letters == 1;
            letters = 0;
            out.push(c);
            continue;
        }
        if capital {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        letters += 1;
        let part = word.get(at.saturating_sub(1)..).unwrap_or_default();
        capital = letters == 2 && c == 'C' && scottish(part);
    }
}
