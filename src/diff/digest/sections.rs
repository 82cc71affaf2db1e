//! The changed pairs under their headings.

mod runs;

use super::notes::notes;
use super::pieces::pieces;
use super::place::{cited, enumerate, is_in_text, label, label_at, opening, transition, unit};
use super::preamble::preambular;
use super::repeated::plain_hyphens;
use super::{Entry, Options, Piece, Section, SectionHeading, Shown};
use crate::diff::calls::{self, Marks};
use crate::diff::facts::Whereto;
use crate::diff::joined::Joined;
use crate::diff::pair::is_masthead_note;
use crate::diff::{ComparedPair, Comparison, Status, Weight, WordOp, Words, whereto_of};
use crate::mentions::Annotated;
use crate::report::{NodeKind, Report};
use runs::close_run;
use std::collections::{HashMap, HashSet};

/// The two reports and what both share.
struct Sides<'a> {
    comparison: &'a Comparison,
    old: &'a Annotated,
    new: &'a Annotated,
    old_at: HashMap<&'a str, usize>,
    new_at: HashMap<&'a str, usize>,
    /// The pair of each node, by side: OLD, NEW.
    pair_of: [HashMap<&'a str, usize>; 2],
    /// Where the nodes of OLD are now.
    whereto: Whereto,
}

/// True if the text of this pair is shown.
pub(super) fn is_shown(pair: &ComparedPair, options: &Options) -> bool {
    if !options.only.is_empty() {
        // What is editorial is news of no kind.
        return pair.changes.iter().any(|change| {
            change.weight > Weight::Editorial && options.only.iter().any(|kind| kind == change.kind)
        });
    }
    let changed = !matches!(pair.status, Status::Unchanged | Status::Editorial | Status::Reworded)
        && !pair.is_told_below();
    options.all || changed || pair.moved
}

/// All pairs in the order of NEW, each under its heading.
pub(super) fn sections(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    options: &Options,
) -> Vec<Section> {
    let sides = Sides::new(comparison, old, new);
    let shown_units: HashSet<usize> = comparison
        .pairs
        .iter()
        .filter(|pair| is_shown(pair, options))
        .filter_map(|pair| sides.new_unit(pair))
        .collect();
    // Each section with all of its headings; those that the reader has seen go at the end.
    let mut out: Vec<Section> = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for at in sides.reading_order() {
        let pair = &comparison.pairs[at];
        let here = sides.headings(at);
        if out.is_empty() || here.as_ref().is_some_and(|here| out.last().is_some_and(|s| s.headings != *here))
        {
            close_run(&mut out, &mut run, &sides, &shown_units, options);
            out.push(Section { headings: here.unwrap_or_default(), entries: Vec::new() });
        }
        if is_shown(pair, options) && !sides.is_told_by_heading(pair, options) {
            close_run(&mut out, &mut run, &sides, &shown_units, options);
            if let Some(section) = out.last_mut() {
                section.entries.push(Entry::Shown(sides.shown(at, options)));
            }
        } else if options.only.is_empty() {
            run.push(at);
        }
    }
    close_run(&mut out, &mut run, &sides, &shown_units, options);
    let headings = options.only.is_empty() || options.only.iter().any(|kind| kind == "heading");
    let is_news = |section: &Section| section.headings.last().is_some_and(|heading| heading.note.is_some());
    out.retain(|section| !section.entries.is_empty() || (headings && is_news(section)));
    if !options.texts {
        join_quiet(&mut out, &sides, &shown_units);
    }
    leave_out_seen(&mut out);
    out
}

/// With more quiet sections than this, those that stand together are one line.
const QUIET: usize = 10;

/// Joins neighbouring sections in which everything is the same, where there are many of them.
fn join_quiet(sections: &mut Vec<Section>, sides: &Sides, shown_units: &HashSet<usize>) {
    let pairs = |section: &Section| -> Option<Vec<usize>> {
        match section.entries.as_slice() {
            [Entry::Run(run)] if run.reworded + run.editorial == 0 => Some(run.pairs.clone()),
            _ => None,
        }
    };
    if sections.iter().filter(|section| pairs(section).is_some()).count() <= QUIET {
        return;
    }
    let mut out: Vec<Section> = Vec::new();
    for section in sections.drain(..) {
        let before = out.last().and_then(pairs);
        match (before, pairs(&section), out.last_mut()) {
            (Some(mut joined), Some(more), Some(last)) => {
                joined.extend(more);
                last.headings.clear();
                last.entries = sides.run(joined, shown_units).map(Entry::Run).into_iter().collect();
            }
            _ => out.push(section),
        }
    }
    *sections = out;
}

/// Leaves out the headings that the section before has shown.
fn leave_out_seen(sections: &mut [Section]) {
    let mut seen: Vec<String> = Vec::new();
    for section in sections {
        let ids: Vec<String> = section.headings.iter().map(|heading| heading.id.clone()).collect();
        let kept = ids.iter().zip(&seen).take_while(|(one, two)| one == two).count();
        section.headings.drain(..kept);
        seen = ids;
    }
}

/// The pairs in the order in which they are read.
pub(super) fn reading_order(comparison: &Comparison, old: &Annotated, new: &Annotated) -> Vec<usize> {
    Sides::new(comparison, old, new).reading_order()
}

impl<'a> Sides<'a> {
    fn new(comparison: &'a Comparison, old: &'a Annotated, new: &'a Annotated) -> Sides<'a> {
        let index = |side: &'a Annotated| -> HashMap<&'a str, usize> {
            side.report.nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect()
        };
        let mut pair_of: [HashMap<&str, usize>; 2] = Default::default();
        for (at, pair) in comparison.pairs.iter().enumerate() {
            pair_of[0].extend(pair.old.iter().map(|id| (id.as_str(), at)));
            pair_of[1].extend(pair.new.iter().map(|id| (id.as_str(), at)));
        }
        let whereto = whereto_of(comparison);
        Sides { comparison, old, new, old_at: index(old), new_at: index(new), pair_of, whereto }
    }

    fn new_unit(&self, pair: &ComparedPair) -> Option<usize> {
        let index = self.new_at.get(pair.new.first()?.as_str())?;
        Some(unit(&self.new.report, *index))
    }

    fn kind(&self, pair: &ComparedPair) -> Option<NodeKind> {
        let new = pair.new.first().and_then(|id| self.new_at.get(id.as_str()));
        let old = pair.old.first().and_then(|id| self.old_at.get(id.as_str()));
        new.map(|at| self.new.report.nodes[*at].kind).or(old.map(|at| self.old.report.nodes[*at].kind))
    }

    /// The pairs in the order of NEW; a footnote behind the paragraph that calls it, one of the first page
    /// before everything.
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
        let mut order: Vec<(usize, usize)> = Vec::with_capacity(pairs.len());
        for (at, pair) in pairs.iter().enumerate() {
            let side = usize::from(!pair.new.is_empty());
            let id = if side == 1 { pair.new.first() } else { pair.old.first() };
            let caller = id
                .filter(|_| self.kind(pair) == Some(NodeKind::Footnote))
                .and_then(|id| callers[side].get(id.as_str()))
                .and_then(|caller| self.pair_of[side].get(caller));
            let place = match caller {
                None if self.is_masthead_note(pair) => 0,
                caller => caller.copied().unwrap_or(at) + 1,
            };
            order.push((place, at));
        }
        order.sort_by_key(|&(place, at)| (place, place != at + 1, at));
        order.into_iter().map(|(_, at)| at).collect()
    }

    fn is_masthead_note(&self, pair: &ComparedPair) -> bool {
        let new = pair.new.first().and_then(|id| self.new_at.get(id.as_str()));
        let old = pair.old.first().and_then(|id| self.old_at.get(id.as_str()));
        let node = new.map(|at| &self.new.report.nodes[*at]).or(old.map(|at| &self.old.report.nodes[*at]));
        // Annexes have notes with such signs too.
        node.is_some_and(|node| is_masthead_note(node) && matches!(node.part.as_str(), "body" | ""))
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
        // The title of an annex stands with its heading.
        let holds = |at: usize, chain: &[usize]| chain.iter().any(|&up| up + 1 == at);
        let titles: Vec<usize> = chain
            .iter()
            .copied()
            .filter(|&at| report.nodes[at].id.ends_with(".title") && holds(at, &chain))
            .collect();
        chain.retain(|at| !titles.contains(at));
        let heading = |(level, at): (usize, usize)| self.heading(report, at, level + 1, pair.new.is_empty());
        Some(chain.into_iter().enumerate().map(heading).collect())
    }

    fn heading(&self, report: &Report, at: usize, level: usize, gone: bool) -> SectionHeading {
        let node = &report.nodes[at];
        let pair = self.pair_of[usize::from(!gone)].get(node.id.as_str());
        let note = match pair.map(|at| self.comparison.pairs[*at].status) {
            Some(Status::Inserted) => Some("new"),
            Some(Status::Deleted) => Some("gone"),
            _ => None,
        };
        let mut text = match &node.number {
            Some(number) if node.text.is_empty() => number.clone(),
            // "Annex II", but "II. Organizational matters".
            Some(number) if node.id == node.part => format!("{} {number}", node.text),
            Some(number) => format!("{number}. {}", node.text),
            None => node.text.clone(),
        };
        // An annex and its title are one line.
        let title = report.nodes.get(at + 1).filter(|next| next.id == format!("{}.title", node.id));
        if let Some(title) = title {
            text = format!("{text}. {}", title.text);
        }
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
        let labels = |ids: &[String], report: &Report, at: &HashMap<&str, usize>| {
            let place = |id: &String| at.get(id.as_str()).map_or(id.clone(), |at| label_at(report, *at));
            let labels: Vec<String> = ids.iter().map(place).collect();
            (!labels.is_empty()).then(|| enumerate(&labels, true))
        };
        let old_place = labels(&pair.old, &self.old.report, &self.old_at);
        let new_place = labels(&pair.new, &self.new.report, &self.new_at);
        let words = without_hyphens(&self.marks(pair).within(&pair.words));
        let whole = options.all || options.texts;
        let mut pieces = pieces(&words, (!whole).then_some(options.context));
        if pair.status == Status::Split {
            let begins = pair.new.iter().skip(1).map(|id| label(&self.new.report, id));
            pieces = with_beginnings(pieces, begins.collect());
        }
        let place = self.place_shown(pair, &pieces, old_place.as_deref(), new_place.as_deref());
        let tags = [
            (pair.moved, "moved"),
            (pair.status == Status::Split, "split"),
            (pair.status == Status::Merged, "merged"),
        ];
        Shown {
            pair: at,
            status: pair.status,
            place,
            old_place,
            new_place,
            tags: tags.into_iter().filter(|(is, _)| *is).map(|(_, tag)| tag).collect(),
            pieces,
            notes: notes(pair, self.old, self.new),
        }
    }

    /// The footnote calls that stand on one side only.
    fn marks(&self, pair: &ComparedPair) -> Marks {
        let indices = |ids: &[String], at: &HashMap<&str, usize>| -> Vec<usize> {
            ids.iter().filter_map(|id| at.get(id.as_str()).copied()).collect()
        };
        let old = Joined::new(self.old, &indices(&pair.old, &self.old_at));
        let new = Joined::new(self.new, &indices(&pair.new, &self.new_at));
        calls::compare(&old, &new, &self.whereto)
    }

    /// The place as it stands beside the text. A paragraph without a number is known by its first
    /// words: where they are not in view, they are its label.
    fn place_shown(
        &self,
        pair: &ComparedPair,
        pieces: &[Piece],
        old: Option<&str>,
        new: Option<&str>,
    ) -> String {
        let (report, at, ids) = match pair.new.first() {
            Some(_) => (&self.new.report, &self.new_at, &pair.new),
            None => (&self.old.report, &self.old_at, &pair.old),
        };
        let index = match ids.as_slice() {
            [id] => at.get(id.as_str()).copied(),
            _ => None,
        };
        let alone = |at: &usize| report.nodes[*at].kind == NodeKind::Unnumbered && !is_in_text(report, *at);
        let Some(index) = index.filter(alone) else { return transition(old, new) };
        if preambular(report, index).is_some() {
            // The number is how it is cited, the first words are how it is found.
            let words = matches!(pieces.first(), Some(Piece::Elided(_)));
            let words = if words { opening(&report.nodes[index].text) } else { None };
            let words = words.map(|words| format!(" “{words}”")).unwrap_or_default();
            return transition(old, new) + &words;
        }
        match (pair.status, pieces.first()) {
            (Status::Inserted, _) => "new".to_owned(),
            (Status::Deleted, _) => "gone".to_owned(),
            (_, Some(Piece::Elided(_))) => cited(report, &report.nodes[index].id),
            _ => transition(old, new),
        }
    }
}

/// The words without hyphens that only became hyphens of another kind: those of NEW stand there.
fn without_hyphens(words: &[Words]) -> Vec<Words> {
    let mut out: Vec<Words> = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some(word) = rest.first() {
        let (word, taken) = match rest {
            [gone, come, ..]
                if (gone.op, come.op) == (WordOp::Delete, WordOp::Insert)
                    && plain_hyphens(&gone.text) == plain_hyphens(&come.text) =>
            {
                (Words { op: WordOp::Equal, text: come.text.clone() }, 2)
            }
            _ => (word.clone(), 1),
        };
        match out.last_mut() {
            Some(last) if last.op == word.op => last.text.push_str(&word.text),
            _ => out.push(word),
        }
        rest = &rest[taken..];
    }
    out
}

/// Puts the labels of the further nodes of NEW where these begin.
fn with_beginnings(pieces: Vec<Piece>, labels: Vec<String>) -> Vec<Piece> {
    let mut labels = labels.into_iter();
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let Piece::Text(op, text) = piece else {
            out.push(piece);
            continue;
        };
        if op == WordOp::Delete {
            out.push(Piece::Text(op, text));
            continue;
        }
        for line in text.split_inclusive('\n') {
            out.push(Piece::Text(op, line.to_owned()));
            if line.ends_with('\n') {
                out.extend(labels.next().map(Piece::Begins));
            }
        }
    }
    out
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
