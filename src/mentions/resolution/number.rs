//! The numbers of resolutions and decisions, in the forms that organs have given them.

use crate::terms::stretch::{digits_end, stretch_end};
use crate::terms::symbol;

/// The form of a number tells half of whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// `73/27`, `S-13/2`, `73/?`: session and number.
    Session(Option<u32>),
    /// `1996/31`: year and number.
    Year,
    /// `2231 (2015)`: the Security Council's.
    Dated,
    /// `2205 (XXI)`.
    Roman(Serial),
    /// `1/CP.21`, `VII/12`: a conference of parties; the number says it all.
    Party,
}

/// A number that an organ counts through all its sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Serial {
    pub number: u32,
    /// The session, where the numeral is no special session's.
    pub session: Option<u32>,
}

/// A number in its canonical form, and where it ends.
pub(super) struct Number {
    pub end: usize,
    pub text: String,
    pub form: Form,
    pub provisional: bool,
}

/// The number of a resolution or decision that begins at `at`.
pub(super) fn scan(chars: &[char], at: usize) -> Option<Number> {
    special_session(chars, at)
        .or_else(|| party(chars, at))
        .or_else(|| session_or_year(chars, at))
        .or_else(|| old_session(chars, at))
        .or_else(|| roman_party(chars, at))
        .or_else(|| lettered_party(chars, at))
        .or_else(|| committee(chars, at))
        .or_else(|| meteorological(chars, at))
        .or_else(|| conference(chars, at))
        .or_else(|| revised(chars, at))
}

fn text_of(chars: &[char]) -> String {
    chars.iter().collect()
}

/// Ends a number: no letter, digit, stroke or per cent sign may follow.
fn closed(chars: &[char], end: usize) -> bool {
    !chars.get(end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '%'))
}

/// The stroke after the one to four digits that begin at `at`.
fn stroke_after_digits(chars: &[char], at: usize) -> Option<usize> {
    let stroke = digits_end(chars, at);
    ((1..=4).contains(&(stroke - at)) && chars.get(stroke) == Some(&'/')).then_some(stroke)
}

/// `S-13/2`, `ES-10/24`.
fn special_session(chars: &[char], at: usize) -> Option<Number> {
    let (letters, digits) = match chars.get(at..)? {
        ['E', 'S', '-' | '\u{2011}', ..] => ("ES", at + 3),
        ['S', '-' | '\u{2011}', ..] => ("S", at + 2),
        _ => return None,
    };
    let stroke = digits_end(chars, digits);
    if stroke == digits || chars.get(stroke) != Some(&'/') {
        return None;
    }
    let serial = symbol::scan_number(chars, stroke + 1)?;
    closed(chars, serial.end).then(|| Number {
        end: serial.end,
        text: format!("{letters}-{}/{}", text_of(&chars[digits..stroke]), serial.text),
        form: Form::Session(None),
        provisional: serial.provisional,
    })
}

/// `1/CP.21`, `4/CMA.3`: the conference's own abbreviation stands where the serial number would.
fn party(chars: &[char], at: usize) -> Option<Number> {
    let stroke = stroke_after_digits(chars, at)?;
    let dot = stretch_end(chars, stroke + 1, |c| c.is_ascii_uppercase());
    let end = digits_end(chars, dot + 1);
    let whole = (2..=6).contains(&(dot - stroke - 1))
        && chars.get(dot) == Some(&'.')
        && end > dot + 1
        && closed(chars, end);
    whole.then(|| Number { end, text: text_of(&chars[at..end]), form: Form::Party, provisional: false })
}

/// `73/27`, `59/…`, `56/24 O`, `1996/31`.
fn session_or_year(chars: &[char], at: usize) -> Option<Number> {
    let stroke = stroke_after_digits(chars, at)?;
    let before: u32 = text_of(&chars[at..stroke]).parse().ok()?;
    let serial = symbol::scan_number(chars, stroke + 1)?;
    if !closed(chars, serial.end) {
        return None;
    }
    let form = if stroke - at == 4 {
        (1946..=2100).contains(&before).then_some(Form::Year)?
    } else if serial.text.starts_with('0') || matches!(serial.text.parse::<u32>(), Ok(1946..=2100)) {
        // "12/07", "7/2031": the United Nations put no nought before a number, and no year after it.
        Form::Party
    } else {
        Form::Session(Some(before))
    };
    let (end, text) = with_letter(chars, serial.end, format!("{before}/{}", serial.text));
    Some(Number { end, text, form, provisional: serial.provisional })
}

/// The letter of one of several resolutions under a number: `56/24 O`.
fn with_letter(chars: &[char], end: usize, text: String) -> (usize, String) {
    match chars.get(end..) {
        Some([' ', letter, rest @ ..])
            if letter.is_ascii_uppercase()
                && !rest
                    .first()
                    .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '\'' | '’')) =>
        {
            (end + 2, format!("{text} {letter}"))
        }
        _ => (end, text),
    }
}

/// `2205 (XXI)`, `217 A (III)`, `2231 (2015)`.
fn old_session(chars: &[char], at: usize) -> Option<Number> {
    let digits = digits_end(chars, at);
    if !(1..=4).contains(&(digits - at)) {
        return None;
    }
    let (end, text) = with_letter(chars, digits, text_of(&chars[at..digits]));
    let open = stretch_end(chars, end, |c| c == ' ');
    if chars.get(open) != Some(&'(') {
        return None;
    }
    let close = open + 1 + chars[open + 1..].iter().take(10).position(|c| *c == ')')?;
    let inside = &chars[open + 1..close];
    let form = if symbol::is_roman_session(inside) {
        let number = text_of(&chars[at..digits]).parse().ok()?;
        let session = roman_value(inside);
        Form::Roman(Serial { number, session })
    } else if inside.len() == 4 && matches!(text_of(inside).parse::<u32>(), Ok(1946..=2100)) {
        Form::Dated
    } else {
        return None;
    };
    Some(Number { end: close + 1, text: format!("{text} ({})", text_of(inside)), form, provisional: false })
}

/// What a Roman numeral is worth, up to its hundreds; `None` for "S-VI".
fn roman_value(numeral: &[char]) -> Option<u32> {
    let worth = |c: &char| match c {
        'I' => Some(1_u32),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let mut sum = 0;
    for (at, c) in numeral.iter().enumerate() {
        let own = worth(c)?;
        let next = numeral.get(at + 1).and_then(worth).unwrap_or(0);
        if next > own {
            sum -= i64::from(own);
        } else {
            sum += i64::from(own);
        }
    }
    u32::try_from(sum).ok()
}

/// `130 (Rev. Geneva, 2031)`, `71 (Geneva, 2031)`, `64 (Rev. WRC-15)`: the Telecommunication Union's,
/// with the conference that adopted or last revised it.
fn revised(chars: &[char], at: usize) -> Option<Number> {
    const LONGEST: usize = 40;
    let digits = digits_end(chars, at);
    let open = stretch_end(chars, digits, |c| c == ' ');
    if !(1..=4).contains(&(digits - at)) || chars.get(open) != Some(&'(') {
        return None;
    }
    let close = open + 1 + chars[open + 1..].iter().take(LONGEST).position(|c| *c == ')')?;
    let inside = text_of(&chars[open + 1..close]);
    let place = inside.strip_prefix("Rev.").map_or(inside.as_str(), str::trim_start);
    let of_radio = place.strip_prefix("WRC-").is_some_and(|year| year.parse::<u8>().is_ok());
    let in_city = place.split_once(", ").is_some_and(|(city, year)| {
        city.starts_with(char::is_uppercase)
            && city.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '’' | '\''))
            && matches!(year.parse::<u32>(), Ok(1865..=2100))
    });
    let revision = if place.len() < inside.len() { "Rev. " } else { "" };
    let text = format!("{} ({revision}{place})", text_of(&chars[at..digits]));
    (of_radio || in_city).then_some(Number { end: close + 1, text, form: Form::Party, provisional: false })
}

/// `VII/12`: the meeting of a conference of parties in Roman numerals.
fn roman_party(chars: &[char], at: usize) -> Option<Number> {
    let stroke = stretch_end(chars, at, |c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    if stroke == at || chars.get(stroke) != Some(&'/') {
        return None;
    }
    let serial = symbol::scan_number(chars, stroke + 1)?;
    // A number in brackets counts as none here: no such draft is known.
    let printed = if serial.provisional { "?" } else { serial.text.as_str() };
    closed(chars, serial.end).then(|| Number {
        end: serial.end,
        text: format!("{}/{printed}", text_of(&chars[at..stroke])),
        form: Form::Party,
        provisional: serial.provisional,
    })
}

fn party_number(chars: &[char], at: usize, end: usize) -> Number {
    Number { end, text: text_of(&chars[at..end]), form: Form::Party, provisional: false }
}

/// `BC-16/4`, `MC-4/3`, `IPBES-10/1`, `IG.25/6`: a convention's letters, the meeting, the number.
fn lettered_party(chars: &[char], at: usize) -> Option<Number> {
    let letters = stretch_end(chars, at, |c| c.is_ascii_uppercase());
    let meeting = digits_end(chars, letters + 1);
    let end = digits_end(chars, meeting + 1);
    let whole = (2..=6).contains(&(letters - at))
        && matches!(chars.get(letters), Some('-' | '\u{2011}' | '.'))
        && meeting > letters + 1
        && chars.get(meeting) == Some(&'/')
        && end > meeting + 1
        && closed(chars, end);
    whole.then(|| party_number(chars, at, end))
}

/// `20 COM III.1`, `44 COM 7B.34`: the World Heritage Committee's, and `17.COM 6` of its neighbour.
fn committee(chars: &[char], at: usize) -> Option<Number> {
    let session = digits_end(chars, at);
    let joint = matches!(chars.get(session), Some(' ' | '.'));
    if session == at || !joint || !chars[session + 1..].starts_with(&['C', 'O', 'M', ' ']) {
        return None;
    }
    let sign = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '.';
    let mut end = stretch_end(chars, session + 5, sign);
    while end > session + 5 && chars[end - 1] == '.' {
        end -= 1;
    }
    (end > session + 5 && closed(chars, end)).then(|| party_number(chars, at, end))
}

/// `4 (Cg-19)`, `12 (EC-76)`: the World Meteorological Congress and its Executive Council.
fn meteorological(chars: &[char], at: usize) -> Option<Number> {
    let digits = digits_end(chars, at);
    let open = stretch_end(chars, digits, |c| c == ' ');
    let rest = chars.get(open..)?;
    let session = ["(Cg-", "(EC-"]
        .iter()
        .find(|prefix| prefix.chars().eq(rest.iter().copied().take(4)))
        .map(|_| open + 4)?;
    let close = stretch_end(chars, session, |c| c.is_ascii_digit() || matches!(c, 'X' | 'V' | 'I' | 'L'));
    (digits > at && close > session && chars.get(close) == Some(&')'))
        .then(|| party_number(chars, at, close + 1))
}

/// `Conf. 12.8`, `Conf. 12.8 (Rev. CoP18)` of the trade in species; `XIV.4` of the wetlands.
fn conference(chars: &[char], at: usize) -> Option<Number> {
    let rest = chars.get(at..)?;
    let first = if rest.starts_with(&['C', 'o', 'n', 'f', '.', ' ']) {
        let meeting = digits_end(chars, at + 6);
        (meeting > at + 6).then_some(meeting)?
    } else {
        let roman = stretch_end(chars, at, |c| matches!(c, 'I' | 'V' | 'X'));
        (roman > at).then_some(roman)?
    };
    let end = digits_end(chars, first + 1);
    if chars.get(first) != Some(&'.') || end == first + 1 || !closed(chars, end) {
        return None;
    }
    let revised: Vec<char> = " (Rev. CoP".chars().collect();
    let meeting = end + revised.len();
    let close = digits_end(chars, meeting);
    let whole = chars[end..].starts_with(&revised) && close > meeting && chars.get(close) == Some(&')');
    Some(party_number(chars, at, if whole { close + 1 } else { end }))
}
