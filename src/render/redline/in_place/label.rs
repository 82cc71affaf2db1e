//! The label of a part becomes that of its partner.

use super::super::paragraph::Anchor;
use super::super::template::{is_like, number_behind, plain_label};
use super::{Step, Walk};
use crate::read::Origin;
use crate::report::NodeKind;

impl Walk<'_, '_> {
    /// The label of a node of OLD becomes that of its partner.
    pub(super) fn label(&mut self, old: usize, new: usize) {
        let planner = self.planner;
        let [before, after] = planner.sides();
        let (Some(&node), Some(&partner)) = (self.olds.get(old), self.news.get(new)) else { return };
        let Some(spot) = planner.spot(node) else { return };
        let (was, now) = (&before.nodes[node], &after.nodes[partner]);
        if now.kind == NodeKind::Footnote || now.kind == NodeKind::TableRow {
            return;
        }
        let Some(&paragraph) =
            spot.first().and_then(|first| planner.base().index.paragraph.get(&first.element))
        else {
            return;
        };
        let like = spot.first();
        let start = spot.first().map_or(Anchor::Start, Anchor::Before);
        if spot.is_automatic() {
            if planner.must_type(partner) || now.number.is_none() {
                let label = if now.number.is_some() { plain_label(now) } else { String::new() };
                self.marking.typed.push((paragraph, label));
            }
            return;
        }
        if was.number == now.number || now.number_inferred && was.number.is_some() {
            return;
        }
        let typed: Vec<(char, Origin)> =
            spot.label.iter().filter(|(_, origin)| origin.element != 0).copied().collect();
        let Some(number) = &now.number else {
            for (_, origin) in &typed {
                self.goes(*origin);
            }
            return;
        };
        // A number in the file that was not taken as the label of this node stays.
        let printed: String = typed.iter().map(|(c, _)| *c).collect();
        let at = was
            .number
            .as_deref()
            .filter(|_| !was.number_inferred)
            .and_then(|old| printed.find(old).map(|at| (old, at)));
        match at {
            Some((old, at)) if is_like(old, number) => {
                let first = printed[..at].chars().count();
                let gone = &typed[first..first + old.chars().count()];
                for (_, origin) in gone {
                    self.goes(*origin);
                }
                if let (Some((_, first)), Some((_, last))) = (gone.first(), gone.last()) {
                    let holder = planner.base().index.paragraph.get(&last.element).copied();
                    let step = Step::Text(number.clone());
                    self.marking.steps.push((
                        holder.unwrap_or(paragraph),
                        Anchor::After(*last),
                        Some(*first),
                        step,
                    ));
                }
            }
            _ => {
                for (_, origin) in &typed {
                    self.goes(*origin);
                }
                if let (Some(number), Some(last)) = (number_behind(now), spot.chars.last().copied()) {
                    self.marking.steps.push((paragraph, Anchor::After(last), Some(last), Step::Text(number)));
                    return;
                }
                let label = plain_label(now);
                let holder =
                    typed.first().and_then(|(_, first)| planner.base().index.paragraph.get(&first.element));
                match (typed.first(), holder) {
                    (Some((_, first)), Some(holder)) if *holder == paragraph => {
                        self.marking.steps.push((paragraph, start, Some(*first), Step::Text(label)));
                    }
                    _ => self.marking.steps.push((paragraph, start, like, Step::Text(label))),
                }
            }
        }
    }
}
