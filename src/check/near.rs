//! Symbols of a root that is that of the report's own body but for one stroke, where the body has a document of
//! just that name, or misses one in its row: "E/CN.86/2028/3" beside "E/CN.88/2028/3".

use super::finding::{Findings, Sure, Told};
use super::mistyped::{Cited, is_slip, own_body};
use super::paper;
use crate::mentions::Annotated;
use crate::report::NodeKind;
use std::collections::BTreeSet;

/// A body of which no more is cited is not known.
const SHORTEST_NUMBER: usize = 2;

/// Looks at every document whose root stands once in the report.
pub(super) fn find(annotated: &Annotated, all: &[Cited<'_>], findings: &mut Findings<'_>) {
    let Some(own) = own_body(annotated, all, SHORTEST_NUMBER) else { return };
    let parts = own.split('/').count();
    let split = |symbol: &str| -> Option<(String, String)> {
        let (end, _) = symbol.match_indices('/').nth(parts - 1)?;
        Some((symbol[..end].to_owned(), symbol[end + 1..].to_owned()))
    };
    let cited: Vec<(&Cited<'_>, String, String)> = all
        .iter()
        .filter(|cited| paper::is_whole(cited.mention))
        .filter_map(|cited| split(&cited.mention.value).map(|(root, rest)| (cited, root, rest)))
        .collect();
    // The report itself, by its first page, is cited by no one.
    let text = |cited: &Cited<'_>| cited.node.kind != NodeKind::Masthead;
    let papers: BTreeSet<&str> = cited
        .iter()
        .filter(|(cited, root, _)| *root == own && text(cited))
        .map(|(.., rest)| rest.as_str())
        .collect();
    for (cited, root, rest) in &cited {
        let alone =
            all.iter().filter(|other| other.mention.value.starts_with(&format!("{root}/"))).count() == 1;
        let year = rest.get(..5).filter(|year| year.ends_with('/'));
        let own_year = year.is_some_and(|year| papers.iter().any(|paper| paper.starts_with(year)));
        if *root == own || !alone || !own_year || !is_near(root, &own) {
            continue;
        }
        // Bodies with like numbers exist, and count their papers in the same way.
        let there = papers.contains(rest.as_str());
        let sure = match () {
            _ if there && is_slip(root, &own) => Sure::Likely,
            _ if there => Sure::Hint,
            _ if paper::is_of_a_session(&cited.mention.value) && is_missed(&papers, rest) => Sure::Hint,
            _ => continue,
        };
        if findings.is_told(&cited.node.id, &cited.mention.text) {
            continue;
        }
        let why = match there {
            true => format!("{own}/{rest} is cited besides"),
            false => format!("it is the only document of that body, and {own} has those beside it"),
        };
        let told = Told {
            text: cited.mention.text.clone(),
            what: format!("{} is a document of {root}", cited.mention.text),
            why,
            instead: Some(cited.mention.text.replacen(root.as_str(), &own, 1)),
            sure: Some(sure),
            ..Told::default()
        };
        findings.add("symbol-digits", &cited.node.id, told);
    }
}

/// One digit or sign is another, left out or put in, or the kind of the body is, with the same number.
fn is_near(root: &str, own: &str) -> bool {
    let kind = || {
        let ((one, number), (two, same)) = root.rsplit_once('.').zip(own.rsplit_once('.'))?;
        let organ = |kind: &str| kind.split('/').next().map(str::to_owned);
        Some(number == same && number.len() > 2 && one != two && organ(one) == organ(two))
    };
    paper::one_digit_apart(root, own) || is_slip(root, own) || kind().unwrap_or_default()
}

/// "2027/WP.1" where "2027/WP.2" is cited; the number before or behind is there, and its own is not.
fn is_missed(papers: &BTreeSet<&str>, rest: &str) -> bool {
    let Some((row, number)) = rest.rsplit_once('.') else { return false };
    let Ok(number) = number.parse::<u32>() else { return false };
    let there = |number: u32| papers.contains(format!("{row}.{number}").as_str());
    !there(number) && (number > 1 && there(number - 1) || there(number + 1))
}
