//! "On the same day", "later the same day": a day that stands for the one named before it.

use crate::mentions::passage::{Passage, TokenKind};
use crate::mentions::{Mention, MentionKind};
use crate::terms::english::calendar::WORDS_OF_A_RULE;

/// How many tokens before it are looked at for the words of a rule.
const NEAR: usize = 14;

/// The name of the rule.
pub(super) const RULE: &str = "same-day";

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
        let single = matches!(mention.rule, "day" | "month-first" | "iso" | "dotted" | RULE);
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
        let Some(first) = same_day_at(passage, index) else { continue };
        let (start, end) = (passage.tokens[first].start, passage.tokens[index + 1].end);
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
        let mut mention = passage.mention(MentionKind::Date, start, end, day.value, RULE);
        mention.attributes.insert("anaphor_of", day.text);
        if let Some(year_from) = day.year_from {
            mention.attributes.insert("year_from", year_from);
        }
        last = Some(dates.len());
        dates.push(mention);
    }
    dates.extend(written);
}

/// The token of "the" where "same" stands at `index` and a day that has been is meant.
fn same_day_at(passage: &Passage<'_>, index: usize) -> Option<usize> {
    if !passage.is(index, "same") || !passage.is_any(index + 1, &["day", "date"]) {
        return None;
    }
    let first = index.checked_sub(1).filter(|at| passage.is_any(*at, &["the", "that"]))?;
    // "the same day as the elections", "the same day of the week"
    if passage.is_any(index + 2, &["as", "of", "when", "that", "each", "every"]) {
        return None;
    }
    let led = first == 0
        || passage.is_any(first - 1, &["on", "later", "earlier", "also", "still", "at"])
        || passage.tokens[first - 1].kind == TokenKind::Mark;
    let sentence = |at: &usize| !(passage.is_mark(*at, '.') || passage.is_mark(*at, ';'));
    let rule = (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(sentence)
        .any(|at| WORDS_OF_A_RULE.iter().any(|word| passage.is(at, word)));
    (led && !rule).then_some(first)
}

/// The one day that the dates of a paragraph name; `None` if they name several or none.
pub(super) fn only_day(dates: &[Mention]) -> Option<NamedDay> {
    let mut days = dates.iter().filter(|mention| names_days(mention));
    let only = NamedDay::of(days.next()?)?;
    days.all(|mention| mention.value == only.value).then_some(only)
}
