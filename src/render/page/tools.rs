//! The bar of tools. The choice of view needs no script; the rest is hidden until the script runs.

use super::text::Anchors;
use super::{Kinds, Sources, kind_name};

/// The bar below the header.
pub(super) fn tools(sources: &Sources, kinds: &Kinds, anchors: &Anchors, folded: bool) -> String {
    let digest = sources.digest;
    let facts =
        if digest.facts.is_empty() && !digest.other_report { "" } else { "<a href=\"#facts\">Facts</a> " };
    let folded = if folded { " <a href=\"#folded\">Folded</a>" } else { "" };
    let nav =
        format!("<nav aria-label=\"Parts of this page\">{facts}<a href=\"#text\">Text</a>{folded}</nav>\n");
    let any = digest.sections.iter().any(|section| !section.entries.is_empty());
    if !any {
        return format!("<div class=\"tools\" role=\"region\" aria-label=\"Tools\">\n{nav}</div>\n");
    }
    let is_weight = |name: &str| matches!(name, "substantive" | "reworded" | "editorial" | "renumbering");
    let options: String = kinds
        .iter()
        .filter(|(kind, _)| !is_weight(kind))
        .map(|(kind, count)| {
            let name = if *kind == "new_number" { "renumbered".to_owned() } else { kind_name(kind) };
            format!("<option value=\"{kind}\">{name} ({count})</option>")
        })
        .collect();
    let weighed: String = ["substantive", "reworded", "editorial", "renumbering"]
        .iter()
        .map(|weight| {
            let count = kinds.get(weight).copied().unwrap_or_default();
            format!("<option value=\"{weight}\">{weight} ({count})</option>")
        })
        .collect();
    let news = match anchors.news {
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    };
    format!(
        r##"<div class="tools" role="region" aria-label="Tools">
{nav}<fieldset class="view"><legend class="vh">View</legend>
<label><input type="radio" name="view" id="view-sides" checked> Side by side</label>
<label><input type="radio" name="view" id="view-inline"> Inline</label>
</fieldset>
<div class="scripted" role="search" aria-label="Find changes" hidden>
<label>Kind <select id="kind"><option value="">all</option>{options}</select></label>
<label>Weight <select id="weight"><option value="">all</option>{weighed}</select></label>
<label>Search <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
</div>
<div class="scripted moves" hidden>
<button type="button" id="previous" aria-keyshortcuts="k p"><span aria-hidden="true">↑</span> Previous</button>
<button type="button" id="next" aria-keyshortcuts="j n"><span aria-hidden="true">↓</span> Next</button>
<button type="button" id="unfold">Unfold all</button>
<p id="status" role="status">{news}</p>
</div>
<details class="scripted keys" hidden><summary>Keys</summary>
<dl>
<div><dt><kbd>j</kbd> or <kbd>n</kbd></dt><dd>next change</dd></div>
<div><dt><kbd>k</kbd> or <kbd>p</kbd></dt><dd>previous change</dd></div>
<div><dt><kbd>v</kbd></dt><dd>side by side or inline</dd></div>
<div><dt><kbd>u</kbd></dt><dd>unfold or fold all</dd></div>
<div><dt><kbd>/</kbd></dt><dd>search</dd></div>
<div><dt><kbd>Esc</kbd></dt><dd>end the search and show everything</dd></div>
</dl>
<label><input type="checkbox" id="keys" checked> These keys work</label>
</details>
</div>
"##
    )
}
