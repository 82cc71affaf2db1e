//! What is found in every document of a folder, and what a change of the rules gained and lost.
//!
//! ```text
//! cargo run --release --example tally -- FOLDER [KIND ...]
//! ```
//! Prints how many mentions each rule found, with the difference from the last run over the same
//! folder, then every mention gained (`+`) and lost (`-`). The run is kept in `target/tally/`; with
//! `TALLY_KEEP=no` the last run stays as it is, so that one change can be tried in several forms.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use travaux::{mentions, read, structure};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: tally FOLDER [KIND ...]")?;
    let kinds: Vec<String> = arguments.collect();
    let folder = fs::canonicalize(folder)?;
    let mut now: BTreeSet<String> = BTreeSet::new();
    for path in documents(&folder)? {
        let name = path.strip_prefix(&folder)?.display().to_string();
        match read::read(&path) {
            Ok(source) => {
                let report = structure::structure(&source);
                let found = mentions::find(&report);
                for (node, mentions) in report.nodes.iter().zip(&found.by_node) {
                    for mention in mentions {
                        let mut line = format!(
                            "{}\t{}\t{name}\t{}\t{:05}\t{}\t{}",
                            mention.kind.name(),
                            mention.rule,
                            node.id,
                            mention.start,
                            mention.value,
                            mention.text
                        );
                        for (name, value) in &mention.attributes {
                            write!(line, "\t{name}={value}")?;
                        }
                        now.insert(line.replace('\n', " "));
                    }
                }
                for remark in &found.remarks {
                    now.insert(format!(
                        "remark\t{}\t{name}\t{}\t\t{}",
                        remark.code, remark.at, remark.message
                    ));
                }
            }
            Err(error) => eprintln!("{error}"),
        }
    }
    let kept = kept_at(&folder);
    let last: BTreeSet<String> =
        fs::read_to_string(&kept).unwrap_or_default().lines().map(str::to_owned).collect();
    let wanted =
        |line: &&String| kinds.is_empty() || kinds.iter().any(|kind| line.starts_with(&format!("{kind}\t")));
    let mut counts: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for line in now.iter().filter(wanted) {
        counts.entry(rule_of(line)).or_default().0 += 1;
    }
    for line in last.iter().filter(wanted) {
        counts.entry(rule_of(line)).or_default().1 += 1;
    }
    let mut out = String::new();
    for ((kind, rule), (now, last)) in counts {
        let change = if now == last { String::new() } else { format!("  was {last}") };
        writeln!(out, "{kind:<16} {rule:<28} {now:>7}{change}")?;
    }
    let gone = last.difference(&now).filter(wanted).map(|line| format!("- {line}"));
    let come = now.difference(&last).filter(wanted).map(|line| format!("+ {line}"));
    // Side by side: what was lost and what was gained at the same place.
    let mut changes: Vec<String> = gone.chain(come).collect();
    changes.sort_by_key(|line| line[2..].split('\t').skip(2).take(3).collect::<Vec<_>>().join("\t"));
    if !last.is_empty() {
        for change in changes {
            writeln!(out, "{change}")?;
        }
    }
    print!("{out}");
    if std::env::var_os("TALLY_KEEP").is_none_or(|keep| keep != "no") {
        fs::create_dir_all(kept.parent().unwrap_or(Path::new(".")))?;
        fs::write(&kept, now.into_iter().collect::<Vec<_>>().join("\n"))?;
    }
    Ok(())
}

fn rule_of(line: &str) -> (&str, &str) {
    let mut cells = line.split('\t');
    (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
}

/// Every file that may be a report, in order.
fn documents(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    const FORMS: [&str; 4] = ["pdf", "docx", "md", "txt"];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(documents(&path)?);
        } else if path.extension().and_then(|end| end.to_str()).is_some_and(|end| FORMS.contains(&end)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn kept_at(folder: &Path) -> PathBuf {
    let name: String =
        folder.display().to_string().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tally").join(format!("{name}.tsv"))
}
