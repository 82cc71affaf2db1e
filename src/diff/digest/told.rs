//! What a [`Digest`] holds.

use crate::diff::{ChangeOp, Status, Weight, WordOp};
use crate::remark::Remark;

/// What to unfold and what to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Words kept on each side of an edit before the rest of an unchanged stretch is elided.
    pub context: usize,
    /// Show the text of every pair, also of those that are otherwise folded or unchanged.
    pub all: bool,
    /// Only facts and pairs with a change of one of these kinds; empty means every kind.
    pub only: Vec<String>,
    /// Keep every text whole, also that of folded pairs ([`Run::texts`]): for a page that folds and
    /// unfolds where it is read.
    pub texts: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { context: 8, all: false, only: Vec::new(), texts: false }
    }
}

/// A comparison, arranged for reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Digest {
    /// Who is compared with whom, and how much of it.
    pub header: Header,
    /// To be said before anything else: swapped versions, two different reports, lost pages.
    pub warnings: Vec<Told>,
    /// The facts table: substantive only, one row for each edit as people see it.
    pub facts: Vec<FactRow>,
    /// What the two columns of values are called: "Draft" and "Report", "Before" and "After".
    pub sides: [&'static str; 2],
    /// What is to be said of facts without a row: "No fact changed.", "No date changed (2 other
    /// facts are not shown).", "2 other facts are not shown."; empty where there is nothing to say.
    pub unlisted: String,
    /// What stayed the same: phrases that follow "The same in both:", to be joined by commas.
    pub same: Vec<SameFacts>,
    /// One sentence on placeholders: "No blanks.", "All 4 placeholders are settled.", …
    pub blanks: String,
    /// True where the two are different reports: nothing is told as an edit.
    pub other_report: bool,
    /// In place of [`Digest::facts`] where the two are different reports.
    pub then_now: Vec<ThenNow>,
    /// The changed pairs under their headings, in the order of NEW.
    pub sections: Vec<Section>,
    /// What is counted and listed in brief at the end.
    pub folded: Folded,
    /// True where the text of what is listed in brief is shown with [`Options::all`].
    pub more_with_all: bool,
    /// True where there is nothing but folded differences: exit status 0.
    pub quiet: bool,
    /// True where the two texts do not differ in anything at all.
    pub identical: bool,
}

/// The lines above the facts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Header {
    /// Symbol of OLD, with the asterisk of a reissue; its path where it has no symbol.
    pub old: String,
    /// The same for NEW.
    pub new: String,
    /// "draft → report as issued", "revision", "two different reports".
    pub relation: String,
    /// Body, session, dates of the session where both agree: one line each.
    pub about: Vec<String>,
    /// Title, date, distribution where they differ; a reader sees "old → new".
    pub rows: Vec<HeaderRow>,
    /// "16 → 18, and an annex".
    pub paragraphs: String,
    /// How many numbered paragraphs the body of OLD has, and that of NEW.
    pub numbered: [usize; 2],
    /// How many annexes OLD has, and NEW.
    pub annexes: [usize; 2],
    /// "2 new", "4 changed, 1 of them moved", "6 reworded", "6 the same"; to be joined by " · ".
    pub counts: Vec<String>,
    /// Of those that changed, paragraphs of NEW that were split or merged.
    pub parted: usize,
    /// Which numbered paragraphs came, went and moved: "new: ¶4 and 18", "moved: ¶7 → ¶9".
    pub which: Vec<String>,
    /// The same for what is not a numbered paragraph: "annex: 2 new", "notes: 1 new".
    pub elsewhere: Vec<String>,
}

/// One field of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderRow {
    /// "Title", "Date", "Distribution", …
    pub label: &'static str,
    /// In OLD.
    pub old: Option<String>,
    /// In NEW.
    pub new: Option<String>,
}

/// A remark and the document it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Symbol or path, "both"; `None` where the remark is about the comparison.
    pub document: Option<String>,
    /// The place as people cite it: "¶12", "page 3"; empty where the whole document is meant.
    pub place: String,
    /// The remark.
    pub remark: Remark,
}

impl Told {
    /// The remark with its document and place before and what to try after, without a full stop.
    pub fn sentence(&self) -> String {
        let mut place: Vec<&str> = self.document.as_deref().into_iter().collect();
        if !self.place.is_empty() {
            place.push(&self.place);
        }
        let place = if place.is_empty() { String::new() } else { format!("{}: ", place.join(", ")) };
        let hint = self.remark.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{place}{}{hint}", self.remark.message)
    }
}

/// One row of the facts table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// A mention kind in snake case, or `wording`, `strength`, `heading`.
    pub kind: &'static str,
    /// What happened.
    pub op: ChangeOp,
    /// What it is, in words: "A/AC.290/2021/1", "meeting ordinal", "date", "Chair".
    pub what: String,
    /// Where: "¶6 → ¶8", "new ¶18", "annex". More than one where the same row is true of several.
    pub places: Vec<String>,
    /// The places as one string: "¶3, 5 and 7".
    pub place: String,
    /// Before, as printed.
    pub old: Option<String>,
    /// After, as printed.
    pub new: Option<String>,
    /// "blank filled", "brackets lifted", "date changed", "moved", "dropped", "new"; with the note
    /// where there is one: "dropped; compare the annex".
    pub meaning: String,
    /// Indices into [`Comparison::pairs`], one for each place; empty for the first page.
    pub pairs: Vec<usize>,
    /// The values one by one, where several that came or went are one row; otherwise empty.
    pub values: Vec<String>,
}

impl FactRow {
    /// Every kind that the row is of: a date whose blank was filled is a placeholder as well, and a symbol
    /// out of its brackets is a document.
    pub fn kinds(&self) -> Vec<&'static str> {
        let mut kinds = vec![self.kind];
        let settled = matches!(self.op, ChangeOp::Filled | ChangeOp::Lifted | ChangeOp::Opened);
        if self.kind == "placeholder" {
            kinds.extend(kind_in_blank(&self.what));
        } else if settled {
            kinds.push("placeholder");
        }
        kinds
    }
}

/// The kind of what stands, or will stand, in a blank or in brackets.
pub fn kind_in_blank(expected: &str) -> Option<&'static str> {
    match expected {
        "symbol" => Some("document"),
        "day" | "date" | "month" | "year" => Some("date"),
        "meeting ordinal" | "ordinal" => Some("session"),
        _ => None,
    }
}

/// Facts of two different reports under one heading, side by side: nothing in it is an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThenNow {
    /// Headings to print above, outermost first: those that the group before did not print.
    pub headings: Vec<SectionHeading>,
    /// Kind by kind.
    pub lines: Vec<FactsThenNow>,
}

/// Facts of one kind that only one of two different reports has under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactsThenNow {
    /// "Dates", "Documents".
    pub what: &'static str,
    /// In OLD, as printed, with their places: "9 September 2019 (¶9)".
    pub then: Vec<String>,
    /// In NEW.
    pub now: Vec<String>,
}

/// Facts of one kind that both sides have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameFacts {
    /// A mention kind in snake case.
    pub kind: &'static str,
    /// How many different values are on both sides.
    pub count: usize,
    /// True where none of this kind changed: "every date", "all officers".
    pub all: bool,
    /// "every date in the paragraphs (12)", "the 280th to 283rd meetings", "6 of 7 documents".
    pub phrase: String,
}

/// A heading of NEW (or of OLD, where it went) and what changed under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Headings to print above, outermost first: those that the section before did not print.
    pub headings: Vec<SectionHeading>,
    /// What stands under it, in order.
    pub entries: Vec<Entry>,
}

/// A heading as a section shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionHeading {
    /// Its identifier: `hII.D`, `a1`.
    pub id: String,
    /// 1 for the outermost.
    pub level: usize,
    /// "D. Membership and organization of work", "Annex. Composition of …".
    pub text: String,
    /// "new" or "gone", where the heading itself came or went.
    pub note: Option<&'static str>,
}

/// One line of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A pair whose text is shown.
    Shown(Shown),
    /// Consecutive pairs of which only the number is told.
    Run(Run),
}

/// A pair whose text is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Index into [`Comparison::pairs`].
    pub pair: usize,
    /// The pair in one word.
    pub status: Status,
    /// "¶7 → ¶9", "new ¶18", "gone ¶7", "¶7, item 5 (a)", "new note 3".
    pub place: String,
    /// The place in OLD alone: "¶7"; `None` where it is new.
    pub old_place: Option<String>,
    /// The place in NEW alone: "¶9"; `None` where it is gone.
    pub new_place: Option<String>,
    /// "moved", "split", "merged": to stand under or beside the place.
    pub tags: Vec<&'static str>,
    /// The text with its edits.
    pub pieces: Vec<Piece>,
    /// "moved, now in ¶8", "compare the annex".
    pub notes: Vec<String>,
}

/// A stretch of a shown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The same in both, gone, or come. A line feed in it separates two nodes.
    Text(WordOp, String),
    /// So many unchanged words were left out.
    Elided(usize),
    /// A node of NEW begins here: "¶20", where a paragraph was split.
    Begins(String),
}

/// Consecutive pairs of which only the number is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// "¶2, 3", "¶4–5 → 5–6".
    pub place: String,
    /// Paragraphs without any difference.
    pub same: usize,
    /// Paragraphs with editorial differences only.
    pub editorial: usize,
    /// Paragraphs with folded changes of wording.
    pub reworded: usize,
    /// "1 reworded, 1 the same", in the order in which they stand; "reworded" where the run is one.
    pub text: String,
    /// Indices into [`Comparison::pairs`].
    pub pairs: Vec<usize>,
    /// The pairs with their text, where [`Options::texts`] asks for it; without headings that are the
    /// same, which stand above as such.
    pub texts: Vec<Shown>,
}

/// The part at the end: what was counted, not shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Folded {
    /// The same small edit made in three pairs or more.
    pub repeated: Vec<Repeated>,
    /// Other changes of wording, edit by edit.
    pub reworded: Vec<FoldedEdit>,
    /// Editorial changes, edit by edit.
    pub editorial: Vec<FoldedEdit>,
    /// Fields of the masthead that differ and are not in the header.
    pub masthead: Vec<MastheadLine>,
    /// Fields that only one of the first pages has, in one line for each: "no longer there: Original
    /// (English), Body (Second Committee)".
    pub one_sided: Vec<String>,
    /// "I → Chapter I".
    pub headings: Vec<String>,
    /// What became of the paragraph numbers that are on both sides; empty where all were kept.
    pub numbers: Vec<NumberRun>,
    /// Footnote numbers that changed: "notes 18–20 → 19–21".
    pub notes: Vec<NumberRun>,
    /// Cross-references that follow a renumbering correctly: how many.
    pub references_followed: usize,
    /// Running heads, page numbers, contents pages: by document and kind.
    pub set_aside: Vec<SetAside>,
    /// All remarks that are no [`Digest::warnings`].
    pub remarks: Vec<Told>,
}

/// The same small edit in several places: "+plenary+ before “meeting(s)” in ¶3, 5 and 7".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// The words taken out; empty where none.
    pub deleted: String,
    /// The words put in; empty where none.
    pub inserted: String,
    /// True where a hyphen became a hyphen of another kind: the two look alike.
    pub hyphens: bool,
    /// The word that follows in all of the places, if it is one: `meeting(s)`.
    pub before: Option<String>,
    /// The labels of NEW: "¶3", "¶5".
    pub places: Vec<String>,
    /// "¶3, 5 and 7".
    pub place: String,
    /// Editorial or reworded.
    pub weight: Weight,
}

/// One folded edit with a few words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedEdit {
    /// "¶3".
    pub place: String,
    /// The edit in its context.
    pub pieces: Vec<Piece>,
}

/// A field of the masthead that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MastheadLine {
    /// "Rapporteur line", "Agenda item".
    pub label: &'static str,
    /// In OLD.
    pub old: Option<String>,
    /// In NEW.
    pub new: Option<String>,
    /// "he is Rapporteur in ¶6 as he was in ¶5"; `None` where there is nothing to add.
    pub note: Option<String>,
}

/// Consecutive numbers with the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberRun {
    /// "4–6"; `None` where the numbers are new.
    pub old: Option<String>,
    /// "5–7"; `None` where the paragraphs are gone.
    pub new: Option<String>,
    /// "4–6 → 5–7", "1–3 kept".
    pub text: String,
}

/// The furniture of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Symbol or path; "both" where both documents have the same.
    pub document: String,
    /// "running heads, page and job numbers; cover and contents (pages 1–5)".
    pub text: String,
}
