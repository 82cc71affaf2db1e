//! Symbols of neighbours that do not follow the grammar of the United Nations: `A76/4` of the World
//! Health Assembly, `CL 100/INF/1` of FAO, `A41-WP/12` of ICAO, `ST 12345/24 REV 1` of the Union.
//!
//! Each form is a line of a table. `#` stands for one to six digits, a run of `9` for exactly so many
//! digits, `@` for a Roman numeral, a blank for one or more blanks, all else for itself. What follows
//! a form in the usual grammar (`/Add.1`, ` Rev.1`, `-Rev.1`, ` REV 1`) is read after it.

use super::part;
use super::vocabulary::MODIFIERS;
use super::{Act, Symbol};
use crate::terms::stretch::{digits_end, stretch_end};

/// Forms of documents.
const DOCUMENTS: &[&str] = &[
    // World Health Organization: the Assembly, the Executive Board, special sessions.
    "A99/#",
    "A99/INF./#",
    "A99/INF/#",
    "A99/CONF./#",
    "A99/CONF/#",
    "A99/DIV./#",
    "A99/VR/#",
    "EB999/#",
    "EB999/INF./#",
    "EB999/INF/#",
    "EB999/CONF./#",
    "EB999/CONF/#",
    "EB999/PSR/#",
    "EB99/#",
    "SSA#/#",
    "SSA#/INF./#",
    "SSA#/CONF./#",
    // Food and Agriculture Organization.
    "C 9999/#",
    "C 9999/INF/#",
    "C 9999/LIM/#",
    "C 9999/REP",
    "CL 999/#",
    "CL 999/INF/#",
    "CL 999/LIM/#",
    "CL 999/PV/#",
    "CL 999/REP",
    "CL 99/#",
    "CFS 9999/#",
    "CFS 9999/#/#",
    "FC 999/#",
    "PC 999/#",
    "CGRFA-99/9999/#",
    "CGRFA/WG-#/#",
    // International Civil Aviation Organization.
    "A99-WP/#",
    "C-WP/#",
    "AN-WP/#",
    // International Maritime Organization.
    "MEPC 99/#",
    "MEPC 99/#/#",
    "MEPC 99/INF.#",
    "MEPC 99/WP.#",
    "MSC 999/#",
    "MSC 999/#/#",
    "MSC 999/INF.#",
    "MSC 999/WP.#",
    "MSC 99/#",
    "MSC 99/#/#",
    "MSC.#/Circ.#",
    "MEPC.#/Circ.#",
    "MSC-MEPC.#/Circ.#",
    "LEG 999/#",
    "LEG 999/#/#",
    "LEG.#/Circ.#",
    "FAL 99/#",
    "FAL 99/#/#",
    "FAL.#/Circ.#",
    "PPR 99/#",
    "PPR 99/#/#",
    "NCSR 99/#",
    "HTW 99/#",
    "C 999/#",
    "C 999/#/#",
    "C 999/D",
    // International Telecommunication Union.
    "C99/#",
    "C99/DT/#",
    "C99/INF/#",
    "PP-99/#",
    "PP-99/DT/#",
    // United Nations Educational, Scientific and Cultural Organization.
    "99 C/#",
    "99 C/INF.#",
    "999 EX/#",
    "999 EX/INF.#",
    "999 EX/PG/#",
    "99 C/REP/#",
    "WHC/99/99.COM/#",
    "WHC/99/99.COM/INF.#",
    "WHC-99/99.COM/#",
    "WHC-99/99.COM/INF.#",
    "LHE/99/99.COM/#",
    "LHE/99/99.COM #/#",
    // Institutions of the European Union.
    "ST #/99",
    "ST # 9999",
    "COM(9999) #",
    "SWD(9999) #",
    "JOIN(9999) #",
    "SEC(9999) #",
    "COM/9999/#",
    "SWD/9999/#",
    // International Fund for Agricultural Development, UNAIDS, CITES, the Organization for Security
    // and Co-operation in Europe.
    "EB 9999/#/R.#",
    "GC 99/#",
    "GC 99/L.#",
    "UNAIDS/PCB (99)/99.#",
    "UNAIDS/PCB(99)/99.#",
    "CoP99 Doc. #",
    "CoP99 Doc. #.#",
    "SC99 Doc. #",
    "SC99 Doc. #.#",
    "MC.DEC/#/#",
    "PC.DEC/#",
    "FSC.DEC/#/#",
    "CIO.GAL/#/#",
];

/// Forms of resolutions.
const RESOLUTIONS: &[&str] = &[
    "WHA99.#",
    "WHA9.#",
    "EB999.R#",
    "EB99.R#",
    "MEPC.#(99)",
    "MSC.#(99)",
    "MSC.#(999)",
    "LEG.#(999)",
    "LEG.#(99)",
    "A.999(99)",
    "A.9999(99)",
    "FAL.#(99)",
    "99 C/Resolution #",
    "99 C/Resolution # (@)",
    "A99-99",
    "A99-9",
    "UNEP/CMS/Resolution #.#",
    "AG/RES. 9999 (@-O/99)",
];

/// Forms of decisions.
const DECISIONS: &[&str] = &[
    "WHA99(#)",
    "EB999(#)",
    "EB99(#)",
    "SSA#(#)",
    "999 EX/Decision #",
    "999 EX/Decisions #",
    "EX.CL/Dec.#(@)",
    "Assembly/AU/Dec.#(@)",
    "UNEP/CMS/Decision #.#",
];

/// Whether the symbol is in a form of an organization that numbers its resolutions by itself.
pub(super) fn owns(symbol: &str) -> bool {
    let chars: Vec<char> = symbol.chars().collect();
    // Of the Convention on Migratory Species, in the grammar of the United Nations.
    scan(&chars, 0).is_some() && !symbol.starts_with("UNEP/")
}

/// Reads the longest form that begins at `at`; returns where it ends.
pub(super) fn scan(chars: &[char], at: usize) -> Option<(usize, Symbol)> {
    // Every form begins so; most words of a text part here.
    if !chars.get(at).is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let tables = [(DOCUMENTS, Act::Document), (RESOLUTIONS, Act::Resolution), (DECISIONS, Act::Decision)];
    let (end, printed, act) = tables
        .iter()
        .flat_map(|(forms, act)| forms.iter().map(move |form| (*form, *act)))
        .filter_map(|(form, act)| matched(chars, at, form).map(|(end, printed)| (end, printed, act)))
        .max_by_key(|(end, ..)| *end)?;
    let (end, printed) = with_modifiers(chars, end, printed);
    let runs_on = |c: &char| c.is_alphanumeric() || *c == '/';
    if chars.get(end).is_some_and(runs_on) || followed_by_digit(chars, end) {
        return None;
    }
    let parts = printed.split('/').map(str::to_owned).collect();
    Some((end, Symbol { parts, provisional: false, act }))
}

/// "A41-21.5" and "C 2023/3-12" are something else.
fn followed_by_digit(chars: &[char], end: usize) -> bool {
    matches!(chars.get(end), Some('-' | '.')) && chars.get(end + 1).is_some_and(char::is_ascii_digit)
}

/// Where the text ends that has this form, and how it is printed.
fn matched(chars: &[char], at: usize, form: &str) -> Option<(usize, String)> {
    let mut end = at;
    let mut signs = form.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '#' => {
                let close = digits_end(chars, end);
                if close == end || close - end > 6 {
                    return None;
                }
                end = close;
            }
            '9' => {
                let mut wanted = 1;
                while signs.next_if_eq(&'9').is_some() {
                    wanted += 1;
                }
                let close = digits_end(chars, end);
                if close - end != wanted {
                    return None;
                }
                end = close;
            }
            '@' => {
                let close = stretch_end(chars, end, |c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
                if close == end || close - end > 8 {
                    return None;
                }
                end = close;
            }
            ' ' => {
                let close = stretch_end(chars, end, char::is_whitespace);
                if close == end || close - end > 3 {
                    return None;
                }
                end = close;
            }
            literal if chars.get(end) == Some(&literal) => end += 1,
            _ => return None,
        }
    }
    let printed: String = chars[at..end].iter().collect();
    Some((end, printed.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The modifiers of a form: `/Add.1`, ` Add.1`, `-Rev.1`, ` REV 1`, ` final`, ` (Rev. CoP19)` not.
fn with_modifiers(chars: &[char], mut end: usize, mut printed: String) -> (usize, String) {
    const HOUSE: &[&str] = &["REV", "ADD", "COR", "INIT", "DCL", "final", "FINAL"];
    // No document has more; hostile text may.
    for _ in 0..4 {
        let Some(joint) = chars.get(end).copied().filter(|c| matches!(c, '/' | ' ' | '-')) else { break };
        let word_end = stretch_end(chars, end + 1, |c| c.is_ascii_alphabetic());
        let word: String = chars[end + 1..word_end.min(end + 9)].iter().collect();
        if MODIFIERS.contains(&word.as_str()) && chars.get(word_end) == Some(&'.') {
            let Some(found) = part::scan(chars, end + 1).filter(|found| found.text.contains('.')) else {
                break;
            };
            printed.push(joint);
            printed.push_str(&found.text);
            end = found.end;
        } else if joint == ' ' && HOUSE.contains(&word.as_str()) {
            let number = digits_end(chars, word_end + 1);
            let numbered = chars.get(word_end) == Some(&' ') && number > word_end + 1 && word.len() == 3;
            if !numbered && word.len() == 3 && word != "DCL" {
                break;
            }
            let close = if numbered { number } else { word_end };
            printed.extend(&chars[end..close]);
            end = close;
        } else {
            break;
        }
    }
    (end, printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        let chars: Vec<char> = text.chars().collect();
        let found = scan(&chars, 0).map(|(_, symbol)| symbol.print());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_form_ends_where_its_table_says() {
        case("A96/4", Some("A96/4"));
        case("A96/4 Add.1", Some("A96/4 Add.1"));
        case("CL 190/INF/1-Rev.1", Some("CL 190/INF/1-Rev.1"));
        case("ST 12345/34 REV 1 met", Some("ST 12345/34 REV 1"));
        case("COM(2031) 123 final", Some("COM(2031) 123 final"));
        case("A320/3", None);
        case("A96/4/5", None);
        case("C 2031", None);
    }
}
