//! The order in which the documents of one version are read.

use std::cmp::Ordering;

/// Symbols and file names as people sort them: `L.2` before `L.10`, `L.1` before `L.1/Add.1`;
/// upper and lower case are one.
pub fn natural(one: &str, two: &str) -> Ordering {
    let (mut one, mut two) = (one, two);
    loop {
        let order = match (next(&mut one), next(&mut two)) {
            (None, None) => return Ordering::Equal,
            (a, b) => a.cmp(&b),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// A run of digits as a number, anything else as one character; a text that ends comes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    // Longer numbers are greater; those of one length compare digit by digit.
    Number(usize, &'a str),
    // A name ends at its stroke: `L.1` and all that belongs to it comes before `L.1bis`.
    Sign(bool, char),
}

fn next<'a>(text: &mut &'a str) -> Option<Piece<'a>> {
    let first = text.chars().next()?;
    let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if length == 0 {
        *text = &text[first.len_utf8()..];
        return Some(Piece::Sign(first != '/', first.to_ascii_lowercase()));
    }
    let digits = text[..length].trim_start_matches('0');
    *text = &text[length..];
    Some(Piece::Number(digits.len(), digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_and_what_belongs_to_a_document_follows_it() {
        let mut symbols =
            ["A/1/L.10", "A/1/L.2/Add.10", "A/1/L.2bis", "a/1/l.2/Add.9", "A/1/L.2", "A/1/L.02/Add.1", "A/1"];
        symbols.sort_by(|one, two| natural(one, two));
        assert_eq!(
            symbols,
            ["A/1", "A/1/L.2", "A/1/L.02/Add.1", "a/1/l.2/Add.9", "A/1/L.2/Add.10", "A/1/L.2bis", "A/1/L.10"]
        );
    }
}
