//! [`Text`]: the characters of one paragraph, put together piece by piece into a [`Line`].

use super::numbering::Label;
use super::styles::Tab;
use crate::read::{Line, Origin, inline};

/// Twentieths of a point to one character of a line's `left`: about the width of a letter of 12 points.
const CHARACTER: f32 = 120.0;
/// Width of a letter of 10 points, in twentieths of a point: good enough to tell the next tab stop.
const ADVANCE: i32 = 100;
/// Distance of tab stops where none are set, in twentieths of a point.
const USUAL_STOP: i32 = 720;
/// As many dots as show that they lead to a page number.
const LEADER: usize = 8;

/// A paragraph with more line breaks than this was made to take time.
const MOST_BREAKS: usize = 2000;

/// A paragraph in the making.
#[derive(Debug, Default)]
pub struct Text {
    line: Line,
    /// Characters in `line.text`.
    count: usize,
    /// Those of them that are bold, and those that are no blanks.
    bold: usize,
    visible: usize,
    /// White space that waits for the character after it: how many blanks, and the tab stop reached.
    blanks: usize,
    stop: Option<i32>,
    /// Where the first of these blanks stands in the package, and the character that is put in.
    blank_from: Option<Origin>,
    here: Origin,
    /// Where the character with the index `from` stands, in twentieths of a point.
    place: i32,
    from: usize,
    tabs: Vec<Tab>,
    /// Forced line breaks: index of the character after each.
    breaks: Vec<usize>,
    /// The last call was typed as a raised figure; the next may be its second digit.
    typed_call: bool,
}

impl Text {
    /// A paragraph whose first line begins there; places in twentieths of a point.
    pub fn new(left: i32, tabs: Vec<Tab>) -> Text {
        Text { place: left, tabs, line: Line { left: columns(left), ..Line::default() }, ..Text::default() }
    }

    /// Characters so far.
    pub fn count(&self) -> usize {
        self.count
    }

    /// True where nothing was put in that can be seen.
    pub fn is_empty(&self) -> bool {
        self.count == 0 && self.line.calls.is_empty()
    }

    /// Adds characters, of which the first stands there in the package.
    pub fn push(&mut self, text: &str, bold: bool, first: Origin) {
        for (character, order) in text.chars().zip(0..) {
            self.here = Origin { at: first.at.saturating_add(order), ..first };
            match character {
                '\t' => self.tab(),
                c if c.is_whitespace() => self.blank(),
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
                c if c.is_control() => {}
                '\u{2011}' => self.character('-', bold),
                c => match inline::ligature(c) {
                    Some(letters) => letters.chars().for_each(|letter| self.character(letter, bold)),
                    None => self.character(c, bold),
                },
            }
        }
    }

    /// Adds a footnote call.
    pub fn call(&mut self, sign: String) {
        self.line.calls.push((self.count, sign));
        self.typed_call = false;
    }

    /// Adds a raised figure that was typed; false where it is no call but an exponent ("km²").
    pub fn typed_call(&mut self, sign: &str) -> bool {
        let unit = self.line.text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if matches!(unit, "m" | "km" | "cm" | "mm" | "s") && matches!(sign, "2" | "3") {
            return false;
        }
        match self.line.calls.last_mut() {
            Some((at, before)) if self.typed_call && *at == self.count => before.push_str(sign),
            _ => self.line.calls.push((self.count, sign.to_owned())),
        }
        self.typed_call = true;
        true
    }

    fn blank(&mut self) {
        self.blanks += 1;
        self.blank_from.get_or_insert(self.here);
    }

    /// A forced line break, which stands there in the package.
    pub fn line_break(&mut self, from: Origin) {
        self.here = from;
        self.blank();
        self.stop = None;
        if self.breaks.len() < MOST_BREAKS {
            self.breaks.push(self.count);
        }
    }

    fn tab(&mut self) {
        let here = self.stop.unwrap_or(self.place + (self.count - self.from).min(10_000) as i32 * ADVANCE);
        let set = self.tabs.iter().find(|tab| tab.at > here + ADVANCE / 2);
        let at = set.map_or((here.div_euclid(USUAL_STOP) + 1) * USUAL_STOP, |tab| tab.at);
        if let Some(leader) = set.and_then(|tab| tab.leader).filter(|leader| self.count > 0 || *leader == '_')
        {
            self.blanks += usize::from(leader == '.');
            self.blank_from.get_or_insert(self.here);
            (0..LEADER).for_each(|_| self.character(leader, false));
            self.blanks += usize::from(leader == '.');
        }
        self.stop = Some(at);
        self.blank_from.get_or_insert(self.here);
    }

    fn character(&mut self, character: char, bold: bool) {
        let (stop, blanks) = (self.stop.take(), std::mem::take(&mut self.blanks));
        let blank_from = self.blank_from.take();
        if self.count == 0 {
            if let Some(stop) = stop {
                self.line.left = columns(stop);
            }
        } else if blanks > 0 || stop.is_some() {
            self.line.text.push(' ');
            self.line.from.push(blank_from.unwrap_or_default());
            self.count += 1;
            // A run of blanks that is typed to reach a column is a column, as in plain text.
            if stop.is_some() || blanks >= 3 {
                let left = stop.map_or(self.line.left + self.count as f32, columns);
                self.line.cells.push((self.count, left));
            }
        }
        if let Some(stop) = stop {
            (self.place, self.from) = (stop, self.count);
        }
        self.typed_call = false;
        self.line.text.push(character);
        self.line.from.push(self.here);
        self.count += 1;
        self.visible += 1;
        self.bold += usize::from(bold);
    }

    /// The finished line, or several where line breaks end sentences.
    pub fn lines(self, label: &Label, heading: u8) -> Vec<Line> {
        let mut line = self.line;
        line.bold = self.visible > 0 && self.bold * 10 >= self.visible * 9;
        line.heading = heading;
        line.bullet = *label == Label::Bullet;
        let mut breaks = self.breaks;
        if let Label::Text(label) = label {
            let words: Vec<&str> = label.split_whitespace().collect();
            let mut front = words.join(" ");
            if label.ends_with(' ') && self.count > 0 {
                front.push(' ');
            }
            let length = front.chars().count();
            line.text.insert_str(0, &front);
            line.from.splice(0..0, std::iter::repeat_n(Origin::default(), length));
            line.calls.iter_mut().for_each(|call| call.0 += length);
            line.cells.iter_mut().for_each(|cell| cell.0 += length);
            breaks.iter_mut().for_each(|at| *at += length);
        }
        let mut lines = vec![];
        for at in breaks.into_iter().rev() {
            if let Some(tail) = broken(&mut line, at) {
                lines.push(tail);
            }
        }
        lines.push(line);
        lines.reverse();
        lines.iter_mut().for_each(|line| line.right = line.left + line.text.chars().count() as f32);
        lines
    }
}

/// Cuts a line at a forced break and returns what stood behind it. A heading over two lines, and a
/// sentence that goes on in small letters, stay whole.
fn broken(line: &mut Line, at: usize) -> Option<Line> {
    let byte = line.text.char_indices().nth(at).map(|(byte, _)| byte)?;
    let (before, after) = line.text.split_at(byte);
    let (before, after) = (before.trim_end(), after.trim_start());
    let goes_on = after.starts_with(|c: char| c.is_lowercase()) || before.ends_with(['-', '/', ',']);
    if before.is_empty() || after.is_empty() || line.bold || line.heading > 0 || goes_on {
        return None;
    }
    let cut = line.text.chars().count() - after.chars().count();
    let mut tail = Line { text: after.to_owned(), left: line.left, ..Line::default() };
    let kept = before.chars().count();
    tail.from = line.from.split_off(cut.min(line.from.len()));
    line.text.truncate(before.len());
    line.from.truncate(kept);
    // A call at the break itself stands behind the words before it.
    let kept = line.calls.iter().position(|call| call.0 > at).unwrap_or(line.calls.len());
    tail.calls = line.calls.split_off(kept);
    tail.cells = line.cells.iter().filter(|cell| cell.0 > cut).copied().collect();
    line.cells.retain(|cell| cell.0 < at);
    tail.calls.iter_mut().for_each(|call| call.0 -= cut.min(call.0));
    tail.cells.iter_mut().for_each(|cell| cell.0 -= cut);
    Some(tail)
}

/// Twentieths of a point as columns of a text.
pub fn columns(twips: i32) -> f32 {
    (twips as f32 / CHARACTER).round()
}
