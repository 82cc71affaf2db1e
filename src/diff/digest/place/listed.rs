//! Places as a list, and from one to another.

/// Labels as one phrase: "¶3, 5 and 7", "¶4–6", "annex I ¶1–40", "¶2 and heading II".
pub(in crate::diff) fn enumerate(labels: &[String], ranges: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    let mut said = "";
    while at < labels.len() {
        let (stem, number) = stem_and_number(&labels[at]);
        let mut last = at;
        if ranges && let Some(first) = number {
            while labels
                .get(last + 1)
                .is_some_and(|label| stem_and_number(label) == (stem, Some(first + (last + 1 - at) as u32)))
            {
                last += 1;
            }
        }
        // What a list has said once it does not repeat.
        let short = |label: &str| label[stem.len()..].to_owned();
        let first = if number.is_some() && said == stem { short(&labels[at]) } else { labels[at].clone() };
        said = if number.is_some() { stem } else { "" };
        let first = if last > at { plural(&first, stem) } else { first };
        parts.push(if last > at { format!("{first}–{}", short(&labels[last])) } else { first });
        at = last + 1;
    }
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() && !ranges => format!("{} and {last}", rest.join(", ")),
        _ => parts.join(", "),
    }
}

/// "table row 1" → "table rows 1", for a range.
fn plural(first: &str, stem: &str) -> String {
    let noun = ["row ", "item ", "note "].into_iter().find(|noun| stem.ends_with(noun));
    match noun {
        Some(noun) if first.starts_with(stem) => {
            format!("{}{}s {}", &stem[..stem.len() - noun.len()], noun.trim_end(), &first[stem.len()..])
        }
        _ => first.to_owned(),
    }
}

/// "annex I ¶12" → ("annex I ¶", 12).
fn stem_and_number(label: &str) -> (&str, Option<u32>) {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    // A label that is nothing but a number has no stem to leave out.
    match label[stem.len()..].parse() {
        Ok(number) if !stem.is_empty() => (stem, Some(number)),
        _ => (label, None),
    }
}

/// "¶7 → ¶9", "¶7", "new ¶18", "gone ¶7".
pub(in crate::diff) fn transition(old: Option<&str>, new: Option<&str>) -> String {
    match (old, new) {
        (Some(old), Some(new)) if old == new => new.to_owned(),
        (Some(old), Some(new)) => {
            // "unnumbered 24 → 25", but "¶7 → ¶9": the sign is short, and people look for it.
            let ((stem, from), (other, to)) = (stem_and_number(old), stem_and_number(new));
            let short = stem == other && stem != "¶" && from.is_some() && to.is_some();
            format!("{old} → {}", if short { &new[stem.len()..] } else { new })
        }
        (None, Some(new)) => format!("new {new}"),
        (Some(old), None) => format!("gone {old}"),
        (None, None) => String::new(),
    }
}
