//! A resolution that says its own number: "59/25. Human rights and …" as its first words, and
//! "59/…" where the number is still to come.

use super::number::{self, Form};
use super::{Mention, Noun, Prose, citation};
use crate::mentions::passage::TokenKind;
use crate::report::NodeKind;
use crate::terms::organ;

pub(super) fn find(prose: &Prose<'_>) -> Option<Mention> {
    let passage = prose.passage;
    if !matches!(passage.kind, NodeKind::Heading | NodeKind::Unnumbered | NodeKind::Masthead) {
        return None;
    }
    let first = passage.tokens.first().filter(|token| token.kind == TokenKind::Number)?;
    let number = number::scan(passage.chars, first.start)?;
    let Form::Session(Some(session)) = number.form else { return None };
    let symbol = prose.context.symbol.as_deref();
    let own = symbol.is_some_and(|symbol| symbol.split('/').any(|part| part.parse() == Ok(session)));
    let next = passage.token_from(number.end);
    let capital = |at: usize| passage.word(at).first().is_some_and(|c| c.is_uppercase());
    let titled =
        capital(next) || (passage.is_mark(next, '.') && capital(next + 1)) || next >= passage.tokens.len();
    if !(titled && (own || (number.provisional && symbol.is_none()))) {
        return None;
    }
    let organ = prose.context.own_organ.or_else(|| organ::named("General Assembly"))?;
    let told = Some((organ, Some("report")));
    Some(citation(passage, first.start, &number, told, Noun::Resolution, "resolution-title"))
}
