//! Dates: one mention for each written year, with all the days that share it.

mod before;
mod day;
mod expression;
mod grammar;
mod other_forms;
mod year;

use super::passage::{Passage, TokenKind, tokenize};
use super::{Context, Finder, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::date::{Dates, Year};
use expression::Expression;

/// Finds dates.
pub struct DatesFinder;

impl Finder for DatesFinder {
    fn kind(&self) -> MentionKind {
        MentionKind::Date
    }

    fn rules(&self) -> &'static [&'static str] {
        &["day", "day-range", "day-set", "month", "month-first", "iso", "bare-year", "year-range"]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        let expressions = scan(passage);
        for (index, expression) in expressions.iter().enumerate() {
            let (dates, source) = year::with_year(expression, index, &expressions, context);
            let mut mention = passage.mention(
                MentionKind::Date,
                expression.start,
                expression.end,
                dates.to_string(),
                expression.rule,
            );
            let attributes =
                [("year_from", source), ("fault", dates.fault()), ("weekday", expression.weekday)];
            for (name, value) in attributes {
                if let Some(value) = value {
                    mention.attributes.insert(name, value.to_owned());
                }
            }
            found.push(mention);
        }
        let years = expressions.iter().filter(|expression| expression.rule != "bare-year");
        if let Some(Year::Known(year)) = years.rev().find_map(|expression| expression.year)
            && passage.kind != NodeKind::Masthead
            && passage.kind != NodeKind::Footnote
        {
            context.section_year = Some(year);
            context.last_year = Some(year);
        }
    }
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
        .filter(|expression| expression.rule != "bare-year")
        .map(|expression| expression.resolve(expression.year.unwrap_or(Year::Unknown)))
        .collect()
}

fn scan(passage: &Passage<'_>) -> Vec<Expression> {
    let mut expressions = Vec::new();
    let mut index = 0;
    while index < passage.tokens.len() {
        let expression = Some(index)
            .filter(|index| !passage.is_taken(*index) && is_candidate(passage, *index))
            .and_then(|index| {
                other_forms::iso(passage, index)
                    .or_else(|| grammar::expression(passage, index))
                    .or_else(|| other_forms::bare_year(passage, index))
            });
        index += 1;
        if let Some(expression) = expression {
            index = passage.token_from(expression.end).max(index);
            expressions.push(expression);
        }
    }
    expressions
}

/// A quick look: names of months, numbers and what may be a blank.
fn is_candidate(passage: &Passage<'_>, index: usize) -> bool {
    let token = passage.tokens[index];
    match token.kind {
        TokenKind::Word => passage.chars[token.start].is_uppercase(),
        TokenKind::Number => true,
        TokenKind::Mark => matches!(passage.chars[token.start], '_' | '[' | '…' | '.'),
    }
}
