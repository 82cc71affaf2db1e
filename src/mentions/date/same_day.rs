//! "On the same day", "later that day", "the following day": a day that is told by the one named before it.

use crate::mentions::passage::{Passage, TokenKind};
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::calendar::WORDS_OF_A_RULE;

/// How many tokens before it are looked at for the words of a rule.
const NEAR: usize = 14;

/// The names of the rules: the day itself, and the one after or before it.
pub(super) const RULE: &str = "same-day";
pub(super) const NEXT: &str = "next-day";

/// A day that a later "the same day" may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDay {
    /// The day in EDTF.
    pub value: String,
    /// The words that name it.
    pub text: String,
    /// Where its year comes from, if it is not written.
    pub year_from: Option<String>,
}

impl NamedDay {
    fn of(mention: &Mention) -> Option<Self> {
        let single = matches!(mention.rule, "day" | "month-first" | "iso" | "dotted" | RULE | NEXT);
        (single && is_day(&mention.value)).then(|| Self {
            value: mention.value.clone(),
            text: mention.attributes.get("anaphor_of").unwrap_or(&mention.text).clone(),
            year_from: mention.attributes.get("year_from").cloned(),
        })
    }
}

/// `2031-03-12`, nothing open.
fn is_day(value: &str) -> bool {
    value.len() == 10 && value.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// Whether the mention names days, and not only years or months.
fn names_days(mention: &Mention) -> bool {
    !matches!(mention.rule, "bare-year" | "year-range" | "month")
}

/// Adds the anaphoric days to the `dates` of a passage, which are in the order of the text. The day
/// meant is the last that the passage names before, or the only one that the paragraph before names.
pub(super) fn add(passage: &Passage<'_>, before: Option<&NamedDay>, dates: &mut Vec<Mention>) {
    let mut written = std::mem::take(dates).into_iter().peekable();
    // The last of `dates` that names days.
    let mut last: Option<usize> = None;
    for index in 0..passage.tokens.len() {
        let Some(anaphor) = anaphor_at(passage, index) else { continue };
        let (start, end) = (passage.tokens[index].start, passage.tokens[anaphor.last].end);
        while let Some(mention) = written.next_if(|mention| mention.start < start) {
            if names_days(&mention) {
                last = Some(dates.len());
            }
            dates.push(mention);
        }
        let antecedent = match last.and_then(|last| dates.get(last)) {
            Some(mention) => NamedDay::of(mention),
            None => before.cloned(),
        };
        let Some(day) = antecedent else { continue };
        let Some(value) = shifted(&day.value, anaphor.days) else { continue };
        let rule = if anaphor.days == 0 { RULE } else { NEXT };
        let mut mention = passage.mention(MentionKind::Date, start, end, value, rule);
        mention.attributes.insert("anaphor_of", day.text);
        if let Some(year_from) = day.year_from {
            mention.attributes.insert("year_from", year_from);
        }
        last = Some(dates.len());
        dates.push(mention);
    }
    dates.extend(written);
}

/// Words that stand for a day that was named.
struct Anaphor {
    /// The token of "day" or "date".
    last: usize,
    /// How many days after the one named; negative for before.
    days: i64,
}

/// The day `days` after `value`, both in EDTF.
fn shifted(value: &str, days: i64) -> Option<String> {
    if days == 0 {
        return Some(value.to_owned());
    }
    let day: jiff::civil::Date = value.parse().ok()?;
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(|day| day.to_string())
}

/// The words whose determiner stands at `first`, where a day that has been is meant.
fn anaphor_at(passage: &Passage<'_>, first: usize) -> Option<Anaphor> {
    let (last, days) = match () {
        () if !passage.is_any(first, &["the", "that"]) => return None,
        () if passage.is(first + 1, "same") => (first + 2, 0),
        () if passage.is(first, "that") => (first + 1, 0),
        () if passage.is_any(first + 1, &["following", "next"]) => (first + 2, 1),
        () if passage.is_any(first + 1, &["previous", "preceding"]) => (first + 2, -1),
        () => return None,
    };
    if !passage.is_any(last, &["day", "date"]) || days != 0 && !passage.is(last, "day") {
        return None;
    }
    // "the same day as the elections", "the same day of the week", "the following day-long event"
    if passage.is_any(last + 1, &["as", "of", "when", "that", "each", "every"])
        || passage.is_mark(last + 1, '-')
    {
        return None;
    }
    let before = |words: &[&str]| first > 0 && passage.is_any(first - 1, words);
    let led = match days {
        // "that day" alone may be any; "by that date" is a limit.
        0 if last == first + 1 => before(&["on", "later", "earlier"]),
        0 => {
            first == 0
                || before(&["on", "later", "earlier", "also", "still", "at"])
                || passage.tokens[first - 1].kind == TokenKind::Mark
        }
        _ => {
            first == 0 || before(&["on", "and", "also"]) || passage.tokens[first - 1].kind == TokenKind::Mark
        }
    };
    let sentence = |at: &usize| !(passage.is_mark(*at, '.') || passage.is_mark(*at, ';'));
    let rule = (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(sentence)
        .any(|at| WORDS_OF_A_RULE.iter().any(|word| passage.is(at, word)));
    (led && !rule).then_some(Anaphor { last, days })
}

/// The one day that the dates of a paragraph name; `None` if they name several or none.
pub(super) fn only_day(dates: &[Mention]) -> Option<NamedDay> {
    let mut days = dates.iter().filter(|mention| names_days(mention));
    let only = NamedDay::of(days.next()?)?;
    days.all(|mention| mention.value == only.value).then_some(only)
}
