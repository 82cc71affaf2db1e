//! Words with their edits as paragraphs of HTML.

use crate::diff::WordOp;
use crate::diff::digest::Piece;
use crate::render::markup::text as escaped;

/// Which words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Those of both versions, one in the other.
    Both,
    /// Those of OLD.
    Old,
    /// Those of NEW.
    New,
}

/// The words as `<p>`s: one for each node of the text.
pub(super) fn paragraphs(pieces: &[Piece], view: View) -> String {
    let mut out = String::from("<p>");
    for piece in pieces {
        match piece {
            Piece::Text(WordOp::Insert, _) if view == View::Old => {}
            Piece::Text(WordOp::Delete, _) if view == View::New => {}
            Piece::Text(op, text) => {
                for (at, line) in text.split('\n').enumerate() {
                    if at > 0 {
                        out.push_str("</p>\n<p>");
                    }
                    words(&mut out, *op, line);
                }
            }
            Piece::Begins(_) if view == View::Old => {}
            Piece::Begins(place) => {
                out.push_str(&format!("<b class=\"begins\">{}</b> ", escaped(place)));
            }
            Piece::Elided(_) => out.push_str(" … "),
        }
    }
    out.push_str("</p>\n");
    // A line feed that only one side has leaves nothing behind on the other.
    out.replace("<p></p>\n", "")
}

/// A run of small edits ("FOLDED"), without a paragraph of its own.
pub(super) fn inline(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(op, text) => words(&mut out, *op, text),
            Piece::Begins(place) => out.push_str(&format!("{}: ", escaped(place))),
            Piece::Elided(_) => out.push_str(if at > 0 { " … " } else { "… " }),
        }
    }
    out
}

/// A mark begins and ends at words, never at a blank, and blanks alone have none.
fn words(out: &mut String, op: WordOp, text: &str) {
    let tag = match op {
        WordOp::Equal => return out.push_str(&escaped(text)),
        WordOp::Delete => "del",
        WordOp::Insert => "ins",
    };
    let bare = text.trim();
    if bare.is_empty() {
        return out.push_str(&escaped(text));
    }
    let lead = &text[..text.len() - text.trim_start().len()];
    let trail = &text[text.trim_end().len()..];
    // Two marks in a row are two words to whoever copies them.
    let apart = if lead.is_empty() && follows_mark(out) { " " } else { lead };
    out.push_str(&format!("{}{}{}", escaped(apart), marked(tag, bare), escaped(trail)));
}

fn follows_mark(out: &str) -> bool {
    out.ends_with("</del>") || out.ends_with("</ins>")
}

/// Words with the sign that says without colour what the colour says. It is text, so that it is copied with
/// the words; a blank or a bracket alone is not struck through, for nobody could read it.
pub(super) fn marked(tag: &str, words: &str) -> String {
    let sign = if tag == "del" { "−" } else { "+" };
    let class = if words.chars().any(char::is_alphanumeric) { "" } else { " class=\"bare\"" };
    format!(
        "<{tag}{class}><span class=\"sign\" aria-hidden=\"true\">{sign}</span><span class=\"w\">{}</span>\
         <span class=\"sign end\" aria-hidden=\"true\">{sign}</span></{tag}>",
        escaped(words)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_has_its_own_words() {
        let pieces = [
            Piece::Text(WordOp::Equal, "It".into()),
            Piece::Text(WordOp::Delete, " <may>".into()),
            Piece::Text(WordOp::Insert, " should\n".into()),
            Piece::Begins("¶4".into()),
            Piece::Text(WordOp::Equal, "go.".into()),
        ];
        let (gone, come) = (marked("del", "<may>"), marked("ins", "should"));
        assert!(
            gone.starts_with("<del><span class=\"sign\" aria-hidden=\"true\">−")
                && gone.contains("&lt;may&gt;")
        );
        assert_eq!(
            paragraphs(&pieces, View::Both),
            format!("<p>It {gone} {come}</p>\n<p><b class=\"begins\">¶4</b> go.</p>\n")
        );
        assert_eq!(paragraphs(&pieces, View::Old), format!("<p>It {gone}go.</p>\n"));
        assert_eq!(
            paragraphs(&pieces, View::New),
            format!("<p>It {come}</p>\n<p><b class=\"begins\">¶4</b> go.</p>\n")
        );
        let beside =
            [Piece::Text(WordOp::Delete, "called".into()), Piece::Text(WordOp::Insert, "convened".into())];
        assert!(inline(&beside).contains("</del> <ins>"), "two marks in a row are copied as one word");
        assert!(marked("del", "___").starts_with("<del class=\"bare\">"));
    }
}
