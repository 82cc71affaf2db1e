//! Dates: one mention for each written year, with all the days that share it.
//!
//! ```text
//! expression := item (("," | "and" | ", and" | "or") ["on" | "from"] item)*
//! item       := atom [("to" | dash) atom]
//! atom       := day [["of"] month [year]] | month [year] | month day "," year
//! day        := 1..31 ["st" | "nd" | "rd" | "th"] | placeholder
//! ```
//! Items are read from the left and given their month and year from the right, since a text says
//! "15, 17 and 19 June and 2 July 2020".

use super::passage::{Passage, TokenKind, tokenize};
use super::year::with_year;
use super::{Context, Finder, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::date::{self, Dates, Day, Point, Run, Year};

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
        for index in 0..expressions.len() {
            let expression = &expressions[index];
            let (dates, source) = with_year(expression, index, &expressions, context);
            let mut mention = passage.mention(
                MentionKind::Date,
                expression.start,
                expression.end,
                dates.to_string(),
                expression.rule,
            );
            if let Some(source) = source {
                mention.attributes.insert("year_from", source.to_owned());
            }
            if let Some(fault) = dates.fault() {
                mention.attributes.insert("fault", fault.to_owned());
            }
            if let Some(weekday) = expression.weekday {
                mention.attributes.insert("weekday", weekday.to_owned());
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

/// A day and month as far as they are written at one place.
#[derive(Debug, Clone, Copy)]
struct Atom {
    day: Day,
    month: Option<u8>,
    year: Option<Year>,
    end: usize,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    first: Atom,
    last: Option<Atom>,
}

impl Item {
    fn final_atom(&self) -> &Atom {
        self.last.as_ref().unwrap_or(&self.first)
    }
}

/// One expression, its months given, its year perhaps not.
#[derive(Debug, Clone)]
pub(super) struct Expression {
    start: usize,
    end: usize,
    items: Vec<Item>,
    /// The year that is written.
    pub(super) year: Option<Year>,
    weekday: Option<&'static str>,
    rule: &'static str,
}

impl Expression {
    /// Month and year from the right; a day that would come after its right neighbour in the
    /// same year belongs to the year before ("28 December to 3 January 2021").
    pub(super) fn resolve(&self, year: Year) -> Dates {
        let mut runs = Vec::with_capacity(self.items.len());
        let (mut month, mut year) = (None, year);
        for item in self.items.iter().rev() {
            let last = item.last.map(|atom| point(&atom, &mut month, &mut year));
            let first = point(&item.first, &mut month, &mut year);
            runs.push(Run { first, last });
        }
        runs.reverse();
        Dates { runs }
    }

    /// The months that are written.
    pub(super) fn months(&self) -> impl Iterator<Item = u8> + '_ {
        self.items
            .iter()
            .flat_map(|item| [Some(&item.first), item.last.as_ref()])
            .flatten()
            .filter_map(|a| a.month)
    }
}

fn point(atom: &Atom, month: &mut Option<u8>, year: &mut Year) -> Point {
    if let Some(written) = atom.year {
        *year = written;
    } else if let (Some(own), Some(right), Year::Known(known)) = (atom.month, *month, *year)
        && own > right
    {
        *year = Year::Known(known - 1);
    }
    *month = atom.month.or(*month);
    Point { year: *year, month: *month, day: atom.day }
}

fn scan(passage: &Passage<'_>) -> Vec<Expression> {
    let mut expressions = Vec::new();
    let mut index = 0;
    while index < passage.tokens.len() {
        let token = passage.tokens[index];
        if passage.is_taken(index) {
            index += 1;
            continue;
        }
        let candidate = match token.kind {
            TokenKind::Word => passage.chars[token.start].is_uppercase(),
            TokenKind::Number => true,
            TokenKind::Mark => matches!(passage.chars[token.start], '_' | '[' | '…' | '.'),
        };
        if !candidate {
            index += 1;
            continue;
        }
        if let Some(expression) =
            iso(passage, index).or_else(|| expression(passage, index)).or_else(|| bare_year(passage, index))
        {
            index = passage.token_from(expression.end).max(index + 1);
            expressions.push(expression);
        } else {
            index += 1;
        }
    }
    expressions
}

/// Reads the longest expression from `start` that has a month.
fn expression(passage: &Passage<'_>, start: usize) -> Option<Expression> {
    if !may_begin(passage, start) {
        return None;
    }
    if let Some(expression) = month_first(passage, start) {
        return Some(expression);
    }
    let mut items: Vec<Item> = Vec::new();
    let mut index = start;
    // A month must come soon: a list of bare numbers is not a date, and reading on would be slow.
    let mut without_month = 0;
    while let Some(item) = item(passage, index) {
        index = item.final_atom().end;
        without_month = if item.final_atom().month.is_some() { 0 } else { without_month + 1 };
        items.push(item);
        if item.final_atom().year.is_some() || without_month > 12 {
            break;
        }
        let Some(next) = separator(passage, index) else { break };
        index = next;
    }
    while items.last().is_some_and(|item| item.final_atom().month.is_none()) {
        items.pop();
    }
    // "paragraphs 3 and 5, 12 March": the numbers of another noun come first.
    let mut first = start;
    if is_number_of_noun(passage, start) {
        let own = items.iter().position(|item| item.first.month.is_some() || item.last.is_some())?;
        if own == 0 {
            return None;
        }
        first = separator(passage, items[own - 1].final_atom().end)?;
        items.drain(..own);
    }
    let final_atom = *items.last()?.final_atom();
    // A month alone, "in March", says too little; "May" and "March" are words besides.
    let whole_months = items.iter().all(|item| item.first.day == Day::Whole);
    if whole_months && final_atom.year.is_none() {
        return None;
    }
    let between = first > 0 && passage.is_any(first - 1, &["between"]);
    if between
        && let [from, to] = items[..]
        && from.last.is_none()
        && to.last.is_none()
    {
        items = vec![Item { first: from.first, last: Some(to.first) }];
    }
    let rule = match items.as_slice() {
        [item] if item.last.is_some() => "day-range",
        [_] if whole_months => "month",
        [_] => "day",
        _ => "day-set",
    };
    let weekday = weekday_before(passage, first);
    Some(Expression {
        start: passage.tokens[first].start,
        end: passage.tokens[final_atom.end - 1].end,
        items,
        year: final_atom.year,
        weekday,
        rule,
    })
}

/// "Friday, 11 June": the name of the day stands outside the mention.
fn weekday_before(passage: &Passage<'_>, first: usize) -> Option<&'static str> {
    let at = first.checked_sub(1)?;
    let at = if passage.is_mark(at, ',') { at.checked_sub(1)? } else { at };
    date::weekday(passage.word(at))
}

/// A number glued to what precedes it (`2/4`, `1.5`, `COVID-19`) begins no date.
fn may_begin(passage: &Passage<'_>, index: usize) -> bool {
    // "from 3 to 7 May 2016 27 and from …": the call of a note stands after the year.
    let after_year = index > 0 && passage.number(index - 1).is_some_and(|year| year > 1000);
    if after_year && passage.tokens[index].kind == TokenKind::Number {
        return false;
    }
    if passage.is_glued(index) {
        let before = passage.chars[passage.tokens[index].start - 1];
        return matches!(before, '(' | '[' | '“' | '"' | '‘' | '–' | '—' | ':' | ';' | ',' | '*')
            && !decimal_comma(passage, index);
    }
    true
}

fn decimal_comma(passage: &Passage<'_>, index: usize) -> bool {
    index >= 2
        && passage.is_mark(index - 1, ',')
        && passage.is_glued(index - 1)
        && passage.number(index - 2).is_some()
}

/// "paragraph 5", "item 3", "No. 7": the number is spoken for.
fn is_number_of_noun(passage: &Passage<'_>, index: usize) -> bool {
    const NOUNS: &[&str] = &[
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "article",
        "articles",
        "rule",
        "rules",
        "item",
        "items",
        "sub-items",
        "sub-item",
        "section",
        "sections",
        "chapter",
        "chapters",
        "annex",
        "annexes",
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "no",
        "nos",
        "page",
        "pages",
        "goal",
        "goals",
        "target",
        "targets",
        "part",
        "parts",
        "option",
        "options",
        "volume",
        "table",
        "figure",
        "meetings",
        "sessions",
        "room",
    ];
    let Some(mut at) = index.checked_sub(1) else { return false };
    if passage.is_mark(at, '.') {
        let Some(before) = at.checked_sub(1) else { return false };
        if !passage.is_any(before, &["no", "nos", "para", "paras", "art"]) {
            return false;
        }
        at = before;
    }
    passage.tokens[index].kind == TokenKind::Number && passage.is_any(at, NOUNS)
}

/// The token after `, and on`.
fn separator(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let mut next = index;
    if passage.is_mark(next, ',') {
        // "1,500" and "3,5" are numbers.
        if passage.is_glued(next + 1) && passage.number(next + 1).is_some() {
            return None;
        }
        next += 1;
    }
    if passage.is_any(next, &["and", "or", "&"]) {
        next += 1;
    } else if passage.is(next, "as") && passage.is(next + 1, "well") && passage.is(next + 2, "as") {
        next += 3;
    }
    if next == index {
        return None;
    }
    if passage.is_any(next, &["on", "from"]) {
        next += 1;
    }
    Some(next)
}

fn item(passage: &Passage<'_>, index: usize) -> Option<Item> {
    let first = atom(passage, index)?;
    let to = first.end;
    let joined = passage.is_any(to, &["to", "until", "till", "through"]) || passage.is_dash(to);
    let mut next = to + 1;
    if joined && passage.is_dash(to) && passage.is_dash(next) {
        next += 1;
    }
    if joined {
        // "to Friday, 7 March"
        if date::weekday(passage.word(next)).is_some() {
            next += if passage.is_mark(next + 1, ',') { 2 } else { 1 };
        }
        if let Some(last) = atom(passage, next) {
            // "3 to March 2021" and "June to 5 July" are mixed up, and no range.
            if (first.day == Day::Whole) == (last.day == Day::Whole) {
                return Some(Item { first, last: Some(last) });
            }
        }
    }
    Some(Item { first, last: None })
}

fn atom(passage: &Passage<'_>, index: usize) -> Option<Atom> {
    if passage.is_taken(index) {
        return None;
    }
    if let Some(month) = date::month(passage.word(index)) {
        let (year, end) =
            year_at(passage, index + 1).map_or((None, index + 1), |(year, end)| (Some(year), end));
        // A month without a year or a day is of use only where the year comes later.
        return Some(Atom { day: Day::Whole, month: Some(month), year, end });
    }
    let (day, mut end) = day_at(passage, index)?;
    let day_end = end;
    if passage.is(end, "of") {
        end += 1;
    }
    let mut month = date::month(passage.word(end)).filter(|_| !passage.is_taken(end));
    if month.is_none() {
        month = date::month_abbreviated(passage.word(end));
        if month.is_some() {
            if passage.is_mark(end + 1, '.') && passage.is_glued(end + 1) {
                end += 1;
            }
            // An abbreviation is believed only with its year.
            year_at(passage, end + 1)?;
        }
    }
    let Some(month) = month else {
        return Some(Atom { day, month: None, year: None, end: day_end });
    };
    end += 1;
    let comma = usize::from(
        passage.is_mark(end, ',') && year_at(passage, end + 1).is_some() && commas_before_year(passage, end),
    );
    let (year, end) = year_at(passage, end + comma).map_or((None, end), |(year, end)| (Some(year), end));
    Some(Atom { day, month: Some(month), year, end })
}

/// "3 March, 2021" has its year after the comma; "3 March, 2021 participants" has not.
fn commas_before_year(passage: &Passage<'_>, comma: usize) -> bool {
    passage.tokens.get(comma + 2).is_none_or(|token| token.kind == TokenKind::Mark)
}

/// A day of the month: digits, digits in brackets, or what the placeholder finder has found.
fn day_at(passage: &Passage<'_>, index: usize) -> Option<(Day, usize)> {
    let token = passage.tokens.get(index)?;
    if token.kind == TokenKind::Number {
        let day =
            passage.number(index).filter(|day| (1..=31).contains(day) && token.end - token.start <= 2)?;
        let mut end = index + 1;
        if passage.is_glued(end) {
            if passage.is_any(end, &["st", "nd", "rd", "th"]) {
                end += 1;
            } else if passage.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Word)
                || passage.is_mark(end, '/')
                || passage.is_mark(end, '.') && passage.is_glued(end + 1)
                || passage.is_mark(end, '%')
            {
                return None;
            }
        }
        return Some((Day::Known(u8::try_from(day).ok()?), end));
    }
    let placeholder = passage.placeholder_at(token.start)?;
    let end = passage.token_from(placeholder.end);
    let end =
        if passage.is_glued(end) && passage.is_any(end, &["st", "nd", "rd", "th"]) { end + 1 } else { end };
    match placeholder.attributes.get("type").map(String::as_str) {
        Some("blank" | "ellipsis" | "variable") => Some((Day::Blank, end)),
        Some("bracketed_value") => {
            let digits = passage.number(index + 1).filter(|day| (1..=31).contains(day))?;
            (end == index + 3).then_some((Day::Known(u8::try_from(digits).ok()?), end))
        }
        _ => None,
    }
}

/// `2021`, `[2021]`, `20XX`.
fn year_at(passage: &Passage<'_>, index: usize) -> Option<(Year, usize)> {
    if passage.is_mark(index, '[') && passage.is_mark(index + 2, ']') {
        return year_at(passage, index + 1).map(|(year, _)| (year, index + 3));
    }
    let token = passage.tokens.get(index)?;
    let length = token.end - token.start;
    let number = passage.number(index)?;
    if passage.is_taken(index) {
        return None;
    }
    if number == 20 && length == 2 && passage.is(index + 1, "XX") && passage.is_glued(index + 1) {
        return Some((Year::Century(20), index + 2));
    }
    let closed = !passage.is_glued(index + 1)
        || !(passage.is_mark(index + 1, '/') || passage.tokens[index + 1].kind == TokenKind::Word);
    let year = length == 4 && (1800..2200).contains(&number) && closed;
    year.then_some((Year::Known(i16::try_from(number).ok()?), index + 1))
}

/// "March 3, 2021" and "March 3-7, 2021": only with the year, for "March 12 States" is none.
fn month_first(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let month = date::month(passage.word(index))?;
    let (first, mut end) = day_at(passage, index + 1)?;
    let mut last = None;
    if (passage.is_dash(end) || passage.is(end, "to"))
        && let Some((day, next)) = day_at(passage, end + 1)
    {
        last = Some(day);
        end = next;
    }
    if !passage.is_mark(end, ',') {
        return None;
    }
    let (year, end) = year_at(passage, end + 1)?;
    let atom = |day| Atom { day, month: Some(month), year: Some(year), end };
    Some(Expression {
        start: passage.tokens[index].start,
        end: passage.tokens[end - 1].end,
        items: vec![Item { first: atom(first), last: last.map(atom) }],
        year: Some(year),
        weekday: weekday_before(passage, index),
        rule: "month-first",
    })
}

/// `2021-03-12`
fn iso(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let parts = [index, index + 2, index + 4];
    let glued = (index + 1..=index + 4).all(|at| passage.is_glued(at));
    if !glued
        || !passage.is_mark(index + 1, '-')
        || !passage.is_mark(index + 3, '-')
        || passage.is_glued(index)
    {
        return None;
    }
    let width = |at: usize| passage.word(at).len();
    if width(parts[0]) != 4 || width(parts[1]) != 2 || width(parts[2]) != 2 {
        return None;
    }
    let (year, _) = (1800..2200)
        .contains(&passage.number(index)?)
        .then(|| passage.number(index))
        .flatten()
        .map(|y| (y, ()))?;
    let month = u8::try_from(passage.number(parts[1])?).ok().filter(|month| (1..=12).contains(month))?;
    let day = u8::try_from(passage.number(parts[2])?).ok().filter(|day| (1..=31).contains(day))?;
    let year = Year::Known(i16::try_from(year).ok()?);
    let atom = Atom { day: Day::Known(day), month: Some(month), year: Some(year), end: index + 5 };
    Some(Expression {
        start: passage.tokens[index].start,
        end: passage.tokens[index + 4].end,
        items: vec![Item { first: atom, last: None }],
        year: Some(year),
        weekday: None,
        rule: "iso",
    })
}

/// "in 2019", "since 2021", "from 2021 to 2025": only after a word that makes it a time.
fn bare_year(passage: &Passage<'_>, index: usize) -> Option<Expression> {
    let before = index.checked_sub(1)?;
    if passage.is_glued(index)
        || !passage.is_any(before, &["in", "since", "until", "from", "during", "by", "before", "after"])
    {
        return None;
    }
    let (year, mut end) = year_at(passage, index)?;
    let atom = |year, end| Atom { day: Day::Whole, month: None, year: Some(year), end };
    let mut item = Item { first: atom(year, end), last: None };
    if (passage.is(end, "to") || passage.is_dash(end))
        && let Some((last, last_end)) = year_at(passage, end + 1)
    {
        item.last = Some(atom(last, last_end));
        end = last_end;
    }
    // "in 2030 levels", "by 2019 members": the number counts or names what follows.
    let follows = passage.tokens.get(end);
    let free = follows.is_none_or(|token| {
        let glued = passage.is_glued(end);
        match token.kind {
            TokenKind::Mark => {
                !glued || matches!(passage.chars[token.start], '.' | ',' | ';' | ')' | ':' | ']' | '”' | '"')
            }
            TokenKind::Number => false,
            TokenKind::Word => passage.is_any(
                end,
                &[
                    "and", "or", "to", "in", "on", "at", "by", "for", "with", "of", "the", "a", "an", "as",
                    "that", "which", "when", "through", "under", "pursuant", "until", "is", "was", "were",
                    "are", "has", "had", "will", "would", "but",
                ],
            ),
        }
    });
    free.then(|| Expression {
        start: passage.tokens[index].start,
        end: passage.tokens[end - 1].end,
        items: vec![item],
        year: Some(year),
        weekday: None,
        rule: if item.last.is_some() { "year-range" } else { "bare-year" },
    })
}
