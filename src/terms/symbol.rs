//! [`Symbol`]: `A/AC.290/2021/L.1`, read from text and printed in its one canonical form.
//!
//! ```text
//! symbol    := root ("/" component)+ [" (" suffix ")"] ("/" component)*
//! root      := capitals, one of ROOTS; others only with a component such as L.5
//! component := number | KIND.number | KIND | blank
//! blank     := X | XX | ___ | [...] | … | [--]
//! ```
//! A blank prints as `?`. The asterisk of a reissue is no part of a symbol.

/// First parts of symbols: organs, programmes, treaty bodies, conventions, and neighbours that
/// number their documents in the same way.
const ROOTS: &[&str] = &[
    "A", "S", "E", "T", "ST", "TD", "CD", "DC", "DP", "ID", "IDB", "GC", "HS", "HSP", "HRI", "LC", "CCW",
    "NPT", "TPNW", "BWC", "BTWC", "CWC", "APLC", "CCM", "ATT", "CTBT", "FCCC", "ICCD", "CBD", "UNEP", "UNDP",
    "UNFPA", "UNICEF", "UNHCR", "UNCTAD", "UNITAR", "UNW", "UNOPS", "WFP", "CEDAW", "CCPR", "CRC", "CAT",
    "CERD", "CRPD", "CED", "CMW", "CESCR", "SPT", "ISBA", "SPLOS", "CLCS", "CTOC", "CAC", "ECE", "CES",
    "PBC", "ICC-ASP", "INB", "IPBES", "SAICM", "LOS", "MP", "GOV", "INFCIRC", "JIU", "JM", "ITLOS", "WHO",
    "WT", "EB", "EC", "RC", "C",
];

/// Roots that may carry a session in themselves: `EC-94/DEC.2`, `C-25/DEC.9`, `IDB.48/3`, `GC.19/Res.2`.
const NUMBERED_ROOTS: &[&str] = &["EC", "RC", "C", "IDB", "GC", "ICC"];

/// Parts that take a number after a full stop and say what the document is.
const NATURES: &[&str] =
    &["L", "CRP", "WP", "INF", "NGO", "PV", "SR", "R", "RES", "Res", "DEC", "Dec", "IC", "PET", "DG", "NAT"];

/// Parts that say how the document stands to the one before them in the symbol.
pub const MODIFIERS: &[&str] = &["Rev", "Add", "Corr", "Amend", "Suppl", "Summary"];

/// Parts that name a body, so that a symbol of these alone names no document.
const BODIES: &[&str] = &[
    "AC", "C", "CN", "CONF", "GE", "GGE", "OEWG", "INC", "PC", "PrepCom", "PREPCOM", "SC", "Sub", "WG", "SER",
];

/// Roots under which a document on two reports at once has two numbers.
const TREATY_BODIES: &[&str] = &["CEDAW", "CERD", "CRC", "CAT", "CCPR", "CRPD", "CMW", "CED"];

/// Further words with small letters that occur in symbols.
const MIXED_WORDS: &[&str] = &["Res", "Dec", "OzL", "Pro", "PrepCom", "Sub", "Summary", "Suppl"];

/// A symbol found in text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// The parts between the strokes, root first, blanks as `?`; a suffix stays with its part.
    pub parts: Vec<String>,
    /// Whether a part is still a blank, or a number in square brackets.
    pub provisional: bool,
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
        Symbol { parts, provisional: part.contains('?') }
    }

    /// The symbol with another last number: after `…/Add.1` the list goes on `, 4 and 6`.
    pub fn with_number(&self, number: &str) -> Option<Symbol> {
        let last = self.parts.last()?;
        let kind = last.split_once('.')?.0;
        let mut parts = self.parts.clone();
        *parts.last_mut()? = format!("{kind}.{number}");
        Some(Symbol { parts, provisional: false })
    }
}

/// What stands before the full stop: `Add` of `Add.1`; the whole where there is none.
fn kind_of(part: &str) -> &str {
    part.split_once('.').map_or(part, |(kind, _)| kind)
}

/// Reads the symbol that begins at `at`; returns where it ends.
pub fn scan(chars: &[char], at: usize) -> Option<(usize, Symbol)> {
    let (mut end, root, listed) = scan_root(chars, at)?;
    let mut parts = vec![root];
    let mut provisional = false;
    let mut typed = false;
    let mut numbered = false;
    let mut document = false;
    while chars.get(end) == Some(&'/') {
        let next = after_stroke(chars, end + 1);
        let Some(mut part) = scan_part(chars, next) else { break };
        // "CEDAW/C/UTO/CO/8-9": two periodic reports considered as one.
        if TREATY_BODIES.contains(&parts[0].as_str()) && part.text.chars().all(|c| c.is_ascii_digit()) {
            let second = digits_end(chars, part.end + 1);
            if chars.get(part.end) == Some(&'-')
                && second > part.end + 1
                && !chars.get(second).is_some_and(|c| c.is_alphanumeric())
            {
                part.text.extend(&chars[part.end..second]);
                part.end = second;
            }
        }
        end = part.end;
        provisional |= part.provisional;
        let kind = kind_of(&part.text);
        typed |= part.text.len() > kind.len() || is_year(&part.text);
        let has_number =
            part.text.contains(|c: char| c.is_ascii_digit() || c == '?') || part.text.len() > kind.len();
        numbered |= has_number;
        document |= has_number && !(BODIES.contains(&kind) && part.text.len() > kind.len());
        parts.push(part.text);
        if let Some((suffix_end, suffix)) = scan_suffix(chars, end, &parts) {
            end = suffix_end;
            if let Some(last) = parts.last_mut() {
                last.push(' ');
                last.push_str(&suffix);
            }
        }
    }
    if !numbered || !document || parts.len() < 2 {
        return None;
    }
    if !listed && (parts.len() < 3 || !typed) {
        return None;
    }
    if parts.len() == 2 && parts[0].len() == 1 && !plausible_short(&parts[1]) {
        return None;
    }
    // "A/80/L.2A": letters that run on belong to another word.
    if chars.get(end).is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    Some((end, Symbol { parts, provisional }))
}

/// `A/520`, `S/23000`, `E/5715` and `A/L.38` are old documents; `A/4` is a size of paper.
fn plausible_short(part: &str) -> bool {
    part.contains('.') || part.chars().take_while(char::is_ascii_digit).count() >= 3
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && matches!(part.parse::<u16>(), Ok(1945..=2100))
}

/// A line may have been broken after a stroke; it is joined only before an unmistakable part.
fn after_stroke(chars: &[char], at: usize) -> usize {
    if chars.get(at) != Some(&' ') {
        return at;
    }
    let next = at + 1;
    match scan_part(chars, next) {
        Some(part) if part.text.contains('.') || NATURES.contains(&part.text.as_str()) => next,
        _ => at,
    }
}

fn scan_root(chars: &[char], at: usize) -> Option<(usize, String, bool)> {
    let mut end = at;
    while chars.get(end).is_some_and(char::is_ascii_uppercase) {
        end += 1;
    }
    if end == at || end - at > 8 {
        return None;
    }
    let capitals: String = chars[at..end].iter().collect();
    let plain = ROOTS.contains(&capitals.as_str());
    if chars.get(end) == Some(&'/') {
        return Some((end, capitals, plain));
    }
    let numbered = NUMBERED_ROOTS.contains(&capitals.as_str());
    // A session inside the root: a hyphen or a full stop, then numbers and capitals.
    let begin = end;
    match chars.get(end) {
        Some('-' | '.') => {
            while chars.get(end).is_some_and(|c| *c == '-' || *c == '.')
                && chars.get(end + 1).is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
            {
                end += 1;
                while chars.get(end).is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) {
                    end += 1;
                }
            }
        }
        Some('(') => {
            end += 1;
            while chars.get(end).is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) {
                end += 1;
            }
            if chars.get(end) != Some(&')') {
                return None;
            }
            end += 1;
        }
        _ => return None,
    }
    if end == begin || end - begin > 12 || chars.get(end) != Some(&'/') {
        return None;
    }
    let root: String = chars[at..end].iter().collect();
    Some((end, root, numbered))
}

struct Part {
    end: usize,
    text: String,
    provisional: bool,
}

fn scan_part(chars: &[char], at: usize) -> Option<Part> {
    if let Some((end, text, provisional)) = scan_number(chars, at) {
        return Some(Part { end, text, provisional });
    }
    let mut end = at;
    while chars.get(end).is_some_and(|c| c.is_ascii_alphabetic()) {
        end += 1;
    }
    if end == at || end - at > 8 || !chars[at].is_ascii_uppercase() {
        return None;
    }
    let word = kind_in_house_style(&chars[at..end]);
    let mixed = word.contains(|c: char| c.is_ascii_lowercase());
    match chars.get(end) {
        Some('.') => {
            let strong = NATURES.contains(&word.as_str()) || MODIFIERS.contains(&word.as_str());
            if mixed && !strong && !MIXED_WORDS.contains(&word.as_str()) {
                return None;
            }
            let mut number_at = end + 1;
            // "L. 5": a space that the page's typesetting left behind.
            if strong && chars.get(number_at) == Some(&' ') {
                let digit = chars.get(number_at + 1).is_some_and(char::is_ascii_digit);
                if digit {
                    number_at += 1;
                }
            }
            if let Some((number_end, number, provisional)) = scan_number(chars, number_at) {
                return Some(Part { end: number_end, text: format!("{word}.{number}"), provisional });
            }
            if let Some((name_end, name)) = scan_dotted_name(chars, number_at) {
                return Some(Part { end: name_end, text: format!("{word}.{name}"), provisional: false });
            }
            (!mixed).then_some(Part { end, text: word, provisional: false })
        }
        Some('(') if !mixed => {
            let mut close = end + 1;
            while chars.get(close).is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || *c == '-')
            {
                close += 1;
            }
            if close > end + 1 && chars.get(close) == Some(&')') {
                let text = chars[at..=close].iter().collect();
                return Some(Part { end: close + 1, text, provisional: false });
            }
            Some(Part { end, text: word, provisional: false })
        }
        Some('-') if !mixed && word.len() <= 2 => {
            // S-10, ES-11: a special session stands where the session stands.
            let mut close = end + 1;
            while chars.get(close).is_some_and(char::is_ascii_digit) {
                close += 1;
            }
            if close == end + 1 {
                return Some(Part { end, text: word, provisional: false });
            }
            let text = chars[at..close].iter().collect();
            Some(Part { end: close, text, provisional: false })
        }
        Some(c) if c.is_ascii_digit() && !mixed && word.len() <= 4 => {
            // PC2, WG1: some houses leave the full stop out.
            let mut close = end;
            while chars.get(close).is_some_and(char::is_ascii_digit) {
                close += 1;
            }
            let text = chars[at..close].iter().collect();
            Some(Part { end: close, text, provisional: false })
        }
        _ if mixed && !MIXED_WORDS.contains(&word.as_str()) => None,
        _ => Some(Part { end, text: word, provisional: false }),
    }
}

/// `ADD.1/CORR.1` of older documents is the `Add.1/Corr.1` of today's.
fn kind_in_house_style(word: &[char]) -> String {
    let word: String = word.iter().collect();
    MODIFIERS.iter().find(|name| name.eq_ignore_ascii_case(&word)).map_or(word, |name| (*name).to_owned())
}

/// What follows the full stop of a part where it is no number: `PC.II`, `SER.B`, `OzL.Pro.34`.
fn scan_dotted_name(chars: &[char], at: usize) -> Option<(usize, String)> {
    let mut end = at;
    while chars.get(end).is_some_and(|c| c.is_ascii_alphabetic()) {
        end += 1;
    }
    if end == at || end - at > 5 {
        return None;
    }
    let word: String = chars[at..end].iter().collect();
    let capitals = word.chars().all(|c| c.is_ascii_uppercase());
    if !capitals && !MIXED_WORDS.contains(&word.as_str()) {
        return None;
    }
    if chars.get(end) == Some(&'.')
        && let Some((number_end, number, false)) = scan_number(chars, end + 1)
    {
        return Some((number_end, format!("{word}.{number}")));
    }
    Some((end, word))
}

/// A number, a number in brackets, or a blank that stands for one.
/// Returns where it ends, its canonical form, and whether it is provisional.
pub fn scan_number(chars: &[char], at: usize) -> Option<(usize, String, bool)> {
    if let Some(end) = scan_blank(chars, at) {
        return Some((end, "?".to_owned(), true));
    }
    if chars.get(at) == Some(&'[') {
        let close = digits_end(chars, at + 1);
        if close > at + 1 && chars.get(close) == Some(&']') {
            return Some((close + 1, chars[at + 1..close].iter().collect(), true));
        }
        return None;
    }
    let mut end = digits_end(chars, at);
    if end == at || end - at > 6 {
        return None;
    }
    // `20XX`, and `L.2A`; but "Add.1bis" and "2nd" end before their letters.
    let letters = end;
    while chars.get(end) == Some(&'X') {
        end += 1;
    }
    if end > letters && !chars.get(end).is_some_and(|c| c.is_alphanumeric()) {
        return Some((end, "?".to_owned(), true));
    }
    end = letters;
    if chars.get(end).is_some_and(char::is_ascii_uppercase)
        && !chars.get(end + 1).is_some_and(|c| c.is_alphanumeric())
    {
        end += 1;
    }
    Some((end, chars[at..end].iter().collect(), false))
}

fn digits_end(chars: &[char], at: usize) -> usize {
    let mut end = at;
    while chars.get(end).is_some_and(char::is_ascii_digit) {
        end += 1;
    }
    end
}

/// The end of a blank that stands for a number inside a symbol.
pub fn scan_blank(chars: &[char], at: usize) -> Option<usize> {
    let run = |wanted: fn(char) -> bool| chars[at..].iter().take_while(|c| wanted(**c)).count();
    match chars.get(at)? {
        '_' => {
            let length = run(|c| c == '_');
            (2..=12).contains(&length).then_some(at + length)
        }
        '…' => Some(at + 1),
        '.' => {
            let length = run(|c| c == '.');
            (length >= 3).then_some(at + length)
        }
        'X' | 'x' => {
            let length = run(|c| c == 'X' || c == 'x');
            let closed = !chars.get(at + length).is_some_and(|c| c.is_alphanumeric());
            (length <= 4 && closed).then_some(at + length)
        }
        '-' => {
            // "1/CP.-" and "[-/CP.21]" style dashes: only a double dash is unmistakable.
            let length = run(|c| c == '-');
            (length >= 2).then_some(at + length)
        }
        '[' => {
            let close = at + 1 + chars[at + 1..].iter().take(8).position(|c| *c == ']')?;
            let inside = &chars[at + 1..close];
            let blank =
                inside.iter().all(|c| matches!(c, '.' | '…' | '_' | '-' | '–' | '—' | ' ' | '•' | '●'));
            let variable = inside.iter().all(|c| matches!(c, 'x' | 'X' | 'n' | 'N'));
            (blank || variable).then_some(close + 1)
        }
        _ => None,
    }
}

/// `(Vol. I)`, `(Part II)`, `(2015)` of the Council and `(XXI)` of old sessions of the Assembly.
fn scan_suffix(chars: &[char], at: usize, parts: &[String]) -> Option<(usize, String)> {
    let open = at + usize::from(chars.get(at) == Some(&' '));
    if chars.get(open) != Some(&'(') {
        return None;
    }
    let close = open + 1 + chars[open + 1..].iter().take(24).position(|c| *c == ')')?;
    let inside = &chars[open + 1..close];
    let text: String = inside.iter().collect();
    let resolution = parts.iter().any(|part| part == "RES" || part == "DEC");
    let year = resolution && is_year(&text);
    let session = resolution && is_roman_session(inside);
    const WORDS: &[&str] =
        &["Vol", "Part", "Supp", "SUPP", "Resumption", "Summary", "Advance", "Sect", "Introduction"];
    let volume = WORDS.iter().any(|word| text.starts_with(word)) && text.len() <= 20;
    if !(year || session || volume) {
        return None;
    }
    let spaced = if volume { with_space_before_number(&text) } else { text };
    Some((close + 1, format!("({spaced})")))
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
    fn an_elliptic_part_replaces_its_own_kind_or_is_appended() {
        let read = |text: &str| scan(&text.chars().collect::<Vec<_>>(), 0).map(|(_, symbol)| symbol);
        let base = read("E/CN.99/2031/L.7").unwrap();
        assert_eq!(base.with_part("Corr.1").print(), "E/CN.99/2031/L.7/Corr.1");
        assert_eq!(base.with_part("L.9").print(), "E/CN.99/2031/L.9");
        let addendum = read("A/CONF.999/3/Add.1").unwrap();
        assert_eq!(addendum.with_number("4").unwrap().print(), "A/CONF.999/3/Add.4");
        assert_eq!(addendum.with_part("Corr.2").print(), "A/CONF.999/3/Add.1/Corr.2");
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
