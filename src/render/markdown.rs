//! [`Letter`] → Markdown (CommonMark, and the dialects built on it).
//!
//! Whatever a document says stays text: each sign that could be markup has a backslash before it, and
//! no line begins with what would begin a heading, a list or a rule.

use super::letter::{Block, Letter, Lines, Span, broken};
use super::wrap::shown;

/// The text of a file, with a line feed at its end.
pub fn render(letter: &Letter, lines: &Lines) -> String {
    let blocks: Vec<String> = letter.blocks.iter().map(|block| self::block(block, lines)).collect();
    let blocks: Vec<String> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block, lines: &Lines) -> String {
    match block {
        // A heading is one line, whatever its length.
        Block::Heading { level, text } => {
            let words = set(&[Span::plain(text.as_str())], &Lines { width: None, ..*lines }, 0).join(" ");
            format!("{} {words}", "#".repeat((*level).clamp(1, 6)))
        }
        Block::Prose(spans) => set(spans, lines, 0).join("\n"),
        Block::Items(items) => {
            let items = items.iter().map(|item| format!("- {}", set(item, lines, 2).join("\n  ")));
            items.collect::<Vec<_>>().join("\n")
        }
    }
}

/// The lines of a paragraph that stands `indent` columns from the left.
fn set(spans: &[Span], lines: &Lines, indent: usize) -> Vec<String> {
    let mut text = String::new();
    // The last words were marked and end in punctuation: a letter right behind them would undo the mark.
    let mut loose = false;
    for span in spans {
        let words = escaped(&shown(&span.text, lines.ascii));
        if loose && words.starts_with(|c: char| !c.is_whitespace() && !c.is_ascii_punctuation()) {
            text.push(' ');
        }
        loose &= words.is_empty();
        let bare = words.trim();
        let sign = match (span.strong, span.struck) {
            _ if bare.is_empty() => "",
            (_, true) => "~~",
            (true, _) => "**",
            _ => "",
        };
        if sign.is_empty() {
            text.push_str(&words);
            continue;
        }
        // The signs stand at the words, never at a blank.
        let lead = &words[..words.len() - words.trim_start().len()];
        let trail = &words[words.trim_end().len()..];
        text.push_str(lead);
        if !opens(&text, bare) {
            text.push(' ');
        }
        text.push_str(&format!("{sign}{bare}{sign}{trail}"));
        loose = trail.is_empty() && !bare.ends_with(char::is_alphanumeric);
    }
    let width = lines.width.map(|width| width.saturating_sub(indent).max(1));
    broken(text.split_whitespace(), width).into_iter().map(|line| guarded(&line)).collect()
}

/// Whether a mark may stand between these: not between a letter and punctuation, and not right behind
/// another mark, where readers would have to guess which ends and which begins.
fn opens(before: &str, words: &str) -> bool {
    match before.chars().next_back() {
        None => true,
        Some(last) if last.is_whitespace() => true,
        Some('*' | '~') => false,
        Some(last) => last.is_ascii_punctuation() || words.starts_with(char::is_alphanumeric),
    }
}

/// With a backslash before each sign that may be markup, wherever it stands. Blanks and brackets of a
/// draft, `[7]` and `___ April`, are none and stay as they are printed.
fn escaped(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    // The closing bracket that answers a plain opening one.
    let mut closing = None;
    for (at, c) in chars.iter().enumerate() {
        let next = chars.get(at + 1);
        let markup = match c {
            '[' => {
                closing = plain_bracket(&chars, at);
                closing.is_none()
            }
            ']' => closing.take_if(|plain| *plain == at).is_none(),
            '_' => !is_plain_blank(&chars, at),
            '\\' | '`' | '*' | '<' | '>' | '#' | '|' | '~' | '$' | '^' | '{' | '}' => true,
            // A lone ampersand is no entity.
            '&' => next.is_some_and(|next| *next == '#' || next.is_alphanumeric()),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(*c);
    }
    out
}

/// Where a bracket closes that no dialect takes for a link, a note, a box to tick or a definition.
fn plain_bracket(chars: &[char], open: usize) -> Option<usize> {
    let length = chars[open + 1..].iter().position(|c| matches!(c, '[' | ']'))?;
    let close = open + 1 + length;
    let words: String = chars[open + 1..close].iter().collect();
    // What stands on the other side is not known at the ends of the words.
    let before = *chars.get(open.checked_sub(1)?)?;
    let after = *chars.get(close + 1)?;
    let plain = chars[close] == ']'
        && !matches!(before, '!' | '[' | ']')
        && !matches!(after, '(' | '[' | ']' | ':')
        && !words.starts_with(['^', '!', '@'])
        && !matches!(words.trim(), "" | "x" | "X");
    plain.then_some(close)
}

/// True for a sign of a run like "___" that a blank follows, or that letters stand round: it opens nothing.
fn is_plain_blank(chars: &[char], at: usize) -> bool {
    let behind = chars[at..].iter().find(|c| **c != '_');
    let before = chars[..at].iter().rev().find(|c| **c != '_');
    match (before, behind) {
        (Some(before), Some(next)) if before.is_alphanumeric() && next.is_whitespace() => false,
        (_, Some(next)) if next.is_whitespace() => true,
        (Some(before), Some(next)) => before.is_alphanumeric() && next.is_alphanumeric(),
        _ => false,
    }
}

/// A line that begins no list, no rule and no underlined heading: `1.`, `-`, `+`, `=`, `:`.
fn guarded(line: &str) -> String {
    // A blank alone on its line would be a rule.
    if line.starts_with('_') && line.chars().all(|c| matches!(c, '_' | ' ')) {
        return format!("\\{line}");
    }
    let figures = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut rest = line[figures..].chars();
    let (sign, next) = (rest.next(), rest.next());
    let ends = next.is_none_or(char::is_whitespace);
    match sign {
        Some('.' | ')') if figures > 0 && ends => format!("{}\\{}", &line[..figures], &line[figures..]),
        // Some dialects take a colon for a definition, whatever follows.
        Some(':') if figures == 0 => format!("\\{line}"),
        Some('-' | '+' | '=') if figures == 0 && !next.is_some_and(char::is_alphanumeric) => {
            format!("\\{line}")
        }
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str, width: Option<usize>) -> String {
        let letter = Letter { blocks: vec![Block::Prose(vec![Span::plain(text)])] };
        render(&letter, &Lines { width, ascii: false })
    }

    #[test]
    fn signs_of_a_document_are_no_markup() {
        assert_eq!(prose("A/AC.1/L.3* [as_is] <b> a|b", None), "A/AC.1/L.3\\* [as_is] \\<b\\> a\\|b\n");
        assert_eq!(prose("R&D & more &amp; #1", None), "R\\&D & more \\&amp; \\#1\n");
    }

    #[test]
    fn blanks_of_a_draft_stay_as_they_are() {
        for text in ["on [7] April", "on ___ April 2031", "“[to be completed]” is out", "page_of_notes"] {
            assert_eq!(prose(text, None), format!("{text}\n"));
        }
        for (text, told) in [
            (
                "a [link](b) [^1] [[c]] [x] ![d] e",
                "a \\[link\\](b) \\[^1\\] \\[\\[c\\]\\] \\[x\\] !\\[d\\] e\n",
            ),
            ("a [b]: c _d_ __e", "a \\[b\\]: c \\_d\\_ \\_\\_e\n"),
            ("___ a", "___ a\n"),
            ("___ ", "\\___\n"),
        ] {
            assert_eq!(prose(text, None).replace("\\^", "^"), told);
        }
    }

    #[test]
    fn no_line_begins_a_list() {
        assert_eq!(prose("1. May", None), "1\\. May\n");
        assert_eq!(prose("see 2031. --- = +", Some(4)), "see\n2031\\.\n\\---\n\\= +\n");
    }

    #[test]
    fn marks_stay_marks_beside_punctuation() {
        let spans = vec![
            Span::plain("each load"),
            Span::struck(", where possible,"),
            Span::plain("and "),
            Span::struck("[shall]"),
            Span::strong("shall"),
            Span::plain(" go"),
        ];
        let letter = Letter { blocks: vec![Block::Prose(spans)] };
        assert_eq!(
            render(&letter, &Lines { width: None, ascii: false }),
            "each load ~~, where possible,~~ and ~~\\[shall\\]~~ **shall** go\n"
        );
    }

    #[test]
    fn stars_stand_at_words() {
        let letter =
            Letter { blocks: vec![Block::Items(vec![vec![Span::strong("¶1: "), Span::plain("x")]])] };
        assert_eq!(render(&letter, &Lines { width: None, ascii: false }), "- **¶1:** x\n");
    }
}
