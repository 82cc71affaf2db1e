//! From what is written to the identifier of the place.

use super::list::Member;
use crate::mentions::passage::Passage;
use crate::mentions::places::{self, Places};
use crate::mentions::{Context, MentionKind};
use crate::terms::english::reference::{Form, LISTED};
use crate::terms::roman::{roman, roman_of};

/// Where to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scope {
    /// The part in which the reference stands, then the body.
    Own,
    /// The body, then the part in which the reference stands.
    Whole,
    /// Only the part in which the reference stands.
    Here,
    /// What another reference names: an annex, or the path of a chapter.
    In(Outer),
}

/// What holds the place: "of annex II", "of chapter III".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outer {
    /// The annex of this identifier.
    Annex(String),
    /// The heading with these labels.
    Path(Vec<String>),
}

/// A place, or where it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// The identifier.
    pub id: String,
    /// Whether the report has it.
    pub found: bool,
    /// The letters that no identifier holds: `(a)`.
    pub pinpoint: Option<String>,
}

/// Looks a written number up.
pub(super) fn target(places: &Places, form: Form, member: &Member, scope: &Scope) -> Option<Target> {
    let own = places.part();
    let parts: Vec<&str> = match scope {
        Scope::Own => vec![own, "body"],
        Scope::Whole => vec!["body", own],
        Scope::Here | Scope::In(Outer::Path(_)) => vec![own],
        Scope::In(Outer::Annex(annex)) => vec![annex],
    };
    match form {
        Form::Paragraph | Form::Subparagraph if member.label.is_empty() => subparagraph(places, member),
        Form::Paragraph | Form::Subparagraph => Some(paragraph(places, member, &parts)),
        Form::Section | Form::Chapter | Form::Part => Some(heading(places, form, member, scope, &parts)),
        Form::Annex | Form::Appendix => Some(annex(places, form, member, scope)),
        Form::Footnote | Form::Note => {
            let id = format!("fn{}", member.label.first()?);
            Some(first_of(places, &parts, &id, member))
        }
        Form::Table | Form::Figure => {
            let written = format!("{} {}", form.name(), member.label.first()?.to_lowercase());
            let id = parts.iter().find_map(|part| places.caption(&written, part))?;
            Some(Target { id: id.to_owned(), found: true, pinpoint: None })
        }
    }
}

/// The identifier in the first part that has it, else as it would be in the first.
fn first_of(places: &Places, parts: &[&str], id: &str, member: &Member) -> Target {
    let in_part = |part: &&str| format!("{}{id}", places::prefix(part));
    let found = parts.iter().find_map(|part| places.find(&in_part(part), member.side));
    match found {
        Some(found) => Target { id: found.to_owned(), found: true, pinpoint: None },
        None => Target { id: parts.first().map(in_part).unwrap_or_default(), found: false, pinpoint: None },
    }
}

fn paragraph(places: &Places, member: &Member, parts: &[&str]) -> Target {
    // A part without numbered paragraphs cannot be the one that is meant.
    let numbered: Vec<&str> = parts.iter().copied().filter(|part| places.has_numbers(part)).collect();
    let parts = if numbered.is_empty() { parts } else { &numbered };
    let whole = first_of(places, parts, &format!("p{}", member.label.join(".")), member);
    if !whole.found || member.letters.is_empty() {
        let letters: String = member.letters.iter().map(|letter| format!(".{letter}")).collect();
        return Target { id: format!("{}{letters}", whole.id), ..whole };
    }
    // As deep as the report has identifiers; the rest is a pinpoint in the text.
    for depth in (0..=member.letters.len()).rev() {
        let id = format!("{}.{}", whole.id, member.letters[..depth].join("."));
        let id = id.trim_end_matches('.');
        if let Some(found) = places.find(id, None).filter(|found| depth == 0 || found.starts_with(&whole.id))
        {
            let rest: String = member.letters[depth..].iter().map(|letter| format!("({letter})")).collect();
            let pinpoint = (!rest.is_empty()).then_some(rest);
            return Target {
                id: if depth == 0 { whole.id } else { found.to_owned() },
                found: true,
                pinpoint,
            };
        }
    }
    whole
}

/// "subparagraph (a)": of the paragraph, or of the item, in which the reference stands.
fn subparagraph(places: &Places, member: &Member) -> Option<Target> {
    let letters = member.letters.join(".");
    let mut holder = places.here();
    loop {
        let id = format!("{holder}.{letters}");
        if let Some(found) = places.find(&id, member.side) {
            return Some(Target { id: found.to_owned(), found: true, pinpoint: None });
        }
        match holder.rsplit_once('.') {
            Some((outer, _)) => holder = outer,
            None => break,
        }
    }
    let own = places.paragraph_id()?;
    Some(Target { id: format!("{own}.{letters}"), found: false, pinpoint: None })
}

fn heading(places: &Places, form: Form, member: &Member, scope: &Scope, parts: &[&str]) -> Target {
    let mut path = match scope {
        Scope::In(Outer::Path(path)) => path.clone(),
        _ => Vec::new(),
    };
    path.extend(member.label.iter().cloned());
    let as_part = form == Form::Part;
    let found = parts.iter().find_map(|part| places.heading(&path, part, as_part));
    let expected = || {
        let lead = if as_part { "P" } else { "" };
        format!(
            "{}h{lead}{}",
            parts.first().map(|part| places::prefix(part)).unwrap_or_default(),
            path.join(".")
        )
    };
    Target { id: found.map_or_else(expected, str::to_owned), found: found.is_some(), pinpoint: None }
}

fn annex(places: &Places, form: Form, member: &Member, scope: &Scope) -> Target {
    let appendix = form == Form::Appendix;
    let label = member.label.first().map(String::as_str);
    let found = match scope {
        Scope::Whole => places.outer_annex(label, appendix),
        _ => places.annex(label, appendix),
    };
    let expected = || {
        let number = label.and_then(places::ordinal).unwrap_or(1);
        format!("{}{number}", if appendix { "app" } else { "a" })
    };
    Target { id: found.map_or_else(expected, str::to_owned), found: found.is_some(), pinpoint: None }
}

/// "(see chapter IX)" in a report that has chapters, where no document was named before: it can be no other
/// text's.
pub(super) fn is_own_chapter(
    passage: &Passage<'_>,
    context: &Context,
    noun: usize,
    form: Form,
    next: usize,
) -> bool {
    let places = &context.places;
    let has = |label: &str| places.heading(&[label.to_owned()], places.part(), false).is_some();
    let documents = passage.found.iter().any(|mention| mention.kind == MentionKind::Document);
    form == Form::Chapter
        && noun > 1
        && passage.is_mark(noun - 2, '(')
        && passage.is_any(noun - 1, &["see"])
        && passage.is_mark(next, ')')
        && !documents
        && has("I")
        && has("II")
}

/// "the signals listed in annex III" in a report that has annexes I and II: the one behind its last.
pub(super) fn is_next_annex(
    passage: &Passage<'_>,
    context: &Context,
    noun: usize,
    form: Form,
    member: &Member,
) -> bool {
    let [label] = member.label.as_slice() else { return false };
    let (first, before) = match roman(&label.to_ascii_lowercase()) {
        Some(place) if place < 10 => ("I".to_owned(), roman_of(place - 1).to_ascii_uppercase()),
        _ => match label.as_bytes() {
            [letter @ b'C'..=b'H'] => ("A".to_owned(), char::from(letter - 1).to_string()),
            _ => return false,
        },
    };
    let has = |label: &str| context.places.annex(Some(label), false).is_some();
    let listed = noun > 1
        && passage.is_any(noun - 1, &["in"])
        && (passage.is_any(noun - 2, LISTED)
            || noun > 2 && passage.is_any(noun - 2, &["out"]) && passage.is_any(noun - 3, LISTED));
    let lower = passage.word(noun).first().is_some_and(|c| c.is_lowercase());
    form == Form::Annex && listed && lower && first != before && has(&first) && has(&before)
}
