//! Sittings with an ordinal, and with a blank where it will stand.

use super::body;
use super::ordinal::{Element, elements, past_aside};
use super::tail::{Tail, lower, tail, year};
use crate::mentions::passage::Passage;
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::number::{ordinal_in_figures, ordinal_in_words};
use crate::terms::english::sitting::Noun;

/// What the whole list shares.
struct Named<'a> {
    tail: &'a Tail,
    body: Option<String>,
    part: Option<u32>,
    year: Option<u32>,
    start: Option<usize>,
    end: usize,
}

/// Finds what begins with the token at `index`; the token after it, or after what it is not.
pub(super) fn find(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let (elements, next) = elements(passage, index)?;
    // What is not taken for a list of sittings is none from its second ordinal on either.
    let Some(mut tail) =
        after_list(passage, next, elements.len()).filter(|tail| is_sitting(passage, index, &elements, tail))
    else {
        return Some(next);
    };
    let mut next = tail.at + 1;
    if let ([_], Some(after)) = (&elements[..], tail.taken_up_again(passage, next)) {
        next = after;
    }
    let mut named = Named {
        body: body::of(passage, index, tail.at),
        tail: &tail,
        part: None,
        year: None,
        start: (elements.len() == 1).then(|| passage.tokens[index].start),
        end: passage.tokens[next - 1].end,
    };
    if let [_] = elements[..] {
        let before = part_before(passage, index);
        if let Some((number, start)) = before {
            (named.part, named.start) = (Some(number), Some(start));
        }
        if let Some((number, after)) = part_after(passage, next) {
            (named.part, named.end) = (Some(number), passage.tokens[after - 1].end);
            next = after;
        }
        if index > 0
            && let Some(year) = year(passage, index - 1)
            && (index == 1 || passage.is_any(index - 2, &["its", "the", "their"]))
        {
            (named.year, named.start) = (Some(year), Some(passage.tokens[index - 1].start));
        } else if passage.is_any(next, &["of", "for"])
            && let Some(year) = year(passage, next + 1)
        {
            (named.year, named.end) = (Some(year), passage.tokens[next + 1].end);
            next += 2;
        }
    }
    for (at, element) in elements.iter().enumerate() {
        let last = at + 1 == elements.len();
        found.push(mention(passage, element, &named, (elements.len() > 1).then_some(last)));
    }
    Some(next)
}

/// The noun behind the ordinals; "the first (Harbour City) and second (Lakeside) sessions".
fn after_list(passage: &Passage<'_>, next: usize, count: usize) -> Option<Tail> {
    tail(passage, next).or_else(|| {
        let past = past_aside(passage, next);
        (count > 1 && past > next).then(|| tail(passage, past)).flatten()
    })
}

/// Whether these ordinals and this noun make a sitting, by what stands round them.
fn is_sitting(passage: &Passage<'_>, index: usize, elements: &[Element], tail: &Tail) -> bool {
    let [element] = elements else {
        // "the first and second reading session": one thing with two ordinals is none.
        return true;
    };
    if index > 0 && passage.is_any(index - 1, &["each", "every"]) {
        return false;
    }
    // "first meetings" are no meeting; "[...] meetings" are a quantity.
    element.last.is_some() || !tail.plural
}

fn mention(
    passage: &Passage<'_>,
    element: &Element,
    named: &Named<'_>,
    last_of_list: Option<bool>,
) -> Mention {
    let tail = named.tail;
    let run = element.last.is_some();
    let rule = match (element.first.and(element.last.unwrap_or(element.first)), last_of_list) {
        (None, _) => "blank-ordinal",
        (Some(_), _) if run => "ordinal-run",
        (Some(_), Some(_)) => "ordinal-list",
        (Some(_), None) => "ordinal",
    };
    let start = named.start.unwrap_or(element.start);
    let end = if last_of_list == Some(false) { element.end } else { named.end };
    let mut value = String::new();
    if let Some(year) = named.year {
        value.push_str(&format!("{year} "));
    }
    // "(resumed)" as well as "resumed".
    let own = element.from..element.from + element.kinds_before;
    let own = own.map(|at| lower(passage, at)).filter(|word| word.starts_with(char::is_alphabetic));
    let before: Vec<String> = own.chain(tail.kinds_before.iter().cloned()).collect();
    for kind in &before {
        value.push_str(kind);
        value.push(' ');
    }
    value.push_str(&written(element.first, tail.noun));
    if let Some(last) = element.last {
        value.push_str(" to ");
        value.push_str(&written(last, tail.noun));
    }
    for kind in &tail.kinds {
        value.push(' ');
        value.push_str(kind);
    }
    value.push(' ');
    value.push_str(tail.noun.name());
    if run {
        value.push('s');
    }
    if let Some(part) = named.part {
        value.push_str(&format!(", part {part}"));
    }
    let mut mention = passage.mention(MentionKind::Session, start, end, value, rule);
    let figures = |number: Option<u32>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
    let mut set = |name, value: Option<String>| {
        if let Some(value) = value {
            mention.attributes.insert(name, value);
        }
    };
    set("ordinal", Some(figures(element.first)));
    set("last", element.last.map(figures));
    let types: Vec<&str> = before
        .iter()
        .filter(|kind| !tail.types.contains(kind))
        .chain(&tail.types)
        .map(String::as_str)
        .collect();
    set("type", (!types.is_empty()).then(|| types.join(" ")));
    set("part", named.part.map(|part| part.to_string()));
    set("year", named.year.map(|year| year.to_string()));
    set("body", named.body.clone());
    mention
}

/// "third" before a session and "3rd" before a meeting, "?" for a blank.
pub(super) fn written(number: Option<u32>, noun: Noun) -> String {
    match (number, noun) {
        (None, _) => "?".to_owned(),
        (Some(number), Noun::Session | Noun::Segment) => ordinal_in_words(number),
        (Some(number), Noun::Meeting | Noun::Sitting) => ordinal_in_figures(number),
    }
}

/// "the first part of its …": the part, and where the words begin.
fn part_before(passage: &Passage<'_>, index: usize) -> Option<(u32, usize)> {
    let of = index.checked_sub(1)?;
    let of = if passage.is_any(of, &["its", "the", "their"]) { of.checked_sub(1)? } else { of };
    let part = of.checked_sub(1)?;
    let ordinal = part.checked_sub(1)?;
    if !passage.is(of, "of") || !passage.is_any(part, &["part"]) {
        return None;
    }
    let number = crate::terms::english::number::ordinal(passage.word(ordinal))?;
    Some((number, passage.tokens[ordinal].start))
}

/// "(part I)", "(Part 2)", ", part two": the part, and the token after it.
fn part_after(passage: &Passage<'_>, index: usize) -> Option<(u32, usize)> {
    let open = passage.is_mark(index, '(');
    if !(open || passage.is_mark(index, ',')) || !passage.is_any(index + 1, &["part"]) {
        return None;
    }
    let number = super::ordinal::roman(passage, index + 2)
        .map(|(number, _)| number)
        .or_else(|| passage.number(index + 2))
        .or_else(|| crate::terms::english::number::cardinal(passage.word(index + 2)))
        .filter(|number| *number < 20)?;
    let next = index + 3 + usize::from(open);
    (!open || passage.is_mark(index + 3, ')')).then_some((number, next))
}
