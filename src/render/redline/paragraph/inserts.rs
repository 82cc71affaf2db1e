//! Where in a paragraph each thing is put in.

use super::super::atoms::Atoms;
use super::super::ink::State;
use super::{Anchor, Edit, Insert};
use std::collections::HashMap;

/// Where each thing is put in.
#[derive(Default)]
pub(super) struct Inserts<'a> {
    pub start: Vec<&'a Insert>,
    pub before: HashMap<usize, Vec<&'a Insert>>,
    pub after: HashMap<usize, Vec<&'a Insert>>,
    pub end: Vec<&'a Insert>,
}

impl<'a> Inserts<'a> {
    pub fn of(atoms: &Atoms, states: &[State], edit: &'a Edit) -> Inserts<'a> {
        let places = atoms.places();
        let fields = atoms.fields();
        let count = atoms.all.len();
        let mut found = Inserts::default();
        for (anchor, insert) in &edit.inserts {
            let mut at = match anchor {
                Anchor::Start => 0,
                Anchor::End => count,
                Anchor::After(origin) => places.get(origin).map_or(count, |at| at + 1),
                Anchor::Before(origin) => places.get(origin).copied().unwrap_or(0),
            };
            // Inside out: what leaves the inner field may still be in the outer one.
            for [begin, separator, end] in &fields {
                if at <= *begin || at > *end {
                    continue;
                }
                let goes = states[*end] != State::Keep;
                if at <= separator + 1 {
                    at = *begin;
                } else if goes || (at == *end && states[at - 1] == State::Keep) {
                    at = end + 1;
                }
            }
            // On the shallower side, so that what is put in beside a link is no part of it.
            let depth = |at: usize| atoms.all[at].depth;
            let place = match at {
                0 if count > 0 && depth(0) == 0 => found.before.entry(0).or_default(),
                0 if count > 0 => &mut found.start,
                _ if at >= count && count > 0 && depth(count - 1) == 0 => {
                    found.after.entry(count - 1).or_default()
                }
                _ if at >= count => &mut found.end,
                _ if depth(at - 1) <= depth(at) => found.after.entry(at - 1).or_default(),
                _ => found.before.entry(at).or_default(),
            };
            place.push(insert);
        }
        found
    }
}
