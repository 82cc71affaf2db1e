//! [`Office`]: what a body elects people to, in the words of any decade.

use crate::terms::english::office::{TO_COME, WORDS};

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
    /// One of two coordinators.
    CoCoordinator,
    /// Chair and Rapporteur in one, as in working groups on human rights.
    ChairRapporteur,
    /// One of two who answer for the report.
    CoRapporteur,
    /// The one to whom a matter is entrusted.
    FocalPoint,
    /// One of the Bureau without a title of their own.
    BureauMember,
    /// Stands in for a member of the Bureau.
    Alternate,
}

impl Office {
    /// The office that this word names, whatever its case; `None` for any other word.
    pub fn of_word(word: &[char]) -> Option<Self> {
        // "chairpersons-rapporteurs" is the longest: most words are told by their length.
        if !(5..=24).contains(&word.len()) {
            return None;
        }
        let of =
            |word: &[char]| WORDS.iter().find(|(name, _)| same_word(word, name)).map(|(_, office)| *office);
        of(word).or_else(|| {
            let dash = word.iter().rposition(|c| is_dash(*c))?;
            TO_COME.iter().any(|ending| same_word(&word[dash..], ending)).then(|| of(&word[..dash]))?
        })
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
            Office::CoCoordinator => "Co-Coordinator",
            Office::ChairRapporteur => "Chair-Rapporteur",
            Office::CoRapporteur => "Co-Rapporteur",
            Office::FocalPoint => "Focal point",
            Office::BureauMember => "Bureau member",
            Office::Alternate => "Alternate",
        }
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}')
}

/// Compares without regard to case; any hyphen or dash is a hyphen.
fn same_word(word: &[char], name: &str) -> bool {
    let mut letters = word.iter();
    for expected in name.chars() {
        let Some(&letter) = letters.next() else { return false };
        let letter = if is_dash(letter) { '-' } else { letter };
        if letter.to_ascii_lowercase() != expected {
            return false;
        }
    }
    letters.next().is_none()
}
