//! The changed pairs under their headings.

use super::facts::compare_note;
use super::pieces::pieces;
use super::place::{enumerate, label, label_at, transition, unit};
use super::{Entry, Options, Run, Section, SectionHeading, Shown};
use crate::diff::{ChangeOp, ComparedPair, Comparison, Status};
use crate::mentions::Annotated;
use crate::report::{NodeKind, Report};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The two reports and what both share.
struct Sides<'a> {
    comparison: &'a Comparison,
    old: &'a Annotated,
    new: &'a Annotated,
    old_at: HashMap<&'a str, usize>,
    new_at: HashMap<&'a str, usize>,
}

/// True if the text of this pair is shown.
pub(super) fn is_shown(pair: &ComparedPair, options: &Options) -> bool {
    if !options.only.is_empty() {
        return pair.changes.iter().any(|change| options.only.iter().any(|kind| kind == change.kind));
    }
    let note = pair.changes.iter().any(|change| change.rule == "masthead-note");
    let changed = !matches!(pair.status, Status::Unchanged | Status::Editorial | Status::Reworded) && !note;
    options.all || changed || pair.moved
}

/// All pairs in the order of NEW, each under its heading.
pub(super) fn sections(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    options: &Options,
) -> Vec<Section> {
    let index = |report: &'_ Report| -> HashMap<String, usize> {
        report.nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect()
    };
    let (old_index, new_index) = (index(&old.report), index(&new.report));
    let sides = Sides {
        comparison,
        old,
        new,
        old_at: old_index.iter().map(|(id, at)| (id.as_str(), *at)).collect(),
        new_at: new_index.iter().map(|(id, at)| (id.as_str(), *at)).collect(),
    };
    let shown_units: HashSet<usize> = comparison
        .pairs
        .iter()
        .filter(|pair| is_shown(pair, options))
        .filter_map(|pair| sides.new_unit(pair))
        .collect();
    let mut out: Vec<Section> = Vec::new();
    let mut trail: Vec<SectionHeading> = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for at in sides.reading_order() {
        let pair = &comparison.pairs[at];
        let here = sides.headings(at).unwrap_or_else(|| trail.clone());
        if out.is_empty() || here != trail {
            close_run(&mut out, &mut run, &sides, &shown_units);
            let kept = here.iter().zip(&trail).take_while(|(one, two)| one.id == two.id).count();
            out.push(Section { headings: here[kept..].to_vec(), entries: Vec::new() });
            trail = here;
        }
        if is_shown(pair, options) && !sides.is_told_by_heading(pair, options) {
            close_run(&mut out, &mut run, &sides, &shown_units);
            if let Some(section) = out.last_mut() {
                section.entries.push(Entry::Shown(sides.shown(at, options)));
            }
        } else if options.only.is_empty() {
            run.push(at);
        }
    }
    close_run(&mut out, &mut run, &sides, &shown_units);
    gather(out)
}

/// Sections with nothing in them hand their headings on to the next one below them.
fn gather(sections: Vec<Section>) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    let mut waiting: Vec<SectionHeading> = Vec::new();
    for mut section in sections {
        let level = section.headings.first().map_or(usize::MAX, |heading| heading.level);
        // A heading that is new or gone is told even if nothing else is.
        if let Some(at) = waiting.iter().position(|heading| heading.level >= level) {
            let dropped = waiting.split_off(at);
            if dropped.iter().any(|heading| heading.note.is_some()) {
                let headings = waiting.drain(..).chain(dropped).collect();
                out.push(Section { headings, entries: Vec::new() });
            }
        }
        waiting.append(&mut section.headings);
        if !section.entries.is_empty() {
            out.push(Section { headings: std::mem::take(&mut waiting), entries: section.entries });
        }
    }
    if waiting.iter().any(|heading| heading.note.is_some()) {
        out.push(Section { headings: waiting, entries: Vec::new() });
    }
    out
}

fn close_run(out: &mut [Section], run: &mut Vec<usize>, sides: &Sides, shown_units: &HashSet<usize>) {
    let pairs = std::mem::take(run);
    let Some(section) = out.last_mut() else { return };
    section.entries.extend(sides.run(pairs, shown_units).map(Entry::Run));
}

impl Sides<'_> {
    fn new_unit(&self, pair: &ComparedPair) -> Option<usize> {
        let index = self.new_at.get(pair.new.first()?.as_str())?;
        Some(unit(&self.new.report, *index))
    }

    fn kind(&self, pair: &ComparedPair) -> Option<NodeKind> {
        let new = pair.new.first().and_then(|id| self.new_at.get(id.as_str()));
        let old = pair.old.first().and_then(|id| self.old_at.get(id.as_str()));
        new.map(|at| self.new.report.nodes[*at].kind).or(old.map(|at| self.old.report.nodes[*at].kind))
    }

    /// The pairs in the order of NEW; a footnote behind the paragraph that calls it.
    fn reading_order(&self) -> Vec<usize> {
        let pairs = &self.comparison.pairs;
        let mut callers: [HashMap<&str, &str>; 2] = Default::default();
        for (map, side) in callers.iter_mut().zip([self.old, self.new]) {
            for node in &side.report.nodes {
                node.notes.iter().for_each(|call| {
                    map.entry(call.id.as_str()).or_insert(node.id.as_str());
                });
            }
        }
        let mut of_node: [HashMap<&str, usize>; 2] = Default::default();
        for (at, pair) in pairs.iter().enumerate() {
            of_node[0].extend(pair.old.iter().map(|id| (id.as_str(), at)));
            of_node[1].extend(pair.new.iter().map(|id| (id.as_str(), at)));
        }
        let mut order: Vec<(usize, usize)> = Vec::with_capacity(pairs.len());
        for (at, pair) in pairs.iter().enumerate() {
            let side = usize::from(!pair.new.is_empty());
            let id = if side == 1 { pair.new.first() } else { pair.old.first() };
            let caller = id
                .filter(|_| self.kind(pair) == Some(NodeKind::Footnote))
                .and_then(|id| callers[side].get(id.as_str()))
                .and_then(|caller| of_node[side].get(caller));
            order.push((caller.copied().unwrap_or(at), at));
        }
        order.sort_by_key(|&(place, at)| (place, place != at, at));
        order.into_iter().map(|(_, at)| at).collect()
    }

    /// The headings above a pair; `None` where only the neighbours can tell.
    fn headings(&self, at: usize) -> Option<Vec<SectionHeading>> {
        let pair = &self.comparison.pairs[at];
        let is_heading = self.kind(pair) == Some(NodeKind::Heading);
        if self.kind(pair) == Some(NodeKind::Footnote) {
            return None;
        }
        let (report, index) = match (pair.new.first(), pair.old.first()) {
            (Some(id), _) => (&self.new.report, *self.new_at.get(id.as_str())?),
            // A paragraph that went stands where the text round it stands now; only a heading that
            // went is shown as such.
            (None, Some(id)) if is_heading => (&self.old.report, *self.old_at.get(id.as_str())?),
            _ => return None,
        };
        let mut chain = if is_heading { vec![index] } else { Vec::new() };
        let mut above = index;
        while let Some(up) = heading_before(report, above) {
            chain.push(up);
            above = up;
        }
        chain.reverse();
        let heading = |(level, at): (usize, usize)| self.heading(report, at, level + 1, pair.new.is_empty());
        Some(chain.into_iter().enumerate().map(heading).collect())
    }

    fn heading(&self, report: &Report, at: usize, level: usize, gone: bool) -> SectionHeading {
        let node = &report.nodes[at];
        let own = |pair: &&ComparedPair| {
            if gone { pair.old.contains(&node.id) } else { pair.new.contains(&node.id) }
        };
        let status = self.comparison.pairs.iter().find(own).map(|pair| pair.status);
        let note = match status {
            Some(Status::Inserted) => Some("new"),
            Some(Status::Deleted) => Some("gone"),
            _ => None,
        };
        let text = match &node.number {
            Some(number) if node.text.is_empty() => number.clone(),
            Some(number) => format!("{number}. {}", node.text),
            None => node.text.clone(),
        };
        SectionHeading { id: node.id.clone(), level, text, note }
    }

    /// A heading that came or went is told where it stands as a heading.
    fn is_told_by_heading(&self, pair: &ComparedPair, options: &Options) -> bool {
        let whole = matches!(pair.status, Status::Inserted | Status::Deleted)
            || (options.all && pair.status == Status::Unchanged);
        whole && self.kind(pair) == Some(NodeKind::Heading)
    }

    fn shown(&self, at: usize, options: &Options) -> Shown {
        let pair = &self.comparison.pairs[at];
        let labels = |ids: &[String], report: &Report| {
            let labels: Vec<String> = ids.iter().map(|id| label(report, id)).collect();
            (!labels.is_empty()).then(|| enumerate(&labels, true))
        };
        let old_place = labels(&pair.old, &self.old.report);
        let new_place = labels(&pair.new, &self.new.report);
        let tags = [
            (pair.moved, "moved"),
            (pair.status == Status::Split, "split"),
            (pair.status == Status::Merged, "merged"),
        ];
        let mut notes: Vec<String> = Vec::new();
        for change in &pair.changes {
            let note = match (change.op, &change.new) {
                (ChangeOp::Moved, Some(end)) => {
                    Some(format!("moved, now in {}", label(&self.new.report, &end.id)))
                }
                _ => change.note.as_deref().and_then(|note| compare_note(note, self.new)),
            };
            notes.extend(note);
        }
        let mut seen = HashSet::new();
        notes.retain(|note| seen.insert(note.clone()));
        Shown {
            pair: at,
            status: pair.status,
            place: transition(old_place.as_deref(), new_place.as_deref()),
            old_place,
            new_place,
            tags: tags.into_iter().filter(|(is, _)| *is).map(|(_, tag)| tag).collect(),
            pieces: pieces(&pair.words, (!options.all).then_some(options.context)),
            notes,
        }
    }

    /// The paragraphs of consecutive folded pairs; `None` where there is nothing to count.
    fn run(&self, pairs: Vec<usize>, shown_units: &HashSet<usize>) -> Option<Run> {
        // A paragraph with its items counts once, by the one that changed most.
        let mut units: BTreeMap<usize, (bool, Option<String>)> = BTreeMap::new();
        for &at in &pairs {
            let pair = &self.comparison.pairs[at];
            let Some(top) = self.new_unit(pair) else { continue };
            let kind = self.new.report.nodes[top].kind;
            let reworded = pair.status == Status::Reworded;
            if matches!(kind, NodeKind::Footnote | NodeKind::Heading)
                || (!reworded && shown_units.contains(&top))
            {
                continue;
            }
            let old = pair.old.first().and_then(|id| self.old_at.get(id.as_str()));
            let old = old.map(|at| label_at(&self.old.report, unit(&self.old.report, *at)));
            let entry = units.entry(top).or_insert((false, None));
            entry.0 |= reworded;
            entry.1 = entry.1.take().or(old);
        }
        let reworded = units.values().filter(|(reworded, _)| *reworded).count();
        let same = units.len() - reworded;
        if units.is_empty() {
            return None;
        }
        let news: Vec<String> = units.keys().map(|at| label_at(&self.new.report, *at)).collect();
        let olds: Vec<String> = units.values().filter_map(|(_, old)| old.clone()).collect();
        let (olds, new) = (enumerate(&olds, true), enumerate(&news, true));
        let place = if olds == new {
            new
        } else if units.len() == 1 {
            format!("{olds} → {new}")
        } else {
            format!("{olds} → {}", new.trim_start_matches('¶'))
        };
        let text = match (same, reworded) {
            (1, 0) | (0, 1) => if same == 1 { "the same" } else { "reworded" }.to_owned(),
            (same, 0) => format!("{same} the same"),
            (0, reworded) => format!("{reworded} reworded"),
            (same, reworded) => format!("{same} the same, {reworded} reworded"),
        };
        Some(Run { place, same, reworded, text, pairs })
    }
}

/// The heading above a node, found through its parents, which always stand before it.
fn heading_before(report: &Report, index: usize) -> Option<usize> {
    let mut at = index;
    loop {
        let parent = report.nodes[at].parent.as_deref()?;
        at = report.nodes[..at].iter().rposition(|node| node.id == parent)?;
        if report.nodes[at].kind == NodeKind::Heading {
            return Some(at);
        }
    }
}
