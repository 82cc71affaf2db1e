//! Whose a resolution is where the text does not say: told by the form of the number, by the
//! organ last named, and by whose report this is.

use super::number::{Form, Number};
use crate::mentions::Context;
use crate::terms::organ::{self, Organ};

/// Whether an organ numbers its resolutions in this form.
pub(super) fn fits(organ: &Organ, form: &Form) -> bool {
    match form {
        Form::Session(_) => organ.root != "S" && organ.root != "E",
        Form::Year => organ.root.starts_with('E'),
        Form::Dated => organ.root == "S",
        Form::Roman => organ.root != "S",
        Form::Party => false,
    }
}

/// Whose resolution it is where its noun does not say.
pub(super) fn inferred(
    number: &Number,
    first_word: &[char],
    own: bool,
    last_organ: Option<&'static Organ>,
    context: &Context,
) -> Option<&'static Organ> {
    match number.form {
        Form::Party => None,
        Form::Dated => organ::named("Security Council"),
        Form::Year => last_organ
            .filter(|organ| organ.root.starts_with("E/"))
            .or_else(|| organ::named("Economic and Social Council")),
        Form::Roman => {
            last_organ.filter(|organ| fits(organ, &number.form)).or_else(|| organ::named("General Assembly"))
        }
        // Two Councils cannot be told by name, but only one numbers by session.
        Form::Session(_) if first_word.starts_with(&['C', 'o', 'u', 'n', 'c', 'i', 'l']) => {
            organ::named("Human Rights Council")
        }
        Form::Session(session) => {
            let fitting = |organ: &&Organ| fits(organ, &number.form);
            by_session(session, own, last_organ.filter(fitting), context.own_organ.filter(fitting), context)
        }
    }
}

/// Of the organs that number by session the one last named or, after "its", the report's own.
fn by_session(
    session: Option<u32>,
    own: bool,
    last_organ: Option<&'static Organ>,
    own_organ: Option<&'static Organ>,
    context: &Context,
) -> Option<&'static Organ> {
    // A council counts its sessions from its own first: a higher number is the Assembly's.
    let too_high = |organ: &Organ| match (own_session(context), session) {
        (Some(present), Some(session)) => {
            context.own_organ.is_some_and(|own| own.root == organ.root) && session > present
        }
        _ => false,
    };
    // The Health Assembly is never cited in this form without its name.
    let nearest = last_organ.filter(|organ| organ.root != "WHA");
    let candidates =
        if own { [own_organ.filter(|organ| organ.root != "A"), nearest] } else { [nearest, own_organ] };
    candidates
        .into_iter()
        .flatten()
        .find(|organ| !too_high(organ))
        .or_else(|| organ::named("General Assembly"))
        // The Assembly has numbered by session since its thirty-first: "decision 15/4" is another's.
        .filter(|organ| organ.root != "A" || session.is_none_or(|session| session > 30))
}

/// The session in the report's own symbol: 59 of `A/HRC/59/L.17`.
fn own_session(context: &Context) -> Option<u32> {
    let symbol = context.symbol.as_deref()?;
    symbol.split('/').find_map(|part| part.parse().ok())
}
