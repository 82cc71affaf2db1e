//! The words by which the parts of a masthead are known.

use crate::terms::english::calendar::MONTHS;

/// A line of the box at the top: distribution, language, organ.
pub fn is_box(text: &str) -> bool {
    text.starts_with("Distr")
        || is_language(text) && !text.ends_with(" only")
        || text.eq_ignore_ascii_case("united nations")
        || is_organ(text)
}

/// "Original: English", "English only".
pub fn is_language(text: &str) -> bool {
    let first = text.split([' ', ':']).next().unwrap_or_default();
    first.eq_ignore_ascii_case("original") || (text.ends_with(" only") && text.split(' ').count() == 2)
}

pub fn is_organ(text: &str) -> bool {
    const ORGANS: &[&str] = &[
        "General Assembly",
        "Security Council",
        "Economic and Social Council",
        "Trusteeship Council",
        "Secretariat",
        "Conference on Disarmament",
        "Trade and Development Board",
    ];
    ORGANS.contains(&text)
}

pub fn is_by_line(text: &str) -> bool {
    const LEADS: &[&str] = &[
        "Rapporteur",
        "Chair:",
        "Chairperson:",
        "President:",
        "Submitted by",
        "Prepared by",
        "Note by",
        "Co-Chairs:",
    ];
    LEADS.iter().any(|lead| text.starts_with(lead)) && text.chars().count() < 160
}

/// "Addendum", "Corrigendum 2": a line of its own below the title.
pub fn is_addendum(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | ' '));
    matches!(text, "Addendum" | "Corrigendum" | "Revision" | "ADDENDUM" | "CORRIGENDUM")
}

/// Words with which only a title begins.
pub fn begins_title(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Draft report",
        "Draft resolution",
        "Draft decision",
        "Report of the",
        "Letter dated",
        "Letters dated",
        "Note by",
        "Note verbale",
        "Identical letters",
        "Resolution adopted",
        "Decision adopted",
        "Zero draft",
        "Revised draft",
        "Resolution ",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
        || text.ends_with(": draft resolution")
        || text.ends_with(": draft decision")
}

/// "59/25. Human rights …", "59/… Human rights …"
pub fn starts_numbered_title(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or("");
    first.contains('/') && first.starts_with(|c: char| c.is_ascii_digit()) || first.contains("(20")
}

pub fn is_agenda(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("agenda item")
        || lower.starts_with("item ")
        || lower.starts_with("provisional agenda item")
}

/// "Eighth substantive session", "New York, 3–7 March 2031", "2025 substantive session".
pub fn is_session(text: &str) -> bool {
    let lower = text.to_lowercase();
    let report =
        ["report", "draft", "resolution", "letter", "note"].iter().any(|word| lower.starts_with(word));
    let session = ["session", "sessions"].iter().any(|word| {
        lower.ends_with(word) || lower.contains(&format!("{word} ")) || lower.contains(&format!("{word},"))
    }) && lower.len() < 120;
    let month = MONTHS.iter().any(|month| text.contains(month));
    let year = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    !report && (session || (month && year && text.chars().count() < 140))
}

/// "Eighth substantive session New York, 8–12 July 2024" is a session, and a place with dates.
pub fn session_and_dates(text: &str) -> (Option<String>, Option<String>) {
    let lower = text.to_lowercase();
    let end =
        ["session", "meeting"].iter().filter_map(|word| lower.find(word).map(|at| at + word.len())).min();
    // "Fourth and fifth sessions (New York, …)"
    let end = end.map(|end| end + usize::from(lower[end..].starts_with('s')));
    // Lower case may be longer than the text itself in some alphabets: cut only where both agree.
    let end = end.filter(|end| text.is_char_boundary(*end));
    let (session, rest) = end.map_or(("", text), |end| text.split_at(end));
    let tidy = |part: &str| {
        let part = part.trim_matches([' ', ',', '(', ')', '*']);
        (!part.is_empty()).then(|| part.to_owned())
    };
    (tidy(session), tidy(rest))
}

pub fn title_case(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters.flat_map(char::to_lowercase)).collect()
    })
}

/// "Date: 7 January 2021", "7 January 2021": a line that is nothing but the day of issue.
pub fn is_date_line(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[']);
    let rest = text.strip_prefix("Date:").or_else(|| text.strip_prefix("DATE:")).unwrap_or(text);
    plain_date(rest).is_some() && rest.split_whitespace().count() == 3
}

/// "7 January 2021", and not "Harbour City, 7 January 2021", which is where and when a body met.
pub fn begins_with_date(text: &str) -> bool {
    // "General 7 January 2021" behind "Distr.:".
    let distribution =
        |word: &&str| ["general", "limited", "restricted"].iter().any(|name| word.eq_ignore_ascii_case(name));
    let first: Vec<&str> = text.split_whitespace().skip_while(distribution).take(3).collect();
    plain_date(&first.join(" ")).is_some() || is_date_line(text)
}

/// The first "7 January 2021" in a text, as EDTF. The grammar of dates is in `terms`; a masthead has
/// only this form.
pub fn plain_date(text: &str) -> Option<String> {
    plain_dates(text).into_iter().next()
}

pub fn plain_dates(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(['.', ',', ';', ')', '('])).collect();
    let date = |three: &[&str]| {
        let month = |word: &str| MONTHS.iter().position(|month| month.eq_ignore_ascii_case(word));
        // "7 January 2021"; "JANUARY 7, 2021" elsewhere.
        let (month, day) = match month(three[1]) {
            Some(month) => (month, three[0]),
            None => (month(three[0])?, three[1]),
        };
        let month = month + 1;
        let day: u32 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
        let year: u32 = three[2].parse().ok().filter(|year| (1900..2200).contains(year))?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    };
    words.windows(3).filter_map(date).collect()
}

/// True for a line that is nothing but a day: "13 January 2031".
pub fn is_day(text: &str) -> bool {
    text.split_whitespace().count() == 3 && plain_date(text).is_some()
}

/// "Report of the Special Committee on Peacekeeping Operations": the body, where no line of its own names it.
pub fn body_in_title(title: &str) -> Option<String> {
    const KINDS: &[&str] = &[
        "Committee",
        "Group",
        "Commission",
        "Council",
        "Conference",
        "Board",
        "Meeting",
        "Panel",
        "Assembly",
        "Forum",
        "Body",
    ];
    const ENDS: &[&str] =
        &[" on its ", " on the work", " to the ", " covering ", " for the period", " (", ", "];
    let rest = title.strip_prefix("Report of the ").or_else(|| title.strip_prefix("Draft report of the "))?;
    let end = ENDS.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let body = rest[..end].trim();
    KINDS.iter().any(|kind| body.contains(kind)).then(|| body.to_owned())
}
