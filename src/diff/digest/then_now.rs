//! The facts of two different reports side by side, under the headings that answer to one another.

use super::place::{Places, cited_at};
use super::{FactsThenNow, SectionHeading, ThenNow};
use crate::diff::same::{days, is_own_fact, office, same_person};
use crate::diff::{Comparison, Status};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{NodeKind, Report};
use std::collections::{HashMap, HashSet};

/// The kinds that are told, and what several of them are called.
const KINDS: [(MentionKind, &str); 7] = [
    (MentionKind::Session, "Sessions and meetings"),
    (MentionKind::Date, "Dates"),
    (MentionKind::Officer, "Officers"),
    (MentionKind::AgendaItem, "Agenda items"),
    (MentionKind::Document, "Documents"),
    (MentionKind::Participant, "Persons"),
    (MentionKind::Quantity, "Numbers"),
];

/// What stands under one heading: its node, and the nodes below it.
type Parts = Vec<(Option<usize>, Vec<usize>)>;

/// Facts of each pair of headings, then those of headings that only one report has.
///
/// `only` are the kinds asked for, all of them where it is empty; of more than `most` values of a
/// kind under one heading the rest is counted.
pub(in crate::diff) fn then_now(
    comparison: &Comparison,
    [old, new]: [&Annotated; 2],
    only: &[String],
    most: usize,
) -> Vec<ThenNow> {
    let places = [Places::new(&old.report), Places::new(&new.report)];
    let mut answers: HashMap<usize, usize> = HashMap::new();
    for pair in comparison.pairs.iter().filter(|pair| pair.status != Status::Inserted) {
        let index = |at: usize, ids: &[String]| ids.first().and_then(|id| places[at].index_of(id));
        if let (Some(was), Some(now)) = (index(0, &pair.old), index(1, &pair.new))
            && old.report.nodes[was].kind == NodeKind::Heading
            && new.report.nodes[now].kind == NodeKind::Heading
        {
            answers.insert(now, was);
        }
    }
    let (before, after) = (parts(&old.report), parts(&new.report));
    let mut out = Vec::new();
    let mut told: Vec<Option<usize>> = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    for (heading, nodes) in &after {
        // What stands before the first heading answers to what does so there.
        let twin = match heading {
            None => Some(None),
            Some(heading) => answers.get(heading).map(|was| Some(*was)),
        };
        let olds = twin.and_then(|twin| before.iter().find(|(other, _)| *other == twin));
        told.extend(olds.map(|(heading, _)| *heading));
        let lines = lines((old, olds.map_or(&[][..], |(_, nodes)| nodes)), (new, nodes), only, most);
        let note = match (heading, olds) {
            (Some(_), None) => " (now only)".to_owned(),
            (Some(now), Some((Some(was), _))) => {
                let (was, now) = (title(&old.report, *was), title(&new.report, *now));
                if was == now { String::new() } else { format!(" (then: {was})") }
            }
            _ => String::new(),
        };
        push(&mut out, &mut seen, &new.report, *heading, note, lines);
    }
    for (heading, nodes) in before.iter().filter(|(heading, _)| heading.is_some() && !told.contains(heading))
    {
        let lines = lines((old, nodes), (new, &[]), only, most);
        push(&mut out, &mut Vec::new(), &old.report, *heading, " (then only)".to_owned(), lines);
    }
    out
}

/// A group under its heading and those above it, as far as the group before did not have them.
fn push(
    out: &mut Vec<ThenNow>,
    seen: &mut Vec<usize>,
    report: &Report,
    heading: Option<usize>,
    note: String,
    lines: Vec<FactsThenNow>,
) {
    if lines.is_empty() {
        return;
    }
    let mut chain: Vec<usize> = heading.into_iter().collect();
    while let Some(up) = chain.last().and_then(|at| report.heading_of(*at)) {
        chain.push(up);
    }
    chain.reverse();
    let kept = chain.iter().zip(seen.iter()).take_while(|(one, two)| one == two).count();
    let of = |(level, at): (usize, &usize)| {
        let note = if Some(*at) == heading { note.as_str() } else { "" };
        let text = format!("{}{note}", title(report, *at));
        SectionHeading { id: report.nodes[*at].id.clone(), level: level + 1, text, note: None }
    };
    let headings = chain.iter().enumerate().skip(kept).map(of).collect();
    *seen = chain;
    out.push(ThenNow { headings, lines });
}

/// A heading with its number.
fn title(report: &Report, at: usize) -> String {
    let node = &report.nodes[at];
    match &node.number {
        Some(number) if node.text.is_empty() => number.clone(),
        // "Annex II", but "II. Organizational matters".
        Some(number) if node.id == node.part => format!("{} {number}", node.text),
        Some(number) => format!("{number}. {}", node.text),
        None => node.text.clone(),
    }
}

/// The nodes of the text by the heading above them, in order; the first page is told by its fields.
fn parts(report: &Report) -> Parts {
    let mut out: Parts = Vec::new();
    let mut heading_of: Vec<Option<usize>> = Vec::with_capacity(report.nodes.len());
    let index: HashMap<&str, usize> =
        report.nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    for (at, node) in report.nodes.iter().enumerate() {
        // Parents stand before what they hold.
        let parent = node.parent.as_deref().and_then(|id| index.get(id).copied()).filter(|up| *up < at);
        let above = parent.and_then(|up| match report.nodes[up].kind {
            NodeKind::Heading => Some(up),
            _ => heading_of[up],
        });
        let own = if node.kind == NodeKind::Heading { Some(at) } else { above };
        heading_of.push(own);
        if matches!(node.kind, NodeKind::Masthead | NodeKind::Footnote) {
            continue;
        }
        match out.iter_mut().find(|(heading, _)| *heading == own) {
            Some((_, nodes)) => nodes.push(at),
            None => out.push((own, vec![at])),
        }
    }
    out
}

/// What the two parts say, kind by kind.
fn lines(
    then: (&Annotated, &[usize]),
    now: (&Annotated, &[usize]),
    only: &[String],
    most: usize,
) -> Vec<FactsThenNow> {
    let mut out = Vec::new();
    let asked = |kind: &MentionKind| only.is_empty() || only.iter().any(|name| name == kind.name());
    for (kind, what) in KINDS.into_iter().filter(|(kind, _)| asked(kind)) {
        let (olds, news) = (values(then, kind), values(now, kind));
        let apart = |these: &[Value], others: &[Value], report: &Report| -> Vec<String> {
            let keys: HashSet<&str> = others.iter().map(|other| other.key.as_str()).collect();
            let alone = these.iter().filter(|value| !value.is_among(others, |key| keys.contains(key)));
            let said = |value: &Value| format!("{} ({})", said(value.mention), cited_at(report, value.node));
            let mut texts: Vec<String> = alone.map(said).collect();
            if texts.len() > most + 1 {
                let more = texts.len() - most;
                texts.truncate(most);
                texts.push(format!("{more} more"));
            }
            texts
        };
        let (then, now) = (apart(&olds, &news, &then.0.report), apart(&news, &olds, &now.0.report));
        if !then.is_empty() || !now.is_empty() {
            out.push(FactsThenNow { what, then, now });
        }
    }
    out
}

/// A fact where it is first told.
struct Value<'a> {
    key: String,
    node: usize,
    mention: &'a Mention,
}

impl Value<'_> {
    /// True where the same fact, however it is written, is among others. People have many names; any
    /// other fact is known by its key.
    fn is_among(&self, others: &[Value], known: impl Fn(&str) -> bool) -> bool {
        if self.mention.kind != MentionKind::Officer {
            return known(&self.key);
        }
        let held = |mention: &Mention| mention.attributes.get("office").map(|name| office(name));
        let own = held(self.mention);
        others
            .iter()
            .any(|other| same_person(&self.mention.value, &other.mention.value) && held(other.mention) == own)
    }
}

/// The different values of a kind, in the order of the text.
fn values<'a>((side, nodes): (&'a Annotated, &[usize]), kind: MentionKind) -> Vec<Value<'a>> {
    let mut out: Vec<Value> = Vec::new();
    let mut keys: HashSet<String> = HashSet::new();
    for &node in nodes {
        let mentions = side.mentions.by_node.get(node).map_or(&[][..], Vec::as_slice);
        for mention in mentions.iter().filter(|mention| mention.kind == kind && is_own_fact(mention)) {
            let key = match kind {
                MentionKind::Date => days(&mention.value).into_iter().collect::<Vec<_>>().join(","),
                _ => mention.value.to_lowercase(),
            };
            let value = Value { key, node, mention };
            if !value.is_among(&out, |key| keys.contains(key)) {
                keys.insert(value.key.clone());
                out.push(value);
            }
        }
    }
    out
}

/// "Burhan Gafoor (Singapore), Chair"; other facts as printed.
fn said(mention: &Mention) -> String {
    // "The sixth, seventh and eighth sessions": alone, the sixth needs its noun.
    let noun = mention.value.rsplit(' ').next().unwrap_or_default();
    if mention.kind == MentionKind::Session
        && !mention.text.to_lowercase().contains(noun.trim_end_matches('s'))
    {
        return mention.value.clone();
    }
    if !matches!(mention.kind, MentionKind::Officer | MentionKind::Participant) {
        return mention.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut out = mention.value.clone();
    if let Some(country) = mention.attributes.get("country").filter(|country| **country != mention.value) {
        out.push_str(&format!(" ({country})"));
    }
    if let Some(office) = mention.attributes.get("office") {
        out.push_str(&format!(", {office}"));
    }
    out
}
