//! Words of a document, cut to the length of a quotation.

use crate::diff::digest::pieces::{count, list_spans};
use crate::diff::operative::lemma;
use crate::diff::tokens::is_stop_word;
use crate::terms::english::reference;

/// Words of a quotation.
pub(super) const MOST: usize = 60;

/// Words of a quotation of a paragraph that came or went: there is nothing else to read it by.
pub(super) const WHOLE: usize = 100;

/// Fewer words of a clause say nothing.
const CLAUSE: usize = 8;

/// With so few words nobody needs to hear who acts: it is the body that reports.
const FEW: usize = 20;

/// With a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// In quotation marks, those inside it single; one whose other half was cut off is left out.
pub fn quoted(text: &str) -> String {
    let mut inner = String::with_capacity(text.len());
    // Bytes of quotation marks that are open.
    let mut open: Vec<usize> = Vec::new();
    for c in text.chars() {
        match c {
            '“' => {
                open.push(inner.len());
                inner.push('‘');
            }
            '”' if open.pop().is_some() => inner.push('’'),
            '”' => {}
            other => inner.push(other),
        }
    }
    for at in open.into_iter().rev() {
        inner.replace_range(at..at + '‘'.len_utf8(), "");
    }
    format!("“{inner}”")
}

/// So many words more are better quoted than cut: in a long quotation they may hold what was negotiated.
fn slack(most: usize) -> usize {
    if most >= MOST { 25 } else { 3 }
}

/// The text on one line; a longer one by its beginning, a long list in it by its first and last members.
pub(super) fn brief(text: &str, most: usize) -> String {
    let text = bare(text);
    if count(&text) <= most + slack(most) {
        return text;
    }
    let short = lists_cut(&text, most);
    let words: Vec<&str> = short.split_whitespace().collect();
    if words.len() <= most + slack(most) {
        return words.join(" ");
    }
    format!("{} …", head(&words, most))
}

/// A whole text that came or went: of a longer one what it does ("requests the Secretary-General to …"),
/// clause by clause, for what it asks for often stands at its end.
pub(super) fn essence(text: &str, most: usize) -> String {
    let text = bare(text);
    if count(&text) <= most + slack(most) {
        return text;
    }
    let text = lists_cut(&text, most);
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= most + slack(most) {
        return words.join(" ");
    }
    let mut starts: Vec<usize> = (0..words.len()).filter(|at| acts(&words, *at)).collect();
    match starts.first_mut() {
        Some(first) if *first == 0 => {}
        // "At the 7th meeting, on 10 April 2031, the Working Group decided": who acts, not when; and what
        // is done where there is no room for both.
        Some(first) if most > FEW || subject(&words) == 0 => *first = subject(&words),
        Some(_) => {}
        None => starts.push(subject(&words)),
    }
    starts.dedup();
    starts.truncate((most / CLAUSE).max(1));
    let mut out = if starts[0] > 0 { "… ".to_owned() } else { String::new() };
    let mut room = most;
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(words.len());
        let share = room / (starts.len() - at);
        let clause = &words[*start..end];
        let kept = if clause.len() < share + slack(most) { clause.join(" ") } else { head(clause, share) };
        let taken = count(&kept);
        room = room.saturating_sub(taken);
        out.push_str(&kept);
        if taken < clause.len() {
            out.push_str(" …");
        }
        out.push(' ');
    }
    out.trim_end().to_owned()
}

/// True where a body acts here: a verb that opens the text or follows a comma, "and" or its subject.
fn acts(words: &[&str], at: usize) -> bool {
    let bare = words[at].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let Some(before) = at.checked_sub(1).map(|before| words[before]) else { return lemma(&bare).is_some() };
    let first = words[0].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    match lemma(&first) {
        // "Recognizes …, and requests": a clause of a resolution begins as the first one does.
        Some(_) if lemma(&bare).is_none() => false,
        Some(_) => {
            let joined = at > 1 && before == "and" && words[at - 2].ends_with(',');
            joined && bare.ends_with("ing") == first.ends_with("ing")
        }
        None => {
            before.starts_with(char::is_uppercase) && bare.ends_with("ed") && !before.ends_with([',', ';'])
        }
    }
}

/// Where the subject of a sentence begins: behind the phrases that say when and where.
fn subject(words: &[&str]) -> usize {
    /// Such phrases begin with one of these.
    const WHEN: [&str; 12] =
        ["at", "on", "from", "in", "during", "of", "between", "for", "after", "following", "by", "with"];
    let mut at = 0;
    while words.get(at).is_some_and(|word| WHEN.contains(&word.to_lowercase().as_str())) {
        match words[at..].iter().position(|word| word.ends_with(',')) {
            Some(comma) if at + comma + 1 < words.len() => at += comma + 1,
            _ => return 0,
        }
    }
    at
}

/// The first words, up to where a phrase ends: a quotation that stops at an adjective has lost its noun.
fn head(words: &[&str], most: usize) -> String {
    /// So far back a phrase is looked for.
    const BACK: usize = 6;
    let mut head = most.clamp(1, words.len());
    let ends = |at: usize| {
        let closed = words[at - 1].ends_with([',', ';', '.', ')', '”']);
        let next = words.get(at).is_none_or(|next| is_stop_word(next));
        closed || (next && !dangles(words[at - 1]))
    };
    let least = (most / 2).max(most.saturating_sub(BACK)).max(1);
    if let Some(end) = (least..=head).rev().find(|at| ends(*at)) {
        head = end;
    }
    // "paragraph … of that decision" would promise another paragraph.
    while head > most / 2 && head > 1 && dangles(words[head - 1]) {
        head -= 1;
    }
    words[..head].join(" ").trim_end_matches(['…', ' ', ',', ';', ':', '(']).to_owned()
}

/// With a long list by its first and last members; in a long quotation only a list of names.
fn lists_cut(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut at = 0;
    let is_names =
        |(start, _): &(usize, usize)| most < MOST || text[*start..].starts_with(char::is_uppercase);
    for (start, end) in list_spans(text).into_iter().filter(is_names) {
        short.push_str(&text[at..start]);
        short.push_str("… ");
        at = end;
    }
    short.push_str(&text[at..]);
    short
}

/// True for a word that needs the next one.
fn dangles(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let noun = reference::NOUNS.iter().any(|(noun, ..)| noun.eq_ignore_ascii_case(bare));
    let cut = word == bare && (is_stop_word(bare) || bare.chars().all(|c| c.is_ascii_digit()));
    (noun && bare.len() == word.len()) || cut || word.ends_with('(')
}

/// White space of any kind as single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// On one line, without the sign that only says that the text goes on.
pub(super) fn bare(text: &str) -> String {
    let line = one_line(text);
    let bare = line.trim_end_matches([',', ';', ' ']);
    let bare = bare.strip_suffix("; and").or(bare.strip_suffix("; or")).unwrap_or(bare);
    if bare.is_empty() { line } else { bare.to_owned() }
}

/// A clause without the marks that bound it to its sentence.
pub(super) fn clause(text: &str) -> String {
    let line = one_line(text);
    let bare = line.trim_end_matches([',', ';', ' ']).trim_start_matches([',', ';', '.', ' ']);
    // The end of a quotation whose beginning stayed.
    let bare = match bare.strip_prefix('”') {
        Some(rest) => rest.trim_start_matches([',', ';', '.', ' ']),
        None => bare,
    };
    if bare.is_empty() { line } else { bare.to_owned() }
}

/// Without a bracket whose other half was cut off: of "members (see A/1" what stands in the bracket.
pub(super) fn closed(text: &str) -> &str {
    let mut open = None;
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => {
                open = if depth == 0 { Some(at) } else { open };
                depth += 1;
            }
            ')' if depth == 0 => return closed(&text[at + 1..]).trim_start_matches([',', ' ']),
            ')' => depth -= 1,
            _ => {}
        }
    }
    match open.filter(|_| depth > 0) {
        Some(at) if text[at + 1..].trim().is_empty() => text[..at].trim_end(),
        Some(at) => &text[at + 1..],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{closed, essence, quoted};

    #[test]
    fn quotation_marks_inside_are_single_and_in_pairs() {
        assert_eq!(quoted("the report “Our Agenda”"), "“the report ‘Our Agenda’”");
        assert_eq!(quoted("capacity-building”, which"), "“capacity-building, which”");
        assert_eq!(quoted("entitled “Our"), "“entitled Our”");
    }

    #[test]
    fn a_bracket_is_whole_or_opened() {
        assert_eq!(closed("members (see A/1"), "see A/1");
        assert_eq!(closed("the members (27)"), "the members (27)");
        assert_eq!(closed("27), the members"), "the members");
    }

    #[test]
    fn what_a_text_does_is_kept() {
        let text = "At the 7th meeting of its session, on 10 April 2031, the Group decided to ask for a room";
        assert_eq!(essence(text, 8), "… decided to ask for a room");
        let (before, after) =
            ("At the 1st meeting, on 7 April 2031, the Group elected ", "a hall and ".repeat(20));
        assert!(essence(&format!("{before}{after}"), 24).starts_with("… the Group elected a hall"));
        assert!(essence(&format!("The Group elected {after}"), 8).starts_with("The Group elected a hall"));
        let text = "Recognizes the importance of the Forum and of its mandate as the place of dialogue on \
                    very many things, and requests the Secretary-General to submit information on it";
        assert_eq!(
            essence(text, 16),
            "Recognizes the importance of the Forum … requests the Secretary-General to submit information on it"
        );
    }
}
