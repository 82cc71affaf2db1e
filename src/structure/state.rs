//! Where the numbering stands after some blocks: the state of the search.

use super::marker::Style;

/// How the text before ended; lists open after a colon, and an open sentence wants to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Nothing before, or a heading.
    Start,
    /// `.`, `?`, `!`, or a placeholder that stands for a sentence.
    Sentence,
    /// `:`
    Colon,
    /// `;`, or "; and"
    Semicolon,
    /// `,`
    Comma,
    /// No sign at all.
    Open,
}

/// A text without the figure of a footnote call behind its last stop: "October 2016, 3",
/// "its report.12". "see No. 5", "EC-83/DEC.5" and "11.2" end in
/// their own figures.
pub fn without_call(text: &str) -> &str {
    const ABBREVIATED: [&str; 8] = ["no", "nos", "para", "paras", "art", "sect", "vol", "p"];
    let text = text.trim_end();
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if rest.len() == text.len() || text.len() - rest.len() > 3 {
        return text;
    }
    let apart = rest.ends_with(' ');
    let rest = rest.trim_end_matches(' ');
    let Some(word) = rest.strip_suffix([',', ';', '.', ':', '”']) else { return text };
    let last: String = word.chars().rev().take_while(|c| c.is_alphabetic()).collect();
    let last: String = last.chars().rev().collect::<String>().to_lowercase();
    let by_word = rest.ends_with([',', ';', '”'])
        || word.ends_with([')', '”'])
        // "document A/80/INF/1. 3", but "11.2".
        || (apart && word.ends_with(|c: char| c.is_ascii_digit()))
        || (word.ends_with(char::is_lowercase)
            && last.chars().count() > 1
            && !ABBREVIATED.contains(&last.as_str()));
    if by_word { rest } else { text }
}

impl Ending {
    /// How this text ends.
    pub fn of(text: &str) -> Ending {
        let mut text = without_call(text);
        // "[to be completed]" alone or after a full stop stands for text that is whole; "carriers
        // [should]" is the middle of a sentence.
        while text.ends_with(']') {
            text = text.rfind('[').map_or("", |at| text[..at].trim_end());
            if text.is_empty() {
                return Ending::Sentence;
            }
        }
        let bare = text.trim_end_matches(['”', '"', '’', '\'', ')', '»', '*']);
        match bare.chars().next_back() {
            None => Ending::Open,
            Some('.' | '?' | '!' | '…') => Ending::Sentence,
            Some(':') => Ending::Colon,
            Some(';') => Ending::Semicolon,
            Some(',') => Ending::Comma,
            Some(_) => {
                let and = ["; and", "; or", ", and", ", or"].iter().any(|tail| bare.ends_with(tail));
                if and { Ending::Semicolon } else { Ending::Open }
            }
        }
    }
}

/// What the last block was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Last {
    Nothing,
    /// A heading whose label stands alone on its line: "Chapter II".
    BareHeading,
    /// "Annex" alone: its title may follow.
    BareAnnex,
    Heading,
    /// A heading without a label.
    PlainHeading,
    Paragraph,
    Unnumbered,
    Item,
    /// A label alone on its line: the text is still to come.
    BareLabel,
    /// A line of a list without labels.
    ListLine,
    Row,
}

/// An open list: its alphabet, the last value, and the left edge of its labels in whole points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct List {
    pub style: Style,
    pub value: u32,
    pub left: i16,
}

/// Lists nested deeper than this are not followed (the manual of style allows four degrees).
pub const DEEPEST_LIST: usize = 5;

/// The state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct State {
    /// Last "Part".
    pub part: u32,
    /// Last chapter or roman heading.
    pub chapter: u32,
    /// Last letter heading under it.
    pub letter: u32,
    /// Last figure heading under that.
    pub figure: u32,
    /// Last paragraph number of this part of the document; 0 for none.
    pub paragraph: u32,
    /// Unnumbered paragraphs since, up to 12.
    pub unnumbered: u8,
    /// Left edge of the paragraph labels in whole points, -1 before the first.
    pub paragraph_left: i16,
    /// A heading has come since the last paragraph: a sequence may start again.
    pub fresh: bool,
    /// Last annex of the first level.
    pub annex: u32,
    /// Last annex inside it; 0 outside.
    pub inner_annex: u32,
    /// How many annexes have begun.
    pub annexes: u32,
    /// Open lists, outermost first.
    pub lists: [Option<List>; DEEPEST_LIST],
    /// How the last text ended.
    pub ending: Ending,
    /// What the last block was.
    pub last: Last,
    /// Left edge of a running list without labels.
    pub line_left: i16,
    /// That list has bullets.
    pub bulleted: bool,
}

impl State {
    /// Before the first block.
    pub fn start() -> State {
        State {
            part: 0,
            chapter: 0,
            letter: 0,
            figure: 0,
            paragraph: 0,
            unnumbered: 0,
            paragraph_left: -1,
            fresh: true,
            annex: 0,
            inner_annex: 0,
            annexes: 0,
            lists: [None; DEEPEST_LIST],
            ending: Ending::Start,
            last: Last::Nothing,
            line_left: -1,
            bulleted: false,
        }
    }

    /// Number of open lists.
    pub fn depth(&self) -> usize {
        self.lists.iter().take_while(|list| list.is_some()).count()
    }

    /// Closes all lists from this depth on.
    pub fn close_lists(&mut self, depth: usize) {
        for list in self.lists.iter_mut().skip(depth) {
            *list = None;
        }
    }

    /// Begins an annex: all sequences start again.
    pub fn enter_annex(&mut self) {
        self.annexes += 1;
        self.chapter = 0;
        self.letter = 0;
        self.figure = 0;
        self.paragraph = 0;
        self.unnumbered = 0;
        self.paragraph_left = -1;
        self.fresh = true;
        self.close_lists(0);
    }
}

#[cfg(test)]
mod tests {
    use super::without_call;

    #[test]
    fn a_call_behind_the_last_stop_is_no_part_of_the_text() {
        for (text, bare) in [
            ("listed in document A/80/INF/1. 3", "listed in document A/80/INF/1."),
            ("in its report.12", "in its report."),
            ("of 17 October 2016, 3", "of 17 October 2016,"),
        ] {
            assert_eq!(without_call(text), bare);
        }
        // These end in their own figures.
        for text in ["as set out in chapter 11.2", "see No. 5", "decision EC-83/DEC.5"] {
            assert_eq!(without_call(text), text);
        }
    }
}
