//! The neutral page that every renderer receives: what a reader sees, before any format.
//!
//! A page is a list of blocks and a block is made of [`Run`]s: words with a [`Role`]. Nothing here
//! knows a width, a colour or a tag; nothing in a renderer knows what a comparison is.

/// What a stretch of words is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text that stands in both versions, or plain text.
    Equal,
    /// Taken out.
    Deleted,
    /// Put in.
    Inserted,
    /// A sign for words left out of view.
    Elided,
    /// Our own remark beside the document's words.
    Note,
    /// The name of a place or a field.
    Label,
    /// A heading, ours or the document's.
    Heading,
    /// Said for completeness; the eye may pass over it.
    Muted,
    /// A mention that `show` marks in the text.
    Marked,
    /// What the reader must know before trusting the rest.
    Warning,
}

/// Words with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What they are.
    pub role: Role,
    /// The characters; a line feed begins a new line.
    pub text: String,
}

impl Run {
    /// A run.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Run { role, text: text.into() }
    }
}

/// Plain words as a list of one run.
pub fn plain(text: impl Into<String>) -> Vec<Run> {
    vec![Run::new(Role::Equal, text)]
}

/// One page, top to bottom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A block of a [`Page`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The first lines: what this page is about. The aside stands at the right of the first one.
    Title {
        /// One line each.
        lines: Vec<String>,
        /// A word or two at the right margin.
        aside: Option<String>,
    },
    /// What must be known before anything else is read.
    Warning(Vec<Run>),
    /// Names and what belongs to them, in two columns.
    Fields(Vec<Field>),
    /// Rows and columns.
    Table(Table),
    /// A part of the page ("FACTS"), with a legend or a hint at the right margin.
    Section {
        /// Its name.
        title: String,
        /// At the right margin.
        aside: Vec<Run>,
    },
    /// A heading of the document.
    Heading {
        /// Its identifier, where the page names every part; else empty.
        label: String,
        /// A word or two at the right margin.
        note: Option<String>,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A paragraph of the document, or a line that stands for several.
    Paragraph(Paragraph),
    /// Running text of our own.
    Prose(Vec<Run>),
}

/// A name and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name; empty where the field continues the one above.
    pub label: String,
    /// One or more lines.
    pub entries: Vec<Entry>,
}

/// One line of a [`Field`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Words.
    Text(Vec<Run>),
    /// What it was and what it is: on one line where there is room, else on two.
    Change {
        /// Before.
        old: Vec<Run>,
        /// After.
        new: Vec<Run>,
    },
    /// A place and the words there; the words of one field are set in a column.
    Placed {
        /// "¶3".
        place: String,
        /// The words.
        runs: Vec<Run>,
    },
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// A paragraph with its label at the left and perhaps a note at the right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// "¶7 → ¶9".
    pub label: String,
    /// What happened to the whole, under the label: "moved".
    pub label_note: Option<String>,
    /// The words.
    pub runs: Vec<Run>,
    /// Set where the whole paragraph came or went: its sign stands in the margin of every line
    /// instead of at both ends of the words.
    pub whole: Option<Role>,
    /// A remark at the right margin: "moved, now in ¶8".
    pub note: Option<String>,
    /// Depth below the paragraphs of the report: 1 for a list item in it.
    pub depth: usize,
}
