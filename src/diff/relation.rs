//! What two documents are to one another, and whether they were given in the right order.

use super::{ComparedPair, Relation, WordOp};
use crate::mentions::{Annotated, MentionKind};
use crate::remark::Remark;
use crate::report::{Masthead, Node, NodeKind, Report};
use crate::terms::english::calendar::in_full;

/// Two versions share at least this part of their text; two reports of one series share phrases.
const VERSIONS: f64 = 0.5;

/// With less in common not even the symbol makes versions of them.
const STRANGERS: f64 = 0.2;

/// Tells the relation, with remarks where the reader must know more.
pub(crate) fn relate(old: &Report, new: &Report, pairs: &[ComparedPair]) -> (Relation, Vec<Remark>) {
    let share = share(pairs);
    let (relation, reason) = relation(&old.masthead, &new.masthead, share);
    let mut remarks = Vec::new();
    if old.nodes.is_empty() || new.nodes.is_empty() {
        let which = if old.nodes.is_empty() { "the first" } else { "the second" };
        remarks.push(Remark::new(
            "nothing-to-compare",
            "",
            format!("{which} document has no text to compare"),
        ));
    } else if relation == Relation::OtherReport {
        let percent = (share * 100.0).round();
        let reason = match reason {
            Some(reason) => format!("{reason}, and they share {percent} per cent of their text"),
            None if percent == 0.0 => "they share next to no text".to_owned(),
            None => format!("they share only {percent} per cent of their text"),
        };
        remarks.push(Remark::new(
            "not-versions",
            "",
            format!("these do not look like two versions of one text: {reason}"),
        ));
    }
    if relation != Relation::OtherReport {
        remarks.extend(excerpt(pairs));
    }
    remarks.extend(swapped(&old.masthead, &new.masthead, relation));
    (relation, remarks)
}

/// The relation, and what else than the words makes two documents different ones.
fn relation(old: &Masthead, new: &Masthead, share: f64) -> (Relation, Option<String>) {
    let strangers = (Relation::OtherReport, None);
    let adopted = if is_draft(old) && !is_draft(new) { Relation::Adoption } else { Relation::Revision };
    let (Some(from), Some(to)) = (&old.symbol, &new.symbol) else {
        return if share < STRANGERS { strangers } else { (adopted, None) };
    };
    if share < STRANGERS {
        return strangers;
    }
    let is_revision = base(from) == base(to);
    let one_body = match (&old.body, &new.body) {
        (Some(old), Some(new)) => old.to_lowercase() == new.to_lowercase(),
        _ => false,
    };
    // Two drafts or two final texts under different symbols are different documents, unless the
    // text itself says otherwise; so are the papers of two bodies.
    let other_body =
        !one_body && subsidiary(from).is_some_and(|one| subsidiary(to).is_some_and(|two| one != two));
    let two_final = !is_draft(old) && !is_draft(new);
    if !is_revision && share < VERSIONS && (other_body || is_draft(old) == is_draft(new)) {
        let why = if other_body { "their symbols name two bodies" } else { "they have two symbols" };
        return (Relation::OtherReport, Some(why.to_owned()));
    }
    // A series repeats itself: the monthly report of March is not a version of that of February.
    if !is_revision && two_final && old.issued != new.issued && share < 0.9 {
        let why = "both are final texts, of different dates and under different symbols";
        return (Relation::OtherReport, Some(why.to_owned()));
    }
    (adopted, None)
}

/// A remark where one side is an excerpt of the other: where it stands there.
fn excerpt(pairs: &[ComparedPair]) -> Option<Remark> {
    /// So many paragraphs of the long one are in the short one, at most.
    const PART: usize = 2;
    let sides = |pair: &&ComparedPair| (!pair.old.is_empty(), !pair.new.is_empty());
    let numbered = |ids: &[String]| -> Vec<u32> {
        let numbers = ids.iter().filter_map(|id| id.strip_prefix('p')?.parse().ok());
        numbers.collect()
    };
    let both: Vec<&ComparedPair> = pairs.iter().filter(|pair| sides(pair) == (true, true)).collect();
    type Side = fn(&ComparedPair) -> &[String];
    let alone = |side: Side| pairs.iter().filter(|pair| side(pair).is_empty()).count();
    let (not_in_old, not_in_new) = (alone(|pair| &pair.old), alone(|pair| &pair.new));
    let (which, other, ids): (&str, &str, Side) = match () {
        _ if both.is_empty() => return None,
        _ if not_in_old > PART * both.len() && not_in_new * 10 <= both.len() => {
            ("first", "second", |pair| &pair.new)
        }
        _ if not_in_new > PART * both.len() && not_in_old * 10 <= both.len() => {
            ("second", "first", |pair| &pair.old)
        }
        _ => return None,
    };
    let found: Vec<u32> = both.iter().flat_map(|pair| numbered(ids(pair))).collect();
    let (first, last) = (found.iter().min()?, found.iter().max()?);
    let place = if first == last { format!("¶{first}") } else { format!("¶{first}–{last}") };
    // A report that grew all over is no excerpt of itself.
    if (last - first) as usize > PART * found.len() {
        return None;
    }
    let message =
        format!("the {which} document looks like an excerpt: it stands in the {other} one as {place}");
    Some(Remark::new("excerpt", "", message).hinted("what stands outside is told as new or gone".to_owned()))
}

/// The part of both texts that is equal, 0..=1; of the shorter one where it is an excerpt of the
/// other: an annex as long as the report, or ten paragraphs of two hundred, make no other report.
fn share(pairs: &[ComparedPair]) -> f64 {
    /// An excerpt is at most this part of the whole.
    const EXCERPT: f64 = 0.5;
    /// So much of it is in the whole.
    const HELD: f64 = 0.8;
    let (mut equal, mut old, mut new) = (0usize, 0usize, 0usize);
    for word in pairs.iter().flat_map(|pair| &pair.words) {
        let length = word.text.chars().count();
        match word.op {
            WordOp::Equal => equal += length,
            WordOp::Delete => old += length,
            WordOp::Insert => new += length,
        }
    }
    let (old, new) = ((old + equal) as f64, (new + equal) as f64);
    let equal = equal as f64;
    let (short, long) = (old.min(new), old.max(new));
    if long == 0.0 {
        return 1.0;
    }
    if short > 0.0 && short < EXCERPT * long && equal >= HELD * short {
        return equal / short;
    }
    2.0 * equal / (old + new)
}

/// True for a text that is not final: its symbol or its title says so.
pub(crate) fn is_draft(masthead: &Masthead) -> bool {
    let symbol = masthead.symbol.as_deref().unwrap_or_default();
    let draft_symbol = symbol
        .split('/')
        .any(|part| ["L.", "CRP.", "WP."].iter().any(|kind| part.starts_with(kind)) || part == "WP");
    let title = masthead.title.as_deref().unwrap_or_default().to_lowercase();
    let handed_in = masthead.submitted_by.as_deref().unwrap_or_default().to_lowercase();
    let as_draft = ["draft resolution", "draft decision"].iter().any(|end| handed_in.ends_with(end));
    let by_title = title.split(|c: char| !c.is_alphanumeric()).any(|word| word == "draft");
    draft_symbol || by_title || as_draft
}

/// A symbol without its revisions, corrections and asterisks.
pub(crate) fn base(symbol: &str) -> String {
    let parts = symbol.trim_end_matches('*').split('/');
    let kept = parts.take_while(|part| !part.starts_with("Rev.") && !part.starts_with("Corr."));
    kept.collect::<Vec<_>>().join("/").to_lowercase()
}

/// The body in a symbol: `AC.290`, `CN.9`.
fn subsidiary(symbol: &str) -> Option<&str> {
    symbol
        .split('/')
        .find(|part| ["AC.", "C.", "CN.", "CONF.", "SC.", "WG."].iter().any(|kind| part.starts_with(kind)))
}

/// A remark where the line on the adoption names another state of OLD than the one given: "[without
/// reference to a Main Committee (A/80/L.2/Rev.1)]" beside A/80/L.2. What differs may then have changed
/// in between.
pub(crate) fn other_draft(old: &Annotated, new: &Annotated) -> Option<Remark> {
    let given = old.report.masthead.symbol.as_deref().filter(|_| is_draft(&old.report.masthead))?;
    let plain = |symbol: &str| symbol.trim_end_matches('*').to_lowercase();
    let is_line = |node: &Node| {
        node.kind == NodeKind::Masthead && node.id.rsplit('.').next().is_some_and(|id| id == "adoption")
    };
    let lines = new.report.nodes.iter().zip(&new.mentions.by_node).filter(|(node, _)| is_line(node));
    let named: Vec<&str> = lines
        .flat_map(|(_, mentions)| mentions)
        .filter(|mention| mention.kind == MentionKind::Document && base(&mention.value) == base(given))
        .map(|mention| mention.value.as_str())
        .collect();
    let last = named.last().filter(|_| named.iter().all(|named| plain(named) != plain(given)))?;
    Some(
        Remark::new("other-draft", "", format!("the text was adopted from {last}, not from {given}"))
            .hinted(format!("some of these changes may have been made in {last}: compare that one")),
    )
}

/// A remark where NEW looks older than OLD.
fn swapped(old: &Masthead, new: &Masthead, relation: Relation) -> Option<Remark> {
    // A reissue replaces the date of issue. Values of one precision compare as text.
    let date = |masthead: &Masthead| {
        let date = masthead.reissued.clone().or_else(|| masthead.issued.clone())?;
        (date.len() == 10 && !date.contains('X')).then_some(date)
    };
    let (was, now) = (date(old), date(new));
    let reason = match (was, now) {
        (Some(was), Some(now)) if now < was => {
            let day = |value: &str| value.parse().map_or_else(|_| value.to_owned(), in_full);
            format!("the second document is dated {}, the first {}", day(&now), day(&was))
        }
        _ if relation != Relation::OtherReport && is_draft(new) && !is_draft(old) => {
            "the second document is a draft, the first is not".to_owned()
        }
        _ => return None,
    };
    Some(
        Remark::new("versions-swapped", "", format!("the two look swapped: {reason}"))
            .hinted("give the older version first"),
    )
}
