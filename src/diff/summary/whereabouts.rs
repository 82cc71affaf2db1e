//! Where something stands and stood, in words that a reader can find.

use super::changes::Telling;
use super::quote::{brief, quoted};
use super::{Line, Part};
use crate::diff::digest::place::{enumerate, is_in_text, transition};
use crate::diff::digest::preamble::preambular;
use crate::diff::tokens::is_stop_word;
use crate::diff::{ComparedPair, Status, WordOp};
use crate::report::NodeKind;

/// What has neither a number nor known words.
pub(super) const NEW: &str = "new paragraph";
pub(super) const NEW_IN: &str = "new in ";
pub(super) const NEW_LINES: &str = "new lines";

/// Words of a paragraph that only moved: enough to know it again.
const MOVED: usize = 30;

/// Words by which a paragraph of a preamble is known, at most.
const KNOWN: usize = 8;

impl Telling<'_> {
    /// "from “F. Proceedings”": the heading under which a text stood, where it stands under another now.
    fn section_left(&self, pair: &ComparedPair) -> Option<String> {
        let above = |at: usize, ids: &[String]| {
            let index = self.places[at].index_of(ids.first()?)?;
            self.reports[at].heading_of(index)
        };
        let (was, now) = (above(0, &pair.old)?, above(1, &pair.new)?);
        let (was, now) = (&self.reports[0].nodes[was], &self.reports[1].nodes[now]);
        let same = self.now_in.get(was.id.as_str()).is_some_and(|ids| ids.contains(&now.id));
        let name = if was.text.is_empty() { was.number.as_ref()? } else { &was.text };
        (!same).then(|| format!("from {}", quoted(&brief(name, 12))))
    }

    /// Where a text that moved stands now, and its words where nothing else is said of it.
    pub(super) fn say_moved(&self, pair: &ComparedPair, line: &mut Line) {
        let only = line.parts.iter().all(|part| matches!(part, Part::Say(_)));
        let mut said = self.section_left(pair).or_else(|| self.behind(pair)).unwrap_or_default();
        if only {
            let kept = pair.words.iter().filter(|word| word.op != WordOp::Delete);
            let kept: String = kept.map(|word| word.text.as_str()).collect();
            if pair.status == Status::Unchanged {
                said = if said.is_empty() {
                    "the words are the same".to_owned()
                } else {
                    said + ", word for word"
                };
            }
            line.parts.insert(0, Part::Whole(brief(&kept, MOVED)));
        }
        if !said.is_empty() {
            line.parts.push(Part::Say(said));
        }
    }

    /// "it now follows ¶8": the paragraph before a text that moved.
    fn behind(&self, pair: &ComparedPair) -> Option<String> {
        let at = self.places[1].index_of(pair.new.first()?)?;
        let nodes = &self.reports[1].nodes;
        let numbered = |node: &&crate::report::Node| node.kind == NodeKind::Paragraph;
        let is_one = numbered(&&nodes[at]);
        let before = nodes[..at].iter().rev().take_while(|node| node.kind != NodeKind::Heading);
        let before = before.filter(|_| is_one).find(numbered)?;
        Some(format!("it now follows {}", self.places[1].cited(&before.id)))
    }

    /// "from “A number of delegations …” on it is ¶20": where a text was split.
    pub(super) fn halves(&self, pair: &ComparedPair) -> Option<String> {
        let begins = |id: &String| {
            let index = self.places[1].index_of(id)?;
            let words = known(&self.reports[1].nodes[index].text)?;
            Some(format!("from {} on it is {}", quoted(&words), self.places[1].cited(id)))
        };
        let said: Vec<String> = pair.new.iter().skip(1).filter_map(begins).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// A place as it is cited; a row of a table by its words, for nobody counts rows.
    fn found(&self, at: usize, id: &str) -> String {
        let label = self.places[at].cited(id);
        let index = self.places[at].index_of(id);
        let row = index.map(|index| &self.reports[at].nodes[index]);
        let Some(row) = row.filter(|row| row.kind == NodeKind::TableRow) else { return label };
        // The cell that says most.
        let cell = row
            .text
            .split(['\t', '|', '\n'])
            .max_by_key(|cell| cell.chars().filter(|c| c.is_lowercase()).count());
        let words = cell.map(|cell| brief(cell, KNOWN)).filter(|words| !words.is_empty());
        match (words, label.split_once(", table")) {
            (Some(words), Some((part, _))) => format!("{part}, row {}", quoted(&words)),
            (Some(words), None) if label.starts_with("table") => format!("row {}", quoted(&words)),
            _ => label,
        }
    }

    /// "¶7 → ¶9", "new ¶18", "“Recalling the decision …”", "new paragraph".
    pub(super) fn place(&self, pair: &ComparedPair) -> String {
        let side = |at: usize, ids: &[String]| {
            let labels: Vec<String> = ids.iter().map(|id| self.found(at, id)).collect();
            (!labels.is_empty()).then(|| enumerate(&labels, true))
        };
        let is_bare = |at: usize, ids: &[String]| {
            ids.first().and_then(|id| self.places[at].index_of(id)).is_some_and(|index| {
                self.reports[at].nodes[index].kind == NodeKind::Unnumbered
                    && preambular(self.reports[at], index).is_none()
                    && !is_in_text(self.reports[at], index)
            })
        };
        let (old, new) = (side(0, &pair.old), side(1, &pair.new));
        match pair.status {
            // Nobody looks for its opening words in the older text.
            Status::Inserted if is_bare(1, &pair.new) => {
                match new.as_deref().and_then(|new| new.split_once(", “")) {
                    Some((part, _)) => format!("{NEW_IN}{part}"),
                    None => NEW.to_owned(),
                }
            }
            Status::Deleted if is_bare(0, &pair.old) => "gone paragraph".to_owned(),
            _ => match (&old, &new) {
                // Opening words need no second version of themselves.
                (Some(was), Some(now)) if was.ends_with('”') && now.ends_with('”') => now.clone(),
                // Nor does the line of a list.
                (Some(was), Some(now))
                    if was != now && line_of(was).is_some() && line_of(was) == line_of(now) =>
                {
                    let number = was.split_once(", ").map(|(number, _)| number);
                    transition(number, Some(now))
                }
                _ => transition(old.as_deref(), new.as_deref()) + &self.words_of_preamble(pair),
            },
        }
    }

    /// " “Welcoming the convening …”" behind the number of a preambular paragraph, which nobody counts.
    fn words_of_preamble(&self, pair: &ComparedPair) -> String {
        let whole = matches!(pair.status, Status::Inserted | Status::Deleted);
        let index = pair.new.first().filter(|_| !whole).and_then(|id| self.places[1].index_of(id));
        let index = index.filter(|&index| preambular(self.reports[1], index).is_some());
        let words = index.and_then(|index| known(&self.reports[1].nodes[index].text));
        words.map(|words| format!(" {}", quoted(&words))).unwrap_or_default()
    }
}

/// "¶6 → ¶8" of "¶6 → ¶8, Vice-Chairs" where the fact says which line of the list it is.
pub(super) fn without_line(line: &mut Line) {
    let says = |what: &str| {
        !what.is_empty() && line_of(&line.place).is_some_and(|name| name.trim_end_matches('s') == what)
    };
    if line.parts.iter().any(|part| matches!(part, Part::Fact { what, .. } if says(what))) {
        line.place = line.place.split(", ").next().unwrap_or_default().to_owned();
    }
}

/// "Vice-Chairs" of "¶8, Vice-Chairs".
fn line_of(place: &str) -> Option<&str> {
    place.split_once(", ").map(|(_, line)| line)
}

/// The first words of a text up to a noun by which it is known: "Taking note of the Declaration on …".
fn known(text: &str) -> Option<String> {
    /// Of so many words that mean something one says which text it is.
    const TELLING: usize = 3;
    let words: Vec<&str> = text.split_whitespace().collect();
    let means = |word: &&&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !bare.is_empty() && !is_stop_word(bare) && !GENERIC.contains(&bare.to_lowercase().as_str())
    };
    let telling: Vec<usize> = (0..words.len().min(KNOWN)).filter(|at| means(&&words[*at])).collect();
    let last = telling.get(TELLING - 1).or(telling.last()).copied().unwrap_or(0);
    let first = words.get(..=last)?.join(" ");
    let first = first.trim_end_matches([',', ';', ':', '.', '(']);
    (!first.is_empty()).then(|| if last + 1 < words.len() { format!("{first} …") } else { first.to_owned() })
}

/// Words that many paragraphs of a preamble begin with.
const GENERIC: [&str; 12] = [
    "note",
    "importance",
    "need",
    "role",
    "also",
    "further",
    "regard",
    "grave",
    "deep",
    "concern",
    "fact",
    "adoption",
];

/// "preambular ¶53, note 11" of "preambular ¶53 “Noting with appreciation …”, note 11".
pub(super) fn without_words(place: &str) -> String {
    match (place.split_once(" “"), place.rsplit_once('”')) {
        (Some((number, _)), Some((_, note))) if place.starts_with("preambular") => format!("{number}{note}"),
        _ => place.to_owned(),
    }
}

/// Where a line stands in NEW: "¶17" of "¶16 → ¶17", "preambular ¶49" of "preambular ¶48 → 49 “Recalling …”".
pub(super) fn now(place: &str) -> String {
    let place = &without_words(place);
    let place =
        ["new in ", "new ", "gone "].iter().find_map(|word| place.strip_prefix(*word)).unwrap_or(place);
    let now = match place.rsplit_once(" → ") {
        Some((was, now)) if now.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{}{now}", was.trim_end_matches(|c: char| c.is_ascii_digit()))
        }
        Some((_, now)) => now.to_owned(),
        None => place.to_owned(),
    };
    // "¶8, Vice-Chairs": the fact says which line it is.
    match now.split_once(", ") {
        Some((number, line)) if number.starts_with('¶') && !line.starts_with(['i', 'n', 'r']) => {
            number.to_owned()
        }
        _ => now,
    }
}

/// Where a line stood in OLD, as the short form cites it: "old ¶16" of "¶16 → ¶17", "old ¶36" of "gone
/// ¶36"; where the number is the same in both, that.
pub(super) fn then(place: &str) -> String {
    let place = &without_words(place);
    match (place.split_once(" → "), place.strip_prefix("gone ")) {
        (Some((was, _)), _) => format!("old {was}"),
        (None, Some(was)) if was.starts_with(['¶', 'p']) => format!("old {was}"),
        _ => now(place),
    }
}

/// The places of a list in the order of the text, as far as they have numbers.
pub(super) fn in_order(places: &mut [String]) {
    places.sort_by_key(|place| {
        let place = place.strip_prefix("old ").unwrap_or(place);
        let number = place.trim_start_matches(|c: char| !c.is_ascii_digit());
        let number = number.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let part = ["preambular", "¶"].iter().position(|stem| place.starts_with(stem)).unwrap_or(2);
        (part, if part < 2 { number.parse::<u32>().unwrap_or(0) } else { 0 })
    });
}

/// Places as a list, those of one sort together: "preambular ¶26, 27 and 49; ¶36 and 48".
pub(super) fn grouped(places: &[String]) -> String {
    let stem = |place: &str| place.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let runs = places.chunk_by(|one, next| stem(one) == stem(next) && stem(one) != *one);
    let runs: Vec<String> = runs.map(|run| enumerate(run, false)).collect();
    // A semicolon only where a list stands in the list.
    let sign = if runs.iter().any(|run| run.contains(" and ")) { "; " } else { ", " };
    runs.join(sign)
}
