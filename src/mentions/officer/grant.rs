//! A person, an office and the act that gave it: the mention that a rule has found.

use super::body;
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
}

impl SaidOffice {
    /// An office that is said elsewhere.
    pub fn unnamed(office: Office) -> Self {
        Self { office, token: None }
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
        let own = if one_by_one { &offices[index..=index] } else { offices };
        found.push(mention(passage, holder, own, act, rule));
    }
}

fn mention(
    passage: &Passage<'_>,
    holder: &Holder,
    offices: &[SaidOffice],
    act: &'static str,
    rule: &'static str,
) -> Mention {
    let value = passage.text(holder.name_start, holder.end);
    let mut mention = passage.mention(MentionKind::Officer, holder.start, holder.end, value, rule);
    let mut names: Vec<&str> = Vec::new();
    for said in offices {
        if !names.contains(&said.office.name()) {
            names.push(said.office.name());
        }
    }
    mention.attributes.insert("office", names.join(" and "));
    mention.attributes.insert("act", act.to_owned());
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
    if let Some(body) = offices.last().and_then(|said| body::named_after(passage, said.token?)) {
        mention.attributes.insert("body", body);
    }
    mention
}
