//! A person, an office and the act that gave it: the mention that a rule has found.

use super::body;
use super::name;
use super::piece::Holder;
use crate::mentions::passage::Passage;
use crate::mentions::{Mention, MentionKind};
use crate::terms::office::Office;

/// An office as a text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SaidOffice {
    pub office: Office,
    /// The first token of its name; none where the verb says it, or a line above.
    pub token: Option<usize>,
    /// The characters of the body's name, where the sentence and not the office says it.
    pub subject: Option<(usize, usize)>,
}

impl SaidOffice {
    /// An office by the token of its name.
    pub fn named(office: Office, token: usize) -> Self {
        Self { office, token: Some(token), subject: None }
    }

    /// An office that is said elsewhere.
    pub fn unnamed(office: Office) -> Self {
        Self { office, token: None, subject: None }
    }
}

/// Gives each holder the office; "Chair and Vice-Chair, respectively" goes one by one.
pub(super) fn give(
    passage: &Passage<'_>,
    found: &mut Vec<Mention>,
    holders: &[&Holder],
    offices: &[SaidOffice],
    act: &'static str,
    rule: &'static str,
) {
    if offices.is_empty() {
        return;
    }
    let one_by_one = offices.len() > 1 && offices.len() == holders.len();
    for (index, holder) in holders.iter().enumerate() {
        // Ministries have focal points too: a State's is told by its country.
        if holder.country.is_none() && !holder.is_state && offices[0].office == Office::FocalPoint {
            continue;
        }
        let own = if one_by_one { &offices[index..=index] } else { offices };
        found.push(mention(passage, holder, (own, offices), act, rule));
    }
}

/// Gives each holder the office that `model` has.
pub(super) fn inherit(
    passage: &Passage<'_>,
    found: &mut Vec<Mention>,
    holders: &[&Holder],
    model: &Mention,
    act: &'static str,
) {
    for holder in holders {
        let value = name::canonical(&passage.text(holder.name_start, holder.end));
        let mut mention =
            passage.mention(MentionKind::Officer, holder.start, holder.end, value, "replaced-as");
        for name in ["office", "body", "session"] {
            if let Some(said) = model.attributes.get(name) {
                mention.attributes.insert(name, said.clone());
            }
        }
        mention.attributes.insert("act", act.to_owned());
        describe(passage, holder, &mut mention);
        found.push(mention);
    }
}

fn mention(
    passage: &Passage<'_>,
    holder: &Holder,
    (offices, all): (&[SaidOffice], &[SaidOffice]),
    act: &'static str,
    rule: &'static str,
) -> Mention {
    let value = name::canonical(&passage.text(holder.name_start, holder.end));
    let mut mention = passage.mention(MentionKind::Officer, holder.start, holder.end, value, rule);
    let mut names: Vec<&str> = Vec::new();
    for said in offices {
        if !names.contains(&said.office.name()) {
            names.push(said.office.name());
        }
    }
    mention.attributes.insert("office", names.join(" and "));
    mention.attributes.insert("act", act.to_owned());
    if let Some(status) = offices.iter().find_map(|said| status(passage, said.token?)) {
        mention.attributes.insert("status", status.to_owned());
    }
    describe(passage, holder, &mut mention);
    // "Chair and Vice-Chair of the Group": the body is said once for both.
    let said = |office: &SaidOffice| {
        let named = body::named_at(passage, office.token?);
        // "elected Jo SMITH Chair": that is the person.
        named.filter(|(start, _)| !(holder.start..holder.end).contains(start))
    };
    let first = offices.iter().chain(all.last()).chain(all.first()).find_map(said);
    if let Some((start, end)) = first.or_else(|| all.first()?.subject) {
        let body = passage.text(start, end);
        let session = body.ends_with("session") || body.ends_with("sessions");
        mention.attributes.insert(if session { "session" } else { "body" }, body);
    }
    mention
}

/// "acting Chair", "President-designate": how firmly the office that the token names is held.
fn status(passage: &Passage<'_>, office: usize) -> Option<&'static str> {
    let word: String = passage.word(office).iter().collect::<String>().to_lowercase();
    if word.ends_with("designate") || passage.is_any(office + 1, &["designate"]) {
        Some("designate")
    } else if word.ends_with("elect") {
        Some("elect")
    } else {
        let before = office.checked_sub(1)?;
        (passage.is_any(before, &["acting", "interim", "officiating"])).then_some("acting")
    }
}

/// Country, honorific and post of a person.
pub(super) fn describe(passage: &Passage<'_>, holder: &Holder, mention: &mut Mention) {
    if let Some((start, end)) = holder.country {
        let country = passage.text(start, end);
        let country = country.trim();
        mention.attributes.insert("country", country.strip_prefix("the ").unwrap_or(country).to_owned());
    } else if holder.is_state {
        mention.attributes.insert("country", mention.text.clone());
    }
    if holder.name_start > holder.start {
        let honorific = passage.text(holder.start, holder.name_start);
        mention.attributes.insert("honorific", honorific.trim().to_owned());
    }
    if let Some((start, end)) = holder.post {
        mention.attributes.insert("post", passage.text(start, end));
    }
}
