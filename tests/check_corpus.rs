//! Runs `tests/corpus/check/*.md`: small reports, and what a check of them says.
//!
//! ```text
//! United Nations A/AC.999/2031/L.1 …      what stands before the first case is the head of every report
//!
//! %% letter-skipped: a list without (b)   a case for a rule; its Markdown follows
//! %% letter-skipped, not: labels in order a case against it: the rule is silent
//! %! final                                 options
//! %! symbol A/86/31                        the report as issued, under this symbol
//! %! symbol A/86/31, Eighty-sixth session  and with another session on its first page
//! %! title Report of the Committee          with another title
//! %> letter-skipped likely p1.c | what | instead
//! ```
//! Every finding must stand there, in order, and no other. `UPDATE=1` writes what comes out, for a careful
//! reader to judge. Every rule has a case for and a case against it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use travaux::check::{Options, RULES, check};
use travaux::mentions::{Annotated, find};
use travaux::{read, structure};

datatest_stable::harness! {
    { test = corpus, root = "tests/corpus/check", pattern = r"\.md$" },
    { test = complete, root = "tests/corpus/check", pattern = r"numbers\.md$" },
}

#[derive(Debug)]
struct Faults(String);

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Faults {}

fn corpus(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let mut parts = text.split("\n%% ");
    let head = parts.next().unwrap_or_default();
    let (mut written, mut faults) = (head.to_owned(), String::new());
    for case in parts {
        let (name, body) = case.split_once('\n').ok_or("a case without text")?;
        let (rule, against) = rule_of(name);
        let (kept, report): (Vec<&str>, Vec<&str>) = body.lines().partition(|line| line.starts_with("%>"));
        let last = report.contains(&"%! final");
        let markdown: Vec<&str> = report.iter().copied().filter(|line| !line.starts_with('%')).collect();
        let issued = report.iter().find_map(|line| line.strip_prefix("%! symbol "));
        let head = issued.map_or_else(
            || head.to_owned(),
            |issued| {
                let (symbol, session) =
                    issued.split_once(", ").unwrap_or((issued, "Third substantive session"));
                head.replace("A/AC.999/2031/L.1", symbol)
                    .replace("Limited", "General")
                    .replace("Third substantive session", session)
            },
        );
        let title = report.iter().find_map(|line| line.strip_prefix("%! title "));
        let head = title.map_or(head.clone(), |title| head.replace("# Draft report", &format!("# {title}")));
        let now = findings(&format!("{head}\n{}\n", markdown.join("\n")), last)?;
        let found = now.iter().any(|line| line.starts_with(&format!("%> {rule} ")));
        if kept != now || found == against {
            write!(faults, "\n{} %% {name}\n", path.display())?;
            kept.iter().for_each(|line| faults.push_str(&format!("  kept {line}\n")));
            now.iter().for_each(|line| faults.push_str(&format!("  now  {line}\n")));
            if found == against {
                faults.push_str("  the name of the case says otherwise\n");
            }
        }
        write!(written, "\n%% {name}\n{}\n", report.join("\n").trim_end())?;
        now.iter().for_each(|line| written.push_str(&format!("{line}\n")));
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, written)?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Box::new(Faults(faults))) }
}

/// "letter-skipped, not: …" → the rule, and whether the case is against it.
fn rule_of(name: &str) -> (&str, bool) {
    let rule = name.split(':').next().unwrap_or_default();
    rule.strip_suffix(", not").map_or((rule, false), |rule| (rule, true))
}

fn findings(markdown: &str, last: bool) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let source = read::read_bytes(Path::new("case.md"), markdown.as_bytes())?;
    let report = structure::structure(&source);
    let mentions = find(&report);
    let checked = check(&Annotated { report, mentions }, &Options { last, ..Options::default() });
    let line = |finding: &travaux::check::Finding| {
        let sure = format!("{:?}", finding.sure).to_lowercase();
        let level = if finding.is_open() { finding.level.name() } else { sure.as_str() };
        let instead = finding.instead.as_deref().unwrap_or("–");
        format!("%> {} {level} {} | {} | {instead}", finding.rule.code, finding.spot.at, finding.what)
    };
    Ok(checked.findings.iter().map(line).collect())
}

/// Every rule has a case for and a case against it somewhere in the folder. What needs two versions, or a
/// format with raised figures, has its tests in `check_view.rs`.
fn complete(path: &Path) -> datatest_stable::Result<()> {
    let mut cases: BTreeSet<(String, bool)> = BTreeSet::new();
    for file in std::fs::read_dir(path.parent().ok_or("no folder")?)? {
        let text = std::fs::read_to_string(file?.path())?;
        for name in text.lines().filter_map(|line| line.strip_prefix("%% ")) {
            let (rule, against) = rule_of(name);
            cases.insert((rule.to_owned(), against));
        }
    }
    let elsewhere = ["stale-reference", "file-cut"];
    let missing: Vec<String> = RULES
        .iter()
        .filter(|rule| !elsewhere.contains(&rule.code))
        .flat_map(|rule| [(rule.code.to_owned(), false), (rule.code.to_owned(), true)])
        .filter(|case| !cases.contains(case))
        .map(|(rule, against)| format!("{rule}{}", if against { ", not" } else { "" }))
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Box::new(Faults(format!("no case: {}", missing.join("; ")))))
    }
}
