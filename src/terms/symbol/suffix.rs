//! What stands in parentheses after a part: `(Vol. I)`, `(2015)`, `(XXI)`.

use super::number::is_year;
use super::vocabulary::VOLUMES;

/// `(Vol. I)`, `(Part II)`, `(2015)` of the Council and `(XXI)` of old sessions of the Assembly.
pub(super) fn scan(chars: &[char], at: usize, parts: &[String]) -> Option<(usize, String)> {
    let open = at + usize::from(chars.get(at) == Some(&' '));
    if chars.get(open) != Some(&'(') {
        return None;
    }
    let close = open + 1 + chars[open + 1..].iter().take(24).position(|c| *c == ')')?;
    let inside = &chars[open + 1..close];
    let text: String = inside.iter().collect();
    if text.len() <= 20 && VOLUMES.iter().any(|word| text.starts_with(word)) {
        return Some((close + 1, format!("({})", with_space_before_number(&text))));
    }
    let resolution = parts.iter().any(|part| part == "RES" || part == "DEC");
    let dated = resolution && (is_year(&text) || is_roman_session(inside));
    dated.then(|| (close + 1, format!("({text})")))
}

/// `Vol.I` and `PartI` are printed `Vol. I` and `Part I`.
fn with_space_before_number(text: &str) -> String {
    let split = text.find(['.', ' ']).map(|at| at + 1);
    match split {
        Some(at) => {
            let (word, number) = text.split_at(at);
            format!("{} {}", word.trim_end(), number.trim_start()).trim_end().to_owned()
        }
        None => text.strip_prefix("Part").map_or_else(
            || text.to_owned(),
            |number| if number.is_empty() { text.to_owned() } else { format!("Part {number}") },
        ),
    }
}

/// `XXI`, `S-VI`, `ES-I`: a session of the Assembly before the thirty-first.
pub fn is_roman_session(chars: &[char]) -> bool {
    let numeral = match chars {
        ['E', 'S', '-', rest @ ..] | ['S', '-', rest @ ..] => rest,
        all => all,
    };
    !numeral.is_empty()
        && numeral.len() <= 8
        && numeral.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}
