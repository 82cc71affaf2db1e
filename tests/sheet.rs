//! What goes into spreadsheets and mails: the comparison table, the concordance, the Markdown of a diff.

#[path = "support/papers.rs"]
mod papers;
mod support;

use papers::{annotated, from_bytes, root};
use pulldown_cmark::{Event, Options as Dialect, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use support::golden;
use travaux::align::align;
use travaux::diff::digest::{Entry, Options, Piece, digest_with};
use travaux::diff::{Comparison, Status, WordOp, diff, table};
use travaux::mentions::Annotated;
use travaux::render::letter::Lines;
use travaux::render::{diff_letter, diff_sheet, markdown};
use travaux::report::NodeKind;

fn sample(name: &str) -> Annotated {
    annotated(&root().join("samples").join(name))
}

fn sample_pair() -> (Annotated, Annotated, Comparison) {
    let (old, new) = (sample("working-group-2031/draft.md"), sample("working-group-2031/adopted.md"));
    let comparison = diff(&old, &new, &align(&old, &new));
    (old, new, comparison)
}

/// A strict reader of RFC 4180.
#[track_caller]
fn cells(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{feff}').expect("the mark at the beginning");
    assert!(csv.ends_with("\r\n"));
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = csv.chars().peekable();
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().unwrap();
        let cell = row.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap()),
            '"' => {
                assert!(quoted || cell.is_empty(), "a quotation mark inside a bare cell: {cell}");
                quoted = !quoted;
            }
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            '\n' if !quoted => panic!("a line feed alone"),
            sign => cell.push(sign),
        }
    }
    assert!(!quoted, "a cell does not end");
    assert_eq!(rows.pop(), Some(vec![String::new()]));
    rows
}

#[test]
fn the_comparison_table_has_every_part_once() {
    let (old, new, comparison) = sample_pair();
    let rows = cells(&diff_sheet::comparison(&table::rows(&comparison, &old, &new, &[])));
    assert_eq!(rows[0], ["Old ¶", "New ¶", "Status", "Old text", "New text", "Kinds of change", "Note"]);
    assert!(rows.iter().all(|row| row.len() == 7));
    let lines = |side: &Annotated| -> Vec<String> {
        let lines = side.report.nodes.iter().filter(|node| node.kind == NodeKind::Masthead);
        lines.map(|node| node.id.clone()).collect()
    };
    let first_page: BTreeSet<String> = [lines(&old), lines(&new)].concat().into_iter().collect();
    assert_eq!(rows.len(), 1 + first_page.len() + comparison.pairs.len());
    let words: BTreeSet<&str> = rows[1..].iter().map(|row| row[2].as_str()).collect();
    assert_eq!(words, BTreeSet::from(["ADD", "MOD", "MOVED", "NOC", "SUP"]));
    let row = |place: &str| rows.iter().find(|row| row[1] == place).unwrap_or_else(|| panic!("no {place}"));
    assert_eq!(row("¶5")[..3], ["¶17", "¶5", "MOVED"]);
    assert_eq!(row("¶7")[..4], ["", "¶7", "ADD", ""]);
    assert_eq!(row("¶3")[2], "NOC");
    assert_eq!(row("¶3")[3], row("¶3")[4]);
    let changed = row("¶4");
    assert_eq!((changed[2].as_str(), changed[5].as_str()), ("MOD", "date; reworded"));
    let split = row("¶19–20");
    assert_eq!((split[0].as_str(), split[2].as_str()), ("¶18", "MOD"));
    assert!(split[6].starts_with("split"), "{split:?}");
    // The first page as printed, also where it is the same.
    assert_eq!(
        row("first page, distribution")[2..6],
        ["MOD", "Distr.: Limited 10 March 2031", "Distr.: General 21 July 2031", "distribution; date"]
    );
    assert_eq!(row("first page, organ")[2..5], ["NOC", "General Assembly", "General Assembly"]);
    // A new text cannot have been worded otherwise.
    for row in rows.iter().filter(|row| row[2] == "ADD") {
        assert!(!row[5].is_empty() && !row[5].contains("reworded"), "{row:?}");
    }
    assert_eq!(row("annex ¶1 (a)")[5], "new text");
    assert!(row("¶7")[6].contains("” also in ¶3"), "{:?}", row("¶7"));
    assert!(row("¶7")[6].contains("Vice-Chair: new"), "{:?}", row("¶7"));
    let blanks = row("¶10");
    assert!(blanks[6] == "brackets lifted (day); brackets lifted (symbol)", "{blanks:?}");
    // Nothing but a place tells one row from another.
    for at in [0, 1] {
        let mut places: Vec<&str> =
            rows.iter().map(|row| row[at].as_str()).filter(|p| !p.is_empty()).collect();
        places.sort_unstable();
        let all = places.len();
        places.dedup();
        assert_eq!(places.len(), all);
    }
    assert!(rows.iter().any(|row| row[1] == "¶8, Vice-Chairs, “Einar Thoresen (Norway)”"));
    let dates = table::rows(&comparison, &old, &new, &["date".to_owned()]);
    assert!(dates.len() > 2 && dates.iter().all(|row| row.kinds.contains(&"date".to_owned())), "{dates:?}");
}

#[test]
fn nothing_is_an_edit_in_two_different_reports() {
    let (old, new) = (sample("working-group-2031/adopted.md"), sample("working-group-2032/next-year.md"));
    let rows = table::rows(&diff(&old, &new, &align(&old, &new)), &old, &new, &[]);
    assert!(rows.iter().all(|row| row.status.is_empty() && row.kinds.is_empty()));
}

#[test]
fn the_concordance_leads_from_every_old_number() {
    let (old, new, comparison) = sample_pair();
    let rows = cells(&diff_sheet::concordance(&table::concordance(&comparison, &old, &new)));
    assert_eq!(rows[0], ["Old ¶", "New ¶", "Old PDF page", "New PDF page", "Old id", "New id"]);
    let counted = |side: &Annotated| -> BTreeSet<String> {
        let nodes = side.report.nodes.iter().filter(|node| node.kind != NodeKind::Masthead);
        nodes.map(|node| node.id.clone()).collect()
    };
    let ids = |at: usize| -> BTreeSet<String> {
        rows[1..].iter().map(|row| row[at].clone()).filter(|id| !id.is_empty()).collect()
    };
    assert_eq!((ids(4), ids(5)), (counted(&old), counted(&new)));
    let to = |from: &str| -> Vec<&str> {
        rows.iter().filter(|row| row[4] == from).map(|row| row[5].as_str()).collect()
    };
    assert_eq!(to("p5"), ["p6"]);
    assert_eq!(to("p17"), ["p5"]);
    assert_eq!(to("p18"), ["p19", "p20"]);
    // In the order of OLD.
    let order: Vec<usize> = rows[1..].iter().filter_map(|row| old.report.index_of(&row[4])).collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_cell_is_never_a_formula() {
    let text = "1. =HYPERLINK(\"x\")\n\n2. +1 was counted.\n\n3. -1 was counted; \"quoted\", and more.\n\n4. @SUM(A1)\n";
    let old = from_bytes("=cmd.md", text.as_bytes()).unwrap();
    let new = from_bytes("b.md", text.replace("more", "less").as_bytes()).unwrap();
    let comparison = diff(&old, &new, &align(&old, &new));
    for csv in [
        diff_sheet::comparison(&table::rows(&comparison, &old, &new, &[])),
        diff_sheet::concordance(&table::concordance(&comparison, &old, &new)),
    ] {
        for cell in cells(&csv).iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
}

fn markdown_of(old: &Annotated, new: &Annotated, options: &Options, width: Option<usize>) -> String {
    let comparison = diff(old, new, &align(old, new));
    let digest = digest_with(&comparison, old, new, options);
    markdown::render(&diff_letter::letter(&digest), &Lines { width, ascii: false })
}

#[test]
fn the_markdown_of_the_sample_pair() {
    let (old, new, _) = sample_pair();
    golden("diff/sample.md.txt", &markdown_of(&old, &new, &Options::default(), Some(100)));
    let later = sample("working-group-2032/next-year.md");
    let told = markdown_of(&new, &later, &Options::default(), Some(100));
    for word in ["~~", "**", "dropped", "moved"] {
        assert!(!told.contains(word), "{word} speaks of an edit\n{told}");
    }
    let same = markdown_of(&new, &new, &Options::default(), None);
    assert!(same.contains("The two texts are the same, word for word."), "{same}");
}

/// What was struck and what is bold, without blanks.
fn marked(markdown: &str) -> [String; 2] {
    let mut out = [String::new(), String::new()];
    let mut open = [false, false];
    for event in Parser::new_ext(markdown, Dialect::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strikethrough) => open[0] = true,
            Event::End(TagEnd::Strikethrough) => open[0] = false,
            Event::Start(Tag::Strong) => open[1] = true,
            Event::End(TagEnd::Strong) => open[1] = false,
            Event::Text(text) => {
                for (out, open) in out.iter_mut().zip(open) {
                    if open {
                        out.extend(text.chars().filter(|c| !c.is_whitespace()));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// Whatever stands beside a mark, a reader of Markdown finds it where we put it.
#[test]
fn every_edit_is_marked_in_markdown() {
    let texts = [
        ["It may go [, where possible,] and stay.", "It may go and stay."],
        ["The “old” text*s* (one).", "The “new” text_s_ (two)."],
        ["Paid 5 per cent.", "Paid 5.5 per cent, “as agreed”."],
        ["A~~B, C**D and `E`.", "A~~X, C**Y and `Z` <b>."],
        ["Rules 1. and 2. hold", "Rules 1. and 3. hold;"],
        [
            "[recommended] [concluded] that carriers [should] [shall] keep",
            "recommended that carriers should keep",
        ],
    ];
    for [old, new] in texts {
        let read = |text: &str| {
            let text = format!(
                "1. The Committee met in New York in the spring.\n\n2. {text} The rest of it is the same in both.\n"
            );
            from_bytes("a.md", text.as_bytes()).unwrap()
        };
        let (old, new) = (read(old), read(new));
        let comparison = diff(&old, &new, &align(&old, &new));
        let only = Options {
            only: vec!["wording".into(), "placeholder".into(), "quantity".into()],
            ..Options::default()
        };
        let digest = digest_with(&comparison, &old, &new, &only);
        let mut meant = [String::new(), String::new()];
        for entry in digest.sections.iter().flat_map(|section| &section.entries) {
            let Entry::Shown(shown) = entry else { continue };
            assert_ne!(shown.status, Status::Unchanged);
            for piece in &shown.pieces {
                match piece {
                    Piece::Text(WordOp::Delete, text) => meant[0].push_str(text),
                    Piece::Text(WordOp::Insert, text) => meant[1].push_str(text),
                    _ => {}
                }
            }
        }
        let meant = meant.map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
        assert!(!meant[0].is_empty() || !meant[1].is_empty(), "nothing to see");
        let letter = diff_letter::letter(&digest);
        for width in [None, Some(20)] {
            let markdown = markdown::render(&letter, &Lines { width, ascii: false });
            // The facts above and the legend have marks of their own.
            let text = markdown.split("… unchanged").nth(1).expect("the legend");
            let text = text.split("## Folded").next().unwrap();
            assert_eq!(marked(text), meant, "{markdown}");
        }
    }
}
