//! [`Letter`] → a plain page for a browser, in one file: to be opened, printed or attached.

use super::letter::{Block, Letter, Span};
use super::markup::text as escaped;
use super::page::Shell;

const STYLE: &str = include_str!("page/letter.css");

/// The text of a file.
pub fn render(letter: &Letter) -> String {
    let mut body = String::from("<main>\n");
    letter.blocks.iter().for_each(|block| body.push_str(&self::block(block)));
    body.push_str("</main>\n");
    let title = letter.blocks.iter().find_map(|block| match block {
        Block::Heading { text, .. } => Some(text.as_str()),
        _ => None,
    });
    Shell { title: title.unwrap_or("travaux"), style: STYLE, script: "", body: &body }.document()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => {
            let level = (*level).clamp(1, 6);
            format!("<h{level}>{}</h{level}>\n", escaped(text))
        }
        Block::Prose(words) => format!("<p>{}</p>\n", spans(words)),
        Block::Items(items) => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>\n", spans(item))).collect();
            format!("<ul>\n{items}</ul>\n")
        }
    }
}

fn spans(spans: &[Span]) -> String {
    let span = |span: &Span| match (escaped(&span.text), span.strong, span.struck) {
        (words, _, true) => format!("<del>{words}</del>"),
        (words, true, _) => format!("<strong>{words}</strong>"),
        (words, ..) => words,
    };
    spans.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_document_are_no_markup() {
        let letter = Letter {
            blocks: vec![
                Block::Heading { level: 1, text: "A & <B>".into() },
                Block::Items(vec![vec![Span::strong("<i>"), Span::plain(" x")]]),
            ],
        };
        let page = render(&letter);
        assert!(page.contains("<title>A &amp; &lt;B&gt;</title>"), "{page}");
        assert!(page.contains("<li><strong>&lt;i&gt;</strong> x</li>"), "{page}");
        assert!(!page.contains("<script"), "{page}");
    }
}
