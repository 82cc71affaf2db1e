//! The short form: what matters most, kind by kind, in a quarter of a page. Every place of a change is
//! named; as many are quoted as there is room for.

mod items;

use super::quote::{brief, essence};
use super::whereabouts::{grouped, in_order};
use super::{Group, HeaderRow, Line, Part, Rest, Summary};
use crate::diff::digest::pieces::count;
use items::{Item, is_preambular, items};

/// Words of the whole, where everything can be quoted.
const WORDS: usize = 235;

/// Words of the whole where it cannot: what was negotiated is more than a list of numbers.
const LONG: usize = 330;

/// Words of each quotation, from what is good to read to what is just enough.
const QUOTED: [usize; 5] = [30, 20, 14, 10, 8];

/// The same, where not everything can be quoted in so few.
const LESS: [usize; 2] = [16, 9];

/// Words of a line of the head.
const ROW: usize = 16;

/// Rows of the head that the short form has.
const ROWS: [&str; 6] = ["Submitted by", "Draft submitted by", "Date", "Adopted", "Session", "Session dates"];

/// What the short form calls the kinds, in its order. Of the notes only the places are told.
const KINDS: [&str; 15] = [
    "chosen",
    "settled",
    "facts",
    "stronger",
    "weaker",
    "changed",
    "moved",
    "split",
    "merged",
    "added",
    "new",
    "taken out",
    "gone",
    "new notes",
    "notes taken out",
];

/// Kinds that are quoted as a whole before any of the others.
const FIRST: [&str; 6] = ["chosen", "facts", "stronger", "weaker", "new", "gone"];

/// The short form of a summary.
pub(super) fn short(full: Summary) -> Summary {
    let rows = full.rows.iter().filter(|row| ROWS.contains(&row.label));
    let cut = |text: &Option<String>| {
        // On whose report is for those who look it up.
        let text = text.as_deref()?.split(", on the report ").next()?;
        Some(brief(text, ROW))
    };
    let rows: Vec<HeaderRow> =
        rows.map(|row| HeaderRow { label: row.label, old: cut(&row.old), new: cut(&row.new) }).collect();
    let items = items(&full);
    let also = also(&full.rest);
    let of_rows = rows.iter().flat_map(|row| [&row.old, &row.new]).flatten().map(|text| count(text) + 1);
    let framed = full.brief.iter().chain(&full.about).chain(&also).map(|text| count(text)).sum::<usize>()
        + of_rows.sum::<usize>()
        + full.open.len()
        + 20;
    let lines = fitted(&items, [WORDS, LONG].map(|words| words.saturating_sub(framed)));
    let group = Group { headings: Vec::new(), lines };
    let open = grouped(&full.open.iter().map(|line| line.place.clone()).collect::<Vec<_>>());
    let open = Line { place: "still open".to_owned(), parts: vec![Part::Say(open)], ..Line::default() };
    Summary {
        rows,
        blanks: Vec::new(),
        groups: if group.lines.is_empty() { Vec::new() } else { vec![group] },
        rest: also.map(|said| Rest::Listed { label: "Also", members: vec![said] }).into_iter().collect(),
        open: if full.open.is_empty() { Vec::new() } else { vec![open] },
        short: true,
        ..full
    }
}

/// As many quotations as there is room for: of all things, or else first of those kinds that matter most,
/// then of the others in turn. `room`: words for all things, and for as many as there is room for.
fn fitted(items: &[Item], room: [usize; 2]) -> Vec<Line> {
    let fits = |lines: &[Line], room: usize| lines.iter().map(words_of).sum::<usize>() <= room;
    for words in QUOTED {
        let lines = told(items, words, &[usize::MAX; KINDS.len()]);
        if fits(&lines, room[0]) {
            return lines;
        }
    }
    for words in LESS {
        let lines = told(items, words, &[usize::MAX; KINDS.len()]);
        if fits(&lines, room[1]) {
            return lines;
        }
    }
    let words = LESS[1];
    let mut quoted = [0; KINDS.len()];
    let mut best = told(items, words, &quoted);
    let most = items.len();
    let (first, others): (Vec<usize>, Vec<usize>) =
        (0..KINDS.len()).partition(|kind| FIRST.contains(&KINDS[*kind]));
    let all = first.iter().flat_map(|kind| std::iter::repeat_n(*kind, most));
    let in_turn = (0..most).flat_map(|_| others.iter().copied());
    for kind in all.chain(in_turn) {
        if quoted[kind] >= items.iter().filter(|item| item.kind == KINDS[kind]).count() {
            continue;
        }
        quoted[kind] += 1;
        let lines = told(items, words, &quoted);
        if fits(&lines, room[1]) {
            best = lines;
        } else {
            quoted[kind] -= 1;
        }
    }
    best
}

/// The lines, with quotations of so many words; of each kind so many are quoted.
fn told(items: &[Item], words: usize, quoted: &[usize; KINDS.len()]) -> Vec<Line> {
    let mut out = Vec::new();
    for (kind, most) in KINDS.into_iter().zip(quoted) {
        let most =
            if matches!(kind, "new notes" | "notes taken out" | "split" | "merged") { 0 } else { *most };
        let mut parts: Vec<(Vec<String>, Part)> = Vec::new();
        let mut others: Vec<String> = Vec::new();
        for (at, item) in items.iter().filter(|item| item.kind == kind).enumerate() {
            let part = shortened(&item.part, words);
            match parts.iter().position(|(_, other)| *other == part) {
                Some(at) if !parts[at].0.contains(&item.place) => parts[at].0.push(item.place.clone()),
                Some(_) => {}
                None if at < most => parts.push((vec![item.place.clone()], part)),
                None if !others.contains(&item.place) => others.push(item.place.clone()),
                None => {}
            }
        }
        let is_told = |place: &String| parts.iter().any(|(places, _)| places.contains(place));
        others.retain(|place| kind == "changed" || !is_told(place));
        in_order(&mut others);
        others.sort_by_key(is_preambular);
        let also = if parts.is_empty() { "" } else { "also " };
        let at = |(places, part): (Vec<String>, Part)| match part {
            Part::Settled { .. } => part,
            part => Part::At { place: grouped(&places), part: Box::new(part) },
        };
        let mut parts: Vec<Part> = parts.into_iter().map(at).collect();
        if !others.is_empty() {
            parts.push(Part::Say(format!("{also}{}", grouped(&others))));
        }
        if !parts.is_empty() {
            out.push(Line { place: kind.to_owned(), parts, ..Line::default() });
        }
    }
    out
}

fn shortened(part: &Part, words: usize) -> Part {
    let cut = |text: &String| brief(text, words);
    match part {
        Part::Fact { what, old, new, meaning } => Part::Fact {
            what: what.clone(),
            old: old.as_ref().map(cut),
            new: new.as_ref().map(cut),
            meaning: meaning.clone(),
        },
        Part::Changed { old, new, note } => {
            Part::Changed { old: cut(old), new: cut(new), note: note.clone() }
        }
        Part::MovedTo { text, place } => Part::MovedTo { text: cut(text), place: place.clone() },
        Part::Whole(text) => Part::Whole(essence(text, words)),
        other => other.clone(),
    }
}

fn words_of(line: &Line) -> usize {
    fn of(part: &Part) -> usize {
        match part {
            Part::Fact { what, old, new, meaning } => {
                let sides = [old, new].into_iter().flatten().map(|text| count(text)).sum::<usize>();
                count(what) + count(meaning) + sides + 1
            }
            Part::Changed { old, new, .. } => count(old) + count(new) + 1,
            Part::MovedTo { text, place } => count(text) + count(place) + 2,
            Part::Whole(text) | Part::Say(text) => count(text),
            Part::Settled { now, place, .. } => {
                now.iter().map(|text| count(text)).sum::<usize>() + count(place)
            }
            Part::Chosen { words, not } => count(words) + count(not) + 1,
            Part::At { place, part } => count(place) + of(part),
            _ => 0,
        }
    }
    1 + line.parts.iter().map(of).sum::<usize>()
}

/// "5 smaller edits; numbers of paragraphs and notes shifted".
fn also(rest: &[Rest]) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut shifted: Vec<&str> = Vec::new();
    for rest in rest {
        match rest {
            Rest::Repeated { old, new, before, place } => {
                let before = before.as_ref().map(|word| format!(" before {}", super::quoted(word)));
                let before = before.unwrap_or_default();
                parts.push(match (old.is_empty(), new.is_empty()) {
                    (true, _) => format!("{} added{before} in {place}", super::quoted(new)),
                    (_, true) => format!("{} taken out{before} in {place}", super::quoted(old)),
                    _ => format!("{} → {}{before} in {place}", super::quoted(old), super::quoted(new)),
                });
            }
            Rest::Listed { label: "Paragraphs, old → new", .. } => shifted.push("paragraphs"),
            Rest::Listed { label: "Notes, old → new", .. } => shifted.push("notes"),
            Rest::Listed { label: label @ ("Smaller wording" | "Editorial only"), members } => {
                let edits: Vec<&str> = members.iter().filter_map(|said| said.split(',').next()).collect();
                parts.push(format!("{}: {}", label.to_lowercase(), edits.join(", ")));
            }
            _ => {}
        }
    }
    if !shifted.is_empty() {
        parts.push(format!("numbers of {} shifted", shifted.join(" and ")));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}
