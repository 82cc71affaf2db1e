//! Which lines are full, so that the next one goes on with the same paragraph.

use crate::read::{Line, SourceText};
use crate::structure::marker;
use crate::structure::state::{Ending, without_call};

/// Text that was set in proportional type and exported as characters has lines of unequal length:
/// a line that reaches the margin up to this share of it is full. Measured on pdftotext's output.
const PROPORTIONAL: f32 = 0.14;

/// The width of a text that a program wrapped: no line is longer, and wherever a sentence goes on in
/// the next line, its first word would not have fitted. `None` where breaks are looser than that.
pub(super) fn strict_width(source: &SourceText, free: &[usize]) -> Option<f32> {
    let lines = &source.lines;
    let width = free.iter().map(|at| lines[*at].right).fold(0.0, f32::max);
    let (mut kept, mut all) = (0, 0);
    for pair in free.windows(2) {
        let (before, line) = (&lines[pair[0]], &lines[pair[1]]);
        let goes_on = line.text.starts_with(|c: char| c.is_lowercase())
            && matches!(Ending::of(&before.text), Ending::Open | Ending::Comma)
            && !line.gap
            && pair[1] == pair[0] + 1;
        if goes_on && !before.text.ends_with(['-', '/']) {
            let word = line.text.split(' ').next().unwrap_or("").chars().count() as f32;
            all += 1;
            kept += usize::from(before.right + 1.0 + word > width);
        }
    }
    (all >= 5 && kept * 20 >= all * 19).then_some(width)
}

/// True where the first word of `line` would not have fitted on the line before.
pub(super) fn is_forced(before: &Line, line: &Line, margin: f32, strict: bool) -> bool {
    // A short line at the right ("34th meeting") reaches the margin, but is not full.
    if line.size > 0.0 && before.right - before.left < 0.35 * before.right && before.left > 0.5 * before.right
    {
        return false;
    }
    let count = line.text.chars().count().max(1) as f32;
    let advance = ((line.right - line.left) / count).max(0.1);
    // A span of years is one word, also where a converter set a blank into it: "2022– 2025".
    let words = 1 + usize::from(line.text.split(' ').next().is_some_and(|word| word.ends_with('–')));
    let word = line.text.split(' ').take(words).map(|word| word.chars().count()).sum::<usize>() as f32;
    // Words broken at a hyphen could have been broken anywhere: one letter more would do.
    let slack =
        match (line.size > 0.0 || strict, matches!(Ending::of(&before.text), Ending::Open | Ending::Comma)) {
            (true, _) if strict => 0.0,
            (true, _) => 1.2 * advance,
            (false, true) => PROPORTIONAL * margin,
            (false, false) => 0.5 * PROPORTIONAL * margin,
        };
    let needed = if before.text.ends_with(['-', '\u{ad}', '/']) { 1.0 } else { word + 1.0 };
    before.right + needed * advance > margin - slack
}

/// True where the line at `free[order]` stood on one printed line with those before it, or that line
/// was full: copying breaks a line at a raised sign ("…, 6" / "and" / "endorsed by …").
pub(super) fn is_broken_by_call(source: &SourceText, free: &[usize], order: usize, margin: f32) -> bool {
    let line = |order: usize| &source.lines[free[order]];
    if marker::markers(&line(order).text).iter().any(|marker| marker.whole) {
        return false;
    }
    let ends_in_call =
        |order: usize| without_call(&line(order).text).len() < line(order).text.trim_end().len();
    let mut first = order - 1;
    while first > 0 && ends_in_call(first - 1) && !line(first).gap {
        first -= 1;
    }
    if line(order).gap || (first == order - 1 && !ends_in_call(first)) {
        return false;
    }
    let reach: f32 = (first..order).map(|order| line(order).right - line(order).left + 1.0).sum();
    let slack = PROPORTIONAL * margin;
    if ends_in_call(order - 1) {
        return reach + line(order).right - line(order).left <= margin + slack;
    }
    let word = line(order).text.split(' ').next().unwrap_or("").chars().count() as f32;
    reach + word > margin - slack
}

/// The right margin that holds at each line: the furthest that lines of this type reach on the page.
pub(super) fn margins(source: &SourceText, free: &[usize], wrapped_at: Option<f32>) -> Vec<f32> {
    let lines = &source.lines;
    let mut margins = vec![0.0; lines.len()];
    if !source.is_printed() {
        if let Some(width) = wrapped_at {
            margins.fill(width);
            return margins;
        }
        // Characters of proportional type: one margin for all, which nine lines of ten keep.
        let mut ends: Vec<f32> = free.iter().map(|at| lines[*at].right).collect();
        ends.sort_by(f32::total_cmp);
        let margin = ends.get(ends.len() * 9 / 10).copied().unwrap_or(0.0);
        margins.fill(margin);
        return margins;
    }
    let mut start = 0;
    while start < free.len() {
        let page = lines[free[start]].page;
        let end =
            free[start..].iter().position(|at| lines[*at].page != page).map_or(free.len(), |at| start + at);
        for at in &free[start..end] {
            let line = &lines[*at];
            let furthest = free[start..end]
                .iter()
                .map(|other| &lines[*other])
                .filter(|other| {
                    (other.size - line.size).abs() < 0.6 && other.bold == line.bold && other.cells.is_empty()
                })
                .map(|other| other.right)
                .fold(0.0, f32::max);
            margins[*at] = furthest;
        }
        start = end;
    }
    // A short page tells little: the document's own margin holds there too, for the same type.
    let mut widest: Vec<(f32, bool, f32)> = Vec::new();
    for at in free {
        let line = &lines[*at];
        match widest.iter_mut().find(|(size, bold, _)| (*size - line.size).abs() < 0.6 && *bold == line.bold)
        {
            Some((.., margin)) => *margin = margin.max(margins[*at]),
            None => widest.push((line.size, line.bold, margins[*at])),
        }
    }
    for at in free {
        let line = &lines[*at];
        let known =
            widest.iter().find(|(size, bold, _)| (*size - line.size).abs() < 0.6 && *bold == line.bold);
        // Much further than this page reaches (a table elsewhere) is not this page's margin.
        if let Some((.., margin)) = known
            && margin - margins[*at] < 40.0
        {
            margins[*at] = *margin;
        }
    }
    margins
}
