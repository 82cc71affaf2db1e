//! What is counted at the end: masthead, numbers, furniture, remarks.

use super::header::says;
use super::place::{Places, document, label, label_at, unit};
use super::{MastheadLine, NumberRun, SetAside, Told};
use crate::diff::{Comparison, FieldChange};
use crate::mentions::{Annotated, MentionKind};
use crate::remark::Remark;
use crate::report::{NodeKind, Report};
use std::collections::BTreeSet;

/// Fields that the header shows.
const IN_HEADER: [&str; 6] = ["symbol", "title", "issued", "reissued", "adopted", "distribution"];

/// True for a field that the header shows: also who hands in the text, where somebody else does now.
pub(super) fn is_in_header(change: &FieldChange) -> bool {
    let handed_over = change.field == "submitted_by" && change.old.is_some() && change.new.is_some();
    handed_over || IN_HEADER.contains(&change.field)
}

/// The other fields of the masthead that differ: those worth a line each, and those that only one
/// of the first pages has. The job number is never news. Where the whole text is shown
/// (`with_text`), the notes of the first page stand there.
pub(super) fn masthead(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    with_text: bool,
) -> (Vec<MastheadLine>, Vec<String>) {
    let (mut lines, mut gone, mut come) = (Vec::new(), Vec::new(), Vec::new());
    for change in &comparison.masthead {
        let told = is_in_header(change)
            || change.field == "job_number"
            || is_said_before(change, comparison)
            || super::facts::is_fact(change, comparison);
        if told {
            continue;
        }
        let label = field_label(change.field);
        let note = still_officer(change, old, new);
        let brief = |text: &String| format!("{label} ({})", shortened(text));
        if is_elsewhere(change, comparison) {
            // What stood there has another place now; what stands there now may be new.
            let news = change.new.as_ref().filter(|text| !says(&comparison.old.masthead, text));
            come.extend(news.map(brief));
            continue;
        }
        match (&change.old, &change.new, note.is_none()) {
            (Some(text), None, true) => gone.push(brief(text)),
            (None, Some(text), true) => come.push(brief(text)),
            _ => lines.push(MastheadLine { label, old: change.old.clone(), new: change.new.clone(), note }),
        }
    }
    for change in comparison.pairs.iter().flat_map(|pair| &pair.changes) {
        let (true, end) = (
            change.rule == "masthead-note" && change.kind == "wording" && !with_text,
            change.old.as_ref().or(change.new.as_ref()),
        ) else {
            continue;
        };
        let Some(end) = end else { continue };
        let list = if change.old.is_some() { &mut gone } else { &mut come };
        list.push(format!("the note “{}”", beginning(&end.text)));
    }
    let line =
        |what: &str, parts: Vec<String>| (!parts.is_empty()).then(|| format!("{what}: {}", parts.join(", ")));
    let told = [line("no longer there", gone), line("new", come), own_symbol(comparison, new)];
    (lines, told.into_iter().flatten().collect())
}

/// Where the text names the document itself: the new symbol there is no other document, and is told once.
fn own_symbol(comparison: &Comparison, new: &Annotated) -> Option<String> {
    let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
    let ends = changes.filter(|change| change.rule == "own-symbol").filter_map(|change| change.new.as_ref());
    let places: Vec<String> = ends.map(|end| label(&new.report, &end.id)).collect();
    (!places.is_empty())
        .then(|| format!("the document’s own symbol follows in {}", super::place::enumerate(&places, false)))
}

/// A line that holds session and dates is told once.
pub(in crate::diff) fn is_said_before(change: &FieldChange, comparison: &Comparison) -> bool {
    change.field == "dates"
        && comparison
            .masthead
            .iter()
            .any(|other| other.field == "session" && (&other.old, &other.new) == (&change.old, &change.new))
}

/// True where nothing went but the line: its words stand in another line of the other first page,
/// as the body does in the title of a cover.
pub(in crate::diff) fn is_elsewhere(change: &FieldChange, comparison: &Comparison) -> bool {
    let (was, now) = (&comparison.old.masthead, &comparison.new.masthead);
    let kept = |text: &Option<String>, masthead| text.as_deref().is_none_or(|text| says(masthead, text));
    let field = matches!(change.field, "body" | "session" | "dates" | "organ");
    field
        && kept(&change.old, now)
        && (change.new.is_none() || change.old.is_some() || kept(&change.new, was))
}

/// The first words of a note.
fn beginning(text: &str) -> String {
    const WORDS: usize = 20;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= WORDS + 3 { words.join(" ") } else { format!("{} …", words[..WORDS].join(" ")) }
}

/// A long list of sponsors by the first two and the last.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let members: Vec<&str> = text.split(", ").collect();
    match members.as_slice() {
        [first, second, .., last] if text.chars().count() > LONGEST && members.len() > 4 => {
            format!("{first}, {second}, … {last}")
        }
        _ => text.to_owned(),
    }
}

/// A field as people call it.
pub(in crate::diff) fn field_label(field: &str) -> &'static str {
    match field {
        "symbol" => "Symbol",
        "distribution" => "Distribution",
        "issued" => "Date",
        "reissued" => "Reissued",
        "original" => "Original",
        "organ" => "Organ",
        "body" => "Body",
        "session" => "Session",
        "dates" => "Dates",
        "agenda_item" => "Agenda item",
        "title" => "Title",
        "submitted_by" => "Submitted by",
        "adopted" => "Adopted",
        _ => "Job number",
    }
}

/// The line "Rapporteur: …" goes when a report is issued; that is no change of officers if the
/// person still holds the office in the text.
fn still_officer(change: &FieldChange, old: &Annotated, new: &Annotated) -> Option<String> {
    let line = change.old.as_deref().filter(|_| change.field == "submitted_by" && change.new.is_none())?;
    let holder = |side: &Annotated| {
        side.report.nodes.iter().zip(&side.mentions.by_node).find_map(|(node, mentions)| {
            let officer = mentions.iter().find(|mention| {
                node.kind != NodeKind::Masthead
                    && mention.kind == MentionKind::Officer
                    && line.contains(&mention.value)
            })?;
            let office = officer.attributes.get("office").cloned()?;
            let index = side.report.index_of(&node.id)?;
            Some((office, label_at(&side.report, unit(&side.report, index))))
        })
    };
    let (office, now) = holder(new)?;
    let before = holder(old).filter(|(other, _)| *other == office);
    Some(match before {
        Some((_, before)) => format!("still {office} in {now}, as in {before} before"),
        None => format!("still {office} in {now}"),
    })
}

/// The document of the version, 0 for the only one, and a number in it.
type Numbered = (usize, i64);

/// The fate of the numbers of one kind of node in the body, in runs; empty where all were kept.
pub(super) fn numbers(comparison: &Comparison, old: &Report, new: &Report, kind: NodeKind) -> Vec<NumberRun> {
    let places = [Places::new(old), Places::new(new)];
    let number = |report: &Report, at: &Places, id: Option<&String>| -> Option<Numbered> {
        let node = &report.nodes[at.index_of(id?)?];
        let fits = node.kind == kind && (node.part == "body" || node.part.is_empty());
        let number = node.number.as_deref().filter(|_| fits)?.parse().ok()?;
        Some((document(&node.id).unwrap_or(0), number))
    };
    // First of OLD, first of NEW, how many of each: a split or merged one is a run of its own.
    let mut runs: Vec<(Option<Numbered>, Option<Numbered>, [i64; 2])> = Vec::new();
    let of_kind = |report: &Report, at: &Places, ids: &[String]| {
        ids.iter().filter(|id| number(report, at, Some(id)).is_some()).count() as i64
    };
    for pair in &comparison.pairs {
        let (from, to) =
            (number(old, &places[0], pair.old.first()), number(new, &places[1], pair.new.first()));
        // One that is paired with something else is neither new nor gone.
        let half = (from.is_none() && !pair.old.is_empty()) || (to.is_none() && !pair.new.is_empty());
        if half || (from.is_none() && to.is_none()) {
            continue;
        }
        let counts =
            [of_kind(old, &places[0], &pair.old), of_kind(new, &places[1], &pair.new)].map(|n| n.max(1));
        match runs.last_mut() {
            Some((first, second, [length, other]))
                if counts == [1, 1]
                    && length == other
                    && continues(*first, from, *length)
                    && continues(*second, to, *length) =>
            {
                (*length, *other) = (*length + 1, *other + 1);
            }
            _ => runs.push((from, to, counts)),
        }
    }
    // What is new or gone is told in its place; only the numbers that it shifts belong here.
    runs.retain(|(from, to, _)| from.is_some() && to.is_some());
    if runs.iter().all(|(from, to, [olds, news])| from == to && olds == news) {
        return Vec::new();
    }
    // In the order of the old numbers, as a reader looks them up.
    runs.sort_by_key(|(from, ..)| *from);
    runs.into_iter()
        .map(|(from, to, lengths)| {
            let span = |report: &Report, (document, first): Numbered, length: i64| {
                let name = report.source.short_name(document).map(|name| format!("{name} "));
                let last = if length == 1 { String::new() } else { format!("–{}", first + length - 1) };
                format!("{}{first}{last}", name.unwrap_or_default())
            };
            let [olds, news] = lengths;
            let (old, new) = (from.map(|from| span(old, from, olds)), to.map(|to| span(new, to, news)));
            let text = match (&old, &new) {
                (Some(old), Some(new)) if old == new => format!("{new} kept"),
                (Some(old), Some(new)) => format!("{old} → {new}"),
                (old, new) => old.clone().or(new.clone()).unwrap_or_default(),
            };
            NumberRun { old, new, text }
        })
        .collect()
}

fn continues(first: Option<Numbered>, next: Option<Numbered>, length: i64) -> bool {
    match (first, next) {
        (Some((document, first)), Some(next)) => next == (document, first + length),
        (None, None) => true,
        _ => false,
    }
}

/// Headings whose label changed: "I → Chapter I".
pub(super) fn headings(comparison: &Comparison, old: &Report, new: &Report) -> Vec<String> {
    let places = [Places::new(old), Places::new(new)];
    let node = |report: &Report, at: &Places, id: Option<&String>| {
        let node = &report.nodes[at.index_of(id?)?];
        (node.kind == NodeKind::Heading).then(|| node.clone())
    };
    // "I." → "Chapter I": the number is the same.
    let mut named = [0, 0];
    let mut out: Vec<String> = comparison
        .pairs
        .iter()
        .filter_map(|pair| {
            let (old, new) =
                (node(old, &places[0], pair.old.first())?, node(new, &places[1], pair.new.first())?);
            if old.number == new.number {
                named[0] += usize::from(!old.names_chapter() && new.names_chapter());
                named[1] += usize::from(old.names_chapter() && !new.names_chapter());
            }
            let (from, to) = (old.number.unwrap_or_default(), new.number.unwrap_or_default());
            match (from.is_empty(), to.is_empty()) {
                _ if from == to => None,
                (true, _) => Some(format!("“{}” is now {to}", new.text)),
                (_, true) => Some(format!("“{}” was {from}", new.text)),
                _ => Some(format!("{from} → {to}")),
            }
        })
        .collect();
    let count = |count: usize| if count == 1 { "1 heading".to_owned() } else { format!("{count} headings") };
    let words = [
        ("the word “Chapter” stands before the number of", named[0]),
        ("the word “Chapter” went from", named[1]),
    ];
    out.extend(
        words.iter().filter(|(_, times)| *times > 0).map(|(said, times)| format!("{said} {}", count(*times))),
    );
    out
}

/// The furniture of both documents, one line for each; one for both where it is the same.
pub(super) fn set_aside(names: [String; 2], sides: [&Report; 2]) -> Vec<SetAside> {
    let lines = sides.map(furniture);
    if lines[0] == lines[1] && !lines[0].is_empty() {
        let [text, _] = lines;
        return vec![SetAside { document: "both".to_owned(), text }];
    }
    let line = |(document, text): (String, String)| SetAside { document, text };
    names.into_iter().zip(lines).filter(|(_, text)| !text.is_empty()).map(line).collect()
}

/// "running heads, page and job numbers; cover and contents (pages 1–5)".
fn furniture(report: &Report) -> String {
    let has = |kinds: &[&str]| report.furniture.iter().any(|piece| kinds.contains(&piece.what));
    let mut small: Vec<String> = Vec::new();
    if has(&["running head"]) {
        small.push("running heads".to_owned());
    }
    let (page, job) =
        (has(&["page number", "page and job number"]), has(&["job number", "page and job number"]));
    match (page, job) {
        (true, true) => small.push("page and job numbers".to_owned()),
        (true, false) => small.push("page numbers".to_owned()),
        (false, true) => small.push("job numbers".to_owned()),
        (false, false) => {}
    }
    const WHOLE: [&str; 2] = ["cover", "contents"];
    const KNOWN: [&str; 4] = ["running head", "page number", "job number", "page and job number"];
    let kinds: BTreeSet<&str> = report.furniture.iter().map(|piece| piece.what).collect();
    for what in kinds.iter().filter(|what| !KNOWN.contains(what) && !WHOLE.contains(what)) {
        small.push(if what.ends_with('s') { (*what).to_owned() } else { format!("{what}s") });
    }
    let mut parts = vec![small.join(", ")];
    let whole: Vec<&str> = WHOLE.into_iter().filter(|what| kinds.contains(what)).collect();
    let is_whole = |piece: &&crate::report::Furniture| WHOLE.contains(&piece.what) && piece.page > 0;
    let pages: BTreeSet<u32> = report.furniture.iter().filter(is_whole).map(|piece| piece.page).collect();
    let pages: Vec<u32> = pages.into_iter().collect();
    let noun = if pages.len() == 1 { "page" } else { "pages" };
    parts.push(match (whole.is_empty(), pages.is_empty()) {
        (true, _) => String::new(),
        (false, true) => whole.join(" and "),
        (false, false) => format!("{} ({noun} {})", whole.join(" and "), page_ranges(&pages)),
    });
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

fn page_ranges(pages: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => runs.push((page, page)),
        }
    }
    let run = |(first, last): (u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

/// Remarks that must be read before anything else.
const FIRST: [&str; 9] = [
    "versions-swapped",
    "excerpt",
    "other-draft",
    "not-versions",
    "nothing-to-compare",
    "page-lost",
    "symbol-twice",
    "replaced-document",
    "corrigendum-not-applied",
];

/// All remarks: those to be said first, then the others.
pub(super) fn remarks(
    comparison: &Comparison,
    names: [String; 2],
    sides: [&Annotated; 2],
) -> (Vec<Told>, Vec<Told>) {
    let place = |side: &Annotated, remark: &Remark| label(&side.report, &remark.at);
    let mut all: Vec<Told> = Vec::new();
    for remark in &comparison.remarks {
        all.push(Told { document: None, place: place(sides[1], remark), remark: remark.clone() });
    }
    for (name, side) in names.into_iter().zip(sides) {
        for remark in side.remarks() {
            let place = place(side, remark);
            // What is odd in both versions alike is said once.
            let twin = all.iter_mut().find(|other| {
                other.document.as_deref().is_some_and(|document| document != name && document != "both")
                    && (&other.place, other.remark.code, &other.remark.message)
                        == (&place, remark.code, &remark.message)
            });
            match twin {
                Some(twin) => twin.document = Some("both".to_owned()),
                None => all.push(Told { document: Some(name.clone()), place, remark: remark.clone() }),
            }
        }
    }
    all.into_iter().partition(|told| {
        FIRST.contains(&told.remark.code)
            || (told.remark.code.contains("page") && told.remark.code.contains("words"))
    })
}
