//! The part "Text": the pairs under their headings, what is unchanged folded.

use super::entry::article;
use super::pieces::marked;
use super::{Kinds, Sources, headings, spelled};
use crate::diff::digest::{Entry, Run, Section, SectionHeading};
use crate::render::markup::text as escaped;
use std::collections::HashSet;

/// The pairs that stand on the page, each once, as `c12`.
#[derive(Default)]
pub(super) struct Anchors {
    at: HashSet<usize>,
    /// How many of them are changes: what the keys stop at, and what the bar counts.
    pub news: usize,
}

impl Anchors {
    /// Whether there is a place for this pair to point to.
    pub fn has(&self, pair: usize) -> bool {
        self.at.contains(&pair)
    }
}

/// The part "Text".
pub(super) fn section(sources: &Sources, anchors: &mut Anchors, kinds: &mut Kinds) -> String {
    let digest = sources.digest;
    let mut out = String::from(
        "<section id=\"text\" aria-labelledby=\"h-text\" tabindex=\"-1\">\n<h2 id=\"h-text\">Text</h2>\n",
    );
    if digest.other_report && digest.sections.is_empty() {
        out.push_str(
            "<p>Two different reports: their texts are not set against one another (--all does so).</p>\n",
        );
    } else if digest.identical {
        out.push_str("<p>The two texts are the same, word for word.</p>\n");
    } else if digest.quiet {
        out.push_str("<p>Nothing but small differences, folded here.</p>\n");
    } else if digest.sections.is_empty() {
        out.push_str("<p>Nothing of this kind in the text.</p>\n");
    } else {
        let mut nodes = sources.reports.iter().flat_map(|report| &report.nodes);
        let pages = match nodes.any(|node| node.page > 0) {
            true => " <span class=\"quiet\">p. = page of the file, not the number printed on it</span>",
            false => "",
        };
        out.push_str(&format!(
            "<p class=\"legend\">{} {}{pages} <span class=\"quiet screen\">Lines with a \
             triangle unfold.</span></p>\n",
            marked("del", "taken out"),
            marked("ins", "put in"),
        ));
    }
    // A heading is a place of its own only where no article tells of it.
    let entries = digest.sections.iter().flat_map(|section| &section.entries);
    anchors.at.extend(entries.flat_map(|entry| match entry {
        Entry::Shown(shown) => vec![shown.pair],
        Entry::Run(run) => run.texts.iter().map(|shown| shown.pair).collect(),
    }));
    for section in &digest.sections {
        out.push_str("<div class=\"group\">\n");
        out.push_str(&above(sources, section, anchors));
        for entry in &section.entries {
            match entry {
                Entry::Shown(shown) => {
                    anchors.news += 1;
                    out.push_str(&article(sources, shown, true, kinds));
                }
                Entry::Run(run) => out.push_str(&folded(sources, run, kinds)),
            }
        }
        out.push_str("</div>\n");
    }
    out.push_str("</section>\n");
    out
}

fn above(sources: &Sources, section: &Section, anchors: &mut Anchors) -> String {
    headings(&section.headings, |heading: &SectionHeading| {
        let side = usize::from(heading.note != Some("gone"));
        match sources.pair_of[side].get(heading.id.as_str()) {
            Some(at) if anchors.at.insert(*at) => {
                anchors.news += usize::from(heading.note.is_some());
                let class = if heading.note.is_some() { " class=\"news\"" } else { "" };
                format!(" id=\"c{at}\" tabindex=\"-1\"{class}")
            }
            _ => String::new(),
        }
    })
}

/// Consecutive pairs of which only the number is told, with their text inside.
fn folded(sources: &Sources, run: &Run, kinds: &mut Kinds) -> String {
    let texts: String = run.texts.iter().map(|shown| article(sources, shown, false, kinds)).collect();
    let open = if sources.all { " open" } else { "" };
    let colon = if run.text.is_empty() || run.place.is_empty() { "" } else { ":" };
    format!(
        "<details class=\"run\"{open}><summary><span class=\"place\">{}</span>{colon} {}</summary>\n{texts}</details>\n",
        escaped(&spelled(&run.place)),
        escaped(&run.text),
    )
}
