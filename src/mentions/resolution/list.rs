//! The numbers after one noun: "resolutions 56/24 A and B, 57/1 of 3 March 2003 and 58/4".

use super::attribution::{FROM_TEXT, Inferred, fits, held, inferred};
use super::number::{self, Form, Number};
use super::{Mention, Noun, Prose, citation, organ_name};
use crate::mentions::passage::Passage;
use crate::terms::english::calendar;
use crate::terms::organ::Organ;

/// Finds the numbers after the noun. Returns the next token, `None` where no number follows.
pub(super) fn find(
    prose: &Prose<'_>,
    noun_at: usize,
    noun: Noun,
    last_organ: &mut Option<&'static Organ>,
    cited: &mut Vec<Mention>,
) -> Option<usize> {
    let passage = prose.passage;
    let mut next = noun_at + 1;
    // "resolutions Nos. 4/1"
    if passage.is_any(next, &["no", "nos"]) && passage.is_mark(next + 1, '.') {
        next += 2;
    }
    let first = number::scan(passage.chars, passage.tokens.get(next)?.start)?;
    if !prose.is_free(first.end - 1) {
        return None;
    }
    let (start, organ_before) = organ_name::before(passage, noun_at, *last_organ);
    let (numbers, end) = numbers_from(prose, passage.tokens[start].start, first);
    let own = noun_at > 0 && passage.is_any(noun_at - 1, &["its"]);
    let beside = organ_before.or_else(|| organ_name::after(passage, end));
    let named = beside
        .or_else(|| organ_name::of_sentence(passage, end, own))
        .or_else(|| organ_name::shared_after(passage, end, *last_organ));
    let told = |organ: &'static Organ| -> (&'static Organ, Option<&'static str>) {
        (organ, beside.is_none().then_some(FROM_TEXT))
    };
    // "decision 15/24 of the Conference of the Parties …": of a body that the table does not know.
    let foreign = named.is_none() && passage.is(end, "of") && passage.is(end + 1, "the");
    for (position, (start, number)) in numbers.iter().enumerate() {
        let believed = |organ: &&Organ| fits(organ, &number.form) && held(organ, &number.form, prose.context);
        let organ = named.filter(believed).map(told).or_else(|| {
            let first_word = passage.word(passage.token_from(*start));
            if foreign {
                return None;
            }
            inferred(number, first_word, own, *last_organ, prose).map(from)
        });
        let rule = match (position, &number.form) {
            (0, Form::Dated | Form::Roman(_)) => "session-number",
            (0, _) => "numbered-resolution",
            _ => "further-number",
        };
        cited.push(citation(passage, *start, number, organ, noun, rule));
        *last_organ = named.filter(|organ| organ.is_remembered()).or(*last_organ);
    }
    Some(end)
}

fn from((organ, source): Inferred) -> (&'static Organ, Option<&'static str>) {
    (organ, Some(source))
}

/// The numbers of a list with the first characters of their mentions, and the token after the last.
fn numbers_from(prose: &Prose<'_>, start: usize, first: Number) -> (Vec<(usize, Number)>, usize) {
    let passage = prose.passage;
    let mut end = passage.token_from(first.end);
    let mut numbers = vec![(start, first)];
    loop {
        if let Some(further) = numbers.last().and_then(|(_, last)| further_letter(passage, end, last)) {
            end = passage.token_from(further.1.end);
            numbers.push(further);
            continue;
        }
        let further = passage
            .separator_end(skip_date(passage, end))
            .and_then(|next| passage.tokens.get(next))
            .and_then(|token| Some((token.start, number::scan(passage.chars, token.start)?)))
            .filter(|(start, number)| prose.is_free(*start) && prose.is_free(number.end - 1));
        let Some(further) = further else { return (numbers, end) };
        end = passage.token_from(further.1.end);
        numbers.push(further);
    }
}

/// The B of "56/24 A and B": the number before it with another letter.
fn further_letter(passage: &Passage<'_>, end: usize, last: &Number) -> Option<(usize, Number)> {
    let letter = passage.separator_end(end)?;
    let [sign] = passage.word(letter) else { return None };
    if !sign.is_ascii_uppercase() || !ends_in_letter(&last.text) {
        return None;
    }
    let token = passage.tokens[letter];
    let mut text = last.text.clone();
    text.pop();
    text.push(*sign);
    let form = last.form.clone();
    Some((token.start, Number { end: token.end, text, form, provisional: false }))
}

fn ends_in_letter(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.next().is_some_and(|c| c.is_ascii_uppercase()) && letters.next() == Some(' ')
}

/// A further number of a list whose members have titles, with the token after it.
pub(super) fn dated_number(
    prose: &Prose<'_>,
    index: usize,
    noun: Noun,
    organ: Option<&'static Organ>,
) -> Option<(usize, Mention)> {
    let passage = prose.passage;
    let joined = index > 0
        && (passage.is_mark(index - 1, ',')
            || passage.is_mark(index - 1, ';')
            || passage.is_any(index - 1, &["and"]));
    let start = passage.tokens[index].start;
    if !joined || !prose.is_free(start) {
        return None;
    }
    let number = number::scan(passage.chars, start)?;
    let end = passage.token_from(number.end);
    if skip_date(passage, end) == end {
        return None;
    }
    let organ = organ
        .filter(|organ| fits(organ, &number.form))
        .map(|organ| (organ, None))
        .or_else(|| inferred(&number, passage.word(index), true, organ, prose).map(from));
    Some((end, citation(passage, start, &number, organ, noun, "further-number")))
}

/// " of 29 November 2001" after a number; the same token where there is none.
pub(super) fn skip_date(passage: &Passage<'_>, next: usize) -> usize {
    let dated = passage.is_any(next, &["of", "dated"])
        && passage.number(next + 1).is_some_and(|day| day <= 31)
        && calendar::month(passage.word(next + 2)).is_some()
        && passage.number(next + 3).is_some_and(|year| (1945..2100).contains(&year));
    if dated { next + 4 } else { next }
}
