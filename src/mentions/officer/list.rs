//! Lists of officers: which text opens one, and the lines that go on with it.

use super::bureau;
use super::grant::{self, SaidOffice};
use super::piece::{Holder, Piece, Placed};
use crate::mentions::passage::Passage;
use crate::mentions::{Mention, OpenList};
use crate::report::NodeKind;
use crate::terms::english::institution::REGIONS;
use crate::terms::english::office::TERMS;
use crate::terms::office::Office;

const RULE: &str = "officers-list";

/// The list that is open after this node: "… elected the following officers:", "Vice-Chairs:".
pub(super) fn opened(passage: &Passage<'_>, pieces: &[Placed], before: Option<OpenList>) -> Option<OpenList> {
    if !matches!(pieces.last(), Some((Piece::Colon, _))) {
        // A sentence ends the list.
        let before = before.filter(|_| !is_sentence(pieces));
        // "Rapporteur" by itself, between the names of a list.
        return match (before, pieces) {
            // "Bureau member: X (C)", with "Alternate: Y (D)" below
            (None, [(Piece::Office(Office::BureauMember, _), _), (Piece::Colon, _), ..]) => {
                Some(OpenList { office: Some(Office::BureauMember), act: "listed" })
            }
            (Some(list), [(Piece::Office(office, _), _)]) => Some(OpenList { office: Some(*office), ..list }),
            _ => before,
        };
    }
    let last_office = pieces.iter().rev().find_map(|(piece, _)| match piece {
        Piece::Office(office, _) => Some(*office),
        _ => None,
    });
    let act = pieces.iter().rev().find_map(|(piece, _)| match piece {
        Piece::Elect(act) => Some(*act),
        _ => None,
    });
    let officers = (0..passage.tokens.len()).any(|at| passage.is_any(at, &["officers", "bureau"]));
    // "Vice-Chairs:", or a line of names that runs into the next label: "… X (C) Rapporteur:".
    let ends_in_label = before.is_some() && matches!(pieces, [.., (Piece::Office(..), _), _]);
    let label = pieces.len() <= 4 || ends_in_label;
    match (act, last_office) {
        (Some(act), office) if office.is_some() || officers => {
            Some(OpenList { office: office.or_else(|| seat(passage, pieces)), act })
        }
        (None, Some(office)) if label => {
            Some(OpenList { office: Some(office), act: before.map_or("listed", |list| list.act) })
        }
        (None, office) if officers => {
            let office = office.filter(|_| label).or_else(|| seat(passage, pieces));
            Some(OpenList { office, act: "listed" })
        }
        // "African States:" goes on in the same office.
        _ if label => before,
        _ => None,
    }
}

/// A seat in the Bureau, for those of a list of its members who have no office of their own.
fn seat(passage: &Passage<'_>, pieces: &[Placed]) -> Option<Office> {
    bureau::opens(passage, pieces).then_some(Office::BureauMember)
}

/// A text with a verb and a good many other words is no line of a list.
fn is_sentence(pieces: &[Placed]) -> bool {
    let verb = |(piece, _): &Placed| {
        matches!(piece, Piece::Elect(_) | Piece::Chair(_) | Piece::Be | Piece::Serve | Piece::By)
    };
    let others = pieces.iter().filter(|(piece, _)| *piece == Piece::Other).count();
    others > 8 || others > 2 && pieces.iter().any(verb)
}

/// A line of an open list, which may have run together with the next: "X (C)", "African States: Kenya and
/// Morocco", "Chair: X (C)".
pub(super) fn line(passage: &Passage<'_>, pieces: &[Placed], list: OpenList, found: &mut Vec<Mention>) {
    let certain =
        pieces.iter().any(|(piece, _)| matches!(piece, Piece::Person(holder) if holder.is_certain()));
    if !is_line(passage, pieces, certain) {
        return;
    }
    let names = |(piece, _): &&Placed| matches!(piece, Piece::Person(_) | Piece::State(_));
    let of_bureau = matches!(list.office, Some(Office::BureauMember | Office::Alternate));
    let lone = pieces.iter().filter(names).count() == 1;
    let mut office: Vec<SaidOffice> = list.office.map(SaidOffice::unnamed).into_iter().collect();
    let mut pending: Vec<&Holder> = Vec::new();
    for (at, (piece, _)) in pieces.iter().enumerate() {
        match piece {
            Piece::Person(holder) if holder.is_certain() || lone => pending.push(holder),
            Piece::State(holder) if !certain => pending.push(holder),
            Piece::Office(own, token) => {
                let own = SaidOffice::named(*own, *token);
                // "Vice-President and Rapporteur: X (C)"
                let joined = at > 1
                    && pieces[at - 1].0 == Piece::And
                    && matches!(pieces[at - 2].0, Piece::Office(..))
                    && pending.is_empty();
                if joined {
                    office.push(own);
                    continue;
                }
                let label = pending.is_empty() || matches!(pieces.get(at + 1), Some((Piece::Colon, _)));
                if label {
                    grant::give(passage, found, &pending, &office, list.act, RULE);
                    office = vec![own];
                } else {
                    grant::give(passage, found, &pending, &[own], list.act, RULE);
                }
                pending.clear();
            }
            // "Alternate: Y (D)" under "Bureau member: X (C)"
            Piece::Other
                if of_bureau && at == 0 && passage.is_any(pieces[0].1, &["alternate", "alternates"]) =>
            {
                office = vec![SaidOffice::unnamed(Office::Alternate)];
            }
            _ => {}
        }
    }
    grant::give(passage, found, &pending, &office, list.act, RULE);
}

/// Whether a text is a line of a list: no sentence, and one with other words only if names in it
/// are certain.
fn is_line(passage: &Passage<'_>, pieces: &[Placed], certain: bool) -> bool {
    if !matches!(passage.kind, NodeKind::Item | NodeKind::Unnumbered | NodeKind::TableRow) {
        return false;
    }
    let verb =
        |(piece, _): &Placed| matches!(piece, Piece::Elect(_) | Piece::Chair(_) | Piece::Be | Piece::Serve);
    let strange = |(piece, token): &&Placed| {
        *piece == Piece::Other && !passage.is_any(*token, REGIONS) && !passage.is_any(*token, TERMS)
    };
    // "The Bureau consists of the Chair, X (C), three Vice-Chairs, …" is told in a sentence.
    let told = pieces.windows(2).any(|two| {
        matches!(two[1].0, Piece::Office(..)) && passage.is_any(two[0].1, &["the"])
            || bureau::consists(passage, two[0].1)
    });
    !told && !pieces.iter().any(verb) && pieces.iter().filter(strange).count() <= if certain { 4 } else { 0 }
}
