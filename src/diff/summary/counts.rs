//! What became of the paragraphs and the annexes, in figures that add up.

use super::Length;
use super::opening::listed;
use super::quote::capital;
use crate::diff::digest::Header;
use crate::diff::{Comparison, Status};
use crate::report::Report;

/// Words of a count that are told by themselves.
const BOUNDS: [&str; 2] = [" new", " gone"];

/// "16 numbered paragraphs became 18: ¶4 and 18 are new; of the others, 4 changed (1 of them moved), 6
/// were only reworded and 6 are the same. An annex was added."
pub(super) fn paragraphs(
    comparison: &Comparison,
    header: &Header,
    new: &Report,
    identical: bool,
    length: Length,
) -> Vec<String> {
    let [was, now] = header.numbered;
    let noun = |count: usize| if count == 1 { "paragraph" } else { "paragraphs" };
    let mut out = Vec::new();
    if was + now > 0 {
        let mut said = match (was, now) {
            (was, now) if was == now => format!("{now} numbered {} in both", noun(now)),
            (was, now) => format!("{was} numbered {} became {now}", noun(was)),
        };
        let counts = header.counts.iter().filter(|_| !identical);
        let (bounds, stayed): (Vec<&String>, Vec<&String>) =
            counts.partition(|part| BOUNDS.iter().any(|word| part.ends_with(word)));
        let mut came: Vec<String> = bounds.into_iter().filter_map(|part| which(header, part)).collect();
        came.extend(parted(header));
        // In the short form the places below are as many as fit here.
        let stayed = stayed.into_iter().filter(|_| length == Length::Full || came.is_empty());
        // A new note may be all that is new in a paragraph.
        let notes = header.elsewhere.iter().any(|part| part.starts_with("notes: ") && part.contains(" new"));
        let all_same = format!("{now} the same");
        let stayed: Vec<String> = stayed
            .filter_map(|part| match *part == all_same {
                true => Some("all the same".to_owned()),
                false => stayed_as(part, header.parted, notes),
            })
            .collect();
        match (came.is_empty(), stayed.is_empty()) {
            (true, true) => {}
            (true, false) => said.push_str(&format!(": {}", listed(&stayed))),
            (false, true) => said.push_str(&format!(": {}", listed(&came))),
            (false, false) => {
                said.push_str(&format!(": {}; of the others, {}", listed(&came), listed(&stayed)));
            }
        }
        out.push(format!("{said}."));
    }
    if !identical {
        let (notes, texts): (Vec<&String>, Vec<&String>) =
            header.elsewhere.iter().partition(|part| part.starts_with("notes"));
        out.extend(texts.into_iter().chain(notes).filter_map(|part| elsewhere(part)));
    }
    out.extend(annexes(comparison, header, new, identical));
    out
}

/// "2 new" → "¶4 and 18 are new"; "2 gone" → "old ¶26 and 36 are gone".
fn which(header: &Header, part: &str) -> Option<String> {
    let (count, word) = part.split_once(' ')?;
    if !matches!(word, "new" | "gone") {
        return None;
    }
    let verb = if count == "1" { "is" } else { "are" };
    let list = header.which.iter().find_map(|list| list.strip_prefix(word)?.strip_prefix(": "));
    let old = if word == "gone" && list.is_some() { "old " } else { "" };
    Some(format!("{old}{} {verb} {word}", list.unwrap_or(count)))
}

/// "old ¶18 was split into ¶19–20 and old ¶26–27 were merged into ¶28" of "split: ¶18 → ¶19–20".
fn parted(header: &Header) -> Vec<String> {
    let mut out = Vec::new();
    for (word, verb) in [("split: ", "was split into"), ("merged: ", "were merged into")] {
        let list = header.which.iter().find_map(|list| list.strip_prefix(word));
        let each = list.into_iter().flat_map(|list| list.split(", ").flat_map(|part| part.split(" and ")));
        out.extend(
            each.filter_map(|part| part.split_once(" → "))
                .map(|(was, now)| format!("old {was} {verb} {now}")),
        );
    }
    out
}

/// "4 changed, 1 of them moved" → "4 changed (1 of them moved)"; "6 reworded" → "6 were only reworded".
/// Of those that changed, `parted` are told by themselves.
fn stayed_as(part: &str, parted: usize, notes: bool) -> Option<String> {
    let (all, some) = part.split_once(", ").unwrap_or((part, ""));
    let (count, word) = all.split_once(' ')?;
    let one = count == "1";
    let said = match word {
        "reworded" => format!("{count} {} only reworded", if one { "was" } else { "were" }),
        "the same" => format!("{count} {} the same", if one { "is" } else { "are" }),
        "editorial" => {
            let note = if notes { " or a new note" } else { "" };
            format!("{count} {} only editorial changes{note}", if one { "has" } else { "have" })
        }
        "changed" => match count.parse::<usize>().ok()?.saturating_sub(parted) {
            0 => return None,
            others => format!("{others} changed"),
        },
        _ => all.to_owned(),
    };
    Some(if some.is_empty() { said } else { format!("{said} ({some})") })
}

/// "preambular paragraphs: 2 new, 8 changed" as a sentence; what is told with its paragraph is left out.
fn elsewhere(part: &str) -> Option<String> {
    let (what, counts) = part.split_once(": ")?;
    let told = ["preambular", "unnumbered", "notes"].iter().any(|stem| what.starts_with(stem));
    let news = |count: &str| {
        let word = ["new", "gone", "changed", "only moved"].iter().any(|word| count.contains(word));
        let only = count.ends_with("reworded").then(|| count.replacen("reworded", "only reworded", 1));
        if word { Some(count.to_owned()) } else { only }
    };
    let counts: Vec<String> = counts.split(", ").filter_map(news).collect();
    (told && !counts.is_empty()).then(|| format!("{}: {}.", capital(what), counts.join(", ")))
}

/// "Annexes I–III are the same, annex IV changed." Of what came or went, only that.
fn annexes(comparison: &Comparison, header: &Header, new: &Report, identical: bool) -> Option<String> {
    let [before, after] = header.annexes;
    match (before, after) {
        (before, after) if before == after => {}
        (0, 1) => return Some("An annex was added.".to_owned()),
        (1, 0) => return Some("The annex is gone.".to_owned()),
        (before, after) => return Some(format!("There were {before} annexes, now there are {after}.")),
    }
    if identical || after == 0 {
        return None;
    }
    let outer = |part: &str| part.split('.').next().unwrap_or_default().to_owned();
    let is_annex = |part: &str| part.starts_with('a');
    // Each annex of NEW, and the gravest that happened in it.
    let mut all: Vec<(String, u8)> = Vec::new();
    for node in new.nodes.iter().filter(|node| is_annex(&node.part)) {
        let part = outer(&node.part);
        if !all.iter().any(|(known, _)| *known == part) {
            all.push((part, 0));
        }
    }
    let reads = |ids: &[String]| ids.first().map(|id| outer(id)).filter(|part| is_annex(part));
    for pair in &comparison.pairs {
        let Some(part) = reads(&pair.new).or_else(|| reads(&pair.old)) else { continue };
        let grave = match pair.status {
            Status::Unchanged => 0,
            Status::Editorial | Status::Reworded => 1,
            _ => 2,
        };
        all.iter_mut().filter(|(known, _)| *known == part).for_each(|(_, worst)| *worst = grave.max(*worst));
    }
    let name = |part: &str| {
        let number = new.nodes.iter().find(|node| node.id == part).and_then(|node| node.number.clone());
        number.unwrap_or_default()
    };
    let told = |grave: u8| all.iter().filter(|(_, worst)| *worst == grave).collect::<Vec<_>>();
    let kinds = [(0, "the same"), (1, "the same but for small edits"), (2, "changed")];
    if after == 1 {
        let worst = all.first().map_or(0, |(_, worst)| *worst);
        return Some(match worst {
            0 => "The annex is the same.".to_owned(),
            1 => "The annex is the same but for small edits.".to_owned(),
            _ => "The annex changed.".to_owned(),
        });
    }
    if all.len() != after || all.iter().any(|(part, _)| name(part).is_empty()) {
        let parts: Vec<String> = kinds
            .iter()
            .filter(|(grave, _)| !told(*grave).is_empty())
            .map(|(grave, word)| format!("{} {word}", told(*grave).len()))
            .collect();
        return Some(format!("Annexes: {}.", listed(&parts)));
    }
    let parts: Vec<String> = kinds
        .iter()
        .filter_map(|(grave, word)| {
            let of_kind = told(*grave);
            let names: Vec<String> = of_kind.iter().map(|(part, _)| name(part)).collect();
            let one = of_kind.len() == 1;
            let verb = match (grave, one) {
                (2, _) => "",
                (_, true) => "is ",
                _ => "are ",
            };
            let noun = if one { "annex" } else { "annexes" };
            (!names.is_empty()).then(|| format!("{noun} {} {verb}{word}", listed(&names)))
        })
        .collect();
    let said = capital(&parts.join("; "));
    (!said.is_empty()).then(|| format!("{said}."))
}
