//! Sittings without an ordinal that their year, their kind or their days single out.

use super::body;
use super::tail::{Tail, is_adjective, lower, tail, year};
use crate::mentions::passage::{Passage, TokenKind};
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::calendar;
use crate::terms::english::sitting::{Noun, SINGLE};

/// Words of which one stands before a sitting that is known.
const DETERMINERS: &[&str] = &["its", "the", "their", "this"];

/// How many tokens may stand between a sitting and its days: "held in Harbour City from 3 May".
const TO_DATE: usize = 10;

/// Finds what begins with the token at `index`; the token after it.
pub(super) fn find(passage: &Passage<'_>, index: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let word = lower(passage, index);
    if passage.is_taken(index) || Noun::of(&word).is_none() && !is_adjective(&word) {
        return None;
    }
    // The adjectives begin here or were looked at before.
    if index > 0
        && (is_adjective(&lower(passage, index - 1))
            || passage.is_any(index - 1, &["each", "every", "any", "no"]))
    {
        return None;
    }
    let tail = tail(passage, index).filter(|tail| !tail.plural && passage.word(tail.at).len() > 6)?;
    let determiner = |before: usize| before > 0 && passage.is_any(before - 1, DETERMINERS);
    let mut start = passage.tokens[index].start;
    let mut next = tail.at + 1;
    let mut end = passage.tokens[tail.at].end;
    let mut of_year = None;
    if index > 0
        && let Some(year) = year(passage, index - 1)
        && (determiner(index - 1) || index == 1)
        && !passage.is_glued(index)
    {
        start = passage.tokens[index - 1].start;
        of_year = Some(year);
    } else if determiner(index)
        && passage.is_any(next, &["of", "for"])
        && let Some(year) = year(passage, next + 1)
        && !is_part_of_more(passage, next + 2)
    {
        end = passage.tokens[next + 1].end;
        of_year = Some(year);
        next += 2;
    }
    let single = tail.types.iter().any(|kind| SINGLE.contains(&kind.as_str()));
    let at_edge = index == 0 && next >= passage.tokens.len();
    let rule = if of_year.is_some() {
        "of-year"
    } else if single && (determiner(index) || at_edge) {
        "single-of-its-kind"
    } else if !tail.types.is_empty() && !is_body(passage, &tail) && date_follows(passage, next) {
        "dated"
    } else {
        return None;
    };
    found.push(mention(passage, &tail, (start, end), of_year, rule, body::of(passage, index, tail.at)));
    Some(next)
}

fn mention(
    passage: &Passage<'_>,
    tail: &Tail,
    (start, end): (usize, usize),
    year: Option<u32>,
    rule: &'static str,
    body: Option<String>,
) -> Mention {
    // Without an ordinal the words alone tell it from others.
    let words = if year.is_some() { &tail.kinds } else { &tail.types };
    let mut value = year.map_or_else(String::new, |year| format!("{year} "));
    for word in words {
        value.push_str(word);
        value.push(' ');
    }
    value.push_str(tail.noun.name());
    let mut mention = passage.mention(MentionKind::Session, start, end, value, rule);
    let attributes = [
        ("type", (!tail.types.is_empty()).then(|| tail.types.join(" "))),
        ("year", year.map(|year| year.to_string())),
        ("body", body),
    ];
    for (name, value) in attributes {
        if let Some(value) = value {
            mention.attributes.insert(name, value);
        }
    }
    mention
}

/// "the Plenary, on 3 May": the body that is called so, or all of a body's meetings together.
fn is_body(passage: &Passage<'_>, tail: &Tail) -> bool {
    passage.is_any(tail.at, &["plenary"]) && (tail.types.len() == 1 || passage.is(tail.at, "Plenary"))
}

/// "2031" before "2031/5", "2031-2033", "2031th": no year by itself.
fn is_part_of_more(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_glued(index)
        && (passage.tokens[index].kind != TokenKind::Mark
            || passage.is_mark(index, '/')
            || passage.is_dash(index))
}

/// "from 3 May", "held in Harbour City on 3 May": nothing but such words before the date.
fn date_follows(passage: &Passage<'_>, from: usize) -> bool {
    for at in from..(from + TO_DATE).min(passage.tokens.len()) {
        let token = passage.tokens[at];
        if passage.is_taken(at) {
            let begins = token.kind == TokenKind::Number || calendar::month(passage.word(at)).is_some();
            return begins && at > from;
        }
        let passes = match token.kind {
            TokenKind::Word => {
                passage.chars[token.start].is_uppercase()
                    || passage.is_any(
                        at,
                        &[
                            "held",
                            "was",
                            "will",
                            "be",
                            "convened",
                            "in",
                            "at",
                            "on",
                            "from",
                            "virtually",
                            "online",
                            "of",
                            "the",
                        ],
                    )
            }
            TokenKind::Mark => passage.is_mark(at, ','),
            TokenKind::Number => false,
        };
        if !passes {
            return false;
        }
    }
    false
}
