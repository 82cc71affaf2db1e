//! An edit with what stands round it: what decides its weight is near, and a text may be long.

use super::words::Edit;
use std::borrow::Cow;
use std::ops::Range;

/// A text of more bytes than this is cut to what stands round an edit.
const LONG: usize = 6_000;

/// Characters kept on each side: some twenty printed lines.
const ROUND: usize = 2_000;

/// The edit, and both texts round it; the ranges of the edit count in these.
pub(crate) fn window<'a>(edit: &'a Edit, old: &'a str, new: &'a str) -> (Cow<'a, Edit>, [&'a str; 2]) {
    if old.len() <= LONG && new.len() <= LONG {
        return (Cow::Borrowed(edit), [old, new]);
    }
    let ((old, was), (new, now)) = (cut(old, &edit.old), cut(new, &edit.new));
    (Cow::Owned(Edit { old: was, new: now, ..edit.clone() }), [old, new])
}

/// The text round a range of its characters, and the range in it.
fn cut<'a>(text: &'a str, range: &Range<usize>) -> (&'a str, Range<usize>) {
    let first = range.start.saturating_sub(ROUND);
    let byte = |text: &str, count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let from = &text[byte(text, first)..];
    let end = byte(from, range.end - first + ROUND);
    (&from[..end], range.start - first..range.end - first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_round_its_edit_and_a_short_one_is_not() {
        let long = "ä ".repeat(5_000);
        let edit =
            Edit { old: 6_000..6_003, new: 6_000..6_001, deleted: "ä ä".into(), inserted: "ä".into() };
        let (cut, [old, new]) = window(&edit, &long, &long);
        assert_eq!((cut.old.clone(), cut.new.clone()), (2_000..2_003, 2_000..2_001));
        let chars: String = old.chars().skip(cut.old.start).take(cut.old.len()).collect();
        assert_eq!(chars, "ä ä");
        assert_eq!((old.chars().count(), new.chars().count()), (4_003, 4_001));
        assert_eq!(window(&edit, "short", "text").1, ["short", "text"]);
    }
}
