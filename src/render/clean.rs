//! The one gate between a document's text and a terminal.
//!
//! A report is written by others. Printed as it stands, an escape character in it could move the
//! cursor, rename the window or hide a line, and a bidirectional override could show words in an
//! order that is not theirs. Every string that reaches a page passes [`printable`]; JSON, which
//! keeps the text whole, passes [`escaped_json`].

use std::borrow::Cow;
use std::fmt::Write as _;

/// What may be done with a character on its way to a terminal.
enum Fate {
    Keep,
    /// White space that would break our lines: one blank instead.
    Blank,
    /// Seen by nobody: left out.
    Drop,
    /// A control character: a visible sign that something stood here.
    Show,
}

fn fate(character: char) -> Fate {
    match character {
        '\n' => Fate::Keep,
        '\t' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Blank,
        '\u{ad}' | '\u{200b}' | '\u{feff}' => Fate::Drop,
        // Overrides, embeddings and isolates; the harmless marks U+200E and U+200F stay.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' => Fate::Drop,
        // Deprecated format characters and "tags": text that no reader can see.
        '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Fate::Drop,
        // C0, delete and C1.
        _ if character.is_control() => Fate::Show,
        _ => Fate::Keep,
    }
}

/// The text as it may be shown: line feeds stay, other white space becomes a blank, control
/// characters become `U+FFFD`, and what would reorder or hide words is left out.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| matches!(fate(character), Fate::Keep)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match fate(character) {
            Fate::Keep => out.push(character),
            Fate::Blank => out.push(' '),
            Fate::Drop => {}
            Fate::Show => out.push('\u{fffd}'),
        }
    }
    Cow::Owned(out)
}

/// [`printable`] without line feeds: for what must stay on one line, such as a row of a listing.
pub fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

/// JSON in which every character that [`printable`] would touch is written `\uXXXX`. Such
/// characters can only stand inside strings, so the value is the same; line feeds are layout.
pub fn escaped_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if matches!(fate(character), Fate::Keep) {
            out.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

/// Signs for a terminal that knows only ASCII. Letters of the document stay as they are: a name
/// without its accents is another name.
pub fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Between the members of a list a hyphen would read as a range.
    let text = text.replace(" · ", "; ");
    for (at, character) in text.char_indices() {
        match character {
            '¶' => out.push_str(if are_several(&text[at..]) { "paras. " } else { "para. " }),
            '→' => out.push_str("->"),
            '…' => out.push_str("..."),
            '–' | '‐' | '‑' | '−' | '·' | '─' => out.push('-'),
            '—' => out.push_str("--"),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' | '‚' => out.push('\''),
            '×' => out.push('x'),
            '•' => out.push('*'),
            '\u{202f}' | '\u{2009}' => out.push('\u{a0}'),
            '\u{fffd}' => out.push('?'),
            other => out.push(other),
        }
    }
    out
}

/// Whether the sign stands before several numbers: "¶4–6", "¶7 and 23", "¶3, 5 and 7".
fn are_several(place: &str) -> bool {
    let numbers = place.trim_start_matches('¶');
    let behind = numbers.trim_start_matches(|c: char| c.is_ascii_digit());
    let goes_on = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let signs = ["–", ",", " and ", "\u{a0}and\u{a0}"];
    behind.len() < numbers.len() && signs.iter().any(|sign| behind.strip_prefix(sign).is_some_and(goes_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_paragraph_and_several() {
        let cases = [
            ("¶7", "para. 7"),
            ("¶7 → ¶9", "para. 7 -> para. 9"),
            ("¶7 and 23", "paras. 7 and 23"),
            ("¶3, 5\u{a0}and 7", "paras. 3, 5\u{a0}and 7"),
            ("¶4–5 → 5–6", "paras. 4-5 -> 5-6"),
            ("¶7, item 5", "para. 7, item 5"),
            ("¶2 and heading II", "para. 2 and heading II"),
        ];
        for (text, expected) in cases {
            assert_eq!(ascii(text), expected);
        }
    }

    #[test]
    fn escape_codes_are_shown_not_obeyed() {
        assert_eq!(printable("a\u{1b}[31mb\u{9b}2Jc\u{7f}"), "a\u{fffd}[31mb\u{fffd}2Jc\u{fffd}");
        assert_eq!(printable("one\ttwo\nthree\r"), "one two\nthree ");
    }

    #[test]
    fn nothing_reorders_or_hides_words() {
        assert_eq!(printable("\u{202e}evil\u{2066}x\u{2069}\u{e0041}"), "evilx");
        assert_eq!(printable("naïve – “quoted”"), "naïve – “quoted”");
    }

    #[test]
    fn json_keeps_the_text_and_loses_the_power() {
        let value = serde_json::json!({ "text": "\u{9b}2J\u{202e}x\u{e0041}\u{1b}" });
        let json = escaped_json(&value.to_string());
        assert!(json.chars().all(|character| matches!(fate(character), Fate::Keep)), "{json}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), value);
    }
}
