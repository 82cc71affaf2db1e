//! What a check found → SARIF 2.1.0, which editors and continuous integration read.
//!
//! A place in a report is a logical location: its identifier and the place as people cite it. A region of
//! the file is given only where its lines are those that an editor shows.

use super::json;
use crate::check::{Checked, Finding, Level, RULES, Rule, Spot, Sure};
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log of one check.
pub fn render(checked: &Checked) -> String {
    let uri = uri(&checked.source.path);
    let results: Vec<Value> = checked.findings.iter().map(|finding| result(finding, &uri)).collect();
    let notes: Vec<Value> = checked
        .remarks
        .iter()
        .map(|remark| json!({ "level": "warning", "message": { "text": remark.message }, "descriptor": { "id": remark.code } }))
        .collect();
    json::written(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "travaux",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(rule).collect::<Vec<Value>>(),
            } },
            "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": notes }],
            "artifacts": [{ "location": { "uri": uri }, "hashes": { "sha-256": checked.source.sha256 } }],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn rule(rule: &Rule) -> Value {
    let level = match rule.sure {
        Sure::Certain => Level::Error,
        Sure::Likely => Level::Warning,
        Sure::Hint => Level::Note,
    };
    json!({
        "id": rule.code,
        "shortDescription": { "text": format!("{}.", rule.title) },
        "fullDescription": { "text": rule.help },
        "help": { "text": rule.help },
        "defaultConfiguration": { "level": level.name() },
    })
}

fn result(finding: &Finding, uri: &str) -> Value {
    let mut message = sentence(&finding.what);
    if !finding.why.is_empty() {
        message = format!("{message} {}", sentence(&finding.why));
    }
    if let Some(instead) = &finding.instead {
        let word = if finding.is_open() { "Expected" } else { "Perhaps" };
        message = format!("{message} {word}: {instead}");
    }
    let index = RULES.iter().position(|rule| rule.code == finding.rule.code);
    let mut value = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": finding.level.name(),
        "message": { "text": message },
        "locations": [location(&finding.spot, uri)],
        "partialFingerprints": { "placeAndText/v1": format!("{}:{}:{}", finding.rule.code, finding.spot.at, finding.text) },
        "properties": { "sure": finding.sure, "instead": finding.instead },
    });
    if !finding.also.is_empty() {
        let also: Vec<Value> = finding.also.iter().map(|spot| location(spot, uri)).collect();
        value["relatedLocations"] = Value::Array(also);
    }
    value
}

fn location(spot: &Spot, uri: &str) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri, "index": 0 } });
    if let Some(line) = spot.line {
        physical["region"] = json!({ "startLine": line });
    }
    let mut value = json!({ "physicalLocation": physical });
    if !spot.at.is_empty() {
        value["logicalLocations"] = json!([{
            "name": spot.place,
            "fullyQualifiedName": spot.at,
            "kind": "element",
        }]);
    }
    if let Some(page) = spot.page {
        value["properties"] = json!({ "page": page });
    }
    value
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{stop}", chars.as_str())
}

/// A path as a URI reference: what may not stand there is escaped, and a drive is no scheme.
fn uri(path: &str) -> String {
    if path == "-" {
        return "stdin".to_owned();
    }
    let path = path.replace('\\', "/");
    let mut out = String::with_capacity(path.len());
    let drive = path.as_bytes().get(1) == Some(&b':');
    if drive {
        out.push_str("file:///");
    } else if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte as char)
            }
            b':' if drive => out.push(':'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("drafts/L.1.pdf"), "drafts/L.1.pdf");
        assert_eq!(uri("my draft: é.md"), "my%20draft%3A%20%C3%A9.md");
        assert_eq!(uri("/srv/a.md"), "file:///srv/a.md");
        assert_eq!(uri("C:\\a b.md"), "file:///C:/a%20b.md");
        assert_eq!(uri("-"), "stdin");
    }

    #[test]
    fn messages_are_sentences() {
        assert_eq!(sentence("it is so"), "It is so.");
        assert_eq!(sentence("“a” is"), "“a” is.");
    }
}
