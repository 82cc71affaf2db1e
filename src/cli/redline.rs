//! `travaux diff --format docx`: who signs the changes and when, and the document that is marked up.

use super::diff::Diff;
use super::exit::Trouble;
use super::pipeline::Aligned;
use super::versions::Tracked;
use super::write::{Place, say};
use crate::diff::digest::{self, place};
use crate::diff::{Comparison, Relation};
use crate::error::Error;
use crate::read::docx::draft::Draft;
use crate::render::clean;
use crate::render::redline::{self, Signature};
use crate::report::{NodeKind, Report};
use clap::Args;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use std::io::IsTerminal as _;
use std::path::Path;

/// As many places are named that cannot be marked, each with so many words.
const MOST_NAMED: usize = 10;
const MOST_WORDS: usize = 6;

/// Who signs tracked changes, and when.
#[derive(Debug, Clone, Args)]
pub struct Sign {
    /// The name beside each tracked change (docx)
    #[arg(long, value_name = "NAME", default_value = "travaux")]
    pub author: String,

    /// The day or time of the tracked changes (docx), such as 2031-04-11 or 2031-04-11T10:00:00Z [default: now]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
}

impl Sign {
    /// Author and date as Word has them.
    fn signature(&self) -> Result<Signature, Trouble> {
        let author = self.author.replace(char::is_control, " ");
        let author = author.split_whitespace().collect::<Vec<_>>().join(" ");
        if author.is_empty() {
            return Err(Trouble::Usage(
                "--author: a name is missing; give one, or leave the option out".into(),
            ));
        }
        let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
        let time = match &self.date {
            Some(date) => parsed(date).ok_or_else(|| {
                let date = clean::one_line(date);
                Trouble::Usage(format!(
                    "--date: “{date}” is no date; expected one such as 2031-04-11 or 2031-04-11T10:00:00Z"
                ))
            })?,
            // Builds that must come out the same set this instead of the clock.
            None => {
                epoch.and_then(|second| Timestamp::from_second(second).ok()).unwrap_or_else(Timestamp::now)
            }
        };
        Ok(Signature { author, date: time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string() })
    }
}

/// A day, a time without zone (taken as Greenwich) or a time with its zone.
fn parsed(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let greenwich =
        |time: DateTime| time.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    let time = match (text.parse::<Timestamp>(), text.parse::<Date>()) {
        (Ok(time), _) => Some(time),
        (_, Ok(day)) if text.len() == 10 => greenwich(day.at(0, 0, 0, 0)),
        _ => text.parse::<DateTime>().ok().and_then(greenwich),
    };
    // There was no year 0, and Word knows none before 1.
    time.filter(|time| jiff::tz::TimeZone::UTC.to_datetime(*time).year() > 0)
}

/// What `--format docx` needs before any work is done.
pub fn prepare(sign: &Sign, output: Option<&Path>, narrowed: bool) -> Result<Signature, Trouble> {
    if narrowed {
        let message = "--only: a document with tracked changes holds all of them, or rejecting them would not give the old text; leave the option out";
        return Err(Trouble::Usage(message.into()));
    }
    if output.is_none() && std::io::stdout().is_terminal() {
        let message = "a Word document cannot be shown on the screen; give a file for it: -o redline.docx";
        return Err(Trouble::Usage(message.into()));
    }
    sign.signature()
}

/// What the comparison has to say beside the document.
pub struct Told<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// What the reader must know before trusting it.
    pub warnings: &'a [digest::Told],
}

/// Writes the document.
pub fn write(
    place: &Place,
    args: &Diff,
    told: &Told,
    aligned: &Aligned,
    draft: Option<Draft>,
    signature: &Signature,
) -> Result<(), Trouble> {
    let was_tracked = draft.as_ref().is_some_and(|draft| draft.was_tracked);
    let sides = [&aligned.old, &aligned.new];
    let redline = redline::render(told.comparison, sides, draft, signature)
        .map_err(|kind| Error::new(&args.old, kind))?;
    place.write_bytes(&redline.bytes)?;
    let ending = args.look.output.as_deref().and_then(Path::extension);
    if let Some(ending) = ending.filter(|ending| !ending.eq_ignore_ascii_case("docx")) {
        say(&format!("what was written is a Word document, though its name ends in .{}", ending.display()));
    }
    told.warnings.iter().for_each(|warning| say(&warning.sentence()));
    if told.comparison.relation == Relation::OtherReport && told.warnings.is_empty() {
        say(
            "the two documents are not versions of one another; the redline sets one report against the other",
        );
    }
    if was_tracked {
        let how = match args.tracked {
            Some(Tracked::Reject) => "rejected (without --tracked reject: accepted)",
            _ => "accepted (--tracked reject: rejected)",
        };
        say(&format!(
            "{}: carried tracked changes; they were settled first, as {how}, and only the new ones are in the redline",
            args.old.display()
        ));
    }
    if let Some(date) = date_elsewhere(told.comparison, &aligned.new.report) {
        say(&format!("the new date, {date}, does not stand on the first page and is not in the redline"));
    }
    for (side, what) in
        ["rejecting all does not give back", "accepting all does not give"].into_iter().enumerate()
    {
        let ids: Vec<&str> =
            redline.faults.iter().filter(|fault| fault.0 == side).map(|fault| fault.1.as_str()).collect();
        if !ids.is_empty() {
            let more = if ids.len() > MOST_NAMED { ", …" } else { "" };
            let named: Vec<String> =
                ids.iter().take(MOST_NAMED).map(|id| cited(&sides[side].report, id)).collect();
            let named = named.join(", ");
            say(&format!("{what} {} part(s) exactly: {named}{more}; compare them by hand", ids.len()));
        }
    }
    Ok(())
}

/// A part by its place and its first words: “annex III, note * (“Took part in the first …”)”.
fn cited(report: &Report, id: &str) -> String {
    let label = place::label(report, id);
    let text = report.index_of(id).map_or("", |at| report.nodes[at].text.as_str());
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0 => label,
        count => {
            let more = if count > MOST_WORDS { " …" } else { "" };
            format!("{label} (“{}{more}”)", words[..count.min(MOST_WORDS)].join(" "))
        }
    }
}

/// The new date of the document where it stands on no line of the first page, as at the foot of a page of
/// contents: there it is no part of the text.
fn date_elsewhere(comparison: &Comparison, new: &Report) -> Option<String> {
    let change = comparison.masthead.iter().find(|change| change.field == "issued")?;
    let day = change.new.as_ref()?.parse::<Date>().ok()?;
    let printed = day.strftime("%-d %B %Y").to_string();
    // The last day of a session ("3–7 March") is no date of the document.
    let stands = new.nodes.iter().filter(|node| node.kind == NodeKind::Masthead).any(|node| {
        node.text.match_indices(&printed).any(|(at, _)| !node.text[..at].ends_with(['–', '-', '1', '2', '3']))
    });
    (!stands).then_some(printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_signed_as_word_has_them() {
        let sign = |date: &str| {
            let sign = Sign { author: " A. Body ".into(), date: Some(date.into()) };
            sign.signature().map(|signature| signature.date).ok()
        };
        assert_eq!(sign("2031-04-11").as_deref(), Some("2031-04-11T00:00:00Z"));
        assert_eq!(sign("2031-04-11T10:00:00").as_deref(), Some("2031-04-11T10:00:00Z"));
        assert_eq!(sign("2031-04-11T10:00:00+02:00").as_deref(), Some("2031-04-11T08:00:00Z"));
        assert_eq!(sign("11 April 2031"), None);
        assert_eq!(sign("0000-01-01"), None);
        let broken = Sign { author: "A.\tBody\n".into(), date: Some("2031-04-11".into()) };
        assert_eq!(broken.signature().map(|signature| signature.author).ok().as_deref(), Some("A. Body"));
        let nobody = Sign { author: " \u{7} ".into(), date: None };
        assert!(nobody.signature().is_err());
    }
}
