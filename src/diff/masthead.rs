//! The fields of the first page that differ.

use super::FieldChange;
use super::classify::same_in_style;
use crate::report::Masthead;

/// Every field by its name in the contract.
pub(crate) fn fields(masthead: &Masthead) -> [(&'static str, &Option<String>); 13] {
    [
        ("symbol", &masthead.symbol),
        ("distribution", &masthead.distribution),
        ("issued", &masthead.issued),
        ("reissued", &masthead.reissued),
        ("original", &masthead.original),
        ("organ", &masthead.organ),
        ("body", &masthead.body),
        ("session", &masthead.session),
        ("dates", &masthead.dates),
        ("agenda_item", &masthead.agenda_item),
        ("title", &masthead.title),
        ("submitted_by", &masthead.submitted_by),
        ("job_number", &masthead.job_number),
    ]
}

/// The fields that differ in more than style.
pub(crate) fn compare(old: &Masthead, new: &Masthead) -> Vec<FieldChange> {
    fields(old)
        .into_iter()
        .zip(fields(new))
        .filter(|((_, old), (_, new))| match (old, new) {
            (Some(old), Some(new)) => !same_in_style(old, new),
            (old, new) => old != new,
        })
        .map(|((field, old), (_, new))| FieldChange { field, old: old.clone(), new: new.clone() })
        .collect()
}
