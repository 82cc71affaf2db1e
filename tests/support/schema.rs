//! A value against a JSON Schema, as far as our own schemas go: a keyword that is not known here is a
//! fault of the schema, so that none is passed over.

use serde_json::Value;

/// What does not fit, each with its place; empty where all does.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(schema, schema, value, "", &mut out);
    out
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    let rules = schema.as_object().unwrap_or_else(|| panic!("no schema: {schema}"));
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let name =
                    rule.as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("a definition");
                check(root, &root["$defs"][name], value, at, out);
            }
            "anyOf" => {
                let fits = |one: &Value| {
                    let mut faults = Vec::new();
                    check(root, one, value, at, &mut faults);
                    faults.is_empty()
                };
                if !rule.as_array().expect("a list").iter().any(fits) {
                    out.push(format!("{at}: none of anyOf fits {}", short(value)));
                }
            }
            "const" if rule != value => out.push(format!("{at}: {} is not {rule}", short(value))),
            "enum" if !rule.as_array().expect("a list").contains(value) => {
                out.push(format!("{at}: {} is none of {rule}", short(value)));
            }
            "type" => {
                let names = match rule {
                    Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
                    name => vec![name.as_str().expect("a type")],
                };
                if !names.iter().any(|name| is(name, value)) {
                    out.push(format!("{at}: {} is no {}", short(value), names.join(" or ")));
                }
            }
            "required" => {
                let Some(object) = value.as_object() else { continue };
                for name in rule.as_array().expect("a list").iter().filter_map(Value::as_str) {
                    if !object.contains_key(name) {
                        out.push(format!("{at}: {name} is missing"));
                    }
                }
            }
            "additionalProperties" => {
                let known = rules.get("properties").and_then(Value::as_object);
                for (name, value) in value.as_object().into_iter().flatten() {
                    match rule {
                        _ if known.is_some_and(|known| known.contains_key(name)) => {}
                        Value::Bool(false) => out.push(format!("{at}: {name} is not in the schema")),
                        rule => check(root, rule, value, &format!("{at}/{name}"), out),
                    }
                }
            }
            "properties" => {
                for (name, rule) in rule.as_object().expect("an object") {
                    if let Some(value) = value.get(name) {
                        check(root, rule, value, &format!("{at}/{name}"), out);
                    }
                }
            }
            "propertyNames" => {
                for name in value.as_object().into_iter().flatten().map(|(name, _)| name) {
                    check(root, rule, &Value::String(name.clone()), &format!("{at}/{name}"), out);
                }
            }
            "items" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, value, &format!("{at}/{index}"), out);
                }
            }
            "minItems" => {
                let least = rule.as_u64().expect("a number") as usize;
                if value.as_array().is_some_and(|list| list.len() < least) {
                    out.push(format!("{at}: fewer than {least} items"));
                }
            }
            "minimum" | "maximum" => {
                let (bound, least) = (rule.as_f64().expect("a number"), keyword == "minimum");
                if value.as_f64().is_some_and(|n| if least { n < bound } else { n > bound }) {
                    out.push(format!("{at}: {value} against {keyword} {bound}"));
                }
            }
            "const" | "enum" => {}
            other => panic!("{other} is not known to tests/support/schema.rs"),
        }
    }
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("no type: {other}"),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(80).collect()
}
