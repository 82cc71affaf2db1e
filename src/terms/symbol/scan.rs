//! Reads a whole symbol, and decides whether what looks like one names a document.

use super::part::{self, Part};
use super::vocabulary::{BODIES, NATURES, TREATY_BODIES};
use super::{Act, Symbol, kind_of, neighbour, number, root, suffix};
use crate::terms::stretch::digits_end;

/// No symbol has more parts. Hostile text has, and every part is read again from the next word on.
const MOST_PARTS: usize = 14;

/// Reads the symbol that begins at `at`; returns where it ends.
pub fn scan(chars: &[char], at: usize) -> Option<(usize, Symbol)> {
    neighbour::scan(chars, at).or_else(|| united_nations(chars, at))
}

fn united_nations(chars: &[char], at: usize) -> Option<(usize, Symbol)> {
    let root = root::scan(chars, at)?;
    let mut end = root.end;
    let mut parts = vec![root.text];
    let mut provisional = false;
    let mut evidence = Evidence::default();
    while parts.len() < MOST_PARTS
        && let Some(stroke) = stroke_at(chars, end, root.listed)
    {
        let next = after_stroke(chars, stroke + 1, root.listed);
        let Some(mut part) = part::scan(chars, next) else { break };
        add_second_report(chars, &parts[0], &mut part);
        end = part.end;
        provisional |= part.provisional;
        evidence.weigh(&part.text);
        parts.push(part.text);
        if let Some((suffix_end, suffix)) = suffix::scan(chars, end, &parts)
            && let Some(last) = parts.last_mut()
        {
            end = suffix_end;
            last.push(' ');
            last.push_str(&suffix);
        }
    }
    // "A/80/L.2A": letters that run on belong to another word.
    let runs_on = chars.get(end).is_some_and(|c| c.is_alphanumeric());
    let believed = !runs_on && evidence.suffices(&parts, root.listed);
    let act = Act::of(&parts);
    believed.then_some((end, Symbol { parts, provisional, act }))
}

/// What the parts after the root say for their being a symbol.
#[derive(Default)]
struct Evidence {
    /// One has a kind with its number, or is a year that others follow.
    typed: bool,
    /// The last was a year.
    year: bool,
    /// One numbers a document and not only a body.
    numbered: bool,
}

impl Evidence {
    fn weigh(&mut self, part: &str) {
        let kind = kind_of(part);
        let has_kind = part.len() > kind.len();
        let has_number = has_kind || part.contains(|c: char| c.is_ascii_digit() || c == '?');
        self.typed |= has_kind || self.year;
        self.year = number::is_year(part);
        self.numbered |= has_number && !(has_kind && BODIES.contains(&kind));
    }

    fn suffices(&self, parts: &[String], root_is_listed: bool) -> bool {
        self.numbered
            && (root_is_listed || parts.len() >= 3 && self.typed)
            && (parts.len() > 2 || parts[0].len() > 1 || plausible_short(&parts[1]))
    }
}

/// `A/520`, `S/23000`, `E/5715` and `A/L.38` are old documents; `A/4` is a size of paper.
fn plausible_short(part: &str) -> bool {
    part.contains('.') || part.chars().take_while(char::is_ascii_digit).count() >= 3
}

/// "CEDAW/C/UTO/CO/8-9": two periodic reports considered as one.
fn add_second_report(chars: &[char], root: &str, part: &mut Part) {
    if !TREATY_BODIES.contains(&root) || !part.text.chars().all(|c| c.is_ascii_digit()) {
        return;
    }
    let second = digits_end(chars, part.end + 1);
    if chars.get(part.end) == Some(&'-')
        && second > part.end + 1
        && !chars.get(second).is_some_and(|c| c.is_alphanumeric())
    {
        part.text.extend(&chars[part.end..second]);
        part.end = second;
    }
}

/// The stroke at `at`, or after a blank that a broken line has left before it.
fn stroke_at(chars: &[char], at: usize, listed: bool) -> Option<usize> {
    match chars.get(at)? {
        '/' => Some(at),
        ' ' if listed && chars.get(at + 1) == Some(&'/') => {
            let part = part::scan(chars, at + 2)?;
            (is_unmistakable(&part) || is_plain_number(&part)).then_some(at + 1)
        }
        _ => None,
    }
}

/// A line may have been broken after a stroke; it is joined only before what a symbol can go on with.
fn after_stroke(chars: &[char], at: usize, listed: bool) -> usize {
    if chars.get(at) != Some(&' ') {
        return at;
    }
    let next = at + 1;
    let goes_on = |part: &Part| {
        is_unmistakable(part) || listed && (is_plain_number(part) || chars.get(part.end) == Some(&'/'))
    };
    if part::scan(chars, next).is_some_and(|part| goes_on(&part)) { next } else { at }
}

fn is_unmistakable(part: &Part) -> bool {
    part.text.contains('.') || NATURES.contains(&part.text.as_str())
}

fn is_plain_number(part: &Part) -> bool {
    part.text.chars().all(|c| c.is_ascii_digit())
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
    fn a_broken_line_is_joined() {
        case("A/ AC.999/2031/L.1", Some("A/AC.999/2031/L.1"));
        case("A/AC.999 /2031/L.1", Some("A/AC.999/2031/L.1"));
        case("A/AC. 999/2031/L .1", Some("A/AC.999/2031/L.1"));
        case("A/RES/98/ 118", Some("A/RES/98/118"));
        case("A/98/118 / A/98/119", Some("A/98/118"));
    }

    #[test]
    fn what_has_no_number_is_no_symbol() {
        case("A/HRC", None);
        case("SBI/SBSTA", None);
        case("A/CONF.230", None);
        case("A/4", None);
        case("AND/OR", None);
        case("HIV/AIDS/2030", None);
    }
}
