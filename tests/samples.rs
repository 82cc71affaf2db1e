//! The facts that `samples/README.md` tells about its four reports are what comes out of them: the
//! tables there are the expectations here, so neither can change alone. Markdown and PDF alike.

#[path = "support/papers.rs"]
mod papers;

use papers::{annotated, compared, root};
use std::collections::BTreeSet;
use travaux::diff::{Change, ChangeOp, ComparedPair, Comparison, Relation, Status, Weight};
use travaux::mentions::{Annotated, MentionKind};
use travaux::report::NodeKind;

const ZERO: &str = "working-group-2031/zero-draft";
const DRAFT: &str = "working-group-2031/draft";
const ADOPTED: &str = "working-group-2031/adopted";
const NEXT: &str = "working-group-2032/next-year";

/// Heading of the README, OLD, NEW.
const STORIES: [(&str, &str, &str); 3] = [
    ("Zero draft → draft", ZERO, DRAFT),
    ("Draft → adopted", DRAFT, ADOPTED),
    ("Adopted → next year’s report", ADOPTED, NEXT),
];

/// What the README tells and the program does not find yet: a line of a table as it should be, and
/// what comes instead today. When one of these is found, it is told on standard error.
const NOT_YET: &[(&str, &str)] = &[
    // Two paragraphs that became one are paired with the one and with the next.
    ("Zero draft → draft: 16+17 → 21", "Zero draft → draft: 16 → 21"),
    ("Zero draft → draft: – → 22", "Zero draft → draft: 17 → 22"),
    (
        "Zero draft → draft: [as orally revised] of 17 still_open in 21",
        "Zero draft → draft: [as orally revised] of 17 still_open in 22",
    ),
    // Three paragraphs of one formula became two: which two is a matter of the ordinals.
    ("Adopted → next year’s report: 15 → 14", "Adopted → next year’s report: 15 → –"),
    ("Adopted → next year’s report: 16 → 15", "Adopted → next year’s report: 16 → 14"),
    ("Adopted → next year’s report: 17 → –", "Adopted → next year’s report: 17 → 15"),
    // Paragraphs that share a formula and little else.
    ("Adopted → next year’s report: 20 → 18", "Adopted → next year’s report: 20 → –"),
    ("Adopted → next year’s report: 20 → 18", "Adopted → next year’s report: – → 18"),
    ("Adopted → next year’s report: 21 → 19", "Adopted → next year’s report: 21 → –"),
    ("Adopted → next year’s report: 21 → 19", "Adopted → next year’s report: – → 19"),
];

fn readme() -> String {
    std::fs::read_to_string(root().join("samples/README.md")).unwrap()
}

/// The rows of the tables below a heading, as cells.
fn rows(readme: &str, heading: &str) -> Vec<Vec<String>> {
    let start = readme.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no part “{heading}”"));
    let part = &readme[start + 1..];
    let end = part[3..].find("\n## ").map_or(part.len(), |at| at + 3);
    let lines = part[..end].lines().filter(|line| line.starts_with('|') && !line.starts_with("|---"));
    lines.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// `16+17` for "¶16 and ¶17", `–` for none, `annex`.
fn numbers(cell: &str) -> String {
    let words = cell.split_whitespace().filter_map(|word| word.strip_prefix('¶'));
    let numbers: Vec<&str> = words.collect();
    if numbers.is_empty() { cell.to_owned() } else { numbers.join("+") }
}

/// The two reports of a story in one format, compared.
fn story(old: &str, new: &str, format: &str) -> (Annotated, Annotated, Comparison) {
    let read = |name: &str| annotated(&root().join("samples").join(format!("{name}.{format}")));
    let (old, new) = (read(old), read(new));
    let comparison = compared(&old, &new).0;
    (old, new, comparison)
}

/// The numbers of a pair's body paragraphs on one side; `None` where it has none.
fn paragraphs(report: &Annotated, ids: &[String]) -> Option<String> {
    let nodes = ids.iter().filter_map(|id| report.report.index_of(id)).map(|at| &report.report.nodes[at]);
    let numbers: Vec<&str> = nodes
        .filter(|node| node.kind == NodeKind::Paragraph && node.part == "body")
        .filter_map(|node| node.number.as_deref())
        .collect();
    (!numbers.is_empty()).then(|| numbers.join("+"))
}

/// The paragraph (or the annex) that holds a node.
fn place(id: &str) -> String {
    let top = id.split('.').next().unwrap_or(id);
    if top.starts_with('a') { "annex".to_owned() } else { top.trim_start_matches('p').to_owned() }
}

/// Fails where the README and the program differ, but for what is known.
#[track_caller]
fn same(format: &str, kept: &BTreeSet<String>, now: &BTreeSet<String>) {
    let missing = kept.difference(now).filter(|line| !NOT_YET.iter().any(|(right, _)| right == line));
    let extra = now.difference(kept).filter(|line| !NOT_YET.iter().any(|(_, today)| today == line));
    let lines: Vec<String> = missing
        .map(|line| format!("kept: {line}"))
        .chain(extra.map(|line| format!("now:  {line}")))
        .collect();
    assert!(lines.is_empty(), "samples/README.md, {format}\n{}", lines.join("\n"));
    for (right, _) in NOT_YET.iter().filter(|(right, _)| now.contains(*right)) {
        eprintln!("{format}: “{right}” is found by now; take it out of NOT_YET");
    }
}

#[test]
fn paragraphs_are_paired_as_the_readme_says() {
    let readme = readme();
    for format in ["md", "pdf"] {
        for (heading, old, new) in STORIES {
            let kept: BTreeSet<String> = rows(&readme, heading)
                .iter()
                // The table of paragraphs; that of blanks has the blank in its second column.
                .filter(|row| row[0].starts_with(['¶', '–']) && row[1].starts_with(['¶', '–']))
                .map(|row| format!("{heading}: {} → {}", numbers(&row[0]), numbers(&row[1])))
                .collect();
            assert!(kept.len() >= 20, "{heading}: only {} rows", kept.len());
            let (old, new, comparison) = story(old, new, format);
            let now: BTreeSet<String> = comparison
                .pairs
                .iter()
                .filter_map(|pair| {
                    let (a, b) = (paragraphs(&old, &pair.old), paragraphs(&new, &pair.new));
                    let none = || "–".to_owned();
                    (a.is_some() || b.is_some()).then(|| {
                        format!("{heading}: {} → {}", a.unwrap_or_else(none), b.unwrap_or_else(none))
                    })
                })
                .collect();
            same(format, &kept, &now);
        }
    }
}

/// A paragraph and its list.
fn with_list<'a>(comparison: &'a Comparison, number: &str) -> Vec<&'a ComparedPair> {
    let id = format!("p{number}");
    let list = format!("{id}.");
    let holds = |ids: &[String]| ids.iter().any(|other| *other == id || other.starts_with(&list));
    comparison.pairs.iter().filter(|pair| holds(&pair.new)).collect()
}

#[test]
fn what_is_the_same_moved_or_split_is_told_as_such() {
    let readme = readme();
    let mut checked = BTreeSet::new();
    for format in ["md", "pdf"] {
        for (heading, old, new) in &STORIES[..2] {
            let (.., comparison) = story(old, new, format);
            for row in rows(&readme, heading).iter().filter(|row| row.len() == 4 && row[1].starts_with('¶'))
            {
                let number = numbers(&row[1]);
                let pairs = with_list(&comparison, number.split('+').next().unwrap());
                let first = pairs[0];
                let all = |status: Status| pairs.iter().all(|pair| pair.status == status);
                let told = row[2].as_str();
                let holds = match told {
                    "the same" => all(Status::Unchanged) && !first.renumbered && !first.moved,
                    "the same, renumbered" => all(Status::Unchanged) && first.renumbered && !first.moved,
                    "moved" => all(Status::Unchanged) && first.moved,
                    "split" => first.status == Status::Split,
                    "changed" => {
                        pairs.iter().any(|pair| !matches!(pair.status, Status::Unchanged | Status::Editorial))
                            && pairs.iter().all(|pair| !pair.moved)
                    }
                    "new" => {
                        NOT_YET.iter().any(|(right, _)| *right == format!("{heading}: – → {number}"))
                            || all(Status::Inserted)
                    }
                    // See NOT_YET.
                    "merged" => first.status == Status::Merged || first.status == Status::Modified,
                    _ => continue,
                };
                let now: Vec<_> =
                    pairs.iter().map(|pair| (pair.status, pair.moved, pair.renumbered)).collect();
                assert!(holds, "{format}, {heading}, ¶{number}\n  kept: {told}\n  now:  {now:?}");
                checked.insert(told.to_owned());
            }
        }
    }
    assert_eq!(checked.len(), 7, "kinds of change that were checked: {checked:?}");
}

#[test]
fn words_that_only_say_the_same_otherwise_are_reworded() {
    // "plenary", "submit … to" for "lay … before": no fact, actor or obligation.
    for format in ["md", "pdf"] {
        let (.., comparison) = story(DRAFT, ADOPTED, format);
        for number in ["1", "15", "16", "18"] {
            let status = with_list(&comparison, number)[0].status;
            assert_eq!(status, Status::Reworded, "{format}, ¶{number}");
        }
    }
}

#[test]
fn the_ledger_of_blanks_is_the_readme_s() {
    let readme = readme();
    for format in ["md", "pdf"] {
        for (heading, old, new) in &STORIES[..2] {
            let kept: Vec<(String, Option<String>)> = rows(&readme, heading)
                .iter()
                .filter(|row| row.len() == 4 && (row[1].starts_with('`')))
                .map(|row| {
                    let (told, rest) = match row[3].split_once([':', ',']) {
                        Some((told, rest)) => (told, rest.split('`').nth(1).map(str::to_owned)),
                        None => (row[3].as_str(), None),
                    };
                    let state = match told {
                        "filled" => "filled",
                        "brackets lifted" => "lifted",
                        "still open" => "still_open",
                        told if told.starts_with("dropped") => "dropped",
                        told if told.starts_with("filled with") => "filled",
                        told => panic!("samples/README.md: “{told}” is no state of a blank"),
                    };
                    // What was dropped beside words that stayed has its place; what went has none.
                    let now = if state == "dropped" { "–".to_owned() } else { numbers(&row[2]) };
                    let blank = row[1].trim_matches('`');
                    (format!("{heading}: {blank} of {} {state} in {now}", numbers(&row[0])), rest)
                })
                .collect();
            let (.., comparison) = story(old, new, format);
            let now: Vec<(String, String)> = comparison
                .placeholders
                .iter()
                .filter_map(|line| {
                    let old = line.old.as_ref()?;
                    let new = line.new.first();
                    let place_now = new.map_or_else(|| "–".to_owned(), |new| place(&new.id));
                    let told = format!(
                        "{heading}: {} of {} {} in {place_now}",
                        old.text,
                        place(&old.id),
                        line.state
                    );
                    Some((told, new.map_or_else(String::new, |new| new.text.clone())))
                })
                .collect();
            let lines = |lines: &mut dyn Iterator<Item = String>| -> BTreeSet<String> { lines.collect() };
            same(
                format,
                &lines(&mut kept.iter().map(|line| line.0.clone())),
                &lines(&mut now.iter().map(|line| line.0.clone())),
            );
            assert_eq!(kept.len(), now.len(), "{format}, {heading}: number of blanks");
            for (told, filler) in kept.iter().filter_map(|(told, filler)| Some((told, filler.as_ref()?))) {
                // A word that came in beside the blank may stand with the filler: "nine plenary".
                let found =
                    now.iter().any(|(other, text)| told == other && text.starts_with(filler.as_str()));
                assert!(found, "{format}, {told}\n  kept: {filler}\n  now:  {now:?}");
            }
            let fresh = comparison.placeholders.iter().filter(|line| line.state == "new").count();
            // Nine came into the draft (the tenth is the one that NOT_YET pairs elsewhere).
            let expected = if *old == ZERO { 9..=9 } else { 0..=0 };
            assert!(expected.contains(&fresh), "{format}, {heading}: {fresh} new blanks");
        }
    }
}

/// The substantive changes of one kind, as `old → new` in normal form.
fn facts(comparison: &Comparison, kind: &str, op: ChangeOp) -> BTreeSet<String> {
    let of =
        |change: &&Change| change.kind == kind && change.op == op && change.weight == Weight::Substantive;
    let value = |end: &Option<travaux::diff::End>| {
        end.as_ref().map_or_else(|| "–".to_owned(), |end| end.value.clone().unwrap_or_default())
    };
    let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes).filter(of);
    changes.map(|change| format!("{} → {}", value(&change.old), value(&change.new))).collect()
}

#[track_caller]
fn told(format: &str, kept: &[&str], now: &BTreeSet<String>) {
    let kept: BTreeSet<String> = kept.iter().map(|line| (*line).to_owned()).collect();
    assert_eq!(&kept, now, "{format}");
}

#[test]
fn facts_of_the_draft_and_the_adopted_report() {
    for format in ["md", "pdf"] {
        let (.., comparison) = story(DRAFT, ADOPTED, format);
        assert_eq!(comparison.relation, Relation::Adoption, "{format}");
        told(
            format,
            &["Signe Halvorsrud → Einar Thoresen"],
            &facts(&comparison, "officer", ChangeOp::Changed),
        );
        told(format, &["– → Einar Thoresen"], &facts(&comparison, "officer", ChangeOp::Added));
        told(format, &[], &facts(&comparison, "officer", ChangeOp::Removed));
        told(
            format,
            &[
                "{2030-06-17,2030-06-19,2030-06-21,2030-07-02} → {2030-06-17,2030-06-19,2030-06-21,2030-07-03}",
                "2031-04-XX → 2031-04-11",
            ],
            &facts(&comparison, "date", ChangeOp::Changed),
        );
        told(
            format,
            &["– → 2031-04-07", "– → 2031-04-10", "– → 2032-02-02/2032-02-06", "– → 2032-04-12/2032-04-16"],
            &facts(&comparison, "date", ChangeOp::Added),
        );
        told(
            format,
            &[
                "A/AC.999/2030/4 → A/AC.999/2030/4/Rev.1",
                "A/AC.999/2031/CRP.? → A/AC.999/2031/CRP.3",
                "A/AC.999/2031/CRP.? → A/AC.999/2031/CRP.4",
                "A/AC.999/2031/INF/? → A/AC.999/2031/INF/1",
            ],
            &facts(&comparison, "document", ChangeOp::Changed),
        );
        told(format, &["– → A/AC.999/2031/INF/1/Corr.1"], &facts(&comparison, "document", ChangeOp::Added));
        told(format, &[], &facts(&comparison, "document", ChangeOp::Removed));
        // The notes: 1 and 2 the same, 3 new, old 3 is 4.
        let notes: Vec<_> = comparison
            .pairs
            .iter()
            .filter(|pair| pair.old.iter().chain(&pair.new).all(|id| id.starts_with("fn")))
            .map(|pair| format!("{} → {} {:?}", pair.old.join("+"), pair.new.join("+"), pair.status))
            .collect();
        let kept = ["fn1 → fn1 Unchanged", "fn2 → fn2 Unchanged", " → fn3 Inserted", "fn3 → fn4 Unchanged"];
        assert_eq!(notes, kept, "{format}");
    }
}

#[test]
fn facts_of_the_zero_draft_and_the_draft() {
    for format in ["md", "pdf"] {
        let (.., comparison) = story(ZERO, DRAFT, format);
        assert_eq!(comparison.relation, Relation::Revision, "{format}");
        told(format, &[], &facts(&comparison, "officer", ChangeOp::Changed));
        told(format, &[], &facts(&comparison, "officer", ChangeOp::Removed));
        told(
            format,
            &[
                "2031-01-XX → {2031-01-20,2031-01-21}",
                "2031-04-XX → 2031-04-07",
                "2031-04-XX/2031-04-XX → 2031-04-07/2031-04-11",
            ],
            &facts(&comparison, "date", ChangeOp::Changed),
        );
        // Resolution 84/112 is cited once less; it is still cited where it was.
        told(format, &[], &facts(&comparison, "document", ChangeOp::Removed));
    }
}

#[test]
fn reports_of_two_years_are_no_versions_of_one_text() {
    for format in ["md", "pdf"] {
        let (old, new, comparison) = story(ADOPTED, NEXT, format);
        assert_eq!(comparison.relation, Relation::OtherReport, "{format}");
        assert!(comparison.placeholders.is_empty(), "{format}: {:?}", comparison.placeholders);
        let chair = |report: &Annotated| -> BTreeSet<String> {
            let officers = report.mentions.by_node.iter().flatten().filter(|mention| {
                mention.kind == MentionKind::Officer
                    && mention.attributes.get("office").is_some_and(|office| office == "Chair")
            });
            officers.map(|mention| mention.value.clone()).collect()
        };
        // Others chaired a drafting group and are told as such.
        assert!(chair(&old).contains("Amara Oduya"), "{format}: {:?}", chair(&old));
        assert!(!chair(&new).contains("Amara Oduya"), "{format}: {:?}", chair(&new));
        assert!(chair(&new).contains("Dilnoza Rahimova"), "{format}: {:?}", chair(&new));
    }
}

/// The table of files: symbol, date, number of paragraphs and notes.
#[test]
fn each_report_is_what_the_table_of_files_says() {
    let readme = readme();
    let rows = rows(&readme, "Files");
    for (name, file) in
        [("zero draft", ZERO), ("draft", DRAFT), ("adopted", ADOPTED), ("next year’s report", NEXT)]
    {
        let row = rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no row for {name}"));
        for format in ["md", "pdf"] {
            let report = annotated(&root().join("samples").join(format!("{file}.{format}"))).report;
            let count = |kind: NodeKind, part: &str| {
                report.nodes.iter().filter(|node| node.kind == kind && node.part == part).count().to_string()
            };
            assert_eq!(report.masthead.symbol.as_deref(), Some(row[1].as_str()), "{file}.{format}");
            let body = row[3].split(',').next().unwrap();
            assert_eq!(count(NodeKind::Paragraph, "body"), body, "{file}.{format}: paragraphs");
            let annex = row[3].split(' ').nth(2).filter(|word| word.parse::<u32>().is_ok()).unwrap_or("0");
            assert_eq!(count(NodeKind::Paragraph, "a1"), annex, "{file}.{format}: paragraphs of the annex");
            assert_eq!(count(NodeKind::Footnote, "body"), row[4], "{file}.{format}: notes");
            assert!(report.nodes.iter().all(|node| !node.number_inferred), "{file}.{format}: a lost number");
            assert!(report.remarks.is_empty(), "{file}.{format}: {:?}", report.remarks);
            let issued = report.masthead.issued.unwrap_or_default();
            assert_eq!(date(&row[2]), issued, "{file}.{format}: date of issue");
        }
    }
}

/// `2031-01-13` for "13 January 2031".
fn date(written: &str) -> String {
    let parts: Vec<&str> = written.split(' ').collect();
    let month = match parts[1] {
        "January" => 1,
        "March" => 3,
        "July" => 7,
        other => panic!("samples/README.md: no report was dated in {other} so far"),
    };
    format!("{}-{month:02}-{:0>2}", parts[2], parts[0])
}
