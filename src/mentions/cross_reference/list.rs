//! What is written behind the noun: "12 above", "5 to 7", "5 and 7 (b)", "II.D", "IV and V".

use crate::mentions::passage::{Passage, TokenKind};
use crate::mentions::places::Side;
use crate::terms::english::number::CARDINALS;
use crate::terms::english::reference::{ABBREVIATED, ABOVE, BELOW, Form, SUFFIXES};
use crate::terms::roman::roman;

/// One written number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    /// First token.
    pub first: usize,
    /// The token after it, without the word that says where to look.
    pub next: usize,
    /// `12`, `II`; empty for "subparagraph (a)".
    pub label: Vec<String>,
    /// `(a)`, `(iv)` without their brackets.
    pub letters: Vec<String>,
    /// Whether it ends a run: the 7 of "5 to 7".
    pub ends_run: bool,
    /// "above" or "below" behind it.
    pub side: Option<Side>,
    /// The token after that word.
    pub after: usize,
}

/// What is written behind the noun at `noun`; empty where no number follows.
pub(super) fn read(passage: &Passage<'_>, noun: usize, form: Form, plural: bool) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let abbreviated = passage.is_any(noun, ABBREVIATED) && passage.is_mark(noun + 1, '.');
    let Some(first) = member(passage, noun + 1 + usize::from(abbreviated), form, None) else {
        return members;
    };
    let mut at = first.after;
    members.push(first);
    while let Some(last) = members.last() {
        let run = passage.is_dash(at) || passage.is_any(at, &["to", "through"]);
        let next = if run { Some(at + 1) } else { passage.separator_end(at) };
        let Some(more) = next.and_then(|next| member(passage, next, form, Some(last))) else { break };
        let letters_only = passage.is_mark(more.first, '(');
        let sided = last.side.is_some() && more.side.is_some();
        if !(plural || run || letters_only || sided) || run && form.is_annex() && !plural {
            break;
        }
        at = more.after;
        members.push(Member { ends_run: run, ..more });
    }
    drop_counted(passage, &mut members);
    members
}

/// "paragraphs 5 and 7, 12 States": what a comma alone has joined may count something else.
fn drop_counted(passage: &Passage<'_>, members: &mut Vec<Member>) {
    const AFTER: &[&str] = &["of", "and", "or", "to", "in", "above", "below", "thereof"];
    while let [.., before, last] = members.as_slice() {
        let comma_only = passage.is_mark(before.after, ',') && last.first == before.after + 1;
        let word = passage.tokens.get(last.next).is_some_and(|token| token.kind == TokenKind::Word);
        if !(comma_only && word && last.side.is_none() && !passage.is_any(last.next, AFTER)) {
            return;
        }
        members.pop();
    }
}

/// A number at the token `index`; letters alone go with the number before.
fn member(passage: &Passage<'_>, index: usize, form: Form, before: Option<&Member>) -> Option<Member> {
    let mut label = Vec::new();
    let mut next = index;
    let own = number(passage, index, form, &mut label);
    if let Some(end) = own {
        next = end;
    }
    let lettered = matches!(form, Form::Paragraph | Form::Subparagraph | Form::Section);
    let mut letters = Vec::new();
    while lettered && let Some(letter) = letter(passage, next) {
        letters.push(letter);
        next += 3;
    }
    if own.is_none() {
        let alone = !letters.is_empty() && matches!(form, Form::Paragraph | Form::Subparagraph);
        match before {
            Some(before) if alone && !before.letters.is_empty() => {
                label.clone_from(&before.label);
                let keep = before.letters.len().saturating_sub(letters.len());
                letters.splice(0..0, before.letters[..keep].iter().cloned());
            }
            None if alone => {}
            _ => return None,
        }
    } else if form == Form::Subparagraph && letters.is_empty() {
        return None;
    }
    if (index..next).any(|at| passage.is_taken(at)) {
        return None;
    }
    let (side, after) = side(passage, next);
    Some(Member { first: index, next, label, letters, ends_run: false, side, after })
}

/// "above", ", below": where to look, and the token after it.
pub(super) fn side(passage: &Passage<'_>, index: usize) -> (Option<Side>, usize) {
    let at = index + usize::from(passage.is_mark(index, ','));
    if passage.is_any(at, ABOVE) {
        (Some(Side::Above), at + 1)
    } else if passage.is_any(at, BELOW) {
        (Some(Side::Below), at + 1)
    } else {
        (None, index)
    }
}

/// "(a)", "(iv)", "(2)", "(C)", as identifiers have it.
fn letter(passage: &Passage<'_>, index: usize) -> Option<String> {
    let word = passage.word(index + 1);
    let small = word.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        || word.len() == 1 && word[0].is_ascii_uppercase();
    let fits = word.len() <= if word.first()?.is_ascii_digit() { 2 } else { 5 }
        && small
        && (word.len() <= 2 || roman(&word.iter().collect::<String>()).is_some());
    (passage.is_mark(index, '(') && fits && passage.is_mark(index + 2, ')'))
        .then(|| word.iter().map(char::to_ascii_lowercase).collect())
}

/// Reads the number itself into `label`; returns the token after it.
fn number(passage: &Passage<'_>, index: usize, form: Form, label: &mut Vec<String>) -> Option<usize> {
    let bracketed = passage.is_mark(index, '[') && passage.is_mark(index + 2, ']');
    let at = index + usize::from(bracketed);
    let mut next = at + 1;
    match form {
        Form::Paragraph | Form::Subparagraph | Form::Footnote | Form::Note => {
            label.push(figures(passage, at)?);
            if passage.is_any(next, SUFFIXES)
                && let Some(first) = label.first_mut()
            {
                first.extend(passage.word(next).iter().map(char::to_ascii_lowercase));
                next += 1;
            }
        }
        Form::Table | Form::Figure => {
            let mut text = rank(passage, at)?;
            while dotted(passage, next)
                && let Some(more) = rank(passage, next + 1)
            {
                text = format!("{text}.{more}");
                next += 2;
            }
            label.push(text);
        }
        Form::Annex | Form::Appendix => label.push(rank(passage, at)?),
        Form::Section | Form::Chapter | Form::Part => {
            label.push(rank(passage, at).or_else(|| in_words(passage, at))?);
            while dotted(passage, next)
                && let Some(more) = rank(passage, next + 1)
            {
                label.push(more);
                next += 2;
            }
        }
    }
    if bracketed {
        next += 1;
    }
    // "5th", "12.5", "IIbis", "5%": more than a number.
    let glued_on = passage.is_glued(next)
        && passage.tokens.get(next).is_some_and(|token| match token.kind {
            TokenKind::Mark => matches!(passage.chars[token.start], '%' | '/' | '°') || dotted(passage, next),
            _ => true,
        });
    (!glued_on).then_some(next)
}

/// Up to three digits: four are a year.
fn figures(passage: &Passage<'_>, index: usize) -> Option<String> {
    let value = passage.number(index).filter(|value| (1..1000).contains(value))?;
    (passage.word(index).len() <= 3).then(|| value.to_string())
}

/// A Roman numeral, a capital, one or two figures.
fn rank(passage: &Passage<'_>, index: usize) -> Option<String> {
    let word = passage.word(index);
    let text: String = word.iter().collect();
    let capital = word.len() == 1 && word[0].is_ascii_uppercase();
    let numeral = word.iter().all(|c| c.is_ascii_uppercase()) && roman(&text).is_some();
    let figure = word.len() <= 2 && passage.number(index).is_some();
    (capital || numeral || figure).then_some(text)
}

/// "part two".
fn in_words(passage: &Passage<'_>, index: usize) -> Option<String> {
    let value = CARDINALS.iter().position(|word| passage.is_any(index, &[word]))?;
    (1..=12).contains(&value).then(|| value.to_string())
}

/// A full stop that joins: "II.D", "3.2".
fn dotted(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_mark(index, '.') && passage.is_glued(index) && passage.is_glued(index + 1)
}
