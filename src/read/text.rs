//! Markdown and plain text → lines.
//!
//! Not a Markdown parser on purpose: a CommonMark parser takes `- 2.` and `- (a)`, as converters
//! leave them, for nested lists and renumbers them. The markup is taken off line by line instead,
//! and what it says (bold, heading, bullet) is kept beside the line.

use super::inline;
use super::{Line, SourceText};

/// Past this many characters a line is a paragraph, not a printed line.
const LONGEST_PRINTED_LINE: usize = 160;

/// Reads decoded text.
pub fn read(text: &str) -> SourceText {
    let markdown = looks_like_markdown(text);
    let mut source = SourceText::default();
    source.info.format = if markdown { "markdown" } else { "text" }.into();
    let pages = text.matches('\u{c}').count();
    let (mut page, mut gap) = (u32::from(pages > 0), true);
    let mut fenced = false;
    let mut comment_ends = None;
    let lines: Vec<&str> = text.lines().collect();
    let rows = open_rows(&lines);
    for (number, raw) in lines.iter().copied().enumerate() {
        for (part, raw) in raw.split('\u{c}').enumerate() {
            if part > 0 {
                page += 1;
                gap = true;
            }
            if raw.trim().is_empty() {
                gap = gap || part == 0;
                continue;
            }
            if markdown && (raw.trim_start().starts_with("```") || raw.trim_start().starts_with("~~~")) {
                fenced = !fenced;
            }
            let mut line =
                if markdown && !fenced { markdown_line(raw, rows[number]) } else { plain_line(raw) };
            if markdown && !fenced && comment_ends.is_none() {
                comment_ends = comment_end(&lines, number);
            }
            if let Some(last) = comment_ends {
                line = Line { aside: Some("comment"), ..plain_line(raw) };
                comment_ends = Some(last).filter(|last| number < *last);
            }
            line.page = page;
            line.top = number as f32 + 1.0;
            line.gap = std::mem::take(&mut gap);
            source.lines.push(line);
        }
    }
    source.info.pages = (page > 0).then_some(page);
    source.wrapped = is_wrapped(&source.lines);
    source
}

/// The last line of a comment of HTML that begins this line and ends one; nobody sees it in the
/// rendered text. One that is never closed, or goes on with text, is text like any other.
fn comment_end(lines: &[&str], first: usize) -> Option<usize> {
    const LONGEST: usize = 100;
    if !lines[first].trim_start().starts_with("<!--") {
        return None;
    }
    let length = lines[first..].iter().take(LONGEST).position(|line| line.contains("-->"))?;
    lines[first + length].trim_end().ends_with("-->").then_some(first + length)
}

/// For each line: it is a row of a table that has no pipes at its sides, which only the line of dashes below
/// its heads (`--- | ---`) shows.
fn open_rows(lines: &[&str]) -> Vec<bool> {
    let is_dashes = |line: &str| {
        line.contains('|')
            && line.contains("--")
            && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
    };
    let mut rows = vec![false; lines.len()];
    for at in (0..lines.len()).filter(|at| is_dashes(lines[*at])) {
        let heads = at.checked_sub(1).filter(|before| lines[*before].contains('|'));
        for row in heads.into_iter().chain(at..lines.len()).take_while(|row| lines[*row].contains('|')) {
            rows[row] = true;
        }
    }
    rows
}

/// True where some line wears markup that plain text does not.
fn looks_like_markdown(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        ((1..=6).contains(&hashes) && line[hashes..].starts_with(' '))
            || line.starts_with("- ")
            || line.starts_with("> ")
            || line.starts_with('|')
            || line.starts_with("```")
            || line.contains("**")
            || line.contains("[^")
            || line.contains("](http")
            || line.contains("<sup>")
            || line.starts_with("<!--")
    })
}

/// A file is wrapped where most of its lines that have a neighbour stop near one width, and go on
/// in the next line in the middle of a sentence.
fn is_wrapped(lines: &[Line]) -> bool {
    let length = |line: &Line| line.text.chars().count();
    if lines.iter().filter(|line| length(line) > LONGEST_PRINTED_LINE).count() * 20 > lines.len() {
        return false;
    }
    let mut runs_on = 0;
    let mut ends = 0;
    for pair in lines.windows(2) {
        if pair[1].gap {
            continue;
        }
        let goes_on = !pair[0].text.trim_end().ends_with(['.', ':', ';', '!', '?'])
            && pair[1].text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
        if goes_on && length(&pair[0]) > 40 {
            runs_on += 1;
        } else {
            ends += 1;
        }
    }
    runs_on >= 2 && runs_on * 4 > ends
}

fn plain_line(raw: &str) -> Line {
    let (left, rest) = indentation(raw);
    let mut line = inline::clean(rest, false, false);
    line.left = left;
    if let Some(rest) = line.text.strip_prefix(['•', '‣', '◦', '▪', '●', '\u{f0b7}']) {
        let taken = line.text.chars().count() - rest.trim_start().chars().count();
        line.markup.push(line.text.chars().take(taken).collect());
        inline::cut_front(&mut line, taken);
        line.bullet = true;
    }
    line.right = left + line.text.chars().count() as f32;
    line
}

/// `row`: it stands in a table, though no pipe begins it.
fn markdown_line(raw: &str, row: bool) -> Line {
    let (mut left, mut rest) = indentation(raw);
    let mut markup = Vec::new();
    let (mut heading, mut bullet) = (0, false);
    if let Some(inner) = rest.strip_prefix('>') {
        markup.push(">".to_owned());
        rest = inner.trim_start();
    }
    if let Some(inner) = strip_bullet(rest) {
        bullet = true;
        left += 2.0;
        markup.push(rest[..rest.len() - inner.len()].trim().to_owned());
        rest = inner;
    }
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with([' ', '\t']) {
        heading = hashes as u8;
        markup.push("#".repeat(hashes));
        rest = rest[hashes..].trim();
        let closing = rest.trim_end_matches('#');
        if closing.len() < rest.len() && closing.ends_with(' ') {
            markup.push(rest[closing.len()..].to_owned());
            rest = closing.trim_end();
        }
    }
    let mut line = inline::clean(rest, true, row || rest.starts_with('|'));
    line.markup.splice(0..0, markup);
    line.left = left;
    line.heading = heading;
    line.bullet = bullet;
    line.bold |= heading > 0;
    line.row = is_row(rest, &line);
    line.right = left + line.text.chars().count() as f32;
    line
}

/// Whether it is a row of a table between pipes. The line of dashes below the heads is none, nor is a numbered
/// paragraph that somebody laid out in two cells.
fn is_row(rest: &str, line: &Line) -> bool {
    let piped = rest.starts_with('|') && rest.ends_with('|') && !line.cells.is_empty();
    let dashes = line.text.chars().all(|c| matches!(c, '-' | ':' | ' '));
    let first: String = line.text.chars().take(line.cells.first().map_or(0, |(start, _)| *start)).collect();
    let number =
        first.trim().strip_suffix('.').is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()));
    piped && !dashes && !number
}

/// `- `, `* `, `+ ` or `• `; a lone `*` before "Reissued" and the like is a note's sign and stays:
/// it is told by the lack of a following blank or by the words.
fn strip_bullet(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix(['-', '*', '+', '•', '–', '‣', '◦', '▪', '●'])?;
    if !inner.starts_with([' ', '\t']) || inner.trim().is_empty() {
        return None;
    }
    let inner = inner.trim_start();
    let note = rest.starts_with('*') && (inner.starts_with("Reissued") || inner.starts_with("Previously"));
    (!note).then_some(inner)
}

/// Columns of white space before the text (a tab goes to the next multiple of four), and the text.
fn indentation(raw: &str) -> (f32, &str) {
    let mut columns = 0;
    for (at, character) in raw.char_indices() {
        match character {
            '\t' => columns = columns / 4 * 4 + 4,
            c if c.is_whitespace() => columns += 1,
            _ => return (columns as f32, raw[at..].trim_end()),
        }
    }
    (columns as f32, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_of_html_is_set_aside_and_one_that_never_ends_is_text() {
        let aside = |text: &str| -> Vec<bool> {
            read(text).lines.iter().map(|line| line.aside == Some("comment")).collect()
        };
        assert_eq!(aside("<!-- from a\nfolder -->\n\n1. A paragraph.\n"), [true, true, false]);
        assert_eq!(aside("<!-- never closed\n\n1. A paragraph.\n"), [false, false]);
        assert_eq!(aside("<!-- closed --> but text follows\n\n# Heading\n"), [false, false]);
    }

    #[test]
    fn a_pipe_separates_cells_only_in_a_table() {
        let texts = |text: &str| -> Vec<(String, usize)> {
            read(text).lines.into_iter().map(|line| (line.text, line.cells.len())).collect()
        };
        let text = "# A\n\n1. =cmd|' /C calc'!A0 and a | b |\n";
        assert_eq!(texts(text)[1], ("1. =cmd|' /C calc'!A0 and a | b |".to_owned(), 0));
        assert_eq!(texts("| one | two |\n")[0], ("one two".to_owned(), 1));
        let open = texts("# A\n\none | two\n--- | ---\nthree | four\n\nfive | six\n");
        assert_eq!(open[1], ("one two".to_owned(), 1));
        assert_eq!(open[3], ("three four".to_owned(), 1));
        assert_eq!(open[4], ("five | six".to_owned(), 0));
    }

    #[test]
    fn a_raised_sign_that_is_closed_twice_or_never_is_no_call_and_no_panic() {
        let line = |text: &str| {
            let line = read(text).lines.remove(0);
            (line.text, line.calls)
        };
        assert_eq!(line("word<sup>3</sup> goes on"), ("word goes on".into(), vec![(4, "3".into())]));
        for text in ["word <sup></sup>", "a</sup> b<sup>", "a </sup><sup> b</sup>", "a <sup"] {
            assert!(line(text).1.is_empty(), "{text}");
        }
    }
}
