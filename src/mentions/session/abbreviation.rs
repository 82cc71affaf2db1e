//! "COP 28", "COP28", "SBSTA-3", "INC-5.2".

use crate::mentions::passage::{Passage, TokenKind};
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::sitting::ABBREVIATIONS;

/// Finds the abbreviation of a body with the number of its sitting; the token after it.
pub(super) fn find(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let name = ABBREVIATIONS.iter().find(|name| passage.is(index, name))?;
    if passage.is_taken(index) || before_joins(passage, index) {
        return None;
    }
    let at = index + 1 + usize::from(passage.is_dash(index + 1) && passage.is_glued(index + 1));
    let token = passage.tokens.get(at)?;
    if passage.is_taken(at) || token.kind != TokenKind::Number || at > index + 1 && !passage.is_glued(at) {
        return None;
    }
    let number = passage.number(at).filter(|number| (1..200).contains(number))?;
    let mut next = at + 1;
    let mut value = format!("{name} {number}");
    let mut part = None;
    if passage.is_mark(next, '.') && passage.is_glued(next) && passage.is_glued(next + 1) {
        part = passage.number(next + 1).filter(|part| *part < 20);
        if let Some(part) = part {
            value.push_str(&format!(".{part}"));
            next += 2;
        }
    }
    // "COP 28 per cent", "WHA77/1", "COP 2024": other numbers.
    if passage.is_glued(next) && !passage.chars[passage.tokens[next].start].is_ascii_punctuation()
        || passage.is_mark(next, '/') && passage.number(next + 1).is_some()
    {
        return None;
    }
    let (start, end) = (passage.tokens[index].start, passage.tokens[next - 1].end);
    let mut mention = passage.mention(MentionKind::Session, start, end, value, "abbreviation");
    mention.attributes.insert("ordinal", number.to_string());
    mention.attributes.insert("body", (*name).to_owned());
    if let Some(part) = part {
        mention.attributes.insert("part", part.to_string());
    }
    found.push(mention);
    Some(next)
}

/// "1/CP.28", "DEC-COP 3": the end of something longer.
fn before_joins(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_glued(index) && matches!(passage.chars[passage.tokens[index].start - 1], '.' | '-' | '_' | '@')
}
