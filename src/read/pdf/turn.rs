//! Pages that are printed sideways, and single runs of type that stand upright in a margin.
//!
//! ```text
//!   /Rotate 90: the page is shown turned clockwise      upright type in the margin:
//!   +------+        +----------+                        +-----------+
//!   | A    |   →    |        A |                        | 4         |
//!   | B    |        |      B   | ...                    | 3   text  |   → one line "1234"
//!   +------+        +----------+                        | 2         |
//! ```

use super::glyphs::{Glyph, Page};

/// The visible box of a page in its own units, and how it is turned when shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Frame {
    pub left: f64,
    pub bottom: f64,
    pub right: f64,
    pub top: f64,
    /// Clockwise, in degrees: 0, 90, 180 or 270.
    pub rotation: i64,
}

impl Frame {
    /// A4, where a page does not say.
    pub const USUAL: [f64; 4] = [0.0, 0.0, 595.0, 842.0];

    /// A frame from the four numbers of a box (its corners may come in any order).
    pub fn new(corners: [f64; 4], rotation: i64) -> Frame {
        let sound = corners.iter().all(|value| value.is_finite())
            && (corners[0] - corners[2]).abs() > 1.0
            && (corners[1] - corners[3]).abs() > 1.0;
        let [x0, y0, x1, y1] = if sound { corners } else { Frame::USUAL };
        let rotation = rotation.rem_euclid(360) / 90 * 90;
        Frame { left: x0.min(x1), bottom: y0.min(y1), right: x0.max(x1), top: y0.max(y1), rotation }
    }

    /// Height in points as shown.
    pub fn height(&self) -> f64 {
        if self.rotation % 180 == 0 { self.top - self.bottom } else { self.right - self.left }
    }

    fn width(&self) -> f64 {
        if self.rotation % 180 == 0 { self.right - self.left } else { self.top - self.bottom }
    }

    /// A point of the page (up is positive) → the page as shown (down is positive).
    pub fn place(&self, x: f64, y: f64) -> (f64, f64) {
        match self.rotation {
            90 => (y - self.bottom, x - self.left),
            180 => (self.right - x, y - self.bottom),
            270 => (self.top - y, self.right - x),
            _ => (x - self.left, self.top - y),
        }
    }

    /// The direction in which type runs on the page → as shown.
    pub fn direction(&self, x: f64, y: f64) -> Direction {
        let (x, y) = match self.rotation {
            90 => (y, x),
            180 => (-x, y),
            270 => (-y, -x),
            _ => (x, -y),
        };
        Direction::of(x, y)
    }
}

/// Where a run of type runs to, as shown; slanted type (a DRAFT across the page) counts as the
/// nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    Right,
    Down,
    Left,
    Up,
    /// Neither along the lines nor across them.
    Slanted,
}

impl Direction {
    const ALL: [Direction; 5] =
        [Direction::Right, Direction::Down, Direction::Left, Direction::Up, Direction::Slanted];

    fn of(x: f64, y: f64) -> Direction {
        // Within about 10 degrees: scans that were read by OCR are never quite straight.
        let along = |a: f64, b: f64| a > 0.0 && b.abs() <= 0.18 * a;
        match (x, y) {
            (0.0, 0.0) => Direction::Right,
            _ if along(x, y) => Direction::Right,
            _ if along(y, x) => Direction::Down,
            _ if along(-x, y) => Direction::Left,
            _ if along(-y, x) => Direction::Up,
            _ => Direction::Slanted,
        }
    }
}

/// A page taken apart by direction: what most of it is set in, upright, and the rest.
pub struct Turned {
    pub main: Page,
    /// Runs of another direction, each group upright in its own frame, and where each is to stand
    /// among the lines: points from the top.
    pub others: Vec<(Page, f64)>,
}

/// Turns a page so that most of its type is upright, and takes apart what is not.
pub fn upright(mut page: Page, frame: &Frame) -> Turned {
    if page.glyphs.iter().all(|glyph| glyph.direction == Direction::Right) {
        return Turned { main: page, others: Vec::new() };
    }
    let glyphs = std::mem::take(&mut page.glyphs);
    let count =
        |direction| glyphs.iter().filter(|glyph| glyph.direction == direction && !glyph.is_blank()).count();
    let main = Direction::ALL.into_iter().rev().max_by_key(|direction| count(*direction)).unwrap_or_default();
    let (width, height) = (frame.width(), frame.height());
    let mut groups: Vec<(Direction, Vec<Glyph>)> =
        Direction::ALL.into_iter().map(|direction| (direction, Vec::new())).collect();
    for glyph in glyphs {
        if let Some((_, group)) = groups.iter_mut().find(|(direction, _)| *direction == glyph.direction) {
            group.push(glyph);
        }
    }
    let mut others = Vec::new();
    for (direction, mut group) in groups.into_iter().filter(|(_, group)| !group.is_empty()) {
        let top = group.iter().map(|glyph| glyph.y).fold(f64::MAX, f64::min);
        turn(&mut group, direction, width, height);
        if direction == main {
            page.glyphs = group;
            if matches!(direction, Direction::Up | Direction::Down) {
                page.height = width;
            }
        } else {
            others.push((Page { glyphs: group, height: page.height, ..Page::default() }, top));
        }
    }
    Turned { main: page, others }
}

/// Brings type of one direction upright.
fn turn(glyphs: &mut [Glyph], direction: Direction, width: f64, height: f64) {
    if direction == Direction::Slanted {
        flatten(glyphs);
    }
    for glyph in glyphs {
        (glyph.x, glyph.y) = match direction {
            Direction::Right | Direction::Slanted => (glyph.x, glyph.y),
            Direction::Down => (glyph.y, width - glyph.x),
            Direction::Left => (width - glyph.x, height - glyph.y),
            Direction::Up => (height - glyph.y, glyph.x),
        };
    }
}

/// Lays slanted type flat: glyphs that follow one another closely come onto the baseline of the first.
fn flatten(glyphs: &mut [Glyph]) {
    let mut before: Option<(f64, f64, f64, f64)> = None;
    for glyph in glyphs {
        let (x, y) = (glyph.x, glyph.y);
        if let Some((last_x, last_y, flat_x, flat_y)) = before {
            let step = (x - last_x).hypot(y - last_y);
            if step < 2.5 * glyph.size {
                (glyph.x, glyph.y) = (flat_x + step, flat_y);
            }
        }
        before = Some((x, y, glyph.x, glyph.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn corner(rotation: i64, expected: (f64, f64)) {
        // A box that does not begin at 0,0; the point is its bottom left corner.
        assert_eq!(Frame::new([10.0, 20.0, 110.0, 220.0], rotation).place(10.0, 20.0), expected);
    }

    #[test]
    fn the_bottom_left_corner_goes_round_with_the_page() {
        corner(0, (0.0, 200.0));
        corner(90, (0.0, 0.0));
        corner(180, (100.0, 0.0));
        corner(270, (200.0, 100.0));
        corner(-90, (200.0, 100.0));
    }

    #[test]
    fn type_that_runs_up_a_page_turned_clockwise_is_upright() {
        let frame = Frame::new(Frame::USUAL, 90);
        assert_eq!(frame.direction(0.0, 1.0), Direction::Right);
        assert_eq!(frame.direction(1.0, 0.0), Direction::Down);
        assert_eq!(Frame::new(Frame::USUAL, 0).direction(0.0, 1.0), Direction::Up);
        assert_eq!(Frame::new(Frame::USUAL, 0).direction(1.0, 1.0), Direction::Slanted);
    }
}
