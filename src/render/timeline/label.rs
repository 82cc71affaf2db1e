//! Words in a picture: how wide they are, about, and how they are cut.

use super::details;
use crate::timeline::{Event, Kind, Timeline, words};
use unicode_width::UnicodeWidthChar as _;

/// Quotations in a label that appears under the pointer; the page has them all.
const QUOTED: usize = 3;

/// Units that the words need in a size of so many units. Fonts differ: this errs on the wide side.
pub fn width(text: &str, size: f64) -> f64 {
    let em = |character: char| match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 0.32,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '/' | '-' | '·' => 0.40,
        'm' | 'w' | 'M' | 'W' | '…' | '—' => 0.98,
        'A'..='Z' => 0.74,
        _ => match character.width() {
            Some(2) => 1.05,
            Some(0) => 0.0,
            _ => 0.63,
        },
    };
    text.chars().map(em).sum::<f64>() * size
}

/// As many of the words as have room, with `…` where some have not.
pub fn fitted(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut fitted = String::new();
    let mut used = width("…", size);
    for character in text.chars() {
        used += width(character.encode_utf8(&mut [0; 4]), size);
        if used > room {
            break;
        }
        fitted.push(character);
    }
    format!("{}…", fitted.trim_end())
}

/// The words in lines of a width; of more than `most` lines the last ends in `…`.
pub fn lines(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0.0;
    for word in text.split_whitespace() {
        let wide = width(word, size) + width(" ", size);
        if used > 0.0 && used + wide > room {
            if lines.len() == most {
                if let Some(last) = lines.last_mut() {
                    last.push_str(" …");
                }
                return lines;
            }
            lines.push(String::new());
            used = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&fitted(word, size, room));
        }
        used += wide;
    }
    lines
}

/// What stands beside a mark, in the row of its kind: a name, and its days.
pub fn beside(event: &Event) -> (String, String) {
    let days = event.dates.as_deref().map(words::dates).unwrap_or_default();
    let name = match (event.kind, event.documents.first()) {
        // The row says already that these are meetings and documents.
        (Kind::Meeting, _) => {
            let what = words::what(event);
            return (what.replacen(" meeting", "", 1), String::new());
        }
        (Kind::Issue, Some(symbol)) => symbol.clone(),
        (Kind::Issue, None) => event.name.clone(),
        _ => words::what(event),
    };
    (words::cut(&name, 60), words::cut(&days, 50))
}

/// Everything about an event, a line each: what appears under the pointer.
pub fn hover(event: &Event, timeline: &Timeline) -> Vec<String> {
    let days = event.dates.as_deref().map_or_else(|| "No date".to_owned(), words::dates);
    let mut lines = vec![format!("{days}: {}", words::title(event))];
    lines.extend(details(event, timeline));
    let clashes = event.clashes.iter().map(|clash| words::clash(&clash.field, &clash.values, false));
    lines.extend(clashes.map(|clash| format!("Told in two ways: {clash}")));
    for source in event.sources.iter().take(QUOTED) {
        let place = words::sources(std::slice::from_ref(source), false);
        lines.push(format!("{place}: “{}”", source.text));
    }
    let more = event.sources.len().saturating_sub(QUOTED);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}
