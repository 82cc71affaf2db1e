//! Numbers in figures and in words, as they stand in a passage.

use super::passage::{Passage, TokenKind};
use crate::terms::english::number::{self, SCALES, SCALES_TH};

/// A number and the token after it.
pub(super) type Numeral = (u32, usize);

/// "9", "1,500", "1 500", "nine", "twenty-one", "one hundred and ninety-three".
pub(super) fn cardinal_at(passage: &Passage<'_>, index: usize) -> Option<Numeral> {
    figures(passage, index).or_else(|| in_words(passage, index, false))
}

/// "9th", "21st", "ninth", "seventy-ninth", "one hundred and twelfth".
pub(super) fn ordinal_at(passage: &Passage<'_>, index: usize) -> Option<Numeral> {
    if let Some((value, next)) = figures(passage, index) {
        return passage.is_ordinal_ending(next).then_some((value, next + 1));
    }
    in_words(passage, index, true)
}

/// Digits, with a comma or a space before each three.
fn figures(passage: &Passage<'_>, index: usize) -> Option<Numeral> {
    let mut value = passage.number(index)?;
    if passage.is_glued(index) && !passage.chars[passage.tokens[index].start - 1].is_ascii_punctuation() {
        return None;
    }
    let mut next = index + 1;
    let is_three = |at: usize| passage.number(at).is_some() && passage.word(at).len() == 3;
    if passage.word(index).len() <= 3 && value > 0 {
        loop {
            let at = if passage.is_mark(next, ',') && passage.is_glued(next) && passage.is_glued(next + 1) {
                next + 1
            } else if passage
                .tokens
                .get(next)
                .is_some_and(|token| token.start == passage.tokens[next - 1].end + 1)
                && passage.chars[passage.tokens[next].start - 1] != ','
            {
                next
            } else {
                break;
            };
            let Some(more) = passage.number(at).filter(|_| is_three(at)) else { break };
            let Some(sum) = value.checked_mul(1000).and_then(|value| value.checked_add(more)) else { break };
            value = sum;
            next = at + 1;
        }
    }
    Some((value, next))
}

fn in_words(passage: &Passage<'_>, index: usize, ordinal: bool) -> Option<Numeral> {
    let mut total = 0_u32;
    let mut part = None;
    let mut at = index;
    loop {
        if let Some(ten) = part.filter(|part| part % 100 >= 20 && part % 10 == 0)
            && let Some((unit, is_ordinal)) = unit_after_ten(passage, &mut at)
        {
            part = Some(ten + unit);
            if is_ordinal {
                return ordinal.then_some((total + ten + unit, at));
            }
            continue;
        }
        if passage.tokens.get(at).is_none_or(|token| token.kind != TokenKind::Word) {
            break;
        }
        if let Some(unit) =
            number::cardinal(passage.word(at)).filter(|_| part.is_none_or(|part| part % 100 == 0))
        {
            part = Some(part.unwrap_or(0) + unit);
            at += 1;
        } else if let Some(last) =
            number::ordinal(passage.word(at)).filter(|_| part.is_none_or(|part| part % 100 == 0))
        {
            return ordinal.then_some((total + part.unwrap_or(0) + last, at + 1));
        } else if let Some((_, scale)) = SCALES.iter().find(|(name, _)| passage.is_any(at, &[name])) {
            let Some(times) = part.or((*scale == 100 && total > 0).then_some(1)) else { break };
            if *scale == 1_000 {
                // No number has thousands twice; two numbers may stand side by side.
                if total > 0 {
                    break;
                }
                total += times.checked_mul(1_000)?;
                part = None;
            } else {
                part = Some(times.checked_mul(100)?);
            }
            at += 1;
        } else if let Some((_, scale)) = SCALES_TH.iter().find(|(name, _)| passage.is_any(at, &[name])) {
            return ordinal.then_some((total + part.unwrap_or(1).checked_mul(*scale)?, at + 1));
        } else if passage.is_any(at, &["and"])
            && part.is_some_and(|part| part >= 100 && part % 100 == 0)
            && (number::cardinal(passage.word(at + 1)).is_some()
                || ordinal && number::ordinal(passage.word(at + 1)).is_some())
        {
            at += 1;
        } else {
            break;
        }
    }
    (!ordinal && at > index).then(|| (total + part.unwrap_or(0), at))
}

/// "twenty–seventh", "twenty- seventh", "twenty seventh": the hyphen became a dash, or was lost.
/// Goes past the unit and tells whether it is an ordinal.
fn unit_after_ten(passage: &Passage<'_>, at: &mut usize) -> Option<(u32, bool)> {
    let unit = *at + usize::from(passage.is_dash(*at) && passage.is_glued(*at));
    let word = passage.word(unit);
    let found = number::cardinal(word)
        .map(|value| (value, false))
        .or_else(|| number::ordinal(word).map(|value| (value, true)))
        .filter(|(value, _)| (1..10).contains(value))?;
    *at = unit + 1;
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::passage::tokenize;
    use crate::report::NodeKind;

    fn with<T>(text: &str, look: impl Fn(&Passage<'_>) -> T) -> T {
        let chars: Vec<char> = text.chars().collect();
        let mut tokens = Vec::new();
        tokenize(&chars, &mut tokens);
        let taken = vec![false; chars.len()];
        look(&Passage {
            kind: NodeKind::Paragraph,
            chars: &chars,
            tokens: &tokens,
            taken: &taken,
            found: &[],
        })
    }

    #[test]
    fn figures_and_words_are_one_number() {
        for (text, value, next) in [
            ("9 meetings", 9, 1),
            ("nine meetings", 9, 1),
            ("1,500 members", 1500, 3),
            ("12 500 members", 12500, 2),
            ("one hundred and ninety-three members", 193, 4),
            ("two thousand and", 2000, 2),
            ("five, 200", 5, 1),
        ] {
            assert_eq!(with(text, |passage| cardinal_at(passage, 0)), Some((value, next)), "{text}");
        }
        assert_eq!(with("hundred reasons", |passage| cardinal_at(passage, 0)), None);
        assert_eq!(with("ninth meeting", |passage| cardinal_at(passage, 0)), None);
    }

    #[test]
    fn ordinals_likewise() {
        for (text, value, next) in [
            ("283rd meeting", 283, 2),
            ("seventy-ninth session", 79, 1),
            ("one hundred and twelfth session", 112, 4),
            ("hundredth time", 100, 1),
            ("twenty–seventh session", 27, 3),
            ("one hundred and twenty- seventh session", 127, 6),
            ("twenty seventh session", 27, 2),
        ] {
            assert_eq!(with(text, |passage| ordinal_at(passage, 0)), Some((value, next)), "{text}");
        }
        assert_eq!(with("nine meetings", |passage| ordinal_at(passage, 0)), None);
    }
}
