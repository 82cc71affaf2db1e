//! Content of a page that is damaged in the middle. Both libraries stop there without a word, and
//! the rest of the page is gone; so damage is looked for, cut out, and told.
//!
//! Text stands between `BT` and `ET`. A reader that stops early sees fewer `ET` than there are.

use hayro_interpret::hayro_syntax::content::UntypedIter;

/// The content without its damaged lines; `None` where it is sound.
pub fn mended(content: &[u8]) -> Option<Vec<u8>> {
    let ends = ends_of_text(content);
    if count(content).1 >= ends.len() {
        return None;
    }
    let mut whole = Vec::with_capacity(content.len());
    let mut from = 0;
    for end in ends.into_iter().chain([content.len()]) {
        let text = &content[from..end];
        if count(text).1 > 0 || end == content.len() {
            whole.extend_from_slice(text);
        } else {
            let start = whole.len();
            for line in text.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
                // A line that is sound alone ends with the operator that it ends with for everybody.
                if line.trim_ascii().rsplit(|byte| !byte.is_ascii_alphabetic() && *byte != b'*').next()
                    == Some(count(line).0.as_slice())
                {
                    whole.extend_from_slice(line);
                }
            }
            // The end itself was lost.
            if count(&whole[start..]).1 == 0 {
                whole.extend_from_slice(b"\nET\n");
            }
        }
        from = end;
    }
    Some(whole)
}

/// How many texts end in `content`, by its characters alone.
pub fn texts(content: &[u8]) -> usize {
    ends_of_text(content).len()
}

fn ends_of_text(content: &[u8]) -> Vec<usize> {
    let before = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b')' | b'>' | b']');
    let after = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'[');
    let mut ends = Vec::new();
    for (at, pair) in content.windows(2).enumerate() {
        let apart =
            (at == 0 || before(content[at - 1])) && content.get(at + 2).is_none_or(|next| after(*next));
        if pair == b"ET" && apart {
            ends.push(at + 2);
        }
    }
    ends
}

/// The last operator that a reader comes to, and how many texts it saw end.
fn count(content: &[u8]) -> (Vec<u8>, usize) {
    let mut operations = UntypedIter::new(content);
    let (mut last, mut ends) = (Vec::new(), 0);
    while let Some(operation) = operations.next() {
        last.clear();
        last.extend_from_slice(operation.operator.as_ref());
        ends += usize::from(last == b"ET");
    }
    (last, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_content_is_left_alone() {
        assert_eq!(mended(b"BT /F1 12 Tf (ET) Tj ET\nq BT (a) Tj ET Q"), None);
        assert_eq!(mended(b""), None);
    }

    #[test]
    fn a_damaged_line_is_cut_out_and_the_rest_stays() {
        let content = b"BT\n(one) Tj\nET\nBT\n/F1 12 Tf\n[<0]1>] TJ\nET\nBT\n(three) Tj\nET\n";
        let mended = mended(content).map(|content| String::from_utf8(content).unwrap()).unwrap();
        assert!(mended.contains("(three) Tj") && mended.contains("/F1 12 Tf"), "{mended}");
        assert_eq!(count(mended.as_bytes()).1, 3, "{mended}");
    }
}
