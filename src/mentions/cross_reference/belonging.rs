//! Whose paragraph it is: the report's own, or that of a resolution, treaty or report it speaks of.

use super::{Noun, noun_at};
use crate::mentions::passage::{Passage, TokenKind};
use crate::mentions::{Context, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::number::ordinal;
use crate::terms::english::reference::{
    ABBREVIATED, ABOVE, BELOW, DRAFTING, Form, OTHER_TEXTS, OTHERS_QUALIFIERS, OWN_TEXT, OWN_WHOLE,
    OWNERS_BEFORE,
};

/// Whose it is, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belonging {
    /// Another text's.
    Outside,
    /// The report's, said clearly: "of the present report", "above".
    Whole,
    /// That of the text in which the reference stands: "above", "of the present decision".
    Own,
    /// Likely the report's: "see section II".
    Hinted,
    /// Nothing is said.
    Unsaid,
    /// It is inside what the noun at this token names: "section A of chapter II".
    Within(usize),
}

/// How far back a list of numbers is followed to what it belongs to.
const FARTHEST: usize = 40;

/// `noun` is the token of the noun, `next` the token after its numbers and "above".
pub(super) fn tell(
    passage: &Passage<'_>,
    context: &Context,
    noun: usize,
    form: Form,
    (next, sided): (usize, bool),
) -> Belonging {
    if sided && passage.is_any(next, &["of"]) {
        return Belonging::Outside;
    }
    let before = owner_before(passage, noun);
    if before == Some(Owner::Text) || qualified_by_other(passage, noun) {
        return Belonging::Outside;
    }
    match behind(passage, next, form) {
        // "this decision" may be one spoken of before.
        Some(Belonging::Hinted) if documents_before(passage, noun) => return Belonging::Outside,
        Some(Belonging::Hinted) => return hinted(passage, noun, before),
        Some(said) => return said,
        None => {}
    }
    if sided {
        return Belonging::Own;
    }
    if before.is_some() {
        return Belonging::Outside;
    }
    if points_by_see(passage, noun) {
        return if form.is_annex() { Belonging::Own } else { hinted(passage, noun, before) };
    }
    let bare_in_parentheses = noun > 0 && passage.is_mark(noun - 1, '(') && passage.is_mark(next, ')');
    if bare_in_parentheses && !matches!(form, Form::Paragraph | Form::Subparagraph) {
        return Belonging::Hinted;
    }
    if speaks_of_another(passage, context, noun) { Belonging::Outside } else { Belonging::Unsaid }
}

/// A note about documents speaks of theirs.
fn hinted(passage: &Passage<'_>, noun: usize, before: Option<Owner>) -> Belonging {
    let noted = passage.kind == NodeKind::Footnote && documents_before(passage, noun);
    if before.is_some() || noted { Belonging::Outside } else { Belonging::Hinted }
}

/// What the words behind the numbers say.
fn behind(passage: &Passage<'_>, next: usize, form: Form) -> Option<Belonging> {
    let next = past_pinpoint(passage, next);
    let at = next + usize::from(passage.is_mark(next, ','));
    let comma = at > next;
    if passage.is_any(at, &["thereof", "thereto", "therein"]) {
        return Some(Belonging::Outside);
    }
    if passage.is_any(at, &["hereof", "hereto", "herein"]) {
        return Some(Belonging::Own);
    }
    // "annex II (A/98/5)" has a symbol of its own.
    if form.is_annex() && passage.is_mark(next, '(') && passage.is_taken(next + 1) {
        return Some(Belonging::Outside);
    }
    let of = passage.is_any(at, &["of"]);
    // "annex I, section B, to the present report".
    let to = passage.is_any(at, &["to"]) && (!comma || form.is_annex());
    let within = !comma && passage.is_any(at, &["in", "from", "under"]);
    if !(of || to || within) {
        return None;
    }
    let mut owner = at + 1;
    if let Some(said) = own(passage, owner) {
        return Some(said);
    }
    if passage.is_any(owner, &["the"]) {
        owner += 1;
    }
    if of
        && let Some(Noun { form: outer, .. }) = noun_at(passage, owner)
        && (outer.is_heading() || outer.is_annex())
    {
        return Some(Belonging::Within(owner));
    }
    if of {
        return Some(Belonging::Outside);
    }
    let determined = passage.is_any(
        at + 1,
        &["the", "its", "that", "this", "these", "a", "an", "resolution", "decision", "document"],
    );
    let named = determined
        || passage.is_taken(at + 1)
        || passage
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase());
    // "paragraph 5 in the planning of" is no paragraph of the planning.
    let text = at + 1 + usize::from(determined);
    let in_text =
        passage.is_taken(at + 1) || passage.is_any(at + 1, OTHER_TEXTS) || passage.is_any(text, OTHER_TEXTS);
    let takes_to = form.is_annex() || matches!(form, Form::Footnote | Form::Note);
    (to && takes_to && named || within && in_text).then_some(Belonging::Outside)
}

/// ", second sentence", ", subparagraph (b)", "(first part)": a closer place within the one that is
/// named; the token after it.
fn past_pinpoint(passage: &Passage<'_>, next: usize) -> usize {
    const PARTS: &[&str] = &["sentence", "sentences", "indent", "clause", "line", "part"];
    const MOST: usize = 3;
    let mut at = next;
    for _ in 0..MOST {
        let open = passage.is_mark(at, '(');
        if !(open || passage.is_mark(at, ',')) {
            break;
        }
        let mut end = at + 1;
        if passage.is_any(end, &["the", "in"]) {
            end += 1;
        }
        if passage.is_any(end, &["chapeau"]) {
            end += 1;
        } else if passage.is_any(end + 1, PARTS)
            && (ordinal(passage.word(end)).is_some()
                || passage.is_any(end, &["last", "final", "penultimate"]))
        {
            end += 2;
        } else if noun_at(passage, end).is_some_and(|noun| noun.form == Form::Subparagraph)
            && passage.is_mark(end + 1, '(')
            && passage.is_mark(end + 3, ')')
        {
            end += 4;
        } else {
            break;
        }
        if open {
            if !passage.is_mark(end, ')') {
                break;
            }
            end += 1;
        }
        at = end;
    }
    at
}

/// "the present report", "this section": the report's own words for itself.
fn own(passage: &Passage<'_>, index: usize) -> Option<Belonging> {
    let present = passage.is_any(index, &["the"]) && passage.is_any(index + 1, &["present", "current"]);
    let noun = index + if present { 2 } else { 1 };
    if !present && !passage.is_any(index, &["this"]) {
        return None;
    }
    let noun = noun + usize::from(passage.is_any(noun, &["draft", "interim", "final"]));
    if passage.is_any(noun, OWN_WHOLE) {
        return Some(Belonging::Whole);
    }
    // "this decision" may be one spoken of before; "the present decision" never is.
    passage.is_any(noun, OWN_TEXT).then_some(if present { Belonging::Own } else { Belonging::Hinted })
}

/// What a list of numbers before the noun hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// "article 5, paragraph 2".
    Text,
    /// "A/98/1, para. 5".
    Document,
}

fn owner_before(passage: &Passage<'_>, noun: usize) -> Option<Owner> {
    let mut at = noun;
    while at > 0 && noun - at < FARTHEST {
        at -= 1;
        if passage.is_taken(at) {
            // A symbol right before the noun, or before a list of its parts.
            return Some(Owner::Document);
        }
        if passage.is_any(at, OWNERS_BEFORE) {
            // "the decisions (annex II)" has no number of its own.
            let named = passage.is_any(at, &["ibid", "cit", "idem"]) || is_label(passage, at + 1);
            return named.then_some(Owner::Text);
        }
        let word = passage.word(at);
        let passes = match passage.tokens[at].kind {
            TokenKind::Mark => {
                // "… in 2031. Paragraph 5" begins anew.
                let stop = word[0] == '.' && !(at > 0 && is_abbreviation(passage, at - 1));
                !stop && matches!(word[0], ',' | '(' | ')' | '.' | '[' | ']' | '*') || passage.is_dash(at)
            }
            TokenKind::Number => word.len() <= 3,
            TokenKind::Word => {
                word.len() == 1
                    || word.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'))
                    || noun_at(passage, at).is_some()
                    || passage.is_any(at, ABOVE)
                    || passage.is_any(at, BELOW)
                    || passage.is_any(at, &["and", "or", "to", "bis", "ter", "no", "nos"])
            }
        };
        if !passes {
            return None;
        }
    }
    None
}

/// A number, a Roman numeral or a full stop behind an abbreviated noun.
fn is_label(passage: &Passage<'_>, index: usize) -> bool {
    let word = passage.word(index);
    !word.is_empty()
        && (passage.tokens[index].kind == TokenKind::Number
            || word[0] == '.'
            || word.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')))
}

fn is_abbreviation(passage: &Passage<'_>, index: usize) -> bool {
    passage.is_any(index, ABBREVIATED)
        || passage.is_any(index, &["ibid", "cit", "no", "nos", "art", "arts", "vol"])
        || passage.word(index).len() == 1
}

/// "its paragraph 5", "operative paragraph 2", "non-annex I".
fn qualified_by_other(passage: &Passage<'_>, noun: usize) -> bool {
    noun > 0
        && (passage.is_any(noun - 1, OTHERS_QUALIFIERS)
            || passage.is_dash(noun - 1) && passage.is_glued(noun))
}

/// "see", "see also the".
fn points_by_see(passage: &Passage<'_>, noun: usize) -> bool {
    let mut at = noun;
    while at > 0 && passage.is_any(at - 1, &["the", "also", "in", "particular", "under"]) {
        at -= 1;
    }
    at > 0 && passage.is_any(at - 1, &["see", "cf"])
}

/// Whether a document was cited before, or the sentence speaks of another text.
fn speaks_of_another(passage: &Passage<'_>, context: &Context, noun: usize) -> bool {
    if documents_before(passage, noun) || context.outside_reference {
        return true;
    }
    let mut at = noun;
    while at > 0 {
        at -= 1;
        let ends = passage.is_mark(at, '.')
            && !is_abbreviation(passage, at.saturating_sub(1))
            && !passage.is_glued(at + 1);
        if ends || noun - at > 120 {
            break;
        }
        if passage.is_any(at, OTHER_TEXTS) || passage.is_any(at, DRAFTING) {
            return true;
        }
    }
    // "paragraph 5 was adopted", "paragraph 5, as amended".
    (noun..noun + 12)
        .take_while(|at| {
            *at < passage.tokens.len() && (!passage.is_mark(*at, '.') || passage.is_glued(at + 1))
        })
        .any(|at| passage.is_any(at, DRAFTING))
}

fn documents_before(passage: &Passage<'_>, noun: usize) -> bool {
    let start = passage.tokens[noun].start;
    passage.found.iter().any(|mention| {
        mention.kind == MentionKind::Document && mention.rule != "url" && mention.start < start
    })
}
