//! What stands in both versions, whatever came or went elsewhere: to name it once more, or once less,
//! is no news of itself. The words round it are weighed as words.

use super::actors::is_generic;
use super::digest::place::{enumerate, label_at};
use super::joined::Found;
use super::same::{is_period, unit};
use super::tokens::{is_stop_word, tokens};
use crate::align::Alignment;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{Node, NodeKind};
use crate::terms::english::connection::{ASKING, CITING, DEADLINE, TASKS};
use std::collections::HashMap;

/// How far round a mention its connection is looked for, in characters.
const NEAR: usize = 80;

/// How far before a session it is asked what is to be done there, in characters.
const CLAUSE: usize = 600;

/// So many words of content before a fact say what it is the date or the session of.
const LEAD: usize = 3;

/// From so many of a thing on, the same number of the same thing is no chance.
const MANY: u32 = 20;

/// A list of more places says no more.
const MOST: usize = 4;

/// A node and a mention in it, by index.
type Place = (usize, usize);

/// The facts and the notes of both versions that stand in both sides of a pair.
pub(crate) struct Standing<'a> {
    sides: [&'a Annotated; 2],
    /// By side and node: the connection of each mention.
    connections: [Vec<Vec<Connection>>; 2],
    /// By side: the index of a node.
    index: [HashMap<&'a str, usize>; 2],
    /// Where a fact is kept, by side: node and mention.
    kept: HashMap<(MentionKind, String), [Vec<Place>; 2]>,
    /// Notes that are the same in both, by their words: their nodes.
    notes: HashMap<String, [usize; 2]>,
}

/// What a fact is the fact of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Connection {
    /// The words of content right before it.
    lead: Vec<String>,
    /// "by", "until": a day or a year by which something is due.
    deadline: Option<String>,
    /// What somebody is asked to do at the session.
    task: Option<&'static str>,
    /// The documents and sittings beside it.
    beside: Vec<String>,
}

impl<'a> Standing<'a> {
    /// Looks through all pairs that have both sides.
    pub fn new(old: &'a Annotated, new: &'a Annotated, alignment: &Alignment) -> Standing<'a> {
        let sides = [old, new];
        let index = sides.map(|side| {
            side.report.nodes.iter().enumerate().rev().map(|(at, n)| (n.id.as_str(), at)).collect()
        });
        let mut standing = Standing {
            sides,
            connections: sides.map(connections),
            index,
            kept: HashMap::new(),
            notes: HashMap::new(),
        };
        for pair in alignment.pairs.iter().filter(|pair| !pair.old.is_empty() && !pair.new.is_empty()) {
            let [mut was, mut now] = [(old, &pair.old), (new, &pair.new)].map(|(side, nodes)| {
                let mut found: HashMap<(MentionKind, String), Vec<(usize, usize)>> = HashMap::new();
                for &node in nodes {
                    let mentions = side.mentions.by_node.get(node).map_or(&[][..], Vec::as_slice);
                    for (at, mention) in mentions.iter().enumerate() {
                        found.entry(key(mention)).or_default().push((node, at));
                    }
                }
                found
            });
            was.retain(|key, _| now.contains_key(key));
            for (key, places) in was {
                let [olds, news] = standing.kept.entry(key.clone()).or_default();
                olds.extend(places);
                news.extend(now.remove(&key).unwrap_or_default());
            }
            if let (&[was], &[now]) = (pair.old.as_slice(), pair.new.as_slice())
                && let (Some(one), Some(two)) = (old.report.nodes.get(was), new.report.nodes.get(now))
                && one.kind == NodeKind::Footnote
                && two.kind == NodeKind::Footnote
                && bare(&one.text) == bare(&two.text)
            {
                standing.notes.entry(bare(&one.text)).or_insert([was, now]);
            }
        }
        for places in standing.kept.values_mut().flatten() {
            places.sort_unstable();
        }
        standing
    }

    /// Where a fact that came (or went, `is_old`) stands in both versions: "also in ¶4, note 3 of the
    /// old version"; `None` where it is news.
    pub fn named_elsewhere(&self, found: &Found, is_old: bool) -> Option<String> {
        let mention = found.mention;
        let [olds, news] = self.kept.get(&key(mention))?;
        // With a blank in it nobody knows whether it is the same.
        if mention.value.contains('?') || (mention.kind == MentionKind::Date && mention.value.contains('X')) {
            return None;
        }
        let side = usize::from(!is_old);
        let here = *self.index[side].get(found.node)?;
        let mentions = self.sides[side].mentions.by_node.get(here)?;
        // Mentions of a node stand in order; two may begin at one place.
        let first = mentions.partition_point(|other| other.start < mention.start);
        let at = first + mentions[first..].iter().position(|other| other == mention)?;
        let this = self.connections[side].get(here)?.get(at)?;
        let kept = || {
            let sides = [(0, olds), (1, news)].into_iter();
            sides.flat_map(|(side, places)| of_places(&self.connections[side], places))
        };
        let same = |other: &Connection| {
            this.lead == other.lead && !this.lead.is_empty()
                || this.beside.iter().any(|beside| other.beside.contains(beside))
        };
        let known = match mention.kind {
            MentionKind::Document | MentionKind::AgendaItem => true,
            MentionKind::Session => this.task.is_none() || kept().any(|other| this.task == other.task),
            // A year says little; the year by which something is due says more.
            MentionKind::Date if mention.value.len() == 4 => {
                this.deadline.is_none() || kept().any(|other| this.deadline == other.deadline)
            }
            // "1.5°C": not so many of something, but a limit that the text speaks of. "157 members" are
            // the same members; two of anything may be two others, thirty days another term.
            MentionKind::Quantity => {
                let degrees = unit(mention).starts_with('°') || unit(mention).starts_with("degree");
                let count = mention.attributes.get("number").and_then(|number| number.parse::<u32>().ok());
                degrees || (count.is_some_and(|count| count >= MANY) && !is_period(mention))
            }
            MentionKind::Date => kept().any(|other| this.deadline == other.deadline && same(other)),
            _ => false,
        };
        let (other, places) = if is_old { ("new", news) } else { ("old", olds) };
        known.then(|| format!("also in {} of the {other} version", self.said(1 - side, places)))
    }

    fn said(&self, side: usize, places: &[(usize, usize)]) -> String {
        let mut labels: Vec<String> = Vec::new();
        let mut more = 0;
        let mut last = None;
        for (node, _) in places {
            if last.replace(*node) == Some(*node) {
                continue;
            }
            if labels.len() < MOST {
                labels.push(label_at(&self.sides[side].report, *node));
            } else {
                more += 1;
            }
        }
        match more {
            0 => enumerate(&labels, true),
            1 => format!("{} and 1 more place", enumerate(&labels, true)),
            _ => format!("{} and {more} more places", enumerate(&labels, true)),
        }
    }

    /// What a note that came (or went, `is_old`) repeats: "note 12", where it is word for word a note
    /// that stands in both versions; empty where it only cites what both versions name already.
    pub fn repeats(&self, node: &Node, is_old: bool) -> Option<String> {
        if node.kind != NodeKind::Footnote {
            return None;
        }
        let side = usize::from(!is_old);
        if let Some(twins) = self.notes.get(&bare(&node.text)) {
            return Some(label_at(&self.sides[side].report, twins[side]));
        }
        let mentions = self.sides[side].mentions.by_node.get(*self.index[side].get(node.id.as_str())?)?;
        let is_kept = |mention: &Mention| {
            mention.kind == MentionKind::Document
                && !mention.value.contains('?')
                && self.kept.contains_key(&key(mention))
        };
        if mentions.is_empty() || !mentions.iter().all(is_kept) {
            return None;
        }
        let mut spans: Vec<(usize, usize)> = mentions.iter().map(|m| (m.start, m.end)).collect();
        spans.sort_unstable();
        let mut spans = spans.into_iter().peekable();
        let mut rest = String::with_capacity(node.text.len());
        for (at, c) in node.text.chars().enumerate() {
            while spans.next_if(|span| span.1 <= at).is_some() {}
            rest.push(if spans.peek().is_some_and(|span| span.0 <= at) { ' ' } else { c });
        }
        let cites = tokens(&rest).iter().filter(|token| token.is_word()).all(|token| {
            let word = token.text.to_lowercase();
            let word = word.trim_end_matches('.');
            CITING.split_whitespace().any(|citing| citing == word) || word.chars().all(|c| c.is_ascii_digit())
        });
        cites.then(String::new)
    }
}

fn of_places<'c>(
    connections: &'c [Vec<Connection>],
    places: &'c [(usize, usize)],
) -> impl Iterator<Item = &'c Connection> {
    places.iter().take(MOST * MOST).filter_map(|(node, at)| connections.get(*node)?.get(*at))
}

/// Two facts with one key are one fact.
fn key(mention: &Mention) -> (MentionKind, String) {
    let value = match mention.kind {
        MentionKind::Date => super::same::days(&mention.value).into_iter().collect::<Vec<_>>().join(","),
        _ => mention.value.to_lowercase(),
    };
    (mention.kind, value)
}

/// The words of a note without marks at its ends and without what style makes of them.
fn bare(text: &str) -> String {
    let words: Vec<String> = tokens(text)
        .iter()
        .filter(|token| token.is_word())
        .map(|token| token.text.to_lowercase().replace('\u{ad}', ""))
        .collect();
    words.join(" ")
}

/// The connection of every date, document and session, node by node.
fn connections(side: &Annotated) -> Vec<Vec<Connection>> {
    let of_node = |(node, mentions): (&Node, &Vec<Mention>)| -> Vec<Connection> {
        if mentions.is_empty() {
            return Vec::new();
        }
        let chars: Vec<char> = node.text.chars().collect();
        mentions.iter().enumerate().map(|(at, mention)| connection(&chars, mentions, at, mention)).collect()
    };
    side.report.nodes.iter().zip(&side.mentions.by_node).map(of_node).collect()
}

fn connection(chars: &[char], mentions: &[Mention], at: usize, mention: &Mention) -> Connection {
    if !matches!(mention.kind, MentionKind::Date | MentionKind::Session) {
        return Connection::default();
    }
    let start = mention.start.min(chars.len());
    let before: String = chars[start.saturating_sub(NEAR)..start].iter().collect();
    let before = tokens(&before);
    let words: Vec<String> =
        before.iter().filter(|token| token.is_word()).map(|token| token.text.to_lowercase()).collect();
    // The body that meets says nothing of what it does there.
    let tells = |word: &&String| !is_stop_word(word) && !is_generic(word);
    let mut lead: Vec<String> = words.iter().rev().filter(tells).take(LEAD).cloned().collect();
    lead.reverse();
    let is = |list: &str, word: &String| list.split_whitespace().any(|other| other == word);
    // "by 2031", "by the end of 2031", "no later than 3 March".
    let deadline = words.iter().rev().take(4).find(|word| is(DEADLINE, word)).cloned();
    let task = if mention.kind == MentionKind::Session { task(&chars[..start]) } else { None };
    let near = |other: &&Mention| {
        matches!(other.kind, MentionKind::Document | MentionKind::Session)
            && other.start.abs_diff(start) <= NEAR * 2
    };
    let mut beside: Vec<String> = Vec::new();
    beside.extend(mentions[..at].iter().rev().take(2).filter(near).map(|other| other.value.to_lowercase()));
    beside.extend(mentions[at + 1..].iter().take(2).filter(near).map(|other| other.value.to_lowercase()));
    Connection { lead, deadline, task, beside }
}

/// What somebody is asked to do at the session that is named behind these words.
fn task(before: &[char]) -> Option<&'static str> {
    let before: String = before[before.len().saturating_sub(CLAUSE)..].iter().collect();
    let before = tokens(&before);
    let sentence = before.iter().rev().take_while(|token| !matches!(token.text, "." | ";"));
    let words: Vec<String> =
        sentence.filter(|token| token.is_word()).map(|token| token.text.to_lowercase()).collect();
    let asks = words.iter().any(|word| ASKING.split_whitespace().any(|asking| asking == word));
    let done = words.iter().find_map(|word| TASKS.iter().find(|(task, _)| task == word));
    asks.then(|| done.map_or("asked", |(_, task)| task))
}
