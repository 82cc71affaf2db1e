//! A text to be sent: headings, paragraphs and lists, before any format.
//!
//! Where a [`view::Page`](super::view::Page) is laid out for a screen, a letter only has an order.
//! Every string in it is plain text, whoever wrote it; a renderer escapes all of it.

/// Words, strong or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// To be set in bold.
    pub strong: bool,
    /// To be struck through: words that were taken out.
    pub struck: bool,
    /// The characters.
    pub text: String,
}

impl Span {
    /// Words like any other.
    pub fn plain(text: impl Into<String>) -> Self {
        Span { strong: false, struck: false, text: text.into() }
    }

    /// Words that were taken out.
    pub fn struck(text: impl Into<String>) -> Self {
        Span { strong: false, struck: true, text: text.into() }
    }

    /// Words that the eye should find first.
    pub fn strong(text: impl Into<String>) -> Self {
        Span { strong: true, struck: false, text: text.into() }
    }
}

/// A part of a [`Letter`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the title.
    Heading {
        /// 1 to 6.
        level: usize,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Prose(Vec<Span>),
    /// A list; each item is one paragraph.
    Items(Vec<Vec<Span>>),
}

/// A text to be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// How lines are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// Columns after which a line is broken; `None`: each paragraph is one line.
    pub width: Option<usize>,
    /// Signs and punctuation of our own in ASCII only.
    pub ascii: bool,
}

/// Words with single blanks between them, broken into lines of `width` columns.
pub(super) fn broken<'a>(words: impl Iterator<Item = &'a str>, width: Option<usize>) -> Vec<String> {
    use unicode_width::UnicodeWidthStr as _;
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in words {
        let room = word.width();
        match lines.last_mut() {
            Some(line) if width.is_none_or(|width| used + 1 + room <= width) => {
                line.push(' ');
                line.push_str(word);
                used += 1 + room;
            }
            _ => {
                lines.push(word.to_owned());
                used = room;
            }
        }
    }
    lines
}
