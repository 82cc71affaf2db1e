//! Counts beside what the same sentence names: "the following four States attended: Kenya, Norway, …";
//! "three documents: a note (A/AC.999/2031/2) and …"; "met four times: for its first session, on …; for …".
//!
//! A list is counted only where every piece of it was understood; one unknown piece makes the rule silent.

use super::counts::Count;
use super::finding::{Findings, Sure, Told};
use super::{inline, totals};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::editing::{
    BETWEEN_MEMBERS, DOCUMENTS_COUNTED, EUROPEAN_UNION, MEETING_VERBS, OFFICERS_COUNTED, PARTS_COUNTED,
    PARTS_ONLY, STATES_COUNTED,
};
use crate::terms::state;

/// Characters between a count and the colon before its list.
const LEAD: usize = 90;

/// Compares one count with the list of its sentence, or with the officers listed below it.
pub(super) fn find(annotated: &Annotated, count: &Count<'_>, findings: &mut Findings<'_>) {
    let unit = count.mention.attributes.get("unit").map_or("", String::as_str);
    let noun = unit.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is = |nouns: &[&str]| nouns.contains(&noun.as_str());
    let listed = match list_of(count) {
        Some(Place::Below) if is(OFFICERS_COUNTED) => {
            officers(annotated, count).map(|many| (many, Sure::Likely))
        }
        Some(Place::Here(from, to)) => {
            let list = &count.chars[from..to];
            match () {
                _ if is(STATES_COUNTED) || is(OFFICERS_COUNTED) => {
                    names(list).map(|many| (many, Sure::Likely))
                }
                _ if is(DOCUMENTS_COUNTED) => documents(count, (from, to)),
                _ if is(PARTS_COUNTED) => labels(list, &noun).map(|many| (many, Sure::Likely)),
                _ if noun == "sessions" || noun == "times" && is_met(count) => {
                    sessions(count, (from, to)).map(|many| (many, Sure::Likely))
                }
                _ => None,
            }
        }
        _ => None,
    };
    let listed = listed
        .or_else(|| inline::listed(annotated, count))
        .or_else(|| totals::listed(count).map(|many| (many, Sure::Likely)));
    let Some((listed, sure)) = listed.filter(|(listed, _)| *listed > 1 && *listed != count.number) else {
        return;
    };
    if sure == Sure::Hint && is(DOCUMENTS_COUNTED) {
        let told = Told {
            text: count.mention.text.clone(),
            what: format!("“{}” and {listed} symbols", count.mention.text),
            why: "each that is named has its own, unless one has none".to_owned(),
            sure: Some(sure),
            ..Told::default()
        };
        return findings.add("count-differs", &count.node.id, told);
    }
    // "four Vice-Chairs Amara": a name behind the noun is none of it.
    let end = inline::noun(count).map_or(count.mention.end, |(_, end)| end);
    let words: String = count.chars[count.mention.start..end].iter().collect();
    let told = Told {
        text: words.clone(),
        what: format!("“{words}” and a list of {listed}"),
        why: "the count and the list behind it differ".to_owned(),
        instead: Some(listed.to_string()),
        sure: Some(sure),
        ..Told::default()
    };
    findings.add("count-differs", &count.node.id, told);
}

/// Where the list of a count stands.
enum Place {
    /// In the same text: first character, and the one behind the last.
    Here(usize, usize),
    /// On the lines below.
    Below,
}

/// Behind the colon that ends the words of the count; nothing where they count something else as well, or say
/// that not all are named.
fn list_of(count: &Count<'_>) -> Option<Place> {
    let (chars, end) = (count.chars, count.mention.end);
    let colon = (end..chars.len().min(end + LEAD)).find(|at| matches!(chars[*at], ':' | ';' | '.'))?;
    if chars[colon] != ':' {
        return None;
    }
    let lead: String = chars[end..colon].iter().collect();
    if PARTS_ONLY.iter().any(|word| lead.contains(word)) || lead.contains(" and ") {
        return None;
    }
    let other = |mention: &Mention| {
        mention.kind == MentionKind::Quantity && mention.start >= end && mention.start < colon
    };
    if count.mentions.iter().any(other) {
        return None;
    }
    let from = (colon + 1..chars.len()).find(|at| !chars[*at].is_whitespace());
    let Some(from) = from else { return Some(Place::Below) };
    let stop = |at: &usize| {
        chars[*at] == '.'
            && chars.get(at + 1).is_none_or(|c| c.is_whitespace())
            && chars.get(at + 2).is_none_or(|c| !c.is_lowercase())
    };
    Some(Place::Here(from, (from..chars.len()).find(stop).unwrap_or(chars.len())))
}

/// "met five times", but not "increased five times".
fn is_met(count: &Count<'_>) -> bool {
    let before: String = count.chars[..count.mention.start].iter().collect();
    before.split_whitespace().next_back().is_some_and(|word| MEETING_VERBS.contains(&word))
}

/// How many States, or persons with their State, the words name and nothing else.
fn names(list: &[char]) -> Option<usize> {
    let (mut at, mut many) = (0, 0);
    loop {
        at += name_at(&list[at..])?;
        many += 1;
        let rest = list[at..].iter().position(|c| !c.is_whitespace()).map(|skip| at + skip);
        let Some(rest) = rest else { return Some(many) };
        at = rest + separator(&list[rest..])?;
    }
}

/// ", and ": how long it is.
pub(super) fn separator(chars: &[char]) -> Option<usize> {
    BETWEEN_MEMBERS.iter().find_map(|sign| {
        let long = sign.chars().count();
        let here = chars.len() > long && sign.chars().eq(chars[..long].iter().copied());
        (here && chars[long].is_whitespace())
            .then(|| long + chars[long..].iter().take_while(|c| c.is_whitespace()).count())
    })
}

/// The length of "Iran (Islamic Republic of)", of "the Gambia", or of "Amara Oduya (Kenya)".
pub(super) fn name_at(chars: &[char]) -> Option<usize> {
    /// A longer one is no name of a person.
    const LONGEST: usize = 60;
    let article = if chars.starts_with(&['t', 'h', 'e', ' ']) { 4 } else { 0 };
    if let Some(long) = state::length_at(&chars[article..]) {
        let end = article + long;
        // It may hold an office and is no State: some count it and some do not.
        if chars[article..end].iter().collect::<String>() == EUROPEAN_UNION {
            return None;
        }
        // What stands in parentheses behind it belongs to it.
        return Some(match parenthesis(&chars[end..]) {
            Some((_, close)) => end + close,
            None => end,
        });
    }
    let open = chars.iter().take(LONGEST).position(|c| *c == '(')?;
    let person = chars[..open].iter().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '’' | '\''));
    let capital = chars.first().is_some_and(|c| c.is_uppercase());
    let (inside, close) = parenthesis(&chars[open - 1..])?;
    (person && capital && state::is_name(inside)).then_some(open - 1 + close)
}

/// " (Kenya)": what it holds, and where it ends.
fn parenthesis(chars: &[char]) -> Option<(&[char], usize)> {
    if !chars.starts_with(&[' ', '(']) {
        return None;
    }
    let close = chars.iter().position(|c| *c == ')')?;
    // The name of a State in the parenthesis may have one of its own.
    let close = if chars.get(close + 1) == Some(&')') { close + 1 } else { close };
    Some((&chars[2..close], close + 1))
}

/// "chapter I, chapter II and chapter III": each with its noun.
fn labels(list: &[char], noun: &str) -> Option<usize> {
    let text: String = list.iter().collect();
    let one = noun.strip_suffix("es").filter(|one| one.ends_with('x')).or_else(|| noun.strip_suffix('s'))?;
    let pieces = text.replace(", and ", ", ").replace(" and ", ", ");
    let pieces: Vec<&str> = pieces.split(", ").collect();
    let label = |piece: &&str| {
        let label = piece.strip_prefix(one).and_then(|rest| rest.strip_prefix(' '));
        label.is_some_and(|label| !label.is_empty() && label.len() < 6 && !label.contains(' '))
    };
    pieces.iter().all(label).then_some(pieces.len())
}

/// Symbols one after another, or each alone in parentheses behind the name of its document.
fn documents(count: &Count<'_>, (from, to): (usize, usize)) -> Option<(usize, Sure)> {
    let chars = count.chars;
    let symbols: Vec<&Mention> = count
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Document && mention.start >= from && mention.end <= to)
        .collect();
    let (first, last) = (symbols.first()?, symbols.last()?);
    let words =
        |from: usize, to: usize| -> String { chars.get(from..to).unwrap_or_default().iter().collect() };
    let is_symbol = |mention: &&Mention| mention.attributes.get("type").is_some_and(|kind| kind == "symbol");
    // "(A/84/63) and its addendum (A/84/63/Add.1)" is one document.
    let added = |mention: &&Mention| {
        symbols
            .iter()
            .any(|other| mention.value.strip_prefix(&other.value).is_some_and(|rest| rest.starts_with('/')))
    };
    if !symbols.iter().all(is_symbol) || symbols.iter().any(added) {
        return None;
    }
    let joined = |pair: &[&Mention]| BETWEEN_MEMBERS.contains(&words(pair[0].end, pair[1].start).trim());
    if first.start == from && last.end == to && symbols.windows(2).all(joined) {
        return Some((symbols.len(), Sure::Likely));
    }
    let alone = |mention: &&Mention| {
        let behind = words(mention.end + 1, (mention.end + 7).min(to));
        chars.get(mention.start.wrapping_sub(1)) == Some(&'(')
            && chars.get(mention.end) == Some(&')')
            && (mention.end + 1 >= to
                || BETWEEN_MEMBERS.iter().any(|sign| behind.trim_start().starts_with(sign)))
    };
    if !symbols.iter().all(alone) || last.end + 1 < to {
        return None;
    }
    // A piece without a symbol hides among the words of the next: then more are named than symbols.
    let hidden: usize = std::iter::once((from, first.start))
        .chain(symbols.windows(2).map(|pair| (pair[0].end + 7, pair[1].start)))
        .map(|(start, end)| words(start, end))
        .map(|between| between.matches(',').count() + between.matches(" and ").count())
        .sum();
    let sure = if symbols.len() + hidden >= count.number && symbols.len() < count.number {
        Sure::Hint
    } else {
        Sure::Likely
    };
    Some((symbols.len(), sure))
}

/// "for its first session, on …; for its second session, …": each piece names one.
fn sessions(count: &Count<'_>, (from, to): (usize, usize)) -> Option<usize> {
    let mut pieces = vec![0_usize];
    let mut named = count
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Session && mention.start >= from)
        .map(|mention| mention.start)
        .peekable();
    for (at, c) in count.chars.iter().enumerate().take(to).skip(from) {
        if *c == ';' {
            pieces.push(0);
        }
        if named.next_if_eq(&at).is_some() {
            *pieces.last_mut()? += 1;
        }
    }
    (pieces.len() > 1 && pieces.iter().all(|named| *named == 1)).then_some(pieces.len())
}

/// The persons on the lines below, where every line but "Vice-Chairs:" names one.
fn officers(annotated: &Annotated, count: &Count<'_>) -> Option<usize> {
    let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node).skip(count.at + 1);
    let below = nodes.take_while(|(node, _)| matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered));
    let mut many = 0;
    for (node, mentions) in below {
        let persons = mentions.iter().filter(|mention| mention.kind == MentionKind::Officer).count();
        match persons {
            1 => many += 1,
            0 if node.text.trim_end().ends_with(':') => {}
            _ => return None,
        }
    }
    Some(many)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn only_a_list_of_names_is_counted() {
        let count = |list: &str| names(&list.chars().collect::<Vec<char>>());
        assert_eq!(count("Kenya, Norway and Trinidad and Tobago"), Some(3));
        assert_eq!(count("Bolivia (Plurinational State of), the Gambia, and Viet Nam"), Some(3));
        assert_eq!(
            count("Amara Oduya (Kenya), Tomás Quiroga (Chile) and Ruth Adjei-Boateng (Ghana)"),
            Some(3)
        );
        assert_eq!(count("Kenya, Norway and the European Union"), None);
        assert_eq!(count("Kenya stated that it agreed"), None);
        assert_eq!(count(""), None);
    }
}
