//! Pointers to other places of the report: "paragraph 12 above", "section II.D", "see annex".
//!
//! What is written is read first ([`list`]), then whose it is ([`belonging`]), and only then is it
//! looked up ([`resolve`]). What belongs to another text is no mention: most paragraphs that a
//! report names are a resolution's. So a bare "paragraph 12" counts only where the report has one
//! and nothing near speaks of another text.

mod belonging;
mod list;
mod resolve;

use super::passage::{Passage, TokenKind};
use super::places::Side;
use super::{Context, Finder, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::reference::{FOLLOWING, Form, NOUNS, PRECEDING};
use belonging::Belonging;
use list::Member;
use resolve::{Outer, Scope, Target};

/// Finds references and resolves them.
pub struct CrossReferences;

impl Finder for CrossReferences {
    fn kind(&self) -> MentionKind {
        MentionKind::CrossReference
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "paragraph-number",
            "subparagraph-letter",
            "neighbour-paragraph",
            "section-label",
            "annex-label",
            "note-number",
            "caption-number",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        if passage.kind == NodeKind::Masthead {
            return;
        }
        // What stands between quotation marks is said by another text.
        let (mut curly, mut straight) = (0_u32, false);
        let mut index = 0;
        while index < passage.tokens.len() {
            match passage.chars[passage.tokens[index].start] {
                '“' => curly += 1,
                '”' => curly = curly.saturating_sub(1),
                '"' => straight = !straight,
                _ => {}
            }
            if curly == 0 && !straight && !passage.is_taken(index) {
                if let Some(mention) = neighbour(passage, context, index) {
                    found.push(mention);
                } else if let Some(noun) = noun_at(passage, index) {
                    index = reference(passage, context, index, noun, found).max(index + 1);
                    continue;
                }
            }
            index += 1;
        }
    }
}

/// A noun that takes the number of a place.
#[derive(Debug, Clone, Copy)]
struct Noun {
    form: Form,
    plural: bool,
}

fn noun_at(passage: &Passage<'_>, index: usize) -> Option<Noun> {
    let token = passage.tokens.get(index).filter(|token| token.kind == TokenKind::Word)?;
    if token.end - token.start > 14 {
        return None;
    }
    NOUNS
        .iter()
        .find(|(name, ..)| passage.is_any(index, &[name]))
        .map(|(_, form, plural)| Noun { form: *form, plural: *plural })
}

/// The reference whose noun is the token `index`; returns the token to go on from.
fn reference(
    passage: &Passage<'_>,
    context: &mut Context,
    index: usize,
    noun: Noun,
    found: &mut Vec<Mention>,
) -> usize {
    let mut members = list::read(passage, index, noun.form, noun.plural);
    if members.is_empty() {
        let Some(bare) = bare_annex(passage, index, noun) else { return index };
        members.push(bare);
    }
    let Some(last) = members.last() else { return index };
    let mut next = last.after;
    let sided = last.side.is_some();
    let mut form = noun.form;
    let mut belonging = belonging::tell(passage, context, index, form, (next, sided));
    let mut outer = None;
    if let Belonging::Within(owner) = belonging {
        let (holder, end, owned) = holder(passage, context, owner);
        belonging = if holder.is_some() { owned } else { Belonging::Outside };
        outer = holder;
        next = end.max(next);
    } else if let Some((inner, inner_form, holder)) = smaller(passage, context, &members, form) {
        // "chapter III, section B": the last of them is what is meant.
        let (end, sided) = (inner.after, inner.side.is_some());
        members = vec![Member { first: index, ..inner }];
        if belonging != Belonging::Outside {
            belonging = belonging::tell(passage, context, index, form, (end, sided));
        }
        outer = Some(holder);
        form = inner_form;
        next = end;
    }
    if belonging == Belonging::Outside {
        context.outside_reference |= !members.iter().all(|member| member.label.is_empty());
        return next;
    }
    let clear = matches!(belonging, Belonging::Own | Belonging::Whole);
    if !clear && belonging != Belonging::Hinted && !may_be_bare(passage, index, form, &members, next) {
        return next;
    }
    let scope = match (outer, belonging) {
        (Some(outer), _) => Scope::In(outer),
        (None, Belonging::Whole) => Scope::Whole,
        (None, Belonging::Unsaid) => Scope::Here,
        (None, _) => Scope::Own,
    };
    let whole_end = if matches!(scope, Scope::In(_)) && members.len() == 1 { next } else { 0 };
    let mut before = None;
    for (at, member) in members.iter().enumerate() {
        let target = resolve::target(&context.places, form, member, &scope);
        let Some(target) = target.map(|target| in_text(passage, context, member, target)) else { continue };
        // "note 4 above" in a text whose notes were not read as notes is not the report's fault.
        let told = clear
            || belonging == Belonging::Hinted && resolve::is_own_chapter(passage, context, index, form, next)
            || belonging == Belonging::Unsaid
                && resolve::is_next_annex(passage, context, index, form, member);
        if !target.found && (!told || form == Form::Note) {
            continue;
        }
        let first = if at == 0 { index } else { member.first };
        let end = passage.tokens[member.after.max(whole_end) - 1].end;
        let start = passage.tokens[first].start;
        if !target.found {
            // The noun of a list is said with each of its members: "paragraphs 3 and 32".
            let whole = (passage.tokens[index].start, end);
            say_nowhere(passage, context, whole, &named(form, member), &scope);
        } else if let Some(side) = member.side
            && !matches!(form, Form::Footnote | Form::Note)
        {
            say_wrong_way(passage, context, form, (start, end), &target, side);
        }
        let id = target.id.clone();
        found.push(mention(passage, (start, end), target, rule(form), before.filter(|_| member.ends_run)));
        before = Some(id);
    }
    next
}

fn rule(form: Form) -> &'static str {
    match form {
        Form::Paragraph => "paragraph-number",
        Form::Subparagraph => "subparagraph-letter",
        Form::Section | Form::Chapter | Form::Part => "section-label",
        Form::Annex | Form::Appendix => "annex-label",
        Form::Footnote | Form::Note => "note-number",
        Form::Table | Form::Figure => "caption-number",
    }
}

fn mention(
    passage: &Passage<'_>,
    (start, end): (usize, usize),
    target: Target,
    rule: &'static str,
    run_from: Option<String>,
) -> Mention {
    let mut mention = passage.mention(MentionKind::CrossReference, start, end, target.id, rule);
    mention.attributes.insert("resolved", target.found.to_string());
    if let Some(pinpoint) = target.pinpoint {
        mention.attributes.insert("pinpoint", pinpoint);
    }
    if let Some(from) = run_from {
        mention.attributes.insert("run_from", from);
    }
    mention
}

/// "annex" by itself: the only one. "to annex" is a verb.
fn bare_annex(passage: &Passage<'_>, index: usize, noun: Noun) -> Option<Member> {
    let verb = index > 0 && passage.is_any(index - 1, &["to", "will", "shall", "and"]);
    if !noun.form.is_annex() || noun.plural || verb {
        return None;
    }
    let (side, after) = list::side(passage, index + 1);
    Some(Member {
        first: index,
        next: index + 1,
        label: Vec::new(),
        letters: Vec::new(),
        ends_run: false,
        side,
        after,
    })
}

/// The section after "chapter III," or "annex I,", the paragraph after "annex I,": one of each; and
/// what holds it.
fn smaller(
    passage: &Passage<'_>,
    context: &Context,
    members: &[Member],
    form: Form,
) -> Option<(Member, Form, Outer)> {
    let [whole] = members else { return None };
    let takes = form.is_annex() || matches!(form, Form::Chapter | Form::Section);
    if !takes || !passage.is_mark(whole.after, ',') {
        return None;
    }
    let at = whole.after + 1;
    let inner = noun_at(passage, at).filter(|noun| !noun.plural)?;
    if inner.form != Form::Section && !(inner.form == Form::Paragraph && form.is_annex()) {
        return None;
    }
    let mut members = list::read(passage, at, inner.form, false);
    let only = members.pop().filter(|_| members.is_empty())?;
    Some((only, inner.form, outer(context, form, whole)?))
}

/// What a chapter or an annex is to the places inside it; nothing for an annex that is not there.
fn outer(context: &Context, form: Form, member: &Member) -> Option<Outer> {
    if !form.is_annex() {
        return Some(Outer::Path(member.label.clone()));
    }
    resolve::target(&context.places, form, member, &Scope::Own)
        .filter(|target| target.found)
        .map(|target| Outer::Annex(target.id))
}

/// What the noun at `owner` names, if it is the report's: "of annex II", "of chapter III"; the
/// token after it, and how sure that is.
fn holder(passage: &Passage<'_>, context: &Context, owner: usize) -> (Option<Outer>, usize, Belonging) {
    let nothing = (None, owner, Belonging::Outside);
    let Some(noun) = noun_at(passage, owner) else { return nothing };
    let mut members = list::read(passage, owner, noun.form, false);
    let member = match members.pop() {
        Some(member) if members.is_empty() => member,
        Some(_) => return nothing,
        None => match bare_annex(passage, owner, noun) {
            Some(bare) => bare,
            None => return nothing,
        },
    };
    let next = member.after;
    let belonging = belonging::tell(passage, context, owner, noun.form, (next, member.side.is_some()));
    if matches!(belonging, Belonging::Outside | Belonging::Within(_)) {
        return nothing;
    }
    (outer(context, noun.form, &member), next, belonging)
}

/// Whether a reference may stand for itself, without any word that says whose it is.
fn may_be_bare(passage: &Passage<'_>, noun: usize, form: Form, members: &[Member], next: usize) -> bool {
    let numbered = members.iter().all(|member| !member.label.is_empty());
    let running = matches!(passage.kind, NodeKind::Paragraph | NodeKind::Item);
    let under = noun > 0 && passage.is_any(noun - 1, &["under", "acting"]);
    // "annex I Parties", "annex 2 States".
    let counts = passage.tokens.get(next).is_some_and(|token| {
        token.kind == TokenKind::Word && passage.chars[token.start].is_uppercase()
            || passage.is_any(next, &["countries", "parties", "list", "species"])
    });
    running
        && match form {
            Form::Paragraph | Form::Section | Form::Footnote => numbered,
            Form::Subparagraph | Form::Table | Form::Figure => true,
            Form::Chapter => numbered && !under,
            Form::Annex | Form::Appendix if numbered => !counts,
            // "is contained in the annex."
            Form::Annex | Form::Appendix => {
                let contained = noun > 1
                    && passage.is_any(noun - 1, &["the", "an"])
                    && passage.is_any(noun - 2, &["in", "as"]);
                let ends = passage
                    .tokens
                    .get(next)
                    .is_none_or(|token| matches!(passage.chars[token.start], '.' | ';' | ')'));
                contained && ends
            }
            Form::Part | Form::Note => false,
        }
}

/// "subparagraph (a) above" where the letters stand in the text of the paragraph itself.
fn in_text(passage: &Passage<'_>, context: &Context, member: &Member, target: Target) -> Target {
    let [letter] = member.letters.as_slice() else { return target };
    if target.found || !member.label.is_empty() {
        return target;
    }
    let written = (1..passage.tokens.len()).any(|at| {
        (at < member.first || at >= member.next)
            && passage.is_mark(at - 1, '(')
            && passage.is(at, letter)
            && passage.is_mark(at + 1, ')')
    });
    match context.places.paragraph_id().filter(|_| written) {
        Some(own) => Target { id: own.to_owned(), found: true, pinpoint: Some(format!("({letter})")) },
        None => target,
    }
}

/// "the preceding paragraph".
fn neighbour(passage: &Passage<'_>, context: &Context, index: usize) -> Option<Mention> {
    let side = if passage.is_any(index, PRECEDING) {
        Side::Above
    } else if passage.is_any(index, FOLLOWING) {
        Side::Below
    } else {
        return None;
    };
    let next = index + 2;
    let bounded =
        index > 0 && passage.is_any(index - 1, &["the"]) && passage.is_any(index + 1, &["paragraph"]);
    let another = passage.is_any(next, &["of", "in", "to"])
        || passage.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
    if !bounded || another {
        return None;
    }
    let id = context.places.neighbour(side)?.to_owned();
    let span = (passage.tokens[index].start, passage.tokens[index + 1].end);
    let target = Target { id, found: true, pinpoint: None };
    Some(mention(passage, span, target, "neighbour-paragraph", None))
}

fn say_nowhere(
    passage: &Passage<'_>,
    context: &mut Context,
    (start, end): (usize, usize),
    name: &str,
    scope: &Scope,
) {
    let text = passage.text(start, end);
    let message = match scope {
        Scope::In(_) => format!("“{text}” points nowhere: there is no {name} in it"),
        _ => format!("“{text}” points nowhere: this report has no {name}"),
    };
    context.remark("points-nowhere", message);
}

/// "paragraph 9 (k)", "section II.H", "annex": what is looked for, as people write it.
fn named(form: Form, member: &Member) -> String {
    let mut name = form.name().to_owned();
    if !member.label.is_empty() {
        name.push_str(&format!(" {}", member.label.join(".")));
    }
    member.letters.iter().for_each(|letter| name.push_str(&format!(" ({letter})")));
    name
}

/// "paragraph 30 above" in paragraph 12. A note stands at no place of
/// the text, nor does what points to one.
fn say_wrong_way(
    passage: &Passage<'_>,
    context: &mut Context,
    form: Form,
    (start, end): (usize, usize),
    target: &Target,
    side: Side,
) {
    if passage.kind == NodeKind::Footnote || context.places.side_of(&target.id) != Some(side.other()) {
        return;
    }
    let (word, place) = match side {
        Side::Above => ("up", "below"),
        Side::Below => ("down", "above"),
    };
    let message =
        format!("“{}” points {word}, but that {} stands {place}", passage.text(start, end), form.name(),);
    context.remark("points-the-wrong-way", message);
}
