//! Counts beside what is named by numbers or with a title: "13 meetings (134th to 147th)", "three decisions
//! (12/101 and 12/102)", "six experts: Ms. Kreutzer, Mr. Osei and Ms. Lie".

use super::counts::Count;
use super::lists::separator;
use crate::terms::english::editing::{NUMBERED_COUNTED, PERSONS_COUNTED, TITLES};

/// How many there are by the words right behind the count.
pub(super) fn listed(count: &Count<'_>) -> Option<usize> {
    let unit = count.mention.attributes.get("unit").map_or("", String::as_str);
    let noun = unit.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let rest: String = count.chars[count.mention.end..].iter().collect();
    match noun.as_str() {
        "meetings" => span(&rest),
        noun if NUMBERED_COUNTED.contains(&noun) => numbers(&rest),
        noun if PERSONS_COUNTED.contains(&noun) => persons(&rest),
        _ => None,
    }
}

/// What stands in the parenthesis right behind.
fn inside(rest: &str) -> Option<&str> {
    rest.strip_prefix(" (")?.split_once(')').map(|(inside, _)| inside)
}

/// " (134th to 147th)".
fn span(rest: &str) -> Option<usize> {
    let inside = inside(rest)?;
    let (first, last) = inside.split_once(" to ").or_else(|| inside.split_once('–'))?;
    let place = |word: &str| -> Option<u32> {
        let word = word.strip_prefix("the ").unwrap_or(word);
        let word = word.strip_suffix(" meetings").unwrap_or(word);
        ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?.parse().ok()
    };
    let (first, last) = (place(first)?, place(last)?);
    (first < last).then(|| usize::try_from(last - first + 1).ok()).flatten()
}

/// " (12/101 and 12/102)": each of the same row.
fn numbers(rest: &str) -> Option<usize> {
    let inside = inside(rest)?;
    let pieces: Vec<&str> = inside.split(", ").flat_map(|piece| piece.split(" and ")).collect();
    let number = |piece: &&str| {
        piece.split_once('/').is_some_and(|(session, number)| {
            [session, number].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
        })
    };
    (pieces.len() > 1 && pieces.iter().all(number)).then_some(pieces.len())
}

/// ": Ms. Anneliese Kreutzer, Mr. Dang Van Tho and Ms. Ingeborg Lie.": each with a title, and nothing behind.
fn persons(rest: &str) -> Option<usize> {
    let list: Vec<char> = rest.strip_prefix(": ")?.chars().collect();
    let (mut at, mut many) = (0, 0);
    loop {
        let here: String = list[at..].iter().collect();
        let title = TITLES.iter().find(|title| here.starts_with(**title))?;
        at += title.chars().count();
        // "and" is no part of a name.
        let end = (at..list.len()).find(|end| {
            matches!(list[*end], ',' | '.' | ';' | '(' | ':')
                || list[*end..].starts_with(&[' ', 'a', 'n', 'd', ' '])
        })?;
        let name = &list[at..end];
        let plain = name.iter().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\''));
        if !plain || !name.first().is_some_and(|c| c.is_uppercase()) {
            return None;
        }
        many += 1;
        if list[end] == '.' {
            return list.get(end + 1).is_none_or(|c| *c == ' ').then_some(many);
        }
        at = end + list[end..].iter().take_while(|c| c.is_whitespace()).count();
        at += separator(&list[at..])?;
    }
}

#[cfg(test)]
mod tests {
    use super::{numbers, persons, span};

    #[test]
    fn what_is_numbered_or_has_a_title_is_counted() {
        assert_eq!(span(" (134th to 147th). No"), Some(14));
        assert_eq!(span(" (134th and 147th)"), None);
        assert_eq!(numbers(" (12/101 and 12/102)"), Some(2));
        assert_eq!(numbers(" (A/AC.999/2031/L.1 and L.2)"), None);
        assert_eq!(persons(": Ms. Ana Lima, Mr. Dang Van Tho and Ms. Pia Holm. They"), Some(3));
        assert_eq!(persons(": Ms. Ana Lima, the Chair, and Ms. Pia Holm."), None);
        assert_eq!(persons(": Ms. Ana Lima (Brazil) and Ms. Pia Holm."), None);
    }
}
