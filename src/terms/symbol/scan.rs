//! Reads a whole symbol, and decides whether what looks like one names a document.

use super::part::{self, Part};
use super::vocabulary::{BODIES, NATURES, TREATY_BODIES};
use super::{Symbol, kind_of, number, root, suffix};
use crate::terms::stretch::digits_end;

/// Reads the symbol that begins at `at`; returns where it ends.
pub fn scan(chars: &[char], at: usize) -> Option<(usize, Symbol)> {
    let root = root::scan(chars, at)?;
    let mut end = root.end;
    let mut parts = vec![root.text];
    let mut provisional = false;
    let mut evidence = Evidence::default();
    while chars.get(end) == Some(&'/') {
        let next = after_stroke(chars, end + 1);
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
    believed.then_some((end, Symbol { parts, provisional }))
}

/// What the parts after the root say for their being a symbol.
#[derive(Default)]
struct Evidence {
    /// One has a kind with its number, or is a year.
    typed: bool,
    /// One numbers a document and not only a body.
    numbered: bool,
}

impl Evidence {
    fn weigh(&mut self, part: &str) {
        let kind = kind_of(part);
        let has_kind = part.len() > kind.len();
        let has_number = has_kind || part.contains(|c: char| c.is_ascii_digit() || c == '?');
        self.typed |= has_kind || number::is_year(part);
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

/// A line may have been broken after a stroke; it is joined only before an unmistakable part.
fn after_stroke(chars: &[char], at: usize) -> usize {
    if chars.get(at) != Some(&' ') {
        return at;
    }
    let next = at + 1;
    match part::scan(chars, next) {
        Some(part) if part.text.contains('.') || NATURES.contains(&part.text.as_str()) => next,
        _ => at,
    }
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
    fn what_has_no_number_is_no_symbol() {
        case("A/HRC", None);
        case("SBI/SBSTA", None);
        case("A/CONF.230", None);
        case("A/4", None);
        case("AND/OR", None);
    }
}
