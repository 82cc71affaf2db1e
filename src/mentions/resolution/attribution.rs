//! Whose a resolution is where the text does not say: told by the form of the number, by the
//! organ last named, and by whose report this is.

use super::Prose;
use super::number::{Form, Number, Serial};
use crate::mentions::Context;
use crate::terms::organ::{self, Cited, Organ};
use crate::terms::symbol;

/// An organ that the text does not put beside the number, and what told it, as the attribute
/// `organ_from` has it.
pub(super) type Inferred = (&'static Organ, &'static str);

/// Only one organ numbers in this form.
const FROM_NUMBER: &str = "number";
/// The organ was named elsewhere in the passage.
pub(super) const FROM_TEXT: &str = "text";
/// It is the organ whose report this is.
const FROM_REPORT: &str = "report";
/// Where no other is named, the General Assembly is meant.
const FROM_CUSTOM: &str = "custom";

/// Whether an organ numbers its resolutions in this form.
pub(super) fn fits(organ: &Organ, form: &Form) -> bool {
    organ.root.is_empty()
        || match form {
            Form::Session(_) => organ.root != "S" && organ.root != "E" && organ.cited != Cited::Serial,
            Form::Year => organ.root.starts_with("E/CN.") || organ.root == "E",
            Form::Dated => organ.root == "S",
            Form::Roman(_) => organ.root != "S",
            Form::Party => false,
        }
}

/// The lowest numbers of the Assembly's resolutions at its fifth, tenth ... thirtieth session, about.
const ASSEMBLY_SERIALS: [(u32, u32); 7] =
    [(1, 1), (5, 340), (10, 890), (15, 1450), (20, 1980), (25, 2590), (30, 3330)];

/// Whether the Assembly can have numbered so: it counted its resolutions through, up to 3541 (XXX).
/// "689 (XXXV)", "335 (XXXI)" and "718 (XXVI)" are of commissions that count by themselves.
fn may_be_assembly(serial: Serial) -> bool {
    let Some(session) = serial.session.filter(|session| *session <= SELDOM) else {
        // "3201 (S-VI)"
        return serial.session.is_none();
    };
    let after = ASSEMBLY_SERIALS.partition_point(|(first, _)| *first <= session);
    let lowest = ASSEMBLY_SERIALS[after.saturating_sub(1)].1;
    let highest = ASSEMBLY_SERIALS.get(after).map_or(3541, |(_, next)| next + 150);
    (lowest..=highest).contains(&serial.number)
}

/// Whether the organ had held this session when the report was issued.
pub(super) fn held(organ: &Organ, form: &Form, context: &Context) -> bool {
    match (organ.cited, form, context.issued) {
        (Cited::Counted { since, yearly }, Form::Session(Some(session)), Some((year, _))) => {
            let held = i32::from(year - since) * i32::from(yearly);
            i64::from(*session) <= i64::from(held)
        }
        _ => true,
    }
}

/// Whose resolution it is where its noun does not say.
pub(super) fn inferred(
    number: &Number,
    first_word: &[char],
    own: bool,
    last_organ: Option<&'static Organ>,
    prose: &Prose<'_>,
) -> Option<Inferred> {
    let context = prose.context;
    let named = |name: &str, source: &'static str| organ::named(name).map(|organ| (organ, source));
    let last = last_organ.map(|organ| (organ, FROM_TEXT));
    match number.form {
        Form::Party => None,
        Form::Dated => named("Security Council", FROM_NUMBER),
        Form::Year => last
            .filter(|(organ, _)| organ.root.starts_with("E/CN."))
            .or_else(|| named("Economic and Social Council", FROM_NUMBER)),
        Form::Roman(serial) => {
            let possible = |organ: &&'static Organ| {
                fits(organ, &number.form) && (organ.root != "A" || may_be_assembly(serial))
            };
            let commission = prose.commission.map(|organ| (organ, FROM_TEXT));
            let of_report = context.own_organ.filter(|organ| organ.cited == Cited::Serial);
            let of_commission = commission.or(of_report.map(|organ| (organ, FROM_REPORT)));
            let of_commission = of_commission.filter(|_| own || !may_be_assembly(serial));
            let near = last_organ.filter(possible).map(|organ| (organ, FROM_TEXT));
            let [first, second] = if own { [of_commission, near] } else { [near, of_commission] };
            let custom = || named("General Assembly", FROM_NUMBER).filter(|_| may_be_assembly(serial));
            first.or(second).or_else(custom)
        }
        // Two Councils cannot be told by name, but only one numbers by session.
        Form::Session(_) if first_word.starts_with(&['C', 'o', 'u', 'n', 'c', 'i', 'l']) => {
            named("Human Rights Council", FROM_NUMBER)
        }
        Form::Session(session) => {
            let fitting = |organ: &&Organ| fits(organ, &number.form) && held(organ, &number.form, context);
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
) -> Option<Inferred> {
    // A council counts its sessions from its own first: a higher number is the Assembly's.
    let too_high = |organ: &Organ| match (own_session(context), session) {
        (Some(present), Some(session)) => {
            context.own_organ.is_some_and(|own| own.root == organ.root) && session > present
        }
        _ => false,
    };
    // The Health Assembly is never cited in this form without its name. Conferences cite their own
    // decisions without it; they have not met so often as the Assembly.
    let nearest = last_organ.filter(|organ| organ.cited != Cited::Named);
    let own_organ = own_organ
        .filter(|organ| organ.cited != Cited::Named || session.is_some_and(|session| session <= SELDOM));
    let nearest = nearest.map(|organ| (organ, FROM_TEXT));
    let of_report = own_organ.map(|organ| (organ, FROM_REPORT));
    let candidates =
        if own { [of_report.filter(|(organ, _)| organ.root != "A"), nearest] } else { [nearest, of_report] };
    candidates
        .into_iter()
        .flatten()
        .find(|(organ, _)| !too_high(organ))
        .or_else(|| {
            let assembly = organ::named("General Assembly")?;
            (!is_neighbour(context) && has_met(session, context)).then_some((assembly, FROM_CUSTOM))
        })
        // The Assembly has numbered by session since its thirty-first: "decision 15/4" is another's.
        .filter(|(organ, _)| organ.root != "A" || session.is_none_or(|session| session > SELDOM))
}

/// Whether the report is of an organization of its own, whose resolutions are not the Assembly's.
fn is_neighbour(context: &Context) -> bool {
    context.symbol.as_deref().is_some_and(symbol::is_of_neighbour)
}

/// No report without a date is later than this session of the Assembly.
const LATEST: u32 = 120;

/// Whether the Assembly had come to this session when the report was issued; its first was in 1946.
fn has_met(session: Option<u32>, context: &Context) -> bool {
    match (session, context.issued) {
        (Some(session), Some((year, _))) => i64::from(session) <= i64::from(year) - 1945,
        (Some(session), None) => session <= LATEST,
        (None, _) => true,
    }
}

/// The Assembly's sessions before it numbered by them; no conference of parties has held more.
const SELDOM: u32 = 30;

/// The session in the report's own symbol: 59 of `A/HRC/59/L.17`.
fn own_session(context: &Context) -> Option<u32> {
    let symbol = context.symbol.as_deref()?;
    symbol.split('/').find_map(|part| part.parse().ok())
}
