//! The calendar: months and days of the week, and the words by which a number is seen to be a year.

use jiff::civil::Date;

/// The months in order, as they are printed in full.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in full: "3 June 2031".
pub fn in_full(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()).clamp(1, 12) - 1];
    format!("{} {month} {}", day.day(), day.year())
}

/// What texts shorten them to, mostly with a full stop after it; "May" has no short form.
pub const MONTHS_SHORT: [(&str, u8); 12] = [
    ("Jan", 1),
    ("Feb", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Oct", 10),
    ("Nov", 11),
    ("Dec", 12),
];

/// The days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What the days of the week are shortened to, and which of [`WEEKDAYS`] is meant.
pub const WEEKDAYS_SHORT: [(&str, usize); 10] = [
    ("Mon", 0),
    ("Tue", 1),
    ("Tues", 1),
    ("Wed", 2),
    ("Thu", 3),
    ("Thur", 3),
    ("Thurs", 3),
    ("Fri", 4),
    ("Sat", 5),
    ("Sun", 6),
];

/// What may be tied to a month or a year by a hyphen: "mid-March 2031", "end-2030".
pub const PARTS_TIED: [&str; 4] = ["mid", "end", "early", "late"];

/// Words after which a year is a time: "in 2031", "early 2031".
pub const BEFORE_A_YEAR: [&str; 26] = [
    "in",
    "since",
    "until",
    "till",
    "from",
    "during",
    "by",
    "before",
    "after",
    "for",
    "between",
    "through",
    "throughout",
    "beyond",
    "year",
    "years",
    "early",
    "late",
    "mid",
    "spring",
    "summer",
    "autumn",
    "winter",
    "quarter",
    "half",
    "starting",
];

/// Stretches of time that are named by their years: "the biennium 2030–2031", "the 2030–2031 period".
pub const PERIODS: [&str; 8] =
    ["biennium", "bienniums", "biennia", "triennium", "quadrennium", "period", "periods", "years"];

/// Parts of a year: "the end of 2031".
pub const PARTS_OF_A_YEAR: [&str; 26] = [
    "end",
    "beginning",
    "start",
    "close",
    "half",
    "halves",
    "quarter",
    "quarters",
    "third",
    "part",
    "remainder",
    "rest",
    "course",
    "middle",
    "month",
    "months",
    "week",
    "weeks",
    "spring",
    "summer",
    "autumn",
    "winter",
    "fall",
    "semester",
    "trimester",
    "year",
];

/// Two words after which a year is a time: "prior to 2031", "not later than 2031".
pub const PAIRS_BEFORE_A_YEAR: [(&str, &str); 16] = [
    ("prior", "to"),
    ("up", "to"),
    ("compared", "to"),
    ("compared", "with"),
    ("relative", "to"),
    ("as", "of"),
    ("as", "at"),
    ("as", "from"),
    ("later", "than"),
    ("earlier", "than"),
    ("sooner", "than"),
    ("now", "and"),
    ("beginning", "in"),
    ("back", "to"),
    ("designation", "of"),
    ("proclamation", "of"),
];

/// Words that may follow a year which neither counts nor names what comes after it. "In 2031 levels"
/// and "in 2031 Agenda terms" are other things, and nouns are without number: so these are listed.
pub const AFTER_A_YEAR: &[&str] = &[
    "a",
    "about",
    "above",
    "according",
    "across",
    "after",
    "against",
    "all",
    "alone",
    "along",
    "already",
    "also",
    "although",
    "amid",
    "among",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "began",
    "being",
    "below",
    "between",
    "both",
    "brought",
    "but",
    "by",
    "came",
    "can",
    "concerning",
    "could",
    "despite",
    "did",
    "do",
    "does",
    "due",
    "during",
    "each",
    "every",
    "except",
    "fell",
    "five",
    "following",
    "for",
    "four",
    "from",
    "gave",
    "given",
    "grew",
    "had",
    "has",
    "have",
    "he",
    "held",
    "her",
    "his",
    "however",
    "i",
    "if",
    "in",
    "including",
    "inclusive",
    "into",
    "is",
    "it",
    "its",
    "led",
    "made",
    "many",
    "may",
    "met",
    "might",
    "more",
    "most",
    "must",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "on",
    "one",
    "only",
    "onto",
    "onward",
    "onwards",
    "or",
    "our",
    "over",
    "owing",
    "per",
    "regarding",
    "respectively",
    "rose",
    "saw",
    "several",
    "shall",
    "she",
    "should",
    "showed",
    "since",
    "so",
    "some",
    "stood",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "this",
    "those",
    "three",
    "through",
    "throughout",
    "thus",
    "to",
    "took",
    "towards",
    "two",
    "under",
    "unless",
    "until",
    "upon",
    "using",
    "via",
    "was",
    "we",
    "went",
    "were",
    "what",
    "when",
    "where",
    "whereas",
    "which",
    "while",
    "who",
    "whose",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yet",
];

/// Actors that begin a clause after "In 2031" without a comma.
pub const ACTORS_AFTER_A_YEAR: [&str; 5] = ["States", "Member", "Parties", "Heads", "Governments"];

/// Words of a rule, after which "the same day" is no day that has been.
pub const WORDS_OF_A_RULE: [&str; 17] = [
    "shall", "should", "may", "must", "can", "could", "would", "might", "not", "never", "no", "two",
    "several", "all", "both", "multiple", "whenever",
];

/// Verbs that make a day of the year a Day: "proclaim 3 June World Bicycle Day".
pub const PROCLAIMING: [&str; 12] = [
    "proclaim",
    "proclaims",
    "proclaimed",
    "proclaiming",
    "declare",
    "declares",
    "declared",
    "declaring",
    "designate",
    "designates",
    "designated",
    "designating",
];

/// The month, from 1, that this word names: `March`, `MARCH`; never `march`.
pub fn month(word: &[char]) -> Option<u8> {
    let at = MONTHS.iter().position(|name| is_name(word, name))?;
    u8::try_from(at + 1).ok()
}

/// The month that this abbreviation names, without its full stop.
pub fn month_abbreviated(word: &[char]) -> Option<u8> {
    MONTHS_SHORT.iter().find(|(name, _)| is_name(word, name)).map(|(_, month)| *month)
}

/// The day of the week that this word names, in full or shortened.
pub fn weekday(word: &[char]) -> Option<&'static str> {
    let full = WEEKDAYS.iter().copied().find(|name| is_name(word, name));
    full.or_else(|| {
        let (_, at) = WEEKDAYS_SHORT.iter().find(|(name, _)| is_name(word, name))?;
        WEEKDAYS.get(*at).copied()
    })
}

/// As the name is printed, or all in capitals.
fn is_name(word: &[char], name: &str) -> bool {
    // Most words of a text part here.
    word.len() == name.len()
        && word.first().is_some_and(char::is_ascii_uppercase)
        && (name.chars().eq(word.iter().copied())
            || name.chars().map(|c| c.to_ascii_uppercase()).eq(word.iter().copied()))
}
