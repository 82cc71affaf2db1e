//! What a summary tells, thing by thing.

use super::super::whereabouts::{now, then, without_words};
use super::super::{Group, Part, Rank, SectionHeading, Spot, Summary};
use crate::diff::digest::pieces::count;
use crate::diff::tokens::is_stop_word;

/// One thing to be said.
pub(super) struct Item {
    pub kind: &'static str,
    pub place: String,
    pub part: Part,
}

/// What a resolution does matters more than what it recalls.
#[allow(clippy::ptr_arg)]
pub(super) fn is_preambular(place: &String) -> bool {
    place.starts_with("preambular")
}

/// Everything of substance, thing by thing; the preamble behind the rest.
pub(super) fn items(full: &Summary) -> Vec<Item> {
    let mut out = Vec::new();
    for line in &full.blanks {
        for part in &line.parts {
            let (kind, place) = match part {
                // Where it stood is told in the full form.
                Part::Say(text) if text.starts_with("in “") => continue,
                Part::Settled { was, now: value, place } => {
                    let (was, value, place) = (was.clone(), value.clone(), now(place));
                    out.push(Item {
                        kind: "settled",
                        place: place.clone(),
                        part: Part::Settled { was, now: value, place },
                    });
                    continue;
                }
                Part::Fact { .. } | Part::Say(_) => ("settled", now(&line.place)),
                // It went with its paragraph.
                _ if line.place.starts_with("gone") => continue,
                _ => ("chosen", now(&line.place)),
            };
            out.push(Item { kind, place, part: part.clone() });
        }
    }
    let mut inside: Option<usize> = None;
    for group in &full.groups {
        // A new annex by its title; what stands under it is told in full elsewhere.
        if inside.is_some_and(|level| group.headings.first().is_none_or(|above| above.level > level)) {
            continue;
        }
        inside = None;
        if let Some(above) =
            group.headings.first().filter(|above| above.note == Some("new") && is_annex(above))
        {
            inside = Some(above.level);
            let (place, title) = above.text.split_once(". ").unwrap_or((&above.text, ""));
            let part =
                if title.is_empty() { Part::Say(String::new()) } else { Part::Whole(title.to_owned()) };
            out.push(Item { kind: "new", place: place.to_lowercase(), part });
            continue;
        }
        items_of(group, &mut out);
    }
    // What is quoted first: the operative part, and what is more than a word or two.
    out.sort_by_key(|item| (is_preambular(&item.place), is_small(&item.part)));
    out
}

/// True for an edit of a word or two.
fn is_small(part: &Part) -> bool {
    match part {
        Part::Changed { old, new, .. } => count(old).max(count(new)) <= 4,
        Part::Whole(text) => count(text) <= 2,
        _ => false,
    }
}

/// True for the heading of an annex.
fn is_annex(heading: &SectionHeading) -> bool {
    heading.id.starts_with('a')
}

/// What changed under one heading, thing by thing.
fn items_of(group: &Group, out: &mut Vec<Item>) {
    for line in &group.lines {
        let place = if line.place.is_empty() { "heading".to_owned() } else { now(&line.place) };
        // Where what went is told elsewhere: "see the annex".
        let see = line.parts.iter().find_map(|part| match part {
            Part::Say(text) if text.starts_with("see ") => Some(text.clone()),
            _ => None,
        });
        if let Some(tag) = line.tags.iter().find(|tag| matches!(**tag, "split" | "merged")) {
            let kind = if *tag == "split" { "split" } else { "merged" };
            out.push(Item { kind, place: line.place.clone(), part: Part::Say(String::new()) });
        }
        let then = then(&line.place);
        // What moved and was changed as well; where it did nothing else, its text says so.
        let whole_text = line.parts.iter().any(|part| matches!(part, Part::Whole(_)));
        if line.tags.contains(&"moved") && !whole_text {
            let place = without_words(&line.place);
            out.push(Item { kind: "moved", place, part: Part::Say(String::new()) });
        }
        let mut whole = false;
        for part in &line.parts {
            let mut place = place.clone();
            let (kind, part) = match part {
                Part::Fact { old: None, .. } => ("added", part.clone()),
                Part::Fact { new: None, .. } => {
                    place = then.clone();
                    ("taken out", part.clone())
                }
                Part::Fact { .. } => ("facts", part.clone()),
                Part::Changed { old, new, note } => {
                    let kind = match note.as_deref() {
                        Some("stronger") => "stronger",
                        Some("weaker") => "weaker",
                        _ => "changed",
                    };
                    let (old, new) = apart(old, new, kind == "changed");
                    (kind, Part::Changed { old, new, note: None })
                }
                // A word or two say nothing without those before them.
                Part::Added { text, at: Spot::After(words) } if is_bare(text) => (
                    "changed",
                    Part::Changed { old: words.clone(), new: format!("{words} {text}"), note: None },
                ),
                Part::Removed { text, at: Spot::After(words) } if is_bare(text) => (
                    "changed",
                    Part::Changed { old: format!("{words} {text}"), new: words.clone(), note: None },
                ),
                Part::Added { text, .. } => ("added", Part::Whole(unjoined(text))),
                Part::Removed { text, .. } => {
                    place = then.clone();
                    let text = unjoined(text);
                    (
                        "taken out",
                        match &see {
                            Some(see) => Part::Fact {
                                what: String::new(),
                                old: Some(text),
                                new: None,
                                meaning: format!("({see})"),
                            },
                            None => Part::Whole(text),
                        },
                    )
                }
                Part::MovedTo { place: to, text } => {
                    place = then.clone();
                    ("moved", Part::MovedTo { text: text.clone(), place: to.clone() })
                }
                // Of a list its first line is enough.
                Part::Whole(_) if std::mem::replace(&mut whole, true) => continue,
                Part::Whole(text) => {
                    let kind = match line.rank {
                        Rank::Added => "new",
                        Rank::Removed => {
                            place = then.clone();
                            "gone"
                        }
                        _ => {
                            place = line.place.split(" “").next().unwrap_or_default().to_owned();
                            "moved"
                        }
                    };
                    let others = line.parts.iter().filter(|part| matches!(part, Part::Whole(_))).count() > 1;
                    (kind, Part::Whole(if others { format!("{text} …") } else { text.clone() }))
                }
                Part::Say(text) if text.starts_with("new note ") => ("new notes", Part::Say(String::new())),
                Part::Say(text) if text.starts_with("its note ") => {
                    place = then.clone();
                    ("notes taken out", Part::Say(String::new()))
                }
                _ => continue,
            };
            out.push(Item { kind, place, part });
        }
    }
}

/// True for a word or two that are no name.
fn is_bare(text: &str) -> bool {
    count(text) <= 2 && text.starts_with(char::is_lowercase)
}

/// Without the words that join a clause to the one before it.
fn unjoined(text: &str) -> String {
    let rest = ["as well as ", "and "].iter().find_map(|joint| text.strip_prefix(joint));
    rest.unwrap_or(text).to_owned()
}

/// Two quotations without the words that both end with; those that both begin with, too, where `head`
/// says so: "Takes note" needs its verb.
fn apart(old: &str, new: &str, head: bool) -> (String, String) {
    let (olds, news): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    let shorter = olds.len().min(news.len());
    let room = |taken: usize| shorter.saturating_sub(1 + taken);
    let tail = olds.iter().rev().zip(news.iter().rev()).take_while(|(one, other)| one == other).count();
    let tail = tail.min(room(0));
    let same = olds.iter().zip(&news).take_while(|(one, other)| head && one == other).count();
    let head = same.min(room(tail));
    // "urgent" → "the necessary" lacks its noun.
    let noun = olds.len().checked_sub(tail).and_then(|at| olds.get(at)).filter(|word| !is_stop_word(word));
    let tail = if shorter - head - tail <= 2 && noun.is_some() { tail - 1 } else { tail };
    (olds[head..olds.len() - tail].join(" "), news[head..news.len() - tail].join(" "))
}
