//! The library's values as JSON, versioned, for other programs.
//!
//! Every key is always present, `null` where there is nothing, so that a script needs no second
//! case. Control characters are written `\uXXXX` ([`clean::escaped_json`]).

use super::clean;
use crate::check::{Checked, Finding, Level, Spot, Sure};
use crate::diff::{ComparedPair, Comparison, Counts, DocumentInfo, End, FieldChange, LedgerLine, Relation};
use crate::mentions::{Annotated, Mention};
use crate::remark::Remark;
use crate::report::{Call, Masthead, Node, NodeKind, SourceInfo};
use crate::timeline::Timeline;
use serde::Serialize;

/// `travaux/report/1`.
#[derive(Serialize)]
struct ReportJson<'a> {
    schema: &'static str,
    source: &'a SourceInfo,
    masthead: &'a Masthead,
    nodes: Vec<NodeJson<'a>>,
    furniture: Vec<FurnitureJson<'a>>,
    remarks: Vec<&'a Remark>,
}

#[derive(Serialize)]
struct NodeJson<'a> {
    id: &'a str,
    kind: NodeKind,
    number: Option<&'a str>,
    number_inferred: bool,
    parent: Option<&'a str>,
    part: &'a str,
    text: &'a str,
    page: u32,
    notes: &'a [Call],
    mentions: &'a [Mention],
}

#[derive(Serialize)]
struct FurnitureJson<'a> {
    page: u32,
    text: &'a str,
    what: &'static str,
}

/// `travaux/diff/1`.
#[derive(Serialize)]
struct ComparisonJson<'a> {
    schema: &'static str,
    old: &'a DocumentInfo,
    new: &'a DocumentInfo,
    relation: Relation,
    masthead: &'a [FieldChange],
    counts: &'a Counts,
    pairs: &'a [ComparedPair],
    placeholders: Vec<LedgerJson<'a>>,
    remarks: &'a [Remark],
}

#[derive(Serialize)]
struct TimelineJson<'a> {
    schema: &'static str,
    #[serde(flatten)]
    timeline: &'a Timeline,
}

/// `travaux/check/1`.
#[derive(Serialize)]
struct CheckJson<'a> {
    schema: &'static str,
    source: &'a SourceInfo,
    masthead: &'a Masthead,
    #[serde(rename = "final")]
    last: bool,
    counts: CheckCounts,
    findings: Vec<FindingJson<'a>>,
    remarks: &'a [Remark],
}

#[derive(Serialize)]
struct CheckCounts {
    error: usize,
    warning: usize,
    note: usize,
    open: usize,
    hint: usize,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    level: Level,
    sure: Sure,
    #[serde(flatten)]
    spot: &'a Spot,
    text: &'a str,
    what: &'a str,
    why: &'a str,
    instead: Option<&'a str>,
    also: &'a [Spot],
}

#[derive(Serialize)]
struct LedgerJson<'a> {
    state: &'static str,
    #[serde(rename = "type")]
    kind: &'a str,
    old: Option<PlaceJson<'a>>,
    new: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    id: &'a str,
    text: &'a str,
}

/// A report with its mentions.
pub fn report(annotated: &Annotated) -> String {
    let report = &annotated.report;
    written(&ReportJson {
        schema: "travaux/report/1",
        source: &report.source,
        masthead: &report.masthead,
        nodes: report
            .nodes
            .iter()
            .enumerate()
            .map(|(index, node)| node_json(node, annotated.mentions.by_node.get(index)))
            .collect(),
        furniture: report
            .furniture
            .iter()
            .map(|piece| FurnitureJson { page: piece.page, text: &piece.text, what: piece.what })
            .collect(),
        remarks: annotated.remarks().collect(),
    })
}

/// A comparison.
pub fn comparison(comparison: &Comparison) -> String {
    written(&ComparisonJson {
        schema: "travaux/diff/1",
        old: &comparison.old,
        new: &comparison.new,
        relation: comparison.relation,
        masthead: &comparison.masthead,
        counts: &comparison.counts,
        pairs: &comparison.pairs,
        placeholders: comparison.placeholders.iter().map(ledger_json).collect(),
        remarks: &comparison.remarks,
    })
}

/// A timeline: `travaux/timeline/1`.
pub fn timeline(timeline: &Timeline) -> String {
    written(&TimelineJson { schema: "travaux/timeline/1", timeline })
}

/// What a check found.
pub fn check(checked: &Checked) -> String {
    let count = |is: &dyn Fn(&Finding) -> bool| checked.findings.iter().filter(|finding| is(finding)).count();
    written(&CheckJson {
        schema: "travaux/check/1",
        source: &checked.source,
        masthead: &checked.masthead,
        last: checked.last,
        counts: CheckCounts {
            error: count(&|finding| finding.level == Level::Error),
            warning: count(&|finding| finding.level == Level::Warning),
            note: count(&|finding| finding.level == Level::Note),
            open: count(&Finding::is_open),
            hint: count(&|finding| finding.sure == Sure::Hint),
        },
        findings: checked
            .findings
            .iter()
            .map(|finding| FindingJson {
                code: finding.rule.code,
                level: finding.level,
                sure: finding.sure,
                spot: &finding.spot,
                text: &finding.text,
                what: &finding.what,
                why: &finding.why,
                instead: finding.instead.as_deref(),
                also: &finding.also,
            })
            .collect(),
        remarks: &checked.remarks,
    })
}

fn node_json<'a>(node: &'a Node, mentions: Option<&'a Vec<Mention>>) -> NodeJson<'a> {
    NodeJson {
        id: &node.id,
        kind: node.kind,
        number: node.number.as_deref(),
        number_inferred: node.number_inferred,
        parent: node.parent.as_deref(),
        part: &node.part,
        text: &node.text,
        page: node.page,
        notes: &node.notes,
        mentions: mentions.map_or(&[], Vec::as_slice),
    }
}

fn ledger_json(line: &LedgerLine) -> LedgerJson<'_> {
    fn place(end: &End) -> PlaceJson<'_> {
        PlaceJson { id: &end.id, text: &end.text }
    }
    LedgerJson {
        state: line.state,
        kind: &line.kind,
        old: line.old.as_ref().map(place),
        new: line.new.iter().map(place).collect(),
    }
}

pub(super) fn written(value: &impl Serialize) -> String {
    // Strings, numbers and lists under string keys: there is nothing here that JSON cannot say.
    let json = serde_json::to_string_pretty(value).expect("plain data is always JSON");
    clean::escaped_json(&json) + "\n"
}
