//! [`Symbol`]: `A/AC.290/2021/L.1`, read from text and printed in its one canonical form.
//!
//! ```text
//! symbol    := root ("/" component)+ [" (" suffix ")"] ("/" component)*
//! root      := capitals, one of ROOTS; others only with a component such as L.5
//! component := number | KIND.number | KIND | blank
//! blank     := X | XX | ___ | [...] | … | [--]
//! ```
//! Neighbours that write their symbols in a form of their own have a table, `neighbour.rs`.
//! A blank prints as `?`. The asterisk of a reissue is no part of a symbol.

mod neighbour;
mod number;
mod part;
mod root;
mod scan;
mod suffix;
mod vocabulary;

pub use number::scan_number;
pub use part::Part;
pub use scan::scan;
pub use suffix::is_roman_session;
pub use vocabulary::MODIFIERS;

use vocabulary::{NATURES, SERIES};

/// A symbol found in text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// The parts between the strokes, root first, blanks as `?`; a suffix stays with its part.
    pub parts: Vec<String>,
    /// Whether a part is still a blank, or a number in square brackets.
    pub provisional: bool,
    /// What it names.
    pub act: Act,
}

/// What a symbol says that its document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Any document.
    Document,
    /// A resolution.
    Resolution,
    /// A decision.
    Decision,
}

impl Act {
    /// The name used in results.
    pub fn name(self) -> &'static str {
        match self {
            Act::Document => "symbol",
            Act::Resolution => "resolution",
            Act::Decision => "decision",
        }
    }

    /// What the parts say.
    fn of(parts: &[String]) -> Self {
        let any = |kinds: &[&str]| parts.iter().any(|part| kinds.contains(&kind_of(part)));
        if any(&["RES", "Res"]) {
            Act::Resolution
        } else if any(&["DEC", "Dec"]) {
            Act::Decision
        } else {
            Act::Document
        }
    }
}

/// Whether a report with this symbol is of an organization beside the United Nations that numbers its
/// documents and its resolutions by itself.
pub fn is_of_neighbour(symbol: &str) -> bool {
    neighbour::owns(symbol)
}

impl Symbol {
    /// The canonical form.
    pub fn print(&self) -> String {
        self.parts.join("/")
    }

    /// The symbol that an elliptic `and Add.1` names after this one: the part replaces the one of
    /// its own kind with all that follows it; a new modifier is appended.
    pub fn with_part(&self, part: &str) -> Symbol {
        let kind = kind_of(part);
        let mut parts = self.parts.clone();
        let same = parts.iter().rposition(|other| kind_of(other) == kind && parts[0] != *other);
        if let Some(at) = same {
            parts.truncate(at);
        } else if !MODIFIERS.contains(&kind) {
            // Another nature (`…/2 and L.3`): it takes the place of the serial number.
            let serial = parts.iter().position(|p| NATURES.contains(&kind_of(p)));
            let keep = serial.unwrap_or_else(|| parts.len().saturating_sub(1));
            parts.truncate(keep.max(1));
        }
        parts.push(part.to_owned());
        Symbol { parts, provisional: part.contains('?'), act: self.act }
    }

    /// The symbol with another last number: after `…/Add.1` or `…/INF/1` the list goes on `, 4 and 6`.
    pub fn with_number(&self, number: &str) -> Option<Symbol> {
        let (last, before) = self.parts.split_last()?;
        let renumbered = match last.split_once('.') {
            Some((kind, _)) => format!("{kind}.{number}"),
            None if before.last().is_some_and(|part| SERIES.contains(&part.as_str())) => number.to_owned(),
            None => return None,
        };
        let mut parts = self.parts.clone();
        *parts.last_mut()? = renumbered;
        Some(Symbol { parts, provisional: false, act: self.act })
    }

    /// The resolution or decision of another session: after `A/RES/75/240` the list goes on
    /// `and 76/19`.
    pub fn with_session(&self, session: &str, number: &str) -> Option<Symbol> {
        let [head @ .., before, last] = self.parts.as_slice() else { return None };
        let plain = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if self.act == Act::Document || head.len() < 2 || !plain(before) || !plain(last) {
            return None;
        }
        let mut parts = head.to_vec();
        parts.push(session.to_owned());
        parts.push(number.to_owned());
        Some(Symbol { parts, provisional: false, act: self.act })
    }
}

/// What stands before the full stop: `Add` of `Add.1`; the whole where there is none.
fn kind_of(part: &str) -> &str {
    part.split_once('.').map_or(part, |(kind, _)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_elliptic_part_replaces_its_own_kind_or_is_appended() {
        let read = |text: &str| scan(&text.chars().collect::<Vec<_>>(), 0).map(|(_, symbol)| symbol);
        let base = read("E/CN.99/2031/L.7").unwrap();
        assert_eq!(base.with_part("Corr.1").print(), "E/CN.99/2031/L.7/Corr.1");
        assert_eq!(base.with_part("L.9").print(), "E/CN.99/2031/L.9");
        let addendum = read("A/CONF.999/3/Add.1").unwrap();
        assert_eq!(addendum.with_number("4").unwrap().print(), "A/CONF.999/3/Add.4");
        assert_eq!(addendum.with_part("Corr.2").print(), "A/CONF.999/3/Add.1/Corr.2");
    }
}
