//! The words with which a report points to its own parts, and those that show whose part is meant.

/// What kind of part is pointed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A numbered paragraph.
    Paragraph,
    /// A lettered part of a paragraph.
    Subparagraph,
    /// A heading within a chapter, or a chapter that is called a section.
    Section,
    /// A heading of the highest rank.
    Chapter,
    /// A volume-like part, whose headings are numbered apart.
    Part,
    /// An annex.
    Annex,
    /// An appendix.
    Appendix,
    /// A footnote, called so.
    Footnote,
    /// A footnote called a note, which may also be a diplomatic one.
    Note,
    /// A table.
    Table,
    /// A figure.
    Figure,
}

impl Form {
    /// The word in full, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Form::Paragraph => "paragraph",
            Form::Subparagraph => "subparagraph",
            Form::Section => "section",
            Form::Chapter => "chapter",
            Form::Part => "part",
            Form::Annex => "annex",
            Form::Appendix => "appendix",
            Form::Footnote | Form::Note => "footnote",
            Form::Table => "table",
            Form::Figure => "figure",
        }
    }

    /// Whether it is a heading of the report.
    pub fn is_heading(self) -> bool {
        matches!(self, Form::Section | Form::Chapter | Form::Part)
    }

    /// Whether it stands behind the report and may be named without a number.
    pub fn is_annex(self) -> bool {
        matches!(self, Form::Annex | Form::Appendix)
    }
}

/// The nouns: how they are written, what they name, whether several numbers may follow.
pub const NOUNS: &[(&str, Form, bool)] = &[
    ("paragraph", Form::Paragraph, false),
    ("paragraphs", Form::Paragraph, true),
    ("para", Form::Paragraph, false),
    ("paras", Form::Paragraph, true),
    ("subparagraph", Form::Subparagraph, false),
    ("subparagraphs", Form::Subparagraph, true),
    ("sub-paragraph", Form::Subparagraph, false),
    ("sub-paragraphs", Form::Subparagraph, true),
    ("subpara", Form::Subparagraph, false),
    ("subparas", Form::Subparagraph, true),
    ("section", Form::Section, false),
    ("sections", Form::Section, true),
    ("sect", Form::Section, false),
    ("sects", Form::Section, true),
    ("chapter", Form::Chapter, false),
    ("chapters", Form::Chapter, true),
    ("chap", Form::Chapter, false),
    ("chaps", Form::Chapter, true),
    ("part", Form::Part, false),
    ("parts", Form::Part, true),
    ("annex", Form::Annex, false),
    ("annexes", Form::Annex, true),
    ("appendix", Form::Appendix, false),
    ("appendices", Form::Appendix, true),
    ("footnote", Form::Footnote, false),
    ("footnotes", Form::Footnote, true),
    ("note", Form::Note, false),
    ("notes", Form::Note, true),
    ("table", Form::Table, false),
    ("tables", Form::Table, true),
    ("figure", Form::Figure, false),
    ("figures", Form::Figure, true),
    ("fig", Form::Figure, false),
    ("figs", Form::Figure, true),
];

/// Nouns whose full stop does not end the sentence.
pub const ABBREVIATED: &[&str] =
    &["para", "paras", "subpara", "subparas", "sect", "sects", "chap", "chaps", "fig", "figs"];

/// Behind a number: the place stands before the reference.
pub const ABOVE: &[&str] = &["above", "supra"];

/// Behind a number: the place stands after the reference.
pub const BELOW: &[&str] = &["below", "infra"];

/// "the … paragraph" before the one in hand.
pub const PRECEDING: &[&str] = &["preceding", "previous", "foregoing"];

/// "the … paragraph" after the one in hand; "the following paragraph" is mostly one that is quoted.
pub const FOLLOWING: &[&str] = &["next", "succeeding"];

/// "of the present …": the whole that is read.
pub const OWN_WHOLE: &[&str] = &["report", "document", "note", "paper", "publication"];

/// "of the present …": the text that is read, or the part of it in which the reference stands.
pub const OWN_TEXT: &[&str] = &[
    "resolution",
    "decision",
    "annex",
    "appendix",
    "chapter",
    "section",
    "part",
    "declaration",
    "letter",
    "statement",
    "addendum",
    "text",
    "summary",
    "draft",
    "agreement",
    "rules",
    "guidelines",
    "plan",
    "outcome",
    "recommendation",
    "recommendations",
    "programme",
    "strategy",
    "framework",
];

/// Numbered texts whose paragraphs are theirs: "article 5, paragraph 2", "resolution 1, annex", "ibid., para. 5".
pub const OWNERS_BEFORE: &[&str] = &[
    "article",
    "articles",
    "art",
    "arts",
    "rule",
    "rules",
    "regulation",
    "regulations",
    "resolution",
    "resolutions",
    "decision",
    "decisions",
    "ibid",
    "cit",
    "idem",
    "supplement",
    "principle",
    "guideline",
    "recommendation",
    "footnote",
    "footnotes",
    "note",
    "notes",
    "publication",
    "volume",
    "vol",
];

/// Before the noun: the place is somebody else's, or a blow-by-blow of another text.
pub const OTHERS_QUALIFIERS: &[&str] = &[
    "its",
    "their",
    "his",
    "her",
    "whose",
    "operative",
    "preambular",
    "draft",
    "new",
    "each",
    "former",
    "old",
    "round",
];

/// Words that name another text with paragraphs, chapters and annexes of its own. After one of them
/// in a sentence a bare "paragraph 12" is not to be trusted.
pub const OTHER_TEXTS: &[&str] = &[
    "resolution",
    "resolutions",
    "decision",
    "decisions",
    "charter",
    "treaty",
    "convention",
    "conventions",
    "agreement",
    "agreements",
    "protocol",
    "protocols",
    "declaration",
    "declarations",
    "statute",
    "compact",
    "covenant",
    "pact",
    "memorandum",
    "constitution",
    "regulations",
    "rules",
    "rule",
    "article",
    "articles",
    "guidelines",
    "framework",
    "report",
    "reports",
    "letter",
    "letters",
    "document",
    "documents",
    "draft",
    "text",
    "statement",
    "programme",
    "plan",
    "strategy",
    "communiqué",
    "judgment",
    "opinion",
    "act",
    "law",
    "code",
];

/// Words of the work on another text: "paragraph 5 was adopted, as amended".
pub const DRAFTING: &[&str] = &[
    "adopted",
    "adopt",
    "adopts",
    "adoption",
    "amend",
    "amended",
    "amendment",
    "amendments",
    "delete",
    "deleted",
    "deletion",
    "deleting",
    "insert",
    "inserted",
    "inserting",
    "replace",
    "replaced",
    "replacing",
    "retain",
    "retained",
    "reword",
    "reworded",
    "wording",
    "vote",
    "voted",
    "voting",
    "proposed",
    "proposal",
    "revised",
    "renumbered",
    "acting",
];

/// What makes a number Latin for "twice", "three times": `12 bis`.
pub const SUFFIXES: &[&str] = &["bis", "ter", "quater", "quinquies", "sexies", "alt"];

/// The first word of a note that says nothing without the note before it, in lower case.
pub const EMPTY_NOTES: [&str; 7] = ["ibid", "ibidem", "idem", "id", "op", "loc", "as"];

/// Before "annex III" these say that something stands there.
pub const LISTED: &[&str] = &["listed", "contained", "reproduced", "set", "given", "summarized"];
