//! Dates: one mention for each written year, with all the days that share it.

mod annual;
mod bare_year;
mod before;
mod day;
mod expression;
mod grammar;
mod headings;
mod odd;
mod other_forms;
mod same_day;
mod year;

use super::passage::{Passage, TokenKind, tokenize};
use super::{Context, Finder, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::date::{Dates, Year};
use annual::Yearless;
use expression::Expression;
pub use headings::Headings;
pub use same_day::NamedDay;

/// Finds dates.
pub struct DatesFinder;

impl Finder for DatesFinder {
    fn kind(&self) -> MentionKind {
        MentionKind::Date
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "day",
            "day-range",
            "day-set",
            "month",
            "month-first",
            "iso",
            "dotted",
            "bare-year",
            "year-range",
            bare_year::IN_NAME,
            same_day::RULE,
            same_day::NEXT,
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        let expressions = scan(passage);
        if passage.kind == NodeKind::Heading {
            context.headings.read(passage);
        }
        let before = found.len();
        let leading = leading_year(passage, &expressions);
        for (index, expression) in expressions.iter().enumerate() {
            let yearless =
                if expression.year.is_none() { annual::yearless(passage, expression) } else { None };
            let (dates, source) = match yearless {
                None => year::with_year(expression, index, &expressions, leading, context),
                Some(Yearless::EveryYear) => (expression.resolve(Year::Unknown), None),
                Some(Yearless::AnotherYear) => (expression.resolve(Year::Unknown), Some("unknown")),
            };
            let mut mention = passage.mention(
                MentionKind::Date,
                expression.start,
                expression.end,
                dates.to_string(),
                expression.rule,
            );
            let recurs = (yearless == Some(Yearless::EveryYear)).then_some("every year");
            let attributes = [
                ("year_from", source),
                ("recurs", recurs),
                ("in_name", (expression.rule == bare_year::IN_NAME).then_some("true")),
                ("fault", dates.fault()),
                ("weekday", expression.weekday()),
            ];
            for (name, value) in attributes {
                if let Some(value) = value {
                    mention.attributes.insert(name, value.to_owned());
                }
            }
            odd::remark(expression, &dates, &mention, context);
            found.push(mention);
        }
        let mut dates = found.split_off(before);
        same_day::add(passage, context.day_before.as_ref(), &mut dates);
        match passage.kind {
            NodeKind::Paragraph | NodeKind::Unnumbered | NodeKind::Item => {
                context.day_before = same_day::only_day(&dates);
            }
            NodeKind::Heading => context.day_before = None,
            NodeKind::Masthead | NodeKind::Footnote | NodeKind::TableRow => {}
        }
        found.append(&mut dates);
        let years = expressions.iter().filter(|expression| names_month(expression) && !expression.cites);
        if let Some(Year::Known(year)) = years.rev().find_map(|expression| expression.year)
            && passage.kind != NodeKind::Masthead
            && passage.kind != NodeKind::Footnote
        {
            // A section goes on in time: an earlier year is recalled in passing, one after the issue is planned.
            let back = context.section_year.is_some_and(|before| year < before);
            let ahead = context.issued.is_some_and(|(issued, _)| year > issued);
            if !back && (!ahead || context.section_year.is_none()) {
                context.section_year = Some(year);
            }
            context.last_year = Some(year);
        }
    }
}

/// "In 2031, the Board held its 124th (4–8 February) and 125th (6–17 May) sessions": the year with which a
/// paragraph begins.
fn leading_year(passage: &Passage<'_>, expressions: &[Expression]) -> Option<i16> {
    let first = expressions.first().filter(|first| !names_month(first) && first.rule == "bare-year")?;
    let token = passage.token_from(first.start);
    let led =
        token == 1 && passage.is_any(0, &["in", "during", "throughout"]) && passage.is_mark(token + 1, ',');
    first.year.and_then(Year::known).filter(|_| led)
}

/// False for years alone: they are too far from the days of a report to lend their year.
fn names_month(expression: &Expression) -> bool {
    expression.months().next().is_some()
}

/// Every date of a text by itself, years missing where they are not written.
pub fn read(text: &str) -> Vec<Dates> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    tokenize(&chars, &mut tokens);
    let taken = vec![false; chars.len()];
    let passage =
        Passage { kind: NodeKind::Masthead, chars: &chars, tokens: &tokens, taken: &taken, found: &[] };
    scan(&passage)
        .into_iter()
        .filter(names_month)
        .map(|expression| expression.resolve(expression.year.unwrap_or(Year::Unknown)))
        .collect()
}

fn scan(passage: &Passage<'_>) -> Vec<Expression> {
    let mut expressions: Vec<Expression> = Vec::new();
    let mut index = 0;
    while index < passage.tokens.len() {
        let here = index;
        index += 1;
        if passage.is_taken(here) || !is_candidate(passage, here) {
            continue;
        }
        let found = match other_forms::iso(passage, here)
            .or_else(|| other_forms::dotted(passage, here))
            .or_else(|| other_forms::hyphened(passage, here))
            .or_else(|| grammar::expression(passage, here))
        {
            Some(expression) => vec![expression],
            None => bare_year::years(passage, here),
        };
        for expression in found {
            if let Some(before) = expressions.last_mut() {
                before.joined = is_joint(&passage.chars[before.end..expression.start.max(before.end)]);
            }
            index = passage.token_from(expression.end).max(index);
            expressions.push(expression);
        }
    }
    expressions
}

/// "; ", ", and on ": what stands between two dates of one list.
fn is_joint(between: &[char]) -> bool {
    let text: String = between.iter().take(14).collect();
    between.len() < 14
        && text.contains([',', ';'])
        && text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
            .all(|word| matches!(word, "" | "and" | "on" | "from"))
}

/// A quick look: names of months, numbers, what may be a blank, and the "third" of "third of March".
fn is_candidate(passage: &Passage<'_>, index: usize) -> bool {
    let token = passage.tokens[index];
    match token.kind {
        TokenKind::Word => {
            passage.chars[token.start].is_uppercase()
                || passage.is(index + 1, "of")
                || passage.is(index + 1, "day")
                || passage.chars[token.end - 1].is_ascii_lowercase()
                    && passage.chars[token.start..token.end].iter().take(6).any(|c| *c == '-')
        }
        TokenKind::Number => true,
        TokenKind::Mark => matches!(passage.chars[token.start], '_' | '[' | '…' | '.' | '?' | '-'),
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::find;
    use crate::report::{Node, NodeKind, Report};

    #[test]
    fn what_no_calendar_has_is_remarked_and_kept() {
        for (text, code, message) in [
            ("It met on 31 June 2031.", "no-such-day", "“31 June 2031”: June has 30 days"),
            ("It met on 29 February 2031.", "no-such-day", "“29 February 2031”: February 2031 has 28 days"),
            ("From 9 to 3 March 2031.", "ends-before-it-begins", "“9 to 3 March 2031” ends before it begins"),
            (
                "On Monday, 4 March 2031, it met.",
                "wrong-weekday",
                "“Monday” stands with 4 March 2031, which is a Tuesday",
            ),
            (
                "Monday to Friday, 3–8 March 2031",
                "wrong-weekday",
                "“Friday” stands with 8 March 2031, which is a Saturday",
            ),
        ] {
            let remarks = remarks_on(text);
            assert_eq!(remarks, [(code, message.to_owned())], "{text}");
        }
        for text in [
            "On Tuesday, 4 March 2031, it met.",
            "Monday to Friday, 3–7 March 2031",
            "It met on 29 February.",
            "On Monday, 4 March, it met.",
            "It met from 28 December to 3 January 2031.",
        ] {
            assert_eq!(remarks_on(text), [], "{text}");
        }
    }

    fn remarks_on(text: &str) -> Vec<(&'static str, String)> {
        let node = Node {
            id: "p1".to_owned(),
            kind: NodeKind::Paragraph,
            number: None,
            number_inferred: false,
            parent: None,
            part: "body".to_owned(),
            text: text.to_owned(),
            page: 0,
            notes: Vec::new(),
            places: Vec::new(),
        };
        let found = find(&Report { nodes: vec![node], ..Report::default() });
        found.remarks.into_iter().map(|remark| (remark.code, remark.message)).collect()
    }
}
