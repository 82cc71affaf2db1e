//! Persons in lists of officers: one line a person, under the office.
//!
//! ```text
//! OLD  Vice-Chairs:  Jon Berg (Isle)    Mia Holm (Quay)     Mia Holm stays; Ruth Aske came
//! NEW  Vice-Chairs:  Ruth Aske (Moor)   Mia Holm (Quay)     in the place of Jon Berg
//! ```

use super::links::{Links, Reason};
use super::unit::Unit;
use std::collections::BTreeMap;

/// Joins the persons who are left under one office, where as many went as came: those of one country
/// to one another, the others in order.
pub(super) fn replaced(old: &[Unit], new: &[Unit], links: &mut Links) {
    let mut offices: BTreeMap<(usize, usize), [Vec<usize>; 2]> = BTreeMap::new();
    for (i, unit) in old.iter().enumerate() {
        let office = unit.parent.and_then(|parent| Some((parent, links.new_of(parent)?)));
        if let Some(office) = office.filter(|_| unit.country.is_some() && links.new_of(i).is_none()) {
            offices.entry(office).or_default()[0].push(i);
        }
    }
    for (j, unit) in new.iter().enumerate() {
        let office = unit.parent.and_then(|parent| Some((links.old_of(parent)?, parent)));
        if let Some(office) = office.filter(|_| unit.country.is_some() && links.old_of(j).is_none()) {
            offices.entry(office).or_default()[1].push(j);
        }
    }
    for ((a, b), [mut olds, mut news]) in offices {
        if !old[a].office || !new[b].office || olds.len() != news.len() {
            continue;
        }
        olds.retain(|i| {
            let compatriot = news.iter().position(|j| new[*j].country == old[*i].country);
            let compatriot = compatriot.map(|at| news.remove(at));
            compatriot.inspect(|j| links.join(*i, *j, Reason::Replaced)).is_none()
        });
        olds.iter().zip(&news).for_each(|(i, j)| links.join(*i, *j, Reason::Replaced));
    }
}
