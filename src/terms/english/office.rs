//! The words for offices and for what is done with them.

use crate::terms::office::Office;

/// Every word for an office, in lower case, singular and plural, with a hyphen.
pub const WORDS: &[(&str, Office)] = &[
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
    ("co-coordinator", Office::CoCoordinator),
    ("co-coordinators", Office::CoCoordinator),
    ("chairladies", Office::Chair),
    ("chairlady", Office::Chair),
    ("chairwomen", Office::Chair),
    ("co-chairwoman", Office::CoChair),
    ("vice-chairwomen", Office::ViceChair),
    ("vicechair", Office::ViceChair),
    ("vicechairs", Office::ViceChair),
    ("deputy-chair", Office::ViceChair),
    ("chair-rapporteur", Office::ChairRapporteur),
    ("chairs-rapporteurs", Office::ChairRapporteur),
    ("chairman-rapporteur", Office::ChairRapporteur),
    ("chairperson-rapporteur", Office::ChairRapporteur),
    ("chairpersons-rapporteurs", Office::ChairRapporteur),
    ("chairwoman-rapporteur", Office::ChairRapporteur),
    ("co-rapporteur", Office::CoRapporteur),
    ("co-rapporteurs", Office::CoRapporteur),
    ("sub-rapporteur", Office::Rapporteur),
    ("rapporteurs-general", Office::RapporteurGeneral),
    ("co-secretary", Office::Secretary),
    ("co-ordinator", Office::Coordinator),
];

/// Endings of the name of one who is still to take office: "Chair-designate".
pub const TO_COME: &[&str] = &["-designate", "-elect"];

/// Words that stand before the name of an office and leave it the same: "acting Chair".
pub const STAND_IN: &[&str] = &["acting", "interim", "ex", "officio", "officiating"];

/// "outgoing Chair": one who holds the office no more, or not yet.
pub const PAST: &[&str] = &["outgoing", "former", "previous", "past", "elect", "incoming", "late"];

/// "the resignation of X, Vice-Chair": who leaves holds the office no more.
pub const LEAVING: &[&str] = &[
    "resignation",
    "departure",
    "retirement",
    "death",
    "passing",
    "demise",
    "transfer",
    "recall",
    "reassignment",
    "vacated",
    "replace",
    "replacing",
    "replacement",
    "succeed",
    "succeeding",
    "succession",
    "lieu",
    "instead",
    "place",
    "former",
    "outgoing",
    "late",
    "previous",
];

/// Words that open a phrase of time, place or manner at the start of a sentence: what follows it is the
/// subject, not a name for what stands in it ("In the absence of the Chair, X spoke").
pub const OPENING: &[&str] = &[
    "at",
    "in",
    "on",
    "upon",
    "following",
    "after",
    "before",
    "with",
    "by",
    "under",
    "for",
    "pursuant",
    "to",
    "during",
    "through",
    "as",
    "since",
    "within",
    "from",
    "owing",
    "due",
];

/// Words of a share of a term: "X (C) for the first half of the term and Y (D) for the second half".
pub const TERMS: &[&str] =
    &["first", "second", "half", "term", "year", "years", "part", "period", "mandate", "remainder", "rest"];
