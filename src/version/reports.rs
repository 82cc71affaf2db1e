//! Which documents of a folder are one report: L.1 to L.9 of one session, a report and its addenda.

use crate::mentions::Annotated;

/// Kinds of paper that a report is issued in piece by piece.
const PIECES: &[&str] = &["L", "CRP", "WP"];

/// Sorts documents into reports. Those without a symbol belong to the only report that there is; where there
/// are several they are taken for a report of their own.
pub fn reports(documents: Vec<Annotated>) -> Vec<Vec<Annotated>> {
    let mut reports: Vec<(String, Option<String>, Vec<Annotated>)> = Vec::new();
    let mut nameless = Vec::new();
    for document in documents {
        let masthead = &document.report.masthead;
        let Some(series) = masthead.symbol.as_deref().map(series) else {
            nameless.push(document);
            continue;
        };
        let body = masthead.body.as_ref().map(|body| body.to_lowercase());
        // The first page of an addendum need not name the body.
        let same = reports
            .iter_mut()
            .find(|(other, of, _)| *other == series && (of.is_none() || body.is_none() || *of == body));
        match same {
            Some((_, of, list)) => {
                *of = of.take().or(body);
                list.push(document);
            }
            None => reports.push((series, body, vec![document])),
        }
    }
    let mut lists: Vec<Vec<Annotated>> = reports.into_iter().map(|(_, _, list)| list).collect();
    match lists.as_mut_slice() {
        [only] => only.append(&mut nameless),
        _ if nameless.is_empty() => {}
        _ => lists.push(nameless),
    }
    lists
}

/// `A/AC.999/2031/L` of `A/AC.999/2031/L.3/Add.1`, `A/98/19` of `A/98/19/Add.2`: what all documents of one
/// report share. A revision is another version.
fn series(symbol: &str) -> String {
    let is_sheet = |part: &str| part.starts_with("Add.") || part.starts_with("Corr.");
    let mut parts: Vec<&str> = symbol.split('/').filter(|part| !is_sheet(part)).collect();
    let at =
        parts.iter().position(|part| part.split_once('.').is_some_and(|(kind, _)| PIECES.contains(&kind)));
    if let Some(at) = at {
        parts[at] = parts[at].split('.').next().unwrap_or(parts[at]);
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(symbols: &[(&str, &str)]) -> Vec<usize> {
        let document = |(symbol, body): &(&str, &str)| {
            let mut document = Annotated::default();
            document.report.masthead.symbol = Some((*symbol).to_owned()).filter(|symbol| !symbol.is_empty());
            document.report.masthead.body = Some((*body).to_owned()).filter(|body| !body.is_empty());
            document
        };
        reports(symbols.iter().map(document).collect()).iter().map(Vec::len).collect()
    }

    #[test]
    fn pieces_of_one_report_are_one() {
        let pieces = [
            ("A/AC.999/2031/L.1", "Committee on Rivers"),
            ("A/AC.999/2031/L.2", ""),
            ("A/AC.999/2031/L.1/Add.1", ""),
        ];
        assert_eq!(sorted(&pieces), [3]);
        assert_eq!(sorted(&[("A/98/19", ""), ("A/98/19/Add.1", ""), ("", "")]), [3]);
    }

    #[test]
    fn other_bodies_sessions_and_versions_are_others() {
        assert_eq!(sorted(&[("A/AC.999/2031/L.1", ""), ("A/AC.998/2031/L.1", "")]), [1, 1]);
        assert_eq!(sorted(&[("A/AC.999/2031/L.1", ""), ("A/AC.999/2032/L.1", "")]), [1, 1]);
        assert_eq!(sorted(&[("A/98/19", ""), ("A/98/25", ""), ("", "")]), [1, 1, 1]);
        assert_eq!(sorted(&[("XYZ/MSP/2031/11", ""), ("XYZ/MSP/2031/11/Rev.1", "")]), [1, 1]);
    }
}
