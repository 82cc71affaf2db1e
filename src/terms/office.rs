//! [`Office`]: what a body elects people to, in the words of any decade.

/// An office, whatever the year's word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office {
    /// Chair, Chairman, Chairperson.
    Chair,
    /// One of two or more who chair together.
    CoChair,
    /// Stands in for the Chair.
    ViceChair,
    /// President of a conference, meeting or council.
    President,
    /// One of two Presidents who sit together.
    CoPresident,
    /// Stands in for the President.
    VicePresident,
    /// Answers for the report.
    Rapporteur,
    /// The Rapporteur of a conference.
    RapporteurGeneral,
    /// Secretary of the body.
    Secretary,
    /// Secretary-General of a conference or meeting.
    SecretaryGeneral,
    /// Steers an informal process.
    Facilitator,
    /// One of two facilitators.
    CoFacilitator,
    /// Coordinator of a group.
    Coordinator,
}

/// Every word for an office, in lower case, singular and plural, with a hyphen.
const WORDS: &[(&str, Office)] = &[
    ("chair", Office::Chair),
    ("chairs", Office::Chair),
    ("chairman", Office::Chair),
    ("chairmen", Office::Chair),
    ("chairwoman", Office::Chair),
    ("chairperson", Office::Chair),
    ("chairpersons", Office::Chair),
    ("co-chair", Office::CoChair),
    ("co-chairs", Office::CoChair),
    ("cochair", Office::CoChair),
    ("cochairs", Office::CoChair),
    ("co-chairman", Office::CoChair),
    ("co-chairmen", Office::CoChair),
    ("co-chairperson", Office::CoChair),
    ("co-chairpersons", Office::CoChair),
    ("vice-chair", Office::ViceChair),
    ("vice-chairs", Office::ViceChair),
    ("vice-chairman", Office::ViceChair),
    ("vice-chairmen", Office::ViceChair),
    ("vice-chairwoman", Office::ViceChair),
    ("vice-chairperson", Office::ViceChair),
    ("vice-chairpersons", Office::ViceChair),
    ("president", Office::President),
    ("presidents", Office::President),
    ("co-president", Office::CoPresident),
    ("co-presidents", Office::CoPresident),
    ("vice-president", Office::VicePresident),
    ("vice-presidents", Office::VicePresident),
    ("rapporteur", Office::Rapporteur),
    ("rapporteurs", Office::Rapporteur),
    ("rapporteur-general", Office::RapporteurGeneral),
    ("secretary", Office::Secretary),
    ("secretary-general", Office::SecretaryGeneral),
    ("facilitator", Office::Facilitator),
    ("facilitators", Office::Facilitator),
    ("co-facilitator", Office::CoFacilitator),
    ("co-facilitators", Office::CoFacilitator),
    ("coordinator", Office::Coordinator),
    ("coordinators", Office::Coordinator),
];

impl Office {
    /// The office that this word names, whatever its case; `None` for any other word.
    pub fn of_word(word: &[char]) -> Option<Self> {
        // The longest word of the table has 18 letters: most words are told by their length.
        if !(5..=18).contains(&word.len()) {
            return None;
        }
        WORDS.iter().find(|(name, _)| same_word(word, name)).map(|(_, office)| *office)
    }

    /// The name used in results.
    pub fn name(self) -> &'static str {
        match self {
            Office::Chair => "Chair",
            Office::CoChair => "Co-Chair",
            Office::ViceChair => "Vice-Chair",
            Office::President => "President",
            Office::CoPresident => "Co-President",
            Office::VicePresident => "Vice-President",
            Office::Rapporteur => "Rapporteur",
            Office::RapporteurGeneral => "Rapporteur-General",
            Office::Secretary => "Secretary",
            Office::SecretaryGeneral => "Secretary-General",
            Office::Facilitator => "Facilitator",
            Office::CoFacilitator => "Co-facilitator",
            Office::Coordinator => "Coordinator",
        }
    }
}

/// Compares without regard to case; any hyphen or dash is a hyphen.
fn same_word(word: &[char], name: &str) -> bool {
    let mut letters = word.iter();
    for expected in name.chars() {
        let Some(&letter) = letters.next() else { return false };
        let letter = if matches!(letter, '\u{2010}'..='\u{2014}') { '-' } else { letter };
        if letter.to_ascii_lowercase() != expected {
            return false;
        }
    }
    letters.next().is_none()
}
