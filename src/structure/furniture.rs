//! Sets aside what is on the page but not in the report: running heads, page and job numbers,
//! bar codes, rules, covers and contents pages.

use crate::read::{Line, SourceText};
use std::collections::HashMap;

/// What each line is set aside as; `None` where it is text.
pub fn furniture(source: &SourceText) -> Vec<Option<&'static str>> {
    let lines = &source.lines;
    let mut set_aside: Vec<Option<&'static str>> = lines.iter().map(|line| by_shape(&line.text)).collect();
    job_dates(lines, &mut set_aside);
    let edges = edges_of(lines, &set_aside);
    by_repetition(lines, &edges, &mut set_aside);
    by_symbol(lines, &edges, &mut set_aside);
    small_heads(lines, &mut set_aside);
    // A page number may stand behind the running head that is known by now.
    bare_page_numbers(lines, &edges_of(lines, &set_aside), &mut set_aside);
    upright_margins(lines, &mut set_aside);
    contents(lines, &mut set_aside);
    by_format(lines, &mut set_aside);
    set_aside
}

/// What the format itself tells to be no text; page and job numbers keep their own names.
fn by_format(lines: &[Line], set_aside: &mut [Option<&'static str>]) {
    for (line, what) in lines.iter().zip(set_aside).filter(|(line, _)| line.aside.is_some()) {
        if what.is_none_or(|what| !what.contains("number") && what != "bar code") {
            *what = line.aside;
        }
    }
}

/// What a line is, told by its characters alone.
fn by_shape(text: &str) -> Option<&'static str> {
    let text = text.trim().trim_matches(['*', ' ']);
    if text.is_empty() {
        return Some("rule");
    }
    let count = text.chars().count();
    if count >= 3
        && text.chars().all(|c| matches!(c, '_' | '-' | '–' | '—' | '=' | '~' | '.' | '·' | '|' | ':' | ' '))
    {
        // A short run of underscores alone on a line is a blank to fill, a long one a rule.
        return (count >= 8 || !text.contains('_')).then_some("rule");
    }
    if count == 7 && text.chars().all(|c| c.is_ascii_digit()) {
        return Some("bar code");
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let pages = words.iter().filter(|word| is_page_of(word)).count();
    let jobs = words.iter().filter(|word| is_job_number(word)).count();
    let rest =
        words.iter().filter(|word| !is_page_of(word) && !is_job_number(word) && !is_job_detail(word)).count();
    if rest == 0 && pages + jobs > 0 {
        return Some(match (pages, jobs) {
            (0, _) => "job number",
            (_, 0) => "page number",
            _ => "page and job number",
        });
    }
    let lower = text.to_lowercase();
    if lower == "please recycle" || lower.starts_with("please recycle") {
        return Some("recycling mark");
    }
    let page_of = |rest: &str| {
        rest.split_whitespace().all(|word| word == "of" || word.chars().all(|c| c.is_ascii_digit()))
    };
    if let Some(rest) = lower.strip_prefix("page ")
        && page_of(rest)
    {
        return Some("page number");
    }
    None
}

/// `2/4`, `12/27`.
fn is_page_of(word: &str) -> bool {
    let Some((page, of)) = word.split_once('/') else { return false };
    let number = |part: &str| (1..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    number(page) && number(of) && page.parse::<u32>().ok() <= of.parse::<u32>().ok() && !page.starts_with('0')
}

/// `20-17554`, `25-03903*`, `GE.07-13562`, `V.15-02961`.
fn is_job_number(word: &str) -> bool {
    let word = word.trim_end_matches('*');
    let word = match word.split_once('.') {
        Some((office, rest)) if !office.is_empty() && office.chars().all(|c| c.is_ascii_uppercase()) => rest,
        Some(_) => return false,
        None => word,
    };
    let Some((year, number)) = word.split_once('-') else { return false };
    year.len() == 2
        && (4..=6).contains(&number.len())
        && year.chars().chain(number.chars()).all(|c| c.is_ascii_digit())
}

/// What stands beside a job number: `(E)`, the dates `140325`, the mark of a bar code.
fn is_job_detail(word: &str) -> bool {
    matches!(word, "(E)" | "(F)" | "(S)" | "(R)" | "(C)" | "(A)" | "*")
        || (word.len() == 6 && word.chars().all(|c| c.is_ascii_digit()))
        || (word.len() == 9 && word.starts_with('*') && word.ends_with('*'))
}

/// Six figures alone on a line beside a job number are its date.
fn job_dates(lines: &[Line], set_aside: &mut [Option<&'static str>]) {
    for at in 0..lines.len() {
        let text = lines[at].text.trim();
        let around = at.saturating_sub(3)..(at + 4).min(lines.len());
        if set_aside[at].is_none()
            && text.len() == 6
            && text.chars().all(|c| c.is_ascii_digit())
            && set_aside[around].iter().any(|what| what.is_some_and(|what| what.contains("job number")))
        {
            set_aside[at] = Some("job number");
        }
    }
}

/// The lines of each page, as ranges of indices in reading order; none is empty.
pub fn pages(lines: &[Line]) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut start = 0;
    lines.chunk_by(|a, b| a.page == b.page).map(move |page| {
        let range = start..start + page.len();
        start = range.end;
        range
    })
}

/// For each line, how far from the top and from the bottom of its page it stands, counting only
/// lines that are still text: 0 is the outermost.
fn edges_of(lines: &[Line], set_aside: &[Option<&'static str>]) -> Vec<(usize, usize)> {
    let mut edges = vec![(usize::MAX, usize::MAX); lines.len()];
    for range in pages(lines) {
        if lines[range.start].page > 0 {
            let text: Vec<usize> = range.filter(|at| set_aside[*at].is_none()).collect();
            for (rank, at) in text.iter().enumerate() {
                edges[*at] = (rank, text.len() - 1 - rank);
            }
        }
    }
    edges
}

/// Lines that stand at the top (or bottom) of three pages or more with the same words.
fn by_repetition(lines: &[Line], edges: &[(usize, usize)], set_aside: &mut [Option<&'static str>]) {
    let mut seen: HashMap<(bool, String), Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let (top, bottom) = edges[at];
        if set_aside[at].is_some() || (top > 1 && bottom > 1) || line.text.chars().count() > 120 {
            continue;
        }
        let shape: String = line.text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        seen.entry((top <= 1, shape)).or_default().push(at);
    }
    let first = own_symbol(lines).map_or(0, |(at, _)| at);
    for ((top, shape), mut places) in seen {
        // The masthead itself is no running head.
        places.retain(|at| lines[*at].page > lines[first].page || *at > first);
        if places.is_empty() {
            continue;
        }
        // A paragraph number at the top of several pages is no running head: words must repeat.
        let words = shape.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        let exact = places.iter().all(|at| lines[*at].text == lines[places[0]].text);
        let numbered = shape.starts_with('0') || shape.starts_with('(');
        let mut pages: Vec<u32> = places.iter().map(|at| lines[*at].page).collect();
        pages.dedup();
        let symbol = top && exact && looks_like_symbol(lines[places[0]].text.trim().trim_end_matches('*'));
        if symbol && pages.len() >= 2 {
            for at in places {
                set_aside[at] = Some("running head");
            }
            continue;
        }
        if words
            && pages.len() >= 3
            && (exact || !numbered)
            && !shape.ends_with(['.', ';', ':', ','])
            && !shape.starts_with('[')
        {
            for at in places {
                set_aside[at] = Some(if top { "running head" } else { "running foot" });
            }
        }
    }
}

/// The document's own symbol alone on a line, after the first page.
fn by_symbol(lines: &[Line], edges: &[(usize, usize)], set_aside: &mut [Option<&'static str>]) {
    let Some((first, symbol)) = own_symbol(lines) else { return };
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        if set_aside[at].is_some() || line.text.trim().trim_end_matches('*') != symbol {
            continue;
        }
        let after_page_number =
            set_aside[..at].iter().rev().take(2).any(|what| what.is_some_and(|what| what.contains("page")));
        if (line.page != lines[first].page && edges[at].0 <= 1) || (line.page == 0 && after_page_number) {
            set_aside[at] = Some("running head");
        }
    }
}

/// Heads over several lines: small type at the top of a later page, with the document's symbol in it
/// ("A/RES/…" beside the title of the resolution).
fn small_heads(lines: &[Line], set_aside: &mut [Option<&'static str>]) {
    let Some((first, symbol)) = own_symbol(lines) else { return };
    let body = common_size(lines);
    for range in pages(lines) {
        let (start, end, page) = (range.start, range.end, lines[range.start].page);
        if page > lines[first].page {
            let head = if body > 0.0 {
                lines[start..end].iter().take(8).take_while(|line| line.size < body - 0.5).count()
            } else {
                // Characters have no size: the head ends at the first blank line, and sets its symbol apart.
                let block = 1 + lines[start + 1..end].iter().take(4).take_while(|line| !line.gap).count();
                let apart = lines[start..start + block].iter().any(|line| !line.cells.is_empty());
                if apart && block <= 4 { block } else { 0 }
            };
            let names_itself = lines[start..start + head]
                .iter()
                .any(|line| line.text.split_whitespace().any(|word| word.trim_end_matches('*') == symbol));
            if names_itself {
                for what in &mut set_aside[start..start + head] {
                    what.get_or_insert("running head");
                }
            }
        }
    }
}

/// The size in which most of the text is set; 0 where sizes are unknown.
pub fn common_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(i32, usize)> = Vec::new();
    for line in lines {
        let key = (line.size * 10.0).round() as i32;
        match sizes.iter_mut().find(|(size, _)| *size == key) {
            Some((_, count)) => *count += line.text.len(),
            None => sizes.push((key, line.text.len())),
        }
    }
    sizes.iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| *size as f32 / 10.0)
}

/// The first symbol among the first lines, and its line.
pub fn own_symbol(lines: &[Line]) -> Option<(usize, String)> {
    lines.iter().take(30).enumerate().find_map(|(at, line)| {
        line.text.split_whitespace().find_map(|word| {
            let word = word.trim_end_matches('*').trim_matches(['(', ')', ',']);
            looks_like_symbol(word).then(|| (at, word.to_owned()))
        })
    })
}

/// `A/AC.290/2021/L.1`, `TPNW/MSP/2025/11`: capitals, a slash, a digit, nothing lower-case but the
/// modifiers. Only told apart from other words here; the grammar is in `terms`.
pub fn looks_like_symbol(word: &str) -> bool {
    // "A/63/92–S/2008/417": one document under two symbols.
    let word = word.split('–').next().unwrap_or(word);
    let mut parts = word.split('/');
    let root = parts.next().unwrap_or("");
    let organ = !root.is_empty()
        && root.len() <= 12
        && root.chars().all(|c| c.is_ascii_uppercase() || c == '.' || c == '-' || c.is_ascii_digit());
    // "GB.340/INS/18", "EC-108/4" have the session in their first part; "340/18" and "R2/D2" are no symbols.
    let lettered = root.starts_with(|c: char| c.is_ascii_uppercase());
    let session = !root.chars().any(|c| c.is_ascii_digit())
        || root.split_once(['.', '-']).is_some_and(|(letters, number)| {
            letters.chars().all(|c| c.is_ascii_uppercase()) && number.chars().all(|c| c.is_ascii_digit())
        });
    organ
        && lettered
        && session
        && word.contains('/')
        && word.chars().any(|c| c.is_ascii_digit())
        && parts.all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_[]…()*".contains(c))
        })
        && word.chars().filter(|c| c.is_ascii_lowercase()).count() <= 8
}

/// Figures (or small roman numerals) alone as the outermost line of a page.
fn bare_page_numbers(lines: &[Line], edges: &[(usize, usize)], set_aside: &mut [Option<&'static str>]) {
    for (at, line) in lines.iter().enumerate() {
        let (top, bottom) = edges[at];
        if set_aside[at].is_some() || (top != 0 && bottom != 0) {
            continue;
        }
        let text = line.text.trim_matches(['-', '–', ' ']);
        let digits = !text.is_empty() && text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit());
        let roman = !text.is_empty() && text.len() <= 6 && text.chars().all(|c| "ivxl".contains(c));
        if digits || roman {
            set_aside[at] = Some("page number");
        }
    }
}

/// Type that runs up the margin comes out as one character a line.
fn upright_margins(lines: &[Line], set_aside: &mut [Option<&'static str>]) {
    for (line, what) in lines.iter().zip(set_aside.iter_mut()) {
        if line.turned {
            *what = Some("margin");
        }
    }
    let mut at = 0;
    while at < lines.len() {
        let single = |line: &Line| line.text.chars().count() == 1 && line.page > 0;
        let run = lines[at..]
            .iter()
            .take_while(|line| {
                single(line) && line.page == lines[at].page && (line.left - lines[at].left).abs() < 8.0
            })
            .count();
        if run >= 4 {
            set_aside[at..at + run].fill(Some("margin"));
        }
        at += run.max(1);
    }
}

/// The contents pages, and all that stands before them but is no masthead: covers, notes.
fn contents(lines: &[Line], set_aside: &mut [Option<&'static str>]) {
    let Some(title) = lines.iter().position(|line| {
        let text = line.text.trim().trim_matches(['*', ' ']).to_lowercase();
        matches!(text.as_str(), "contents" | "table of contents")
    }) else {
        return;
    };
    let Some(last) = last_contents_line(lines, title) else { return };
    let last = rest_of_contents(lines, last);
    for what in &mut set_aside[title..=last] {
        what.get_or_insert("contents");
    }
    // Where the contents stand on a later page, whole pages of cover stand before them.
    if lines[title].page > 1 {
        for what in &mut set_aside[..title] {
            what.get_or_insert("cover");
        }
    } else {
        // On the first page the line above may be a date in brackets; the masthead takes the rest.
    }
}

/// The last line with dots that lead to a page number, without a long interruption.
fn last_contents_line(lines: &[Line], title: usize) -> Option<usize> {
    let mut last = None;
    for (at, line) in lines.iter().enumerate().skip(title + 1) {
        if leads_to_page(&line.text) {
            last = Some(at);
        } else if at - last.unwrap_or(title) > 6 {
            break;
        }
    }
    last
}

/// The last line of the contents where copying put the page numbers and the labels of the entries
/// behind them, on lines of their own: "9", "Annex".
fn rest_of_contents(lines: &[Line], last: usize) -> usize {
    const WORDS: usize = 3;
    let page = lines[last].page;
    let is_number = |line: &Line| !line.text.is_empty() && line.text.chars().all(|c| c.is_ascii_digit());
    let is_label = |line: &Line| {
        let words = line.text.split_whitespace().count();
        words <= WORDS && !line.text.ends_with(['.', ',', ';', ':'])
    };
    let rest = lines[last + 1..].iter();
    let count = match page {
        // Without pages only what can be nothing else.
        0 => rest.take_while(|line| is_number(line)).count(),
        _ => {
            let of_page: Vec<&Line> = rest.take_while(|line| line.page == page).collect();
            if of_page.iter().all(|line| is_label(line)) { of_page.len() } else { 0 }
        }
    };
    last + count
}

/// "Introduction . . . . . . 4", "Introduction ........ 4".
fn leads_to_page(text: &str) -> bool {
    let dots = text.matches('.').count() + 3 * text.matches('…').count();
    let leaders = text.contains(". . .") || text.contains("....") || text.contains("……");
    let page = text.trim_end().ends_with(|c: char| c.is_ascii_digit() || "ivx".contains(c));
    (leaders && dots >= 4 && page) || (leaders && dots >= 10)
}
