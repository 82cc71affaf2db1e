//! When two mentions mean the same, however they are written.

use super::actors::is_number_word;
use super::tokens::tokens;
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::measure::DURATIONS;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Whether a mention is a fact of its own: "the same meeting" is told where the meeting is named, who
/// leaves an office where it is filled again, and years in a name are part of the name.
pub(crate) fn is_own_fact(mention: &Mention) -> bool {
    let told_elsewhere =
        ["anaphoric", "anaphor_of", "in_name"].iter().any(|name| mention.attributes.contains_key(name));
    let left = mention.kind == MentionKind::Officer
        && mention.attributes.get("act").is_some_and(|act| act == "left");
    !told_elsewhere && !left
}

/// True if both mean the same thing: the days, the person, the number and its unit.
///
/// Cross-references are left to the caller, who knows the renumbering.
pub(crate) fn same(old: &Mention, new: &Mention) -> bool {
    let by_value = !matches!(old.kind, MentionKind::Officer | MentionKind::Participant);
    old.kind == new.kind && ((by_value && old.value == new.value) || alike(old, new))
}

fn alike(old: &Mention, new: &Mention) -> bool {
    match old.kind {
        MentionKind::Date => days(&old.value) == days(&new.value),
        MentionKind::Officer | MentionKind::Participant => {
            same_person(&old.value, &new.value) && agree(old, new, "office") && agree(old, new, "country")
        }
        MentionKind::Quantity => {
            known(old, "number")
                && old.attributes.get("number") == new.attributes.get("number")
                && last_word(unit(old)) == last_word(unit(new))
        }
        MentionKind::Session => same_sitting(old, new),
        MentionKind::Placeholder => false,
        _ => old.value.eq_ignore_ascii_case(&new.value),
    }
}

/// The unit that a quantity counts: `plenary meetings`.
pub(crate) fn unit(mention: &Mention) -> &str {
    mention.attributes.get("unit").map_or(mention.value.as_str(), String::as_str)
}

/// True for a stretch of time: "four years", "six months".
pub(crate) fn is_period(mention: &Mention) -> bool {
    mention.kind == MentionKind::Quantity && DURATIONS.contains(&last_word(unit(mention)).as_str())
}

/// The last word in lower case, without the ending of the plural.
pub(crate) fn last_word(text: &str) -> String {
    let word = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    word.strip_suffix('s').map(str::to_owned).unwrap_or(word)
}

/// "the third substantive session" and "the third session"; "the substantive session of 2025" and
/// "the 2025 session". A resumed session is another one.
fn same_sitting(old: &Mention, new: &Mention) -> bool {
    const OTHERS: [&str; 6] =
        ["resumed", "reconvened", "special", "emergency", "extraordinary", "organizational"];
    let words =
        |mention: &Mention| -> Vec<String> { mention.value.split(' ').map(str::to_lowercase).collect() };
    let (olds, news) = (words(old), words(new));
    let has = |words: &[String], word: &str| words.iter().any(|other| other.trim_end_matches('s') == word);
    let thing = ["session", "meeting"].into_iter().find(|thing| has(&olds, thing));
    thing.is_some_and(|thing| has(&news, thing))
        && OTHERS.iter().all(|word| has(&olds, word) == has(&news, word))
        && (known(old, "ordinal") || known(old, "year"))
        && ["ordinal", "last", "part", "year"]
            .iter()
            .all(|name| old.attributes.get(*name) == new.attributes.get(*name))
}

/// Whether the attribute says something: `?` stands for a blank, and two blanks are not one number.
fn known(mention: &Mention, name: &str) -> bool {
    mention.attributes.get(name).is_some_and(|value| value != "?")
}

/// True if two ways to write a number of things differ in nothing but how the number is written:
/// "nine meetings" and "9 meetings", not "nine plenary meetings".
pub(crate) fn differs_in_numerals_only(old: &str, new: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let tokens = tokens(text).into_iter().map(|token| token.text.to_lowercase());
        tokens.filter(|word| word.chars().any(char::is_alphabetic) && !is_number_word(word)).collect()
    };
    words(old) == words(new)
}

/// An attribute that only one side gives is no disagreement.
pub(crate) fn agree(old: &Mention, new: &Mention, name: &str) -> bool {
    match (old.attributes.get(name), new.attributes.get(name)) {
        (Some(old), Some(new)) => office(old) == office(new),
        _ => true,
    }
}

/// An office without the person's sex: Chairman, Chairperson and Chair are one.
pub(crate) fn office(name: &str) -> String {
    let name = name.to_lowercase();
    ["person", "woman", "man"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name).to_owned()
}

/// True if both hold the same office (in the same body, where both say so).
pub(crate) fn same_office(old: &Mention, new: &Mention) -> bool {
    old.attributes.contains_key("office")
        && new.attributes.contains_key("office")
        && ["office", "body", "session"].iter().all(|name| agree(old, new, name))
}

/// "Burhan Gafoor" and "Gafoor", "GAFOOR Burhan": one name is part of the other.
pub(crate) fn same_person(old: &str, new: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(old), words(new));
    !old.is_empty() && !new.is_empty() && (old.is_subset(&new) || new.is_subset(&old))
}

/// The days that an EDTF value means, as runs that neither touch nor overlap, or its parts as
/// written where they are open (`2025-03-XX`).
///
/// A set of runs and a list of single days are the same days, a month is its days:
/// `{2025-03-03..2025-03-04,2025-03-06}` = `{2025-03-03,2025-03-04,2025-03-06}`.
pub(crate) fn days(value: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for (place, part) in value.trim_matches(['{', '}']).split(',').enumerate() {
        let part = part.trim();
        let (first, last) = part.split_once("..").or_else(|| part.split_once('/')).unwrap_or((part, part));
        match (ends(first), ends(last)) {
            (Some((first, _)), Some((_, last))) if first <= last => runs.push((first, last)),
            // "___ and ___ March" are two days, though both are written alike.
            _ => {
                let again = out.contains(part);
                out.insert(if again { format!("{part}~{place}") } else { part.to_owned() });
            }
        }
    }
    runs.sort_unstable();
    let mut merged: Vec<(Date, Date)> = Vec::with_capacity(runs.len());
    for (first, last) in runs {
        match merged.last_mut() {
            Some(before) if before.1.tomorrow().is_ok_and(|next| first <= next) => {
                before.1 = before.1.max(last)
            }
            _ => merged.push((first, last)),
        }
    }
    out.extend(merged.into_iter().map(|(first, last)| format!("{first}/{last}")));
    out
}

/// First and last day of a day, a month or a year.
fn ends(point: &str) -> Option<(Date, Date)> {
    let mut parts = point.trim().splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn equal_days_are_equal_however_written() {
        for (one, other) in [
            ("{2031-03-03..2031-03-04,2031-03-06}", "{2031-03-03,2031-03-04,2031-03-06}"),
            ("{2031-03-03,2031-03-04}", "2031-03-03/2031-03-04"),
            ("{2031-06,2031-07}", "2031-06/2031-07"),
            ("2031-06", "2031-06-01/2031-06-30"),
            ("2031/2032", "2031-01-01/2032-12-31"),
            ("{2031-07-02,2031-06-15}", "{2031-06-15,2031-07-02}"),
        ] {
            assert_eq!(days(one), days(other), "{one} {other}");
        }
        for (one, other) in [
            ("2031-03-XX", "2031-03"),
            ("{2031-03-XX,2031-03-XX}", "2031-03-XX"),
            ("XXXX-03-22", "2031-03-22"),
            ("2031-06-31", "2031-07-01"),
            ("2031", "2032"),
        ] {
            assert_ne!(days(one), days(other), "{one} {other}");
        }
    }
}
