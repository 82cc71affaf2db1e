//! The top and the foot of the page: who is compared with whom, and how much of it.

use super::{Sources, said};
use crate::diff::digest::HeaderRow;
use crate::diff::{Comparison, DocumentInfo};
use crate::render::markup::text as escaped;

/// Title, masthead, counts, warnings.
pub(super) fn header(sources: &Sources) -> String {
    let (digest, header) = (sources.digest, &sources.digest.header);
    let other = digest.other_report;
    let between = if other { "and" } else { "→" };
    let mut out = String::from("<header class=\"top\">\n");
    if !header.relation.is_empty() {
        out.push_str(&format!("<p class=\"relation\">{}</p>\n", escaped(&header.relation)));
    }
    let (old, new) = (escaped(&header.old), escaped(&header.new));
    out.push_str(&format!("<h1>{old} <span class=\"arrow\">{between}</span> {new}</h1>\n"));
    for line in &header.about {
        out.push_str(&format!("<p class=\"about\">{}</p>\n", escaped(line)));
    }
    for told in &digest.warnings {
        out.push_str(&format!(
            "<p class=\"warning\" role=\"note\"><strong>! Read first.</strong> {}</p>\n",
            said(told)
        ));
    }
    out.push_str("<dl class=\"rows\">\n");
    for row in &header.rows {
        out.push_str(&field(row.label, &[values(row, other)]));
    }
    let lines: Vec<String> = match other {
        true => vec![format!("then {}, now {}", header.numbered[0], header.numbered[1])],
        false => std::iter::once(header.paragraphs.clone())
            .chain([&header.counts, &header.which, &header.elsewhere].map(|counts| counts.join(" · ")))
            .filter(|line| !line.is_empty())
            .collect(),
    };
    let mut lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    // Else nobody can bring these counts together with that of the bar.
    let counted = [&header.counts, &header.elsewhere].into_iter().any(|counts| !counts.is_empty());
    if counted && !other {
        lines.push(
            "<span class=\"quiet\">A paragraph counts once, with all that stands in it; items of the body are \
             counted again as items, those of an annex are not.<span class=\"screen\"> The bar counts every \
             row of the text that changed: paragraphs, items, notes, new headings.</span></span>"
                .to_owned(),
        );
    }
    out.push_str(&field("Paragraphs", &lines));
    out.push_str("</dl>\n</header>\n");
    out
}

fn field(label: &str, lines: &[String]) -> String {
    let lines: String = lines.iter().map(|line| format!("<dd>{line}</dd>")).collect();
    format!("<div><dt>{label}</dt>{lines}</div>\n")
}

fn values(row: &HeaderRow, other: bool) -> String {
    let words = |text: &Option<String>| text.as_deref().map(escaped);
    match (words(&row.old), words(&row.new)) {
        (Some(old), Some(new)) if other => {
            format!("<span class=\"quiet\">then</span> {old}<br><span class=\"quiet\">now</span> {new}")
        }
        (Some(old), None) if other => format!("<span class=\"quiet\">then</span> {old}"),
        (None, Some(new)) if other => format!("<span class=\"quiet\">now</span> {new}"),
        (Some(old), new) => format!("{old} → {}", new.unwrap_or_else(|| "none".to_owned())),
        // A draft has not been adopted yet: that goes without saying.
        (None, Some(new)) if matches!(row.label, "Adopted" | "Number") => new,
        (None, new) => format!("none → {}", new.unwrap_or_default()),
    }
}

/// Which files these were, by name and fingerprint, and what made the page.
pub(super) fn footer(comparison: &Comparison) -> String {
    let file = |name: &str, info: &DocumentInfo| {
        let source = &info.source;
        let pages = match source.pages {
            Some(1) => ", 1 page".to_owned(),
            Some(pages) => format!(", {pages} pages"),
            None => String::new(),
        };
        let hash = match source.sha256.is_empty() {
            true => String::new(),
            false => format!("<br><span class=\"hash\">SHA-256 {}</span>", escaped(&source.sha256)),
        };
        format!(
            "<div><dt>{name}</dt><dd>{} ({}{pages}){hash}</dd></div>\n",
            escaped(&source.path),
            escaped(&source.format),
        )
    };
    format!(
        "<footer>\n<dl class=\"rows\">\n{}{}</dl>\n<p>Made by travaux {}, offline. This page is one file: it \
         loads nothing and sends nothing.</p>\n</footer>\n",
        file("Old file", &comparison.old),
        file("New file", &comparison.new),
        env!("CARGO_PKG_VERSION"),
    )
}
