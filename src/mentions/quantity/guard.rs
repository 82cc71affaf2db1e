//! Numbers that count nothing: labels, years, parts of something longer.

use crate::mentions::passage::{Passage, TokenKind};
use crate::terms::english::counting::LABELLED;

/// Whether the number at `index` may count what follows.
pub(super) fn may_count(passage: &Passage<'_>, index: usize) -> bool {
    let token = passage.tokens[index];
    if passage.is_glued(index) {
        let before = passage.chars[token.start - 1];
        if !matches!(before, '(' | '[' | '“' | '"' | '‘' | '\'' | '$' | '€' | '£' | '¥' | '—' | '~')
        {
            return false;
        }
    }
    if token.kind == TokenKind::Number {
        // "In 2025 States …"; a count of as many is written 2,025.
        let is_year = passage.word(index).len() == 4
            && passage.number(index).is_some_and(|number| (1900..=2100).contains(&number))
            && !passage.is_mark(index + 1, '.');
        if is_year {
            return false;
        }
    }
    !is_label(passage, index)
}

/// "paragraph 5", "items 3, 4 and 5", "No. 7", "Group of 77".
fn is_label(passage: &Passage<'_>, index: usize) -> bool {
    // Longer lists of labels begin with their noun near enough.
    const LONGEST: usize = 12;
    let mut at = index;
    for _ in 0..LONGEST {
        let Some(before) = at.checked_sub(1) else { return false };
        if passage.is_mark(before, '.') {
            return before > 0
                && passage.is_any(before - 1, &["no", "nos", "para", "paras", "art", "vol", "p", "pp"]);
        }
        if passage.is_any(before, LABELLED) {
            // "5 decisions and two notes": what follows the noun at once would be its number.
            return at == index || !joins_at(passage, at);
        }
        if passage.is_any(before, &["of"]) {
            return before > 0 && passage.is_any(before - 1, &["group"]);
        }
        let joins = joins_at(passage, before);
        let number =
            passage.number(before).is_some() || passage.is_mark(before, ')') || passage.is_mark(before, '(');
        if !(joins || number) {
            return false;
        }
        at = before;
    }
    false
}

/// What stands between the numbers of a list.
fn joins_at(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_any(index, &["and", "or", "to"]) || passage.is_mark(index, ',') || passage.is_dash(index)
}
