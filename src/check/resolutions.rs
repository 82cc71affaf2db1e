//! "resolution 73/27 of 5 December 2018": the number holds the session, the day must lie in it.

use super::finding::{Findings, Told};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::Node;
use crate::terms::english::editing::BEFORE_ADOPTION_DAY;
use crate::terms::roman::roman;

/// The first session after which sessions were regular, from September to September.
const REGULAR: i16 = 10;

/// Looks at every resolution or decision with its day.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    for (node, mentions) in annotated.report.nodes.iter().zip(&annotated.mentions.by_node) {
        let resolves = |mention: &Mention| mention.kind == MentionKind::Document;
        if !mentions.iter().any(resolves) {
            continue;
        }
        let chars: Vec<char> = node.text.chars().collect();
        for pair in mentions.windows(2) {
            if let [document, date] = pair
                && document.kind == MentionKind::Document
                && date.kind == MentionKind::Date
                && is_between(&chars, document, date)
            {
                compare(node, document, date, findings);
            }
        }
    }
}

fn is_between(chars: &[char], document: &Mention, date: &Mention) -> bool {
    let between = chars.get(document.end..date.start).filter(|between| between.len() < 20);
    between.is_some_and(|between| BEFORE_ADOPTION_DAY.contains(&between.iter().collect::<String>().trim()))
}

fn compare(node: &Node, document: &Mention, date: &Mention, findings: &mut Findings<'_>) {
    let Some((year, month)) = day(&date.value) else { return };
    let Some((first, last)) = span(&document.value) else { return };
    if ((first)..=last).contains(&(year, month)) {
        return;
    }
    // "Assembly decisions 77/512 and 78/541": one of them is meant.
    let one = document.text.replacen("ecisions ", "ecision ", 1).replacen("esolutions ", "esolution ", 1);
    let what = format!("{one} does not go with {}", date.text);
    let why = match document.value.starts_with("A/") {
        true => format!("its session began in September {}", first.0),
        false => format!("its number says {}", last.0),
    };
    let told = Told { text: format!("{} of {}", document.text, date.text), what, why, ..Told::default() };
    findings.add("resolution-date", &node.id, told);
}

/// Year and month of a single day.
fn day(value: &str) -> Option<(i16, i8)> {
    let mut parts = value.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && day.len() == 2 && day.chars().all(|c| c.is_ascii_digit());
    whole.then_some(())?;
    Some((year.parse().ok()?, month.parse().ok()?))
}

/// The months in which a resolution with this symbol can have been adopted, both inclusive.
fn span(symbol: &str) -> Option<((i16, i8), (i16, i8))> {
    let parts: Vec<&str> = symbol.split('/').collect();
    match parts.as_slice() {
        ["A", "RES" | "DEC", session, _] => {
            let session: i16 = session.parse().ok()?;
            assembly(session)
        }
        // "A/RES/1514 (XV)".
        ["A", "RES", number] => {
            let inside = number.split_once('(')?.1.strip_suffix(')')?;
            assembly(i16::try_from(roman(inside)?).ok()?)
        }
        // The Council's session of a year may begin in July of the year before.
        ["E", "RES" | "DEC", year, _] => {
            let year: i16 = year.parse().ok().filter(|year| (1978..2200).contains(year))?;
            Some(((year - 1, 7), (year, 12)))
        }
        ["S", "RES", number] => {
            let year: i16 = number.split_once('(')?.1.strip_suffix(')')?.parse().ok()?;
            Some(((year, 1), (year, 12)))
        }
        _ => None,
    }
}

fn assembly(session: i16) -> Option<((i16, i8), (i16, i8))> {
    (REGULAR..200).contains(&session).then_some(((1945 + session, 9), (1946 + session, 9)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_holds_its_session_or_year() {
        assert_eq!(span("A/RES/73/27"), Some(((2018, 9), (2019, 9))));
        assert_eq!(span("A/RES/1514 (XV)"), Some(((1960, 9), (1961, 9))));
        assert_eq!(span("A/RES/S-10/2"), None);
        assert_eq!(span("E/RES/1996/31"), Some(((1995, 7), (1996, 12))));
        assert_eq!(span("S/RES/1540 (2004)"), Some(((2004, 1), (2004, 12))));
        assert_eq!(span("A/HRC/RES/59/25"), None);
        assert_eq!(day("2018-12-05"), Some((2018, 12)));
        assert_eq!(day("2018-12"), None);
        assert_eq!(day("2018-12-XX"), None);
        assert_eq!(day("2018-12-05/2018-12-06"), None);
    }
}
