//! Counts beside the lists that they count: "three meetings, on 4 and 5 May"; "the following five
//! recommendations:".

use super::finding::{Findings, Sure, Told};
use super::lists;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{Node, NodeKind};
use crate::terms::english::editing::{BEFORE_DAYS, BETWEEN_DAYS, HELD_ON_DAYS, THAT_IS};
use jiff::{ToSpan, civil::Date};

/// Looks at every count.
pub(super) fn find(annotated: &Annotated, findings: &mut Findings<'_>) {
    let nodes = &annotated.report.nodes;
    for (at, (node, mentions)) in nodes.iter().zip(&annotated.mentions.by_node).enumerate() {
        if !mentions.iter().any(|mention| mention.kind == MentionKind::Quantity) {
            continue;
        }
        let chars: Vec<char> = node.text.chars().collect();
        let counts = mentions.iter().enumerate().filter(|(_, mention)| mention.kind == MentionKind::Quantity);
        for (index, count) in counts {
            let Some(number) = count.attributes.get("number").and_then(|number| number.parse().ok()) else {
                continue;
            };
            days((node, &chars), count, number, &mentions[index + 1..], findings);
            length((node, &chars), count, number, &mentions[..index], findings);
            items(nodes, (at, &chars), count, number, findings);
            lists::find(
                annotated,
                &Count { at, node, chars: &chars, mentions, mention: count, number },
                findings,
            );
        }
    }
}

/// A count, and the text that it stands in.
pub(super) struct Count<'a> {
    /// Index of the node.
    pub at: usize,
    pub node: &'a Node,
    pub chars: &'a [char],
    /// All mentions of the node.
    pub mentions: &'a [Mention],
    pub mention: &'a Mention,
    pub number: usize,
}

/// "three meetings, on 4, 5, 6 and 7 May": more days than meetings cannot be. More meetings than days can, two
/// on one day; an odd number is worth a look.
fn days(
    (node, chars): (&Node, &[char]),
    count: &Mention,
    number: usize,
    after: &[Mention],
    findings: &mut Findings<'_>,
) {
    let unit = count.attributes.get("unit").map_or("", String::as_str);
    // "for three days, on 8 and 9 April": as many as are counted.
    let exact = unit == "days";
    if !exact && !unit.rsplit(' ').next().is_some_and(|last| HELD_ON_DAYS.contains(&last)) {
        return;
    }
    let between =
        |from: usize, to: usize| -> String { chars.get(from..to).unwrap_or_default().iter().collect() };
    let (mut end, mut listed, mut last) = (count.end, 0, count.end);
    for date in after.iter().filter(|mention| mention.kind == MentionKind::Date) {
        let joining = if listed == 0 { BEFORE_DAYS } else { BETWEEN_DAYS };
        let aside = exact && listed == 0 && between(end, date.start) == " (";
        if date.start < end || !aside && !joining.contains(&between(end, date.start).trim()) {
            break;
        }
        let Some(more) = single_days(&date.value) else { return };
        listed += more;
        end = date.end;
        last = date.end + usize::from(aside && chars.get(date.end) == Some(&')'));
    }
    // A list that goes on in a form that was not read is no list to count.
    let rest = between(end, (end + 16).min(chars.len()));
    let goes_on = [" and ", ", and ", "; and ", "; "].iter().any(|sign| {
        rest.strip_prefix(sign).is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit())
                || rest.starts_with("on ")
                || rest.starts_with("from ")
        })
    });
    // What the timeline shows already is said.
    if listed == 0 || goes_on || number == 0 || findings.has("count-differs", &node.id) {
        return;
    }
    let sure = match () {
        // One day may be that on which the three begin.
        _ if exact && (listed < 2 || listed == number) => return,
        _ if exact => Sure::Likely,
        _ if listed > number => Sure::Likely,
        _ if number > listed && !number.is_multiple_of(listed) => Sure::Hint,
        _ => return,
    };
    let told = Told {
        text: between(count.start, last),
        what: format!("“{}” and {listed} {}", count.text, if listed == 1 { "day" } else { "days" }),
        why: match sure {
            _ if exact => "the count and the days behind it differ".to_owned(),
            Sure::Hint => "the count does not fit the days, unless some had more than one".to_owned(),
            _ => "there are more days than are counted".to_owned(),
        },
        sure: Some(sure),
        ..Told::default()
    };
    findings.add("count-differs", &node.id, told);
}

/// "from 12 to 16 April 2032, that is, for six days": neither all days of the period nor the working days in it.
fn length(
    (node, chars): (&Node, &[char]),
    count: &Mention,
    number: usize,
    before: &[Mention],
    findings: &mut Findings<'_>,
) {
    let is_days = count.attributes.get("unit").is_some_and(|unit| unit == "days" || unit == "working days");
    let Some(period) = before.iter().rev().find(|mention| mention.kind == MentionKind::Date) else { return };
    let between: String = chars.get(period.end..count.start).unwrap_or_default().iter().collect();
    if !is_days || !THAT_IS.contains(&between.trim()) {
        return;
    }
    let Some((first, last)) = period.value.split_once('/') else { return };
    let (Ok(first), Ok(last)) = (first.parse::<Date>(), last.parse::<Date>()) else { return };
    let days: Vec<Date> = first.series(1.day()).take_while(|day| *day <= last).take(LONGEST).collect();
    let working = days.iter().filter(|day| day.weekday().to_monday_zero_offset() < 5).count();
    if days.is_empty() || days.len() == LONGEST || number == days.len() || number == working {
        return;
    }
    let told = Told {
        text: chars[period.start..count.end].iter().collect(),
        what: format!("“{}” for a period of {}", count.text, days.len()),
        why: "the count and the period before it differ".to_owned(),
        instead: Some(days.len().to_string()),
        ..Told::default()
    };
    findings.add("count-differs", &node.id, told);
}

/// Nobody counts the days of a longer period.
const LONGEST: usize = 60;

/// How many days a date names one by one; `None` where it has a period, a month or a blank.
fn single_days(value: &str) -> Option<usize> {
    let inside = value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(value);
    let whole = |day: &str| {
        let bytes = day.as_bytes();
        bytes.len() == 10 && bytes[8..].iter().all(u8::is_ascii_digit)
    };
    inside.split(',').all(whole).then(|| inside.split(',').count())
}

/// "adopted the following three recommendations:" above a list of another length.
fn items(
    nodes: &[Node],
    (at, chars): (usize, &[char]),
    count: &Mention,
    number: usize,
    findings: &mut Findings<'_>,
) {
    /// A longer list is a table of its own.
    const LONGEST: usize = 60;
    /// Between the count and the colon; a longer text counts something else as well.
    const LEAD: usize = 80;
    let node = &nodes[at];
    // "the following four documents were before the session:"
    let after: String = chars.get(count.end..).unwrap_or_default().iter().collect();
    let lead = after.trim_end().strip_suffix(':').filter(|lead| lead.len() < LEAD);
    let plain = |lead: &str| !lead.contains([',', ';', ':', '.', '(']) && !lead.contains(" and ");
    if !lead.is_some_and(plain) || number < 2 {
        return;
    }
    let before: String = chars[..count.start].iter().collect();
    if !before.trim_end().to_lowercase().ends_with(" following") {
        return;
    }
    let below: Vec<&Node> = nodes[at + 1..]
        .iter()
        .take(LONGEST * 8)
        .take_while(|other| other.kind == NodeKind::Item)
        .filter(|other| other.parent.as_deref() == Some(node.id.as_str()))
        .collect();
    // A list without labels may hold lines that go on from the one before.
    let labelled = below.iter().all(|item| item.number.is_some());
    if !labelled || below.len() < 2 || below.len() > LONGEST || below.len() == number {
        return;
    }
    let told = Told {
        text: count.text.clone(),
        what: format!("“{}” and a list of {}", count.text, below.len()),
        why: "the count and the list below it differ".to_owned(),
        instead: Some(below.len().to_string()),
        ..Told::default()
    };
    findings.add("count-differs", &node.id, told);
}

#[cfg(test)]
mod tests {
    use super::single_days;

    #[test]
    fn days_are_counted_one_by_one() {
        assert_eq!(single_days("2031-05-04"), Some(1));
        assert_eq!(single_days("{2031-05-04,2031-05-05}"), Some(2));
        for other in ["2031-05-04/2031-05-06", "{2031-05-04..2031-05-06,2031-07-01}", "2031-05", "2031-05-XX"]
        {
            assert_eq!(single_days(other), None, "{other}");
        }
    }
}
