//! Resolutions and decisions cited in prose: "General Assembly resolutions 75/240 and 76/19",
//! "its decision 78/541", "resolution 2231 (2015)", "decision 1/CP.21".

use super::document::{document, separator_end};
use super::passage::{Passage, TokenKind};
use super::{Context, Mention};
use crate::report::NodeKind;
use crate::terms::date;
use crate::terms::organ::{self, ORGANS, Organ, SHARED_NAMES};
use crate::terms::symbol;

/// The form of a number tells half of whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// `73/27`, `S-13/2`, `73/?`: session and number.
    Session(Option<u32>),
    /// `1996/31`: year and number.
    Year,
    /// `2231 (2015)`: the Security Council's.
    Dated,
    /// `2205 (XXI)`.
    Roman,
    /// `1/CP.21`, `VII/12`: a conference of parties; the number says it all.
    Party,
}

struct Number {
    end: usize,
    text: String,
    form: Form,
    provisional: bool,
}

/// Finds them; symbols already found are in `found`.
pub fn find(passage: &Passage<'_>, context: &Context, found: &mut Vec<Mention>) {
    let symbols = found.len();
    title(passage, context, found);
    let mut last_organ: Option<&'static Organ> = None;
    // "resolutions ES-11/1 of 2 March 2022 on …, ES-11/2 of 24 March 2022 on …": the noun holds on
    // over the titles, up to the end of the sentence; a number then needs its date to be believed.
    let mut plural: Option<(&'static str, Option<&'static Organ>)> = None;
    let mut index = 0;
    while index < passage.tokens.len() {
        if passage.is_mark(index, '.') {
            plural = None;
        }
        if let Some((noun, organ)) = plural
            && let Some((end, mention)) = dated_number(passage, context, index, noun, organ)
            && is_free(&found[..symbols], mention.start)
        {
            found.push(mention);
            index = end;
            continue;
        }
        if passage.tokens[index].kind != TokenKind::Word {
            index += 1;
            continue;
        }
        if let Some((end, organ)) = organ_at(passage, index) {
            last_organ = Some(organ);
            index = end;
            continue;
        }
        let noun = if passage.is_any(index, &["resolution", "resolutions"]) {
            "RES"
        } else if passage.is_any(index, &["decision", "decisions"]) {
            "DEC"
        } else {
            index += 1;
            continue;
        };
        let noun_at = index;
        if !is_free(&found[..symbols], passage.tokens[index].start) {
            index += 1;
            continue;
        }
        let before = found.len();
        index = list(passage, context, index, noun, &mut last_organ, found, symbols);
        plural =
            (found.len() > before && passage.word(noun_at).ends_with(&['s'])).then_some((noun, last_organ));
    }
}

/// Whether no symbol or URL, all in the order of the text, holds the character `at`.
fn is_free(symbols: &[Mention], at: usize) -> bool {
    let before = symbols.partition_point(|mention| mention.start <= at);
    symbols[..before].last().is_none_or(|mention| mention.end <= at)
}

/// The numbers after one noun. Returns the next token.
fn list(
    passage: &Passage<'_>,
    context: &Context,
    noun_at: usize,
    noun: &'static str,
    last_organ: &mut Option<&'static Organ>,
    found: &mut Vec<Mention>,
    symbols: usize,
) -> usize {
    let mut next = noun_at + 1;
    // "resolutions Nos. 4/1"
    if passage.is_any(next, &["no", "nos"]) && passage.is_mark(next + 1, '.') {
        next += 2;
    }
    let Some(first) = passage.tokens.get(next).and_then(|token| number(passage.chars, token.start)) else {
        return noun_at + 1;
    };
    if !is_free(&found[..symbols], first.end - 1) {
        return noun_at + 1;
    }
    let (start, adjacent) = organ_before(passage, noun_at, *last_organ);
    let mut end_token = passage.token_from(first.end);
    let mut numbers = vec![(passage.tokens[start].start, first)];
    loop {
        let after_date = skip_date(passage, end_token);
        // "56/24 A and B"
        if let (Some(letter), Some((_, last))) = (separator_end(passage, end_token), numbers.last())
            && passage.word(letter).len() == 1
            && passage.word(letter)[0].is_ascii_uppercase()
            && ends_in_letter(&last.text)
        {
            let token = passage.tokens[letter];
            let mut text = last.text.clone();
            text.pop();
            text.push(passage.chars[token.start]);
            let form = last.form.clone();
            numbers.push((token.start, Number { end: token.end, text, form, provisional: false }));
            end_token = letter + 1;
            continue;
        }
        let Some(next) = separator_end(passage, after_date) else { break };
        let Some(token) = passage.tokens.get(next) else { break };
        let Some(further) = number(passage.chars, token.start) else { break };
        if !is_free(&found[..symbols], token.start) || !is_free(&found[..symbols], further.end - 1) {
            break;
        }
        end_token = passage.token_from(further.end);
        numbers.push((token.start, further));
    }
    let own = noun_at > 0 && passage.is_any(noun_at - 1, &["its"]);
    let named = adjacent.or_else(|| organ_after(passage, end_token, own));
    // "decision 15/24 of the Conference of the Parties …": of a body that the table does not know.
    let foreign = named.is_none() && passage.is(end_token, "of") && passage.is(end_token + 1, "the");
    for (position, (start, number)) in numbers.into_iter().enumerate() {
        let organ = match named.filter(|organ| fits(organ, &number.form)) {
            None if foreign => None,
            None => inferred(&number, passage.word(passage.token_from(start)), own, *last_organ, context),
            organ => organ,
        };
        let rule = match (position, &number.form) {
            (0, Form::Dated | Form::Roman) => "session-number",
            (0, _) => "numbered-resolution",
            _ => "further-number",
        };
        let value = canonical(organ, noun, &number);
        let kind = if noun == "RES" { "resolution" } else { "decision" };
        found.push(document(passage, start, number.end, value, kind, number.provisional, rule));
        if let Some(organ) = named {
            *last_organ = Some(organ);
        }
    }
    end_token
}

/// A further number of a list whose members have titles, with the token after it.
fn dated_number(
    passage: &Passage<'_>,
    context: &Context,
    index: usize,
    noun: &'static str,
    organ: Option<&'static Organ>,
) -> Option<(usize, Mention)> {
    let joined = index > 0
        && (passage.is_mark(index - 1, ',')
            || passage.is_mark(index - 1, ';')
            || passage.is_any(index - 1, &["and"]));
    if !joined {
        return None;
    }
    let start = passage.tokens[index].start;
    let number = number(passage.chars, start)?;
    let end = passage.token_from(number.end);
    if skip_date(passage, end) == end {
        return None;
    }
    let organ = organ
        .filter(|organ| fits(organ, &number.form))
        .or_else(|| inferred(&number, passage.word(index), true, organ, context));
    let kind = if noun == "RES" { "resolution" } else { "decision" };
    let value = canonical(organ, noun, &number);
    Some((end, document(passage, start, number.end, value, kind, number.provisional, "further-number")))
}

fn ends_in_letter(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.next().is_some_and(|c| c.is_ascii_uppercase()) && letters.next() == Some(' ')
}

/// "59/25. Human rights and …" as the first words of a resolution that says its own number, and
/// "59/…" where the number is still to come.
fn title(passage: &Passage<'_>, context: &Context, found: &mut Vec<Mention>) {
    if !matches!(passage.kind, NodeKind::Heading | NodeKind::Unnumbered | NodeKind::Masthead) {
        return;
    }
    let Some(first) = passage.tokens.first().filter(|token| token.kind == TokenKind::Number) else { return };
    let Some(number) = number(passage.chars, first.start) else { return };
    let Form::Session(Some(session)) = number.form else { return };
    let own = context
        .symbol
        .as_deref()
        .is_some_and(|symbol| symbol.split('/').any(|part| part.parse() == Ok(session)));
    let next = passage.token_from(number.end);
    let capital = |at: usize| passage.word(at).first().is_some_and(|c| c.is_uppercase());
    let titled =
        capital(next) || (passage.is_mark(next, '.') && capital(next + 1)) || next >= passage.tokens.len();
    if !(titled && (own || (number.provisional && context.symbol.is_none()))) {
        return;
    }
    let organ = context.own_organ.or_else(|| organ::named("General Assembly"));
    let value = canonical(organ, "RES", &number);
    found.push(document(
        passage,
        first.start,
        number.end,
        value,
        "resolution",
        number.provisional,
        "resolution-title",
    ));
}

/// The full name of an organ that begins at this token.
fn organ_at(passage: &Passage<'_>, index: usize) -> Option<(usize, &'static Organ)> {
    let first = *passage.word(index).first()?;
    if !first.is_ascii_uppercase() {
        return None;
    }
    ORGANS
        .iter()
        .flat_map(|organ| organ.names.iter().map(move |name| (organ, *name)))
        .filter(|(_, name)| name.starts_with(first))
        .find_map(|(organ, name)| name_end(passage, index, name).map(|end| (end, organ)))
}

/// The token after `name`, if the tokens from `index` are its words; the last may be a genitive.
fn name_end(passage: &Passage<'_>, index: usize, name: &str) -> Option<usize> {
    let mut at = index;
    for word in name.split(' ') {
        if !word_is(passage.word(at), word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

fn word_is(word: &[char], expected: &str) -> bool {
    let bare = match word {
        [bare @ .., '\'' | '\u{2019}', 's'] => bare,
        all => all,
    };
    expected.chars().eq(bare.iter().copied())
}

/// The organ named right before the noun, and the first token of its name.
fn organ_before(
    passage: &Passage<'_>,
    noun_at: usize,
    last_organ: Option<&'static Organ>,
) -> (usize, Option<&'static Organ>) {
    for organ in ORGANS {
        for name in organ.names {
            let length = name.split(' ').count();
            if length <= noun_at && name_end(passage, noun_at - length, name).is_some() {
                return (noun_at - length, Some(organ));
            }
        }
    }
    // "Council resolution": the name belongs to the mention, whose it is comes from the number.
    for name in SHARED_NAMES {
        if noun_at > 0 && word_is(passage.word(noun_at - 1), name) {
            return (noun_at - 1, last_organ.filter(|organ| organ.names[0].contains(name)));
        }
    }
    (noun_at, None)
}

/// "… 73/27 of the General Assembly", and "By its resolution 73/27, the General Assembly decided".
fn organ_after(passage: &Passage<'_>, next: usize, own: bool) -> Option<&'static Organ> {
    let mut at = next;
    if passage.is(at, "of") {
        at += 1;
    } else if own {
        at = skip_date(passage, at);
        if !passage.is_mark(at, ',') {
            return None;
        }
        at += 1;
    } else {
        return None;
    }
    if passage.is(at, "the") {
        at += 1;
    }
    organ_at(passage, at).map(|(_, organ)| organ)
}

/// " of 29 November 2001" after a number; the same token where there is none.
fn skip_date(passage: &Passage<'_>, next: usize) -> usize {
    let dated = passage.is_any(next, &["of", "dated"])
        && passage.number(next + 1).is_some_and(|day| day <= 31)
        && date::month(passage.word(next + 2)).is_some()
        && passage.number(next + 3).is_some_and(|year| (1945..2100).contains(&year));
    if dated { next + 4 } else { next }
}

/// Whether an organ numbers its resolutions in this form.
fn fits(organ: &Organ, form: &Form) -> bool {
    match form {
        Form::Session(_) => organ.root != "S" && organ.root != "E",
        Form::Year => organ.root.starts_with('E'),
        Form::Dated => organ.root == "S",
        Form::Roman => organ.root != "S",
        Form::Party => false,
    }
}

/// Whose resolution it is where its noun does not say.
fn inferred(
    number: &Number,
    first_word: &[char],
    own: bool,
    last_organ: Option<&'static Organ>,
    context: &Context,
) -> Option<&'static Organ> {
    match number.form {
        Form::Party => None,
        Form::Dated => organ::named("Security Council"),
        Form::Year => last_organ
            .filter(|organ| organ.root.starts_with("E/"))
            .or_else(|| organ::named("Economic and Social Council")),
        Form::Roman => {
            last_organ.filter(|organ| fits(organ, &number.form)).or_else(|| organ::named("General Assembly"))
        }
        Form::Session(session) => {
            // Two Councils cannot be told by name, but only one numbers by session.
            if first_word.starts_with(&['C', 'o', 'u', 'n', 'c', 'i', 'l']) {
                return organ::named("Human Rights Council");
            }
            let own_organ = context.own_organ.filter(|organ| fits(organ, &number.form));
            // A council counts its sessions from its own first: a higher number is the Assembly's.
            let too_high = |organ: &Organ| match (own_session(context), session) {
                (Some(present), Some(session)) => {
                    context.own_organ.is_some_and(|own| own.root == organ.root) && session > present
                }
                _ => false,
            };
            // The Health Assembly is never cited in this form without its name.
            let nearest = last_organ.filter(|organ| organ.root != "WHA" && fits(organ, &number.form));
            let candidates =
                if own { [own_organ.filter(|o| o.root != "A"), nearest] } else { [nearest, own_organ] };
            candidates
                .into_iter()
                .flatten()
                .find(|organ| !too_high(organ))
                .or_else(|| organ::named("General Assembly"))
                // The Assembly has numbered by session since its thirty-first: "decision 15/4" is another's.
                .filter(|organ| organ.root != "A" || session.is_none_or(|session| session > 30))
        }
    }
}

/// The session in the report's own symbol: 59 of `A/HRC/59/L.17`.
fn own_session(context: &Context) -> Option<u32> {
    let symbol = context.symbol.as_deref()?;
    symbol.split('/').find_map(|part| part.parse().ok())
}

fn canonical(organ: Option<&Organ>, noun: &str, number: &Number) -> String {
    match organ {
        // The Health Assembly writes its name into the number.
        Some(organ) if organ.root == "WHA" => format!("WHA{}", number.text.replace('/', ".")),
        // The Environment Assembly's resolutions are known by the symbol under which they are issued.
        Some(organ) if organ.root == "UNEP/EA" => {
            let kind = if noun == "RES" { "Res" } else { "Dec" };
            format!("UNEP/EA.{}", number.text.replacen('/', &format!("/{kind}."), 1))
        }
        Some(organ) => format!("{}/{noun}/{}", organ.root, number.text),
        None => number.text.clone(),
    }
}

/// The number of a resolution or decision that begins at `at`.
fn number(chars: &[char], at: usize) -> Option<Number> {
    special_session(chars, at)
        .or_else(|| session_or_year(chars, at))
        .or_else(|| old_session(chars, at))
        .or_else(|| roman_party(chars, at))
}

fn digits(chars: &[char], at: usize) -> usize {
    chars[at.min(chars.len())..].iter().take_while(|c| c.is_ascii_digit()).count()
}

fn text_of(chars: &[char]) -> String {
    chars.iter().collect()
}

/// Ends a number: no letter, digit, stroke or per cent sign may follow.
fn closed(chars: &[char], end: usize) -> bool {
    !chars.get(end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '%'))
}

/// `S-13/2`, `ES-10/24`.
fn special_session(chars: &[char], at: usize) -> Option<Number> {
    let prefix = match chars.get(at..)? {
        ['E', 'S', '-' | '\u{2011}', ..] => 3,
        ['S', '-' | '\u{2011}', ..] => 2,
        _ => return None,
    };
    let session = digits(chars, at + prefix);
    let stroke = at + prefix + session;
    if session == 0 || chars.get(stroke) != Some(&'/') {
        return None;
    }
    let (end, serial, provisional) = symbol::scan_number(chars, stroke + 1)?;
    let letters = if prefix == 3 { "ES" } else { "S" };
    let text = format!("{letters}-{}/{serial}", text_of(&chars[at + prefix..stroke]));
    closed(chars, end).then_some(Number { end, text, form: Form::Session(None), provisional })
}

/// `73/27`, `59/…`, `56/24 O`, `1996/31`, `1/CP.21`.
fn session_or_year(chars: &[char], at: usize) -> Option<Number> {
    let length = digits(chars, at);
    let stroke = at + length;
    if !(1..=4).contains(&length) || chars.get(stroke) != Some(&'/') {
        return None;
    }
    let before: u32 = text_of(&chars[at..stroke]).parse().ok()?;
    if let Some(number) = party(chars, at, stroke) {
        return Some(number);
    }
    let (end, serial, provisional) = symbol::scan_number(chars, stroke + 1)?;
    if !closed(chars, end) {
        return None;
    }
    let year = length == 4 && (1946..=2100).contains(&before);
    if length == 4 && !year {
        return None;
    }
    // "12/07": the United Nations put no nought before a number, others do.
    let form = match (year, serial.starts_with('0')) {
        (true, _) => Form::Year,
        (false, true) => Form::Party,
        (false, false) => Form::Session(Some(before)),
    };
    let text = format!("{before}/{serial}");
    let (end, text) = with_letter(chars, end, text);
    Some(Number { end, text, form, provisional })
}

/// `1/CP.21`, `4/CMA.3`: the conference's own abbreviation stands where the serial number would.
fn party(chars: &[char], at: usize, stroke: usize) -> Option<Number> {
    let letters = chars[stroke + 1..].iter().take_while(|c| c.is_ascii_uppercase()).count();
    let dot = stroke + 1 + letters;
    let after = digits(chars, dot + 1);
    let end = dot + 1 + after;
    let whole = (2..=6).contains(&letters) && chars.get(dot) == Some(&'.') && after > 0 && closed(chars, end);
    whole.then(|| Number { end, text: text_of(&chars[at..end]), form: Form::Party, provisional: false })
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
    let length = digits(chars, at);
    if !(1..=4).contains(&length) {
        return None;
    }
    let (mut end, mut text) = with_letter(chars, at + length, text_of(&chars[at..at + length]));
    while chars.get(end) == Some(&' ') {
        end += 1;
    }
    if chars.get(end) != Some(&'(') {
        return None;
    }
    let close = end + 1 + chars[end + 1..].iter().take(10).position(|c| *c == ')')?;
    let inside = &chars[end + 1..close];
    let form = if symbol::is_roman_session(inside) {
        Form::Roman
    } else if inside.len() == 4 && matches!(text_of(inside).parse::<u32>(), Ok(1946..=2100)) {
        Form::Dated
    } else {
        return None;
    };
    text.push_str(&format!(" ({})", text_of(inside)));
    Some(Number { end: close + 1, text, form, provisional: false })
}

/// `VII/12`: the meeting of a conference of parties in Roman numerals.
fn roman_party(chars: &[char], at: usize) -> Option<Number> {
    let length = chars.get(at..)?.iter().take_while(|c| matches!(c, 'I' | 'V' | 'X' | 'L')).count();
    let stroke = at + length;
    if length == 0 || chars.get(stroke) != Some(&'/') {
        return None;
    }
    let (end, _, provisional) = symbol::scan_number(chars, stroke + 1)?;
    let text = text_of(&chars[at..stroke]);
    let serial = text_of(&chars[stroke + 1..end]);
    let serial = if provisional { "?".to_owned() } else { serial };
    closed(chars, end).then(|| Number {
        end,
        text: format!("{text}/{serial}"),
        form: Form::Party,
        provisional,
    })
}
