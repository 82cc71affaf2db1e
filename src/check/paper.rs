//! What a symbol says of its document: its body, its year, whether it is a paper of a session.

use crate::mentions::Mention;
use crate::report::Masthead;
use crate::terms::english::editing::ISSUED_LATER;
use crate::terms::symbol::MODIFIERS;

/// Parts that name a body by a number: `AC.290`, `CONF.230`.
const BODIES: &[&str] = &["AC", "CN", "CONF", "GE", "GGE"];

/// Papers that a session has before it and adopts, issued under the year of that session.
const OF_A_SESSION: &[&str] = &["L", "CRP", "WP"];

fn kind(part: &str) -> &str {
    part.split_once('.').map_or(part, |(kind, _)| kind)
}

/// The body of a symbol, `A/AC.290`, where it has a number of two digits or more.
pub(super) fn body(symbol: &str) -> Option<&str> {
    let mut end = 0;
    for part in symbol.split('/') {
        end += part.len();
        let number = part.split_once('.').map_or("", |(_, number)| number);
        let digits = number.len() > 1 && number.chars().all(|c| c.is_ascii_digit());
        if digits && BODIES.contains(&kind(part)) {
            return symbol.get(..end);
        }
        end += 1;
    }
    None
}

/// The year in a symbol: a part of four digits before the last one, unless it is the number of a
/// communication (`D/2091/2031`) or of an old document with an addendum (`A/2091/Add.1`).
pub(super) fn year(symbol: &str) -> Option<i16> {
    let parts: Vec<&str> = symbol.split('/').collect();
    let plain = |part: &str| part.len() == 4 && part.chars().all(|c| c.is_ascii_digit());
    let year = parts
        .windows(3)
        .find(|three| plain(three[1]) && three[0] != "D" && !MODIFIERS.contains(&kind(three[2])))?;
    year[1].parse().ok().filter(|year| (1946..2200).contains(year))
}

/// The same symbol with another year.
pub(super) fn with_year(symbol: &str, year: i16) -> String {
    let old = self::year(symbol).map(|year| format!("/{year}/")).unwrap_or_default();
    symbol.replacen(&old, &format!("/{year}/"), 1)
}

/// The session of the General Assembly in a symbol such as `A/79/19`.
pub(super) fn assembly_session(symbol: &str) -> Option<i16> {
    let mut parts = symbol.split('/');
    let first = parts.next()?;
    let session: i16 = parts.next()?.parse().ok()?;
    (first == "A" && parts.next().is_some() && (1..200).contains(&session)).then_some(session)
}

/// The session of the General Assembly that adopted `A/RES/79/233` or took the decision `A/DEC/79/517`.
pub(super) fn resolved_at(symbol: &str) -> Option<i16> {
    let rest = symbol.strip_prefix("A/RES/").or_else(|| symbol.strip_prefix("A/DEC/"))?;
    let session = rest.split_once('/')?.0;
    session.parse().ok().filter(|session| (1..200).contains(session))
}

/// Whether it is a draft, conference room paper or working paper.
pub(super) fn is_of_a_session(symbol: &str) -> bool {
    symbol.split('/').skip(1).any(|part| part.contains('.') && OF_A_SESSION.contains(&kind(part)))
}

/// Whether a document is a draft by its symbol, or in limited distribution: written ahead of what it tells.
pub(super) fn is_draft(masthead: &Masthead) -> bool {
    masthead.symbol.as_deref().is_some_and(is_of_a_session)
        || masthead.distribution.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("limited"))
}

/// "to be issued as A/AC.999/2032/1", "A/AC.999/2032/1 (forthcoming)": its year may be one to come.
pub(super) fn is_announced(text: &str, mention: &Mention) -> bool {
    /// Characters behind the symbol.
    const BEHIND: usize = 16;
    let before: String = text.chars().take(mention.start).collect();
    let before = before.rsplit(". ").next().unwrap_or_default().to_lowercase();
    let behind: String = text.chars().skip(mention.end).take(BEHIND).collect();
    ISSUED_LATER.iter().any(|words| before.contains(words)) || behind.contains("forthcoming")
}

/// Whether a symbol is printed whole, not as "Add.1" or "2" behind another.
pub(super) fn is_whole(mention: &Mention) -> bool {
    let first = mention.value.split_inclusive('/').next().unwrap_or_default();
    first.ends_with('/') && mention.text.contains(first)
}

/// The word with each two digits beside one another changing places, where they differ.
pub(super) fn transpositions(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    let mut all = Vec::new();
    for at in 1..chars.len() {
        let (one, two) = (chars[at - 1], chars[at]);
        if one != two && one.is_ascii_digit() && two.is_ascii_digit() {
            let mut other = chars.clone();
            other.swap(at - 1, at);
            all.push(other.into_iter().collect());
        }
    }
    all
}

/// Whether two words are the same but for one digit.
pub(super) fn one_digit_apart(one: &str, two: &str) -> bool {
    let differ = differing(one, two);
    let digit = |word: &str, at: usize| word.as_bytes()[at].is_ascii_digit();
    matches!(differ.as_slice(), [at] if digit(one, *at) && digit(two, *at))
}

/// The bytes that differ, at most three; all of the first where the lengths do.
fn differing(one: &str, two: &str) -> Vec<usize> {
    if one.len() != two.len() {
        return (0..3).collect();
    }
    one.bytes().zip(two.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_says_body_year_and_nature() {
        assert_eq!(body("A/AC.999/2031/L.1"), Some("A/AC.999"));
        assert_eq!(body("A/C.3/86/L.1"), None);
        assert_eq!(year("A/AC.999/2031/L.1"), Some(2031));
        assert_eq!(year("A/AC.999/L.2031"), None);
        assert_eq!(year("S/2031"), None);
        assert_eq!(year("S/2031/4"), Some(2031));
        assert_eq!(year("CCPR/C/119/D/2091/2031"), None);
        assert_eq!(year("A/2091/Add.1"), None);
        assert_eq!(with_year("A/AC.999/2030/CRP.?", 2031), "A/AC.999/2031/CRP.?");
        assert_eq!(assembly_session("A/86/31"), Some(86));
        assert_eq!(assembly_session("A/HRC/86/31"), None);
        assert!(is_of_a_session("A/AC.999/2031/L.1") && is_of_a_session("A/AC.999/2031/CRP.?"));
        assert!(!is_of_a_session("A/AC.999/2031/INF/1"));
    }

    #[test]
    fn digits_change_places_or_one_is_another() {
        assert_eq!(transpositions("AC.290"), ["AC.920", "AC.209"]);
        assert_eq!(transpositions("AC.99"), [""; 0]);
        assert!(one_digit_apart("AC.290", "AC.292"));
        assert!(!one_digit_apart("AC.290", "AC.2900"));
        assert!(!one_digit_apart("AC.290", "AB.290"));
    }
}
