//! Runs `tests/corpus/timeline/*.txt`: small reports and the events that they tell.
//!
//! ```text
//! ## rule or case          a case; what follows up to the next one belongs to it
//! # a comment
//! @symbol A/AC.999/2031/L.1   begins a report; then @issued, @reissued, @body, @title, @sessions
//! p3 The Group held …      paragraph 3; u1 … an unnumbered one; p7.2 … an item; h Heading
//! > session held 2031-06-03 | organizational session | … | p3
//! ```
//! Every event must stand there, in order, and no other; the issue of the reports themselves is left out
//! unless the case names it. `UPDATE=1` writes what comes out, for a careful reader to judge.

use std::fmt::Write as _;
use std::path::Path;
use travaux::mentions::{Annotated, find};
use travaux::report::{Masthead, Node, NodeKind, Report};
use travaux::timeline::{Event, Kind, tell, timeline};

datatest_stable::harness! {
    { test = corpus, root = "tests/corpus/timeline", pattern = r"\.txt$" },
}

struct Faults(String);

impl std::fmt::Debug for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\n{}", self.0)
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Faults {}

fn corpus(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let update = std::env::var_os("UPDATE").is_some();
    let mut faults = String::new();
    let mut written = String::new();
    let mut cases = 0;
    for (index, case) in text.split("\n## ").enumerate() {
        let case = if index == 0 { case.to_owned() } else { format!("## {case}") };
        let (input, kept): (Vec<&str>, Vec<&str>) = case.lines().partition(|line| !line.starts_with("> "));
        let issues = kept.iter().any(|line| line.starts_with("> issue"));
        let now = events(&input, issues)?;
        if index > 0 || input.iter().any(|line| line.starts_with('@')) {
            cases += 1;
        }
        if now != kept {
            let name = input.first().copied().unwrap_or_default();
            writeln!(faults, "{} {name}\n  kept:", path.display())?;
            kept.iter().for_each(|line| faults.push_str(&format!("    {line}\n")));
            faults.push_str("  now:\n");
            now.iter().for_each(|line| faults.push_str(&format!("    {line}\n")));
        }
        let body = input.join("\n");
        written.push_str(body.trim_end());
        written.push('\n');
        now.iter().for_each(|line| written.push_str(&format!("{line}\n")));
        written.push('\n');
    }
    if update {
        std::fs::write(path, format!("{}\n", written.trim_end()))?;
        return Ok(());
    }
    if cases == 0 {
        return Err("no case".into());
    }
    if faults.is_empty() { Ok(()) } else { Err(Box::new(Faults(faults))) }
}

/// The events of the reports of one case, a line each.
fn events(lines: &[&str], issues: bool) -> Result<Vec<String>, String> {
    let mut reports: Vec<Report> = Vec::new();
    for line in lines.iter().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(field) = line.strip_prefix('@') {
            let (name, value) = field.split_once(' ').ok_or_else(|| format!("no value: {line}"))?;
            if name == "symbol" {
                reports.push(Report::default());
            }
            let report = reports.last_mut().ok_or("a report begins with @symbol")?;
            set(report, name, value)?;
            continue;
        }
        let report = reports.last_mut().ok_or("a report begins with @symbol")?;
        let (id, text) = line.split_once(' ').ok_or_else(|| format!("no text: {line}"))?;
        report.nodes.push(node(id, text, report.nodes.len()));
    }
    let tales = reports.into_iter().map(|report| {
        let mentions = find(&report);
        tell(&Annotated { report, mentions })
    });
    let timeline = timeline(tales.collect());
    let shown = timeline.events.iter().filter(|event| issues || event.kind != Kind::Issue);
    Ok(shown.map(|event| line(event, &timeline.bodies[0].key, timeline.reports.len() > 1)).collect())
}

fn set(report: &mut Report, name: &str, value: &str) -> Result<(), String> {
    if matches!(name, "sessions" | "adoption") {
        report.nodes.push(node(&format!("f.{name}"), value, 0));
        return Ok(());
    }
    let masthead: &mut Masthead = &mut report.masthead;
    let field = match name {
        "symbol" => &mut masthead.symbol,
        "issued" => &mut masthead.issued,
        "reissued" => &mut masthead.reissued,
        "organ" => &mut masthead.organ,
        "body" => &mut masthead.body,
        "title" => &mut masthead.title,
        _ => return Err(format!("no field @{name}")),
    };
    *field = Some(value.to_owned());
    Ok(())
}

fn node(id: &str, text: &str, at: usize) -> Node {
    let (part, own) = match id.split_once('.') {
        Some((part, own)) if part.starts_with('a') && !own.is_empty() => (part, own),
        _ => ("body", id),
    };
    let kind = match own.chars().next() {
        Some('f') => NodeKind::Masthead,
        Some('h') => NodeKind::Heading,
        Some('u') => NodeKind::Unnumbered,
        _ if own.contains('.') => NodeKind::Item,
        _ => NodeKind::Paragraph,
    };
    let id = if id == "h" { format!("h{at}") } else { id.to_owned() };
    Node {
        id,
        kind,
        number: None,
        number_inferred: false,
        parent: None,
        part: part.to_owned(),
        text: text.to_owned(),
        page: 0,
        notes: Vec::new(),
        places: Vec::new(),
    }
}

/// "> session held 2031-06-03 | organizational session | Harbour City | nine meetings | p3 p6".
fn line(event: &Event, own: &str, several: bool) -> String {
    let mut line =
        format!("> {} {} {}", event.kind.name(), event.status.name(), event.dates.as_deref().unwrap_or("-"));
    if event.body != own {
        let _ = write!(line, " | of {}", event.body);
    }
    let _ = write!(line, " | {}", event.name);
    if let (Some(which), Some(of)) = (event.ordinal, event.of) {
        let _ = write!(line, ", {which} of {of}");
    }
    let mut about: Vec<String> = Vec::new();
    about.extend(event.types.as_ref().map(|types| format!("type {types}")));
    about.extend(event.place.as_ref().map(|place| format!("in {place}")));
    about.extend(event.meetings.map(|count| format!("{count} meetings")));
    if !event.agenda_items.is_empty() {
        about.push(format!("items {}", event.agenda_items.join(",")));
    }
    about.extend(event.at.as_ref().map(|at| format!("at {at}")));
    about.extend(event.officers.iter().map(|officer| format!("{} {}", officer.act, officer.name)));
    about.extend(event.documents.iter().filter(|_| event.kind != Kind::Issue).cloned());
    about.extend(event.note.clone());
    if let Some(session) = event.part_of.as_ref().filter(|_| event.kind == Kind::Meeting) {
        about.push(format!("part of {}", session.split(":session:").last().unwrap_or(session)));
    }
    if !about.is_empty() {
        let _ = write!(line, " | {}", about.join("; "));
    }
    let sources = event
        .sources
        .iter()
        .map(|source| if several { format!("{}:{}", source.symbol, source.id) } else { source.id.clone() });
    let _ = write!(line, " | {}", sources.collect::<Vec<_>>().join(" "));
    for clash in &event.clashes {
        let values: Vec<String> =
            clash.values.iter().map(|value| format!("{} ({})", value.value, value.source.id)).collect();
        let _ = write!(line, " | ! {}: {}", clash.field, values.join(" / "));
    }
    line
}
