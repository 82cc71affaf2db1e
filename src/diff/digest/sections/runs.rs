//! Consecutive pairs of which only the number is told.

use super::Sides;
use crate::diff::Status;
use crate::diff::digest::place::{PREAMBULAR, enumerate, label_at, transition, unit};
use crate::diff::digest::{Entry, Options, Run, Section, Shown};
use crate::mentions::Annotated;
use crate::report::NodeKind;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Ends the run that is open, if one is.
pub(super) fn close_run(
    out: &mut [Section],
    run: &mut Vec<usize>,
    sides: &Sides,
    shown_units: &HashSet<usize>,
    options: &Options,
) {
    let pairs = std::mem::take(run);
    let Some(section) = out.last_mut() else { return };
    if !options.texts {
        section.entries.extend(sides.run(pairs, shown_units).map(Entry::Run));
        return;
    }
    let every = Options { all: true, ..options.clone() };
    let told = |at: &usize| sides.is_told_by_heading(&sides.comparison.pairs[*at], &every);
    let texts: Vec<Shown> = pairs.iter().filter(|at| !told(at)).map(|at| sides.shown(*at, options)).collect();
    if texts.is_empty() {
        return;
    }
    let run = sides.run(pairs.clone(), shown_units).unwrap_or_else(|| sides.uncounted(pairs, &texts));
    section.entries.push(Entry::Run(Run { texts, ..run }));
}

/// What became of the texts that changed most, in a word; empty for what is told below.
fn kept(texts: &[Shown]) -> &'static str {
    let of = |status: Status| texts.iter().any(|text| text.status == status);
    if of(Status::Reworded) {
        Kept::Reworded.word()
    } else if of(Status::Editorial) {
        Kept::Editorial.word()
    } else if texts.iter().all(|text| text.status == Status::Unchanged) {
        Kept::Same.word()
    } else {
        ""
    }
}

impl<'a> Sides<'a> {
    /// The paragraphs of consecutive folded pairs; `None` where there is nothing to count.
    pub(super) fn run(&self, pairs: Vec<usize>, shown_units: &HashSet<usize>) -> Option<Run> {
        // A paragraph with its items counts once, by the one that changed most.
        let mut units: BTreeMap<usize, (Kept, Option<String>)> = BTreeMap::new();
        for &at in &pairs {
            let pair = &self.comparison.pairs[at];
            let Some(top) = self.new_unit(pair) else { continue };
            let kind = self.new.report.nodes[top].kind;
            let kept = match pair.status {
                Status::Unchanged => Kept::Same,
                Status::Editorial => Kept::Editorial,
                _ => Kept::Reworded,
            };
            if matches!(kind, NodeKind::Footnote | NodeKind::Heading)
                || (kept != Kept::Reworded && shown_units.contains(&top))
            {
                continue;
            }
            // A reworded item of a paragraph of which other parts are shown is known by its own letter.
            let own = pair.new.first().and_then(|id| self.new_at.get(id.as_str()));
            let own = own.filter(|_| shown_units.contains(&top));
            let old = pair.old.first().and_then(|id| self.old_at.get(id.as_str()));
            let old = old.map(|at| match own {
                Some(_) => label_at(&self.old.report, *at),
                None => label_at(&self.old.report, unit(&self.old.report, *at)),
            });
            let entry = units.entry(own.copied().unwrap_or(top)).or_insert((Kept::Same, None));
            entry.0 = entry.0.max(kept);
            entry.1 = entry.1.take().or(old);
        }
        if units.is_empty() {
            return None;
        }
        let count = |kept: Kept| units.values().filter(|(other, _)| *other == kept).count();
        let news: Vec<String> = units.keys().map(|at| label_at(&self.new.report, *at)).collect();
        let olds: Vec<String> = units.values().filter_map(|(_, old)| old.clone()).collect();
        let (olds, new) = (ranges(&olds), ranges(&news));
        let place = if olds == new {
            new
        } else if units.len() == 1 {
            transition(Some(&olds), Some(&new))
        } else {
            // "unnumbered 4–5 → 5–6", "¶4–5 → 5–6".
            let noun = ["unnumbered ", PREAMBULAR, "¶"].into_iter().find(|noun| olds.starts_with(noun));
            let short = noun.and_then(|noun| new.strip_prefix(noun)).unwrap_or(&new);
            format!("{olds} → {short}")
        };
        // Told in the order in which they stand.
        let mut order: Vec<Kept> = Vec::new();
        for (kept, _) in units.values() {
            if !order.contains(kept) {
                order.push(*kept);
            }
        }
        let text = match order.as_slice() {
            [kept] if units.len() == 1 => kept.word().to_owned(),
            order => {
                let parts: Vec<String> =
                    order.iter().map(|kept| format!("{} {}", count(*kept), kept.word())).collect();
                parts.join(", ")
            }
        };
        let (same, editorial, reworded) = (count(Kept::Same), count(Kept::Editorial), count(Kept::Reworded));
        Some(Run { place, same, editorial, reworded, text, pairs, texts: Vec::new() })
    }

    /// What [`Sides::run`] does not count: notes, headings, further lines of a paragraph that is shown.
    fn uncounted(&self, pairs: Vec<usize>, texts: &[Shown]) -> Run {
        let units = |side: &'a Annotated, at: &HashMap<&str, usize>, new: bool| {
            let mut labels: Vec<String> = Vec::new();
            for text in texts {
                let pair = &self.comparison.pairs[text.pair];
                let ids = if new { &pair.new } else { &pair.old };
                for at in ids.iter().filter_map(|id| at.get(id.as_str())) {
                    let label = label_at(&side.report, unit(&side.report, *at));
                    if !labels.contains(&label) {
                        labels.push(label);
                    }
                }
            }
            ranges(&labels)
        };
        let (old, new) = (units(self.old, &self.old_at, false), units(self.new, &self.new_at, true));
        let is_line = |text: &&Shown| {
            matches!(
                self.kind(&self.comparison.pairs[text.pair]),
                Some(NodeKind::Item | NodeKind::Unnumbered | NodeKind::Paragraph)
            )
        };
        let of_first_page = |text: &Shown| self.is_masthead_note(&self.comparison.pairs[text.pair]);
        let text = match texts.iter().filter(is_line).count() {
            // How many they are tells those above a line that is shown from those below it.
            1 => format!("1 other line: {}", kept(texts)),
            count @ 2.. => format!("{count} other lines: {}", kept(texts)),
            0 if kept(texts).is_empty() && texts.iter().all(of_first_page) => "on the first page".to_owned(),
            0 => kept(texts).to_owned(),
        };
        let [old, new] = [&old, &new].map(|place| Some(place.as_str()).filter(|place| !place.is_empty()));
        let place = transition(old, new);
        Run { place, text, pairs, ..Run::default() }
    }
}

/// What became of a paragraph whose text is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    Same,
    Editorial,
    Reworded,
}

impl Kept {
    fn word(self) -> &'static str {
        match self {
            Kept::Same => "the same",
            Kept::Editorial => "editorial",
            Kept::Reworded => "reworded",
        }
    }
}

/// Places in ranges; where that makes a long list, an annex is named once and as a whole.
fn ranges(labels: &[String]) -> String {
    const LONG: usize = 5;
    let full = enumerate(labels, true);
    if full.split(", ").count() <= LONG {
        return full;
    }
    let mut short: Vec<String> = Vec::new();
    for label in labels {
        let annex = match label.strip_prefix("annex") {
            Some(rest) => {
                let end = rest.find([',', '¶', '(']).unwrap_or(rest.len());
                format!("annex{}", rest[..end].trim_end())
            }
            None => label.clone(),
        };
        if !short.contains(&annex) {
            short.push(annex);
        }
    }
    enumerate(&short, true)
}
