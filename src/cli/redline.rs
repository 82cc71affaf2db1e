//! `travaux diff --format docx`: who signs the changes and when, and the document that is marked up.

use super::exit::Trouble;
use super::pipeline::Aligned;
use super::write::Place;
use crate::diff::{Comparison, Relation};
use crate::error::Error;
use crate::read::docx::draft::Draft;
use crate::render::clean;
use crate::render::redline::{self, Signature};
use clap::Args;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

/// As many places are named that cannot be marked.
const MOST_NAMED: usize = 8;

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
        let author: String = self.author.chars().filter(|c| !c.is_control()).collect();
        let author = author.trim().to_owned();
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
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    match text.parse::<Date>() {
        Ok(day) if text.len() == 10 => greenwich(day.at(0, 0, 0, 0)),
        _ => text.parse::<DateTime>().ok().and_then(greenwich),
    }
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

/// Writes the document.
pub fn write(
    place: &Place,
    old: &Path,
    comparison: &Comparison,
    aligned: &Aligned,
    draft: Option<Draft>,
    signature: &Signature,
) -> Result<(), Trouble> {
    let was_tracked = draft.as_ref().is_some_and(|draft| draft.was_tracked);
    let sides = [&aligned.old, &aligned.new];
    let redline =
        redline::render(comparison, sides, draft, signature).map_err(|kind| Error::new(old, kind))?;
    place.write_bytes(&redline.bytes)?;
    if comparison.relation == Relation::OtherReport {
        say(
            "the two documents are not versions of one another; the redline sets one report against the other",
        );
    }
    if was_tracked {
        say(&format!(
            "{}: carried tracked changes; they were settled first (--tracked says how), and only the new ones are in the redline",
            old.display()
        ));
    }
    for (side, what) in
        ["rejecting all does not give back", "accepting all does not give"].into_iter().enumerate()
    {
        let ids: Vec<&str> =
            redline.faults.iter().filter(|fault| fault.0 == side).map(|fault| fault.1.as_str()).collect();
        if !ids.is_empty() {
            let more = if ids.len() > MOST_NAMED { ", …" } else { "" };
            let named = ids[..ids.len().min(MOST_NAMED)].join(", ");
            say(&format!("{what} {} part(s) exactly ({named}{more}); compare them by hand", ids.len()));
        }
    }
    Ok(())
}

/// A word on standard error, which may be closed.
pub(super) fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "travaux: {}", clean::one_line(message));
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
        let nobody = Sign { author: " \u{7} ".into(), date: None };
        assert!(nobody.signature().is_err());
    }
}
