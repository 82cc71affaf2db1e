//! Real documents, where there are any: the environment variable TRAVAUX_REPORTS names the folder.
//! They are no part of the project, and none of their words stand here, only numbers and symbols.
//! Without the folder each test says aloud that it was skipped.

#[path = "support/laws.rs"]
mod laws;
#[path = "support/papers.rs"]
mod papers;

use papers::{annotate, annotated, compared, source};
use std::path::{Path, PathBuf};
use travaux::diff::{Comparison, Status};
use travaux::mentions::Annotated;
use travaux::report::NodeKind;

/// The folder, or a word on standard error.
fn reports(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("TRAVAUX_REPORTS").map(PathBuf::from);
    match &folder {
        None => eprintln!("skipped: TRAVAUX_REPORTS is not set ({test})"),
        Some(folder) => assert!(folder.is_dir(), "TRAVAUX_REPORTS: {} is no folder", folder.display()),
    }
    folder
}

/// Two reports below the folder, compared.
fn pair(folder: &Path, old: &str, new: &str) -> (Annotated, Annotated, Comparison) {
    let (old, new) = (annotated(&folder.join(old)), annotated(&folder.join(new)));
    let comparison = compared(&old, &new).0;
    (old, new, comparison)
}

/// `6>7 >8` for the numbered paragraphs of the body.
fn numbers(comparison: &Comparison) -> String {
    let bare = |ids: &[String]| -> Option<String> {
        let numbers: Vec<&str> = ids
            .iter()
            .filter_map(|id| id.strip_prefix('p'))
            .filter(|number| number.chars().all(|c| c.is_ascii_digit()))
            .collect();
        (!numbers.is_empty()).then(|| numbers.join("+"))
    };
    let pairs = comparison.pairs.iter().filter_map(|pair| {
        let (old, new) = (bare(&pair.old), bare(&pair.new));
        let moved = if pair.moved { " moved" } else { "" };
        (old.is_some() || new.is_some())
            .then(|| format!("{}>{}{moved}", old.unwrap_or_default(), new.unwrap_or_default()))
    });
    pairs.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_draft_and_its_adopted_report_are_paired_or_skipped_aloud() {
    let Some(folder) = reports("c34-2025") else { return };
    let (.., comparison) = pair(&folder, "c34-2025/A_AC.121_2025_L.3.pdf", "c34-2025/A_79_19.pdf");
    assert_eq!(
        numbers(&comparison),
        "1>1, 2>2, 3>3, >4, 4>5, 5>6, 6>7, 8>8, 7>9 moved, 9>10, 10>11, 11>12, 12>13, 13>14, 14>15, \
         15>16, 16>17, >18"
    );
    let officers = comparison.pairs.iter().flat_map(|pair| &pair.changes);
    let officers: Vec<_> = officers.filter(|change| change.kind == "officer").collect();
    assert!(officers.is_empty(), "officers are the same: {officers:?}");
    assert_eq!(comparison.masthead.iter().filter(|field| field.field == "symbol").count(), 1);
    // A date in brackets on the contents page is no placeholder.
    assert!(comparison.placeholders.is_empty(), "{:?}", comparison.placeholders);
}

#[test]
fn two_changes_in_250_paragraphs_are_two_or_skipped_aloud() {
    let Some(folder) = reports("tpnw-2025") else { return };
    let (old, new, comparison) =
        pair(&folder, "tpnw-2025/TPNW_MSP_2025_11.pdf", "tpnw-2025/TPNW_MSP_2025_11_Rev.1.pdf");
    for report in [&old, &new] {
        let count = report.report.nodes.iter().filter(|node| node.kind != NodeKind::Masthead).count();
        assert_eq!(count, 444, "parts of {}", report.report.source.path);
    }
    let changed: Vec<String> = comparison
        .pairs
        .iter()
        .filter(|pair| pair.status != Status::Unchanged)
        .map(|pair| format!("{}>{} {:?}", pair.old.join("+"), pair.new.join("+"), pair.status))
        .collect();
    // Paragraph 13, and in the list of documents the report itself and INF/5.
    let kept = ["p13>p13 Modified", "a4.t1.r12>a4.t1.r12 Reworded", "a4.t1.r19>a4.t1.r19 Modified"];
    assert_eq!(changed, kept);
}

#[test]
fn a_resolution_is_renumbered_after_its_new_paragraph_or_skipped_aloud() {
    let Some(folder) = reports("hrc-59-25") else { return };
    let (.., comparison) = pair(&folder, "hrc-59-25/A_HRC_59_L.17.pdf", "hrc-59-25/A_HRC_RES_59_25.pdf");
    let kept: Vec<String> = (1..=6)
        .map(|number| format!("{number}>{number}"))
        .chain([">7".to_owned()])
        .chain((7..=26).map(|number| format!("{number}>{}", number + 1)))
        .collect();
    assert_eq!(numbers(&comparison), kept.join(", "));
}

#[test]
fn issued_resolutions_are_their_drafts_or_skipped_aloud() {
    let Some(folder) = reports("sc-2779, sc-2782") else { return };
    for (old, new) in [
        ("sc-2779/S_2025_270.pdf", "sc-2779/S_RES_2779_2025.pdf"),
        ("sc-2782/S_2025_421.pdf", "sc-2782/S_RES_2782_2025.pdf"),
    ] {
        let (.., comparison) = pair(&folder, old, new);
        let numbered = comparison.pairs.iter().filter(|pair| {
            pair.old.iter().chain(&pair.new).any(|id| id.starts_with('p')) && pair.status != Status::Unchanged
        });
        let numbered: Vec<_> = numbered.map(|pair| (&pair.old, &pair.new, pair.status)).collect();
        assert!(numbered.is_empty(), "{old} → {new}: {numbered:?}");
    }
}

#[test]
fn numbers_lost_by_a_converter_come_back_or_skipped_aloud() {
    let Some(folder) = reports("seeds") else { return };
    for (file, paragraphs, lost) in [
        ("seeds/A_AC.290_2021_L.1.md", 16, &["p1", "p8"][..]),
        ("seeds/A_AC.292_2024_L.1.md", 20, &["p1"][..]),
    ] {
        let report = annotated(&folder.join(file)).report;
        let numbered: Vec<&str> = report
            .nodes
            .iter()
            .filter(|node| node.kind == NodeKind::Paragraph && node.part == "body")
            .filter_map(|node| node.number.as_deref())
            .collect();
        let kept: Vec<String> = (1..=paragraphs).map(|number: u32| number.to_string()).collect();
        assert_eq!(numbered, kept, "{file}");
        let inferred: Vec<&str> =
            report.nodes.iter().filter(|node| node.number_inferred).map(|node| node.id.as_str()).collect();
        assert_eq!(inferred, lost, "{file}");
    }
}

#[test]
fn real_documents_keep_the_laws_or_skipped_aloud() {
    let Some(folder) = reports("every document") else { return };
    let mut faults = Vec::new();
    let mut count = 0;
    for path in below(&folder) {
        let source = source(&path);
        let found = laws::faults(&source, &annotate(&source));
        let name = path.strip_prefix(&folder).unwrap_or(&path).display();
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        count += 1;
    }
    eprintln!("{count} documents");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Every PDF and Markdown file of the folders, but for the readme.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "pdf" || end == "md")
                && !path.ends_with("README.md")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
