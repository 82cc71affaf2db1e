//! What is only wording, editorial or a new number.

use super::changes::Edits;
use super::opening::without_row;
use super::quote::one_line;
use super::whereabouts::{grouped, in_order};
use super::{Options, Rest, head};
use crate::diff::digest::pieces::count;
use crate::diff::digest::{Digest, FoldedEdit, NumberRun, Piece, Repeated, repeated};
use crate::diff::{Comparison, WordOp};
use crate::mentions::Annotated;

/// What a line of editorial edits is called.
const EDITORIAL: &str = "Editorial only";

/// More places than these are counted.
const PLACES: usize = 12;

/// Everything of substance apart.
pub(super) fn rest(
    comparison: &Comparison,
    old: &Annotated,
    new: &Annotated,
    digest: &Digest,
    quoted: &Edits,
    options: &Options,
) -> Vec<Rest> {
    let mut out = Vec::new();
    if options.asked("wording") {
        let shown = |pair: usize, which: usize| quoted.contains(&(pair, which));
        let (again, reworded, editorial) = repeated::repeated(comparison, old, new, shown);
        let says = |edit: &Repeated| {
            edit.deleted.contains(char::is_alphanumeric) || edit.inserted.contains(char::is_alphanumeric)
        };
        let (signs, again): (Vec<Repeated>, Vec<Repeated>) =
            again.into_iter().partition(|edit| edit.hyphens || !says(edit));
        let (hyphens, marks): (Vec<Repeated>, Vec<Repeated>) =
            signs.into_iter().partition(|edit| edit.hyphens);
        out.extend(again.into_iter().map(repeated_edit));
        for (label, edits) in [("Smaller wording", reworded), (EDITORIAL, editorial)] {
            out.extend(places(label, &edits));
            if label == EDITORIAL {
                with_signs(&mut out, "commas and other marks", &marks);
                with_signs(&mut out, "hyphens of another kind", &hyphens);
            }
            // Nobody takes it on trust that many words are no change of substance.
            out.extend(edits.iter().filter(|edit| options.all || is_long(edit)).map(quote));
        }
    }
    let folded = &digest.folded;
    let mut list = |label: &'static str, members: Vec<String>| {
        if !members.is_empty() {
            out.push(Rest::Listed { label, members });
        }
    };
    if options.only.is_empty() {
        list("First page", head::first_page_lines(comparison, digest));
    }
    let own = folded.one_sided.iter().filter_map(|told| told.strip_prefix("the document’s own symbol "));
    list("The document’s own symbol", own.map(|told| without_row(told).to_owned()).collect());
    list("Headings, old → new", folded.headings.clone());
    let numbers = |runs: &[NumberRun]| runs.iter().map(|run| run.text.clone()).collect::<Vec<_>>();
    list("Paragraphs, old → new", numbers(&folded.numbers));
    list("Notes, old → new", numbers(&folded.notes));
    let followed = match folded.references_followed {
        0 => Vec::new(),
        1 => vec!["1 follows the new numbers".to_owned()],
        count => vec![format!("{count} follow the new numbers")],
    };
    list("Cross-references", followed);
    out
}

/// Signs that say nothing, with the other editorial edits: commas, and hyphens and non-breaking hyphens,
/// which look alike.
fn with_signs(out: &mut Vec<Rest>, what: &str, edits: &[Repeated]) {
    if edits.is_empty() {
        return;
    }
    let mut places: Vec<String> = edits.iter().flat_map(|edit| edit.places.clone()).collect();
    in_order(&mut places);
    places.dedup();
    let said = format!("{what}, in {}", cited(&places));
    match out.last_mut() {
        Some(Rest::Listed { label: EDITORIAL, members }) => members.push(said),
        _ => out.push(Rest::Listed { label: EDITORIAL, members: vec![said] }),
    }
}

/// True for an edit of so many words that its reader wants to see it.
fn is_long(edit: &FoldedEdit) -> bool {
    const MANY: usize = 8;
    let words = |op: WordOp| -> usize {
        let of = |piece: &Piece| match piece {
            Piece::Text(other, text) if *other == op => count(text),
            _ => 0,
        };
        edit.pieces.iter().map(of).sum()
    };
    words(WordOp::Delete).abs_diff(words(WordOp::Insert)) >= MANY
}

/// The same small edit in several places.
fn repeated_edit(edit: Repeated) -> Rest {
    let place = cited(&edit.places);
    Rest::Repeated { old: edit.deleted, new: edit.inserted, before: edit.before, place }
}

/// "3 unnumbered paragraphs; ¶3, 5 and 7": nobody counts to fifty-nine.
fn cited(places: &[String]) -> String {
    let (bare, cited): (Vec<String>, Vec<String>) =
        places.iter().cloned().partition(|place| place.starts_with("unnumbered"));
    let noun = if bare.len() == 1 { "unnumbered paragraph" } else { "unnumbered paragraphs" };
    match (bare.len(), cited.is_empty()) {
        (0, _) => grouped(&cited),
        (count, true) => format!("{count} {noun}"),
        (count, false) => format!("{count} {noun}; {}", grouped(&cited)),
    }
}

/// "Smaller wording: 5 edits, in ¶3, 10 and 17."
fn places(label: &'static str, edits: &[FoldedEdit]) -> Option<Rest> {
    let mut places: Vec<String> = Vec::new();
    for edit in edits {
        if !places.contains(&edit.place) {
            places.push(edit.place.clone());
        }
    }
    let count = match edits.len() {
        0 => return None,
        1 => "1 edit".to_owned(),
        count => format!("{count} edits"),
    };
    let place = match places.len() {
        ..=PLACES => cited(&places),
        many => format!("{many} places"),
    };
    Some(Rest::Listed { label, members: vec![format!("{count}, in {place}")] })
}

fn quote(edit: &FoldedEdit) -> Rest {
    // "note 15 is called here" quotes nothing.
    if let [Piece::Text(WordOp::Equal, said)] = edit.pieces.as_slice() {
        return Rest::Told { place: edit.place.clone(), text: said.clone() };
    }
    let side = |gone: WordOp| {
        let text: String = edit
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(op, text) if *op != gone => text.as_str(),
                Piece::Elided(_) => " … ",
                _ => "",
            })
            .collect();
        one_line(&text)
    };
    Rest::Quoted { place: edit.place.clone(), old: side(WordOp::Insert), new: side(WordOp::Delete) }
}
