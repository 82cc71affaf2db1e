//! Quantities with their units: "nine plenary meetings", "45 per cent", "$3.2 million".
//!
//! The value holds the number in figures and the unit as written: `9 plenary meetings`,
//! `3200000 US dollars`, `2/3 majority`, `? meetings` for a blank. Without a tagger the rule is
//! that a number counts what follows if that ends in a noun in the plural, with nothing before it
//! but what may stand between the two.

mod amount;
mod guard;
mod measure;
mod unit;
mod vote;

use super::passage::{Passage, TokenKind};
use super::{Context, Finder, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::counted::APPROXIMATE;
use amount::Amount;

/// Finds quantities.
pub struct Quantities;

impl Finder for Quantities {
    fn kind(&self) -> MentionKind {
        MentionKind::Quantity
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "counted",
            "one",
            "blank-number",
            "money",
            "percentage",
            "measure",
            "hyphenated",
            "fraction",
            "votes",
        ]
    }

    fn find(&self, passage: &Passage<'_>, _: &mut Context, found: &mut Vec<Mention>) {
        // Rows of statistics count without words, and the first page labels.
        if matches!(passage.kind, NodeKind::Masthead | NodeKind::TableRow) {
            return;
        }
        let mut sessions =
            passage.found.iter().filter(|mention| mention.kind == MentionKind::Session).peekable();
        let mut index = 0;
        while index < passage.tokens.len() {
            let start = passage.tokens[index].start;
            while sessions.next_if(|session| session.end <= start).is_some() {}
            // The ordinal of a session is no count.
            let in_session = sessions.peek().is_some_and(|session| session.start <= start);
            let spoken_for = in_session || passage.is_taken(index) || names_a_resolution(passage, index);
            let next = if spoken_for { None } else { at(passage, index, found) };
            index = next.map_or(index + 1, |next| next.max(index + 1));
        }
    }
}

/// "The outcomes of 2272 reviews" where the paragraph cites Security Council resolution 2272 (2016).
fn names_a_resolution(passage: &Passage<'_>, index: usize) -> bool {
    let Some(number) = passage.number(index).filter(|number| (100..10_000).contains(number)) else {
        return false;
    };
    let documents = passage.found.iter().filter(|mention| mention.kind == MentionKind::Document);
    let cited = documents.filter_map(|mention| mention.value.strip_prefix("S/RES/"));
    cited.filter_map(|rest| rest.split(' ').next()?.parse::<u32>().ok()).any(|cited| cited == number)
}

/// Finds the quantity that begins with the token at `index`; the token after it, or after the
/// number if it counts nothing.
fn at(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    if passage.tokens[index].kind == TokenKind::Word {
        if let Some(next) =
            measure::hyphenated(passage, index, found).or_else(|| vote::none(passage, index, found))
        {
            return Some(next);
        }
        if let Some(next) = measure::money(passage, index, found) {
            return Some(next);
        }
    } else if let Some(next) = measure::money(passage, index, found) {
        return Some(next);
    }
    if passage.tokens[index].kind == TokenKind::Mark
        && passage.placeholder_at(passage.tokens[index].start).is_none()
        && !passage.is_mark(index, '[')
    {
        return None;
    }
    let amount = amount::amount(passage, index)?;
    if !guard::may_count(passage, index) {
        return Some(amount.next);
    }
    if let Some(next) = vote::find(passage, index, &amount, found) {
        return Some(next);
    }
    if let Some(next) = measure::find(passage, index, &amount, found) {
        return Some(next);
    }
    if passage.is_glued(amount.next) && passage.tokens[amount.next].kind != TokenKind::Mark {
        return Some(amount.next);
    }
    let is_one = amount.number == "1" && amount.last.is_none();
    let unit =
        if is_one { unit::singular(passage, amount.next) } else { unit::plural(passage, index, amount.next) };
    let Some((unit, next)) = unit else { return Some(amount.next) };
    let rule = match amount.number.as_str() {
        "?" => "blank-number",
        "1" if is_one => "one",
        number if number.contains('/') => "fraction",
        _ => "counted",
    };
    push(passage, found, index, next, &amount, &unit, rule);
    Some(next)
}

/// Adds the quantity of the tokens `first..next`.
fn push(
    passage: &Passage<'_>,
    found: &mut Vec<Mention>,
    first: usize,
    next: usize,
    amount: &Amount,
    unit: &str,
    rule: &'static str,
) {
    let (start, end) = (passage.tokens[first].start, passage.tokens[next - 1].end);
    let number = match &amount.last {
        Some(last) => format!("{} to {last}", amount.number),
        None => amount.number.clone(),
    };
    let value = format!("{number} {unit}");
    let mut mention = passage.mention(MentionKind::Quantity, start, end, value, rule);
    mention.attributes.insert("number", number);
    mention.attributes.insert("unit", unit.to_owned());
    if let Some(words) = approximate(passage, first) {
        mention.attributes.insert("approximate", words.join(" "));
    }
    found.push(mention);
}

/// "some 200", "no fewer than 50": the words before the number at `index`.
fn approximate(passage: &Passage<'_>, index: usize) -> Option<&'static [&'static str]> {
    APPROXIMATE.iter().copied().find(|words| {
        index
            .checked_sub(words.len())
            .is_some_and(|from| words.iter().enumerate().all(|(at, word)| passage.is_any(from + at, &[word])))
    })
}
