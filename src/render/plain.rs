//! [`Letter`] → plain text, for a mail or a screen.

use super::letter::{Block, Letter, Lines, Span, broken};
use super::wrap::{columns, shown};

/// The text of a file, with a line feed at its end.
pub fn render(letter: &Letter, lines: &Lines) -> String {
    let blocks: Vec<String> = letter.blocks.iter().map(|block| self::block(block, lines)).collect();
    let blocks: Vec<String> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block, lines: &Lines) -> String {
    match block {
        Block::Heading { level, text } => {
            let words = set(&[Span::plain(text.as_str())], lines, 0);
            let longest = words.iter().map(|line| columns(line)).max().unwrap_or(0);
            match level {
                1 => format!("{}\n{}", words.join("\n"), "=".repeat(longest)),
                2 => format!("{}\n{}", words.join("\n"), "-".repeat(longest)),
                _ => words.join("\n"),
            }
        }
        Block::Prose(spans) => set(spans, lines, 0).join("\n"),
        Block::Items(items) => {
            let items = items.iter().map(|item| format!("- {}", set(item, lines, 2).join("\n  ")));
            items.collect::<Vec<_>>().join("\n")
        }
    }
}

fn set(spans: &[Span], lines: &Lines, indent: usize) -> Vec<String> {
    let sign = |span: &Span| {
        if !span.struck {
            ""
        } else if lines.ascii {
            "-"
        } else {
            "−"
        }
    };
    let words = |span: &Span| format!("{0}{1}{0}", sign(span), shown(&span.text, lines.ascii));
    let text: String = spans.iter().map(words).collect();
    broken(text.split_whitespace(), lines.width.map(|width| width.saturating_sub(indent).max(1)))
}
