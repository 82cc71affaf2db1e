//! Symbols that are another one but for one stroke: a digit left out or put in twice, two letters that changed
//! places, a full stop for a stroke; a draft that cites itself under another number; a resolution whose session
//! has its digits the wrong way round.

use super::finding::{Findings, Told};
use super::{near, paper};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::Node;
use crate::terms::english::editing::{BETWEEN_MEMBERS, OWN_DRAFT};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A body with a shorter number is too near to others.
const SHORTEST_NUMBER: usize = 3;

/// With fewer documents of the body beside it nothing is usual.
const FEWEST: usize = 3;

/// A symbol or resolution with the node that cites it.
pub(super) struct Cited<'a> {
    pub node: &'a Node,
    pub mention: &'a Mention,
}

impl<'a> Cited<'a> {
    /// Every document that the report names, in the order of the text.
    pub fn all(annotated: &'a Annotated) -> Vec<Self> {
        let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node);
        nodes
            .flat_map(|(node, mentions)| {
                let documents = mentions.iter().filter(|mention| mention.kind == MentionKind::Document);
                documents.map(move |mention| Cited { node, mention })
            })
            .collect()
    }
}

/// Looks at every symbol.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let all = Cited::all(annotated);
    twice(&all, findings);
    resolutions(&all, findings);
    own_draft(annotated, &all, findings);
    if let Some(own) = own_body(annotated, &all, SHORTEST_NUMBER) {
        roots(&own, &all, findings);
        strokes(annotated, &own, findings);
        series(&own, &all, findings);
    }
    near::find(annotated, &all, findings);
}

/// The body whose report it is, where it has enough digits and enough of its documents are cited.
pub(super) fn own_body(annotated: &Annotated, all: &[Cited<'_>], shortest: usize) -> Option<String> {
    let mut bodies: BTreeMap<&str, usize> = BTreeMap::new();
    for body in all.iter().filter_map(|cited| paper::body(&cited.mention.value)) {
        *bodies.entry(body).or_default() += 1;
    }
    let symbol = annotated.report.masthead.symbol.as_deref();
    let own = match symbol.and_then(paper::body) {
        Some(own) => own,
        None => {
            let total: usize = bodies.values().sum();
            let (body, count) = bodies.iter().max_by_key(|(_, count)| **count)?;
            Some(*body).filter(|_| count * 10 >= total * 8)?
        }
    };
    let number = own.rsplit('.').next().unwrap_or_default();
    let known = bodies.get(own).copied().unwrap_or_default();
    (number.len() >= shortest && known > FEWEST).then(|| own.to_owned())
}

/// "A/AC.99/2031/INF/1", "A/AC.9999/2030/7", "A/CA.999/2030/7" among many of A/AC.999.
fn roots(own: &str, all: &[Cited<'_>], findings: &mut Findings<'_>) {
    let parts = own.split('/').count();
    let root = |symbol: &str| -> Option<usize> {
        let mut ends = symbol.match_indices('/').map(|(at, _)| at);
        ends.nth(parts - 1)
    };
    let years: BTreeSet<i16> = all
        .iter()
        .filter(|cited| paper::body(&cited.mention.value) == Some(own))
        .filter_map(|cited| paper::year(&cited.mention.value))
        .collect();
    for cited in all {
        let symbol = cited.mention.value.as_str();
        let Some(end) = root(symbol) else { continue };
        let (here, rest) = symbol.split_at(end);
        let year = rest.get(1..5).and_then(|year| year.parse::<i16>().ok());
        let alone = all.iter().filter(|other| other.mention.value.starts_with(&symbol[..=end])).count() == 1;
        if !alone || !year.is_some_and(|year| years.contains(&year)) || !is_slip(here, own) {
            continue;
        }
        tell(cited, here, own, &symbol.replacen(here, own, 1), findings);
    }
}

fn tell(cited: &Cited<'_>, here: &str, own: &str, instead: &str, findings: &mut Findings<'_>) {
    if findings.is_told(&cited.node.id, &cited.mention.text) || !paper::is_whole(cited.mention) {
        return;
    }
    let told = Told {
        text: cited.mention.text.clone(),
        what: format!("{} is a document of {here}", cited.mention.text),
        why: format!("it is the only document of that body, and the others are of {own}"),
        instead: Some(instead.to_owned()),
        ..Told::default()
    };
    findings.add("symbol-digits", &cited.node.id, told);
}

/// Whether one sign was left out or put in, or two beside one another changed places. Another digit in the same
/// place may well be another body.
pub(super) fn is_slip(one: &str, two: &str) -> bool {
    let (one, two) = (one.as_bytes(), two.as_bytes());
    let (short, long) = if one.len() < two.len() { (one, two) } else { (two, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            same + 1 < long.len()
                && short[same] == long[same + 1]
                && short[same + 1] == long[same]
                && short[same + 2..] == long[same + 2..]
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// "A/AC.999.2030/7": no symbol at all.
fn strokes(annotated: &Annotated, own: &str, findings: &mut Findings<'_>) {
    let wrong = format!("{own}.");
    for node in &annotated.report.nodes {
        for (at, _) in node.text.match_indices(&wrong) {
            let rest = &node.text[at + wrong.len()..];
            let year = rest.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
            if year.is_none() || rest.as_bytes().get(4) != Some(&b'/') {
                continue;
            }
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')')).unwrap_or(rest.len());
            let rest = rest[..end].trim_end_matches('.');
            let told = Told {
                text: format!("{wrong}{rest}"),
                what: format!("{wrong}{rest} is no symbol"),
                why: "a stroke stands before the year".to_owned(),
                instead: Some(format!("{own}/{rest}")),
                ..Told::default()
            };
            findings.add("symbol-digits", &node.id, told);
        }
    }
}

/// "A/AC.999/2030/INF/3" where those of 2031 go from 2 on to 4: the third of them, under another year.
fn series(own: &str, all: &[Cited<'_>], findings: &mut Findings<'_>) {
    /// (what stands behind the year, the number)
    fn parts<'a>(symbol: &'a str, own: &str) -> Option<(i16, &'a str, u32)> {
        let (year, rest) = symbol.strip_prefix(own)?.strip_prefix('/')?.split_once('/')?;
        let (kind, number) = rest.split_once('/')?;
        let plain = kind.bytes().all(|b| b.is_ascii_uppercase()) && year.len() == 4;
        Some((year.parse().ok()?, kind, number.parse().ok()?)).filter(|_| plain)
    }
    let mut known: BTreeMap<(i16, &str), BTreeSet<u32>> = BTreeMap::new();
    let cited: Vec<_> =
        all.iter().filter_map(|cited| Some((cited, parts(&cited.mention.value, own)?))).collect();
    for (_, (year, kind, number)) in &cited {
        known.entry((*year, kind)).or_default().insert(*number);
    }
    for (cited, (year, kind, number)) in &cited {
        let alone = known.get(&(*year, *kind)).is_some_and(|numbers| numbers.len() == 1);
        let once = all.iter().filter(|other| other.mention.value == cited.mention.value).count() == 1;
        let fits = |other: &i16| {
            let numbers = known.get(&(*other, *kind));
            numbers.is_some_and(|numbers| {
                !numbers.contains(number)
                    && *number > 1
                    && numbers.contains(&(number - 1))
                    && numbers.contains(&(number + 1))
            })
        };
        let Some(other) = [year - 1, year + 1].into_iter().find(fits).filter(|_| alone && once) else {
            continue;
        };
        let instead = paper::with_year(&cited.mention.text, other);
        let whole = paper::is_whole(cited.mention) && !paper::is_announced(&cited.node.text, cited.mention);
        if !whole || findings.is_told(&cited.node.id, &cited.mention.text) {
            continue;
        }
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is of {year}", cited.mention.text),
            why: format!("those of {other} have the numbers before and behind it, and not its own"),
            instead: Some(instead),
            ..Told::default()
        };
        findings.add("symbol-of-another-year", &cited.node.id, told);
    }
}

/// "its draft report (A/AC.999/2031/L.11)" in A/AC.999/2031/L.1.
fn own_draft(annotated: &Annotated, all: &[Cited<'_>], findings: &mut Findings<'_>) {
    let report = &annotated.report;
    let Some(symbol) = report.masthead.symbol.as_deref().filter(|_| report.source.documents.is_empty())
    else {
        return;
    };
    let Some((root, number)) = symbol.rsplit_once("/L.") else { return };
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    for cited in all {
        let other = cited.mention.value.rsplit_once("/L.");
        let before: String = cited.node.text.chars().take(cited.mention.start).collect();
        let closed = cited.node.text.chars().nth(cited.mention.end) == Some(')');
        let named = OWN_DRAFT.iter().any(|words| before.ends_with(words));
        let Some((_, of)) = other.filter(|(same, of)| *same == root && *of != number && closed && named)
        else {
            continue;
        };
        if !of.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("the draft report is called {}", cited.mention.text),
            why: format!("this draft report is {symbol}"),
            instead: Some(symbol.to_owned()),
            ..Told::default()
        };
        findings.add("symbol-digits", &cited.node.id, told);
    }
}

/// "resolution 48/112" once, where resolution 84/112 is cited besides.
fn resolutions(all: &[Cited<'_>], findings: &mut Findings<'_>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for cited in all {
        *counts.entry(cited.mention.value.as_str()).or_default() += 1;
    }
    for cited in all {
        let value = cited.mention.value.as_str();
        let Some(session) = paper::resolved_at(value).filter(|_| counts.get(value) == Some(&1)) else {
            continue;
        };
        // A list of resolutions goes through the years, and both may be meant.
        let resolved =
            |other: &&Cited<'_>| other.node.id == cited.node.id && other.mention.value.starts_with("A/RES/");
        if all.iter().filter(resolved).count() > 1 {
            continue;
        }
        let session = session.to_string();
        let swapped = paper::transpositions(&session);
        let other = |other: &&String| {
            let value = value.replacen(&format!("/{session}/"), &format!("/{other}/"), 1);
            // Of two that are cited once neither is more likely.
            counts.get(value.as_str()).is_some_and(|many| *many > 0)
        };
        let Some(other) = swapped.iter().find(other) else { continue };
        let own: i16 = session.parse().unwrap_or_default();
        let others: i16 = other.parse().unwrap_or_default();
        let instead = cited.mention.text.replacen(&format!("{session}/"), &format!("{other}/"), 1);
        // The one of the session farther from what the report speaks of is the one that is wrong.
        let near = |session: i16| {
            all.iter()
                .filter_map(|cited| {
                    paper::resolved_at(&cited.mention.value).or(paper::assembly_session(&cited.mention.value))
                })
                .filter(|other| (other - session).abs() <= 3)
                .count()
        };
        if near(own) >= near(others) || findings.is_told(&cited.node.id, &cited.mention.text) {
            continue;
        }
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is cited only here", cited.mention.text),
            why: format!(
                "the same number of session {other} is cited besides: two digits may have changed places"
            ),
            instead: Some(instead),
            ..Told::default()
        };
        findings.add("symbol-digits", &cited.node.id, told);
    }
}

/// "A/AC.999/2030/INF/2, A/AC.999/2030/INF/2 and A/AC.999/2031/INF/1".
fn twice(all: &[Cited<'_>], findings: &mut Findings<'_>) {
    for pair in all.windows(2) {
        let [one, two] = pair else { continue };
        let is_symbol = one.mention.attributes.get("type").is_some_and(|kind| kind == "symbol");
        if one.node.id != two.node.id || one.mention.value != two.mention.value || !is_symbol {
            continue;
        }
        let between: String = one.node.text.chars().take(two.mention.start).skip(one.mention.end).collect();
        if BETWEEN_MEMBERS.contains(&between.trim()) && one.mention.text == two.mention.text {
            let told = Told {
                text: two.mention.text.clone(),
                what: format!("{} stands twice in one list", two.mention.text),
                why: "one of them may be another document".to_owned(),
                ..Told::default()
            };
            findings.add("symbol-digits", &two.node.id, told);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn one_stroke_is_a_slip() {
        for (one, two) in [("A/AC.99", "A/AC.999"), ("A/AC.9999", "A/AC.999"), ("A/CA.999", "A/AC.999")] {
            assert!(is_slip(one, two) && is_slip(two, one), "{one}");
        }
        for (one, two) in [("A/AC.989", "A/AC.999"), ("A/AC.999", "A/AC.999"), ("A/AC.9", "A/AC.999")] {
            assert!(!is_slip(one, two), "{one}");
        }
    }
}
