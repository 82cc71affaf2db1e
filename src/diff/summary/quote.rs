//! Words of a document, cut to the length of a quotation.

use super::Length;
use crate::diff::digest::pieces::{count, list_spans};
use crate::diff::tokens::is_stop_word;
use crate::terms::english::reference;

/// Words of a quotation of text that changed, and of a whole text.
pub(super) fn most(length: Length) -> usize {
    match length {
        Length::Short => 14,
        Length::Full => 60,
    }
}

/// Words of a whole paragraph that came or went: what it asks for often stands at its end.
pub(super) fn most_of_whole(length: Length) -> usize {
    match length {
        Length::Short => 14,
        Length::Full => 150,
    }
}

/// The text on one line; a longer one by its beginning and its end, a long list in it by its first and
/// last members.
pub(super) fn brief(text: &str, most: usize) -> String {
    let text = one_line(text);
    if count(&text) <= most + 3 {
        return text;
    }
    let mut short = String::new();
    let mut at = 0;
    for (start, end) in list_spans(&text) {
        short.push_str(&text[at..start]);
        short.push_str("… ");
        at = end;
    }
    short.push_str(&text[at..]);
    let words: Vec<&str> = short.split_whitespace().collect();
    if words.len() <= most + 3 {
        return words.join(" ");
    }
    let tail = most / 4;
    let mut head = most - tail;
    // "paragraph … of that decision" would promise another paragraph.
    while head > most / 2 && dangles(words[head - 1]) {
        head -= 1;
    }
    let head = words[..head].join(" ");
    format!("{} … {}", head.trim_end_matches(['…', ' ']), words[words.len() - tail..].join(" "))
}

/// True for a word that needs the next one.
fn dangles(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let noun = reference::NOUNS.iter().any(|(noun, ..)| noun.eq_ignore_ascii_case(bare));
    (noun && bare.len() == word.len()) || (word == bare && is_stop_word(bare)) || word.ends_with('(')
}

/// White space of any kind as single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A clause without the marks that bound it to its sentence.
pub(super) fn clause(text: &str) -> String {
    let line = one_line(text);
    let bare = line.trim_matches([',', ';', ' ']);
    if bare.is_empty() { line } else { bare.to_owned() }
}
