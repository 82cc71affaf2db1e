//! From what is written to the identifier of the place.

use super::list::Member;
use crate::mentions::places::{self, Places};
use crate::terms::english::reference::Form;

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
