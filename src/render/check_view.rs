//! What a check found → [`Page`]: what is wrong, what is doubtful, what is open, hints; each by place.
//!
//! ```text
//!   ¶12        “31 June 2031”: June has 30 days                       no-such-day
//!   p. 3       because …; perhaps …
//!   ¶14        …
//!   line 41
//! ```

use super::view::Entry;
use super::view::{Block, Field, Page, Paragraph, Role, Run, plain};
use crate::check::{Checked, Finding, Level, Sure};

/// The groups in the order of the page.
const GROUPS: &[Group] = &[
    Group {
        title: "TO FILL BEFORE IT IS FINAL",
        name: "to fill",
        is: |f| f.is_open() && f.level == Level::Error,
    },
    Group { title: "WRONG", name: "wrong", is: |f| !f.is_open() && f.level == Level::Error },
    Group { title: "DOUBTFUL", name: "doubtful", is: |f| f.level == Level::Warning },
    Group { title: "STILL OPEN", name: "still open", is: |f| f.is_open() && f.level == Level::Note },
    Group { title: "HINTS", name: "hints", is: |f| !f.is_open() && f.sure == Sure::Hint },
];

struct Group {
    title: &'static str,
    name: &'static str,
    is: fn(&Finding) -> bool,
}

/// The page of a check.
pub fn page(checked: &Checked) -> Page {
    let masthead = &checked.masthead;
    let symbol = masthead.symbol.as_ref().map(|symbol| match masthead.reissued {
        Some(_) => format!("{symbol}*"),
        None => symbol.clone(),
    });
    let mut lines: Vec<String> = vec![symbol.unwrap_or_else(|| checked.source.path.clone())];
    lines.extend(masthead.title.clone());
    let aside = if checked.last { "check of a final text" } else { "check" };
    let mut blocks = vec![Block::Title { lines, aside: Some(aside.to_owned()) }];
    for remark in &checked.remarks {
        let hint = remark.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
        blocks.push(Block::Warning(vec![Run::new(Role::Warning, format!("{}{hint}", remark.message))]));
    }
    blocks.push(Block::Fields(vec![Field {
        label: "Found".to_owned(),
        entries: vec![Entry::Text(plain(found(checked)))],
    }]));
    for group in GROUPS {
        let of: Vec<&Finding> = checked.findings.iter().filter(|finding| (group.is)(finding)).collect();
        if of.is_empty() {
            continue;
        }
        // What is open is all of one kind: its code is said once. How sure the others are goes by group.
        let word = if of[0].is_open() { of[0].rule.code } else { of[0].sure.name() };
        let aside = vec![Run::new(Role::Note, word)];
        blocks.push(Block::Section { title: group.title.to_owned(), aside });
        blocks.extend(of.into_iter().map(|finding| Block::Paragraph(paragraph(finding))));
    }
    Page { blocks }
}

/// "2 wrong · 4 doubtful, in 16 numbered paragraphs".
fn found(checked: &Checked) -> String {
    let counts = GROUPS.iter().filter_map(|group| {
        let count = checked.findings.iter().filter(|finding| (group.is)(finding)).count();
        let name = if count == 1 { group.name.trim_end_matches('s') } else { group.name };
        (count > 0).then(|| format!("{count} {name}").replace(' ', "\u{a0}"))
    });
    let counts: Vec<String> = counts.collect();
    let mut read = match checked.paragraphs {
        1 => "1 numbered paragraph".to_owned(),
        many => format!("{many} numbered paragraphs"),
    };
    if checked.annexed > 0 {
        read.push_str(&format!(" and {} of annexes", checked.annexed));
    }
    match counts.is_empty() {
        true if checked.paragraphs + checked.annexed == 0 => {
            "nothing, but no paragraph is numbered: most questions could not be asked".to_owned()
        }
        true => format!("nothing, in {read}"),
        false => format!("{}, in {read}", counts.join(" · ")),
    }
}

fn paragraph(finding: &Finding) -> Paragraph {
    let mut runs = plain(finding.what.as_str());
    let page = finding.spot.page.map(|page| format!("p. {page}"));
    let page = page.or_else(|| finding.spot.line.map(|line| format!("line {line}")));
    match (&finding.instead, finding.is_open()) {
        // Many blanks follow one another: a line each.
        (Some(instead), true) => runs.push(Run::new(Role::Muted, format!(", expected: {instead}"))),
        (None, true) => {}
        (instead, false) => {
            runs.push(Run::new(Role::Muted, format!("\n{}", reason(finding))));
            if let Some(instead) = instead {
                runs.push(Run::new(Role::Note, "\nperhaps: "));
                runs.push(Run::new(Role::Equal, instead.as_str()));
            }
        }
    }
    if let Some(page) = page.as_ref().filter(|_| finding.is_open()) {
        runs.push(Run::new(Role::Muted, format!(", {}", page.replace(' ', "\u{a0}"))));
    }
    let place = &finding.spot.place;
    Paragraph {
        label: if place.is_empty() { "document".to_owned() } else { place.clone() },
        label_note: page.filter(|_| !finding.is_open()),
        runs,
        note: Some(finding.rule.code.to_owned()).filter(|_| !finding.is_open()),
        ..Paragraph::default()
    }
}

/// Why, and where else to look.
fn reason(finding: &Finding) -> String {
    let also: Vec<&str> = finding.also.iter().map(|spot| spot.place.as_str()).collect();
    if also.is_empty() || also.iter().any(|place| finding.why.contains(place)) {
        return finding.why.clone();
    }
    format!("{}; see {}", finding.why, places(&also))
}

/// "¶3, 9 and 13": a list of paragraphs says the sign once.
fn places(all: &[&str]) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut paragraphs = false;
    for place in all {
        match place.strip_prefix('¶') {
            Some(rest) if paragraphs => shown.push(rest.to_owned()),
            other => {
                paragraphs = other.is_some();
                shown.push((*place).to_owned());
            }
        }
    }
    match shown.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => shown.join(", "),
    }
}
