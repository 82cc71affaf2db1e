//! Glyphs → lines and words.
//!
//! ```text
//!     12.   The Group met at Geneva.¹⁵        <- 15: small, raised: a call
//!     ^ label   ^ gap > 0.17 em: a space; far wider than its neighbours: a cell
//! ```

use super::glyphs::{Glyph, Page};
use super::turn::Turned;
use crate::read::Line;

/// A gap wider than this share of the size of type is a space. Measured on real files: letters of
/// one word stand at most 0.12 em apart (Word's letter spacing), words at least 0.2 em.
const SPACE: f64 = 0.17;
/// A gap of this many em begins a new column, if it also stands out from the line's other gaps
/// (justified lines have wide gaps all along).
const COLUMN: f64 = 1.6;
const COLUMN_OVER_MEDIAN: f64 = 2.2;
/// A gap of this many em may begin a column, if the lines around say so.
const STOP: f64 = 0.45;
/// Sizes of type that differ by this factor belong to different texts.
const OTHER_TYPE: f64 = 1.35;
/// Baselines nearer than this share of the size belong to one line.
const SAME_BASELINE: f64 = 0.25;
/// A call is set in type smaller than this share of its neighbours', raised by 0.1 to 0.6 em.
const CALL_SIZE: f64 = 0.8;
const CALL_RISE: (f64, f64) = (0.08, 0.65);

/// The lines of a page, from top to bottom; type that runs in another direction comes in as lines
/// at the height where it begins.
pub fn of_page(page: Turned, number: u32) -> Vec<Line> {
    let mut all = lines(page.main, number);
    let edges = all
        .iter()
        .fold((f32::MAX, f32::MIN), |(left, right), line| (left.min(line.left), right.max(line.right)));
    for (other, top) in page.others {
        let (from, to) = other
            .glyphs
            .iter()
            .fold((f64::MAX, f64::MIN), |(from, to), glyph| (from.min(glyph.shown_x), to.max(glyph.shown_x)));
        // Beside the text it is no part of it; across it, it may be the head of a column.
        let beside = to < f64::from(edges.0) || from > f64::from(edges.1);
        let at = all.partition_point(|line| f64::from(line.top) < top);
        let mut turned = lines(other, number);
        for line in &mut turned {
            (line.turned, line.left, line.right) = (beside, from as f32, to as f32);
            (line.top, line.gap) = (top as f32, true);
        }
        all.splice(at..at, turned);
    }
    all
}

/// The lines of type of one direction.
fn lines(page: Page, number: u32) -> Vec<Line> {
    let mut rows = rows(page.glyphs);
    join_raised(&mut rows);
    let rows: Vec<Row> = rows.into_iter().flat_map(layers).collect();
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    let mut above: Option<(f64, f64)> = None;
    for row in rows {
        let (top, size) = (row.y, row.size);
        let Some(mut line) = line(row) else { continue };
        line.page = number;
        // Lines of a paragraph stand about 1.2 em apart; more than 1.6 em is a gap that was meant.
        line.gap = above.is_none_or(|(y, before)| top - y > 1.6 * size.max(before));
        above = Some((top, size));
        lines.push(line);
    }
    lines
}

/// Glyphs on one baseline.
struct Row {
    y: f64,
    /// The size of most of its glyphs.
    size: f64,
    glyphs: Vec<Glyph>,
}

/// Clusters glyphs by baseline.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.retain(|glyph| !glyph.is_blank());
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if glyph.y - row.y <= SAME_BASELINE * glyph.size.min(row.size) => {
                row.glyphs.push(glyph)
            }
            // The very baseline of a glyph that is on the line already: small type after a large initial.
            Some(row) if row.glyphs.last().is_some_and(|last| glyph.y - last.y < 0.2) => {
                row.glyphs.push(glyph)
            }
            _ => rows.push(Row { y: glyph.y, size: glyph.size, glyphs: vec![glyph] }),
        }
    }
    for row in &mut rows {
        row.size = common_size(&row.glyphs);
        row.y = row
            .glyphs
            .iter()
            .find(|glyph| (glyph.size - row.size).abs() < 0.1)
            .map_or(row.y, |glyph| glyph.y);
    }
    rows
}

/// True where each raised stretch stands right behind (or, as the sign of a note, before) type of the line.
fn beside(host: &Row, guest: &Row) -> bool {
    let mut glyphs: Vec<&Glyph> = guest.glyphs.iter().collect();
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let em = host.size;
    let mut at = 0;
    while at < glyphs.len() {
        let start = glyphs[at].x;
        let mut end = start + glyphs[at].width;
        at += 1;
        while at < glyphs.len() && glyphs[at].x - end < 0.3 * em {
            end = end.max(glyphs[at].x + glyphs[at].width);
            at += 1;
        }
        let larger = |g: &Glyph| guest.size <= CALL_SIZE * g.size;
        let behind = |g: &Glyph| (start - (g.x + g.width)).abs() < 0.6 * em;
        let before = |g: &Glyph| g.x >= end - 0.2 * em && g.x - end < 2.0 * em;
        if !host.glyphs.iter().any(|glyph| larger(glyph) && (behind(glyph) || before(glyph))) {
            return false;
        }
    }
    true
}

/// Takes texts apart that are printed over one another: what the content stream shows in one go
/// stays together, and goes to the first layer where it has room.
fn layers(mut row: Row) -> Vec<Row> {
    row.glyphs.sort_by_key(|glyph| glyph.order);
    let mut layers: Vec<Vec<Glyph>> = Vec::new();
    let mut stretch: Vec<Glyph> = Vec::new();
    let mut glyphs = row.glyphs.into_iter().peekable();
    while let Some(glyph) = glyphs.next() {
        let (edge, order) = (glyph.x + glyph.width, glyph.order);
        let size = glyph.size;
        stretch.push(glyph);
        let goes_on =
            glyphs.peek().is_some_and(|next| (next.x - edge).abs() < 1.5 * size && next.order <= order + 3);
        if goes_on {
            continue;
        }
        let stretch = std::mem::take(&mut stretch);
        match layers.iter_mut().find(|layer| has_room(layer, &stretch)) {
            Some(layer) => layer.extend(stretch),
            None => layers.push(stretch),
        }
    }
    layers.into_iter().map(|glyphs| Row { y: row.y, size: common_size(&glyphs), glyphs }).collect()
}

/// True where few of the glyphs of `stretch` stand on other glyphs of `layer`.
fn has_room(layer: &[Glyph], stretch: &[Glyph]) -> bool {
    let covered = |glyph: &Glyph| {
        layer.iter().any(|other| {
            let overlap = (glyph.x + glyph.width).min(other.x + other.width) - glyph.x.max(other.x);
            overlap > 0.5 * glyph.width.min(other.width)
                && other.text != glyph.text
                && (glyph.y - other.y).abs() < 0.2 * glyph.size
        })
    };
    // One covered glyph may be an accent or a blot; several are another text.
    stretch.iter().filter(|glyph| covered(glyph)).take(3).count() < 3
}

/// The size in which most of the characters are set.
fn common_size(glyphs: &[Glyph]) -> f64 {
    let mut sizes: Vec<(i64, usize)> = Vec::new();
    for glyph in glyphs {
        let key = (glyph.size * 10.0).round() as i64;
        match sizes.iter_mut().find(|(size, _)| *size == key) {
            Some((_, count)) => *count += 1,
            None => sizes.push((key, 1)),
        }
    }
    sizes.iter().max_by_key(|(size, count)| (*count, *size)).map_or(0.0, |(size, _)| *size as f64 / 10.0)
}

/// Puts rows of small raised (or lowered) glyphs into the line that they belong to.
fn join_raised(rows: &mut Vec<Row>) {
    let mut at = 0;
    while at < rows.len() {
        let fits = |host: &Row, guest: &Row| {
            let rise = host.y - guest.y;
            let small = guest.size <= CALL_SIZE * host.size;
            let raised = rise >= CALL_RISE.0 * host.size && rise <= CALL_RISE.1 * host.size;
            let lowered = rise < 0.0 && -rise <= 0.35 * host.size;
            small && (raised || lowered) && beside(host, guest)
        };
        let below = rows.get(at + 1).is_some_and(|host| fits(host, &rows[at]));
        let above = at > 0 && fits(&rows[at - 1], &rows[at]);
        if below || above {
            let guest = rows.remove(at);
            let host = if below { at } else { at - 1 };
            rows[host].glyphs.extend(guest.glyphs);
            at = host;
        }
        at += 1;
    }
}

/// Puts the words of one row together.
fn line(mut row: Row) -> Option<Line> {
    row.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    drop_doubles(&mut row.glyphs);
    let first = row.glyphs.first()?;
    let wide = column_gap(&row);
    let mut line = Line { left: first.x as f32, top: row.y as f32, size: row.size as f32, ..Line::default() };
    let (mut count, mut bold, mut visible) = (0, 0, 0);
    let mut edge = first.x;
    let mut call: Option<(usize, String, f64)> = None;
    let mut size = first.size;
    // Raised against the neighbour, not against the line: a masthead mixes sizes on one line.
    let mut neighbour = row.glyphs.iter().find(|glyph| (glyph.size - row.size).abs() < 0.5).unwrap_or(first);
    for glyph in &row.glyphs {
        let rise = neighbour.y - glyph.y;
        let gap = glyph.x - edge;
        let near = call.as_ref().map_or(edge, |(_, _, end)| *end);
        let raised = glyph.size <= CALL_SIZE * neighbour.size
            && rise >= CALL_RISE.0 * neighbour.size
            && (count == 0 || glyph.x - near < neighbour.size);
        edge = edge.max(glyph.x + glyph.width);
        if raised && glyph.text.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ','))
        {
            match &mut call {
                Some((_, sign, end)) if glyph.x - *end < 0.5 * glyph.size => {
                    sign.push_str(&glyph.text);
                    *end = glyph.x + glyph.width;
                }
                _ => {
                    line.calls.extend(call.take().map(|(at, sign, _)| (at, sign)));
                    call = Some((count, glyph.text.clone(), glyph.x + glyph.width));
                }
            }
            continue;
        }
        neighbour = glyph;
        let after_call = call.take().map(|(at, sign, _)| line.calls.push((at, sign))).is_some();
        // A word after a call begins anew, however tightly the call was set.
        let word_after_call = after_call
            && glyph.text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '“' | '['));
        if count > 0 && (word_after_call || gap > SPACE * glyph.size.max(size).min(2.0 * row.size)) {
            line.text.push(' ');
            count += 1;
            // Type of another size after a space is another text: the two columns of a masthead.
            let other_type = (glyph.size / size).max(size / glyph.size) > OTHER_TYPE;
            if (gap > wide || other_type) && !after_call {
                line.cells.push((count, glyph.x as f32));
            } else if gap > STOP * glyph.size {
                line.stops.push((count, glyph.x as f32));
            }
        }
        size = glyph.size;
        for character in glyph.text.chars() {
            match character {
                '\u{ad}' | '\u{200b}' | '\u{feff}' => line.markup.push(character.to_string()),
                '\u{a0}' | '\u{2009}' | '\u{202f}' => {
                    line.text.push(' ');
                    count += 1;
                }
                c if c.is_control() || c.is_whitespace() => {}
                c => {
                    line.text.push(c);
                    count += 1;
                }
            }
        }
        visible += 1;
        bold += usize::from(glyph.bold);
    }
    line.calls.extend(call.take().map(|(at, sign, _)| (at, sign)));
    line.calls.retain(|(_, sign)| sign.chars().any(|c| c != ','));
    take_bullet(&mut line);
    line.right = edge as f32;
    line.bold = visible > 0 && bold * 10 >= visible * 8;
    // A soft hyphen at the end of a line is a hyphen that the join must take away again.
    if line.markup.last().is_some_and(|mark| mark == "\u{ad}")
        && row.glyphs.last().is_some_and(|g| g.text == "\u{ad}")
    {
        line.markup.pop();
        line.text.push('\u{ad}');
    }
    (!line.text.is_empty() || !line.calls.is_empty()).then_some(line)
}

/// Takes a bullet off the front of a line.
fn take_bullet(line: &mut Line) {
    let Some(rest) = line.text.strip_prefix(['•', '‣', '◦', '▪', '●', '\u{f0b7}', '\u{b7}']) else {
        return;
    };
    let rest = rest.trim_start();
    if rest.is_empty() {
        return;
    }
    let taken = line.text.chars().count() - rest.chars().count();
    line.markup.push(line.text.chars().take(taken).collect());
    line.text = rest.to_owned();
    line.bullet = true;
    line.calls.iter_mut().for_each(|call| call.0 = call.0.saturating_sub(taken));
    for cells in [&mut line.cells, &mut line.stops] {
        cells.iter_mut().for_each(|cell| cell.0 = cell.0.saturating_sub(taken));
        cells.retain(|cell| cell.0 > 0);
    }
}

/// Bold is sometimes made by printing twice: the same character at the same place counts once.
fn drop_doubles(glyphs: &mut Vec<Glyph>) {
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs.drain(..) {
        let double = kept.iter().rev().take(4).any(|other| {
            other.text == glyph.text
                && (other.x - glyph.x).abs() < 0.12 * glyph.size
                && (other.y - glyph.y).abs() < 0.12 * glyph.size
        });
        if !double {
            kept.push(glyph);
        }
    }
    *glyphs = kept;
}

/// The gap, in points, past which a new column begins on this line.
fn column_gap(row: &Row) -> f64 {
    let mut gaps: Vec<f64> = Vec::new();
    let mut edge = f64::MAX;
    for glyph in &row.glyphs {
        if glyph.x - edge > SPACE * row.size {
            gaps.push(glyph.x - edge);
        }
        edge = if edge == f64::MAX { glyph.x + glyph.width } else { edge.max(glyph.x + glyph.width) };
    }
    gaps.sort_by(f64::total_cmp);
    let median = if gaps.len() >= 3 { gaps[gaps.len() / 2] } else { 0.0 };
    (COLUMN * row.size).max(COLUMN_OVER_MEDIAN * median)
}
