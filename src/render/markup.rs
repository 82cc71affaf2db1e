//! Text of a document inside XML and HTML.

use super::clean;

/// The text as content of an element or as the value of an attribute in quotation marks: on one line, with
/// nothing that could be markup and no character that XML forbids.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in clean::one_line(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No characters of XML, nor of any text.
            '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(text("<script>'R&D'</script>"), "&lt;script&gt;&#39;R&amp;D&#39;&lt;/script&gt;");
        assert_eq!(text("\" onload=\"x"), "&quot; onload=&quot;x");
        assert_eq!(text("a\u{0}b\nc\u{ffff}\u{202e}d"), "a\u{fffd}b cd");
    }
}
