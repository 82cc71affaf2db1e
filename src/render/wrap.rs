//! Runs → lines of a given width, with the signs of each role in place.
//!
//! ```text
//! equal "He ", deleted "should", inserted "would", equal " go"
//!   → He −should− +would+ go
//! ```
//!
//! A line that begins inside an inserted or deleted run says so ([`Line::inside`]), so that the
//! renderer can put the sign in the margin: the eye needs it where the opening sign is a line away.

use super::clean;
use super::palette::{self, Ink};
use super::view::{Role, Run};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// One character with its role.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    character: char,
    role: Role,
    /// Part of the document's words, or of a sign.
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Words,
    /// Opens a run: a line beginning with it needs no sign in the margin.
    Open,
    Close,
}

impl Glyph {
    fn width(&self) -> usize {
        self.character.width().unwrap_or(0)
    }
}

/// One line of output, without its indent.
#[derive(Debug, Clone)]
pub struct Line {
    glyphs: Vec<Glyph>,
    /// The line begins inside a run with this role, opened on an earlier line.
    pub inside: Option<Role>,
}

impl Line {
    /// A line without words.
    pub fn empty() -> Self {
        Line { glyphs: Vec::new(), inside: None }
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.glyphs.iter().map(Glyph::width).sum()
    }

    /// The characters, painted.
    pub fn paint(&self, ink: Ink) -> String {
        self.glyphs
            .chunk_by(|one, next| {
                one.role == next.role && (one.part == Part::Words) == (next.part == Part::Words)
            })
            .map(|same| {
                let text: String = same.iter().map(|glyph| glyph.character).collect();
                // It has kept its words together; on paper it is a blank like any other.
                let text = text.replace('\u{a0}', " ");
                // A stroke through a minus sign makes it vanish.
                let strokes = same[0].part == Part::Words || ink == Ink::None;
                palette::paint(&text, same[0].role, if strokes { ink } else { Ink::Plain })
            })
            .collect()
    }
}

/// How runs are laid.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Columns of a line.
    pub width: usize,
    /// Signs and punctuation in ASCII only.
    pub ascii: bool,
    /// Leave the signs off: the renderer puts one in the margin of every line.
    pub unsigned: bool,
}

/// A string as it will be printed: cleaned, and in ASCII if asked for.
pub fn shown(text: &str, ascii: bool) -> String {
    let text = clean::printable(text);
    if ascii { clean::ascii(&text) } else { text.into_owned() }
}

/// Columns that a string takes, once [`shown`].
pub fn columns(text: &str) -> usize {
    text.width()
}

/// Breaks runs into lines. Blanks in a row count as one; a line feed begins a new line.
pub fn wrap(runs: &[Run], measure: Measure) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut glyphs = glyphs(runs, measure);
    glyphs.push(Glyph { character: '\n', role: Role::Equal, part: Part::Words });
    let mut line: Vec<Glyph> = Vec::new();
    let mut used = 0;
    let mut blank: Option<Glyph> = None;
    for word in glyphs.split_inclusive(|glyph| matches!(glyph.character, ' ' | '\n')) {
        let (end, word) = word.split_last().expect("split_inclusive gives no empty slices");
        for (index, piece) in pieces(word, measure.width).into_iter().enumerate() {
            let room: usize = piece.iter().map(Glyph::width).sum();
            let gap = blank.take().filter(|_| index == 0 && used > 0);
            if used > 0 && used + usize::from(gap.is_some()) + room > measure.width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            } else if let Some(glyph) = gap {
                line.push(glyph);
                used += 1;
            }
            line.extend_from_slice(piece);
            used += room;
        }
        if end.character == '\n' {
            lines.push(std::mem::take(&mut line));
            used = 0;
            blank = None;
        } else {
            blank = Some(*end);
        }
    }
    lines
        .into_iter()
        .map(|glyphs| {
            let inside = glyphs.first().filter(|first| first.part != Part::Open).map(|first| first.role);
            let inside = inside.filter(|role| palette::signs(*role, measure.ascii).is_some());
            Line { glyphs, inside }
        })
        .collect()
}

/// A word too long for a line comes in pieces: after a slash where it has one (addresses), else
/// after a hyphen, else where the line ends.
fn pieces(word: &[Glyph], width: usize) -> Vec<&[Glyph]> {
    if word.is_empty() {
        return Vec::new();
    }
    let fits = |piece: &[Glyph]| piece.iter().map(Glyph::width).sum::<usize>() <= width;
    if fits(word) {
        return vec![word];
    }
    let mut out = Vec::new();
    for part in word.split_inclusive(|glyph| glyph.character == '/') {
        if fits(part) {
            out.push(part);
            continue;
        }
        for bit in part.split_inclusive(|glyph| matches!(glyph.character, '-' | '_' | '–')) {
            let mut start = 0;
            let mut used = 0;
            for (index, glyph) in bit.iter().enumerate() {
                // A combining mark has no width and stays with its letter.
                if used > 0 && used + glyph.width() > width {
                    out.push(&bit[start..index]);
                    (start, used) = (index, 0);
                }
                used += glyph.width();
            }
            out.push(&bit[start..]);
        }
    }
    out
}

/// Characters with their roles and signs.
fn glyphs(runs: &[Run], measure: Measure) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::new();
    let push = |out: &mut Vec<Glyph>, text: &str, role, part| {
        out.extend(text.chars().map(|character| Glyph { character, role, part }));
    };
    let mut after_sign = false;
    for run in joined(runs) {
        let text = shown(&run.text, measure.ascii);
        let signs = palette::signs(run.role, measure.ascii).filter(|_| !measure.unsigned);
        let words = text.trim_matches([' ', '\n']);
        let Some(signs) = signs.filter(|_| !words.is_empty()) else {
            let role = if words.is_empty() { Role::Equal } else { run.role };
            push(&mut out, &text, role, Part::Words);
            after_sign = after_sign && text.is_empty();
            continue;
        };
        // Blanks at the ends of a run stand outside its signs, and two signs never touch:
        // `−should− +would+ go`, not `−should −+would +go`.
        let lead = &text[..text.len() - text.trim_start_matches([' ', '\n']).len()];
        push(&mut out, lead, Role::Equal, Part::Words);
        if after_sign && lead.is_empty() {
            push(&mut out, " ", Role::Equal, Part::Words);
        }
        push(&mut out, signs.open, run.role, Part::Open);
        push(&mut out, words, run.role, Part::Words);
        push(&mut out, signs.close, run.role, Part::Close);
        let trail = &text[lead.len() + words.len()..];
        push(&mut out, trail, Role::Equal, Part::Words);
        after_sign = trail.is_empty();
    }
    out
}

/// Neighbours with the same role as one run, so that signs stand only where something begins.
fn joined(runs: &[Run]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match out.last_mut() {
            Some(last) if last.role == run.role => last.text.push_str(&run.text),
            _ => out.push(run.clone()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(runs: &[(Role, &str)], width: usize) -> Vec<String> {
        let runs: Vec<Run> = runs.iter().map(|(role, text)| Run::new(*role, *text)).collect();
        wrap(&runs, Measure { width, ascii: false, unsigned: false })
            .iter()
            .map(|line| {
                let margin = line.inside.and_then(|role| palette::signs(role, false));
                format!("{}|{}", margin.map_or(" ", |signs| signs.margin), line.paint(Ink::None))
            })
            .collect()
    }

    #[test]
    fn blanks_stand_outside_the_signs() {
        let runs = [
            (Role::Equal, "He "),
            (Role::Deleted, "should "),
            (Role::Inserted, "would "),
            (Role::Equal, "go"),
        ];
        assert_eq!(lines(&runs, 40), [" |He −should− +would+ go"]);
        let runs = [(Role::Deleted, "it"), (Role::Inserted, "they"), (Role::Equal, ".")];
        assert_eq!(lines(&runs, 40), [" |−it− +they+."]);
    }

    #[test]
    fn a_line_that_begins_inside_says_so() {
        let runs = [(Role::Equal, "a "), (Role::Inserted, "bb cc dd"), (Role::Equal, " e")];
        assert_eq!(lines(&runs, 6), [" |a +bb", "+|cc dd+", " |e"]);
    }

    #[test]
    fn a_run_that_opens_at_the_line_start_needs_no_margin() {
        let runs = [(Role::Equal, "aaaa "), (Role::Deleted, "bbbb")];
        assert_eq!(lines(&runs, 6), [" |aaaa", " |−bbbb−"]);
    }

    #[test]
    fn long_words_break_after_a_slash() {
        assert_eq!(
            lines(&[(Role::Equal, "see aaaa/bbbb/cccc")], 8),
            [" |see", " |aaaa/", " |bbbb/", " |cccc"]
        );
        assert_eq!(lines(&[(Role::Equal, "abcdefghij")], 4), [" |abcd", " |efgh", " |ij"]);
    }

    #[test]
    fn wide_and_combining_characters_count_as_they_print() {
        assert_eq!(lines(&[(Role::Equal, "報告書案")], 4), [" |報告", " |書案"]);
        assert_eq!(
            lines(&[(Role::Equal, "e\u{301}e\u{301}e\u{301}")], 2),
            [" |e\u{301}e\u{301}", " |e\u{301}"]
        );
    }
}
